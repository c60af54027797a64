//! Owns why an option is on the person's list, or is not: the rules, the answers behind them, strength, sources, version.

use leptos::prelude::*;

use crate::domain::plan::model::Line;
use crate::knowledge::{AVOIDS, Avoid, Expression, RULES, Rule, Therapy, VERSION};
use crate::state::assessment::Behind;
use crate::state::{use_app, use_messages, use_plan_words};
use crate::ui::components::sources::Sources;
use crate::ui::pages::how_made::Condition;

#[component]
pub fn Why(therapy: &'static Therapy, line: Option<Line>) -> impl IntoView {
    match line {
        Some(line) => view! { <OnTheList line /> }.into_any(),
        None => view! { <NotOnTheList therapy /> }.into_any(),
    }
}

/// Each rule that counts, with the answers behind it.
#[component]
fn OnTheList(line: Line) -> impl IntoView {
    let (t, w) = (use_messages(), use_plan_words());
    let heading = if line.rules.is_empty() {
        w.why_not_on_list
    } else {
        w.why_on_list
    };
    let ids = line.rules.iter().map(|rule| (rule.id, rule.when));
    let avoids = line.avoid.iter().map(|avoid| (avoid.id, avoid.when));
    let traces: Vec<(&'static str, Expression)> = ids.chain(avoids).collect();
    let rows = traces
        .into_iter()
        .zip(line.reasons)
        .map(|((id, when), reason)| {
            let (_, strength) = (t.strength)(reason.strength);
            view! {
                <li class="stack-s">
                    <p>{reason.text.to_string()}</p>
                    <AnswersBehind when />
                    <p class="small soft">{(w.rule_line)(id)}" · "{strength}" · "{(w.rule_version)(VERSION)}</p>
                    <Sources sources=reason.sources.to_vec() />
                </li>
            }
        })
        .collect_view();
    view! {
        <details class="card card-plain">
            <summary><b>{heading}</b></summary>
            <ul class="list">{rows}</ul>
        </details>
    }
}

#[component]
fn AnswersBehind(when: Expression) -> impl IntoView {
    let app = use_app();
    let w = use_plan_words();
    let behind = app.assessment.behind(when);
    if behind.is_empty() {
        return view! { <p class="small">{w.no_answer_behind}</p> }.into_any();
    }
    let rows = behind
        .into_iter()
        .map(|behind| {
            let line = match behind {
                Behind::Fact(id, value) => (w.fact_value)(id, &value),
                Behind::Question(question, answer) => {
                    format!("“{}”: {}", question.ask, (w.safety_answer)(answer))
                }
            };
            view! { <li>{line}</li> }
        })
        .collect_view();
    view! {
        <div class="small">
            <p>{w.answers_behind}</p>
            <ul class="dashes">{rows}</ul>
        </div>
    }
    .into_any()
}

/// Every rule that could have put it on the list, in words.
#[component]
fn NotOnTheList(therapy: &'static Therapy) -> impl IntoView {
    let w = use_plan_words();
    let rules: Vec<&'static Rule> = RULES
        .iter()
        .filter(|rule| rule.therapy == therapy)
        .collect();
    let avoids: Vec<&'static Avoid> = AVOIDS
        .iter()
        .filter(|avoid| avoid.therapies.contains(&therapy))
        .collect();
    let is_asked_only = rules.is_empty() && avoids.is_empty();
    let conditions = rules
        .iter()
        .map(|rule| (rule.id, rule.when))
        .chain(avoids.iter().map(|avoid| (avoid.id, avoid.when)));
    let rows = conditions
        .map(|(id, when)| {
            view! {
                <li class="stack-s">
                    <Condition when />
                    <p class="small soft">{(w.rule_line)(id)}</p>
                </li>
            }
        })
        .collect_view();
    view! {
        <details class="card card-plain">
            <summary><b>{w.why_not_on_list}</b></summary>
            {if is_asked_only {
                view! { <p>{w.only_on_request}</p> }.into_any()
            } else {
                view! {
                    <p>{w.not_on_list_text}</p>
                    <ul class="list">{rows}</ul>
                    <p class="small">{w.unknown_answers}</p>
                }.into_any()
            }}
        </details>
    }
}
