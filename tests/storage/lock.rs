//! The lock: wherever it is cut short nothing is lost, and what it says to be closed shows no word of the person's.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use tailored::domain::settings::Settings;
use tailored::storage::lock::{
    LockError, LockState, PlainBackend, SealedFile, Vault, WriteProblem, finish_opening,
    lock_state, unlock,
};
use tailored::storage::{
    Backend, BackendError, MemoryBackend, Store, export_locked, is_untouched, units,
};

use crate::toy_cipher::{Toy, now};
use crate::{answered, day, entry, open};

/// Stands in every text that is saved here.
const PHRASE: &str = "like a hot wire";
pub const FIRST: &str = "correct horse";
const SECOND: &str = "battery staple";

/// A place that is there until the program is killed: after so many changes nothing more happens.
#[derive(Clone)]
struct Mortal {
    memory: MemoryBackend,
    n_left: Arc<AtomicUsize>,
}

impl Mortal {
    fn new(texts: BTreeMap<String, String>, n_left: usize) -> Self {
        Self {
            memory: MemoryBackend::holding(texts),
            n_left: Arc::new(AtomicUsize::new(n_left)),
        }
    }

    fn lives(&self) -> Result<(), BackendError> {
        let left = self
            .n_left
            .fetch_update(Ordering::Relaxed, Ordering::Relaxed, |n| n.checked_sub(1));
        left.map(drop).map_err(|_| BackendError::Broken)
    }
}

impl Backend for Mortal {
    fn get(&self, key: &str) -> Result<Option<String>, BackendError> {
        self.memory.get(key)
    }

    fn set(&self, key: &str, text: &str) -> Result<(), BackendError> {
        self.lives()?;
        self.memory.set(key, text)
    }

    fn remove(&self, key: &str) -> Result<(), BackendError> {
        self.lives()?;
        self.memory.remove(key)
    }

    fn keys(&self) -> Result<Vec<String>, BackendError> {
        self.memory.keys()
    }
}

fn plain_store() -> BTreeMap<String, String> {
    let backend = MemoryBackend::default();
    backend
        .set("tailored/diary/2026-09", "{spoilt: like a hot wire")
        .unwrap();
    let mut store = open(&backend).store;
    store.save_response(&answered(PHRASE)).unwrap();
    store
        .save_settings(&Settings {
            calm_mode: true,
            ..Settings::default()
        })
        .unwrap();
    for month in 9..12 {
        let id = format!("entry {month}");
        store
            .save_entry(&entry(&id, day(2026, month, 3), PHRASE))
            .unwrap();
    }
    backend.set("tailored/of-a-newer-version", PHRASE).unwrap();
    backend.set("of another app", PHRASE).unwrap();
    backend.texts()
}

/// Everything that is in a store, whatever its lock.
fn content(texts: &BTreeMap<String, String>, passphrase: &str) -> Result<String, LockError> {
    let place = MemoryBackend::holding(texts.clone());
    let toy = Toy::default();
    let store = match lock_state(&place) {
        LockState::Off => Store::open(PlainBackend(place)).store,
        LockState::Opening => {
            now(finish_opening(&place, &toy))?;
            assert_eq!(lock_state(&place), LockState::Off);
            Store::open(PlainBackend(place)).store
        }
        _ => {
            let vault = now(unlock(Arc::new(place.clone()), passphrase, &toy))?;
            assert_eq!(words_left(&place.texts()), [""; 0], "after unlocking");
            Store::open(vault).store
        }
    };
    Ok(store.backup().text())
}

/// The keys of ours under which the phrase can be read.
fn words_left(texts: &BTreeMap<String, String>) -> Vec<&str> {
    let ours = texts.iter().filter(|(key, _)| key.starts_with("tailored/"));
    ours.filter(|(_, text)| text.contains(PHRASE))
        .map(|(key, _)| key.as_str())
        .collect()
}

fn is_said_to_be_closed(texts: &BTreeMap<String, String>) -> bool {
    texts
        .get("tailored/lock")
        .is_some_and(|lock| lock.contains("\"stage\":\"closed\""))
}

/// Does something and kills it after each number of changes, until it gets through. Says how many changes it took.
fn killed_at_every_step(
    before: &BTreeMap<String, String>,
    deed: impl Fn(Mortal) -> Result<(), LockError>,
    check: impl Fn(&BTreeMap<String, String>, usize),
) -> (usize, BTreeMap<String, String>) {
    for n_changes in 0.. {
        let place = Mortal::new(before.clone(), n_changes);
        let done = deed(place.clone());
        let after = place.memory.texts();
        check(&after, n_changes);
        assert_eq!(
            after.get("of another app").map(String::as_str),
            Some(PHRASE)
        );
        if done.is_ok() {
            return (n_changes, after);
        }
    }
    unreachable!("it ends")
}

pub fn locked() -> BTreeMap<String, String> {
    let place = MemoryBackend::holding(plain_store());
    now(Vault::set_lock(
        Arc::new(place.clone()),
        FIRST,
        &Toy::default(),
    ))
    .map(drop)
    .unwrap();
    place.texts()
}

#[test]
fn a_lock_that_is_being_set_loses_nothing_wherever_it_is_killed_and_hides_everything_in_the_end() {
    let before = plain_store();
    let wanted = content(&before, "").unwrap();
    let (n_changes, after) = killed_at_every_step(
        &before,
        |place| now(Vault::set_lock(Arc::new(place), FIRST, &Toy::default())).map(drop),
        |texts, n| {
            assert_eq!(
                content(texts, FIRST).as_ref(),
                Ok(&wanted),
                "after {n} changes"
            );
            if is_said_to_be_closed(texts) {
                assert_eq!(words_left(texts), [""; 0], "after {n} changes");
            }
        },
    );
    assert!(is_said_to_be_closed(&after));
    assert!(
        n_changes >= before.len(),
        "each text and the lock twice: {n_changes}"
    );
    assert_eq!(content(&after, SECOND), Err(LockError::WrongPassphrase));
}

#[test]
fn a_changed_passphrase_counts_as_a_whole_or_not_at_all() {
    let before = locked();
    let wanted = content(&before, FIRST).unwrap();
    let toy = Toy::default();
    let (n_changes, after) = killed_at_every_step(
        &before,
        |place| {
            let vault = now(unlock(Arc::new(place), FIRST, &toy))?;
            now(vault.change_passphrase(FIRST, SECOND, &toy))
        },
        |texts, n| {
            let opened = [FIRST, SECOND].map(|passphrase| content(texts, passphrase));
            let n_opened = opened
                .iter()
                .filter(|content| content.as_ref() == Ok(&wanted))
                .count();
            assert_eq!(n_opened, 1, "after {n} changes");
            assert_eq!(words_left(texts), [""; 0]);
        },
    );
    assert_eq!(n_changes, 1);
    assert_eq!(content(&after, FIRST), Err(LockError::WrongPassphrase));
    let vault = now(unlock(
        Arc::new(MemoryBackend::holding(after)),
        SECOND,
        &toy,
    ))
    .map_err(drop)
    .unwrap();
    assert_eq!(
        now(vault.change_passphrase(FIRST, "x", &toy)),
        Err(LockError::WrongPassphrase)
    );
}

#[test]
fn a_lock_that_is_taken_off_is_on_with_every_word_hidden_or_off_with_every_word_there() {
    let before = locked();
    let wanted = content(&before, FIRST).unwrap();
    let toy = Toy::default();
    let (_, after) = killed_at_every_step(
        &before,
        |place| {
            let vault = now(unlock(Arc::new(place), FIRST, &toy))?;
            now(vault.take_off(&toy))
        },
        |texts, n| {
            let place = MemoryBackend::holding(texts.clone());
            match lock_state(&place) {
                LockState::Closed => {
                    assert_eq!(words_left(texts), [""; 0], "after {n} changes");
                    assert_eq!(
                        content(texts, FIRST).as_ref(),
                        Ok(&wanted),
                        "after {n} changes"
                    );
                }
                // No passphrase any more.
                _ => assert_eq!(
                    content(texts, "").as_ref(),
                    Ok(&wanted),
                    "after {n} changes"
                ),
            }
        },
    );
    assert_eq!(
        after,
        plain_store(),
        "to the letter as it was before the lock"
    );
}

#[test]
fn a_device_too_full_for_the_lock_stays_as_it_was() {
    let before = plain_store();
    let used: usize = before
        .iter()
        .map(|(key, text)| units(key) + units(text))
        .sum();
    for room in [50, 500, 700] {
        let place = MemoryBackend::holding(before.clone());
        place.limit_units(Some(used + room));
        let set = now(Vault::set_lock(
            Arc::new(place.clone()),
            FIRST,
            &Toy::default(),
        ));
        assert_eq!(
            set.map(drop),
            Err(LockError::Storage(BackendError::Full)),
            "{room}"
        );
        assert_eq!(place.texts(), before, "{room}");
    }
}

#[test]
fn a_change_in_an_unlocked_store_is_saved_sealed_and_read_again() {
    let place = MemoryBackend::holding(locked());
    let toy = Toy::default();
    let vault = now(unlock(Arc::new(place.clone()), FIRST, &toy))
        .map_err(drop)
        .unwrap();
    let mut store = Store::open(vault.clone()).store;
    let new = entry("new", day(2026, 12, 1), PHRASE);
    store.save_entry(&new).unwrap();
    assert!(vault.is_waiting() && !place.texts().contains_key("tailored/diary/2026-12"));
    now(vault.write_all(&toy)).unwrap();
    assert!(!vault.is_waiting());
    assert_eq!(words_left(&place.texts()), [""; 0]);
    let again = now(unlock(Arc::new(place.clone()), FIRST, &toy))
        .map_err(drop)
        .unwrap();
    assert!(Store::open(again).store.all_entries().value.contains(&new));

    place.limit_units(Some(10));
    store
        .save_entry(&entry("no room", day(2026, 12, 2), PHRASE))
        .unwrap();
    assert_eq!(
        now(vault.write_next(&toy)),
        Some(Err(WriteProblem::Refused(BackendError::Full)))
    );
    assert!(vault.is_waiting(), "it is in memory still");
    place.limit_units(None);
    now(vault.write_all(&toy)).unwrap();

    store.delete_everything().unwrap();
    assert!(is_untouched(&place), "the lock goes too");
}

#[test]
fn two_unlocked_tabs_keep_each_others_entries() {
    let place = MemoryBackend::holding(locked());
    let toy = Toy::default();
    let tabs = [(); 2].map(|()| {
        let vault = now(unlock(Arc::new(place.clone()), FIRST, &toy))
            .map_err(drop)
            .unwrap();
        let mut store = Store::open(vault.clone()).store;
        store.stamp_with(|| 1_795_430_000);
        (vault, store)
    });
    let [(one, mut first), (two, mut second)] = tabs;
    for n in 0..10 {
        let date = day(2026, 11, 1 + n);
        first
            .save_entry(&entry(&format!("one {n}"), date, PHRASE))
            .unwrap();
        second
            .save_entry(&entry(&format!("two {n}"), date, PHRASE))
            .unwrap();
        now(one.write_all(&toy)).unwrap();
        let key = "tailored/diary/2026-11";
        let found = now(two.write_next(&toy));
        assert_eq!(
            found,
            Some(Err(WriteProblem::SavedElsewhere(key.to_owned())))
        );
        let told = now(two.read_again(key, &toy)).unwrap();
        second.hear(key, told.as_deref());
        now(two.write_all(&toy)).unwrap();
        let told = now(one.read_again(key, &toy)).unwrap();
        first.hear(key, told.as_deref());
        now(one.write_all(&toy)).unwrap();
    }
    // And the one of November that was there before.
    assert_eq!(first.month(crate::month(2026, 11)).value.len(), 21);
    assert_eq!(first.backup(), second.backup());
    assert_eq!(words_left(&place.texts()), [""; 0]);
}

#[test]
fn a_tab_that_knows_nothing_of_the_lock_writes_nothing_plain() {
    let place = MemoryBackend::holding(plain_store());
    let mut old_tab = Store::open(PlainBackend(place.clone())).store;
    let toy = Toy::default();
    let vault = now(Vault::set_lock(Arc::new(place.clone()), FIRST, &toy))
        .map_err(drop)
        .unwrap();
    for month in 11..13 {
        let new = entry("late", day(2026, month, 7), PHRASE);
        assert!(old_tab.save_entry(&new).is_err());
    }
    assert_eq!(words_left(&place.texts()), [""; 0]);

    // Another tab takes the lock off: this one stops instead of sealing what nobody could open any more.
    now(now(unlock(Arc::new(place.clone()), FIRST, &toy))
        .map_err(drop)
        .unwrap()
        .take_off(&toy))
    .unwrap();
    let mut store = Store::open(vault.clone()).store;
    let late = entry("late", day(2026, 11, 7), PHRASE);
    store.save_entry(&late).unwrap();
    assert_eq!(
        now(vault.write_next(&toy)),
        Some(Err(WriteProblem::LockChanged))
    );
}

#[test]
fn a_sealed_copy_opens_with_its_passphrase_and_shows_nothing_without() {
    let place = MemoryBackend::holding(locked());
    let toy = Toy::default();
    let vault = now(unlock(Arc::new(place.clone()), FIRST, &toy))
        .map_err(drop)
        .unwrap();
    let backup = Store::open(vault.clone()).store.backup().text();
    let file = now(vault.sealed_file(&backup, &toy)).unwrap();
    let schema = include_str!("../../docs/sealed-copy.schema.json");
    let schema = jsonschema::validator_for(&serde_json::from_str(schema).unwrap()).unwrap();
    assert!(schema.is_valid(&serde_json::from_str(&file).unwrap()));
    // The page that hands out the exact texts when the app has failed.
    let exact = export_locked(&place);
    for copy in [&file, &exact] {
        assert!(!copy.contains(PHRASE));
        let sealed = SealedFile::parse(copy).unwrap().map_err(drop).unwrap();
        assert_eq!(
            now(sealed.open(SECOND, &toy)),
            Err(LockError::WrongPassphrase)
        );
        let opened = now(sealed.open(FIRST, &toy)).unwrap();
        let opened = tailored::storage::Backup::parse(&opened).unwrap();
        assert_eq!(opened.text(), backup);
    }
    for no_copy in [
        backup.as_str(),
        "",
        "{}",
        "like a hot wire",
        "{\"tailored\":\"raw copy\",\"keys\":{}}",
    ] {
        assert!(SealedFile::parse(no_copy).is_none(), "{no_copy}");
    }
    let newer = file.replacen("\"format\":1", "\"format\":2", 1);
    assert_eq!(
        SealedFile::parse(&newer).unwrap().err(),
        Some(LockError::Newer)
    );
    let endless = file.replacen("600000", "4000000000", 1);
    assert_eq!(
        SealedFile::parse(&endless).unwrap().err(),
        Some(LockError::Unreadable)
    );
}

#[test]
fn a_file_cannot_put_a_lock_on_saved_data() {
    let lock = locked()["tailored/lock"].replace('"', "\\\"");
    let file = format!(
        "{{\"tailored\":\"backup\",\"format\":1,\"documents\":{{}},\"unknown\":{{\"lock\":\"{lock}\"}}}}"
    );
    let backup = tailored::storage::Backup::parse(&file).unwrap();
    let place = MemoryBackend::default();
    let mut store = open(&place).store;
    store.restore(&backup).map(drop).unwrap();
    assert_eq!(lock_state(&place), LockState::Off);
}

#[test]
fn a_lock_of_a_newer_version_or_a_spoilt_one_is_left_alone() {
    for (lock, state, error) in [
        ("{\"v\":2}", LockState::Newer, LockError::Newer),
        (
            "{\"v\":1,\"stage\":",
            LockState::Unreadable,
            LockError::Unreadable,
        ),
    ] {
        let mut texts = locked();
        texts.insert("tailored/lock".to_owned(), lock.to_owned());
        let place = MemoryBackend::holding(texts.clone());
        assert_eq!(lock_state(&place), state);
        let toy = Toy::default();
        let opened = now(unlock(Arc::new(place.clone()), FIRST, &toy));
        assert_eq!(opened.map(drop), Err(error));
        assert_eq!(place.texts(), texts);
    }
}
