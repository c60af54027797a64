//! Owns the chance level of a link: how often the same diary, put together anew, shows one as strong.
//! May use: seeded randomness. Must not: assume a shape of the numbers.
//!
//! Days resemble their neighbours, so whole weeks are put into another order, from a random starting day:
//! the order inside a week stays.

use super::regress::Partial;
use crate::domain::random::Random;

/// The most orders that are tried; the smallest chance level is thus 1 in 1,000.
pub const MOST_ORDERS: usize = 999;
/// After so many orders that do as much as the true one the level is known well enough (Besag and Clifford 1991).
const ENOUGH_AS_STRONG: usize = 20;
/// Pairs of days that stay together.
const BLOCK: usize = 7;
/// Sums of the same numbers in another order differ by rounding alone.
const ROUNDING: f64 = 1e-9;

/// How often a link as strong as the true one comes out, in whichever direction.
pub fn p_two_sided(partial: &Partial, random: &mut Random) -> f64 {
    chance_level(partial, random, f64::abs)
}

/// How often a link as strong comes out in the direction of `expected`.
pub fn p_one_sided(partial: &Partial, expected: f64, random: &mut Random) -> f64 {
    let sign = expected.signum();
    chance_level(partial, random, |together| sign * together)
}

fn chance_level(partial: &Partial, random: &mut Random, strength: impl Fn(f64) -> f64) -> f64 {
    let mut order: Vec<usize> = (0..partial.outcome.len()).collect();
    let length = partial.outcome.len() as f64;
    let truth = strength(partial.together(&order));
    let threshold = truth - ROUNDING * length;
    let mut n_as_strong = 0;
    for n_tried in 1..=MOST_ORDERS {
        weeks_in_another_order(&mut order, random);
        let other = strength(partial.together(&order) / partial.shrunk_by());
        if other >= threshold {
            n_as_strong += 1;
            if n_as_strong == ENOUGH_AS_STRONG {
                return n_as_strong as f64 / n_tried as f64;
            }
        }
    }
    // The true order is one of all orders.
    (n_as_strong + 1) as f64 / (MOST_ORDERS + 1) as f64
}

/// Cuts a circle of all places, turned by a random distance, into blocks, and joins these in random order.
fn weeks_in_another_order(order: &mut [usize], random: &mut Random) {
    let length = order.len();
    let turned = random.below(length);
    let mut starts: Vec<usize> = (0..length).step_by(BLOCK).collect();
    random.shuffle(&mut starts);
    let blocks = starts
        .into_iter()
        .flat_map(|start| start..length.min(start + BLOCK));
    for (place, from) in order.iter_mut().zip(blocks) {
        *place = (from + turned) % length;
    }
}
