//! Owns one best fit: its cloth sample and kind, its name, what it is, why it fits, how firm guidelines are, who gives it,
//! when to judge it, and my view.

use leptos::ev::MouseEvent;
use leptos::prelude::*;

use super::Opened;
use super::view_seam::ViewSeam;
use crate::domain::ids::TherapyId;
use crate::domain::plan::combinations::judge_of;
use crate::domain::plan::model::Line;
use crate::domain::plan::told::{Care, Told};
use crate::knowledge::{Level, Therapy};
use crate::state::{use_app, use_plan_page_words};
use crate::ui::components::icon::Icon;
use crate::ui::components::strength::Strength;
use crate::ui::components::swatch::{Swatch, drawing_of};
use crate::ui::route::Route;

/// Reasons on a card: more are on the page of the option.
const MOST_REASONS: usize = 2;
/// Letters of a reason that stands whole on a card: three lines of a phone.
const SHORT_REASON: usize = 100;

#[component]
pub fn FitCard(line: Line, opened: Opened) -> impl IntoView {
    let w = use_plan_page_words();
    let app = use_app();
    let therapy = line.therapy;
    let told = app.assessment.told(&line);
    let care = app.assessment.care(&line);
    // Whole where it is short, else its first sentence: the rest is on the page of the option.
    let why = match line.closest_reason() {
        Some(reason) if reason.text.len() <= SHORT_REASON => reason.text.to_string(),
        Some(reason) => first_sentence(&reason.text).to_owned(),
        None => first_sentence(therapy.text().plain).to_owned(),
    };
    view! {
        <li class=if opened.is_changed(therapy) { "fit fit-changed" } else { "fit" } data-domain=therapy.domain.word()>
            <div class="fit-in">
                <div class="fit-top">
                    <Swatch drawing=drawing_of(therapy) />
                    <div>
                        <p class="kind-name">{therapy.domain.name()}</p>
                        <h3><OptionLink therapy opened /></h3>
                    </div>
                </div>
                <p class="why">{why}</p>
                <Matches told care />
                <Metas line />
                {opened.is_changed(therapy).then(|| view! { <p class="small soft">{w.tag_changed}</p> })}
                <ViewSeam therapy place="list" />
            </div>
        </li>
    }
}

/// The name, which leads to the option: beside the list where there is room, else to a page of its own.
#[component]
pub fn OptionLink(therapy: &'static Therapy, opened: Opened) -> impl IntoView {
    let go = move |event: MouseEvent| {
        if opened.beside(therapy) {
            event.prevent_default();
        }
    };
    view! {
        <a
            id=format!("option-{}", therapy.id)
            href=Route::Option(TherapyId::from(therapy.id)).href()
            aria-current=move || opened.is_open(therapy).then_some("true")
            on:click=go
        >
            {therapy.short_name()}
        </a>
    }
}

/// Why it fits, in few words, and what asks for care.
#[component]
pub fn Matches(told: Vec<Told>, care: Option<Care>) -> impl IntoView {
    let w = use_plan_page_words();
    // A caution that is only to be said at the visit does not stand beside one that takes an option off.
    let care = care.filter(|care| care.level != Level::Wish);
    let is_empty = told.is_empty() && care.is_none();
    let rows = told
        .iter()
        .take(MOST_REASONS)
        .map(|told| {
            let is_goal = matches!(told, Told::Goal(_));
            view! {
                <li class="match">
                    <Icon name=if is_goal { "goal" } else { "check" } />
                    {is_goal.then(|| view! { <span class="sr">{w.your_goal}" "</span> })}
                    {(w.told)(told)}
                </li>
            }
        })
        .collect_view();
    (!is_empty).then(|| {
        view! {
            <ul class="matches" aria-label=w.matches_label>
                {rows}
                {care.map(|care| view! { <li class="match match-care"><Icon name="warning" />{(w.care)(&care)}</li> })}
            </ul>
        }
    })
}

/// How firm guidelines are, who gives it, when to judge it.
#[component]
pub fn Metas(line: Line) -> impl IntoView {
    let w = use_plan_page_words();
    let strength = line.strength().map(|strength| {
        let (threads, word) = (w.guidelines)(strength);
        match line.conflict {
            true => (threads, w.guidelines_disagree),
            false => (threads, word),
        }
    });
    let judged = judge_of(line.therapy).map(|judge| match judge.weeks {
        Some(weeks) => (w.judge_after)(weeks),
        None => w.judge_each_time.to_owned(),
    });
    let who = line.therapy.who_first();
    view! {
        <p class="metas">
            {strength.map(|(threads, word)| view! { <Strength threads word /> })}
            <span><Icon name="mypain" />{who}</span>
            {judged.map(|judged| view! { <span><Icon name="flag" />{judged}</span> })}
        </p>
    }
}

/// The first sentence of a text.
pub fn first_sentence(text: &str) -> &str {
    text.split_once(". ")
        .map_or(text, |(first, _)| &text[..=first.len()])
}
