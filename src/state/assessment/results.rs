//! Owns what the answers add up to as the views see it: results of our own checks, daily totals, everything odd,
//! how much is still open.

use std::sync::Arc;

use leptos::prelude::*;

use super::Assessment;
use crate::domain::medicines::pairs::Clash;
use crate::domain::medicines::sums::Sum;
use crate::domain::questionnaire::findings::{self, Finding};
use crate::domain::questionnaire::model::Answer;
use crate::domain::questionnaire::response::Response;
use crate::domain::scoring::{self, CheckResult};
use crate::domain::treatments::amounts::{OpioidBand, opioid_band, totals};
use crate::knowledge::Item;

impl Assessment {
    /// The results of the checks that were begun, reactive.
    pub fn results(&self) -> Vec<CheckResult> {
        self.response.with(|response| {
            self.course()
                .with(|course| scoring::results(course, response))
        })
    }

    /// Everything odd, in the order of the questions, reactive.
    pub fn all_findings(&self) -> Vec<Finding> {
        let today = self.today.get();
        self.response.with(|response| {
            self.course()
                .with(|course| findings::findings(course, response, today))
        })
    }

    /// What the list of medicines adds up to in a day, reactive.
    pub fn daily_totals(&self, item: &Item) -> (Vec<Sum>, Option<OpioidBand>) {
        let Some(Answer::Medicines(list)) = self.answer(item) else {
            return (Vec::new(), None);
        };
        let uses_opioid = self.course().with(|course| course.facts.uses_opioid());
        (totals(&list), opioid_band(&list, uses_opioid))
    }

    /// What does not go together of what the story says. It is made with the plan.
    pub(in crate::state) fn clash_memo(&self) -> Memo<Arc<Vec<Clash>>> {
        self.plan_memo();
        self.derived
            .with_value(|derived| derived.clashes)
            .expect("it is made with the plan")
    }

    /// Something about the response as it is, reactive.
    pub(in crate::state) fn response_with<T>(&self, look: impl FnOnce(&Response) -> T) -> T {
        self.response.with(look)
    }

    /// How many visible items are open.
    pub fn open_questions(&self) -> usize {
        self.response
            .with(|response| self.course().with(|course| course.open(response).count()))
    }

    /// Estimated minutes for the open items.
    pub fn minutes_left(&self) -> usize {
        self.response
            .with(|response| self.course().with(|course| course.minutes_left(response)))
    }
}
