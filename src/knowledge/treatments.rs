//! Owns the types of the table about trials of treatments: `trials.toml`.
//! May use: the other table types. Must not: hold data, evaluate anything.

use super::{Cited, Therapy};

/// Everyday names of a treatment, and how much of it must have been tried before "it did not help" can count.
pub struct Trial {
    pub therapy: &'static Therapy,
    /// What people call it, in small letters, besides its name in the catalogue.
    pub names: &'static [&'static str],
    /// The least number of weeks.
    pub weeks: Option<u16>,
    /// The least number of sessions, courses or injections.
    pub sessions: Option<u16>,
    /// The least daily dose of each substance.
    pub doses: &'static [TrialDose],
    /// Empty when nothing but names is stated.
    pub sources: &'static [Cited],
}

/// The low end of the daily range of a substance that was studied.
pub struct TrialDose {
    /// In small letters.
    pub name: &'static str,
    /// Milligrams a day.
    pub mg: f64,
}
