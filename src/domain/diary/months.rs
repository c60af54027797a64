//! Owns the counting of headache, migraine and medicine days by months of 28 days. May use: series.
//! Must not: fill gaps; a day on which nothing was said is no day without.

use super::series::Day;
use crate::domain::date::NaiveDate;

/// A month of headache counting, as trials count it (`ihs_em2020:K`), and the days of it that have to be answered
/// before a rate is given (`diary.toml`, `monthly_headache_days`).
pub const MONTH_DAYS: usize = 28;
pub const LEAST_DAYS_OF_MONTH: usize = 20;

/// The days of one month of 28 days.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct CountedMonth {
    pub first: NaiveDate,
    pub last: NaiveDate,
    /// Days with an entry.
    pub logged: usize,
    /// Days on which a headache was said to be or not to be, those with one, and those with migraine features.
    pub answered: usize,
    pub headache_days: usize,
    pub migraine_days: usize,
    /// The same, for 28 days; none with fewer than [`LEAST_DAYS_OF_MONTH`] days answered.
    pub headache_of_28: Option<f64>,
    pub migraine_of_28: Option<f64>,
    /// Days on which a medicine for pain was said to be taken or not, and those on which one was.
    pub medicine_answered: usize,
    pub medicine_days: usize,
}

/// The months of 28 days that end with the last day, oldest first; what is left over at the start is left out.
pub fn months(days: &[Day]) -> Vec<CountedMonth> {
    let mut months: Vec<CountedMonth> =
        days.rchunks_exact(MONTH_DAYS).filter_map(counted).collect();
    months.reverse();
    months
}

/// Counts the last 28 days, or as many as there are; nothing without a day.
pub fn last_month(days: &[Day]) -> Option<CountedMonth> {
    counted(&days[days.len().saturating_sub(MONTH_DAYS)..])
}

fn counted(days: &[Day]) -> Option<CountedMonth> {
    let (first, last) = (days.first()?.date, days.last()?.date);
    let count = |is: fn(&&Day) -> bool| days.iter().filter(is).count();
    let answered = count(|day| day.headache.is_some());
    let headache_days = count(|day| day.headache == Some(true));
    let migraine_days = count(|day| day.migraine);
    let of_28 = |count: usize| {
        (answered >= LEAST_DAYS_OF_MONTH)
            .then(|| MONTH_DAYS as f64 * count as f64 / answered as f64)
    };
    Some(CountedMonth {
        first,
        last,
        logged: count(|day| day.logged),
        answered,
        headache_days,
        migraine_days,
        headache_of_28: of_28(headache_days),
        migraine_of_28: of_28(migraine_days),
        medicine_answered: count(|day| day.took_medicine.is_some()),
        medicine_days: count(|day| day.took_medicine == Some(true)),
    })
}
