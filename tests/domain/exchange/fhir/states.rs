//! Yes, no, not sure, left out and not asked are five things; old answers are old; what is not finished says so.

use std::collections::BTreeMap;

use serde_json::{Value, json};
use tailored::domain::date::NaiveDate;
use tailored::domain::ids::{ItemId, QuestionId};
use tailored::domain::questionnaire::answered::Answered;
use tailored::domain::questionnaire::flow::course;
use tailored::domain::questionnaire::model::{Answer, SafetyAnswer};
use tailored::domain::questionnaire::response::Response;
use tailored::exchange::Record;
use tailored::exchange::fhir::{FhirOptions, bundle};
use tailored::i18n::{Lang, messages};

use super::{absent, all, answered, case, day, made, observed, of_backup, section};
use crate::flow::{choice, choices, told};
use crate::personas::PERSONAS;

#[test]
fn yes_no_not_sure_left_out_and_not_asked_stay_apart() {
    let base = [("map.areas", choices(&["low_back"]))];
    let with = |answer: Option<Answer>| {
        let mut response = told(base.clone());
        response
            .answers
            .extend(answer.map(|answer| (ItemId::from("back.leg"), answer)));
        made(&response, FhirOptions::default())
    };
    let state = |answer: Option<Answer>| {
        let bundle = with(answer);
        let item = answered(&bundle, "back.leg").unwrap().clone();
        let code = item["answer"][0]["valueCoding"]["code"]
            .as_str()
            .map(str::to_owned);
        (code, absent(&item).map(str::to_owned))
    };
    let owned = |text: &str| Some(text.to_owned());
    assert_eq!(state(Some(choice("yes"))), (owned("yes"), None));
    assert_eq!(state(Some(choice("no"))), (owned("no"), None));
    assert_eq!(state(Some(choice("unsure"))), (owned("unsure"), None));
    assert_eq!(
        state(Some(Answer::Skipped)),
        (None, owned("asked-declined"))
    );
    assert_eq!(state(None), (None, owned("not-asked")));
    // Not sure is a reason of FHIR's own list as well.
    let unsure = with(Some(choice("unsure")));
    let coding = &answered(&unsure, "back.leg").unwrap()["answer"][0]["valueCoding"];
    assert_eq!(coding["display"], "I am not sure");
    assert_eq!(absent(coding), Some("asked-unknown"));
    // The same of a warning sign.
    let mut response = told(base);
    response
        .safety
        .insert(QuestionId::from("q_ces_bladder"), SafetyAnswer::NotSure);
    let bundle = made(&response, FhirOptions::default());
    assert_eq!(
        absent(&answered(&bundle, "q_ces_bladder").unwrap()["answer"][0]["valueCoding"]),
        Some("asked-unknown")
    );
    assert_eq!(
        absent(answered(&bundle, "q_ces_saddle").unwrap()),
        Some("not-asked")
    );
}

#[test]
fn none_of_a_list_is_not_silence() {
    let state = |answer: Option<Answer>| {
        let mut response = told([]);
        response
            .answers
            .extend(answer.map(|answer| (ItemId::from("health.allergies"), answer)));
        let bundle = made(&response, FhirOptions::default());
        let section = section(&bundle, "Bad reactions");
        section["emptyReason"]["coding"][0]["code"]
            .as_str()
            .map(str::to_owned)
    };
    assert_eq!(state(Some(choices(&[]))).as_deref(), Some("nilknown"));
    assert_eq!(state(Some(Answer::Skipped)).as_deref(), Some("unavailable"));
    assert_eq!(state(None).as_deref(), Some("notasked"));
    assert_eq!(state(Some(choices(&["latex"]))), None);
    // No medicine is an answer.
    let none = made(
        &told([("health.medlist", Answer::Medicines(Vec::new()))]),
        FhirOptions::default(),
    );
    assert!(answered(&none, "health.medlist").unwrap()["answer"][0]["valueString"].is_string());
    let silent = made(&told([]), FhirOptions::default());
    assert_eq!(
        absent(answered(&silent, "health.medlist").unwrap()),
        Some("not-asked")
    );
}

#[test]
fn a_rating_that_was_left_out_says_so_and_one_that_was_not_asked_is_not_there() {
    let left_out = made(
        &told([("pain.avg7", Answer::Skipped)]),
        FhirOptions::default(),
    );
    let usual = observed(&left_out, "75893-8");
    assert_eq!(
        usual[0]["dataAbsentReason"]["coding"][0]["code"],
        "asked-declined"
    );
    assert_eq!(usual[0]["valueQuantity"], Value::Null);
    assert_eq!(
        observed(&made(&told([]), FhirOptions::default()), "75893-8").len(),
        0
    );
}

#[test]
fn what_is_no_number_is_kept_as_it_was_typed() {
    let typed = |text: &str| {
        let bundle = made(
            &told([("about.age", Answer::Number(text.to_owned()))]),
            FhirOptions::default(),
        );
        answered(&bundle, "about.age").unwrap().clone()
    };
    let words = typed("about fifty");
    assert_eq!(absent(&words), Some("as-text"));
    assert_eq!(words["extension"][1]["valueString"], "about fifty");
    assert_eq!(absent(&typed("400")), Some("as-text"));
    assert_eq!(absent(&typed(" ")), Some("not-asked"));
    assert_eq!(typed("52")["answer"][0]["valueQuantity"]["value"], 52);
    // A word of a later version is no silence either.
    let later = made(
        &told([("about.sex", choice("of_the_future"))]),
        FhirOptions::default(),
    );
    let item = answered(&later, "about.sex").unwrap();
    assert_eq!(absent(item), Some("unsupported"));
    assert_eq!(item["extension"][1]["valueString"], "of_the_future");
}

fn of_march(noted: bool) -> Value {
    let response = Response {
        started: Some(day(3, 3)),
        changed: Some(day(11, 23)),
        safety_asked: Some(day(3, 4)),
        ..told([
            ("map.areas", choices(&["head"])),
            ("pain.avg7", Answer::Level(8)),
            ("head.days", Answer::Number("12".to_owned())),
            ("goals.belief", Answer::Text("a nerve".to_owned())),
        ])
    };
    let on = |id: &str, date: NaiveDate| (ItemId::from(id), date);
    let items = [
        on("map.areas", day(3, 3)),
        on("pain.avg7", day(3, 3)),
        on("head.days", day(3, 5)),
        on("goals.belief", day(11, 23)),
    ];
    let answered = Answered {
        items: if noted {
            BTreeMap::from(items)
        } else {
            BTreeMap::new()
        },
        signs: BTreeMap::new(),
    };
    let record = Record::new(&response, &[], day(11, 23)).answered(answered);
    bundle(&record, FhirOptions::default(), messages(Lang::English))
}

#[test]
fn an_answer_of_march_is_about_march() {
    let bundle = of_march(true);
    assert_eq!(
        observed(&bundle, "75893-8")[0]["effectivePeriod"],
        json!({ "start": "2026-02-25", "end": "2026-03-03" })
    );
    assert_eq!(
        observed(&bundle, "headache-days")[0]["effectivePeriod"],
        json!({ "start": "2026-02-06", "end": "2026-03-05" })
    );
    let on = |id: &str| answered(&bundle, id).unwrap()["extension"][0]["valueDate"].clone();
    assert_eq!(on("pain.avg7"), "2026-03-03");
    assert_eq!(on("head.days"), "2026-03-05");
    // What was changed last stands under the day of the whole.
    assert_eq!(
        all(&bundle, "QuestionnaireResponse")[0]["authored"],
        "2026-11-23"
    );
    assert_eq!(on("goals.belief"), Value::Null);
}

#[test]
fn a_day_that_nobody_noted_is_not_made_up() {
    let bundle = of_march(false);
    // Some time between the first and the last day of the assessment, and never "last week".
    assert_eq!(
        observed(&bundle, "75893-8")[0]["effectivePeriod"],
        json!({ "start": "2026-02-25", "end": "2026-11-23" })
    );
    // The answer itself is not one of the day of the whole either.
    assert_eq!(
        answered(&bundle, "pain.avg7").unwrap()["extension"][0]["valuePeriod"],
        json!({ "start": "2026-03-03", "end": "2026-11-23" })
    );
}

#[test]
fn what_is_not_finished_says_so() {
    let unfinished = of_backup(case!("minimal-backup"), day(11, 23), FhirOptions::default());
    assert_eq!(
        all(&unfinished, "QuestionnaireResponse")[0]["status"],
        "in-progress"
    );
    assert_eq!(all(&unfinished, "Composition")[0]["status"], "preliminary");
    let mut finished = 0;
    for (name, text, _) in PERSONAS {
        let response = crate::personas::response(text);
        let is_finished = course(&response).open(&response).next().is_none();
        let bundle = made(&response, FhirOptions::default());
        let wanted = if is_finished {
            ("completed", "final")
        } else {
            ("in-progress", "preliminary")
        };
        assert_eq!(
            all(&bundle, "QuestionnaireResponse")[0]["status"],
            wanted.0,
            "{name}"
        );
        assert_eq!(all(&bundle, "Composition")[0]["status"], wanted.1, "{name}");
        finished += usize::from(is_finished);
    }
    assert!(finished > 0, "nobody has finished");
}
