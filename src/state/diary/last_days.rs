//! Owns what the views show of the last days: a card of a week or of four, and what Today has before.
//! May use: domain, the diary's entries. Must not: wording, arithmetic of its own. Only the months of these days are read.

use super::Diary;
use super::looking_back::days_before;
use crate::domain::date::{Days, NaiveDate};
use crate::domain::diary::entry::Entry;
use crate::domain::diary::series::{self, Day};
use crate::domain::diary::week_card::{
    self, DAYS_TO_READ, NotYet, Sentence, WEEK, WeekCard, card_of,
};

/// What Today shows of the last days.
pub struct DaysSoFar {
    pub day_on_day: Option<Sentence>,
    /// The last seven days; empty before the third.
    pub chart: Vec<Day>,
    pub card: Result<WeekCard, NotYet>,
}

impl Diary {
    /// The card of the last `count` days, or of those that end with a day, reactive.
    pub fn card(&self, count: u64, until: Option<NaiveDate>) -> Result<WeekCard, NotYet> {
        let today = self.today.get();
        let began = self.began();
        let last = until.filter(|until| *until < today);
        let entries = self.entries_for(last.unwrap_or(today));
        match last {
            Some(last) if began.is_some() => Ok(card_of(&entries, last, count)),
            _ => week_card::card(&entries, began, today, count),
        }
    }

    /// The last days of the cards before and after one, where there is something, reactive.
    pub fn cards_beside(
        &self,
        first: NaiveDate,
        last: NaiveDate,
        count: u64,
    ) -> (Option<NaiveDate>, Option<NaiveDate>) {
        let before = first.pred_opt();
        let before = before.filter(|last| self.began().is_some_and(|began| began <= *last));
        let after = last.checked_add_days(Days::new(count));
        let today = self.today.get();
        let latest = week_card::last_day(&self.of_day(today), today);
        let after = after.map(|after| after.min(latest));
        (before, after.filter(|after| *after > last))
    }

    /// What there is of the last days, reactive.
    pub fn days_so_far(&self) -> DaysSoFar {
        let today = self.today.get();
        let began = self.began();
        let entries = self.entries_for(today);
        DaysSoFar {
            day_on_day: week_card::day_on_day(&series::days(&entries, today, 2), began),
            chart: week_card::chart(&entries, began, today),
            card: week_card::card(&entries, began, today, WEEK),
        }
    }

    /// The day of the first note, reactive. One month is read.
    fn began(&self) -> Option<NaiveDate> {
        let month = self.first_month_day()?;
        let entries = self.read_month(month);
        // A month that cannot be read began all the same.
        let first = entries.iter().map(|entry| entry.date).min();
        first.or(Some(month))
    }

    fn entries_for(&self, last: NaiveDate) -> Vec<Entry> {
        self.between(days_before(last, DAYS_TO_READ), last)
    }
}
