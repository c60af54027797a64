//! Owns one option in full: why it is on the list or not, how much it helps, what to do, when to judge, risks, what it
//! goes with.

mod goes_with;
mod how_much;
mod my_view;
mod steps;
mod why;
mod why_you;

use leptos::prelude::*;

pub use self::goes_with::BesideList;
use self::goes_with::GoesWith;
use self::how_much::HowMuch;
use self::my_view::MyView;
use self::steps::{FirstStep, TakeAlong, WhatYouDo};
use self::why::Why;
use self::why_you::WhyYou;
use crate::domain::ids::TherapyId;
use crate::domain::plan::model::{Line, Status};
use crate::knowledge::{Caution, Level, Therapy, therapy};
use crate::state::{use_app, use_messages, use_option_words, use_plan_words};
use crate::ui::components::agreed_rows::AgreedAbout;
use crate::ui::components::frame::{Place, PlacePage};
use crate::ui::components::icon::Icon;
use crate::ui::components::sources::Sources;
use crate::ui::components::strength::Strength;
use crate::ui::components::swatch::{Swatch, drawing_of};
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
    let (t, w) = (use_messages(), use_option_words());
    let compare = Route::Compare {
        one: Some(TherapyId::from(therapy.id)),
        other: None,
    };
    view! {
        <PlacePage place=Place::Plan>
            <header class="top">
                <a class="btn btn-icon" href=Route::Plan.href()><Icon name="back" /><span class="sr">{t.back_to_plan}</span></a>
                <a class="btn btn-quiet" href=compare.href()><Icon name="table" />{w.compare_link}</a>
            </header>
            <div class="opt-head" data-domain=therapy.domain.word()>
                <Swatch drawing=drawing_of(therapy) />
                <div>
                    <p class="kind-name">{therapy.domain.name()}</p>
                    <h1>{therapy.name}</h1>
                </div>
            </div>
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
        <AgreedAbout therapy />
        <Cautions cautions />
        {line.clone().map(|line| view! { <WhyYou line /> })}
        <HowMuch therapy />
        <WhatYouDo therapy />
        <FirstStep therapy />
        <TakeAlong therapy />
        <GoWrong therapy />
        <GoesWith therapy />
        <Science therapy line=line.clone() />
        <Why therapy line />
        <Sources sources=therapy.text().sources.to_vec() />
    }
}

/// What asks for care, because of what the person told.
#[component]
fn Cautions(cautions: Vec<&'static Caution>) -> impl IntoView {
    let t = use_messages();
    (!cautions.is_empty()).then(|| {
        let is_danger = |caution: &&Caution| matches!(caution.level, Level::Avoid | Level::Specialist);
        let is_danger = cautions.iter().any(is_danger);
        let rows = cautions
            .into_iter()
            .map(|caution| view! { <li><b>{(t.caution_level)(caution.level)}</b>": "{caution.say}</li> })
            .collect_view();
        view! {
            <section class="first" class=("first-talk", !is_danger)>
                <Icon name="warning" />
                <h2>{t.cautions_title}</h2>
                <ul class="stack-s">{rows}</ul>
            </section>
        }
    })
}

/// What could go wrong, never behind a fold.
#[component]
fn GoWrong(therapy: &'static Therapy) -> impl IntoView {
    let w = use_option_words();
    view! {
        <section class="card">
            <h2>{w.go_wrong}</h2>
            <p>{therapy.explained().risks}</p>
        </section>
    }
}

/// What studies and guidelines say, and what it is used for.
#[component]
fn Science(therapy: &'static Therapy, line: std::option::Option<Line>) -> impl IntoView {
    let (t, w) = (use_messages(), use_plan_words());
    let (text, explained) = (therapy.text(), therapy.explained());
    let (threads, evidence) = (t.evidence)(text.evidence);
    let strength = line
        .and_then(|line| line.strength())
        .map(|strength| (t.strength)(strength).1);
    let uses = (!text.uses.is_empty()).then(|| text.uses.join("; "));
    let facts = [
        (t.how_firm, strength.map(str::to_owned)),
        (w.guidelines_disagree, explained.differ.map(str::to_owned)),
        (w.for_whom, uses),
    ]
    .into_iter()
    .filter_map(|(name, value)| {
        value.map(|value| view! { <div><dt>{name}</dt><dd>{value}</dd></div> })
    })
    .collect_view();
    view! {
        <section class="card">
            <h2>{w.what_studies_say}</h2>
            <p>{explained.studies}</p>
            <dl class="facts facts-review">
                <div><dt>{t.how_sure}</dt><dd><Strength threads word=evidence /></dd></div>
                {facts}
            </dl>
        </section>
    }
}
