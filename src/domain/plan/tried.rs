//! Owns what of the plan was tried before, by how it went: what helped, what is not to be praised again, and what may not
//! have had a fair trial.
//! May use: model, the response, fair trials. Must not: wording of its own, advice.

use super::facts::fact;
use super::model::Plan;
use crate::domain::questionnaire::model::{Answer, Effect, Tried};
use crate::domain::questionnaire::response::Response;
use crate::domain::treatments::trials::doubts;
use crate::knowledge::{ITEMS, ItemKind, THERAPIES, Therapy, Word};

/// Treatments that were tried, each in the order of the catalogue and in one list only.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct TriedBefore {
    pub helped: Vec<&'static Therapy>,
    /// It did not help, with a fair trial as far as was told, or it did harm.
    pub not_again: Vec<&'static Therapy>,
    /// It did not help, and by what was told the trial was short, seldom or low.
    pub too_short: Vec<&'static Therapy>,
}

/// What was tried. A treatment with several trials counts by the best of them.
pub fn tried_before(response: &Response, plan: &Plan) -> TriedBefore {
    let holds = |set, word: Word| plan.facts.holds(set, word);
    let mut tried = TriedBefore::default();
    for therapy in &THERAPIES {
        let word = therapy.word;
        if holds(fact::TRIED_HELPED, word) {
            tried.helped.push(therapy);
        } else if holds(fact::TRIED_BAD, word) {
            tried.not_again.push(therapy);
        } else if was_too_short(response, therapy) {
            tried.too_short.push(therapy);
        } else if holds(fact::TRIED_NO_HELP, word) {
            tried.not_again.push(therapy);
        }
    }
    tried
}

/// Whether a treatment did not help, and each such trial of it was too short or too low to count (`provide`).
pub fn was_too_short(response: &Response, therapy: &Therapy) -> bool {
    let of_it = |tried: &&Tried| tried.therapy.as_str() == therapy.id;
    let mut trials = trials(response)
        .iter()
        .filter(of_it)
        .filter(|tried| tried.effect == Some(Effect::NoHelp))
        .peekable();
    trials.peek().is_some() && trials.all(|tried| !doubts(tried).is_empty())
}

fn trials(response: &Response) -> &[Tried] {
    let item = ITEMS.iter().find(|item| item.kind == ItemKind::Tried);
    match item.and_then(|item| response.answer(item.id)) {
        Some(Answer::Tried(trials)) => trials,
        _ => &[],
    }
}
