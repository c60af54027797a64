//! Owns the picture of how sure science is: a thicker thread is surer, and the word is always there.

use leptos::prelude::*;

/// `threads` of four, and the word for it.
#[component]
pub fn Strength(threads: u8, word: &'static str) -> impl IntoView {
    let stitches = (0..4u8)
        .map(|stitch| {
            let on = stitch < threads;
            view! {
                <path
                    class=if on { "on" } else { "off" }
                    d=format!("M{} 8h8", 3 + u32::from(stitch) * 14)
                    stroke-width=if on { "5" } else { "2" }
                    stroke-linecap="round"
                ></path>
            }
        })
        .collect_view();
    view! {
        <span class="strength">
            <svg viewBox="0 0 56 16" aria-hidden="true">{stitches}</svg>
            {word}
        </span>
    }
}
