//! Owns the diary: entries, days, and what may honestly be said about them.

pub mod entry;
pub mod series;
pub mod stats;
