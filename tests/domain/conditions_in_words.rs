//! Conditions of the rules as a person or a clinician reads them.

use tailored::domain::plan::facts::{FactId, Value, fact};
use tailored::i18n::en_conditions::{condition, condition_list, fact_value};
use tailored::knowledge::{CAUTIONS, Expression, FLAGS, FactOrigin, RULES, words};

fn rule(id: &str) -> String {
    let rule = RULES.iter().find(|rule| rule.id == id).unwrap();
    condition(rule.when)
}

fn caution(id: &str) -> Expression {
    CAUTIONS
        .iter()
        .find(|caution| caution.id == id)
        .unwrap()
        .when
}

#[test]
fn a_number_is_compared_in_words() {
    assert_eq!(rule("goals"), "age (if unknown: 18): 18 or more");
    assert_eq!(
        rule("ex_low_activity"),
        "minutes of movement a week: less than 60"
    );
}

#[test]
fn a_value_is_called_like_its_option() {
    assert_eq!(
        condition(caution("c_nsaid_ulcer")),
        "illnesses: Stomach ulcer or bleeding"
    );
}

#[test]
fn values_of_one_fact_are_gathered() {
    let words = condition(caution("c_nsaid_lithium_mtx"));
    assert_eq!(words.matches("medicines now").count(), 1, "{words}");
    assert!(words.contains(" / "), "{words}");
}

#[test]
fn an_or_inside_an_and_stands_in_brackets() {
    let words = rule("pmr_bloods");
    assert!(words.starts_with("age: 50 or more and “"), "{words}");
    let words = rule("claud_check");
    assert!(words.contains(" and (") && words.ends_with(')'), "{words}");
}

#[test]
fn what_unknown_counts_as_is_said() {
    assert!(
        rule("alcohol").contains("unknown counts as no"),
        "{}",
        rule("alcohol")
    );
    assert!(
        rule("ex_any").contains("(if unknown: Most days)"),
        "{}",
        rule("ex_any")
    );
}

#[test]
fn a_list_says_whether_all_or_one_of_its_members_is_needed() {
    let (all, members) = condition_list(caution("c_nsaid_triple"));
    assert!(all && members.len() == 2, "{members:?}");
    let (all, members) = condition_list(caution("c_nsaid_thinner"));
    assert!(!all && members.len() == 2, "{members:?}");
}

#[test]
fn an_answer_is_written_with_the_name_of_its_fact() {
    let usual = fact_value(fact::NRS_AVG7, &Value::Number(7.0));
    assert_eq!(usual, "Usual pain, last 7 days, 0 to 10: 7");
    let none = fact_value(fact::CONDITIONS, &Value::Words(Default::default()));
    assert_eq!(none, "Illnesses: none of these");
    let site = fact_value(fact::PRIMARY_SITE, &Value::Word(words::LOW_BACK));
    assert_eq!(site, "Main place of the pain: Lower back");
}

#[test]
fn every_fact_and_every_value_of_it_has_a_name() {
    for id in FactId::all() {
        assert!(!id.name().is_empty(), "{}", id.fact().id);
        for word in id.fact().words {
            let label = id.label(*word);
            let is_code = label.contains('_') || (label == word.text() && label.len() > 2);
            assert!(!is_code, "{} {label}", id.fact().id);
        }
    }
    assert_eq!(fact::SUICIDAL.label(words::PLAN), "A plan");
}

#[test]
fn every_condition_has_words_without_the_names_of_the_files() {
    let derived = FactId::all().filter_map(|id| match id.fact().origin {
        FactOrigin::Derived(is) => Some(is),
        _ => None,
    });
    let conditions = RULES.iter().map(|rule| rule.when);
    let flags = FLAGS.iter().map(|flag| flag.when);
    for expression in conditions.chain(flags).chain(derived) {
        let words = condition(expression);
        assert!(!words.is_empty() && !words.contains('_'), "{words}");
        assert_eq!(
            words.matches('(').count(),
            words.matches(')').count(),
            "{words}"
        );
    }
}
