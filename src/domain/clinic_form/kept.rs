//! Owns the forms that a person keeps beside their story, and what they answered in each.
//! May use: answers, dates. Must not: JSON; a form is kept as the text of its file.

use std::collections::BTreeMap;

use super::Answers;
use crate::domain::date::NaiveDate;

/// The forms, by a random id, with their answers.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct KeptForms {
    pub forms: BTreeMap<String, KeptForm>,
    /// By the id of the form, a space, and the key of the question.
    pub given: BTreeMap<String, Given>,
}

/// A form as it was opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptForm {
    /// The text of its file.
    pub text: String,
    pub title: String,
    pub opened: NaiveDate,
}

/// What was typed or chosen at one question.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Given(pub Vec<String>);

impl KeptForms {
    /// What was answered in a form.
    pub fn answers(&self, id: &str) -> Answers {
        let given = self.given.iter();
        given
            .filter_map(|(key, given)| {
                let key = key.strip_prefix(id)?.strip_prefix(' ')?;
                Some((key.to_owned(), given.0.clone()))
            })
            .collect()
    }

    /// Keeps an answer; nothing typed takes it away.
    pub fn answer(&mut self, id: &str, key: &str, typed: Vec<String>) {
        let key = format!("{id} {key}");
        match typed.is_empty() {
            true => self.given.remove(&key),
            false => self.given.insert(key, Given(typed)),
        };
    }

    /// Takes a form away, with its answers.
    pub fn remove(&mut self, id: &str) {
        self.forms.remove(id);
        let is_of_it = |key: &str| {
            key.strip_prefix(id)
                .is_some_and(|rest| rest.starts_with(' '))
        };
        self.given.retain(|key, _| !is_of_it(key));
    }
}
