//! Owns the whole assessment, screen by screen: with the page killed after each answer, with the keyboard alone, and
//! with answers that cannot be.

use std::collections::BTreeSet;

use fantoccini::key::Key;
use serde_json::{Value, json};

use crate::engine::Engine;
use crate::person::Person;
use crate::server::Server;

const ANSWER: &str = include_str!("../answer.js");

/// More screens than the longest way through the questions has.
const MOST_SCREENS: usize = 200;

/// The heading of the page on which the question for own words stands.
const WISH: &str = "What do you most want back? Choose up to three.";

/// The place of the questions about warning signs.
const SIGNS: &str = "safety.signs";

/// More stops than any screen has.
const MOST_STOPS: usize = 150;

pub async fn every_answer_outlives_a_page_that_is_killed(engine: Engine) {
    let person = Person::opens_the_app(engine, Server::of_the_release()).await;
    person.has_the_app().await;
    person.leaves_by("Start with my story").await;
    has_the_questions(&person).await;
    let mut answered = BTreeSet::new();
    let mut has_ticked_a_sign = false;
    for _ in 0..MOST_SCREENS {
        let heading = person.heading().await;
        if heading == "My pain" {
            break;
        }
        let here = place(&person).await;
        if !here.contains(SIGNS) {
            answers(&person, &heading).await;
            is_found_again_after_a_kill(&person, &heading).await;
            // The first screen comes without its name in the address.
            answered.extend(here.strip_prefix("#/ask/").map(str::to_owned));
        } else if !has_ticked_a_sign {
            // A sign is ticked, dated, found again, and taken back, so that nothing urgent ends the walk.
            fills_what_is_open(&person, "").await;
            fills_what_is_open(&person, "").await;
            is_found_again_after_a_kill(&person, &heading).await;
            unticks(&person).await;
            is_found_again_after_a_kill(&person, &heading).await;
            has_ticked_a_sign = true;
        }
        goes_on(&person).await;
    }
    person.sees("Your story is told").await;
    assert!(answered.len() > 20, "{answered:?}");

    let response = saved_response(&person).await;
    let answers = response["answers"].as_object().expect("answers are saved");
    let given = answers
        .values()
        .filter(|answer| !is_skipped(answer))
        .count();
    assert!(given > 40, "only {given} answers");
    for item in answered {
        let answer = &response["answers"][&item];
        assert!(!answer.is_null() && !is_skipped(answer), "{item}: {answer}");
    }
}

pub async fn half_a_word_outlives_page_and_browser(engine: Engine) {
    let mut person = Person::opens_the_app(engine, Server::of_the_release()).await;
    person.has_the_app().await;
    person.goes_to("#/ask/goals.want").await;
    person.is_at(WISH).await;
    let script = "document.querySelector('main textarea').focus()";
    person.asks(script, json!([])).await;
    person.types("To walk to the sh").await;
    is_found_again_after_a_kill(&person, WISH).await;

    person.closes_and_opens_again().await;
    person.has_the_app().await;
    person.goes_to("#/ask").await;
    person.is_at(WISH).await;
    assert!(
        answers_here(&person).await.contains("To walk to the sh"),
        "{}",
        answers_here(&person).await
    );
}

pub async fn the_longest_way_can_be_gone_by_keyboard_alone(engine: Engine) {
    let person = Person::opens_the_app(engine, Server::of_the_release()).await;
    person.has_the_app().await;
    let mut screens = 0;
    stops_at(&person, |stop| stop["name"] == "Start with my story").await;
    presses_and_leaves(&person, Key::Enter).await;
    has_the_questions(&person).await;
    while person.heading().await != "My pain" {
        screens += 1;
        assert!(screens < MOST_SCREENS, "the questions never end");
        answers_by_keyboard(&person).await;
    }
    person.sees("Your story is told").await;
    let response = saved_response(&person).await;
    let answers = response["answers"].as_object().expect("answers are saved");
    let left_out: Vec<_> = answers
        .iter()
        .filter(|(_, answer)| is_skipped(answer))
        .map(|(item, _)| item)
        .collect();
    assert!(left_out.is_empty(), "{left_out:?}");
    assert!(answers.len() > 75, "only {} answers", answers.len());
}

pub async fn answers_that_cannot_be_are_kept_and_pointed_out(engine: Engine) {
    let person = Person::opens_the_app(engine, Server::of_the_release()).await;
    person.has_the_app().await;
    person.goes_to("#/ask/about.age").await;
    person.fills("Years", "3").await;
    person
        .sees("We can only count a number from 10 to 110.")
        .await;
    person.goes_to("#/ask/map.areas").await;
    person.chooses("Head").await;
    person.goes_to("#/ask/head.days").await;
    person.fills("Days", "45").await;
    person
        .sees("We can only count a number from 0 to 30.")
        .await;
    person.goes_to("#/ask/pain.avg7").await;
    person.chooses("8 of 10").await;
    person.goes_to("#/ask/pain.worst7").await;
    person.chooses("4 of 10").await;
    person.sees("Your worst pain is lower").await;
    person.goes_to("#/ask/tests.list").await;
    person.presses("Pictures").await;
    person.chooses("X-ray").await;
    person.fills("Year", "2099").await;
    person.sees("This is later than today.").await;
    person.finds_no_barrier().await;

    // Each stands in the review, as it was written, and is mended there.
    person.goes_to("#/pain").await;
    person.sees("Please look at these again").await;
    for question in [
        "How old are you?",
        "On how many days last month did you have a headache of any kind?",
        "And the worst pain in those 7 days?",
        "Which tests and examinations have you had?",
    ] {
        assert!(person.can_press(question).await, "{question}");
    }
    person.finds_no_barrier().await;
    person.presses("Safety first").await;
    person.sees("3 years").await;
    // The question is there for screen readers alone, after a gap.
    person.presses("Change: How old are you?").await;
    person.fills("Years", "61").await;
    person.sees("61 years").await;
    assert!(!person.can_press("How old are you?").await);

    // None of them reached a result.
    person.goes_to("#/pain/results").await;
    person.is_at("What your answers say").await;
    person.sees("Not counted: some answers are missing.").await;
    person.finds_no_barrier().await;
}

/// The questions are in the later file of the app, which may still be on its way.
async fn has_the_questions(person: &Person) {
    person.sees("Where do you live?").await;
}

/// Answers a screen of the usual way; where one press is not enough, as a person would.
async fn answers(person: &Person, heading: &str) {
    match heading {
        "Show where it hurts" => {
            person.chooses("left side of the lower back").await;
            person.answers("Usual pain here", "6 of 10").await;
            person.answers("Worst pain here", "9 of 10").await;
            person.presses("Done").await;
            person.sees("1. left side of the lower back").await;
        }
        "Where do you live?" => {
            person.chooses("United Kingdom").await;
            person.fills("Years", "61").await;
            person.chooses("Female").await;
        }
        "Which parts of your body hurt?" => {
            person.chooses("Lower back").await;
            person.chooses("Leg").await;
        }
        "What have you been told that you have?" => {
            person.presses("Add a name").await;
            fills_what_is_open(person, "6").await;
        }
        "Write down what you take for pain" => {
            person.presses("Add a medicine").await;
            fills_what_is_open(person, "2").await;
        }
        TRIED => {
            person.presses("Movement and hands-on").await;
            person.chooses("Massage").await;
            person.chooses("It did not help").await;
        }
        "Which tests and examinations have you had?" => {
            person.presses("Pictures").await;
            person.chooses("X-ray").await;
            fills_what_is_open(person, "2024").await;
        }
        _ => fills_what_is_open(person, "6").await,
    }
}

/// The page is killed before "Next": the question, and what was answered, are there again.
async fn is_found_again_after_a_kill(person: &Person, heading: &str) {
    let before = answers_here(person).await;
    person.loses_the_page().await;
    person.has_the_app().await;
    person.is_at(heading).await;
    assert_eq!(answers_here(person).await, before, "after '{heading}'");
}

async fn answers_here(person: &Person) -> String {
    asks(person, "return answersHere()", json!([]))
        .await
        .as_str()
        .unwrap_or_default()
        .to_owned()
}

async fn fills_what_is_open(person: &Person, number: &str) {
    let is_answered = asks(
        person,
        "return answersQuickly(arguments[0])",
        json!([number]),
    )
    .await;
    assert_eq!(
        is_answered,
        Value::Bool(true),
        "nothing to answer on '{}'",
        person.heading().await
    );
}

async fn unticks(person: &Person) {
    let script = "fieldsHere().find((field) => field.type === 'checkbox' && field.checked).click()";
    asks(person, script, json!([])).await;
}

async fn goes_on(person: &Person) {
    for name in ["None of these", "Next"] {
        if person.can_press(name).await {
            return person.leaves_by(name).await;
        }
    }
    panic!("there is no way on from '{}'", person.heading().await);
}

/// The address within the app.
async fn place(person: &Person) -> String {
    let place = person.asks("return location.hash", json!([])).await;
    place.as_str().unwrap_or_default().to_owned()
}

async fn saved_response(person: &Person) -> Value {
    let saved = person.saved_data().await;
    let text = saved["tailored/response"].as_str().unwrap_or_default();
    serde_json::from_str(text).expect("the answers are saved")
}

fn is_skipped(answer: &Value) -> bool {
    *answer == json!("skipped")
}

async fn asks(person: &Person, script: &str, arguments: Value) -> Value {
    person.asks(&format!("{ANSWER}\n{script}"), arguments).await
}

// ---- The keyboard

/// What the next stop of Tab is like.
async fn next_stop(person: &Person) -> Value {
    person.presses_key(Key::Tab).await;
    asks(person, "return focused()", json!([])).await
}

/// Goes from stop to stop until one fits.
async fn stops_at(person: &Person, fits: impl Fn(&Value) -> bool) {
    for _ in 0..MOST_STOPS {
        if fits(&next_stop(person).await) {
            return;
        }
    }
    panic!("no stop fits on '{}'", person.heading().await);
}

async fn presses_and_leaves(person: &Person, key: Key) {
    let here = place(person).await;
    person.presses_key(key).await;
    person
        .until(
            "a key leads on",
            "return location.hash !== arguments[0]",
            json!([here]),
        )
        .await;
    person
        .until(
            "the focus is on the new page",
            "return document.activeElement?.id === 'main'",
            json!([]),
        )
        .await;
}

/// Answers one screen as it comes and goes on, with Tab, Space, Enter, the arrows and letters.
async fn answers_by_keyboard(person: &Person) {
    let heading = person.heading().await;
    // "None of these", and nothing about what nobody has to answer.
    let is_signs = place(person).await.contains(SIGNS);
    let ticks_all = heading == "Which parts of your body hurt?";
    let mut is_answered = false;
    let mut answered = BTreeSet::new();
    // One place is enough; a second one would open its sheet.
    let is_map = heading == "Show where it hurts";
    if is_map {
        marks_a_place_by_keyboard(person).await;
        is_answered = true;
    }
    for _ in 0..MOST_STOPS {
        let stop = next_stop(person).await;
        let name = stop["name"].as_str().unwrap_or_default();
        let is_empty = stop["isEmpty"] == Value::Bool(true);
        let question = stop["question"].as_str().unwrap_or_default().to_owned();
        if stop["isFree"] == Value::Bool(true) {
            continue;
        }
        match stop["kind"].as_str().unwrap_or_default() {
            "button" if stop["isForward"] == Value::Bool(true) && is_answered => {
                return presses_and_leaves(person, Key::Enter).await;
            }
            "button" if is_signs && name == "None of these" => {
                return presses_and_leaves(person, Key::Enter).await;
            }
            "summary" if OPENED.contains(&heading.as_str()) && !is_answered => {
                person.presses_key(Key::Enter).await;
            }
            "radio" if stop["isWay"] == Value::Bool(true) => {
                // From the usual way to the one after it, which asks everything.
                person.presses_key(Key::Down).await;
            }
            "radio" if is_empty && !is_signs => {
                person.presses_key(Key::Down).await;
                is_answered = true;
            }
            "checkbox"
                if is_empty
                    && !is_signs
                    && !is_map
                    && (ticks_all || !answered.contains(&question)) =>
            {
                person.presses_key(Key::Space).await;
                answered.insert(question);
                is_answered = true;
            }
            // The field for searching among the treatments is no answer.
            "line" if is_empty && (heading != TRIED || is_answered) => {
                let is_number = stop["isNumber"] == Value::Bool(true);
                person
                    .types(if is_number {
                        number_for(&question)
                    } else {
                        "Some words"
                    })
                    .await;
                is_answered = true;
            }
            "button" if name.starts_with("Add ") && !is_answered => {
                person.presses_key(Key::Enter).await;
                person
                    .until(
                        "the focus is on the first line of what was added",
                        "return document.activeElement?.matches('form li input') === true",
                        json!([]),
                    )
                    .await;
                person.types("Some words").await;
                is_answered = true;
            }
            _ => {}
        }
    }
    panic!("there is no way on from '{heading}'");
}

/// The list beside the drawing, its first heading, its first place, and in the sheet how strong it is.
async fn marks_a_place_by_keyboard(person: &Person) {
    stops_at(person, |stop| stop["name"] == "List").await;
    person.presses_key(Key::Enter).await;
    stops_at(person, |stop| stop["kind"] == "summary").await;
    person.presses_key(Key::Enter).await;
    stops_at(person, |stop| stop["kind"] == "checkbox").await;
    person.presses_key(Key::Space).await;
    person.sees("Usual pain here").await;
    stops_at(person, |stop| stop["kind"] == "radio").await;
    person.presses_key(Key::Down).await;
    stops_at(person, |stop| stop["name"] == "Done").await;
    person.presses_key(Key::Enter).await;
    person.sees_no_more("Usual pain here").await;
}

/// The headings of screens on which a group must be opened first.
const OPENED: [&str; 2] = ["Where do you live?", TRIED];
const TRIED: &str = "What have you tried so far?";

fn number_for(heading: &str) -> &'static str {
    match heading {
        "How old are you?" => "35",
        "On how many days last month did you have a headache of any kind?" => "20",
        "On how many nights a week is your sleep poor?" => "4",
        _ => "9",
    }
}
