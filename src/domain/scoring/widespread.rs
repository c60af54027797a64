//! Owns the body map and general signs (wolfe2016). Missing: no result while the derived fact is unknown.

use super::{Meaning, Reading, Threshold, Told, What, figure};
use crate::domain::plan::facts::fact;

const SOURCES: &[&str] = &["wolfe2016"];
const THRESHOLDS: [Threshold; 2] = [
    Threshold::from(What::PainAreas, 7.0, SOURCES),
    Threshold::from(What::GeneralSigns, 5.0, SOURCES),
];

pub fn read(told: &Told<'_>) -> Option<Reading> {
    let facts = told.facts;
    let like = facts.yes_no(fact::FM_LIKE)?;
    let signs: Option<f64> = [
        fact::FATIGUE3,
        fact::UNREFRESHED3,
        fact::FOG3,
        fact::SOMATIC3,
    ]
    .into_iter()
    .map(|id| facts.number(id))
    .sum();
    let figures = [
        (What::PainAreas, facts.number(fact::WPI), 19.0),
        (What::GeneralSigns, signs, 12.0),
    ]
    .into_iter()
    .filter_map(|(what, value, most)| Some(figure(what, value?, most)))
    .collect();
    Some(Reading {
        figures,
        meanings: vec![if like {
            Meaning::AskAboutWidespread
        } else {
            Meaning::NotWidespread
        }],
        thresholds: &THRESHOLDS,
    })
}
