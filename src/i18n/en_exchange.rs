//! English: words of exported files.

use super::en_phrases::long_date_year;
use super::{ExchangeWords, en_fhir};
use crate::domain::date::NaiveDate;

pub const EN: ExchangeWords = ExchangeWords {
    self_reported: "Self-reported. Not checked by a clinician. Own questions, not validated scores.",
    archive_title: "My pain record",
    archive_about: "This file can be read in any browser, without the app and without internet. It also holds all data: open it in Tailored under “Open a file” to go on from here.",
    archive_answers: "What I told",
    archive_diary: "Diary",
    archive_no_diary: "No diary was kept.",
    diary_columns: ["Day", "Pain", "Worst", "Medicines", "Note"],
    as_of,
    medicines: "Medicines for pain now",
    tried: "Treatments tried",
    wish: "What I most want from the visit",
    questions: "My questions",
    day_event,
    headache_attack: "Headache attack",
    pain_attack: "Pain attack",
    attack_without_end: " (no end written down)",
    report_title: "Pain report by the patient",
    points_to_discuss: "Points to discuss with my specialist",
    pain_now: "Pain, 0 to 10",
    usual_pain_7: "Usual pain in the last 7 days, 0 to 10",
    worst_pain_7: "Worst pain in the last 7 days, 0 to 10",
    days_logged_28: "Days with a diary entry in the last 28 days",
    headache_days_28: "Days with a headache in the last month, as remembered",
    tapped: "chosen by the person on a screen, not asked aloud",
    loinc_notice: "This material contains content from LOINC (loinc.org). LOINC is copyright Regenstrief Institute, Inc. and the LOINC Committee, and is available at no cost under the license at loinc.org/license.",
    fhir: en_fhir::EN,
};

fn as_of(date: NaiveDate) -> String {
    format!("As of {}", long_date_year(date))
}

fn day_event(usual: Option<u8>, worst: Option<u8>, flare: bool) -> String {
    let mut text = match (usual, worst) {
        (Some(usual), Some(worst)) => format!("Pain {usual} of 10, worst {worst}"),
        (Some(usual), None) => format!("Pain {usual} of 10"),
        (None, Some(worst)) => format!("Worst pain {worst} of 10"),
        (None, None) => "Diary entry without a number".to_owned(),
    };
    if flare {
        text.push_str("; flare");
    }
    text
}
