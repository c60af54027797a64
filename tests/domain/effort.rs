//! What the assessment costs six people: screens, taps, letters, minutes; an estimate (`domain::questionnaire::effort`).

use tailored::domain::ids::QuestionId;
use tailored::domain::questionnaire::effort::{Depth, Effort, effort};
use tailored::domain::questionnaire::flow::{Next, course};
use tailored::domain::questionnaire::model::SafetyAnswer;
use tailored::domain::questionnaire::response::{Path, Response};
use tailored::domain::questionnaire::sign_screens::sensitive_questions;
use tailored::domain::questionnaire::walk::{Stop, walk};
use tailored::i18n::{Lang, first_screen};
use tailored::knowledge::ItemKind;

use super::flow::{answer_page, choice, choices, day, number, told};
use super::personas::{PERSONAS, everybody, response};

fn cost(text: &str, path: Path, depth: Depth) -> Effort {
    let response = Response {
        path,
        ..response(text)
    };
    effort(&response, depth)
}

fn minutes(effort: Effort) -> f64 {
    effort.seconds / 60.0
}

/// Pain nearly everywhere asks for nearly every warning sign: three minutes of the usual way, and more than half of the
/// quick one. None of them is left out for the sake of the minutes.
const WIDESPREAD: &str = "fibromyalgia-low-mood";

#[test]
fn the_usual_way_takes_a_typical_person_about_ten_minutes() {
    for (name, text, _) in PERSONAS {
        let most = if name == WIDESPREAD { 12.75 } else { 10.75 };
        let typical = minutes(cost(text, Path::Usual, Depth::Typical));
        assert!(typical <= most, "{name}: {typical:.1}");
    }
}

#[test]
fn the_quick_way_takes_about_four_minutes() {
    for (name, text, _) in PERSONAS {
        let most = if name == WIDESPREAD { 4.65 } else { 4.2 };
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

/// Goes from screen to screen as the pages do, with the whole course worked out anew after each.
fn screens_walked(told: &Response) -> usize {
    let mut response = Response {
        path: told.path,
        ..Response::default()
    };
    let mut screens = 0;
    let mut were_added = false;
    let mut next = Next::Item(course(&response).visible[0]);
    while next != Next::Review {
        let now = course(&response);
        if let Next::Item(item) = next
            && item.kind == ItemKind::Safety
        {
            next = Next::Signs { item, screen: 0 };
        }
        screens += 1;
        assert!(screens < 200, "the questions never end");
        next = match next {
            Next::Signs { item, screen } => {
                for question in now.signs[screen].questions() {
                    let id = QuestionId::from(question.id);
                    let answer = told.safety.get(&id).copied().unwrap_or(SafetyAnswer::No);
                    response.safety.insert(id, answer);
                }
                if screen + 1 == now.sign_screens_asked(&response) {
                    response.urgent_asked = Some(day());
                    response.safety_asked = Some(day());
                }
                let now = course(&response);
                match were_added {
                    true => now.after_added_signs(item, screen, &response),
                    false => now.after_signs(item, screen, &response),
                }
            }
            Next::Item(item) => {
                answer_page(item, told, &mut response);
                let next = course(&response).after(item, &response);
                were_added = matches!(next, Next::Signs { .. });
                next
            }
            Next::Review => next,
        };
    }
    let end = course(&response);
    assert_eq!(end.open(&response).count(), 0);
    screens
}

#[test]
fn the_estimate_counts_each_screen_that_is_walked() {
    for (name, text, _) in PERSONAS {
        for path in [Path::Quick, Path::Usual, Path::Full] {
            let told = Response {
                path,
                ..response(text)
            };
            let counted = effort(&told, Depth::Thorough).screens;
            assert_eq!(counted, screens_walked(&told), "{name} {path:?}");
        }
    }
}

#[test]
fn no_line_about_warning_signs_is_shown_twice_on_the_walk() {
    for (name, text, _) in PERSONAS {
        for path in [Path::Quick, Path::Usual, Path::Full] {
            let told = Response {
                path,
                ..response(text)
            };
            let mut lines: Vec<_> = walk(&told)
                .iter()
                .filter_map(|stop| match stop {
                    Stop::Signs(_, screen) => Some(screen.questions().to_vec()),
                    Stop::Page(_) => None,
                })
                .flatten()
                .map(|question| question.id)
                .collect();
            let shown = lines.len();
            lines.sort_unstable();
            lines.dedup();
            assert!(shown > 10, "{name}");
            assert_eq!(lines.len(), shown, "{name} {path:?}");
        }
    }
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
            let estimated = minutes(effort(&answered, Depth::Typical));
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
        let effort = effort(response, Depth::Typical);
        (
            effort.taps - course(response).sign_screens_asked(response),
            effort.letters,
        )
    };
    let (taps, letters) = cost(&nothing);
    // The country, the field for the age, two places; and two figures.
    assert_eq!(cost(&answered), (taps + 1 + 1 + 2, letters + 2));
}

/// Which signs each of the twelve people was asked about, on each way, when every list had at most eight lines.
const ASKED_BEFORE: &str = include_str!("../fixtures/signs_asked.json");

#[test]
fn every_sign_that_was_ever_asked_of_the_twelve_is_still_asked_emergencies_first() {
    let before: serde_json::Value = serde_json::from_str(ASKED_BEFORE).unwrap();
    assert_eq!(before.as_object().unwrap().len(), 12);
    for (name, text) in everybody() {
        for (way, path) in [
            ("quick", Path::Quick),
            ("usual", Path::Usual),
            ("full", Path::Full),
        ] {
            let told = Response {
                path,
                ..response(text)
            };
            let mut asked: Vec<&str> = Vec::new();
            let mut led_back = false;
            let mut slower = false;
            for stop in walk(&told) {
                match stop {
                    Stop::Signs(_, screen) => {
                        assert!(led_back || !(slower && screen.is_urgent()), "{name} {way}");
                        slower = !screen.is_urgent();
                        asked.extend(screen.questions().iter().map(|question| question.id));
                    }
                    Stop::Page(page) => {
                        // What a later answer adds comes after it.
                        led_back = !asked.is_empty();
                        if page.iter().any(|item| item.sensitive) {
                            asked.extend(sensitive_questions().map(|question| question.id));
                        }
                    }
                }
            }
            let wanted = before[name][way].as_array().unwrap();
            assert!(wanted.len() > 20, "{name} {way}");
            for id in wanted {
                let times = asked.iter().filter(|asked| *id == **asked).count();
                assert_eq!(times, 1, "{name} {way}: {id}");
            }
        }
    }
}

#[test]
fn pages_stay_few_on_each_way() {
    for (name, text) in everybody() {
        let pages = |path| {
            let told = Response {
                path,
                ..response(text)
            };
            let stops = walk(&told);
            let signs = |stop: &&Stop| matches!(stop, Stop::Signs(..));
            (stops.len(), stops.iter().filter(signs).count())
        };
        // Pain nearly everywhere asks for nearly every sign.
        let more = usize::from(name == WIDESPREAD);
        let (quick, quick_signs) = pages(Path::Quick);
        assert!(quick <= 12 + more, "{name}: {quick}");
        assert!(quick_signs <= 4 + more, "{name}: {quick_signs}");
        let (usual, usual_signs) = pages(Path::Usual);
        assert!(usual <= 36 + 3 * more, "{name}: {usual}");
        assert!(usual_signs <= 6 + 2 * more, "{name}: {usual_signs}");
    }
}
