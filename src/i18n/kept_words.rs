//! Owns the structure of the words about what is kept: parts that have vanished, and copies into one file.
//! May use: domain types, to name them. Must not: hold a text.

use crate::domain::trouble::{FileTrouble, Missing};

/// Words about what is kept.
pub struct KeptWords {
    /// Heading about parts that have vanished, at least one; and the names of those that it does not name.
    pub missing: fn(&[Missing]) -> (String, Vec<String>),
    pub missing_text: &'static str,
    pub missing_open: &'static str,
    pub missing_known: &'static str,
    /// In place of "nothing is written" where a month cannot be read.
    pub day_not_readable: &'static str,

    // One file for every copy
    pub file_choose: &'static str,
    /// By the name of the file.
    pub file_again: fn(&str) -> String,
    pub file_other: &'static str,
    pub file_text: &'static str,
    pub file_saved: fn(&str) -> String,
    pub file_trouble: fn(FileTrouble) -> &'static str,
}
