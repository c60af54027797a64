//! Owns the saved form of a clinic's own forms and their answers.
//! May use: domain, serde, document. Must not: keys, a back end.

use serde::{Deserialize, Serialize};

use super::Document;
use crate::domain::clinic_form::kept::{Given, KeptForm, KeptForms};
use crate::domain::date::NaiveDate;
use crate::storage::document::{Fields, Reading, Refusal, Saved};
use crate::storage::keys::Part;
use crate::storage::three_way::Words;

const FORMS: &str = "forms";
const ANSWERS: &str = "answers";

/// The forms, opened.
#[derive(Debug, Default)]
pub(in crate::storage) struct SavedForms {
    fields: Fields,
    forms: Fields,
    answers: Fields,
}

impl Document for SavedForms {
    fn parse(part: Part, text: &str) -> Result<Self, Refusal> {
        let mut fields = Fields::open(part, text)?;
        Ok(Self {
            forms: fields.take_object(FORMS)?,
            answers: fields.take_object(ANSWERS)?,
            fields,
        })
    }

    fn text(&self) -> Option<String> {
        Some(
            self.fields
                .document_text(&[(FORMS, self.forms.text()), (ANSWERS, self.answers.text())]),
        )
    }

    fn n_unreadable(&self, _: Part) -> usize {
        self.forms().n_unreadable
    }
}

impl SavedForms {
    pub fn forms(&self) -> Reading<KeptForms> {
        let mut n_unreadable = 0;
        let value = KeptForms {
            forms: self.forms.read_all(&mut n_unreadable),
            given: self.answers.read_all(&mut n_unreadable),
        };
        Reading {
            value,
            n_unreadable,
        }
    }

    /// Makes those changes that lead from one to the other. True when that replaces something unreadable.
    #[must_use]
    pub fn change(&mut self, from: &KeptForms, to: &KeptForms) -> bool {
        self.forms
            .update_all(String::as_str, &from.forms, &to.forms)
            | (self.answers).update_all(String::as_str, &from.given, &to.given)
    }
}

#[derive(Serialize, Deserialize)]
pub(in crate::storage) struct StoredForm {
    text: String,
    title: String,
    opened: String,
}

impl Saved for KeptForm {
    type Stored = StoredForm;

    fn to_stored(&self) -> StoredForm {
        StoredForm {
            text: self.text.clone(),
            title: self.title.clone(),
            opened: self.opened.to_stored(),
        }
    }

    fn from_stored(stored: StoredForm) -> Option<Self> {
        Some(Self {
            text: stored.text,
            title: stored.title,
            opened: NaiveDate::from_stored(stored.opened)?,
        })
    }
}

impl Saved for Given {
    type Stored = Vec<String>;
    const WORDS: Words = Words::AsOne;

    fn to_stored(&self) -> Vec<String> {
        self.0.clone()
    }

    fn from_stored(stored: Vec<String>) -> Option<Self> {
        Some(Self(stored))
    }
}
