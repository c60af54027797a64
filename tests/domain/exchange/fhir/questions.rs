//! The questions: when they are asked, what their options and numbers mean.

use std::collections::BTreeSet;

use serde_json::{Value, json};
use tailored::domain::questionnaire::model::{Answer, SafetyAnswer};
use tailored::domain::questionnaire::response::Response;
use tailored::exchange::fhir::FhirOptions;
use tailored::knowledge::{ITEMS, ItemKind, SAFETY_QUESTIONS};

use super::{all, answered, case, day, everything, item, link_ids, made, of_backup, under};
use crate::flow::{choices, place, told};

fn questionnaire() -> Value {
    let bundle = made(&Response::default(), FhirOptions::default());
    all(&bundle, "Questionnaire")[0].clone()
}

/// The FHIRPath under which an item is asked.
fn expression(question: &Value) -> Option<&str> {
    let extensions = question["extension"].as_array()?;
    let condition = extensions.iter().find(|extension| {
        extension["url"]
            .as_str()
            .unwrap()
            .ends_with("enableWhenExpression")
    })?;
    condition["valueExpression"]["expression"].as_str()
}

#[test]
fn every_condition_is_there_in_the_one_form_or_in_the_other() {
    let questionnaire = questionnaire();
    let (mut plain, mut written) = (0, 0);
    for known in ITEMS.iter() {
        let question = item(&questionnaire, known.id).unwrap();
        let (is_plain, is_written) = (
            question["enableWhen"].is_array(),
            expression(question).is_some(),
        );
        let conditional =
            known.when.is_some() || known.unless.is_some() || known.if_several.is_some();
        assert!(!(is_plain && is_written), "{}: both", known.id);
        assert_eq!(is_plain || is_written, conditional, "{}", known.id);
        plain += usize::from(is_plain);
        written += usize::from(is_written);
    }
    // A fact base that grows changes the numbers; that both forms are there must not.
    assert!(plain >= 14 && written >= 28, "{plain}, {written}");
    // Every question that a condition names is there, and every variable.
    let ids = link_ids(&questionnaire);
    let mut questions = Vec::new();
    under(&questionnaire, "question", &mut questions);
    assert!(
        questions
            .iter()
            .all(|id| ids.contains(id.as_str().unwrap()))
    );
    let mut expressions = Vec::new();
    under(&questionnaire, "expression", &mut expressions);
    let mut named = Vec::new();
    under(&questionnaire["extension"], "name", &mut named);
    let named: BTreeSet<&str> = named.iter().map(|name| name.as_str().unwrap()).collect();
    for expression in expressions {
        let text = expression.as_str().unwrap();
        for used in text.split('%').skip(1) {
            let name: String = used
                .chars()
                .take_while(char::is_ascii_alphanumeric)
                .collect();
            assert!(
                name == "resource" || named.contains(name.as_str()),
                "{name} in {text}"
            );
        }
        for used in text.split("linkId = '").skip(1) {
            let id = used.split('\'').next().unwrap();
            assert!(ids.contains(id), "{id} in {text}");
        }
    }
}

#[test]
fn a_condition_reads_as_its_rule_does() {
    let questionnaire = questionnaire();
    let find = |id: &str| item(&questionnaire, id).unwrap();
    let joints = find("joint.stiff");
    assert_eq!(joints["enableBehavior"], "any");
    let knee = |question: &str| json!({ "question": question, "operator": "=", "answerCoding": { "system": "urn:tailored:own-checks", "code": "knee" } });
    assert_eq!(joints["enableWhen"][0], knee("map.areas"));
    assert_eq!(joints["enableWhen"][1], knee("derived.sites"));
    let weeks = find("back.legweeks");
    assert_eq!(weeks["enableWhen"][0]["question"], "back.leg");
    assert_eq!(weeks["enableWhen"][0]["answerCoding"]["code"], "yes");
    // A default, numbers, "not": nothing that was not answered decides by being absent.
    assert_eq!(
        expression(find("about.pregnancy")),
        Some(
            "((iif(%sexAtBirth.exists(), %sexAtBirth, 'not_said') != 'male') and (iif(%age.exists(), %age, 40) < 56))"
        )
    );
    assert_eq!(
        expression(find("head.migdays")),
        Some("(%headacheDays >= 1)")
    );
    assert!(
        expression(find("about.helper"))
            .unwrap()
            .contains("where($this in ('self')).empty()")
    );
}

#[test]
fn places_of_the_map_are_known_to_the_conditions() {
    // The list says one thing, the map another.
    let response = told([
        ("map.areas", choices(&["head"])),
        ("map.all", Answer::Sites(vec![place("knee")])),
        ("joint.stiff", Answer::Number("20".to_owned())),
    ]);
    let bundle = made(&response, FhirOptions::default());
    let codes: Vec<&str> = answered(&bundle, "derived.sites").unwrap()["answer"]
        .as_array()
        .unwrap()
        .iter()
        .map(|answer| answer["valueCoding"]["code"].as_str().unwrap())
        .collect();
    assert_eq!(codes, ["head", "knee"]);
    assert!(answered(&bundle, "joint.stiff").is_some());
    // The case: "nearly everywhere" in the list, four places on the map.
    let bundle = of_backup(
        case!("fhir-enablewhen"),
        day(11, 23),
        FhirOptions::default(),
    );
    let sites = answered(&bundle, "derived.sites").unwrap().to_string();
    for site in ["neck", "low_back", "leg", "shoulder_arm", "widespread"] {
        assert!(sites.contains(&format!("\"{site}\"")), "{site}");
    }
    assert_eq!(
        answered(&bundle, "derived.regions").unwrap()["answer"][0]["valueInteger"],
        5
    );
}

#[test]
fn steps_say_what_they_mean() {
    let response = told([
        ("life.alcohol_often", Answer::Level(3)),
        ("life.alcohol_drinks", Answer::Level(0)),
        ("mood.sad", Answer::Level(2)),
        ("pain.avg7", Answer::Level(0)),
    ]);
    let bundle = made(&response, everything());
    let display = |id: &str| answered(&bundle, id).unwrap()["answer"][0]["valueCoding"].clone();
    assert_eq!(display("life.alcohol_drinks")["display"], "1 or 2");
    assert_eq!(
        display("life.alcohol_often")["display"],
        "2 or 3 times a week"
    );
    assert_eq!(display("mood.sad")["display"], "More days than not");
    assert_eq!(display("mood.sad")["extension"][0]["valueDecimal"], 2);
    // A scale has words at its ends, and a least and a most.
    let questionnaire = all(&bundle, "Questionnaire")[0];
    let scale = item(questionnaire, "pain.avg7").unwrap();
    assert_eq!(scale["type"], "integer");
    assert_eq!(scale["item"][1]["text"], "10 is the worst I can think of");
    assert_eq!(scale["extension"][1]["valueInteger"], 10);
    assert_eq!(
        answered(&bundle, "pain.avg7").unwrap()["answer"][0]["valueInteger"],
        0
    );
    let sure = item(questionnaire, "mind.useful").unwrap();
    assert_eq!(sure["extension"][1]["valueInteger"], 6);
}

#[test]
fn every_number_of_the_questionnaire_has_a_unit() {
    let questionnaire = questionnaire();
    let numbers = ITEMS
        .iter()
        .filter(|item| matches!(item.kind, ItemKind::Number | ItemKind::Numbers));
    let mut units = Vec::new();
    for number in numbers {
        units.clear();
        under(
            item(&questionnaire, number.id).unwrap(),
            "valueCoding",
            &mut units,
        );
        assert!(!units.is_empty(), "{}", number.id);
        for unit in &units {
            assert_eq!(unit["system"], "http://unitsofmeasure.org", "{}", number.id);
            assert_ne!(unit["code"], "1", "{}", number.id);
        }
    }
}

#[test]
fn numbers_are_quantities() {
    let response = told([
        ("about.age", Answer::Number("52".to_owned())),
        ("life.activity", Answer::Number("60".to_owned())),
        ("sleep.nights", Answer::Number("4".to_owned())),
        (
            "pain.duration",
            Answer::Duration {
                years: "3".to_owned(),
                months: "6".to_owned(),
            },
        ),
        ("map.areas", choices(&["knee"])),
        (
            "about.body",
            Answer::Body {
                height_cm: "171".to_owned(),
                weight_kg: "82,5".to_owned(),
            },
        ),
    ]);
    let bundle = made(&response, FhirOptions::default());
    let quantity = |id: &str| {
        let quantity = &answered(&bundle, id).unwrap()["answer"][0]["valueQuantity"];
        (
            quantity["value"].clone(),
            quantity["code"].as_str().unwrap().to_owned(),
        )
    };
    assert_eq!(quantity("about.age"), (json!(52), "a".to_owned()));
    assert_eq!(quantity("life.activity"), (json!(60), "min/wk".to_owned()));
    assert_eq!(
        quantity("sleep.nights"),
        (json!(4), "{night}/wk".to_owned())
    );
    assert_eq!(quantity("pain.duration.years"), (json!(3), "a".to_owned()));
    assert_eq!(
        quantity("pain.duration.months"),
        (json!(6), "mo".to_owned())
    );
    assert_eq!(
        quantity("about.body.weight"),
        (json!(82.5), "kg".to_owned())
    );
}

#[test]
fn answers_about_warning_signs_say_what_they_mean() {
    let questionnaire = questionnaire();
    for question in &SAFETY_QUESTIONS {
        let options = item(&questionnaire, question.id).unwrap()["answerOption"]
            .as_array()
            .unwrap();
        assert!(options.len() >= 3, "{}", question.id);
        assert!(
            options
                .iter()
                .all(|option| option["valueCoding"]["display"].is_string()),
            "{}",
            question.id
        );
    }
    let bundle = of_backup(
        case!("warning-sign-fired"),
        day(11, 23),
        FhirOptions::default(),
    );
    let bladder = answered(&bundle, "q_ces_bladder").unwrap();
    assert_eq!(
        bladder["answer"][0]["valueCoding"]["code"],
        SafetyAnswer::New.word()
    );
    assert_eq!(
        bladder["answer"][0]["valueCoding"]["display"],
        "Yes, it began or clearly got worse in the 14 days before this answer"
    );
}
