//! Sealed texts that do not open: the person is told so, and nothing is overwritten.

use std::sync::Arc;

use tailored::storage::lock::{PlainBackend, unlock};
use tailored::storage::{Issue, MemoryBackend, Month, Part, Store, Unreadable};

use crate::lock::{FIRST, locked};
use crate::toy_cipher::{Toy, now};
use crate::{day, entry};

#[test]
fn a_sealed_text_that_was_spoilt_or_moved_is_told_and_kept_when_something_is_saved_in_its_place() {
    let mut texts = locked();
    let moved = texts["tailored/diary/2026-10"].clone();
    texts.insert("tailored/diary/2026-11".to_owned(), moved.clone());
    let place = MemoryBackend::holding(texts.clone());
    let toy = Toy::default();
    let unlocked = || {
        let vault = now(unlock(Arc::new(place.clone()), FIRST, &toy));
        vault.map_err(drop).unwrap()
    };
    let vault = unlocked();
    let mut store = Store::open(vault.clone()).store;
    let november = Part::Month(Month {
        year: 2026,
        month: 11,
    });
    assert_eq!(
        store.all_entries().issues,
        [Issue::Unreadable {
            part: november,
            why: Unreadable::Sealed
        }]
    );
    now(vault.write_all(&toy)).unwrap();
    assert_eq!(place.texts(), texts, "reading changed something");

    let late = entry("late", day(2026, 11, 7), "");
    store.save_entry(&late).unwrap();
    now(vault.write_all(&toy)).unwrap();
    let store = Store::open(unlocked()).store;
    assert!(store.all_entries().value.contains(&late));
    let aside = store.set_aside();
    let kept = aside.iter().filter(|aside| aside.text == moved);
    let why: Vec<_> = kept.map(|aside| (aside.part, aside.why)).collect();
    assert_eq!(why, [(Some(november), Some(Unreadable::Sealed))]);
}

#[test]
fn sealed_texts_whose_lock_is_gone_are_told_and_kept() {
    let mut texts = locked();
    texts.remove("tailored/lock");
    let place = MemoryBackend::holding(texts.clone());
    let opened = Store::open(PlainBackend(place.clone()));
    let is_sealed = |issue: &Issue| matches!(issue, Issue::Unreadable { why, .. } if *why == Unreadable::Sealed);
    assert!(!opened.issues.is_empty() && opened.issues.iter().all(is_sealed));
    let mut store = opened.store;
    store
        .save_entry(&entry("late", day(2026, 11, 7), ""))
        .unwrap();
    let after = place.texts();
    for (key, text) in &texts {
        assert!(after.values().any(|kept| kept == text), "{key} is lost");
    }
}
