//! Owns today beside yesterday, from the first note on. May use: series. Must not: call a step up or down more than that.

use super::{Says, Sentence};
use crate::domain::date::NaiveDate;
use crate::domain::diary::series::Day;

/// What one day says about the pain.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum OneDay {
    /// Nothing is noted, which is not a day without pain.
    Empty,
    NoNumber,
    Free,
    /// Usual pain, 0 to 10.
    Pain(f64),
}

/// Two days.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct DayOnDay {
    pub today: OneDay,
    pub yesterday: OneDay,
    /// Today has the first note of the diary.
    pub is_first: bool,
}

impl OneDay {
    fn of(day: &Day) -> Self {
        match day.usual {
            _ if !day.logged => OneDay::Empty,
            _ if day.pain_free => OneDay::Free,
            Some(usual) => OneDay::Pain(usual),
            None => OneDay::NoNumber,
        }
    }

    /// Its number; none where none was given.
    pub fn level(self) -> Option<f64> {
        match self {
            OneDay::Pain(level) => Some(level),
            OneDay::Free => Some(0.0),
            OneDay::Empty | OneDay::NoNumber => None,
        }
    }
}

/// Today beside yesterday, from days that end with today; nothing when both are empty.
pub fn day_on_day(days: &[Day], began: Option<NaiveDate>) -> Option<Sentence> {
    let (today, before) = days.split_last()?;
    let yesterday = before.last();
    let both = DayOnDay {
        today: OneDay::of(today),
        yesterday: yesterday.map_or(OneDay::Empty, OneDay::of),
        is_first: began == Some(today.date),
    };
    let noted = yesterday.into_iter().chain([today]);
    let noted: Vec<NaiveDate> = noted.filter(|day| day.logged).map(|day| day.date).collect();
    (!noted.is_empty()).then_some(Sentence {
        says: Says::DayOnDay(both),
        days: noted,
    })
}
