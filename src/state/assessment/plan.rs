//! Owns the plan as the views see it, the person's view of each option, their questions, and the hand-out.

use std::sync::Arc;

use leptos::prelude::*;

use super::Assessment;
use crate::domain::arrangements::Arrangements;
use crate::domain::collections::Gather;
use crate::domain::date::NaiveDate;
use crate::domain::diary::series::Day;
use crate::domain::handout::since::Since;
use crate::domain::handout::{self, Handout};
use crate::domain::ids::TherapyId;
use crate::domain::plan::combinations::{Combinations, combinations};
use crate::domain::plan::facts::{FactId, Value};
use crate::domain::plan::model::{Plan, Status};
use crate::domain::plan::packages::{Package, packages};
use crate::domain::plan::reading::{Input, inputs_behind, words_behind};
use crate::domain::questionnaire::model::SafetyAnswer;
use crate::domain::questionnaire::response::{Response, View};
use crate::domain::safety::SafetyAnswers;
use crate::knowledge::{Expression, SafetyQuestion};

/// An answer that decided a rule.
#[derive(Debug, Clone, PartialEq)]
pub enum Behind {
    Fact(FactId, Value),
    Question(&'static SafetyQuestion, SafetyAnswer),
}

impl Assessment {
    /// Questions to the specialist that the plan offers: the first one of each option that is shown first.
    pub fn plan_questions(&self) -> Vec<String> {
        let plan = self.plan_memo().get();
        let shown = plan
            .lines
            .iter()
            .filter(|line| line.shown && line.status.is_open())
            // Nobody asks for what failed.
            .filter(|line| line.status != Status::TriedBefore);
        let of_options = shown
            .take(8)
            .filter_map(|line| line.therapy.text().ask.first().copied());
        let mut questions: Vec<String> = Vec::new();
        for question in of_options {
            if !questions.iter().any(|known| known == question) {
                questions.push(question.to_owned());
            }
        }
        questions
    }

    /// What goes together and what clashes on the plan, reactive.
    pub fn combinations(&self) -> Combinations {
        let plan = self.plan_memo().get();
        combinations(&plan, &self.safety_answers())
    }

    /// What can be started one after the other, reactive.
    pub fn packages(&self) -> Vec<Package> {
        let plan = self.plan_memo().get();
        packages(&plan, &self.safety_answers())
    }

    /// The answers that make a condition of the rules as true or false as it is, with their values, reactive.
    pub fn behind(&self, when: Expression) -> Vec<Behind> {
        let plan = self.plan_memo().get();
        let answers = self.safety_answers();
        let words = words_behind(when, &plan.facts, &answers);
        // Of a long list of illnesses or medicines only those that the condition looks at.
        let looked_at = |id: FactId, value: &Value| match value {
            Value::Words(_) | Value::AtLeast(_) => Value::Words(
                words
                    .iter()
                    .filter(|(fact, _)| *fact == id)
                    .map(|(_, word)| *word)
                    .gather(),
            ),
            value => value.clone(),
        };
        inputs_behind(when, &plan.facts, &answers)
            .into_iter()
            .filter_map(|input| {
                Some(match input {
                    Input::Fact(id) => Behind::Fact(id, looked_at(id, plan.facts.get(id)?)),
                    Input::Question(question) => Behind::Question(question, answers.get(question)?),
                })
            })
            .collect()
    }

    pub(super) fn safety_answers(&self) -> SafetyAnswers {
        self.response
            .with(|response| SafetyAnswers::from_response(&response.safety))
    }

    /// The plan for the answers as they are, reactive.
    pub fn plan(&self) -> Arc<Plan> {
        self.plan_memo().get()
    }

    /// The hand-out with these diary days.
    pub(in crate::state) fn handout(&self, days: Vec<Day>, today: NaiveDate) -> Handout {
        let plan = self.plan_memo().get();
        self.response.with(|response| {
            self.course()
                .with(|course| handout::handout(response, course, &plan, days, today))
        })
    }

    /// What changed since an earlier assessment, and what was agreed.
    pub(in crate::state) fn since(
        &self,
        earlier: Option<&(NaiveDate, Response)>,
        arrangements: &Arrangements,
    ) -> Since {
        let earlier = earlier.map(|(began, response)| (*began, response));
        self.response.with(|response| {
            self.course()
                .with(|course| Since::of(earlier, (course, response), arrangements))
        })
    }

    /// The person's view of an option, reactive.
    pub fn view_of(&self, therapy: &str) -> Option<View> {
        self.response
            .with(|response| response.views.get(&TherapyId::from(therapy)).copied())
    }

    /// Keeps or takes back the person's view of an option.
    pub fn set_view(&self, therapy: &str, view: Option<View>) {
        let id = TherapyId::from(therapy);
        self.change(|response| {
            match view {
                Some(view) => response.views.insert(id, view),
                None => response.views.remove(&id),
            };
        });
    }

    /// The person's own questions, most important first, reactive.
    pub fn questions(&self) -> Vec<String> {
        self.response.with(|response| response.questions.clone())
    }

    /// Keeps the person's own questions in their order.
    pub fn set_questions(&self, questions: Vec<String>) {
        self.change(|response| response.questions = questions);
    }
}
