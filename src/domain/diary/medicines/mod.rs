//! Owns what follows from the medicines in a diary: days a month by kind, and sums of a day.
//! May use: entries, dates, the reading of medicines. Must not: say what to take; unknown stays unknown.

pub mod days;
pub mod relief;
pub mod told;
pub mod totals;
