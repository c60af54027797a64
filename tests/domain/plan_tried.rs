//! Treatments that were tried, with dose and weeks: a fair trial that failed is not praised again, and one that may not
//! count says so.

use proptest::prelude::*;
use tailored::domain::ids::{ItemId, TherapyId};
use tailored::domain::plan::combinations::combinations;
use tailored::domain::plan::engine::plan;
use tailored::domain::plan::facts::fact;
use tailored::domain::plan::model::{Line, Match, Plan, Section, Status};
use tailored::domain::plan::told::Told;
use tailored::domain::plan::tried::{tried_before, was_too_short};
use tailored::domain::questionnaire::flow::course;
use tailored::domain::questionnaire::model::{Answer, Effect, Tried, Unit};
use tailored::domain::questionnaire::response::Response;
use tailored::domain::safety::SafetyAnswers;
use tailored::i18n::{Lang, plan_page_words};
use tailored::knowledge::therapy;

use super::personas::{PERSONAS, response as saved};
use super::plan_cases::drawn;

fn trial(id: &str, effect: Effect, mg: &str, weeks: &str) -> Tried {
    Tried {
        effect: Some(effect),
        dose_mg: mg.to_owned(),
        lasted: weeks.to_owned(),
        lasted_unit: Unit::Weeks,
        ..Tried::new(TherapyId::from(id))
    }
}

/// A person with nerve pain in diabetes, who would be offered duloxetine and its kind.
fn with(trials: Vec<Tried>) -> (Response, Plan) {
    let (_, text, _) = PERSONAS
        .iter()
        .find(|(name, ..)| *name == "diabetic-nerve-pain")
        .unwrap();
    let mut response = saved(text);
    response.answers.insert(
        ItemId::from("health.medicines"),
        Answer::Choices(Vec::new()),
    );
    response
        .answers
        .insert(ItemId::from("tried.list"), Answer::Tried(trials));
    let plan = plan(
        &course(&response).facts,
        &SafetyAnswers::from_response(&response.safety),
    );
    (response, plan)
}

fn line<'a>(plan: &'a Plan, id: &str) -> &'a Line {
    plan.line(therapy(id).unwrap())
        .unwrap_or_else(|| panic!("no line for {id}"))
}

fn ids(list: &[&'static tailored::knowledge::Therapy]) -> Vec<&'static str> {
    list.iter().map(|therapy| therapy.id).collect()
}

#[test]
fn the_person_would_be_offered_it_without_a_trial() {
    let (_, plan) = with(Vec::new());
    assert!(line(&plan, "snri").section.is_suggested());
}

#[test]
fn a_fair_trial_that_failed_is_not_praised_again() {
    let (response, plan) = with(vec![trial("snri", Effect::NoHelp, "60", "12")]);
    let tried = line(&plan, "snri");
    assert_eq!(tried.status, Status::TriedBefore);
    assert_eq!(tried.section, Section::TriedBefore);
    let before = tried_before(&response, &plan);
    assert_eq!(ids(&before.not_again), ["snri"]);
    assert_eq!(ids(&before.too_short), [""; 0]);
    let all = combinations(&plan, &SafetyAnswers::from_response(&response.safety));
    let together = all
        .found
        .iter()
        .flat_map(|found| found.one.iter().chain(&found.other));
    let steps = all.steps.iter().flat_map(|step| &step.therapies);
    let named: Vec<&str> = steps.chain(together).map(|therapy| therapy.id).collect();
    assert!(!named.contains(&"snri"), "{named:?}");
}

#[test]
fn what_did_harm_is_not_praised_again_however_short_it_was() {
    let (response, plan) = with(vec![trial("snri", Effect::BadFor, "30", "1")]);
    assert_eq!(line(&plan, "snri").section, Section::TriedBefore);
    assert_eq!(ids(&tried_before(&response, &plan).not_again), ["snri"]);
}

#[test]
fn a_trial_that_may_not_count_moves_nothing_and_says_so() {
    for short in [
        vec![trial("snri", Effect::NoHelp, "60", "1")],
        vec![
            trial("snri", Effect::NoHelp, "60", "1"),
            trial("snri", Effect::NoHelp, "", "2"),
        ],
    ] {
        let (response, plan) = with(short);
        assert!(
            !plan
                .facts
                .words(fact::TRIED_NO_HELP)
                .unwrap()
                .contains(&therapy("snri").unwrap().word)
        );
        assert!(line(&plan, "snri").section.is_suggested());
        let before = tried_before(&response, &plan);
        assert_eq!(ids(&before.too_short), ["snri"]);
        assert!(before.not_again.is_empty());
        assert!(was_too_short(&response, therapy("snri").unwrap()));
    }
    let said = (plan_page_words(Lang::English).told)(&Told::TriedTooShort);
    assert!(said.contains("tried"));
}

#[test]
fn one_fair_trial_among_short_ones_counts() {
    let (response, plan) = with(vec![
        trial("snri", Effect::NoHelp, "60", "1"),
        trial("snri", Effect::NoHelp, "60", "12"),
    ]);
    assert_eq!(line(&plan, "snri").section, Section::TriedBefore);
    assert_eq!(ids(&tried_before(&response, &plan).not_again), ["snri"]);
}

#[test]
fn without_a_number_the_word_of_the_person_counts() {
    let (_, plan) = with(vec![trial("snri", Effect::NoHelp, "", "")]);
    assert_eq!(line(&plan, "snri").section, Section::TriedBefore);
}

#[test]
fn short_trials_open_no_later_step() {
    let two = |weeks: &str| {
        with(vec![
            trial("snri", Effect::NoHelp, "60", weeks),
            trial("gabapentinoid", Effect::NoHelp, "", weeks),
        ])
        .1
    };
    let later = |plan: &Plan| plan.rules.iter().filter(|rule| rule.step >= 2).count();
    assert!(later(&two("12")) > later(&two("1")));
}

#[test]
fn what_helped_once_stays_helpful() {
    let (response, plan) = with(vec![
        trial("snri", Effect::NoHelp, "60", "12"),
        trial("snri", Effect::Helped, "60", "12"),
    ]);
    assert!(line(&plan, "snri").matches.contains(&Match::Helped));
    assert_eq!(ids(&tried_before(&response, &plan).helped), ["snri"]);
}

proptest! {
    #[test]
    fn nothing_that_failed_stands_among_the_fits_or_ideas(drawn in drawn()) {
        let plan = drawn.plan();
        for line in &plan.lines {
            let word = line.therapy.word;
            let failed = plan.facts.holds(fact::TRIED_NO_HELP, word) || plan.facts.holds(fact::TRIED_BAD, word);
            let helped = plan.facts.holds(fact::TRIED_HELPED, word);
            if failed && !helped {
                prop_assert!(!matches!(line.section, Section::Best | Section::Ideas), "{}", line.therapy.id);
                prop_assert!(!line.matches.contains(&Match::Helped));
            }
        }
    }
}
