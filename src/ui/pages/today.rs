//! Owns Today: what now?

use leptos::prelude::*;

use crate::state::{use_app, use_messages};
use crate::ui::components::frame::{Place, PlacePage};
use crate::ui::components::icon::{BrandMark, Icon};
use crate::ui::components::note::{Note, NoteKind};
use crate::ui::route::Route;

/// For a person who has told nothing yet: what the app is. Later: the next useful thing.
#[component]
pub fn TodayPage() -> impl IntoView {
    let app = use_app();
    let is_new = app.assessment.is_empty() && app.diary.is_empty();
    if is_new {
        view! { <Welcome /> }.into_any()
    } else {
        view! { <Day /> }.into_any()
    }
}

#[component]
fn Welcome() -> impl IntoView {
    let t = use_messages();
    let points = [
        ("mypain", t.welcome_story_name, t.welcome_story),
        ("diary", t.welcome_diary_name, t.welcome_diary),
        ("plan", t.welcome_plan_name, t.welcome_plan),
        ("print", t.welcome_pages_name, t.welcome_pages),
    ]
    .into_iter()
    .map(|(icon, name, text)| view! { <li class="iconrow"><Icon name=icon /><p><b>{name}</b>" "{text}</p></li> })
    .collect_view();
    view! {
        <PlacePage place=Place::Today>
            <div class="stack">
                <div class="row"><BrandMark /><b>{t.app_name}</b></div>
                <h1>{t.welcome_title}</h1>
                <hr class="stitch" />
                <p>{t.welcome_text}</p>
            </div>
            <div class="stack">
                <a class="btn btn-primary btn-big btn-wide" href=Route::Ask { item: None, step: 0 }.href()>{t.welcome_start}</a>
                <a class="btn btn-wide" href=Route::Log.href()>{t.welcome_just_diary}</a>
            </div>
            <Note kind=NoteKind::Ok heading=t.welcome_private_name icon="lock"><p>{t.welcome_private}</p></Note>
            <ul class="card list">{points}</ul>
            <p class="small soft">{t.not_a_device}</p>
            <p class="small"><a href=Route::About.href()>{t.welcome_about}</a></p>
        </PlacePage>
    }
}

#[component]
fn Day() -> impl IntoView {
    let app = use_app();
    let t = use_messages();
    let today = app.today();
    let name = app.assessment.name();
    let open = app.assessment.open_questions();
    let minutes = app.assessment.minutes_left();
    let has_story = !app.assessment.is_empty();
    let logged = app.diary.logged(28);
    let pain_free_today = move |_| app.diary.log_pain_free();
    view! {
        <PlacePage place=Place::Today>
            <header class="top">
                <div class="title grow">
                    <h1>{match &name { Some(name) => (t.hello_name)(name), None => t.hello.to_owned() }}</h1>
                    <p class="soft small">{(t.long_date)(today)}</p>
                </div>
            </header>
            {if !has_story {
                view! {
                    <section class="card card-lead">
                        <h2>{t.today_no_story}</h2>
                        <p>{t.today_no_story_text}</p>
                        <div class="row">
                            <a class="btn btn-primary" href=Route::Ask { item: None, step: 0 }.href()>{t.welcome_start}</a>
                        </div>
                    </section>
                }.into_any()
            } else if open > 0 {
                view! {
                    <section class="card card-lead">
                        <h2>{t.today_go_on}</h2>
                        <p>{(t.today_open)(open, minutes)}</p>
                        <div class="row">
                            <a class="btn btn-primary" href=Route::Ask { item: None, step: 0 }.href()>{t.carry_on}</a>
                        </div>
                    </section>
                }.into_any()
            } else {
                view! {
                    <section class="card card-lead">
                        <h2>{t.today_ready}</h2>
                        <p>{t.today_ready_text}</p>
                        <div class="row"><a class="btn btn-primary" href=Route::Pages.href()>{t.see_pages}</a></div>
                    </section>
                }.into_any()
            }}
            <section class="stack">
                <h2>{t.today_how}</h2>
                <div class="two">
                    <a class="btn btn-big btn-wide" href=Route::Log.href()><Icon name="plus" />{t.log_today}</a>
                    <button type="button" class="btn btn-big btn-wide" on:click=pain_free_today>
                        <Icon name="check" />
                        {t.no_pain_today}
                    </button>
                </div>
                <p role="status" class="small">{move || app.diary.pain_free_logged_today().then_some(t.pain_free_saved)}</p>
            </section>
            <section class="stack">
                <h2>{t.carry_on}</h2>
                <a class="card card-link" href=Route::Plan.href()>
                    <Icon name="plan" />
                    <span><b>{t.today_plan}</b><span class="soft">{t.today_plan_text}</span></span>
                    <Icon name="next" />
                </a>
                <a class="card card-link" href=Route::Trends.href()>
                    <Icon name="chart" />
                    <span><b>{t.today_trends}</b><span class="soft">{(t.logged_of)(logged.days, logged.of)}</span></span>
                    <Icon name="next" />
                </a>
                <a class="card card-link" href=Route::Pages.href()>
                    <Icon name="print" />
                    <span><b>{t.today_pages}</b><span class="soft">{t.today_pages_text}</span></span>
                    <Icon name="next" />
                </a>
            </section>
        </PlacePage>
    }
}
