//! Owns the note that questions about warning signs wait, with the way straight to them.

use leptos::prelude::*;

use crate::domain::questionnaire::signs_way::SignsStanding;
use crate::state::{page, use_app, use_messages};
use crate::ui::components::note::{Note, NoteKind};
use crate::ui::route::Route;

/// Nothing while every line has a fresh answer. On a page that shows a plan also when they were never asked.
#[component]
pub fn SignsNote(#[prop(default = false)] before_a_plan: bool) -> impl IntoView {
    let app = use_app();
    let t = use_messages();
    let w = &t.assessment;
    let standing = Memo::new(move |_| app.assessment.signs_standing());
    move || {
        let (kind, heading, text, button, screen) = match standing.get() {
            SignsStanding::Asked { .. } => return None,
            SignsStanding::NotAsked { .. } if !before_a_plan => return None,
            SignsStanding::NotAsked { screen } => (
                NoteKind::Warn,
                t.plan_no_signs,
                t.plan_no_signs_text.to_owned(),
                t.plan_answer_signs,
                Some(screen),
            ),
            SignsStanding::UrgentAsked { screen, lines, .. } => (
                NoteKind::Info,
                w.signs_slower,
                (w.signs_slower_text)(lines),
                t.plan_answer_signs,
                Some(screen),
            ),
            SignsStanding::Old { .. } => (
                NoteKind::Warn,
                w.signs_old,
                w.signs_old_text.to_owned(),
                w.signs_ask_again,
                None,
            ),
        };
        let go = move |_| {
            let screen = screen.unwrap_or_else(|| {
                app.assessment.ask_signs_again();
                app.assessment.open_sign_screen()
            });
            if let Some(item) = app.assessment.signs_item() {
                page::go(&Route::signs(item, screen).href());
            }
        };
        Some(view! {
            <Note kind heading=heading>
                <p>{text}</p>
                <div class="row">
                    <button type="button" class="btn btn-primary" on:click=go>{button}</button>
                </div>
            </Note>
        })
    }
}
