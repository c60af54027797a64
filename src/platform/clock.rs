//! Owns today and now in the local zone, and noticing that a day is over. Everything above takes dates as parameters.

use std::rc::Rc;
use std::time::Duration;

use chrono::{Datelike, NaiveDate, NaiveTime};

use super::{page, quiet};

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

/// How long to wait at most before the clock is looked at again. Timers stand still while a device sleeps, and nothing tells
/// a page that the clock was set or the zone changed.
const LOOK_EVERY: Duration = Duration::from_secs(30);

/// Calls `look` whenever it may be another day: with the first second of a local day, some time after the clock was set or
/// the zone changed, and when the page is looked at again. The listener lives as long as the page.
pub fn when_the_day_may_have_changed(look: impl Fn() + 'static) {
    let look: Rc<dyn Fn()> = Rc::new(look);
    for_each_return_to_the_page(&look);
    wasm_bindgen_futures::spawn_local(async move {
        loop {
            quiet::wait(until_midnight().min(LOOK_EVERY)).await;
            look();
        }
    });
}

fn for_each_return_to_the_page(look: &Rc<dyn Fn()>) {
    let look = Rc::clone(look);
    let look = move || look();
    page::on_visibility_change(look.clone());
    page::on_return(look);
}

/// How long the local day still lasts; never nothing, so that whoever waits for it does not run in circles.
fn until_midnight() -> Duration {
    let now = js_sys::Date::new_0();
    let midnight = js_sys::Date::new_with_year_month_day(
        now.get_full_year(),
        now.get_month() as i32,
        now.get_date() as i32 + 1,
    );
    let left_ms = midnight.get_time() - now.get_time();
    // A year that no calendar has gives no number, which counts as none.
    Duration::from_millis(left_ms.max(0.0) as u64) + Duration::from_millis(50)
}

/// Seconds since the start of 1970 in universal time: the moment of a change.
pub fn seconds() -> i64 {
    (js_sys::Date::now() / 1000.0) as i64
}

/// The local day of a moment in seconds since the start of 1970; none for one that the browser's calendar does not have.
pub fn day_of(seconds: i64) -> Option<NaiveDate> {
    let moment = js_sys::Date::new(&(seconds as f64 * 1000.0).into());
    let year = i32::try_from(moment.get_full_year()).ok()?;
    NaiveDate::from_ymd_opt(year, moment.get_month() + 1, moment.get_date())
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

/// The same at a moment in seconds since the start of 1970.
pub fn ahead_min_of(seconds: i64) -> i16 {
    ahead_of(&js_sys::Date::new(&(seconds as f64 * 1_000.0).into()))
}

fn ahead_of(moment: &js_sys::Date) -> i16 {
    // The browser counts the other way round.
    -moment.get_timezone_offset() as i16
}
