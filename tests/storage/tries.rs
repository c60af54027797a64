//! Wrong passphrases: each makes the next one wait longer, across a new start, and never for good.

use std::sync::Arc;

use tailored::storage::lock::{
    Vault, forget_wrong_passphrases, note_wrong_passphrase, wait_seconds,
};
use tailored::storage::{Backend, Backup, MemoryBackend, Store, export_locked, is_untouched};

use crate::toy_cipher::{Toy, now};
use crate::{day, entry};

const NOW: i64 = 1_795_430_000;
const TRIES: &str = "tailored/tries";

#[test]
fn the_wait_begins_with_the_third_and_grows_to_five_minutes() {
    let place = MemoryBackend::default();
    let mut at = NOW;
    let waits: Vec<u32> = (0..40)
        .map(|_| {
            let wait = note_wrong_passphrase(&place, at);
            assert_eq!(wait_seconds(&place, at), wait);
            at += i64::from(wait);
            assert_eq!(wait_seconds(&place, at), 0, "after it one may try");
            wait
        })
        .collect();
    assert_eq!(waits[..10], [0, 0, 5, 10, 20, 40, 80, 160, 300, 300]);
    assert_eq!(waits[39], 300, "never longer");
}

#[test]
fn it_counts_down_and_goes_on_after_a_new_start() {
    let place = MemoryBackend::default();
    for _ in 0..5 {
        note_wrong_passphrase(&place, NOW);
    }
    let again = MemoryBackend::holding(place.texts());
    assert_eq!(wait_seconds(&again, NOW), 20);
    assert_eq!(wait_seconds(&again, NOW + 19), 1);
    assert_eq!(wait_seconds(&again, NOW + 20), 0);
    forget_wrong_passphrases(&again);
    assert_eq!(
        note_wrong_passphrase(&again, NOW + 30),
        0,
        "from the beginning"
    );
}

#[test]
fn a_clock_that_is_set_locks_nobody_out() {
    let place = MemoryBackend::default();
    for _ in 0..20 {
        note_wrong_passphrase(&place, NOW);
    }
    for moved in [-10_i64.pow(9), -301, 301, 10_i64.pow(9)] {
        assert_eq!(wait_seconds(&place, NOW + moved), 0, "{moved}");
    }
    assert!(wait_seconds(&place, NOW - 100) <= 300);
    assert_eq!(wait_seconds(&place, i64::MIN), 0);
    assert_eq!(wait_seconds(&place, i64::MAX), 0);
}

#[test]
fn whatever_stands_in_its_place_locks_nobody_out() {
    for text in [
        "",
        "{}",
        "[]",
        "{\"v\":2,\"wrong\":9,\"last\":1795430000}",
        "{\"v\":1,\"wrong\":-1,\"last\":0}",
        "{\"v\":1,\"wrong\":9}",
        "{\"v\":1,\"wrong\":1e308,\"last\":1795430000}",
    ] {
        let place = MemoryBackend::default();
        place.set(TRIES, text).unwrap();
        assert_eq!(wait_seconds(&place, NOW), 0, "{text}");
        assert_eq!(note_wrong_passphrase(&place, NOW), 0, "{text}");
    }
    let most = format!("{{\"v\":1,\"wrong\":{},\"last\":{NOW}}}", u32::MAX);
    let place = MemoryBackend::default();
    place.set(TRIES, &most).unwrap();
    assert_eq!(wait_seconds(&place, NOW), 300);
    assert_eq!(note_wrong_passphrase(&place, NOW), 300);
}

#[test]
fn the_count_is_nobodys_data() {
    let place = MemoryBackend::default();
    note_wrong_passphrase(&place, NOW);
    assert!(is_untouched(&place));
    let mut store = Store::open(place.clone()).store;
    store.save_entry(&entry("a", day(2026, 11, 3), "")).unwrap();
    assert!(!store.backup().text().contains("wrong"));
    assert!(!store.export_raw().contains("wrong"));
    let cipher = Toy::default();
    let shared: Arc<dyn Backend> = Arc::new(place.clone());
    let before = place.texts()[TRIES].clone();
    now(Vault::set_lock(shared, "correct horse", &cipher)).unwrap();
    assert_eq!(
        place.texts()[TRIES],
        before,
        "it is read before the lock is open"
    );
    assert!(Backup::parse(&export_locked(&place)).is_ok());
    store.delete_everything().unwrap();
    assert_eq!(place.texts().len(), 0);
}
