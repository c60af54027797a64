//! Owns how much an option helps and harms, of 100 people: the number about people like this person first. Where nobody
//! has counted, it says so.

use leptos::prelude::*;

use crate::i18n::OfHundred;
use crate::knowledge::{Cited, HonestNumber, Therapy, Versus};
use crate::state::{use_app, use_option_words};
use crate::ui::components::hundred::{Hundred, HundredMark};
use crate::ui::components::sources::Sources;

#[component]
pub fn HowMuch(therapy: &'static Therapy) -> impl IntoView {
    let w = use_option_words();
    let numbers = use_app().assessment.numbers_of(therapy);
    let (first, also) = match numbers.fitting.split_first() {
        Some((first, also)) => (Some(*first), also.to_vec()),
        None => (None, Vec::new()),
    };
    let none = match (first, numbers.others.is_empty()) {
        (Some(_), _) => None,
        (None, true) => Some(w.no_count),
        (None, false) => Some(w.no_count_like_you),
    };
    let others = match first {
        Some(_) => Vec::new(),
        None => numbers.others,
    };
    view! {
        <section class="card">
            <h2>{w.how_much}</h2>
            {none.map(|none| view! { <p>{none}</p> })}
            {first.map(|number| view! { <Counted number /> })}
            <Folded heading=w.also_counted numbers=also />
            <Folded heading=w.other_people numbers=others />
        </section>
    }
}

#[component]
fn Folded(heading: &'static str, numbers: Vec<&'static HonestNumber>) -> impl IntoView {
    (!numbers.is_empty()).then(|| {
        let rows = numbers
            .into_iter()
            .map(|number| view! { <li class="stack-s"><Counted number /></li> })
            .collect_view();
        view! {
            <details>
                <summary>{heading}</summary>
                <ul class="list">{rows}</ul>
            </details>
        }
    })
}

/// One comparison: better with it and without it, harms, who was studied and how sure it is.
#[component]
fn Counted(number: &'static HonestNumber) -> impl IntoView {
    let w = use_option_words();
    let was_open = match number.versus {
        Versus::Placebo | Versus::Sham => None,
        Versus::UsualCare | Versus::WaitingList | Versus::OtherTreatment => Some(w.was_open),
    };
    let benefit = match ((w.counted)(number), (w.size)(number)) {
        (Some(OfHundred { anyway, more, rest }), _) => view! {
            <h3>{(w.of_hundred)(number)}</h3>
            <p>{(w.outcome)(number)}</p>
            <div class="hundred-box">
                <Hundred anyway=anyway.0 more=more.0 />
                <ul class="hundred-words">
                    <li><HundredMark class="hb-anyway" />{anyway.1}</li>
                    <li><HundredMark class="hb-more" /><b>{more.1}</b></li>
                    <li><HundredMark class="hb-none" />{rest}</li>
                </ul>
            </div>
            <p class="small soft">{w.which_one}</p>
        }
        .into_any(),
        (None, Some((size, text))) => view! {
            <p>{(w.outcome)(number)}</p>
            <p class="hundred-n">{size}</p>
            <p>{text}</p>
        }
        .into_any(),
        (None, None) => ().into_any(),
    };
    let harms = number
        .harms
        .iter()
        .map(|harm| {
            let (text, both) = (w.harm)(harm);
            view! {
                <li class="hundred-box">
                    {both.map(|(anyway, more)| view! { <Hundred anyway more /> })}
                    <span>{text}</span>
                </li>
            }
        })
        .collect_view();
    let sources: Vec<Cited> = [number.sources, number.harm_sources].concat();
    view! {
        {benefit}
        <h3>{w.harms}</h3>
        {number.harms.is_empty().then(|| view! { <p>{w.harms_not_counted}</p> })}
        <ul class="stack-s">{harms}</ul>
        <p class="small soft">{(w.basis)(number)}" "{was_open}</p>
        <Sources sources />
    }
}
