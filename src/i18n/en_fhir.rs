//! English: words of reports for health records.

use super::FhirWords;
use crate::domain::date::NaiveDate;
use crate::domain::questionnaire::model::SafetyAnswer;

pub const EN: FhirWords = FhirWords {
    questionnaire_title: "Tailored: questions about long-lasting pain",
    questionnaire_copyright: "Own wording. Not a validated instrument.",
    years: "Years",
    months: "Months",
    height: "Height in cm",
    weight: "Weight in kg",
    all_sites: "All parts of the body that hurt, from the list and the map together",
    main_site: "The part of the body of the main place on the map",
    regions: "How many of the five regions of the body hurt, from the map",
    sign_answer,
    signs: "Warning signs",
    signs_asked,
    urgent_asked,
    signs_not_asked: "Warning signs were not asked about yet.",
    no_sign: "Of those that were answered, none was there.",
    sign_counts,
    not_asked: "Not asked yet",
    left_out: "Left out on purpose",
    not_yet: "Still going on",
    in_other_words: "Answered in other words",
    none_named: "None",
    medicines: "Medicines",
    list_of_reactions: "Bad reactions that were asked about",
    list_of_illnesses: "Illnesses that were asked about",
    list_for_pain: "Medicines for pain",
    list_of_kinds: "Kinds of medicine that were asked about",
    of_all_reactions,
    ever_had: "Ever had, as the person says. Whether it is still there was not asked.",
    not_there: "Ruled out",
    not_in_use: "Not in use now",
    helps,
    bought: "Bought without a prescription, or a supplement",
    side_effects,
    since,
    told_on,
    ratings: "Pain in numbers, from the answers",
    counts: "The last four weeks of the diary",
    heads: ["When", "What", "How it was"],
    answer_heads: ["Question", "Answer"],
    worst_of_day: "Worst pain of the day, 0 to 10",
    medicine_taken: "Pain medicine taken on this day",
    medicine: "Medicine, amount, time",
    headache_of_day: "Headache on this day",
    headache_severity: "How strong",
    headache_sign: "What came with it",
    headache_lost: "How much of the day it took",
    medicine_days_28: "Days with pain medicine in the last 28 days, from the diary",
    headache_days_28: "Days with a headache in the last 28 days, from the diary",
    migraine_days_28: "Days with a migraine-like headache in the last 28 days, from the diary",
    days_answered: "Days on which this was answered",
    written_on,
};

fn sign_answer(answer: SafetyAnswer) -> &'static str {
    match answer {
        SafetyAnswer::No => "No",
        SafetyAnswer::Yes => "Yes",
        SafetyAnswer::New => "Yes, it began or clearly got worse in the 14 days before this answer",
        SafetyAnswer::OldUnchecked => "Yes, longer ago, and no clinician has looked at it",
        SafetyAnswer::OldChecked => "Yes, longer ago, and a clinician has looked at it",
        SafetyAnswer::NotSure => "Not sure",
    }
}

fn signs_asked(day: NaiveDate) -> String {
    format!("Asked about on {day}.")
}

fn urgent_asked(day: NaiveDate) -> String {
    format!("Only the urgent ones were asked about, on {day}.")
}

fn sign_counts(n_no: usize, n_open: usize) -> String {
    format!("Answered with no: {n_no}. No answer: {n_open}.")
}

fn of_all_reactions(words: &str) -> String {
    format!("Said of all bad reactions together: “{words}”")
}

fn helps(level: u8) -> String {
    format!("Helps {level} of 10")
}

fn side_effects(problems: &str) -> String {
    format!("Side effects: {problems}")
}

fn since(month: &str) -> String {
    format!("since {month}")
}

fn told_on(day: &str) -> String {
    let is_day = day.len() == "2026-11-20".len();
    format!("told {} {day}", if is_day { "on" } else { "in" })
}

fn written_on(day: NaiveDate) -> String {
    format!("Written on {day}, from memory")
}
