//! Owns a test of one harmless thing by one person: weeks with it and weeks without it, in random order (CENT 2015, `cent2015:K`).
//! May use: series, dates, seeded randomness. Must not: show a running result, which would change how the rest is lived and rated.

use super::regress::t_quantile;
use crate::domain::date::{Days, NaiveDate, days_between};
use crate::domain::diary::series::Day;
use crate::domain::random::Random;

/// A planned test.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trial {
    /// What is tried, in the person's words.
    pub name: String,
    pub first: NaiveDate,
    /// Days of each block: whole weeks, so that each has the same weekdays.
    pub block_days: u16,
    /// Two blocks follow each other as a pair, one with and one without it.
    pub blocks: Vec<Arm>,
    /// The person stopped it before its end.
    pub stopped: Option<NaiveDate>,
}

/// What a block is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Arm {
    With,
    Without,
}

/// Pairs of blocks that a test has at least (`diary_and_outcomes.md`, 4.9) and at most; the most is ours.
pub const LEAST_PAIRS: usize = 3;
pub const MOST_PAIRS: usize = 6;
/// Weeks of a block (4.9: two to four; a week is allowed for what acts and fades within days).
pub const BLOCK_WEEKS: [u16; 4] = [1, 2, 3, 4];
/// First days of a block that are left out, because the block before still acts. Ours.
const CARRY_OVER_DAYS: usize = 2;
/// Days with a number that a block needs: as a week does.
const LEAST_DAYS_OF_BLOCK: usize = 4;

/// Where a test stands on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    NotBegun,
    /// In this block (from 0), which ends with this day.
    Running {
        block: usize,
        arm: Arm,
        last: NaiveDate,
    },
    Over,
}

/// The result, after the end.
#[derive(Debug, Clone, PartialEq)]
pub struct Report {
    /// For each pair with enough days the mean pain with it minus that without it.
    pub differences: Vec<f64>,
    pub n_pairs_planned: usize,
    /// Mean of the differences and the range in which the truth lies in 95 of 100 cases; none with fewer than three pairs.
    pub effect: Option<f64>,
    pub range: Option<(f64, f64)>,
    /// How often the mere order of the blocks does as much.
    pub chance: Option<f64>,
}

impl Trial {
    /// Plans a test: the order inside each pair is drawn. The number of pairs and weeks is brought into what makes sense.
    pub fn planned(name: &str, first: NaiveDate, n_pairs: usize, weeks: u16, seed: u64) -> Self {
        let mut random = Random::seeded(seed);
        let n_pairs = n_pairs.clamp(LEAST_PAIRS, MOST_PAIRS);
        let blocks = (0..n_pairs).flat_map(|_| match random.chance(0.5) {
            true => [Arm::With, Arm::Without],
            false => [Arm::Without, Arm::With],
        });
        Self {
            name: name.to_owned(),
            first,
            block_days: 7 * weeks.clamp(BLOCK_WEEKS[0], BLOCK_WEEKS[3]),
            blocks: blocks.collect(),
            stopped: None,
        }
    }

    /// The first and the last day of a block.
    pub fn days_of(&self, block: usize) -> Option<(NaiveDate, NaiveDate)> {
        let length = u64::from(self.block_days);
        let start = self
            .first
            .checked_add_days(Days::new(block as u64 * length))?;
        let end = start.checked_add_days(Days::new(length.checked_sub(1)?))?;
        (block < self.blocks.len()).then_some((start, end))
    }

    /// Where it stands.
    pub fn stage(&self, today: NaiveDate) -> Stage {
        if self.stopped.is_some_and(|stopped| stopped <= today) {
            return Stage::Over;
        }
        let Ok(day) = u64::try_from(days_between(self.first, today)) else {
            return Stage::NotBegun;
        };
        let block = (day / u64::from(self.block_days.max(1))) as usize;
        match (self.blocks.get(block), self.days_of(block)) {
            (Some(arm), Some((_, last))) => Stage::Running {
                block,
                arm: *arm,
                last,
            },
            _ => Stage::Over,
        }
    }

    /// The result; none before the end.
    pub fn report(&self, days: &[Day], today: NaiveDate) -> Option<Report> {
        if self.stage(today) != Stage::Over {
            return None;
        }
        let differences: Vec<f64> = (0..self.blocks.len() / 2)
            .filter_map(|pair| self.difference(days, pair))
            .collect();
        let n = differences.len();
        let enough = n >= LEAST_PAIRS;
        let effect = differences.iter().sum::<f64>() / n.max(1) as f64;
        let squares: f64 = differences.iter().map(|each| (each - effect).powi(2)).sum();
        let half = enough.then(|| {
            let error = (squares / (n - 1) as f64 / n as f64).sqrt();
            quantile(n - 1) * error
        });
        Some(Report {
            n_pairs_planned: self.blocks.len() / 2,
            effect: enough.then_some(effect),
            range: half.map(|half| (effect - half, effect + half)),
            chance: enough.then(|| order_alone(&differences)),
            differences,
        })
    }

    /// With it minus without it, in one pair.
    fn difference(&self, days: &[Day], pair: usize) -> Option<f64> {
        let mean = |block: usize| {
            let (start, end) = self.days_of(block)?;
            let end = self.stopped.map_or(end, |stopped| end.min(stopped));
            let numbers: Vec<f64> = days
                .iter()
                .filter(|day| (start..=end).contains(&day.date))
                .skip(CARRY_OVER_DAYS)
                .filter_map(|day| day.usual)
                .collect();
            let enough = numbers.len() >= LEAST_DAYS_OF_BLOCK;
            enough.then(|| numbers.iter().sum::<f64>() / numbers.len() as f64)
        };
        let (one, other) = (2 * pair, 2 * pair + 1);
        let difference = mean(one)? - mean(other)?;
        match self.blocks.get(one)? {
            Arm::With => Some(difference),
            Arm::Without => Some(-difference),
        }
    }
}

/// The share of all orders that could have been drawn whose difference is at least as large, either way.
/// Three pairs have eight orders: by them alone less than 2 in 8 cannot be shown.
fn order_alone(differences: &[f64]) -> f64 {
    let n_orders = 1_u32 << differences.len().min(16);
    let sum_of = |signs: u32| -> f64 {
        let signed = differences.iter().enumerate();
        signed
            .map(|(place, each)| {
                if signs >> place & 1 == 1 {
                    -each
                } else {
                    *each
                }
            })
            .sum()
    };
    let truth = sum_of(0).abs() - 1e-9;
    let as_large = (0..n_orders).filter(|signs| sum_of(*signs).abs() >= truth);
    as_large.count() as f64 / f64::from(n_orders)
}

/// The 97.5 % quantile of Student's t; the expansion is not good enough below 8 degrees of freedom.
fn quantile(freedom: usize) -> f64 {
    const FEW: [f64; 7] = [12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365];
    match freedom.checked_sub(1).and_then(|place| FEW.get(place)) {
        Some(known) => *known,
        None => t_quantile(freedom as f64),
    }
}
