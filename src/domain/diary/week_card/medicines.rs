//! Owns the days of each kind of painkiller behind a card, by name and against the limit of its kind.
//! May use: entries, the reading of medicines. Must not: advise to stop.

use std::collections::{BTreeMap, BTreeSet};

use super::{Limit, Says, Sentence};
use crate::domain::date::{Days, NaiveDate};
use crate::domain::diary::entry::Entry;
use crate::domain::diary::medicines::days::{ANY_KIND, WINDOW_DAYS};
use crate::domain::diary::medicines::told;
use crate::domain::medicines::typed::Typed;
use crate::knowledge::{MEDICINE_KINDS, Named};

/// The days on which a kind was taken, and what of it.
#[derive(Default)]
struct OfKind {
    days: BTreeSet<NaiveDate>,
    names: BTreeSet<String>,
}

/// One sentence for each kind that was taken in the last 30 days, in the order of the table.
pub fn limits(entries: &[Entry], first: NaiveDate, last: NaiveDate) -> Vec<Sentence> {
    let from = last
        .checked_sub_days(Days::new(WINDOW_DAYS - 1))
        .unwrap_or(last);
    let mut kinds: BTreeMap<&str, OfKind> = BTreeMap::new();
    for entry in entries {
        if !(from..=last).contains(&entry.date) {
            continue;
        }
        for typed in told::taken(entry).flat_map(told::read) {
            if let Some(kind) = typed.days().filter(|_| !typed.is_nothing) {
                let of_kind = kinds.entry(kind.id).or_default();
                of_kind.days.insert(entry.date);
                of_kind.names.insert(name(&typed));
            }
        }
    }
    if kinds.len() > 1 {
        let days = kinds.values().flat_map(|kind| kind.days.iter().copied());
        let any = OfKind {
            days: days.collect(),
            names: BTreeSet::new(),
        };
        kinds.insert(ANY_KIND, any);
    }
    let limits = MEDICINE_KINDS.iter().filter_map(|kind| {
        let OfKind { days, names } = kinds.remove(kind.id)?;
        Some(Sentence {
            says: Says::Limit(Limit {
                kind,
                names: names.into_iter().collect(),
                in_card: days.range(first..).count(),
                last_30: days.len(),
            }),
            days: days.into_iter().collect(),
        })
    });
    limits.collect()
}

fn name(typed: &Typed) -> String {
    match typed.found.map(|found| found.means) {
        Some(Named::Substance(substance) | Named::Brand(substance)) => {
            let name = substance.names.first().copied().unwrap_or_default();
            name.to_owned()
        }
        _ => typed.words.trim().to_lowercase(),
    }
}
