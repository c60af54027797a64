//! Owns the structure of the words in reports for health records. Codes are not among them.
//! May use: domain types, to name them. Must not: hold a text.

use crate::domain::date::NaiveDate;
use crate::domain::questionnaire::model::SafetyAnswer;

/// Words of reports for health records.
pub struct FhirWords {
    pub questionnaire_title: &'static str,
    pub questionnaire_copyright: &'static str,
    pub years: &'static str,
    pub months: &'static str,
    pub height: &'static str,
    pub weight: &'static str,
    /// What follows from the list of places and the map.
    pub all_sites: &'static str,
    pub main_site: &'static str,
    pub regions: &'static str,
    pub sign_answer: fn(SafetyAnswer) -> &'static str,

    // Warning signs
    pub signs: &'static str,
    pub signs_asked: fn(NaiveDate) -> String,
    pub urgent_asked: fn(NaiveDate) -> String,
    pub signs_not_asked: &'static str,
    pub no_sign: &'static str,
    /// How many were answered with no, and how many have no answer.
    pub sign_counts: fn(usize, usize) -> String,

    // Why something is not there
    pub not_asked: &'static str,
    pub left_out: &'static str,
    pub not_yet: &'static str,
    /// It was answered, and not in a form that a program reads.
    pub in_other_words: &'static str,
    pub none_named: &'static str,

    // Illnesses and medicines
    pub medicines: &'static str,
    /// What the lists are called that the person was asked.
    pub list_of_reactions: &'static str,
    pub list_of_illnesses: &'static str,
    pub list_for_pain: &'static str,
    pub list_of_kinds: &'static str,
    /// What was said of several reactions together.
    pub of_all_reactions: fn(&str) -> String,
    pub ever_had: &'static str,
    pub not_there: &'static str,
    pub not_in_use: &'static str,
    pub helps: fn(u8) -> String,
    pub bought: &'static str,
    pub side_effects: fn(&str) -> String,
    pub since: fn(&str) -> String,
    /// A day, or the month or year of one that is not known.
    pub told_on: fn(&str) -> String,

    // Observations
    pub ratings: &'static str,
    pub counts: &'static str,
    /// Heads of the columns: when, what, how it was.
    pub heads: [&'static str; 3],
    pub answer_heads: [&'static str; 2],
    pub worst_of_day: &'static str,
    pub medicine_taken: &'static str,
    pub medicine: &'static str,
    pub headache_of_day: &'static str,
    pub headache_severity: &'static str,
    pub headache_sign: &'static str,
    pub headache_lost: &'static str,
    pub medicine_days_28: &'static str,
    pub headache_days_28: &'static str,
    pub migraine_days_28: &'static str,
    pub days_answered: &'static str,
    pub written_on: fn(NaiveDate) -> String,
}
