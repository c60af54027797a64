//! Owns the choice of how much a person wants to tell now.

use leptos::prelude::*;

use crate::domain::questionnaire::response::Path;
use crate::state::{use_app, use_messages};

const WAYS: [Path; 3] = [Path::Quick, Path::Usual, Path::Full];

/// Three ways, with the minutes that each would take from here, behind the one that is chosen. It can be changed at any
/// time; no answer is lost.
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
    let chosen = Memo::new(move |_| {
        let path = app.assessment.path();
        (path, app.assessment.open_on(path).1)
    });
    view! {
        <details class="card group">
            <summary>
                <b>{t.assessment.way_title}</b>
                <span class="soft">
                    {move || {
                        let (path, minutes) = chosen.get();
                        (t.assessment.way)(path, minutes)
                    }}
                </span>
            </summary>
            <fieldset class="stack-s">
                <legend class="hint">{t.assessment.way_hint}</legend>
                <div class="chips">{chips}</div>
            </fieldset>
        </details>
    }
}
