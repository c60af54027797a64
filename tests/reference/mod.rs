//! A second rule engine, written from the headers of `plan_rules.toml` and `red_flags.toml` alone, so that the app's engine can be wrong and be found out.
//! May use: toml, serde_json. Must not: use anything of the library, the compiler of the knowledge, or be quick or clever.
//!
//! It reads the files as they are written, keeps every name as text, and follows the numbered sentences one by one.

pub mod expression;
mod lines;
pub mod people;
pub mod plan;
pub mod rules;
pub mod signs;
mod texts;

pub use rules::Specification;

use std::collections::BTreeMap;

use expression::Value;

/// What one person told: facts by name (only known ones) and answers to safety questions by id.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Person {
    pub facts: BTreeMap<String, Value>,
    pub safety: BTreeMap<String, String>,
}

impl Person {
    /// Reads a case of `tailored plan`.
    pub fn from_json(text: &str) -> Person {
        let case: serde_json::Value = serde_json::from_str(text).unwrap();
        let mut person = Person::default();
        for (name, value) in case["facts"].as_object().into_iter().flatten() {
            if let Some(value) = Value::from_json(value) {
                person.facts.insert(name.clone(), value);
            }
        }
        for (id, answer) in case["safety"].as_object().into_iter().flatten() {
            if let Some(answer) = answer.as_str() {
                person.safety.insert(id.clone(), answer.to_owned());
            }
        }
        person
    }

    /// The same person as a case of `tailored plan`.
    pub fn to_json(&self) -> serde_json::Value {
        let facts: serde_json::Map<String, serde_json::Value> = self
            .facts
            .iter()
            .map(|(name, value)| (name.clone(), value.to_json()))
            .collect();
        serde_json::json!({ "facts": facts, "safety": self.safety })
    }
}
