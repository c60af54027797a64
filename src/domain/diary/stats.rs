//! Owns what may be said about a stretch of days, and when there is too little to say anything.
//! May use: series. Must not: fill gaps or name causes.

use super::series::{Day, median};

/// How many days of a stretch have an entry: goes with every number that is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Logged {
    pub days: usize,
    pub of: usize,
}

/// Counts the days with an entry.
pub fn logged(days: &[Day]) -> Logged {
    Logged {
        days: days.iter().filter(|day| day.logged).count(),
        of: days.len(),
    }
}

/// Days with a number that a block of 14 days needs before its middle is shown: 8, as `change_pct` in `diary.toml`.
pub const MIN_DAYS_OF_BLOCK: usize = 8;
/// The length of a block that gets one middle value, in days.
pub const BLOCK_DAYS: usize = 14;

/// The middle of the usual pain over a block of days.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Block {
    /// Index of the first and the last day of the block in the stretch.
    pub first: usize,
    pub last: usize,
    /// 0 to 10; nothing when fewer than [`MIN_DAYS_OF_BLOCK`] days have a number.
    pub median: Option<f64>,
    /// Days with a number.
    pub days: usize,
}

/// Blocks of 14 days that end with the last day; what is left over at the start is left out.
pub fn blocks(days: &[Day]) -> Vec<Block> {
    let count = days.len() / BLOCK_DAYS;
    let offset = days.len() - count * BLOCK_DAYS;
    (0..count)
        .map(|block| {
            let first = offset + block * BLOCK_DAYS;
            let last = first + BLOCK_DAYS - 1;
            let mut values: Vec<f64> = days[first..=last]
                .iter()
                .filter_map(|day| day.usual)
                .collect();
            let enough = values.len() >= MIN_DAYS_OF_BLOCK;
            let days = values.len();
            Block {
                first,
                last,
                median: if enough { median(&mut values) } else { None },
                days,
            }
        })
        .collect()
}

/// What became of the pain between two blocks of 14 days.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Change {
    /// One of the blocks has too few days with a number.
    NotEnoughDays,
    /// The first block is below 3 of 10, so that a percentage would mislead (`diary_and_outcomes.md`, 3.4).
    LowAtStart { from: f64, to: f64 },
    /// Less than 30 % either way.
    NoClearChange { from: f64, to: f64, percent: f64 },
    /// 30 % or more less than at the start: most people call it a real difference (`dworkin2008`).
    Clear { from: f64, to: f64, percent: f64 },
    /// 30 % or more above the start.
    Worse { from: f64, to: f64, percent: f64 },
}

/// Percentage from which most people call a change real (IMMPACT, `dworkin2008`).
pub const CLEAR_PERCENT: f64 = 30.0;
/// Below this start no percentage is reported (`diary_and_outcomes.md`, 3.4).
pub const LEAST_START: f64 = 3.0;

/// The change of the middle of usual pain from the first to the last block.
pub fn change(blocks: &[Block]) -> Change {
    let (Some(first), Some(last)) = (blocks.first(), blocks.last()) else {
        return Change::NotEnoughDays;
    };
    let (Some(from), Some(to)) = (first.median, last.median) else {
        return Change::NotEnoughDays;
    };
    if blocks.len() < 2 {
        return Change::NotEnoughDays;
    }
    if from < LEAST_START {
        return Change::LowAtStart { from, to };
    }
    let percent = 100.0 * (to - from) / from;
    if percent <= -CLEAR_PERCENT {
        Change::Clear { from, to, percent }
    } else if percent >= CLEAR_PERCENT {
        Change::Worse { from, to, percent }
    } else {
        Change::NoClearChange { from, to, percent }
    }
}
