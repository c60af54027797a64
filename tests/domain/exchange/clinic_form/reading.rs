//! What is read of a form, and that nothing of it is skipped silently.

use serde_json::json;
use tailored::domain::clinic_form::{Kind, ProblemKind as P};
use tailored::i18n::{Lang, form_words};

use super::{fixture, item, kinds, of_items, published};

#[test]
fn each_item_of_each_form_is_there_with_its_words() {
    let expected = [
        ("apgar-with-itemWeight-variable", 6),
        ("argonaut-phq9-ish", 14),
        ("enableWhen-test.R4", 85),
        ("open-choice", 18),
        ("own-every-type", 46),
        ("phq9", 11),
        ("tables", 18),
        ("ussg-fhp", 33),
    ];
    let forms = published();
    for (name, n) in expected {
        let form = &forms
            .iter()
            .find(|(found, _)| found == name)
            .unwrap()
            .1
            .form;
        assert_eq!(form.items.len(), n, "{name}");
        assert_eq!(form.order.len(), n, "{name}: each item is looked at");
    }
}

#[test]
fn what_cannot_be_done_is_named_item_by_item() {
    let form = fixture("own-every-type").form;
    for (link_id, kind, stops) in [
        ("picture", P::File, true),
        ("doctor", P::Reference, true),
        ("unknown", P::UnknownType, true),
        ("sign", P::Signature, true),
        ("changed", P::ModifierExtension, true),
        ("far", P::ListElsewhere, true),
        ("far-open", P::ListElsewhere, false),
        ("gone", P::ListMissing, true),
        ("described", P::ListDescribed, true),
        ("empty", P::NoOptions, true),
        ("", P::NoLinkId, true),
        ("nowhere", P::ConditionNowhere, false),
        ("odd", P::ConditionUnread, false),
        ("record", P::FilledFromRecord, false),
        ("rule", P::NotChecked, false),
        ("inside-words", P::Misplaced, true),
        ("of-each", P::AskedOnce, false),
        ("shown-not", P::ConditionFormula, false),
        ("cut", P::NotComputed, false),
    ] {
        assert_eq!(kinds(&form, link_id), [kind], "{link_id}");
        assert_eq!(item(&form, link_id).is_stopped(), stops, "{link_id}");
    }
    // The second of two with one id is the one that is named.
    assert_eq!(kinds(&form, "sleep"), []);
    let second = form
        .items
        .iter()
        .rev()
        .find(|item| item.link_id == "sleep")
        .unwrap();
    assert_eq!(second.problems[0].kind, P::SameLinkId);
    let named = form
        .items
        .iter()
        .filter(|item| !item.problems.is_empty())
        .count();
    assert_eq!(named, 20, "and nothing else has one");
}

#[test]
fn each_reason_is_a_sentence_that_names_what_it_is_about() {
    let mut n = 0;
    for (name, opened) in published() {
        let items = opened.form.items.iter();
        let problems = items
            .flat_map(|item| &item.problems)
            .chain(&opened.form.problems);
        for problem in problems {
            let words = (form_words(Lang::English).problem)(problem);
            assert!(words.ends_with('.'), "{name}: {words}");
            n += 1;
        }
    }
    assert!(n > 30);
}

#[test]
fn options_come_from_the_question_and_from_lists_in_the_form() {
    let form = fixture("own-every-type").form;
    let labels = |link_id: &str| -> Vec<String> {
        let options = &item(&form, link_id).options;
        options.iter().map(|option| option.label.clone()).collect()
    };
    assert_eq!(labels("sleep"), ["Well", "Badly"]);
    assert_eq!(labels("often"), ["Never", "Often"]);
    assert_eq!(labels("where"), ["Arm", "Leg"], "the heading is no answer");
    assert_eq!(labels("number"), ["1", "2"]);
    assert_eq!(item(&form, "number").initial, ["1"], "the second one");
    assert_eq!(item(&form, "pain").text, "A Your pain");
    // A list that is named by its address and stands in the form all the same.
    let argonaut = fixture("argonaut-phq9-ish").form;
    assert_eq!(item(&argonaut, "g1.q9").options.len(), 4);
    assert_eq!(kinds(&argonaut, "g1.q9"), []);
    assert!(!item(&argonaut, "g1.s").is_asked());
}

#[test]
fn an_answer_counts_within_the_limits_of_its_question() {
    let form = fixture("own-every-type").form;
    for (link_id, good, bad) in [
        ("now", ["0", "10"], ["11", "2.5"]),
        ("decimal", ["170", "170,5"], ["tall", "inf"]),
        ("date", ["2024-02-29", "2024"], ["2023-02-29", "29.2.2024"]),
        ("time", ["08:30", "23:59:59"], ["24:00", "half past"]),
        (
            "moment",
            ["2024-02-29T10:20", "2024-02-29"],
            ["2024-02-30T10:20", "now"],
        ),
        ("line", ["fünf!", "a"], ["longer", " "]),
        ("yes", ["true", "false"], ["yes", ""]),
        ("weight", ["70 kg", "70"], ["kg", "70kg"]),
        ("sleep", ["0", "1"], ["2", "=Own words"]),
        ("other", ["1", "=A walk"], ["2", "="]),
        ("why", ["x", "yy"], [&*"x".repeat(201).leak(), ""]),
    ] {
        for typed in good {
            assert!(
                item(&form, link_id).value(typed).is_some(),
                "{link_id}: {typed}"
            );
        }
        for typed in bad {
            assert_eq!(
                item(&form, link_id).value(typed),
                None,
                "{link_id}: {typed}"
            );
        }
    }
}

#[test]
fn every_type_of_r4_is_known() {
    let types = [
        ("group", Kind::Group),
        ("display", Kind::Display),
        ("boolean", Kind::Boolean),
        ("decimal", Kind::Decimal),
        ("integer", Kind::Integer),
        ("date", Kind::Date),
        ("dateTime", Kind::DateTime),
        ("time", Kind::Time),
        ("string", Kind::Line),
        ("text", Kind::Text),
        ("url", Kind::Url),
        ("choice", Kind::Choice),
        ("open-choice", Kind::Choice),
        ("quantity", Kind::Quantity),
    ];
    for (spelled, kind) in types {
        let form = of_items(json!([{ "linkId": "a", "type": spelled }])).form;
        assert_eq!(form.items[0].kind, kind, "{spelled}");
    }
}
