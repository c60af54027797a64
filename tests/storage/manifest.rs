//! The manifest: a part that vanished is missed and named, and nothing else ever is.

use std::collections::BTreeMap;
use std::sync::Arc;

use tailored::domain::random::Random;
use tailored::domain::settings::Settings;
use tailored::storage::lock::{Vault, unlock};
use tailored::storage::{Backend, BackendError, Backup, MemoryBackend, Part, Store};

use crate::toy_cipher::{Toy, now};
use crate::{answered, day, entry, month, open};

const MANIFEST: &str = "tailored/written";

/// The store of a device, as the app opens it.
fn opened(backend: &MemoryBackend) -> Store {
    let mut store = open(backend).store;
    store.stamp_with(|| 1_795_430_000);
    store.keep_manifest();
    store
}

fn month_part(number: u32) -> Part {
    Part::Month(month(2026, number))
}

/// A device with answers and three months of the diary.
fn device() -> MemoryBackend {
    let backend = MemoryBackend::default();
    let mut store = opened(&backend);
    store.save_response(&answered("like a hot wire")).unwrap();
    for number in 9..12 {
        let entry = entry(&format!("of {number}"), day(2026, number, 3), "");
        store.save_entry(&entry).unwrap();
    }
    backend
}

#[test]
fn a_month_whose_key_has_vanished_is_missed_and_everything_else_opens() {
    let backend = device();
    assert_eq!(opened(&backend).missing_parts(), []);
    backend.remove(&month_part(10).key()).unwrap();
    let before = backend.texts();
    let store = opened(&backend);
    assert_eq!(store.missing_parts(), [month_part(10)]);
    assert_eq!(store.all_entries().value.len(), 2);
    assert_eq!(backend.texts(), before, "looking changes nothing");
    backend.remove(&Part::Response.key()).unwrap();
    assert_eq!(
        opened(&backend).missing_parts(),
        [month_part(10), Part::Response]
    );
}

#[test]
fn what_the_person_knows_to_be_gone_is_not_missed_again() {
    let backend = device();
    backend.remove(&month_part(10).key()).unwrap();
    opened(&backend).accept_missing().unwrap();
    assert_eq!(opened(&backend).missing_parts(), []);
    backend.remove(&month_part(11).key()).unwrap();
    assert_eq!(opened(&backend).missing_parts(), [month_part(11)]);
}

#[test]
fn a_save_of_a_known_part_stays_one_write() {
    let backend = device();
    let mut store = opened(&backend);
    store
        .save_entry(&entry("one more", day(2026, 11, 4), ""))
        .unwrap();
    assert_eq!(backend.take_written(), [month_part(11).key()]);
    store
        .save_entry(&entry("a new month", day(2026, 12, 1), ""))
        .unwrap();
    assert_eq!(
        backend.take_written(),
        [month_part(12).key(), MANIFEST.to_owned()]
    );
}

#[test]
fn a_store_from_before_the_manifest_misses_nothing_and_gets_one_at_its_next_save() {
    let backend = device();
    backend.remove(MANIFEST).unwrap();
    backend.remove(&month_part(10).key()).unwrap();
    let mut store = opened(&backend);
    assert_eq!(store.missing_parts(), []);
    store.save_settings(&Settings::default()).unwrap();
    backend.remove(&month_part(9).key()).unwrap();
    assert_eq!(opened(&backend).missing_parts(), [month_part(9)]);
}

#[test]
fn the_manifest_of_version_1_is_understood_and_this_version_writes_it() {
    let fixture: BTreeMap<String, String> =
        serde_json::from_str(include_str!("../fixtures/manifest-v1.json")).unwrap();
    assert_eq!(device().texts()[MANIFEST], fixture[MANIFEST]);
    let backend = MemoryBackend::holding(fixture);
    assert_eq!(
        opened(&backend).missing_parts(),
        [9, 10, 11]
            .map(month_part)
            .into_iter()
            .chain([Part::Response])
            .collect::<Vec<_>>()
    );
}

#[test]
fn a_save_that_is_cut_short_at_any_write_never_misses_what_was_not_there() {
    for nth in 1..=2 {
        let backend = device();
        let mut store = opened(&backend);
        backend.fail_at_write(nth, BackendError::Broken);
        let new = entry("a new month", day(2026, 12, 1), "");
        let saved = store.save_entry(&new);
        assert_eq!(saved.is_ok(), nth == 2, "the manifest stops no save");
        assert_eq!(opened(&backend).missing_parts(), [], "cut at {nth}");
        // The next save of the month names it.
        opened(&backend).save_entry(&new).unwrap();
        backend.remove(&month_part(12).key()).unwrap();
        assert_eq!(opened(&backend).missing_parts(), [month_part(12)]);
    }
}

#[test]
fn deleting_everything_leaves_no_manifest_and_cut_short_misses_nothing() {
    let n_keys = device().texts().len();
    for nth in 1..=n_keys {
        let backend = device();
        let mut store = opened(&backend);
        backend.fail_at_write(nth, BackendError::Broken);
        assert!(store.delete_everything().is_err());
        assert_eq!(opened(&backend).missing_parts(), [], "cut at {nth}");
        opened(&backend).delete_everything().unwrap();
        assert_eq!(backend.texts(), BTreeMap::new());
    }
}

#[test]
fn a_backup_brings_a_missing_month_back_and_holds_no_manifest() {
    let backend = device();
    let backup = opened(&backend).backup();
    assert!(!backup.text().contains("written"));
    assert_eq!(
        Backup::parse(&opened(&backend).export_raw()),
        Ok(backup.clone())
    );
    backend.remove(&month_part(10).key()).unwrap();
    let mut store = opened(&backend);
    assert_eq!(store.missing_parts(), [month_part(10)]);
    let undo = store.restore(&backup).unwrap().undo;
    assert_eq!(store.missing_parts(), []);
    store.undo_restore(&undo).unwrap();
    assert_eq!(
        store.missing_parts(),
        [],
        "the person took it out on purpose"
    );

    // A file of a program that did not know the manifest carries it along as something unknown.
    let foreign = format!(
        "{{\"tailored\":\"backup\",\"format\":1,\"unknown\":{{\"written\":{}}}}}",
        serde_json::json!("{\"v\":1,\"parts\":[\"diary/1999-01\"]}")
    );
    let foreign = Backup::parse(&foreign).unwrap();
    assert!(foreign.is_empty());
}

#[test]
fn what_a_backup_put_in_is_missed_when_it_vanishes() {
    let backup = opened(&device()).backup();
    let backend = MemoryBackend::default();
    opened(&backend).restore(&backup).unwrap();
    backend.remove(&month_part(9).key()).unwrap();
    assert_eq!(opened(&backend).missing_parts(), [month_part(9)]);
}

#[test]
fn taking_a_backup_out_again_cut_short_at_any_write_misses_nothing() {
    let backup = opened(&device()).backup();
    for nth in 1..=5 {
        let backend = MemoryBackend::default();
        let mut store = opened(&backend);
        let undo = store.restore(&backup).unwrap().undo;
        backend.fail_at_write(nth, BackendError::Broken);
        let _ = store.undo_restore(&undo);
        assert_eq!(opened(&backend).missing_parts(), [], "cut at {nth}");
    }
}

#[test]
fn two_tabs_name_what_each_of_them_saved() {
    let backend = device();
    let (mut one, mut other) = (opened(&backend), opened(&backend));
    one.save_entry(&entry("one", day(2027, 1, 1), "")).unwrap();
    other
        .save_entry(&entry("other", day(2027, 2, 1), ""))
        .unwrap();
    for part in [(2027, 1), (2027, 2)].map(|(y, m)| Part::Month(month(y, m))) {
        backend.remove(&part.key()).unwrap();
    }
    assert_eq!(opened(&backend).missing_parts().len(), 2);
}

#[test]
fn a_tab_that_wrote_an_old_copy_of_the_manifest_makes_nothing_missing() {
    let backend = device();
    let old = backend.texts()[MANIFEST].clone();
    let mut store = opened(&backend);
    let new = entry("a new month", day(2026, 12, 1), "");
    store.save_entry(&new).unwrap();
    backend.set(MANIFEST, &old).unwrap();
    assert_eq!(opened(&backend).missing_parts(), []);
    store.save_entry(&new).unwrap();
    assert!(backend.texts()[MANIFEST].contains("diary/2026-12"));
}

#[test]
fn a_spoilt_manifest_stops_nothing_and_a_newer_one_is_left_alone() {
    let sound = device().texts()[MANIFEST].clone();
    let mut spoilt: Vec<String> = [
        "",
        "{}",
        "[]",
        "null",
        "{\"v\":1}",
        "{\"v\":1,\"parts\":{}}",
    ]
    .map(str::to_owned)
    .into();
    let mut random = Random::seeded(7);
    for _ in 0..1_000 {
        let mut text: Vec<char> = sound.chars().collect();
        match random.below(3) {
            0 => text.truncate(random.below(text.len())),
            1 => drop(text.remove(random.below(text.len()))),
            _ => text.insert(
                random.below(text.len()),
                ['"', '9', '/', '}'][random.below(4)],
            ),
        }
        spoilt.push(text.into_iter().collect());
    }
    for text in spoilt {
        let backend = device();
        backend.set(MANIFEST, &text).unwrap();
        let mut store = opened(&backend);
        assert_eq!(store.all_entries().issues, []);
        store
            .save_entry(&entry("new", day(2026, 12, 1), ""))
            .unwrap();
        assert_eq!(store.all_entries().value.len(), 4, "{text}");
        store.accept_missing().unwrap();
        assert_eq!(opened(&backend).missing_parts(), [], "{text}");
    }

    let newer = "{\"v\":2,\"parts\":{\"diary/1999-01\":7}}";
    let backend = device();
    backend.set(MANIFEST, newer).unwrap();
    let mut store = opened(&backend);
    assert_eq!(store.missing_parts(), []);
    store
        .save_entry(&entry("new", day(2026, 12, 1), ""))
        .unwrap();
    store.accept_missing().unwrap();
    assert_eq!(backend.texts()[MANIFEST], newer);
}

/// Sealed texts are written one after the other; this many of them are before the program ends.
#[test]
fn with_a_lock_a_kill_between_any_two_writes_misses_nothing() {
    for n_written in 0..4 {
        let backend = device();
        let cipher = Toy::default();
        let place: Arc<dyn Backend> = Arc::new(backend.clone());
        let vault = now(Vault::set_lock(place.clone(), "correct horse", &cipher)).unwrap();
        assert!(!backend.texts()[MANIFEST].contains("diary"), "sealed too");
        let mut store = Store::open(vault.clone()).store;
        store.keep_manifest();
        store.save_settings(&Settings::default()).unwrap();
        store
            .save_entry(&entry("new", day(2026, 12, 1), ""))
            .unwrap();
        for _ in 0..n_written {
            if let Some(written) = now(vault.write_next(&cipher)) {
                written.unwrap();
            }
        }
        let vault = now(unlock(place, "correct horse", &cipher)).unwrap();
        let store = Store::open(vault).store;
        assert_eq!(store.missing_parts(), [], "killed after {n_written}");

        backend.remove(&month_part(9).key()).unwrap();
        let place: Arc<dyn Backend> = Arc::new(backend.clone());
        let vault = now(unlock(place, "correct horse", &cipher)).unwrap();
        assert_eq!(Store::open(vault).store.missing_parts(), [month_part(9)]);
    }
}
