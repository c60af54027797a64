//! Reactions, illnesses and medicines: self-reported, dated, and never more certain than they were told.

use serde_json::{Value, json};
use tailored::domain::date::Months;
use tailored::domain::ids::TherapyId;
use tailored::domain::questionnaire::model::{
    Answer, Diagnosis, Effect, Goal, Medicine, MonthYear, Told, Tried,
};
use tailored::domain::questionnaire::response::Response;
use tailored::exchange::fhir::FhirOptions;

use super::{all, case, day, made, of_backup, section};
use crate::exchange::persona::{self, HOSTILE};
use crate::flow::{choices, told};

fn code<'a>(resource: &'a Value, field: &str) -> &'a str {
    resource[field]["coding"][0]["code"].as_str().unwrap()
}

#[test]
fn a_reaction_is_unconfirmed_and_has_its_day_and_its_words() {
    let response = Response {
        started: Some(day(11, 20)),
        changed: Some(day(11, 20)),
        ..told([
            ("health.allergies", choices(&["nsaid", "latex"])),
            (
                "health.reaction",
                Answer::Text("Wheezing after ibuprofen in 2019".to_owned()),
            ),
        ])
    };
    let bundle = made(&response, FhirOptions::default());
    let allergies = all(&bundle, "AllergyIntolerance");
    assert_eq!(allergies.len(), 2);
    for allergy in &allergies {
        assert_eq!(code(allergy, "clinicalStatus"), "active");
        assert_eq!(code(allergy, "verificationStatus"), "unconfirmed");
        assert_eq!(allergy["recordedDate"], "2026-11-20");
        // Latex did not make anybody wheeze.
        assert_eq!(
            allergy["note"][0]["text"],
            "Said of all bad reactions together: “Wheezing after ibuprofen in 2019”"
        );
    }
    assert_eq!(
        allergies[0]["code"]["text"],
        "Ibuprofen or another anti-inflammatory"
    );
    assert_eq!(allergies[0]["category"], json!(["medication"]));
    assert_eq!(allergies[1]["category"], Value::Null);
    let words = section(&bundle, "Bad reactions")["text"]["div"]
        .as_str()
        .unwrap();
    assert!(
        words.contains("Latex") && words.contains("Wheezing"),
        "{words}"
    );
}

#[test]
fn a_diagnosis_is_as_certain_as_it_was_told() {
    let diagnosis = |name: &str, told| Diagnosis {
        name: name.to_owned(),
        by: "my GP".to_owned(),
        told,
        ..Diagnosis::default()
    };
    let list = vec![
        diagnosis("Arthritis", Some(Told::Certain)),
        diagnosis("A slipped disc", Some(Told::Perhaps)),
        diagnosis("A broken bone", Some(Told::RuledOut)),
        diagnosis("Something", None),
    ];
    let bundle = made(
        &told([
            ("story.diagnoses", Answer::Diagnoses(list)),
            ("health.conditions", choices(&["gout"])),
        ]),
        FhirOptions::default(),
    );
    let statuses: Vec<(&str, &str)> = all(&bundle, "Condition")
        .into_iter()
        .map(|condition| {
            (
                condition["code"]["text"].as_str().unwrap(),
                code(condition, "verificationStatus"),
            )
        })
        .collect();
    assert_eq!(
        statuses,
        [
            ("Gout", "unconfirmed"),
            ("Arthritis", "unconfirmed"),
            ("A slipped disc", "provisional"),
            ("A broken bone", "refuted"),
            ("Something", "unconfirmed"),
        ]
    );
    // Nobody said that it is there now.
    for condition in all(&bundle, "Condition") {
        assert_eq!(condition["clinicalStatus"], Value::Null);
    }
    let words = section(&bundle, "Illnesses")["text"]["div"]
        .as_str()
        .unwrap();
    assert!(words.contains("A broken bone: Ruled out"), "{words}");
}

#[test]
fn a_medicine_says_since_when_and_how_it_ended() {
    let since = |month: &str, year: &str| MonthYear {
        month: month.to_owned(),
        year: year.to_owned(),
    };
    let medicine = |name: &str, since| Medicine {
        name: name.to_owned(),
        since,
        ..Medicine::default()
    };
    let list = vec![
        Medicine {
            strength: "250".to_owned(),
            a_day: "2".to_owned(),
            helps: Some(4),
            problems: "stomach burns".to_owned(),
            bought: true,
            ..medicine("Naproxen", since("10", "2025"))
        },
        medicine("Apixaban", since("", "2021")),
        medicine("Paracetamol", since("13", "25")),
    ];
    let tried = |id: &str, stopped: &str, still_using: bool| Tried {
        effect: Some(Effect::BadFor),
        stopped: stopped.to_owned(),
        still_using,
        ..Tried::new(TherapyId::from(id))
    };
    let bundle = made(
        &told([
            ("health.medlist", Answer::Medicines(list)),
            (
                "tried.list",
                Answer::Tried(vec![
                    tried("tca", "side effects", false),
                    tried("snri", "", false),
                    tried("gabapentinoid", "", true),
                    tried("tens", "no help", false),
                ]),
            ),
        ]),
        FhirOptions::default(),
    );
    let medicines = all(&bundle, "MedicationStatement");
    let said: Vec<(&str, &Value)> = medicines
        .iter()
        .map(|one| {
            (
                one["status"].as_str().unwrap(),
                &one["effectivePeriod"]["start"],
            )
        })
        .collect();
    // Those in use; then the one that was stopped, one of which nobody said how it ended, and one that is still in use and
    // stands in no list. TENS is no medicine.
    assert_eq!(
        said,
        [
            ("active", &json!("2025-10")),
            ("active", &json!("2021")),
            ("active", &Value::Null),
            ("stopped", &Value::Null),
            ("unknown", &Value::Null),
            ("active", &Value::Null),
        ]
    );
    assert_eq!(medicines[3]["statusReason"][0]["text"], "side effects");
    let notes = medicines[0]["note"].to_string();
    for words in [
        "Helps 4 of 10",
        "Bought without",
        "Side effects: stomach burns",
    ] {
        assert!(notes.contains(words), "{notes}");
    }
    let words = section(&bundle, "Medicines")["text"]["div"]
        .as_str()
        .unwrap();
    assert!(
        words.contains("Naproxen: since 2025-10") && words.contains("Not in use now"),
        "{words}"
    );
}

#[test]
fn what_happened_stands_plainly_behind_a_single_reaction() {
    let bundle = made(
        &told([
            ("health.allergies", choices(&["latex"])),
            ("health.reaction", Answer::Text("A rash in 2019".to_owned())),
        ]),
        FhirOptions::default(),
    );
    let allergy = all(&bundle, "AllergyIntolerance")[0];
    assert_eq!(allergy["note"], json!([{ "text": "A rash in 2019" }]));
}

fn named(bundle: &Value, kind: &str, field: &str) -> Vec<String> {
    let names = all(bundle, kind).into_iter();
    names
        .map(|one| one[field]["text"].as_str().unwrap().to_owned())
        .collect()
}

#[test]
fn a_kind_that_was_ticked_is_a_medicine_unless_the_list_names_one_of_it() {
    let medicines = |kinds: &[&str], list: &[&str]| {
        let medicine = |name: &&str| Medicine {
            name: (*name).to_owned(),
            ..Medicine::default()
        };
        let list = list.iter().map(medicine).collect();
        let bundle = made(
            &told([
                ("health.medicines", choices(kinds)),
                ("health.medlist", Answer::Medicines(list)),
            ]),
            FhirOptions::default(),
        );
        named(&bundle, "MedicationStatement", "medicationCodeableConcept")
    };
    assert_eq!(
        medicines(&["anticoagulant", "nsaid"], &["Ibuprofen"]),
        ["Ibuprofen", "A blood thinner"]
    );
    assert_eq!(
        medicines(&["anticoagulant", "nsaid"], &["Ibuprofen", "Eliquis"]),
        ["Ibuprofen", "Eliquis"]
    );
    assert_eq!(medicines(&["lithium"], &[]), ["Lithium"]);
    // What stays out stays out here too.
    assert_eq!(medicines(&["cannabis"], &[]), [""; 0]);
}

#[test]
fn what_is_still_used_of_what_was_tried_stands_there_once() {
    let still = |id: &str| Tried {
        still_using: true,
        ..Tried::new(TherapyId::from(id))
    };
    let medicine = |name: &str| Medicine {
        name: name.to_owned(),
        ..Medicine::default()
    };
    let bundle = made(
        &told([
            (
                "health.medlist",
                Answer::Medicines(vec![medicine("Pregabalin")]),
            ),
            (
                "tried.list",
                Answer::Tried(vec![
                    still("gabapentinoid"),
                    still("tca"),
                    still("medication_review"),
                ]),
            ),
        ]),
        FhirOptions::default(),
    );
    let statements = all(&bundle, "MedicationStatement");
    assert_eq!(statements.len(), 2, "{statements:?}");
    assert!(statements.iter().all(|one| one["status"] == "active"));
}

#[test]
fn each_list_of_medicines_says_by_itself_why_it_is_empty() {
    let of = |kinds: Option<Answer>, list: Option<Answer>| {
        let mut response = told([]);
        let kinds = kinds.map(|answer| ("health.medicines".into(), answer));
        let list = list.map(|answer| ("health.medlist".into(), answer));
        response.answers.extend(kinds.into_iter().chain(list));
        let bundle = made(&response, FhirOptions::default());
        let section = section(&bundle, "Medicines").clone();
        let reason = section["emptyReason"]["coding"][0]["code"].as_str();
        let words = section["text"]["div"].as_str().unwrap().to_owned();
        (reason.map(str::to_owned), words)
    };
    let none = || Some(choices(&[]));
    let no_list = || Some(Answer::Medicines(Vec::new()));
    assert_eq!(of(none(), no_list()).0.as_deref(), Some("nilknown"));
    // Nothing for pain, and nobody asked for the rest: that is no "none".
    let (reason, words) = of(None, no_list());
    assert_eq!(reason.as_deref(), Some("notasked"));
    assert!(words.contains("Medicines for pain: None"), "{words}");
    assert!(
        words.contains("Kinds of medicine that were asked about: Not asked yet"),
        "{words}"
    );
    assert_eq!(
        of(none(), Some(Answer::Skipped)).0.as_deref(),
        Some("unavailable")
    );
    let (reason, words) = of(Some(choices(&["anticoagulant"])), None);
    assert_eq!(reason, None);
    assert!(words.contains("A blood thinner"), "{words}");
    assert!(
        words.contains("Medicines for pain: Not asked yet"),
        "{words}"
    );
}

#[test]
fn a_date_is_as_exact_as_it_is_known() {
    let told_between = |first, last| {
        let response = Response {
            started: Some(first),
            changed: Some(last),
            ..told([
                ("health.allergies", choices(&["latex"])),
                ("health.conditions", choices(&["gout"])),
                ("health.medicines", choices(&["lithium"])),
            ])
        };
        let bundle = made(&response, FhirOptions::default());
        [
            all(&bundle, "AllergyIntolerance")[0]["recordedDate"].clone(),
            all(&bundle, "Condition")[0]["recordedDate"].clone(),
            all(&bundle, "MedicationStatement")[0]["dateAsserted"].clone(),
        ]
    };
    let last_year = day(12, 31).checked_sub_months(Months::new(12)).unwrap();
    for (first, date) in [
        (day(11, 23), json!("2026-11-23")),
        (day(11, 1), json!("2026-11")),
        (day(3, 3), json!("2026")),
        (last_year, Value::Null),
    ] {
        let dates = told_between(first, day(11, 23));
        assert!(
            dates.iter().all(|known| *known == date),
            "{first}: {dates:?}"
        );
    }
}

#[test]
fn twins_are_two_and_hostile_texts_are_texts() {
    let medicine = || Medicine {
        name: HOSTILE.to_owned(),
        ..Medicine::default()
    };
    let goal = || Goal {
        words: "Walk".to_owned(),
        by: MonthYear {
            month: "3".to_owned(),
            year: "2027".to_owned(),
        },
    };
    let bundle = made(
        &told([
            (
                "health.medlist",
                Answer::Medicines(vec![medicine(), medicine()]),
            ),
            ("goals.list", Answer::Goals(vec![goal(), goal()])),
        ]),
        FhirOptions::default(),
    );
    super::check(&bundle);
    assert_eq!(all(&bundle, "MedicationStatement").len(), 2);
    let goals = all(&bundle, "Goal");
    assert_eq!(goals.len(), 2);
    assert_eq!(goals[0]["target"][0]["dueDate"], "2027-03");
    super::check(&made(&persona::response(), FhirOptions::default()));
}

#[test]
fn the_case_names_both_allergies_and_the_illness() {
    let bundle = of_backup(
        case!("warning-sign-fired"),
        day(11, 23),
        FhirOptions::default(),
    );
    assert_eq!(all(&bundle, "AllergyIntolerance").len(), 2);
    let names: Vec<&str> = all(&bundle, "Condition")
        .iter()
        .map(|one| one["code"]["text"].as_str().unwrap())
        .collect();
    assert_eq!(
        names,
        [
            "Kidney disease, mild or medium",
            "Slipped disc with sciatica",
            "Broken bone"
        ]
    );
    // Its warning signs stand right after the summary, with their day and what was said.
    let sections = all(&bundle, "Composition")[0]["section"]
        .as_array()
        .unwrap();
    assert_eq!(sections[1]["title"], "Warning signs");
    let words = sections[1]["text"]["div"].as_str().unwrap();
    for part in [
        "Asked about on 2026-11-20.",
        "<td>2026-11-20</td>",
        "Yes, it began or clearly got worse",
    ] {
        assert!(words.contains(part), "{words}");
    }
    // A sign that fired comes before everything: no plan is sent.
    assert_eq!(all(&bundle, "CarePlan").len(), 0);
}
