//! Owns what to say first: warning signs for the next days, medicines that do not go together, and the lines of the box
//! "Say this first".

use std::sync::Arc;

use leptos::prelude::*;

use super::Opened;
use super::fit_card::{OptionLink, first_sentence};
use crate::domain::ids::TopicId;
use crate::domain::medicines::pairs::{CLASH_SIGN, Clash, most_urgent};
use crate::domain::plan::model::{Plan, Reason, Section};
use crate::knowledge::Urgency;
use crate::state::{use_app, use_medicine_words, use_plan_page_words};
use crate::ui::components::asked::Asked;
use crate::ui::components::icon::Icon;

#[component]
pub fn SayFirst(plan: Arc<Plan>, opened: Opened) -> impl IntoView {
    let app = use_app();
    let w = use_plan_page_words();
    let clashes = untrack(|| app.assessment.clashes());
    let has_clashes = !clashes.is_empty();
    // What clashes is named below.
    let signs = plan.safety.at_the_head(has_clashes.then_some(CLASH_SIGN));
    let soon = signs.within_days;
    let danger = (!soon.is_empty()).then(|| {
        let texts = soon
            .into_iter()
            .map(|flag| view! { <li>{flag.say}</li> })
            .collect_view();
        view! {
            <article class="first">
                <Icon name="warning" />
                <h2><span class="k">{w.first_key}</span>{w.within_days}</h2>
                <ul class="stack-s">{texts}</ul>
            </article>
        }
    });
    let at_the_visit = signs.at_the_visit.into_iter();
    let at_the_visit = at_the_visit.map(|flag| view! { <li><p>{flag.say}</p></li> }.into_any());
    let talks = plan.section(Section::First).map(|line| {
        let therapy = line.therapy;
        // Not what is said of the pairs right above.
        let is_said = |reason: &&Reason| {
            let said = clashes.iter().map(Clash::sentence);
            said.into_iter()
                .any(|said| reason.text.contains(first_sentence(&said)))
        };
        let closest = line.closest_reason().into_iter();
        let mut reasons = closest
            .chain(&line.reasons)
            .filter(|reason| !is_said(reason));
        let reason = reasons.next().map(|reason| reason.text.to_string());
        let topic = TopicId::of_option(therapy.id);
        let is_asked = is_asked(&topic);
        view! {
            <li>
                <h2 class="fit-top"><OptionLink therapy opened /></h2>
                {move || (!is_asked.get()).then(|| view! { <p>{reason.clone()}</p> })}
                <Asked topic />
            </li>
        }
        .into_any()
    });
    let talks: Vec<AnyView> = at_the_visit.chain(talks).collect();
    // One card for all of them, so that the best fits come soon.
    let talks = (!talks.is_empty()).then(|| {
        view! {
            <article class="first first-talk">
                <Icon name="info" />
                <p class="k">{w.first_talk_key}</p>
                <ul class="firsts">{talks}</ul>
            </article>
        }
    });
    view! {
        {danger}
        {move || view! { <Clashes clashes=app.clashes_on(app.today()) /> }}
        {talks}
    }
}

/// Medicines that do not go together. Once the person has asked, their names stay, and one more pair opens it again.
#[component]
fn Clashes(clashes: Vec<Clash>) -> impl IntoView {
    let (w, words) = (use_plan_page_words(), use_medicine_words());
    let urgency = most_urgent(&clashes)?;
    let topic = TopicId::of_pairs(clashes.iter().map(|clash| clash.names.as_slice()));
    let is_asked = is_asked(&topic);
    let body = move || {
        let of_diary = clashes.iter().any(|clash| clash.of_the_diary);
        let rows = clashes
            .iter()
            .map(|clash| match is_asked.get() {
                true => view! { <li>{(w.clashes_now)(&clash.names, 0)}</li> },
                false => view! { <li>{clash.sentence()}</li> },
            })
            .collect_view();
        view! {
            <ul class="stack-s">{rows}</ul>
            {of_diary.then(|| view! { <p>{words.clash_from_diary}</p> })}
            {(!is_asked.get()).then(|| view! { <p><b>{(words.clash_ask)(urgency)}</b></p> })}
        }
    };
    Some(view! {
        <article class="first" class=("first-talk", urgency == Urgency::Week)>
            <Icon name="warning" />
            <h2><span class="k">{w.first_key}</span>{words.clash_title}</h2>
            <div class="stack-s">{body}</div>
            <Asked topic />
        </article>
    })
}

/// Whether the person has said that they have asked.
fn is_asked(topic: &TopicId) -> Memo<bool> {
    let app = use_app();
    let topic = topic.clone();
    Memo::new(move |_| app.arranged.asked_on(&topic).is_some())
}
