//! What a person chose to follow in the diary comes back exactly, alone and in a backup.

use proptest::collection::{btree_map, vec};
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;
use tailored::domain::diary::insight::trial::{Arm, Trial};
use tailored::domain::diary::tracking::{Mark, MarkKind, MyMedicine, Tracking, WatchedFactor};
use tailored::domain::ids::{FactorId, MarkId, MedicineId, TrialId};
use tailored::storage::{Backend, Backup, MemoryBackend, Part};

use crate::arbitrary::{date, text};
use crate::{day, open};

/// Everything that can be followed. The fixture `tracking-v1.json` holds exactly this.
pub fn tracking() -> Tracking {
    let factor = |name: &str, since, until| WatchedFactor {
        name: name.to_owned(),
        since,
        until,
    };
    let medicine = |name: &str, regular, refill| MyMedicine {
        name: name.to_owned(),
        amount: "1".to_owned(),
        regular,
        refill,
        review: Some(day(2027, 1, 31)),
    };
    let mark = |date, kind, words: &str| Mark {
        date,
        kind,
        words: words.to_owned(),
    };
    Tracking {
        factors: [
            (
                FactorId::from("a"),
                factor("Late coffee ☕", day(2026, 9, 1), None),
            ),
            (
                FactorId::from("sleep"),
                factor("", day(2026, 9, 1), Some(day(2026, 10, 31))),
            ),
        ]
        .into(),
        medicines: [
            (
                MedicineId::from("m1"),
                medicine("Ibuprofen 400 mg", false, None),
            ),
            (
                MedicineId::from("m2"),
                medicine("Amitriptyline 10 mg", true, Some(day(2026, 12, 5))),
            ),
        ]
        .into(),
        marks: [
            (
                MarkId::from("k1"),
                mark(day(2026, 10, 12), MarkKind::TreatmentChange, "Physio"),
            ),
            (
                MarkId::from("k2"),
                mark(day(2026, 11, 24), MarkKind::Visit, ""),
            ),
        ]
        .into(),
        trials: [(
            TrialId::from("t1"),
            Trial {
                stopped: Some(day(2026, 11, 20)),
                ..Trial::planned("Walk before breakfast", day(2026, 10, 19), 3, 1, 4)
            },
        )]
        .into(),
        baseline: Some(day(2026, 9, 7)),
        headaches: true,
        asked: vec!["stress".to_owned(), "bleeding".to_owned()],
        reminder: Some(20 * 60),
    }
}

fn arbitrary_tracking() -> impl Strategy<Value = Tracking> {
    let factor = (text(), date(), option::of(date()))
        .prop_map(|(name, since, until)| WatchedFactor { name, since, until });
    let dates = || option::of(date());
    let medicine = (text(), text(), any::<bool>(), dates(), dates()).prop_map(
        |(name, amount, regular, refill, review)| MyMedicine {
            name,
            amount,
            regular,
            refill,
            review,
        },
    );
    let kind = select(&[MarkKind::TreatmentChange, MarkKind::Visit][..]);
    let mark = (date(), kind, text()).prop_map(|(date, kind, words)| Mark { date, kind, words });
    let arms = vec(select(&[Arm::With, Arm::Without][..]), 0..8);
    let trial = (text(), date(), any::<u16>(), arms, dates()).prop_map(
        |(name, first, block_days, blocks, stopped)| Trial {
            name,
            first,
            block_days,
            blocks,
            stopped,
        },
    );
    (
        btree_map(text().prop_map(FactorId), factor, 0..4),
        btree_map(text().prop_map(MedicineId), medicine, 0..3),
        btree_map(text().prop_map(MarkId), mark, 0..3),
        btree_map(text().prop_map(TrialId), trial, 0..2),
        (
            dates(),
            any::<bool>(),
            vec(text(), 0..3),
            any::<Option<u16>>(),
        ),
    )
        .prop_map(|(factors, medicines, marks, trials, rest)| {
            let (baseline, headaches, asked, reminder) = rest;
            Tracking {
                factors,
                medicines,
                marks,
                trials,
                baseline,
                headaches,
                asked,
                reminder,
            }
        })
}

proptest! {
    #[test]
    fn whatever_is_followed_comes_back_exactly(first in arbitrary_tracking(), second in arbitrary_tracking()) {
        let backend = MemoryBackend::default();
        let mut store = open(&backend).store;
        for tracking in [&first, &second] {
            prop_assert_eq!(store.save_tracking(tracking), Ok(()));
            let again = open(&backend).store.tracking();
            prop_assert_eq!(&again.value, tracking);
            prop_assert_eq!(again.issues, vec![]);
        }
        let mut empty = open(&MemoryBackend::default()).store;
        let text = store.backup().text();
        let restored = empty.restore(&Backup::parse(&text).unwrap()).unwrap();
        prop_assert_eq!(restored.tracking, second);
        prop_assert_eq!(empty.backup().text(), text);
    }
}

/// Else it would be in a copy, and in a copy of that copy it would not.
#[test]
fn what_says_nothing_stands_in_no_copy() {
    let backend = MemoryBackend::default();
    let mut store = open(&backend).store;
    store.save_tracking(&Tracking::default()).unwrap();
    let nothing = open(&MemoryBackend::default()).store.backup().text();
    assert_eq!(store.backup().text(), nothing);
}

#[test]
fn following_something_writes_one_key_and_another_tab_loses_nothing() {
    let backend = MemoryBackend::default();
    let mut one = open(&backend).store;
    let mut other = open(&backend).store;
    let (mut mine, mut theirs) = (one.tracking().value, other.tracking().value);
    mine.headaches = true;
    theirs.baseline = Some(day(2026, 9, 7));
    backend.take_written();
    one.save_tracking(&mine).unwrap();
    assert_eq!(backend.take_written(), [Part::Tracking.key()]);
    other.save_tracking(&theirs).unwrap();
    let both = open(&backend).store.tracking().value;
    assert_eq!((both.headaches, both.baseline), (true, theirs.baseline));
}

#[test]
fn a_factor_that_cannot_be_read_is_told_and_kept() {
    let backend = MemoryBackend::default();
    let text = r#"{"v":1,"factors":{"a":{"name":"tea","since":"soon"},"b":{"name":"rain","since":"2026-09-01"}},"marks":{},"medicines":{},"trials":{}}"#;
    backend.set(&Part::Tracking.key(), text).unwrap();
    let mut store = open(&backend).store;
    let loaded = store.tracking();
    assert_eq!(loaded.issues.len(), 1);
    assert_eq!(loaded.value.factors.len(), 1);
    let mut changed = loaded.value;
    changed.headaches = true;
    store.save_tracking(&changed).unwrap();
    assert!(backend.texts()[&Part::Tracking.key()].contains("soon"));
}
