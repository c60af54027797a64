//! Owns the structure of the words about what is kept: parts that have vanished, and copies into one file.
//! May use: domain types, to name them. Must not: hold a text.

use crate::domain::trouble::Missing;

/// Words about what is kept.
pub struct KeptWords {
    /// Heading and text about parts that have vanished; at least one.
    pub missing: fn(&[Missing]) -> (String, String),
    pub missing_open: &'static str,
    pub missing_known: &'static str,
}
