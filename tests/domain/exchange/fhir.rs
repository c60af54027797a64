//! The FHIR report: whole, without a code that is not certain, and nothing private unless asked for.
//! Whether a model of FHIR R4 takes it is shown in `tests/fhir.rs`.

use std::collections::BTreeSet;

use proptest::prelude::*;
use serde_json::Value;
use tailored::domain::questionnaire::response::Response;
use tailored::exchange::Record;
use tailored::exchange::fhir::{FhirOptions, bundle};
use tailored::i18n::{Lang, messages};

use super::persona;
use crate::flow::responses;

fn made(response: &Response, options: FhirOptions) -> Value {
    let entries = persona::entries();
    bundle(
        &Record::new(response, &entries, persona::day()),
        options,
        messages(Lang::English),
    )
}

fn all<'a>(bundle: &'a Value, kind: &str) -> Vec<&'a Value> {
    let entries = bundle["entry"].as_array().unwrap().iter();
    entries
        .map(|entry| &entry["resource"])
        .filter(|resource| resource["resourceType"] == kind)
        .collect()
}

/// Every value under a name, anywhere below.
fn under<'a>(value: &'a Value, name: &str, found: &mut Vec<&'a Value>) {
    match value {
        Value::Object(fields) => {
            for (field, value) in fields {
                if field == name {
                    found.push(value);
                }
                under(value, name, found);
            }
        }
        Value::Array(values) => values.iter().for_each(|value| under(value, name, found)),
        _ => {}
    }
}

/// What every report must be.
fn check(bundle: &Value) {
    let entries = bundle["entry"].as_array().unwrap();
    assert_eq!(
        entries[0]["resource"]["resourceType"], "Composition",
        "a document begins with it"
    );
    let addresses: BTreeSet<&str> = entries
        .iter()
        .map(|entry| entry["fullUrl"].as_str().unwrap())
        .collect();
    assert_eq!(addresses.len(), entries.len(), "each address once");
    let mut references = Vec::new();
    under(bundle, "reference", &mut references);
    for reference in references {
        assert!(
            addresses.contains(reference.as_str().unwrap()),
            "{reference} leads nowhere"
        );
    }
    // Nothing empty: FHIR forbids it.
    let text = bundle.to_string();
    for empty in [":\"\"", ":[]", ":{}", "[{}]", ":null"] {
        assert!(!text.contains(empty), "{empty}");
    }
    for never in [
        "Condition",
        "Flag",
        "DetectedIssue",
        "ServiceRequest",
        "MedicationRequest",
    ] {
        assert_eq!(all(bundle, never).len(), 0, "{never}");
    }
    let asked: BTreeSet<String> = link_ids(all(bundle, "Questionnaire")[0]);
    let answered: BTreeSet<String> = link_ids(all(bundle, "QuestionnaireResponse")[0]);
    assert!(
        answered.is_subset(&asked),
        "{:?}",
        answered.difference(&asked)
    );
}

fn link_ids(resource: &Value) -> BTreeSet<String> {
    let mut ids = Vec::new();
    under(resource, "linkId", &mut ids);
    ids.iter()
        .map(|id| id.as_str().unwrap().to_owned())
        .collect()
}

#[test]
fn no_code_is_sent_that_the_terminology_does_not_mark_as_seen() {
    let terminology: toml::Table = include_str!("../../../src/knowledge/terminology.toml")
        .parse()
        .unwrap();
    let seen: BTreeSet<&str> = terminology["loinc"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|row| row["status"].as_str() == Some("S"))
        .map(|row| row["code"].as_str().unwrap())
        .collect();
    let bundle = made(
        &persona::response(),
        FhirOptions {
            private: true,
            name: true,
        },
    );
    let mut codings = Vec::new();
    under(&bundle, "coding", &mut codings);
    let mut used = BTreeSet::new();
    for coding in codings
        .iter()
        .flat_map(|codings| codings.as_array().unwrap())
    {
        match coding["system"].as_str().unwrap() {
            "http://loinc.org" => {
                let code = coding["code"].as_str().unwrap();
                assert!(seen.contains(code), "{code}");
                used.insert(code);
            }
            "urn:tailored:own-checks"
            | "http://terminology.hl7.org/CodeSystem/observation-category" => {}
            other => panic!("{other} is not certain"),
        }
    }
    assert_eq!(used, BTreeSet::from(["51855-5", "72514-3", "75893-8"]));
}

#[test]
fn the_report_of_a_person_holds_each_kind_of_thing_once_said() {
    let bundle = made(&persona::response(), FhirOptions::default());
    check(&bundle);
    for (kind, count) in [
        ("Composition", 1),
        ("Patient", 1),
        ("Device", 1),
        ("Questionnaire", 1),
        ("QuestionnaireResponse", 1),
        ("MedicationStatement", 2),
        ("Goal", 1),
        ("Provenance", 1),
    ] {
        assert_eq!(all(&bundle, kind).len(), count, "{kind}");
    }
    let ratings = all(&bundle, "Observation");
    // Usual, worst, one place, days logged, and a number of each of 20 entries.
    assert_eq!(ratings.len(), 4 + 20);
    assert_eq!(
        ratings[2]["bodySite"],
        serde_json::json!({"text": "left side of the lower back"})
    );
    let latest = ratings[4];
    assert_eq!(latest["effectiveDateTime"], "2026-11-23");
    assert_eq!(latest["valueInteger"], 6);
}

#[test]
fn name_and_private_answers_go_along_only_when_asked_for() {
    let without = made(&persona::response(), FhirOptions::default());
    let private = ["Ann Example", "q_sui_thoughts", "substance_use"];
    let answers = |bundle: &Value| {
        format!(
            "{}{}",
            all(bundle, "QuestionnaireResponse")[0],
            all(bundle, "Patient")[0]
        )
    };
    for words in &private[1..] {
        assert!(!answers(&without).contains(words), "{words}");
    }
    assert_eq!(all(&without, "Patient")[0]["name"], Value::Null);
    let with = made(
        &persona::response(),
        FhirOptions {
            name: true,
            private: true,
        },
    );
    for words in private {
        assert!(answers(&with).contains(words), "{words}");
    }
}

#[test]
fn a_condition_of_a_question_is_kept_where_fhir_can_say_it() {
    let bundle = made(&Response::default(), FhirOptions::default());
    let questionnaire = all(&bundle, "Questionnaire")[0];
    let mut items = Vec::new();
    under(questionnaire, "item", &mut items);
    let find = |id: &str| {
        let mut items = items.iter().flat_map(|items| items.as_array().unwrap());
        items.find(|item| item["linkId"] == id).unwrap()
    };
    assert_eq!(
        find("head.migdays")["enableWhen"],
        serde_json::json!([{ "question": "head.days", "operator": ">=", "answerDecimal": 1.0 }])
    );
    let pregnancy = find("about.pregnancy");
    assert_eq!(
        pregnancy["enableWhen"],
        Value::Null,
        "a condition with a default has no plain form"
    );
    let hip = find("joint.stiff");
    assert_eq!(hip["enableBehavior"], "any");
    assert_eq!(hip["enableWhen"][0]["question"], "map.areas");
    assert_eq!(hip["enableWhen"][0]["answerCoding"]["code"], "knee");
    // Every question that a condition names is there.
    let ids = link_ids(questionnaire);
    let mut questions = Vec::new();
    under(questionnaire, "question", &mut questions);
    assert!(questions.len() > 20);
    assert!(
        questions
            .iter()
            .all(|id| ids.contains(id.as_str().unwrap()))
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn any_answers_make_a_whole_report(response in responses(0.8)) {
        check(&made(&response, FhirOptions { private: true, name: true }));
    }
}
