//! Owns the screens of questions about warning signs.

use leptos::prelude::*;

use crate::domain::questionnaire::model::SafetyAnswer;
use crate::domain::questionnaire::sign_screens::SignScreen;
use crate::domain::safety::answers_of;
use crate::knowledge::SafetyQuestion;
use crate::state::{use_app, use_messages};
use crate::ui::components::choice_group::{CheckRow, ChoiceRow, RadioRows};
use crate::ui::components::note::{Note, NoteKind};
use crate::ui::pages::urgent::CrisisNumbers;

/// The screen at `step`. The screens are worked out when the page opens, so that nothing moves under the finger.
#[component]
pub fn SignsControl(step: usize, missing: RwSignal<Option<String>>) -> impl IntoView {
    let app = use_app();
    let screens = app.assessment.sign_screens_untracked();
    match screens.get(step).or(screens.last()).cloned() {
        Some(screen @ SignScreen::Checklist { .. }) => {
            view! { <Checklist screen step missing /> }.into_any()
        }
        Some(SignScreen::Sensitive { questions }) => view! { <Sensitive questions /> }.into_any(),
        None => ().into_any(),
    }
}

/// Short lines to tick, under the parts of the body that they are about; "none of these" goes on at once.
#[component]
fn Checklist(screen: SignScreen, step: usize, missing: RwSignal<Option<String>>) -> impl IntoView {
    let t = use_messages();
    let lists = screen.lists();
    let single = lists.len() == 1;
    let title = match lists.first() {
        Some((group, _)) if single => (t.signs_title)(group.id),
        _ => (t.signs_title)(""),
    };
    let why = match step {
        0 => t.signs_why,
        _ if use_app().assessment.signs_were_added() => t.assessment.signs_added,
        _ => t.signs_tick,
    };
    let lists = lists
        .into_iter()
        .map(|(group, questions)| {
            let rows = questions
                .into_iter()
                .map(|question| view! { <SignRow question missing /> })
                .collect_view();
            let heading =
                (!single).then(|| view! { <h2>{(t.assessment.sign_group)(group.id)}</h2> });
            view! { {heading} <div class="choices">{rows}</div> }
        })
        .collect_view();
    view! {
        <fieldset class="stack">
            <legend><h1>{title}</h1></legend>
            <p class="soft">{why}</p>
            {lists}
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
        <div class="sign">
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
                        <fieldset class="sign-when">
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

/// Questions that nobody has to answer, and the numbers that help at once.
#[component]
fn Sensitive(questions: Vec<&'static SafetyQuestion>) -> impl IntoView {
    let app = use_app();
    let t = use_messages();
    let blocks = questions
        .into_iter()
        .map(|question| {
            let chosen = Signal::derive(move || {
                app.assessment
                    .sign(question)
                    .map(|answer| answer.word().to_owned())
            });
            let rows = vec![
                ChoiceRow {
                    id: "no".to_owned(),
                    label: t.no.to_owned(),
                    hint: String::new(),
                },
                ChoiceRow {
                    id: "yes".to_owned(),
                    label: t.yes.to_owned(),
                    hint: String::new(),
                },
            ];
            view! {
                <fieldset class="stack-s">
                    <legend class="label">{question.ask}</legend>
                    <RadioRows
                        name=question.id.to_owned()
                        rows
                        chosen
                        on_choose=Callback::new(move |word: String| {
                            app.assessment.give_sign(question, SafetyAnswer::from_word(&word));
                        })
                    />
                    {move || {
                        chosen.get().is_some().then(|| view! {
                            <button
                                type="button"
                                class="btn btn-quiet"
                                on:click=move |_| app.assessment.give_sign(question, None)
                            >
                                {t.rather_not_say}
                            </button>
                        })
                    }}
                </fieldset>
            }
        })
        .collect_view();
    view! {
        <div class="stack-l">
            <h1>{t.sensitive_title}</h1>
            <p class="soft">{t.sensitive_hint}</p>
            {blocks}
            <Note kind=NoteKind::Info heading=t.sensitive_help icon="phone">
                <CrisisNumbers />
            </Note>
        </div>
    }
}
