//! Owns the structure of the words about what a person makes of the plan: a language that lacks one does not compile.
//! May use: domain types, to name them. Must not: hold a text.

use crate::domain::arrangements::{Reason, Reminder};
use crate::domain::date::NaiveDate;
use crate::domain::plan::combinations::Stage;
use crate::domain::plan::facts::{FactId, Value};
use crate::domain::plan::model::{Line, Status};
use crate::domain::questionnaire::model::SafetyAnswer;
use crate::knowledge::{CombinationKind, Expression};

/// The words of the pages around the plan.
pub struct PlanWords {
    // ---- why a line stands where it stands (sentence 9.16)
    /// None for a line without matches.
    pub why_here: fn(&Line) -> Option<String>,

    // ---- what goes together, what clashes
    pub together_title: &'static str,
    pub together_text: &'static str,
    /// Under the link on the plan: how many clashes, how many that go together.
    pub together_count: fn(usize, usize) -> String,
    pub clashes_now: &'static str,
    pub combination: fn(CombinationKind) -> (&'static str, &'static str),
    pub nothing_to_combine: &'static str,
    /// Between the options on both sides.
    pub and_with: &'static str,
    pub packages_title: &'static str,
    pub packages_text: &'static str,
    /// "Start now", or about the day on which the part before can be judged.
    pub package_start: fn(Option<NaiveDate>) -> String,
    /// First and last day on which to judge.
    pub package_judge: fn(NaiveDate, NaiveDate) -> String,
    pub steps_title: &'static str,
    pub steps_text: &'static str,
    pub stage: fn(Stage) -> &'static str,
    pub judge_title: &'static str,
    pub judge_text: &'static str,
    pub judge_one: &'static str,
    pub judge_unknown: &'static str,

    // ---- all options
    pub options_title: &'static str,
    pub options_text: &'static str,
    pub options_search: &'static str,
    pub options_found: fn(usize) -> String,
    pub options_none: &'static str,
    pub status_word: fn(Status) -> &'static str,
    pub also_all_options: &'static str,

    // ---- one option
    pub for_whom: &'static str,
    pub what_is_done: &'static str,
    pub what_studies_say: &'static str,
    pub main_risks: &'static str,
    pub who_gives_it: &'static str,
    pub guidelines_disagree: &'static str,
    pub why_on_list: &'static str,
    pub why_not_on_list: &'static str,
    pub not_on_list_text: &'static str,
    pub only_on_request: &'static str,
    pub unknown_answers: &'static str,
    pub rule_line: fn(&str) -> String,
    pub rule_version: fn(&str) -> String,
    pub answers_behind: &'static str,
    pub no_answer_behind: &'static str,
    pub condition_in_words: &'static str,
    pub why_view: &'static str,
    pub why_view_words: &'static str,
    pub reason: fn(Reason) -> &'static str,
    pub take_view_back: &'static str,

    // ---- how the plan is made
    pub made_title: &'static str,
    pub made_text: &'static [&'static str],
    pub made_rules: &'static str,
    pub made_avoid: &'static str,
    pub made_cautions: &'static str,
    pub made_signs: &'static str,
    pub made_facts: &'static str,
    pub made_combinations: &'static str,
    pub made_sources: &'static str,
    pub made_count: fn(usize) -> String,
    pub made_review: &'static str,
    pub all_needed: &'static str,
    pub one_needed: &'static str,
    pub applies_to: &'static str,
    pub counts_for_you: &'static str,
    pub condition_list: fn(Expression) -> (bool, Vec<String>),
    pub condition: fn(Expression) -> String,
    pub fact_value: fn(FactId, &Value) -> String,
    pub safety_answer: fn(SafetyAnswer) -> &'static str,

    // ---- what we agreed
    pub agreed_title: &'static str,
    pub agreed_text: &'static str,
    pub agreed_none: &'static str,
    pub agreed_first: &'static str,
    pub agreed_first_text: &'static str,
    pub agreed_on_to_questions: &'static str,
    pub agreed_add: &'static str,
    pub agreed_new: &'static str,
    pub agreed_on: &'static str,
    pub agreed_step: &'static str,
    pub agreed_step_hint: &'static str,
    pub agreed_option: &'static str,
    pub agreed_no_option: &'static str,
    pub agreed_who: &'static str,
    pub agreed_who_hint: &'static str,
    pub agreed_by: &'static str,
    pub agreed_stop: &'static str,
    pub agreed_stop_hint: &'static str,
    pub agreed_review: &'static str,
    pub agreed_review_hint: &'static str,
    pub agreed_done: &'static str,
    pub agreed_delete: &'static str,
    pub agreed_delete_sure: &'static str,
    pub agreed_keep: &'static str,
    pub agreed_ready: &'static str,
    pub agreed_edit: &'static str,
    pub agreed_done_line: fn(NaiveDate) -> String,
    pub agreed_on_line: fn(NaiveDate) -> String,
    pub agreed_gone: &'static str,
    pub reminders_title: &'static str,
    pub reminder: fn(&Reminder) -> String,

    // ---- flare plan
    pub flare_title: &'static str,
    pub flare_text: &'static str,
    pub flare_signs: &'static str,
    pub flare_signs_hint: &'static str,
    pub flare_helps: &'static str,
    pub flare_helps_hint: &'static str,
    pub flare_medicines: &'static str,
    pub flare_medicines_hint: &'static str,
    pub flare_call: &'static str,
    pub flare_call_hint: &'static str,
    pub flare_new_pain: &'static str,
    pub flare_print: &'static str,
    pub flare_card: &'static str,
    pub flare_empty: &'static str,
    pub flare_numbers: &'static str,

    // ---- around the list of questions
    pub not_on_paper: &'static str,
    pub my_goals: &'static str,
    pub my_goals_text: &'static str,
    pub goals_edit: &'static str,
    pub goals_none: &'static str,
}
