//! Owns fields to type in: label, hint and problem are tied to the control.

use leptos::prelude::*;

use super::icon::Icon;
use crate::state::page;

/// Moves the focus to a field that a change just made brings, when it is drawn. Whoever goes by keyboard would else have
/// to go back to it, or forward through the controls of the browser.
pub fn focus_when_drawn(id: String) {
    when_drawn(move || page::focus(&id));
}

/// Does something as soon as what has changed is on the page.
pub fn when_drawn(then: impl FnOnce() + 'static) {
    leptos::task::spawn_local(async move {
        leptos::task::tick().await;
        then();
    });
}

/// A field of one line. What is typed is reported at each key, so that nothing is lost when the page is closed.
#[component]
pub fn LineField(
    /// Unique on the page.
    id: String,
    #[prop(into)] label: String,
    #[prop(into, default = String::new())] hint: String,
    /// `numeric` brings up the number pad; `text` the letters.
    #[prop(default = "text")]
    input_mode: &'static str,
    #[prop(into)] value: Signal<String>,
    on_input: Callback<String>,
    /// A kind sentence about what is odd; nothing when all is well.
    #[prop(into, default = Signal::stored(None))]
    problem: Signal<Option<String>>,
) -> impl IntoView {
    let hint_id = format!("{id}-hint");
    let problem_id = format!("{id}-problem");
    let has_hint = !hint.is_empty();
    let described_by = {
        let (hint_id, problem_id) = (hint_id.clone(), problem_id.clone());
        move || match (has_hint, problem.read().is_some()) {
            (true, true) => format!("{hint_id} {problem_id}"),
            (true, false) => hint_id.clone(),
            (false, true) => problem_id.clone(),
            (false, false) => String::new(),
        }
    };
    view! {
        <div class="field">
            <label for=id.clone()>{label}</label>
            {has_hint.then(|| view! { <p class="hint" id=hint_id>{hint}</p> })}
            <input
                class="input"
                id=id
                type="text"
                inputmode=input_mode
                autocomplete="off"
                prop:value=value
                aria-invalid=move || problem.read().is_some().then_some("true")
                aria-describedby=described_by
                on:input=move |event| on_input.run(event_target_value(&event))
            />
            {move || {
                problem.get().map(|sentence| {
                    view! {
                        <p class="error" id=problem_id.clone()>
                            <Icon name="warning" />
                            <span>{sentence}</span>
                        </p>
                    }
                })
            }}
        </div>
    }
}

/// A field for own words.
#[component]
pub fn WordsField(
    id: String,
    #[prop(into)] label: String,
    /// Set when the label is already the heading of the page.
    #[prop(default = false)]
    label_hidden: bool,
    #[prop(into, default = String::new())] hint: String,
    #[prop(into)] value: Signal<String>,
    on_input: Callback<String>,
) -> impl IntoView {
    let hint_id = format!("{id}-hint");
    view! {
        <div class="field">
            <label for=id.clone() class=if label_hidden { "sr" } else { "" }>{label}</label>
            {(!hint.is_empty()).then(|| view! { <p class="hint" id=hint_id.clone()>{hint.clone()}</p> })}
            <textarea
                class="input"
                id=id
                rows="4"
                aria-describedby=(!hint.is_empty()).then_some(hint_id)
                prop:value=value
                on:input=move |event| on_input.run(event_target_value(&event))
            ></textarea>
        </div>
    }
}
