//! Owns which days a person can mean who writes one down: neither before they were born nor further ahead than makes sense.
//! May use: dates. Must not: a clock; today is given.

use super::date::{Datelike, Months, NaiveDate, day_from};

/// No day before this year is taken, whatever is known of the person: nobody who writes is older.
pub const FIRST_YEAR: i32 = 1900;
/// Years ahead in which a day to come may lie: an appointment, a new pack, a look back. Ours.
const YEARS_AHEAD: u32 = 10;

/// The days that a field takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DayRule {
    today: NaiveDate,
    /// The earliest day on which the person can have been born; none while the age is not known.
    born: Option<NaiveDate>,
    /// Whether a day to come makes sense.
    ahead: bool,
}

/// Why a day is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OddDay {
    /// No day of the calendar, or not yet a whole one.
    NotADay,
    BeforeBirth,
    TooLongAgo,
    StillToCome,
    TooFarAhead,
}

impl DayRule {
    /// For what has happened: up to today.
    pub fn past(today: NaiveDate) -> Self {
        Self {
            today,
            born: None,
            ahead: false,
        }
    }

    /// For what may also be planned.
    pub fn past_or_ahead(today: NaiveDate) -> Self {
        Self {
            ahead: true,
            ..Self::past(today)
        }
    }

    /// The same for a person of whom it is known when they were born at the earliest.
    pub fn of_person(self, born: Option<NaiveDate>) -> Self {
        Self { born, ..self }
    }

    /// The same with this day as the last one: the day that the person is at, when it is already a later one elsewhere.
    pub fn up_to(self, last: NaiveDate) -> Self {
        Self {
            today: self.today.max(last),
            ..self
        }
    }

    /// The first day that is taken.
    pub fn first(&self) -> NaiveDate {
        let first = NaiveDate::from_ymd_opt(FIRST_YEAR, 1, 1).unwrap_or(NaiveDate::MIN);
        self.born.map_or(first, |born| born.max(first))
    }

    /// The last day that is taken.
    pub fn last(&self) -> NaiveDate {
        match self.ahead {
            true => self
                .today
                .checked_add_months(Months::new(12 * YEARS_AHEAD))
                .unwrap_or(self.today),
            false => self.today,
        }
    }

    /// The day that was written as 2026-11-23, or why it is not taken.
    pub fn read(&self, typed: &str) -> Result<NaiveDate, OddDay> {
        let day = day_from(typed).ok_or(OddDay::NotADay)?;
        self.why_odd(day).map_or(Ok(day), Err)
    }

    /// Why a day is not taken; nothing when it is.
    pub fn why_odd(&self, day: NaiveDate) -> Option<OddDay> {
        if day < self.first() {
            return Some(match day.year() < FIRST_YEAR {
                true => OddDay::TooLongAgo,
                false => OddDay::BeforeBirth,
            });
        }
        (day > self.last()).then_some(match self.ahead {
            true => OddDay::TooFarAhead,
            false => OddDay::StillToCome,
        })
    }
}

/// The earliest day on which a person was born who says on a day that they are so many years old.
pub fn born_at_the_earliest(age: u32, told_on: NaiveDate) -> Option<NaiveDate> {
    let months = age.checked_add(1)?.checked_mul(12)?;
    told_on.checked_sub_months(Months::new(months))?.succ_opt()
}
