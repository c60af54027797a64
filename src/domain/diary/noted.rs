//! Owns what the diary says about questions of the assessment, once enough days of the time asked about have a note.
//! May use: entries, days, medicine days, facts. Must not: fill gaps; days without a note are not days without pain.

use std::collections::BTreeMap;

use super::entry::Entry;
use super::insight::table::POOR_SLEEP_MAX;
use super::medicines::days::{MedicineDays, WINDOW_DAYS, medicine_days};
use super::series::{Day, days, median};
use crate::domain::date::{NaiveDate, days_between};
use crate::domain::plan::facts::{FactId, Noted, fact};

/// "In the last 7 days": five of them. Ours.
const WEEK: (usize, usize) = (7, 5);
/// "Last month": three weeks of 30 days. A day without a note is not counted, so the number is "at least". Ours.
const MONTH: (usize, usize) = (WINDOW_DAYS as usize, 21);
/// "How many nights a week": half of the last four weeks. Ours.
const NIGHTS: (usize, usize) = (28, 14);
/// Headache medicine is asked about from so many headache days on (`head.meddays`).
const HEADACHES: usize = 4;

/// The kinds of medicine with their questions.
const KINDS: [(&str, FactId); 5] = [
    ("simple", fact::SIMPLE_DAYS),
    ("triptan", fact::TRIPTAN_DAYS),
    ("combination", fact::COMBO_DAYS),
    ("opioid", fact::OPIOID_HEAD_DAYS),
    ("ergot", fact::ERGOT_DAYS),
];

/// What the entries up to today say, for each question of which enough days are known.
pub fn noted(entries: &[Entry], today: NaiveDate) -> Vec<Noted> {
    let month = days(entries, today, WINDOW_DAYS);
    let week = &month[month.len().saturating_sub(WEEK.0)..];
    let mut all: Vec<Noted> = Vec::new();
    let mut add = |fact: FactId, number: f64, known: usize, (of, least): (usize, usize)| {
        if known >= least {
            all.push(Noted {
                fact,
                number,
                days: known,
                of,
                used: false,
            });
        }
    };

    let mut usual: Vec<f64> = week.iter().filter_map(|day| day.usual).collect();
    if let Some(middle) = median(&mut usual) {
        add(fact::NRS_AVG7, middle.round(), usual.len(), WEEK);
    }
    let worst = || week.iter().filter_map(|day| day.worst);
    if let Some(worst_of_all) = worst().max() {
        let known = worst().count();
        add(fact::NRS_WORST7, f64::from(worst_of_all), known, WEEK);
    }

    let nights = nights(entries, today);
    let poor = nights.iter().filter(|sleep| **sleep <= POOR_SLEEP_MAX);
    let a_week = (poor.count() * 7) as f64 / nights.len().max(1) as f64;
    add(fact::SLEEP_BAD_NIGHTS, a_week.round(), nights.len(), NIGHTS);

    let count = |is: &dyn Fn(&Day) -> bool| month.iter().filter(|day| is(day)).count();
    let known = count(&|day| day.headache.is_some());
    let headaches = count(&|day| day.headache == Some(true));
    add(fact::HEADACHE_DAYS, headaches as f64, known, MONTH);
    let migraines = count(&|day| day.headache == Some(true) && day.migraine);
    add(fact::MIGRAINE_DAYS, migraines as f64, known, MONTH);
    if known >= MONTH.1 && headaches >= HEADACHES {
        let known = count(&|day| day.took_medicine.is_some());
        let taken = medicine_days(entries, today);
        for (kind, fact) in KINDS {
            add(fact, days_of(&taken, kind) as f64, known, MONTH);
        }
        let any = taken.kinds.iter().map(|kind| kind.last_30).max();
        add(fact::MIXED_DAYS, any.unwrap_or(0) as f64, known, MONTH);
    }
    all
}

fn days_of(taken: &MedicineDays, kind: &str) -> usize {
    let kind = taken.kinds.iter().find(|known| known.kind.id == kind);
    kind.map_or(0, |kind| kind.last_30)
}

/// How each of the last nights was that has a number; of two notes about one the first.
fn nights(entries: &[Entry], today: NaiveDate) -> Vec<u8> {
    let mut nights: BTreeMap<NaiveDate, u8> = BTreeMap::new();
    for entry in entries {
        let ago = days_between(entry.date, today);
        if let Some(sleep) = entry.scales.sleep
            && (0..NIGHTS.0 as i64).contains(&ago)
        {
            nights.entry(entry.date).or_insert(sleep);
        }
    }
    nights.into_values().collect()
}
