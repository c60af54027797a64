//! English: a condition of the rules in words, and an answer behind it.
//! May use: the reading of conditions, knowledge (names and labels). Must not: evaluate.

use crate::domain::plan::facts::{FactId, Value};
use crate::domain::plan::reading::{Part, part};
use crate::domain::questionnaire::model::SafetyAnswer;
use crate::knowledge::units::with_unit;
use crate::knowledge::{Expression, Word, opcode};

/// A condition in one line: "age: 65 or more and (smoking or illnesses: Diabetes)".
pub fn condition(expression: Expression) -> String {
    words(expression, false)
}

/// The members of a condition that are joined at its top, with whether all of them are needed.
pub fn condition_list(expression: Expression) -> (bool, Vec<String>) {
    match part(expression) {
        Some(Part::Any(members)) => (false, any_of(&members)),
        Some(Part::All(members)) => (
            true,
            members.iter().map(|each| words(*each, true)).collect(),
        ),
        _ => (true, vec![words(expression, false)]),
    }
}

/// An answer: "Usual pain, last 7 days, 0 to 10: 7".
pub fn fact_value(id: FactId, value: &Value) -> String {
    let value = match value {
        Value::Number(number) => match id.name().strip_prefix("Months ") {
            Some(_) if *number >= 24.0 => format!(
                "{} ({})",
                plain_number(*number),
                with_unit((*number + 0.5) as u64, "months")
            ),
            _ => plain_number(*number),
        },
        Value::YesNo(true) => "yes".to_owned(),
        Value::YesNo(false) => "no".to_owned(),
        Value::Word(word) => id.label(*word).to_owned(),
        Value::Words(words) if words.is_empty() => "none of these".to_owned(),
        Value::Words(words) | Value::AtLeast(words) => {
            let labels: Vec<&str> = words.iter().map(|word| id.label(*word)).collect();
            labels.join(", ")
        }
    };
    format!("{}: {value}", id.name())
}

/// The answer to a question about a warning sign.
pub fn safety_answer(answer: SafetyAnswer) -> &'static str {
    match answer {
        SafetyAnswer::No => "no",
        SafetyAnswer::New => "yes, new in the last 14 days",
        SafetyAnswer::OldUnchecked => "yes, longer ago and not checked",
        SafetyAnswer::OldChecked => "yes, longer ago and checked",
        SafetyAnswer::Yes => "yes",
        SafetyAnswer::NotSure => "not sure",
    }
}

/// In words; a chain of "and" or "or" inside another stands in brackets.
fn words(expression: Expression, inside: bool) -> String {
    let Some(part) = part(expression) else {
        return String::new();
    };
    match part {
        Part::YesNo(true) => "always".to_owned(),
        Part::YesNo(false) => "never".to_owned(),
        Part::Number(number) => plain_number(number),
        Part::Word(word) => word.text().to_owned(),
        Part::Fact(id) => name(id),
        Part::Question(question) => format!("“{}”: yes", question.ask),
        Part::In(id, word) => value_of(id, &[word]),
        Part::AtLeast(wanted, members) => {
            let members: Vec<String> = members.iter().map(|each| words(*each, true)).collect();
            format!("at least {wanted} of these: {}", members.join("; "))
        }
        Part::Not(inner) => format!("not {}", words(inner, true)),
        Part::All(members) => {
            let members: Vec<String> = members.iter().map(|each| words(*each, true)).collect();
            bracketed(members.join(" and "), inside && members.len() > 1)
        }
        Part::Any(members) => {
            let members = any_of(&members);
            bracketed(members.join(" or "), inside && members.len() > 1)
        }
        Part::Default(known, otherwise) => {
            let counts = match self::part(otherwise) {
                Some(Part::YesNo(false)) => "unknown counts as no".to_owned(),
                Some(Part::YesNo(true)) => "unknown counts as yes".to_owned(),
                Some(Part::Word(word)) => {
                    let label = fact_of(known).map_or(word.text(), |id| id.label(word));
                    format!("if unknown: {label}")
                }
                _ => format!("if unknown: {}", words(otherwise, true)),
            };
            format!("{} ({counts})", words(known, true))
        }
        Part::Pair(operator, left, right) => pair(operator, left, right),
    }
}

/// Members of an "or", with the values of one fact gathered: "illnesses: Gout / Lupus".
fn any_of(members: &[Expression]) -> Vec<String> {
    let mut gathered: Vec<String> = Vec::new();
    let mut values: Option<(FactId, Vec<Word>)> = None;
    let close = |values: &mut Option<(FactId, Vec<Word>)>, gathered: &mut Vec<String>| {
        if let Some((id, words)) = values.take() {
            gathered.push(value_of(id, &words));
        }
    };
    for member in members {
        match (one_value(*member), &mut values) {
            (Some((id, word)), Some((open, words))) if id == *open => words.push(word),
            (Some((id, word)), _) => {
                close(&mut values, &mut gathered);
                values = Some((id, vec![word]));
            }
            (None, _) => {
                close(&mut values, &mut gathered);
                gathered.push(words(*member, true));
            }
        }
    }
    close(&mut values, &mut gathered);
    gathered
}

/// A member that says that a fact has, or holds, one value.
fn one_value(member: Expression) -> Option<(FactId, Word)> {
    match part(member)? {
        Part::In(id, word) => Some((id, word)),
        Part::Pair(opcode::EQUAL, left, right) => match (part(left)?, part(right)?) {
            (Part::Fact(id), Part::Word(word)) => Some((id, word)),
            _ => None,
        },
        _ => None,
    }
}

fn pair(operator: u8, left: Expression, right: Expression) -> String {
    if let (Some(id), Some(Part::Word(word))) = (fact_of(left), part(right)) {
        let label = id.label(word);
        return match operator {
            opcode::EQUAL => format!("{}: {label}", words(left, true)),
            _ => format!("{}: other than {label}", words(left, true)),
        };
    }
    let is_number = matches!(part(right), Some(Part::Number(_)));
    let (left, right) = (words(left, true), words(right, true));
    match operator {
        opcode::EQUAL => format!("{left}: {right}"),
        opcode::NOT_EQUAL => format!("{left}: other than {right}"),
        opcode::LESS => format!("{left}: less than {right}"),
        opcode::GREATER => format!("{left}: more than {right}"),
        opcode::LESS_OR_EQUAL if is_number => format!("{left}: {right} or less"),
        opcode::GREATER_OR_EQUAL if is_number => format!("{left}: {right} or more"),
        opcode::LESS_OR_EQUAL => format!("{left}: not more than {right}"),
        opcode::GREATER_OR_EQUAL => format!("{left}: not less than {right}"),
        opcode::ADD => format!("{left} plus {right}"),
        opcode::SUBTRACT => format!("{left} minus {right}"),
        opcode::MULTIPLY => format!("({left}) times {right}"),
        _ => format!("({left}) divided by {right}"),
    }
}

/// The fact whose value stands on one side of a comparison.
fn fact_of(expression: Expression) -> Option<FactId> {
    match part(expression)? {
        Part::Fact(id) => Some(id),
        Part::Default(known, _) => fact_of(known),
        _ => None,
    }
}

fn value_of(id: FactId, values: &[Word]) -> String {
    let labels: Vec<&str> = values.iter().map(|word| id.label(*word)).collect();
    format!("{}: {}", name(id), labels.join(" / "))
}

/// The name as it stands inside a sentence.
fn name(id: FactId) -> String {
    let mut letters = id.name().chars();
    letters
        .next()
        .map(|first| first.to_lowercase().chain(letters).collect())
        .unwrap_or_default()
}

fn bracketed(text: String, needed: bool) -> String {
    if needed { format!("({text})") } else { text }
}

fn plain_number(number: f64) -> String {
    if number.fract() == 0.0 {
        format!("{number:.0}")
    } else {
        format!("{number:.1}")
    }
}
