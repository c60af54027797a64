//! Random people, drawn from the vocabulary as it stands in the file.

use std::collections::BTreeSet;

use super::expression::Value;
use super::{Person, Specification};

/// A small generator of random numbers (xorshift, Marsaglia 2003), so that each run meets the same people.
pub struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Dice {
        Dice(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    pub fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        ((self.0 >> 11) % limit as u64) as usize
    }

    pub fn percent(&mut self, share: usize) -> bool {
        self.below(100) < share
    }

    pub fn one_of<'a, T>(&mut self, list: &'a [T]) -> &'a T {
        &list[self.below(list.len())]
    }
}

/// How much somebody has told, and how much is wrong with them.
struct Kind {
    /// Share of facts that are known, in percent.
    told: usize,
    /// Share of yes/no facts that are yes.
    yes: usize,
    /// The most members of a set.
    most: usize,
    /// Share of safety questions with an answer, and of these that are not "no".
    asked: usize,
    signs: usize,
}

const KINDS: [Kind; 6] = [
    Kind {
        told: 95,
        yes: 15,
        most: 3,
        asked: 90,
        signs: 1,
    },
    Kind {
        told: 90,
        yes: 40,
        most: 6,
        asked: 60,
        signs: 5,
    },
    Kind {
        told: 60,
        yes: 30,
        most: 4,
        asked: 30,
        signs: 3,
    },
    Kind {
        told: 25,
        yes: 50,
        most: 3,
        asked: 10,
        signs: 20,
    },
    Kind {
        told: 99,
        yes: 70,
        most: 25,
        asked: 99,
        signs: 10,
    },
    Kind {
        told: 5,
        yes: 50,
        most: 2,
        asked: 2,
        signs: 50,
    },
];

/// One random person.
pub fn person(specification: &Specification, dice: &mut Dice) -> Person {
    // Most people tell much and have little; the others are there to find what is odd.
    let kind = &KINDS[[0, 0, 0, 1, 1, 2, 2, 3, 4, 5][dice.below(10)]];
    let mut person = Person::default();
    for (name, type_name, values) in &specification.facts {
        if !dice.percent(kind.told) {
            continue;
        }
        if let Some(value) = value(specification, name, type_name, values, kind, dice) {
            person.facts.insert(name.clone(), value);
        }
    }
    for (id, answer_type) in &specification.questions {
        if !dice.percent(kind.asked) {
            continue;
        }
        let answers: &[&str] = match answer_type.as_str() {
            "yn" => &["yes", "not_sure"],
            "rf4" => &["new", "old_unchecked", "old_checked", "not_sure"],
            other => panic!("no type of answers: {other}"),
        };
        let answer = if dice.percent(kind.signs) {
            *dice.one_of(answers)
        } else {
            "no"
        };
        person.safety.insert(id.clone(), answer.to_owned());
    }
    person
}

fn value(
    specification: &Specification,
    name: &str,
    type_name: &str,
    values: &str,
    kind: &Kind,
    dice: &mut Dice,
) -> Option<Value> {
    match type_name {
        "bool" => Some(Value::YesNo(dice.percent(kind.yes))),
        "int" | "num" => Some(Value::Number(number(name, values, dice) as f64)),
        "enum" => {
            let words = listed(specification, values);
            // Most have no pain in the whole body and are in one of the places that rules look at.
            Some(Value::Word(dice.one_of(&words).clone()))
        }
        "set" => {
            let words = listed(specification, values);
            let n = dice.below(kind.most.min(words.len()) + 1);
            let members: BTreeSet<String> = (0..n).map(|_| dice.one_of(&words).clone()).collect();
            // Some typed an illness or a medicine, and were never asked for the others.
            let in_part = ["conditions", "current_meds"].contains(&name) && dice.percent(10);
            Some(match in_part && !members.is_empty() {
                true => Value::AtLeast(members),
                false => Value::Set(members),
            })
        }
        other => panic!("no type of facts: {other}"),
    }
}

/// A whole number in the stated range: often a small one, since most borders of rules are small.
fn number(name: &str, values: &str, dice: &mut Dice) -> i64 {
    let range = values.split([' ', ',', ';']).next().unwrap();
    let (low, high) = range
        .split_once('-')
        .and_then(|(low, high)| Some((low.parse::<i64>().ok()?, high.parse::<i64>().ok()?)))
        .unwrap_or((0, 100));
    if name == "age" && !dice.percent(10) {
        return 18 + dice.below(75) as i64;
    }
    let most = match dice.below(4) {
        0 => high,
        1 => high.min(low + 60),
        2 => high.min(low + 20),
        _ => high.min(low + 6),
    };
    low + dice.below((most - low + 1) as usize) as i64
}

fn listed(specification: &Specification, values: &str) -> Vec<String> {
    if let Some(other) = values.strip_prefix("same words as ") {
        return specification.words(other);
    }
    if values.starts_with("therapy ids") {
        return specification.therapies.keys().cloned().collect();
    }
    values
        .split(" (")
        .next()
        .unwrap()
        .split('|')
        .map(str::to_owned)
        .collect()
}
