//! Owns the structure of the words in exported files. What machines read (columns, codes) is not among them.
//! May use: domain types, to name them. Must not: hold a text.

use super::FhirWords;
use crate::domain::date::NaiveDate;

/// Words of exported files.
pub struct ExchangeWords {
    /// Stands at the top of everything that leaves the app.
    pub self_reported: &'static str,
    pub archive_title: &'static str,
    /// What the archive is and how to open it again.
    pub archive_about: &'static str,
    pub archive_answers: &'static str,
    pub archive_diary: &'static str,
    pub archive_no_diary: &'static str,
    /// Heads of the columns: day, pain, worst, medicines, note.
    pub diary_columns: [&'static str; 5],
    /// The state of the content.
    pub as_of: fn(NaiveDate) -> String,
    pub medicines: &'static str,
    pub tried: &'static str,
    pub wish: &'static str,
    pub questions: &'static str,
    /// An event of the calendar: usual and worst pain of a day.
    pub day_event: fn(Option<u8>, Option<u8>, bool) -> String,
    pub headache_attack: &'static str,
    pub pain_attack: &'static str,
    /// Stands behind the name of an attack of which no end is written down.
    pub attack_without_end: &'static str,
    pub report_title: &'static str,
    pub points_to_discuss: &'static str,
    /// Names of observations in health records.
    pub pain_now: &'static str,
    pub usual_pain_7: &'static str,
    pub worst_pain_7: &'static str,
    pub days_logged_28: &'static str,
    pub headache_days_28: &'static str,
    pub tapped: &'static str,
    pub loinc_notice: &'static str,
    pub fhir: FhirWords,
}
