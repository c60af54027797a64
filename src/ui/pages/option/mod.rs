//! Owns one option in full: why it is on the list or not, what it is, how sure, risks, who gives it, what to ask.

mod my_view;
mod why;
mod why_you;

use leptos::prelude::*;

use self::my_view::MyView;
use self::why::Why;
use self::why_you::WhyYou;
use crate::domain::ids::TherapyId;
use crate::domain::plan::combinations::judge_of;
use crate::domain::plan::model::{Line, Status};
use crate::knowledge::{Caution, Therapy, therapy};
use crate::state::{use_app, use_messages, use_plan_words};
use crate::ui::components::frame::{BackHead, Place, PlacePage};
use crate::ui::components::icon::Icon;
use crate::ui::components::sources::Sources;
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
    let t = use_messages();
    view! {
        <PlacePage place=Place::Plan>
            <BackHead to=Route::Plan back=t.back_to_plan title=therapy.name text=therapy.domain.name() />
            <OptionContent therapy />
        </PlacePage>
    }
}

/// What stands under the name of an option, on its page and beside the plan.
#[component]
pub fn OptionContent(therapy: &'static Therapy) -> impl IntoView {
    let app = use_app();
    let t = use_messages();
    let plan = app.assessment.plan();
    let line = plan.line(therapy).cloned();
    let cautions: Vec<&'static Caution> = plan.cautions_of(therapy).collect();
    let status = line.as_ref().map(|line| line.status);
    view! {
            {match status {
                Some(Status::NotForYou) => view! { <p class="tag tag-danger">{t.status_not_for_you}</p> }.into_any(),
                Some(Status::UsuallyNot) => view! { <p class="tag tag-warn">{t.status_usually_not}</p> }.into_any(),
                Some(Status::Held) => view! { <p class="tag tag-warn">{t.status_held}</p> }.into_any(),
                None => view! { <p class="tag">{t.status_not_listed}</p> }.into_any(),
                _ => ().into_any(),
            }}
        <MyView therapy />
        <Cautions cautions />
        {line.clone().map(|line| view! { <WhyYou line /> })}
        <WhatItIs therapy line=line.clone() />
        <GoodToAsk therapy />
        <Why therapy line />
        <Sources sources=therapy.text().sources.to_vec() />
    }
}

#[component]
fn Cautions(cautions: Vec<&'static Caution>) -> impl IntoView {
    let t = use_messages();
    (!cautions.is_empty()).then(|| {
        let rows = cautions
            .into_iter()
            .map(|caution| view! { <li><b>{(t.caution_level)(caution.level)}</b>": "{caution.say}</li> })
            .collect_view();
        view! {
            <section class="card">
                <h2>{t.cautions_title}</h2>
                <ul class="list">{rows}</ul>
            </section>
        }
    })
}

/// What it is, for whom, what studies say, when one can tell, risks, who gives it, where guidelines disagree.
#[component]
fn WhatItIs(therapy: &'static Therapy, line: std::option::Option<Line>) -> impl IntoView {
    let (t, w) = (use_messages(), use_plan_words());
    let (text, explained) = (therapy.text(), therapy.explained());
    let (threads, evidence) = (t.evidence)(text.evidence);
    let strength = line
        .and_then(|line| line.strength())
        .map(|strength| (t.strength)(strength).1);
    let judge = judge_of(therapy).map_or(w.judge_unknown, |judge| judge.text);
    let facts = [
        (w.what_is_done, explained.done),
        (w.what_studies_say, Some(explained.studies)),
        (w.guidelines_disagree, explained.differ),
        (w.judge_one, Some(judge)),
        (w.main_risks, Some(explained.risks)),
        (w.who_gives_it, Some(explained.who)),
    ]
    .into_iter()
    .filter_map(|(name, value)| {
        value.map(|value| view! { <div><dt>{name}</dt><dd>{value}</dd></div> })
    })
    .collect_view();
    view! {
        <section class="card">
            <h2>{t.what_it_is}</h2>
            <p>{text.plain}</p>
            <dl class="facts facts-review">
                {(!text.uses.is_empty()).then(|| view! { <div><dt>{w.for_whom}</dt><dd>{text.uses.join("; ")}</dd></div> })}
                <div>
                    <dt>{t.how_sure}</dt>
                    <dd><Strength threads word=evidence /></dd>
                </div>
                {strength.map(|word| view! { <div><dt>{t.how_firm}</dt><dd>{word}</dd></div> })}
                {facts}
            </dl>
        </section>
    }
}

/// Questions to the specialist; a tap puts one on the person's own list.
#[component]
fn GoodToAsk(therapy: &'static Therapy) -> impl IntoView {
    let app = use_app();
    let t = use_messages();
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
    let questions = therapy.text().ask;
    (!questions.is_empty()).then(|| {
        let rows = questions
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
            .collect_view();
        view! {
            <section class="stack-s">
                <h2>{t.good_to_ask}</h2>
                {rows}
            </section>
        }
    })
}
