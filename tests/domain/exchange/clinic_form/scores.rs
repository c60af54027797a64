//! What the formulas of forms give: the right number, or the word that it could not be worked out; never a guess.

use serde_json::json;
use tailored::exchange::clinic_form::{ClinicForm, Outcome};

use super::{computed, enabled, fixture, gives, of_items};

/// The answers to nine questions of the PHQ-9, by the number of the option.
fn phq9(options: [usize; 9]) -> Vec<(String, String)> {
    let ids = [
        "/44250-9", "/44255-8", "/44259-0", "/44254-1", "/44251-7", "/44258-2", "/44252-5",
        "/44253-3", "/44260-8",
    ];
    let pairs = ids.into_iter().zip(options);
    pairs
        .map(|(id, option)| (id.to_owned(), option.to_string()))
        .collect()
}

fn given(pairs: &[(String, String)]) -> Vec<(&str, &str)> {
    pairs
        .iter()
        .map(|(id, typed)| (id.as_str(), typed.as_str()))
        .collect()
}

#[test]
fn the_phq_9_is_the_sum_of_its_ordinals() {
    let form = fixture("phq9");
    let total = |options| computed(&form, "/44261-6", &given(&phq9(options)));
    assert_eq!(total([0; 9]), gives(&["0"]));
    assert_eq!(total([3; 9]), gives(&["27"]));
    assert_eq!(total([0, 1, 2, 3, 0, 1, 2, 3, 1]), gives(&["13"]));
    // Some answered: the form counts the others as 0. None answered: it gives nothing, which is not 0.
    assert_eq!(
        computed(&form, "/44261-6", &[("/44250-9", "2")]),
        gives(&["2"])
    );
    assert_eq!(computed(&form, "/44261-6", &[]), gives(&[]));
}

#[test]
fn the_apgar_score_waits_for_all_five() {
    let form = fixture("apgar-with-itemWeight-variable");
    let mut all = vec![
        ("32406-1", "2"),
        ("32407-9", "1"),
        ("32408-7", "0"),
        ("32409-5", "2"),
        ("32410-3", "1"),
    ];
    assert_eq!(computed(&form, "9272-6", &all), gives(&["6"]));
    all.pop();
    assert_eq!(computed(&form, "9272-6", &all), gives(&[]));
}

#[test]
fn a_total_can_decide_what_applies() {
    let form = fixture("own-every-type");
    let has_word = |given: &[(&str, &str)]| enabled(&form, given).contains(&"high".to_owned());
    assert_eq!(
        computed(&form, "sum", &[("sleep", "1"), ("often", "1")]),
        gives(&["5.5"])
    );
    assert!(has_word(&[("sleep", "1")]));
    assert!(!has_word(&[("often", "1")]));
    // By a formula, too.
    assert!(enabled(&form, &[("now", "7")]).contains(&"shown".to_owned()));
    assert!(!enabled(&form, &[("now", "6")]).contains(&"shown".to_owned()));
    assert!(!enabled(&form, &[]).contains(&"shown".to_owned()));
}

/// A form with two numbers and a formula.
fn with(formula: &str) -> ClinicForm {
    let url =
        "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression";
    let expression = json!({ "language": "text/fhirpath", "expression": formula });
    of_items(json!([
        { "linkId": "a", "type": "integer" },
        { "linkId": "b", "type": "decimal", "repeats": true },
        { "linkId": "total", "type": "decimal", "extension": [{ "url": url, "valueExpression": expression }] },
    ]))
}

fn total(formula: &str, typed: &[(&str, &str)]) -> Option<Outcome> {
    computed(&with(formula), "total", typed)
}

#[test]
fn arithmetic_binds_and_rounds_as_fhirpath_says() {
    let a = "%resource.item.where(linkId='a').answer.value";
    let b = "%resource.item.where(linkId='b').answer.value";
    let both = [("a", "7"), ("b", "0.1 + 0.2")];
    for (formula, expected) in [
        (format!("{a} + 2 * 3"), "13"),
        (format!("({a} + 2) * 3"), "27"),
        (format!("-{a} + 10"), "3"),
        (format!("{a} - 1 - 1"), "5"),
        (format!("{a} div 2"), "3"),
        (format!("{a} mod 4"), "3"),
        (format!("{a} / 4"), "1.75"),
        (format!("{b}.sum()"), "0.3"),
        (format!("{b}.avg()"), "0.15"),
        (format!("{b}.max() + {b}.min()"), "0.3"),
        (format!("{b}.count()"), "2"),
        (format!("({a} / 3).round(2)"), "2.33"),
        (format!("{b}.aggregate($total + $this, 1)"), "1.3"),
        (format!("{b}[1]"), "0.2"),
        (format!("{b}.first()"), "0.1"),
        (format!("{b}.last()"), "0.2"),
        (format!("iif({a} > 5 and {b}.exists(), 1, 2)"), "1"),
        (format!("iif({a} > 5 implies {b}.empty(), 1, 2)"), "2"),
        (format!("iif({b}.all($this < 1), 1, 2)"), "1"),
        (format!("iif({b}.where($this > 0.15).exists(), 1, 2)"), "1"),
        (format!("iif(7 in {a}, 1, 2)"), "1"),
        (format!("({a} | {b} | {a}).count()"), "3"),
        (
            "%resource.repeat(item).where(linkId = 'a').answer.value.select($this * 2)".to_owned(),
            "14",
        ),
        ("/* */ 1".to_owned(), ""),
    ] {
        match expected {
            "" => assert!(
                matches!(total(&formula, &both), Some(Outcome::NotComputed(_))),
                "{formula}"
            ),
            expected => assert_eq!(total(&formula, &both), gives(&[expected]), "{formula}"),
        }
    }
    // Nothing plus a number is nothing, and so is division by nothing.
    assert_eq!(total(&format!("{a} + 1"), &[]), gives(&[]));
    assert_eq!(total("1 / 0", &[]), gives(&[]));
}

#[test]
fn what_is_beyond_us_is_named_and_no_number_is_given() {
    for (formula, about) in [
        ("today()", "today()"),
        ("%patient.birthDate", "%patient"),
        ("@2024-01-01", "@2024-01-01"),
        ("1 +", ""),
        ("(1 + 2", ""),
        ("1 as Quantity", "as Quantity"),
        ("'a' + 1", "\"a\""),
        ("%resource.item.where(linkId='b').answer.value", "2 ≠ 1"),
        ("'seven'", "\"seven\""),
        ("'open", "'open"),
        ("", ""),
    ] {
        let found = total(formula, &[("b", "1 + 2")]);
        assert_eq!(
            found,
            Some(Outcome::NotComputed(about.to_owned())),
            "{formula}"
        );
    }
}

#[test]
fn totals_of_totals_are_worked_out_and_totals_in_a_circle_named() {
    let url =
        "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression";
    let sum = |id: &str, of: &str| {
        let expression = format!("%resource.item.where(linkId='{of}').answer.value + 1");
        let expression = json!({ "language": "text/fhirpath", "expression": expression });
        json!({ "linkId": id, "type": "integer", "extension": [{ "url": url, "valueExpression": expression }] })
    };
    let chain = of_items(
        json!([sum("d", "c"), sum("c", "b"), sum("b", "a"), { "linkId": "a", "type": "integer" }]),
    );
    assert_eq!(computed(&chain, "d", &[("a", "1")]), gives(&["4"]));
    let zero = json!({ "language": "text/fhirpath", "expression": "iif(%resource.item.where(linkId='x').answer.value.exists(), %resource.item.where(linkId='x').answer.value + 1, 0)" });
    let grows = of_items(
        json!([{ "linkId": "x", "type": "integer", "extension": [{ "url": url, "valueExpression": zero }] }]),
    );
    assert!(matches!(
        computed(&grows, "x", &[]),
        Some(Outcome::NotComputed(_))
    ));
}

#[test]
fn a_code_with_two_weights_is_not_guessed() {
    let url =
        "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression";
    let expression = json!({ "language": "text/fhirpath", "expression": "%resource.item.answer.value.ordinal().sum()" });
    let question = |id: &str, weight: f64| {
        let weight = json!([{ "url": "http://hl7.org/fhir/StructureDefinition/ordinalValue", "valueDecimal": weight }]);
        json!({ "linkId": id, "type": "choice", "answerOption": [{ "valueCoding": { "code": "yes" }, "extension": weight }] })
    };
    let form = |other: f64| {
        of_items(json!([question("a", 1.0), question("b", other),
            { "linkId": "sum", "type": "decimal", "extension": [{ "url": url, "valueExpression": expression }] }]))
    };
    let typed = [("a", "0"), ("b", "0")];
    assert_eq!(computed(&form(1.0), "sum", &typed), gives(&["2"]));
    assert!(matches!(
        computed(&form(2.0), "sum", &typed),
        Some(Outcome::NotComputed(_))
    ));
}

#[test]
fn words_and_codes_can_be_computed_too() {
    let form = fixture("questionnaire-calculatedExpression");
    assert_eq!(computed(&form, "/type-integer", &[]), gives(&["123"]));
    assert_eq!(computed(&form, "/type-string", &[]), gives(&["abc123"]));
    assert_eq!(
        computed(&form, "repeating-string", &[("string-to-split", "xyz")]),
        gives(&["x", "y", "z"])
    );
    assert_eq!(computed(&form, "repeating-choice", &[]), gives(&["0", "1"]));
    assert_eq!(
        computed(&form, "repeating-choice", &[("oneCoding", "0")]),
        gives(&["0"])
    );
}

#[test]
fn answers_that_do_not_apply_are_not_in_a_total() {
    let url =
        "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression";
    let expression = json!({ "language": "text/fhirpath", "expression": "%resource.item.where(linkId='a' or linkId='b').answer.value.sum()" });
    let form = of_items(json!([
        { "linkId": "more", "type": "boolean" },
        { "linkId": "a", "type": "integer" },
        { "linkId": "b", "type": "integer", "enableWhen": [{ "question": "more", "operator": "=", "answerBoolean": true }] },
        { "linkId": "total", "type": "integer", "extension": [{ "url": url, "valueExpression": expression }] },
    ]));
    let typed = [("a", "1"), ("b", "2")];
    assert_eq!(computed(&form, "total", &typed), gives(&["1"]));
    assert_eq!(
        computed(&form, "total", &[typed[0], typed[1], ("more", "true")]),
        gives(&["3"])
    );
}
