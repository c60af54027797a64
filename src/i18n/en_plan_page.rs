//! English: the words of the plan page.

use super::en_handout::place_of;
use super::en_phrases::long_date_year;
use super::plan_page_words::PlanPageWords;
use crate::domain::plan::facts::{FactId, fact};
use crate::domain::plan::told::{Care, Told};
use crate::domain::questionnaire::response::View;
use crate::knowledge::units::{counted, with_unit};
use crate::knowledge::{Level, Strength, wish_name};

/// English.
pub static PLAN_PAGE_EN: PlanPageWords = PlanPageWords {
    title: "Your plan",
    for_visit: |visit| format!("for {visit}"),
    say_first: "Say first",
    nothing_urgent: "no warning sign in your answers",
    nothing_new: "no new warning sign in your answers",
    signs_acted_on: |count| {
        counted(
            count,
            "urgent sign that you acted on",
            "urgent signs that you acted on",
        )
    },
    nothing_urgent_so_far: "no urgent warning sign in your answers",
    signs_to_ask: "the warning signs still have to be asked",
    signs_at_the_visit: |count| format!("{} for your next visit", counted(count, "sign", "signs")),
    signs_within_days: |count| {
        counted(
            count,
            "warning sign, within days",
            "warning signs, within days",
        )
    },
    clashes_now: |names, more| {
        let names = names.join(" and ");
        match more {
            0 => names,
            more => format!("{names}, and {}", counted(more, "more pair", "more pairs")),
        }
    },
    goals: |count| match count {
        1 => "Your goal",
        _ => "Your goals",
    },
    no_goal: "not chosen yet",
    best_fits: "Best fits",
    and_more: |count| format!("and {count} more"),
    more_things: |count| counted(count, "more thing", "more things"),
    no_best: "none yet, a few answers are missing",
    helped: "Helped before",
    not_again: "Not again",
    too_short: "Not tried for long enough",
    open: "Still open",
    open_one: |options| format!("one answer, for {}", counted(options, "option", "options")),
    open_signs: "the warning signs",
    open_none: "nothing",

    first_key: "Say this first",
    first_talk_key: "Worth saying first",
    within_days: "Make an appointment in the next few days",
    asked: "I have asked",
    asked_on: |day| format!("Asked on {}", long_date_year(day)),

    fits_title: "Best fits for you",
    matches_label: "Why it may fit you",
    told,
    your_goal: "your goal:",
    care,
    guidelines: |strength| match strength {
        Strength::Strong => (4, "Guidelines say yes"),
        Strength::Conditional => (3, "Guidelines: probably yes"),
        Strength::Insufficient => (1, "Guidelines: perhaps"),
        Strength::Against => (0, "Guidelines say no"),
    },
    guidelines_disagree: "Guidelines disagree",
    judge_after: |(first, last)| match first == last {
        true => format!("after {}", counted(first, "week", "weeks")),
        false => format!("after {first}–{}", counted(last, "week", "weeks")),
    },
    judge_each_time: "judge each time",
    lower_because: |reasons| format!("Lower because: {reasons}"),
    my_view: |option| format!("My view of {option}"),
    view: |view| match view {
        View::Willing => "Interested",
        View::Unsure => "Not now",
        View::No => "No",
    },

    decides: |options| {
        format!(
            "One answer decides {}",
            counted(options, "option", "options")
        )
    },
    decides_safety: |options| {
        format!(
            "One answer decides if {} safe for you",
            counted(options, "option is", "options are")
        )
    },
    not_sure: "Not sure",
    leave_out: "Skip this question",
    done: "Done",
    open_list: "Choose from the list",
    changed: |options| match options {
        0 => "Saved. Your plan stays as it is.".to_owned(),
        options => format!(
            "Saved. {} changed.",
            counted(options, "option has", "options have")
        ),
    },
    tag_changed: "changed by your answer",

    kinds_title: "Everything else, by kind",
    using: "you use this now",
    tried_no_help: "tried, did not work out",
    tried_short: "tried, maybe too short",
    held: "waits for your illnesses and medicines",
    wish_against: "not what you wished for",
    usually_not: "Usually not, or not for you",
    usually_not_text: |count| format!("{}. Open to see why.", counted(count, "option", "options")),
    only_specialist: "only if your specialist says so",
    said_no: "You said no to these",

    caution_questions: "Your doctor may ask",
    caution_questions_text: |count| {
        format!(
            "{} that we did not ask. Open to read.",
            counted(count, "question", "questions")
        )
    },
    you_decide: "These fit what you told us. You and your doctor decide.",
    see_pages: "See my two pages",
    more_with_plan: "More for the visit",
};

/// A reason in a few words. Nothing in it was not said.
fn told(told: &Told) -> String {
    match told {
        Told::Place(site) => format!("your {}", place_of(site.text())),
        Told::Illness(word) => lowered(fact::CONDITIONS.label(*word)),
        Told::Medicine(word) => format!("you take: {}", lowered(fact::CURRENT_MEDS.label(*word))),
        Told::NoHelp(word) => format!(
            "not enough help from: {}",
            lowered(fact::TRIED_NO_HELP.label(*word))
        ),
        Told::Number(id, number) => said_number(*id, *number),
        Told::Noted(noted) => format!(
            "{} (from your diary, {} of {} days)",
            said_number(noted.fact, noted.number),
            noted.days,
            noted.of
        ),
        Told::Differs(noted, number) => format!(
            "{} (your diary says {})",
            said_number(noted.fact, *number),
            noted.number
        ),
        Told::Goal(goal) => lowered(fact::GOALS.label(*goal)),
        Told::Wish(wish) => wish_name(*wish).to_owned(),
        Told::HelpedBefore => "it helped you before".to_owned(),
        Told::TriedTooShort => "you tried it, maybe not long or strong enough to know".to_owned(),
        Told::Fit(fit) => fit.say.to_owned(),
    }
}

fn said_number(id: FactId, number: f64) -> String {
    let number = (number + 0.5) as u64;
    match id {
        fact::SLEEP_BAD_NIGHTS => format!("{} of bad sleep a week", with_unit(number, "nights")),
        fact::HEADACHE_DAYS => counted(number, "headache day a month", "headache days a month"),
        fact::MIGRAINE_DAYS => counted(number, "migraine day a month", "migraine days a month"),
        fact::NRS_AVG7 => format!("usual pain {number} of 10"),
        id => format!("{}: {number}", id.name()),
    }
}

fn care(care: &Care) -> String {
    let what = match care.level {
        Level::Avoid => "not without a specialist",
        Level::Specialist => "ask first",
        Level::Tell | Level::Wish => "mention it",
    };
    match care.cause.map(|(id, word)| id.label(word)) {
        // What was ticked in the first person.
        Some(label) if label.starts_with("I ") => format!("“{label}”: {what}"),
        Some(label) => format!("{}: {what}", lowered(label)),
        None if care.level == Level::Tell => "one thing to know first".to_owned(),
        None => what.to_owned(),
    }
}

/// A label inside a sentence: "A blood thinner" is "blood thinner"; a name in capitals stays.
fn lowered(label: &str) -> String {
    let label = label.split(" (").next().unwrap_or(label);
    let label = ["A ", "An "]
        .into_iter()
        .find_map(|article| label.strip_prefix(article))
        .unwrap_or(label);
    let mut letters = label.chars();
    match (letters.next(), letters.next()) {
        (Some(first), Some(second)) if second.is_lowercase() => {
            first.to_lowercase().chain(label.chars().skip(1)).collect()
        }
        _ => label.to_owned(),
    }
}
