//! How far the warning signs were asked: whatever is said about it, the way that is offered leads to its end.

use chrono::{Days, NaiveDate};
use proptest::prelude::*;
use tailored::domain::ids::QuestionId;
use tailored::domain::questionnaire::flow::{Course, Next, course};
use tailored::domain::questionnaire::model::SafetyAnswer;
use tailored::domain::questionnaire::response::{Path, Response};
use tailored::domain::questionnaire::signs_way::SignsStanding;
use tailored::knowledge::{Item, ItemKind, NEW_WINDOW_DAYS, SAFETY_QUESTIONS, item};

use super::flow::{choices, day, number, responses, told};

fn today() -> NaiveDate {
    day()
}

/// Walks from a screen of signs as the app does, ticking nothing, until "Next" leads away from them.
fn go_through(response: &mut Response, mut screen: usize) -> Next {
    for _ in 0..SAFETY_QUESTIONS.len() {
        let now = course(response);
        answer_nothing(&now, screen, response);
        let after = course(response);
        match after.after_signs(signs_item(), screen, response) {
            Next::Signs { screen: next, .. } => screen = next,
            away => return away,
        }
    }
    panic!("the screens of signs do not end");
}

/// As `state::assessment` keeps it when a person goes on from a screen.
fn answer_nothing(now: &Course, screen: usize, response: &mut Response) {
    for question in now.signs[screen].questions() {
        let id = QuestionId::from(question.id);
        response.safety.entry(id).or_insert(SafetyAnswer::No);
    }
    if now
        .signs
        .get(screen + 1)
        .is_none_or(|next| !next.is_urgent())
    {
        response.urgent_asked = Some(today());
    }
    if screen + 1 >= now.signs.len() {
        response.safety_asked = Some(today());
    }
}

fn signs_item() -> &'static Item {
    let signs = item("safety.signs").unwrap();
    assert_eq!(signs.kind, ItemKind::Safety);
    signs
}

fn standing(response: &Response) -> SignsStanding {
    course(response).signs_standing(response, today())
}

#[test]
fn the_short_way_asks_the_urgent_signs_and_then_offers_the_slower_ones_to_their_end() {
    let mut response = told([
        ("about.age", number("45")),
        ("map.areas", choices(&["low_back", "head"])),
    ]);
    response.path = Path::Quick;
    assert_eq!(standing(&response), SignsStanding::NotAsked { screen: 0 });

    let next = go_through(&mut response, 0);
    assert!(!matches!(next, Next::Signs { .. }));
    assert_eq!(
        response.safety_asked, None,
        "the short way leaves the slower ones out"
    );
    let SignsStanding::UrgentAsked { screen, lines, on } = standing(&response) else {
        panic!("{:?}", standing(&response));
    };
    assert_eq!(on, today());
    assert!(lines > 0 && !course(&response).signs[screen].is_urgent());

    go_through(&mut response, screen);
    assert_eq!(standing(&response), SignsStanding::Asked { on: today() });
    assert_eq!(response.path, Path::Quick, "the way stays the short one");
}

#[test]
fn a_fresh_look_on_the_short_way_makes_the_signs_fresh() {
    let long_ago = today()
        .checked_sub_days(Days::new(NEW_WINDOW_DAYS as u64 + 1))
        .unwrap();
    let mut response = told([("map.areas", choices(&["knee"]))]);
    go_through(&mut response, 0);
    response.urgent_asked = Some(long_ago);
    response.safety_asked = Some(long_ago);
    assert_eq!(standing(&response), SignsStanding::Old { on: long_ago });
    response.path = Path::Quick;
    go_through(&mut response, 0);
    assert_eq!(standing(&response), SignsStanding::Asked { on: today() });
}

#[test]
fn a_later_answer_that_asks_for_an_urgent_sign_counts_as_not_asked() {
    let mut response = told([("map.areas", choices(&["knee"]))]);
    go_through(&mut response, 0);
    response
        .answers
        .extend(told([("map.areas", choices(&["knee", "chest"]))]).answers);
    let SignsStanding::NotAsked { screen } = standing(&response) else {
        panic!("{:?}", standing(&response));
    };
    assert!(course(&response).signs[screen].is_urgent());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Whatever was answered, on each way: following what is offered ends with all signs asked.
    #[test]
    fn what_is_offered_leads_to_its_end(mut response in responses(0.6)) {
        for _ in 0..3 {
            match standing(&response) {
                SignsStanding::Asked { .. } => return Ok(()),
                SignsStanding::Old { .. } => prop_assert!(false, "nothing is old"),
                SignsStanding::NotAsked { screen } | SignsStanding::UrgentAsked { screen, .. } => {
                    let screens = course(&response).signs.len();
                    prop_assert!(screen < screens, "{screen} of {screens}");
                    go_through(&mut response, screen);
                }
            }
        }
        prop_assert!(false, "it goes in a circle: {:?}", standing(&response));
    }
}
