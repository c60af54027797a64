//! Owns what goes together and what clashes: between options, and with what the person has or takes.

use leptos::prelude::*;

use crate::domain::date::Days;
use crate::domain::ids::TherapyId;
use crate::domain::plan::combinations::{Found, Judged, Step};
use crate::domain::plan::packages::Package;
use crate::knowledge::{CombinationKind, Therapy};
use crate::state::{use_app, use_messages, use_plan_words};
use crate::ui::components::clashes::ClashNote;
use crate::ui::components::frame::{BackHead, Place, PlacePage};
use crate::ui::components::icon::Icon;
use crate::ui::components::note::{Note, NoteKind};
use crate::ui::components::sources::Sources;
use crate::ui::route::Route;

#[component]
pub fn TogetherPage() -> impl IntoView {
    let app = use_app();
    let (t, w) = (use_messages(), use_plan_words());
    let combinations = app.assessment.combinations();
    let packages = app.assessment.packages();
    let is_empty =
        packages.is_empty() && combinations.found.is_empty() && combinations.steps.is_empty();
    let is_named = !app.clashes_on(app.today()).is_empty();
    let kinds = [
        CombinationKind::Clash,
        CombinationKind::Together,
        CombinationKind::Order,
    ]
    .into_iter()
    .map(|kind| {
        // What clashes among the medicines in use is named above.
        let found = combinations
            .of(kind)
            .filter(|found| !(is_named && found.one.is_empty()));
        let found: Vec<Found> = found.cloned().collect();
        view! { <Kind kind found /> }
    })
    .collect_view();
    view! {
        <PlacePage place=Place::Plan>
            <BackHead to=Route::Plan back=t.back_to_plan title=w.together_title text=w.together_text />
            <ClashNote clashes=app.clashes_on(app.today()) />
            {is_empty.then(|| view! { <p>{w.nothing_to_combine}</p> })}
            <Packages packages />
            {kinds}
            <Steps steps=combinations.steps />
            <Judges judged=combinations.judged />
        </PlacePage>
    }
}

#[component]
fn Kind(kind: CombinationKind, found: Vec<Found>) -> impl IntoView {
    let w = use_plan_words();
    let (heading, text) = (w.combination)(kind);
    (!found.is_empty()).then(|| {
        view! {
            <section class="stack">
                <h2>{heading}</h2>
                {(!text.is_empty()).then(|| view! { <p class="soft">{text}</p> })}
                {found.into_iter().map(|found| view! { <FoundCard found /> }).collect_view()}
            </section>
        }
    })
}

#[component]
fn FoundCard(found: Found) -> impl IntoView {
    let w = use_plan_words();
    let sources = found.sources();
    let is_clash = found.row.kind == CombinationKind::Clash;
    let heading = if found.one.is_empty() {
        view! { <h3>{w.clashes_now}</h3> }.into_any()
    } else {
        view! {
            <h3 class="names">
                <Names therapies=found.one.clone() />
                {(!found.other.is_empty()).then(|| view! {
                    <span class="soft">{w.and_with}</span>
                    <Names therapies=found.other.clone() />
                })}
            </h3>
        }
        .into_any()
    };
    let mut texts = found.texts();
    let first = texts.next();
    let says: Vec<&str> = texts.collect();
    view! {
        <section class="card" class=("card-warn", is_clash)>
            {heading}
            <p>{is_clash.then(|| view! { <Icon name="warning" />" " })}{first}</p>
            {(!says.is_empty()).then(|| view! {
                <ul class="stack-s dashes">{says.into_iter().map(|say| view! { <li>{say}</li> }).collect_view()}</ul>
            })}
            <Sources sources />
        </section>
    }
}

/// One package in a card: what to start with, when to judge it, what to add then.
#[component]
fn Packages(packages: Vec<Package>) -> impl IntoView {
    let w = use_plan_words();
    let today = use_app().today();
    let on = |weeks: u16| today + Days::new(u64::from(weeks) * 7);
    (!packages.is_empty()).then(|| {
        let cards = packages
            .into_iter()
            .map(|package| {
                let parts = package.parts.into_iter().map(|part| {
                    let start = (part.start > 0).then(|| on(part.start));
                    view! {
                        <li>
                            <span class="small soft">{(w.package_start)(start)}</span>
                            <p class="names"><Names therapies=vec![part.therapy] /></p>
                            <p>
                                {(w.package_judge)(on(part.judge_from), on(part.judge_until))}
                                " "
                                {part.judge.map(|judge| judge.text)}
                            </p>
                        </li>
                    }
                });
                view! { <section class="card"><ol class="knots">{parts.collect_view()}</ol></section> }
            })
            .collect_view();
        view! {
            <section class="stack">
                <h2>{w.packages_title}</h2>
                <p class="soft">{w.packages_text}</p>
                {cards}
            </section>
        }
    })
}

/// The names of options, each leading to its page.
#[component]
pub fn Names(therapies: Vec<&'static Therapy>) -> impl IntoView {
    therapies
        .into_iter()
        .map(|therapy| {
            view! { <a class="name-link" href=Route::Option(TherapyId::from(therapy.id)).href()>{short_name(therapy)}</a> }
        })
        .collect_view()
}

/// The name without its examples in brackets.
fn short_name(therapy: &'static Therapy) -> &'static str {
    therapy.name.split(" (").next().unwrap_or(therapy.name)
}

#[component]
fn Steps(steps: Vec<Step>) -> impl IntoView {
    let w = use_plan_words();
    (!steps.is_empty()).then(|| {
        let steps = steps
            .into_iter()
            .map(|step| {
                view! {
                    <section class="card">
                        <h3>{(w.stage)(step.stage)}</h3>
                        <p class="names"><Names therapies=step.therapies /></p>
                    </section>
                }
            })
            .collect_view();
        view! {
            <section class="stack">
                <h2>{w.steps_title}</h2>
                <Note kind=NoteKind::Info heading=w.steps_text><p>{w.judge_text}</p></Note>
                {steps}
            </section>
        }
    })
}

#[component]
fn Judges(judged: Vec<Judged>) -> impl IntoView {
    let w = use_plan_words();
    (!judged.is_empty()).then(|| {
        let rows = judged
            .into_iter()
            .map(|judged| {
                view! {
                    <div>
                        <dt><Names therapies=vec![judged.therapy] /></dt>
                        <dd>{judged.judge.text}</dd>
                    </div>
                }
            })
            .collect_view();
        view! {
            <section class="card">
                <h2>{w.judge_title}</h2>
                <dl class="facts facts-review">{rows}</dl>
            </section>
        }
    })
}
