//! Storage that is blocked, full or broken: it is told, nothing saved is touched, nothing typed is lost while the app is open.

use tailored::domain::questionnaire::response::Response;
use tailored::domain::settings::{Settings, Theme};
use tailored::storage::{
    ASSUMED_QUOTA_UNITS, Backend, BackendError, Issue, Level, MemoryBackend, Part, SaveError, units,
};

use crate::{answered, day, entry, month, open};

const ERRORS: [(BackendError, Issue, SaveError); 3] = [
    (
        BackendError::Blocked,
        Issue::NothingIsKept,
        SaveError::Blocked,
    ),
    (BackendError::Full, Issue::Full, SaveError::Full),
    (BackendError::Broken, Issue::Broken, SaveError::Broken),
];

#[test]
fn a_storage_that_refuses_everything_is_told_and_the_app_works_in_memory() {
    for (error, issue, save_error) in ERRORS {
        let backend = MemoryBackend::default();
        backend.refuse(Some(error));
        let mut opened = open(&backend);
        assert_eq!(opened.issues, [issue]);

        let note = entry("a", day(2026, 11, 1), "typed");
        assert_eq!(opened.store.save_entry(&note), Err(save_error));
        assert_eq!(
            opened.store.save_response(&answered("typed")),
            Err(save_error)
        );
        assert_eq!(opened.store.months(), [month(2026, 11)]);
        assert_eq!(opened.store.all_entries().value, [note]);
        assert_eq!(opened.store.response().value, answered("typed"));
        assert_eq!(opened.store.health().n_unsaved, 2);
        assert!(
            opened.store.export_raw().contains("typed"),
            "a copy can be taken"
        );
    }
}

#[test]
fn what_was_not_saved_is_saved_when_storage_works_again() {
    let backend = MemoryBackend::default();
    let mut store = open(&backend).store;
    let (first, second) = (
        entry("a", day(2026, 11, 1), ""),
        entry("b", day(2026, 10, 1), ""),
    );
    store.save_entry(&first).unwrap();
    backend.refuse(Some(BackendError::Blocked));
    assert!(store.delete_entry(&first).is_err());
    assert!(store.save_entry(&second).is_err());
    assert!(store.save_response(&answered("x")).is_err());
    assert!(store.save_settings(&dark()).is_err());
    assert_eq!(store.health().n_unsaved, 4);
    assert_eq!(store.save_unsaved(), Err(SaveError::Blocked));

    backend.refuse(None);
    assert_eq!(store.save_unsaved(), Ok(()));
    assert_eq!(store.health().n_unsaved, 0);
    let again = open(&backend);
    assert_eq!(again.response, answered("x"));
    assert_eq!(again.settings, dark());
    assert_eq!(again.store.all_entries().value, [second]);
}

#[test]
fn the_next_save_of_a_month_takes_along_what_was_not_saved_before() {
    let backend = MemoryBackend::default();
    let mut store = open(&backend).store;
    backend.fail_at_write(1, BackendError::Full);
    let (first, second) = (
        entry("a", day(2026, 11, 1), ""),
        entry("b", day(2026, 11, 2), ""),
    );
    assert_eq!(store.save_entry(&first), Err(SaveError::Full));
    assert_eq!(store.save_entry(&second), Ok(()));
    assert_eq!(open(&backend).store.all_entries().value, [first, second]);
}

#[test]
fn answers_that_could_not_be_read_at_the_start_are_not_replaced_by_nothing() {
    let backend = MemoryBackend::default();
    let mut earlier = answered("long ago");
    earlier.questions.push("why?".to_owned());
    open(&backend).store.save_response(&earlier).unwrap();

    backend.refuse(Some(BackendError::Broken));
    let mut opened = open(&backend);
    assert_eq!(opened.response, Response::default());
    backend.refuse(None);
    opened.response.at = Some("own.words".into());
    opened.store.save_response(&opened.response).unwrap();

    let now = open(&backend).response;
    assert_eq!(now.answers, earlier.answers);
    assert_eq!(now.questions, earlier.questions);
    assert_eq!(now.at, opened.response.at);
}

#[test]
fn storage_that_becomes_full_in_the_middle_keeps_every_saved_entry_and_the_typed_one() {
    let backend = MemoryBackend::default();
    backend.limit_units(Some(4_000));
    let mut store = open(&backend).store;
    let mut saved = Vec::new();
    let refused = loop {
        let n_saved = saved.len() as u32;
        let date = day(2026, 1 + n_saved % 12, 1 + n_saved % 28);
        let next = entry(&format!("id {n_saved:03}"), date, "some words about it");
        match store.save_entry(&next) {
            Ok(()) => saved.push(next),
            Err(error) => {
                assert_eq!(error, SaveError::Full);
                break next;
            }
        }
    };
    assert!(saved.len() > 20, "{} entries fitted", saved.len());
    assert_eq!(store.health().level, Level::Full);
    assert!(
        store.all_entries().value.contains(&refused),
        "it is still on the screen"
    );

    let mut found = open(&backend).store.all_entries();
    found.value.sort_by(|a, b| a.id.cmp(&b.id));
    assert_eq!(found.value, saved);
    assert_eq!(found.issues, []);

    // Making room is possible while full, and then the rest is saved.
    store.delete_entry(&saved[0]).unwrap();
    assert_eq!(store.save_unsaved(), Ok(()));
    assert!(open(&backend).store.all_entries().value.contains(&refused));
    assert_eq!(store.health().level, Level::Ample);
}

#[test]
fn storage_without_any_room_is_told_at_the_start() {
    let backend = MemoryBackend::default();
    backend.limit_units(Some(5));
    assert_eq!(open(&backend).issues, [Issue::Full]);
}

#[test]
fn a_storage_that_forgets_what_it_acknowledged_is_found_out() {
    let backend = MemoryBackend::default();
    let mut store = open(&backend).store;
    store.save_response(&answered("kept")).unwrap();
    backend.lose_writes(true);
    assert_eq!(
        store.save_response(&answered("lost")),
        Err(SaveError::Broken)
    );
    assert_eq!(store.save_settings(&dark()), Err(SaveError::Broken));
    let gone = entry("a", day(2026, 11, 1), "");
    assert_eq!(store.save_entry(&gone), Err(SaveError::Broken));
    assert_eq!(store.delete_everything(), Err(SaveError::Broken));
    assert_eq!(open(&backend).issues, [Issue::Broken]);
}

#[test]
fn each_failing_write_leaves_the_old_text_or_the_new_one() {
    for error in [
        BackendError::Blocked,
        BackendError::Full,
        BackendError::Broken,
    ] {
        for nth in 1..=3 {
            let backend = MemoryBackend::default();
            let mut store = open(&backend).store;
            let texts = ["a", "b", "c"];
            backend.fail_at_write(nth, error);
            let results = texts.map(|text| store.save_response(&answered(text)));
            assert_eq!(
                results.iter().filter(|result| result.is_err()).count(),
                1,
                "write {nth}"
            );
            let last_saved = if nth == 3 { "b" } else { "c" };
            assert_eq!(open(&backend).response, answered(last_saved), "write {nth}");
        }
    }
}

#[test]
fn the_size_counts_keys_and_texts_of_the_whole_origin() {
    let backend = MemoryBackend::default();
    let store = open(&backend).store;
    backend.set("other app", "😀").unwrap();
    let health = store.health();
    assert_eq!(health.used_units, units("other app") + 2);
    assert_eq!(health.quota_units, ASSUMED_QUOTA_UNITS);
    assert_eq!(health.level, Level::Ample);

    let filling = "x".repeat(ASSUMED_QUOTA_UNITS * 8 / 10);
    backend.set("other app", &filling).unwrap();
    assert_eq!(store.health().level, Level::Filling);
}

#[test]
fn deleting_everything_leaves_nothing_of_ours_and_all_of_others() {
    let backend = MemoryBackend::default();
    backend.set("other app", "stays").unwrap();
    backend
        .set(&format!("{}-newer", Part::Response.key()), "from later")
        .unwrap();
    backend.set(&Part::Settings.key(), "not JSON").unwrap();
    let mut store = open(&backend).store;
    store.save_settings(&dark()).unwrap();
    store.save_entry(&entry("a", day(2026, 11, 1), "")).unwrap();
    backend.fail_at_write(1, BackendError::Full);
    assert!(store.save_response(&answered("x")).is_err());

    store.delete_everything().unwrap();
    let left: Vec<_> = backend.texts().into_keys().collect();
    assert_eq!(left, ["other app"]);
    assert_eq!(store.response().value, Response::default());
    assert_eq!(store.health().n_unsaved, 0);
}

fn dark() -> Settings {
    Settings {
        theme: Theme::Dark,
        ..Settings::default()
    }
}
