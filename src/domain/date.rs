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

/// A day written as 2026-11-23; nothing when it is none. Written by hand because the general parser of dates is large.
pub fn day_from(text: &str) -> Option<NaiveDate> {
    let (rest, day) = text.rsplit_once('-')?;
    let (year, month) = rest.rsplit_once('-')?;
    NaiveDate::from_ymd_opt(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
}

/// A time as 08:30. By hand, as below: what formats dates by a pattern is large.
pub fn hours_minutes(time: NaiveTime) -> String {
    format!("{:02}:{:02}", time.hour(), time.minute())
}

/// A day as 20261123, as calendar files write it; the year has four figures.
pub fn in_figures(day: NaiveDate) -> String {
    format!("{:04}{:02}{:02}", day.year(), day.month(), day.day())
}

/// A time written as 08:30; nothing when it is none. Seconds are dropped.
pub fn time_from(text: &str) -> Option<NaiveTime> {
    let mut parts = text.split(':');
    let (hour, minute) = (parts.next()?, parts.next()?);
    NaiveTime::from_hms_opt(hour.parse().ok()?, minute.parse().ok()?, 0)
}
