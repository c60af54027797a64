//! English: what was agreed at a visit, how it is judged, and what came of it.

use super::agreed_words::AgreedWords;
use super::en_phrases::long_date_year;
use super::words::tried_name;
use crate::domain::arrangements::{Agreement, DiaryNumber, Outcome, Reading, StoryChange, TooFew};
use crate::domain::questionnaire::model::{Effect, Unit};
use crate::knowledge::therapy;
use crate::knowledge::units::counted;

/// English.
pub static EN: AgreedWords = AgreedWords {
    name,
    number,
    reading,
    agreed: |date| format!("Agreed on {}", long_date_year(date)),
    state,
    before_now,
    number_title: "How do we judge it?",
    number_hint: "A number from your diary. You choose.",
    number_other: "Another number",
    suggested: "suggested",
    take_day: |date| format!("Take {}", long_date_year(date)),
    result: "What came of it?",
    before: "Before the visit",
    since: "Since then",
    no_cause: "It does not say what the change came from.",
    outcome,
    words: "In your own words",
    to_story: "Put it into your story?",
    change,
    goes_on: "Yes, and I go on with it",
    stopped: "Yes, and I have stopped it",
    take: "Yes",
    told: "Your story says so. Your plan starts from it.",
    see_story: "See it in my story",
    we_agreed: "We agreed on this",
    head: |date| format!("What you agreed on {}", long_date_year(date)),
    calendar: "Put these days in my calendar",
    calendar_step: |name| format!("To do: {name}"),
    calendar_look_back: |name| format!("Look back if it helps: {name}"),
    calendar_not_taken: "Your browser did not take the file. The days are still here.",
};

fn name(agreement: &Agreement) -> String {
    let step = agreement.step.trim();
    let option = agreement
        .therapy
        .as_ref()
        .and_then(|id| therapy(id.as_str()));
    match (step, option) {
        ("", Some(therapy)) => therapy.short_name().to_owned(),
        ("", None) => "Not written down yet".to_owned(),
        (step, _) => step.to_owned(),
    }
}

fn number(number: DiaryNumber) -> &'static str {
    match number {
        DiaryNumber::UsualPain => "Usual pain",
        DiaryNumber::WorstPain => "Worst pain of the day",
        DiaryNumber::Interference => "How much pain gets in the way",
        DiaryNumber::Sleep => "Sleep (10 is best)",
        DiaryNumber::Mood => "Mood (10 is best)",
        DiaryNumber::Activity => "Minutes of moving a day",
        DiaryNumber::HeadacheDays => "Days with headache",
        DiaryNumber::MedicineDays => "Days with pain medicine",
        DiaryNumber::DaysThatMattered => "Days with something that matters to me",
    }
}

fn reading(number: DiaryNumber, read: Result<Reading, TooFew>) -> String {
    let read = match read {
        Ok(read) => read,
        Err(few) => {
            return format!(
                "not enough days yet: {} of at least {}",
                few.have, few.least
            );
        }
    };
    let said = figure(number, &read);
    match number.is_count() {
        true => said,
        false => format!("{said}, from {} of {} days", read.days, read.of),
    }
}

fn figure(number: DiaryNumber, read: &Reading) -> String {
    // Half a point is all that the middle of whole numbers can have.
    let middle = (read.number * 2.0).round() / 2.0;
    match number {
        _ if number.is_count() => format!("{} of {} days written down", read.number, read.days),
        DiaryNumber::Activity => format!("{middle} minutes"),
        _ => format!("{middle} of 10"),
    }
}

fn before_now(number_: DiaryNumber, before: &Reading, now: &Reading) -> String {
    let name = number(number_).to_lowercase();
    let based = |read: &Reading| match number_.is_count() {
        true => figure(number_, read),
        false => format!("{} ({} days)", figure(number_, read), read.days),
    };
    format!("{name}: before {}, since {}", based(before), based(now))
}

fn state(agreement: &Agreement) -> String {
    if let Some(said) = agreement.outcome {
        return outcome(said).replacen("It ", "it ", 1);
    }
    let look_back = agreement
        .review
        .filter(|_| agreement.reviewed.is_none())
        .map(|date| format!("look back on {}", long_date_year(date)));
    match (agreement.done, agreement.by, look_back) {
        (_, _, None) if agreement.reviewed.is_some() => "looked back".to_owned(),
        (None, Some(by), _) => format!("to do by {}", long_date_year(by)),
        (_, _, Some(look_back)) => look_back,
        (Some(_), _, None) => "done".to_owned(),
        (None, None, None) => "not done yet".to_owned(),
    }
}

fn outcome(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::HelpedClearly => "It helped clearly",
        Outcome::HelpedALittle => "It helped a little",
        Outcome::NoDifference => "It made no difference",
        Outcome::Worse => "It got worse",
        Outcome::SideEffects => "I stopped because of side effects",
        Outcome::NotDone => "It was not done",
    }
}

fn change(change: &StoryChange) -> String {
    let tried = match change {
        StoryChange::Add(tried) | StoryChange::Replace(_, tried) => tried,
        StoryChange::Remove(_) => {
            return "It is taken out of what you tried.".to_owned();
        }
    };
    let effect = match tried.effect {
        Some(Effect::Helped) => "it helped",
        Some(Effect::NoHelp) => "it did not help",
        Some(Effect::BadFor) => "it did not suit you",
        None => "no result",
    };
    let unit = match tried.lasted_unit {
        Unit::Days => ("day", "days"),
        Unit::Weeks => ("week", "weeks"),
        Unit::Months => ("month", "months"),
        Unit::Years => ("year", "years"),
    };
    let lasted = match tried.lasted.trim().parse::<usize>() {
        Ok(lasted) => format!(", tried for {}", counted(lasted, unit.0, unit.1)),
        Err(_) => String::new(),
    };
    format!(
        "{}: {effect}{lasted}. Your plan then counts it as tried.",
        tried_name(tried)
    )
}
