//! Views. May use: state, i18n, knowledge texts, domain types for matching.
//! Must not: storage, calculations, web-sys calls beyond focus and scroll.

pub mod route;

#[cfg(feature = "app")]
mod app;
#[cfg(feature = "app")]
mod chunk;
#[cfg(feature = "app")]
pub mod components;
#[cfg(feature = "app")]
mod handout;
#[cfg(feature = "app")]
mod inside;
#[cfg(feature = "app")]
mod navigation;
#[cfg(feature = "app")]
mod pages;
/// How an answer is said in words.
#[cfg(feature = "app")]
use crate::i18n::words;

#[cfg(feature = "app")]
pub use app::App;
