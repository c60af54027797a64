//! Owns My pain: everything told so far, part by part, each with a way to change it.

use leptos::prelude::*;

use crate::state::{use_app, use_messages};
use crate::ui::components::frame::{Place, PlacePage};
use crate::ui::components::icon::Icon;
use crate::ui::components::note::{Note, NoteKind};
use crate::ui::route::Route;
use crate::ui::words::answer_words;

/// The review of the nine parts.
#[component]
pub fn MyPainPage() -> impl IntoView {
    let app = use_app();
    let t = use_messages();
    let parts = app.assessment.review();
    let n_parts = parts.len();
    let complete = parts.iter().filter(|part| part.is_complete()).count();
    let open = app.assessment.open_questions();
    let minutes = app.assessment.minutes_left();
    let has_signs = !app.assessment.warnings().is_empty();
    let cards = parts
        .into_iter()
        .map(|part| {
            let rows = part
                .items
                .iter()
                .map(|&item| {
                    let answer = app.assessment.answer_untracked(item);
                    view! {
                        <div>
                            <dt>{item.ask}</dt>
                            <dd>
                                {answer_words(t, item, answer.as_ref())}
                                " "
                                <a class="change" href=Route::ask(item.id).href()>
                                    {t.change}
                                    <span class="sr">{format!(": {}", item.ask)}</span>
                                </a>
                            </dd>
                        </div>
                    }
                })
                .collect_view();
            let answered = part.answered();
            let count = part.items.len();
            view! {
                <details class="card group">
                    <summary><b>{part.part.name}</b><span class="soft">{(t.answered_of)(answered, count)}</span></summary>
                    <dl class="facts facts-review">{rows}</dl>
                </details>
            }
        })
        .collect_view();
    view! {
        <PlacePage place=Place::MyPain wide=true>
            <header class="top">
                <div class="title grow">
                    <h1>{t.nav_my_pain}</h1>
                    <p class="soft small">{(t.parts_done)(complete, n_parts)}</p>
                </div>
            </header>
            {if open > 0 {
                view! {
                    <Note kind=NoteKind::Info heading=(t.open_questions)(open)>
                        <p>{(t.open_questions_text)(minutes)}</p>
                        <div class="row">
                            <a class="btn" href=Route::Ask { item: None, step: 0 }.href()>{t.carry_on}</a>
                        </div>
                    </Note>
                }.into_any()
            } else {
                view! {
                    <Note kind=NoteKind::Ok heading=t.story_complete>
                        <p>{if has_signs { t.signs_found } else { t.signs_none_found }}</p>
                        <div class="row">
                            <a class="btn btn-primary" href=Route::Plan.href()>{t.see_plan}</a>
                            <a class="btn" href=Route::Pages.href()><Icon name="print" />{t.see_pages}</a>
                        </div>
                    </Note>
                }.into_any()
            }}
            <div class="stack">{cards}</div>
        </PlacePage>
    }
}
