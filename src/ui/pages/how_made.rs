//! Owns "how this plan is made": every rule in readable form, and every source.

use leptos::prelude::*;

use crate::knowledge::{
    AVOIDS, CAUTIONS, COMBINATIONS, Cited, Expression, FLAGS, FactId, FactOrigin, RULES, SCOPES,
    SOURCES, Source, Therapy, VERSION,
};
use crate::state::{use_app, use_messages, use_plan_words};
use crate::ui::components::frame::{BackHead, Place, PlacePage};
use crate::ui::components::sources::Sources;
use crate::ui::pages::together::Names;
use crate::ui::route::Route;

#[component]
pub fn HowMadePage() -> impl IntoView {
    let app = use_app();
    let (t, w) = (use_messages(), use_plan_words());
    let plan = app.assessment.plan();
    let fired = plan.clone();
    let derived: Vec<FactId> = FactId::all()
        .filter(|id| matches!(id.fact().origin, FactOrigin::Derived(_)))
        .collect();
    view! {
        <PlacePage place=Place::Plan>
            <BackHead to=Route::Plan back=t.back_to_plan title=w.made_title text=(w.rule_version)(VERSION) />
            {w.made_text.iter().map(|text| view! { <p>{*text}</p> }).collect_view()}
            <p class="soft">{w.made_review}</p>
            <Part heading=w.made_signs count=FLAGS.len() rows=move || FLAGS.iter().map(|flag| {
                view! { <Row name=flag.id when=flag.when text=flag.say sources=flag.sources.to_vec() therapies=Vec::new() fires=None /> }
            }).collect_view().into_any() />
            <Part heading=w.made_rules count=RULES.len() rows=move || RULES.iter().map(|rule| {
                let fires = Some(fired.rules.contains(&rule));
                view! { <Row name=rule.id when=rule.when text=rule.why_short.unwrap_or(rule.why) sources=rule.sources.to_vec() therapies=vec![rule.therapy] fires /> }
            }).collect_view().into_any() />
            <Part heading=w.made_avoid count=AVOIDS.len() rows=move || AVOIDS.iter().map(|avoid| {
                view! { <Row name=avoid.id when=avoid.when text=avoid.why sources=avoid.sources.to_vec() therapies=avoid.therapies.to_vec() fires=None /> }
            }).collect_view().into_any() />
            <Part heading=w.made_cautions count=CAUTIONS.len() rows=move || CAUTIONS.iter().map(|caution| {
                view! { <Row name=caution.id when=caution.when text=caution.say sources=caution.sources.to_vec() therapies=caution.applies.to_vec() fires=None /> }
            }).collect_view().into_any() />
            <Part heading=w.made_facts count=derived.len() rows=move || derived.iter().filter_map(|id| {
                let FactOrigin::Derived(is) = id.fact().origin else { return None; };
                Some(view! { <Row name=id.fact().id when=is text=id.name() sources=id.sources().to_vec() therapies=Vec::new() fires=None /> })
            }).collect_view().into_any() />
            <Part heading=w.made_combinations count=COMBINATIONS.len() + SCOPES.len() rows=move || {
                let scopes = SCOPES.iter().map(|scope| view! { <Row name=scope.id when=scope.when text=scope.say sources=Vec::new() therapies=scope.keep.to_vec() fires=None /> }).collect_view();
                let combinations = COMBINATIONS.iter().map(|row| {
                    let therapies = row.one.iter().chain(row.other).copied().collect();
                    view! { <Row name=row.id when=row.when text=row.text sources=row.sources.to_vec() therapies fires=None /> }
                }).collect_view();
                view! { {scopes}{combinations} }.into_any()
            } />
            <Part heading=w.made_sources count=seen_sources().count() rows=move || seen_sources().map(|source| {
                view! { <li>{source.cite}</li> }
            }).collect_view().into_any() />
        </PlacePage>
    }
}

/// Documents that somebody has seen; the others are in the clinician's review document.
fn seen_sources() -> impl Iterator<Item = &'static Source> {
    SOURCES.iter().filter(|source| source.was_seen())
}

/// A part that makes its rows when it is first opened: there are hundreds of them.
#[component]
fn Part(
    heading: &'static str,
    count: usize,
    rows: impl Fn() -> AnyView + Send + Sync + 'static,
) -> impl IntoView {
    let w = use_plan_words();
    let opened = RwSignal::new(false);
    view! {
        <details class="card group" on:toggle=move |_| opened.set(true)>
            <summary><b>{heading}</b><span class="soft">{(w.made_count)(count)}</span></summary>
            {move || opened.get().then(|| view! { <ul class="list">{rows()}</ul> })}
        </details>
    }
}

/// One rule: what it says, for what, when.
#[component]
fn Row(
    name: &'static str,
    #[prop(into)] when: OptionalCondition,
    text: &'static str,
    sources: Vec<Cited>,
    therapies: Vec<&'static Therapy>,
    /// Whether it counts for this person; nothing when that is not shown.
    fires: Option<bool>,
) -> impl IntoView {
    let w = use_plan_words();
    view! {
        <li class="stack-s">
            <p>{text}</p>
            {(!therapies.is_empty()).then(|| view! { <p class="names small"><span class="soft">{w.applies_to}</span><Names therapies /></p> })}
            {when.0.map(|when| view! { <Condition when /> })}
            <p class="small soft">
                {(w.rule_line)(name)}
                {(fires == Some(true)).then(|| view! { " " <span class="tag tag-ok">{w.counts_for_you}</span> })}
            </p>
            <Sources sources />
        </li>
    }
}

/// A condition that some rows do without.
struct OptionalCondition(Option<Expression>);

impl From<Expression> for OptionalCondition {
    fn from(when: Expression) -> Self {
        Self(Some(when))
    }
}

impl From<Option<Expression>> for OptionalCondition {
    fn from(when: Option<Expression>) -> Self {
        Self(when)
    }
}

/// A condition in words, one line for each of its parts.
#[component]
pub fn Condition(when: Expression) -> impl IntoView {
    let w = use_plan_words();
    let (all, parts) = (w.condition_list)(when);
    if parts.len() == 1 {
        return view! { <p class="small">{parts}</p> }.into_any();
    }
    view! {
        <div class="small">
            <p>{if all { w.all_needed } else { w.one_needed }}</p>
            <ul class="dashes">{parts.into_iter().map(|part| view! { <li>{part}</li> }).collect_view()}</ul>
        </div>
    }
    .into_any()
}
