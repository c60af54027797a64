//! Owns the diary by week and longer stretch, and by weekday and time of day. May use: series, entries, dates.
//! Must not: fill gaps, or give a middle of too few days.

use super::entry::{About, Entry};
use super::series::{Day, median};
use crate::domain::date::{Datelike, NaiveDate, Timelike, Weekday};

/// Days with a number that a week needs before it has a mean or a median (`diary.toml`, `week_mean`;
/// three to five ratings stand for a week very well, `broderick2009`).
pub const LEAST_DAYS_OF_WEEK: usize = 4;
/// A day with at least this worst pain is counted as a bad one (`diary_and_outcomes.md`, 3.2).
pub const BAD_DAY_MIN: u8 = 7;

/// A week, or a longer stretch of whole days.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Stretch {
    pub first: NaiveDate,
    pub last: NaiveDate,
    /// Days with an entry, and all days of it.
    pub logged: usize,
    pub days: usize,
    /// Of the usual pain, 0 to 10; none when too few days have a number: [`LEAST_DAYS_OF_WEEK`] for each week of it.
    pub mean: Option<f64>,
    pub median: Option<f64>,
    /// Highest worst pain, and days with [`BAD_DAY_MIN`] or more; none in the same way.
    pub worst: Option<u8>,
    pub n_bad: Option<usize>,
    pub n_flare: usize,
    pub n_headache: usize,
    pub n_medicine: usize,
}

/// The calendar weeks, Monday to Sunday, of days without holes, oldest first. The first and last may be cut;
/// they need as many days with a number as a whole week.
pub fn weeks(days: &[Day]) -> Vec<Stretch> {
    let same_week = |one: &Day, other: &Day| monday(one.date) == monday(other.date);
    let weeks = days.chunk_by(same_week);
    weeks
        .filter_map(|week| stretch(week, LEAST_DAYS_OF_WEEK))
        .collect()
}

/// Stretches of `length` days that end with the last day, oldest first; the oldest may be shorter.
/// One of `length` days needs as large a share of days with a number as a week.
pub fn stretches(days: &[Day], length: usize) -> Vec<Stretch> {
    let least = |days: usize| (days * LEAST_DAYS_OF_WEEK).div_ceil(7);
    let mut stretches: Vec<Stretch> = days
        .rchunks(length.max(1))
        .filter_map(|days| stretch(days, least(days.len())))
        .collect();
    stretches.reverse();
    stretches
}

fn stretch(days: &[Day], least: usize) -> Option<Stretch> {
    let (first, last) = (days.first()?.date, days.last()?.date);
    let mut usual: Vec<f64> = days.iter().filter_map(|day| day.usual).collect();
    let worsts: Vec<u8> = days.iter().filter_map(|day| day.worst).collect();
    let enough = usual.len() >= least;
    let enough_worst = worsts.len() >= least;
    let count = |is: fn(&&Day) -> bool| days.iter().filter(is).count();
    Some(Stretch {
        first,
        last,
        logged: count(|day| day.logged),
        days: days.len(),
        mean: enough.then(|| usual.iter().sum::<f64>() / usual.len() as f64),
        median: if enough { median(&mut usual) } else { None },
        worst: worsts.iter().copied().max().filter(|_| enough_worst),
        n_bad: enough_worst.then(|| worsts.iter().filter(|worst| **worst >= BAD_DAY_MIN).count()),
        n_flare: count(|day| day.flare),
        n_headache: count(|day| day.headache == Some(true)),
        n_medicine: count(|day| day.took_medicine == Some(true)),
    })
}

/// The Monday of a day's week.
pub fn monday(date: NaiveDate) -> NaiveDate {
    date.week(Weekday::Mon).checked_first_day().unwrap_or(date)
}

/// Weeks of which the means have to lie close together before fewer reminders are offered. Ours.
pub const STABLE_WEEKS: usize = 4;
/// Points by which they may differ: less than the smallest change that people notice (`salaffi2004`).
const STABLE_SPREAD: f64 = 1.0;

/// The last four weeks all have a mean, and these lie close together.
pub fn is_stable(weeks: &[Stretch]) -> bool {
    let whole: Vec<&Stretch> = weeks.iter().filter(|week| week.days == 7).collect();
    let last = &whole[whole.len().saturating_sub(STABLE_WEEKS)..];
    let means: Vec<f64> = last.iter().filter_map(|week| week.mean).collect();
    let highest = means.iter().copied().fold(f64::MIN, f64::max);
    let lowest = means.iter().copied().fold(f64::MAX, f64::min);
    means.len() == STABLE_WEEKS && highest - lowest < STABLE_SPREAD
}

/// The mean of the 7 days that end with each day; none where fewer than [`LEAST_DAYS_OF_WEEK`] of them have a number,
/// so that a gap stays a gap.
pub fn means_of_7_days(days: &[Day]) -> Vec<Option<f64>> {
    (0..days.len())
        .map(|last| {
            let values: Vec<f64> = days[last.saturating_sub(6)..=last]
                .iter()
                .filter_map(|day| day.usual)
                .collect();
            (values.len() >= LEAST_DAYS_OF_WEEK)
                .then(|| values.iter().sum::<f64>() / values.len() as f64)
        })
        .collect()
}

/// A part of the day or of the week with the pain that was logged in it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bin {
    /// 0 Monday to 6 Sunday; or 0 night, 1 morning, 2 afternoon, 3 evening, each 6 hours from midnight on.
    pub place: usize,
    /// Numbers in it, and their mean; none with fewer than [`LEAST_IN_BIN`].
    pub n: usize,
    pub mean: Option<f64>,
}

/// Numbers before a part of the day or the week gets a mean. Ours: the same as a week needs.
pub const LEAST_IN_BIN: usize = LEAST_DAYS_OF_WEEK;

/// Usual pain by day of the week.
pub fn by_weekday(days: &[Day]) -> Vec<Bin> {
    let place = |day: &Day| day.date.weekday().num_days_from_monday() as usize;
    bins(
        7,
        days.iter().filter_map(|day| Some((place(day), day.usual?))),
    )
}

/// Pain by time of day, from entries about a moment.
pub fn by_time_of_day<'a>(entries: impl IntoIterator<Item = &'a Entry>) -> Vec<Bin> {
    let moments = entries
        .into_iter()
        .filter(|entry| entry.about != Some(About::Day) && entry.written.is_none());
    bins(
        4,
        moments.filter_map(|entry| {
            let quarter = entry.time?.hour() as usize / 6;
            Some((quarter, f64::from(entry.pain?)))
        }),
    )
}

fn bins(count: usize, values: impl Iterator<Item = (usize, f64)>) -> Vec<Bin> {
    let mut sums = vec![(0_usize, 0.0); count];
    for (place, value) in values {
        if let Some((n, sum)) = sums.get_mut(place) {
            *n += 1;
            *sum += value;
        }
    }
    (sums.into_iter().enumerate())
        .map(|(place, (n, sum))| Bin {
            place,
            n,
            mean: (n >= LEAST_IN_BIN).then(|| sum / n as f64),
        })
        .collect()
}
