//! Owns the mood and worry check: two sums of 0 to 6 (phq4_2009). Missing: each pair stands for itself.

use super::{Meaning, Reading, Threshold, Told, What, figure};
use crate::domain::plan::facts::fact;

const SOURCES: &[&str] = &["phq4_2009"];
const TALK_FROM: f64 = 3.0;
const THRESHOLDS: [Threshold; 2] = [
    Threshold::from(What::Mood, TALK_FROM, SOURCES),
    Threshold::from(What::Worry, TALK_FROM, SOURCES),
];

pub fn read(told: &Told<'_>) -> Option<Reading> {
    let mut figures = Vec::new();
    let mut meanings = Vec::new();
    for (what, id, meaning) in [
        (What::Mood, fact::MOOD2, Meaning::TalkAboutMood),
        (What::Worry, fact::ANXIETY2, Meaning::TalkAboutWorry),
    ] {
        if let Some(sum) = told.facts.number(id) {
            figures.push(figure(what, sum, 6.0));
            if sum >= TALK_FROM {
                meanings.push(meaning);
            }
        }
    }
    if meanings.is_empty() && figures.len() == THRESHOLDS.len() {
        meanings.push(Meaning::MoodDoesNotStandOut);
    }
    (!meanings.is_empty()).then_some(Reading {
        figures,
        meanings,
        thresholds: &THRESHOLDS,
    })
}
