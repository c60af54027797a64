//! Owns the list of nerve-type signs. Missing: no result without the list; "numb or weak" is needed only at three signs.
//! An illness of the nerves that the person named does not count here: the result is about the signs.

use super::{Meaning, Reading, Threshold, Told, What, figure};
use crate::domain::plan::facts::fact;

/// Published cut-off 3 of 7; later studies used 4, so three signs need a second one.
const ENOUGH: f64 = 4.0;
const ENOUGH_WITH_NUMB_OR_WEAK: f64 = 3.0;
const THRESHOLDS: [Threshold; 1] = [Threshold::from(
    What::NerveSigns,
    ENOUGH,
    &["timmerman2017", "vanseventer2013", "bouhassira2005:K"],
)];

pub fn read(told: &Told<'_>) -> Option<Reading> {
    let signs = told.facts.number(fact::NERVE7)?;
    let several = if signs >= ENOUGH {
        true
    } else if signs >= ENOUGH_WITH_NUMB_OR_WEAK {
        told.facts.yes_no(fact::NUMB_OR_WEAK)?
    } else {
        false
    };
    Some(Reading {
        figures: vec![figure(What::NerveSigns, signs, 7.0)],
        meanings: vec![if several {
            Meaning::SeveralNerveSigns
        } else {
            Meaning::FewNerveSigns
        }],
        thresholds: &THRESHOLDS,
    })
}
