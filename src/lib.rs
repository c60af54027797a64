//! Tailored: understand long-lasting pain, record it, and prepare the visit to the specialist.
//!
//! Everything below `domain`, `knowledge`, `storage` (but its browser back end) and `i18n` builds and is tested natively;
//! the feature `app` adds the browser: `platform`, `state` and `ui`.
//! The map of the code and its rules of dependence are in ARCHITECTURE.md.
#![forbid(unsafe_code)]

pub mod domain;
pub mod exchange;
pub mod i18n;
pub mod knowledge;
pub mod storage;

#[cfg(feature = "app")]
pub mod platform;
#[cfg(feature = "app")]
pub mod state;
pub mod ui;
