//! Owns the types of the tables about what people type: `substances.toml`, `medicines.toml`, `pairs.toml`, `illnesses.toml`.
//! May use: the other table types. Must not: hold data, evaluate anything.

use std::fmt;

use super::{Cited, Expression, MedicineKind, Word};

/// What people take.
pub struct Substance {
    pub id: &'static str,
    pub kind: SubstanceKind,
    /// The words of `current_meds` that it counts as.
    pub words: &'static [&'static str],
    /// The counter of its medicine days; none when it is no painkiller.
    pub days: Option<&'static MedicineKind>,
    /// What people and packs call it, brands apart: small letters, no accents, a space for a hyphen.
    pub names: &'static [&'static str],
    /// An unknown word that ends so is of this kind.
    pub endings: &'static [&'static str],
    /// Lowest and highest strength of one tablet on the market, in milligrams.
    pub one_mg: Option<(f64, f64)>,
    /// The most that a label allows an ordinary adult in one day, in milligrams.
    pub day_max_mg: Option<f64>,
    /// What a pack from the shop allows without a doctor, where that is less.
    pub pack_max_mg: Option<f64>,
    /// Milligrams of oral morphine that one milligram counts as; none when there is no agreed number.
    pub mme: Option<f64>,
    /// Milligrams of oral morphine a day that one microgram an hour of a patch counts as.
    pub mme_patch: Option<f64>,
    /// Up to so many milligrams it counts as this word instead.
    pub low: Option<(f64, &'static str)>,
    /// A patch of it works in the whole body.
    pub through_skin: bool,
    pub sources: &'static [Cited],
}

impl PartialEq for Substance {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
    }
}

impl Eq for Substance {}

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
    Other,
}

/// A pack that holds several substances, or always the same strength.
#[derive(Debug)]
pub struct Mix {
    pub names: &'static [&'static str],
    /// In the order in which the pack prints their strengths.
    pub parts: &'static [MixPart],
    pub days: Option<&'static MedicineKind>,
    pub sources: &'static [Cited],
}

impl PartialEq for Mix {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

impl Eq for Mix {}

/// One substance of a mix.
#[derive(Debug, PartialEq)]
pub struct MixPart {
    pub substance: &'static Substance,
    /// Least and most milligrams in one; none when it has to be typed.
    pub mg: Option<(f64, f64)>,
}

/// A name with what it means.
pub struct MedicineName {
    pub name: &'static str,
    pub means: Named,
}

/// What a name means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Named {
    /// The substance itself.
    Substance(&'static Substance),
    /// A pack of one maker with this substance.
    Brand(&'static Substance),
    Mix(&'static Mix),
    /// A form that is put on the skin.
    OnSkin,
    /// Something that is none of ours, and must not be taken for one.
    Other,
}

/// Two medicines, or a medicine and something about the person, that can harm together.
#[derive(Debug)]
pub struct Pair {
    pub id: &'static str,
    /// Words of `current_meds` or ids of substances.
    pub one: &'static [&'static str],
    /// The same for the other medicine; empty when the danger lies in `when`.
    pub other: &'static [&'static str],
    /// A third medicine that has to be there too, by such words; empty when there is none.
    pub third: &'static [&'static str],
    /// What else has to be true.
    pub when: Option<Expression>,
    /// The sentence, with `{one}`, `{other}` and `{third}` for the names.
    pub say: &'static str,
    pub urgency: Urgency,
    pub sources: &'static [Cited],
}

impl PartialEq for Pair {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
    }
}

/// How soon to ask about a pair. Never a reason to stop a regular medicine alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Urgency {
    Today,
    /// In the next few days.
    Days,
    /// This week, or at the next talk about medicines.
    Week,
}

/// What a word of `current_meds` is called in a sentence, while nobody knows which medicine it is.
pub struct MedicineClass {
    pub word: &'static str,
    /// "a blood thinner".
    pub name: &'static str,
    /// Words that it counts as too.
    pub also: &'static [&'static str],
}

/// What people call an illness, and what that may count as.
#[derive(Debug, PartialEq)]
pub struct Illness {
    /// Words of `conditions`, each to be asked; none for what only looks like one of ours.
    pub words: &'static [Word],
    /// All in one text, with "|" between them.
    pub(super) names: &'static str,
}

impl Illness {
    /// Small letters without accents, words with one space between them.
    pub fn names(&self) -> impl Iterator<Item = &'static str> {
        self.names.split('|')
    }
}
