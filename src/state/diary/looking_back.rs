//! Owns what the views show of many days: series, summaries, medicine days, findings.
//! May use: domain, the diary's entries. Must not: wording, arithmetic of its own.

use leptos::prelude::*;

use super::Diary;
use crate::domain::date::{Days, NaiveDate, days_between};
use crate::domain::day_rule::FIRST_YEAR;
use crate::domain::diary::entry::Entry;
use crate::domain::diary::insight::change::{self, BLOCK_DAYS, BeforeAfter, TooEarly};
use crate::domain::diary::insight::table::{Outcome, Table, chosen_outcome};
use crate::domain::diary::insight::{self, Findings, MOST_DAYS};
use crate::domain::diary::looking_back::{Period, from_first_entry};
use crate::domain::diary::medicines::days::{MedicineDays, WINDOW_DAYS, medicine_days};
use crate::domain::diary::medicines::relief;
use crate::domain::diary::noted::noted;
use crate::domain::diary::series::{self, Day};
use crate::domain::diary::stats::{self, Logged};
use crate::domain::diary::weeks;
use crate::domain::ids::FactorId;
use crate::domain::plan::facts::Noted;

/// The order in which weeks are drawn is random, and the same in each look at the same diary.
const SEED: u64 = 1;

impl Diary {
    /// The last `count` days up to today, oldest first, reactive.
    pub fn last_days(&self, count: u64) -> Vec<Day> {
        self.days_up_to(self.today.get(), count)
    }

    /// The `count` days up to a day, oldest first, reactive.
    pub fn days_up_to(&self, last: NaiveDate, count: u64) -> Vec<Day> {
        // The day before may have an attack that reaches into the first one.
        let entries = self.between(days_before(last, count), last);
        series::days(&entries, last, count)
    }

    /// How many of the last `count` days have an entry.
    pub fn logged(&self, count: u64) -> Logged {
        stats::logged(&self.last_days(count))
    }

    /// Every day from the baseline, or from the first entry, up to today; at most ten years.
    pub fn all_days(&self) -> Vec<Day> {
        let today = self.today.get();
        let first = self.first_month_day();
        let count = first.map_or(0, |first| (today - first).num_days() + 1);
        self.last_days(count.clamp(0, 3_660).unsigned_abs())
    }

    /// How far the pages look back.
    pub fn period(&self) -> RwSignal<Period> {
        self.period
    }

    /// The days of a look back, oldest first, reactive. Only the months of these days are read.
    pub fn looked_at(&self, period: Period) -> Vec<Day> {
        let since_first = self.first_month_day().map_or(0, |first| {
            days_between(first, self.today.get()).saturating_add(1)
        });
        let count = period.count(since_first.max(0).unsigned_abs());
        from_first_entry(self.last_days(count))
    }

    /// The first day of the first month that has entries.
    pub(super) fn first_month_day(&self) -> Option<NaiveDate> {
        self.version.track();
        let months = self.store.with_value(|store| store.months());
        // A mistyped year is no beginning: the look back would reach over centuries.
        let mut months = months.iter().filter(|month| month.year >= FIRST_YEAR);
        months.next().and_then(|month| month.day(1))
    }

    /// The 14 days that later ones are compared with: those that were chosen, else the first good ones of a look back.
    pub fn baseline_days(&self, days: &[Day]) -> Vec<Day> {
        match self.tracking().baseline {
            Some(chosen) => self.block_from(chosen),
            None => change::first_baseline(days)
                .map(|first| change::block(days, first).to_vec())
                .unwrap_or_default(),
        }
    }

    /// The 14 days from a day on.
    pub fn block_from(&self, first: NaiveDate) -> Vec<Day> {
        let last = first
            .checked_add_days(Days::new(BLOCK_DAYS as u64 - 1))
            .unwrap_or(first);
        self.days_between(first, last)
    }

    /// What came before and after a change of treatment, with the days that were looked at.
    pub fn around(&self, date: NaiveDate) -> (Vec<Day>, Result<BeforeAfter, TooEarly>) {
        let (first, last) = change::days_around(date).unwrap_or((date, date));
        let days = self.days_between(first, last.min(self.today.get()));
        let found = change::around(&days, date);
        (days, found)
    }

    /// Some days, oldest first, reactive. Only their months are read.
    fn days_between(&self, first: NaiveDate, last: NaiveDate) -> Vec<Day> {
        let count = u64::try_from(days_between(first, last) + 1).unwrap_or_default();
        self.days_up_to(last, count)
    }

    /// Days with each kind of pain medicine, this month and in the last 30 days.
    pub fn medicine_days(&self) -> MedicineDays {
        let today = self.today.get();
        // A month of 31 days reaches one day further back.
        let entries = self.between(days_before(today, WINDOW_DAYS + 1), today);
        medicine_days(&entries, today)
    }

    /// What the diary says about questions of the assessment, reactive. Two or three months are read.
    pub fn noted(&self) -> Vec<Noted> {
        let today = self.today.get();
        noted(
            &self.between(days_before(today, WINDOW_DAYS + 1), today),
            today,
        )
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

pub(super) fn days_before(date: NaiveDate, count: u64) -> NaiveDate {
    date.checked_sub_days(Days::new(count)).unwrap_or(date)
}
