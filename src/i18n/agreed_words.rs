//! Owns the structure of the words about what was agreed at a visit, how it is judged and what came of it.
//! May use: domain types, to name them. Must not: hold a text.

use crate::domain::arrangements::{Agreement, DiaryNumber, Outcome, Reading, StoryChange, TooFew};
use crate::domain::date::NaiveDate;

/// The words around one agreement.
pub struct AgreedWords {
    /// The step, or the option when no step is written down.
    pub name: fn(&Agreement) -> String,
    pub number: fn(DiaryNumber) -> &'static str,
    /// What the diary says, with what it rests on, or that it has too few days.
    pub reading: fn(DiaryNumber, Result<Reading, TooFew>) -> String,
    /// "Agreed on 20 August 2026"
    pub agreed: fn(NaiveDate) -> String,
    /// Where it stands: to do, to look back on, or what came of it.
    pub state: fn(&Agreement) -> String,
    /// For paper: the number before the visit and since.
    pub before_now: fn(DiaryNumber, &Reading, &Reading) -> String,
    pub number_title: &'static str,
    pub number_hint: &'static str,
    pub number_other: &'static str,
    pub suggested: &'static str,
    pub take_day: fn(NaiveDate) -> String,
    pub result: &'static str,
    pub before: &'static str,
    pub since: &'static str,
    pub no_cause: &'static str,
    pub outcome: fn(Outcome) -> &'static str,
    pub words: &'static str,
    pub to_story: &'static str,
    /// What changes in the story.
    pub change: fn(&StoryChange) -> String,
    pub goes_on: &'static str,
    pub stopped: &'static str,
    pub take: &'static str,
    pub told: &'static str,
    pub see_story: &'static str,
    pub we_agreed: &'static str,
    /// "What you agreed on 20 November 2026"
    pub head: fn(NaiveDate) -> String,
    pub calendar: &'static str,
    pub calendar_step: fn(&str) -> String,
    pub calendar_look_back: fn(&str) -> String,
    pub calendar_not_taken: &'static str,
}
