//! Owns which facts an answer provides: together with `flow` the only bridge from a response to the rules.
//! May use: model, check, facts, scoring, the item tables, the body map. Must not: evaluate rules.
//!
//! An answer that is missing, left out, unreadable, impossible or against an earlier one provides nothing:
//! its fact stays unknown.

use std::collections::BTreeSet;

use super::check::{contradicts, read_body, read_duration, read_for};
use super::model::{Answer, Effect, Medicine, Often, SafetyAnswer, Site, Tried};
use super::response::Response;
use super::suggested::confirmed;
use crate::domain::body_map;
use crate::domain::collections::Gather;
use crate::domain::plan::facts::{Facts, Value};
use crate::domain::safety::SafetyAnswers;
use crate::domain::scoring;
use crate::domain::treatments::amounts::opioid_band;
use crate::domain::treatments::trials::doubts;
use crate::knowledge::{
    FactId, ITEMS, Item, ItemKind, ItemOption, Word, fact, flag, safety_question, word,
};

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
            if let Some(count) = regular_medicines(list) {
                set(facts, item.fact, Value::Number(count as f64));
            }
            add_confirmed(answer, facts);
        }
        (ItemKind::Diagnoses, Answer::Diagnoses(_)) => add_confirmed(answer, facts),
        (ItemKind::Ticks, Answer::Choices(ticked)) => {
            if let Some(known) = known_options(item, ticked) {
                for option in item.options {
                    if let Some(id) = option.fact {
                        put(facts, id, Value::YesNo(known.contains(&option)));
                    }
                }
            }
        }
        (ItemKind::Count, Answer::Choices(ticked)) => {
            if let Some(known) = known_options(item, ticked) {
                set(facts, item.fact, Value::Number(known.len() as f64));
            }
        }
        (ItemKind::Areas | ItemKind::Choices, Answer::Choices(ticked)) => {
            if let Some(known) = known_options(item, ticked) {
                let mut words: BTreeSet<Word> =
                    known.iter().filter_map(|option| option.word).gather();
                // What the person said of a typed name counts, ticked or not.
                words.extend(item.fact.into_iter().flat_map(|id| facts.known_words(id)));
                set(facts, item.fact, Value::Words(words));
            }
        }
        (ItemKind::Choice, Answer::Choice(chosen)) => {
            let place = item.options.iter().position(|option| option.id == chosen);
            if let Some(place) = place
                && agrees(item, place as f64, facts)
                && let Some(word) = item.options[place].word
            {
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
            } else if step(item, *level).is_some_and(|level| agrees(item, level, facts)) {
                set(facts, item.fact, Value::Number(f64::from(*level)));
            }
        }
        (ItemKind::Number, Answer::Number(typed)) => {
            if let Ok(Some(number)) = read_for(item, typed)
                && agrees(item, number, facts)
            {
                set(facts, item.fact, Value::Number(number.floor()));
            }
        }
        (ItemKind::Numbers, Answer::Numbers(typed)) => {
            let number_of = |option: &ItemOption| {
                let typed = typed.get(option.id)?;
                read_for(item, typed).ok().flatten()
            };
            for option in item.options {
                if let (Some(id), Some(number)) = (option.fact, number_of(option))
                    && !is_outdone(item, option, &number_of)
                {
                    put(facts, id, Value::Number(number.floor()));
                }
            }
        }
        (ItemKind::Duration, Answer::Duration { years, months }) => {
            if let Ok(Some(months)) = read_duration(years, months, item.max.unwrap_or(f64::MAX))
                && agrees(item, months, facts)
            {
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
    for id in item.scored {
        if let Some(value) = scored(*id, response, facts) {
            put(facts, *id, value);
        }
    }
    true
}

/// A fact that several answers decide together; unknown until they suffice.
fn scored(id: FactId, response: &Response, facts: &Facts) -> Option<Value> {
    if id == fact::ALCOHOL_RISKY {
        return scoring::is_risky(response, facts).map(Value::YesNo);
    }
    if id == fact::HEAVY_DAILY_ALCOHOL {
        return scoring::drinks_heavily_daily(response).map(Value::YesNo);
    }
    let list = match response.answer(MEDICINE_LIST) {
        Some(Answer::Medicines(list)) => list.as_slice(),
        _ => &[],
    };
    let band = opioid_band(list, facts.uses_opioid())?;
    word(band.word()).map(Value::Word)
}

/// The item that lists medicines with their doses.
const MEDICINE_LIST: &str = "health.medlist";

/// Whether a number fits what was said before. Where it does not, the earlier answer may not count either.
fn agrees(item: &Item, number: f64, facts: &mut Facts) -> bool {
    if !contradicts(item, number, facts) {
        return true;
    }
    if item.neither {
        for id in [item.at_least, item.at_most].into_iter().flatten() {
            facts.clear(id);
        }
    }
    false
}

/// Whether another option has a greater number, although this one covers them all.
pub(super) fn is_outdone(
    item: &Item,
    option: &ItemOption,
    number_of: &impl Fn(&ItemOption) -> Option<f64>,
) -> bool {
    option.covers
        && item
            .options
            .iter()
            .any(|other| number_of(other) > number_of(option))
}

/// A level as a number, when it is a step of the item.
pub(super) fn step(item: &Item, level: u8) -> Option<f64> {
    let level = f64::from(level);
    let (low, high) = match item.kind {
        ItemKind::Scale => (0.0, 10.0),
        _ => (item.min.unwrap_or(0.0), item.max.unwrap_or(0.0)),
    };
    (low..=high).contains(&level).then_some(level)
}

/// The ticked options. Nothing when something was ticked, and none of it is known: that is not "none of these".
fn known_options(item: &'static Item, ticked: &[String]) -> Option<Vec<&'static ItemOption>> {
    let known: Vec<_> = item
        .options
        .iter()
        .filter(|option| ticked.iter().any(|id| id == option.id))
        .collect();
    (ticked.is_empty() || !known.is_empty()).then_some(known)
}

/// Adds what typed names count as, by the word of the person. A list that was not gone through stays known in part.
fn add_confirmed(answer: &Answer, facts: &mut Facts) {
    let (id, words) = confirmed(answer);
    if !words.is_empty()
        && let Some(value) = facts.with_words(id, words)
    {
        put(facts, id, value);
    }
}

/// How many medicines are used regularly. Unknown when the list holds nothing but empty entries.
fn regular_medicines(list: &[Medicine]) -> Option<usize> {
    let named = || {
        list.iter()
            .filter(|medicine| !medicine.name.trim().is_empty())
    };
    let regular =
        named().filter(|medicine| !matches!(medicine.often, Some(Often::SomeDays | Often::Rarely)));
    (list.is_empty() || named().next().is_some()).then(|| regular.count())
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

/// A sum is known when all its addends are (missing-data rule of `instruments.md`, 1.4).
fn provide_sum(item: &'static Item, response: &Response, facts: &mut Facts) {
    let mut total = 0.0;
    for addend in ITEMS.iter().filter(|known| known.sum == item.sum) {
        match response.answer(addend.id) {
            Some(Answer::Level(level)) if step(addend, *level).is_some() => {
                total += f64::from(*level);
            }
            _ => return,
        }
    }
    set(facts, item.sum, Value::Number(total));
}

/// Adds the places of the map to those chosen from the list. A map of which no place is known says nothing.
fn provide_from_map(sites: &[Site], facts: &mut Facts) {
    let sites: Vec<Site> = sites.iter().map(without_impossible_worst).collect();
    let sites = sites.as_slice();
    if body_map::pain_sites(sites).is_empty() {
        return;
    }
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

/// A worst pain below the usual one says nothing; "0" would take the place off the map.
fn without_impossible_worst(site: &Site) -> Site {
    Site {
        worst: site
            .worst
            .filter(|worst| site.usual.is_none_or(|usual| *worst >= usual)),
        ..site.clone()
    }
}

/// "It did not help" is known of a treatment only from a trial that can count: a short or low one leaves it open, so that
/// neither a later step rests on it nor the treatment is taken for done with.
fn provide_from_tried(tried: &[Tried], facts: &mut Facts) {
    for (id, effect) in [
        (fact::TRIED_HELPED, Effect::Helped),
        (fact::TRIED_NO_HELP, Effect::NoHelp),
        (fact::TRIED_BAD, Effect::BadFor),
    ] {
        let words = tried
            .iter()
            .filter(|tried| tried.effect == Some(effect))
            .filter(|tried| effect != Effect::NoHelp || doubts(tried).is_empty())
            .filter_map(|tried| word(tried.therapy.as_str()))
            .gather();
        put(facts, id, Value::Words(words));
    }
}

/// Facts that the questions about warning signs provide besides the signs themselves.
fn provide_from_signs(response: &Response, facts: &mut Facts) {
    let answers = SafetyAnswers::from_response(&response.safety);
    let answer = |id: &str| answers.get(safety_question(id)?);
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
