//! Owns the field for a month and a year, of which the month may be left out.

use leptos::prelude::*;

use crate::domain::questionnaire::model::MonthYear;
use crate::state::use_messages;
use crate::ui::components::fields::LineField;

/// A list of months and a field for the year, under one label.
#[component]
pub fn MonthField(
    /// Unique on the page.
    id: String,
    label: &'static str,
    #[prop(into)] value: Signal<MonthYear>,
    on_input: Callback<MonthYear>,
) -> impl IntoView {
    let t = use_messages();
    let year = Signal::derive(move || value.get().year);
    let months = t
        .assessment
        .month_names
        .iter()
        .zip(1..)
        .map(|(name, number): (_, u8)| {
            let number = number.to_string();
            let chosen = {
                let number = number.clone();
                move || value.with(|value| value.month == number)
            };
            view! { <option value=number prop:selected=chosen>{*name}</option> }
        })
        .collect_view();
    view! {
        <fieldset class="stack-s">
            <legend class="label">{label}</legend>
            <div class="two">
                <div class="field">
                    <label for=format!("{id}-month")>{t.assessment.month}</label>
                    <select
                        class="input"
                        id=format!("{id}-month")
                        on:change=move |event| {
                            on_input.run(MonthYear {
                                month: event_target_value(&event),
                                ..value.get_untracked()
                            });
                        }
                    >
                        <option value="" prop:selected=move || value.with(|value| value.month.is_empty())>
                            {t.assessment.month_unknown}
                        </option>
                        {months}
                    </select>
                </div>
                <LineField
                    id=format!("{id}-year")
                    label=t.assessment.year
                    input_mode="numeric"
                    value=year
                    on_input=Callback::new(move |typed| {
                        on_input.run(MonthYear { year: typed, ..value.get_untracked() });
                    })
                />
            </div>
        </fieldset>
    }
}
