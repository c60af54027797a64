//! English: the texts of the assessment.

use super::en_conditions::fact_value;
use super::en_phrases::long_date_year;
use super::en_results;
use super::messages_assessment::AssessmentWords;
use crate::domain::date::NaiveDate;
use crate::domain::plan::facts::{Noted, Value};
use crate::domain::questionnaire::check::{MonthProblem, NumberProblem};
use crate::domain::questionnaire::findings::Odd;
use crate::domain::questionnaire::model::{Often, Told, Unit};
use crate::domain::questionnaire::response::Path;
use crate::domain::treatments::amounts::OpioidBand;
use crate::domain::treatments::trials::Doubt;
use crate::knowledge::units::counted;
use crate::knowledge::{Item, ItemKind, fact};

pub(super) const ASSESSMENT: AssessmentWords = AssessmentWords {
    month_names: [
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
    ],
    month: "Month",
    month_unknown: "I do not know",
    year: "Year",
    since_when: "Since when?",
    more: "More about it",
    remove,
    odd,

    way_title: "How much to tell now",
    way_hint: "You can tell more later. Nothing is lost.",
    way,

    signs_now: "Is any of this happening now?",
    signs_now_why: "These cannot wait, so we ask them first. Tick what fits.",
    signs_places: "And is any of this so?",
    signs_places_why,
    signs_slow: "Some slower signs",
    signs_slow_why: "They need a look, not a hurry. Tick what fits.",
    signs_end: "That was the whole list.",
    signs_below,
    signs_choose: "Tick what fits, or choose “None of these”.",
    dark_title: "Dark thoughts, and safety at home",
    dark_why: "Long pain can bring dark thoughts. Many people have them, and they can be talked about. So we ask everybody, once.",
    dark_ask: "Have you lately thought of hurting yourself, or that you would rather not live?",
    dark_thoughts: "Sometimes, but I would not do it",
    dark_plan: "Yes, and I might do it, or I have done something today",
    dark_stays: "It stays on this device. It is not printed unless you want it.",
    sign_this: "Yes, this is so",
    sign_not_this: "No, not like this",

    site_more: "More about this place",
    site_now: "Pain here now",
    site_least: "Least pain here, last 7 days",
    site_times: "When is it worst?",
    site_time_names: &[
        ("morning", "morning"),
        ("day", "daytime"),
        ("evening", "evening"),
        ("night", "night"),
    ],
    site_better: "What makes it better?",
    site_better_names: &[
        ("rest", "rest"),
        ("lying", "lying down"),
        ("moving", "moving"),
        ("walking", "walking"),
        ("heat", "heat"),
        ("cold", "cold"),
        ("medicine", "medicine"),
        ("dark", "dark and quiet"),
        ("distraction", "being busy"),
    ],
    site_worse: "What makes it worse?",
    site_worse_names: &[
        ("sitting", "sitting"),
        ("standing", "standing"),
        ("walking", "walking"),
        ("moving", "moving"),
        ("bending", "bending"),
        ("lifting", "lifting"),
        ("stairs", "stairs"),
        ("lying", "lying"),
        ("touch", "touch"),
        ("cold", "cold"),
        ("heat", "heat"),
        ("stress", "stress"),
        ("light", "light or noise"),
        ("eating", "eating"),
        ("period", "my period"),
        ("sex", "sex"),
        ("toilet", "going to the toilet"),
    ],
    site_spreads: "Where does it spread to?",
    site_pick: "Pick a place",

    signs_slower: "Some slower warning signs are still open",
    signs_slower_text,
    signs_old: "Time to look at the warning signs again",
    signs_old_text: "More than 14 days have gone by. What was new then is not new any more. It takes about a minute.",
    signs_ask_again: "Look again",
    signs_added,
    signs_answered: "Gone through",
    tell_more,
    odd_title: "Please look at these again",
    odd_text: "They cannot be right as they stand. We keep what you wrote and do not count it.",
    changes_title,
    changes_count,
    changed_before,
    changed_now,
    changed_gone,
    changed_new,
    again_title: "Tell it again, later",
    again_text: "You start from what you told. The last days and weeks are asked anew, and you see what changed. This one is kept.",
    again_start: "Start again from here",

    results_title: "What your answers say",
    results_link: "Scores of our own short checks",
    results_intro: "These are our own short checks. They find points for the talk with your doctor. They do not say what you have.",
    results_empty: "Nothing to show yet. The checks are part of the questions.",
    result_incomplete: "Not counted: some answers are missing.",
    result_basis: "What this rests on",
    what: en_results::what,
    figure: en_results::figure,
    meaning: en_results::meaning,
    threshold: en_results::threshold,

    totals_title: "What this adds up to in a day",
    opioid_band,
    above_label: "This is more than the pack allows for most adults. Ask a pharmacist or doctor today. If you took that much in the last days, get help now, even if you feel well.",
    totals_source: "Counted from what you wrote, for the day on which you take most. Highest amounts: product labels for adults. Yours can be lower.",

    medicine_strength: "How strong is one tablet?",
    medicine_strength_hint: "As on the pack, in mg. For a patch: micrograms an hour.",
    medicine_a_day: "How many in one day?",
    medicine_a_day_hint: "The most you really take in a day.",
    medicine_often: "How often do you really take it?",
    often,
    medicine_since: "Since when do you take it?",
    medicine_helps: "How much does it help?",
    no_help: "not at all",
    medicine_bought: "I buy it without a prescription",
    medicine_note: "Anything else about the dose",
    dose,

    tried_other,
    tried_name: "Which one was it?",
    tried_help: "How much did it help?",
    tried_dose: "Highest dose in one day, in mg",
    tried_sessions: "How many times or sessions?",
    tried_lasted: "For how long?",
    unit,
    tried_problems: "Side effects",
    tried_stopped: "Why did you stop?",
    tried_note: "Anything else",
    doubt,
    doubt_talk: "A good point for the talk: was it tried well enough to know?",

    diagnosis_add: "Add a name",
    diagnosis_name: "What did they call it?",
    diagnosis_by: "Who said it?",
    diagnosis_by_hint: "For example: my family doctor",
    diagnosis_told: "How sure were they?",
    told,
    from_diary,
    count_as: |typed, label| format!("You wrote “{}”. Count it as “{label}”?", typed.trim()),
    test_part: "Which part of the body?",
    test_part_hint: "Only if it helps, such as: left knee",
    test_when: "When was it?",
    test_place: "Where was it done?",
    test_result: "What did it show?",
    test_result_hint: "In your words, as you were told",
    test_copy: "I have a copy of the result",
    test_again,
    test_normal: "A normal test is good news. It does not mean your pain is not real.",
    goal_add: "Add a goal",
    goal_words: "I want to be able to",
    goal_by: "By when?",
};

fn signs_slower_text(lines: usize) -> String {
    format!(
        "You went through the urgent ones. {} to read, about 1 minute.",
        counted(lines, "line is left", "lines are left")
    )
}

fn remove(what: &str) -> String {
    match what.trim() {
        "" => "Take this away".to_owned(),
        what => format!("Take {what} away"),
    }
}

fn tell_more(questions: usize, minutes: usize) -> String {
    format!(
        "Tell more: {}, about {}",
        counted(questions, "more question", "more questions"),
        counted(minutes.max(1), "minute", "minutes")
    )
}

fn changes_title(day: NaiveDate) -> String {
    format!("What changed since {}", long_date_year(day))
}

fn changes_count(count: usize) -> String {
    match count {
        0 => "nothing so far".to_owned(),
        count => counted(count, "answer", "answers"),
    }
}

fn changed_before(before: &str) -> String {
    format!("Before: {before}")
}

fn changed_now(now: &str, difference: Option<f64>) -> String {
    let by = match difference {
        Some(difference) if difference > 0.0 => format!(" ({difference:.0} more)"),
        Some(difference) if difference < 0.0 => format!(" ({:.0} less)", -difference),
        _ => String::new(),
    };
    format!("Now: {now}{by}")
}

fn changed_gone(gone: &str) -> String {
    format!("No more: {gone}")
}

fn changed_new(new: &str) -> String {
    format!("New: {new}")
}

fn way(path: Path, minutes: usize) -> String {
    let name = match path {
        Path::Quick => "The short way",
        Path::Usual => "What a specialist needs",
        Path::Full => "Everything",
    };
    match minutes {
        0 => format!("{name}: done"),
        minutes => format!("{name}: about {}", counted(minutes, "minute", "minutes")),
    }
}

/// More groups than this are not told one by one.
const GROUPS_NAMED: usize = 5;

/// What the lines on a page are about; nothing when it is most of the body.
fn about_groups(groups: &[&str]) -> Option<String> {
    let named: Vec<&str> = groups
        .iter()
        .filter_map(|group| sign_group(group))
        .collect();
    (1..=GROUPS_NAMED)
        .contains(&named.len())
        .then(|| named.join(", "))
}

fn signs_places_why(groups: &[&str]) -> String {
    match about_groups(groups) {
        Some(places) => format!("Because of where it hurts: {places}. Tick what fits."),
        None => "Because of where it hurts. Tick what fits.".to_owned(),
    }
}

fn signs_added(groups: &[&str]) -> String {
    match about_groups(groups) {
        Some(places) => {
            format!("What you told us since brings up a few more: {places}. Tick what fits.")
        }
        None => "What you told us since brings up a few more. Tick what fits.".to_owned(),
    }
}

fn signs_below(lines: usize) -> String {
    match lines {
        0 | 1 => "One more line below.".to_owned(),
        lines => format!("{lines} more lines below."),
    }
}

fn sign_group(group: &str) -> Option<&'static str> {
    Some(match group {
        "head" => "head",
        "face_jaw" => "face and jaw",
        "neck" => "neck",
        "back" => "back and legs",
        "chest" => "chest",
        "abdomen" => "belly",
        "pelvic" => "below the belly",
        "limb_joint" => "arms, legs and joints",
        "nerve" => "nerves",
        "widespread" => "all over the body",
        _ => return None,
    })
}

fn dose(strength: &str, a_day: &str) -> String {
    // A unit that was typed stays; a bare number is milligrams.
    let strength = match strength.chars().next_back() {
        Some(last) if last.is_ascii_digit() => format!("{strength} mg"),
        _ => strength.to_owned(),
    };
    // "1-0-1" or "as needed" stands as it was typed.
    let is_number = |letter: char| letter.is_ascii_digit() || ",.".contains(letter);
    let a_day = match a_day.chars().all(is_number) {
        true if !a_day.is_empty() => format!("up to {a_day} a day"),
        _ => a_day.to_owned(),
    };
    match (strength.as_str(), a_day.as_str()) {
        (strength, "") => strength.to_owned(),
        ("", a_day) => a_day.to_owned(),
        (strength, a_day) => format!("{strength}, {a_day}"),
    }
}

fn opioid_band(band: OpioidBand) -> &'static str {
    match band {
        OpioidBand::None => "no opioid",
        OpioidBand::Under50 => "opioids: under 50 mg of morphine a day, all together",
        OpioidBand::Over50 => "opioids: 50 mg of morphine a day or more, all together",
        OpioidBand::Over90 => "opioids: 90 mg of morphine a day or more, all together",
        OpioidBand::Unknown => "opioids: the dose could not be worked out",
    }
}

fn often(often: Often) -> &'static str {
    match often {
        Often::Daily => "every day",
        Often::MostDays => "most days",
        Often::SomeDays => "some days a week",
        Often::Rarely => "now and then",
    }
}

fn tried_other(typed: &str) -> String {
    format!("Add “{typed}” in my words")
}

fn unit(unit: Unit) -> &'static str {
    match unit {
        Unit::Days => "days",
        Unit::Weeks => "weeks",
        Unit::Months => "months",
        Unit::Years => "years",
    }
}

fn told(told: Told) -> &'static str {
    match told {
        Told::Certain => "They were sure",
        Told::Perhaps => "It may be this",
        Told::RuledOut => "It was ruled out",
    }
}

fn test_again(kind: &str) -> String {
    format!("Add another: {kind}")
}

fn doubt(doubt: &Doubt) -> String {
    match doubt {
        Doubt::TooShort { least_weeks } => format!(
            "This may have been too short to count. It is usually judged after {} or more.",
            counted(*least_weeks, "week", "weeks")
        ),
        Doubt::TooFew { least_sessions } => format!(
            "These may have been too few to count. It is usually judged after {} or more.",
            counted(*least_sessions, "time", "times")
        ),
        Doubt::TooLow {
            substance,
            least_mg,
        } => format!(
            "The dose may have been too low to count. Studies of {substance} used {least_mg:.0} mg a day or more. There can be good reasons for a low dose."
        ),
    }
}

const KEPT: &str = "We keep what you wrote, and do not count it until it fits.";

fn odd(odd: &Odd, item: &Item) -> String {
    let sentence = match odd {
        Odd::Number(problem) => return number(*problem, item),
        Odd::Month(problem) => match problem {
            MonthProblem::NotAYear => "Please write the year with four figures, such as 2021.",
            MonthProblem::YearMissing => "The year is missing.",
            MonthProblem::AfterToday => "This is later than today.",
            MonthProblem::Past => "This month is over. Choose one that is still to come.",
            MonthProblem::BeforeBirth => "By the age you gave, this is before you were born.",
        },
        Odd::BelowEarlier => "Your worst pain is lower here than your usual pain.",
        Odd::AboveEarlier if item.at_most == Some(fact::AGE) => {
            "This does not fit the age you gave."
        }
        Odd::AboveEarlier if item.kind == ItemKind::Choice => {
            "This is more days than you had pain on."
        }
        Odd::AboveEarlier => "This is more than the days with headache that you gave.",
        Odd::SmallerThanAPart => "This is fewer days than one of the lines above.",
        Odd::WorstBelowUsual => "Here the worst pain is lower than the usual pain.",
        Odd::LeastAboveUsual => "Here the least pain is higher than the others.",
        Odd::NowAboveWorst => "The pain now is higher than the worst of the last 7 days.",
        Odd::NowBelowLeast => "The pain now is lower than the least of the last 7 days.",
        Odd::MoreThanPossible => "This number looks too high.",
        Odd::Unknown => "This version cannot read a part of this answer.",
    };
    format!("{sentence} {KEPT}")
}

fn number(problem: NumberProblem, item: &Item) -> String {
    match problem {
        NumberProblem::NotANumber => format!("We can only count a number here. {KEPT}"),
        NumberProblem::NotTogether => format!("Height and weight do not fit together. {KEPT}"),
        NumberProblem::OutOfRange { max, .. } if item.kind == ItemKind::Duration => {
            format!(
                "We can only count up to {:.0} years. {KEPT}",
                (max / 12.0).floor()
            )
        }
        NumberProblem::OutOfRange { min, max } => {
            format!("We can only count a number from {min:.0} to {max:.0}. {KEPT}")
        }
    }
}

/// "From your diary: Headache days, last month: 14 (noted on 26 of the last 30 days)."
fn from_diary(noted: &Noted, said: Option<f64>) -> String {
    let value = fact_value(noted.fact, &Value::Number(noted.number));
    let says = format!(
        "From your diary: {value} (noted on {} of the last {} days).",
        noted.days, noted.of
    );
    match said {
        None if noted.used => format!("{says} The plan uses this until you answer."),
        Some(said) if said != noted.number => format!("{says} The plan uses your answer."),
        _ => says,
    }
}
