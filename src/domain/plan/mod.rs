//! Owns the plan: facts, rules and the list of options that follows from them.
//! May use: knowledge, safety. Must not: clock, wording of its own, pages.
//!
//! The sentences named in these modules are those of the header of `plan_rules.toml`.

pub mod around;
pub mod combinations;
pub mod deciding;
pub mod derive;
pub mod engine;
pub mod facts;
mod fit;
pub mod logic;
pub mod model;
pub mod numbers;
mod order;
pub mod packages;
pub mod reading;
mod texts;
pub mod told;
pub mod tried;
