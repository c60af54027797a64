//! Owns the row of the health record: what goes in beyond the usual is decided here, for one file, and not saved.

use leptos::prelude::*;

use super::share::Outcome;
use crate::domain::day_rule::DayRule;
use crate::state::exchange::FhirOptions;
use crate::state::{use_app, use_messages};
use crate::ui::components::icon::Icon;
use crate::ui::components::moment_fields::DayField;

/// One file for a clinic's system.
#[component]
pub fn HealthRecordRow() -> impl IntoView {
    let app = use_app();
    let t = use_messages();
    let words = t.share;
    let options = RwSignal::new(FhirOptions::default());
    let born_is_odd = RwSignal::new(false);
    let outcome = RwSignal::new(None);
    let save = move |_| {
        let mut options = options.get_untracked();
        if born_is_odd.get_untracked() {
            // The field says that the day is not taken.
            options.identity.birth_date = None;
        }
        outcome.set(Some(app.save_file(&app.health_record(options))));
    };
    let name = app.assessment.text("about.name").map(|name| {
        let on = move |on| options.update(|options| options.identity.name = on);
        switch((words.record_name)(&name), on)
    });
    let substances = move |on| options.update(|options| options.substances = on);
    let substances = switch(words.record_substances.to_owned(), substances);
    let born = Signal::derive(move || options.read().identity.birth_date);
    let rule = Signal::derive(move || DayRule::past(app.today()));
    let on_day =
        Callback::new(move |day| options.update(|options| options.identity.birth_date = day));
    view! {
        <li>
            <h3>{words.record}</h3>
            <p class="small soft">{words.record_text}</p>
            <details>
                <summary>{words.record_more}</summary>
                <div class="stack-s">
                    {name}
                    {substances}
                    <DayField
                        id="record-born"
                        label=words.record_born
                        hint=words.record_born_hint
                        value=born
                        rule
                        optional=true
                        on_day
                        is_odd=born_is_odd
                    />
                </div>
            </details>
            <button type="button" class="btn" on:click=save>
                <Icon name="save" />{words.save}<span class="sr">": "{words.record}</span>
            </button>
            <Outcome outcome />
        </li>
    }
}

fn switch(label: String, on: impl Fn(bool) + 'static) -> impl IntoView {
    view! {
        <label class="setting">
            <span>{label}</span>
            <input class="switch" type="checkbox" on:change=move |event| on(event_target_checked(&event)) />
        </label>
    }
}
