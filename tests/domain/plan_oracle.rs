//! The engine beside a second one that was written from the specification alone (`tests/reference`).
//!
//! `plan-cases.jsonl` are cases in which every rule, avoid entry, caution, warning sign and scope entry fires;
//! `plan-expected.jsonl` holds the reference's outputs for them, so that a change of the rules can be read in the history.

use std::thread;

use serde_json::Value as Json;

use super::golden;
use super::plan_case as case;
use super::plan_every_entry::CASES;
use super::plan_printed::Printed;
use super::reference::people::{self, Dice};
use super::reference::plan::evaluate;
use super::reference::{Person, Specification};

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
/// How many random people are met; `./dev test` asks for ten thousand.
const PEOPLE: &str = "TAILORED_PEOPLE";
const FEW_PEOPLE: usize = 600;

/// How many random people a test meets.
pub fn n_people() -> usize {
    std::env::var(PEOPLE).map_or(FEW_PEOPLE, |n| n.parse().unwrap())
}

pub fn specification() -> Specification {
    Specification::read(
        include_str!("../../src/knowledge/plan_rules.toml"),
        include_str!("../../src/knowledge/red_flags.toml"),
        include_str!("../../src/knowledge/therapies.toml"),
    )
}

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

/// The flags in the order in which they are printed: an object that was read has none.
fn order_of_warnings(printed: &str) -> Vec<String> {
    let (_, after) = printed.split_once("\"warnings\":{").unwrap();
    let (warnings, _) = after.split_once('}').unwrap();
    let pairs = warnings.split(',').filter(|pair| !pair.is_empty());
    pairs
        .map(|pair| pair.split('"').nth(1).unwrap().to_owned())
        .collect()
}

/// The first therapy with other texts (section 10). The app says a number with its unit ("1 week", "8 years" for 96
/// months), which the specification does not; so texts with a number are compared up to it.
fn other_text(actual: &Json, expected: &Json) -> Option<String> {
    let texts = |of: &Json| -> Vec<String> {
        let list = of.as_array().unwrap().iter();
        list.map(|text| {
            let text = text.as_str().unwrap();
            let end = text.find(|letter: char| letter.is_ascii_digit());
            text[..end.unwrap_or(text.len())].to_owned()
        })
        .collect()
    };
    let (actual, expected) = (actual.as_object().unwrap(), expected.as_object().unwrap());
    if actual.len() != expected.len() {
        return Some("some therapy".to_owned());
    }
    let other = expected
        .iter()
        .find(|(id, list)| actual.get(*id).is_none_or(|of| texts(of) != texts(list)));
    other.map(|(id, _)| id.clone())
}

/// What differs between the two engines, or none.
fn difference(specification: &Specification, case: &str) -> Option<String> {
    let text = printed(case);
    let actual: Json = serde_json::from_str(&text).unwrap();
    let expected = evaluate(specification, &Person::from_json(case));
    for field in FIELDS {
        if !same(&actual[field], &expected[field]) {
            return Some(format!(
                "{field} of {case}:\n{}\nexpected\n{}",
                actual[field], expected[field]
            ));
        }
    }
    if let Some(therapy) = other_text(&actual["texts"], &expected["texts"]) {
        return Some(format!("the texts of {therapy} for {case}"));
    }
    let order: Vec<&str> = expected["order_of_warnings"]
        .as_array()
        .unwrap()
        .iter()
        .map(|id| id.as_str().unwrap())
        .collect();
    (order_of_warnings(&text) != order).then(|| format!("the order of the warnings of {case}"))
}

#[test]
fn every_output_for_the_kept_cases_is_that_of_the_reference() {
    let specification = specification();
    let mut made = String::new();
    for (number, case) in (1..).zip(CASES.lines()) {
        if let Some(difference) = difference(&specification, case) {
            panic!("case {number}: {difference}");
        }
        let mut expected = evaluate(&specification, &Person::from_json(case));
        expected.as_object_mut().unwrap().remove("texts");
        made += &(expected.to_string() + "\n");
    }
    golden::assert_kept("tests/fixtures/plan-expected.jsonl", &made);
}

#[test]
fn every_output_for_random_people_is_that_of_the_reference() {
    let n_people = n_people();
    let specification = specification();
    let n_threads = thread::available_parallelism().map_or(1, usize::from);
    thread::scope(|scope| {
        for part in 0..n_threads {
            let specification = &specification;
            scope.spawn(move || {
                for seed in (part..n_people).step_by(n_threads) {
                    let mut dice = Dice::new(seed as u64 + 1);
                    let person = people::person(specification, &mut dice);
                    let case = person.to_json().to_string();
                    if let Some(difference) = difference(specification, &case) {
                        panic!("person {seed}: {difference}");
                    }
                }
            });
        }
    });
}

#[test]
fn a_mistake_in_the_engine_would_be_found() {
    let specification = specification();
    let mut dice = Dice::new(7);
    let person = people::person(&specification, &mut dice);
    let right = evaluate(&specification, &person);
    let mut other = specification;
    other.meta["max_best"] = 4.into();
    other.meta["goal_points"] = 9.into();
    other.meta["caution_points"] = 0.into();
    let wrong = (0..40).any(|_| {
        let person = people::person(&other, &mut dice);
        difference(&other, &person.to_json().to_string()).is_some()
    });
    assert!(wrong);
    assert!(right["plan"].is_array());
}

#[test]
fn the_random_people_are_of_all_kinds() {
    let specification = specification();
    let mut seen: std::collections::BTreeSet<String> = Default::default();
    for seed in 0..FEW_PEOPLE {
        let person = people::person(&specification, &mut Dice::new(seed as u64 + 1));
        let plan = evaluate(&specification, &person);
        for line in plan["plan"].as_array().unwrap() {
            for field in ["section", "status", "domain"] {
                seen.insert(format!("{field} {}", line[field].as_str().unwrap()));
            }
            for field in ["matches", "minus"] {
                seen.extend(
                    line[field]
                        .as_array()
                        .unwrap()
                        .iter()
                        .map(ToString::to_string),
                );
            }
            seen.insert(format!("shown {}", line["shown"]));
        }
        seen.insert(format!("withhold {}", plan["withhold"]));
    }
    // 10 sections, 8 statuses, 8 domains, 45 words, 12 goals, 5 wishes, helped, 3 minus, shown and withhold both ways.
    assert!(seen.len() >= 90, "only {}: {seen:?}", seen.len());
}

#[test]
fn a_line_carries_the_fields_of_9_15_and_no_other() {
    let plan: Json = serde_json::from_str(&printed(CASES.lines().next().unwrap())).unwrap();
    let line = plan["plan"][0].as_object().unwrap();
    let fields: Vec<&str> = line.keys().map(String::as_str).collect();
    assert_eq!(
        fields,
        [
            "avoid", "conflict", "domain", "fit", "matches", "minus", "rules", "section", "shown",
            "status", "therapy", "using"
        ]
    );
}
