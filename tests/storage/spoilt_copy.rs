//! A copy that is damaged: what can be read is taken over, what cannot is counted, named and kept, and never takes the place
//! of something sound. What the person is told before and after is exactly that.

use serde_json::{Value, json};
use tailored::domain::ids::ItemId;
use tailored::domain::questionnaire::model::Answer;
use tailored::storage::{Backend, Backup, MemoryBackend, Part, Preview, Store, Unread};

use crate::{day, entry, month};

fn device() -> (MemoryBackend, Store) {
    let backend = MemoryBackend::default();
    let mut store = Store::open(backend.clone()).store;
    store.stamp_with(|| 1_795_430_000);
    store.keep_manifest();
    (backend, store)
}

fn file(documents: &Value) -> Backup {
    let text = json!({ "tailored": "backup", "format": 1, "documents": documents });
    Backup::parse(&text.to_string()).unwrap()
}

fn pieces(name: &str, n_pieces: usize) -> Unread {
    Unread {
        name: name.to_owned(),
        n_pieces: Some(n_pieces),
    }
}

fn whole(name: &str) -> Unread {
    Unread {
        name: name.to_owned(),
        n_pieces: None,
    }
}

/// What is said before, and again after the file was put in.
fn told(store: &mut Store, file: &Backup) -> (Preview, Preview) {
    let before = store.preview(file);
    store.restore(file).unwrap();
    (before, store.preview(file))
}

#[test]
fn documents_of_another_shape_are_named_and_the_rest_is_taken() {
    for damage in [
        json!({ "diary/2026-10": { "v": 1, "entries": {} } }),
        json!({ "diary/2026-10": { "v": 1, "entries": "none" } }),
        json!({ "diary/2026-10": null }),
        json!({ "diary/2026-10": [] }),
    ] {
        let (backend, mut store) = device();
        let file = file(&damage);
        let (before, _) = told(&mut store, &file);
        assert_eq!(before.unread, [whole("diary/2026-10")], "{damage}");
        assert!(
            before.changes_nothing() && before.is_unreadable(),
            "{damage}"
        );
        assert_eq!(store.all_entries().value, []);
        assert_eq!(store.all_entries().issues, [], "nothing was spoilt here");
        let kept = store.set_aside();
        assert_eq!(kept.len(), 1, "{damage}: kept beside the rest");
        let month = Part::Month(month(2026, 10));
        assert_eq!(backend.get(&month.key()).unwrap(), None);
    }
    let (_, mut store) = device();
    let (before, _) = told(&mut store, &file(&json!({ "response": null })));
    assert_eq!(before.unread, [whole("response")]);
}

#[test]
fn a_half_readable_month_counts_what_can_be_read_and_names_what_cannot() {
    let (_, mut store) = device();
    let file = file(&json!({ "diary/2026-10": { "v": 1, "entries": [
        { "i": "a", "d": 1, "p": 7 },
        { "i": "b", "d": 99, "p": 3 },
        { "i": "c", "d": 2, "p": "a lot" },
        { "d": 3, "p": 3 },
        17,
    ] } }));
    let (before, after) = told(&mut store, &file);
    assert_eq!(before.entries.new, 1);
    assert_eq!(before.unread, [pieces("diary/2026-10", 4)]);
    assert!(!before.changes_nothing() && !before.is_unreadable());
    let loaded = store.all_entries();
    assert_eq!(loaded.value.len(), 1);
    assert_eq!(loaded.issues, [], "the diary itself is sound");
    assert_eq!(after.unread, before.unread, "it is told again");
    assert_eq!((after.entries.new, after.entries.same), (0, 1));
    let kept = store.set_aside();
    assert_eq!(kept.len(), 1);
    for part in ["99", "a lot", "17"] {
        assert!(kept[0].text.contains(part), "{}", kept[0].text);
    }
    store.restore(&file).unwrap();
    assert_eq!(store.set_aside().len(), 1, "kept once");
}

#[test]
fn the_unknown_word_of_the_shared_case_is_one_part_that_cannot_be_read() {
    let text = include_str!("../fixtures/spoilt-copies/unknown-word.json");
    let (_, mut store) = device();
    let (before, _) = told(&mut store, &Backup::parse(text).unwrap());
    assert_eq!(before.entries.new, 1);
    assert_eq!(before.unread, [pieces("diary/2026-10", 1)]);
    let days: Vec<_> = store.all_entries().value.iter().map(|it| it.date).collect();
    assert_eq!(days, [day(2026, 10, 2)]);
}

#[test]
fn a_small_sound_copy_counts_its_answers_and_nothing_else() {
    let text = include_str!("../fixtures/spoilt-copies/minimal-backup.json");
    let (_, mut store) = device();
    let (before, after) = told(&mut store, &Backup::parse(text).unwrap());
    assert_eq!(
        before.answers.new, 4,
        "not the day on which they were given"
    );
    assert_eq!(before.unread, []);
    assert!(after.changes_nothing() && !after.is_unreadable() && !after.is_empty);
    assert_eq!(store.response().value.answers.len(), 4);
}

#[test]
fn numbers_that_nobody_can_have_meant_replace_nothing() {
    let sound = json!({ "response": { "v": 1, "answers": {
        "about.age": { "number": "61" },
        "pain.avg7": { "level": 6 },
        "map.areas": { "choices": ["low_back"] },
    } }, "diary/2026-11": { "v": 1, "entries": [{ "i": "a", "d": 3, "p": 5 }] } });
    let later = 1_999_999_999;
    for (answers, entry) in [
        (
            json!({ "about.age": { "number": "1e308" } }),
            json!({ "p": 1e308 }),
        ),
        (
            json!({ "about.age": { "number": "-3" } }),
            json!({ "p": 11 }),
        ),
        (
            json!({ "about.age": { "number": "nine hundred" } }),
            json!({ "w": 255 }),
        ),
        (
            json!({ "pain.avg7": { "level": 1e308 } }),
            json!({ "j": 99 }),
        ),
        (
            json!({ "pain.avg7": { "level": 11 } }),
            json!({ "t": 1440 }),
        ),
        (
            json!({ "pain.avg7": { "choice": "a lot" } }),
            json!({ "A": 65_000 }),
        ),
        (
            json!({ "map.areas": { "level": 3 } }),
            json!({ "P": { "00": 12 } }),
        ),
        (
            json!({ "map.areas": [] }),
            json!({ "K": { "k": "head", "s": [0, 5000, 60] } }),
        ),
        (
            json!({ "about.age": null }),
            json!({ "K": { "k": "head", "s": [0, 60, 9000] } }),
        ),
    ] {
        let (_, mut store) = device();
        store.restore(&file(&sound)).unwrap();
        let before = (store.response().value, store.all_entries().value);
        let stamps: Value = answers
            .as_object()
            .unwrap()
            .keys()
            .map(|name| (format!("/answers/{name}"), json!(later)))
            .collect::<serde_json::Map<_, _>>()
            .into();
        let mut whole = json!({ "i": "a", "d": 3, "U": later });
        whole
            .as_object_mut()
            .unwrap()
            .extend(entry.as_object().unwrap().clone());
        let damaged = file(&json!({
            "response": { "v": 1, "stamps": stamps, "answers": answers },
            "diary/2026-11": { "v": 1, "entries": [whole] },
        }));
        let preview = store.preview(&damaged);
        assert_eq!(
            (preview.answers.changed, preview.entries.changed),
            (0, 0),
            "{answers} {entry}"
        );
        let expected = [pieces("diary/2026-11", 1), pieces("response", 1)];
        assert_eq!(preview.unread, expected, "{answers} {entry}");
        store.restore(&damaged).unwrap();
        let after = (store.response().value, store.all_entries().value);
        assert_eq!(after, before, "{answers} {entry}");
        assert_eq!(store.set_aside().len(), 2, "both are kept");
    }
}

#[test]
fn a_copy_mends_what_cannot_be_read_here() {
    let (backend, mut store) = device();
    let month = Part::Month(month(2026, 11));
    let spoilt =
        r#"{"v":1,"entries":[{"i":"a","d":3,"p":"?","U":1999999999},{"i":"b","d":4,"p":2}]}"#;
    backend.set(&month.key(), spoilt).unwrap();
    let sound =
        file(&json!({ "diary/2026-11": { "v": 1, "entries": [{ "i": "a", "d": 3, "p": 5 }] } }));
    assert_eq!(store.preview(&sound).entries.new, 1);
    let undo = store.restore(&sound).unwrap().undo;
    let loaded = store.all_entries();
    assert_eq!(loaded.value.len(), 2);
    assert_eq!(loaded.issues, []);
    assert!(
        store.set_aside()[0].text.contains('?'),
        "what made way is kept"
    );
    store.undo_restore(&undo).unwrap();
    assert_eq!(backend.get(&month.key()).unwrap().as_deref(), Some(spoilt));
}

#[test]
fn what_this_version_does_not_know_is_named_and_kept() {
    let (_, mut store) = device();
    let text = json!({ "tailored": "backup", "format": 1,
        "documents": { "visits": { "v": 1 } }, "unknown": { "sounds": "{}" } });
    let file = Backup::parse(&text.to_string()).unwrap();
    let (before, after) = told(&mut store, &file);
    assert_eq!(before.unread, [whole("sounds"), whole("visits")]);
    assert!(before.is_unreadable());
    assert_eq!(after.unread.len(), 2);
    assert!(store.backup().text().contains("sounds"));
}

#[test]
fn everything_is_already_here_is_said_only_when_everything_was_read() {
    let (_, mut store) = device();
    store.save_entry(&entry("a", day(2026, 11, 3), "")).unwrap();
    let mut response = store.response().value;
    let age = Answer::Number("61".to_owned());
    response.answers.insert(ItemId::from("about.age"), age);
    store.save_response(&response).unwrap();
    let own = store.backup();
    let preview = store.preview(&own);
    assert!(preview.changes_nothing() && preview.unread.is_empty() && !preview.is_empty);
    let nothing = store.preview(&file(&json!({})));
    assert!(nothing.changes_nothing() && nothing.is_empty);
}

#[test]
fn days_that_the_date_field_would_refuse_are_counted_and_named_and_not_taken() {
    let (backend, mut store) = device();
    let one = |day: u32| json!({ "i": format!("on-{day}"), "d": day, "p": 5 });
    let file = file(&json!({
        "diary/0202-05": { "v": 1, "entries": [one(3)], "stamps": { "/entries/gone": 7 } },
        "diary/1899-12": { "v": 1, "entries": [one(31)] },
        "diary/1900-01": { "v": 1, "entries": [one(1)] },
        // It is 23 November 2026 by world time, and the 24th in some places.
        "diary/2026-11": { "v": 1, "entries": [one(23), one(24), one(25)] },
        "diary/2031-05": { "v": 1, "entries": [one(3), one(4)] },
    }));
    let (before, after) = told(&mut store, &file);
    let odd = [
        pieces("diary/0202-05", 1),
        pieces("diary/1899-12", 1),
        pieces("diary/2026-11", 1),
        pieces("diary/2031-05", 2),
    ];
    assert_eq!(before.unread, odd);
    assert_eq!(after.unread, odd);
    assert_eq!(before.entries.new, 3);
    let taken: Vec<String> = store
        .all_entries()
        .value
        .into_iter()
        .map(|entry| entry.date.to_string())
        .collect();
    assert_eq!(taken, ["1900-01-01", "2026-11-23", "2026-11-24"]);
    assert_eq!(store.months(), [month(1900, 1), month(2026, 11)]);
    // Each is kept beside the rest, and nobody is asked about it again.
    let texts = backend.texts();
    let aside = texts
        .keys()
        .filter(|key| key.starts_with("tailored/set-aside/"));
    assert_eq!(aside.count(), 4);
    assert_eq!(store.untold(), Default::default());
}
