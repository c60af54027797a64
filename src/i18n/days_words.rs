//! Owns the structure of the texts about days: how one is named, which is meant, and why one is not taken.
//! May use: domain types, to name them. Must not: hold a text.

use crate::domain::date::NaiveDate;
use crate::domain::day_rule::OddDay;

/// The texts about days.
pub struct DaysWords {
    /// A day as the title of what is written about it, seen from today.
    pub title: fn(NaiveDate, NaiveDate) -> String,
    /// How far a day is from today.
    pub away: fn(NaiveDate, NaiveDate) -> String,
    pub odd_day: fn(OddDay) -> &'static str,
    pub odd_time: &'static str,

    // An entry during which the day has changed
    pub which: &'static str,
    pub it_is: fn(NaiveDate) -> String,

    // Entries on days that cannot be right
    pub after_today: &'static str,
    pub after_today_text: &'static str,
    pub long_ago: &'static str,
    pub long_ago_text: &'static str,
}
