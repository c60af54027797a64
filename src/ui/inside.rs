//! Owns what is behind the start page: the opened app, the note on top, and the pages. Arrives as a file of its own.

use leptos::prelude::*;

use super::components::banner::Banner;
use super::navigation::title;
use super::pages;
use super::route::Route;
use crate::domain::settings::{Contrast, TextSize, Theme};
use crate::state::{AppState, page, use_app, use_messages};

/// The ways into this file.
#[derive(Clone, Copy)]
pub struct Inside {
    /// Opens the saved data and lets the look of the page, its title and focus, the clock and the offline worker follow.
    /// Everything lives as long as the owner.
    pub open: fn(&Owner, ReadSignal<Route>),
    /// The note on top of every page.
    pub banner: fn() -> AnyView,
    /// The page at a place.
    pub page_at: fn(Route) -> AnyView,
}

/// They are reached through this value alone, so that the start page does not pull them into its own file.
pub const INSIDE: Inside = Inside {
    open,
    banner: || view! { <Banner /> }.into_any(),
    page_at: |route| pages::page_at(&use_app(), route),
};

fn open(owner: &Owner, route: ReadSignal<Route>) {
    owner.with(|| {
        let app = AppState::open();
        provide_context(app);
        let t = use_messages();
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
    });
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
