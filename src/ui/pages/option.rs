//! Owns one option in full: why it is on the list, what it is, how sure, risks, what to ask.

use leptos::prelude::*;

use super::plan::VIEWS;
use crate::domain::ids::TherapyId;
use crate::domain::plan::model::Status;
use crate::knowledge::{Therapy, therapy};
use crate::state::{use_app, use_messages};
use crate::ui::components::frame::{Place, PlacePage};
use crate::ui::components::icon::Icon;
use crate::ui::components::strength::Strength;
use crate::ui::route::Route;

#[component]
pub fn OptionPage(therapy: TherapyId) -> impl IntoView {
    let t = use_messages();
    match self::therapy(therapy.as_str()) {
        Some(therapy) => view! { <Option therapy /> }.into_any(),
        None => view! {
            <PlacePage place=Place::Plan>
                <h1>{t.option_gone}</h1>
                <p><a class="btn" href=Route::Plan.href()>{t.back_to_plan}</a></p>
            </PlacePage>
        }
        .into_any(),
    }
}

#[component]
fn Option(therapy: &'static Therapy) -> impl IntoView {
    let app = use_app();
    let t = use_messages();
    let plan = app.assessment.plan();
    let line = plan.line(therapy).cloned();
    let cautions: Vec<_> = plan.cautions_of(therapy).collect();
    let text = therapy.text();
    let notes = therapy.notes();
    let (threads, evidence) = (t.evidence)(text.evidence);
    let reasons = line
        .as_ref()
        .map(|line| line.reasons.clone())
        .unwrap_or_default();
    let status = line.as_ref().map(|line| line.status);
    let using = line.as_ref().is_some_and(|line| line.using);
    let conflict = line.as_ref().is_some_and(|line| line.conflict);
    let strength = line
        .as_ref()
        .and_then(|line| line.strength())
        .map(|strength| (t.strength)(strength));
    let sources: Vec<_> = line.map_or_else(|| text.sources.to_vec(), |line| line.sources());
    let views = VIEWS
        .into_iter()
        .map(|view| {
            view! {
                <label class="chip">
                    <input
                        type="radio"
                        name="view"
                        prop:checked=move || app.assessment.view_of(therapy.id) == Some(view)
                        on:change=move |_| app.assessment.set_view(therapy.id, Some(view))
                    />
                    <Tick />
                    <span>{(t.view)(view)}</span>
                </label>
            }
        })
        .collect_view();
    let add = move |question: &'static str| {
        let mut questions = app.assessment.questions();
        if !questions.iter().any(|known| known == question) {
            questions.push(question.to_owned());
            app.assessment.set_questions(questions);
        }
    };
    let asked = move |question: &'static str| {
        app.assessment
            .questions()
            .iter()
            .any(|known| known == question)
    };
    view! {
        <PlacePage place=Place::Plan>
            <header class="top">
                <a class="btn btn-icon" href=Route::Plan.href()><Icon name="back" /><span class="sr">{t.back_to_plan}</span></a>
                <div class="title grow"><h1>{therapy.name}</h1><p class="soft small">{(t.therapy_group)(therapy.group)}</p></div>
            </header>
            {match status {
                Some(Status::NotForYou) => view! { <p class="tag tag-danger">{t.status_not_for_you}</p> }.into_any(),
                Some(Status::UsuallyNot) => view! { <p class="tag tag-warn">{t.status_usually_not}</p> }.into_any(),
                Some(Status::Held) => view! { <p class="tag tag-warn">{t.status_held}</p> }.into_any(),
                None => view! { <p class="tag">{t.status_not_listed}</p> }.into_any(),
                _ => ().into_any(),
            }}
            {conflict.then(|| view! { <p><b>{t.guidelines_differ}</b>" "{t.guidelines_differ_text}</p> })}
            {(!reasons.is_empty()).then(|| view! {
                <div class="because stack-s">
                    {reasons
                        .into_iter()
                        .map(|reason| view! {
                            <p>
                                <b>{if reason.against { t.because_against } else { t.because }}</b>
                                " "
                                {reason.text.to_string()}
                            </p>
                        })
                        .collect_view()}
                </div>
            })}
            {using.then(|| view! { <p>{t.using_text}</p> })}
            {(!cautions.is_empty()).then(|| view! {
                <section class="card">
                    <h2>{t.cautions_title}</h2>
                    <ul class="list">
                        {cautions
                            .into_iter()
                            .map(|caution| view! { <li><b>{(t.caution_level)(caution.level)}</b>": "{caution.say}</li> })
                            .collect_view()}
                    </ul>
                </section>
            })}
            <section class="card">
                <h2>{t.what_it_is}</h2>
                <p>{text.plain}</p>
                <dl class="facts">
                    <div>
                        <dt>{t.how_sure}</dt>
                        <dd><Strength threads word=evidence /></dd>
                    </div>
                    {strength.map(|(_, word)| view! { <div><dt>{t.how_firm}</dt><dd>{word}</dd></div> })}
                    <div><dt>{t.what_to_watch}</dt><dd>{notes.monitor}</dd></div>
                </dl>
            </section>
            <fieldset class="card">
                <legend class="sr">{t.my_view}</legend>
                <h2 aria-hidden="true">{t.my_view}</h2>
                <div class="view3">{views}</div>
            </fieldset>
            {(!text.ask.is_empty()).then(|| view! {
                <section class="stack-s">
                    <h2>{t.good_to_ask}</h2>
                    {text
                        .ask
                        .iter()
                        .map(|&question| {
                            view! {
                                <button
                                    type="button"
                                    class="btn btn-wide btn-start"
                                    aria-pressed=move || asked(question).to_string()
                                    on:click=move |_| add(question)
                                >
                                    {move || view! { <Icon name=if asked(question) { "check" } else { "plus" } /> }}
                                    {question}
                                </button>
                            }
                        })
                        .collect_view()}
                </section>
            })}
            <details class="card card-plain">
                <summary><b>{t.sources_title}</b></summary>
                <ul class="stack-s small">
                    {sources
                        .into_iter()
                        .map(|cited| view! {
                            <li>
                                {cited.source.cite}
                                {cited.from_knowledge.then(|| view! { <span class="soft">" "{t.from_knowledge}</span> })}
                            </li>
                        })
                        .collect_view()}
                </ul>
            </details>
        </PlacePage>
    }
}

/// The tick of a chosen chip.
#[component]
fn Tick() -> impl IntoView {
    view! {
        <svg class="tick" aria-hidden="true">
            <use href="#i-check"></use>
        </svg>
    }
}
