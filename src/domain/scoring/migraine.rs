//! Owns the headache pattern check: three signs (idmigraine) and counted days. Missing: no result without the signs.
//! A migraine that the person named does not count here: the result is about the signs.

use super::{Meaning, Reading, Threshold, Told, What, figure};
use crate::domain::plan::facts::fact;

const ENOUGH: f64 = 2.0;
const THRESHOLDS: [Threshold; 1] = [Threshold::from(
    What::MigraineSigns,
    ENOUGH,
    &["idmigraine"],
)];

pub fn read(told: &Told<'_>) -> Option<Reading> {
    let signs = told.facts.number(fact::MIGRAINE3)?;
    let days = [
        (What::HeadacheDays, told.facts.number(fact::HEADACHE_DAYS)),
        (What::MigraineDays, told.facts.number(fact::MIGRAINE_DAYS)),
    ];
    let mut figures = vec![figure(What::MigraineSigns, signs, 3.0)];
    figures.extend(
        days.into_iter()
            .filter_map(|(what, value)| Some(figure(what, value?, 30.0))),
    );
    Some(Reading {
        figures,
        meanings: vec![if signs >= ENOUGH {
            Meaning::LooksLikeMigraine
        } else {
            Meaning::FewMigraineSigns
        }],
        thresholds: &THRESHOLDS,
    })
}
