//! Owns the shell: what every page has, and which page is shown.

use leptos::prelude::*;

use super::chunk::Chunk;
use super::components::banner::Banner;
use super::navigation::{current_route, title};
use super::pages::blank::BlankPage;
use super::pages::waiting::WaitingPage;
use super::pages::welcome::WelcomePage;
use super::route::Route;
use crate::domain::settings::{Contrast, TextSize, Theme};
use crate::state::{AppState, page, use_messages};

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
    let chunk = Chunk::fetch();

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
        <Banner />
        {move || page_at(app, chunk, route.get())}
    }
}

/// The page at a place. Only what a new person sees first is here; everything else may still be on its way.
fn page_at(app: AppState, chunk: Chunk, route: Route) -> AnyView {
    match route {
        Route::Today if untrack(|| app.is_new()) => view! { <WelcomePage /> }.into_any(),
        Route::Blank => view! { <BlankPage /> }.into_any(),
        route => match chunk.page(app, route) {
            Ok(page) => page,
            Err(arrival) => view! { <WaitingPage chunk arrival /> }.into_any(),
        },
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
