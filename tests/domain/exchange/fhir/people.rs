//! Who it is about, who told it, and under which ids it is found again.

use std::collections::BTreeSet;

use serde_json::Value;
use tailored::domain::ids::PatientId;
use tailored::domain::questionnaire::model::Answer;
use tailored::domain::questionnaire::response::Response;
use tailored::exchange::Record;
use tailored::exchange::fhir::{FhirOptions, bundle};
use tailored::i18n::{Lang, messages};

use super::{all, case, day, made, of_backup};
use crate::exchange::persona;
use crate::flow::{choice, told};

fn ids(bundle: &Value) -> BTreeSet<String> {
    let entries = bundle["entry"].as_array().unwrap().iter();
    entries
        .map(|entry| entry["fullUrl"].as_str().unwrap().to_owned())
        .collect()
}

fn person(byte: u8) -> Response {
    Response {
        patient: Some(PatientId::of_random([byte; 16])),
        ..persona::response()
    }
}

#[test]
fn an_id_is_a_random_uuid_and_nothing_else_is_one() {
    let id = PatientId::of_random([0xff; 16]);
    assert_eq!(id.as_str(), "ffffffff-ffff-4fff-bfff-ffffffffffff");
    assert_eq!(
        PatientId::of_random([0; 16]).as_str(),
        "00000000-0000-4000-8000-000000000000"
    );
    assert_eq!(PatientId::of_text(id.as_str().to_owned()), Some(id));
    for wrong in [
        "",
        "ann",
        "ffffffff-ffff-4fff-bfff-fffffffffff",
        "ffffffffxffff-4fff-bfff-ffffffffffff",
        "FFFFFFFF-ffff-4fff-bfff-ffffffffffff",
    ] {
        assert_eq!(PatientId::of_text(wrong.to_owned()), None, "{wrong}");
    }
}

#[test]
fn a_person_keeps_their_ids_and_shares_them_with_nobody() {
    let entries = persona::entries();
    let on = |response: &Response, date| {
        bundle(
            &Record::new(response, &entries, date),
            FhirOptions::default(),
            messages(Lang::English),
        )
    };
    let ann = person(1);
    let today = on(&ann, persona::day());
    let patient = all(&today, "Patient")[0];
    assert_eq!(patient["id"], ann.patient.as_ref().unwrap().as_str());
    assert_eq!(
        patient["identifier"][0]["value"],
        format!("urn:uuid:{}", ann.patient.as_ref().unwrap().as_str())
    );
    // The next day everything that was said before has the ids that it had; only what is counted anew is new.
    let next_day = on(&ann, persona::day().succ_opt().unwrap());
    let (now, then) = (ids(&today), ids(&next_day));
    assert!(
        then.difference(&now).count() <= 4,
        "{:?}",
        then.difference(&now)
    );
    // Another answer changes no id.
    let mut changed = ann.clone();
    changed
        .answers
        .insert("goals.belief".into(), Answer::Text("a nerve".to_owned()));
    assert_eq!(ids(&on(&changed, persona::day())), now);
    // Somebody with the very same answers shares the questions, and nothing else.
    let shared: Vec<String> = ids(&on(&person(2), persona::day()))
        .intersection(&now)
        .cloned()
        .collect();
    assert_eq!(shared.len(), 1, "{shared:?}");
}

#[test]
fn a_document_with_another_content_has_another_identifier() {
    let ann = person(1);
    let entries = persona::entries();
    let on = |date| {
        bundle(
            &Record::new(&ann, &entries, date),
            FhirOptions::default(),
            messages(Lang::English),
        )
    };
    let today = on(persona::day());
    assert_eq!(today["identifier"], on(persona::day())["identifier"]);
    assert_ne!(
        today["identifier"],
        on(persona::day().succ_opt().unwrap())["identifier"]
    );
}

#[test]
fn a_helper_who_typed_is_the_author_and_the_patient_the_source() {
    let bundle = of_backup(case!("handout-knee"), day(11, 23), FhirOptions::default());
    let helper = all(&bundle, "RelatedPerson")[0];
    assert_eq!(helper["name"][0]["text"], "Ruth, my daughter");
    let refers = |id: &Value| format!("urn:uuid:{}", id.as_str().unwrap());
    let (helper, patient) = (
        refers(&helper["id"]),
        refers(&all(&bundle, "Patient")[0]["id"]),
    );
    let answers = all(&bundle, "QuestionnaireResponse")[0];
    assert_eq!(answers["author"]["reference"], helper);
    assert_eq!(answers["source"]["reference"], patient);
    let authors = all(&bundle, "Composition")[0]["author"].as_array().unwrap();
    assert_eq!(authors.len(), 2);
}

#[test]
fn what_a_helper_answered_is_not_signed_by_the_patient() {
    let response = told([
        ("about.who", choice("helper")),
        ("about.helper", Answer::Text("Tom, my son".to_owned())),
        ("pain.avg7", Answer::Level(6)),
        ("health.allergies", crate::flow::choices(&["latex"])),
        (
            "goals.list",
            Answer::Goals(vec![tailored::domain::questionnaire::model::Goal {
                words: "Walk".to_owned(),
                ..Default::default()
            }]),
        ),
    ]);
    let bundle = made(&response, FhirOptions::default());
    let helper = format!(
        "urn:uuid:{}",
        all(&bundle, "RelatedPerson")[0]["id"].as_str().unwrap()
    );
    let answers = all(&bundle, "QuestionnaireResponse")[0];
    assert_eq!(answers["author"]["reference"], helper);
    assert_eq!(answers["source"]["reference"], helper);
    assert_eq!(
        all(&bundle, "Composition")[0]["author"][0]["reference"],
        helper
    );
    assert_eq!(
        all(&bundle, "AllergyIntolerance")[0]["asserter"]["reference"],
        helper
    );
    assert_eq!(all(&bundle, "Goal")[0]["expressedBy"]["reference"], helper);
    assert_eq!(
        super::observed(&bundle, "75893-8")[0]["performer"][0]["reference"],
        helper
    );
    // Who kept the diary was not said.
    assert_eq!(
        super::observed(&bundle, "worst-pain-of-day")[0]["performer"],
        Value::Null
    );
}

#[test]
fn without_a_word_about_helpers_there_is_none() {
    for who in [None, Some("self")] {
        let mut response = told([("about.helper", Answer::Text("Tom".to_owned()))]);
        response
            .answers
            .extend(who.map(|who| ("about.who".into(), choice(who))));
        let bundle = made(&response, FhirOptions::default());
        assert_eq!(all(&bundle, "RelatedPerson").len(), 0);
        let patient = format!(
            "urn:uuid:{}",
            all(&bundle, "Patient")[0]["id"].as_str().unwrap()
        );
        assert_eq!(
            all(&bundle, "QuestionnaireResponse")[0]["source"]["reference"],
            patient
        );
    }
}
