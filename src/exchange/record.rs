//! Owns what an export is made from: the answers and the diary, and what follows from them on a day.
//! May use: domain. Must not: a clock; the day is given.

use crate::domain::arrangements::Arrangements;
use crate::domain::date::{Days, NaiveDate};
use crate::domain::diary::entry::Entry;
use crate::domain::diary::series::{self, Day};
use crate::domain::handout::since::Since;
use crate::domain::handout::{self, Handout, PaperChoices};
use crate::domain::plan::engine;
use crate::domain::plan::model::Plan;
use crate::domain::questionnaire::answered::{Answered, GivenBetween};
use crate::domain::questionnaire::flow::{Course, course};
use crate::domain::questionnaire::model::Answer;
use crate::domain::questionnaire::response::Response;
use crate::domain::safety::SafetyAnswers;

/// Days of the diary that go into a report: four weeks, as on the hand-out.
pub const REPORT_DAYS: u64 = 28;

/// One person's record on one day.
pub struct Record<'a> {
    pub response: &'a Response,
    /// When the answers were given, as far as that was noted.
    pub answered: Answered,
    /// Oldest first.
    pub entries: &'a [Entry],
    /// The day the export is made.
    pub date: NaiveDate,
    pub course: Course,
    pub plan: Plan,
    /// As on paper, where private answers stay off until the person says yes.
    pub handout: Handout,
}

impl<'a> Record<'a> {
    /// Works out everything that follows from the answers and the diary.
    pub fn new(response: &'a Response, entries: &'a [Entry], date: NaiveDate) -> Self {
        let course = course(response);
        let answers = SafetyAnswers::from_response(&response.safety);
        let plan = engine::plan(&course.facts, &answers);
        let days = recent_days(entries, date);
        let handout = handout::handout(response, &course, &plan, days, date);
        let handout = PaperChoices::default().apply(handout);
        Self {
            response,
            answered: Answered::default(),
            entries,
            date,
            course,
            plan,
            handout,
        }
    }
}

impl Record<'_> {
    /// The same, knowing what was agreed at the last visit.
    pub fn agreed(mut self, arrangements: &Arrangements) -> Self {
        let entries = |first: NaiveDate, last: NaiveDate| -> Vec<Entry> {
            let entries = self.entries.iter();
            let entries = entries.filter(|entry| (first..=last).contains(&entry.date));
            entries.cloned().collect()
        };
        let since = Since::of(None, (&self.course, self.response), arrangements);
        self.handout.since = since.with_readings(&entries, self.date);
        self.handout = PaperChoices::default().apply(self.handout);
        self
    }

    /// The same, knowing when the answers were given.
    pub fn answered(self, answered: Answered) -> Self {
        Self { answered, ..self }
    }

    /// The answer to an item that is shown; what a hidden one holds does not count.
    pub fn told(&self, item: &str) -> Option<&Answer> {
        let mut visible = self.course.visible.iter();
        visible
            .any(|known| known.id == item)
            .then(|| self.response.answer(item))?
    }

    /// When the answer to an item was given; at the latest on the day of the export.
    pub fn given(&self, item: &str) -> GivenBetween {
        self.known(self.answered.item(self.response, item))
    }

    /// The same for a question about warning signs.
    pub fn sign_given(&self, question: &str) -> GivenBetween {
        self.known(self.answered.sign(self.response, question))
    }

    fn known(&self, given: Option<GivenBetween>) -> GivenBetween {
        given.unwrap_or(GivenBetween {
            first: self.date,
            last: self.date,
        })
    }
}

fn recent_days(entries: &[Entry], date: NaiveDate) -> Vec<Day> {
    let first = date
        .checked_sub_days(Days::new(REPORT_DAYS))
        .unwrap_or(date);
    let recent: Vec<Entry> = entries
        .iter()
        .filter(|entry| entry.date > first && entry.date <= date)
        .cloned()
        .collect();
    series::days(&recent, date, REPORT_DAYS)
}
