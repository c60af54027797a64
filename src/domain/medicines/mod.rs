//! Owns what a typed medicine means: which substances, how much of each, whether it was taken at all, and what it must
//! not be taken with. One reading for the story, the diary, imports, sums and days.
//! May use: the tables of medicines, facts for the pairs. Must not: guess silently, say what to take, wording of the app.
//!
//! The way of a text: `tokens` (figures, words, signs) → `names` (which medicines, and which figures belong to which) →
//! `reader` (the parts of an amount, and what was not understood) →
//! `adding` (how much of each substance) → `sums` (a day against its limit).

mod adding;
pub mod amounts;
pub mod names;
pub mod not_taken;
pub mod pairs;
mod reader;
pub mod sums;
mod tokens;
pub mod typed;
mod vocabulary;
