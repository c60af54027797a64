//! Owns what the plan page asks of the assessment: reasons in the person's own answers, goals, what was tried, and the
//! one question that decides most.

use leptos::prelude::*;

use super::Assessment;
use crate::domain::handout::WISH;
use crate::domain::ids::{ItemId, TherapyId};
use crate::domain::plan::around::{Beside, around, between};
use crate::domain::plan::deciding::{Deciding, deciding, moved};
use crate::domain::plan::model::{Line, Plan};
use crate::domain::plan::numbers::{Numbers, numbers_of};
use crate::domain::plan::told::{Care, Told, care, told};
use crate::domain::plan::tried::{TriedBefore, tried_before, was_too_short};
use crate::domain::questionnaire::response::View;
use crate::knowledge::{Therapy, fact, item};

/// The item with the twelve goals.
const GOALS: &str = "goals.pick";

impl Assessment {
    /// Why a line of the plan fits, each in the answer of the person, once.
    pub fn told(&self, line: &Line) -> Vec<Told> {
        let plan = self.plan_memo().get_untracked();
        let mut told = told(line, &plan.facts, &self.safety_answers_untracked());
        // What did not help is never offered again without a word.
        if self.was_too_short(line.therapy) {
            told.insert(0, Told::TriedTooShort);
        }
        told
    }

    /// What asks for care at a line of the plan, once.
    pub fn care(&self, line: &Line) -> Option<Care> {
        let plan = self.plan_memo().get_untracked();
        care(line, &plan.facts, &self.safety_answers_untracked())
    }

    /// The honest numbers of an option for this person, once.
    pub fn numbers_of(&self, therapy: &Therapy) -> Numbers {
        numbers_of(therapy, &self.plan_memo().get_untracked().facts)
    }

    /// What an option means beside the others of the plan, once.
    pub fn around(&self, therapy: &Therapy) -> Vec<Beside> {
        let plan = self.plan_memo().get_untracked();
        around(therapy, &plan, &self.safety_answers_untracked())
    }

    /// What is known about two options with each other, once.
    pub fn between(&self, one: &Therapy, other: &Therapy) -> Vec<Beside> {
        let plan = self.plan_memo().get_untracked();
        between(one, other, &plan, &self.safety_answers_untracked())
    }

    /// The goals in words: the ones that were chosen, then the person's own, once.
    pub fn goal_names(&self) -> Vec<String> {
        let plan = self.plan_memo().get_untracked();
        let chosen = plan.facts.words(fact::GOALS).into_iter().flatten();
        let labels = chosen.map(|goal| {
            let options = item(GOALS).map_or(&[][..], |item| item.options);
            let option = options.iter().find(|option| option.word == Some(*goal));
            option.map_or(goal.text(), |option| option.label)
        });
        let own = untrack(|| self.text(WISH))
            .map(|own| format!("“{}”", own.trim().trim_end_matches('.')));
        own.into_iter().chain(labels.map(lowered)).collect()
    }

    /// The visit that the person prepares, in their own words, once.
    pub fn visit_named(&self) -> Option<String> {
        untrack(|| self.text("about.visit"))
    }

    /// What was tried, by how it went, once.
    pub fn tried_before(&self, plan: &Plan) -> TriedBefore {
        self.response
            .with_untracked(|response| tried_before(response, plan))
    }

    /// Whether a treatment did not help, and may not have been tried for long enough to know, once.
    pub fn was_too_short(&self, therapy: &Therapy) -> bool {
        self.response
            .with_untracked(|response| was_too_short(response, therapy))
    }

    /// The person's view of an option, once.
    pub fn view_once(&self, therapy: &str) -> Option<View> {
        let id = TherapyId::from(therapy);
        self.response
            .with_untracked(|response| response.views.get(&id).copied())
    }

    /// The question whose missing answer decides most, once. It makes the plan some dozen times.
    pub fn deciding(&self, left_out: &[ItemId]) -> Option<Deciding> {
        let plan = self.plan_memo().get_untracked();
        let answers = self.safety_answers_untracked();
        self.response.with_untracked(|response| {
            self.course()
                .with_untracked(|course| deciding(course, response, &plan, &answers, left_out))
        })
    }

    /// The options that stand elsewhere than in an earlier plan, in the order of the plan now, once.
    pub fn moved_since(&self, before: &Plan) -> Vec<&'static Therapy> {
        moved(before, &self.plan_memo().get_untracked())
    }

    fn safety_answers_untracked(&self) -> crate::domain::safety::SafetyAnswers {
        untrack(|| self.safety_answers())
    }
}

/// A label inside a line.
fn lowered(label: &str) -> String {
    let mut letters = label.chars();
    letters
        .next()
        .map(|first| first.to_lowercase().chain(letters).collect())
        .unwrap_or_default()
}
