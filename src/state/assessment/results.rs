//! Owns what the answers add up to as the views see it: results of our own checks, daily totals, everything odd,
//! how much is still open.

use std::sync::Arc;

use leptos::prelude::*;

use super::Assessment;
use crate::domain::body_map;
use crate::domain::diary::medicines::totals::{DayTotals, day_totals};
use crate::domain::ids::RegionId;
use crate::domain::medicines::pairs::Clash;
use crate::domain::plan::facts::Noted;
use crate::domain::questionnaire::findings::{self, Finding};
use crate::domain::questionnaire::model::Answer;
use crate::domain::questionnaire::response::Response;
use crate::domain::questionnaire::suggested::{Suggested, suggested};
use crate::domain::scoring::{self, CheckResult};
use crate::domain::treatments::amounts::{OpioidBand, in_use, opioid_band};
use crate::knowledge::{Item, Word};

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

    /// What the diary says about the facts that an answer to an item gives, each with what the person said; reactive.
    pub fn noted(&self, item: &Item) -> Vec<(Noted, Option<f64>)> {
        let ids = item.fact.into_iter();
        let ids = ids.chain(item.options.iter().filter_map(|option| option.fact));
        self.course().with(|course| {
            let with_said = |id| {
                let noted = *course.facts.noted(id)?;
                let said = course.facts.number(id).filter(|_| !noted.used);
                Some((noted, said))
            };
            ids.filter_map(with_said).collect()
        })
    }

    /// The places on the map with their names.
    pub fn site_names(&self) -> Vec<(Vec<RegionId>, String)> {
        self.response
            .with(|response| match response.answer("map.all") {
                Some(Answer::Sites(sites)) => sites
                    .iter()
                    .map(|site| (site.regions.clone(), body_map::site_name(site)))
                    .collect(),
                _ => Vec::new(),
            })
    }

    /// What was typed as the name of a record.
    pub fn typed_name(&self, item: &Item, record: usize) -> String {
        let name = match self.answer(item) {
            Some(Answer::Diagnoses(mut list)) => {
                list.get_mut(record).map(|r| std::mem::take(&mut r.name))
            }
            Some(Answer::Medicines(mut list)) => {
                list.get_mut(record).map(|r| std::mem::take(&mut r.name))
            }
            _ => None,
        };
        name.unwrap_or_default()
    }

    /// What the name of a record may count as, reactive.
    pub fn suggested(&self, item: &Item, record: usize) -> Vec<Suggested> {
        let Some(answer) = self.answer(item) else {
            return Vec::new();
        };
        self.course()
            .with(|course| suggested(&answer, record, &course.facts))
    }

    /// The person says whether the name of a record counts as an illness or a kind of medicine.
    pub fn say_counts(&self, item: &'static Item, record: usize, word: Word, counts: bool) {
        let Some(mut answer) = self.answer_untracked(item) else {
            return;
        };
        let said = match &mut answer {
            Answer::Diagnoses(list) => list.get_mut(record).map(|record| &mut record.counts),
            Answer::Medicines(list) => list.get_mut(record).map(|record| &mut record.counts),
            _ => None,
        };
        if let Some(said) = said {
            said.insert(word.text().to_owned(), counts);
            self.give(item, answer);
        }
    }

    /// What the list of medicines adds up to in a day, reactive.
    pub fn daily_totals(&self, item: &Item) -> (DayTotals, Option<OpioidBand>) {
        let Some(Answer::Medicines(list)) = self.answer(item) else {
            return (day_totals(&[]), None);
        };
        let uses_opioid = self.course().with(|course| course.facts.uses_opioid());
        (day_totals(&in_use(&list)), opioid_band(&list, uses_opioid))
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
