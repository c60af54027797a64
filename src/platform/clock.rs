//! Owns today and now in the local zone. Everything above takes dates as parameters.

use chrono::{Datelike, NaiveDate, NaiveTime};

/// The local day. When the browser gives none, the first day that the calendar knows, so that nothing breaks.
pub fn today() -> NaiveDate {
    let now = js_sys::Date::new_0();
    i32::try_from(now.get_full_year())
        .ok()
        .and_then(|year| NaiveDate::from_ymd_opt(year, now.get_month() + 1, now.get_date()))
        .unwrap_or_default()
}

/// The local time, to the minute.
pub fn time() -> NaiveTime {
    let now = js_sys::Date::new_0();
    NaiveTime::from_hms_opt(now.get_hours(), now.get_minutes(), 0).unwrap_or_default()
}

/// Seconds since the start of 1970 in universal time: the moment of a change.
pub fn seconds() -> i64 {
    (js_sys::Date::now() / 1000.0) as i64
}

/// Minutes that the local clock is ahead of world time, now and at a local day and minute.
/// A minute that the clock jumps over counts as the browser reads it; of one that comes twice it takes the first.
pub fn ahead_min() -> i16 {
    ahead_of(&js_sys::Date::new_0())
}

/// See [`ahead_min`].
pub fn ahead_min_at(date: NaiveDate, minute: u16) -> i16 {
    let day = js_sys::Date::new_with_year_month_day_hr_min(
        date.year().unsigned_abs(),
        date.month0() as i32,
        date.day() as i32,
        i32::from(minute / 60),
        i32::from(minute % 60),
    );
    ahead_of(&day)
}

fn ahead_of(moment: &js_sys::Date) -> i16 {
    // The browser counts the other way round.
    -moment.get_timezone_offset() as i16
}
