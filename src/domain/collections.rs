//! Owns putting things in order and gathering them into maps and sets, with one copy of the machinery for all types.
//! May use: the standard library. Must not: anything of ours.
//!
//! `sort` and `collect` into a map or set bring a whole sorting algorithm for each type (about 4.5 KB of code each, and the
//! app has some hundred). Our lists are short, so what this costs in time is not noticed.

use std::cmp::Ordering;

/// Putting a list in order. Things that are equal keep the order that they had.
pub trait InOrder<T> {
    /// By what `compare` says of two of them.
    fn put_in_order_by(&mut self, compare: impl FnMut(&T, &T) -> Ordering);

    /// By a key that is made once for each.
    fn put_in_order_by_key<K: Ord>(&mut self, key: impl FnMut(&T) -> K);

    fn put_in_order(&mut self)
    where
        T: Ord;
}

impl<T> InOrder<T> for [T] {
    fn put_in_order_by(&mut self, mut compare: impl FnMut(&T, &T) -> Ordering) {
        let places = places(
            self.len(),
            &mut |one, other| match (self.get(one), self.get(other)) {
                (Some(one), Some(other)) => compare(one, other),
                _ => Ordering::Equal,
            },
        );
        move_to(self, places);
    }

    fn put_in_order_by_key<K: Ord>(&mut self, key: impl FnMut(&T) -> K) {
        let keys: Vec<K> = self.iter().map(key).collect();
        let places = places(self.len(), &mut |one, other| {
            keys.get(one).cmp(&keys.get(other))
        });
        move_to(self, places);
    }

    fn put_in_order(&mut self)
    where
        T: Ord,
    {
        self.put_in_order_by(T::cmp);
    }
}

/// Where each of `n` things belongs.
fn places(n: usize, compare: &mut dyn FnMut(usize, usize) -> Ordering) -> Vec<usize> {
    let mut order: Vec<usize> = (0..n).collect();
    order.sort_by(|one, other| compare(*one, *other));
    let mut places = vec![0; n];
    for (place, from) in order.into_iter().enumerate() {
        if let Some(to) = places.get_mut(from) {
            *to = place;
        }
    }
    places
}

/// Swaps each thing to its place.
fn move_to<T>(things: &mut [T], mut places: Vec<usize>) {
    for here in 0..things.len() {
        while let Some(there) = places.get(here).copied().filter(|there| *there != here) {
            things.swap(here, there);
            places.swap(here, there);
        }
    }
}

/// Gathering into a map or a set.
pub trait Gather: Iterator + Sized {
    /// As `collect`, but one by one. Of two with the same key the later one counts, as there.
    fn gather<C: Default + Extend<Self::Item>>(self) -> C {
        let mut gathered = C::default();
        gathered.extend(self);
        gathered
    }
}

impl<I: Iterator> Gather for I {}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::domain::random::Random;

    #[test]
    fn the_order_is_that_of_the_standard_library_also_among_equals() {
        let mut random = Random::seeded(7);
        for n in 0..60 {
            let list: Vec<(usize, usize)> = (0..n).map(|place| (random.below(9), place)).collect();
            let mut sorted = list.clone();
            sorted.sort_by_key(|(key, _)| *key);
            let mut ours = list.clone();
            ours.put_in_order_by_key(|(key, _)| *key);
            assert_eq!(ours, sorted);

            sorted.sort_by_key(|(key, _)| std::cmp::Reverse(*key));
            ours.put_in_order_by(|one, other| other.0.cmp(&one.0));
            assert_eq!(ours, sorted);

            sorted.sort();
            ours.put_in_order();
            assert_eq!(ours, sorted);
        }
    }

    #[test]
    fn of_two_with_the_same_key_the_later_one_counts() {
        let map: BTreeMap<&str, u8> = [("a", 1), ("b", 2), ("a", 3)].into_iter().gather();
        assert_eq!(map, BTreeMap::from([("a", 3), ("b", 2)]));
    }
}
