//! Owns the structure of the words about the last days of the diary: a language that lacks one does not compile.
//! May use: domain types, to name them. Must not: hold a text.

use crate::domain::date::NaiveDate;
use crate::domain::diary::insight::counts::Counted;
use crate::domain::diary::insight::{Finding, Lack};
use crate::domain::diary::week_card::{NotYet, Sentence};

/// The words of the week card, of the last days on Today, and of the counts before there is a finding.
pub struct WeekWords {
    /// A sentence of a card of so many days.
    pub sentence: fn(&Sentence, usize) -> String,
    pub title: fn(usize) -> &'static str,
    pub from_to: fn(NaiveDate, NaiveDate) -> String,
    pub not_yet: fn(NotYet, usize) -> String,
    pub short: &'static str,
    pub day_by_day: &'static str,
    pub wrote_down: &'static str,
    pub your_words: &'static str,
    pub counts_only: &'static str,
    pub open_week: &'static str,
    pub open_month: &'static str,
    pub before: fn(usize) -> &'static str,
    pub after: fn(usize) -> &'static str,
    pub print: &'static str,

    // ---- counts of what is watched, before there is a finding
    pub so_far: &'static str,
    pub so_far_text: &'static str,
    pub counted: fn(&Counted) -> String,
    pub days_to_go: fn(Lack) -> Option<String>,
    pub why_not_yet: &'static str,
    pub why_text: &'static str,
    pub missing: fn(&Finding) -> String,
}
