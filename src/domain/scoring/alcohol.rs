//! Owns the alcohol check: a sum of 0 to 12 over three questions (auditc). Missing: no score unless all three, but who never
//! drinks is asked only the first.
//! The limit is 3 for women and 4 for men; with another or no answer about sex, a score of exactly 3 stays open.

use super::{Meaning, Reading, Threshold, Told, What, figure};
use crate::domain::plan::facts::{Facts, fact};
use crate::domain::questionnaire::model::Answer;
use crate::domain::questionnaire::response::Response;
use crate::knowledge::words;

const OFTEN: &str = "life.alcohol_often";
const OTHERS: [&str; 2] = ["life.alcohol_drinks", "life.alcohol_six"];
const RISKY_FOR_WOMEN: f64 = 3.0;
const RISKY_FOR_MEN: f64 = 4.0;
/// The highest step of each question.
const MAX_STEP: u8 = 4;
const THRESHOLDS: [Threshold; 1] = [Threshold::from(What::Alcohol, RISKY_FOR_WOMEN, &["auditc"])];

/// The fact `alcohol_risky`.
pub fn is_risky(response: &Response, facts: &Facts) -> Option<bool> {
    let score = score(response)?;
    let sex = facts.word(fact::SEX_AT_BIRTH);
    if score >= RISKY_FOR_MEN {
        Some(true)
    } else if score < RISKY_FOR_WOMEN || sex == Some(words::MALE) {
        Some(false)
    } else if sex == Some(words::FEMALE) {
        Some(true)
    } else {
        None
    }
}

/// The fact `heavy_daily_alcohol`, as far as the frequency alone decides it: who drinks on fewer days does not drink daily.
pub fn drinks_heavily_daily(response: &Response) -> Option<bool> {
    (level(response, OFTEN)? < MAX_STEP).then_some(false)
}

pub fn read(told: &Told<'_>) -> Option<Reading> {
    let score = score(told.response)?;
    Some(Reading {
        figures: vec![figure(What::Alcohol, score, 12.0)],
        meanings: match told.facts.yes_no(fact::ALCOHOL_RISKY) {
            Some(true) => vec![Meaning::AlcoholMatters],
            Some(false) => vec![Meaning::AlcoholIsLow],
            None => vec![Meaning::JustTheNumbers],
        },
        thresholds: &THRESHOLDS,
    })
}

fn score(response: &Response) -> Option<f64> {
    let often = level(response, OFTEN)?;
    if often == 0 {
        return Some(0.0);
    }
    let others: Option<u8> = OTHERS.iter().map(|id| level(response, id)).sum();
    others.map(|others| f64::from(often + others))
}

fn level(response: &Response, item: &str) -> Option<u8> {
    match response.answer(item) {
        Some(Answer::Level(level)) if *level <= MAX_STEP => Some(*level),
        _ => None,
    }
}
