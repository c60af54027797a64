//! Views. May use: state, i18n, domain types for matching. Must not: storage, calculations.

use leptos::prelude::*;

/// The whole app.
#[component]
pub fn App() -> impl IntoView {
    view! { <main id="main" tabindex="-1"><h1>"Tailored"</h1></main> }
}
