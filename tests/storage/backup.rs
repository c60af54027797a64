//! A backup is complete, has one spelling, opens on any device, and puts two devices together without losing a change.

use std::cell::Cell;
use std::collections::BTreeMap;

use proptest::prelude::*;
use tailored::domain::date::Datelike;
use tailored::domain::ids::ItemId;
use tailored::domain::questionnaire::model::Answer;
use tailored::domain::settings::{Settings, Theme};
use tailored::storage::{
    Backend, BackendError, Backup, BackupError, Counts, MemoryBackend, Part, SaveError, Store,
    UndoError, export_raw,
};

use crate::{answered, arbitrary, arbitrary_entry, day, entry, month, open, rich};

thread_local! {
    pub static NOW: Cell<i64> = const { Cell::new(1_795_000_000) };
}

fn now() -> i64 {
    NOW.get()
}

/// A device whose clock the test sets.
pub fn device(backend: &MemoryBackend) -> Store {
    let mut store = open(backend).store;
    store.stamp_with(now);
    store
}

fn rich_device() -> (MemoryBackend, Store) {
    let backend = MemoryBackend::default();
    let mut store = device(&backend);
    store.save_response(&rich::response()).unwrap();
    store.save_settings(&rich::settings()).unwrap();
    store.save_arrangements(&rich::arrangements()).unwrap();
    store.save_tracking(&crate::followed::tracking()).unwrap();
    for entry in rich::entries() {
        store.save_entry(&entry).unwrap();
    }
    store.delete_entry(&rich::entries()[2]).unwrap();
    (backend, store)
}

pub fn again(backup: &Backup) -> Backup {
    Backup::parse(&backup.text()).unwrap()
}

fn notes(store: &Store) -> Vec<String> {
    let entries = store.all_entries().value;
    entries.into_iter().map(|entry| entry.note).collect()
}

#[test]
fn a_backup_opened_on_an_empty_device_and_saved_again_is_the_same_bytes() {
    let (backend, store) = rich_device();
    backend
        .set(
            &Part::Month(month(2024, 2)).key(),
            "{\"v\":1,\"entries\":[{\"i\":\"cut",
        )
        .unwrap();
    backend.set("tailored/visits", "{\"v\":1}").unwrap();
    let text = store.backup().text();
    for part in ["cut", "visits", "nothing-said", "Carry my"] {
        assert!(text.contains(part), "{part} in {text}");
    }

    let mut empty = device(&MemoryBackend::default());
    let restored = empty.restore(&Backup::parse(&text).unwrap()).unwrap();
    assert_eq!(restored.response, rich::response());
    assert_eq!(restored.settings, rich::settings());
    assert_eq!(empty.arrangements().value, rich::arrangements());
    let mut left = rich::entries();
    left.remove(2);
    assert_eq!(empty.all_entries().value, left);
    assert_eq!(empty.backup().text(), text);
    assert_eq!(again(&empty.backup()).text(), text);
}

#[test]
fn the_backup_follows_its_published_schema() {
    let schema = serde_json::from_str(include_str!("../../docs/backup.schema.json")).unwrap();
    let schema = jsonschema::validator_for(&schema).unwrap();
    let (backend, store) = rich_device();
    backend.set("tailored/visits", "{\"v\":1}").unwrap();
    backend
        .set(&Part::Month(month(2024, 2)).key(), "cut")
        .unwrap();
    let good: serde_json::Value = serde_json::from_str(&store.backup().text()).unwrap();
    let problems: Vec<String> = schema
        .iter_errors(&good)
        .map(|problem| problem.to_string())
        .collect();
    assert_eq!(problems, [""; 0]);
    assert!(schema.is_valid(&serde_json::from_str(&Backup::default().text()).unwrap()));

    let spoilt = |path: &str, value: serde_json::Value| {
        let mut file = good.clone();
        *file.pointer_mut(path).unwrap() = value;
        file
    };
    for bad in [
        spoilt("/format", 2.into()),
        spoilt("/tailored", "raw copy".into()),
        spoilt("/documents/response/v", "one".into()),
        spoilt("/documents/response/answers", 5.into()),
        spoilt("/documents/diary~12026-11/entries/0/i", 5.into()),
        spoilt("/documents/diary~12026-11/entries/0/d", 32.into()),
        spoilt("/documents/diary~12026-11/entries/0/p", 11.into()),
        spoilt("/set_aside/0", "text".into()),
    ] {
        assert!(!schema.is_valid(&bad), "{bad}");
    }
}

#[test]
fn the_exact_copy_that_a_broken_app_hands_out_opens_as_well() {
    let (backend, mut store) = rich_device();
    assert_eq!(
        Backup::parse(&export_raw(&backend)).unwrap(),
        store.backup()
    );
    // Also with what could not be saved.
    backend.refuse(Some(BackendError::Full));
    assert!(
        store
            .save_entry(&entry("late", day(2026, 11, 9), "late"))
            .is_err()
    );
    assert!(store.save_response(&answered("late")).is_err());
    backend.refuse(None);
    let copy = Backup::parse(&store.export_raw()).unwrap().opened();
    let late = answered("late").answers.into_iter().next().unwrap();
    assert_eq!(copy.response.answers[&late.0], late.1);
    assert!(notes(&copy.store).contains(&"late".to_owned()));
    let backup = store.backup().opened();
    assert_eq!(backup.response, answered("late"));
    assert_eq!(
        backup.store.all_entries().value.len(),
        rich::entries().len()
    );
    // The fixture of version 1 is such a copy.
    let v1 = Backup::parse(include_str!("../fixtures/store-v1.json"))
        .unwrap()
        .opened();
    assert_eq!(
        (v1.response, v1.settings),
        (rich::response(), rich::settings())
    );
    assert_eq!(v1.store.all_entries().value, rich::entries());
}

#[test]
fn what_is_no_backup_and_what_a_newer_version_wrote_is_refused_by_name() {
    use BackupError::{CutShort, Newer, NotABackup};
    for (text, error) in [
        ("", NotABackup),
        ("Date,Pain", NotABackup),
        ("[]", NotABackup),
        ("{}", NotABackup),
        ("{\"tailored\":\"something\"}", NotABackup),
        ("{\"tailored\":\"backup\"}", NotABackup),
        (
            "{\"tailored\":\"backup\",\"format\":1,\"documents\":{\"resp",
            CutShort,
        ),
        (
            "{\"tailored\":\"backup\",\"format\":7,\"documents\":[\"new ways\"]}",
            NotABackup,
        ),
        ("{\"tailored\":\"backup\",\"format\":7}", Newer(7)),
        (
            "{\"tailored\":\"backup\",\"format\":1,\"documents\":{\"response\":{\"v\":12}}}",
            Newer(12),
        ),
        (
            "{\"tailored\":\"raw copy\",\"keys\":{\"tailored/diary/2026-11\":\"{\\\"v\\\":9}\"}}",
            Newer(9),
        ),
    ] {
        assert_eq!(Backup::parse(text).unwrap_err(), error, "{text}");
    }
    // What this version cannot read on its own device goes along, and is refused elsewhere.
    let backend = MemoryBackend::default();
    backend.set(&Part::Response.key(), "{\"v\":12}").unwrap();
    let mut store = device(&backend);
    store.save_entry(&entry("a", day(2026, 11, 1), "")).unwrap();
    assert_eq!(
        Backup::parse(&store.backup().text()).unwrap_err(),
        Newer(12)
    );
    let (_, other) = rich_device();
    assert_eq!(
        store.restore(&other.backup()).err(),
        Some(SaveError::NewerVersion)
    );
    assert_eq!(backend.texts()[&Part::Response.key()], "{\"v\":12}");
}

#[test]
fn the_later_change_wins_also_over_a_clock_that_was_set_back() {
    let date = day(2026, 11, 1);
    let (phone, tablet) = (MemoryBackend::default(), MemoryBackend::default());
    let (mut on_phone, mut on_tablet) = (device(&phone), device(&tablet));
    NOW.set(1_000);
    on_phone.save_entry(&entry("a", date, "first")).unwrap();
    on_tablet.restore(&on_phone.backup()).unwrap();
    NOW.set(2_000);
    on_tablet
        .save_entry(&entry("a", date, "on the tablet"))
        .unwrap();
    NOW.set(1_500);
    on_phone
        .save_entry(&entry("a", date, "on the phone"))
        .unwrap();
    let merged = on_phone.backup().merged(on_tablet.backup());
    assert_eq!(notes(&merged.opened().store), ["on the tablet"]);

    // The phone takes it over and changes it again; its clock is behind, and yet this is the later change.
    on_phone.restore(&merged).unwrap();
    on_phone
        .save_entry(&entry("a", date, "again on the phone"))
        .unwrap();
    let merged = on_phone.backup().merged(on_tablet.backup());
    assert_eq!(notes(&merged.opened().store), ["again on the phone"]);
}

#[test]
fn an_entry_deleted_here_does_not_come_back_from_an_older_backup_and_undo_of_the_deletion_does() {
    let date = day(2026, 11, 1);
    let mut store = device(&MemoryBackend::default());
    let deleted = entry("a", date, "deleted");
    store.save_entry(&deleted).unwrap();
    let older = store.backup();
    store.delete_entry(&deleted).unwrap();
    assert_eq!(
        store.preview(&older).entries,
        Counts {
            kept: 1,
            ..Counts::default()
        }
    );
    store.restore(&older).unwrap();
    assert_eq!(notes(&store), [""; 0]);
    let deletion = store.backup();
    store.save_entry(&deleted).unwrap();
    assert_eq!(
        notes(&deletion.merged(store.backup()).opened().store),
        ["deleted"]
    );
}

#[test]
fn answers_of_two_devices_come_together_one_by_one() {
    let (mut left, mut right) = (
        device(&MemoryBackend::default()),
        device(&MemoryBackend::default()),
    );
    let answer = |store: &mut Store, at: i64, item: &str, level: Option<u8>| {
        NOW.set(at);
        let mut response = store.response().value;
        match level {
            Some(level) => response
                .answers
                .insert(ItemId::from(item), Answer::Level(level)),
            None => response.answers.remove(&ItemId::from(item)),
        };
        store.save_response(&response).unwrap();
    };
    answer(&mut left, 10, "only.left", Some(1));
    answer(&mut right, 10, "only.right", Some(2));
    answer(&mut left, 20, "both", Some(3));
    answer(&mut right, 30, "both", Some(4));
    answer(&mut left, 10, "taken.back", Some(5));
    right.restore(&left.backup()).unwrap();
    answer(&mut right, 40, "taken.back", None);
    let answers = left
        .backup()
        .merged(right.backup())
        .opened()
        .response
        .answers;
    let expected = [("both", 4), ("only.left", 1), ("only.right", 2)];
    let expected = expected.map(|(item, level)| (ItemId::from(item), Answer::Level(level)));
    assert_eq!(answers, BTreeMap::from(expected));
}

#[test]
fn settings_are_taken_over_only_by_a_device_that_has_none() {
    let (_, other) = rich_device();
    let mut store = device(&MemoryBackend::default());
    assert!(store.preview(&other.backup()).takes_settings);
    let mine = Settings {
        theme: Theme::Light,
        ..Settings::default()
    };
    store.save_settings(&mine).unwrap();
    assert!(!store.preview(&other.backup()).takes_settings);
    assert_eq!(store.restore(&other.backup()).unwrap().settings, mine);
}

#[test]
fn the_preview_counts_what_then_happens_and_writes_nothing() {
    let date = day(2026, 11, 1);
    let (backend, mut here) = rich_device();
    let mut there = device(&MemoryBackend::default());
    there.restore(&here.backup()).unwrap();
    NOW.set(now() + 10);
    there.save_entry(&entry("new", date, "new")).unwrap();
    there
        .save_entry(&entry("k3f9x2m7q1ab", date, "changed there"))
        .unwrap();
    there.delete_entry(&rich::entries()[4]).unwrap();
    here.save_entry(&entry("nothing-said", day(2025, 12, 31), "changed here"))
        .unwrap();
    let file = there.backup();
    let before = backend.texts();
    let preview = here.preview(&file);
    assert_eq!(backend.texts(), before);
    let expected = Counts {
        new: 1,
        changed: 1,
        deleted: 1,
        kept: 1,
        same: 2,
    };
    assert_eq!(preview.entries, expected);
    assert_eq!(
        preview.answers.new + preview.answers.changed + preview.answers.deleted,
        0
    );
    assert_eq!(preview.days, Some((day(2025, 12, 31), day(2026, 11, 3))));
    assert!(!preview.changes_nothing());

    here.restore(&file).unwrap();
    let expected = ["changed here", "", "changed there", "new"].map(str::to_owned);
    assert_eq!(notes(&here)[..4], expected);
    assert!(here.preview(&file).changes_nothing());
}

#[test]
fn one_step_leads_back_to_exactly_what_was_there_unless_something_was_saved_since() {
    let (backend, mut here) = rich_device();
    let mut there = device(&MemoryBackend::default());
    there
        .save_entry(&entry("x", day(2026, 11, 5), "x"))
        .unwrap();
    there.save_entry(&entry("y", day(2020, 1, 5), "y")).unwrap();
    there.save_response(&answered("there")).unwrap();
    let before = backend.texts();
    let undo = here.restore(&there.backup()).unwrap().undo;
    assert_ne!(backend.texts(), before);
    let back = here.undo_restore(&undo).unwrap();
    assert_eq!(back.response, rich::response());
    assert_eq!(backend.texts(), before);

    let undo = here.restore(&there.backup()).unwrap().undo;
    here.save_entry(&entry("later", day(2026, 11, 6), "later"))
        .unwrap();
    let kept = backend.texts();
    assert_eq!(
        here.undo_restore(&undo).err(),
        Some(UndoError::ChangedSince)
    );
    assert_eq!(backend.texts(), kept);
}

#[test]
fn a_refused_write_takes_the_whole_import_back() {
    let (backend, mut here) = rich_device();
    let mut there = device(&MemoryBackend::default());
    for month in 1..=6 {
        there
            .save_entry(&entry("x", day(2020, month, 5), "x"))
            .unwrap();
    }
    there.save_response(&answered("there")).unwrap();
    let before = backend.texts();
    let n_writes = 7;
    for nth in 1..=n_writes {
        for error in [BackendError::Full, BackendError::Broken] {
            backend.fail_at_write(nth, error);
            assert_eq!(here.restore(&there.backup()).err(), Some(error.into()));
            assert_eq!(backend.texts(), before, "write {nth}");
        }
    }
    here.restore(&there.backup()).unwrap();
    assert_eq!(notes(&here).len(), 5 + 6);
}

#[test]
fn what_cannot_be_read_here_is_set_aside_before_a_backup_takes_its_place() {
    let backend = MemoryBackend::default();
    let november = Part::Month(month(2026, 11)).key();
    backend.set(&november, "cut").unwrap();
    let mut here = device(&backend);
    let (_, there) = rich_device();
    here.restore(&there.backup()).unwrap();
    assert!(here.set_aside().iter().any(|aside| aside.text == "cut"));
    assert_eq!(here.month(month(2026, 11)).value.len(), 3);
}

#[test]
fn a_moment_costs_nothing_until_an_entry_is_changed() {
    let (plain, stamped) = (MemoryBackend::default(), MemoryBackend::default());
    let (mut without, mut with) = (open(&plain).store, device(&stamped));
    for entry in rich::entries() {
        without.save_entry(&entry).unwrap();
        with.save_entry(&entry).unwrap();
        with.save_entry(&entry).unwrap();
    }
    let size = |backend: &MemoryBackend| {
        let texts = backend.texts().into_values();
        texts.map(|text| text.len()).sum::<usize>()
    };
    assert_eq!(size(&plain), size(&stamped));
    let changed = entry("pain-free", day(2026, 10, 1), "changed");
    with.save_entry(&changed).unwrap();
    let october = &stamped.texts()[&Part::Month(month(2026, 10)).key()];
    assert!(october.contains(&format!("\"U\":{}", now())), "{october}");
}

#[test]
fn a_thousand_spoilt_backups_open_or_are_refused_and_take_nothing_away() {
    let (_, store) = rich_device();
    let good = store.backup().text();
    let mut random = tailored::domain::random::Random::seeded(6);
    let mut n_opened = 0;
    for _ in 0..1_000 {
        let mut bytes = good.clone().into_bytes();
        for _ in 0..1 + random.below(3) {
            let at = random.below(bytes.len());
            match random.below(4) {
                0 => bytes.truncate(at.max(1)),
                1 => bytes[at] = b"{}[]\",:0\\u"[random.below(10)],
                2 => bytes[at] = random.whole() as u8,
                _ => {
                    let end = (at + random.below(60)).min(bytes.len());
                    let copied = bytes[at..end].to_vec();
                    bytes.splice(at..at, copied);
                }
            }
        }
        let Ok(backup) = Backup::parse(&String::from_utf8_lossy(&bytes)) else {
            continue;
        };
        n_opened += 1;
        assert_eq!(again(&backup).text(), backup.text());
        let (backend, mut here) = rich_device();
        let mine = entry("mine", day(2026, 11, 20), "mine");
        here.save_entry(&mine).unwrap();
        let before = backend.texts();
        let undo = here.restore(&backup).unwrap().undo;
        assert!(here.all_entries().value.contains(&mine));
        here.undo_restore(&undo).unwrap();
        assert_eq!(backend.texts(), before);
    }
    assert!(n_opened > 100, "{n_opened} of 1,000 could be opened at all");
}

proptest! {
    #[test]
    fn any_device_comes_back_from_its_backup_to_the_byte(
        response in arbitrary::response(),
        settings in arbitrary::settings(),
        entries in prop::collection::vec(arbitrary_entry::entry(), 0..12),
    ) {
        let mut store = device(&MemoryBackend::default());
        store.save_response(&response).unwrap();
        store.save_settings(&settings).unwrap();
        // A copy with other days does not bring them: see `spoilt_copy`.
        for entry in entries.iter().filter(|entry| (1900..2026).contains(&entry.date.year())) {
            store.save_entry(entry).unwrap();
        }
        let text = store.backup().text();
        let mut empty = device(&MemoryBackend::default());
        let restored = empty.restore(&Backup::parse(&text).unwrap()).unwrap();
        prop_assert_eq!(restored.response, response);
        prop_assert_eq!(restored.settings, settings);
        prop_assert_eq!(empty.all_entries().value.len(), store.all_entries().value.len());
        prop_assert_eq!(empty.backup().text(), text);
    }
}
