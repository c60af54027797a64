//! Owns numbers that look random and follow from a seed alone: the same seed gives the same numbers on every device.
//! May use: the standard library. Must not: a clock, the browser's generator; the seed is a parameter.

use std::f64::consts::TAU;

/// SplitMix64 (Steele, Lea and Flood 2014). Not for secrets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Random(u64);

impl Random {
    /// The sequence of a seed.
    pub fn seeded(seed: u64) -> Self {
        Self(seed)
    }

    /// A sequence of its own for the `number`-th of several tasks, so that one task does not shift the numbers of the next.
    pub fn of_task(seed: u64, number: u64) -> Self {
        let mut first = Self(seed ^ number.wrapping_mul(0xd129_0d3a_6a3c_1f55));
        Self(first.whole())
    }

    /// Any number.
    pub fn whole(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// From 0 to one less than `end`; 0 when `end` is 0. The bias is below one in 10¹⁵ for the lengths used here.
    pub fn below(&mut self, end: usize) -> usize {
        match end {
            0 => 0,
            _ => (self.whole() % end as u64) as usize,
        }
    }

    /// From 0 to just below 1.
    pub fn unit(&mut self) -> f64 {
        // 53 bits are what a number of this type can hold.
        (self.whole() >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// True with this probability, 0 to 1.
    pub fn chance(&mut self, probability: f64) -> bool {
        self.unit() < probability
    }

    /// A number from the normal distribution with mean 0 and standard deviation 1 (Box and Muller 1958).
    pub fn normal(&mut self) -> f64 {
        // 1 − unit is never 0, so that its logarithm is finite.
        let radius = (-2.0 * (1.0 - self.unit()).ln()).sqrt();
        radius * (TAU * self.unit()).cos()
    }

    /// Puts the items into a random order (Fisher and Yates).
    pub fn shuffle<T>(&mut self, items: &mut [T]) {
        for last in (1..items.len()).rev() {
            items.swap(last, self.below(last + 1));
        }
    }
}
