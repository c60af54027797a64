//! Owns the words of the app itself; clinical texts are in `knowledge`.
//! May use: domain types, to name them. Must not: leptos, the browser, saved data.

mod agreed_words;
mod days_words;
mod en;
mod en_agreed;
mod en_assessment;
pub mod en_conditions;
mod en_days;
mod en_diary;
mod en_diary_phrases;
mod en_exchange;
mod en_fhir;
mod en_first_screen;
mod en_form;
mod en_handout;
mod en_import;
mod en_kept;
mod en_look;
mod en_look_phrases;
mod en_medicines;
mod en_option;
mod en_paper;
mod en_phrases;
mod en_plan;
mod en_plan_page;
mod en_results;
mod en_safety;
mod en_share;
mod en_summary;
mod en_trouble;
mod en_week;
mod exchange_words;
mod fhir_words;
mod first_screen;
mod form_words;
mod import_words;
mod kept_words;
mod look_words;
mod medicine_words;
mod messages;
mod messages_assessment;
mod messages_diary;
mod option_words;
mod paper_words;
mod patient_summary;
mod plan_page_words;
mod plan_words;
mod safety_words;
mod share_words;
mod sheets;
mod sheets_told;
mod summary_words;
mod week_words;
pub mod words;

pub use agreed_words::AgreedWords;
pub use days_words::DaysWords;
pub use exchange_words::ExchangeWords;
pub use fhir_words::FhirWords;
pub use first_screen::FirstScreen;
pub use form_words::FormWords;
pub use import_words::ImportWords;
pub use kept_words::KeptWords;
pub use look_words::LookWords;
pub use medicine_words::MedicineWords;
pub use messages::{AboutSection, BodyMapWords, Messages};
pub use messages_assessment::AssessmentWords;
pub use messages_diary::DiaryWords;
pub use option_words::{OfHundred, OptionWords};
pub use paper_words::PaperWords;
pub use patient_summary::patient_summary;
pub use plan_page_words::PlanPageWords;
pub use plan_words::PlanWords;
pub use safety_words::SafetyWords;
pub use share_words::ShareWords;
pub use sheets::{own_words, sheets};
pub use summary_words::SummaryWords;
pub use week_words::WeekWords;

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

/// The words of the pages around the plan in a language.
pub fn plan_words(lang: Lang) -> &'static PlanWords {
    match lang {
        Lang::English => &en_plan::PLAN_WORDS_EN,
    }
}

/// The words of the plan page in a language.
pub fn plan_page_words(lang: Lang) -> &'static PlanPageWords {
    match lang {
        Lang::English => &en_plan_page::PLAN_PAGE_EN,
    }
}

/// The words of the page of one option in a language.
pub fn option_words(lang: Lang) -> &'static OptionWords {
    match lang {
        Lang::English => &en_option::OPTION_EN,
    }
}

/// The words about looking back on the diary in a language.
pub fn look_words(lang: Lang) -> &'static LookWords {
    match lang {
        Lang::English => &en_look::LOOK_WORDS_EN,
    }
}

/// The words about the last days of the diary in a language.
pub fn week_words(lang: Lang) -> &'static WeekWords {
    match lang {
        Lang::English => &en_week::WEEK_WORDS_EN,
    }
}

/// The words about opening files of other apps in a language.
pub fn import_words(lang: Lang) -> &'static ImportWords {
    match lang {
        Lang::English => &en_import::EN,
    }
}

/// The words about what medicines add up to and must not be taken with, in a language.
pub fn medicine_words(lang: Lang) -> &'static MedicineWords {
    match lang {
        Lang::English => &en_medicines::MEDICINE_WORDS_EN,
    }
}

/// The words of the first screen in a language. They stand alone, so that the others can arrive later.
pub fn first_screen(lang: Lang) -> &'static FirstScreen {
    match lang {
        Lang::English => &en_first_screen::FIRST_SCREEN_EN,
    }
}

/// The words about a clinic's own form in a language.
pub fn form_words(lang: Lang) -> &'static FormWords {
    match lang {
        Lang::English => &en_form::EN,
    }
}
