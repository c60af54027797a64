//! Owns what an answer can be. The items themselves are data: `knowledge/questionnaire.toml`.
//! May use: ids. Must not: wording, pages, storage shapes.

use std::collections::BTreeMap;

use crate::domain::ids::{RegionId, TherapyId};

/// A person's answer to one item, as given: nothing is corrected, rounded or guessed here.
#[derive(Debug, Clone, PartialEq)]
pub enum Answer {
    /// The person left the item out on purpose. It counts as unknown, never as "no".
    Skipped,
    /// One option, by its id; also `yes`, `no` and `unsure`.
    Choice(String),
    /// The ticked options, by id, in the order of the definition. Empty means "none of these".
    Choices(Vec<String>),
    /// A step of a scale, from 0 up.
    Level(u8),
    /// A number as it was typed; it may turn out to be impossible, and is kept all the same.
    Number(String),
    /// One number for each option, by option id, as they were typed.
    Numbers(BTreeMap<String, String>),
    /// How long, as it was typed.
    Duration { years: String, months: String },
    /// Height in centimetres and weight in kilograms, as they were typed.
    Body {
        height_cm: String,
        weight_kg: String,
    },
    /// Own words.
    Text(String),
    /// Places on the body map. Empty is not possible: a map without a place is not answered.
    Sites(Vec<Site>),
    /// Medicines in use now, as a list for the specialist. Empty means "none".
    Medicines(Vec<Medicine>),
    /// Treatments tried. Empty means "none so far".
    Tried(Vec<Tried>),
}

/// One place that hurts: one or more regions of the body map that belong together.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Site {
    pub regions: Vec<RegionId>,
    /// Intensities of the last 7 days, 0 to 10.
    pub usual: Option<u8>,
    pub worst: Option<u8>,
    /// Words for its quality, by option id (`burning`, `dull` …).
    pub words: Vec<String>,
    /// There all the time (`true`) or coming and going (`false`).
    pub constant: Option<bool>,
    /// Exactly one site of a response is the main one.
    pub main: bool,
}

/// A medicine in use, in the person's own words.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Medicine {
    pub name: String,
    /// Dose and how often it is really taken, as typed.
    pub dose: String,
    /// How much it helps, 0 to 10.
    pub helps: Option<u8>,
    pub problems: String,
}

/// What a treatment did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Effect {
    Helped,
    NoHelp,
    /// Side effects were the reason to stop, whether it helped or not.
    BadFor,
}

/// A treatment that was tried, with what came of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tried {
    pub therapy: TherapyId,
    /// Unknown when the person cannot say.
    pub effect: Option<Effect>,
    /// Highest dose or number of sessions and how long, as typed.
    pub detail: String,
    pub still_using: bool,
}

/// An answer to a question about warning signs. The words are those of sentence 6.2 in `red_flags.toml`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SafetyAnswer {
    No,
    Yes,
    /// Began or clearly got worse in the last 14 days.
    New,
    /// Longer ago; no clinician has looked at it.
    OldUnchecked,
    /// A clinician has looked at it.
    OldChecked,
    NotSure,
}

impl SafetyAnswer {
    /// Every answer with the word that stands for it in cases and in storage.
    pub const WORDS: [(SafetyAnswer, &'static str); 6] = [
        (SafetyAnswer::No, "no"),
        (SafetyAnswer::Yes, "yes"),
        (SafetyAnswer::New, "new"),
        (SafetyAnswer::OldUnchecked, "old_unchecked"),
        (SafetyAnswer::OldChecked, "old_checked"),
        (SafetyAnswer::NotSure, "not_sure"),
    ];

    /// The word that stands for this answer.
    pub fn word(self) -> &'static str {
        Self::WORDS
            .iter()
            .find(|(answer, _)| *answer == self)
            .map_or("no", |(_, word)| word)
    }

    /// The answer that a word stands for.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::WORDS
            .iter()
            .find(|(_, known)| *known == word)
            .map(|(answer, _)| *answer)
    }

    /// Sentence 6.3: "new", "old_unchecked", "yes" and "not_sure" count as true.
    pub fn is_true(self) -> bool {
        !matches!(self, SafetyAnswer::No | SafetyAnswer::OldChecked)
    }
}
