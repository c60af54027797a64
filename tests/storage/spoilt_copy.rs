//! A copy that is damaged: what can be read is taken over, what cannot is counted, named and kept, and never takes the place
//! of something sound. What the person is told before and after is exactly that.

use serde_json::{Value, json};
use tailored::domain::ids::ItemId;
use tailored::domain::questionnaire::model::Answer;
use tailored::storage::{Backend, Backup, MemoryBackend, Part, Preview, Store};

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

fn pieces(name: &str, n_pieces: usize) -> (String, Option<usize>) {
    (name.to_owned(), Some(n_pieces))
}

fn whole(name: &str) -> (String, Option<usize>) {
    (name.to_owned(), None)
}

/// What cannot be read, without the names of its pieces.
fn parts(preview: &Preview) -> Vec<(String, Option<usize>)> {
    let unread = preview.unread.iter();
    unread.map(|it| (it.name.clone(), it.n_pieces)).collect()
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
        assert_eq!(parts(&before), [whole("diary/2026-10")], "{damage}");
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
    assert_eq!(parts(&before), [whole("response")]);
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
    assert_eq!(parts(&before), [pieces("diary/2026-10", 4)]);
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
    assert_eq!(parts(&before), [pieces("diary/2026-10", 1)]);
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
        assert_eq!(parts(&preview), expected, "{answers} {entry}");
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
    assert_eq!(parts(&before), [whole("sounds"), whole("visits")]);
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
    assert_eq!(parts(&before), odd);
    assert_eq!(parts(&after), odd);
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

/// What a file says and nobody can read would stand on paper as not asked: it is named, and told until the person knows.
#[test]
fn an_answer_of_a_file_that_cannot_be_read_is_named_and_told_until_the_person_goes_on() {
    let (_, mut store) = device();
    let spoilt = file(&json!({ "response": { "v": 1,
        "answers": {
            "about.age": { "number": "61" },
            "health.allergies": { "choices": "nsaid" },
            "pain.avg7": { "level": "five" },
        },
        "safety": { "q_ces_saddle": 7 },
    } }));
    let (before, _) = told(&mut store, &spoilt);
    let names = [
        "/answers/health.allergies",
        "/answers/pain.avg7",
        "/safety/q_ces_saddle",
    ];
    assert_eq!(before.unread[0].pieces, names);
    assert_eq!(before.answers.new, 1);
    assert_eq!(store.untold().unread, [Part::Response]);
    store.restore(&spoilt).unwrap();
    assert_eq!(store.untold().unread, [Part::Response], "once more");

    // A sound copy says everything that was lost.
    let sound = file(&json!({ "response": { "v": 1,
        "answers": {
            "health.allergies": { "choices": ["nsaid"] },
            "pain.avg7": { "level": 5 },
        },
        "safety": { "q_ces_saddle": "no" },
    } }));
    store.restore(&sound).unwrap();
    assert_eq!(store.untold().unread, []);
    store.restore(&spoilt).unwrap();
    assert_eq!(store.untold().unread, [], "everything is said here");
}

#[test]
fn the_person_goes_on_without_what_a_file_does_not_give_and_undo_forgets_it() {
    for spoilt in [json!({ "response": null }), json!({ "diary/2026-10": [] })] {
        let (_, mut store) = device();
        let undo = store.restore(&file(&spoilt)).unwrap().undo;
        assert_eq!(store.untold().unread.len(), 1, "{spoilt}");
        store.undo_restore(&undo).unwrap();
        assert_eq!(store.untold().unread, [], "{spoilt}");

        store.restore(&file(&spoilt)).unwrap();
        store.accept_unread(&[]).unwrap();
        store.restore(&file(&spoilt)).unwrap();
        assert_eq!(store.untold().unread, [], "{spoilt}: told once");
    }
}

#[test]
fn one_row_of_a_list_that_cannot_be_read_leaves_the_others_there() {
    let list = |rows: Value| {
        json!({ "response": { "v": 1, "answers": {
        "health.medlist": { "medicines": rows },
    } } })
    };
    let ibuprofen = json!({ "name": "Ibuprofen", "often": "now and then?" });
    let apixaban = json!({ "name": "Apixaban", "often": "daily" });
    let spoilt = file(&list(json!([ibuprofen, apixaban])));
    let (_, mut store) = device();
    let before = store.preview(&spoilt);
    assert_eq!((before.answers.new, before.unread.len()), (1, 1));
    let restored = store.restore(&spoilt).unwrap();
    let named = |answer: Option<&Answer>| match answer {
        Some(Answer::Medicines(rows)) => {
            rows.iter().map(|row| row.name.clone()).collect::<Vec<_>>()
        }
        other => panic!("{other:?}"),
    };
    let medicines = ItemId::from("health.medlist");
    assert_eq!(
        named(restored.response.answers.get(&medicines)),
        ["Apixaban"]
    );
    assert_eq!(store.untold().unread, [Part::Response], "one is missing");
    assert!(store.set_aside()[0].text.contains("Ibuprofen"), "and kept");

    // The whole list of a sound copy takes the place of what is left, before and after the person went on.
    let sound = file(&list(json!([{ "name": "Ibuprofen" }, apixaban])));
    assert_eq!(store.preview(&sound).answers.changed, 1);
    store.accept_unread(&[]).unwrap();
    assert_eq!(store.preview(&sound).answers.changed, 1);
    let restored = store.restore(&sound).unwrap();
    assert_eq!(
        named(restored.response.answers.get(&medicines)),
        ["Ibuprofen", "Apixaban"]
    );
    store.restore(&spoilt).unwrap();
    let list_now = store.response().value.answers;
    assert_eq!(named(list_now.get(&medicines)), ["Ibuprofen", "Apixaban"]);

    // Rows of a spoilt list never take the place of a list that is here, whatever its stamp.
    let (_, mut store) = device();
    let here = file(&list(json!([{ "name": "Naproxen" }, apixaban])));
    store.restore(&here).unwrap();
    assert_eq!(store.preview(&spoilt).answers.new, 0);
    let restored = store.restore(&spoilt).unwrap();
    assert_eq!(
        named(restored.response.answers.get(&medicines)),
        ["Naproxen", "Apixaban"]
    );
    assert_eq!(store.untold().unread, []);

    // Nor does a list without a readable row become an empty one.
    let (_, mut store) = device();
    let restored = store.restore(&file(&list(json!([7, null])))).unwrap();
    assert_eq!(restored.response.answers.get(&medicines), None);
    assert_eq!(store.untold().unread, [Part::Response]);
}

#[test]
fn copies_that_are_put_together_take_no_number_that_nobody_can_have_meant() {
    let said = |level: Value, stamp: u64| {
        file(&json!({ "response": { "v": 1,
            "stamps": { "/answers/pain.avg7": stamp },
            "answers": { "pain.avg7": { "level": level } },
        } }))
    };
    let sound = said(json!(6), 1_700_000_000);
    for odd in [json!(1e308), json!(11), json!("six"), json!(null)] {
        let later = said(odd.clone(), 1_800_000_000);
        for both in [
            sound.clone().merged(later.clone()),
            later.merged(sound.clone()),
        ] {
            let opened = both.opened();
            let level = opened.response.answers.get(&ItemId::from("pain.avg7"));
            assert_eq!(level, Some(&Answer::Level(6)), "{odd}");
            assert!(both.text().contains("set_aside"), "{odd}: kept");
        }
    }
}
