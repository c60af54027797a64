//! One file or folder per page.

pub mod about;
pub mod agreed;
mod agreed_result;
pub mod assessment;
pub mod blank;
pub mod compare;
pub mod diary;
pub mod flare;
mod health_record;
pub mod how_made;
pub mod import_preview;
pub mod keep;
pub mod lock;
pub mod more;
pub mod my_pain;
pub mod option;
pub mod options;
mod own_lines;
pub mod plan;
mod print_button;
pub mod questions;
pub mod results;
mod same_file;
pub mod share;
pub mod today;
pub mod together;
pub mod two_pages;
pub mod unlock;
mod unread;
pub mod urgent;
pub mod waiting;
pub mod welcome;

use leptos::prelude::*;

use self::about::AboutPage;
use self::agreed::{AgreedPage, AgreementPage};
use self::assessment::AskPage;
use self::blank::BlankPage;
use self::compare::ComparePage;
use self::diary::attack::{AttackEndPage, AttackPage};
use self::diary::day::DayPage;
use self::diary::days::DiaryPage;
use self::diary::findings::FindingsPage;
use self::diary::follow::FollowPage;
use self::diary::log::{LogPage, LogStart};
use self::diary::looking_back::changes::ChangesPage;
use self::diary::looking_back::counts::CountsPage;
use self::diary::looking_back::places::PlacesPage;
use self::diary::looking_back::times::TimesPage;
use self::diary::looking_back::trends::TrendsPage;
use self::diary::medicines::MedicinesPage;
use self::diary::week::WeekPage;
use self::flare::FlarePage;
use self::how_made::HowMadePage;
use self::keep::KeepPage;
use self::lock::LockPage;
use self::more::MorePage;
use self::my_pain::MyPainPage;
use self::option::OptionPage;
use self::options::OptionsPage;
use self::plan::PlanPage;
use self::questions::QuestionsPage;
use self::results::ResultsPage;
use self::share::SharePage;
use self::today::TodayPage;
use self::together::TogetherPage;
use self::two_pages::TwoPagesPage;
use self::urgent::UrgentPage;
use super::components::body_map::BodyMapPatterns;
use super::components::frame::Place;
use super::components::held_back::HeldBackPage;
use super::route::{LookBack, Route};
use crate::domain::date::Days;
use crate::state::unread::Telling;
use crate::state::{AppState, use_app, use_messages, use_plan_words};

/// Pages of which much depends on the day and on which nobody can be in the middle of writing. On every other page the parts
/// that depend on it follow by themselves.
fn shows_a_day_and_takes_no_words(route: &Route) -> bool {
    matches!(
        route,
        Route::Today
            | Route::MyPain
            | Route::Results
            | Route::Medicines
            | Route::LookBack(_)
            | Route::LastDays(..)
            | Route::Agreed
    )
}

/// The page at a place. An urgent warning sign comes before the pages that would let a person forget it.
pub fn page_at(app: &AppState, route: Route) -> AnyView {
    let waits = matches!(
        route,
        Route::Today
            | Route::MyPain
            | Route::Results
            | Route::Plan
            | Route::Option(_)
            | Route::Compare { .. }
            | Route::Questions
            | Route::Together
    );
    if waits && untrack(|| app.assessment.must_stop()) {
        return view! { <UrgentPage /> }.into_any();
    }
    if shows_a_day_and_takes_no_words(&route) {
        // Read here, so that the whole page is drawn anew when the day changes while it is open.
        app.today();
    }
    if let Some(held_back) = held_back(app, &route) {
        return held_back;
    }
    let page = match route {
        Route::Today => view! { <FrontPage /> }.into_any(),
        Route::Ask { item, step } => view! { <AskPage item step /> }.into_any(),
        Route::Urgent => view! { <UrgentPage /> }.into_any(),
        Route::MyPain => view! { <MyPainPage /> }.into_any(),
        Route::Results => view! { <ResultsPage /> }.into_any(),
        Route::Plan => view! { <PlanPage /> }.into_any(),
        Route::Option(therapy) => view! { <OptionPage therapy /> }.into_any(),
        Route::Compare { one, other } => view! { <ComparePage one other /> }.into_any(),
        Route::Questions => view! { <QuestionsPage /> }.into_any(),
        Route::Together => view! { <TogetherPage /> }.into_any(),
        Route::Options => view! { <OptionsPage /> }.into_any(),
        Route::HowMade => view! { <HowMadePage /> }.into_any(),
        Route::Agreed => view! { <AgreedPage /> }.into_any(),
        Route::Agreement(agreement) => view! { <AgreementPage agreement /> }.into_any(),
        Route::Flare => view! { <FlarePage /> }.into_any(),
        Route::Pages => view! { <TwoPagesPage /> }.into_any(),
        Route::Diary => view! { <DiaryPage /> }.into_any(),
        Route::Trends => view! { <TrendsPage /> }.into_any(),
        Route::LookBack(LookBack::Times) => view! { <TimesPage /> }.into_any(),
        Route::LookBack(LookBack::Places) => view! { <PlacesPage /> }.into_any(),
        Route::LookBack(LookBack::Counts) => view! { <CountsPage /> }.into_any(),
        Route::LookBack(LookBack::Changes) => view! { <ChangesPage /> }.into_any(),
        Route::LastDays(span, until) => view! { <WeekPage span until /> }.into_any(),
        Route::Medicines => view! { <MedicinesPage /> }.into_any(),
        Route::Findings => view! { <FindingsPage /> }.into_any(),
        Route::Follow => view! { <FollowPage /> }.into_any(),
        Route::Day(date) => view! { <DayPage date /> }.into_any(),
        Route::Log(date) => view! { <LogPage start=LogStart::New(date) /> }.into_any(),
        Route::Evening => view! { <LogPage start=LogStart::Evening /> }.into_any(),
        Route::Attack => view! { <AttackPage /> }.into_any(),
        Route::AttackEnd(id) => view! { <AttackEndPage id /> }.into_any(),
        Route::Entry(entry) => view! { <LogPage start=LogStart::Saved(entry) /> }.into_any(),
        Route::More => view! { <MorePage /> }.into_any(),
        Route::Share => view! { <SharePage /> }.into_any(),
        Route::Keep => view! { <KeepPage /> }.into_any(),
        Route::Lock => view! { <LockPage /> }.into_any(),
        Route::About => view! { <AboutPage /> }.into_any(),
        Route::Blank => view! { <BlankPage /> }.into_any(),
    };
    view! {
        <BodyMapPatterns />
        {page}
    }
    .into_any()
}

/// A page that would say of what cannot be read that it was never told.
fn held_back(app: &AppState, route: &Route) -> Option<AnyView> {
    let t = use_messages();
    let plan = use_plan_words();
    let (what, place, title) = match route {
        Route::Plan => (Telling::Story, Place::Plan, t.nav_plan),
        Route::Results => (Telling::Story, Place::MyPain, t.assessment.results_title),
        Route::Pages => (Telling::Pages, Place::Plan, t.pages_title),
        Route::Flare => (Telling::Arrangements, Place::Plan, plan.flare_title),
        Route::LastDays(span, until) => {
            let last = until.unwrap_or_else(|| app.today());
            let first = last
                .checked_sub_days(Days::new(span.count()))
                .unwrap_or(last);
            (Telling::Days(first, last), Place::Diary, t.nav_diary)
        }
        _ => return None,
    };
    app.is_held_back(what)
        .then(|| view! { <HeldBackPage place title /> }.into_any())
}

/// Today, drawn anew when a story comes back from its second copy. (`ui::app` has the welcome.)
#[component]
fn FrontPage() -> impl IntoView {
    let app = use_app();
    let has_story = Memo::new(move |_| !app.assessment.is_empty());
    move || {
        has_story.track();
        view! { <TodayPage /> }
    }
}
