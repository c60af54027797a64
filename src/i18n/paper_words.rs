//! Owns the structure of the words with which a person decides what stands on the pages.
//! May use: domain types, to name them. Must not: hold a text.

use crate::domain::handout::{PaperBlock, PaperText, Showing};

/// Words of the choices before printing.
pub struct PaperWords {
    pub title: &'static str,
    pub note: &'static str,
    pub block: fn(PaperBlock) -> &'static str,
    pub showing: fn(Showing) -> &'static str,
    pub large_print: &'static str,
    pub large_print_hint: &'static str,
    pub appendix: &'static str,
    pub appendix_hint: &'static str,
    pub blank_diary: &'static str,
    pub reword: &'static str,
    pub reword_note: &'static str,
    pub text: fn(PaperText) -> &'static str,
    pub as_told: &'static str,
    /// "I will tell you in person: …"
    pub in_person: fn(&str) -> String,
    pub fair_trial: &'static str,
    pub fair_short: fn(usize) -> &'static str,
    pub code_label: &'static str,
    pub code_note: &'static str,
    pub appendix_title: &'static str,
    pub appendix_days: &'static str,
    pub appendix_rest: &'static str,
    pub appendix_columns: [&'static str; 5],
    pub blank_title: &'static str,
    pub blank_note: &'static str,
    pub blank_columns: [&'static str; 7],
    pub yes: &'static str,
    pub no_entry: &'static str,
}
