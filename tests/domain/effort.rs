//! What the assessment costs six people: screens, taps, letters, minutes; an estimate (`domain::questionnaire::effort`).

use tailored::domain::questionnaire::effort::{Depth, Effort, effort};
use tailored::domain::questionnaire::flow::course;
use tailored::domain::questionnaire::response::{Path, Response};
use tailored::i18n::{Lang, first_screen};

use super::flow::{choice, choices, number, told};
use super::personas::{PERSONAS, response};

fn cost(text: &str, path: Path, depth: Depth) -> Effort {
    let response = Response {
        path,
        ..response(text)
    };
    effort(&course(&response), &response, depth)
}

fn minutes(effort: Effort) -> f64 {
    effort.seconds / 60.0
}

/// Pain nearly everywhere asks for nearly every warning sign.
const WIDESPREAD: &str = "fibromyalgia-low-mood";

#[test]
fn the_usual_way_takes_a_typical_person_about_ten_minutes() {
    for (name, text, _) in PERSONAS {
        let most = if name == WIDESPREAD { 12.5 } else { 10.2 };
        let typical = minutes(cost(text, Path::Usual, Depth::Typical));
        assert!(typical <= most, "{name}: {typical:.1}");
    }
}

#[test]
fn the_quick_way_takes_about_four_minutes() {
    for (name, text, _) in PERSONAS {
        let most = if name == WIDESPREAD { 4.4 } else { 4.0 };
        let quick = minutes(cost(text, Path::Quick, Depth::Typical));
        assert!(quick <= most, "{name}: {quick:.1}");
    }
}

#[test]
fn the_first_screen_and_the_page_before_the_app_promise_what_is_true() {
    let promise = first_screen(Lang::English).welcome_story;
    assert!(include_str!("../../index.html").contains(promise));
    let promised = f64::from(figures_in(promise));
    let typical: Vec<f64> = PERSONAS
        .iter()
        .map(|(_, text, _)| minutes(cost(text, Path::Usual, Depth::Typical)))
        .collect();
    let mean = typical.iter().sum::<f64>() / typical.len() as f64;
    assert!((mean - promised).abs() < 0.5, "{mean:.1}");
}

fn figures_in(text: &str) -> u32 {
    let figures: String = text.chars().filter(char::is_ascii_digit).collect();
    figures.parse().unwrap()
}

#[test]
fn each_way_asks_less_than_the_next() {
    for (name, text, _) in PERSONAS {
        let [quick, usual, full] = [Path::Quick, Path::Usual, Path::Full]
            .map(|path| cost(text, path, Depth::Thorough).screens);
        assert!(quick < usual && usual < full, "{name}");
    }
}

#[test]
fn the_minutes_that_are_shown_fit_the_estimate() {
    for (name, text, _) in PERSONAS {
        for path in [Path::Quick, Path::Usual] {
            let answered = Response {
                path,
                ..response(text)
            };
            let course = course(&answered);
            // As many minutes as would be left, had none of these items an answer yet.
            let shown = course.minutes_of_all(&answered) as f64;
            let estimated = minutes(effort(&course, &answered, Depth::Typical));
            let ratio = shown / estimated;
            assert!((0.75..1.35).contains(&ratio), "{name} {path:?}: {ratio:.2}");
        }
    }
}

#[test]
fn a_tap_and_a_letter_are_counted_for_what_they_are() {
    let nothing = Response {
        path: Path::Quick,
        ..Response::default()
    };
    let answered = Response {
        path: Path::Quick,
        ..told([
            ("about.region", choice("UK")),
            ("about.age", number("61")),
            ("map.areas", choices(&["knee", "hip"])),
        ])
    };
    let cost = |response: &Response| {
        // The warning signs depend on the places, so only what the hands did is compared.
        let effort = effort(&course(response), response, Depth::Typical);
        (
            effort.taps - course(response).sign_screens_asked(response),
            effort.letters,
        )
    };
    let (taps, letters) = cost(&nothing);
    // The country, the field for the age, two places; and two figures.
    assert_eq!(cost(&answered), (taps + 1 + 1 + 2, letters + 2));
}
