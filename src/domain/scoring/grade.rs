//! Owns the grade of how much pain limits life (vonkorff2020; sentence 5.2 of `plan_rules.toml`). Missing: as that sentence says.

use super::{Meaning, Reading, Told};
use crate::domain::plan::facts::fact;

pub fn read(told: &Told<'_>) -> Option<Reading> {
    let meaning = match told.facts.number(fact::IMPACT_GRADE)? as u8 {
        0 => Meaning::LittlePain,
        1 => Meaning::LittleImpact,
        2 => Meaning::Bothersome,
        _ => Meaning::HighImpact,
    };
    Some(Reading {
        figures: Vec::new(),
        meanings: vec![meaning],
        thresholds: &[],
    })
}
