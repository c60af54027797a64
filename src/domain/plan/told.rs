//! Owns what a person said that a line rests on: the reasons why it fits, each with the answer itself where one is known,
//! and what asks for care.
//! May use: facts, model, the reading of conditions, knowledge. Must not: wording of its own, state what was not said.

use super::facts::{FactId, Facts, Noted, fact};
use super::model::{Line, Match};
use super::reading::words_behind;
use crate::domain::collections::InOrder;
use crate::domain::safety::SafetyAnswers;
use crate::knowledge::{Caution, Fit, Level, Word};

/// One reason why a line fits, in the person's own answer.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Told {
    /// What troubles most, as a word of `primary_site`.
    Place(Word),
    /// An illness that the person named, as a word of `conditions`.
    Illness(Word),
    /// A medicine in use, as a word of `current_meds`.
    Medicine(Word),
    /// A treatment that did not help or did harm, as a word of the tried sets.
    NoHelp(Word),
    /// A number that the person gave.
    Number(FactId, f64),
    /// A number from the person's diary, where they gave none.
    Noted(Noted),
    /// A number that the person gave, and the diary has another.
    Differs(Noted, f64),
    /// A goal of the person, as a word of `goals`.
    Goal(Word),
    /// A wish for the way it comes, as a word of `prefs`.
    Wish(Word),
    HelpedBefore,
    /// It did not help, and by what was told the trial was short, seldom or low.
    TriedTooShort,
    /// True for this person, and more than one answer says so.
    Fit(&'static Fit),
}

/// What asks for care before this option is used.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Care {
    pub level: Level,
    pub caution: &'static Caution,
    /// The illness, medicine or allergy because of which.
    pub cause: Option<(FactId, Word)>,
}

/// Why a line fits this person: what its rules are about, the goals it serves, what helped, then the rest. Each once.
pub fn told(line: &Line, facts: &Facts, answers: &SafetyAnswers) -> Vec<Told> {
    let mut told: Vec<Told> = Vec::new();
    for each in &line.matches {
        let said = match each {
            Match::Fit(fit) => of_fit(fit, line, facts, answers),
            Match::Goal(goal) => Told::Goal(*goal),
            Match::Wish(wish) => Told::Wish(*wish),
            Match::Helped => Told::HelpedBefore,
        };
        if !told.contains(&said) {
            told.push(said);
        }
    }
    // The first thing it is about, then every goal by name, then what helped; the rest keeps its order.
    let is_about =
        |each: &Told| !matches!(each, Told::Goal(_) | Told::HelpedBefore | Told::Wish(_));
    let lead = told
        .iter()
        .position(is_about)
        .map(|place| told.remove(place));
    told.put_in_order_by_key(|each| match each {
        Told::Goal(_) => 0,
        Told::HelpedBefore => 1,
        Told::Wish(_) => 3,
        _ => 2,
    });
    if let Some(lead) = lead {
        told.insert(0, lead);
    }
    told
}

/// The answer behind a word of fit, where one answer is what it says.
fn of_fit(fit: &'static Fit, line: &Line, facts: &Facts, answers: &SafetyAnswers) -> Told {
    let number = |id: FactId| {
        facts
            .number(id)
            .filter(|number| *number > 0.0)
            .map(|number| match facts.noted(id) {
                Some(noted) if noted.used => Told::Noted(*noted),
                Some(noted) if noted.number != number => Told::Differs(*noted, number),
                _ => Told::Number(id, number),
            })
    };
    let named = |sets: &[FactId]| {
        let rules = line.rules.iter().filter(|rule| rule.fits.contains(&fit));
        rules
            .flat_map(|rule| words_behind(rule.when, facts, answers))
            .find(|(id, word)| sets.contains(id) && facts.holds(*id, *word))
            .map(|(_, word)| word)
    };
    let said = match fit.id {
        "site" => facts.word(fact::PRIMARY_SITE).map(Told::Place),
        "condition" => named(&[fact::CONDITIONS]).map(Told::Illness),
        "medicines" => named(&[fact::CURRENT_MEDS]).map(Told::Medicine),
        "next" => named(&[fact::TRIED_NO_HELP, fact::TRIED_BAD]).map(Told::NoHelp),
        "sleep" => number(fact::SLEEP_BAD_NIGHTS),
        "headdays" => number(fact::HEADACHE_DAYS),
        "migraine" => number(fact::MIGRAINE_DAYS),
        "severe" => number(fact::NRS_AVG7),
        _ => None,
    };
    said.unwrap_or(Told::Fit(fit))
}

/// What asks for the most care; none where no caution is true.
pub fn care(line: &Line, facts: &Facts, answers: &SafetyAnswers) -> Option<Care> {
    [Level::Avoid, Level::Specialist, Level::Tell]
        .into_iter()
        .find_map(|level| {
            let mut cautions = line.cautions.iter();
            cautions.find(|caution| caution.level == level)
        })
        .map(|caution| Care {
            level: caution.level,
            caution,
            cause: cause(caution, facts, answers),
        })
}

/// The word of an answer that makes a caution true: the first illness, medicine or allergy that it names.
fn cause(caution: &Caution, facts: &Facts, answers: &SafetyAnswers) -> Option<(FactId, Word)> {
    let sets = [fact::CONDITIONS, fact::CURRENT_MEDS, fact::ALLERGIES];
    let words = words_behind(caution.when, facts, answers);
    words
        .into_iter()
        .find(|(id, word)| sets.contains(id) && facts.holds(*id, *word))
}
