//! Owns how much paracetamol and anti-inflammatory medicine the entries of one day add up to, mixes included.
//! May use: entries, the table of substances. Must not: fill in a number that was not typed.

use std::collections::BTreeMap;

use super::typed::Understood;
use crate::domain::date::NaiveDate;
use crate::domain::diary::entry::Entry;
use crate::knowledge::{SUBSTANCES, Substance, SubstanceKind};

/// What one day adds up to.
#[derive(Debug, Clone, PartialEq)]
pub struct DayTotals {
    /// In the order of the table; only what was taken.
    pub totals: Vec<Total>,
    /// Two different anti-inflammatory medicines on one day: they harm more and help no more (`labels:K`).
    pub several_nsaids: bool,
}

/// One substance on one day.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Total {
    pub substance: &'static Substance,
    /// What can be added up; at least this much was taken.
    pub mg: f64,
    /// Medicines with this substance whose number or strength was not typed, so that they are not in the sum.
    pub n_uncounted: usize,
    pub standing: DayStanding,
}

/// Where a day's sum stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum DayStanding {
    Within,
    /// More than a pack from the shop allows; a doctor may have said otherwise.
    OverPack,
    /// At the most for a day: nothing more on this day.
    AtMost,
    /// Over the most for a day.
    OverMost,
}

/// Adds up the entries of a day. Entries of other days are left out.
pub fn day_totals<'a>(entries: impl IntoIterator<Item = &'a Entry>, date: NaiveDate) -> DayTotals {
    let mut sums: BTreeMap<&str, (f64, usize)> = BTreeMap::new();
    let of_day = entries.into_iter().filter(|entry| entry.date == date);
    for taken in of_day.flat_map(|entry| &entry.medicines) {
        for (substance, mg) in Understood::of(taken).contents() {
            let (sum, n_uncounted) = sums.entry(substance.id).or_default();
            *sum += mg.unwrap_or_default();
            *n_uncounted += usize::from(mg.is_none());
        }
    }
    let totals: Vec<Total> = SUBSTANCES
        .iter()
        .filter_map(|substance| {
            let (mg, n_uncounted) = *sums.get(substance.id)?;
            Some(Total {
                substance,
                mg,
                n_uncounted,
                standing: standing(substance, mg),
            })
        })
        .collect();
    let nsaids = totals
        .iter()
        .filter(|total| total.substance.kind == SubstanceKind::Nsaid);
    DayTotals {
        several_nsaids: nsaids.count() > 1,
        totals,
    }
}

fn standing(substance: &Substance, mg: f64) -> DayStanding {
    let above = |most: Option<f64>| most.is_some_and(|most| mg > most);
    if above(substance.day_max_mg) {
        DayStanding::OverMost
    } else if substance.day_max_mg == Some(mg) {
        DayStanding::AtMost
    } else if above(substance.pack_max_mg) {
        DayStanding::OverPack
    } else {
        DayStanding::Within
    }
}
