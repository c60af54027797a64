//! Which questions apply: every operator, all and any, what is inside, what repeats, and circles.

use serde_json::{Value, json};
use tailored::domain::clinic_form::ProblemKind as P;

use super::{enabled, fixture, kinds, of_items};

/// Whether the second item applies, by the condition and the answer to the first.
fn applies(kind: &str, condition: Value, typed: Option<&str>) -> bool {
    let mut condition = condition;
    condition["question"] = "a".into();
    let options = match kind {
        "choice" => {
            json!([{ "valueCoding": { "system": "s", "code": "x" } }, { "valueCoding": { "system": "s", "code": "y" } }])
        }
        _ => json!([]),
    };
    let form = of_items(json!([
        { "linkId": "a", "type": kind, "repeats": true, "answerOption": options },
        { "linkId": "b", "type": "string", "enableWhen": [condition] },
    ]));
    assert_eq!(kinds(&form.form, "b"), []);
    let given: Vec<(&str, &str)> = typed.map(|typed| ("a", typed)).into_iter().collect();
    enabled(&form, &given).contains(&"b".to_owned())
}

#[test]
fn every_operator_holds_for_what_it_says() {
    // Operator; below, equal, above.
    let table = [
        ("=", [false, true, false]),
        ("!=", [true, false, true]),
        (">", [false, false, true]),
        ("<", [true, false, false]),
        (">=", [false, true, true]),
        ("<=", [true, true, false]),
    ];
    for (operator, expected) in table {
        for (kind, name, wanted, typed) in [
            ("integer", "answerInteger", json!(5), ["4", "5", "6"]),
            (
                "decimal",
                "answerDecimal",
                json!(0.5),
                ["0.25", "0.50", "10"],
            ),
            (
                "date",
                "answerDate",
                json!("2024-03-01"),
                ["2024-02-29", "2024-03-01", "2025-01-01"],
            ),
            (
                "time",
                "answerTime",
                json!("09:00:00"),
                ["08:59", "09:00", "10:00"],
            ),
            ("string", "answerString", json!("m"), ["a", "m", "z"]),
            (
                "quantity",
                "answerQuantity",
                json!({ "value": 70, "unit": "kg" }),
                ["69 kg", "70 kg", "70.5 kg"],
            ),
        ] {
            for (typed, expected) in typed.into_iter().zip(expected) {
                let condition = json!({ "operator": operator, name: wanted });
                assert_eq!(
                    applies(kind, condition, Some(typed)),
                    expected,
                    "{typed} {operator} {wanted}"
                );
            }
        }
    }
}

#[test]
fn no_answer_passes_only_what_asks_for_none() {
    for (operator, expected) in [
        ("=", false),
        ("!=", true),
        (">", false),
        ("<", false),
        (">=", false),
        ("<=", false),
    ] {
        let condition = json!({ "operator": operator, "answerInteger": 5 });
        assert_eq!(applies("integer", condition, None), expected, "{operator}");
    }
    for exists in [true, false] {
        let condition = json!({ "operator": "exists", "answerBoolean": exists });
        assert_eq!(applies("integer", condition.clone(), None), !exists);
        assert_eq!(applies("integer", condition.clone(), Some("0")), exists);
        assert_eq!(applies("integer", condition, Some("not a number")), !exists);
    }
}

#[test]
fn of_several_answers_one_is_enough_and_for_not_equal_none_may_be_it() {
    let coding = |operator: &str| json!({ "operator": operator, "answerCoding": { "code": "x" } });
    assert!(applies("choice", coding("="), Some("0 + 1")));
    assert!(!applies("choice", coding("!="), Some("0 + 1")));
    assert!(applies("choice", coding("!="), Some("1")));
    assert!(applies(
        "integer",
        json!({ "operator": ">", "answerInteger": 5 }),
        Some("1 + 9")
    ));
}

#[test]
fn amounts_of_different_units_have_no_order() {
    let condition = |operator: &str| json!({ "operator": operator, "answerQuantity": { "value": 70, "unit": "kg" } });
    assert!(!applies("quantity", condition(">"), Some("200 g")));
    assert!(!applies("quantity", condition("<"), Some("200 g")));
}

fn two_conditions(behavior: &str) -> super::ClinicForm {
    let is_true = |id: &str| json!({ "question": id, "operator": "=", "answerBoolean": true });
    of_items(json!([
        { "linkId": "a", "type": "boolean" },
        { "linkId": "b", "type": "boolean" },
        { "linkId": "c", "type": "string", "enableBehavior": behavior, "enableWhen": [is_true("a"), is_true("b")] },
    ]))
}

#[test]
fn all_and_any_are_told_apart() {
    let has = |behavior: &str, given: &[(&str, &str)]| {
        enabled(&two_conditions(behavior), given).contains(&"c".to_owned())
    };
    assert!(!has("all", &[("a", "true")]));
    assert!(has("all", &[("a", "true"), ("b", "true")]));
    assert!(has("any", &[("b", "true")]));
    assert!(!has("any", &[("b", "false")]));
    // Without the word it is not guessed: the item is asked, and that is said.
    assert_eq!(kinds(&two_conditions("").form, "c"), [P::ConditionUnread]);
    assert!(has("", &[]));
}

#[test]
fn what_does_not_apply_hides_what_is_inside_and_its_answers_do_not_count() {
    let form = fixture("q-with-nested-enableWhen");
    // "d1" and "dd1" apply when something is not "A", so nothing but the group around them can hide them.
    assert_eq!(enabled(&form, &[]), ["p1"]);
    assert_eq!(
        enabled(&form, &[("p1", "0")]),
        ["p1", "g1", "c1", "d1", "g2", "cc1", "dd1"]
    );
    assert_eq!(
        enabled(&form, &[("p1", "0"), ("c1", "0")]),
        ["p1", "g1", "c1", "g2", "cc1", "dd1"]
    );
    // A chain: each is answered, and with the first the rest goes.
    let next = |id: &str, before: &str| json!({ "linkId": id, "type": "boolean", "enableWhen": [{ "question": before, "operator": "=", "answerBoolean": true }] });
    let chain =
        of_items(json!([next("c", "b"), next("b", "a"), { "linkId": "a", "type": "boolean" }]));
    let all = [("a", "true"), ("b", "true"), ("c", "true")];
    assert_eq!(enabled(&chain, &all), ["c", "b", "a"]);
    assert_eq!(
        enabled(&chain, &[("a", "false"), ("b", "true"), ("c", "true")]),
        ["b", "a"][1..]
    );
}

#[test]
fn in_a_group_that_repeats_each_time_asks_its_own() {
    let form = fixture("own-every-type");
    let given = [
        ("falls", "3"),
        ("fall-hurt\t0", "true"),
        ("fall-hurt\t2", "true"),
    ];
    let found = form.evaluate(&super::answers(&given));
    let shown: Vec<&str> = found
        .places
        .iter()
        .zip(&found.enabled)
        .filter(|(place, applies)| **applies && form.form.items[place.item].link_id == "fall-where")
        .map(|(place, _)| place.key.as_str())
        .collect();
    assert_eq!(shown, ["fall-where\t0", "fall-where\t2"]);
}

#[test]
fn circles_are_named_and_what_is_in_them_is_asked() {
    let form = fixture("q-enableWhen-with-reference-loop");
    assert_eq!(
        enabled(&form, &[("item3", "true")]),
        ["item1", "item2", "item3"]
    );
    for id in ["item1", "item2", "item3"] {
        assert_eq!(kinds(&form.form, id), [P::Circle], "{id}");
    }
    let when = |id: &str, of: &str| json!({ "linkId": id, "type": "boolean", "enableWhen": [{ "question": of, "operator": "=", "answerBoolean": true }] });
    // On itself; by the group that it is in; and behind a circle, which is no circle itself.
    let mut group = when("group", "inner");
    group["type"] = "group".into();
    group["item"] = json!([{ "linkId": "inner", "type": "boolean" }]);
    let form = of_items(json!([
        when("self", "self"),
        group,
        when("x", "y"),
        when("y", "x"),
        when("behind", "x")
    ]));
    for (id, expected) in [
        ("self", true),
        ("group", true),
        ("inner", false),
        ("x", true),
        ("y", true),
        ("behind", false),
    ] {
        let expected: &[P] = if expected { &[P::Circle] } else { &[] };
        assert_eq!(kinds(&form.form, id), expected, "{id}");
    }
    assert_eq!(enabled(&form, &[]), ["self", "group", "inner", "x", "y"]);
    assert!(enabled(&form, &[("x", "true")]).contains(&"behind".to_owned()));
}
