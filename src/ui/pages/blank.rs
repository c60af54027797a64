//! Owns the page that hides what was on the screen.

use leptos::prelude::*;

use crate::state::use_first_words;
use crate::ui::route::Route;

/// Nothing that tells what the app is about.
#[component]
pub fn BlankPage() -> impl IntoView {
    let t = use_first_words();
    view! {
        <main class="page page-narrow" id="main" tabindex="-1">
            <h1>{t.blank_title}</h1>
            <p><a href=Route::Today.href()>{t.blank_back}</a></p>
        </main>
    }
}
