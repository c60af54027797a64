//! Owns the types of the tables about treatments that a person used: `substances.toml` and `trials.toml`.
//! May use: the other table types. Must not: hold data, evaluate anything.

use std::fmt;

use super::{Cited, Therapy};

/// A substance in pain medicines.
pub struct Substance {
    pub id: &'static str,
    pub kind: SubstanceKind,
    /// What people and packs call it, in small letters.
    pub names: &'static [&'static str],
    /// The most that a label allows an ordinary adult in one day, in milligrams.
    pub day_max_mg: Option<f64>,
    /// What a pack from the shop allows without a doctor, where that is less.
    pub pack_max_mg: Option<f64>,
    /// Milligrams of oral morphine that one milligram counts as; none when there is no agreed number.
    pub mme: Option<f64>,
    /// Milligrams of oral morphine a day that one microgram an hour of a patch counts as.
    pub mme_patch: Option<f64>,
    pub sources: &'static [Cited],
}

impl PartialEq for Substance {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
    }
}

impl fmt::Debug for Substance {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Substance({})", self.id)
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SubstanceKind {
    Paracetamol,
    Nsaid,
    Opioid,
}

/// A pack that holds several substances.
pub struct Mix {
    pub names: &'static [&'static str],
    /// In the order in which the pack prints their strengths.
    pub parts: &'static [&'static Substance],
    pub sources: &'static [Cited],
}

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
