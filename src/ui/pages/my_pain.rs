//! Owns My pain: everything told so far, part by part, changed where it stands.

use leptos::prelude::*;

use crate::domain::questionnaire::again::Change;
use crate::domain::questionnaire::model::Answer;
use crate::domain::questionnaire::response::Path;
use crate::i18n::Messages;
use crate::knowledge::{Item, ItemKind, PARTS, Part};
use crate::state::assessment::PartReview;
use crate::state::{page, use_app, use_messages};
use crate::ui::components::frame::{Place, PlacePage};
use crate::ui::components::icon::Icon;
use crate::ui::components::note::{Note, NoteKind};
use crate::ui::components::signs_note::SignsNote;
use crate::ui::pages::assessment::answer::AnswerControl;
use crate::ui::pages::assessment::odd::Oddities;
use crate::ui::route::Route;
use crate::ui::words::answer_words;

/// The review of the nine parts.
#[component]
pub fn MyPainPage() -> impl IntoView {
    let app = use_app();
    let t = use_messages();
    let counts = Memo::new(move |_| {
        let parts = app.assessment.review();
        (
            parts.iter().filter(|part| part.is_complete()).count(),
            parts.len(),
            parts.iter().map(PartReview::left_out).sum::<usize>(),
        )
    });
    // The one answer that is being changed.
    let open = RwSignal::new(None::<&'static str>);
    let parts = PARTS
        .iter()
        .map(|part| view! { <PartCard part open /> })
        .collect_view();
    view! {
        <PlacePage place=Place::MyPain wide=true>
            <header class="top">
                <div class="title grow">
                    <h1>{t.nav_my_pain}</h1>
                    <p class="soft small">{move || { let (done, of, left_out) = counts.get(); (t.parts_done)(done, of, left_out) }}</p>
                </div>
            </header>
            <SignsNote />
            <WhatNext />
            <Odd />
            <a class="card card-link" href=Route::Results.href()>
                <Icon name="chart" />
                <span><b>{t.assessment.results_title}</b><span class="soft">{t.assessment.results_link}</span></span>
                <Icon name="next" />
            </a>
            <div class="stack">{parts}</div>
            <Changes />
            <Again />
        </PlacePage>
    }
}

/// What is open, or where to go when nothing is; and more to tell on a longer way.
#[component]
fn WhatNext() -> impl IntoView {
    let app = use_app();
    let t = use_messages();
    let open = Memo::new(move |_| {
        (
            app.assessment.open_questions(),
            app.assessment.minutes_left(),
        )
    });
    let longer = Memo::new(move |_| {
        let path = match app.assessment.path() {
            Path::Quick => Path::Usual,
            Path::Usual => Path::Full,
            Path::Full => return None,
        };
        let (questions, minutes) = app.assessment.open_on(path);
        (questions > 0).then_some((path, questions, minutes))
    });
    let more = move || {
        longer.get().map(|(path, questions, minutes)| {
            view! {
                <button
                    type="button"
                    class="btn"
                    on:click=move |_| {
                        app.assessment.choose_path(path);
                        page::go(&Route::Ask { item: None, step: 0 }.href());
                    }
                >
                    {(t.assessment.tell_more)(questions, minutes)}
                </button>
            }
        })
    };
    move || {
        let (questions, minutes) = open.get();
        if questions > 0 {
            return view! {
                <Note kind=NoteKind::Info heading=(t.open_questions)(questions)>
                    <p>{(t.open_questions_text)(minutes)}</p>
                    <div class="row">
                        <a class="btn" href=Route::Ask { item: None, step: 0 }.href()>{t.carry_on}</a>
                    </div>
                </Note>
            }
            .into_any();
        }
        let has_signs = !app.assessment.warnings().is_empty();
        view! {
            <Note kind=NoteKind::Ok heading=t.story_complete>
                <p>{if has_signs { t.signs_found } else { t.signs_none_found }}</p>
                <div class="row">
                    <a class="btn btn-primary" href=Route::Plan.href()>{t.see_plan}</a>
                    <a class="btn" href=Route::Pages.href()><Icon name="print" />{t.see_pages}</a>
                    {more}
                </div>
            </Note>
        }
        .into_any()
    }
}

/// The answers that cannot be right as they stand.
#[component]
fn Odd() -> impl IntoView {
    let app = use_app();
    let t = use_messages();
    let odd = Memo::new(move |_| {
        let mut items: Vec<&'static Item> = Vec::new();
        for finding in app.assessment.all_findings() {
            if !items.contains(&finding.item) {
                items.push(finding.item);
            }
        }
        items
    });
    move || {
        let items = odd.get();
        (!items.is_empty()).then(|| {
            let rows = items
                .into_iter()
                .map(|item| {
                    view! {
                        <li><a class="change" href=Route::ask(item.id).href()>{item.ask}</a></li>
                    }
                })
                .collect_view();
            view! {
                <Note kind=NoteKind::Warn heading=t.assessment.odd_title>
                    <p>{t.assessment.odd_text}</p>
                    <ul>{rows}</ul>
                </Note>
            }
        })
    }
}

/// One part: a heading that opens its questions with their answers.
#[component]
fn PartCard(part: &'static Part, open: RwSignal<Option<&'static str>>) -> impl IntoView {
    let app = use_app();
    let t = use_messages();
    let of_part = move || {
        app.assessment
            .review()
            .into_iter()
            .find(|known| known.part == part)
    };
    let items = Memo::new(move |_| of_part().map(|known| known.items).unwrap_or_default());
    let counts = Memo::new(move |_| of_part().map(|known| (known.answered(), known.counted())));
    view! {
        <details class="card group" hidden=move || counts.get().is_none()>
            <summary>
                <b>{part.name}</b>
                <span class="soft">{move || counts.get().map(|(answered, of)| (t.answered_of)(answered, of))}</span>
            </summary>
            <dl class="facts facts-review">
                <For each=move || items.get() key=|item| item.id let:item>
                    <AnswerRow item open />
                </For>
            </dl>
        </details>
    }
}

/// One question with its answer, and the control when it is being changed.
#[component]
fn AnswerRow(item: &'static Item, open: RwSignal<Option<&'static str>>) -> impl IntoView {
    let app = use_app();
    let t = use_messages();
    let is_open = Memo::new(move |_| open.get() == Some(item.id));
    let words = move || match item.kind {
        ItemKind::Safety if app.assessment.is_answered(item) => {
            t.assessment.signs_answered.to_owned()
        }
        _ => answer_words(t, item, app.assessment.answer(item).as_ref()),
    };
    // Screens of their own are changed there.
    let elsewhere = matches!(item.kind, ItemKind::Safety | ItemKind::Map) || item.sensitive;
    let control = move || {
        if elsewhere {
            return view! {
                <a class="change" href=Route::ask(item.id).href()>
                    {t.change}
                    <span class="sr">{format!(": {}", item.ask)}</span>
                </a>
            }
            .into_any();
        }
        view! {
            <button
                type="button"
                class="btn btn-quiet"
                aria-expanded=move || if is_open.get() { "true" } else { "false" }
                on:click=move |_| open.set(if is_open.get_untracked() { None } else { Some(item.id) })
            >
                {move || if is_open.get() { t.map_done } else { t.change }}
                <span class="sr">{format!(": {}", item.ask)}</span>
            </button>
            {move || is_open.get().then(|| view! { <AnswerControl item in_review=true /> })}
        }
        .into_any()
    };
    view! {
        <div>
            <dt>{item.ask}</dt>
            <dd>
                {words}
                " "
                {move || (!is_open.get()).then(|| view! { <Oddities item /> })}
                {control()}
            </dd>
        </div>
    }
}

/// What is different from the assessment before.
#[component]
fn Changes() -> impl IntoView {
    let app = use_app();
    let t = use_messages();
    move || {
        let (day, changes) = app.assessment.changes()?;
        let rows = changes
            .iter()
            .map(|change| {
                view! {
                    <div>
                        <dt>{change.item.ask}</dt>
                        <dd>{change_lines(t, change)}</dd>
                    </div>
                }
            })
            .collect_view();
        Some(view! {
            <details class="card group">
                <summary>
                    <b>{(t.assessment.changes_title)(day)}</b>
                    <span class="soft">{(t.assessment.changes_count)(changes.len())}</span>
                </summary>
                <dl class="facts facts-review">{rows}</dl>
            </details>
        })
    }
}

/// What was and what is now, each on a line of its own; of lists only what differs.
fn change_lines(t: &'static Messages, change: &Change) -> impl IntoView + use<> {
    let words = |answer: Option<&Answer>| answer_words(t, change.item, answer);
    let both_told = change.before.is_some() && change.after.is_some();
    let texts = &t.assessment;
    let lines = match change.differing() {
        (Some(gone), None) if both_told => vec![(texts.changed_gone)(&words(Some(&gone)))],
        (None, Some(new)) if both_told => vec![(texts.changed_new)(&words(Some(&new)))],
        (before, now) => vec![
            (texts.changed_before)(&words(before.as_ref())),
            (texts.changed_now)(&words(now.as_ref()), change.difference),
        ],
    };
    lines
        .into_iter()
        .map(|line| view! { <p>{line}</p> })
        .collect_view()
}

/// A later assessment, from the day after this one began.
#[component]
fn Again() -> impl IntoView {
    let app = use_app();
    let t = use_messages();
    move || {
        let began = app.assessment.began()?;
        (began < app.today()).then(|| {
            view! {
                <details class="card group">
                    <summary><b>{t.assessment.again_title}</b></summary>
                    <div class="stack">
                        <p>{t.assessment.again_text}</p>
                        <button
                            type="button"
                            class="btn"
                            on:click=move |_| {
                                if app.assessment.begin_again() {
                                    let first = if untrack(|| app.arranged.waits_for_a_look_back()) {
                                        Route::Agreed
                                    } else {
                                        Route::Ask { item: None, step: 0 }
                                    };
                                    page::go(&first.href());
                                }
                            }
                        >
                            {t.assessment.again_start}
                        </button>
                    </div>
                </details>
            }
        })
    }
}
