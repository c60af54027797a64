//! Owns what one option means beside the others of a plan: what it goes well with, what it clashes with, what is tried
//! before it, and what comes after it. The rows are those of `combinations.toml`.
//! May use: facts, logic, model, knowledge. Must not: wording of its own, change the plan.

use super::logic::Case;
use super::model::{Plan, Status};
use crate::domain::collections::InOrder;
use crate::domain::safety::SafetyAnswers;
use crate::knowledge::{COMBINATIONS, Combination, CombinationKind, Therapy};

/// How an option stands to others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Relation {
    /// The others should be tried first.
    After,
    /// They should not simply be added together.
    Clash,
    Together,
    /// It should be tried before the others.
    Before,
}

/// A row about an option and others of the plan.
#[derive(Debug, Clone, PartialEq)]
pub struct Beside {
    pub relation: Relation,
    pub row: &'static Combination,
    /// In printing order; empty where the row is about the option alone.
    pub others: Vec<&'static Therapy>,
}

/// What an option means beside the others of the plan, whether it is on the plan or not. What was tried is not named as
/// something to try before.
pub fn around(therapy: &Therapy, plan: &Plan, answers: &SafetyAnswers) -> Vec<Beside> {
    let case = Case {
        facts: &plan.facts,
        question: &|place| answers.truth(place),
    };
    let mut found: Vec<Beside> = COMBINATIONS
        .iter()
        .filter(|row| row.when.is_none_or(|when| case.fires(when)))
        .filter_map(|row| beside(therapy, row, plan))
        .collect();
    found.put_in_order_by_key(|beside| beside.relation);
    found
}

/// What a row says about two options with each other; nothing where none names both.
pub fn between(
    one: &Therapy,
    other: &Therapy,
    plan: &Plan,
    answers: &SafetyAnswers,
) -> Vec<Beside> {
    let mut found = around(one, plan, answers);
    found.retain(|beside| beside.others.iter().any(|each| each.word == other.word));
    found
}

fn beside(therapy: &Therapy, row: &'static Combination, plan: &Plan) -> Option<Beside> {
    let names = |side: &[&Therapy]| side.iter().any(|each| each.word == therapy.word);
    let (relation, side) = match (row.kind, names(row.one), names(row.other)) {
        (CombinationKind::Order, _, true) => (Relation::After, row.one),
        (CombinationKind::Order, true, false) => (Relation::Before, row.other),
        (CombinationKind::Clash, true, _) => (Relation::Clash, row.other),
        (CombinationKind::Clash, false, true) => (Relation::Clash, row.one),
        (CombinationKind::Together, true, _) => (Relation::Together, row.other),
        (CombinationKind::Together, false, true) => (Relation::Together, row.one),
        _ => return None,
    };
    let counts = |status: Status| match relation {
        Relation::After => matches!(status, Status::New | Status::Using),
        _ => matches!(status, Status::New | Status::Using | Status::Helped),
    };
    let others: Vec<&'static Therapy> = plan
        .lines
        .iter()
        .filter(|line| counts(line.status) && line.therapy.word != therapy.word)
        .map(|line| line.therapy)
        .filter(|each| side.iter().any(|named| named.word == each.word))
        .collect();
    let is_alone = side.is_empty();
    (is_alone || !others.is_empty()).then_some(Beside {
        relation,
        row,
        others,
    })
}
