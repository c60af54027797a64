//! Owns what a few days of the diary say by themselves: sentences of counts, each with its numbers and its days.
//! May use: entries, series, medicine days, dates. Must not: wording, call anything a link, fill a gap.
//!
//! A comparison is shown whatever it says, so that none is picked because it looks good. What may be called a link is
//! decided by `insight` alone.

mod day_on_day;
mod medicines;
mod sentences;

pub use self::day_on_day::{DayOnDay, OneDay, day_on_day};

use super::entry::Entry;
use super::insight::table::POOR_SLEEP_MAX;
use super::series::{self, Day};
use crate::domain::date::{Days, NaiveDate, days_between};
use crate::domain::ids::TherapyId;
use crate::knowledge::MedicineKind;

/// Days of a week, and of a month in the same form.
pub const WEEK: u64 = 7;
pub const MONTH: u64 = 28;
/// Days back that the counts of medicine need (`medicines::days`): as many have to be read for a card.
pub const DAYS_TO_READ: u64 = 31;
/// Days since the first note before the last week is drawn.
pub const CHART_FROM: i64 = 3;

/// What the days say.
#[derive(Debug, Clone, PartialEq)]
pub struct WeekCard {
    /// Without holes, oldest first.
    pub days: Vec<Day>,
    pub sentences: Vec<Sentence>,
}

/// One sentence: what it says, and the days that it rests on, oldest first.
#[derive(Debug, Clone, PartialEq)]
pub struct Sentence {
    pub says: Says,
    pub days: Vec<NaiveDate>,
}

/// What a sentence says. Levels are from 0 to 10.
#[derive(Debug, Clone, PartialEq)]
pub enum Says {
    /// Today beside yesterday.
    DayOnDay(DayOnDay),
    /// How many of all days have a note.
    Noted {
        of: usize,
    },
    /// Noted so much later that memory may colour it.
    Late,
    /// None of the noted days has a number.
    NoNumber,
    /// Too few numbers for a middle: each of them, in the order of the days, and how many it takes.
    Few {
        levels: Vec<f64>,
        least: usize,
    },
    /// Every noted day was free of pain.
    AllFree,
    /// Middle, lowest and highest of the usual pain of the days.
    Usual {
        middle: f64,
        low: f64,
        high: f64,
    },
    /// The highest number, and the lowest usual pain, of so many days; the days that had it.
    Worst {
        level: u8,
        of: usize,
    },
    Best {
        level: f64,
        of: usize,
    },
    /// Days free of pain, of those that are noted.
    Free {
        of: usize,
    },
    /// Days that the person called a bad spell, of those that are noted.
    Spells {
        of: usize,
    },
    /// Days with a headache, without one, and noted without a word about it.
    Headache(YesNo),
    /// Middle of the nights, 0 very bad to 10 very good, and how many of them were poor.
    Sleep {
        middle: f64,
        poor: usize,
    },
    /// Poor nights before the harder days, and before the others. Harder is above the middle of these days.
    Nights(Nights),
    /// Days with a painkiller, without one, and noted without a word about it.
    Took(YesNo),
    /// Days of one kind of painkiller against its limit of a month.
    Limit(Limit),
    /// What was possible, by days.
    CanDo {
        most: usize,
        some: usize,
        little: usize,
        lying: usize,
    },
    /// Something that matters to the person was done, or not.
    Mattered(YesNo),
    /// Minutes of moving, all days together.
    Moved {
        minutes: u32,
    },
    /// A part of the plan was done on these days.
    Planned(TherapyId),
    /// In the person's words, with the days on which they wrote so.
    Did(String),
    Note(String),
}

/// Days with yes, with no, and those that are noted and leave it open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct YesNo {
    pub yes: usize,
    pub no: usize,
    pub unsaid: usize,
}

/// Nights before harder days and before the others, and how many of each were poor.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Nights {
    /// The lowest usual pain of a harder day.
    pub from: f64,
    pub harder: usize,
    pub harder_poor: usize,
    pub others: usize,
    pub others_poor: usize,
}

/// Days of a kind of painkiller.
#[derive(Debug, Clone, PartialEq)]
pub struct Limit {
    pub kind: &'static MedicineKind,
    /// The substances that were taken, as the table calls them; in the words of the person where it knows no name.
    pub names: Vec<String>,
    /// Days of the card, and of the last 30.
    pub in_card: usize,
    pub last_30: usize,
}

/// Why there is no card yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotYet {
    /// Nothing is noted.
    Empty,
    /// The first note is younger than that: the first day with a card.
    Until(NaiveDate),
}

/// The card of the last days: those that end with today once it is noted, and with yesterday before. `began` is the day of
/// the first note. The cost follows the days that are handed in, at least [`DAYS_TO_READ`], not the diary.
pub fn card(
    entries: &[Entry],
    began: Option<NaiveDate>,
    today: NaiveDate,
    count: u64,
) -> Result<WeekCard, NotYet> {
    let began = began.filter(|began| *began <= today).ok_or(NotYet::Empty)?;
    let last = last_day(entries, today);
    let from = began
        .checked_add_days(Days::new(count - 1))
        .unwrap_or(began);
    match from <= last {
        true => Ok(card_of(entries, last, count)),
        false => Err(NotYet::Until(from)),
    }
}

/// The day with which the card ends: today does not count as empty while it still goes on.
pub fn last_day(entries: &[Entry], today: NaiveDate) -> NaiveDate {
    match entries.iter().any(|entry| entry.date == today) {
        true => today,
        false => today.pred_opt().unwrap_or(today),
    }
}

/// The card of the `count` days that end with a day.
pub fn card_of(entries: &[Entry], last: NaiveDate, count: u64) -> WeekCard {
    let days = series::days(entries, last, count);
    WeekCard {
        sentences: sentences::of(&days, entries, last),
        days,
    }
}

/// The last seven days up to today, to be drawn; empty before the third day, and when none of them is noted.
pub fn chart(entries: &[Entry], began: Option<NaiveDate>, today: NaiveDate) -> Vec<Day> {
    let is_time = began.is_some_and(|began| days_between(began, today) + 1 >= CHART_FROM);
    let mut days = series::days(entries, today, WEEK);
    if !is_time || !days.iter().any(|day| day.logged) {
        days.clear();
    }
    days
}

impl Sentence {
    /// What kind of sentence this is, by a name that stays.
    pub fn kind(&self) -> &'static str {
        match self.says {
            Says::DayOnDay(_) => "day_on_day",
            Says::Noted { .. } => "noted",
            Says::Late => "late",
            Says::NoNumber => "no_number",
            Says::Few { .. } => "few_numbers",
            Says::AllFree => "all_free",
            Says::Usual { .. } => "usual",
            Says::Worst { .. } => "worst",
            Says::Best { .. } => "best",
            Says::Free { .. } => "free",
            Says::Spells { .. } => "bad_spells",
            Says::Headache(_) => "headache",
            Says::Sleep { .. } => "sleep",
            Says::Nights(_) => "nights_before_harder_days",
            Says::Took(_) => "painkiller",
            Says::Limit(_) => "limit",
            Says::CanDo { .. } => "could_do",
            Says::Mattered(_) => "mattered",
            Says::Moved { .. } => "moved",
            Says::Planned(_) => "planned",
            Says::Did(_) => "did",
            Says::Note(_) => "note",
        }
    }

    /// It holds two things about the same days side by side, so that a reader may make a cause of it. All others count one.
    pub fn is_comparison(&self) -> bool {
        matches!(self.says, Says::Nights(_))
    }

    /// So many of so many days, for a row of stitches; nothing where there is no such count.
    pub fn n_of(&self) -> Option<(usize, usize)> {
        match &self.says {
            Says::Noted { of } | Says::Free { of } | Says::Spells { of } => {
                Some((self.days.len(), *of))
            }
            Says::Headache(said) | Says::Took(said) | Says::Mattered(said) => {
                Some((said.yes, said.yes + said.no))
            }
            Says::Sleep { poor, .. } => Some((*poor, self.days.len())),
            Says::CanDo { most, .. } => Some((*most, self.days.len())),
            _ => None,
        }
    }

    /// Its numbers by name, as they stand in its words.
    pub fn numbers(&self) -> Vec<(&'static str, f64)> {
        let n = |count: usize| count as f64;
        let n_days = n(self.days.len());
        match &self.says {
            Says::DayOnDay(both) => [("today", both.today), ("yesterday", both.yesterday)]
                .into_iter()
                .filter_map(|(name, day)| Some((name, day.level()?)))
                .collect(),
            Says::Noted { of } | Says::Free { of } | Says::Spells { of } => {
                vec![("days", n_days), ("of", n(*of))]
            }
            Says::Few { levels, least } => {
                let levels = levels.iter().map(|level| ("pain", *level));
                levels
                    .chain([("days", n_days), ("needed", n(*least))])
                    .collect()
            }
            Says::Usual { middle, low, high } => vec![
                ("middle", *middle),
                ("lowest", *low),
                ("highest", *high),
                ("days", n_days),
            ],
            Says::Worst { level, of } => vec![("pain", f64::from(*level)), ("of", n(*of))],
            Says::Best { level, of } => vec![("pain", *level), ("of", n(*of))],
            Says::Headache(said) | Says::Took(said) | Says::Mattered(said) => vec![
                ("yes", n(said.yes)),
                ("no", n(said.no)),
                ("not_said", n(said.unsaid)),
            ],
            Says::Sleep { middle, poor } => vec![
                ("middle", *middle),
                ("poor", n(*poor)),
                ("poor_up_to", f64::from(POOR_SLEEP_MAX)),
                ("nights", n_days),
            ],
            Says::Nights(nights) => vec![
                ("harder_from", nights.from),
                ("harder_days", n(nights.harder)),
                ("after_poor_nights", n(nights.harder_poor)),
                ("other_days", n(nights.others)),
                ("others_after_poor_nights", n(nights.others_poor)),
            ],
            Says::Limit(limit) => vec![
                ("days", n(limit.in_card)),
                ("last_30_days", n(limit.last_30)),
                ("limit", f64::from(limit.kind.limit)),
            ],
            Says::CanDo {
                most,
                some,
                little,
                lying,
            } => vec![
                ("most_things", n(*most)),
                ("some_things", n(*some)),
                ("very_little", n(*little)),
                ("lying_down", n(*lying)),
                ("days", n_days),
            ],
            Says::Moved { minutes } => vec![("minutes", f64::from(*minutes)), ("days", n_days)],
            Says::Late
            | Says::NoNumber
            | Says::AllFree
            | Says::Planned(_)
            | Says::Did(_)
            | Says::Note(_) => vec![("days", n_days)],
        }
    }
}
