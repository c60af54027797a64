//! Owns the frames of pages: with the main navigation, and guided without it.

use leptos::prelude::*;

use super::icon::{BrandMark, Icon};
use crate::state::use_first_words;
use crate::ui::route::Route;

/// A page with the five places below it, or beside it on a wide screen.
#[component]
pub fn PlacePage(
    /// The place that is marked as current.
    place: Place,
    /// Cards side by side on a wide screen.
    #[prop(default = false)]
    wide: bool,
    /// Another way to lay the page out, by its class.
    #[prop(default = "")]
    class: &'static str,
    children: Children,
) -> impl IntoView {
    let class = match class {
        "" if wide => "page",
        "" => "page page-narrow",
        class => class,
    };
    view! {
        <div class="app">
            <main class=class id="main" tabindex="-1">{children()}</main>
            <MainNavigation place />
        </div>
    }
}

/// The head of a page that lies behind another one: the way back to that, the title, and a line that says more.
#[component]
pub fn BackHead(
    to: Route,
    /// The name of the page that the way leads to.
    back: &'static str,
    #[prop(into)] title: String,
    #[prop(into, optional)] text: String,
) -> impl IntoView {
    view! {
        <header class="top">
            <a class="btn btn-icon" href=to.href()><Icon name="back" /><span class="sr">{back}</span></a>
            <div class="title grow">
                <h1>{title}</h1>
                {(!text.is_empty()).then(|| view! { <p class="soft small">{text}</p> })}
            </div>
        </header>
    }
}

/// A guided page: no main navigation, its own bar of actions.
#[component]
pub fn GuidedPage(
    children: Children,
    /// What stands in the bar at the bottom.
    actions: ViewFn,
) -> impl IntoView {
    view! {
        <div class="app">
            <main class="page page-narrow" id="main" tabindex="-1">{children()}</main>
            <footer class="actions"><div>{actions.run()}</div></footer>
        </div>
    }
}

/// The five places.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    Today,
    Diary,
    MyPain,
    Plan,
    More,
}

#[component]
fn MainNavigation(place: Place) -> impl IntoView {
    let t = use_first_words();
    let links = [
        (Place::Today, Route::Today, "today", t.nav_today),
        (Place::Diary, Route::Diary, "diary", t.nav_diary),
        (Place::MyPain, Route::MyPain, "mypain", t.nav_my_pain),
        (Place::Plan, Route::Plan, "plan", t.nav_plan),
        (Place::More, Route::More, "more", t.nav_more),
    ]
    .into_iter()
    .map(|(target, route, icon, word)| {
        view! {
            <li>
                <a href=route.href() aria-current=(target == place).then_some("page")>
                    <Icon name=icon />
                    <span>{word}</span>
                </a>
            </li>
        }
    })
    .collect_view();
    view! {
        <nav class="nav" aria-label=t.nav_label>
            <div class="brand"><BrandMark /><span>{t.app_name}</span></div>
            <ul>{links}</ul>
        </nav>
    }
}
