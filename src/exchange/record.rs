//! Owns what an export is made from: the answers and the diary, and what follows from them on a day.
//! May use: domain. Must not: a clock; the day is given.

use crate::domain::date::{Days, NaiveDate};
use crate::domain::diary::entry::Entry;
use crate::domain::diary::series::{self, Day};
use crate::domain::handout::{self, Handout};
use crate::domain::plan::engine;
use crate::domain::plan::model::Plan;
use crate::domain::questionnaire::flow::{Course, course};
use crate::domain::questionnaire::response::Response;
use crate::domain::safety::SafetyAnswers;

/// Days of the diary that go into a report: four weeks, as on the hand-out.
pub const REPORT_DAYS: u64 = 28;

/// One person's record on one day.
pub struct Record<'a> {
    pub response: &'a Response,
    /// Oldest first.
    pub entries: &'a [Entry],
    /// The day the export is made.
    pub date: NaiveDate,
    pub course: Course,
    pub plan: Plan,
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
        Self {
            response,
            entries,
            date,
            course,
            plan,
            handout,
        }
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
