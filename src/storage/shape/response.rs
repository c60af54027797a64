//! Owns the saved form of a person's answers.
//! May use: domain, serde, document. Must not: keys, a back end.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::records::{
    StoredDiagnosis, StoredGoal, StoredMedicine, StoredSite, StoredTest, StoredTried,
};
use super::{Document, saved_as_word};
use crate::domain::date::NaiveDate;
use crate::domain::ids::{FlagId, ItemId, PatientId, QuestionId, TherapyId};
use crate::domain::questionnaire::model::{Answer, SafetyAnswer};
use crate::domain::questionnaire::response::{DealtWith, HowDealtWith, Path, Response, View};
use crate::storage::document::{Fields, Reading, Refusal, Saved};
use crate::storage::keys::Part;
use crate::storage::three_way::Words;

const STARTED: &str = "started";
const CHANGED: &str = "changed";
const SAFETY_ASKED: &str = "safety_asked";
const URGENT_ASKED: &str = "urgent_asked";
const AT: &str = "at";
const PATH: &str = "path";
const QUESTIONS: &str = "questions";
const PATIENT: &str = "patient";
const ANSWERS: &str = "answers";
const SAFETY: &str = "safety";
const DEALT_WITH: &str = "dealt_with";
const VIEWS: &str = "views";

/// The answers, opened.
#[derive(Debug, Default)]
pub(in crate::storage) struct SavedResponse {
    fields: Fields,
    answers: Fields,
    safety: Fields,
    dealt_with: Fields,
    views: Fields,
}

impl Document for SavedResponse {
    fn parse(part: Part, text: &str) -> Result<Self, Refusal> {
        let mut fields = Fields::open(part, text)?;
        Ok(Self {
            answers: fields.take_object(ANSWERS)?,
            safety: fields.take_object(SAFETY)?,
            dealt_with: fields.take_object(DEALT_WITH)?,
            views: fields.take_object(VIEWS)?,
            fields,
        })
    }

    fn text(&self) -> Option<String> {
        Some(self.fields.document_text(&[
            (ANSWERS, self.answers.text()),
            (SAFETY, self.safety.text()),
            (DEALT_WITH, self.dealt_with.text()),
            (VIEWS, self.views.text()),
        ]))
    }

    fn n_unreadable(&self, _: Part) -> usize {
        self.response().n_unreadable
    }
}

impl SavedResponse {
    pub fn response(&self) -> Reading<Response> {
        let mut n_unreadable = 0;
        let value = Response {
            started: self.fields.read(STARTED, &mut n_unreadable),
            changed: self.fields.read(CHANGED, &mut n_unreadable),
            answers: self.answers.read_all(&mut n_unreadable),
            safety: self.safety.read_all(&mut n_unreadable),
            safety_asked: self.fields.read(SAFETY_ASKED, &mut n_unreadable),
            urgent_asked: self.fields.read(URGENT_ASKED, &mut n_unreadable),
            dealt_with: self.dealt_with.read_all(&mut n_unreadable),
            at: self.fields.read(AT, &mut n_unreadable),
            views: self.views.read_all(&mut n_unreadable),
            path: self
                .fields
                .read(PATH, &mut n_unreadable)
                .unwrap_or_default(),
            questions: self
                .fields
                .read(QUESTIONS, &mut n_unreadable)
                .unwrap_or_default(),
            patient: self.fields.read(PATIENT, &mut n_unreadable),
        };
        Reading {
            value,
            n_unreadable,
        }
    }

    /// Makes those changes that lead from one response to the other. True when that replaces something unreadable.
    #[must_use]
    pub fn change(&mut self, from: &Response, to: &Response) -> bool {
        let fields = &mut self.fields;
        let (old_questions, questions) = (filled(&from.questions), filled(&to.questions));
        let (old_path, path) = (chosen(&from.path), chosen(&to.path));
        fields.update(STARTED, from.started.as_ref(), to.started.as_ref())
            | fields.update(CHANGED, from.changed.as_ref(), to.changed.as_ref())
            | fields.update(
                SAFETY_ASKED,
                from.safety_asked.as_ref(),
                to.safety_asked.as_ref(),
            )
            | fields.update(
                URGENT_ASKED,
                from.urgent_asked.as_ref(),
                to.urgent_asked.as_ref(),
            )
            | fields.update(AT, from.at.as_ref(), to.at.as_ref())
            | fields.update(PATH, old_path, path)
            | fields.update(QUESTIONS, old_questions, questions)
            | fields.update(PATIENT, from.patient.as_ref(), to.patient.as_ref())
            | self
                .answers
                .update_all(ItemId::as_str, &from.answers, &to.answers)
            | self
                .safety
                .update_all(QuestionId::as_str, &from.safety, &to.safety)
            | self
                .dealt_with
                .update_all(FlagId::as_str, &from.dealt_with, &to.dealt_with)
            | self
                .views
                .update_all(TherapyId::as_str, &from.views, &to.views)
    }
}

fn filled(questions: &Vec<String>) -> Option<&Vec<String>> {
    (!questions.is_empty()).then_some(questions)
}

/// The way that is taken without a choice is not saved.
fn chosen(path: &Path) -> Option<&Path> {
    (*path != Path::default()).then_some(path)
}

impl Saved for PatientId {
    type Stored = String;

    fn to_stored(&self) -> String {
        self.0.clone()
    }

    fn from_stored(stored: String) -> Option<Self> {
        Self::of_text(stored)
    }
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(in crate::storage) enum StoredAnswer {
    Skipped,
    Choice(String),
    Choices(Vec<String>),
    Level(u8),
    Number(String),
    Numbers(BTreeMap<String, String>),
    Duration {
        years: String,
        months: String,
    },
    Body {
        height_cm: String,
        weight_kg: String,
    },
    Text(String),
    Texts(BTreeMap<String, String>),
    Sites(Vec<StoredSite>),
    Medicines(Vec<StoredMedicine>),
    Tried(Vec<StoredTried>),
    Diagnoses(Vec<StoredDiagnosis>),
    Tests(Vec<StoredTest>),
    Goals(Vec<StoredGoal>),
}

impl Saved for Answer {
    type Stored = StoredAnswer;
    const WORDS: Words = Words::AsOne;

    fn to_stored(&self) -> StoredAnswer {
        match self.clone() {
            Answer::Skipped => StoredAnswer::Skipped,
            Answer::Choice(option) => StoredAnswer::Choice(option),
            Answer::Choices(options) => StoredAnswer::Choices(options),
            Answer::Level(level) => StoredAnswer::Level(level),
            Answer::Number(typed) => StoredAnswer::Number(typed),
            Answer::Numbers(typed) => StoredAnswer::Numbers(typed),
            Answer::Duration { years, months } => StoredAnswer::Duration { years, months },
            Answer::Body {
                height_cm,
                weight_kg,
            } => StoredAnswer::Body {
                height_cm,
                weight_kg,
            },
            Answer::Text(text) => StoredAnswer::Text(text),
            Answer::Texts(texts) => StoredAnswer::Texts(texts),
            Answer::Sites(sites) => StoredAnswer::Sites(all(sites)),
            Answer::Medicines(medicines) => StoredAnswer::Medicines(all(medicines)),
            Answer::Tried(tried) => StoredAnswer::Tried(all(tried)),
            Answer::Diagnoses(diagnoses) => StoredAnswer::Diagnoses(all(diagnoses)),
            Answer::Tests(tests) => StoredAnswer::Tests(all(tests)),
            Answer::Goals(goals) => StoredAnswer::Goals(all(goals)),
        }
    }

    fn from_stored(stored: StoredAnswer) -> Option<Self> {
        Some(match stored {
            StoredAnswer::Skipped => Answer::Skipped,
            StoredAnswer::Choice(option) => Answer::Choice(option),
            StoredAnswer::Choices(options) => Answer::Choices(options),
            StoredAnswer::Level(level) => Answer::Level(level),
            StoredAnswer::Number(typed) => Answer::Number(typed),
            StoredAnswer::Numbers(typed) => Answer::Numbers(typed),
            StoredAnswer::Duration { years, months } => Answer::Duration { years, months },
            StoredAnswer::Body {
                height_cm,
                weight_kg,
            } => Answer::Body {
                height_cm,
                weight_kg,
            },
            StoredAnswer::Text(text) => Answer::Text(text),
            StoredAnswer::Texts(texts) => Answer::Texts(texts),
            StoredAnswer::Sites(sites) => Answer::Sites(all(sites)),
            StoredAnswer::Medicines(medicines) => Answer::Medicines(each(medicines)?),
            StoredAnswer::Tried(tried) => Answer::Tried(each(tried)?),
            StoredAnswer::Diagnoses(diagnoses) => Answer::Diagnoses(each(diagnoses)?),
            StoredAnswer::Tests(tests) => Answer::Tests(all(tests)),
            StoredAnswer::Goals(goals) => Answer::Goals(all(goals)),
        })
    }
}

/// Every record in its other form.
fn all<A, B: From<A>>(records: Vec<A>) -> Vec<B> {
    records.into_iter().map(B::from).collect()
}

/// Every record as the domain knows it; nothing when one of them has no meaning for this version.
fn each<A, B: TryFrom<A>>(records: Vec<A>) -> Option<Vec<B>> {
    records
        .into_iter()
        .map(|record| B::try_from(record).ok())
        .collect()
}

saved_as_word!(Path { Usual = "usual", Full = "full", Quick = "quick" });
saved_as_word!(View { Willing = "willing", Unsure = "unsure", No = "no" });

impl Saved for SafetyAnswer {
    type Stored = String;

    fn to_stored(&self) -> String {
        self.word().to_owned()
    }

    fn from_stored(word: String) -> Option<Self> {
        SafetyAnswer::from_word(&word)
    }
}

saved_as_word!(HowDealtWith { BeingHelped = "being_helped", HelpArranged = "help_arranged" });

#[derive(Serialize, Deserialize)]
pub(in crate::storage) struct StoredDealtWith {
    on: String,
    how: String,
}

impl Saved for DealtWith {
    type Stored = StoredDealtWith;

    fn to_stored(&self) -> StoredDealtWith {
        StoredDealtWith {
            on: self.on.to_stored(),
            how: self.how.to_stored(),
        }
    }

    fn from_stored(stored: StoredDealtWith) -> Option<Self> {
        Some(DealtWith {
            on: NaiveDate::from_stored(stored.on)?,
            how: HowDealtWith::from_stored(stored.how)?,
        })
    }
}

impl Saved for ItemId {
    type Stored = String;

    fn to_stored(&self) -> String {
        self.0.clone()
    }

    fn from_stored(stored: String) -> Option<Self> {
        Some(ItemId(stored))
    }
}

impl Saved for Vec<String> {
    type Stored = Vec<String>;

    fn to_stored(&self) -> Vec<String> {
        self.clone()
    }

    fn from_stored(stored: Vec<String>) -> Option<Self> {
        Some(stored)
    }
}
