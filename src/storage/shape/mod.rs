//! Owns how data looks on disk: the stored structs, one file per document, and their conversions to and from the domain.
//! May use: domain, serde, serde_json, the frame in `document`. Must not: keys, a back end.
//!
//! The only place that derives serialisation for saved data. A change here that an older text does not fit
//! needs a new version number and a step in `migrate`.

mod arrangements;
mod diary;
mod entry;
mod entry_parts;
mod entry_together;
mod frame;
mod lock;
mod manifest;
mod records;
mod regions;
mod response;
mod settings;
mod tracking;
mod tries;

pub(super) use arrangements::SavedArrangements;
pub(super) use diary::{Change, SavedMonth};
pub use entry_together::put_together;
pub(super) use frame::{BackupFile, EntryFrame};
pub(super) use lock::{SavedLock, Stage, of_sealed_file, sealed_bytes, sealed_file, sealed_text};
pub(super) use manifest::SavedManifest;
pub(super) use response::SavedResponse;
pub(super) use settings::SavedSettings;
pub(super) use tracking::SavedTracking;
pub(super) use tries::SavedTries;

use super::document::{Refusal, Saved};
use super::keys::Part;
use crate::domain::date::{Datelike, NaiveDate, day_from};
use crate::domain::day_rule::FIRST_YEAR;
use crate::domain::questionnaire::possible;

/// The saved text of one part of the data, opened.
/// Its default stands for a key that is not there.
pub(super) trait Document: Default {
    fn parse(part: Part, text: &str) -> Result<Self, Refusal>;
    /// The text to save; None when nothing is left and the key can go.
    fn text(&self) -> Option<String>;
    /// How many of its parts cannot be read.
    fn n_unreadable(&self, part: Part) -> usize;
}

/// The text of one part in the spelling that this version writes.
pub(super) fn normal_text(part: Part, text: &str) -> Result<String, Refusal> {
    fn normal<D: Document>(part: Part, text: &str) -> Result<String, Refusal> {
        // A document without anything in it still has its version.
        Ok(D::parse(part, text)?
            .text()
            .unwrap_or_else(|| text.to_owned()))
    }
    match part {
        Part::Response | Part::Earlier(_) => normal::<SavedResponse>(part, text),
        Part::Settings => normal::<SavedSettings>(part, text),
        Part::Arrangements => normal::<SavedArrangements>(part, text),
        Part::Tracking => normal::<SavedTracking>(part, text),
        Part::Month(_) => normal::<SavedMonth>(part, text),
    }
}

/// Whether a text of one part can be read in each of its pieces.
pub(super) fn reads(part: Part, text: &str) -> bool {
    checks(part, text, false)
}

/// The same, and every number and day in it is one that a person can have meant; `last`: no entry is about a later day.
pub(super) fn is_sound(part: Part, text: &str, last: Option<NaiveDate>) -> bool {
    checks(part, text, true) && days_can_be(part, text, last)
}

/// Whether every entry of a month is about a day that the field for it would take.
fn days_can_be(part: Part, text: &str, last: Option<NaiveDate>) -> bool {
    let Part::Month(month) = part else {
        return true;
    };
    let entries = SavedMonth::parse(part, text).map(|saved| saved.entries(month).value);
    let mut days = entries
        .unwrap_or_default()
        .into_iter()
        .map(|entry| entry.date);
    days.all(|day| day.year() >= FIRST_YEAR && last.is_none_or(|last| day <= last))
}

fn checks(part: Part, text: &str, numbers_too: bool) -> bool {
    fn reads<D: Document>(part: Part, text: &str, is_possible: impl FnOnce(&D) -> bool) -> bool {
        D::parse(part, text).is_ok_and(|saved| saved.n_unreadable(part) == 0 && is_possible(&saved))
    }
    match part {
        Part::Response | Part::Earlier(_) => reads(part, text, |saved: &SavedResponse| {
            let answers = saved.response().value.answers;
            let mut answers = answers.iter();
            !numbers_too || answers.all(|(id, answer)| possible::is_possible(id, answer))
        }),
        Part::Month(month) => reads(part, text, |saved: &SavedMonth| {
            let entries = saved.entries(month).value;
            !numbers_too
                || entries
                    .iter()
                    .all(crate::domain::diary::possible::is_possible)
        }),
        Part::Settings => reads(part, text, |_: &SavedSettings| true),
        Part::Arrangements => reads(part, text, |_: &SavedArrangements| true),
        Part::Tracking => reads(part, text, |_: &SavedTracking| true),
    }
}

/// Saves a plain enum as a word for each variant; a missing variant does not compile.
macro_rules! saved_as_word {
    ($kind:ident { $($variant:ident = $word:literal),+ $(,)? }) => {
        impl crate::storage::document::Saved for $kind {
            type Stored = String;

            fn to_stored(&self) -> String {
                match self {
                    $($kind::$variant => $word.to_owned(),)+
                }
            }

            fn from_stored(word: String) -> Option<Self> {
                match word.as_str() {
                    $($word => Some($kind::$variant),)+
                    _ => None,
                }
            }
        }
    };
}
use saved_as_word;

impl Saved for NaiveDate {
    type Stored = String;

    fn to_stored(&self) -> String {
        self.to_string()
    }

    fn from_stored(stored: String) -> Option<Self> {
        day_from(&stored)
    }
}

impl Saved for String {
    type Stored = String;

    fn to_stored(&self) -> String {
        self.clone()
    }

    fn from_stored(stored: String) -> Option<Self> {
        Some(stored)
    }
}

impl Saved for bool {
    type Stored = bool;

    fn to_stored(&self) -> bool {
        *self
    }

    fn from_stored(stored: bool) -> Option<Self> {
        Some(stored)
    }
}

/// As good as not said: such a field is left out.
fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}
