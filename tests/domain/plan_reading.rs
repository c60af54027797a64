//! Taking conditions apart, and the answers that decided them.

use proptest::prelude::*;
use tailored::domain::plan::engine;
use tailored::domain::plan::facts::{FactId, Facts};
use tailored::domain::plan::logic::Case;
use tailored::domain::plan::reading::{Input, Part, inputs_behind, part};
use tailored::domain::safety::SafetyAnswers;
use tailored::knowledge::{AVOIDS, CAUTIONS, Expression, FactOrigin, RULES};

use super::plan_cases::{answers, drawn, facts};

fn when(id: &str) -> Expression {
    let rules = RULES.iter().map(|rule| (rule.id, rule.when));
    let cautions = CAUTIONS.iter().map(|caution| (caution.id, caution.when));
    rules
        .chain(cautions)
        .find(|(known, _)| *known == id)
        .unwrap()
        .1
}

fn behind(id: &str, text: &str) -> Vec<&'static str> {
    behind_with(id, text, "")
}

fn behind_with(id: &str, text: &str, safety: &str) -> Vec<&'static str> {
    let answers = answers(safety);
    let facts = facts(text).with_derived();
    inputs_behind(when(id), &facts, &answers)
        .into_iter()
        .map(|input| match input {
            Input::Fact(id) => id.fact().id,
            Input::Question(question) => question.id,
        })
        .collect()
}

#[test]
fn a_chain_of_one_operator_is_one_list() {
    let Some(Part::All(members)) = part(when("fm_pregab")) else {
        panic!("not a list");
    };
    assert_eq!(members.len(), 3);
    assert!(matches!(part(members[2]), Some(Part::Any(either)) if either.len() == 2));
}

#[test]
fn of_several_ways_only_those_that_are_true_are_behind() {
    let smoker = "smokes=true conditions=hypertension age=40 bmi=22";
    assert_eq!(behind("c_triptan_risk", smoker), ["smokes", "conditions"]);
    assert_eq!(behind("c_triptan_risk", "age=70 smokes=false"), ["age"]);
}

#[test]
fn a_derived_fact_is_followed_to_its_answers() {
    let inputs = behind(
        "ex_oa",
        "age=60 primary_site=knee joint_use_pain=true morning_stiff_min=10",
    );
    assert_eq!(
        inputs,
        ["age", "joint_use_pain", "morning_stiff_min", "primary_site"]
    );
}

#[test]
fn the_impact_grade_is_followed_to_its_five_answers() {
    let inputs = behind(
        "physio",
        "primary_site=hip pain_days3m=most limits_life3m=every",
    );
    assert_eq!(inputs, ["primary_site", "pain_days3m", "limits_life3m"]);
}

#[test]
fn what_is_unknown_is_behind_nothing() {
    let inputs = behind(
        "prt",
        "primary_site=low_back pain_duration_months=12 conditions=ibs",
    );
    assert!(
        !inputs.contains(&"nerve7") && inputs.contains(&"conditions"),
        "{inputs:?}"
    );
}

#[test]
fn a_question_about_a_warning_sign_can_be_behind() {
    assert_eq!(
        behind_with("pmr_ref", "age=60", "q_pmr=new"),
        ["age", "q_pmr"]
    );
}

#[test]
fn every_condition_can_be_taken_apart_down_to_its_leaves() {
    fn leaves(expression: Expression) -> usize {
        match part(expression).expect("every part is known") {
            Part::All(parts) | Part::Any(parts) | Part::AtLeast(_, parts) => {
                parts.into_iter().map(leaves).sum()
            }
            Part::Not(inner) => leaves(inner),
            Part::Default(left, right) | Part::Pair(_, left, right) => leaves(left) + leaves(right),
            _ => 1,
        }
    }
    let derived = FactId::all().filter_map(|id| match id.fact().origin {
        FactOrigin::Derived(is) => Some(is),
        _ => None,
    });
    let rules = RULES.iter().map(|rule| rule.when);
    let avoids = AVOIDS.iter().map(|avoid| avoid.when);
    for expression in rules.chain(avoids).chain(derived) {
        assert!(leaves(expression) > 0);
    }
}

proptest! {
    #[test]
    fn the_answers_behind_a_fired_rule_are_enough_for_it_to_fire(drawn in drawn()) {
        let answers = drawn.answers();
        let plan = engine::plan(&drawn.facts(), &answers);
        let (head, spine) = (plan.safety.red_flag_head(), plan.safety.red_flag_spine());
        let avoids = plan.avoid.iter().map(|avoid| avoid.when);
        for when in plan.rules.iter().map(|rule| rule.when).chain(avoids) {
            let mut fewer = Facts::default();
            let mut questions = SafetyAnswers::default();
            for input in inputs_behind(when, &plan.facts, &answers) {
                match input {
                    Input::Fact(id) if id.fact().origin == FactOrigin::Given => {
                        fewer.set(id, plan.facts.get(id).unwrap().clone()).unwrap();
                    }
                    Input::Fact(_) => {}
                    Input::Question(question) => {
                        questions.set(question, answers.get(question).unwrap()).unwrap();
                    }
                }
            }
            let facts = fewer.with_derived().with_red_flags(head, spine);
            let case = Case { facts: &facts, question: &|place| questions.truth(place) };
            prop_assert!(case.fires(when));
        }
    }
}
