//! Owns the choice of how much a person wants to tell now.

use leptos::prelude::*;

use crate::domain::questionnaire::response::Path;
use crate::state::{use_app, use_messages};

const WAYS: [Path; 3] = [Path::Quick, Path::Usual, Path::Full];

/// Three ways, with the minutes that each would take from here. It can be changed at any time; no answer is lost.
#[component]
pub fn WayChooser() -> impl IntoView {
    let app = use_app();
    let t = use_messages();
    let chips = WAYS
        .into_iter()
        .map(|path| {
            let minutes = Memo::new(move |_| app.assessment.open_on(path).1);
            view! {
                <label class="chip">
                    <input
                        type="radio"
                        name="way"
                        prop:checked=move || app.assessment.path() == path
                        on:change=move |_| app.assessment.choose_path(path)
                    />
                    <svg class="tick" aria-hidden="true"><use href="#i-check"></use></svg>
                    <span>{move || (t.assessment.way)(path, minutes.get())}</span>
                </label>
            }
        })
        .collect_view();
    view! {
        <fieldset class="stack-s">
            <legend class="label">{t.assessment.way_title}</legend>
            <p class="hint">{t.assessment.way_hint}</p>
            <div class="chips">{chips}</div>
        </fieldset>
    }
}
