//! Owns local dates and ranges of days. "Today" is always a parameter.
//! May use: chrono's naive types. Must not: a clock or a time zone.

pub use chrono::{Datelike, Days, Months, NaiveDate, NaiveTime, Timelike, Weekday};

/// The `count` days that end with `last`, oldest first. Empty when `count` is 0 or the calendar ends.
pub fn days_up_to(last: NaiveDate, count: u64) -> impl DoubleEndedIterator<Item = NaiveDate> {
    (0..count)
        .rev()
        .filter_map(move |back| last.checked_sub_days(Days::new(back)))
}

/// Whole days from `earlier` to `later`; negative when `earlier` is the later one.
pub fn days_between(earlier: NaiveDate, later: NaiveDate) -> i64 {
    (later - earlier).num_days()
}
