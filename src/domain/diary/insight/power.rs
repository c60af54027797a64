//! Owns what a diary can be expected to find: how often a true link is found after so many days.
//! May use: the analysis, made-up diaries. Must not: promise anything; a person's pain may swing more than the made-up one.

use super::simulate::{Effect, Made};
use super::table::{Outcome, Table};
use super::{Findings, Lag, Verdict, analyse};
use crate::domain::date::Days;

/// How often one factor that truly adds points to the next day is found, in percent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Power {
    /// Days of the calendar since the first entry, one in five of them without an entry.
    pub days: usize,
    /// Found when it adds 2 points, and when it adds 1.
    pub two_points: u8,
    pub one_point: u8,
}

/// What people are told. Measured by [`measured`]; a test measures it again, and `tailored power` prints it.
pub const TABLE: [Power; 5] = [
    Power {
        days: 60,
        two_points: 0,
        one_point: 0,
    },
    Power {
        days: 90,
        two_points: 91,
        one_point: 28,
    },
    Power {
        days: 120,
        two_points: 98,
        one_point: 51,
    },
    Power {
        days: 180,
        two_points: 100,
        one_point: 70,
    },
    Power {
        days: 365,
        two_points: 100,
        one_point: 99,
    },
];

/// Made-up diaries behind each figure.
pub const N_DIARIES: u64 = 200;

/// The row of the table for a number of days.
pub fn measured(days: usize) -> Power {
    let share = |points| {
        let found = (0..N_DIARIES).filter(|seed| {
            let effect = Effect {
                factor: 2,
                points,
                next_day: true,
            };
            let made = Made {
                // Other diaries than those that show how often nothing is found.
                seed: 10_000 + seed,
                n_days: days,
                effect: Some(effect),
                ..Made::default()
            };
            is_found(&made, effect, &findings(&made))
        });
        (found.count() as u64 * 100 / N_DIARIES) as u8
    };
    Power {
        days,
        two_points: share(2.0),
        one_point: share(1.0),
    }
}

/// The findings of a made-up diary on its last day.
pub fn findings(made: &Made) -> Findings {
    let n_days = Days::new(made.n_days.saturating_sub(1) as u64);
    let last = made.first.checked_add_days(n_days).unwrap_or(made.first);
    let table = Table::of(&made.entries(), &made.factors(), Outcome::Pain, last);
    analyse(&table, made.seed)
}

/// The true effect stands out, or held up.
pub fn is_found(made: &Made, effect: Effect, findings: &Findings) -> bool {
    let factors = made.factors();
    let lag = match effect.next_day {
        true => Lag::NextDay,
        false => Lag::SameDay,
    };
    findings.findings.iter().any(|finding| {
        Some(&finding.factor) == factors.get(effect.factor)
            && finding.lag == lag
            && matches!(finding.verdict, Verdict::StandsOut | Verdict::HeldUp)
    })
}
