//! Owns the drawing of an icon from the sprite; always beside a word.

use leptos::prelude::*;

/// An icon of `style/icons/icons.svg`, by its id without the `i-`.
#[component]
pub fn Icon(name: &'static str) -> impl IntoView {
    view! {
        <svg class="icon" aria-hidden="true">
            <use href=format!("#i-{name}")></use>
        </svg>
    }
}

/// The needle whose thread runs into a calm line of stitches.
#[component]
pub fn BrandMark() -> impl IntoView {
    view! {
        <svg class="brandmark" viewBox="0 0 512 512" aria-hidden="true">
            <path fill="none" stroke="currentColor" stroke-width="18" stroke-linecap="round" stroke-linejoin="round"
                d="M360 124c26-22 54-6 46 26-11 48-72 56-100 110-26 50-6 118 62 122"></path>
            <path fill="none" stroke="currentColor" stroke-width="18" stroke-linecap="round" d="M136 382h38M214 382h38"></path>
            <g transform="translate(-10 -22) rotate(-45 256 256)">
                <path fill="currentColor" fill-rule="evenodd"
                    d="M78 256C146 241 250 235 378 235c36 0 58 8 58 21s-22 21-58 21c-128 0-232-6-300-21zM356 248c-6 0-10 3.5-10 8s4 8 10 8h46c9 0 16-3 16-8s-7-8-16-8z"></path>
            </g>
        </svg>
    }
}
