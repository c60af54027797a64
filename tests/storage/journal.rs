//! The second copy: a browser may be killed before it has written its storage to disk, and yet whatever was called saved is
//! there at the next start, in whichever of the two places it got last.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicI64, Ordering};

use tailored::domain::diary::entry::Entry;
use tailored::domain::ids::ItemId;
use tailored::domain::questionnaire::model::Answer;
use tailored::domain::random::Random;
use tailored::storage::journal::{Journal, Journaled, Record, TakenUp};
use tailored::storage::lock::{LockState, PlainBackend, Vault, lock_state, put_back_lock, unlock};
use tailored::storage::{Backend, MemoryBackend, Month, Part, Store};

use crate::toy_cipher::{Toy, now};
use crate::{answered, day, entry};

const NOW: i64 = 1_795_430_000;

/// Each look at the clock is in the same second as the last one, or in the next.
static SECONDS: AtomicI64 = AtomicI64::new(NOW);

fn seconds() -> i64 {
    SECONDS.load(Ordering::Relaxed)
}

/// A device: what the page sees, what is on the disk of it, and the second copy, which is on the disk at once.
#[derive(Default)]
struct Device {
    seen: MemoryBackend,
    on_disk: BTreeMap<String, String>,
    second: BTreeMap<String, String>,
}

impl Device {
    fn opens(&self, journal: &Journal) -> Store {
        let place = Journaled::new(self.seen.clone(), journal.clone());
        let mut store = Store::open(PlainBackend(place)).store;
        store.stamp_with(seconds);
        store.keep_manifest();
        store
    }

    /// Everything that waits reaches the second copy.
    fn writes(&mut self, journal: &Journal) {
        for (key, text) in journal.take() {
            match text {
                Some(text) => self.second.insert(key, Record::value(&text, seconds())),
                None => self.second.remove(&key),
            };
        }
    }

    /// The browser writes its storage to disk, at last.
    fn flushes(&mut self) {
        self.on_disk = self.seen.texts();
    }

    fn is_killed(&mut self) {
        self.seen = MemoryBackend::holding(self.on_disk.clone());
    }

    fn records(&self) -> Vec<Record> {
        let texts = self.second.iter();
        let records = texts.map(|(key, value)| Record::of(key.clone(), value).unwrap());
        let mut records: Vec<Record> = records.collect();
        Record::in_order(&mut records);
        records
    }

    fn takes_up(&self, store: &mut Store) -> Vec<TakenUp> {
        let records = self.records().into_iter();
        records
            .map(|record| store.take_up(&record.key, &record.text))
            .collect()
    }
}

fn november() -> Month {
    Month {
        year: 2026,
        month: 11,
    }
}

#[test]
fn a_whole_month_that_never_reached_the_disk_is_there_again() {
    let (mut device, journal) = (Device::default(), Journal::default());
    let saved = entry("first", day(2026, 11, 3), "like a hot wire");
    device.opens(&journal).save_entry(&saved).unwrap();
    device.writes(&journal);
    device.is_killed();
    let mut store = device.opens(&Journal::default());
    assert_eq!(store.months(), []);
    let part = Part::Month(november());
    // The manifest comes back first.
    let both = [TakenUp::PutBack(None), TakenUp::PutBack(Some(part))];
    assert_eq!(device.takes_up(&mut store), both);
    assert_eq!(store.month(november()).value, [saved]);
    assert_eq!(store.missing_parts(), []);
    device.seen.remove(&part.key()).unwrap();
    assert_eq!(store.missing_parts(), [part], "it is in the manifest again");
    let the_month = [TakenUp::Known, TakenUp::PutBack(Some(part))];
    assert_eq!(device.takes_up(&mut store), the_month);
    assert_eq!(device.takes_up(&mut store), [TakenUp::Known; 2]);
}

#[test]
fn without_taking_it_up_it_would_be_lost() {
    let (mut device, journal) = (Device::default(), Journal::default());
    let saved = entry("first", day(2026, 11, 3), "");
    device.opens(&journal).save_entry(&saved).unwrap();
    device.writes(&journal);
    device.is_killed();
    assert_eq!(device.opens(&Journal::default()).all_entries().value, []);
}

/// What a change leaves under a name: the entry with its note, or nothing.
type State = Option<String>;

/// The notes by id, and the answer under a name of its own.
fn states(store: &mut Store) -> BTreeMap<String, String> {
    let entries = store.all_entries().value.into_iter();
    let mut states: BTreeMap<_, _> = entries.map(|entry| (entry.id.0, entry.note)).collect();
    let answers = store.response().value.answers;
    if let Some(Answer::Text(text)) = answers.get(&ItemId::from("own.words")) {
        states.insert("answer".to_owned(), text.clone());
    }
    states
}

/// 300 lives of a device: saves, changes and deletions, with the disk now and then behind, and a kill at any moment.
/// Afterwards each name has what was acknowledged last, or what was said later and not yet acknowledged.
#[test]
fn whatever_was_acknowledged_outlives_a_kill_at_any_moment() {
    let mut n_lost_without = 0;
    for seed in 0..300 {
        let random = &mut Random::seeded(seed);
        let (mut device, journal) = (Device::default(), Journal::default());
        let mut store = device.opens(&journal);
        let mut acknowledged: BTreeMap<String, State> = BTreeMap::new();
        let mut waiting: Vec<(String, State)> = Vec::new();
        for step in 0..10 + random.below(50) {
            SECONDS.fetch_add(random.below(2) as i64, Ordering::Relaxed);
            match random.below(10) {
                0..=3 => {
                    let n = random.below(6);
                    let (id, note) = (format!("entry {n}"), format!("said at {step}"));
                    let date = day(2026, 10 + n as u32 % 2, 5);
                    store.save_entry(&entry(&id, date, &note)).unwrap();
                    waiting.push((id, Some(note)));
                }
                4 => {
                    if let Some(entry) = store.all_entries().value.first() {
                        store.delete_entry(entry).unwrap();
                        waiting.push((entry.id.0.clone(), None));
                    }
                }
                5 => {
                    let mut response = store.response().value;
                    let text = format!("answered at {step}");
                    let answer = Answer::Text(text.clone());
                    response.answers.insert(ItemId::from("own.words"), answer);
                    store.save_response(&response).unwrap();
                    waiting.push(("answer".to_owned(), Some(text)));
                }
                6 | 7 => {
                    device.writes(&journal);
                    acknowledged.extend(waiting.drain(..));
                }
                8 => device.flushes(),
                _ => {}
            }
        }
        device.is_killed();
        let agrees = |found: &BTreeMap<String, String>| {
            acknowledged.iter().all(|(name, state)| {
                let later = waiting.iter().filter(|(later, _)| later == name);
                let found = found.get(name);
                let mut possible = later.map(|(_, state)| state).chain([state]);
                possible.any(|state| state.as_ref() == found)
            })
        };
        let mut store = device.opens(&Journal::default());
        if !agrees(&states(&mut store)) {
            n_lost_without += 1;
        }
        device.takes_up(&mut store);
        let found = states(&mut store);
        assert!(
            agrees(&found),
            "seed {seed}: {acknowledged:?}, then {waiting:?}, found {found:?}"
        );
    }
    assert!(
        n_lost_without > 100,
        "the kills cost something: {n_lost_without}"
    );
}

#[test]
fn a_second_copy_that_was_not_written_for_a_while_undoes_nothing() {
    let (mut device, journal) = (Device::default(), Journal::default());
    let mut store = device.opens(&journal);
    let entry = entry("first", day(2026, 11, 3), "before");
    store.save_entry(&entry).unwrap();
    device.writes(&journal);
    let changed = Entry {
        note: "after".to_owned(),
        ..entry.clone()
    };
    store.save_entry(&changed).unwrap();
    assert_eq!(device.takes_up(&mut store), [TakenUp::Known; 2]);
    assert_eq!(
        store.month(november()).value,
        std::slice::from_ref(&changed)
    );
    store.delete_entry(&changed).unwrap();
    assert_eq!(device.takes_up(&mut store), [TakenUp::Known; 2]);
    assert_eq!(store.month(november()).value, []);
}

#[test]
fn what_no_place_can_read_and_what_is_newer_stays() {
    let backend = MemoryBackend::default();
    let key = Part::Month(november()).key();
    backend.set(&key, "{spoilt").unwrap();
    let mut store = Store::open(backend.clone()).store;
    assert_eq!(
        store.take_up(&key, "{\"v\":1,\"entries\":7}"),
        TakenUp::Left
    );
    assert_eq!(store.take_up(&key, r#"{"v":999}"#), TakenUp::Left);
    assert_eq!(backend.get(&key).unwrap().as_deref(), Some("{spoilt"));
    assert_eq!(
        store.take_up("tailored/of-a-newer-version", "x"),
        TakenUp::PutBack(None)
    );
    assert_eq!(
        store.take_up("tailored/of-a-newer-version", "y"),
        TakenUp::Left
    );
    assert_eq!(
        backend
            .get("tailored/of-a-newer-version")
            .unwrap()
            .as_deref(),
        Some("x")
    );
}

#[test]
fn without_room_it_stays_in_the_second_copy_alone() {
    let backend = MemoryBackend::default();
    let mut store = Store::open(backend.clone()).store;
    backend.refuse(Some(tailored::storage::BackendError::Full));
    let key = Part::Month(november()).key();
    assert_eq!(
        store.take_up(&key, r#"{"v":1,"entries":[]}"#),
        TakenUp::Left
    );
}

#[test]
fn what_could_not_be_written_waits_again_unless_something_newer_does() {
    let journal = Journal::default();
    journal.note("tailored/response", Some("old"));
    journal.note("tailored/settings", Some("old"));
    let taken = journal.take();
    assert!(!journal.is_waiting());
    journal.note("tailored/settings", Some("new"));
    journal.give_back(taken);
    let waiting = journal.take();
    let text = |key: &str| waiting[key].as_deref();
    assert_eq!(text("tailored/response"), Some("old"));
    assert_eq!(text("tailored/settings"), Some("new"));
}

#[test]
fn only_what_is_saved_and_the_lock_is_noted() {
    let journal = Journal::default();
    let backend = Journaled::new(MemoryBackend::default(), journal.clone());
    Store::open(backend.clone());
    backend.set("of another app", "x").unwrap();
    assert!(!journal.is_waiting(), "the probe of the start is nobody's");
    backend.set("tailored/written", "x").unwrap();
    backend.set("tailored/lock", "x").unwrap();
    backend.set("tailored/response", "x").unwrap();
    backend.remove("tailored/settings").unwrap();
    assert_eq!(
        journal.take().into_iter().collect::<Vec<_>>(),
        [
            ("tailored/lock".to_owned(), Some("x".to_owned())),
            ("tailored/response".to_owned(), Some("x".to_owned())),
            ("tailored/settings".to_owned(), None),
            // It tells what is missing when the rest is lost.
            ("tailored/written".to_owned(), Some("x".to_owned())),
        ]
    );
}

#[test]
fn a_text_goes_from_the_second_copy_after_a_day_in_both_places() {
    const DAY: i64 = 24 * 60 * 60;
    let record = Record::of("tailored/response".to_owned(), &Record::value("a b", NOW)).unwrap();
    assert_eq!(record.text, "a b");
    assert!(!record.may_go(Some("a b"), NOW + DAY));
    assert!(record.may_go(Some("a b"), NOW + DAY + 1));
    assert!(!record.may_go(Some("other"), NOW + 9 * DAY));
    assert!(!record.may_go(None, NOW + 9 * DAY));
    assert!(!record.may_go(Some("a b"), NOW - 9 * DAY));
    assert_eq!(Record::of("k".to_owned(), "no moment"), None);
    assert_eq!(Record::of("k".to_owned(), ""), None);
}

#[test]
fn a_lock_that_never_reached_the_disk_asks_for_its_passphrase_again() {
    let toy = &Toy::default();
    let (mut device, journal) = (Device::default(), Journal::default());
    let place = || std::sync::Arc::new(Journaled::new(device.seen.clone(), journal.clone()));
    let mut store = device.opens(&journal);
    store.save_response(&answered("like a hot wire")).unwrap();
    let on_disk = device.seen.texts();
    // As the app does: the second copy is empty when the lock is set.
    journal.forget();
    let vault = now(Vault::set_lock(place(), "first", toy)).unwrap();
    now(vault.change_passphrase("first", "second", toy)).unwrap();
    device.writes(&journal);
    let told = device.second.values();
    assert!(told.clone().count() > 1);
    assert!(!told.clone().any(|text| text.contains("hot wire")));
    device.on_disk = on_disk;
    device.is_killed();
    assert_eq!(lock_state(&device.seen), LockState::Off);
    let lock = device.records().into_iter().find(Record::is_lock).unwrap();
    assert_eq!(put_back_lock(&device.seen, &lock.text), Ok(true));
    assert_eq!(put_back_lock(&device.seen, &lock.text), Ok(false));
    let place = std::sync::Arc::new(device.seen.clone());
    assert!(now(unlock(place.clone(), "first", toy)).is_err());
    let vault = now(unlock(place, "second", toy)).unwrap();
    assert!(
        !device
            .seen
            .texts()
            .values()
            .any(|text| text.contains("hot wire"))
    );
    // What was saved under the lock is taken up, opened.
    let mut store = Store::open(vault.clone()).store;
    for record in device.records().iter().filter(|record| !record.is_lock()) {
        let text = now(vault.opened(&record.key, &record.text, toy)).unwrap();
        assert_eq!(store.take_up(&record.key, &text), TakenUp::Known);
    }
    assert_eq!(store.response().value, answered("like a hot wire"));
}

#[test]
fn an_older_passphrase_never_comes_back() {
    let toy = &Toy::default();
    let backend = MemoryBackend::default();
    let place = std::sync::Arc::new(backend.clone());
    let vault = now(Vault::set_lock(place, "first", toy)).unwrap();
    let older = backend.get("tailored/lock").unwrap().unwrap();
    now(vault.change_passphrase("first", "second", toy)).unwrap();
    let newer = backend.get("tailored/lock").unwrap();
    assert_eq!(put_back_lock(&backend, &older), Ok(false));
    assert_eq!(put_back_lock(&backend, "{spoilt"), Ok(false));
    assert_eq!(backend.get("tailored/lock").unwrap(), newer);
    backend.set("tailored/lock", "{spoilt").unwrap();
    assert_eq!(put_back_lock(&backend, &older), Ok(false));
}
