//! Owns the types of the table of honest numbers: of 100 people with an option and 100 without it.
//! May use: the other table types. Must not: hold data, evaluate, word anything.
//!
//! `docs/numbers.md` says how the numbers were chosen and how they may be worded: never rank options by them,
//! never turn an average into people, and always say who was studied, compared with what, when, and how sure it is.

use std::fmt;

use super::{Cited, Expression, Therapy};

/// One comparison that was seen in its source.
pub struct HonestNumber {
    pub therapy: &'static Therapy,
    /// Who was studied, in words; it stands beside each number.
    pub people_studied: &'static str,
    /// Whether these people are like the person (`populations.toml`).
    pub fits: Expression,
    /// They had any kind of long-lasting pain, so a number about one kind says more.
    pub any_pain: bool,
    /// What counted as better, as the source defines it.
    pub outcome: &'static str,
    pub benefit: Benefit,
    pub versus: Versus,
    /// The nearest week of the count; 0 for minutes or hours.
    pub weeks: u16,
    /// When it was really counted, in words; it stands instead of `weeks`.
    pub counted: Option<&'static str>,
    /// Attacks were counted, not people.
    pub of_attacks: bool,
    /// People, or attacks, in the comparison or the review.
    pub n_people: Option<u32>,
    pub sure: Sure,
    /// Empty: this source did not count harms. Never "no harms".
    pub harms: &'static [Harm],
    /// Where the harms come from, when it is not `sources`.
    pub harm_sources: &'static [Cited],
    pub sources: &'static [Cited],
}

/// What an option did on top of the comparison.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Benefit {
    /// Of 100 people, how many were clearly better with and without it.
    Count { with: u8, without: u8 },
    /// Mean change on a scale; a difference above 0 is better with the option. Never people.
    Average {
        difference: f64,
        scale: Scale,
        /// With and without it, where both are printed.
        changes: Option<(f64, f64)>,
    },
    /// Only "so many more of 100" is known.
    Difference { more: u8 },
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scale {
    ToTen,
    ToHundred,
    DaysInFourWeeks,
    AttacksInFourWeeks,
    Minutes,
    Days,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Versus {
    Placebo,
    Sham,
    UsualCare,
    WaitingList,
    OtherTreatment,
}

/// How sure the source is, by its own grade.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sure {
    High,
    Moderate,
    Low,
    VeryLow,
    NotRated,
}

/// A harm, in the same size and colour as the benefit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Harm {
    pub what: &'static str,
    pub count: HarmCount,
}

/// Of 100 people.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HarmCount {
    Both {
        with: u8,
        without: u8,
    },
    /// Counted only in those who had it.
    With(u8),
    /// Only the difference is known.
    More(u8),
}

impl PartialEq for HonestNumber {
    fn eq(&self, other: &Self) -> bool {
        self.therapy == other.therapy && self.people_studied == other.people_studied
    }
}

impl fmt::Debug for HonestNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "HonestNumber({}, {})",
            self.therapy.id, self.people_studied
        )
    }
}
