//! The answers as a QuestionnaireResponse: complete, only what applies, and the same when it is read again.

use serde_json::{Value, json};
use tailored::domain::clinic_form::answers::initial;
use tailored::exchange::clinic_form::{ClinicForm, read_response};

use super::{answers, fixture};

const MOMENT: &str = "2026-11-30T10:20:00+01:00";

fn response(form: &ClinicForm, given: &[(&str, &str)]) -> Value {
    serde_json::from_str(&form.response(&answers(given), MOMENT)).unwrap()
}

/// All answers of an item, wherever it is.
fn said(json: &Value, link_id: &str) -> Vec<Value> {
    let mut found = Vec::new();
    for item in json["item"].as_array().into_iter().flatten() {
        let answers = item["answer"].as_array().into_iter().flatten();
        if item["linkId"] == link_id {
            found.extend(answers.clone().cloned());
        }
        found.extend(said(item, link_id));
        answers.for_each(|answer| found.extend(said(answer, link_id)));
    }
    found
}

const GIVEN: &[(&str, &str)] = &[
    ("now", "7"),
    ("sleep", "1"),
    ("where", "0 + 1"),
    ("other", "=A walk"),
    ("why", "Noise"),
    ("yes", "false"),
    ("decimal", "170,5"),
    ("date", "2024-02-29"),
    ("time", "08:30"),
    ("moment", "2026-11-29T23:05"),
    ("address", "https://example.org/"),
    ("weight", "70 kilograms"),
    ("number", "0"),
    ("falls", "2"),
    ("fall-hurt\t0", "false"),
    ("fall-hurt\t1", "true"),
    ("fall-where\t1", "Kitchen"),
    ("several", "one + two"),
    ("of-each", "both"),
    ("shown", "seven"),
    ("picture", "nothing that we take"),
];

#[test]
fn each_kind_of_answer_is_written_as_fhir_says() {
    let form = fixture("own-every-type");
    let json = response(&form, GIVEN);
    assert_eq!(json["resourceType"], "QuestionnaireResponse");
    assert_eq!(json["questionnaire"], "urn:example:every-type|1");
    assert_eq!(json["authored"], MOMENT);
    assert_eq!(json["status"], "completed");
    let coding = |system: &str, code: &str, display: &str| json!({ "valueCoding": { "system": system, "code": code, "display": display } });
    for (link_id, expected) in [
        ("now", json!([{ "valueInteger": 7 }])),
        (
            "sleep",
            json!([coding("urn:example:answers", "bad", "Badly")]),
        ),
        (
            "where",
            json!([
                coding("urn:example:parts", "arm", "Arm"),
                coding("urn:example:parts", "leg", "Leg")
            ]),
        ),
        ("other", json!([{ "valueString": "A walk" }])),
        ("yes", json!([{ "valueBoolean": false }])),
        ("decimal", json!([{ "valueDecimal": 170.5 }])),
        ("date", json!([{ "valueDate": "2024-02-29" }])),
        ("time", json!([{ "valueTime": "08:30:00" }])),
        (
            "moment",
            json!([{ "valueDateTime": "2026-11-29T23:05:00+01:00" }]),
        ),
        ("address", json!([{ "valueUri": "https://example.org/" }])),
        (
            "weight",
            json!([{ "valueQuantity": { "value": 70, "unit": "kilograms", "system": "http://unitsofmeasure.org", "code": "kg" } }]),
        ),
        ("number", json!([{ "valueInteger": 1 }])),
        ("fall-where", json!([{ "valueString": "Kitchen" }])),
        ("sum", json!([{ "valueDecimal": 3 }])),
        ("cut", json!([])),
        ("picture", json!([])),
    ] {
        assert_eq!(Value::from(said(&json, link_id)), expected, "{link_id}");
    }
    // What belongs to a question stands in its answer.
    let several = json["item"][2]["item"]
        .as_array()
        .unwrap()
        .iter()
        .find(|item| item["linkId"] == "several")
        .unwrap();
    assert_eq!(
        several["answer"][0]["item"][0]["answer"][0]["valueString"],
        "both"
    );
    assert!(several["answer"][1].get("item").is_none());
}

#[test]
fn what_does_not_apply_and_what_is_wanted_decide_what_is_written() {
    let form = fixture("own-every-type");
    let json = response(&form, &[("why", "Noise"), ("now", "11")]);
    assert_eq!(
        json["status"], "in-progress",
        "a required answer is missing"
    );
    assert_eq!(said(&json, "why"), [] as [Value; 0], "it does not apply");
    assert_eq!(said(&json, "now"), [] as [Value; 0], "there is no 11 of 10");
}

#[test]
fn what_was_written_is_read_again() {
    let form = fixture("own-every-type");
    let text = form.response(&answers(GIVEN), MOMENT);
    let (read, left) = read_response(&form.form, &text).unwrap();
    assert_eq!(left, [] as [&str; 0]);
    let again = form.response(&read, MOMENT);
    assert_eq!(again, text);
    // What the form fills in is there too.
    let calculated = fixture("questionnaire-initialx");
    let text = calculated.response(&initial(&calculated.form), MOMENT);
    let (read, left) = read_response(&calculated.form, &text).unwrap();
    assert_eq!((read, left), (initial(&calculated.form), Vec::new()));
}

#[test]
fn what_of_a_response_is_not_taken_is_named() {
    let form = fixture("own-every-type");
    let text = json!({ "resourceType": "QuestionnaireResponse", "item": [
        { "linkId": "elsewhere", "answer": [{ "valueString": "x" }] },
        { "linkId": "pain", "item": [
            { "linkId": "now", "answer": [{ "valueString": "seven" }] },
            { "linkId": "sleep", "answer": [{ "valueCoding": { "code": "dreams" } }] },
            { "linkId": "older", "answer": [{ "valueBoolean": true }] },
        ] },
    ] });
    let (read, mut left) = read_response(&form.form, &text.to_string()).unwrap();
    left.sort();
    assert_eq!(left, ["elsewhere", "now", "older", "sleep"]);
    assert!(read.is_empty());
    assert!(read_response(&form.form, "{}").is_err());
    assert!(read_response(&form.form, "not JSON").is_err());
}
