//! Owns Today: what now?

use leptos::prelude::*;

use crate::state::unread::Telling;
use crate::state::{page, use_app, use_messages};
use crate::ui::components::frame::{Place, PlacePage};
use crate::ui::components::icon::Icon;
use crate::ui::components::reminders::Reminders;
use crate::ui::components::signs_note::SignsNote;
use crate::ui::pages::diary::attack::RunningAttack;
use crate::ui::pages::diary::medicines::{AskRelief, MedicineWarnings};
use crate::ui::pages::diary::week::DaysSoFar;
use crate::ui::pages::keep::CopyReminder;
use crate::ui::route::Route;

/// The next useful thing for a person who has told something.
#[component]
pub fn TodayPage() -> impl IntoView {
    let app = use_app();
    let t = use_messages();
    let name = app.assessment.name();
    let open = app.assessment.open_questions();
    let minutes = app.assessment.minutes_left();
    let has_story = !app.assessment.is_empty();
    let logged = move || {
        let logged = app.diary.logged(28);
        (t.logged_of)(logged.days, logged.of)
    };
    // Whoever had attacks before starts one in one tap, of the kind of the last.
    let kind = Memo::new(move |_| app.diary.last_kind_of_attack());
    let start_attack = move || {
        match kind.get() {
        Some(kind) => {
            let start = move |_| {
                app.diary.begin_attack(kind);
                page::go(&Route::Attack.href());
            };
            view! { <button type="button" class="btn" on:click=start><Icon name="timer" />{t.diary.attack_now}</button> }.into_any()
        }
        None => view! { <a class="btn" href=Route::Attack.href()><Icon name="timer" />{t.diary.attack}</a> }.into_any(),
    }
    };
    let pain_free_today = move |_| app.diary.log_pain_free();
    view! {
        <PlacePage place=Place::Today>
            <header class="top">
                <div class="title grow">
                    <h1>{match &name { Some(name) => (t.hello_name)(name), None => t.hello.to_owned() }}</h1>
                    <p class="soft small">{move || (t.long_date)(app.today())}</p>
                </div>
            </header>
            <CopyReminder />
            <Reminders />
            <RunningAttack />
            <MedicineWarnings />
            <AskRelief />
            <SignsNote />
            {move || if app.is_held_back(Telling::Story) {
                // What was told cannot be read: nobody may be asked to begin.
                ().into_any()
            } else if !has_story {
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
                    <a class="btn btn-big btn-wide" href=Route::Log(None).href()><Icon name="plus" />{t.log_today}</a>
                    <button type="button" class="btn btn-big btn-wide" on:click=pain_free_today>
                        <Icon name="check" />
                        {t.no_pain_today}
                    </button>
                </div>
                <div class="row">
                    {start_attack}
                    <a class="btn" href=Route::Evening.href()><Icon name="sleep" />{t.diary.evening}</a>
                </div>
                <p role="status" class="small">{move || (app.diary.pain_free_logged_today() && !app.is_writing()).then_some(t.pain_free_saved)}</p>
            </section>
            <DaysSoFar />
            <section class="stack">
                <h2>{t.carry_on}</h2>
                <a class="card card-link" href=Route::Plan.href()>
                    <Icon name="plan" />
                    <span><b>{t.today_plan}</b><span class="soft">{t.today_plan_text}</span></span>
                    <Icon name="next" />
                </a>
                <a class="card card-link" href=Route::Trends.href()>
                    <Icon name="chart" />
                    <span><b>{t.today_trends}</b><span class="soft">{logged}</span></span>
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
