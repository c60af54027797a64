//! Owns the picture of pain over weeks and years: points, the mean of 7 days, the band of a clear change, numbered marks.
//! May use: the domain's picture, plot. Must not: join over a gap, smooth, or cut the scale of 0 to 10.

use leptos::prelude::*;

use super::plot::{GAP_BELOW, Plot, day_names, scale};
use crate::domain::diary::insight::change::Level;
use crate::domain::diary::looking_back::{PainPicture, Point, PointMark};
use crate::domain::diary::tracking::{Mark, MarkKind};
use crate::state::use_look_words;

/// The picture, with a title and a description for those who do not see it.
#[component]
pub fn PainOverTime(
    picture: PainPicture,
    /// The level at the start: the band lies 30 % below it. Without one there is no band.
    start: Option<Level>,
    /// In the order of their numbers.
    marks: Vec<Mark>,
) -> impl IntoView {
    let words = use_look_words();
    let plot = Plot::new(picture.width(), 10.0);
    let goals = start.and_then(|start| start.clear_and_large());
    let band = goals.map(|goals| band(plot, goals));
    let band_names = goals.map(|goals| band_names(plot, goals));
    let class = if picture.points.len() > SPARSE {
        "chart chart-pain dense"
    } else {
        "chart chart-pain"
    };
    let lines = picture
        .lines
        .iter()
        .map(|line| view! { <path class="mean" d=plot.path(line)></path> })
        .collect_view();
    let points = picture
        .points
        .iter()
        .map(|point| drawn(plot, point))
        .collect_view();
    let marks = (marks.iter().enumerate())
        .filter_map(|(place, mark)| {
            let x = plot.x(picture.at(mark.date)?);
            let class = match mark.kind {
                MarkKind::TreatmentChange => "change",
                MarkKind::Visit => "visit",
            };
            // Numbers of days close together would cover each other: every other one stands higher.
            let y = plot.top() - if place % 2 == 0 { 8.0 } else { 20.0 };
            Some(view! {
                <line class=class x1=x x2=x y1=plot.top() - 4.0 y2=plot.base()></line>
                <text class="strong" x=x y=y text-anchor="middle">{place + 1}</text>
            })
        })
        .collect_view();
    view! {
        <svg class=class viewBox=plot.view_box() role="img" aria-labelledby="pain-title pain-text">
            <title id="pain-title">{(words.pain_title)(&picture)}</title>
            <desc id="pain-text">{(words.pain_said)(&picture)}</desc>
            {band}
            {scale(plot, &[0.0, 2.0, 4.0, 6.0, 8.0, 10.0])}
            {marks}
            {lines}
            {points}
            {band_names}
            {day_names(plot, picture.first, picture.width())}
        </svg>
    }
}

/// Points that have room to be drawn large.
const SPARSE: usize = 30;

/// The green field from 30 % less on, and the line of 50 % less.
fn band(plot: Plot, (clear, large): (f64, f64)) -> AnyView {
    let (top, middle) = (plot.y(clear), plot.y(large));
    view! {
        <rect class="band" x=plot.left() y=top width=plot.right() - plot.left() height=plot.base() - top></rect>
        <line class="band-line" x1=plot.left() x2=plot.right() y1=top y2=top></line>
        <line class="band-line large" x1=plot.left() x2=plot.right() y1=middle y2=middle></line>
    }
    .into_any()
}

/// Drawn last, so that no point covers them.
fn band_names(plot: Plot, (clear, large): (f64, f64)) -> AnyView {
    let words = use_look_words();
    let x = plot.right() - 4.0;
    view! {
        <text class="strong" x=x y=plot.y(clear) + 14.0 text-anchor="end">{words.clear_line}</text>
        <text x=x y=plot.y(large) + 14.0 text-anchor="end">{words.large_line}</text>
    }
    .into_any()
}

fn drawn(plot: Plot, point: &Point) -> AnyView {
    let x = plot.x(point.at);
    match point.mark {
        PointMark::Gap => {
            let y = plot.base() + GAP_BELOW;
            view! { <line class="gap" x1=x - 3.0 x2=x + 3.0 y1=y y2=y></line> }.into_any()
        }
        PointMark::Free => {
            view! { <circle class="free" cx=x cy=plot.base() r="4.4"></circle> }.into_any()
        }
        PointMark::Pain {
            usual,
            worst,
            flare,
        } => {
            let y = plot.y(usual);
            let range = worst
                .map(|worst| view! { <line class="range" x1=x x2=x y1=y y2=plot.y(worst)></line> });
            let shape = if flare {
                view! { <path class="flare" d=format!("M{x} {}L{} {}H{}Z", y - 6.0, x + 5.6, y + 4.6, x - 5.6)></path> }.into_any()
            } else {
                view! { <circle class="dot" cx=x cy=y r="4"></circle> }.into_any()
            };
            view! { {range}{shape} }.into_any()
        }
    }
}
