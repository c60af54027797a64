//! Owns the search for a treatment by the names that people use.
//! May use: the catalogue, `trials.toml`. Must not: rank by anything but the name.

use crate::domain::collections::InOrder;
use crate::knowledge::{THERAPIES, TRIALS, Therapy, Trial};

/// A treatment that was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Found {
    pub therapy: &'static Therapy,
    /// The everyday name that fitted: it may say which of several medicines is meant.
    pub by: Option<&'static str>,
}

/// The treatments whose name, or one of whose everyday names, holds every typed word; names that begin with what was
/// typed first, otherwise in the order of the catalogue. Nothing when nothing was typed.
pub fn search(typed: &str) -> Vec<Found> {
    let typed = typed.trim().to_lowercase();
    if typed.is_empty() {
        return Vec::new();
    }
    let words: Vec<&str> = typed.split_whitespace().collect();
    let fits = |name: &str| words.iter().all(|word| name.contains(word));
    let mut found: Vec<(bool, Found)> = Vec::new();
    for therapy in &THERAPIES {
        let name = therapy.name.to_lowercase();
        let other = names_of(therapy).iter().copied().find(|known| fits(known));
        if !fits(&name) && other.is_none() {
            continue;
        }
        let begins = name.starts_with(&typed)
            || names_of(therapy)
                .iter()
                .any(|known| known.starts_with(&typed));
        found.push((begins, Found { therapy, by: other }));
    }
    // The sort is stable: among equals the order of the catalogue stays.
    found.put_in_order_by_key(|(begins, _)| !begins);
    found.into_iter().map(|(_, found)| found).collect()
}

/// The everyday names of a treatment.
pub fn names_of(therapy: &Therapy) -> &'static [&'static str] {
    trial_of(therapy).map_or(&[], |trial| trial.names)
}

/// What is known about a fair trial of a treatment.
pub fn trial_of(therapy: &Therapy) -> Option<&'static Trial> {
    TRIALS.iter().find(|trial| trial.therapy == therapy)
}
