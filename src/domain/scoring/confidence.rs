//! Owns the confidence check: a sum of 0 to 12. Missing: no score unless both. The cut-off is not verified (pseq2_2015:K).

use super::{Meaning, Reading, Threshold, Told, What, figure};
use crate::domain::plan::facts::fact;

const THRESHOLDS: [Threshold; 1] = [Threshold {
    what: What::Confidence,
    at: 5.0,
    or_less: true,
    sources: &["pseq2_2015:K"],
}];

pub fn read(told: &Told<'_>) -> Option<Reading> {
    let sum = told.facts.number(fact::CONFIDENCE2)?;
    let low = told.facts.yes_no(fact::LOW_CONFIDENCE)?;
    Some(Reading {
        figures: vec![figure(What::Confidence, sum, 12.0)],
        meanings: vec![if low {
            Meaning::ConfidenceCanGrow
        } else {
            Meaning::ConfidenceIsThere
        }],
        thresholds: &THRESHOLDS,
    })
}
