//! English: the words of the page of one option and of two side by side. `docs/numbers.md` says how numbers are worded.

use super::option_words::{OfHundred, OptionWords};
use crate::domain::plan::around::Relation;
use crate::knowledge::units::with_unit;
use crate::knowledge::{
    Benefit, Harm, HarmCount, HonestNumber, Scale, Sure, Therapy, TherapyGroup, Versus,
};

/// A difference up to this, of 100, is called none.
const NO_CLEAR_DIFFERENCE: i16 = 4;

/// English.
pub static OPTION_EN: OptionWords = OptionWords {
    how_much: "How much does it help?",
    of_hundred: |number| match number.of_attacks {
        true => "Of 100 attacks",
        false => "Of 100 people",
    },
    outcome: |number| format!("{}:", capital(number.outcome)),
    counted,
    size,
    basis,
    was_open: "People knew what they got, so hope and attention count too.",
    which_one: "Nobody can say which button you will be. That is why you try it for a fixed time.",
    harms: "Unwanted effects",
    harms_not_counted: "This study did not count unwanted effects. That does not mean there are none.",
    harm,
    no_count: "There is no good count of how many people this helps. Ask what you can expect from it.",
    no_count_like_you: "Nobody has counted this in people like you, as far as we know.",
    other_people: "Counted in other people",
    also_counted: "Counted in another group, too",

    what_you_do: "What you do",
    what_it_takes: "What it takes",
    fair_trial: |weeks, sessions| {
        let parts = [
            weeks.map(|weeks| with_unit(weeks.into(), "weeks")),
            sessions.map(|sessions| with_unit(sessions.into(), "sessions")),
        ];
        let parts: Vec<String> = parts.into_iter().flatten().collect();
        (!parts.is_empty()).then(|| format!("A fair try takes at least {}.", parts.join(" and ")))
    },
    cost: "What it costs you depends on where you live. Ask before you start.",

    first_step: "First step, and when to judge",
    step_first: "First",
    step_who: |therapy| match is_own(therapy) {
        true => "You can begin on your own.".to_owned(),
        // Where nobody is named: "Not advised", "Sold without prescription".
        false if is_nobody(therapy) => format!("{}.", therapy.explained().who),
        false => format!("Talk to: {}.", lowered(therapy.explained().who)),
    },
    step_say: |question| format!("Ask: “{question}”"),
    step_before: "Before you start",
    step_judge: "When to judge",
    step_stop: "How to stop",
    stop: |group| match group {
        TherapyGroup::Medicine => Some(
            "Ask this before you start. Some medicines must be cut down slowly, so never stop a daily one on your own.",
        ),
        TherapyGroup::Procedure | TherapyGroup::Programme => {
            Some("Agree before it starts what must have changed for you to go on with it.")
        }
        TherapyGroup::Test => None,
        TherapyGroup::Physical
        | TherapyGroup::Psych
        | TherapyGroup::Selfcare
        | TherapyGroup::Social => Some(
            "You can stop at any time. If it makes things clearly worse, stop and tell the people who treat you.",
        ),
    },

    take_along: "Questions to take along",
    take_along_text: "Ticked questions go on your pages.",
    goes_with: "What goes with it, what does not",
    relation: |relation| match relation {
        Relation::After => "Try first",
        Relation::Clash => "Not simply together with",
        Relation::Together => "Goes well with",
        Relation::Before => "Comes before",
    },
    goes_with_none: "Nothing on your plan that it clashes with, as far as we know.",
    go_wrong: "What could go wrong",

    compare: "Compare two",
    compare_link: "Compare",
    compare_one: "One",
    compare_other: "The other",
    row_fits: "Why it fits",
    row_guidelines: "What guidelines say",
    row_people: "How many people it helps",
    row_do: "What you do",
    row_judge: "When to judge",
    row_risk: "Main risks",
    row_first: "First step",
    row_view: "My view",
    no_good_count: "No good count.",
    fits_none: "No answer of yours speaks for it.",
    both: "Can you do both?",
    both_one_first: "Start one. Wait until you can judge it, then add the other. Your diary can then tell which one helped.",
    both_medicines: "Never start two new medicines at the same time. Your doctor decides if the second one may be added.",
    compare_too_few: "Your plan does not have two options to compare yet.",
};

/// "with a dummy treatment": what it was compared with.
fn versus(versus: Versus) -> &'static str {
    match versus {
        Versus::Placebo => "with a dummy treatment",
        Versus::Sham => "with a pretend treatment",
        Versus::UsualCare => "with usual care",
        Versus::WaitingList => "while waiting",
        Versus::OtherTreatment => "with another treatment",
    }
}

fn counted(number: &HonestNumber) -> Option<OfHundred> {
    let Benefit::Count { with, without } = number.benefit else {
        return None;
    };
    let difference = i16::from(with) - i16::from(without);
    let than = versus(number.versus);
    let more = match difference {
        ..0 => format!("Not better with it, perhaps a little worse: {with}"),
        0..=NO_CLEAR_DIFFERENCE => format!("With it: {with}. That is no clear difference."),
        more => format!("{more} more with it"),
    };
    Some(OfHundred {
        anyway: (without, format!("{without} also {than}")),
        more: (with.saturating_sub(without), more),
        rest: format!("{} not clearly better", 100 - with.max(without)),
    })
}

fn size(number: &HonestNumber) -> Option<(String, String)> {
    let than = versus(number.versus);
    match number.benefit {
        Benefit::Count { .. } => None,
        Benefit::Difference { more } => Some((
            format!("about {more} of 100"),
            format!(
                "That many more than {than}. The source does not say how many got better in all."
            ),
        )),
        Benefit::Average {
            difference, scale, ..
        } => {
            let (unit, better) = match scale {
                Scale::ToTen => ("points of 10", "Better"),
                Scale::ToHundred => ("points of 100", "Better"),
                Scale::DaysInFourWeeks => ("days in 4 weeks", "Fewer"),
                Scale::AttacksInFourWeeks => ("attacks in 4 weeks", "Fewer"),
                Scale::Minutes => ("minutes", "Better"),
                Scale::Days => ("days", "Better"),
            };
            let notice = match scale {
                Scale::ToTen => " Many people notice a change only from about 1 to 2 points.",
                Scale::ToHundred => " Many people notice a change only from about 10 to 20 points.",
                _ => "",
            };
            Some(match difference > 0.0 {
                true => (
                    format!("about {difference} {unit}"),
                    format!(
                        "{better} by this much, on average, than {than}. Some people gain more, some nothing.{notice}"
                    ),
                ),
                false => (
                    "no gain".to_owned(),
                    format!("On average not better than {than}."),
                ),
            })
        }
    }
}

fn basis(number: &HonestNumber) -> String {
    let n_people = number.n_people.map(|count| match number.of_attacks {
        true => format!(", {} attacks", grouped(count)),
        false => format!(", {} people", grouped(count)),
    });
    let when = match number.counted {
        Some(counted) => format!("Counted: {counted}."),
        None => format!("Counted after {}.", with_unit(number.weeks.into(), "weeks")),
    };
    let sure = match number.sure {
        Sure::High => "high",
        Sure::Moderate => "moderate",
        Sure::Low => "low",
        Sure::VeryLow => "very low, so we cannot be sure",
        Sure::NotRated => "not graded",
    };
    format!(
        "Who was studied: {}{}. {when} How sure: {sure}.",
        number.people_studied,
        n_people.unwrap_or_default()
    )
}

/// A harm in words, and of 100 people how many also without it and how many more, where both were counted.
fn harm(harm: &Harm) -> (String, Option<(u8, u8)>) {
    let what = capital(harm.what);
    match harm.count {
        HarmCount::Both { with, without } => {
            let more = with.saturating_sub(without);
            let text = match more {
                0 => format!("{what}: no more than without it ({with} and {without} of 100)"),
                more => {
                    format!("{what}: {more} more of 100. With it {with}, without it {without}.")
                }
            };
            (text, Some((with.min(without), more)))
        }
        HarmCount::With(with) => (
            format!("{what}: {with} of 100 with it. Without it nobody counted."),
            None,
        ),
        HarmCount::More(more) => (format!("{what}: about {more} more of 100 with it"), None),
    }
}

fn is_nobody(therapy: &Therapy) -> bool {
    matches!(therapy.who_first().split(' ').next(), Some("Not" | "Sold"))
}

/// Whether the first who gives it is the person.
fn is_own(therapy: &Therapy) -> bool {
    therapy.who_first().split(' ').next() == Some("You")
}

/// "28,699".
fn grouped(count: u32) -> String {
    match count {
        1000.. => format!("{},{:03}", count / 1000, count % 1000),
        count => count.to_string(),
    }
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}

fn lowered(text: &str) -> String {
    let mut letters = text.chars();
    match (letters.next(), letters.next()) {
        (Some(first), Some(second)) if !second.is_uppercase() => {
            first.to_lowercase().chain(text.chars().skip(1)).collect()
        }
        _ => text.to_owned(),
    }
}
