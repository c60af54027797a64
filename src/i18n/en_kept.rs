//! English: words about what is kept. What happened, what is safe, what to do.

use super::KeptWords;
use super::en_phrases::{long_date_year, month_year};
use crate::domain::trouble::Missing;

pub const EN: KeptWords = KeptWords {
    missing,
    missing_open: "Open a copy",
    missing_known: "I know",
};

const WHAT_TO_DO: &str = "It was saved here, and this browser has lost it. We deleted nothing, and everything else is still here. If you have saved a copy, open it: what is missing comes back.";

fn missing(parts: &[Missing]) -> (String, String) {
    let names: Vec<String> = parts.iter().map(name).collect();
    match (parts, names.as_slice()) {
        ([part], [name]) => {
            let verb = match part {
                Missing::Month(_) | Missing::Followed => "is",
                Missing::Answers
                | Missing::EarlierAnswers(_)
                | Missing::Settings
                | Missing::Arrangements => "are",
            };
            (format!("{name} {verb} missing"), WHAT_TO_DO.to_owned())
        }
        (_, names) => {
            let list = names.join(" · ");
            (
                "Some of what you saved is missing".to_owned(),
                format!("{list}. {WHAT_TO_DO}"),
            )
        }
    }
}

fn name(part: &Missing) -> String {
    match part {
        Missing::Answers => "Your answers".to_owned(),
        Missing::EarlierAnswers(began) => {
            format!("Your answers of {}", long_date_year(*began))
        }
        Missing::Settings => "Your settings".to_owned(),
        Missing::Arrangements => "Your reasons and agreements".to_owned(),
        Missing::Followed => "What you follow in the diary".to_owned(),
        Missing::Month(first) => format!("Your diary of {}", month_year(*first)),
    }
}
