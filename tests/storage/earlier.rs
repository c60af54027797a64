//! Assessments that a later one follows are kept, each under its own day.

use tailored::storage::{Backup, MemoryBackend};

use crate::{day, open, rich};

#[test]
fn earlier_assessments_come_back_oldest_first_and_exactly() {
    let backend = MemoryBackend::default();
    let mut store = open(&backend).store;
    let mut second = rich::response();
    second.started = Some(day(2026, 12, 1));
    store.save_earlier(day(2026, 12, 1), &second).unwrap();
    store
        .save_earlier(day(2026, 11, 17), &rich::response())
        .unwrap();

    let earlier = open(&backend).store.earlier_responses();
    assert_eq!(earlier.issues, []);
    assert_eq!(
        earlier.value,
        [
            (day(2026, 11, 17), rich::response()),
            (day(2026, 12, 1), second)
        ]
    );
}

#[test]
fn the_current_answers_and_the_diary_do_not_change_when_an_assessment_is_kept() {
    let backend = MemoryBackend::default();
    let mut store = open(&backend).store;
    store.save_response(&rich::response()).unwrap();
    backend.take_written();
    store
        .save_earlier(day(2026, 11, 17), &rich::response())
        .unwrap();
    assert_eq!(backend.take_written(), ["tailored/earlier/2026-11-17"]);
    assert_eq!(open(&backend).response, rich::response());
}

#[test]
fn one_that_cannot_be_read_is_told_and_left_as_it_is() {
    let texts = [(
        "tailored/earlier/2026-11-17".to_owned(),
        "{\"v\":1,".to_owned(),
    )];
    let backend = MemoryBackend::holding(texts.into());
    let opened = open(&backend);
    let earlier = opened.store.earlier_responses();
    assert_eq!(earlier.issues.len(), 1);
    assert_eq!(earlier.value, [], "nothing is compared with it");
    assert_eq!(opened.store.set_aside().len(), 1);
}

#[test]
fn a_backup_holds_them() {
    let backend = MemoryBackend::default();
    let mut store = open(&backend).store;
    store
        .save_earlier(day(2026, 11, 17), &rich::response())
        .unwrap();
    let backup = Backup::parse(&store.backup().text()).unwrap();
    let again = backup.opened().store.earlier_responses();
    assert_eq!(again.value, [(day(2026, 11, 17), rich::response())]);
}
