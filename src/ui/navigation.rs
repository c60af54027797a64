//! Owns the one listener for the address: it moves the focus to the new page and sets its title.

use leptos::prelude::*;

use super::route::{LookBack, Route};
use crate::i18n::Messages;
use crate::state::{page, use_look_words, use_option_words, use_plan_words, use_week_words};

/// The place that the address names, reactive.
pub fn current_route() -> ReadSignal<Route> {
    let (route, set_route) = signal(Route::parse(&page::hash()));
    page::on_hash_change(move || set_route.set(Route::parse(&page::hash())));
    route
}

/// The title of the page at a place.
pub fn title(t: &'static Messages, route: &Route) -> String {
    let plan = use_plan_words();
    let look = use_look_words();
    let name = match route {
        Route::Today => t.nav_today,
        Route::Ask { .. } => t.title_questions,
        Route::Urgent => t.urgent_now,
        Route::MyPain => t.nav_my_pain,
        Route::Results => t.assessment.results_title,
        Route::Plan => t.nav_plan,
        Route::Option(_) => t.title_option,
        Route::Compare { .. } => use_option_words().compare,
        Route::Questions => t.my_questions,
        Route::Together => plan.together_title,
        Route::Options => plan.options_title,
        Route::HowMade => plan.made_title,
        Route::Agreed => plan.agreed_title,
        Route::Agreement(_) => plan.agreed_new,
        Route::Flare => plan.flare_title,
        Route::Pages => t.pages_title,
        Route::Diary => t.nav_diary,
        Route::Trends => t.tab_trends,
        Route::LookBack(LookBack::Times) => look.times,
        Route::LookBack(LookBack::Places) => look.places,
        Route::LookBack(LookBack::Counts) => look.counts,
        Route::LookBack(LookBack::Changes) => look.changes,
        Route::LastDays(span, _) => (use_week_words().title)(span.count() as usize),
        Route::Medicines => t.diary.tab_medicines,
        Route::Findings => t.diary.findings,
        Route::Follow => t.diary.follow,
        Route::Day(day) => return format!("{} – {}", (t.long_date_year)(*day), t.app_name),
        Route::Evening => t.diary.evening,
        Route::Attack => t.diary.attack,
        Route::AttackEnd(_) => t.diary.attack_over,
        // The day is the title.
        Route::Log(Some(day)) => {
            return format!("{} – {}", (t.long_date_year)(*day), t.app_name);
        }
        Route::Log(None) => t.log_today,
        Route::Entry(_) => t.entry_change,
        Route::More => t.nav_more,
        Route::Share => t.share.title,
        Route::Keep => t.safety.title,
        Route::Lock => t.safety.lock,
        Route::About => t.welcome_about,
        // The title must not tell what the hidden page was about.
        Route::Blank => return t.blank_title.to_owned(),
    };
    format!("{name} – {}", t.app_name)
}
