//! Owns the structure of the words about a clinic's own form: opening it, what of it cannot be done here, its answers.
//! May use: domain types, to name them. Must not: hold a text.

use crate::domain::clinic_form::{Problem, Unopened};
use crate::domain::date::NaiveDate;

/// Words about a clinic's own form.
pub struct FormWords {
    /// Why something is not done as the form says.
    pub problem: fn(&Problem) -> String,
    /// Why a formula of the form gave nothing, with the part that stands in the way.
    pub not_computed: fn(&str) -> String,
    /// Why a file was not opened.
    pub unopened: fn(&Unopened) -> String,
    pub title: &'static str,
    pub text: &'static str,
    pub choose: &'static str,
    pub choose_text: &'static str,
    pub kept: &'static str,
    /// The day on which it was opened.
    pub opened: fn(NaiveDate) -> String,
    /// Beside the questions: no person and no rule of ours reads the answers.
    pub nobody_reads: &'static str,
    pub untitled: &'static str,
    /// The form is not here, or no longer.
    pub gone: &'static str,
    /// The form as a whole must not be filled in here.
    pub stopped: &'static str,
    /// Before the reason, at an item that cannot be answered here.
    pub on_paper: &'static str,
    pub required: &'static str,
    pub computed: &'static str,
    pub not_yet: &'static str,
    pub filled_by_clinic: &'static str,
    pub own_words: &'static str,
    pub each_on_a_line: &'static str,
    pub yes_no: [&'static str; 2],
    pub clear: &'static str,
    /// From, up to.
    pub limits: fn(&str, &str) -> String,
    pub unit: &'static str,
    pub time: &'static str,
    pub not_taken: &'static str,
    /// Which time of a group that repeats, from 1.
    pub turn: fn(usize) -> String,
    pub add: &'static str,
    pub take_off: &'static str,
    /// How many required questions still have no answer.
    pub left: fn(usize) -> String,
    pub export: &'static str,
    pub export_text: &'static str,
    pub print: &'static str,
    pub remove: &'static str,
    pub remove_ask: &'static str,
    pub remove_yes: &'static str,
    pub remove_no: &'static str,
}
