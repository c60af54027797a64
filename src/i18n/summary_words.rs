//! Owns the structure of the words of the summary that stands in every channel.
//! May use: domain types, to name them. Must not: hold a text.

use crate::domain::date::NaiveDate;
use crate::domain::handout::{FilledIn, SignsAsked};
use crate::domain::questionnaire::model::SafetyAnswer;
use crate::domain::questionnaire::response::DealtWith;

/// Words of the summary.
pub struct SummaryWords {
    /// What this is, of which day, and that nobody checked it, in the fewest words.
    pub head: fn(NaiveDate) -> String,
    pub filled_in_label: &'static str,
    /// Who gave the answers; none when it was not said.
    pub filled_in: fn(&FilledIn) -> Option<String>,
    pub signs_label: &'static str,
    /// Whether and when the signs were asked for, and whether one of them fired.
    pub signs_asked: fn(SignsAsked, bool) -> String,
    /// How a sign was answered: as a heading before the signs that were answered so.
    pub state: fn(SafetyAnswer) -> &'static str,
    pub dealt_with: fn(DealtWith) -> String,
    pub clash_label: &'static str,
    pub checked_label: &'static str,
    pub reaction_label: &'static str,
    pub not_asked: &'static str,
    /// The person keeps it for the conversation.
    pub withheld: &'static str,
    /// Of a list in which nothing was ticked.
    pub none_of_those: &'static str,
    /// Something was ticked that this version does not know.
    pub unknown: &'static str,
    pub no_medicine: &'static str,
    pub no_key_medicine: &'static str,
    pub medicines_label: &'static str,
    pub diary_label: &'static str,
    /// Which parts had no room, by their labels.
    pub left_out: fn(&[&str]) -> String,
}
