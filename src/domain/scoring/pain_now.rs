//! Owns the pain ratings: two numbers, without words like mild or severe. Missing: the one that was given is shown.

use super::{Meaning, Reading, Told, What, figure};
use crate::domain::plan::facts::fact;

pub fn read(told: &Told<'_>) -> Option<Reading> {
    let usual = told.facts.number(fact::NRS_AVG7);
    let worst = told.facts.number(fact::NRS_WORST7);
    let figures: Vec<_> = [(What::UsualPain, usual), (What::WorstPain, worst)]
        .into_iter()
        .filter_map(|(what, value)| Some(figure(what, value?, 10.0)))
        .collect();
    (!figures.is_empty()).then_some(Reading {
        figures,
        meanings: vec![Meaning::JustTheNumbers],
        thresholds: &[],
    })
}
