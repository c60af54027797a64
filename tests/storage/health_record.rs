//! What the store keeps for health records: who the person is there, and on which day each answer was given.

use tailored::domain::date::NaiveDate;
use tailored::domain::ids::{ItemId, PatientId, QuestionId};
use tailored::domain::questionnaire::again::begin_again;
use tailored::domain::questionnaire::model::{Answer, SafetyAnswer};
use tailored::domain::questionnaire::response::Response;
use tailored::storage::{Backup, Issue, MemoryBackend, Part, Store, Unreadable};

use super::{answered, day, open};

fn patient(byte: u8) -> Option<PatientId> {
    Some(PatientId::of_random([byte; 16]))
}

fn saved(response: &Response, clock: Option<fn() -> i64>) -> (MemoryBackend, Store) {
    let backend = MemoryBackend::default();
    let mut store = open(&backend).store;
    if let Some(clock) = clock {
        store.stamp_with(clock);
    }
    store.save_response(response).unwrap();
    (backend, store)
}

#[test]
fn the_id_of_a_person_is_kept_in_the_store_in_copies_and_in_a_later_assessment() {
    let response = Response {
        patient: patient(7),
        started: Some(day(2026, 11, 1)),
        ..answered("a")
    };
    let (backend, store) = saved(&response, Some(|| 1_000));
    assert_eq!(open(&backend).response.patient, patient(7));
    let copy = Backup::parse(&store.backup().text()).unwrap();
    assert_eq!(copy.opened().response.patient, patient(7));
    assert_eq!(begin_again(&response, day(2027, 1, 1)).patient, patient(7));
    // Nobody gets one without a health record.
    assert_eq!(
        saved(&answered("a"), None)
            .1
            .backup()
            .opened()
            .response
            .patient,
        None
    );
}

#[test]
fn two_devices_end_up_with_one_id() {
    let of = |byte, clock| {
        let response = Response {
            patient: patient(byte),
            ..answered("a")
        };
        saved(&response, Some(clock)).1.backup()
    };
    let (phone, tablet) = (of(1, || 2_000), of(2, || 1_000));
    let nothing = saved(&answered("a"), Some(|| 3_000)).1.backup();
    for together in [
        phone.clone().merged(tablet.clone()),
        tablet.merged(phone.clone()),
    ] {
        assert_eq!(together.opened().response.patient, patient(1));
    }
    // A device that never made a record takes over the id of the other.
    for together in [phone.clone().merged(nothing.clone()), nothing.merged(phone)] {
        assert_eq!(together.opened().response.patient, patient(1));
    }
}

#[test]
fn what_is_no_id_is_told_and_kept_until_there_is_one() {
    let text = "{\"v\":1,\"patient\":\"Ann Example\",\"answers\":{},\"safety\":{},\"dealt_with\":{},\"views\":{}}";
    let backend =
        MemoryBackend::holding([("tailored/response".to_owned(), text.to_owned())].into());
    let mut opened = open(&backend);
    assert_eq!(opened.response.patient, None);
    let why = Unreadable::Parts(1);
    assert_eq!(
        opened.issues,
        [Issue::Unreadable {
            part: Part::Response,
            why
        }]
    );
    opened.store.save_response(&answered("a")).unwrap();
    assert!(
        backend.texts()["tailored/response"].contains("Ann Example"),
        "another change leaves it alone"
    );
    let mut response = opened.store.response().value;
    response.patient = patient(3);
    opened.store.save_response(&response).unwrap();
    assert_eq!(opened.store.set_aside().len(), 1);
    assert_eq!(opened.store.response().value.patient, patient(3));
}

#[test]
fn the_store_knows_when_each_answer_was_given() {
    let mut response = answered("march");
    response
        .safety
        .insert(QuestionId::from("q_fever_ill"), SafetyAnswer::No);
    let (backend, mut store) = saved(&response, Some(|| 1_772_500_000));
    store.stamp_with(|| 1_795_400_000);
    response
        .answers
        .insert(ItemId::from("pain.avg7"), Answer::Level(4));
    store.save_response(&response).unwrap();
    let moments = open(&backend).store.answer_moments();
    let of = |id: &str| moments.items.get(&ItemId::from(id)).copied();
    assert_eq!(of("own.words"), Some(1_772_500_000));
    assert_eq!(of("pain.avg7"), Some(1_795_400_000));
    assert_eq!(
        moments.signs.get(&QuestionId::from("q_fever_ill")).copied(),
        Some(1_772_500_000)
    );
    // An answer that was taken back has none.
    response.answers.remove(&ItemId::from("pain.avg7"));
    store.save_response(&response).unwrap();
    assert_eq!(open(&backend).store.answer_moments().items.len(), 1);
    let days = moments.days(|seconds| {
        NaiveDate::from_ymd_opt(2026, if seconds > 1_790_000_000 { 11 } else { 3 }, 3)
    });
    assert_eq!(days.items[&ItemId::from("own.words")], day(2026, 3, 3));
    assert_eq!(days.items[&ItemId::from("pain.avg7")], day(2026, 11, 3));
}

#[test]
fn without_moments_nothing_is_made_up() {
    let (_, store) = saved(&answered("a"), None);
    assert_eq!(store.answer_moments(), Default::default());
    let spoilt = MemoryBackend::holding(
        [("tailored/response".to_owned(), "{\"v\":1,\"ans".to_owned())].into(),
    );
    assert_eq!(open(&spoilt).store.answer_moments(), Default::default());
}
