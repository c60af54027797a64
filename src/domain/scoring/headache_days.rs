//! Owns the days lost to headache: counts that are only shown; no published grade applies. Missing: what was given is shown.

use super::{Meaning, Reading, Told, What, figure};
use crate::domain::questionnaire::check::read_for;
use crate::domain::questionnaire::model::Answer;
use crate::knowledge::item;

const ITEM: &str = "head.lost";

pub fn read(told: &Told<'_>) -> Option<Reading> {
    let item = item(ITEM)?;
    let Some(Answer::Numbers(typed)) = told.response.answer(ITEM) else {
        return None;
    };
    let figures: Vec<_> = [
        ("work", What::DaysNoWork),
        ("home", What::DaysNoHousework),
        ("people", What::DaysNoPeople),
    ]
    .into_iter()
    .filter_map(|(option, what)| {
        let days = read_for(item, typed.get(option)?).ok()??;
        Some(figure(what, days, item.max.unwrap_or(days)))
    })
    .collect();
    (!figures.is_empty()).then_some(Reading {
        figures,
        meanings: vec![Meaning::JustTheNumbers],
        thresholds: &[],
    })
}
