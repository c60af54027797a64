//! Owns the picture of 100 people as sewing buttons: better anyway, better because of it, not better. Always beside the
//! three sentences that say the same.

use leptos::prelude::*;

/// Buttons in a row, and rows.
const A_ROW: u8 = 10;
/// From one button to the next; the picture is ten of them wide.
const STEP: u16 = 24;

/// 100 buttons, read line by line.
#[component]
pub fn Hundred(anyway: u8, more: u8) -> impl IntoView {
    let with = anyway.saturating_add(more).min(100);
    view! {
        <svg class="hundred" viewBox="0 0 240 240" aria-hidden="true">
            <path class="hb-anyway" d=buttons(0, anyway, true)></path>
            <path class="hb-more" d=buttons(anyway, with, true)></path>
            <path class="hb-none" d=buttons(with, 100, false)></path>
        </svg>
    }
}

/// One button, as the mark of a sentence.
#[component]
pub fn HundredMark(class: &'static str) -> impl IntoView {
    view! {
        <svg class="hundred-mark" viewBox="0 0 24 24" aria-hidden="true">
            <path class=class d=buttons(0, 1, class != "hb-none")></path>
        </svg>
    }
}

/// The buttons from one place up to another, as one path: a ring each, and four holes in those that are better.
fn buttons(first: u8, end: u8, has_holes: bool) -> String {
    let mut path = String::new();
    let mut circle = |x: f32, y: f32, radius: f32| {
        let (left, across) = (x - radius, 2.0 * radius);
        path.push_str(&format!(
            "M{left} {y}a{radius} {radius} 0 1 0 {across} 0a{radius} {radius} 0 1 0-{across} 0z"
        ));
    };
    for place in first..end {
        let middle = |along: u8| f32::from(u16::from(along) * STEP + STEP / 2);
        let (x, y) = (middle(place % A_ROW), middle(place / A_ROW));
        circle(x, y, 9.0);
        if has_holes {
            for (across, down) in [(-2.5, -2.5), (2.5, -2.5), (-2.5, 2.5), (2.5, 2.5)] {
                circle(x + across, y + down, 1.5);
            }
        }
    }
    path
}
