//! English: words of the summary that stands in every channel.

use super::SummaryWords;
use super::en_phrases::{long_date_year, short_date};
use crate::domain::date::{Datelike, NaiveDate};
use crate::domain::handout::{FilledIn, SignsAsked};
use crate::domain::questionnaire::model::SafetyAnswer;
use crate::domain::questionnaire::response::{DealtWith, HowDealtWith};

pub const EN: SummaryWords = SummaryWords {
    head: |date| {
        format!(
            "Pain report by the patient, {}. Not checked by a clinician.",
            day(date)
        )
    },
    filled_in_label: "Filled in by",
    filled_in,
    signs_label: "Warning signs",
    signs_asked,
    state,
    dealt_with,
    clash_label: "Please check",
    checked_label: "Already looked at by a clinician",
    reaction_label: "What happened",
    not_asked: "not asked",
    withheld: "not given here",
    none_of_those: "none of those asked about",
    unknown: "something that this version of the app cannot name",
    no_medicine: "no medicine",
    no_key_medicine: "none of the kinds that matter most for safety",
    medicines_label: "Medicines",
    diary_label: "Diary",
    left_out: |labels| format!("No room here for: {}.", labels.join(", ")),
};

fn filled_in(who: &FilledIn) -> Option<String> {
    match who {
        FilledIn::NotSaid => None,
        FilledIn::ByPatient => Some("the patient".to_owned()),
        FilledIn::WithHelp(name) if name.is_empty() => Some("the patient, with help".to_owned()),
        FilledIn::WithHelp(name) => Some(format!("the patient, with help from {name}")),
        FilledIn::ByHelper(name) if name.is_empty() => {
            Some("somebody else, for the patient".to_owned())
        }
        FilledIn::ByHelper(name) => Some(format!("{name}, for the patient")),
    }
}

fn day(date: NaiveDate) -> String {
    format!("{} {}", short_date(date), date.year())
}

/// "To report here", since signs about self-harm and safety at home are never told by the paper: no more is claimed.
fn signs_asked(asked: SignsAsked, fired: bool) -> String {
    match (asked, fired) {
        (SignsAsked::No, false) => "not asked yet".to_owned(),
        (SignsAsked::No, true) => "not all asked yet; please check what follows".to_owned(),
        (SignsAsked::UrgentOn(on), false) => {
            format!(
                "only the urgent ones asked, on {}: none to report here",
                day(on)
            )
        }
        (SignsAsked::UrgentOn(on), true) => format!(
            "only the urgent ones asked, on {}; please check what follows",
            day(on)
        ),
        (SignsAsked::PartlyOn(on, n_open), false) => format!(
            "asked on {}, {n_open} without an answer: none to report among the others",
            day(on)
        ),
        (SignsAsked::PartlyOn(on, n_open), true) => format!(
            "asked on {}, {n_open} without an answer; please check what follows",
            day(on)
        ),
        (SignsAsked::AllOn(on), false) => format!("asked on {}: none to report here", day(on)),
        (SignsAsked::AllOn(on), true) => {
            format!("asked on {}; please check what follows", day(on))
        }
    }
}

fn state(answer: SafetyAnswer) -> &'static str {
    match answer {
        SafetyAnswer::No => "No",
        SafetyAnswer::Yes => "Yes",
        SafetyAnswer::New => "New or worse within 14 days",
        SafetyAnswer::OldUnchecked => "For longer, no clinician has looked",
        SafetyAnswer::OldChecked => "For longer, a clinician has looked",
        SafetyAnswer::NotSure => "Not sure",
    }
}

fn dealt_with(dealt: DealtWith) -> String {
    let day = long_date_year(dealt.on);
    match dealt.how {
        HowDealtWith::BeingHelped => format!("Being helped since {day}"),
        HowDealtWith::HelpArranged => format!("Help was arranged on {day}"),
    }
}
