//! Reading a case on the command line: what cannot be meant so is refused in one line that names it.

use super::plan_case as case;

#[track_caller]
fn refused(text: &str, names: &str) {
    let message = case::read(text).unwrap_err();
    assert!(message.contains(names), "{message}");
    assert_eq!(message.lines().count(), 1, "{message}");
}

#[test]
fn an_absent_and_a_null_value_are_unknown() {
    for text in [
        "{}",
        r#"{"date":null,"facts":null,"safety":null}"#,
        r#"{"facts":{"age":null},"safety":{"q_pmr":null}}"#,
    ] {
        let (facts, answers) = case::read(text).unwrap();
        assert_eq!(facts, Default::default());
        assert_eq!(answers, Default::default());
    }
}

#[test]
fn a_name_that_does_not_exist_is_named() {
    refused(r#"{"fact":{}}"#, "fact: unknown name");
    refused(r#"{"facts":{"agee":1}}"#, "facts.agee: unknown name");
    refused(r#"{"facts":{"agee":null}}"#, "facts.agee");
    refused(r#"{"safety":{"q_none":"no"}}"#, "safety.q_none");
}

#[test]
fn a_derived_fact_cannot_be_given() {
    refused(r#"{"facts":{"impact_grade":2}}"#, "facts.impact_grade");
    refused(r#"{"facts":{"red_flag_head":true}}"#, "facts.red_flag_head");
}

#[test]
fn a_number_outside_the_range_of_its_fact_is_refused() {
    refused(
        r#"{"facts":{"age":111}}"#,
        "facts.age: impossible value 111",
    );
    refused(r#"{"facts":{"age":-1}}"#, "whole number from 0 to 110");
    refused(r#"{"facts":{"age":1.5}}"#, "facts.age");
    refused(r#"{"facts":{"bmi":-0.1}}"#, "facts.bmi");
    refused(r#"{"facts":{"bmi":1e400}}"#, "facts");
}

#[test]
fn a_value_of_another_kind_is_refused() {
    refused(r#"{"facts":{"age":"40"}}"#, "facts.age");
    refused(r#"{"facts":{"smokes":1}}"#, "facts.smokes");
    refused(r#"{"facts":{"region":["UK"]}}"#, "facts.region");
    refused(r#"{"facts":{"pain_sites":"head"}}"#, "facts.pain_sites");
    refused(r#"{"facts":{"pain_sites":[null]}}"#, "facts.pain_sites");
}

#[test]
fn a_word_that_the_fact_does_not_have_is_named() {
    refused(r#"{"facts":{"region":"Mars"}}"#, "\"Mars\"");
    refused(r#"{"facts":{"region":"head"}}"#, "\"head\"");
    refused(r#"{"facts":{"pain_sites":["head","bum"]}}"#, "\"bum\"");
    refused(r#"{"facts":{"pain_sites":["head","UK"]}}"#, "\"UK\"");
}

#[test]
fn an_answer_that_its_question_does_not_have_is_refused() {
    refused(r#"{"safety":{"q_ces_saddle":"yes"}}"#, "q_ces_saddle");
    refused(r#"{"safety":{"q_sui_plan":"new"}}"#, "q_sui_plan");
    refused(r#"{"safety":{"q_pmr":true}}"#, "q_pmr");
}

#[test]
fn a_date_that_is_no_day_is_refused() {
    for date in ["2026-02-30", "2026-2-3", "+2026-02-03", "23.11.2026", ""] {
        refused(&format!(r#"{{"date":"{date}"}}"#), "date");
    }
    refused(r#"{"date":20261123}"#, "date");
}

#[test]
fn a_name_that_is_given_twice_is_refused() {
    refused(r#"{"facts":{"age":40,"age":41}}"#, "age is given twice");
    refused(r#"{"facts":{},"facts":{}}"#, "facts is given twice");
    refused(r#"{"safety":{"q_pmr":"no","q_pmr":"no"}}"#, "q_pmr");
}

#[test]
fn what_is_no_object_is_refused() {
    for text in ["", "3", "[]", "null", "{", "{} x", r#"{"facts":[]}"#] {
        refused(text, "not ");
    }
}
