//! Facts, their preparation (section 2) and the derived facts with code of their own (section 5).

use std::collections::BTreeSet;

use tailored::domain::plan::facts::{Facts, Impossible, Value, fact};
use tailored::knowledge::words;

use super::plan_cases::{facts, plan_with};

#[test]
fn a_value_outside_the_vocabulary_is_refused_and_the_fact_keeps_its_value() {
    let mut known = facts("age=40 prefs=no_tablets");
    let age = |number| Value::Number(number);
    assert_eq!(
        known.set(fact::AGE, age(111.0)),
        Err(Impossible::OutOfRange)
    );
    assert_eq!(known.set(fact::AGE, age(-1.0)), Err(Impossible::OutOfRange));
    assert_eq!(known.set(fact::AGE, age(40.5)), Err(Impossible::OutOfRange));
    assert_eq!(
        known.set(fact::AGE, age(f64::NAN)),
        Err(Impossible::OutOfRange)
    );
    assert_eq!(
        known.set(fact::AGE, Value::YesNo(true)),
        Err(Impossible::WrongKind)
    );
    assert_eq!(
        known.set(fact::PREFS, Value::Words(BTreeSet::from([words::OPIOID]))),
        Err(Impossible::NotAValue(words::OPIOID))
    );
    assert_eq!(known, facts("age=40 prefs=no_tablets"));
}

#[test]
fn a_derived_fact_cannot_be_given() {
    let refused = Facts::default().set(fact::NERVE_LIKE, Value::YesNo(true));
    assert_eq!(refused, Err(Impossible::Derived));
}

#[test]
fn an_empty_set_is_known_and_means_none_of_these() {
    assert!(facts("conditions=").is_known(fact::CONDITIONS));
    assert!(!facts("").is_known(fact::CONDITIONS));
}

#[test]
fn if_current_meds_holds_tramadol_opioid_is_added_to_it() {
    let known = facts("current_meds=tramadol").with_derived();
    assert!(known.holds(fact::CURRENT_MEDS, words::OPIOID));
    let without = facts("current_meds=nsaid").with_derived();
    assert!(!without.holds(fact::CURRENT_MEDS, words::OPIOID));
}

#[test]
fn primary_site_is_added_to_pain_sites_which_becomes_the_set_with_it_alone_when_unknown() {
    let sites = |text: &str| facts(text).with_derived().words(fact::PAIN_SITES).cloned();
    assert_eq!(
        sites("primary_site=knee pain_sites=hip"),
        Some(BTreeSet::from([words::KNEE, words::HIP]))
    );
    assert_eq!(
        sites("primary_site=knee"),
        Some(BTreeSet::from([words::KNEE]))
    );
    assert_eq!(sites("age=40"), None);
}

#[test]
fn pregnancy_is_not_possible_for_males_and_from_56_years_unless_an_answer_was_given() {
    let status = |text: &str| facts(text).with_derived().word(fact::PREGNANCY_STATUS);
    assert_eq!(status("sex_at_birth=male"), Some(words::NOT_POSSIBLE));
    assert_eq!(status("age=56"), Some(words::NOT_POSSIBLE));
    assert_eq!(status("age=55 sex_at_birth=female"), None);
    assert_eq!(
        status("sex_at_birth=male pregnancy_status=possible"),
        Some(words::POSSIBLE)
    );
}

#[test]
fn the_pain_impact_score_is_the_mean_of_its_three_answers() {
    let score = |text: &str| facts(text).with_derived().number(fact::PEG_LIKE);
    assert_eq!(
        score("nrs_avg7=5 impact_enjoy=6 impact_activity=8"),
        Some(19.0 / 3.0)
    );
    assert_eq!(score("nrs_avg7=5 impact_enjoy=6"), None);
}

#[test]
fn the_impact_grade_follows_sentence_5_2() {
    let grade = |text: &str| facts(text).with_derived().number(fact::IMPACT_GRADE);
    let with = |more: &str| grade(&format!("pain_days3m=most {more}"));
    assert_eq!(grade("limits_life3m=every nrs_avg7=9"), None);
    assert_eq!(grade("pain_days3m=never limits_life3m=every"), Some(0.0));
    assert_eq!(grade("pain_days3m=some"), Some(0.0));
    assert_eq!(with("limits_life3m=most"), Some(3.0));
    assert_eq!(
        with("nrs_avg7=4 impact_enjoy=4 impact_activity=4"),
        Some(2.0)
    );
    assert_eq!(with("nrs_avg7=4 impact_enjoy=4 impact_activity=3"), None);
    assert_eq!(with("limits_life3m=some nrs_avg7=4 impact_enjoy=4"), None);
    assert_eq!(
        with("limits_life3m=never nrs_avg7=4 impact_enjoy=4 impact_activity=3"),
        Some(1.0)
    );
}

#[test]
fn red_flag_head_is_true_when_a_flag_of_head_or_face_fired_with_class_e_s_or_d_else_false() {
    let head = |safety: &str| plan_with("", safety).facts.yes_no(fact::RED_FLAG_HEAD);
    assert_eq!(head(""), Some(false));
    assert_eq!(head("q_head_sudden=new"), Some(true));
    assert_eq!(head("q_ces_bladder=new"), Some(false));
}

#[test]
fn red_flag_spine_is_also_true_for_cancer_history_and_weight_loss() {
    let spine = |safety: &str| plan_with("", safety).facts.yes_no(fact::RED_FLAG_SPINE);
    assert_eq!(spine(""), Some(false));
    assert_eq!(spine("q_cancer_newpain=new"), Some(true));
    assert_eq!(spine("q_weight_loss=new"), Some(true));
    assert_eq!(spine("q_ces_bladder=new"), Some(true));
    assert_eq!(spine("q_black_stool=new"), Some(false));
}
