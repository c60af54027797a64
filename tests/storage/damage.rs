//! Saved texts that cannot be read, one by one: told, kept, set aside before anything takes their place.

use std::collections::BTreeMap;

use tailored::domain::questionnaire::response::Response;
use tailored::domain::settings::{Settings, Theme};
use tailored::storage::{
    BackendError, Issue, MemoryBackend, Part, SaveError, SetAside, Unreadable, export_raw,
};

use crate::{answered, day, entry, month, open};

const NOVEMBER: Part = Part::Month(month(2026, 11));

fn holding(texts: &[(Part, &str)]) -> MemoryBackend {
    let texts = texts
        .iter()
        .map(|(part, text)| (part.key(), (*text).to_owned()));
    MemoryBackend::holding(texts.collect())
}

#[test]
fn each_kind_of_damage_is_told_and_opening_changes_nothing() {
    let damages = [
        ("", Unreadable::CutShort),
        (r#"{"v":1,"answers":{"a"#, Unreadable::CutShort),
        (r#"{"v":1"#, Unreadable::CutShort),
        ("not JSON", Unreadable::NotJson),
        (r#"{"v":1}}"#, Unreadable::NotJson),
        ("\u{0}", Unreadable::NotJson),
        ("null", Unreadable::WrongShape),
        ("[1]", Unreadable::WrongShape),
        ("{}", Unreadable::WrongShape),
        (r#"{"v":0}"#, Unreadable::WrongShape),
        (r#"{"v":-1}"#, Unreadable::WrongShape),
        (r#"{"v":"1"}"#, Unreadable::WrongShape),
        (r#"{"v":1,"v":1}"#, Unreadable::WrongShape),
        (r#"{"v":1,"answers":[]}"#, Unreadable::WrongShape),
        (
            r#"{"v":1,"answers":{"a":"skipped","a":"skipped"}}"#,
            Unreadable::WrongShape,
        ),
        (r#"{"v":1,"started":"2026-13-01"}"#, Unreadable::Parts(1)),
        (
            r#"{"v":1,"answers":{"a":{"level":256},"b":{"smell":1}},"safety":{"q":"perhaps"}}"#,
            Unreadable::Parts(3),
        ),
    ];
    for (text, why) in damages {
        let backend = holding(&[(Part::Response, text)]);
        let opened = open(&backend);
        let issue = Issue::Unreadable {
            part: Part::Response,
            why,
        };
        assert_eq!(opened.issues, [issue], "{text}");
        assert_eq!(opened.response, Response::default(), "{text}");
        assert_eq!(
            backend.texts(),
            BTreeMap::from([(Part::Response.key(), text.to_owned())])
        );
        let listed = opened.store.set_aside();
        assert_eq!(listed.len(), 1);
        assert_eq!((listed[0].text.as_str(), listed[0].why), (text, Some(why)));
    }
}

#[test]
fn an_unreadable_text_is_set_aside_before_the_first_save_in_its_place() {
    let backend = holding(&[(Part::Response, "broken")]);
    let mut store = open(&backend).store;
    store.save_response(&answered("new")).unwrap();
    store.save_response(&answered("newer")).unwrap();

    let set_aside = store.set_aside();
    assert_eq!(
        set_aside,
        [SetAside {
            key: "tailored/set-aside/1/response".to_owned(),
            part: Some(Part::Response),
            text: "broken".to_owned(),
            why: Some(Unreadable::NotJson),
        }]
    );
    assert_eq!(backend.texts()[&set_aside[0].key], "broken");
    let again = open(&backend);
    assert_eq!(again.response, answered("newer"));
    assert_eq!(again.issues, []);
}

#[test]
fn an_unreadable_answer_is_kept_until_it_is_answered_anew_and_then_set_aside() {
    let text = r#"{"v":1,"answers":{"own.words":{"text":7},"other":{"level":3}}}"#;
    let backend = holding(&[(Part::Response, text)]);
    let mut opened = open(&backend);
    opened.response.at = Some("other".into());
    opened.store.save_response(&opened.response).unwrap();
    assert!(backend.texts()[&Part::Response.key()].contains(r#""own.words":{"text":7}"#));
    assert_eq!(backend.texts().len(), 1);

    let before = backend.texts()[&Part::Response.key()].clone();
    opened.response.answers.extend(answered("anew").answers);
    opened.store.save_response(&opened.response).unwrap();
    let set_aside = opened.store.set_aside();
    assert_eq!(set_aside.len(), 1);
    assert_eq!(set_aside[0].text, before);
    assert_eq!(open(&backend).response, opened.response);
}

#[test]
fn a_damaged_month_leaves_the_rest_of_the_diary_open() {
    let backend = MemoryBackend::default();
    let mut store = open(&backend).store;
    let october = entry("a", day(2026, 10, 9), "kept");
    store.save_entry(&october).unwrap();
    store.save_response(&answered("kept")).unwrap();
    let mut texts = backend.texts();
    texts.insert(NOVEMBER.key(), r#"{"v":1,"entries":[{"i":"b""#.to_owned());
    let backend = MemoryBackend::holding(texts);

    let mut opened = open(&backend);
    assert_eq!(opened.response, answered("kept"));
    assert_eq!(opened.months, [month(2026, 10), month(2026, 11)]);
    let all = opened.store.all_entries();
    assert_eq!(all.value, [october]);
    let issue = Issue::Unreadable {
        part: NOVEMBER,
        why: Unreadable::CutShort,
    };
    assert_eq!(all.issues, [issue]);

    let new = entry("c", day(2026, 11, 3), "new");
    opened.store.save_entry(&new).unwrap();
    assert_eq!(opened.store.month(month(2026, 11)).value, [new]);
    assert_eq!(opened.store.month(month(2026, 11)).issues, []);
    let set_aside = opened.store.set_aside();
    assert_eq!(set_aside[0].key, "tailored/set-aside/1/diary/2026-11");
    assert_eq!(set_aside[0].text, r#"{"v":1,"entries":[{"i":"b""#);
}

#[test]
fn single_unreadable_entries_are_kept_in_place_and_the_others_open() {
    let text = r#"{"v":1,"entries":[{"i":"a","d":1},{"i":"b","d":31},7,{"i":"c","d":2,"c":"flying"},{"i":"a","d":3}]}"#;
    let backend = holding(&[(NOVEMBER, text)]);
    let mut store = open(&backend).store;
    let loaded = store.month(month(2026, 11));
    let ids: Vec<_> = loaded.value.iter().map(|entry| entry.id.as_str()).collect();
    assert_eq!(
        ids,
        ["a"],
        "of two with one id the later counts; the 31st of November is no day"
    );
    let issue = Issue::Unreadable {
        part: NOVEMBER,
        why: Unreadable::Parts(4),
    };
    assert_eq!(loaded.issues, [issue]);

    let new = entry("d", day(2026, 11, 3), "new");
    store.save_entry(&new).unwrap();
    let texts = backend.texts();
    let kept = text.strip_suffix("]}").unwrap();
    assert!(
        texts[&NOVEMBER.key()].contains(kept.strip_prefix(r#"{"v":1,"#).unwrap()),
        "{texts:?}"
    );
    assert_eq!(texts.len(), 1);
}

#[test]
fn without_room_for_the_copy_nothing_is_overwritten() {
    for error in [
        BackendError::Full,
        BackendError::Blocked,
        BackendError::Broken,
    ] {
        let backend = holding(&[(NOVEMBER, "broken"), (Part::Settings, "broken too")]);
        let before = backend.texts();
        let mut store = open(&backend).store;
        let new = entry("a", day(2026, 11, 1), "new");
        backend.fail_at_write(1, error);
        assert_eq!(store.save_entry(&new), Err(SaveError::NotSetAside(error)));
        assert_eq!(backend.texts(), before);
        assert_eq!(
            store.month(month(2026, 11)).value,
            [new],
            "it is kept in memory"
        );
        assert_eq!(store.save_unsaved(), Ok(()), "and saved when there is room");
        assert_eq!(store.set_aside().len(), 2);
    }
}

#[test]
fn an_interruption_between_copy_and_save_leaves_one_copy_after_the_next_save() {
    let backend = holding(&[(Part::Settings, "broken")]);
    let mut store = open(&backend).store;
    let dark = Settings {
        theme: Theme::Dark,
        ..Settings::default()
    };
    backend.fail_at_write(2, BackendError::Broken);
    assert_eq!(store.save_settings(&dark), Err(SaveError::Broken));
    assert_eq!(backend.texts()[&Part::Settings.key()], "broken");
    assert_eq!(store.set_aside().len(), 2, "the text and its copy");

    let mut after_restart = open(&backend).store;
    after_restart.save_settings(&dark).unwrap();
    assert_eq!(after_restart.set_aside().len(), 1);
}

#[test]
fn texts_that_break_one_after_another_are_all_kept() {
    let mut texts = BTreeMap::new();
    for idx in 0..12 {
        texts.insert(Part::Response.key(), format!("broken {idx}"));
        let backend = MemoryBackend::holding(texts);
        open(&backend).store.save_response(&answered("x")).unwrap();
        texts = backend.texts();
    }
    let mut kept: Vec<_> = open(&MemoryBackend::holding(texts))
        .store
        .set_aside()
        .into_iter()
        .map(|set_aside| set_aside.text)
        .collect();
    kept.sort();
    let mut expected: Vec<_> = (0..12).map(|idx| format!("broken {idx}")).collect();
    expected.sort();
    assert_eq!(kept, expected);
}

#[test]
fn a_newer_version_is_never_touched() {
    let newer = r#"{"v":2,"shape":"of tomorrow"}"#;
    let backend = holding(&[
        (Part::Response, newer),
        (Part::Settings, newer),
        (NOVEMBER, newer),
    ]);
    let before = backend.texts();
    let mut opened = open(&backend);
    let newer_issue = |part| Issue::Newer { part, version: 2 };
    assert_eq!(
        opened.issues,
        [newer_issue(Part::Response), newer_issue(Part::Settings)]
    );
    assert_eq!(opened.store.all_entries().issues, [newer_issue(NOVEMBER)]);

    let store = &mut opened.store;
    let note = entry("a", day(2026, 11, 1), "typed");
    let refused = Err(SaveError::NewerVersion);
    assert_eq!(store.save_response(&answered("typed")), refused);
    assert_eq!(store.save_settings(&Settings::default()), refused);
    assert_eq!(store.save_entry(&note), refused);
    assert_eq!(store.save_unsaved(), refused);
    assert_eq!(backend.texts(), before);
    assert_eq!(store.all_entries().value, [note]);
    assert_eq!(store.set_aside(), [], "it is not broken");

    // Another month is saved as ever.
    let other = entry("b", day(2026, 12, 1), "");
    assert_eq!(store.save_entry(&other), Ok(()));
}

#[test]
fn the_raw_copy_has_every_text_exactly_and_what_was_not_saved_beside_it() {
    let backend = holding(&[
        (Part::Response, "broken \"\\\u{0} 😀"),
        (NOVEMBER, r#"{"v":9}"#),
    ]);
    let mut store = open(&backend).store;
    let copy: serde_json::Value = serde_json::from_str(&export_raw(&backend)).unwrap();
    assert_eq!(copy["keys"], serde_json::json!(backend.texts()));
    assert_eq!(copy.get("unsaved"), None);

    assert!(
        store
            .save_entry(&entry("a", day(2026, 11, 1), "typed"))
            .is_err()
    );
    let copy: serde_json::Value = serde_json::from_str(&store.export_raw()).unwrap();
    assert_eq!(copy["keys"], serde_json::json!(backend.texts()));
    let unsaved = copy["unsaved"][NOVEMBER.key()].as_str().unwrap();
    assert!(unsaved.contains("typed"), "{unsaved}");
}

#[test]
fn an_entry_is_found_by_its_id_however_the_id_is_spelt_in_the_text() {
    let text = r#"{"v":1,"entries":[{"i":"\u0061b","d":3,"n":"old"},{"i":"xaby","d":4,"n":"about ab"},{"i":"c\\d","d":5}]}"#;
    let backend = holding(&[(NOVEMBER, text)]);
    let mut store = open(&backend).store;
    for (id, date) in [("ab", 3), (r"c\d", 5)] {
        let changed = entry(id, day(2026, 11, date), "new");
        store.save_entry(&changed).unwrap();
    }
    let kept = store.month(month(2026, 11)).value;
    let said: Vec<_> = kept
        .iter()
        .map(|entry| (entry.id.as_str(), entry.note.as_str()))
        .collect();
    assert_eq!(said, [("ab", "new"), ("xaby", "about ab"), (r"c\d", "new")]);
}
