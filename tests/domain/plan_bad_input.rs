//! Answers that cannot be right, are missing, or are far too many: the plan says what is missing, and there is always a
//! next step.

use std::collections::BTreeMap;

use tailored::domain::ids::{ItemId, QuestionId};
use tailored::domain::plan::deciding::deciding;
use tailored::domain::plan::engine::plan;
use tailored::domain::plan::facts::fact;
use tailored::domain::plan::model::{Plan, Section};
use tailored::domain::plan::reading::inputs_behind;
use tailored::domain::questionnaire::findings::findings;
use tailored::domain::questionnaire::flow::{Course, course};
use tailored::domain::questionnaire::model::{Answer, Diagnosis, Medicine, SafetyAnswer};
use tailored::domain::questionnaire::response::Response;
use tailored::domain::questionnaire::suggested::suggested;
use tailored::domain::safety::{SafetyAnswers, answers_of};
use tailored::knowledge::{ITEMS, Item, ItemKind, Level, SAFETY_QUESTIONS, SUBSTANCES, words};

use super::flow::{choice, choices, day, number, told};

fn planned(response: &Response) -> (Course, Plan) {
    let course = course(response);
    let plan = plan(
        &course.facts,
        &SafetyAnswers::from_response(&response.safety),
    );
    (course, plan)
}

/// Something that the person can do now: an option to talk about, or the question on which most hangs.
fn next_steps(response: &Response) -> (usize, Option<&'static Item>) {
    let (course, plan) = planned(response);
    let answers = SafetyAnswers::from_response(&response.safety);
    let suggested = plan
        .lines
        .iter()
        .filter(|line| line.section.is_suggested() && line.shown);
    let asked = deciding(&course, response, &plan, &answers, &[]);
    (suggested.count(), asked.map(|asked| asked.item))
}

#[test]
fn contradictory_answers_are_named_count_for_nothing_and_leave_a_plan() {
    let response = told([
        ("about.age", number("30")),
        ("map.areas", choices(&["head", "low_back"])),
        ("map.main", choice("low_back")),
        (
            "pain.duration",
            Answer::Duration {
                years: "45".to_owned(),
                months: String::new(),
            },
        ),
        ("pain.avg7", Answer::Level(8)),
        ("pain.worst7", Answer::Level(2)),
        ("pain.days3m", choice("some")),
        ("pain.limits3m", choice("every")),
        ("head.days", number("4")),
        ("head.migdays", number("20")),
    ]);
    let (course, plan) = planned(&response);
    let odd: Vec<&str> = findings(&course, &response, day())
        .iter()
        .map(|finding| finding.item.id)
        .collect();
    for item in [
        "pain.duration",
        "pain.worst7",
        "pain.limits3m",
        "head.migdays",
    ] {
        assert!(odd.contains(&item), "{item} is not named: {odd:?}");
    }
    for unknown in [
        fact::PAIN_DURATION_MONTHS,
        fact::NRS_AVG7,
        fact::NRS_WORST7,
        fact::PAIN_DAYS3M,
        fact::LIMITS_LIFE3M,
        fact::MIGRAINE_DAYS,
    ] {
        assert!(!plan.facts.is_known(unknown), "{}", unknown.fact().id);
    }
    let (suggested, asked) = next_steps(&response);
    assert!(suggested > 0 && asked.is_some());
}

#[test]
fn with_all_left_out_the_question_that_decides_most_is_the_next_step() {
    let empty = Response::default();
    let skipped = Response {
        answers: ITEMS
            .iter()
            .filter(|item| item.kind != ItemKind::Safety)
            .map(|item| (ItemId::from(item.id), Answer::Skipped))
            .collect(),
        ..Response::default()
    };
    for response in [empty, skipped] {
        let (_, plan) = planned(&response);
        let (_, asked) = next_steps(&response);
        assert!(asked.is_some());
        // Nothing is claimed about the person: no caution rests on an answer, and no later step is offered.
        for caution in &plan.cautions {
            let behind = inputs_behind(caution.when, &plan.facts, &SafetyAnswers::default());
            assert!(behind.is_empty(), "{}: {behind:?}", caution.id);
        }
        let offered = plan
            .section(Section::Best)
            .filter(|line| line.rules.iter().any(|rule| rule.step >= 2));
        assert_eq!(offered.count(), 0);
    }
}

/// Every option of every list, the highest of every scale, "yes" to everything.
fn everything() -> Response {
    let all = |item: &Item| {
        let ids: Vec<String> = item
            .options
            .iter()
            .map(|option| option.id.to_owned())
            .collect();
        let most = item.max.unwrap_or(10.0).to_string();
        Some(match item.kind {
            ItemKind::Areas | ItemKind::Choices | ItemKind::Ticks | ItemKind::Count => {
                Answer::Choices(ids)
            }
            ItemKind::Choice => Answer::Choice(ids.last()?.clone()),
            ItemKind::YesNo => choice("yes"),
            ItemKind::Scale => Answer::Level(10),
            ItemKind::Rating => Answer::Level(item.max.unwrap_or(3.0) as u8),
            ItemKind::Number => number(&most),
            ItemKind::Numbers => {
                Answer::Numbers(ids.into_iter().map(|id| (id, most.clone())).collect())
            }
            ItemKind::Duration => Answer::Duration {
                years: "75".to_owned(),
                months: String::new(),
            },
            _ => return None,
        })
    };
    Response {
        answers: ITEMS
            .iter()
            .filter_map(|item| Some((ItemId::from(item.id), all(item)?)))
            .collect(),
        ..Response::default()
    }
}

#[test]
fn with_everything_ticked_signs_come_first_and_something_is_left_to_talk_about() {
    let mut response = everything();
    let (_, calm) = planned(&response);
    let open = calm
        .lines
        .iter()
        .filter(|line| line.status.is_open() && !line.has_caution(Level::Avoid));
    assert!(open.count() > 0);
    assert!(
        calm.cautions
            .iter()
            .any(|caution| caution.level == Level::Avoid)
    );
    let (suggested, asked) = next_steps(&response);
    assert!(suggested > 0 || asked.is_some());
    for question in &SAFETY_QUESTIONS {
        let yes = answers_of(question.kind)
            .iter()
            .find(|answer| matches!(answer, SafetyAnswer::New | SafetyAnswer::Yes));
        response
            .safety
            .insert(QuestionId::from(question.id), *yes.unwrap());
    }
    let (_, alarmed) = planned(&response);
    assert!(alarmed.safety.withhold);
    assert!(!alarmed.safety.warnings.is_empty());
}

#[test]
fn forty_typed_medicines_are_asked_and_leave_a_plan() {
    let list: Vec<Medicine> = SUBSTANCES
        .iter()
        .filter(|substance| !substance.words.is_empty())
        .step_by(3)
        .take(40)
        .map(|substance| Medicine {
            name: substance.names[0].to_owned(),
            ..Medicine::default()
        })
        .collect();
    assert_eq!(list.len(), 40);
    let with = |confirm: bool| {
        let mut list = list.clone();
        let answer = Answer::Medicines(list.clone());
        for (place, medicine) in list.iter_mut().enumerate() {
            let asked = suggested(&answer, place, &Default::default());
            assert!(!asked.is_empty(), "{}", medicine.name);
            let said = asked.iter().filter(|_| confirm);
            medicine.counts = said
                .map(|each| (each.word.text().to_owned(), true))
                .collect();
        }
        told([
            ("about.age", number("60")),
            ("map.areas", choices(&["low_back"])),
            ("health.medlist", Answer::Medicines(list)),
        ])
    };
    let (_, unasked) = planned(&with(false));
    assert!(!unasked.facts.holds(fact::CURRENT_MEDS, words::NSAID));
    let (_, confirmed) = planned(&with(true));
    assert!(confirmed.facts.known_words(fact::CURRENT_MEDS).count() > 10);
    assert!(confirmed.cautions.len() > unasked.cautions.len());
    let (suggested, asked) = next_steps(&with(true));
    assert!(suggested > 0 && asked.is_some());
}

#[test]
fn thirty_typed_diagnoses_are_asked_and_leave_a_plan() {
    let names = [
        "fibromyalgia",
        "herniated disc",
        "migraine",
        "IBS",
        "endometriosis",
        "asthma",
        "gout",
        "RA",
        "osteoarthritis",
        "CRPS",
        "GCA",
        "hEDS",
        "POTS",
        "ME/CFS",
        "diabetes",
        "high blood pressure",
        "heart failure",
        "stroke",
        "kidney disease",
        "epilepsy",
        "glaucoma",
        "carpal tunnel",
        "TMJ",
        "frozen shoulder",
        "tennis elbow",
        "plantar fasciitis",
        "psoriasis",
        "interstitial cystitis",
        "something nobody knows",
        "no cancer",
    ];
    let list: Vec<Diagnosis> = names
        .iter()
        .map(|name| Diagnosis {
            name: (*name).to_owned(),
            ..Diagnosis::default()
        })
        .collect();
    let with = |list: Vec<Diagnosis>| {
        told([
            ("about.age", number("50")),
            ("map.areas", choices(&["widespread"])),
            ("story.diagnoses", Answer::Diagnoses(list)),
        ])
    };
    let (_, unasked) = planned(&with(list.clone()));
    assert_eq!(unasked.facts.known_words(fact::CONDITIONS).count(), 0);
    let answer = Answer::Diagnoses(list.clone());
    let mut confirmed = list;
    for (place, diagnosis) in confirmed.iter_mut().enumerate() {
        let asked = suggested(&answer, place, &Default::default());
        assert_eq!(asked.is_empty(), place >= 28, "{}", diagnosis.name);
        diagnosis.counts = asked
            .iter()
            .map(|each| (each.word.text().to_owned(), true))
            .collect::<BTreeMap<_, _>>();
    }
    let response = with(confirmed);
    let (_, plan) = planned(&response);
    assert!(plan.facts.known_words(fact::CONDITIONS).count() >= 28);
    assert!(!plan.cautions.is_empty());
    let (suggested, asked) = next_steps(&response);
    assert!(suggested > 0 && asked.is_some());
}
