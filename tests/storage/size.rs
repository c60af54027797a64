//! A decade of the diary fits, with room to spare, and costs no more to add to than its first month.

use std::sync::{Arc, Mutex};

use tailored::domain::date::Datelike;
use tailored::domain::diary::insight::simulate::Made;
use tailored::storage::{Backend, BackendError, MemoryBackend, Part, Store, units};

use crate::{day, entry, month, open};

#[test]
fn fourteen_thousand_six_hundred_entries_take_at_most_2_2_million_units() {
    // Ten years without a missing day: three quick entries, and one in the evening with every scale and six factors.
    let mut expected = Made {
        first: day(2017, 1, 1),
        n_days: 3_650,
        missing: 0.0,
        n_entries_a_day: 4,
        ..Made::default()
    }
    .entries();
    assert_eq!(expected.len(), 14_600);
    let backend = MemoryBackend::default();
    let mut store = open(&backend).store;
    // Saved at once at the end: month by month instead of entry by entry, which is no different and much quicker.
    backend.refuse(Some(BackendError::Blocked));
    for entry in &expected {
        assert!(store.save_entry(entry).is_err());
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
