//! The FHIR report: whole, without a code that is not certain, each answer with its meaning, its state and its day.
//! Whether other programs take it is shown in `tests/fhir.rs` and `readers.rs`.

mod diary;
mod everything;
mod health;
mod people;
mod privacy;
mod questions;
#[cfg(feature = "fhir-model")]
mod readers;
mod states;

use std::collections::BTreeSet;

use proptest::prelude::*;
use serde_json::Value;
use tailored::domain::date::NaiveDate;
use tailored::domain::questionnaire::response::Response;
use tailored::exchange::Record;
use tailored::exchange::fhir::{FhirOptions, Identity, bundle};
use tailored::i18n::{Lang, messages};
use tailored::storage::Backup;

use super::persona;
use crate::flow::responses;

fn day(month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, month, day).unwrap()
}

fn everything() -> FhirOptions {
    FhirOptions {
        identity: Identity {
            name: true,
            birth_date: Some(day(1, 31)),
        },
        substances: true,
        private: true,
    }
}

fn made(response: &Response, options: FhirOptions) -> Value {
    let entries = persona::entries();
    bundle(
        &Record::new(response, &entries, persona::day()),
        options,
        messages(Lang::English),
    )
}

/// The report of a backup, on a day.
fn of_backup(text: &str, date: NaiveDate, options: FhirOptions) -> Value {
    let opened = Backup::parse(text).unwrap().opened();
    let entries = opened.store.all_entries().value;
    let record = Record::new(&opened.response, &entries, date);
    bundle(&record, options, messages(Lang::English))
}

macro_rules! case {
    ($name:literal) => {
        include_str!(concat!("../../../fixtures/exchange/", $name, ".json"))
    };
}
use case;

/// Every case that came with a report of a fault, and a person with all that a clinician must see.
const CASES: [(&str, &str); 9] = [
    ("fhir-private", case!("fhir-private")),
    ("fhir-alcohol", case!("fhir-alcohol")),
    ("fhir-enablewhen", case!("fhir-enablewhen")),
    ("handout-knee", case!("handout-knee")),
    ("warning-sign-fired", case!("warning-sign-fired")),
    ("minimal-backup", case!("minimal-backup")),
    ("unknown-word", case!("unknown-word")),
    ("attack-dst", case!("attack-dst")),
    ("everything", case!("everything")),
];

fn all<'a>(bundle: &'a Value, kind: &str) -> Vec<&'a Value> {
    let entries = bundle["entry"].as_array().unwrap().iter();
    entries
        .map(|entry| &entry["resource"])
        .filter(|resource| resource["resourceType"] == kind)
        .collect()
}

/// The observations with a code.
fn observed<'a>(bundle: &'a Value, code: &str) -> Vec<&'a Value> {
    let mut found = all(bundle, "Observation");
    found.retain(|one| one["code"]["coding"][0]["code"] == code);
    found
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

/// The item of a questionnaire or of a response with this link id.
fn item<'a>(resource: &'a Value, link_id: &str) -> Option<&'a Value> {
    let items = resource["item"].as_array()?;
    items.iter().find_map(|inner| {
        if inner["linkId"] == link_id {
            return Some(inner);
        }
        item(inner, link_id)
    })
}

fn answered<'a>(bundle: &'a Value, link_id: &str) -> Option<&'a Value> {
    item(all(bundle, "QuestionnaireResponse")[0], link_id)
}

/// The reason why an item has no answer.
fn absent(item: &Value) -> Option<&str> {
    let extensions = item["extension"].as_array()?;
    extensions.iter().find_map(|extension| {
        let is_reason = extension["url"].as_str()?.ends_with("/data-absent-reason");
        extension["valueCode"].as_str().filter(|_| is_reason)
    })
}

/// The narratives of the document, by the titles of their sections.
fn section<'a>(bundle: &'a Value, title: &str) -> &'a Value {
    let sections = all(bundle, "Composition")[0]["section"].as_array().unwrap();
    sections
        .iter()
        .find(|section| section["title"] == title)
        .unwrap_or_else(|| panic!("no section {title}"))
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
    // A section can be read.
    for section in all(bundle, "Composition")[0]["section"].as_array().unwrap() {
        let div = section["text"]["div"].as_str().unwrap();
        let inside = div.trim_start_matches("<div xmlns=\"http://www.w3.org/1999/xhtml\">");
        assert!(inside.len() > "<p></p></div>".len(), "{}", section["title"]);
        roxmltree::Document::parse(div).unwrap();
    }
    // A code without its meaning says nothing to a reader, and a number without a unit nothing to a program.
    let mut codings = Vec::new();
    under(bundle, "valueCoding", &mut codings);
    for coding in codings {
        assert!(
            coding["display"].is_string() || coding["code"] == "1",
            "{coding}"
        );
    }
    let mut quantities = Vec::new();
    under(bundle, "valueQuantity", &mut quantities);
    for quantity in quantities {
        assert_eq!(quantity["system"], "http://unitsofmeasure.org");
        assert!(
            quantity["code"] != "1" && quantity["unit"].is_string(),
            "{quantity}"
        );
    }
}

fn link_ids(resource: &Value) -> BTreeSet<String> {
    let mut ids = Vec::new();
    under(resource, "linkId", &mut ids);
    ids.iter()
        .map(|id| id.as_str().unwrap().to_owned())
        .collect()
}

/// Systems of FHIR itself and of UCUM, which are free to use.
const FREE: [&str; 2] = [
    "http://terminology.hl7.org/CodeSystem/",
    "http://unitsofmeasure.org",
];

#[test]
fn no_code_is_sent_that_the_terminology_does_not_mark_as_seen() {
    let terminology: toml::Table = include_str!("../../../../src/knowledge/terminology.toml")
        .parse()
        .unwrap();
    let seen: BTreeSet<&str> = terminology["loinc"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|row| row["status"].as_str() == Some("S"))
        .map(|row| row["code"].as_str().unwrap())
        .collect();
    let bundle = made(&persona::response(), everything());
    let mut codings = Vec::new();
    under(&bundle, "coding", &mut codings);
    let mut used = BTreeSet::new();
    for coding in codings
        .iter()
        .flat_map(|codings| codings.as_array().unwrap())
    {
        let Some(system) = coding["system"].as_str() else {
            panic!("{coding} belongs nowhere");
        };
        match system {
            "http://loinc.org" => {
                let code = coding["code"].as_str().unwrap();
                assert!(seen.contains(code), "{code}");
                used.insert(code);
            }
            "urn:tailored:own-checks" | "http://hl7.org/fhir/questionnaire-item-control" => {}
            other => assert!(FREE.iter().any(|free| other.starts_with(free)), "{other}"),
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
        ("RelatedPerson", 0),
    ] {
        assert_eq!(all(&bundle, kind).len(), count, "{kind}");
    }
}

#[test]
fn the_report_of_every_case_is_whole() {
    for (name, text) in CASES {
        for options in [FhirOptions::default(), everything()] {
            let bundle = of_backup(text, day(11, 23), options);
            check(&bundle);
            assert!(
                all(&bundle, "Composition")[0]["section"].is_array(),
                "{name}"
            );
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn any_answers_make_a_whole_report(response in responses(0.8), usual in any::<bool>()) {
        let options = if usual { FhirOptions::default() } else { everything() };
        check(&made(&response, options));
    }
}
