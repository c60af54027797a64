//! Everything is removed from under the app, or the list of it is spoilt: what the second copy has comes back, what is lost is
//! named, and what cannot be known is said.

use tailored::domain::settings::{Settings, TextSize};
use tailored::storage::journal::{Journal, Journaled, Record, TakenUp, is_part, kept_for_good};
use tailored::storage::{Backend, MemoryBackend, Part, Store, Unreadable};

use crate::{answered, day, entry, month};

const MANIFEST: &str = "tailored/written";
const NOW: i64 = 1_795_430_000;
const TWO_DAYS: i64 = 2 * 24 * 60 * 60;

fn opened(place: impl Backend + 'static) -> Store {
    let mut store = Store::open(place).store;
    store.stamp_with(|| NOW);
    store.keep_manifest();
    store
}

/// A device with settings, answers and three months, and what its second copy holds.
fn device() -> (MemoryBackend, Vec<Record>) {
    let (backend, journal) = (MemoryBackend::default(), Journal::default());
    let mut store = opened(Journaled::new(backend.clone(), journal.clone()));
    let settings = Settings {
        text_size: TextSize::Largest,
        ..Settings::default()
    };
    store.save_settings(&settings).unwrap();
    store.save_response(&answered("like a hot wire")).unwrap();
    for number in 9..12 {
        let entry = entry(&format!("of {number}"), day(2026, number, 3), "");
        store.save_entry(&entry).unwrap();
    }
    (backend, records(&journal))
}

fn records(journal: &Journal) -> Vec<Record> {
    let texts = journal.take().into_iter();
    let texts = texts.filter_map(|(key, text)| Some((key, text?)));
    let records = texts.map(|(key, text)| Record::of(key, &Record::value(&text, NOW)).unwrap());
    let mut records: Vec<Record> = records.collect();
    Record::in_order(&mut records);
    records
}

fn clear(backend: &MemoryBackend) {
    for key in backend.keys().unwrap() {
        backend.remove(&key).unwrap();
    }
}

fn month_part(number: u32) -> Part {
    Part::Month(month(2026, number))
}

/// What is in the second copy after two days: all else is on the disk in its first place for long.
fn after_two_days(backend: &MemoryBackend, records: Vec<Record>) -> Vec<Record> {
    let stays = |record: &Record| {
        let first = backend.get(&record.key).unwrap();
        !record.may_go(first.as_deref(), NOW + TWO_DAYS)
    };
    records.into_iter().filter(stays).collect()
}

#[test]
fn the_list_and_the_settings_stay_in_the_second_copy_for_good() {
    let (backend, records) = device();
    assert!(records.iter().any(|record| record.key == MANIFEST));
    let old = after_two_days(&backend, records);
    let keys: Vec<&str> = old.iter().map(|record| record.key.as_str()).collect();
    assert_eq!(keys, [MANIFEST, "tailored/settings"]);
    // A device from before they stayed gets them at its next start.
    let found = kept_for_good(&backend);
    let keys: Vec<&str> = found.iter().map(|(key, _)| key.as_str()).collect();
    assert_eq!(keys, ["tailored/settings", MANIFEST]);
    backend.set("tailored/lock", "{}").unwrap();
    assert_eq!(kept_for_good(&backend).len(), 3, "and what opens the rest");
}

#[test]
fn after_the_browser_cleared_everything_what_is_lost_is_named() {
    let (backend, records) = device();
    let old = after_two_days(&backend, records);
    clear(&backend);
    let mut store = opened(backend.clone());
    assert_eq!(store.missing_parts(), [], "nobody knows yet");
    for record in &old {
        let taken = store.take_up(&record.key, &record.text);
        assert!(matches!(taken, TakenUp::PutBack(_)), "{record:?}");
    }
    let lost = [
        month_part(9),
        month_part(10),
        month_part(11),
        Part::Response,
    ];
    assert_eq!(store.missing_parts(), lost);
    assert_eq!(store.settings().value.text_size, TextSize::Largest);
    // It stays named at every later start, until the person knows.
    assert_eq!(opened(backend.clone()).missing_parts(), lost);
    store.accept_missing().unwrap();
    assert_eq!(opened(backend).missing_parts(), []);
}

#[test]
fn what_was_put_by_long_ago_comes_back_for_each_name_on_the_list() {
    let (backend, records) = device();
    let parts: Vec<&Record> = records.iter().filter(|it| is_part(&it.key)).collect();
    assert_eq!(parts.len(), 5, "the manifest is none");
    clear(&backend);
    let mut store = opened(backend.clone());
    let list = records.iter().find(|it| it.key == MANIFEST).unwrap();
    store.take_up(&list.key, &list.text);
    for part in store.missing_parts() {
        let record = parts.iter().find(|record| record.key == part.key());
        let record = record.unwrap();
        let taken = store.take_up(&record.key, &record.text);
        assert_eq!(taken, TakenUp::PutBack(Some(part)));
    }
    assert_eq!(store.missing_parts(), []);
    assert_eq!(store.all_entries().value.len(), 3);
    assert_eq!(store.response().value, answered("like a hot wire"));
}

#[test]
fn cleared_while_it_is_open_is_noticed_and_a_save_forgets_no_name() {
    let (backend, _) = device();
    let mut store = opened(backend.clone());
    clear(&backend);
    assert_eq!(store.missing_parts().len(), 5, "at the next look");
    store
        .save_entry(&entry("after", day(2026, 11, 5), ""))
        .unwrap();
    assert!(store.take_was_cleared(), "at the latest with the next save");
    assert!(!store.take_was_cleared(), "told once");
    let missing = [
        month_part(9),
        month_part(10),
        Part::Response,
        Part::Settings,
    ];
    assert_eq!(store.missing_parts(), missing);
    assert_eq!(
        opened(backend).missing_parts(),
        missing,
        "also by the next start"
    );
}

#[test]
fn a_month_that_this_tab_has_written_comes_back_with_its_next_save() {
    let backend = MemoryBackend::default();
    let mut store = opened(backend.clone());
    let first = entry("first", day(2026, 11, 3), "");
    store.save_entry(&first).unwrap();
    clear(&backend);
    let second = entry("second", day(2026, 11, 4), "");
    store.save_entry(&second).unwrap();
    assert_eq!(store.month(month(2026, 11)).value, [first, second]);
}

#[test]
fn what_another_tab_deletes_on_purpose_is_not_missed() {
    let (backend, _) = device();
    let (mut one, mut other) = (opened(backend.clone()), opened(backend.clone()));
    let keys: Vec<String> = backend.keys().unwrap();
    other.delete_everything().unwrap();
    assert_eq!(other.missing_parts(), []);
    // The browser tells in the order of the removals: the manifest comes first.
    one.hear(MANIFEST, None);
    for key in keys {
        one.hear(&key, None);
    }
    assert_eq!(one.missing_parts(), []);
    one.save_entry(&entry("new", day(2026, 12, 1), "")).unwrap();
    assert!(!one.take_was_cleared());
    assert_eq!(opened(backend).missing_parts(), []);
}

#[test]
fn one_key_that_somebody_else_removes_is_missed_in_an_open_tab() {
    let (backend, _) = device();
    let mut store = opened(backend.clone());
    backend.remove(&month_part(10).key()).unwrap();
    store.hear(&month_part(10).key(), None);
    assert_eq!(store.missing_parts(), [month_part(10)]);
}

#[test]
fn a_spoilt_list_is_mended_from_the_second_copy_and_set_aside() {
    let (backend, records) = device();
    backend.set(MANIFEST, "{\"v\":1,\"par").unwrap();
    backend.remove(&month_part(9).key()).unwrap();
    let mut store = opened(backend.clone());
    assert!(store.is_manifest_spoilt());
    assert_eq!(store.missing_parts(), [], "nobody can know");
    let list = records.iter().find(|it| it.key == MANIFEST).unwrap();
    assert_eq!(store.take_up(&list.key, &list.text), TakenUp::PutBack(None));
    assert!(!store.is_manifest_spoilt());
    assert_eq!(store.missing_parts(), [month_part(9)]);
    let aside = store.set_aside();
    assert_eq!(aside.len(), 1);
    assert_eq!(aside[0].name(), "written");
    assert_eq!(aside[0].why, Some(Unreadable::WrongShape));
    assert!(
        !store.backup().text().contains("set_aside"),
        "it belongs to this device"
    );
}

#[test]
fn a_spoilt_list_without_a_second_copy_is_told_and_replaced_when_the_person_knows() {
    for spoilt in ["", "null", "{\"v\":1}", "{\"v\":1,\"parts\":7}"] {
        let (backend, _) = device();
        backend.set(MANIFEST, spoilt).unwrap();
        let mut store = opened(backend.clone());
        store
            .save_entry(&entry("new", day(2026, 12, 1), ""))
            .unwrap();
        assert_eq!(
            backend.get(MANIFEST).unwrap().as_deref(),
            Some(spoilt),
            "not silently"
        );
        assert!(store.is_manifest_spoilt());
        store.replace_spoilt_manifest().unwrap();
        assert!(!store.is_manifest_spoilt());
        let aside = store.set_aside();
        assert_eq!(aside.len(), 1);
        assert_eq!(aside[0].text, spoilt);
        backend.remove(&month_part(12).key()).unwrap();
        assert_eq!(opened(backend).missing_parts(), [month_part(12)]);
    }
}

#[test]
fn a_list_that_lost_a_name_on_purpose_does_not_get_it_back() {
    let (backend, records) = device();
    backend.remove(&month_part(9).key()).unwrap();
    let mut store = opened(backend.clone());
    store.accept_missing().unwrap();
    let list = records.iter().find(|it| it.key == MANIFEST).unwrap();
    assert_eq!(store.take_up(&list.key, &list.text), TakenUp::Known);
    assert_eq!(store.missing_parts(), []);
}
