//! Owns plain counts of what is watched: days with it and without it, and the pain on each, before anything is compared.
//! May use: the table of a diary. Must not: compute a difference or call anything a link.

use super::table::{Outcome, Table};
use crate::domain::diary::series::median;
use crate::domain::ids::FactorId;

/// Days that each side needs before the pain on it is shown. Ours: with fewer, one bad day moves the middle.
pub const LEAST_COUNTED: usize = 6;

/// Days on which a factor was answered and the outcome is known.
#[derive(Debug, Clone, PartialEq)]
pub struct Counted {
    pub factor: FactorId,
    pub with: Side,
    pub without: Side,
}

/// The days on one side.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Side {
    pub days: usize,
    /// The middle of their usual pain, 0 to 10; none for headaches, and without a day.
    pub middle: Option<f64>,
    /// Of them, those with a headache; 0 where pain is what is counted.
    pub headaches: usize,
}

/// The counts of each factor of the table, on the same day.
pub fn counts(table: &Table) -> Vec<Counted> {
    let factors = table.factors.iter().enumerate();
    let counted = factors.map(|(place, factor)| Counted {
        factor: factor.clone(),
        with: side(table, place, true),
        without: side(table, place, false),
    });
    counted.collect()
}

fn side(table: &Table, place: usize, with: bool) -> Side {
    let days = table.days.iter();
    let mut outcomes: Vec<f64> = days
        .filter(|day| day.factors.get(place) == Some(&Some(with)))
        .filter_map(|day| day.outcome)
        .collect();
    let days = outcomes.len();
    match table.outcome {
        Outcome::Pain => Side {
            days,
            middle: median(&mut outcomes),
            headaches: 0,
        },
        Outcome::HeadacheOnset => Side {
            days,
            middle: None,
            headaches: outcomes.iter().filter(|had| **had > 0.0).count(),
        },
    }
}
