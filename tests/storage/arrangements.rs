//! Reasons, agreements, the flare plan and what was asked: they come back exactly, and nothing unreadable is overwritten.

use proptest::collection::{btree_map, btree_set};
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;
use tailored::domain::arrangements::{
    Agreement, Arrangements, DiaryNumber, FlarePlan, Outcome, Reason, Reasons,
};
use tailored::domain::ids::{AgreementId, TherapyId, TopicId};
use tailored::storage::{Backend, Issue, MemoryBackend, Part, SaveError, Unreadable};

use crate::arbitrary::{date, text};
use crate::{day, open, rich};

fn agreement() -> impl Strategy<Value = Agreement> {
    (
        (date(), text(), option::of(text()), text(), text()),
        (
            option::of(date()),
            option::of(date()),
            option::of(date()),
            option::of(date()),
        ),
        (
            option::of(select(DiaryNumber::ALL.to_vec())),
            option::of(select(Outcome::ALL.to_vec())),
            text(),
            option::of(select(Outcome::ALL.to_vec())),
        ),
    )
        .prop_map(
            |(
                (agreed, step, therapy, who, stop),
                (by, review, done, reviewed),
                (number, outcome, result_words, told),
            )| Agreement {
                agreed,
                step,
                therapy: therapy.map(TherapyId),
                who,
                by,
                stop,
                review,
                done,
                reviewed,
                number,
                outcome,
                result_words,
                told,
            },
        )
}

fn arrangements() -> impl Strategy<Value = Arrangements> {
    let reasons = (btree_set(select(Reason::ALL.to_vec()), 0..4), text())
        .prop_map(|(ticked, words)| Reasons { ticked, words });
    let flare_plan =
        (text(), text(), text(), text()).prop_map(|(signs, helps, medicines, call)| FlarePlan {
            signs,
            helps,
            medicines,
            call,
        });
    (
        btree_map(text().prop_map(TherapyId), reasons, 0..4),
        btree_map(text().prop_map(AgreementId), agreement(), 0..4),
        flare_plan,
        btree_map(text().prop_map(TopicId), date(), 0..4),
    )
        .prop_map(|(reasons, agreements, flare_plan, asked)| Arrangements {
            reasons,
            agreements,
            flare_plan,
            asked,
        })
}

proptest! {
    #[test]
    fn any_arrangements_come_back_exactly(first in arrangements(), second in arrangements()) {
        let backend = MemoryBackend::default();
        let mut store = open(&backend).store;
        for arrangements in [&first, &second] {
            prop_assert_eq!(store.save_arrangements(arrangements), Ok(()));
            let again = open(&backend).store.arrangements();
            prop_assert_eq!(&again.value, arrangements);
            prop_assert_eq!(again.issues, vec![]);
        }
    }
}

fn holding(text: &str) -> MemoryBackend {
    MemoryBackend::holding([(Part::Arrangements.key(), text.to_owned())].into())
}

#[test]
fn a_save_writes_the_one_key_of_the_arrangements() {
    let backend = MemoryBackend::default();
    let mut store = open(&backend).store;
    store.save_arrangements(&rich::arrangements()).unwrap();
    assert_eq!(backend.take_written(), [Part::Arrangements.key()]);
}

#[test]
fn damage_is_told_when_the_arrangements_are_asked_for_and_kept_aside() {
    for (text, why) in [
        ("{\"v\":1,\"agr", Unreadable::CutShort),
        ("[1]", Unreadable::WrongShape),
        ("{\"v\":1,\"agreements\":[]}", Unreadable::WrongShape),
        (
            "{\"v\":1,\"agreements\":{\"a\":{\"agreed\":\"soon\"}},\"reasons\":{\"tens\":{\"ticked\":[\"moon\"]}},\"flare_plan\":{\"signs\":3}}",
            Unreadable::Parts(3),
        ),
        (
            "{\"v\":1,\"agreements\":{\"a\":{\"agreed\":\"2026-11-20\",\"by\":\"2026-02-30\"}}}",
            Unreadable::Parts(1),
        ),
    ] {
        let backend = holding(text);
        let mut store = open(&backend).store;
        let loaded = store.arrangements();
        let part = Part::Arrangements;
        assert_eq!(loaded.issues, [Issue::Unreadable { part, why }], "{text}");
        assert_eq!(loaded.value, Arrangements::default(), "{text}");

        let mut anew = Arrangements::default();
        anew.agreements
            .insert(AgreementId::from("a"), Agreement::on(day(2026, 11, 20)));
        anew.reasons.insert(
            TherapyId::from("tens"),
            Reasons {
                ticked: [Reason::Cost].into(),
                words: String::new(),
            },
        );
        anew.flare_plan.signs = "stiff".to_owned();
        store.save_arrangements(&anew).unwrap();
        assert_eq!(open(&backend).store.arrangements().value, anew);
        let set_aside = store.set_aside();
        assert_eq!(set_aside.len(), 1, "{text}");
        assert_eq!(set_aside[0].text, text);
    }
}

#[test]
fn what_was_asked_is_kept_by_its_topic_and_its_day() {
    let text = |store: &MemoryBackend| store.texts()[&Part::Arrangements.key()].clone();
    let backend = holding("{\"v\":1,\"reasons\":{\"tens\":{\"ticked\":[\"cost\"]}}}");
    let mut store = open(&backend).store;
    let mut arrangements = store.arrangements().value;
    assert!(
        arrangements.asked.is_empty(),
        "an earlier version wrote none"
    );
    let gel = TopicId::of_option("nsaid_topical");
    arrangements.asked.insert(gel.clone(), day(2026, 11, 30));
    store.save_arrangements(&arrangements).unwrap();
    assert!(text(&backend).contains("\"asked\":{\"nsaid_topical\":\"2026-11-30\"}"));

    arrangements.asked.remove(&gel);
    store.save_arrangements(&arrangements).unwrap();
    assert!(!text(&backend).contains("asked"), "{}", text(&backend));

    // A day that is none is set aside and told, as anywhere else.
    let backend = holding("{\"v\":1,\"asked\":{\"tens\":\"2026-02-30\",\"act\":\"2026-11-30\"}}");
    let loaded = open(&backend).store.arrangements();
    assert_eq!(loaded.value.asked.len(), 1);
    let why = Unreadable::Parts(1);
    let part = Part::Arrangements;
    assert_eq!(loaded.issues, [Issue::Unreadable { part, why }]);
}

#[test]
fn a_newer_version_is_never_touched() {
    let newer = "{\"v\":99,\"agreements\":\"other\"}";
    let backend = holding(newer);
    let mut store = open(&backend).store;
    assert!(matches!(
        store.arrangements().issues[..],
        [Issue::Newer { version: 99, .. }]
    ));
    let refused = store.save_arrangements(&rich::arrangements());
    assert_eq!(refused, Err(SaveError::NewerVersion));
    assert_eq!(
        backend.get(&Part::Arrangements.key()),
        Ok(Some(newer.to_owned()))
    );
}

#[test]
fn two_tabs_keep_each_others_agreements() {
    let backend = MemoryBackend::default();
    let (mut left, mut right) = (open(&backend).store, open(&backend).store);
    let (mut ours, mut theirs) = (left.arrangements().value, right.arrangements().value);
    let agreement = Agreement::on(day(2026, 11, 20));
    ours.agreements
        .insert(AgreementId::from("left"), agreement.clone());
    left.save_arrangements(&ours).unwrap();
    theirs
        .agreements
        .insert(AgreementId::from("right"), agreement);
    right.save_arrangements(&theirs).unwrap();
    let both = open(&backend).store.arrangements().value;
    assert_eq!(both.agreements.len(), 2);
}

#[test]
fn what_this_version_does_not_know_survives_a_save() {
    let backend = holding(
        "{\"v\":1,\"reasons\":{\"tens\":{\"why\":[1]},\"act\":{\"ticked\":[\"orbit\"]}},\"mood_board\":{\"x\": 1.50}}",
    );
    let mut store = open(&backend).store;
    let mut arrangements = store.arrangements().value;
    arrangements.flare_plan.helps = "heat".to_owned();
    store.save_arrangements(&arrangements).unwrap();
    let text = backend.texts()[&Part::Arrangements.key()].clone();
    assert!(
        text.contains("{\"x\": 1.50}") && text.contains("[\"orbit\"]"),
        "{text}"
    );
}

#[test]
fn what_could_not_be_saved_stays_and_is_in_the_copy() {
    let backend = MemoryBackend::default();
    let mut store = open(&backend).store;
    backend.refuse(Some(tailored::storage::BackendError::Full));
    assert_eq!(
        store.save_arrangements(&rich::arrangements()),
        Err(SaveError::Full)
    );
    assert_eq!(store.arrangements().value, rich::arrangements());
    assert_eq!(store.health().n_unsaved, 1);
    assert!(store.export_raw().contains("Tight neck"));
    backend.refuse(None);
    assert_eq!(store.save_unsaved(), Ok(()));
    let saved = open(&backend).store.arrangements().value;
    assert_eq!(saved, rich::arrangements());
}
