//! What is private on paper stays out here too, and nothing tells that it was left out.

use serde_json::Value;
use tailored::domain::handout::sensitive::private_block;
use tailored::domain::handout::{PaperBlock, PaperChoices, Showing};
use tailored::domain::ids::{ItemId, TherapyId};
use tailored::domain::questionnaire::model::{Answer, Effect, Tried};
use tailored::exchange::fhir::FhirOptions;
use tailored::knowledge::{ITEMS, fact, therapy};

use super::{absent, all, answered, case, day, everything, made, of_backup, section};
use crate::flow::{choice, choices, told};

/// The report as text, without the questions, which everybody gets.
fn said(bundle: &Value) -> String {
    let mut bundle = bundle.clone();
    let entries = bundle["entry"].as_array_mut().unwrap();
    entries.retain(|entry| entry["resource"]["resourceType"] != "Questionnaire");
    bundle.to_string()
}

const TELLING: [&str; 9] = [
    "lcohol",
    "drink",
    "I smoke",
    "moking",
    "substance_use",
    "Trouble with drugs",
    "Daniel",
    "q_sui",
    "q_unsafe",
];

#[test]
fn alcohol_smoking_drugs_the_name_and_self_harm_stay_out() {
    for text in [case!("fhir-private"), case!("fhir-alcohol")] {
        let usual = said(&of_backup(text, day(11, 23), FhirOptions::default()));
        let whole = said(&of_backup(text, day(11, 23), everything()));
        for words in TELLING {
            assert!(!usual.contains(words), "{words}");
            assert!(
                whole.contains(words) || words == "moking",
                "{words} is in no report at all"
            );
        }
        assert!(usual.contains("High blood pressure"), "the rest is there");
        assert!(usual.contains("Money is a worry"), "the rest is there");
    }
}

#[test]
fn an_answer_that_stays_out_leaves_no_trace() {
    let only = |id: &str, code: &str| made(&told([(id, choices(&[code]))]), FhirOptions::default());
    for (id, code) in [
        ("life.around", "smoke"),
        ("health.conditions", "substance_use"),
        ("health.medicines", "cannabis"),
    ] {
        let bundle = only(id, code);
        let skipped = made(&told([(id, Answer::Skipped)]), FhirOptions::default());
        let item = answered(&bundle, id).unwrap();
        assert_eq!(absent(item), Some("asked-declined"), "{id}");
        assert_eq!(
            Some(item),
            answered(&skipped, id),
            "{id} looks like one that was left out"
        );
    }
    // "None of these" would be untrue for an illness that stays out.
    let illnesses = section(&only("health.conditions", "substance_use"), "Illnesses").clone();
    assert_eq!(illnesses["emptyReason"]["coding"][0]["code"], "unavailable");
    // Asked or not, it is not there.
    for answer in [None, Some(Answer::Level(4)), Some(Answer::Skipped)] {
        let mut response = told([]);
        response
            .answers
            .extend(answer.map(|answer| (ItemId::from("life.alcohol_often"), answer)));
        let bundle = made(&response, FhirOptions::default());
        assert_eq!(answered(&bundle, "life.alcohol_often"), None);
    }
}

#[test]
fn that_somebody_tried_to_drink_or_smoke_less_is_not_told_either() {
    let tried = |id: &str| Tried {
        effect: Some(Effect::Helped),
        ..Tried::new(TherapyId::from(id))
    };
    let response = told([(
        "tried.list",
        Answer::Tried(vec![tried("smoking"), tried("alcohol"), tried("tens")]),
    )]);
    let usual = made(&response, FhirOptions::default());
    let lines = answered(&usual, "tried.list").unwrap()["answer"]
        .as_array()
        .unwrap();
    assert_eq!(lines.len(), 1, "{lines:?}");
    for telling in ["smoking", "alcohol"] {
        let name = therapy(telling).unwrap().name;
        assert!(!said(&usual).contains(name), "{name}");
        assert!(
            said(&made(&response, everything())).contains(name),
            "{name}"
        );
    }
    let whole = made(&response, everything());
    assert_eq!(
        answered(&whole, "tried.list").unwrap()["answer"]
            .as_array()
            .unwrap()
            .len(),
        3
    );
}

#[test]
fn one_list_holds_every_answer_that_tells_of_alcohol_or_smoking() {
    let told = [fact::ALCOHOL_RISKY, fact::HEAVY_DAILY_ALCOHOL, fact::SMOKES];
    let mut found = 0;
    for item in ITEMS.iter() {
        let tells = item.fact.is_some_and(|id| told.contains(&id))
            || item.scored.iter().any(|id| told.contains(id));
        if tells {
            found += 1;
            assert_eq!(
                private_block(item.id, None),
                Some(PaperBlock::Substances),
                "{}",
                item.id
            );
        }
        for option in item
            .options
            .iter()
            .filter(|option| option.fact.is_some_and(|id| told.contains(&id)))
        {
            found += 1;
            assert_eq!(
                private_block(item.id, Some(option.id)),
                Some(PaperBlock::Substances),
                "{}",
                option.id
            );
        }
    }
    assert_eq!(found, 5);
    // What is on the list by default stays off the paper by default too.
    assert_eq!(
        PaperChoices::default().showing(PaperBlock::Substances),
        Showing::LeftOut
    );
    assert_eq!(
        private_block("health.conditions", Some("hypertension")),
        None
    );
    assert_eq!(private_block("life.around", None), None);
}

#[test]
fn name_and_day_of_birth_are_there_only_when_the_person_says_so() {
    let response = told([
        ("about.name", Answer::Text("Ann Example".to_owned())),
        ("about.who", choice("self")),
    ]);
    let without = made(&response, FhirOptions::default());
    let patient = all(&without, "Patient")[0];
    assert_eq!(
        (&patient["name"], &patient["birthDate"]),
        (&Value::Null, &Value::Null)
    );
    assert!(!said(&without).contains("Ann Example"));
    let with = made(&response, everything());
    let patient = all(&with, "Patient")[0];
    assert_eq!(patient["name"][0]["text"], "Ann Example");
    assert_eq!(patient["birthDate"], "2026-01-31");
}
