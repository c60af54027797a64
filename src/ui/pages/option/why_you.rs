//! Owns why an option may fit this person and what speaks against it: what guidelines say, and behind "You said" nothing
//! but the person's own answers.

use leptos::prelude::*;

use crate::domain::plan::model::{Line, Reason};
use crate::knowledge::Expression;
use crate::state::assessment::Behind;
use crate::state::{use_app, use_messages, use_plan_words};
use crate::ui::components::icon::Icon;

#[component]
pub fn WhyYou(line: Line) -> impl IntoView {
    let (t, w) = (use_messages(), use_plan_words());
    let why_here = (w.why_here)(&line);
    let conditions = line.rules.iter().map(|rule| rule.when);
    let conditions = conditions.chain(line.avoid.iter().map(|avoid| avoid.when));
    let (against, fits): (Vec<_>, Vec<_>) = line
        .reasons
        .iter()
        .cloned()
        .zip(conditions)
        .partition(|(reason, _)| reason.against);
    view! {
        {line.conflict.then(|| view! { <p><b>{t.guidelines_differ}</b>" "{t.guidelines_differ_text}</p> })}
        {why_here.map(|why_here| view! { <p>{why_here}</p> })}
        <Reasons heading=t.why_fits icon="check" reasons=fits />
        <Reasons heading=t.why_against icon="info" reasons=against />
        {line.using.then(|| view! { <p>{t.using_text}</p> })}
    }
}

#[component]
fn Reasons(
    heading: &'static str,
    icon: &'static str,
    reasons: Vec<(Reason, Expression)>,
) -> impl IntoView {
    (!reasons.is_empty()).then(|| {
        let rows = reasons
            .into_iter()
            .map(|(reason, when)| {
                view! {
                    <li>
                        <Icon name=icon />
                        <span>{reason.text.to_string()}</span>
                        <YouSaid when />
                    </li>
                }
            })
            .collect_view();
        view! {
            <section class="card">
                <h2>{heading}</h2>
                <ul class="whyyou">{rows}</ul>
            </section>
        }
    })
}

/// The answers that made the reason count; nothing where it counts for everybody.
#[component]
fn YouSaid(when: Expression) -> impl IntoView {
    let app = use_app();
    let (t, w) = (use_messages(), use_plan_words());
    let said: Vec<String> = app
        .assessment
        .behind(when)
        .into_iter()
        .map(|behind| match behind {
            Behind::Fact(id, value) => (w.fact_value)(id, &value),
            Behind::Question(question, answer) => {
                format!("“{}”: {}", question.ask, (w.safety_answer)(answer))
            }
        })
        .collect();
    (!said.is_empty()).then(|| view! { <span class="src">{(t.you_said)(&said.join("; "))}</span> })
}
