//! What may be said about a stretch of diary days.

use proptest::prelude::*;
use tailored::domain::date::{Days, NaiveDate};
use tailored::domain::diary::entry::Entry;
use tailored::domain::diary::series::{days, median};
use tailored::domain::diary::stats::{Logged, blocks, logged};
use tailored::domain::ids::EntryId;

fn date(day: u64) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 1).unwrap() + Days::new(day)
}

fn entry(day: u64, pain: u8) -> Entry {
    let mut entry = Entry::on(EntryId(format!("e{day}-{pain}")), date(day));
    entry.pain = Some(pain);
    entry
}

fn month(pains: impl Fn(u64) -> Option<u8>) -> Vec<Entry> {
    (0..28)
        .filter_map(|day| pains(day).map(|pain| entry(day, pain)))
        .collect()
}

#[test]
fn a_day_without_an_entry_stays_a_gap() {
    let series = days(&[entry(0, 4), entry(2, 6)], date(2), 3);
    assert_eq!(series[1].usual, None);
    assert!(!series[1].logged);
    assert_eq!(logged(&series), Logged { days: 2, of: 3 });
}

#[test]
fn several_entries_of_a_day_become_one_day_with_its_worst() {
    let mut worst = entry(0, 5);
    worst.worst = Some(9);
    let series = days(&[entry(0, 3), worst, entry(0, 4)], date(0), 1);
    assert_eq!(series[0].usual, Some(4.0));
    assert_eq!(series[0].worst, Some(9));
}

#[test]
fn a_pain_free_day_is_one_that_was_said_to_be_so() {
    let series = days(&[entry(0, 0)], date(1), 2);
    assert!(series[0].pain_free);
    assert!(!series[1].pain_free);
}

#[test]
fn seven_days_of_fourteen_are_too_few_for_a_middle_value() {
    let found = blocks(&days(&month(|day| (day >= 7).then_some(5)), date(27), 28));
    let medians: Vec<_> = found
        .iter()
        .map(|block| (block.days, block.median))
        .collect();
    assert_eq!(medians, [(7, None), (14, Some(5.0))]);
}

proptest! {
    #[test]
    fn the_middle_lies_between_the_lowest_and_the_highest(mut values in prop::collection::vec(0.0..10.0f64, 1..50)) {
        let lowest = values.iter().copied().fold(f64::INFINITY, f64::min);
        let highest = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let middle = median(&mut values).unwrap();
        prop_assert!((lowest..=highest).contains(&middle));
    }
}
