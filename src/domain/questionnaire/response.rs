//! Owns a person's answers. Nothing is removed when a later answer hides an item: it is kept and does not count.
//! May use: model, ids, date. Must not: pages, storage shapes.

use std::collections::BTreeMap;

use super::model::{Answer, SafetyAnswer};
use crate::domain::date::NaiveDate;
use crate::domain::ids::{FlagId, ItemId, PatientId, QuestionId, TherapyId};

/// What a person told about their pain.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Response {
    /// The day the first answer was given.
    pub started: Option<NaiveDate>,
    /// The day of the latest change.
    pub changed: Option<NaiveDate>,
    pub answers: BTreeMap<ItemId, Answer>,
    pub safety: BTreeMap<QuestionId, SafetyAnswer>,
    /// The day all questions about warning signs were last gone through.
    pub safety_asked: Option<NaiveDate>,
    /// The day the urgent ones were last gone through: on the quick way they are the only ones.
    pub urgent_asked: Option<NaiveDate>,
    /// Warning signs that the person said have been dealt with, and when.
    pub dealt_with: BTreeMap<FlagId, DealtWith>,
    /// Where the person was, to go on from there.
    pub at: Option<ItemId>,
    /// The person's own view of an option.
    pub views: BTreeMap<TherapyId, View>,
    /// Which questions the person wants to go through.
    pub path: Path,
    /// Questions for the visit in the person's own words and order.
    pub questions: Vec<String>,
    /// The person in health records; none until the first one is made.
    pub patient: Option<PatientId>,
}

/// Which questions a person wants to go through. What was answered counts on both ways.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Path {
    /// What a specialist needs to know, in about ten minutes.
    #[default]
    Usual,
    /// Everything that fits.
    Full,
    /// Only what a specialist cannot do without; the rest can follow at any time.
    Quick,
}

/// How an urgent warning sign was dealt with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DealtWith {
    pub on: NaiveDate,
    pub how: HowDealtWith,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HowDealtWith {
    /// "I have called", "I am being helped".
    BeingHelped,
    /// "I have arranged help today".
    HelpArranged,
}

/// What the person thinks of an option.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum View {
    Willing,
    Unsure,
    No,
}

impl Response {
    /// The answer to an item, when one was given (also "skipped").
    pub fn answer(&self, item: &str) -> Option<&Answer> {
        self.answers.get(&ItemId::from(item))
    }
}
