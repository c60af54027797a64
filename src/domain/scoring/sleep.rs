//! Owns the sleep check: poor nights, how much they bother, for how long (sci2014:K), and signs of disturbed breathing.
//! Missing: no result while the three answers do not decide it; the breathing line stands for itself.

use super::{Meaning, Reading, Threshold, Told, What, figure};
use crate::domain::plan::facts::fact;

const SOURCES: &[&str] = &["sci2014:K", "acp2016insomnia:K"];
const THRESHOLDS: [Threshold; 2] = [
    Threshold::from(What::PoorNights, 3.0, SOURCES),
    Threshold::from(What::SleepBother, 2.0, SOURCES),
];

pub fn read(told: &Told<'_>) -> Option<Reading> {
    let facts = told.facts;
    let nights = facts.number(fact::SLEEP_BAD_NIGHTS);
    let bother = facts.number(fact::SLEEP_BOTHER);
    let treatable = facts.yes_no(fact::INSOMNIA_LIKE);
    let mut meanings = Vec::new();
    match treatable {
        Some(true) => meanings.push(Meaning::SleepCanBeTreated),
        Some(false) => meanings.push(Meaning::SleepDoesNotStandOut),
        None => {}
    }
    if facts.yes_no(fact::SNORE_PAUSES) == Some(true) {
        meanings.push(Meaning::AskAboutBreathing);
    }
    let figures = [
        (What::PoorNights, nights, 7.0),
        (What::SleepBother, bother, 4.0),
    ]
    .into_iter()
    .filter_map(|(what, value, most)| Some(figure(what, value?, most)))
    .collect();
    (!meanings.is_empty()).then_some(Reading {
        figures,
        meanings,
        thresholds: &THRESHOLDS,
    })
}
