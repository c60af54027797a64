//! Owns the texts of the assessment that every language must have: lists of records, and what is odd about an answer.

use crate::domain::questionnaire::findings::Odd;
use crate::domain::questionnaire::model::{Often, Told, Unit};
use crate::domain::treatments::trials::Doubt;
use crate::knowledge::Item;

/// Texts of the assessment.
pub struct AssessmentWords {
    /// January to December.
    pub month_names: [&'static str; 12],
    pub month: &'static str,
    pub month_unknown: &'static str,
    pub year: &'static str,
    pub since_when: &'static str,
    pub more: &'static str,
    pub remove: fn(&str) -> String,
    pub odd: fn(&Odd, &Item) -> String,

    // Warning signs
    pub sign_group: fn(&str) -> &'static str,
    pub sign_this: &'static str,
    pub sign_not_this: &'static str,

    // Medicines
    pub medicine_strength: &'static str,
    pub medicine_strength_hint: &'static str,
    pub medicine_a_day: &'static str,
    pub medicine_a_day_hint: &'static str,
    pub medicine_often: &'static str,
    pub often: fn(Often) -> &'static str,
    pub medicine_since: &'static str,
    pub medicine_helps: &'static str,
    pub no_help: &'static str,
    pub medicine_bought: &'static str,
    pub medicine_note: &'static str,
    pub dose: fn(&str, &str) -> String,

    // Treatments tried
    pub tried_other: fn(&str) -> String,
    pub tried_name: &'static str,
    pub tried_help: &'static str,
    pub tried_dose: &'static str,
    pub tried_sessions: &'static str,
    pub tried_lasted: &'static str,
    pub unit: fn(Unit) -> &'static str,
    pub tried_problems: &'static str,
    pub tried_stopped: &'static str,
    pub tried_note: &'static str,
    pub doubt: fn(&Doubt) -> String,
    pub doubt_talk: &'static str,

    // Diagnoses, tests, goals
    pub diagnosis_add: &'static str,
    pub diagnosis_name: &'static str,
    pub diagnosis_by: &'static str,
    pub diagnosis_by_hint: &'static str,
    pub diagnosis_told: &'static str,
    pub told: fn(Told) -> &'static str,
    pub test_part: &'static str,
    pub test_part_hint: &'static str,
    pub test_when: &'static str,
    pub test_place: &'static str,
    pub test_result: &'static str,
    pub test_result_hint: &'static str,
    pub test_copy: &'static str,
    pub test_again: fn(&str) -> String,
    pub test_normal: &'static str,
    pub goal_add: &'static str,
    pub goal_words: &'static str,
    pub goal_by: &'static str,
}
