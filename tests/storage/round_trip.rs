//! What is saved comes back exactly, through one write to one key.

use std::collections::BTreeMap;

use proptest::prelude::*;
use tailored::domain::ids::{EntryId, ItemId};
use tailored::domain::questionnaire::model::Answer;
use tailored::domain::settings::{Settings, Theme};
use tailored::storage::{Backend, MemoryBackend, Month, Part};

use crate::{answered, arbitrary, arbitrary_entry, day, entry, month, open};

proptest! {
    #[test]
    fn any_answers_come_back_exactly(first in arbitrary::response(), second in arbitrary::response()) {
        let backend = MemoryBackend::default();
        let mut store = open(&backend).store;
        for response in [&first, &second] {
            prop_assert_eq!(store.save_response(response), Ok(()));
            let again = open(&backend);
            prop_assert_eq!(&again.response, response);
            prop_assert_eq!(again.issues, vec![]);
        }
    }

    #[test]
    fn any_settings_come_back_exactly(first in arbitrary::settings(), second in arbitrary::settings()) {
        let backend = MemoryBackend::default();
        let mut store = open(&backend).store;
        for settings in [&first, &second] {
            prop_assert_eq!(store.save_settings(settings), Ok(()));
            let again = open(&backend);
            prop_assert_eq!(&again.settings, settings);
            prop_assert_eq!(again.issues, vec![]);
        }
    }

    #[test]
    fn any_entries_come_back_exactly_and_in_order(entries in prop::collection::vec(arbitrary_entry::entry(), 0..12)) {
        let backend = MemoryBackend::default();
        let mut store = open(&backend).store;
        let mut expected = BTreeMap::new();
        for entry in &entries {
            prop_assert_eq!(store.save_entry(entry), Ok(()));
            expected.insert((Month::of(entry.date), entry.id.clone()), entry.clone());
        }
        let found = open(&backend).store.all_entries();
        prop_assert_eq!(found.issues, vec![]);
        prop_assert!(found.value.is_sorted_by_key(|entry| (entry.date, entry.time)));
        let by_id = found.value.iter().map(|entry| ((Month::of(entry.date), entry.id.clone()), entry.clone()));
        prop_assert_eq!(by_id.collect::<BTreeMap<_, _>>(), expected.clone());
        prop_assert_eq!(found.value.len(), expected.len());
    }
}

#[test]
fn an_empty_device_opens_without_an_issue_and_stays_empty() {
    let backend = MemoryBackend::default();
    let opened = open(&backend);
    assert_eq!(opened.issues, []);
    assert_eq!(opened.months, []);
    assert_eq!(opened.settings, Settings::default());
    assert!(backend.texts().is_empty());
}

#[test]
fn each_save_writes_one_key_once() {
    let backend = MemoryBackend::default();
    let mut store = open(&backend).store;
    store.save_entry(&entry("a", day(2026, 10, 1), "")).unwrap();
    store.save_entry(&entry("b", day(2026, 11, 1), "")).unwrap();
    let november = || Part::Month(month(2026, 11)).key();
    backend.take_written();

    store.save_entry(&entry("c", day(2026, 11, 2), "")).unwrap();
    assert_eq!(backend.take_written(), [november()]);
    store
        .delete_entry(&entry("c", day(2026, 11, 2), ""))
        .unwrap();
    assert_eq!(backend.take_written(), [november()]);
    store.save_response(&answered("x")).unwrap();
    assert_eq!(backend.take_written(), [Part::Response.key()]);
    store
        .save_settings(&Settings {
            theme: Theme::Dark,
            ..Settings::default()
        })
        .unwrap();
    assert_eq!(backend.take_written(), [Part::Settings.key()]);
}

#[test]
fn a_deleted_entry_is_gone_and_saving_it_again_undoes_that() {
    let backend = MemoryBackend::default();
    let mut store = open(&backend).store;
    let (kept, deleted) = (
        entry("a", day(2026, 11, 1), ""),
        entry("b", day(2026, 11, 2), ""),
    );
    store.save_entry(&kept).unwrap();
    store.save_entry(&deleted).unwrap();
    store.delete_entry(&deleted).unwrap();
    assert_eq!(store.all_entries().value, std::slice::from_ref(&kept));
    store.save_entry(&deleted).unwrap();
    assert_eq!(store.all_entries().value, [kept, deleted]);
}

#[test]
fn a_month_whose_last_entry_is_deleted_leaves_no_key() {
    let backend = MemoryBackend::default();
    let mut store = open(&backend).store;
    let only = entry("a", day(2026, 11, 1), "");
    store.save_entry(&only).unwrap();
    assert_eq!(store.months(), [month(2026, 11)]);
    store.delete_entry(&only).unwrap();
    assert_eq!(store.months(), []);
    assert!(backend.texts().is_empty());
}

#[test]
fn months_are_listed_oldest_first() {
    let mut store = open(&MemoryBackend::default()).store;
    for date in [day(2026, 2, 1), day(2025, 12, 31), day(2026, 11, 5)] {
        store.save_entry(&entry("a", date, "")).unwrap();
    }
    assert_eq!(
        store.months(),
        [month(2025, 12), month(2026, 2), month(2026, 11)]
    );
}

#[test]
fn the_text_of_the_same_answers_is_the_same() {
    let texts = || {
        let backend = MemoryBackend::default();
        let mut store = open(&backend).store;
        store.save_response(&answered("same")).unwrap();
        backend.texts()
    };
    assert_eq!(texts(), texts());
}

#[test]
fn two_tabs_keep_each_others_entries_and_answers() {
    let backend = MemoryBackend::default();
    let mut left = open(&backend);
    let mut right = open(&backend);
    for idx in 0..20 {
        let (tab, name) = if idx % 2 == 0 {
            (&mut left, "left")
        } else {
            (&mut right, "right")
        };
        let id = format!("{name} {idx}");
        tab.response
            .answers
            .insert(ItemId(id.clone()), Answer::Level(idx));
        tab.store.save_response(&tab.response).unwrap();
        tab.store
            .save_entry(&entry(&id, day(2026, 11, 1), ""))
            .unwrap();
    }
    let again = open(&backend);
    assert_eq!(again.response.answers.len(), 20);
    assert_eq!(again.store.all_entries().value.len(), 20);
}

#[test]
fn what_another_tab_saved_is_seen_when_it_is_asked_for() {
    let backend = MemoryBackend::default();
    let mut here = open(&backend).store;
    open(&backend)
        .store
        .save_response(&answered("there"))
        .unwrap();
    assert_eq!(here.response().value, answered("there"));
    // Gone on from there: taking the answer back is a change now.
    here.save_response(&answered("here")).unwrap();
    assert_eq!(open(&backend).response, answered("here"));
}

#[test]
fn an_answer_that_was_taken_back_is_gone() {
    let backend = MemoryBackend::default();
    let mut store = open(&backend).store;
    store.save_response(&answered("x")).unwrap();
    store.save_response(&Default::default()).unwrap();
    assert_eq!(open(&backend).response, Default::default());
}

#[test]
fn what_this_version_does_not_know_survives_a_save() {
    let backend = MemoryBackend::default();
    let response = r#"{"v":1,"answers":{"pain.smell":{"odour":[1, 2]},"own.words":{"text":"a"}},"from_a_fork":{"x" : 1.50}}"#;
    let diary = r#"{"v":1,"entries":[{"i":"a","d":1,"mood":[3]},{"i":"b","d":2,"mood":4},{"i":"c","d":"soon"}],"weather":"grey"}"#;
    backend.set(&Part::Response.key(), response).unwrap();
    let november = Part::Month(month(2026, 11)).key();
    backend.set(&november, diary).unwrap();
    backend
        .set(&Part::Settings.key(), r#"{"v":1,"theme":"sepia"}"#)
        .unwrap();

    let mut opened = open(&backend);
    opened.store.save_response(&answered("b")).unwrap();
    opened
        .store
        .save_entry(&entry("a", day(2026, 11, 1), "new"))
        .unwrap();
    opened
        .store
        .save_settings(&Settings {
            calm_mode: true,
            ..Settings::default()
        })
        .unwrap();

    let texts = backend.texts();
    assert_eq!(texts.len(), 3, "nothing had to be set aside: {texts:?}");
    for kept in [
        r#""pain.smell":{"odour":[1, 2]}"#,
        r#""from_a_fork":{"x" : 1.50}"#,
        r#"{"text":"b"}"#,
    ] {
        assert!(texts[&Part::Response.key()].contains(kept), "{kept}");
    }
    for kept in [
        r#""mood":[3]"#,
        r#"{"i":"b","d":2,"mood":4}"#,
        r#"{"i":"c","d":"soon"}"#,
        r#""weather":"grey""#,
        r#""n":"new""#,
    ] {
        assert!(texts[&november].contains(kept), "{kept}");
    }
    assert!(texts[&Part::Settings.key()].contains(r#""theme":"sepia""#));
    assert_eq!(
        opened.store.month(month(2026, 11)).value[0].id,
        EntryId::from("a")
    );
}
