//! Twelve people whose whole assessment is kept as the app saves it, with what it says about them.

use tailored::domain::plan::engine;
use tailored::domain::plan::model::Plan;
use tailored::domain::questionnaire::findings::findings;
use tailored::domain::questionnaire::flow::course;
use tailored::domain::questionnaire::response::Response;
use tailored::domain::safety::SafetyAnswers;

use super::flow::day;
use super::golden;
use super::plan_case;
use super::saved_response as saved;
use super::told_facts::Printed;

/// Name, the saved response, and the kept output of `facts`.
pub const PERSONAS: [(&str, &str, &str); 6] = [
    (
        "low-back-leg-pain",
        include_str!("../fixtures/personas/low-back-leg-pain.json"),
        include_str!("../golden/facts/low-back-leg-pain.json"),
    ),
    (
        "chronic-migraine-overuse",
        include_str!("../fixtures/personas/chronic-migraine-overuse.json"),
        include_str!("../golden/facts/chronic-migraine-overuse.json"),
    ),
    (
        "knee-arthritis-kidney-blood-thinner",
        include_str!("../fixtures/personas/knee-arthritis-kidney-blood-thinner.json"),
        include_str!("../golden/facts/knee-arthritis-kidney-blood-thinner.json"),
    ),
    (
        "fibromyalgia-low-mood",
        include_str!("../fixtures/personas/fibromyalgia-low-mood.json"),
        include_str!("../golden/facts/fibromyalgia-low-mood.json"),
    ),
    (
        "diabetic-nerve-pain",
        include_str!("../fixtures/personas/diabetic-nerve-pain.json"),
        include_str!("../golden/facts/diabetic-nerve-pain.json"),
    ),
    (
        "pelvic-pain-trying-for-a-child",
        include_str!("../fixtures/personas/pelvic-pain-trying-for-a-child.json"),
        include_str!("../golden/facts/pelvic-pain-trying-for-a-child.json"),
    ),
];

/// Six more, on the usual way, with pain that the first six do not have. Name, and the saved response.
pub const MORE: [(&str, &str); 6] = [
    (
        "sciatica-at-ten-weeks",
        include_str!("../fixtures/personas/sciatica-at-ten-weeks.json"),
    ),
    (
        "trigeminal-at-two-months",
        include_str!("../fixtures/personas/trigeminal-at-two-months.json"),
    ),
    (
        "vulval-pain",
        include_str!("../fixtures/personas/vulval-pain.json"),
    ),
    (
        "runners-knee",
        include_str!("../fixtures/personas/runners-knee.json"),
    ),
    (
        "pregnancy-pelvic-girdle",
        include_str!("../fixtures/personas/pregnancy-pelvic-girdle.json"),
    ),
    (
        "after-stroke",
        include_str!("../fixtures/personas/after-stroke.json"),
    ),
];

/// All twelve.
pub fn everybody() -> impl Iterator<Item = (&'static str, &'static str)> {
    PERSONAS
        .into_iter()
        .map(|(name, text, _)| (name, text))
        .chain(MORE)
}

/// The response of a persona.
pub fn response(text: &str) -> Response {
    saved::response(text).unwrap()
}

/// The plan of a persona.
pub fn plan_of(response: &Response) -> Plan {
    let answers = SafetyAnswers::from_response(&response.safety);
    engine::plan(&course(response).facts, &answers)
}

#[test]
fn the_facts_of_each_persona_are_those_that_were_reviewed_and_kept() {
    for (name, text) in everybody() {
        let response = response(text);
        let printed = Printed::new(&response).unwrap().facts();
        let made = serde_json::to_string_pretty(&printed).unwrap() + "\n";
        golden::assert_kept(&format!("tests/golden/facts/{name}.json"), &made);
    }
}

#[test]
fn each_persona_has_answered_everything_and_nothing_odd() {
    for (name, text) in everybody() {
        let response = response(text);
        let course = course(&response);
        let open: Vec<_> = course.open(&response).map(|item| item.id).collect();
        assert!(open.is_empty(), "{name}: {open:?}");
        assert_eq!(course.open_signs(&response), None, "{name}");
        let odd = findings(&course, &response, day());
        assert!(odd.is_empty(), "{name}: {odd:?}");
        let hidden: Vec<_> = response
            .answers
            .keys()
            .filter(|id| course.visible.iter().all(|item| item.id != id.as_str()))
            .collect();
        assert!(hidden.is_empty(), "{name}: {hidden:?}");
    }
}

#[test]
fn the_case_of_each_persona_can_be_planned_and_says_the_same() {
    for (name, text) in everybody() {
        let response = response(text);
        let case = Printed::new(&response).unwrap().case().to_string();
        let (facts, answers) = plan_case::read(&case).unwrap();
        assert_eq!(facts, course(&response).facts, "{name}");
        let own = SafetyAnswers::from_response(&response.safety);
        assert_eq!(answers, own, "{name}");
    }
}

#[test]
fn each_known_fact_names_the_items_behind_it() {
    for (name, text) in everybody() {
        let response = response(text);
        let printed = Printed::new(&response).unwrap().facts();
        let facts = printed["facts"].as_object().unwrap();
        assert!(facts.len() > 30, "{name}");
        for (id, fact) in facts {
            let items = fact["items"].as_array().unwrap();
            // Three facts come from the questions about warning signs, which are one item.
            assert!(!items.is_empty(), "{name}: {id}");
            for item in items {
                let item = item.as_str().unwrap();
                assert!(tailored::knowledge::item(item).is_some(), "{item}");
            }
        }
    }
}
