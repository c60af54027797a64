//! Owns the page that stops everything: what to do now about an urgent warning sign, with the right numbers.

use leptos::prelude::*;

use crate::domain::help_numbers::phone_numbers;
use crate::domain::questionnaire::flow::Next;
use crate::domain::questionnaire::response::HowDealtWith;
use crate::knowledge::{Class, Flag, PhoneNumbers};
use crate::state::{page, use_app, use_messages};
use crate::ui::components::icon::Icon;
use crate::ui::route::Route;

/// The most urgent sign that has not been dealt with. Without one, the page leads to Today.
#[component]
pub fn UrgentPage() -> impl IntoView {
    let app = use_app();
    if untrack(|| app.assessment.urgent_signs().is_empty()) {
        page::replace(&Route::Today.href());
    }
    move || {
        let most_urgent = app.assessment.urgent_signs().into_iter().next();
        most_urgent.map(|warning| view! { <UrgentSign flag=warning.flag class=warning.class /> })
    }
}

#[component]
fn UrgentSign(flag: &'static Flag, class: Class) -> impl IntoView {
    let app = use_app();
    let t = use_messages();
    let is_emergency = class == Class::Emergency;
    let is_self_harm = flag.id.starts_with("any_suicide");
    let is_poisoning = flag.id == "any_too_much_medicine" || flag.id == "any_opioid_overdose";
    let numbers = move || app.assessment.phone_numbers();
    let ticked = app.assessment.ticked_questions_of(flag);
    let others = move || app.assessment.urgent_signs().len().saturating_sub(1);
    let dealt_with = move |how: HowDealtWith| {
        move |_| {
            app.assessment.deal_with(flag, how);
            if !app.assessment.must_stop() {
                page::go(
                    &Route::Ask {
                        item: None,
                        step: 0,
                    }
                    .href(),
                );
            }
        }
    };
    let place_to_change = ticked
        .first()
        .and_then(|question| app.assessment.screen_of_sign(question))
        .map(|(item, screen)| Route::from(Next::Signs { item, screen }));
    view! {
        <div class="app">
            <main class="page page-narrow" id="main" tabindex="-1">
                <div class="urgent">
                    <p class="row"><Icon name="warning" /><b>{if is_emergency { t.urgent_now } else { t.urgent_today }}</b></p>
                    <h1>{if is_emergency { t.urgent_now_title } else { t.urgent_today_title }}</h1>
                    <p>{flag.say}</p>
                    {(!ticked.is_empty() && !is_self_harm).then(|| view! {
                        <div class="stack-s">
                            <p><b>{t.urgent_tell_them}</b></p>
                            {ticked.iter().map(|question| view! { <p class="say">{question.ask}</p> }).collect_view()}
                        </div>
                    })}
                    {move || match numbers() {
                        None => view! { <RegionMissing /> }.into_any(),
                        Some(numbers) => {
                            let first = if is_self_harm && !is_emergency {
                                view! { <NumberButtons line=numbers.crisis label=t.call_crisis urgent=true /> }.into_any()
                            } else if is_emergency {
                                view! { <NumberButtons line=numbers.emergency label=t.call urgent=true /> }.into_any()
                            } else {
                                view! { <NumberButtons line=numbers.non_emergency label=t.call urgent=true /> }.into_any()
                            };
                            view! {
                                {first}
                                {(is_self_harm && is_emergency)
                                    .then(|| view! { <NumberButtons line=numbers.crisis label=t.call_crisis urgent=false /> })}
                                {is_poisoning
                                    .then(|| view! { <NumberButtons line=numbers.poison label=t.call_poison urgent=false /> })}
                                {(!is_emergency)
                                    .then(|| view! { <NumberButtons line=numbers.emergency label=t.call_if_worse urgent=false /> })}
                            }
                            .into_any()
                        }
                    }}
                </div>
                {move || (others() > 0).then(|| view! { <p>{(t.urgent_others)(others())}</p> })}
                <div class="stack">
                    {if is_emergency {
                        view! {
                            <button type="button" class="btn btn-wide" on:click=dealt_with(HowDealtWith::BeingHelped)>
                                {t.urgent_being_helped}
                            </button>
                        }
                        .into_any()
                    } else {
                        view! {
                            <button type="button" class="btn btn-wide" on:click=dealt_with(HowDealtWith::HelpArranged)>
                                {t.urgent_arranged}
                            </button>
                        }
                        .into_any()
                    }}
                    {place_to_change.map(|place| view! {
                        <a class="btn btn-quiet btn-wide" href=place.href()>{t.urgent_change}</a>
                    })}
                    {is_self_harm.then(|| view! {
                        <button type="button" class="btn btn-quiet btn-wide" on:click=move |_| page::replace(&Route::Blank.href())>
                            {t.hide_screen}
                        </button>
                    })}
                </div>
                <p class="small soft">{t.urgent_saved}</p>
                <p class="small"><a href=Route::Diary.href()>{t.urgent_to_diary}</a></p>
            </main>
        </div>
    }
}

/// One large button for each number in a line; a line without a number is shown as it is.
#[component]
fn NumberButtons(line: &'static str, label: fn(&str) -> String, urgent: bool) -> impl IntoView {
    let numbers = phone_numbers(line);
    let buttons = numbers
        .into_iter()
        .enumerate()
        .map(|(place, number)| {
            let class = if urgent && place == 0 {
                "btn btn-danger btn-big btn-wide"
            } else {
                "btn btn-wide"
            };
            view! {
                <a class=class href=format!("tel:{}", number.dialled)>
                    <Icon name="phone" />
                    {label(&number.shown)}
                </a>
            }
        })
        .collect_view();
    view! {
        <div class="stack-s">
            {buttons}
            <p class="small soft">{line}</p>
        </div>
    }
}

/// Without a country no number is shown: a number of another country looks right and may reach nobody.
#[component]
fn RegionMissing() -> impl IntoView {
    let t = use_messages();
    view! {
        <div class="stack-s">
            <p><b>{t.urgent_no_region}</b></p>
            <a class="btn btn-wide" href=Route::ask("about.region").href()>{t.urgent_choose_region}</a>
        </div>
    }
}

/// The crisis line and the emergency number of the person's country, as plain lines.
#[component]
pub fn CrisisNumbers() -> impl IntoView {
    let app = use_app();
    let t = use_messages();
    move || match app.assessment.phone_numbers() {
        Some(PhoneNumbers {
            crisis, emergency, ..
        }) => view! {
            <p>{(t.crisis_line)(crisis)}</p>
            <p>{(t.emergency_line)(emergency)}</p>
        }
        .into_any(),
        None => view! { <RegionMissing /> }.into_any(),
    }
}
