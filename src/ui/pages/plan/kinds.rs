//! Owns everything that is not among the best fits: one row for each kind, opened in place, and last and calm what is
//! usually not advised.

use std::sync::Arc;

use leptos::prelude::*;

use super::Opened;
use super::fit_card::{Matches, Metas};
use super::further::Further;
use crate::domain::collections::InOrder;
use crate::domain::ids::TherapyId;
use crate::domain::plan::model::{Line, Plan, Section, Status};
use crate::knowledge::{Domain, Level};
use crate::state::{use_app, use_plan_page_words};
use crate::ui::components::icon::Icon;
use crate::ui::components::swatch::{Swatch, drawing_of_kind};
use crate::ui::route::Route;

#[component]
pub fn Kinds(plan: Arc<Plan>, opened: Opened) -> impl IntoView {
    let w = use_plan_page_words();
    let is_said_no = |line: &Line| opened.said_no(line.therapy);
    let here = |line: &&Line| {
        !matches!(
            line.section,
            Section::First | Section::Best | Section::NotForYou | Section::UsuallyNot
        ) && !is_said_no(line)
    };
    let mut domains: Vec<Domain> = Domain::ALL.to_vec();
    // Kinds that serve a goal of the person come first; the others keep the order of the file.
    let goals_of = |domain: Domain| {
        let lines = plan.lines.iter().filter(|line| line.domain() == domain);
        lines.filter(|line| line.goals().next().is_some()).count()
    };
    domains.put_in_order_by_key(|domain| std::cmp::Reverse(goals_of(*domain).min(1)));
    let kinds = domains
        .into_iter()
        .map(|domain| {
            let lines: Vec<Line> = plan
                .lines
                .iter()
                .filter(|line| line.domain() == domain)
                .filter(here)
                .cloned()
                .collect();
            (!lines.is_empty()).then(|| view! { <Kind domain lines opened /> })
        })
        .collect_view();
    let calm: Vec<Line> = plan
        .section(Section::NotForYou)
        .chain(plan.section(Section::UsuallyNot))
        .cloned()
        .collect();
    let said_no: Vec<Line> = plan
        .lines
        .iter()
        .filter(|line| is_said_no(line) && !calm.contains(line))
        .cloned()
        .collect();
    let asked: Vec<&'static str> = plan.questions.iter().map(|question| question.ask).collect();
    view! {
        <section aria-labelledby="kinds-h">
            <h2 id="kinds-h">{w.kinds_title}</h2>
            <div class="kinds">{kinds}</div>
            <div class="kinds kinds-calm">
            {(!said_no.is_empty()).then(|| view! { <Calm heading=w.said_no text=None lines=said_no /> })}
            {(!calm.is_empty()).then(|| {
                let text = (w.usually_not_text)(calm.len());
                view! { <Calm heading=w.usually_not text=Some(text) lines=calm /> }
            })}
            {(!asked.is_empty()).then(|| {
                let text = (w.caution_questions_text)(asked.len());
                view! {
                    <details class="kind kind-calm">
                        <summary>
                            <Icon name="question" />
                            <span><span class="t">{w.caution_questions}</span><span class="b">{text}</span></span>
                            <Icon name="next" />
                        </summary>
                        <ul class="quiet-list">{asked.into_iter().map(|ask| view! { <li>{ask}</li> }).collect_view()}</ul>
                    </details>
                }
            })}
            <Further />
            </div>
        </section>
    }
}

/// Two names stand in a row when together they have fewer letters, so that a row of a phone takes them.
const TWO_NAMES: usize = 28;

/// The row of a kind. Its options are drawn when it is first opened.
#[component]
fn Kind(domain: Domain, lines: Vec<Line>, opened: Opened) -> impl IntoView {
    let count = lines.len();
    // A name that was tried in vain, or stands under a caution, is no advertisement while the kind has another.
    let is_plain = |line: &&Line| {
        let is_cautioned = |level: Level| matches!(level, Level::Avoid | Level::Specialist);
        line.status != Status::TriedBefore
            && !line
                .cautions
                .iter()
                .any(|caution| is_cautioned(caution.level))
    };
    let plain: Vec<&str> = lines
        .iter()
        .filter(is_plain)
        .map(|line| line.therapy.short_name())
        .collect();
    let best = match plain.as_slice() {
        [] => lines
            .first()
            .map_or("", |line| line.therapy.short_name())
            .to_owned(),
        [one, other, ..] if one.len() + other.len() < TWO_NAMES => format!("{one}, {other}"),
        [one, ..] => (*one).to_owned(),
    };
    let is_open = untrack(|| opened.is_kind_open(domain));
    view! {
        <details
            class="kind"
            data-domain=domain.word()
            open=is_open
        >
            <summary on:click=move |_| opened.flip_kind(domain)>
                <Swatch drawing=drawing_of_kind(domain) small=true />
                <span><span class="t">{domain.name()}</span><span class="b">{best}</span></span>
                <span class="n">{count}</span>
            </summary>
            {move || opened.is_kind_open(domain).then(|| {
                let rows = lines.iter().cloned().map(|line| view! { <Row line /> }).collect_view();
                view! { <ul class="optrows">{rows}</ul> }
            })}
        </details>
    }
}

/// One option: its name, what matters for this person, how firm guidelines are.
#[component]
fn Row(line: Line) -> impl IntoView {
    let app = use_app();
    let w = use_plan_page_words();
    let therapy = line.therapy;
    let tag = match line.status {
        Status::Using => Some(w.using),
        Status::TriedBefore if app.assessment.was_too_short(therapy) => Some(w.tried_short),
        Status::TriedBefore => Some(w.tried_no_help),
        Status::Held => Some(w.held),
        Status::WouldRatherNot => Some(w.wish_against),
        Status::NotForYou | Status::UsuallyNot | Status::Helped | Status::New => None,
    };
    let view = app
        .assessment
        .view_once(therapy.id)
        .map(|view| (w.view)(view));
    let told = app.assessment.told(&line);
    let care = app
        .assessment
        .care(&line)
        .filter(|care| care.level != Level::Tell);
    let lower = (!line.minus.is_empty() && !told.is_empty()).then(|| {
        let reasons: Vec<&str> = line.minus.iter().map(|minus| minus.say()).collect();
        (w.lower_because)(&reasons.join("; "))
    });
    view! {
        <li data-domain=therapy.domain.word()>
            <a class="optrow" href=Route::Option(TherapyId::from(therapy.id)).href()>
                <span class="t">{therapy.short_name()}</span>
                <Icon name="next" />
                {tag.map(|tag| view! { <span class="why"><span class="tag">{tag}</span></span> })}
                {view.map(|view| view! { <span class="why"><span class="tag">{view}</span></span> })}
                <span class="why"><Matches told care /></span>
                {lower.map(|lower| view! { <span class="why">{lower}</span> })}
                <Metas line />
            </a>
        </li>
    }
}

/// Options apart from the others: a name and one honest reason, in no colour.
#[component]
fn Calm(heading: &'static str, text: Option<String>, lines: Vec<Line>) -> impl IntoView {
    let w = use_plan_page_words();
    let rows = lines
        .into_iter()
        .map(|line| {
            let therapy = line.therapy;
            // What takes it off the ideas; else the reason against it; else why it would stand there.
            let caution = line
                .cautions
                .iter()
                .find(|caution| caution.level == Level::Avoid);
            let reason = match caution {
                Some(caution) => caution.say.to_owned(),
                None => {
                    let against = line.reasons.iter().rfind(|reason| reason.against);
                    let reason = against.or(line.reasons.first());
                    reason
                        .map(|reason| reason.text.to_string())
                        .unwrap_or_default()
                }
            };
            let only = (line.status == Status::NotForYou).then_some(w.only_specialist);
            view! {
                <li>
                    <a href=Route::Option(TherapyId::from(therapy.id)).href()>{therapy.name}</a>
                    ". "{reason}
                    {only.map(|only| view! { " "<span class="tag">{only}</span> })}
                </li>
            }
        })
        .collect_view();
    view! {
        <details class="kind kind-calm">
            <summary>
                <Icon name="info" />
                <span><span class="t">{heading}</span>{text.map(|text| view! { <span class="b">{text}</span> })}</span>
                <Icon name="next" />
            </summary>
            <ul class="quiet-list">{rows}</ul>
        </details>
    }
}
