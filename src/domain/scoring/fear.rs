//! Owns the two questions about worry and movement. No published score; own working thresholds (practice:K).
//! Missing: each number stands for itself, "does not stand out" needs both.

use super::{Meaning, Reading, Threshold, Told, What, figure};
use crate::domain::plan::facts::fact;

const SOURCES: &[&str] = &["practice:K"];
const THRESHOLDS: [Threshold; 2] = [
    Threshold::from(What::FearOfMoving, 6.0, SOURCES),
    Threshold::from(What::PainWorry, 7.0, SOURCES),
];

pub fn read(told: &Told<'_>) -> Option<Reading> {
    let figures = [
        (What::PainWorry, told.facts.number(fact::PAIN_WORRY)),
        (What::FearOfMoving, told.facts.number(fact::FEAR_MOVE)),
    ]
    .into_iter()
    .filter_map(|(what, value)| Some(figure(what, value?, 10.0)))
    .collect();
    let meaning = match told.facts.yes_no(fact::FEAR_HIGH)? {
        true => Meaning::TalkAboutFear,
        false => Meaning::FearDoesNotStandOut,
    };
    Some(Reading {
        figures,
        meanings: vec![meaning],
        thresholds: &THRESHOLDS,
    })
}
