//! Owns today and now in the local zone. Everything above takes dates as parameters.

use chrono::{NaiveDate, NaiveTime};

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
