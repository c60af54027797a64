//! Owns the picture around a change of treatment: days, the two levels that are compared, and the one to be expected.
//! May use: plot, days. Must not: join days, or say that one thing came from the other.

use leptos::prelude::*;

use super::plot::{Plot, day_names, scale};
use crate::domain::date::{NaiveDate, days_between};
use crate::domain::diary::insight::change::{BeforeAfter, Level};
use crate::domain::diary::series::Day;
use crate::state::use_look_words;

/// The days that are given, as far as they go.
#[component]
pub fn AroundChart(
    /// Unique on the page.
    id: String,
    days: Vec<Day>,
    date: NaiveDate,
    found: BeforeAfter,
) -> impl IntoView {
    let words = use_look_words();
    let first = days.first().map_or(date, |day| day.date);
    let width = days.len() as f64 - 1.0;
    let plot = Plot::new(width, 10.0);
    let x = move |date: NaiveDate| plot.x(days_between(first, date) as f64);
    let level = move |level: Level, value: f64, class: &'static str| {
        let y = plot.y(value);
        view! { <line class=class x1=x(level.first) x2=x(level.last) y1=y y2=y></line> }
    };
    let dots = (days.iter())
        .filter_map(|day| {
            let (x, y) = (x(day.date), plot.y(day.usual?));
            Some(view! { <circle class="dot small" cx=x cy=y r="3"></circle> })
        })
        .collect_view();
    let (title_id, text_id) = (format!("{id}-title"), format!("{id}-text"));
    let labelled = format!("{title_id} {text_id}");
    let change = found.change;
    view! {
        <svg class="chart" viewBox=plot.view_box() role="img" aria-labelledby=labelled>
            <title id=title_id>{(words.around_title)(date)}</title>
            <desc id=text_id>{(words.around_text)(&found)}</desc>
            {scale(plot, &[0.0, 2.0, 4.0, 6.0, 8.0, 10.0])}
            <line class="change" x1=x(date) x2=x(date) y1=plot.top() - 4.0 y2=plot.base()></line>
            {dots}
            {level(change.from, change.from.mean, "median")}
            {level(change.to, change.to.mean, "median")}
            {found.by_itself.map(|by_itself| level(change.to, by_itself.expected, "expected"))}
            {day_names(plot, first, width)}
        </svg>
    }
}
