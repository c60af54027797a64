//! Owns the structure of the words about looking back: a language that lacks one does not compile.
//! May use: domain types, to name them. Must not: hold a text.

use crate::domain::date::NaiveDate;
use crate::domain::diary::insight::change::{BeforeAfter, Change, Level, TooEarly};
use crate::domain::diary::looking_back::{Apart, PainPicture, Period};
use crate::domain::diary::months::CountedMonth;
use crate::domain::diary::places::Places;
use crate::domain::diary::tracking::MarkKind;
use crate::domain::diary::weeks::Bin;

/// The words of the pages that look back on the diary.
pub struct LookWords {
    pub how_far: &'static str,
    pub period: fn(Period) -> &'static str,
    /// A value of the scale, to the half point.
    pub level: fn(f64) -> String,
    /// Month and year, for charts of more than a year.
    pub month: fn(NaiveDate) -> String,

    // ---- pain over the period, against a baseline
    pub change_heading: fn(Option<&Result<Change, TooEarly>>) -> &'static str,
    pub change_text: fn(Option<&Result<Change, TooEarly>>) -> String,
    pub change_range: fn(&Change) -> Option<String>,
    pub pain_title: fn(&PainPicture) -> String,
    pub pain_said: fn(&PainPicture) -> String,
    pub clear_line: &'static str,
    pub large_line: &'static str,
    pub legend_point: fn(usize) -> &'static str,
    pub legend_flare: &'static str,
    pub legend_free: &'static str,
    pub legend_gap: fn(usize) -> &'static str,
    pub legend_mean: &'static str,
    pub legend_band: &'static str,
    pub legend_large: &'static str,
    pub marks_in_chart: &'static str,
    pub left_empty: &'static str,
    /// After four weeks that were alike.
    pub alike: &'static str,
    pub alike_text: &'static str,
    pub alike_link: &'static str,
    pub column_from: &'static str,
    pub column_logged: &'static str,
    pub column_usual: &'static str,
    pub column_worst: &'static str,

    // ---- the baseline
    pub baseline: &'static str,
    pub baseline_text: &'static str,
    pub baseline_now: fn(&Level) -> String,
    pub baseline_first: &'static str,
    pub baseline_odd: &'static str,
    pub baseline_sparse: fn(usize) -> String,
    pub baseline_default: &'static str,

    // ---- by weekday and time of day
    pub times: &'static str,
    pub times_link: &'static str,
    pub weekdays: &'static str,
    pub day_times: &'static str,
    /// The four quarters of a day, from midnight on: short for the picture, long for the table.
    pub quarters: [(&'static str, &'static str); 4],
    pub apart_weekdays: fn(Apart) -> String,
    pub apart_day_times: fn(Apart) -> String,
    pub bins_said: fn(&[Bin]) -> String,
    pub no_test: &'static str,
    pub column_mean: &'static str,
    pub column_numbers: &'static str,
    pub column_weekday: &'static str,
    pub column_time: &'static str,

    // ---- where it hurt
    pub places: &'static str,
    pub places_link: &'static str,
    pub places_few: fn(usize) -> String,
    pub places_said: fn(&Places) -> String,
    pub places_basis: fn(&Places) -> String,
    pub places_key: &'static str,
    pub places_map: fn(&str) -> String,
    pub column_place: &'static str,
    pub column_days: &'static str,
    pub column_strength: &'static str,

    // ---- headache, migraine and medicine days
    pub counts: &'static str,
    pub counts_link: &'static str,
    pub headache_days: &'static str,
    pub headache_said: fn(&CountedMonth) -> String,
    pub headache_rule: &'static str,
    pub headache_key: &'static str,
    pub medicine_days: &'static str,
    pub medicine_said: fn(&CountedMonth) -> String,
    pub medicine_limits: &'static str,
    pub months_said: fn(&[CountedMonth]) -> String,
    pub months_last: fn(usize) -> String,
    pub column_28_days: &'static str,
    pub column_headache: &'static str,
    pub column_migraine: &'static str,
    pub column_medicine: &'static str,
    pub column_answered: &'static str,

    // ---- before and after a change of treatment
    pub changes: &'static str,
    pub changes_link: &'static str,
    pub changes_text: &'static str,
    pub changes_none: &'static str,
    pub changes_none_text: &'static str,
    pub changes_add: &'static str,
    pub by_itself: &'static str,
    pub by_itself_text: &'static str,
    pub one_at_a_time: &'static str,
    pub around_heading: fn(&BeforeAfter) -> &'static str,
    pub around_text: fn(&BeforeAfter) -> String,
    pub around_by_itself: fn(&BeforeAfter) -> String,
    pub around_title: fn(NaiveDate) -> String,
    pub around_key: &'static str,
    pub too_early: &'static str,
    pub too_early_text: fn(TooEarly, NaiveDate, NaiveDate) -> String,
    pub before: &'static str,
    pub after: &'static str,
    pub expected: &'static str,
    pub n_of_14: fn(usize) -> String,
    pub mark_kind: fn(MarkKind) -> &'static str,
}
