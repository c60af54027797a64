//! English: sentences that are put together from parts, and words for the values of the domain.

use crate::domain::date::{Datelike, NaiveDate};
use crate::domain::diary::entry::CanDo;
use crate::domain::handout::FilledIn;
use crate::domain::plan::model::Section;
use crate::domain::questionnaire::response::View;
use crate::knowledge::units::{self, counted};
use crate::knowledge::{Class, Evidence, Level, Strength, TherapyGroup};

pub use super::en_handout::{impact, site_line, summary};
pub use super::en_trouble::trouble;

pub fn hello_name(name: &str) -> String {
    format!("Hello, {name}")
}

pub fn today_open(questions: usize, minutes: usize) -> String {
    format!(
        "{} left, about {}.",
        counted(questions, "question is", "questions are"),
        counted(minutes, "minute", "minutes")
    )
}

pub fn part_of(part: usize, parts: usize, name: &str) -> String {
    format!("Part {part} of {parts}: {name}")
}

pub fn question_of(question: usize, questions: usize) -> String {
    format!("Question {question} of {questions}")
}

pub fn minutes_left(minutes: usize) -> String {
    match minutes {
        0 => "nothing left to answer".to_owned(),
        minutes => format!("about {} left", counted(minutes, "minute", "minutes")),
    }
}

pub fn of_ten(level: u8) -> String {
    format!("{level} of 10")
}

pub fn number_label(unit: Option<&str>) -> String {
    let unit = unit.unwrap_or("number");
    let mut letters = unit.chars();
    letters
        .next()
        .map(|first| first.to_uppercase().chain(letters).collect())
        .unwrap_or_default()
}

pub fn number_with_unit(typed: &str, unit: Option<&str>) -> String {
    units::typed_with_unit(typed, unit.unwrap_or_default())
}

pub fn duration(years: &str, months: &str) -> String {
    units::years_and_months(years, months)
}

pub fn body(height: &str, weight: &str) -> String {
    format!("{} cm, {} kg", height.trim(), weight.trim())
}

pub fn most_chosen(most: u8) -> String {
    format!("You have chosen {most}. To choose another, untick one first.")
}

pub fn n_chosen(count: usize) -> String {
    if count == 0 {
        String::new()
    } else {
        format!("{count} chosen")
    }
}

pub fn medicine_remove(name: &str) -> String {
    if name.trim().is_empty() {
        "Take this one off".to_owned()
    } else {
        format!("Take {} off the list", name.trim())
    }
}

pub fn therapy_group(group: TherapyGroup) -> &'static str {
    match group {
        TherapyGroup::Medicine => "Medicines",
        TherapyGroup::Physical => "Movement and hands-on",
        TherapyGroup::Psych => "Thoughts, feelings, sleep",
        TherapyGroup::Procedure => "Injections, devices, operations",
        TherapyGroup::Programme => "Pain programmes",
        TherapyGroup::Selfcare => "Everyday life",
        TherapyGroup::Social => "People and money",
        TherapyGroup::Test => "Tests and referrals",
    }
}

pub fn usual_worst(usual: Option<u8>, worst: Option<u8>) -> String {
    match (usual, worst) {
        (Some(usual), Some(worst)) => format!("usual {usual}, worst {worst} of 10"),
        (Some(usual), None) => format!("usual {usual} of 10"),
        (None, Some(worst)) => format!("worst {worst} of 10"),
        (None, None) => String::new(),
    }
}

pub fn map_join(name: &str) -> String {
    format!("It belongs to: {name}")
}

pub fn crisis_line(line: &str) -> String {
    format!("Crisis line: {line}")
}

pub fn emergency_line(line: &str) -> String {
    format!("Emergency: {line}")
}

pub fn call(number: &str) -> String {
    format!("Call {number}")
}

pub fn call_crisis(number: &str) -> String {
    format!("Crisis line: call {number}")
}

pub fn call_poison(number: &str) -> String {
    format!("Poisons line: call {number}")
}

pub fn call_if_worse(number: &str) -> String {
    format!("If it gets worse fast: call {number}")
}

pub fn urgent_others(count: usize) -> String {
    format!(
        "After this one, {} to read.",
        counted(count, "more warning is", "more warnings are")
    )
}

pub fn parts_done(done: usize, parts: usize, left_out: usize) -> String {
    let way = match done == parts {
        true => format!("You went through all {parts} parts"),
        false => format!("You went through {done} of {parts} parts"),
    };
    match left_out {
        0 => format!("{way}."),
        _ => format!(
            "{way} and left {} out.",
            counted(left_out, "question", "questions")
        ),
    }
}

pub fn answered_of(answered: usize, of: usize) -> String {
    format!("{answered} of {of} answered")
}

pub fn open_questions(count: usize) -> String {
    format!("{} open", counted(count, "question is", "questions are"))
}

pub fn open_questions_text(minutes: usize) -> String {
    format!(
        "About {}. Your plan fits better with every answer. You can leave any out.",
        counted(minutes, "minute", "minutes")
    )
}

pub fn section(section: Section) -> (&'static str, &'static str) {
    match section {
        Section::First => (
            "Say this first",
            "These matter before anything else is decided.",
        ),
        Section::Best => ("Best fits for you", ""),
        Section::Ideas => (
            "Ideas that fit your answers",
            "By kind. Tap one to see what is in it.",
        ),
        Section::Using => (
            "You use this now",
            "Ask if it is still right for you. Do not stop on your own.",
        ),
        Section::TriedBefore => (
            "Tried before",
            "Was it long enough and strong enough to judge? Ask.",
        ),
        Section::Held => (
            "First tell us about your illnesses and medicines",
            "These may fit, but we cannot see yet if they are safe for you.",
        ),
        Section::WouldRatherNot => ("You said you would rather not", ""),
        Section::NotForYou => (
            "Not for you unless a specialist decides",
            "Something you told us makes these risky for you.",
        ),
        Section::UsuallyNot => (
            "Usually not advised - and why",
            "You may be offered these, or have heard of them.",
        ),
        Section::Footer => ("For every visit", ""),
    }
}

/// Stitches of four, and the word.
pub fn strength(strength: Strength) -> (u8, &'static str) {
    match strength {
        Strength::Strong => (4, "firmly for"),
        Strength::Conditional => (3, "for, less firmly"),
        Strength::Insufficient => (1, "not sure"),
        Strength::Against => (0, "against"),
    }
}

/// Stitches of four, and the word.
pub fn evidence(evidence: Evidence) -> (u8, &'static str) {
    match evidence {
        Evidence::High => (4, "high"),
        Evidence::Moderate => (3, "moderate"),
        Evidence::Low => (2, "low"),
        Evidence::VeryLow => (1, "very low"),
        Evidence::None => (0, "none"),
        Evidence::Harm => (0, "more harm than good"),
    }
}

pub fn caution_level(level: Level) -> &'static str {
    match level {
        Level::Avoid => "not for you unless a specialist decides",
        Level::Specialist => "ask a specialist first",
        Level::Tell => "say it at the visit",
        Level::Wish => "you would rather not",
    }
}

pub fn view(view: View) -> &'static str {
    match view {
        View::Willing => "interested",
        View::Unsure => "not now",
        View::No => "no",
    }
}

pub fn class(class: Class) -> &'static str {
    match class {
        Class::Emergency => "emergency",
        Class::SameDay => "same day",
        Class::WithinDays => "within days",
        Class::NextVisit => "next visit",
    }
}

pub fn question_up(place: usize) -> String {
    format!("Move question {place} up")
}

pub fn question_down(place: usize) -> String {
    format!("Move question {place} down")
}

pub fn question_remove(place: usize) -> String {
    format!("Remove question {place}")
}

pub fn n_written(count: usize) -> String {
    format!("{count} written down")
}

pub fn can_do(can_do: CanDo) -> &'static str {
    match can_do {
        CanDo::Most => "could do most things",
        CanDo::Some => "could do some things",
        CanDo::Little => "could do very little",
        CanDo::LyingDown => "mostly lying down",
    }
}

pub fn logged_of(days: usize, of: usize) -> String {
    format!("Logged {days} of {}", counted(of, "day", "days"))
}

pub fn day_spoken(date: NaiveDate, usual: Option<u8>, logged: bool, flare: bool) -> String {
    let said = match (logged, usual) {
        (false, _) => "not logged".to_owned(),
        (true, None) => "logged without a number".to_owned(),
        (true, Some(usual)) => format!("usual pain {usual} of 10"),
    };
    format!(
        "{}: {said}{}",
        long_date(date),
        if flare { ", flare" } else { "" }
    )
}

pub fn chart_spoken(logged: usize, of: usize) -> String {
    format!(
        "Pain per day, {}. The table below has every number.",
        logged_of(logged, of).to_lowercase()
    )
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

fn month(date: NaiveDate) -> &'static str {
    MONTHS
        .get(date.month0() as usize)
        .copied()
        .unwrap_or_default()
}

/// "Tuesday 24 November"
pub fn long_date(date: NaiveDate) -> String {
    const WEEKDAYS: [&str; 7] = [
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
        "Sunday",
    ];
    let weekday = WEEKDAYS
        .get(date.weekday().num_days_from_monday() as usize)
        .copied()
        .unwrap_or_default();
    format!("{weekday} {} {}", date.day(), month(date))
}

/// "24 November 2026"
pub fn long_date_year(date: NaiveDate) -> String {
    format!("{} {} {}", date.day(), month(date), date.year())
}

/// "24 Nov"
pub fn short_date(date: NaiveDate) -> String {
    format!("{} {}", date.day(), &month(date)[..3])
}

/// "24"
pub fn tiny_date(date: NaiveDate) -> String {
    date.day().to_string()
}

/// "November 2026"
pub fn month_year(date: NaiveDate) -> String {
    format!("{} {}", month(date), date.year())
}

pub fn visit_line(visit: &str) -> String {
    format!("Visit: {visit}")
}

pub fn n_more(count: usize) -> String {
    format!("{count} more, in the app")
}

pub fn page_of(page: usize, pages: usize) -> String {
    format!("page {page} of {pages}")
}

/// Without the name of a helper, which stands at the head of the page and may be long.
pub fn foot_one(who: &FilledIn, version: &str) -> String {
    let who = match who {
        FilledIn::NotSaid => "Not a diagnosis.",
        FilledIn::ByPatient => "Filled in by the patient; not a diagnosis.",
        FilledIn::WithHelp(_) => "Filled in by the patient, with help; not a diagnosis.",
        FilledIn::ByHelper(_) => "Filled in by somebody else, for the patient; not a diagnosis.",
    };
    format!("{who} Made with Tailored, rules {version}.")
}

pub fn foot_two(version: &str) -> String {
    format!(
        "\u{201c}Guidelines\u{201d} tells how firm they are, not how well it will work. Tailored, rules {version}."
    )
}

pub fn last_copy(date: Option<NaiveDate>) -> String {
    match date {
        Some(date) => format!("Last copy: {}.", long_date_year(date)),
        None => "No copy was saved from this device yet.".to_owned(),
    }
}

pub fn rules_version(version: &str) -> String {
    format!("Version of the rules: {version}")
}
