//! Owns what Tailored knows how to do: questions, warning signs, diary, plan, hand-out.
//! May use: the standard library, chrono's naive dates, the static tables of `knowledge`.
//! Must not: browser, clock, randomness without a given seed, storage shapes, wording of the app, panics.

#![deny(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::unreachable
)]
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::panic))]

pub mod arrangements;
pub mod body_map;
pub mod clinic_form;
pub mod collections;
pub mod date;
pub mod day_rule;
pub mod decimal;
pub mod diary;
pub mod handout;
pub mod help_numbers;
pub mod ids;
pub mod illnesses;
pub mod medicines;
pub mod plan;
pub mod questionnaire;
pub mod random;
pub mod safety;
pub mod scoring;
pub mod settings;
mod spelling;
pub mod treatments;
pub mod trouble;
