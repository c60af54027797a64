//! Owns what an answer can be. The items themselves are data: `knowledge/questionnaire.toml`.
//! May use: records. Must not: wording, pages, storage shapes.

use std::collections::BTreeMap;

pub use super::records::{
    Diagnosis, Effect, Goal, Medicine, MonthYear, Often, Site, TestDone, Told, Tried, Unit,
};

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
    /// Own words for each option, by option id.
    Texts(BTreeMap<String, String>),
    /// Places on the body map. Empty is not possible: a map without a place is not answered.
    Sites(Vec<Site>),
    /// Medicines in use now, as a list for the specialist. Empty means "none".
    Medicines(Vec<Medicine>),
    /// Treatments tried. Empty means "none so far".
    Tried(Vec<Tried>),
    /// What the person was told they have. Empty means "nothing so far".
    Diagnoses(Vec<Diagnosis>),
    /// Tests and examinations done. Empty means "none".
    Tests(Vec<TestDone>),
    /// What the person wants to be able to do. Empty is not possible.
    Goals(Vec<Goal>),
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
