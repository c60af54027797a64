//! Owns what became of the pain: against a baseline, and around a change of treatment.
//! May use: series. Must not: say "because of"; what came after is not what came from.

use crate::domain::date::{Days, NaiveDate, days_between};
use crate::domain::diary::series::Day;

/// Days of a block, and days of it with a number before it has a level (`diary.toml`, `change_pct`).
pub const BLOCK_DAYS: usize = 14;
pub const LEAST_DAYS_OF_BLOCK: usize = 8;
/// Below this start no percentage is given (`diary_and_outcomes.md`, 3.4).
pub const LEAST_START: f64 = 3.0;
/// Shares of change that people call small, clear and large (IMMPACT, `dworkin2008`).
const SMALL: f64 = 10.0;
const CLEAR: f64 = 30.0;
const LARGE: f64 = 50.0;
/// Days with a number before days can be told to be linked (`diary_and_outcomes.md`, 3.5).
const LEAST_DAYS_LINKED: usize = 14;

/// The level of a block of days.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Level {
    pub first: NaiveDate,
    pub last: NaiveDate,
    /// Days with a number.
    pub n: usize,
    /// Mean of the usual pain, and its standard error, widened because days are linked.
    pub mean: f64,
    pub error: Option<f64>,
}

impl Level {
    /// The level at which a change becomes clear, and that at which it becomes large;
    /// nothing when the level is too low for a percentage to be fair.
    pub fn clear_and_large(&self) -> Option<(f64, f64)> {
        let less = |percent: f64| self.mean * (1.0 - percent / 100.0);
        (self.mean >= LEAST_START).then(|| (less(CLEAR), less(LARGE)))
    }
}

/// A change between two levels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Change {
    pub from: Level,
    pub to: Level,
    /// Points, and the range in which the true difference lies in 95 of 100 cases.
    pub points: f64,
    pub range: Option<(f64, f64)>,
    /// None when the start is too low for a percentage to be fair.
    pub percent: Option<f64>,
    pub gain: Gain,
}

/// What people call such a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gain {
    Large,
    Clear,
    Small,
    /// Less than 10 % either way, more but possibly chance, or no fair percentage.
    NoneClear,
    ClearlyWorse,
}

/// Why there is no change to tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TooEarly {
    /// A block has too few days with a number: it has this many.
    Baseline {
        have: usize,
    },
    Recent {
        have: usize,
    },
    /// The recent block would share days with the baseline.
    Overlap,
}

/// The last 14 days against the 14 days from `baseline` on.
pub fn against_baseline(days: &[Day], baseline: NaiveDate) -> Result<Change, TooEarly> {
    against_block(days, block(days, baseline))
}

/// The last 14 of some days against a block that may lie long before them.
/// How much days are linked is taken from the days alone.
pub fn against_block(days: &[Day], baseline: &[Day]) -> Result<Change, TooEarly> {
    let recent = &days[days.len().saturating_sub(BLOCK_DAYS)..];
    between(days, baseline, recent)
}

/// The level of a baseline; with too few days, how many have a number.
pub fn baseline_level(baseline: &[Day]) -> Result<Level, usize> {
    level(baseline, None)
}

/// The last day of the 14 that are compared after a change of treatment.
pub fn last_day_after(change: NaiveDate) -> Option<NaiveDate> {
    change.checked_add_days(Days::new(SETTLING_DAYS + BLOCK_DAYS as u64 - 1))
}

/// The days that [`around`] looks at: first and last.
pub fn days_around(change: NaiveDate) -> Option<(NaiveDate, NaiveDate)> {
    let first = change.checked_sub_days(Days::new(BLOCK_DAYS as u64 + EARLIER_DAYS))?;
    Some((first, last_day_after(change)?))
}

/// The first day on which a 14-day block with enough days begins: the baseline while none is chosen.
pub fn first_baseline(days: &[Day]) -> Option<NaiveDate> {
    let starts = days.windows(BLOCK_DAYS);
    let enough =
        |block: &&[Day]| block[0].usual.is_some() && n_numbers(block) >= LEAST_DAYS_OF_BLOCK;
    starts.into_iter().find(enough).map(|block| block[0].date)
}

/// What came before and after a change of treatment.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct BeforeAfter {
    /// The 14 days before it, against the 14 days from two weeks after it.
    pub change: Change,
    /// Where the pain would have been by itself, when the time before is known well enough.
    pub by_itself: Option<ByItself>,
}

/// People start something new in bad spells, and some of the improvement comes by itself (regression to the mean).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ByItself {
    /// Usual level of the weeks before the 14 days, and their days with a number.
    pub usual: f64,
    pub n: usize,
    /// The level that was to be expected after the change if it did nothing.
    pub expected: f64,
}

/// Days in which a new treatment settles and nothing is compared. Ours.
pub const SETTLING_DAYS: u64 = 14;
/// Days before the block before that tell the usual level, and how many of them have to have a number. Ours.
const EARLIER_DAYS: u64 = 84;
const LEAST_EARLIER: usize = 20;

/// Compares around a change of treatment on `date`.
pub fn around(days: &[Day], date: NaiveDate) -> Result<BeforeAfter, TooEarly> {
    let shifted = |count: u64| date.checked_sub_days(Days::new(count)).unwrap_or(date);
    let before = block(days, shifted(BLOCK_DAYS as u64));
    let after = date
        .checked_add_days(Days::new(SETTLING_DAYS))
        .map_or(&[][..], |start| block(days, start));
    let change = between(days, before, after)?;
    let earlier = stretch(
        days,
        shifted(BLOCK_DAYS as u64 + EARLIER_DAYS),
        EARLIER_DAYS as usize,
    );
    let numbers: Vec<f64> = earlier.iter().filter_map(|day| day.usual).collect();
    let by_itself = (numbers.len() >= LEAST_EARLIER).then(|| {
        let usual = mean(&numbers);
        let kept = kept_between_blocks(link(days).unwrap_or_default());
        ByItself {
            usual,
            n: numbers.len(),
            expected: usual + kept * (change.from.mean - usual),
        }
    });
    Ok(BeforeAfter { change, by_itself })
}

fn between(days: &[Day], from: &[Day], to: &[Day]) -> Result<Change, TooEarly> {
    let link = link(days);
    let from = level(from, link).map_err(|have| TooEarly::Baseline { have })?;
    let to = level(to, link).map_err(|have| TooEarly::Recent { have })?;
    if to.first <= from.last {
        return Err(TooEarly::Overlap);
    }
    let points = to.mean - from.mean;
    let range = from.error.zip(to.error).map(|(one, other)| {
        let half = 2.0 * one.hypot(other);
        (points - half, points + half)
    });
    let percent = (from.mean >= LEAST_START).then(|| 100.0 * points / from.mean);
    let could_be_chance = range.is_some_and(|(low, high)| low <= 0.0 && high >= 0.0);
    let gain = match percent {
        _ if could_be_chance => Gain::NoneClear,
        Some(percent) if percent <= -LARGE => Gain::Large,
        Some(percent) if percent <= -CLEAR => Gain::Clear,
        Some(percent) if percent <= -SMALL => Gain::Small,
        Some(percent) if percent >= CLEAR => Gain::ClearlyWorse,
        _ => Gain::NoneClear,
    };
    Ok(Change {
        from,
        to,
        points,
        range,
        percent,
        gain,
    })
}

/// The level of a block; with too few days, how many there are.
fn level(block: &[Day], link: Option<f64>) -> Result<Level, usize> {
    let numbers: Vec<f64> = block.iter().filter_map(|day| day.usual).collect();
    let (Some(first), Some(last)) = (block.first(), block.last()) else {
        return Err(0);
    };
    let n = numbers.len();
    if n < LEAST_DAYS_OF_BLOCK {
        return Err(n);
    }
    let mean = mean(&numbers);
    let squares: f64 = numbers.iter().map(|value| (value - mean).powi(2)).sum();
    let spread = (squares / (n - 1) as f64).sqrt();
    let error = link.map(|link| {
        // Linked days say less than free ones: as much as this many (`diary_and_outcomes.md`, 3.5).
        let n_free = n as f64 * (1.0 - link) / (1.0 + link);
        spread / n_free.max(1.0).sqrt()
    });
    Ok(Level {
        first: first.date,
        last: last.date,
        n,
        mean,
        error,
    })
}

/// How much of a day's distance from the mean is there on the next day; never below 0, and below 1.
fn link(days: &[Day]) -> Option<f64> {
    let numbers: Vec<f64> = days.iter().filter_map(|day| day.usual).collect();
    if numbers.len() < LEAST_DAYS_LINKED {
        return None;
    }
    let mean = mean(&numbers);
    let squares: f64 = numbers.iter().map(|value| (value - mean).powi(2)).sum();
    let products: Vec<f64> = days
        .windows(2)
        .filter_map(|pair| Some((pair[0].usual? - mean) * (pair[1].usual? - mean)))
        .collect();
    if squares <= 0.0 || products.is_empty() {
        return Some(0.0);
    }
    let covariance = products.iter().sum::<f64>() / products.len() as f64;
    let variance = squares / numbers.len() as f64;
    Some((covariance / variance).clamp(0.0, 0.95))
}

/// How much of the distance of one block's mean from the usual level is still there in the block two weeks after it,
/// when days are linked so (an AR(1) series).
fn kept_between_blocks(link: f64) -> f64 {
    let days = 0..BLOCK_DAYS as i32;
    let distance = BLOCK_DAYS as i32 + SETTLING_DAYS as i32;
    let sum = |apart: i32| -> f64 {
        days.clone()
            .flat_map(|one| days.clone().map(move |other| (apart + other - one).abs()))
            .map(|days_apart| link.powi(days_apart))
            .sum()
    };
    sum(distance) / sum(0)
}

/// The 14 days from a day on, as far as they are there.
pub fn block(days: &[Day], first: NaiveDate) -> &[Day] {
    stretch(days, first, BLOCK_DAYS)
}

/// The part of some days that lies in the `count` days from `first` on. Days have no holes between them.
fn stretch(days: &[Day], first: NaiveDate, count: usize) -> &[Day] {
    let Some(start) = days.first() else {
        return &[];
    };
    let offset = days_between(start.date, first);
    let end = usize::try_from(offset + count as i64).unwrap_or_default();
    let begin = usize::try_from(offset).unwrap_or_default();
    days.get(begin.min(days.len())..end.min(days.len()))
        .unwrap_or_default()
}

fn n_numbers(days: &[Day]) -> usize {
    days.iter().filter(|day| day.usual.is_some()).count()
}

fn mean(numbers: &[f64]) -> f64 {
    numbers.iter().sum::<f64>() / numbers.len().max(1) as f64
}
