//! Owns what a formula gives: the part of FHIRPath that forms use to score, over the form and the answers as JSON.
//! May use: serde_json, `syntax`. Must not: guess. What is beyond it is an error that names it, never a number.

use std::borrow::Cow;
use std::cell::Cell;
use std::collections::BTreeMap;

use serde_json::Value;

use super::syntax::Expr;
use super::{list, of_any_type, text};

/// What a formula gives: any number of values.
pub(super) type Values<'a> = Vec<Cow<'a, Value>>;
/// The error names what could not be worked out.
pub(super) type Result<'a> = std::result::Result<Values<'a>, String>;

/// What formulas look into.
pub(super) struct Scope<'a> {
    pub(super) questionnaire: &'a Value,
    pub(super) response: &'a Value,
    /// Names with what they stand for, in the order in which they were set; the last of one name counts.
    pub(super) named: Vec<(&'a str, Result<'a>)>,
    pub(super) weights: &'a Weights,
    /// How many steps may still be taken: some formulas would never end.
    pub(super) steps: &'a Cell<u32>,
}

impl<'a> Scope<'a> {
    /// What a formula gives; `this` is what it is about, `total` the sum so far.
    pub(super) fn of(
        &self,
        expr: &Expr,
        this: &[Cow<'a, Value>],
        total: &[Cow<'a, Value>],
    ) -> Result<'a> {
        self.step()?;
        let of = |expr: &Expr| self.of(expr, this, total);
        Ok(match expr {
            Expr::Literal(value) => vec![Cow::Owned(value.clone())],
            Expr::Nothing => Vec::new(),
            Expr::This => this.to_vec(),
            Expr::Named(name) => match name.as_str() {
                "$total" => total.to_vec(),
                "resource" => vec![Cow::Borrowed(self.response)],
                "questionnaire" => vec![Cow::Borrowed(self.questionnaire)],
                name => {
                    let mut named = self.named.iter().rev();
                    let found = named.find(|(known, _)| *known == name);
                    found.ok_or_else(|| format!("%{name}"))?.1.clone()?
                }
            },
            Expr::Member(of_what, name) => self.members(&of(of_what)?, name)?,
            Expr::At(of_what, at) => {
                let place = number(&of(at)?)?.unwrap_or(-1.0);
                let values = of(of_what)?.into_iter().enumerate();
                let at = values.filter(|(at, _)| *at as f64 == place);
                at.map(|(_, value)| value).collect()
            }
            Expr::Both(operator, left, right) => both(operator, of(left)?, of(right)?)?,
            Expr::Call(of_what, name, inner) => {
                self.call(of(of_what)?, name, inner, this, total)?
            }
        })
    }

    fn step(&self) -> std::result::Result<(), String> {
        match self.steps.get().checked_sub(1) {
            Some(left) => self.steps.set(left),
            None => return Err("…".to_owned()),
        }
        Ok(())
    }

    fn members(&self, values: &[Cow<'a, Value>], name: &str) -> Result<'a> {
        let mut found = Vec::new();
        for value in values {
            self.step()?;
            match value {
                Cow::Borrowed(value) => {
                    member(value, name, &mut |inner| found.push(Cow::Borrowed(inner)))
                }
                Cow::Owned(value) => {
                    member(value, name, &mut |inner| {
                        found.push(Cow::Owned(inner.clone()))
                    });
                }
            }
        }
        Ok(found)
    }

    fn call(
        &self,
        values: Values<'a>,
        name: &str,
        inner: &[Expr],
        this: &[Cow<'a, Value>],
        total: &[Cow<'a, Value>],
    ) -> Result<'a> {
        // What stands in the brackets, worked out for one of the values.
        let each =
            |expr: &Expr, value: &Cow<'a, Value>| self.of(expr, std::slice::from_ref(value), total);
        let one = |value: Value| Ok(vec![Cow::Owned(value)]);
        match (name, inner) {
            ("iif", [condition, rest @ ..]) => {
                let of_this = |expr: &Expr| self.of(expr, this, total);
                match (truth(&of_this(condition)?)?, rest) {
                    (Some(true), [then, ..]) => of_this(then),
                    (_, [_, other]) => of_this(other),
                    (_, [_]) => Ok(Vec::new()),
                    _ => Err(name.to_owned()),
                }
            }
            ("where" | "exists" | "all", [condition]) => {
                let mut kept = Vec::new();
                let n = values.len();
                for value in values {
                    if truth(&each(condition, &value)?)? == Some(true) {
                        kept.push(value);
                    }
                }
                match name {
                    "where" => Ok(kept),
                    "exists" => one((!kept.is_empty()).into()),
                    _ => one((kept.len() == n).into()),
                }
            }
            ("select", [expr]) => {
                let mut all = Vec::new();
                for value in &values {
                    all.extend(each(expr, value)?);
                }
                Ok(all)
            }
            ("repeat", [expr]) => self.repeated(values, &|value| each(expr, value)),
            ("descendants", []) => self.repeated(values, &|value| {
                let inner = match value {
                    Cow::Borrowed(value) => children(value).map(Cow::Borrowed).collect(),
                    Cow::Owned(value) => children(value).cloned().map(Cow::Owned).collect(),
                };
                Ok(inner)
            }),
            ("aggregate", [expr, start @ ..]) => {
                let mut total = match start {
                    [start] => self.of(start, this, total)?,
                    _ => Vec::new(),
                };
                for value in &values {
                    total = self.of(expr, std::slice::from_ref(value), &total)?;
                }
                Ok(total)
            }
            ("exists", []) => one((!values.is_empty()).into()),
            ("empty", []) => one(values.is_empty().into()),
            ("not", []) => Ok(truth(&values)?
                .map(|yes| Cow::Owned((!yes).into()))
                .into_iter()
                .collect()),
            ("first", []) => Ok(values.into_iter().take(1).collect()),
            ("last", []) => Ok(values.into_iter().last().into_iter().collect()),
            ("count", []) => one(values.len().into()),
            ("sum" | "min" | "max" | "avg", []) => {
                let mut numbers = Vec::new();
                for value in &values {
                    numbers.extend(number(std::slice::from_ref(value))?);
                }
                // Of nothing it is 0, not the -0 that the standard library gives.
                let sum = || numbers.iter().fold(0.0, |sum, number| sum + number);
                let result = match (name, numbers.as_slice()) {
                    ("sum", _) => sum(),
                    (_, []) => return Ok(Vec::new()),
                    ("avg", _) => sum() / numbers.len() as f64,
                    ("min", _) => numbers.iter().copied().fold(f64::INFINITY, f64::min),
                    _ => numbers.iter().copied().fold(f64::NEG_INFINITY, f64::max),
                };
                one(tidy(result))
            }
            ("round", places) if places.len() < 2 => {
                let places = match places {
                    [places] => number(&self.of(places, this, total)?)?.unwrap_or(0.0),
                    _ => 0.0,
                };
                let shift = 10_f64.powi(places.clamp(0.0, 8.0) as i32);
                let rounded = number(&values)?.map(|number| (number * shift).round() / shift);
                Ok(rounded
                    .map(|number| Cow::Owned(tidy(number)))
                    .into_iter()
                    .collect())
            }
            ("toChars", []) => match values.as_slice() {
                [] => Ok(Vec::new()),
                [value] => {
                    let letters = value.as_str().ok_or(name)?.chars();
                    Ok(letters
                        .map(|letter| Cow::Owned(letter.to_string().into()))
                        .collect())
                }
                _ => Err(name.to_owned()),
            },
            ("ordinal" | "weight", []) => {
                let mut weights = Vec::new();
                for value in &values {
                    self.step()?;
                    // Also of an answer, whose value it then is.
                    let coding = value.get("valueCoding").unwrap_or(value);
                    let key = (
                        text(coding, "system").to_owned(),
                        text(coding, "code").to_owned(),
                    );
                    let found = match weight(coding) {
                        Some(own) => Some(own),
                        None => match self.weights.get(&key) {
                            Some(None) => return Err(format!("{name}(): {}", key.1)),
                            Some(known) => *known,
                            None => None,
                        },
                    };
                    weights.extend(found.map(|weight| Cow::Owned(weight.into())));
                }
                Ok(weights)
            }
            _ => Err(format!("{name}()")),
        }
    }

    fn repeated(
        &self,
        start: Values<'a>,
        next: &dyn Fn(&Cow<'a, Value>) -> Result<'a>,
    ) -> Result<'a> {
        let mut all = Vec::new();
        let mut open = start;
        while !open.is_empty() {
            let mut found = Vec::new();
            for value in &open {
                self.step()?;
                found.extend(next(value)?);
            }
            all.extend(found.iter().cloned());
            open = found;
        }
        Ok(all)
    }
}

/// The weights of answers, by system and code. None: questions of the form give one code different weights, so which it is
/// cannot be said of the code alone.
pub(super) type Weights = BTreeMap<(String, String), Option<f64>>;

/// Collects the weights of all options of a form.
pub(super) fn weights(inside: &Value, found: &mut Weights) {
    for item in list(inside, "item") {
        for option in list(item, "answerOption") {
            let coding = &option["valueCoding"];
            let weight = weight(option).or_else(|| weight(coding));
            note(text(coding, "system"), coding, weight, found);
        }
        weights(item, found);
    }
    for set in list(inside, "contained") {
        for part in list(&set["compose"], "include") {
            for concept in list(part, "concept") {
                note(text(part, "system"), concept, weight(concept), found);
            }
        }
        for concept in list(&set["expansion"], "contains") {
            note(text(concept, "system"), concept, weight(concept), found);
        }
    }
}

fn note(system: &str, concept: &Value, weight: Option<f64>, found: &mut Weights) {
    let key = (system.to_owned(), text(concept, "code").to_owned());
    if weight.is_some() {
        let known = found.entry(key).or_insert(weight);
        if *known != weight {
            *known = None;
        }
    }
}

/// The number that an option or a code carries.
fn weight(json: &Value) -> Option<f64> {
    let mut extensions = list(json, "extension").iter();
    extensions
        .find(|extension| {
            let url = text(extension, "url");
            url.ends_with("/ordinalValue") || url.ends_with("/itemWeight")
        })
        .and_then(|extension| extension["valueDecimal"].as_f64())
}

fn children(value: &Value) -> impl Iterator<Item = &Value> {
    let members = value
        .as_object()
        .into_iter()
        .flat_map(|object| object.values());
    members.flat_map(|member| match member {
        Value::Array(many) => many.as_slice(),
        one => std::slice::from_ref(one),
    })
}

/// What stands under a name; `value` also finds `valueCoding` and the like.
fn member<'v>(value: &'v Value, name: &str, found: &mut dyn FnMut(&'v Value)) {
    let Some(object) = value.as_object() else {
        return;
    };
    let of_type = || {
        let held = of_any_type(value, name).filter(|_| name == "value");
        held.map(|(_, held)| held)
    };
    match object.get(name).or_else(of_type) {
        Some(Value::Array(many)) => many.iter().for_each(found),
        Some(Value::Null) | None => {}
        Some(one) => found(one),
    }
}

/// True, false or nothing. One value that is neither counts as true; of several it cannot be said.
fn truth(values: &[Cow<Value>]) -> std::result::Result<Option<bool>, String> {
    match values {
        [] => Ok(None),
        [one] => Ok(Some(one.as_bool().unwrap_or(true))),
        _ => Err(format!("{} ≠ 1", values.len())),
    }
}

/// One number or nothing.
fn number(values: &[Cow<Value>]) -> std::result::Result<Option<f64>, String> {
    match values {
        [] => Ok(None),
        [one] => match one.as_f64() {
            Some(number) => Ok(Some(number)),
            None => Err(one.to_string()),
        },
        _ => Err(format!("{} ≠ 1", values.len())),
    }
}

/// Numbers have eight digits after the point; more is the noise of fractions in binary.
fn tidy(number: f64) -> Value {
    ((number * 1e8).round() / 1e8).into()
}

fn same(one: &Value, other: &Value) -> bool {
    match (one.as_f64(), other.as_f64()) {
        (Some(one), Some(other)) => one == other,
        _ => one == other,
    }
}

fn both<'a>(operator: &str, left: Values<'a>, right: Values<'a>) -> Result<'a> {
    let some = |value: Value| vec![Cow::Owned(value)];
    let maybe = |yes: Option<bool>| yes.map(|yes| some(yes.into())).unwrap_or_default();
    Ok(match operator {
        "and" | "or" | "xor" | "implies" => {
            let (left, right) = (truth(&left)?, truth(&right)?);
            maybe(match operator {
                "and" if left == Some(false) || right == Some(false) => Some(false),
                "and" => left.zip(right).map(|_| true),
                "or" if left == Some(true) || right == Some(true) => Some(true),
                "or" => left.zip(right).map(|_| false),
                "xor" => left.zip(right).map(|(left, right)| left != right),
                _ if left == Some(false) || right == Some(true) => Some(true),
                _ => left.zip(right).map(|_| false),
            })
        }
        "|" => {
            let mut all: Values = Vec::new();
            for value in left.into_iter().chain(right) {
                if !all.iter().any(|known| same(known, &value)) {
                    all.push(value);
                }
            }
            all
        }
        "in" => match left.as_slice() {
            [] => Vec::new(),
            [one] => some(right.iter().any(|value| same(one, value)).into()),
            _ => return Err(operator.to_owned()),
        },
        "&" => {
            let words = |values: &[Cow<Value>]| match values {
                [] => Ok(String::new()),
                [one] => one
                    .as_str()
                    .map(str::to_owned)
                    .ok_or_else(|| operator.to_owned()),
                _ => Err(operator.to_owned()),
            };
            some((words(&left)? + &words(&right)?).into())
        }
        _ if left.is_empty() || right.is_empty() => Vec::new(),
        "=" | "!=" => {
            let pairs = left.iter().zip(&right);
            let equal =
                left.len() == right.len() && pairs.into_iter().all(|(one, other)| same(one, other));
            some((equal == (operator == "=")).into())
        }
        _ => {
            if let ([left], [right]) = (left.as_slice(), right.as_slice())
                && let (Some(left), Some(right)) = (left.as_str(), right.as_str())
            {
                return Ok(some(match operator {
                    "+" => [left, right].concat().into(),
                    "<" => (left < right).into(),
                    ">" => (left > right).into(),
                    "<=" => (left <= right).into(),
                    ">=" => (left >= right).into(),
                    _ => return Err(operator.to_owned()),
                }));
            }
            let (Some(left), Some(right)) = (number(&left)?, number(&right)?) else {
                return Ok(Vec::new());
            };
            some(match operator {
                "+" => tidy(left + right),
                "-" => tidy(left - right),
                "*" => tidy(left * right),
                "<" => (left < right).into(),
                ">" => (left > right).into(),
                "<=" => (left <= right).into(),
                ">=" => (left >= right).into(),
                _ if right == 0.0 => return Ok(Vec::new()),
                "/" => tidy(left / right),
                "div" => tidy((left / right).trunc()),
                "mod" => tidy(left % right),
                _ => return Err(operator.to_owned()),
            })
        }
    })
}
