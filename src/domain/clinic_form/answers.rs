//! Owns what was answered: texts as they were typed, by the place of the question; and what each text means.
//! May use: the model. Must not: JSON, wording.

use std::collections::BTreeMap;

use super::{Choice, Form, Item, Kind, Value};
use crate::domain::date::{day_from, time_from};
use crate::domain::decimal::decimal;

/// What was typed or chosen, by the key of the place. An option is written as its number in the list, from 0; own words
/// beside options begin with `=`; an amount has its unit after a space; yes and no are `true` and `false`; a group that is
/// filled in several times has the number of times.
pub type Answers = BTreeMap<String, Vec<String>>;

/// Begins own words beside options.
pub const OWN_WORDS: char = '=';
/// The most times that a group is filled in.
pub const MOST_TIMES: usize = 20;
/// The most places of a form. Groups that repeat inside each other could make many of a few.
const MOST_PLACES: usize = 10_000;

/// An item where it is asked: in a group that is filled in several times, once for each time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    pub item: usize,
    /// The place that it is in.
    pub parent: Option<usize>,
    /// Under this the answers stand.
    pub key: String,
    /// For each group around it that repeats, which time it is, from 0.
    pub turns: Vec<usize>,
}

/// All places of a form, each before those in it. A group that repeats has a place for each time.
pub fn places(form: &Form, answers: &Answers) -> Vec<Place> {
    let mut inside = vec![Vec::new(); form.items.len()];
    let mut top = Vec::new();
    for (place, item) in form.items.iter().enumerate() {
        match item.parent {
            Some(parent) => inside[parent].push(place),
            None => top.push(place),
        }
    }
    let mut all = Vec::new();
    for item in top {
        lay_out(form, answers, &inside, (item, None, &[]), &mut all);
    }
    all
}

/// No deeper than the form is, and the reader of JSON limits that.
fn lay_out(
    form: &Form,
    answers: &Answers,
    inside: &[Vec<usize>],
    (item, parent, turns): (usize, Option<usize>, &[usize]),
    all: &mut Vec<Place>,
) {
    let key = key(&form.items[item].link_id, turns);
    let repeats = form.items[item].is_repeated_group();
    let times = if repeats { times(answers, &key) } else { 1 };
    for turn in 0..times {
        if all.len() >= MOST_PLACES {
            return;
        }
        let mut turns = turns.to_vec();
        if repeats {
            turns.push(turn);
        }
        let own = all.len();
        all.push(Place {
            item,
            parent,
            key: key.clone(),
            turns: turns.clone(),
        });
        for below in &inside[item] {
            lay_out(form, answers, inside, (*below, Some(own), &turns), all);
        }
    }
}

/// How many times a group is filled in: at least once.
pub fn times(answers: &Answers, key: &str) -> usize {
    let typed = answers.get(key).and_then(|typed| typed.first());
    let times = typed.and_then(|typed| typed.parse().ok()).unwrap_or(1);
    times.clamp(1, MOST_TIMES)
}

/// The key of an item: its id, and after a tab which times of the groups around it.
pub fn key(link_id: &str, turns: &[usize]) -> String {
    let mut key = link_id.to_owned();
    for (place, turn) in turns.iter().enumerate() {
        key.push(if place == 0 { '\t' } else { '.' });
        key.push_str(&turn.to_string());
    }
    key
}

/// The answers that a form brings along. They stand until the person changes them.
pub fn initial(form: &Form) -> Answers {
    let mut answers = Answers::new();
    for place in places(form, &answers) {
        let item = &form.items[place.item];
        if !item.initial.is_empty() && item.formula.is_none() {
            answers.insert(place.key, item.initial.clone());
        }
    }
    answers
}

impl Item {
    /// A group that can be filled in several times.
    pub fn is_repeated_group(&self) -> bool {
        self.repeats && self.kind == Kind::Group
    }

    /// What the typed texts of a place mean; what means nothing is left out.
    pub fn values(&self, typed: Option<&Vec<String>>) -> Vec<Value> {
        let typed = typed.into_iter().flatten();
        typed.filter_map(|typed| self.value(typed)).collect()
    }

    /// The option that a text stands for.
    pub fn option(&self, typed: &str) -> Option<&Choice> {
        self.options.get(typed.parse::<usize>().ok()?)
    }

    /// What a typed text means, when it is an answer that the form takes.
    pub fn value(&self, typed: &str) -> Option<Value> {
        let typed = typed.trim();
        let within = |value: Value| {
            let fits = |limit: &Option<Value>, is_beyond: fn(std::cmp::Ordering) -> bool| {
                let limit = limit.as_ref().and_then(|limit| value.compared(limit));
                !limit.is_some_and(is_beyond)
            };
            let fits =
                fits(&self.min, |order| order.is_lt()) && fits(&self.max, |order| order.is_gt());
            fits.then_some(value)
        };
        let words = |words: &str| {
            let fits = self
                .max_length
                .is_none_or(|most| words.chars().count() <= most);
            (!words.is_empty() && fits).then(|| Value::Text(words.to_owned()))
        };
        // With options, every type is chosen from them.
        if self.kind == Kind::Choice || !self.options.is_empty() {
            return match typed.strip_prefix(OWN_WORDS) {
                Some(own) => words(own.trim()).filter(|_| self.open),
                None => self.option(typed).map(|option| option.value.clone()),
            };
        }
        match self.kind {
            Kind::Boolean => match typed {
                "true" => Some(Value::Boolean(true)),
                "false" => Some(Value::Boolean(false)),
                _ => None,
            },
            Kind::Integer => within(Value::Number(typed.parse::<i32>().ok()?.into())),
            Kind::Decimal => within(Value::Number(number(typed)?)),
            Kind::Quantity => {
                let (typed, typed_unit) = typed.split_once(' ').unwrap_or((typed, ""));
                let mut units = self.units.iter();
                let unit = units
                    .find(|known| known.label == typed_unit || known.code == typed_unit)
                    .or(self.units.first().filter(|_| typed_unit.is_empty()));
                let code = |known: &super::Unit| match known.code.is_empty() {
                    true => known.label.clone(),
                    false => known.code.clone(),
                };
                let unit = match unit {
                    Some(known) => code(known),
                    None => typed_unit.to_owned(),
                };
                let number = number(typed)?;
                within(Value::Quantity { number, unit })
            }
            Kind::Date => {
                // A year, or a year and a month, is a date for FHIR.
                let rest = "-01-01"
                    .get(typed.len().checked_sub(4)?..)
                    .unwrap_or_default();
                day_from(&format!("{typed}{rest}"))?;
                within(Value::Text(typed.to_owned()))
            }
            Kind::Time => within(time_from(typed).map(|_| Value::Text(with_seconds(typed)))?),
            Kind::DateTime => {
                let (day, time) = typed.split_once('T').unwrap_or((typed, "00:00"));
                day_from(day)?;
                time_from(time)?;
                within(Value::Text(typed.to_owned()))
            }
            Kind::Line | Kind::Text | Kind::Url => words(typed),
            Kind::Choice | Kind::Group | Kind::Display | Kind::Other => None,
        }
    }
}

/// A number with a point or a comma; not infinite, and no words such as "nan".
fn number(typed: &str) -> Option<f64> {
    let typed = typed.replace(',', ".");
    let is_number = typed
        .chars()
        .all(|letter| letter.is_ascii_digit() || "+-.eE".contains(letter));
    let number = decimal(&typed).filter(|_| is_number)?;
    number.is_finite().then_some(number)
}

/// A time as FHIR writes it, with seconds.
fn with_seconds(typed: &str) -> String {
    match typed.matches(':').count() {
        1 => format!("{typed}:00"),
        _ => typed.to_owned(),
    }
}
