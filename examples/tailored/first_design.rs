//! The first design for finding factors (`diary_and_outcomes.md`, 4), kept to be compared with the one in use.
//! May use: domain. Must not: be used by the app.

use tailored::domain::date::Days;
use tailored::domain::diary::insight::discovery::adjusted;
use tailored::domain::diary::insight::simulate::Made;
use tailored::domain::diary::insight::table::{Outcome, Table};
use tailored::domain::diary::series::median;

const LEAST_DAYS: usize = 60;
const LEAST_ONSETS: usize = 24;
const LEAST_EACH: usize = 10;
const POINTS_ABOVE_MEDIAN: f64 = 2.0;
const LEAST_SHIFT: usize = 7;
const FALSE_SHARE: f64 = 0.10;

/// One day with its next: whether the next day is an onset, whether this day was already high, the factors.
struct Eligible {
    onset: bool,
    high_today: bool,
    factors: Vec<bool>,
}

/// Whether each factor stands out; empty when there is not enough.
pub fn stands_out(made: &Made) -> Vec<bool> {
    let days = eligible(made);
    if !is_enough(made, &days) {
        return Vec::new();
    }
    let ps: Vec<Option<f64>> = (0..made.n_factors)
        .map(|factor| {
            let n_with = days.iter().filter(|day| day.factors[factor]).count();
            let enough = n_with.min(days.len() - n_with) >= LEAST_EACH;
            enough.then(|| shift_level(&days, factor))
        })
        .collect();
    let is_small = |q: Option<f64>| q.is_some_and(|q| q <= FALSE_SHARE);
    adjusted(&ps).into_iter().map(is_small).collect()
}

/// 60 days with entries and 24 onsets.
pub fn has_enough(made: &Made) -> bool {
    is_enough(made, &eligible(made))
}

fn is_enough(made: &Made, days: &[Eligible]) -> bool {
    let n_logged = table(made).n_logged();
    let n_onsets = days.iter().filter(|day| day.onset).count();
    n_logged >= LEAST_DAYS && n_onsets >= LEAST_ONSETS
}

fn table(made: &Made) -> Table {
    let n_days = Days::new(made.n_days.saturating_sub(1) as u64);
    let last = made.first.checked_add_days(n_days).unwrap_or(made.first);
    Table::of(&made.entries(), &made.factors(), Outcome::Pain, last)
}

fn eligible(made: &Made) -> Vec<Eligible> {
    let table = table(made);
    let mut pains: Vec<f64> = table.days.iter().filter_map(|day| day.outcome).collect();
    let high = median(&mut pains).unwrap_or_default() + POINTS_ABOVE_MEDIAN;
    let neighbours = table.days.windows(2);
    neighbours
        .filter_map(|days| {
            let factors = days[0].factors.iter().copied().collect::<Option<_>>()?;
            Some(Eligible {
                onset: days[1].outcome? >= high,
                high_today: days[0].outcome? >= high,
                factors,
            })
        })
        .collect()
}

/// The share of shifts by a week or more that do as much as none.
fn shift_level(days: &[Eligible], factor: usize) -> f64 {
    let truth = difference(days, factor, 0).abs();
    let last = days.len().saturating_sub(LEAST_SHIFT);
    let shifts: Vec<usize> = (LEAST_SHIFT..=last).collect();
    let as_strong = shifts
        .iter()
        .filter(|shift| difference(days, factor, **shift).abs() >= truth - 1e-12);
    (as_strong.count() + 1) as f64 / (shifts.len() + 1) as f64
}

/// The difference in the share of onsets, over the two strata of today's pain (Mantel and Haenszel's weights).
fn difference(days: &[Eligible], factor: usize, shift: usize) -> f64 {
    let (mut sum, mut weights) = (0.0, 0.0);
    for high_today in [false, true] {
        let mut counts = [[0.0; 2]; 2];
        for (place, day) in days.iter().enumerate() {
            if day.high_today == high_today {
                let with = days[(place + shift) % days.len()].factors[factor];
                counts[usize::from(with)][usize::from(day.onset)] += 1.0;
            }
        }
        let totals = counts.map(|row: [f64; 2]| row[0] + row[1]);
        if totals[0] > 0.0 && totals[1] > 0.0 {
            let weight = totals[0] * totals[1] / (totals[0] + totals[1]);
            sum += weight * (counts[1][1] / totals[1] - counts[0][1] / totals[0]);
            weights += weight;
        }
    }
    if weights > 0.0 { sum / weights } else { 0.0 }
}
