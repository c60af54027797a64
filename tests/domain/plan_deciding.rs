//! The one question that decides most: what it says hangs on it does, and what decides more is not passed over.

use std::collections::BTreeSet;

use proptest::prelude::*;
use tailored::domain::ids::ItemId;
use tailored::domain::plan::deciding::{Deciding, deciding, moved};
use tailored::domain::plan::engine::plan;
use tailored::domain::plan::model::Plan;
use tailored::domain::questionnaire::flow::course;
use tailored::domain::questionnaire::model::Answer;
use tailored::domain::questionnaire::response::Response;
use tailored::domain::safety::SafetyAnswers;
use tailored::knowledge::{ItemKind, fact};

use super::flow::{choices, item, number, responses, told};
use super::personas::{PERSONAS, response as saved};

fn plan_of(response: &Response) -> Plan {
    plan(
        &course(response).facts,
        &SafetyAnswers::from_response(&response.safety),
    )
}

fn asked(response: &Response, left_out: &[ItemId]) -> Option<Deciding> {
    let answers = SafetyAnswers::from_response(&response.safety);
    let course = course(response);
    let now = plan(&course.facts, &answers);
    deciding(&course, response, &now, &answers, left_out)
}

/// The options that move when an item gets this answer, by going through everything anew.
fn moves(response: &Response, id: &str, answer: Answer) -> BTreeSet<&'static str> {
    let mut told = response.clone();
    told.answers.insert(ItemId::from(id), answer);
    moved(&plan_of(response), &plan_of(&told))
        .into_iter()
        .map(|therapy| therapy.id)
        .collect()
}

fn persona(name: &str) -> Response {
    let (_, text, _) = PERSONAS.iter().find(|(known, ..)| *known == name).unwrap();
    saved(text)
}

fn has_line(response: &Response, id: &str) -> bool {
    plan_of(response)
        .lines
        .iter()
        .any(|line| line.therapy.id == id)
}

#[test]
fn a_skipped_question_that_hides_overuse_of_headache_medicine_is_asked() {
    let mut response = persona("chronic-migraine-overuse");
    assert!(has_line(&response, "moh_withdrawal"));
    let days = "head.meddays";
    assert!(matches!(
        item(days).kind,
        ItemKind::Numbers | ItemKind::Number
    ));
    response.answers.insert(ItemId::from(days), Answer::Skipped);
    assert!(!has_line(&response, "moh_withdrawal"));
    let mut left_out = Vec::new();
    while let Some(found) = asked(&response, &left_out) {
        if found.item.id == days {
            return;
        }
        left_out.push(ItemId::from(found.item.id));
        assert!(left_out.len() < 4, "{left_out:?} come before it");
    }
    panic!("it is not asked: {left_out:?}");
}

#[test]
fn what_holds_back_medicines_is_asked_first() {
    let mut response = persona("knee-arthritis-kidney-blood-thinner");
    response.answers.remove(&ItemId::from("health.conditions"));
    response.answers.remove(&ItemId::from("health.medicines"));
    let found = asked(&response, &[]).expect("something is missing");
    assert!(
        [Some(fact::CONDITIONS), Some(fact::CURRENT_MEDS)].contains(&found.item.fact),
        "{}",
        found.item.id
    );
    assert!(found.n_safety > 0);
}

#[test]
fn nothing_is_asked_of_who_has_told_all_and_nothing_twice() {
    let response = told([
        ("map.areas", choices(&["knee"])),
        ("about.age", number("50")),
    ]);
    let first = asked(&response, &[]).expect("nearly all is missing");
    let left_out = [ItemId::from(first.item.id)];
    let second = asked(&response, &left_out);
    assert!(second.is_some_and(|second| second.item != first.item));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// What is said to hang on a yes/no question or a short choice is exactly what its answers move.
    #[test]
    fn what_hangs_on_an_answer_is_what_the_answer_moves(response in responses(0.7)) {
        let Some(found) = asked(&response, &[]) else { return Ok(()) };
        let words: Vec<String> = match found.item.kind {
            ItemKind::YesNo => vec!["yes".to_owned(), "no".to_owned()],
            ItemKind::Choice => found.item.options.iter().take(6).map(|option| option.id.to_owned()).collect(),
            _ => return Ok(()),
        };
        let all: BTreeSet<&str> = words
            .into_iter()
            .flat_map(|word| moves(&response, found.item.id, Answer::Choice(word)))
            .collect();
        // An answer can also show or hide other questions; what it moves itself must be among it.
        for option in &found.options {
            prop_assert!(all.contains(option.id) || found.n_safety > 0, "{}: {}", found.item.id, option.id);
        }
        prop_assert!(!found.options.is_empty());
        prop_assert!(response.answer(found.item.id).is_none_or(|answer| *answer == Answer::Skipped));
    }
}
