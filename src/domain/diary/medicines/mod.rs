//! Owns what follows from the medicines in a diary: days a month by kind, and sums of a day.
//! May use: entries, dates, the table of pain medicines. Must not: say what to take; unknown stays unknown.

pub mod days;
pub mod relief;
pub mod totals;
pub mod typed;
