//! Owns lists of radios and of check boxes whose whole row is the target.

use leptos::prelude::*;

/// One row of a list of choices.
#[derive(Clone, PartialEq)]
pub struct ChoiceRow {
    pub id: String,
    pub label: String,
    /// A second, softer line; empty when there is none.
    pub hint: String,
}

/// Radios: one of several. Nothing is preselected.
#[component]
pub fn RadioRows(
    /// The name that makes the radios one group; unique on the page.
    name: String,
    rows: Vec<ChoiceRow>,
    #[prop(into)] chosen: Signal<Option<String>>,
    on_choose: Callback<String>,
) -> impl IntoView {
    let rows = rows
        .into_iter()
        .map(|row| {
            let id = row.id.clone();
            let is_chosen = move || chosen.read().as_deref() == Some(id.as_str());
            let id = row.id;
            view! {
                <label class="choice">
                    <input
                        type="radio"
                        name=name.clone()
                        value=id.clone()
                        prop:checked=is_chosen
                        on:change=move |_| on_choose.run(id.clone())
                    />
                    <span class="name">{row.label}</span>
                    {(!row.hint.is_empty()).then(|| view! { <span class="hint">{row.hint}</span> })}
                </label>
            }
        })
        .collect_view();
    view! { <div class="choices">{rows}</div> }
}

/// One check box row.
#[component]
pub fn CheckRow(
    label: String,
    #[prop(into, default = String::new())] hint: String,
    #[prop(into)] checked: Signal<bool>,
    /// Cannot be changed now.
    #[prop(into, default = Signal::stored(false))]
    disabled: Signal<bool>,
    on_change: Callback<bool>,
) -> impl IntoView {
    view! {
        <label class="choice">
            <input
                type="checkbox"
                prop:checked=checked
                disabled=disabled
                on:change=move |event| on_change.run(event_target_checked(&event))
            />
            <span class="name">{label}</span>
            {(!hint.is_empty()).then(|| view! { <span class="hint">{hint}</span> })}
        </label>
    }
}

/// A short answer of which several may be chosen.
#[component]
pub fn Chip(
    label: &'static str,
    #[prop(into)] checked: Signal<bool>,
    on_change: Callback<bool>,
) -> impl IntoView {
    view! {
        <label class="chip">
            <input
                type="checkbox"
                prop:checked=checked
                on:change=move |event| on_change.run(event_target_checked(&event))
            />
            <svg class="tick" aria-hidden="true">
                <use href="#i-check"></use>
            </svg>
            <span>{label}</span>
        </label>
    }
}
