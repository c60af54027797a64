//! Owns the saved form of a person's answers.
//! May use: domain, serde, document. Must not: keys, a back end.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Document, saved_as_word};
use crate::domain::date::NaiveDate;
use crate::domain::ids::{FlagId, ItemId, QuestionId, RegionId, TherapyId};
use crate::domain::questionnaire::model::{Answer, Effect, Medicine, SafetyAnswer, Site, Tried};
use crate::domain::questionnaire::response::{DealtWith, HowDealtWith, Response, View};
use crate::storage::document::{Fields, Reading, Refusal, Saved};
use crate::storage::keys::Part;

const STARTED: &str = "started";
const CHANGED: &str = "changed";
const SAFETY_ASKED: &str = "safety_asked";
const AT: &str = "at";
const QUESTIONS: &str = "questions";
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
            dealt_with: self.dealt_with.read_all(&mut n_unreadable),
            at: self.fields.read(AT, &mut n_unreadable),
            views: self.views.read_all(&mut n_unreadable),
            questions: self
                .fields
                .read(QUESTIONS, &mut n_unreadable)
                .unwrap_or_default(),
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
        fields.update(STARTED, from.started.as_ref(), to.started.as_ref())
            | fields.update(CHANGED, from.changed.as_ref(), to.changed.as_ref())
            | fields.update(
                SAFETY_ASKED,
                from.safety_asked.as_ref(),
                to.safety_asked.as_ref(),
            )
            | fields.update(AT, from.at.as_ref(), to.at.as_ref())
            | fields.update(QUESTIONS, old_questions, questions)
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
    Sites(Vec<StoredSite>),
    Medicines(Vec<StoredMedicine>),
    Tried(Vec<StoredTried>),
}

#[derive(Serialize, Deserialize)]
pub(in crate::storage) struct StoredSite {
    regions: Vec<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    usual: Option<u8>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    worst: Option<u8>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    words: Vec<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    constant: Option<bool>,
    #[serde(default)]
    main: bool,
}

#[derive(Serialize, Deserialize)]
pub(in crate::storage) struct StoredMedicine {
    name: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    dose: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    helps: Option<u8>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    problems: String,
}

#[derive(Serialize, Deserialize)]
pub(in crate::storage) struct StoredTried {
    therapy: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    effect: Option<String>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    detail: String,
    #[serde(default)]
    still_using: bool,
}

impl Saved for Answer {
    type Stored = StoredAnswer;

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
            Answer::Sites(sites) => {
                StoredAnswer::Sites(sites.into_iter().map(StoredSite::from).collect())
            }
            Answer::Medicines(medicines) => {
                StoredAnswer::Medicines(medicines.into_iter().map(StoredMedicine::from).collect())
            }
            Answer::Tried(tried) => {
                StoredAnswer::Tried(tried.into_iter().map(StoredTried::from).collect())
            }
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
            StoredAnswer::Sites(sites) => {
                Answer::Sites(sites.into_iter().map(Site::from).collect())
            }
            StoredAnswer::Medicines(medicines) => {
                Answer::Medicines(medicines.into_iter().map(Medicine::from).collect())
            }
            StoredAnswer::Tried(tried) => Answer::Tried(
                tried
                    .into_iter()
                    .map(StoredTried::into_domain)
                    .collect::<Option<_>>()?,
            ),
        })
    }
}

impl From<Site> for StoredSite {
    fn from(site: Site) -> Self {
        Self {
            regions: site.regions.into_iter().map(|region| region.0).collect(),
            usual: site.usual,
            worst: site.worst,
            words: site.words,
            constant: site.constant,
            main: site.main,
        }
    }
}

impl From<StoredSite> for Site {
    fn from(stored: StoredSite) -> Self {
        Self {
            regions: stored.regions.into_iter().map(RegionId).collect(),
            usual: stored.usual,
            worst: stored.worst,
            words: stored.words,
            constant: stored.constant,
            main: stored.main,
        }
    }
}

impl From<Medicine> for StoredMedicine {
    fn from(medicine: Medicine) -> Self {
        Self {
            name: medicine.name,
            dose: medicine.dose,
            helps: medicine.helps,
            problems: medicine.problems,
        }
    }
}

impl From<StoredMedicine> for Medicine {
    fn from(stored: StoredMedicine) -> Self {
        Self {
            name: stored.name,
            dose: stored.dose,
            helps: stored.helps,
            problems: stored.problems,
        }
    }
}

impl From<Tried> for StoredTried {
    fn from(tried: Tried) -> Self {
        Self {
            therapy: tried.therapy.0,
            effect: tried.effect.map(|effect| effect.to_stored()),
            detail: tried.detail,
            still_using: tried.still_using,
        }
    }
}

impl StoredTried {
    fn into_domain(self) -> Option<Tried> {
        Some(Tried {
            therapy: TherapyId(self.therapy),
            effect: match self.effect {
                None => None,
                Some(word) => Some(Effect::from_stored(word)?),
            },
            detail: self.detail,
            still_using: self.still_using,
        })
    }
}

saved_as_word!(Effect { Helped = "helped", NoHelp = "no_help", BadFor = "bad_for" });
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
