//! Owns the view of a diary by day: several entries become one day, and a day without an entry stays a gap.
//! May use: entry, date. Must not: fill gaps, smooth, or judge.

use super::entry::Entry;
use crate::domain::date::{NaiveDate, days_up_to};

/// One day of the diary.
#[derive(Debug, Clone, PartialEq)]
pub struct Day {
    pub date: NaiveDate,
    /// Whether there is any entry about this day.
    pub logged: bool,
    /// Usual pain, 0 to 10: the middle of the day's entries that have a number.
    pub usual: Option<f64>,
    /// Worst pain, 0 to 10: the highest number of the day.
    pub worst: Option<u8>,
    /// Called a flare by the person in at least one entry.
    pub flare: bool,
    /// Every entry of the day says that there was no pain.
    pub pain_free: bool,
    /// Pain medicine was taken, was not taken, or nobody said.
    pub took_medicine: Option<bool>,
}

/// The `count` days up to `last`, oldest first, from entries in any order.
pub fn days(entries: &[Entry], last: NaiveDate, count: u64) -> Vec<Day> {
    days_up_to(last, count)
        .map(|date| {
            let of_day: Vec<&Entry> = entries.iter().filter(|entry| entry.date == date).collect();
            day(date, &of_day)
        })
        .collect()
}

fn day(date: NaiveDate, entries: &[&Entry]) -> Day {
    let mut pains: Vec<f64> = entries
        .iter()
        .filter_map(|entry| entry.pain)
        .map(f64::from)
        .collect();
    Day {
        date,
        logged: !entries.is_empty(),
        usual: median(&mut pains),
        worst: entries
            .iter()
            .filter_map(|entry| entry.worst.max(entry.pain))
            .max(),
        flare: entries.iter().any(|entry| entry.flare),
        pain_free: !entries.is_empty() && entries.iter().all(|entry| entry.is_pain_free()),
        took_medicine: match () {
            () if entries
                .iter()
                .any(|entry| entry.took_medicine == Some(true)) =>
            {
                Some(true)
            }
            () if entries
                .iter()
                .any(|entry| entry.took_medicine == Some(false)) =>
            {
                Some(false)
            }
            () => None,
        },
    }
}

/// The middle of the values; the mean of the two middle ones when their number is even; nothing when there are none.
pub fn median(values: &mut [f64]) -> Option<f64> {
    values.sort_by(f64::total_cmp);
    let middle = values.len() / 2;
    match values.len() {
        0 => None,
        count if count % 2 == 1 => Some(values[middle]),
        _ => Some((values[middle - 1] + values[middle]) / 2.0),
    }
}
