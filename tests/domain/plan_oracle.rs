//! The engine beside a second engine, written independently from the same specification: 150 cases in which
//! every rule, avoid entry, caution, warning sign and scope entry fires. `plan-expected.jsonl` holds the other one's outputs.

use serde_json::Value as Json;

use super::plan_case as case;
use super::plan_printed::Printed;

const CASES: &str = include_str!("../fixtures/plan-cases.jsonl");
const EXPECTED: &str = include_str!("../fixtures/plan-expected.jsonl");
/// The outputs of section 8.
const FIELDS: [&str; 13] = [
    "warnings",
    "withhold",
    "groups",
    "opened",
    "scope",
    "rules",
    "held",
    "avoid",
    "cautions",
    "ask",
    "derived",
    "plan",
    "questions",
];

fn printed(case: &str) -> String {
    let (facts, answers) = case::read(case).unwrap();
    serde_json::to_string(&Printed::new(&facts, &answers)).unwrap()
}

/// Numbers are the same when they differ by less than rounding does.
fn same(one: &Json, other: &Json) -> bool {
    match (one, other) {
        (Json::Number(one), Json::Number(other)) => {
            (one.as_f64().unwrap() - other.as_f64().unwrap()).abs() < 1e-9
        }
        (Json::Array(one), Json::Array(other)) => {
            one.len() == other.len() && one.iter().zip(other).all(|(one, other)| same(one, other))
        }
        (Json::Object(one), Json::Object(other)) => {
            one.len() == other.len()
                && one
                    .iter()
                    .all(|(key, value)| other.get(key).is_some_and(|other| same(value, other)))
        }
        (one, other) => one == other,
    }
}

#[test]
fn every_output_is_that_of_the_other_engine() {
    assert_eq!(CASES.lines().count(), EXPECTED.lines().count());
    for (number, (case, expected)) in (1..).zip(CASES.lines().zip(EXPECTED.lines())) {
        let actual: Json = serde_json::from_str(&printed(case)).unwrap();
        let expected: Json = serde_json::from_str(expected).unwrap();
        assert_eq!(expected.as_object().unwrap().len(), FIELDS.len());
        for field in FIELDS {
            assert!(
                same(&actual[field], &expected[field]),
                "case {number}, {field}:\n{}\nexpected\n{}",
                actual[field],
                expected[field]
            );
        }
    }
}

#[test]
fn warnings_are_printed_the_most_urgent_first_as_by_the_other_engine() {
    let warnings = |text: &str| {
        let (_, after) = text.split_once("\"warnings\":").unwrap();
        let (warnings, _) = after.split_once(",\"withhold\"").unwrap();
        warnings.to_owned()
    };
    for (case, expected) in CASES.lines().zip(EXPECTED.lines()) {
        assert_eq!(warnings(&printed(case)), warnings(expected));
    }
}

#[test]
fn a_line_carries_the_fields_of_9_11_and_no_other() {
    let plan: Json = serde_json::from_str(&printed(CASES.lines().next().unwrap())).unwrap();
    let line = plan["plan"][0].as_object().unwrap();
    let fields: Vec<&str> = line.keys().map(String::as_str).collect();
    assert_eq!(
        fields,
        [
            "avoid", "conflict", "rules", "section", "shown", "status", "therapy", "using"
        ]
    );
}
