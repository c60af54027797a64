//! Warning signs: sentences 6.1 to 6.9 of `red_flags.toml`.

use tailored::domain::questionnaire::model::SafetyAnswer;
use tailored::domain::safety::{AtTheHead, NotAnAnswer, Safety, SafetyAnswers, Warning, evaluate};
use tailored::knowledge::{self, Class, FLAGS, SIGN_GROUPS};

use super::plan_cases::{answers, facts};

fn safety(given: &str, safety: &str) -> Safety {
    evaluate(&facts(given).with_derived(), &answers(safety))
}

fn warnings(given: &str, answered: &str) -> Vec<(&'static str, &'static str)> {
    safety(given, answered)
        .warnings
        .iter()
        .map(|warning| (warning.flag.id, warning.class.letter()))
        .collect()
}

fn groups(given: &str) -> Vec<&'static str> {
    safety(given, "")
        .groups
        .iter()
        .map(|group| group.id)
        .collect()
}

#[test]
fn a_question_has_only_the_answers_of_its_type() {
    let four_way = knowledge::safety_question("q_pmr").unwrap();
    let yes_no = knowledge::safety_question("q_sui_plan").unwrap();
    let mut answers = SafetyAnswers::default();
    assert_eq!(answers.set(four_way, SafetyAnswer::Yes), Err(NotAnAnswer));
    assert_eq!(
        answers.set(yes_no, SafetyAnswer::OldChecked),
        Err(NotAnAnswer)
    );
    assert_eq!(answers, SafetyAnswers::default());
}

#[test]
fn the_third_item_of_a_question_gives_its_type() {
    let question = knowledge::safety_question("q_immune_weak").unwrap();
    assert_eq!(question.kind, knowledge::SafetyKind::YesNo);
    let question = knowledge::safety_question("q_fever_pain").unwrap();
    assert_eq!(question.kind, knowledge::SafetyKind::FourWay);
}

#[test]
fn a_question_without_an_answer_counts_as_false_inside_the_warning_signs() {
    // any_suicide_thoughts reads `not q_sui_plan`, which is not answered here.
    assert_eq!(
        warnings("", "q_sui_thoughts=yes"),
        [("any_suicide_thoughts", "S")]
    );
}

#[test]
fn facts_without_an_answer_stay_unknown_and_silence_what_needs_them() {
    let sleepy = warnings("current_meds=opioid", "q_opioid_sleepy=yes");
    assert!(sleepy.contains(&("any_opioid_risk", "D")), "{sleepy:?}");
    let unknown = warnings("", "q_opioid_sleepy=yes");
    assert!(!unknown.contains(&("any_opioid_risk", "D")), "{unknown:?}");
}

#[test]
fn old_checked_alone_never_fires_and_is_listed_as_already_checked() {
    for flag in &FLAGS {
        let Some(question) = flag
            .questions
            .iter()
            .find(|question| question.kind == knowledge::SafetyKind::FourWay)
        else {
            continue;
        };
        let safety = safety("", &format!("{}=old_checked", question.id));
        assert_eq!(safety.warnings, [], "{}", question.id);
        assert_eq!(safety.checked, [*question]);
    }
}

#[test]
fn new_gives_the_main_class_old_unchecked_the_old_one_and_not_sure_its_own_or_the_old_one() {
    assert_eq!(warnings("", "q_aura_odd=new"), [("head_aura_motor", "E")]);
    assert_eq!(
        warnings("", "q_aura_odd=old_unchecked"),
        [("head_aura_motor", "D")]
    );
    assert_eq!(
        warnings("", "q_aura_odd=not_sure"),
        [("head_aura_motor", "S")]
    );
    assert_eq!(
        warnings("", "q_black_stool=not_sure"),
        [("any_gi_bleed", "S")]
    );
}

#[test]
fn if_old_unchecked_and_not_sure_both_occur_the_more_urgent_class_counts() {
    let both = warnings("", "q_ces_bladder=old_unchecked q_ces_saddle=not_sure");
    assert!(both.contains(&("back_cauda_equina", "S")), "{both:?}");
    let new_too = warnings("", "q_ces_bladder=old_unchecked q_ces_saddle=new");
    assert!(new_too.contains(&("back_cauda_equina", "E")), "{new_too:?}");
}

#[test]
fn the_class_comes_from_cls_q_alone_where_there_is_one() {
    let signs = warnings("", "q_fever_pain=old_unchecked q_immune_weak=yes");
    assert!(signs.contains(&("any_immune_infection", "S")), "{signs:?}");
}

#[test]
fn a_flag_that_fired_on_facts_alone_has_its_main_class() {
    assert_eq!(warnings("suicidal=plan", ""), [("any_suicide_now", "E")]);
}

#[test]
fn the_most_urgent_come_first_and_inside_a_class_the_file_order_stays() {
    let signs = safety(
        "",
        "q_weight_loss=new q_cancer_newpain=new q_head_sudden=new q_black_stool=new q_fever_pain=new",
    );
    let place = |id: &str| FLAGS.iter().position(|flag| flag.id == id);
    for pair in signs.warnings.windows(2) {
        let [first, second] = pair else {
            unreachable!("windows of two")
        };
        assert!(
            first.class < second.class
                || (first.class == second.class && place(first.flag.id) < place(second.flag.id)),
            "{first:?} stands before {second:?}"
        );
    }
    assert!(signs.warnings.len() >= 5);
}

#[test]
fn withhold_is_true_when_a_class_is_e_or_s() {
    assert!(safety("", "q_black_stool=new").withhold);
    assert!(safety("", "q_black_stool=old_unchecked").withhold);
    assert!(!safety("", "q_weight_loss=new").withhold);
    assert!(!safety("", "").withhold);
}

#[test]
fn all_groups_are_asked_while_the_places_are_unknown() {
    assert_eq!(groups("").len(), SIGN_GROUPS.len());
}

#[test]
fn only_groups_whose_condition_is_true_are_asked_once_a_place_is_known() {
    assert_eq!(groups("pain_sites=knee"), ["anyone", "limb_joint"]);
    assert_eq!(
        groups("pain_sites=knee age=50"),
        ["anyone", "limb_joint", "widespread"]
    );
    assert_eq!(groups("pain_sites="), ["anyone"]);
}

#[test]
fn a_true_answer_opens_further_questions_sorted_by_id() {
    let opened = |answered: &str| -> Vec<&str> {
        safety("pain_sites=knee", answered)
            .opened
            .iter()
            .map(|question| question.id)
            .collect()
    };
    assert_eq!(opened("q_pmr=not_sure"), ["q_gca_other", "q_gca_sight"]);
    assert!(opened("q_pmr=old_checked").is_empty());
    assert!(opened("").is_empty());
}

#[test]
fn the_questions_to_ask_are_those_of_the_groups_and_the_opened_ones_each_once() {
    let asked = safety("pain_sites=knee", "q_pmr=new").questions();
    let ids: Vec<&str> = asked.iter().map(|question| question.id).collect();
    assert!(ids.ends_with(&["q_gca_other", "q_gca_sight"]), "{ids:?}");
    let mut once = ids.clone();
    once.sort_unstable();
    once.dedup();
    assert_eq!(once.len(), ids.len());
}

#[test]
fn a_question_that_is_gone_counts_as_not_asked_and_an_answer_of_another_kind_as_not_sure() {
    let response = [("q_gone", SafetyAnswer::New), ("q_pmr", SafetyAnswer::Yes)]
        .map(|(id, answer)| (id.into(), answer))
        .into();
    let known = SafetyAnswers::from_response(&response);
    let q_pmr = knowledge::safety_question("q_pmr").unwrap();
    let mut expected = SafetyAnswers::default();
    expected.set(q_pmr, SafetyAnswer::NotSure).unwrap();
    assert_eq!(known, expected);
    // Whatever kind a question has had, a yes to it is never "none to report".
    for question in &knowledge::SAFETY_QUESTIONS {
        for answer in [
            SafetyAnswer::Yes,
            SafetyAnswer::New,
            SafetyAnswer::OldUnchecked,
            SafetyAnswer::NotSure,
        ] {
            let response = [(question.id.into(), answer)].into();
            let truth = SafetyAnswers::from_response(&response).truth(question.index);
            assert_eq!(truth, Some(true), "{} {answer:?}", question.id);
        }
    }
}

/// Whoever said yes to a sign must not read at the head of the plan that there is none.
#[test]
fn every_sign_that_fires_is_told_at_the_head_of_a_plan() {
    for flag in &FLAGS {
        for class in [
            Class::Emergency,
            Class::SameDay,
            Class::WithinDays,
            Class::NextVisit,
        ] {
            let mut safety = safety("", "");
            safety.warnings = vec![Warning { flag, class }];
            let told = safety.at_the_head(None);
            let each = [&told.acted_on, &told.within_days, &told.at_the_visit];
            let n_told: usize = each.iter().map(|signs| signs.len()).sum();
            assert_eq!(n_told, 1, "{} {class:?}", flag.id);
            assert_eq!(safety.at_the_head(Some(flag.id)), AtTheHead::default());
        }
    }
    let told = safety("pain_sites=low_back,leg", "q_claud=yes").at_the_head(None);
    assert_eq!(told.at_the_visit.len(), 1, "{told:?}");
    assert_eq!(told.at_the_visit[0].id, "back_claudication");
}
