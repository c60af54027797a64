//! Owns which facts an answer provides: together with `flow` the only bridge from a response to the rules.
//! May use: model, check, facts, the item tables, the body map. Must not: evaluate rules.
//!
//! An answer that is missing, left out, unreadable or impossible provides nothing: its fact stays unknown.

use std::collections::BTreeSet;

use super::check::{read_body, read_duration, read_for};
use super::model::{Answer, Effect, SafetyAnswer, Site, Tried};
use super::response::Response;
use crate::domain::body_map;
use crate::domain::plan::facts::{Facts, Value};
use crate::knowledge::{FactId, ITEMS, Item, ItemKind, Word, fact, flag, word};

/// Adds what the answer to `item` provides. Says whether there was an answer that could.
pub fn provide(item: &'static Item, response: &Response, facts: &mut Facts) -> bool {
    if item.kind == ItemKind::Safety {
        provide_from_signs(response, facts);
        return true;
    }
    let Some(answer) = response.answer(item.id) else {
        return false;
    };
    match (item.kind, answer) {
        (ItemKind::Map, Answer::Sites(sites)) => provide_from_map(sites, facts),
        (ItemKind::Tried, Answer::Tried(tried)) => provide_from_tried(tried, facts),
        (ItemKind::Medicines, Answer::Medicines(list)) => {
            let named = list
                .iter()
                .filter(|medicine| !medicine.name.trim().is_empty())
                .count();
            set(facts, item.fact, Value::Number(named as f64));
        }
        (ItemKind::Ticks, Answer::Choices(ticked)) => {
            for option in item.options {
                if let Some(id) = option.fact {
                    put(
                        facts,
                        id,
                        Value::YesNo(ticked.iter().any(|known| known == option.id)),
                    );
                }
            }
        }
        (ItemKind::Count, Answer::Choices(ticked)) => {
            let known = item
                .options
                .iter()
                .filter(|option| ticked.iter().any(|id| id == option.id))
                .count();
            set(facts, item.fact, Value::Number(known as f64));
        }
        (ItemKind::Areas | ItemKind::Choices, Answer::Choices(ticked)) => {
            set(facts, item.fact, Value::Words(words_of(item, ticked)));
        }
        (ItemKind::Choice, Answer::Choice(chosen)) => {
            let word = item
                .options
                .iter()
                .find(|option| option.id == chosen)
                .and_then(|o| o.word);
            if let Some(word) = word {
                set(facts, item.fact, Value::Word(word));
            }
        }
        (ItemKind::YesNo, Answer::Choice(chosen)) => match chosen.as_str() {
            "yes" => set(facts, item.fact, Value::YesNo(true)),
            "no" => set(facts, item.fact, Value::YesNo(false)),
            // "Not sure" stays unknown.
            _ => {}
        },
        (ItemKind::Scale | ItemKind::Rating, Answer::Level(level)) => {
            if item.sum.is_some() {
                provide_sum(item, response, facts);
            } else {
                set(facts, item.fact, Value::Number(f64::from(*level)));
            }
        }
        (ItemKind::Number, Answer::Number(typed)) => {
            if let Ok(Some(number)) = read_for(item, typed) {
                set(facts, item.fact, Value::Number(number.floor()));
            }
        }
        (ItemKind::Numbers, Answer::Numbers(typed)) => {
            for option in item.options {
                let number = typed
                    .get(option.id)
                    .and_then(|typed| read_for(item, typed).ok().flatten());
                if let (Some(id), Some(number)) = (option.fact, number) {
                    put(facts, id, Value::Number(number.floor()));
                }
            }
        }
        (ItemKind::Duration, Answer::Duration { years, months }) => {
            if let Ok(Some(months)) = read_duration(years, months, item.max.unwrap_or(f64::MAX)) {
                set(facts, item.fact, Value::Number(months));
            }
        }
        (
            ItemKind::Body,
            Answer::Body {
                height_cm,
                weight_kg,
            },
        ) => {
            if let Ok(Some(bmi)) = read_body(height_cm, weight_kg) {
                set(facts, item.fact, Value::Number(bmi));
            }
        }
        // "Skipped", own words, and an answer of another kind (from another version) provide nothing.
        _ => return false,
    }
    true
}

fn set(facts: &mut Facts, id: Option<FactId>, value: Value) {
    if let Some(id) = id {
        put(facts, id, value);
    }
}

/// A value that the vocabulary does not allow never reaches a rule: the fact stays unknown.
fn put(facts: &mut Facts, id: FactId, value: Value) {
    let _unknown_when_impossible = facts.set(id, value);
}

fn words_of(item: &'static Item, ticked: &[String]) -> BTreeSet<Word> {
    item.options
        .iter()
        .filter(|option| ticked.iter().any(|id| id == option.id))
        .filter_map(|option| option.word)
        .collect()
}

/// A sum is known when all its addends are (missing-data rule of `instruments.md`, 1.4).
fn provide_sum(item: &'static Item, response: &Response, facts: &mut Facts) {
    let mut total = 0.0;
    for addend in ITEMS.iter().filter(|known| known.sum == item.sum) {
        match response.answer(addend.id) {
            Some(Answer::Level(level)) => total += f64::from(*level),
            _ => return,
        }
    }
    set(facts, item.sum, Value::Number(total));
}

/// Adds the places of the map to those chosen from the list.
fn provide_from_map(sites: &[Site], facts: &mut Facts) {
    let mut areas = facts.words(fact::PAIN_SITES).cloned().unwrap_or_default();
    areas.extend(body_map::pain_sites(sites).into_iter().filter_map(word));
    put(facts, fact::PAIN_SITES, Value::Words(areas));
    put(
        facts,
        fact::WPI,
        Value::Number(f64::from(body_map::widespread_pain_index(sites))),
    );
    put(
        facts,
        fact::REGIONS5,
        Value::Number(f64::from(body_map::pain_regions(sites))),
    );
    if let Some(main) = body_map::primary_site(sites).and_then(word) {
        put(facts, fact::PRIMARY_SITE, Value::Word(main));
    }
}

fn provide_from_tried(tried: &[Tried], facts: &mut Facts) {
    for (id, effect) in [
        (fact::TRIED_HELPED, Effect::Helped),
        (fact::TRIED_NO_HELP, Effect::NoHelp),
        (fact::TRIED_BAD, Effect::BadFor),
    ] {
        let words = tried
            .iter()
            .filter(|tried| tried.effect == Some(effect))
            .filter_map(|tried| word(tried.therapy.as_str()))
            .collect();
        put(facts, id, Value::Words(words));
    }
}

/// Facts that the questions about warning signs provide besides the signs themselves.
fn provide_from_signs(response: &Response, facts: &mut Facts) {
    let answer = |id: &str| response.safety.get(&id.into()).copied();
    let yes_or_no = |answer: SafetyAnswer| match answer {
        // "Not sure" counts as true for the sign (sentence 6.3); as a fact it stays unknown.
        SafetyAnswer::NotSure => None,
        other => Some(other.is_true()),
    };
    if let Some(walking) = answer("q_claud").and_then(yes_or_no) {
        put(facts, fact::CLAUDICATION_LIKE, Value::YesNo(walking));
    }
    let inflammatory: Option<Vec<SafetyAnswer>> = flag("back_inflammatory")
        .map(|flag| flag.questions)
        .unwrap_or_default()
        .iter()
        .map(|question| answer(question.id))
        .collect();
    if let Some(answers) = inflammatory.filter(|answers| !answers.is_empty()) {
        let yes = answers
            .iter()
            .filter(|answer| **answer == SafetyAnswer::Yes)
            .count();
        put(facts, fact::IBP_COUNT, Value::Number(yes as f64));
    }
    let suicidal = match (answer("q_sui_plan"), answer("q_sui_thoughts")) {
        (Some(plan), _) if plan.is_true() => Some("plan"),
        (_, Some(thoughts)) if thoughts.is_true() => Some("thoughts"),
        (Some(_), Some(_)) => Some("none"),
        _ => None,
    };
    if let Some(word) = suicidal.and_then(word) {
        put(facts, fact::SUICIDAL, Value::Word(word));
    }
}
