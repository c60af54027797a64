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
