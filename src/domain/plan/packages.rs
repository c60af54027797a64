//! Owns packages: two or three options of a plan that belong together, one after the other, each with the time to judge it.
//! Never more than one new medicine in a package. Sentences K8 to K10 of the header of `combinations.toml`.
//! May use: model, combinations, around, knowledge. Must not: wording of its own, change the plan.

use super::around::{Relation, around, between};
use super::combinations::judge_of;
use super::model::{Line, Plan, Section, Status};
use crate::domain::collections::InOrder;
use crate::domain::safety::SafetyAnswers;
use crate::knowledge::{Domain, Judge, Therapy, TherapyGroup};

/// Packages that are offered at once.
const MOST: usize = 3;
/// Options in a package.
const MOST_PARTS: usize = 3;
/// Weeks until the next part where an option is judged each time it is used: the look back of sentence K5.
const LOOK_BACK_WEEKS: u8 = 4;

/// What is started one after the other.
#[derive(Debug, Clone, PartialEq)]
pub struct Package {
    pub parts: Vec<Part>,
}

#[derive(Debug, Clone, Copy)]
pub struct Part {
    pub therapy: &'static Therapy,
    /// Weeks from the start of the package to the start of this part.
    pub start: u16,
    /// First and last week, counted from the start of the package, in which to judge it.
    pub judge_from: u16,
    pub judge_until: u16,
    pub judge: Option<&'static Judge>,
}

impl PartialEq for Part {
    fn eq(&self, other: &Self) -> bool {
        self.therapy == other.therapy && self.start == other.start
    }
}

/// The packages of a plan, the one with the best fits first.
pub fn packages(plan: &Plan, answers: &SafetyAnswers) -> Vec<Package> {
    let lines: Vec<&Line> = plan.lines.iter().filter(|line| can_start(line)).collect();
    let of = |domain: Domain| {
        let lines = lines.iter().filter(move |line| line.domain() == domain);
        lines.map(|line| line.therapy).collect::<Vec<_>>()
    };
    let kinds = [of(Domain::Movement), of(Domain::Mind), of(Domain::Medicine)];
    let mut members: Vec<Vec<&'static Therapy>> = Vec::new();
    // Move, mind and sleep, and one medicine: the best fit of each.
    members.push(
        kinds
            .iter()
            .filter_map(|kind| kind.first().copied())
            .collect(),
    );
    // Then whatever goes well with another.
    for (place, line) in lines.iter().enumerate() {
        let around = around(line.therapy, plan, answers).into_iter();
        let others = around
            .filter(|beside| beside.relation == Relation::Together)
            .flat_map(|beside| beside.others);
        let later = |other: &&Therapy| {
            let mut later = lines.iter().skip(place + 1);
            later.any(|line| line.therapy == *other)
        };
        members.extend(others.filter(later).map(|other| vec![line.therapy, other]));
    }
    let mut packages: Vec<Package> = Vec::new();
    for therapies in members {
        let is_new = |therapy: &Therapy| {
            packages
                .iter()
                .flat_map(|package| &package.parts)
                .all(|part| part.therapy != therapy)
        };
        // A package says something new: what stands in another one alone does not make a second.
        let fits = therapies.iter().filter(|therapy| is_new(therapy)).count();
        if fits >= therapies.len().clamp(1, 2)
            && packages.len() < MOST
            && let Some(package) = package(therapies, plan, answers)
        {
            packages.push(package);
        }
    }
    packages
}

/// Sentence K8.
fn can_start(line: &Line) -> bool {
    matches!(line.section, Section::Best | Section::Ideas)
        && matches!(line.status, Status::New | Status::Helped)
        && !matches!(line.therapy.group, TherapyGroup::Test)
}

/// Sentences K9 and K10. None with fewer than two parts.
fn package(
    therapies: Vec<&'static Therapy>,
    plan: &Plan,
    answers: &SafetyAnswers,
) -> Option<Package> {
    let is_said = |one: &Therapy, other: &Therapy, relation: Relation| {
        let found = between(one, other, plan, answers);
        found.iter().any(|beside| beside.relation == relation)
    };
    let mut chosen: Vec<&'static Therapy> = Vec::new();
    for therapy in therapies {
        let is_medicine = |each: &Therapy| each.group == TherapyGroup::Medicine;
        let clashes = chosen
            .iter()
            .any(|each| is_said(each, therapy, Relation::Clash));
        let second_medicine = is_medicine(therapy) && chosen.iter().any(|each| is_medicine(each));
        if !clashes && !second_medicine && chosen.len() < MOST_PARTS {
            chosen.push(therapy);
        }
    }
    // By the lowest step of its rules; what comes before another by a row of its own stands before it all the same.
    chosen.put_in_order_by_key(|therapy| plan.line(therapy).and_then(Line::step));
    for place in 1..chosen.len() {
        if is_said(chosen[place - 1], chosen[place], Relation::After) {
            chosen.swap(place - 1, place);
        }
    }
    let mut start = 0;
    let parts: Vec<Part> = chosen
        .into_iter()
        .map(|therapy| {
            let judge = judge_of(therapy);
            let weeks = judge.and_then(|judge| judge.weeks);
            let (first, last) = weeks.unwrap_or((LOOK_BACK_WEEKS, LOOK_BACK_WEEKS));
            let part = Part {
                therapy,
                start,
                judge_from: start + u16::from(first),
                judge_until: start + u16::from(last),
                judge,
            };
            start = part.judge_from;
            part
        })
        .collect();
    (parts.len() > 1).then_some(Package { parts })
}
