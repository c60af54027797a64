//! Owns what goes together and what clashes: between options, and with what the person has or takes.

use leptos::prelude::*;

use crate::domain::date::Days;
use crate::domain::ids::TherapyId;
use crate::domain::plan::combinations::{Found, Judged, Step};
use crate::domain::plan::packages::Package;
use crate::knowledge::{Cited, CombinationKind, Therapy};
use crate::state::{use_app, use_messages, use_plan_words};
use crate::ui::components::clashes::ClashNote;
use crate::ui::components::frame::{BackHead, Place, PlacePage};
use crate::ui::components::icon::Icon;
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
    // What clashes among the medicines in use is named above.
    let clashes: Vec<Found> = combinations
        .of(CombinationKind::Clash)
        .filter(|found| !(is_named && found.one.is_empty()))
        .cloned()
        .collect();
    let folds = [CombinationKind::Together, CombinationKind::Order]
        .map(|kind| view! { <Kind kind found=combinations.of(kind).cloned().collect() /> });
    view! {
        <PlacePage place=Place::Plan>
            <BackHead to=Route::Plan back=t.back_to_plan title=w.together_title text=w.together_text />
            <ClashNote clashes=app.clashes_on(app.today()) />
            {is_empty.then(|| view! { <p>{w.nothing_to_combine}</p> })}
            <Clashes found=clashes />
            <Packages packages />
            <div class="kinds kinds-calm">
                {folds.into_iter().collect_view()}
                <Steps steps=combinations.steps />
                <Judges judged=combinations.judged />
            </div>
        </PlacePage>
    }
}

/// What clashes is about safety: it stands open, in one card.
#[component]
fn Clashes(found: Vec<Found>) -> impl IntoView {
    let w = use_plan_words();
    let (heading, text) = (w.combination)(CombinationKind::Clash);
    (!found.is_empty()).then(|| {
        view! {
            <section class="card card-warn">
                <h2><Icon name="warning" />" "{heading}</h2>
                <p class="soft">{text}</p>
                <FoundList found />
            </section>
        }
    })
}

/// What goes together or comes first, pair by pair.
#[component]
fn Kind(kind: CombinationKind, found: Vec<Found>) -> impl IntoView {
    let (heading, text) = (use_plan_words().combination)(kind);
    let count = found.len();
    view! { <Fold heading text count><FoundList found /></Fold> }
}

/// A row that opens; nothing when there is nothing behind it.
#[component]
fn Fold(
    heading: &'static str,
    text: &'static str,
    count: usize,
    children: Children,
) -> impl IntoView {
    (count > 0).then(|| {
        view! {
            <details class="kind kind-calm">
                <summary>
                    <Icon name="more" />
                    <span><span class="t">{heading}</span><span class="b">{text}</span></span>
                    <span class="n">{count}</span>
                </summary>
                <div class="quiet-list">{children()}</div>
            </details>
        }
    })
}

/// Each pair by name, with what is said of it; the sources of all behind one line.
#[component]
fn FoundList(found: Vec<Found>) -> impl IntoView {
    let w = use_plan_words();
    let mut sources: Vec<Cited> = Vec::new();
    for cited in found.iter().flat_map(Found::sources) {
        if !sources.contains(&cited) {
            sources.push(cited);
        }
    }
    let rows = found
        .into_iter()
        .map(|found| {
            let says: Vec<&str> = found.texts().collect();
            let names = match (found.one.is_empty(), found.other.is_empty()) {
                (true, _) => w.clashes_now.to_owned(),
                (false, true) => named(&found.one),
                (false, false) => {
                    format!(
                        "{} {} {}",
                        named(&found.one),
                        w.and_with,
                        named(&found.other)
                    )
                }
            };
            view! { <li><b>{names}": "</b>{says.join(" ")}</li> }
        })
        .collect_view();
    view! {
        <ul class="stack-s">{rows}</ul>
        <Sources sources />
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
                            <Names therapies=vec![part.therapy] />
                            <p class="small">
                                <b>{(w.package_start)(start)}</b>
                                ". "
                                {(w.package_judge)(on(part.judge_from), on(part.judge_until))}
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

fn named(therapies: &[&'static Therapy]) -> String {
    let names: Vec<&str> = therapies
        .iter()
        .map(|therapy| short_name(therapy))
        .collect();
    names.join(", ")
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
    let count = steps.iter().map(|step| step.therapies.len()).sum();
    let steps = steps
        .into_iter()
        .map(|step| {
            view! {
                <h3>{(w.stage)(step.stage)}</h3>
                <p class="names"><Names therapies=step.therapies /></p>
            }
        })
        .collect_view();
    view! {
        <Fold heading=w.steps_title text=w.steps_text count>
            {steps}
        </Fold>
    }
}

#[component]
fn Judges(judged: Vec<Judged>) -> impl IntoView {
    let w = use_plan_words();
    let count = judged.len();
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
        <Fold heading=w.judge_title text=w.judge_text count>
            <dl class="facts facts-review">{rows}</dl>
        </Fold>
    }
}
