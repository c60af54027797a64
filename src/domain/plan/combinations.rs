//! Owns what goes together, what clashes, what comes first and when to judge, for the lines of one plan:
//! the sentences K1 to K7 of the header of `combinations.toml`.
//! May use: facts, logic, model, knowledge. Must not: wording of its own, change the plan.

use super::logic::Case;
use super::model::{Line, Plan, Status};
use crate::domain::safety::SafetyAnswers;
use crate::knowledge::{
    COMBINATIONS, Caution, Cited, Combination, CombinationKind, JUDGES, Judge, Therapy,
};

/// What the lines of a plan mean for each other.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Combinations {
    /// Clashes, then what goes together, then what comes first, each in file order.
    pub found: Vec<Found>,
    /// Never empty ones, in their order.
    pub steps: Vec<Step>,
    /// In the printing order of the plan.
    pub judged: Vec<Judged>,
}

/// A row that fired, with what it is about.
#[derive(Debug, Clone, PartialEq)]
pub struct Found {
    pub row: &'static Combination,
    /// Therapies of the plan that the row names first, in printing order; those with a true caution in a row about cautions.
    pub one: Vec<&'static Therapy>,
    /// Therapies of the plan on the other side.
    pub other: Vec<&'static Therapy>,
    /// The true cautions that the row gathers, in file order.
    pub cautions: Vec<&'static Caution>,
}

/// Options that are usually tried at the same stage.
#[derive(Debug, Clone, PartialEq)]
pub struct Step {
    pub stage: Stage,
    pub therapies: Vec<&'static Therapy>,
}

/// Sentence K6.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    First,
    Next,
    Later,
}

/// When to judge one option.
#[derive(Debug, Clone, Copy)]
pub struct Judged {
    pub therapy: &'static Therapy,
    pub judge: &'static Judge,
}

impl PartialEq for Judged {
    fn eq(&self, other: &Self) -> bool {
        self.therapy == other.therapy
    }
}

/// The combinations for a plan and the safety answers that it was made from.
pub fn combinations(plan: &Plan, answers: &SafetyAnswers) -> Combinations {
    let case = Case {
        facts: &plan.facts,
        question: &|place| answers.truth(place),
    };
    let part: Vec<&Line> = plan.lines.iter().filter(|line| takes_part(line)).collect();
    Combinations {
        found: COMBINATIONS
            .iter()
            .filter(|row| row.when.is_none_or(|when| case.fires(when)))
            .filter_map(|row| found(row, &part, plan))
            .collect(),
        steps: steps(&part),
        judged: part.iter().filter_map(|line| judged(line)).collect(),
    }
}

/// When to judge an option that is looked up, on the plan or not.
pub fn judge_of(therapy: &Therapy) -> Option<&'static Judge> {
    JUDGES.iter().find(|judge| names(judge.therapies, therapy))
}

/// Sentence K1.
fn takes_part(line: &Line) -> bool {
    line.shown && matches!(line.status, Status::New | Status::Using | Status::Helped)
}

/// Sentences K2 and K3.
fn found(row: &'static Combination, part: &[&Line], plan: &Plan) -> Option<Found> {
    if !row.cautions.is_empty() {
        return by_cautions(row, plan);
    }
    let on_the_plan = |therapies: &[&Therapy]| -> Vec<&'static Therapy> {
        let lines = part.iter().map(|line| line.therapy);
        lines.filter(|therapy| names(therapies, therapy)).collect()
    };
    let (one, mut other) = (on_the_plan(row.one), on_the_plan(row.other));
    if row.one == row.other {
        other.clear();
    }
    let is_there = if row.one.is_empty() {
        true
    } else if row.one == row.other {
        one.len() >= 2
    } else {
        !one.is_empty() && (row.other.is_empty() || !other.is_empty())
    };
    is_there.then_some(Found {
        row,
        one,
        other,
        cautions: Vec::new(),
    })
}

fn by_cautions(row: &'static Combination, plan: &Plan) -> Option<Found> {
    let lines = || plan.lines.iter().filter(|line| !line.rules.is_empty());
    let of_row = |caution: &&'static Caution| row.cautions.contains(caution);
    let one: Vec<&'static Therapy> = lines()
        .filter(|line| line.cautions.iter().any(of_row))
        .map(|line| line.therapy)
        .collect();
    let cautions: Vec<&'static Caution> = plan
        .cautions
        .iter()
        .copied()
        .filter(|caution| of_row(caution) && lines().any(|line| line.cautions.contains(caution)))
        .collect();
    (!one.is_empty()).then_some(Found {
        row,
        one,
        other: Vec::new(),
        cautions,
    })
}

fn steps(part: &[&Line]) -> Vec<Step> {
    [Stage::First, Stage::Next, Stage::Later]
        .into_iter()
        .map(|stage| Step {
            stage,
            therapies: part
                .iter()
                .filter(|line| line.step().map(stage_of) == Some(stage))
                .map(|line| line.therapy)
                .collect(),
        })
        .filter(|step| !step.therapies.is_empty())
        .collect()
}

/// Sentence K6.
fn stage_of(step: u8) -> Stage {
    match step {
        0 | 1 => Stage::First,
        2 => Stage::Next,
        _ => Stage::Later,
    }
}

fn judged(line: &Line) -> Option<Judged> {
    Some(Judged {
        therapy: line.therapy,
        judge: judge_of(line.therapy)?,
    })
}

fn names(therapies: &[&Therapy], therapy: &Therapy) -> bool {
    therapies.iter().any(|each| each.word == therapy.word)
}

impl Combinations {
    /// What fired of one kind.
    pub fn of(&self, kind: CombinationKind) -> impl Iterator<Item = &Found> {
        self.found
            .iter()
            .filter(move |found| found.row.kind == kind)
    }
}

impl Found {
    /// The text of the row, then what each true caution says.
    pub fn texts(&self) -> impl Iterator<Item = &'static str> {
        let says = self.cautions.iter().map(|caution| caution.say);
        std::iter::once(self.row.text).chain(says)
    }

    /// The sources of all texts, each once.
    pub fn sources(&self) -> Vec<Cited> {
        let of_cautions = self.cautions.iter().flat_map(|caution| caution.sources);
        let mut sources: Vec<Cited> = Vec::new();
        for cited in self.row.sources.iter().chain(of_cautions) {
            if !sources.contains(cited) {
                sources.push(*cited);
            }
        }
        sources
    }
}

impl Stage {
    /// The word of the command line.
    pub fn word(self) -> &'static str {
        match self {
            Stage::First => "first",
            Stage::Next => "next",
            Stage::Later => "later",
        }
    }
}
