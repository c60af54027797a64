//! Owns what follows from the treatments that a person used: what a list of medicines adds up to, whether a trial was
//! long and strong enough to count, and which treatment a typed name means.
//! May use: the questionnaire's records, knowledge. Must not: rules, wording, advice.

pub mod amounts;
pub mod search;
pub mod trials;
