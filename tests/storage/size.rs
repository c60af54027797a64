//! A decade of the diary fits, with room to spare, and costs no more to add to than its first month.

use std::sync::{Arc, Mutex};

use tailored::domain::date::{Datelike, Days, NaiveDate, NaiveTime};
use tailored::domain::diary::entry::{CanDo, Entry, Taken};
use tailored::domain::ids::{EntryId, RegionId};
use tailored::storage::{Backend, BackendError, MemoryBackend, Part, Store, units};

use crate::random::Random;
use crate::{day, entry, month, open};

const NOTES: [&str; 6] = [
    "Long drive, stiff when I got out of the car.",
    "Slept badly, woke at four and could not get back to sleep.",
    "Better after the short walk.",
    "Physio today: new exercise, a bit sore afterwards, wait and see how tomorrow goes.",
    "Migraine coming, went to lie down in the dark.",
    "Cooked dinner for everyone! Paid for it in the evening, worth it though.",
];
const REGIONS: [&str; 6] = [
    "back-lower-back-left",
    "back-lower-back-right",
    "back-buttock-left",
    "back-thigh-left",
    "front-head-left",
    "back-neck-right",
];
const MEDICINES: [(&str, &str); 4] = [
    ("Ibuprofen 400 mg", "1"),
    ("Paracetamol 500 mg", "2"),
    ("Amitriptyline 10 mg", "1"),
    ("Diclofenac gel", "some"),
];

/// An entry as people write them: always when and how strong, often where and what was taken, a note now and then.
fn realistic(random: &mut Random, date: NaiveDate, time_of_day: u32) -> Entry {
    let minutes = time_of_day * 5 * 60 + random.below(5 * 60) as u32 + 60;
    let pain = 2 + random.below(6) as u8;
    let took_medicine = random.chance(40);
    let medicines = (0..1 + random.below(2)).map(|_| {
        let (name, amount) = MEDICINES[random.below(MEDICINES.len())];
        Taken {
            name: name.to_owned(),
            amount: amount.to_owned(),
            ..Taken::default()
        }
    });
    let medicines = medicines.filter(|_| took_medicine).collect();
    Entry {
        time: NaiveTime::from_hms_opt(minutes / 60, minutes % 60, 0),
        pain: Some(pain),
        worst: random.chance(50).then_some((pain + 2).min(10)),
        can_do: random.chance(70).then_some(
            [CanDo::Most, CanDo::Some, CanDo::Little, CanDo::LyingDown][random.below(4)],
        ),
        flare: random.chance(7),
        regions: (0..random.below(4))
            .map(|_| RegionId::from(REGIONS[random.below(REGIONS.len())]))
            .collect(),
        took_medicine: random.chance(80).then_some(took_medicine),
        medicines,
        note: if random.chance(35) {
            NOTES[random.below(NOTES.len())].to_owned()
        } else {
            String::new()
        },
        ..Entry::on(EntryId(random.id()), date)
    }
}

#[test]
fn fourteen_thousand_six_hundred_entries_take_at_most_2_2_million_units() {
    let mut random = Random::seeded(14_600);
    let backend = MemoryBackend::default();
    let mut store = open(&backend).store;
    let first = day(2017, 1, 1);
    let mut expected = Vec::new();
    // Saved at once at the end: month by month instead of entry by entry, which is no different and much quicker.
    backend.refuse(Some(BackendError::Blocked));
    for idx in 0..14_600 {
        let date = first.checked_add_days(Days::new(idx / 4)).unwrap();
        let entry = realistic(&mut random, date, (idx % 4) as u32);
        assert!(store.save_entry(&entry).is_err());
        expected.push(entry);
    }
    backend.refuse(None);
    store.save_unsaved().unwrap();
    expected.sort_by_key(|entry| (entry.date, entry.time));
    let found = open(&backend).store.all_entries();
    assert!(found.value == expected, "all of them come back");
    assert_eq!(found.issues, []);

    let texts = backend.texts();
    let total: usize = texts
        .iter()
        .map(|(key, text)| units(key) + units(text))
        .sum();
    let notes: usize = expected.iter().map(|entry| units(&entry.note)).sum();
    println!(
        "14,600 entries in {} months: {total} UTF-16 units, {} an entry, {} of them its note",
        texts.len(),
        total / expected.len(),
        notes / expected.len(),
    );
    assert!(total <= 2_200_000, "{total} units");
    assert_eq!(store.health().used_units, total);
}

/// Writes down which keys are asked for.
#[derive(Clone, Default)]
struct Watched {
    inner: MemoryBackend,
    asked: Arc<Mutex<Vec<String>>>,
}

impl Backend for Watched {
    fn get(&self, key: &str) -> Result<Option<String>, BackendError> {
        self.asked.lock().unwrap().push(key.to_owned());
        self.inner.get(key)
    }

    fn set(&self, key: &str, text: &str) -> Result<(), BackendError> {
        self.inner.set(key, text)
    }

    fn remove(&self, key: &str) -> Result<(), BackendError> {
        self.inner.remove(key)
    }

    fn keys(&self) -> Result<Vec<String>, BackendError> {
        self.asked.lock().unwrap().push("all keys".to_owned());
        self.inner.keys()
    }
}

#[test]
fn saving_an_entry_reads_and_writes_its_own_month_alone_and_opening_reads_no_month() {
    let watched = Watched::default();
    let mut store = Store::open(watched.clone()).store;
    for idx in 0..36 {
        let date = day(2024 + idx / 12, 1 + idx as u32 % 12, 5);
        store.save_entry(&entry("a", date, "")).unwrap();
    }
    watched.asked.lock().unwrap().clear();
    watched.inner.take_written();

    let date = day(2026, 7, 6);
    store.save_entry(&entry("b", date, "")).unwrap();
    let july = Part::Month(month(date.year(), date.month())).key();
    let mut asked = std::mem::take(&mut *watched.asked.lock().unwrap());
    asked.dedup();
    assert_eq!(asked, [july.as_str()]);
    assert_eq!(watched.inner.take_written(), [july]);

    Store::open(watched.clone());
    let asked = watched.asked.lock().unwrap();
    assert!(asked.iter().all(|key| !key.contains("diary")), "{asked:?}");
}
