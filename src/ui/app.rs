//! Owns the shell: what every page has, and which page is shown.

use leptos::prelude::*;

use super::components::banner::Banner;
use super::navigation::{current_route, title};
use super::pages::about::AboutPage;
use super::pages::assessment::AskPage;
use super::pages::blank::BlankPage;
use super::pages::diary::DiaryPage;
use super::pages::log::LogPage;
use super::pages::more::MorePage;
use super::pages::my_pain::MyPainPage;
use super::pages::option::OptionPage;
use super::pages::plan::PlanPage;
use super::pages::questions::QuestionsPage;
use super::pages::today::TodayPage;
use super::pages::trends::TrendsPage;
use super::pages::two_pages::TwoPagesPage;
use super::pages::urgent::UrgentPage;
use super::route::Route;
use crate::domain::settings::{Contrast, TextSize, Theme};
use crate::state::{AppState, page, use_messages};
use crate::ui::components::body_map::BodyMapPatterns;

/// The whole app.
#[component]
pub fn App() -> impl IntoView {
    let app = AppState::open();
    provide_context(app);
    let t = use_messages();
    let route = current_route();

    // To the outside only: the look of the page, its title and focus, the clock, the offline worker.
    Effect::new(move |_| show_settings(&app));
    Effect::new(move |before: Option<()>| {
        let title = title(t, &route.read());
        if before.is_some() {
            page::announce(&title)
        } else {
            page::set_title(&title)
        }
    });
    app.listen();

    view! {
        <a
            class="skip"
            href="#main"
            on:click=move |event| {
                // The address names the page, so the link must not change it.
                event.prevent_default();
                page::focus("main");
            }
        >
            {t.skip_to_content}
        </a>
        <BodyMapPatterns />
        <Banner />
        {move || page_at(&app, route.get())}
    }
}

/// The page at a place. An urgent warning sign comes before the pages that would let a person forget it.
fn page_at(app: &AppState, route: Route) -> AnyView {
    let waits = matches!(
        route,
        Route::Today | Route::MyPain | Route::Plan | Route::Option(_) | Route::Questions
    );
    if waits && untrack(|| app.assessment.must_stop()) {
        return view! { <UrgentPage /> }.into_any();
    }
    match route {
        Route::Today => view! { <TodayPage /> }.into_any(),
        Route::Ask { item, step } => view! { <AskPage item step /> }.into_any(),
        Route::Urgent => view! { <UrgentPage /> }.into_any(),
        Route::MyPain => view! { <MyPainPage /> }.into_any(),
        Route::Plan => view! { <PlanPage /> }.into_any(),
        Route::Option(therapy) => view! { <OptionPage therapy /> }.into_any(),
        Route::Questions => view! { <QuestionsPage /> }.into_any(),
        Route::Pages => view! { <TwoPagesPage /> }.into_any(),
        Route::Diary => view! { <DiaryPage /> }.into_any(),
        Route::Trends => view! { <TrendsPage /> }.into_any(),
        Route::Log => view! { <LogPage entry=None /> }.into_any(),
        Route::Entry(entry) => view! { <LogPage entry=Some(entry) /> }.into_any(),
        Route::More => view! { <MorePage /> }.into_any(),
        Route::About => view! { <AboutPage /> }.into_any(),
        Route::Blank => view! { <BlankPage /> }.into_any(),
    }
}

fn show_settings(app: &AppState) {
    let settings = app.preferences.get();
    page::set_root_attribute(
        "data-theme",
        match settings.theme {
            Theme::System => None,
            Theme::Light => Some("light"),
            Theme::Dark => Some("dark"),
        },
    );
    page::set_root_attribute(
        "data-text",
        match settings.text_size {
            TextSize::Normal => None,
            TextSize::Large => Some("large"),
            TextSize::Largest => Some("largest"),
        },
    );
    page::set_root_attribute(
        "data-contrast",
        (settings.contrast == Contrast::More).then_some("more"),
    );
    page::set_root_attribute("data-calm", settings.calm_mode.then_some("on"));
}
