//! Owns the plan as the views see it, the person's view of each option, their questions, and the hand-out.

use std::sync::Arc;

use leptos::prelude::*;

use super::Assessment;
use crate::domain::date::NaiveDate;
use crate::domain::diary::series::Day;
use crate::domain::handout::{self, Handout};
use crate::domain::ids::TherapyId;
use crate::domain::plan::model::Plan;
use crate::domain::questionnaire::response::View;

impl Assessment {
    /// Questions that the plan offers: those about unknown cautions, then those of the options shown first.
    pub fn plan_questions(&self) -> Vec<String> {
        let plan = self.plan_memo().get();
        let shown = plan
            .lines
            .iter()
            .filter(|line| line.shown && line.status.is_open());
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
