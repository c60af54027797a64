//! Owns what every page has, and which page is shown. The rest of the app may still be on its way.

use leptos::prelude::*;

use super::chunk::Chunk;
use super::navigation::current_route;
use super::pages::blank::BlankPage;
use super::pages::waiting::WaitingPage;
use super::pages::welcome::WelcomePage;
use super::route::Route;
use crate::state::{is_untouched, page, use_first_words};

/// The whole app.
#[component]
pub fn App() -> impl IntoView {
    let route = current_route();
    let chunk = Chunk::fetch(route);
    // Changes once, when something turns out to be saved: what the browser had lost may have come back from its second copy.
    let is_new = Memo::new(move |_| chunk.is_new().unwrap_or_else(is_untouched));
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
            {use_first_words().skip_to_content}
        </a>
        {move || (route.get() != Route::Blank).then(|| chunk.banner())}
        {move || page_at(chunk, is_new, route.get())}
    }
}

/// The page at a place. Only what a new person sees first is in the first file.
fn page_at(chunk: Chunk, is_new: Memo<bool>, route: Route) -> AnyView {
    match route {
        Route::Blank => view! { <BlankPage /> }.into_any(),
        // It stays on the screen as it is when the rest arrives: nothing may jump under a finger.
        Route::Today if is_new.get() => view! { <WelcomePage /> }.into_any(),
        route => chunk
            .page(route)
            .unwrap_or_else(|| view! { <WaitingPage chunk /> }.into_any()),
    }
}
