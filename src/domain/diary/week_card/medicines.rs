//! Owns the days of each kind of painkiller behind a card, by name and against the limit of its kind.
//! May use: entries, the reading of medicines. Must not: advise to stop.

use super::{Limit, Says, Sentence};
use crate::domain::date::{NaiveDate, days_up_to};
use crate::domain::diary::entry::Entry;
use crate::domain::diary::medicines::days::{ANY_KIND, WINDOW_DAYS};
use crate::domain::diary::medicines::told;
use crate::domain::medicines::typed::Typed;
use crate::knowledge::{MEDICINE_KINDS, Named};

/// One sentence for each kind that was taken in the last 30 days, in the order of the table.
pub fn limits(entries: &[Entry], first: NaiveDate, last: NaiveDate) -> Vec<Sentence> {
    let window: Vec<NaiveDate> = days_up_to(last, WINDOW_DAYS).collect();
    // The kind, the day and the name of each that was taken.
    let mut taken: Vec<(&str, NaiveDate, String)> = Vec::new();
    for entry in entries.iter().filter(|entry| window.contains(&entry.date)) {
        for typed in told::taken(entry).flat_map(told::read) {
            if let Some(kind) = typed.days().filter(|_| !typed.is_nothing) {
                taken.push((kind.id, entry.date, name(&typed)));
            }
        }
    }
    let is_mixed = taken.iter().any(|(kind, ..)| *kind != taken[0].0);
    let limits = MEDICINE_KINDS.iter().filter_map(|kind| {
        let is_any = kind.id == ANY_KIND && is_mixed;
        let of_kind = || taken.iter().filter(|(id, ..)| is_any || *id == kind.id);
        let mut days = window.clone();
        days.retain(|day| of_kind().any(|(_, date, _)| date == day));
        let mut names: Vec<String> = Vec::new();
        for (_, _, name) in of_kind().filter(|_| !is_any) {
            if !names.contains(name) {
                names.push(name.clone());
            }
        }
        let limit = Limit {
            kind,
            names,
            in_card: days.iter().filter(|day| **day >= first).count(),
            last_30: days.len(),
        };
        (!days.is_empty()).then_some(Sentence {
            says: Says::Limit(limit),
            days,
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
