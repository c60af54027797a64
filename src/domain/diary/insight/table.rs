//! Owns the diary as the analysis reads it: one row a day, the outcome and each factor known or unknown.
//! May use: entries, series, dates. Must not: fill in what was not said.

use std::collections::{BTreeMap, BTreeSet};

use super::regress::Pair;
use super::{Lag, MOST_DAYS};
use crate::domain::collections::{Gather, InOrder};
use crate::domain::date::{Datelike, Days, NaiveDate, days_between};
use crate::domain::diary::attack::AttackKind;
use crate::domain::diary::entry::{Bleeding, Entry};
use crate::domain::diary::series;
use crate::domain::ids::FactorId;

/// What is compared, fixed before the first look (`diary_and_outcomes.md`, 4.2).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// Usual pain of the day, 0 to 10.
    Pain,
    /// Whether a headache came after a day without one.
    HeadacheOnset,
}

/// One day.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Row {
    pub logged: bool,
    /// Pain 0 to 10; or 1 for a day with headache, 0 for one without.
    pub outcome: Option<f64>,
    /// In the order of the factors of the table.
    pub factors: Vec<Option<bool>>,
}

/// Days without a hole between them; a day without an entry is a row in which nothing is known.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    pub outcome: Outcome,
    pub factors: Vec<FactorId>,
    /// The day of the first row.
    pub first: NaiveDate,
    pub days: Vec<Row>,
}

/// A night rated at most so (0 very badly, 10 very well) counts as poor sleep. Ours.
pub const POOR_SLEEP_MAX: u8 = 4;
/// A day rated at least so counts as one of much stress. Ours.
pub const MUCH_STRESS_MIN: u8 = 7;
/// Factors that follow from the scales of an entry and need no question of their own.
pub const POOR_SLEEP: &str = "sleep";
pub const MUCH_STRESS: &str = "stress";
pub const PERIOD: &str = "period";

impl Table {
    /// The table of a diary up to a day, at most [`MOST_DAYS`] long. Entries that were written late are left out:
    /// a memory of last week may be coloured by what came after.
    pub fn of(entries: &[Entry], factors: &[FactorId], outcome: Outcome, last: NaiveDate) -> Self {
        let earliest = last
            .checked_sub_days(Days::new(MOST_DAYS as u64 - 1))
            .unwrap_or(last);
        let used = |entry: &&Entry| !entry.is_late() && (earliest..=last).contains(&entry.date);
        let mut by_day: BTreeMap<NaiveDate, Vec<&Entry>> = BTreeMap::new();
        for entry in entries.iter().filter(used) {
            by_day.entry(entry.date).or_default().push(entry);
        }
        let first = by_day.keys().next().copied();
        let n_days = first.map_or(0, |first| days_between(first, last).unsigned_abs() + 1);
        let days = series::days(by_day.values().flatten().copied(), last, n_days);
        let rows = days.into_iter().map(|day| {
            let of_day = by_day.get(&day.date).map(Vec::as_slice).unwrap_or_default();
            Row {
                logged: day.logged,
                outcome: match outcome {
                    Outcome::Pain => day.usual,
                    Outcome::HeadacheOnset => day.headache.map(|had| f64::from(u8::from(had))),
                },
                factors: (factors.iter())
                    .map(|factor| presence(of_day, factor))
                    .collect(),
            }
        });
        Self {
            outcome,
            factors: factors.to_vec(),
            first: first.unwrap_or(last),
            days: rows.collect(),
        }
    }

    /// The first days of the table.
    pub fn first_days(&self, count: usize) -> Self {
        Self {
            outcome: self.outcome,
            factors: self.factors.clone(),
            first: self.first,
            days: self.days[..count.min(self.days.len())].to_vec(),
        }
    }

    /// Days with an entry.
    pub fn n_logged(&self) -> usize {
        self.days.iter().filter(|day| day.logged).count()
    }

    /// Days with a headache after a day known to be without one.
    pub fn n_onsets(&self) -> usize {
        let neighbours = self.days.windows(2);
        neighbours
            .filter(|days| days[0].outcome == Some(0.0) && days[1].outcome == Some(1.0))
            .count()
    }

    /// Neighbouring days in which the outcome and the factor are known on both.
    /// For the onset of headaches only those after a day without one.
    pub fn pairs(&self, factor_place: usize, lag: Lag) -> Vec<Pair> {
        let first_weekday = self.first.weekday().num_days_from_monday() as usize;
        let known = |row: &Row| Some((row.outcome?, (*row.factors.get(factor_place)?)?));
        (1..self.days.len())
            .filter_map(|day| {
                let (before, factor_before) = known(&self.days[day - 1])?;
                let (outcome, factor_today) = known(&self.days[day])?;
                if self.outcome == Outcome::HeadacheOnset && before != 0.0 {
                    return None;
                }
                let (factor, factor_other_lag) = match lag {
                    Lag::NextDay => (factor_before, factor_today),
                    Lag::SameDay => (factor_today, factor_before),
                };
                Some(Pair {
                    day,
                    before,
                    outcome,
                    factor,
                    factor_other_lag,
                    factor_earlier: (day.checked_sub(2))
                        .and_then(|day| *self.days[day].factors.get(factor_place)?),
                    weekend: (first_weekday + day) % 7 >= 5,
                })
            })
            .collect()
    }
}

/// Whether a factor was there on a day: yes as soon as one entry says so, no when one says no and none yes.
fn presence(entries: &[&Entry], factor: &FactorId) -> Option<bool> {
    let said = entries.iter().filter_map(|entry| match factor.as_str() {
        POOR_SLEEP => Some(entry.scales.sleep? <= POOR_SLEEP_MAX),
        MUCH_STRESS => Some(entry.scales.stress? >= MUCH_STRESS_MIN),
        PERIOD => Some(entry.bleeding? != Bleeding::None),
        _ => entry.factors.get(factor).copied(),
    });
    said.reduce(|one, other| one || other)
}

/// The factors that were answered most often, at most as many as one person watches: for a diary
/// that comes without the list of those that were chosen. Ties go by id.
pub fn most_answered(entries: &[Entry], most: usize) -> Vec<FactorId> {
    let mut counts: BTreeMap<&FactorId, usize> = BTreeMap::new();
    for factor in entries.iter().flat_map(|entry| entry.factors.keys()) {
        *counts.entry(factor).or_default() += 1;
    }
    let mut counts: Vec<(&FactorId, usize)> = counts.into_iter().collect();
    counts.put_in_order_by_key(|(factor, count)| (std::cmp::Reverse(*count), *factor));
    let mut factors: Vec<FactorId> = counts
        .into_iter()
        .take(most)
        .map(|(factor, _)| factor.clone())
        .collect();
    factors.put_in_order();
    factors
}

/// What a diary is about when nobody chose it: headaches, when at least half of its days answer whether there was one.
pub fn chosen_outcome(entries: &[Entry]) -> Outcome {
    let days: BTreeSet<NaiveDate> = entries.iter().map(|entry| entry.date).gather();
    let is_answer = |entry: &&Entry| {
        let attack = entry.attack.map(|attack| attack.kind);
        entry.headache.had.is_some() || attack == Some(AttackKind::Headache)
    };
    let answers = entries.iter().filter(is_answer);
    let answered: BTreeSet<NaiveDate> = answers.map(|entry| entry.date).gather();
    match !days.is_empty() && answered.len() * 2 >= days.len() {
        true => Outcome::HeadacheOnset,
        false => Outcome::Pain,
    }
}
