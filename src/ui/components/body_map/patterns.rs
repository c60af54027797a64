//! Owns the patterns that stand for strengths on paper and in forced colours: dots 1 to 3, lines 4 to 6, net 7 and 8, solid 9 and 10.

use leptos::prelude::*;

/// The patterns, without a picture of their own. Stands once on every page that shows a body map; style sheets refer to the ids.
#[component]
pub fn BodyMapPatterns() -> impl IntoView {
    view! {
        <svg class="bm-patterns" width="0" height="0" aria-hidden="true" focusable="false">
            <defs>
                <pattern id="bm-pat-1" width="6" height="6" patternUnits="userSpaceOnUse">
                    <circle class="bm-ink" cx="1.5" cy="1.5" r=".95"></circle>
                    <circle class="bm-ink" cx="4.5" cy="4.5" r=".95"></circle>
                </pattern>
                <pattern id="bm-pat-2" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                    <rect class="bm-ink" width="1.5" height="5"></rect>
                </pattern>
                <pattern id="bm-pat-3" width="4.4" height="4.4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                    <path class="bm-ink" d="M0 0h4.4v1.5H1.5v2.9H0z"></path>
                </pattern>
                <pattern id="bm-pat-4" width="6" height="6" patternUnits="userSpaceOnUse">
                    <path class="bm-ink" d="M0 0h6v6H0z"></path>
                </pattern>
            </defs>
        </svg>
    }
}
