//! One person with a warning sign, six medicines, two reactions and a helper, as a reader of the record meets them.

use std::collections::BTreeSet;

use serde_json::{Value, json};
use tailored::exchange::fhir::FhirOptions;

use super::{all, answered, case, day, observed, of_backup, section};

fn record() -> Value {
    of_backup(case!("everything"), day(11, 23), FhirOptions::default())
}

fn texts<'a>(bundle: &'a Value, kind: &str, field: &str) -> Vec<&'a str> {
    let found = all(bundle, kind).into_iter();
    found
        .map(|one| one[field]["text"].as_str().unwrap())
        .collect()
}

#[test]
fn reactions_illnesses_and_medicines_are_there_with_their_dates() {
    let bundle = record();
    assert_eq!(
        texts(&bundle, "AllergyIntolerance", "code"),
        ["Aspirin", "Latex"]
    );
    // Trouble with drugs was ticked as well, and stays out.
    assert_eq!(
        texts(&bundle, "Condition", "code"),
        [
            "Irregular heartbeat",
            "Kidney disease, mild or medium",
            "Slipped disc"
        ]
    );
    // Each kind that was ticked has its medicine in the list.
    assert_eq!(
        texts(&bundle, "MedicationStatement", "medicationCodeableConcept"),
        [
            "Paracetamol",
            "Ibuprofen",
            "Apixaban",
            "Ramipril",
            "Furosemide",
            "Bisoprolol"
        ]
    );
    for (kind, date) in [
        ("AllergyIntolerance", "recordedDate"),
        ("Condition", "recordedDate"),
        ("MedicationStatement", "dateAsserted"),
    ] {
        for one in all(&bundle, kind) {
            assert_eq!(one[date], "2026-11", "{one}");
        }
    }
}

#[test]
fn all_that_a_helper_said_is_by_the_helper() {
    let bundle = record();
    let helper = all(&bundle, "RelatedPerson")[0];
    assert_eq!(helper["name"][0]["text"], "Ruth, my sister");
    let helper = json!(format!("urn:uuid:{}", helper["id"].as_str().unwrap()));
    let answers = all(&bundle, "QuestionnaireResponse")[0];
    assert_eq!(answers["author"]["reference"], helper);
    assert_eq!(answers["source"]["reference"], helper);
    for (kind, field) in [
        ("AllergyIntolerance", "asserter"),
        ("Condition", "asserter"),
        ("MedicationStatement", "informationSource"),
    ] {
        for one in all(&bundle, kind) {
            assert_eq!(one[field]["reference"], helper, "{one}");
        }
    }
    let short = section(&bundle, "In short")["text"]["div"]
        .as_str()
        .unwrap();
    assert!(short.contains("Filled in by: Ruth, my sister"), "{short}");
}

#[test]
fn each_entry_of_the_diary_has_its_own_day() {
    let bundle = record();
    for code in ["72514-3", "worst-pain-of-day", "pain-medicine-taken"] {
        let days: BTreeSet<&str> = observed(&bundle, code)
            .into_iter()
            .map(|one| one["effectiveDateTime"].as_str().unwrap())
            .collect();
        let noted = ["17", "18", "19", "20", "21"].map(|day| format!("2026-11-{day}"));
        assert_eq!(days, noted.iter().map(String::as_str).collect(), "{code}");
    }
}

#[test]
fn warning_signs_are_first_and_those_about_self_harm_are_nowhere() {
    let bundle = record();
    let composition = all(&bundle, "Composition")[0];
    assert_eq!(composition["status"], "preliminary");
    let titles: Vec<&str> = composition["section"]
        .as_array()
        .unwrap()
        .iter()
        .map(|section| section["title"].as_str().unwrap())
        .collect();
    assert_eq!(
        titles[..5],
        [
            "In short",
            "Warning signs",
            "Bad reactions",
            "Illnesses",
            "Medicines"
        ]
    );
    let signs = section(&bundle, "Warning signs")["text"]["div"]
        .as_str()
        .unwrap();
    assert_eq!(signs.matches("<td>2026-11-20</td>").count(), 4, "{signs}");
    // Four were answered, none of them with no; the others were not, and nobody may take them for "no".
    let response = all(&bundle, "QuestionnaireResponse")[0];
    let asked = super::item(response, "safety.signs").unwrap()["item"]
        .as_array()
        .unwrap();
    let words = format!("Answered with no: 0. No answer: {}.", asked.len() - 4);
    assert!(signs.contains(&words), "{words} {signs}");
    for private in ["q_sui_thoughts", "q_unsafe"] {
        assert_eq!(answered(&bundle, private), None);
    }
    // An emergency comes before every plan.
    assert!(all(&bundle, "CarePlan").is_empty());
    // Nobody said that their name or day of birth goes along.
    let patient = all(&bundle, "Patient")[0];
    assert_eq!(
        (&patient["name"], &patient["birthDate"]),
        (&Value::Null, &Value::Null)
    );
}
