//! Owns the view of a diary by day: several entries become one day, and a day without an entry stays a gap.
//! May use: entry, date, the reading of medicines. Must not: fill gaps, smooth, or judge.

use std::collections::{BTreeMap, BTreeSet};

use super::attack::AttackKind;
use super::entry::{About, Entry, Taken};
use super::medicines::told;
use crate::domain::date::{NaiveDate, days_up_to};

/// One day of the diary.
#[derive(Debug, Clone, PartialEq)]
pub struct Day {
    pub date: NaiveDate,
    /// Whether there is any entry about this day.
    pub logged: bool,
    /// Usual pain, 0 to 10: what was said about the whole day; without that the middle of the day's numbers.
    pub usual: Option<f64>,
    /// Worst pain, 0 to 10: the highest number of the day.
    pub worst: Option<u8>,
    /// Called a flare by the person in at least one entry.
    pub flare: bool,
    /// Every entry of the day says that there was no pain.
    pub pain_free: bool,
    /// Every entry of the day was written late.
    pub late: bool,
    /// Pain medicine was taken, was not taken, or nobody said.
    pub took_medicine: Option<bool>,
    /// A headache, also one that began the day before, or none, or nobody said.
    pub headache: Option<bool>,
    /// The headache had migraine features, or was treated with a medicine that only migraine has (`ihs_cm2018:K`).
    pub migraine: bool,
}

/// The `count` days up to `last`, oldest first, from entries in any order.
pub fn days<'a>(
    entries: impl IntoIterator<Item = &'a Entry>,
    last: NaiveDate,
    count: u64,
) -> Vec<Day> {
    let mut by_day: BTreeMap<NaiveDate, Vec<&Entry>> = BTreeMap::new();
    let mut with_attack = BTreeSet::new();
    for entry in entries {
        by_day.entry(entry.date).or_default().push(entry);
        if let Some(attack) = &entry.attack
            && attack.kind == AttackKind::Headache
            && (!attack.is_shorter_than(HEADACHE_MIN) || told::took(entry) == Some(true))
        {
            with_attack.extend(attack.days());
        }
    }
    days_up_to(last, count)
        .map(|date| {
            let of_day = by_day.get(&date).map(Vec::as_slice).unwrap_or_default();
            day(date, of_day, with_attack.contains(&date))
        })
        .collect()
}

fn day(date: NaiveDate, entries: &[&Entry], with_attack: bool) -> Day {
    let said_of_day = entries
        .iter()
        .filter(|entry| entry.about == Some(About::Day));
    let mut pains = pains(said_of_day);
    if pains.is_empty() {
        pains = self::pains(entries.iter());
    }
    let headaches = entries.iter().filter_map(|entry| entry.headache.had);
    let headache = yes_if_any(headaches.chain(with_attack.then_some(true)));
    Day {
        date,
        logged: !entries.is_empty(),
        usual: median(&mut pains),
        worst: entries
            .iter()
            .filter_map(|entry| entry.worst.max(entry.pain))
            .max(),
        flare: entries.iter().any(|entry| entry.flare),
        pain_free: !entries.is_empty() && entries.iter().all(|entry| entry.is_pain_free()),
        late: !entries.is_empty() && entries.iter().all(|entry| entry.is_late()),
        took_medicine: yes_if_any(
            entries
                .iter()
                .filter_map(|entry| told::took_for_pain(entry)),
        ),
        headache,
        migraine: (entries.iter()).any(|entry| entry.headache.has_migraine_features())
            || (headache == Some(true)
                && (entries.iter()).any(|entry| told::taken(entry).any(is_for_migraine))),
    }
}

/// From so many minutes on an attack makes a headache day without a medicine (`diary.toml`, `head_day`).
const HEADACHE_MIN: i64 = 30;

/// Kinds of medicine that are taken for migraine alone.
const MIGRAINE_KINDS: [&str; 2] = ["triptan", "ergot"];

fn is_for_migraine(taken: &Taken) -> bool {
    let read = told::read(taken);
    let kinds = read.iter().filter(|typed| !typed.is_nothing);
    kinds
        .filter_map(|typed| typed.days())
        .any(|kind| MIGRAINE_KINDS.contains(&kind.id))
}

fn pains<'a>(entries: impl Iterator<Item = &'a &'a Entry>) -> Vec<f64> {
    let pains = entries.filter_map(|entry| entry.pain);
    pains.map(f64::from).collect()
}

/// Yes when one says yes, no when one says no and none yes, unknown when none says anything.
fn yes_if_any(said: impl Iterator<Item = bool>) -> Option<bool> {
    said.reduce(|one, other| one || other)
}

/// The middle of the values; the mean of the two middle ones when their number is even; nothing when there are none.
pub fn median(values: &mut [f64]) -> Option<f64> {
    values.sort_by(f64::total_cmp);
    let middle = values.len() / 2;
    match values.len() {
        0 => None,
        count if count % 2 == 1 => Some(values[middle]),
        _ => Some((values[middle - 1] + values[middle]) / 2.0),
    }
}
