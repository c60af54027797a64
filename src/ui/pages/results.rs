//! Owns the results of our own checks: numbers, kind sentences, and what each rests on. Never a diagnosis.

use leptos::prelude::*;

use crate::domain::scoring::{CheckResult, Outcome, Reading};
use crate::knowledge::source;
use crate::state::{use_app, use_messages};
use crate::ui::components::frame::{Place, PlacePage};
use crate::ui::components::icon::Icon;
use crate::ui::route::Route;

/// One card for each check that was begun.
#[component]
pub fn ResultsPage() -> impl IntoView {
    let app = use_app();
    let t = use_messages();
    let cards = move || {
        let results = app.assessment.results();
        if results.is_empty() {
            return view! { <p class="soft">{t.assessment.results_empty}</p> }.into_any();
        }
        let cards = results
            .into_iter()
            .map(|result| view! { <ResultCard result /> })
            .collect_view();
        cards.into_any()
    };
    view! {
        <PlacePage place=Place::MyPain>
            <header class="top">
                <a class="btn btn-quiet" href=Route::MyPain.href()><Icon name="back" />{t.nav_my_pain}</a>
            </header>
            <h1>{t.assessment.results_title}</h1>
            <p>{t.assessment.results_intro}</p>
            <div class="stack">{cards}</div>
        </PlacePage>
    }
}

#[component]
fn ResultCard(result: CheckResult) -> impl IntoView {
    let t = use_messages();
    let words = &t.assessment;
    let check = result.check;
    let (body, basis) = match result.outcome {
        Outcome::Incomplete => (
            view! { <p class="soft">{words.result_incomplete}</p> }.into_any(),
            ().into_any(),
        ),
        Outcome::Known(reading) => (said(&reading), basis(&reading)),
    };
    view! {
        <section class="card stack-s">
            <h2>{check.name}</h2>
            {body}
            <details class="group">
                <summary>{words.result_basis}</summary>
                <p class="small">{check.honest}</p>
                {basis}
            </details>
        </section>
    }
}

/// The numbers and what may be said about them.
fn said(reading: &Reading) -> AnyView {
    let t = use_messages();
    let words = &t.assessment;
    let figures = reading
        .figures
        .iter()
        .map(|figure| {
            view! {
                <div>
                    <dt>{(words.what)(figure.what)}</dt>
                    <dd><b>{(words.figure)(figure)}</b></dd>
                </div>
            }
        })
        .collect_view();
    let meanings = reading
        .meanings
        .iter()
        .map(|meaning| view! { <p>{(words.meaning)(*meaning)}</p> })
        .collect_view();
    view! { <dl class="facts">{figures}</dl> {meanings} }.into_any()
}

/// From where on something is said, and the sources of that.
fn basis(reading: &Reading) -> AnyView {
    let t = use_messages();
    reading
        .thresholds
        .iter()
        .map(|threshold| {
            let cites = threshold
                .sources
                .iter()
                // Only what somebody has seen; ":K" means from knowledge.
                .filter_map(|id| source(id).filter(|source| source.was_seen()))
                .map(|source| view! { <li class="small soft">{source.cite}</li> })
                .collect_view();
            view! {
                <p class="small">{(t.assessment.threshold)(threshold)}</p>
                <ul>{cites}</ul>
            }
        })
        .collect_view()
        .into_any()
}
