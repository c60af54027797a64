//! Owns the picture of diary days: dot = usual, bar up to worst, triangle = flare, ring = pain-free, dash = not logged.
//! No line joins days across a gap; nothing is smoothed. The scale is always 0 to 10.

mod around;
mod bars;
mod pain;
mod plot;

pub use around::AroundChart;
pub use bars::{Bar, BarChart};
pub use pain::PainOverTime;

use leptos::prelude::*;

use crate::domain::diary::series::Day;
use crate::domain::diary::stats::Block;
use crate::state::use_messages;

const LEFT: f64 = 28.0;
const TOP: f64 = 14.0;

/// How large the chart is on paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChartLook {
    Paper,
    /// Half as high.
    LowPaper,
}

impl ChartLook {
    /// Class of the picture, width of the drawing, and the names of the marks' classes.
    fn marks(self) -> Marks {
        match self {
            ChartLook::Paper | ChartLook::LowPaper => Marks {
                chart: "ho-chart",
                width: 400.0,
                height: if self == ChartLook::Paper { 78.0 } else { 36.0 },
                grid: "gr",
                range: "rg",
                dot: "us",
                flare: "fl",
                free: "fr",
                gap: "gp",
                median: "md",
            },
        }
    }
}

struct Marks {
    chart: &'static str,
    width: f64,
    height: f64,
    grid: &'static str,
    range: &'static str,
    dot: &'static str,
    flare: &'static str,
    free: &'static str,
    gap: &'static str,
    median: &'static str,
}

/// The picture for a stretch of days, oldest first.
#[component]
pub fn PainChart(days: Vec<Day>, blocks: Vec<Block>, look: ChartLook) -> impl IntoView {
    let t = use_messages();
    let marks = look.marks();
    let step = (marks.width - LEFT - 8.0) / days.len().max(1) as f64;
    let x = move |place: usize| LEFT + step * (place as f64 + 0.5);
    let y = |level: f64| TOP + marks.height * (1.0 - level / 10.0);
    let right = marks.width - 8.0;
    let grid = [0.0, 5.0, 10.0]
        .into_iter()
        .map(|level| {
            view! {
                <line class=marks.grid x1=LEFT x2=right y1=y(level) y2=y(level)></line>
                <text x=LEFT - 6.0 y=y(level) text-anchor="end" dominant-baseline="central">{level.to_string()}</text>
            }
        })
        .collect_view();
    let medians = blocks
        .iter()
        .filter_map(|block| {
            let median = block.median?;
            Some(view! {
                <line class=marks.median x1=x(block.first) - step / 2.0 x2=x(block.last) + step / 2.0 y1=y(median) y2=y(median)></line>
            })
        })
        .collect_view();
    let points = days
        .iter()
        .enumerate()
        .map(|(place, day)| {
            let at = x(place);
            let Some(usual) = day.usual else {
                let base = y(0.0) + 8.0;
                return (!day.logged)
                    .then(|| view! { <line class=marks.gap x1=at - 2.5 x2=at + 2.5 y1=base y2=base></line> })
                    .into_any();
            };
            let worst = day.worst.map(f64::from).filter(|worst| *worst > usual);
            let range = worst.map(|worst| view! { <line class=marks.range x1=at x2=at y1=y(usual) y2=y(worst)></line> });
            let point = if day.pain_free {
                view! { <circle class=marks.free cx=at cy=y(0.0) r="4"></circle> }.into_any()
            } else if day.flare {
                let (top, base) = (y(usual) - 5.0, y(usual) + 4.0);
                view! { <path class=marks.flare d=format!("M{at} {top}L{} {base}H{}Z", at + 4.8, at - 4.8)></path> }.into_any()
            } else {
                view! { <circle class=marks.dot cx=at cy=y(usual) r="3.6"></circle> }.into_any()
            };
            view! { {range}{point} }.into_any()
        })
        .collect_view();
    let labels = days
        .iter()
        .enumerate()
        .rev()
        .step_by(7)
        .map(|(place, day)| {
            view! {
                <text x=x(place) y=y(0.0) + 24.0 text-anchor="middle">{(t.tiny_date)(day.date)}</text>
            }
        })
        .collect_view();
    let logged = days.iter().filter(|day| day.logged).count();
    view! {
        <svg
            class=marks.chart
            viewBox=format!("0 0 {} {}", marks.width, y(0.0) + 32.0)
            role="img"
            aria-label=(t.chart_spoken)(logged, days.len())
        >
            {grid}
            {medians}
            {points}
            {labels}
        </svg>
    }
}
