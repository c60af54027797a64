//! Owns the screens of questions about warning signs.

use leptos::prelude::*;

use crate::domain::questionnaire::model::SafetyAnswer;
use crate::domain::questionnaire::sign_screens::{SignKind, SignScreen};
use crate::domain::safety::answers_of;
use crate::knowledge::SafetyQuestion;
use crate::state::{page, use_app, use_messages};
use crate::ui::components::choice_group::{CheckRow, ChoiceRow, RadioRows};
use crate::ui::components::fields::when_drawn;

/// The end of the list, where "none of these" stands.
pub const END: &str = "signs-end";

/// The place of a line on the page.
pub fn line_id(question: &SafetyQuestion) -> String {
    format!("line-{}", question.id)
}

/// The place of what a ticked line asks.
pub fn asks_id(id: &str) -> String {
    format!("asks-{id}")
}

/// The screen at `step`. The screens are worked out when the page opens, so that nothing moves under the finger.
#[component]
pub fn SignsControl(
    step: usize,
    missing: RwSignal<Option<String>>,
    /// The end of the list has been on the screen.
    end_seen: RwSignal<bool>,
    on_none: Callback<()>,
) -> impl IntoView {
    let app = use_app();
    let screens = app.assessment.sign_screens_untracked();
    let screen = screens.get(step).or(screens.last()).cloned();
    let look = move || {
        if !end_seen.get_untracked() && page::is_in_sight(END) {
            end_seen.set(true);
        }
    };
    let on_scroll = window_event_listener(leptos::ev::scroll, move |_| look());
    on_cleanup(move || on_scroll.remove());
    when_drawn(look);
    screen.map(|screen| view! { <Checklist screen step missing on_none /> })
}

/// Short lines to tick under what they would feel like; "none of these" stands after the last and goes on at once.
#[component]
fn Checklist(
    screen: SignScreen,
    step: usize,
    missing: RwSignal<Option<String>>,
    on_none: Callback<()>,
) -> impl IntoView {
    let app = use_app();
    let t = use_messages();
    let groups: Vec<_> = screen.groups().iter().map(|group| group.id).collect();
    let title = match screen.kind {
        SignKind::Anyone => t.assessment.signs_now,
        SignKind::Places => t.assessment.signs_places,
        SignKind::Slower => t.assessment.signs_slow,
    };
    let why = if app.assessment.signs_were_added() {
        (t.assessment.signs_added)(&groups)
    } else {
        match screen.kind {
            SignKind::Anyone => t.assessment.signs_now_why.to_owned(),
            SignKind::Places => (t.assessment.signs_places_why)(&groups),
            SignKind::Slower => t.assessment.signs_slow_why.to_owned(),
        }
    };
    let lists = screen
        .lists()
        .into_iter()
        .map(|(feel, questions)| {
            let rows = questions
                .into_iter()
                .map(|question| view! { <SignRow question missing /> })
                .collect_view();
            view! {
                <h2>{feel.name}</h2>
                <div class="choices">{rows}</div>
            }
        })
        .collect_view();
    let none_ticked = Memo::new(move |_| app.assessment.no_sign_ticked(step));
    view! {
        <fieldset class="stack">
            <legend><h1>{title}</h1></legend>
            <p class="soft">{why}</p>
            {lists}
            <div class="signs-end" id=END tabindex="-1">
                {move || none_ticked.get().then(|| view! {
                    <button type="button" class="btn" on:click=move |_| on_none.run(())>
                        {t.signs_none}
                    </button>
                })}
                <p class="small soft">{t.assessment.signs_end}</p>
            </div>
        </fieldset>
    }
}

/// One sign; when it is ticked, the whole question opens under it with its answers.
#[component]
fn SignRow(question: &'static SafetyQuestion, missing: RwSignal<Option<String>>) -> impl IntoView {
    let app = use_app();
    let t = use_messages();
    let ticked = Signal::derive(move || app.assessment.is_sign_ticked(question));
    let chosen = Signal::derive(move || {
        app.assessment
            .chosen_of_sign(question)
            .map(|answer| answer.word().to_owned())
    });
    let answer_rows = move || {
        answers_of(question.kind)
            .iter()
            // "No" stands last: the line was ticked, and may have caught too much.
            .filter(|answer| **answer != SafetyAnswer::No)
            .chain([&SafetyAnswer::No])
            .map(|answer| ChoiceRow {
                id: answer.word().to_owned(),
                label: match answer {
                    SafetyAnswer::No => t.assessment.sign_not_this,
                    SafetyAnswer::Yes => t.assessment.sign_this,
                    SafetyAnswer::New => t.sign_new,
                    SafetyAnswer::OldUnchecked => t.sign_old_unchecked,
                    SafetyAnswer::OldChecked => t.sign_old_checked,
                    SafetyAnswer::NotSure => t.sign_not_sure,
                }
                .to_owned(),
                hint: match answer {
                    SafetyAnswer::NotSure => t.sign_not_sure_hint.to_owned(),
                    _ => String::new(),
                },
            })
            .collect::<Vec<_>>()
    };
    view! {
        <div class="sign" id=line_id(question) tabindex="-1">
            <CheckRow
                label=question.line.unwrap_or(question.ask).to_owned()
                checked=ticked
                on_change=Callback::new(move |now| {
                    missing.set(None);
                    app.assessment.tick_sign(question, now);
                })
            />
            {move || {
                (ticked.get()).then(|| {
                    view! {
                        <fieldset class="sign-when" id=asks_id(question.id) tabindex="-1">
                            <legend class="label">{question.ask}</legend>
                            <RadioRows
                                name=question.id.to_owned()
                                rows=answer_rows()
                                chosen
                                on_choose=Callback::new(move |word: String| {
                                    missing.set(None);
                                    app.assessment.give_sign(question, SafetyAnswer::from_word(&word));
                                })
                            />
                        </fieldset>
                    }
                })
            }}
        </div>
    }
}
