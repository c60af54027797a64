//! Owns the diary: entries, days, and what may honestly be said about them.

pub mod attack;
pub mod entry;
pub mod headache;
pub mod insight;
pub mod looking_back;
pub mod medicines;
pub mod months;
pub mod noted;
pub mod places;
pub mod possible;
pub mod series;
pub mod stats;
pub mod taken;
pub mod tracking;
pub mod week_card;
pub mod weeks;
