//! Owns the lines of the two pages that no short way asks for: the name, the visit, the wish.
//! May use: state, the fields to type in. Must not: ask for more; everything else is asked in the questions.

use leptos::prelude::*;

use crate::domain::handout::{OWN_LINES, WISH};
use crate::domain::questionnaire::model::Answer;
use crate::knowledge::{Item, item};
use crate::state::{AppState, use_app, use_messages};
use crate::ui::components::fields::{LineField, WordsField};

/// Three fields, and which of them are empty. Each letter is saved as the answer to its question.
#[component]
pub fn OwnLines(
    /// A field was left after it had changed: the pages can be made anew.
    on_changed: Callback<()>,
) -> impl IntoView {
    let app = use_app();
    let words = use_messages().paper;
    let items = OWN_LINES.map(item);
    let missing = move || {
        let named = items.iter().zip(words.own_lines);
        let empty =
            named.filter(|(item, _)| item.is_some_and(|item| written(&app, item).is_empty()));
        let names: Vec<&str> = empty.map(|(_, name)| name).collect();
        (words.own_lines_missing)(&names)
    };
    let fields = items.into_iter().flatten().map(|item| {
        let id = format!("own-{}", item.id);
        let hint = item.hint.unwrap_or_default();
        let value = Signal::derive(move || written(&app, item));
        let on_input = Callback::new(move |words: String| {
            if words.trim().is_empty() {
                app.assessment.take_back(item);
            } else {
                app.assessment.give(item, Answer::Text(words));
            }
        });
        if item.id == WISH {
            view! { <WordsField id label=item.ask hint value on_input /> }.into_any()
        } else {
            view! { <LineField id label=item.ask hint value on_input /> }.into_any()
        }
    });
    view! {
        <details class="card group no-print" on:change=move |_| on_changed.run(())>
            <summary>
                <b>{words.own_lines_title}</b>
                <span class="soft">{missing}</span>
            </summary>
            <div class="stack">{fields.collect_view()}</div>
        </details>
    }
}

/// What was written, reactive.
fn written(app: &AppState, item: &'static Item) -> String {
    match app.assessment.answer(item) {
        Some(Answer::Text(words)) => words,
        _ => String::new(),
    }
}
