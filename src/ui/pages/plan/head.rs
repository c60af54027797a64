//! Owns the label at the head of the plan: what to say first, the goals, the best fits, what was tried, what is open.

use std::sync::Arc;

use leptos::prelude::*;

use crate::domain::medicines::pairs::CLASH_SIGN;
use crate::domain::plan::model::{Plan, Section};
use crate::domain::questionnaire::signs_way::SignsStanding;
use crate::knowledge::Therapy;
use crate::state::{use_app, use_plan_page_words};
use crate::ui::components::aloud::ReadAloud;
use crate::ui::components::icon::Icon;

/// Names in one line; the rest is counted, so that a line has two rows on a phone.
const NAMED: usize = 2;

#[component]
pub fn PlanHead(
    plan: Arc<Plan>,
    /// What is still open, in words; nothing while it is worked out.
    #[prop(into)]
    open: Signal<String>,
) -> impl IntoView {
    let app = use_app();
    let w = use_plan_page_words();
    let goals = app.assessment.goal_names();
    let lines = [
        Some(("warning", w.say_first, say_first(&plan))),
        Some(("goal", (w.goals)(goals.len()), match goals.is_empty() {
            true => w.no_goal.to_owned(),
            false => goals.join(", "),
        })),
        best_fits(&plan).map(|names| ("plan", w.best_fits, names)),
        tried(&plan).map(|(key, names)| ("history", key, names)),
    ]
    .into_iter()
    .flatten()
    .map(|(icon, key, words)| {
        view! { <li><Icon name=icon /><span><span class="k">{key}": "</span><b>{words}</b></span></li> }
    })
    .collect_view();
    view! {
        <section class="woven" aria-labelledby="plan-h">
            <div class="sec-head">
                <h1 id="plan-h" tabindex="-1">{w.title}</h1>
                <ReadAloud of=super::PLAN small=true />
                {app.assessment.visit_named().map(|visit| view! { <span class="soft small">{(w.for_visit)(&visit)}</span> })}
            </div>
            <ul class="five">
                {lines}
                <li><Icon name="question" /><span><span class="k">{w.open}": "</span><b>{open}</b></span></li>
            </ul>
        </section>
    }
}

/// Warning signs for the next days, medicines that do not go together, then what stands first in the plan, and signs for the
/// next visit: who said yes to any is never told that there is none.
fn say_first(plan: &Plan) -> String {
    let app = use_app();
    let w = use_plan_page_words();
    let clashes = untrack(|| app.clashes_on(app.today()));
    let signs = (plan.safety).at_the_head((!clashes.is_empty()).then_some(CLASH_SIGN));
    let (soon, acted_on) = (signs.within_days.len(), signs.acted_on.len());
    let mut said: Vec<String> = Vec::new();
    if acted_on > 0 {
        said.push((w.signs_acted_on)(acted_on));
    }
    if soon > 0 {
        said.push((w.signs_within_days)(soon));
    }
    if let Some((first, others)) = clashes.split_first() {
        said.push((w.clashes_now)(&first.names, others.len()));
    }
    // What is urgent stands alone in the line; the rest follows right below it.
    let n_urgent = said.len();
    let first: Vec<&'static Therapy> = plan
        .section(Section::First)
        .map(|line| line.therapy)
        .collect();
    if !first.is_empty() {
        said.push(match n_urgent {
            0 => named(&first),
            _ => (w.more_things)(first.len()),
        });
    }
    let at_the_visit = signs.at_the_visit.len();
    if at_the_visit > 0 {
        said.push((w.signs_at_the_visit)(at_the_visit));
    }
    match said.is_empty() {
        true => match untrack(|| app.assessment.signs_standing()) {
            SignsStanding::Asked { .. } if !plan.safety.checked.is_empty() => w.nothing_new,
            SignsStanding::Asked { .. } => w.nothing_urgent,
            SignsStanding::UrgentAsked { .. } => w.nothing_urgent_so_far,
            SignsStanding::NotAsked { .. } | SignsStanding::Old { .. } => w.signs_to_ask,
        }
        .to_owned(),
        false => said.join("; "),
    }
}

/// Where a scope entry keeps the plan back there are no best fits, and no answer would bring them.
fn best_fits(plan: &Plan) -> Option<String> {
    let best: Vec<&'static Therapy> = plan
        .section(Section::Best)
        .map(|line| line.therapy)
        .collect();
    match best.is_empty() {
        false => Some(named(&best)),
        true => plan
            .scope
            .is_empty()
            .then(|| use_plan_page_words().no_best.to_owned()),
    }
}

/// What did not help comes before what helped: it must not be offered again without a word.
fn tried(plan: &Plan) -> Option<(&'static str, String)> {
    let w = use_plan_page_words();
    let tried = use_app().assessment.tried_before(plan);
    [
        (w.not_again, tried.not_again),
        (w.too_short, tried.too_short),
        (w.helped, tried.helped),
    ]
    .into_iter()
    .find(|(_, therapies)| !therapies.is_empty())
    .map(|(key, therapies)| (key, named(&therapies)))
}

/// The first names, and how many more there are.
fn named(therapies: &[&'static Therapy]) -> String {
    let w = use_plan_page_words();
    let names = therapies
        .iter()
        .take(NAMED)
        .map(|therapy| therapy.short_name());
    let mut names: Vec<String> = names.map(str::to_owned).collect();
    if let Some(more) = therapies.len().checked_sub(NAMED).filter(|more| *more > 0) {
        names.push((w.and_more)(more));
    }
    names.join(", ")
}
