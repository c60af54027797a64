//! Owns on how many days each kind of pain medicine was taken, and how near that is to its limit.
//! May use: entries, dates, the table of kinds. Must not: advise to stop; stopping suddenly can harm.

use std::collections::{BTreeMap, BTreeSet};

use super::told;
use crate::domain::date::{Datelike, Days, NaiveDate};
use crate::domain::diary::entry::Entry;
use crate::domain::medicines::typed::Typed;
use crate::knowledge::{MEDICINE_KINDS, MedicineKind};

/// The window of the limits (`diary.toml`, `med_days`).
pub const WINDOW_DAYS: u64 = 30;
/// The kind that counts days on which whichever of two or more kinds was taken.
pub const ANY_KIND: &str = "any";

/// Days with a kind in a month before its pace is told. Ours: two days in a row are no pace.
pub const LEAST_FOR_PACE: usize = 3;

/// The days of one kind.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct KindDays {
    pub kind: &'static MedicineKind,
    /// Days since the first of this calendar month, and of the last 30, today included.
    pub this_month: usize,
    pub last_30: usize,
    /// Of the last 30: those on which it was taken as needed, not as prescribed every day.
    pub as_needed: usize,
    pub standing: Standing,
    /// The day of this month on which the limit is reached when it goes on as since its first; none before
    /// [`LEAST_FOR_PACE`] days with it, at the limit, and when the month ends before.
    pub reached: Option<NaiveDate>,
}

/// Where the last 30 days stand against the limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    Below,
    /// Close enough to be told.
    Near,
    /// At the limit or over it, which counts when it is so for more than three months (`ichd3`).
    AtLimit,
}

/// Medicine days up to today.
#[derive(Debug, Clone, PartialEq)]
pub struct MedicineDays {
    /// Days with an entry, of the last 30.
    pub days_logged: usize,
    /// In the order of the table; only kinds that were taken in the last 30 days or this month.
    pub kinds: Vec<KindDays>,
    /// Of the last 30: days with any medicine for pain that is not taken every day,
    /// and those of them whose medicine has no name, or none that is known.
    pub any_as_needed: usize,
    pub unknown: usize,
}

/// Counts the days with each kind.
pub fn medicine_days<'a>(
    entries: impl IntoIterator<Item = &'a Entry>,
    today: NaiveDate,
) -> MedicineDays {
    let first = today
        .checked_sub_days(Days::new(WINDOW_DAYS - 1))
        .unwrap_or(today);
    let month = today.with_day(1).unwrap_or(today);
    let mut logged = BTreeSet::new();
    let mut any_as_needed = BTreeSet::new();
    let mut unknown = BTreeSet::new();
    // By the kind's id: the days on which it was taken, and those on which it was taken as needed.
    let mut by_kind: BTreeMap<&str, (BTreeSet<NaiveDate>, BTreeSet<NaiveDate>)> = BTreeMap::new();
    let from = first.min(month);
    for entry in entries {
        if !(from..=today).contains(&entry.date) {
            continue;
        }
        if entry.date >= first {
            logged.insert(entry.date);
        }
        if told::took(entry) == Some(true) && told::taken(entry).next().is_none() {
            any_as_needed.insert(entry.date);
            unknown.insert(entry.date);
        }
        for taken in told::taken(entry) {
            let swallowed = |typed: &Typed| !typed.on_skin && !typed.is_nothing;
            for typed in told::read(taken).into_iter().filter(swallowed) {
                // A medicine that is known and no painkiller is not one of which nobody knows what it was.
                let may_be_a_painkiller = typed.days().is_some() || typed.found.is_none();
                if !taken.regular && may_be_a_painkiller {
                    any_as_needed.insert(entry.date);
                }
                match typed.days() {
                    Some(kind) => {
                        let (days, as_needed) = by_kind.entry(kind.id).or_default();
                        days.insert(entry.date);
                        if !taken.regular {
                            as_needed.insert(entry.date);
                        }
                    }
                    None if !taken.regular && typed.found.is_none() => {
                        unknown.insert(entry.date);
                    }
                    None => {}
                }
            }
        }
    }
    if by_kind.len() > 1 {
        let together = by_kind.values().fold(
            (BTreeSet::new(), BTreeSet::new()),
            |(mut days, mut as_needed), (these, those)| {
                days.extend(these);
                as_needed.extend(those);
                (days, as_needed)
            },
        );
        by_kind.insert(ANY_KIND, together);
    }
    let kinds = MEDICINE_KINDS.iter().filter_map(|kind| {
        let (days, as_needed) = by_kind.get(kind.id)?;
        let last_30 = days.range(first..).count();
        let this_month = days.range(month..).count();
        Some(KindDays {
            kind,
            this_month,
            reached: reached(this_month, usize::from(kind.limit), today),
            last_30,
            as_needed: as_needed.range(first..).count(),
            standing: standing(kind, last_30),
        })
    });
    MedicineDays {
        days_logged: logged.len(),
        kinds: kinds.collect(),
        any_as_needed: any_as_needed.range(first..).count(),
        unknown: unknown.range(first..).count(),
    }
}

/// The day of this month on which `limit` days are full, when the rest of it goes on as the days up to today.
fn reached(this_month: usize, limit: usize, today: NaiveDate) -> Option<NaiveDate> {
    if !(LEAST_FOR_PACE..limit).contains(&this_month) {
        return None;
    }
    let day = (limit * today.day() as usize).div_ceil(this_month);
    // A day that this month does not have is none.
    today.with_day(u32::try_from(day).ok()?)
}

fn standing(kind: &MedicineKind, days: usize) -> Standing {
    if days >= usize::from(kind.limit) {
        Standing::AtLimit
    } else if days >= usize::from(kind.notice) {
        Standing::Near
    } else {
        Standing::Below
    }
}
