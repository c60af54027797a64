//! Owns what the entries of one day add up to: paracetamol and anti-inflammatory medicine, mixes included.
//! May use: entries, the reading of medicines. Must not: fill in a number that was not typed.

use super::told;
use crate::domain::date::NaiveDate;
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
}

impl DayTotals {
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

/// Adds up what was taken on a day.
pub fn day_totals(taken: &[Typed]) -> DayTotals {
    let totals = sums(taken);
    DayTotals {
        twice: twice(taken, &totals),
        totals,
    }
}
