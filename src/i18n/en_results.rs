//! English: the results of our own checks. Plain and kind; no word of an illness beside a number but as a question to ask.

use crate::domain::scoring::{Figure, Meaning, Threshold, What};

pub fn what(what: What) -> &'static str {
    match what {
        What::UsualPain => "Usual pain, last 7 days",
        What::WorstPain => "Worst pain, last 7 days",
        What::Impact => "Impact of pain",
        What::NerveSigns => "Nerve-type signs",
        What::Mood => "Low mood",
        What::Worry => "Worry",
        What::PoorNights => "Poor nights a week",
        What::SleepBother => "How much it bothers you",
        What::Confidence => "Confidence",
        What::PainWorry => "Worries about pain",
        What::FearOfMoving => "Fear of moving",
        What::MigraineSigns => "Migraine-type signs",
        What::HeadacheDays => "Days with headache, last month",
        What::MigraineDays => "Bad, migraine-like days, last month",
        What::DaysNoWork => "Days without work or study, 3 months",
        What::DaysNoHousework => "Days without housework, 3 months",
        What::DaysNoPeople => "Days without family or friends, 3 months",
        What::PainAreas => "Painful areas of the body",
        What::GeneralSigns => "Tiredness, sleep, thinking and other signs",
        What::Alcohol => "Alcohol",
    }
}

/// Counts without "of": a day is not a mark.
pub fn figure(figure: &Figure) -> String {
    let value = match figure.value.fract() == 0.0 {
        true => format!("{:.0}", figure.value),
        false => format!("{:.1}", figure.value),
    };
    match figure.what {
        What::HeadacheDays
        | What::MigraineDays
        | What::DaysNoWork
        | What::DaysNoHousework
        | What::DaysNoPeople => value,
        _ => format!("{value} of {:.0}", figure.most),
    }
}

pub fn meaning(meaning: Meaning) -> &'static str {
    match meaning {
        Meaning::JustTheNumbers => "The numbers speak for themselves. Your doctor can read them.",
        Meaning::WatchTheChange => {
            "Watch how it changes. A drop of 1 point or more is worth telling your specialist."
        }
        Meaning::LittlePain => "Little or no lasting pain by these answers.",
        Meaning::LittleImpact => "Lasting pain that stops you little.",
        Meaning::Bothersome => "Lasting pain that bothers you a good deal.",
        Meaning::HighImpact => "Pain that stops you on most days. Say so at the visit: it counts.",
        Meaning::SeveralNerveSigns => {
            "Your answers have several nerve-type signs. Ask whether nerve pain is part of your pain."
        }
        Meaning::FewNerveSigns => "Few nerve-type signs.",
        Meaning::TalkAboutMood => {
            "It sounds like a heavy time. Please talk about it with your doctor. Help for mood often helps with pain, too."
        }
        Meaning::TalkAboutWorry => {
            "Worries take much room just now. Please talk about it with your doctor. There is help for that."
        }
        Meaning::MoodDoesNotStandOut => {
            "Mood and worry do not stand out in these answers. If you feel low all the same, say so."
        }
        Meaning::SleepCanBeTreated => {
            "Poor sleep like this can be treated without tablets. Ask about CBT for sleep."
        }
        Meaning::AskAboutBreathing => {
            "You snore loudly, or stop breathing in sleep. Ask about a sleep test."
        }
        Meaning::SleepDoesNotStandOut => "Sleep does not stand out in these answers.",
        Meaning::ConfidenceCanGrow => {
            "Your confidence is low just now. That is common with pain, and treatments can build it."
        }
        Meaning::ConfidenceIsThere => "You trust yourself with quite a few things. That helps.",
        Meaning::TalkAboutFear => {
            "Worry about harm is strong. Ask what is safe for you: good answers take fear away."
        }
        Meaning::FearDoesNotStandOut => "Fear and worry about pain do not stand out here.",
        Meaning::LooksLikeMigraine => "Your answers look like migraine. Ask for a diagnosis.",
        Meaning::FewMigraineSigns => "Few migraine-type signs.",
        Meaning::AskAboutWidespread => {
            "Pain in many places with tiredness. Ask whether this could be fibromyalgia or another cause."
        }
        Meaning::NotWidespread => "Your pain has fewer places or fewer of these signs.",
        Meaning::AlcoholMatters => {
            "This amount can clash with pain medicines. Tell your doctor or pharmacist openly."
        }
        Meaning::AlcoholIsLow => {
            "This amount is low by this check. Still ask before you mix it with medicines."
        }
    }
}

pub fn threshold(threshold: &Threshold) -> String {
    let at = threshold.at;
    if threshold.what == What::Impact {
        return format!("What counts as a change: {at:.0} point.");
    }
    let direction = if threshold.or_less {
        "or less"
    } else {
        "or more"
    };
    format!(
        "Our working limit for \u{201c}{}\u{201d}: {at:.0} {direction}. It is borrowed from the published scale and not tested for our words.",
        what(threshold.what)
    )
}
