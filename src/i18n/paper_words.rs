//! Owns the structure of the words with which a person decides what stands on the pages.
//! May use: domain types, to name them. Must not: hold a text.

use crate::domain::date::NaiveDate;
use crate::domain::diary::weeks::Stretch;
use crate::domain::handout::fit::Part;
use crate::domain::handout::since::Number;
use crate::domain::handout::{PaperBlock, PaperText, Showing};
use crate::domain::questionnaire::model::Told;
use crate::domain::treatments::trials::Doubt;

/// Words of the choices before printing.
pub struct PaperWords {
    /// Of the lines that only the person can write.
    pub own_lines_title: &'static str,
    /// In the order of [`crate::domain::handout::OWN_LINES`].
    pub own_lines: [&'static str; 3],
    /// Which of them are empty.
    pub own_lines_missing: fn(&[&str]) -> String,
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
    /// Heads of the columns.
    pub medicine_columns: [&'static str; 5],
    pub tried_columns: [&'static str; 5],
    pub option_columns: [&'static str; 5],
    /// Why a trial of a treatment may not count, in two words.
    pub doubt: fn(Doubt) -> &'static str,
    /// When to judge an option; weeks after the start, or each time.
    pub judge: fn(Option<(u8, u8)>) -> String,
    /// "Since 20 Aug 2026:"
    pub since: fn(NaiveDate) -> String,
    pub number: fn(Number, f64, f64) -> String,
    /// The mean of the diary then and now, with what each rests on.
    pub diary_then_now: fn(&Stretch, &Stretch) -> String,
    pub new_medicines: fn(&str) -> String,
    pub stopped_medicines: fn(&str) -> String,
    pub new_treatments: fn(&str) -> String,
    pub same_as_then: &'static str,
    pub told_label: &'static str,
    pub told: fn(Told) -> &'static str,
    pub belief_label: &'static str,
    pub in_person_label: &'static str,
    pub copy_with_me: &'static str,
    /// "painkillers on 11 of 19 logged days"
    pub painkiller_days: fn(usize, usize) -> String,
    pub sways_worse: &'static str,
    pub sways_better: &'static str,
    pub because: &'static str,
    /// Stands where a text was that is on another page: "see page 3"
    pub see_page: fn(usize) -> String,
    /// The foot of the appendix.
    pub page: fn(usize) -> String,
    /// Behind the number of a page when there is one.
    pub and_appendix: &'static str,
    /// "3 more: see page 3"
    pub more_on_page: fn(usize, usize) -> String,
    /// "3 more warning signs: see page 3"
    pub more_signs_on_page: fn(usize, usize) -> String,
    /// How many rows are on no page.
    pub more_left_out: fn(usize) -> String,
    /// Beside the pages, not on them: what gave way, by its names, once each.
    pub gave_way: fn(&[&str]) -> String,
    /// In place of the picture of a diary with very few days.
    pub few_days: &'static str,
    pub codes: &'static str,
    pub codes_hint: &'static str,
    pub code_title: &'static str,
    pub code_note: &'static str,
    pub appendix_title: &'static str,
    pub appendix_days: &'static str,
    pub appendix_rest: &'static str,
    pub part: fn(Part) -> &'static str,
    pub appendix_columns: [&'static str; 5],
    pub blank_title: &'static str,
    pub blank_note: &'static str,
    pub blank_columns: [&'static str; 7],
    pub yes: &'static str,
    pub no_entry: &'static str,
}
