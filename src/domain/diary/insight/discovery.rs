//! Owns counting in that several comparisons were made at once.
//! May use: the standard library. Must not: know what was compared.

use crate::domain::collections::InOrder;
/// For each chance level the share of false findings if everything up to it were called a finding
/// (Benjamini and Hochberg 1995): p(k)·m/k, and never more than that of the next larger one.
/// What was not tested counts for nothing and gets nothing.
pub fn adjusted(ps: &[Option<f64>]) -> Vec<Option<f64>> {
    let mut tested: Vec<(usize, f64)> = ps
        .iter()
        .enumerate()
        .filter_map(|(place, p)| Some((place, (*p)?)))
        .collect();
    tested.put_in_order_by(|(_, one), (_, other)| one.total_cmp(other));
    let n_tests = tested.len() as f64;
    let mut qs = vec![None; ps.len()];
    let mut least: f64 = 1.0;
    for (rank, (place, p)) in tested.into_iter().enumerate().rev() {
        least = least.min(p * n_tests / (rank + 1) as f64);
        qs[place] = Some(least);
    }
    qs
}
