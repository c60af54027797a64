//! Owns the structure of the words about what medicines add up to and must not be taken with: a language that lacks one
//! does not compile.
//! May use: domain types, to name them. Must not: hold a text.

use crate::domain::diary::medicines::totals::SumGroup;
use crate::domain::medicines::pairs::Twice;
use crate::domain::medicines::sums::Sum;
use crate::knowledge::Urgency;

/// The words about sums and pairs of medicines.
pub struct MedicineWords {
    // ---- sums
    /// Above sums of a day that stand alike against the limit.
    pub day_title: fn(&SumGroup) -> String,
    /// One line: the sum, what is not in it, and where it stands against the limit.
    pub sum_line: fn(&Sum) -> String,
    /// Medicines that are in no sum because their names are not known, as they were typed.
    pub unknown_title: &'static str,
    pub unknown: fn(&[String]) -> String,
    /// The same for the list of the story, for the day on which most is taken.
    pub list_line: fn(&Sum) -> String,
    /// What to do when the sum is over the most for a day, or may be.
    pub over: &'static str,
    pub over_paracetamol: &'static str,
    pub may_be_over: &'static str,
    /// A substance that was taken under two names.
    pub twice: fn(&Twice) -> String,

    // ---- pairs
    pub clash_title: &'static str,
    /// How soon to ask, under the sentences.
    pub clash_ask: fn(Urgency) -> &'static str,
    /// One of them stands only in the diary of the day.
    pub clash_from_diary: &'static str,
}
