//! Owns which missing answer decides most: the question that changes the most lines of a plan, safety first.
//! May use: the engine, the reading of conditions, the items and their facts. Must not: wording, change the plan.
//!
//! What an answer would change is not estimated. The plan is made again with each answer that the item allows, for those
//! few items on which the most hangs.

use std::collections::BTreeMap;

use super::engine::plan;
use super::facts::{FactId, Facts, Value, fact};
use super::model::{Plan, Section};
use super::reading::missing_behind;
use crate::domain::collections::{Gather, InOrder};
use crate::domain::ids::ItemId;
use crate::domain::questionnaire::flow::Course;
use crate::domain::questionnaire::model::Answer;
use crate::domain::questionnaire::response::Response;
use crate::domain::safety::SafetyAnswers;
use crate::knowledge::{
    AVOIDS, Expression, FLAGS, Item, ItemKind, ItemOption, Level, RULES, Therapy,
};

/// A question whose answer is missing, and what hangs on it.
#[derive(Debug, Clone, PartialEq)]
pub struct Deciding {
    pub item: &'static Item,
    /// Options of the plan that one of its answers brings, takes away, moves or puts a caution on.
    pub options: Vec<&'static Therapy>,
    /// How many of these are about safety: a caution, "say this first", or taken off the ideas.
    pub n_safety: usize,
}

/// How many items are tried out, those first on which the most conditions wait.
const TRIED_OUT: usize = 5;

/// What is asked on its page among others, and never by itself in the middle of a plan.
const NEVER_ALONE: [&str; 1] = ["mind.trauma"];

/// An item with more answers than this is tried out with its first ones.
const MOST_ANSWERS: usize = 6;

/// The question that decides most; none when no missing answer changes the plan. Items in `left_out` are not asked again.
///
/// `facts` of the plan are the ones of this course, so the plan must be the one of this response.
pub fn deciding(
    course: &Course,
    response: &Response,
    now: &Plan,
    answers: &SafetyAnswers,
    left_out: &[ItemId],
) -> Option<Deciding> {
    let waiting = conditions_waiting(now, answers);
    let is_missing = |item: &Item| {
        // What stands beside the questions about self-harm is asked there, never alone.
        let waits_for_its_page = item.sensitive && response.answer(item.id).is_none();
        item.kind != ItemKind::Safety
            && !waits_for_its_page
            && !NEVER_ALONE.contains(&item.id)
            && !left_out.iter().any(|id| id.as_str() == item.id)
            && matches!(response.answer(item.id), None | Some(Answer::Skipped))
    };
    let mut items: Vec<(usize, &'static Item)> = course
        .visible
        .iter()
        .copied()
        .filter(|item| is_missing(item))
        .map(|item| {
            let weight = facts_of(item).filter_map(|id| waiting.get(&id)).sum();
            (weight, item)
        })
        .filter(|(weight, _)| *weight > 0)
        .collect();
    // Stable: of those on which the same hangs, the one that is asked earlier.
    items.put_in_order_by_key(|(weight, _)| std::cmp::Reverse(*weight));
    items
        .into_iter()
        .take(TRIED_OUT)
        .map(|(_, item)| tried_out(item, course, response, now, answers))
        .filter(|found| !found.options.is_empty())
        .rev()
        .max_by_key(|found| (found.n_safety, found.options.len()))
}

/// The options that stand elsewhere in one plan than in an earlier one, in the order of the later one, then those that are gone.
pub fn moved(before: &Plan, now: &Plan) -> Vec<&'static Therapy> {
    let mut moved: Vec<_> = differing(before, now).map(|(therapy, _)| therapy).collect();
    moved.put_in_order_by_key(|therapy| place_in(now, therapy));
    moved
}

fn place_in(plan: &Plan, therapy: &Therapy) -> usize {
    let mut lines = plan.lines.iter();
    lines
        .position(|line| line.therapy == therapy)
        .unwrap_or(usize::MAX)
}

/// How much waits for each missing fact. What is about safety counts more, so that it is tried out in any case.
fn conditions_waiting(now: &Plan, answers: &SafetyAnswers) -> BTreeMap<FactId, usize> {
    const SAFETY: usize = 4;
    let mut waiting = BTreeMap::new();
    let mut add = |when: Expression, weight: usize| {
        for id in missing_behind(when, &now.facts, answers) {
            *waiting.entry(id).or_default() += weight;
        }
    };
    for flag in &FLAGS {
        add(flag.when, SAFETY);
    }
    for rule in &RULES {
        add(rule.when, if rule.first { SAFETY } else { 1 });
    }
    for avoid in &AVOIDS {
        add(avoid.when, avoid.therapies.len());
    }
    for caution in &now.ask {
        let lines = now
            .lines
            .iter()
            .filter(|line| line.status.is_open() && caution.applies.contains(&line.therapy));
        let weight = match caution.level {
            Level::Avoid | Level::Specialist => SAFETY,
            Level::Tell | Level::Wish => 1,
        };
        add(caution.when, weight * lines.count());
    }
    // Everything that is held waits for both.
    for id in [fact::CONDITIONS, fact::CURRENT_MEDS] {
        if !now.facts.is_known(id) {
            *waiting.entry(id).or_default() += SAFETY * now.held.len();
        }
    }
    waiting
}

/// What the answers to an item change, all together.
fn tried_out(
    item: &'static Item,
    course: &Course,
    response: &Response,
    now: &Plan,
    answers: &SafetyAnswers,
) -> Deciding {
    let mut changed: BTreeMap<u16, (&'static Therapy, bool)> = BTreeMap::new();
    for answer in answers_to(item) {
        let mut told = response.clone();
        told.answers.insert(ItemId::from(item.id), answer);
        // As if it were given: what contradicts another answer does not count, and questions come or go.
        let mut after = course.clone();
        after.update(item, &told);
        if after.facts == course.facts {
            continue;
        }
        let other = plan(&without_the_hold(after.facts, item), answers);
        for (therapy, is_safety) in differing(now, &other) {
            let entry = changed.entry(therapy.word.0).or_insert((therapy, false));
            entry.1 |= is_safety;
        }
    }
    let n_safety = changed.values().filter(|(_, safety)| *safety).count();
    let mut options: Vec<&'static Therapy> =
        changed.into_values().map(|(therapy, _)| therapy).collect();
    // In the order of the plan, then what is new.
    options.put_in_order_by_key(|therapy| place_in(now, therapy));
    Deciding {
        item,
        options,
        n_safety,
    }
}

/// Illnesses and medicines release what is held only together, so one of them is tried as if the other said "none".
fn without_the_hold(mut facts: Facts, item: &Item) -> Facts {
    let both = [fact::CONDITIONS, fact::CURRENT_MEDS];
    if item.fact.is_some_and(|id| both.contains(&id)) {
        for id in both
            .into_iter()
            .filter(|id| !facts.is_known(*id))
            .collect::<Vec<_>>()
        {
            // What is known of it stays.
            facts.put(id, Value::Words(facts.known_words(id).gather()));
        }
    }
    facts
}

/// The options that stand elsewhere in one plan than in the other, with whether that is about safety.
fn differing<'a>(
    now: &'a Plan,
    other: &'a Plan,
) -> impl Iterator<Item = (&'static Therapy, bool)> + 'a {
    let gone = now
        .lines
        .iter()
        .filter(|line| other.line(line.therapy).is_none())
        .map(|line| (line.therapy, line.section == Section::First));
    let new_or_moved = other.lines.iter().filter_map(|line| {
        let Some(before) = now.line(line.therapy) else {
            return Some((line.therapy, line.section == Section::First));
        };
        let cautions = line.cautions != before.cautions;
        let safety = cautions
            || (line.section == Section::First) != (before.section == Section::First)
            || line.status.is_open() != before.status.is_open();
        (safety || line.section != before.section || line.shown != before.shown)
            .then_some((line.therapy, safety))
    });
    gone.chain(new_or_moved)
}

/// The facts that an answer to an item gives.
fn facts_of(item: &'static Item) -> impl Iterator<Item = FactId> {
    let mut facts: Vec<FactId> = item.fact.into_iter().chain(item.sum).collect();
    facts.extend(item.scored);
    facts.extend(item.options.iter().filter_map(|option| option.fact));
    facts.into_iter()
}

/// Answers that a person could give: each of a short list; of a long one none and each of the first; the ends and the
/// middle of a scale.
fn answers_to(item: &'static Item) -> Vec<Answer> {
    let steps = || {
        let (low, high) = (item.min.unwrap_or(0.0), item.max.unwrap_or(10.0));
        [low, ((low + high) / 2.0).floor(), high]
    };
    match item.kind {
        ItemKind::YesNo => ["yes", "no"]
            .map(|word| Answer::Choice(word.to_owned()))
            .to_vec(),
        ItemKind::Choice => item
            .options
            .iter()
            .take(MOST_ANSWERS)
            .map(|option| Answer::Choice(option.id.to_owned()))
            .collect(),
        ItemKind::Areas | ItemKind::Choices | ItemKind::Ticks => {
            let one = |option: &ItemOption| Answer::Choices(vec![option.id.to_owned()]);
            let some = item.options.iter().take(MOST_ANSWERS - 1).map(one);
            std::iter::once(Answer::Choices(Vec::new()))
                .chain(some)
                .collect()
        }
        ItemKind::Scale | ItemKind::Rating => {
            steps().map(|step| Answer::Level(step as u8)).to_vec()
        }
        ItemKind::Number => steps()
            .map(|number| Answer::Number(number.to_string()))
            .to_vec(),
        // All lines alike: none, and as many as there can be.
        ItemKind::Numbers => [item.min.unwrap_or(0.0), item.max.unwrap_or(30.0)]
            .map(|number| {
                let ids = item.options.iter().map(|option| option.id.to_owned());
                Answer::Numbers(ids.map(|id| (id, number.to_string())).gather())
            })
            .to_vec(),
        ItemKind::Duration => ["1", "6", "60"]
            .map(|months| Answer::Duration {
                years: String::new(),
                months: months.to_owned(),
            })
            .to_vec(),
        // What takes a page of its own is no single question.
        _ => Vec::new(),
    }
}
