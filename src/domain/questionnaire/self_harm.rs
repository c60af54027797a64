//! Owns the one question about self-harm: its answers, and the two stored answers that each of them is.
//! May use: model, ids. Must not: wording, pages.

use std::collections::BTreeMap;

use super::model::SafetyAnswer;
use crate::domain::ids::QuestionId;

/// What a person answers. "I would rather not say" is no answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SelfHarm {
    No,
    /// Thoughts, without wanting to act on them.
    Thoughts,
    /// It might happen, or something was done today.
    Plan,
}

/// The questions behind it in `red_flags.toml`.
const PLAN: &str = "q_sui_plan";
const THOUGHTS: &str = "q_sui_thoughts";

impl SelfHarm {
    /// The answer in stored answers. "No" needs both: who left one of them out has not said no.
    pub fn of(safety: &BTreeMap<QuestionId, SafetyAnswer>) -> Option<Self> {
        let is_true = |id| {
            safety
                .get(&QuestionId::from(id))
                .map(|answer| answer.is_true())
        };
        match (is_true(PLAN), is_true(THOUGHTS)) {
            (Some(true), _) => Some(SelfHarm::Plan),
            (_, Some(true)) => Some(SelfHarm::Thoughts),
            (Some(false), Some(false)) => Some(SelfHarm::No),
            _ => None,
        }
    }

    /// What each of the two questions is answered with; nothing when the person would rather not say.
    pub fn answers(given: Option<Self>) -> [(&'static str, Option<SafetyAnswer>); 2] {
        let answer = |is_true: bool| match is_true {
            true => SafetyAnswer::Yes,
            false => SafetyAnswer::No,
        };
        [
            (PLAN, given.map(|given| answer(given == SelfHarm::Plan))),
            (THOUGHTS, given.map(|given| answer(given != SelfHarm::No))),
        ]
    }

    /// Whether a question is one of the two.
    pub fn is_behind(id: &str) -> bool {
        [PLAN, THOUGHTS].contains(&id)
    }
}
