//! Owns the structure of the words of the page of one option and of two side by side: a language that lacks one does not
//! compile.
//! May use: domain types, to name them. Must not: hold a text.

use crate::domain::plan::around::Relation;
use crate::knowledge::{Harm, HonestNumber, Therapy, TherapyGroup};

/// A harm in words, and of 100 people how many have it with the option and without it, where both are known.
pub type HarmSaid = (String, Option<(u8, u8)>);

/// A count of 100 in three sentences, each beside its mark.
pub struct OfHundred {
    /// Better also without it.
    pub anyway: (u8, String),
    /// Better with it on top of that.
    pub more: (u8, String),
    /// The others.
    pub rest: String,
}

/// The words of the page of one option.
pub struct OptionWords {
    // ---- how much it helps
    pub how_much: &'static str,
    /// "Of 100 people", or of 100 attacks.
    pub of_hundred: fn(&HonestNumber) -> &'static str,
    /// What counted as better.
    pub outcome: fn(&HonestNumber) -> String,
    /// The picture of 100 in words; nothing where people were not counted with and without it.
    pub counted: fn(&HonestNumber) -> Option<OfHundred>,
    /// An average or a difference: the size in big letters, and the sentence under it.
    pub size: fn(&HonestNumber) -> Option<(String, String)>,
    /// Who was studied, when it was counted, how sure it is.
    pub basis: fn(&HonestNumber) -> String,
    /// People knew what they got.
    pub was_open: &'static str,
    pub which_one: &'static str,
    pub harms: &'static str,
    pub harms_not_counted: &'static str,
    pub harm: fn(&Harm) -> HarmSaid,
    pub no_count: &'static str,
    pub no_count_like_you: &'static str,
    pub other_people: &'static str,
    pub also_counted: &'static str,

    // ---- what you do
    pub what_you_do: &'static str,
    pub what_it_takes: &'static str,
    /// The least time and number of sessions of a fair trial.
    pub fair_trial: fn(Option<u16>, Option<u16>) -> Option<String>,
    pub cost: &'static str,

    // ---- first step
    pub first_step: &'static str,
    pub step_first: &'static str,
    pub step_who: fn(&Therapy) -> String,
    pub step_say: fn(&str) -> String,
    pub step_before: &'static str,
    pub step_judge: &'static str,
    pub step_stop: &'static str,
    /// None where it is done once.
    pub stop: fn(TherapyGroup) -> Option<&'static str>,

    // ---- questions, and what goes with it
    pub take_along: &'static str,
    pub take_along_text: &'static str,
    pub goes_with: &'static str,
    pub relation: fn(Relation) -> &'static str,
    pub goes_with_none: &'static str,
    pub go_wrong: &'static str,

    // ---- two side by side
    pub compare: &'static str,
    pub compare_link: &'static str,
    pub compare_one: &'static str,
    pub compare_other: &'static str,
    pub row_fits: &'static str,
    pub row_guidelines: &'static str,
    pub row_people: &'static str,
    pub row_do: &'static str,
    pub row_judge: &'static str,
    pub row_risk: &'static str,
    pub row_first: &'static str,
    pub row_view: &'static str,
    pub no_good_count: &'static str,
    pub fits_none: &'static str,
    pub both: &'static str,
    pub both_one_first: &'static str,
    pub both_medicines: &'static str,
    pub compare_too_few: &'static str,
}
