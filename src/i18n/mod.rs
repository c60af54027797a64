//! Owns the words of the app itself; clinical texts are in `knowledge`.
//! May use: domain types, to name them. Must not: leptos, the browser, saved data.

mod en;
mod en_assessment;
pub mod en_conditions;
mod en_exchange;
mod en_handout;
mod en_phrases;
mod en_trouble;
mod exchange_words;
mod messages;
mod messages_assessment;
pub mod words;

pub use exchange_words::ExchangeWords;
pub use messages::{AboutSection, BodyMapWords, Messages};
pub use messages_assessment::AssessmentWords;

/// The languages of the app.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Lang {
    #[default]
    English,
}

/// The texts of a language.
pub fn messages(lang: Lang) -> &'static Messages {
    match lang {
        Lang::English => &en::EN,
    }
}
