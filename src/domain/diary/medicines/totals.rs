//! Owns what the entries of one day add up to: paracetamol and anti-inflammatory medicine, mixes included.
//! May use: entries, the reading of medicines. Must not: fill in a number that was not typed.

use super::told;
use crate::domain::date::{Days, NaiveDate};
use crate::domain::diary::entry::Entry;
use crate::domain::medicines::pairs::{Twice, twice};
use crate::domain::medicines::sums::{DayStanding, Sum, sums};
use crate::domain::medicines::typed::Typed;

/// What one day adds up to.
#[derive(Debug, Clone, PartialEq)]
pub struct DayTotals {
    /// In the order of the table; only what was taken.
    pub totals: Vec<Sum>,
    /// Substances that were taken under two names.
    pub twice: Vec<Twice>,
    /// What is in no sum because nobody here knows its name, as it was typed.
    pub unknown: Vec<String>,
}

/// Sums of a day that stand under one heading.
#[derive(Debug, Clone, PartialEq)]
pub struct SumGroup {
    /// The worst that any of them is.
    pub worst: DayStanding,
    /// What is left beside others that are, or may be, over their limit.
    pub is_rest: bool,
    pub sums: Vec<Sum>,
}

impl DayTotals {
    /// The sums over their limit, those that may be, and the rest, each only when there is one.
    pub fn groups(&self) -> Vec<SumGroup> {
        let kind = |sum: &Sum| sum.standing.max(DayStanding::AtMost);
        let kinds = [
            DayStanding::OverMost,
            DayStanding::MayBeOver,
            DayStanding::AtMost,
        ];
        let mut groups: Vec<SumGroup> = Vec::new();
        for of in kinds {
            let sums: Vec<Sum> = (self.totals.iter())
                .filter(|sum| kind(sum) == of)
                .cloned()
                .collect();
            if let Some(worst) = sums.iter().map(|sum| sum.standing).max() {
                groups.push(SumGroup {
                    worst,
                    is_rest: !groups.is_empty(),
                    sums,
                });
            }
        }
        groups
    }

    /// The worst that any of the sums is; nothing without a sum.
    pub fn worst(&self) -> Option<DayStanding> {
        self.totals.iter().map(|sum| sum.standing).max()
    }
}

/// What was taken on a day, as it is understood. Entries of other days are left out.
pub fn taken_on<'a>(entries: impl IntoIterator<Item = &'a Entry>, date: NaiveDate) -> Vec<Typed> {
    let of_day = entries.into_iter().filter(|entry| entry.date == date);
    of_day.flat_map(told::taken).flat_map(told::read).collect()
}

/// How many days back a medicine that was noted as taken every day still counts.
pub const REGULAR_DAYS: u64 = 30;

/// What may still act with what is taken on a day, as it is understood: everything of that day and of the day before, and
/// what was noted as taken every day in the [`REGULAR_DAYS`] before. Midnight ends none of them.
pub fn at_work_on<'a>(entries: impl IntoIterator<Item = &'a Entry>, date: NaiveDate) -> Vec<Typed> {
    let first = date.checked_sub_days(Days::new(REGULAR_DAYS));
    let day_before = date.pred_opt();
    let entries = entries.into_iter();
    entries
        .filter(|entry| entry.date <= date && first.is_none_or(|first| entry.date >= first))
        .flat_map(|entry| {
            let is_near = entry.date == date || Some(entry.date) == day_before;
            told::taken(entry).filter(move |taken| is_near || taken.regular)
        })
        .flat_map(told::read)
        .collect()
}

/// Adds up what was taken on a day.
pub fn day_totals(taken: &[Typed]) -> DayTotals {
    let totals = sums(taken);
    DayTotals {
        twice: twice(taken),
        unknown: (taken.iter())
            .filter(|typed| typed.is_unknown && !typed.is_nothing)
            .map(|typed| typed.text.clone())
            .collect(),
        totals,
    }
}
