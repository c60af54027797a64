//! Honest numbers: which of them are about people like this person.

use tailored::domain::plan::numbers::{Numbers, numbers_of};
use tailored::knowledge::{Benefit, HONEST_NUMBERS, HarmCount, therapy};

use super::plan_cases::plan;

const NUMBERS: &str = include_str!("../../src/knowledge/numbers.toml");

fn of(id: &str, facts: &str) -> Numbers {
    numbers_of(therapy(id).unwrap(), &plan(facts).facts)
}

fn studied(numbers: &[&tailored::knowledge::HonestNumber]) -> Vec<&'static str> {
    numbers.iter().map(|number| number.people_studied).collect()
}

#[test]
fn only_what_was_seen_in_its_source_reaches_the_app() {
    let seen = NUMBERS.matches("\nseen = true").count();
    assert!(NUMBERS.contains("seen = false"));
    assert_eq!(HONEST_NUMBERS.len(), seen);
}

#[test]
fn the_number_whose_people_are_like_this_person_comes_first() {
    let knee = of(
        "exercise_general",
        "age=60 primary_site=knee joint_use_pain=true morning_stiff_min=10 pain_duration_months=24 conditions=osteoarthritis",
    );
    assert_eq!(studied(&knee.fitting), ["arthritis of the knee or hip"]);
    assert_eq!(knee.others.len(), 2);
    let back = of(
        "exercise_general",
        "age=60 primary_site=low_back pain_duration_months=24 conditions=",
    );
    assert_eq!(
        studied(&back.fitting)[0],
        "low back pain for more than 12 weeks"
    );
}

#[test]
fn a_number_about_any_pain_stands_behind_one_about_this_kind() {
    let numbers = of(
        "opioid_strong",
        "age=60 primary_site=knee joint_use_pain=true pain_duration_months=24 morning_stiff_min=10 conditions=osteoarthritis",
    );
    assert_eq!(numbers.fitting.len(), 2);
    assert!(!numbers.fitting[0].any_pain && numbers.fitting[1].any_pain);
}

#[test]
fn with_nothing_told_no_number_is_said_to_fit() {
    for number in &HONEST_NUMBERS {
        let numbers = numbers_of(number.therapy, &plan("").facts);
        assert!(numbers.fitting.is_empty(), "{number:?}");
        assert!(!numbers.others.is_empty());
    }
}

#[test]
fn an_option_without_numbers_says_so() {
    let numbers = of("heat_cold", "age=60 primary_site=knee");
    assert_eq!(numbers, Numbers::default());
}

#[test]
fn counts_are_of_a_hundred_and_a_source_stands_behind_each() {
    for number in &HONEST_NUMBERS {
        assert!(!number.sources.is_empty() && !number.outcome.is_empty());
        if let Benefit::Count { with, without } = number.benefit {
            assert!(with <= 100 && without <= 100, "{number:?}");
        }
        for harm in number.harms {
            if let HarmCount::Both { with, without } = harm.count {
                assert!(with <= 100 && without <= 100, "{number:?}");
            }
        }
    }
}
