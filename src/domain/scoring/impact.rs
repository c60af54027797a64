//! Owns the impact check: the mean of usual pain, joy and activity, 0 to 10 (krebs2009). Missing: no score unless all three.

use super::{Meaning, Reading, Threshold, Told, What, figure};
use crate::domain::plan::facts::fact;

/// A change of one point is the smallest that matters (reed2024peg); it is a difference, not a level.
const THRESHOLDS: [Threshold; 1] = [Threshold::from(
    What::Impact,
    1.0,
    &["krebs2009", "reed2024peg"],
)];

pub fn read(told: &Told<'_>) -> Option<Reading> {
    let score = told.facts.number(fact::PEG_LIKE)?;
    Some(Reading {
        figures: vec![figure(What::Impact, score, 10.0)],
        meanings: vec![Meaning::WatchTheChange],
        thresholds: &THRESHOLDS,
    })
}
