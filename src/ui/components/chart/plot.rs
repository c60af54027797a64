//! Owns the paper of a chart in the units of its drawing: where a day and a level stand, the lines of the scale, the days below.
//! May use: dates, words. Must not: figures of the diary.

use leptos::prelude::*;

use crate::domain::date::{Days, NaiveDate};
use crate::state::{use_look_words, use_messages};

/// Width of the drawing: about the pixels of a phone, so that its letters keep their size there.
pub const WIDTH: f64 = 330.0;
const LEFT: f64 = 26.0;
const RIGHT: f64 = WIDTH - 6.0;
const TOP: f64 = 30.0;
const HEIGHT: f64 = 180.0;
/// Where the mark of a gap stands, below the scale.
pub const GAP_BELOW: f64 = 9.0;

/// The field of a chart: so many days wide, and from 0 to a highest value.
#[derive(Debug, Clone, Copy)]
pub struct Plot {
    days: f64,
    highest: f64,
}

impl Plot {
    /// From the first to the last of so many days, with half a day of room at each side.
    pub fn new(days: f64, highest: f64) -> Self {
        Self { days, highest }
    }

    pub fn x(self, day: f64) -> f64 {
        LEFT + (RIGHT - LEFT) * (day + 0.5) / (self.days + 1.0)
    }

    pub fn y(self, value: f64) -> f64 {
        TOP + HEIGHT * (1.0 - value / self.highest)
    }

    /// The four sides of the field.
    pub fn left(self) -> f64 {
        LEFT
    }

    pub fn right(self) -> f64 {
        RIGHT
    }

    pub fn top(self) -> f64 {
        TOP
    }

    pub fn base(self) -> f64 {
        TOP + HEIGHT
    }

    /// The part of the drawing that is seen.
    pub fn view_box(self) -> String {
        format!("0 0 {WIDTH} {}", self.base() + 36.0)
    }

    /// A line as the text of a path.
    pub fn path(self, line: &[(f64, f64)]) -> String {
        let points = line.iter().enumerate().map(|(place, (day, value))| {
            let letter = if place == 0 { 'M' } else { 'L' };
            format!("{letter}{:.1} {:.1}", self.x(*day), self.y(*value))
        });
        points.collect()
    }
}

/// The lines of the scale with their numbers.
pub fn scale(plot: Plot, steps: &[f64]) -> AnyView {
    steps
        .iter()
        .map(|step| {
            let y = plot.y(*step);
            view! {
                <line class="grid" x1=plot.left() x2=plot.right() y1=y y2=y></line>
                <text x=plot.left() - 6.0 y=y text-anchor="end" dominant-baseline="central">{step.to_string()}</text>
            }
        })
        .collect_view()
        .into_any()
}

/// The first day, the last one, and those between them that have room.
pub fn day_names(plot: Plot, first: NaiveDate, days: f64) -> AnyView {
    let t = use_messages();
    let words = use_look_words();
    let over_a_year = days > 366.0;
    // Month and year are wider than day and month.
    let parts: u8 = if over_a_year { 2 } else { 3 };
    (0..=parts)
        .map(|part| {
            let day = (days * f64::from(part) / f64::from(parts)).floor();
            let date = first
                .checked_add_days(Days::new(day as u64))
                .unwrap_or(first);
            let (x, anchor) = match part {
                0 => (plot.left(), "start"),
                part if part == parts => (plot.right(), "end"),
                _ => (plot.x(day), "middle"),
            };
            let name = if over_a_year {
                (words.month)(date)
            } else {
                (t.short_date)(date)
            };
            view! { <text x=x y=plot.base() + 30.0 text-anchor=anchor>{name}</text> }
        })
        .collect_view()
        .into_any()
}
