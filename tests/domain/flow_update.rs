//! One answer at a time: the course that is brought up to date is the one that a whole pass finds, for far less work.

use proptest::prelude::*;
use tailored::domain::ids::{ItemId, QuestionId};
use tailored::domain::questionnaire::flow::course;
use tailored::domain::questionnaire::model::{Answer, SafetyAnswer};
use tailored::domain::questionnaire::records::Site;
use tailored::domain::questionnaire::response::Response;
use tailored::knowledge::{ITEMS, Item, ItemKind, SAFETY_QUESTIONS};

use super::flow::{answer_to, choices, item, number, responses, told};

/// A change to one item; nothing takes the answer back.
fn change() -> impl Strategy<Value = (&'static Item, Option<Answer>)> {
    (0..ITEMS.len()).prop_flat_map(|place| {
        let item = &ITEMS[place];
        prop::option::weighted(0.8, answer_to(item)).prop_map(move |answer| (item, answer))
    })
}

fn make(change: &(&'static Item, Option<Answer>), response: &mut Response) {
    let (item, answer) = change;
    if item.kind == ItemKind::Safety {
        // Stands for a question about a warning sign.
        let place = usize::from(item.place) % SAFETY_QUESTIONS.len();
        let question = QuestionId::from(SAFETY_QUESTIONS[place].id);
        match answer {
            Some(_) => response.safety.insert(question, SafetyAnswer::NotSure),
            None => response.safety.remove(&question),
        };
        return;
    }
    let id = ItemId::from(item.id);
    match answer {
        Some(answer) => response.answers.insert(id, answer.clone()),
        None => response.answers.remove(&id),
    };
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_course_brought_up_to_date_is_the_one_of_a_whole_pass(
        mut response in responses(0.6),
        changes in prop::collection::vec(change(), 1..25),
    ) {
        let mut course_so_far = course(&response);
        for change in changes {
            make(&change, &mut response);
            course_so_far.update(change.0, &response);
            prop_assert!(course_so_far == course(&response), "after {}", change.0.id);
        }
    }
}

#[test]
fn the_screens_of_signs_follow_also_when_another_answer_tells_the_same() {
    // The back is on the map alone, and then in the list of areas before it too: in the end the facts are the same.
    let mut response = told([("map.areas", choices(&["head"]))]);
    let site = |regions: &[&str]| {
        let regions = regions.iter().map(|id| (*id).into()).collect();
        Site {
            regions,
            ..Site::default()
        }
    };
    let sites = Answer::Sites(vec![site(&["back-lower-back-left"])]);
    response.answers.insert("map.all".into(), sites);
    let mut so_far = course(&response);
    let before = so_far.clone();
    let both = choices(&["head", "low_back"]);
    response.answers.insert("map.areas".into(), both);
    so_far.update(item("map.areas"), &response);
    assert_eq!(so_far.facts, before.facts, "nothing else is known");
    assert_ne!(so_far.signs, before.signs, "they come earlier");
    assert_eq!(so_far, course(&response));
}

#[test]
fn typing_own_words_looks_at_that_item_alone() {
    let mut response = told([
        ("about.age", number("50")),
        ("map.areas", choices(&["low_back", "head", "knee"])),
    ]);
    let mut course = course(&response);
    for words in ["l", "le", "less pain"] {
        response
            .answers
            .insert("goals.want".into(), Answer::Text(words.to_owned()));
        assert_eq!(course.update(item("goals.want"), &response), 1);
    }
}

#[test]
fn an_answer_that_changes_no_fact_looks_at_no_other_item() {
    let mut response = told([("about.age", number("5"))]);
    let mut course = course(&response);
    // Still impossible, as it was with one figure.
    response.answers.insert("about.age".into(), number("511"));
    assert_eq!(course.update(item("about.age"), &response), 1);
}

#[test]
fn an_answer_looks_again_only_at_what_hangs_on_it() {
    let mut response = told([("sleep.nights", number("0"))]);
    let mut course = course(&response);
    response.answers.insert("sleep.nights".into(), number("4"));
    // Itself, "how much does it bother you" and "for how long".
    assert_eq!(course.update(item("sleep.nights"), &response), 3);
    assert!(course.visible.contains(&item("sleep.bother")));
}

#[test]
fn who_never_drinks_is_asked_no_more_about_it() {
    let mut response = told([("life.alcohol_often", Answer::Level(0))]);
    let mut course = course(&response);
    let others = [
        "life.alcohol_drinks",
        "life.alcohol_six",
        "life.alcohol_heavy",
    ];
    for id in others {
        assert!(!course.visible.contains(&item(id)), "{id}");
    }
    response
        .answers
        .insert("life.alcohol_often".into(), Answer::Level(4));
    course.update(item("life.alcohol_often"), &response);
    for id in others {
        assert!(course.visible.contains(&item(id)), "{id}");
    }
}
