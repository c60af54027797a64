//! Owns the questions that nobody has to answer, about self-harm and safety at home, and the numbers that help at once.

use leptos::prelude::*;

use crate::domain::questionnaire::model::SafetyAnswer;
use crate::domain::questionnaire::self_harm::SelfHarm;
use crate::domain::questionnaire::sign_screens::sensitive_questions;
use crate::knowledge::SafetyQuestion;
use crate::state::{use_app, use_messages};
use crate::ui::components::choice_group::{ChoiceRow, RadioRows};
use crate::ui::components::note::{Note, NoteKind};
use crate::ui::pages::urgent::CrisisNumbers;

/// Marks that the person would rather not say; nothing of it is saved.
const UNSAID: &str = "unsaid";

/// Why everybody is asked, the questions, and help.
#[component]
pub fn SensitiveQuestions() -> impl IntoView {
    let t = use_messages();
    let others = sensitive_questions()
        .filter(|question| !SelfHarm::is_behind(question.id))
        .map(|question| view! { <YesOrNo question /> })
        .collect_view();
    view! {
        <section class="stack" aria-label=t.assessment.dark_title>
            <p>{t.assessment.dark_why}</p>
            <DarkThoughts />
            <p class="soft small">{t.assessment.dark_stays}</p>
            <Note kind=NoteKind::Info heading=t.sensitive_help icon="phone">
                <CrisisNumbers />
            </Note>
            {others}
        </section>
    }
}

#[component]
fn DarkThoughts() -> impl IntoView {
    let app = use_app();
    let t = use_messages();
    let answers = [
        ("no", Some(SelfHarm::No), t.no),
        (
            "thoughts",
            Some(SelfHarm::Thoughts),
            t.assessment.dark_thoughts,
        ),
        ("plan", Some(SelfHarm::Plan), t.assessment.dark_plan),
        (UNSAID, None, t.rather_not_say),
    ];
    let unsaid = RwSignal::new(false);
    let chosen = Signal::derive(move || {
        let given = app.assessment.self_harm();
        let answer = answers.iter().find(|(_, answer, _)| *answer == given);
        answer
            .filter(|(_, answer, _)| answer.is_some() || unsaid.get())
            .map(|(id, ..)| (*id).to_owned())
    });
    let choose = move |id: String| {
        let given = answers
            .iter()
            .find(|(known, ..)| *known == id)
            .and_then(|(_, answer, _)| *answer);
        unsaid.set(given.is_none());
        app.assessment.give_self_harm(given);
    };
    let rows = answers
        .iter()
        .map(|(id, _, label)| row(id, label))
        .collect();
    view! {
        <fieldset class="stack-s">
            <legend><h2>{t.assessment.dark_ask}</h2></legend>
            <RadioRows name="dark-thoughts".to_owned() rows chosen on_choose=Callback::new(choose) />
        </fieldset>
    }
}

#[component]
fn YesOrNo(question: &'static SafetyQuestion) -> impl IntoView {
    let app = use_app();
    let t = use_messages();
    let unsaid = RwSignal::new(false);
    let chosen = Signal::derive(move || match app.assessment.sign(question) {
        Some(answer) => Some(if answer.is_true() { "yes" } else { "no" }.to_owned()),
        None => unsaid.get().then(|| UNSAID.to_owned()),
    });
    let choose = move |id: String| {
        unsaid.set(id == UNSAID);
        app.assessment
            .give_sign(question, SafetyAnswer::from_word(&id));
    };
    let rows = vec![
        row("no", t.no),
        row("yes", t.yes),
        row(UNSAID, t.rather_not_say),
    ];
    view! {
        <fieldset class="stack-s">
            <legend><h2>{question.ask}</h2></legend>
            <RadioRows name=question.id.to_owned() rows chosen on_choose=Callback::new(choose) />
        </fieldset>
    }
}

fn row(id: &str, label: &str) -> ChoiceRow {
    ChoiceRow {
        id: id.to_owned(),
        label: label.to_owned(),
        hint: String::new(),
    }
}
