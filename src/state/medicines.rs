//! Owns which medicines of the person do not go together, as the views see it: the story, the person's list and a day's diary.
//! May use: domain. Must not: wording.

use std::sync::Arc;

use leptos::prelude::*;

use super::AppState;
use super::assessment::Assessment;
use crate::domain::date::{Days, NaiveDate};
use crate::domain::diary::medicines::totals::{
    DayTotals, REGULAR_DAYS, at_work_on, day_totals, taken_on,
};
use crate::domain::medicines::pairs::{Clash, Known, clashes};
use crate::domain::medicines::typed::{self, Typed};
use crate::domain::questionnaire::model::Answer;
use crate::domain::questionnaire::response::Response;
use crate::domain::treatments::amounts;

/// The item that lists medicines by their names.
const LIST: &str = "health.medlist";

/// What is understood of the list of the story.
pub(super) fn listed(response: &Response) -> Vec<Typed> {
    match response.answer(LIST) {
        Some(Answer::Medicines(list)) => amounts::in_use(list),
        _ => Vec::new(),
    }
}

impl Assessment {
    /// What does not go together of what the story says, reactive.
    pub fn clashes(&self) -> Arc<Vec<Clash>> {
        self.clash_memo().get()
    }
}

impl AppState {
    /// What does not go together on a day: of the story, of the person's own list, and of what the diary says is still at
    /// work on that day; reactive.
    pub fn clashes_on(&self, date: NaiveDate) -> Vec<Clash> {
        let plan = self.assessment.plan();
        let mut story = self.assessment.response_with(listed);
        let own = self.diary.tracking().medicines.into_values();
        story.extend(own.flat_map(|medicine| typed::read(&medicine.name, &medicine.amount)));
        let first = date.checked_sub_days(Days::new(REGULAR_DAYS));
        let entries = self.diary.between(first.unwrap_or(date), date);
        let diary = at_work_on(&entries, date);
        clashes(Known {
            story: &story,
            diary: &diary,
            facts: &plan.facts,
        })
    }

    /// What the medicines of a day add up to, reactive.
    pub fn day_totals(&self, date: NaiveDate) -> DayTotals {
        day_totals(&taken_on(&self.diary.of_day(date), date))
    }
}
