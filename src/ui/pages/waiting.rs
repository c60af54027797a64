//! Owns what is shown while a page is still being fetched, and when that failed.

use leptos::prelude::*;

use crate::state::use_first_words;
use crate::ui::chunk::Chunk;

/// "One moment", or what went wrong with a way to try again.
#[component]
pub fn WaitingPage(chunk: Chunk) -> impl IntoView {
    let t = use_first_words();
    view! {
        <div class="app">
            <main class="page page-narrow" id="main" tabindex="-1">
                <div role="status">
                {match (chunk.has_failed(), chunk.is_late()) {
                    (true, _) => sentence(chunk, t.page_not_fetched, t.page_not_fetched_text),
                    (false, true) => sentence(chunk, t.page_is_slow, t.page_is_slow_text),
                    (false, false) => view! { <p class="soft">{t.one_moment}</p> }.into_any(),
                }}
                </div>
            </main>
        </div>
    }
}

fn sentence(chunk: Chunk, heading: &'static str, text: &'static str) -> AnyView {
    let t = use_first_words();
    view! {
        <h1>{heading}</h1>
        <p>{text}</p>
        <div class="row">
            <button type="button" class="btn btn-primary" on:click=move |_| chunk.try_again()>{t.try_again}</button>
        </div>
    }
    .into_any()
}
