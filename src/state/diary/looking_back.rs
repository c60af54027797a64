//! Owns what the views show of many days: series, summaries, medicine days, findings.
//! May use: domain, the diary's entries. Must not: wording, arithmetic of its own.

use leptos::prelude::*;

use super::Diary;
use crate::domain::date::{Days, NaiveDate};
use crate::domain::diary::entry::Entry;
use crate::domain::diary::insight::change::{self, BeforeAfter, Change as LevelChange, TooEarly};
use crate::domain::diary::insight::table::{Outcome, Table, chosen_outcome};
use crate::domain::diary::insight::{self, Findings, MOST_DAYS};
use crate::domain::diary::medicines::days::{MedicineDays, WINDOW_DAYS, medicine_days};
use crate::domain::diary::medicines::relief;
use crate::domain::diary::medicines::totals::{DayTotals, day_totals};
use crate::domain::diary::series::{self, Day};
use crate::domain::diary::stats::{self, Block, Change, Logged};
use crate::domain::diary::weeks;
use crate::domain::ids::FactorId;

/// What may be said about a stretch of days.
pub struct Summary {
    pub logged: Logged,
    pub blocks: Vec<Block>,
    pub change: Change,
}

/// The order in which weeks are drawn is random, and the same in each look at the same diary.
const SEED: u64 = 1;

impl Diary {
    /// The last `count` days up to today, oldest first, reactive.
    pub fn last_days(&self, count: u64) -> Vec<Day> {
        let today = self.today.get();
        // The day before may have an attack that reaches into the first one.
        let entries = self.between(days_before(today, count), today);
        series::days(&entries, today, count)
    }

    /// How many of the last `count` days have an entry.
    pub fn logged(&self, count: u64) -> Logged {
        stats::logged(&self.last_days(count))
    }

    /// What may be said about these days.
    pub fn summary(&self, days: &[Day]) -> Summary {
        let blocks = stats::blocks(days);
        Summary {
            logged: stats::logged(days),
            change: stats::change(&blocks),
            blocks,
        }
    }

    /// Every day from the baseline, or from the first entry, up to today; at most ten years.
    pub fn all_days(&self) -> Vec<Day> {
        self.version.track();
        let today = self.today.get();
        let first = self
            .store
            .with_value(|store| store.months())
            .first()
            .and_then(|month| month.day(1));
        let count = first.map_or(0, |first| (today - first).num_days() + 1);
        self.last_days(count.clamp(0, 3_660).unsigned_abs())
    }

    /// The last fortnight against the baseline that was chosen, or the first good fortnight.
    pub fn against_baseline(&self, days: &[Day]) -> Option<Result<LevelChange, TooEarly>> {
        let chosen = self.tracking().baseline;
        let baseline = chosen.or_else(|| change::first_baseline(days))?;
        Some(change::against_baseline(days, baseline))
    }

    /// What came before and after a change of treatment.
    pub fn around(&self, days: &[Day], date: NaiveDate) -> Result<BeforeAfter, TooEarly> {
        change::around(days, date)
    }

    /// Days with each kind of pain medicine, this month and in the last 30 days.
    pub fn medicine_days(&self) -> MedicineDays {
        let today = self.today.get();
        // A month of 31 days reaches one day further back.
        let entries = self.between(days_before(today, WINDOW_DAYS + 1), today);
        medicine_days(&entries, today)
    }

    /// How much paracetamol and anti-inflammatory medicine a day adds up to.
    pub fn day_totals(&self, date: NaiveDate) -> DayTotals {
        day_totals(&self.of_day(date), date)
    }

    /// The medicine whose effect can be asked about now, with its entry, reactive.
    pub fn relief_to_ask(&self) -> Option<(Entry, usize)> {
        let today = self.today.get();
        let entries = self.between(days_before(today, 1), today);
        relief::to_ask(&entries, self.now()).map(|(entry, place)| (entry.clone(), place))
    }

    /// The last four weeks were alike, so that fewer entries would say as much.
    pub fn is_stable(&self) -> bool {
        weeks::is_stable(&weeks::weeks(&self.last_days(5 * 7)))
    }

    /// What goes with the pain, of the factors that are watched, over the last year.
    pub fn findings(&self) -> Findings {
        let today = self.today.get();
        let entries = self.between(days_before(today, MOST_DAYS as u64), today);
        let tracking = self.tracking();
        let watched = tracking.factors_on(today);
        let factors: Vec<FactorId> = watched.into_iter().map(|(id, _)| id.clone()).collect();
        let outcome = match tracking.headaches {
            true => Outcome::HeadacheOnset,
            false => chosen_outcome(&entries),
        };
        insight::analyse(&Table::of(&entries, &factors, outcome, today), SEED)
    }
}

fn days_before(date: NaiveDate, count: u64) -> NaiveDate {
    date.checked_sub_days(Days::new(count)).unwrap_or(date)
}
