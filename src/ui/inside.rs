//! Owns what is behind the start page: the opened app, the note on top, and the pages. Arrives as a file of its own.

use leptos::prelude::*;

use super::components::banner::Banner;
use super::navigation::title;
use super::pages;
use super::pages::unlock::UnlockPage;
use super::route::Route;
use crate::domain::date::NaiveDate;
use crate::domain::settings::{Contrast, TextSize, Theme};
use crate::state::gate::{Gate, use_gate};
use crate::state::{AppState, page, use_app, use_messages};

/// The ways into this file.
#[derive(Clone, Copy)]
pub struct Inside {
    /// Opens the saved data and lets the look of the page, its title and focus, the clock and the offline worker follow.
    /// Everything lives as long as the owner.
    pub open: fn(&Owner, ReadSignal<Route>),
    /// Whether there is nothing to show but the welcome, reactive.
    pub is_new: fn() -> bool,
    /// The note on top of every page.
    pub banner: fn() -> AnyView,
    /// The page at a place.
    pub page_at: fn(Route) -> AnyView,
}

/// They are reached through this value alone, so that the start page does not pull them into its own file.
pub const INSIDE: Inside = Inside {
    open,
    is_new: || match use_gate() {
        gate if gate.app().is_some() => use_app().is_new(),
        gate => !gate.is_closed(),
    },
    banner: || match use_gate().app() {
        Some(_) => view! { <Banner /> }.into_any(),
        None => ().into_any(),
    },
    page_at: |route| match use_gate() {
        gate if gate.app().is_some() => pages::page_at(&use_app(), route),
        gate if gate.is_closed() => view! { <UnlockPage gate /> }.into_any(),
        _ => ().into_any(),
    },
};

fn open(owner: &Owner, route: ReadSignal<Route>) {
    let gate = owner.with(|| Gate::look(owner, entered));
    owner.with(|| {
        provide_context(gate);
        let t = use_messages();
        Effect::new(move |before: Option<()>| {
            // A closed lock tells nothing of the page behind it.
            let title = match gate.app() {
                None if route.get() != Route::Blank => t.app_name.to_owned(),
                _ => title(t, &route.read()),
            };
            if before.is_some() {
                // Once the page is drawn: a focus on the content of the last one would go with it.
                leptos::task::spawn_local(async move {
                    leptos::task::tick().await;
                    page::announce(&title);
                });
            } else {
                page::set_title(&title)
            }
        });
        Effect::new(move |before: Option<Option<NaiveDate>>| {
            let today = gate.app().map(|app| app.today());
            if before.flatten().is_some_and(|before| Some(before) != today) {
                // What had the focus may have been drawn anew with the day.
                leptos::task::spawn_local(async {
                    leptos::task::tick().await;
                    page::focus_again("main");
                });
            }
            today
        });
        page::on_wish_to_hide(move || {
            page::replace(&Route::Blank.href());
            if let Some(app) = gate.app_untracked() {
                app.lock.close();
            }
        });
    });
}

/// What goes on from the moment in which saved data is open.
fn entered(app: AppState) {
    Effect::new(move |_| show_settings(&app));
    app.listen();
    page::when_nobody_is_here(
        move || {
            let minutes = app.preferences.get_untracked().lock_after.minutes();
            app.lock.is_set().then(|| f64::from(minutes))
        },
        move || app.lock.close_by_itself(),
    );
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
