//! Owns the texts of the assessment that every language must have: lists of records, and what is odd about an answer.

use crate::domain::date::NaiveDate;
use crate::domain::plan::facts::Noted;
use crate::domain::questionnaire::findings::Odd;
use crate::domain::questionnaire::model::{Often, Told, Unit};
use crate::domain::questionnaire::response::Path;
use crate::domain::scoring::{Figure, Meaning, Threshold, What};
use crate::domain::treatments::amounts::OpioidBand;
use crate::domain::treatments::trials::Doubt;
use crate::knowledge::Item;

/// Texts of the assessment.
#[derive(Clone, Copy)]
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

    // The way through the questions
    pub way_title: &'static str,
    pub way_hint: &'static str,
    /// With the minutes that are left on it.
    pub way: fn(Path, usize) -> String,

    // Warning signs
    pub signs_now: &'static str,
    pub signs_now_why: &'static str,
    pub signs_places: &'static str,
    /// For whose sake, by the ids of the groups.
    pub signs_places_why: fn(&[&str]) -> String,
    pub signs_slow: &'static str,
    pub signs_slow_why: &'static str,
    pub signs_end: &'static str,
    pub signs_below: fn(usize) -> String,
    pub signs_choose: &'static str,
    // Beside mood
    pub dark_title: &'static str,
    pub dark_why: &'static str,
    pub dark_ask: &'static str,
    pub dark_thoughts: &'static str,
    pub dark_plan: &'static str,
    pub dark_stays: &'static str,
    pub sign_this: &'static str,
    pub sign_not_this: &'static str,

    // A place on the map
    pub site_more: &'static str,
    pub site_now: &'static str,
    pub site_least: &'static str,
    pub site_times: &'static str,
    pub site_time_names: &'static [(&'static str, &'static str)],
    pub site_better: &'static str,
    pub site_better_names: &'static [(&'static str, &'static str)],
    pub site_worse: &'static str,
    pub site_worse_names: &'static [(&'static str, &'static str)],
    pub site_spreads: &'static str,
    pub site_pick: &'static str,

    // The review
    /// On the short way: the urgent signs were asked, the slower ones were not.
    pub signs_slower: &'static str,
    pub signs_slower_text: fn(usize) -> String,
    pub signs_old: &'static str,
    pub signs_old_text: &'static str,
    pub signs_ask_again: &'static str,
    /// The same when a later answer brought them up.
    pub signs_added: fn(&[&str]) -> String,
    pub signs_answered: &'static str,
    pub tell_more: fn(usize, usize) -> String,
    pub odd_title: &'static str,
    pub odd_text: &'static str,
    pub changes_title: fn(NaiveDate) -> String,
    pub changes_count: fn(usize) -> String,
    pub changed_before: fn(&str) -> String,
    pub changed_now: fn(&str, Option<f64>) -> String,
    /// Of a list that only became shorter.
    pub changed_gone: fn(&str) -> String,
    /// Of a list that only became longer.
    pub changed_new: fn(&str) -> String,
    pub again_title: &'static str,
    pub again_text: &'static str,
    pub again_start: &'static str,

    // Results of our own checks
    pub results_title: &'static str,
    pub results_link: &'static str,
    pub results_intro: &'static str,
    pub results_empty: &'static str,
    pub result_incomplete: &'static str,
    pub result_basis: &'static str,
    pub what: fn(What) -> &'static str,
    pub figure: fn(&Figure) -> String,
    pub meaning: fn(Meaning) -> &'static str,
    pub threshold: fn(&Threshold) -> String,

    // Medicines
    pub totals_title: &'static str,
    pub opioid_band: fn(OpioidBand) -> &'static str,
    pub above_label: &'static str,
    pub totals_source: &'static str,
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
    /// What the diary says about a question, beside what the person said.
    pub from_diary: fn(&Noted, Option<f64>) -> String,
    /// What was typed, and what it may count as.
    pub count_as: fn(&str, &str) -> String,
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
