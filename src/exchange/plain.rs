//! Owns the plain text: the summary that is copied, saved as a file, and read by a phone camera from a code.
//! May use: domain, i18n. Must not: layout; words: those are the one summary's ([`patient_summary`]).

use super::{ExportFile, Record};
use crate::domain::handout::Handout;
use crate::i18n::{Messages, patient_summary};

/// Most characters of the text, breaks of lines counted: what the fields of most letters and messages take.
/// Only lines about safety make it longer; those are never cut.
pub const MOST_CHARACTERS: usize = 2_000;

/// The whole story as text: safety first, then what there is room for.
pub fn text(handout: &Handout, t: &'static Messages) -> String {
    patient_summary(t, handout)
        .within(MOST_CHARACTERS)
        .join("\n")
}

/// The text as a file.
pub fn file(record: &Record, t: &'static Messages) -> ExportFile {
    ExportFile {
        name: "summary.txt".to_owned(),
        mime: "text/plain;charset=utf-8",
        text: format!("{}\n", text(&record.handout, t)),
    }
}
