//! Owns the reading of a case from JSON; whatever cannot be meant so is refused and named.
//! May use: domain, knowledge, serde_json. Must not: repair or guess.

use std::collections::{BTreeSet, HashMap};
use std::fmt;
use std::marker::PhantomData;
use std::sync::LazyLock;

use serde::de::{Deserialize, Deserializer, Error, MapAccess, Visitor};
use serde_json::Value as Json;
use serde_json::value::RawValue;
use tailored::domain::date::NaiveDate;
use tailored::domain::plan::facts::{FactId, Facts, Impossible, Value};
use tailored::domain::questionnaire::model::SafetyAnswer;
use tailored::domain::safety::SafetyAnswers;
use tailored::knowledge::{FactKind, FactOrigin, SAFETY_QUESTIONS, SafetyQuestion, WORDS, Word};

/// Thousands of cases are read in one go: a look-up goes through no list.
static FACTS: LazyLock<HashMap<&str, FactId>> = LazyLock::new(|| {
    let given = FactId::all().filter(|id| id.fact().origin == FactOrigin::Given);
    given.map(|id| (id.fact().id, id)).collect()
});
static QUESTIONS: LazyLock<HashMap<&str, &SafetyQuestion>> = LazyLock::new(|| {
    SAFETY_QUESTIONS
        .iter()
        .map(|question| (question.id, question))
        .collect()
});
static WORD_NUMBERS: LazyLock<HashMap<&str, Word>> = LazyLock::new(|| {
    WORDS
        .iter()
        .filter_map(|text| Some((*text, tailored::knowledge::word(text)?)))
        .collect()
});

/// The facts and safety answers of a case; the error is one line that names what is wrong.
pub fn read(text: &str) -> Result<(Facts, SafetyAnswers), String> {
    let case: Entries<&RawValue> = object("a case", text)?;
    let mut facts = Facts::default();
    let mut answers = SafetyAnswers::default();
    for (key, value) in case.0 {
        match (key.as_str(), value.get()) {
            ("date" | "facts" | "safety", "null") => {}
            ("date", value) => read_date(value)?,
            ("facts", value) => read_facts(object("facts", value)?, &mut facts)?,
            ("safety", value) => read_answers(object("safety", value)?, &mut answers)?,
            _ => return Err(format!("{key}: unknown name")),
        }
    }
    Ok((facts, answers))
}

/// The engine uses no date (sentence 1.2); one that is no day is a mistake all the same.
fn read_date(value: &str) -> Result<(), String> {
    let is_day = |text: &String| {
        text.parse::<NaiveDate>()
            .is_ok_and(|date| date.to_string() == *text)
    };
    match serde_json::from_str::<String>(value) {
        Ok(text) if is_day(&text) => Ok(()),
        _ => Err(format!(
            "date: impossible value {value}, not a day such as \"2026-11-23\""
        )),
    }
}

fn read_facts(given: Entries<Json>, facts: &mut Facts) -> Result<(), String> {
    for (name, value) in given.0 {
        let id = FACTS
            .get(name.as_str())
            .copied()
            .ok_or_else(|| format!("facts.{name}: unknown name"))?;
        if value.is_null() {
            continue;
        }
        let impossible = |why: String| format!("facts.{name}: impossible value {value}, {why}");
        let known = read_value(id, &value).map_err(impossible)?;
        facts
            .set(id, known)
            .map_err(|why| impossible(reason(id, why)))?;
    }
    Ok(())
}

fn read_value(id: FactId, value: &Json) -> Result<Value, String> {
    let wrong = || reason(id, Impossible::WrongKind);
    Ok(match id.fact().kind {
        FactKind::Whole | FactKind::Number => Value::Number(value.as_f64().ok_or_else(wrong)?),
        FactKind::YesNo => Value::YesNo(value.as_bool().ok_or_else(wrong)?),
        FactKind::Word => Value::Word(read_word(value.as_str().ok_or_else(wrong)?)?),
        FactKind::Words => {
            // {"at_least": […]}: a set that is known in part.
            let part = value.get("at_least");
            let members = part.unwrap_or(value).as_array().ok_or_else(wrong)?;
            let words: Result<BTreeSet<_>, _> = members
                .iter()
                .map(|member| read_word(member.as_str().ok_or_else(wrong)?))
                .collect();
            match part {
                Some(_) => Value::AtLeast(words?),
                None => Value::Words(words?),
            }
        }
    })
}

fn read_word(text: &str) -> Result<Word, String> {
    WORD_NUMBERS
        .get(text)
        .copied()
        .ok_or_else(|| not_a_value(text))
}

fn not_a_value(text: &str) -> String {
    format!("\"{text}\" is not one of its words")
}

/// Why a fact cannot have a value.
fn reason(id: FactId, why: Impossible) -> String {
    let fact = id.fact();
    match why {
        Impossible::WrongKind => match fact.kind {
            FactKind::Whole | FactKind::Number => "not a number".to_owned(),
            FactKind::YesNo => "neither true nor false".to_owned(),
            FactKind::Word => "not a word".to_owned(),
            FactKind::Words => "not a list of words".to_owned(),
        },
        Impossible::OutOfRange if fact.max.is_finite() => {
            let whole = if fact.kind == FactKind::Whole {
                "whole "
            } else {
                ""
            };
            format!("not a {whole}number from {} to {}", fact.min, fact.max)
        }
        Impossible::OutOfRange => format!("below {}, or not whole", fact.min),
        Impossible::NotAValue(word) => not_a_value(word.text()),
        Impossible::Derived => "worked out from other facts".to_owned(),
    }
}

fn read_answers(given: Entries<Json>, answers: &mut SafetyAnswers) -> Result<(), String> {
    for (name, value) in given.0 {
        let question = *QUESTIONS
            .get(name.as_str())
            .ok_or_else(|| format!("safety.{name}: unknown name"))?;
        if value.is_null() {
            continue;
        }
        value
            .as_str()
            .and_then(SafetyAnswer::from_word)
            .and_then(|answer| answers.set(question, answer).ok())
            .ok_or_else(|| {
                format!("safety.{name}: impossible value {value}, not an answer of this question")
            })?;
    }
    Ok(())
}

/// The entries of a JSON object in their order. A name that stands there twice is refused:
/// nobody could say which of the two values is meant.
struct Entries<V>(Vec<(String, V)>);

fn object<'a, V: Deserialize<'a>>(what: &str, text: &'a str) -> Result<Entries<V>, String> {
    serde_json::from_str(text).map_err(|error| format!("not {what}: {error}"))
}

impl<'a, V: Deserialize<'a>> Deserialize<'a> for Entries<V> {
    fn deserialize<D: Deserializer<'a>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(EntriesVisitor(PhantomData))
    }
}

struct EntriesVisitor<V>(PhantomData<V>);

impl<'a, V: Deserialize<'a>> Visitor<'a> for EntriesVisitor<V> {
    type Value = Entries<V>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<M: MapAccess<'a>>(self, mut map: M) -> Result<Self::Value, M::Error> {
        let mut names = BTreeSet::new();
        let mut entries = Vec::new();
        while let Some((name, value)) = map.next_entry::<String, V>()? {
            if !names.insert(name.clone()) {
                return Err(M::Error::custom(format!("{name} is given twice")));
            }
            entries.push((name, value));
        }
        Ok(Entries(entries))
    }
}
