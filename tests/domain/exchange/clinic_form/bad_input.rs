//! Files that are no forms, and forms that are meant to do harm.

use std::time::{Duration, Instant};

use serde_json::{Value, json};
use tailored::exchange::clinic_form::{ClinicForm, LONGEST, Outcome, Unopened};

use super::{answers, computed, fixture, of_items};

#[test]
fn what_is_no_form_is_refused_with_the_reason() {
    let form = |item: Value| json!({ "resourceType": "Questionnaire", "item": [item] }).to_string();
    for (text, why) in [
        (String::new(), Unopened::NotJson),
        (
            "{\"resourceType\": \"Questionnaire\", \"item\": [".to_owned(),
            Unopened::NotJson,
        ),
        ("\u{0}\u{1}PK".to_owned(), Unopened::NotJson),
        ("[]".to_owned(), Unopened::NotAForm(String::new())),
        ("42".to_owned(), Unopened::NotAForm(String::new())),
        (
            json!({ "resourceType": "Patient" }).to_string(),
            Unopened::NotAForm("Patient".to_owned()),
        ),
        (
            json!({ "resourceType": ["Questionnaire"] }).to_string(),
            Unopened::NotAForm(String::new()),
        ),
        (
            json!({ "resourceType": "Questionnaire" }).to_string(),
            Unopened::NoItems,
        ),
        (
            json!({ "resourceType": "Questionnaire", "item": "none" }).to_string(),
            Unopened::NoItems,
        ),
        (
            json!({ "resourceType": "Questionnaire", "group": {} }).to_string(),
            Unopened::OtherVersion("DSTU2"),
        ),
        (
            form(json!({ "linkId": "a", "type": "choice", "option": [] })),
            Unopened::OtherVersion("STU3"),
        ),
        (
            form(
                json!({ "linkId": "a", "type": "group", "item": [{ "linkId": "b", "enableWhen": [{ "hasAnswer": true }] }] }),
            ),
            Unopened::OtherVersion("STU3"),
        ),
        (
            form(json!({ "linkId": "a", "type": "coding" })),
            Unopened::OtherVersion("R5"),
        ),
        (" ".repeat(LONGEST + 1), Unopened::TooLarge),
    ] {
        assert_eq!(
            ClinicForm::open(&text).err(),
            Some(why),
            "{}",
            text.chars().take(80).collect::<String>()
        );
    }
}

#[test]
fn groups_without_end_are_refused() {
    let deep = |n: usize| {
        format!(
            "{{\"resourceType\":\"Questionnaire\",{}\"item\":[]{}}}",
            "\"item\":[{\"type\":\"group\",\"linkId\":\"a\",".repeat(n),
            "}]".repeat(n)
        )
    };
    assert_eq!(ClinicForm::open(&deep(40)).err(), None);
    assert_eq!(ClinicForm::open(&deep(200)).err(), Some(Unopened::TooDeep));
    assert_eq!(
        ClinicForm::open(&"[".repeat(900_000)).err(),
        Some(Unopened::TooDeep)
    );
}

#[test]
fn two_thousand_questions_are_read_and_worked_out_at_once() {
    let url =
        "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression";
    let sum = json!({ "language": "text/fhirpath", "expression": "%resource.item.answer.value.ordinal().sum()" });
    let mut items: Vec<Value> = (0..2_000)
        .map(|n| {
            let weight = json!([{ "url": "http://hl7.org/fhir/StructureDefinition/ordinalValue", "valueDecimal": 1 }]);
            let mut item = json!({ "linkId": n.to_string(), "type": "choice", "text": "?",
                "answerOption": [{ "valueCoding": { "code": "no" } }, { "valueCoding": { "code": "yes" }, "extension": weight }] });
            // Each depends on the one before.
            if n > 0 {
                item["enableWhen"] = json!([{ "question": (n - 1).to_string(), "operator": "=", "answerCoding": { "code": "yes" } }]);
            }
            item
        })
        .collect();
    items.push(json!({ "linkId": "sum", "type": "integer", "extension": [{ "url": url, "valueExpression": sum }] }));
    let began = Instant::now();
    let form = of_items(items.into());
    let mut given = answers(&[]);
    for n in 0..2_000 {
        given.insert(n.to_string(), vec!["1".to_owned()]);
    }
    let found = form.evaluate(&given);
    assert!(found.enabled.iter().all(|applies| *applies));
    assert_eq!(found.answers.get("sum"), Some(&vec!["2000".to_owned()]));
    given.insert("999".to_owned(), vec!["0".to_owned()]);
    let found = form.evaluate(&given);
    assert_eq!(
        found.enabled.iter().filter(|applies| **applies).count(),
        1_001
    );
    assert_eq!(found.answers.get("sum"), Some(&vec!["999".to_owned()]));
    // Unoptimised, and two cores shared with other tests.
    assert!(
        began.elapsed() < Duration::from_secs(5),
        "{:?}",
        began.elapsed()
    );
}

#[test]
fn formulas_that_would_never_end_are_cut_off() {
    let url =
        "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression";
    let with = |expression: &str| {
        let expression = json!({ "language": "text/fhirpath", "expression": expression });
        of_items(
            json!([{ "linkId": "a", "type": "integer" }, { "linkId": "x", "type": "integer", "extension": [{ "url": url, "valueExpression": expression }] }]),
        )
    };
    let nested = "%questionnaire.descendants().select(".repeat(9) + "1" + &")".repeat(9) + ".sum()";
    for expression in [
        "1.repeat(1)",
        "%resource.repeat($this)",
        nested.as_str(),
        &("(".repeat(100_000) + "1"),
        &"1 + ".repeat(100_000),
        &("-".repeat(100_000) + "1"),
    ] {
        let began = Instant::now();
        let found = computed(&with(expression), "x", &[("a", "1")]);
        assert!(matches!(found, Some(Outcome::NotComputed(_))), "{found:?}");
        assert!(
            began.elapsed() < Duration::from_secs(5),
            "{:?}",
            began.elapsed()
        );
    }
}

#[test]
fn groups_that_repeat_inside_each_other_have_an_end() {
    let mut group = json!({ "linkId": "9", "type": "string" });
    for n in (0..9).rev() {
        group =
            json!({ "linkId": n.to_string(), "type": "group", "repeats": true, "item": [group] });
    }
    let form = of_items(json!([group]));
    // Each time of each group wants 4 billion more.
    let mut given = answers(&[]);
    given.insert("0".to_owned(), vec!["4000000000".to_owned()]);
    for n in 1..9 {
        for turn in 0..20 {
            given.insert(format!("{n}\t{turn}"), vec!["4000000000".to_owned()]);
        }
    }
    assert!(form.evaluate(&given).places.len() <= 10_000);
}

#[test]
fn markup_stays_words() {
    let form = fixture("own-every-type");
    assert_eq!(
        super::item(&form.form, "why").text,
        "Why badly? <script>alert(1)</script>"
    );
    let form = fixture("q-with-invalid-xhtml");
    assert_eq!(
        super::item(&form.form, "item1-help").text,
        "A plain text instruction."
    );
}

#[test]
fn any_json_in_any_place_is_read_without_a_stop() {
    let odd = [
        json!(null),
        json!(true),
        json!(-1.5),
        json!("x"),
        json!([]),
        json!([[{}]]),
        json!({}),
        json!({ "a": [1] }),
    ];
    let whole = include_str!("../../../fixtures/clinic-forms/own-every-type.json");
    let whole: Value = serde_json::from_str(whole).unwrap();
    let mut paths = Vec::new();
    collect(&whole, String::new(), &mut paths);
    let mut opened = 0;
    for (n, path) in paths.iter().enumerate() {
        let mut spoilt = whole.clone();
        *spoilt.pointer_mut(path).unwrap() = odd[n % odd.len()].clone();
        if let Ok(form) = ClinicForm::open(&spoilt.to_string()) {
            form.evaluate(&tailored::domain::clinic_form::answers::initial(&form.form));
            opened += 1;
        }
    }
    assert!(
        paths.len() > 350 && opened > paths.len() / 2,
        "{opened} of {}",
        paths.len()
    );
}

fn collect(json: &Value, path: String, paths: &mut Vec<String>) {
    paths.push(path.clone());
    match json {
        Value::Object(members) => {
            for (name, inner) in members {
                let name = name.replace('~', "~0").replace('/', "~1");
                collect(inner, format!("{path}/{name}"), paths);
            }
        }
        Value::Array(many) => {
            for (n, inner) in many.iter().enumerate() {
                collect(inner, format!("{path}/{n}"), paths);
            }
        }
        _ => {}
    }
}
