//! Owns the structure of the words about what is kept: parts that have vanished, and copies into one file.
//! May use: domain types, to name them. Must not: hold a text.

use crate::domain::trouble::{FileTrouble, SavedPart, UnreadPart};

/// Words about what is kept.
pub struct KeptWords {
    /// Heading about parts that have vanished, at least one; and the names of those that it does not name.
    pub missing: fn(&[SavedPart]) -> (String, Vec<String>),
    pub missing_text: &'static str,
    pub missing_open: &'static str,
    pub missing_known: &'static str,
    /// Heading about parts that cannot be read, at least one; and the names of those that it does not name.
    pub unread_here: fn(&[UnreadPart]) -> (String, Vec<String>),
    pub unread_here_text: &'static str,
    pub unread_here_go_on: &'static str,
    /// In place of pages and files that would tell of these parts as if nothing had been said.
    pub held_back: &'static str,
    pub held_back_text: &'static str,
    /// Heading about parts that were spoilt and are whole again.
    pub mended: fn(&[SavedPart]) -> (String, Vec<String>),
    pub mended_text: &'static str,
    pub mended_known: &'static str,
    /// What was lost while the app was open, and is there again.
    pub back: &'static str,
    pub back_text: &'static str,

    /// The list of what was saved cannot be read.
    pub list_spoilt: &'static str,
    pub list_spoilt_text: &'static str,
    pub list_spoilt_look: &'static str,
    pub list_spoilt_known: &'static str,
    /// In place of "nothing is written" where a month cannot be read.
    pub day_not_readable: &'static str,

    // What could not be saved at first
    pub try_again: &'static str,
    pub saved_late: &'static str,
    pub saved_late_text: &'static str,

    // What in a file cannot be read
    /// By how many parts.
    pub unread: fn(usize) -> String,
    /// So many entries or answers of a part; none: the whole of it.
    pub unread_how_much: fn(Option<usize>) -> String,
    /// Which answers these are, by the names of their pieces; those without a name of their own are left out.
    pub unread_which: fn(&[String]) -> Vec<&'static str>,
    pub unread_before: &'static str,
    pub unread_after: &'static str,
    pub unread_all: &'static str,
    pub unread_older_copy: &'static str,
    pub unread_rest_is_here: &'static str,
    pub unread_stays_in_file: &'static str,
    pub file_says_nothing: &'static str,
    pub changes_details: &'static str,

    // One file for every copy
    pub file_choose: &'static str,
    /// By the name of the file.
    pub file_again: fn(&str) -> String,
    pub file_other: &'static str,
    pub file_text: &'static str,
    pub file_saved: fn(&str) -> String,
    pub file_trouble: fn(FileTrouble) -> &'static str,
}
