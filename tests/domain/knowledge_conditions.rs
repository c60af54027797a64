//! The grammar of conditions and the check of their types: section 3 of `plan_rules.toml`.

use super::knowledge::compile::compile;
use super::knowledge::{FILES, assert_names, rules};

/// Replaces the condition of the rule `goals`.
fn goals_when(when: &str) -> Vec<String> {
    rules(
        "id=\"goals\"\nwhen=\"default(age, 18) >= 18\"",
        &format!("id=\"goals\"\nwhen=\"{when}\""),
    )
}

#[track_caller]
fn assert_fault(when: &str, message: &str) {
    assert_names(
        &goals_when(when),
        &["plan_rules.toml: rule goals: `when`", message],
    );
}

#[test]
fn an_unknown_name_is_a_mistake_and_a_like_one_is_offered() {
    assert_fault(
        "primary_sitee == 'knee'",
        "character 1: no fact, derived fact or safety question is called `primary_sitee`; is `primary_site` meant?",
    );
}

#[test]
fn a_value_that_the_fact_does_not_have_is_a_mistake() {
    assert_fault("primary_site == 'elbow'", "no fact has the value 'elbow'");
    assert_fault(
        "age >= 18 and primary_site == 'gout'",
        "character 31: 'gout' is not a value of `primary_site`",
    );
    assert_fault(
        "'knee' in conditions",
        "character 1: 'knee' is not a value of `conditions`",
    );
    assert_fault(
        "default(suicidal, 'knee') == 'none'",
        "'knee' is not a value of `suicidal`",
    );
}

#[test]
fn a_number_compared_with_a_word_is_a_mistake() {
    assert_fault("age == 'knee'", "a number is compared with the word 'knee'");
    assert_fault(
        "primary_site >= 3",
        "the word of `primary_site` stands where a number is needed",
    );
    assert_fault("smokes == 1", "yes/no is compared with a number");
    assert_fault(
        "age + smokes >= 3",
        "yes/no stands where a number is needed",
    );
    assert_fault("age and smokes", "a number stands where yes/no is needed");
    assert_fault("age", "`when` has the type Number");
}

#[test]
fn in_needs_a_word_on_its_left_and_a_set_on_its_right() {
    assert_fault(
        "'knee' in primary_site",
        "character 11: `primary_site` is not a set",
    );
    assert_fault("age in conditions", "`in` needs a 'word' on its left");
    assert_fault(
        "'gout' in 'ptsd'",
        "`in` needs the name of a set fact on its right",
    );
    assert_fault(
        "conditions == 'gout'",
        "`conditions` is a set: write 'word' in conditions",
    );
}

#[test]
fn a_malformed_condition_is_named_with_its_place() {
    assert_fault(
        "age >= ",
        "character 8: expected a value, found the end of the condition",
    );
    assert_fault(
        "(age >= 18",
        "character 11: expected `)`, found the end of the condition",
    );
    assert_fault(
        "age >= 18 smokes",
        "character 11: expected the end of the condition, found `smokes`",
    );
    assert_fault(
        "age >= 18 & smokes",
        "character 11: `&` does not belong in a condition",
    );
    assert_fault("18 < age < 65", "comparisons are not chained");
    assert_fault(
        "'gout in conditions",
        "character 1: the word has no closing quote",
    );
    assert_fault("age >= -1", "character 8: expected a value, found `-`");
    assert_fault("default(age) >= 18", "expected `,`, found `)`");
    assert_fault("default(age, 1 + 1) >= 18", "expected `)`, found `+`");
    assert_fault("", "character 1: expected a value");
}

#[test]
fn count_stands_only_in_the_form_count_at_least_a_plain_number() {
    assert!(goals_when("count(smokes, lonely) >= 1").is_empty());
    assert_fault("count(smokes, lonely) > 1", "expected `>=`, found `>`");
    assert_fault("count(smokes, lonely) >= age", "needs a plain whole number");
    assert_fault("1 + count(smokes, lonely) >= 1", "count may stand only as");
    assert_fault(
        "count(smokes, age) >= 1",
        "a number stands where yes/no is needed",
    );
}

#[test]
fn not_binds_looser_than_a_comparison_and_closer_than_and() {
    let tables = |when: &str| {
        let mut files = FILES.clone();
        files.plan_rules = files.plan_rules.replacen(
            "id=\"goals\"\nwhen=\"default(age, 18) >= 18\"",
            &format!("id=\"goals\"\nwhen=\"{when}\""),
            1,
        );
        compile(&files).unwrap_or_else(|problems| panic!("{problems:?}"))
    };
    assert_eq!(tables("not age == 18"), tables("not (age == 18)"));
    assert_eq!(
        tables("not smokes and lonely"),
        tables("(not smokes) and lonely")
    );
    assert_eq!(
        tables("smokes or lonely and boom_bust"),
        tables("smokes or (lonely and boom_bust)")
    );
    assert_eq!(tables("age - 1 - 2 > 3"), tables("(age - 1) - 2 > 3"));
    assert_ne!(tables("age - 1 - 2 > 3"), tables("age - (1 - 2) > 3"));
    assert_eq!(tables("age + 2 * 3 > 4"), tables("age + (2 * 3) > 4"));
    assert_eq!(tables("age >= 12.0"), tables("age >= 12"));
}
