//! The diary: each thing with its own time, and counts with how many days they rest on.

use serde_json::{Value, json};
use tailored::domain::date::{Days, NaiveDate, NaiveTime};
use tailored::domain::diary::attack::{Attack, AttackKind, Moment};
use tailored::domain::diary::entry::{Entry, Taken};
use tailored::domain::diary::headache::{Headache, HeadacheSign, LostDay, Severity};
use tailored::domain::ids::EntryId;
use tailored::domain::questionnaire::response::Response;
use tailored::exchange::Record;
use tailored::exchange::fhir::{FhirOptions, bundle};
use tailored::i18n::{Lang, messages};

use super::{all, case, day, made, observed, of_backup, section};
use crate::exchange::persona;

fn of_entries(entries: &[Entry], date: NaiveDate) -> Value {
    let response = Response::default();
    let record = Record::new(&response, entries, date);
    bundle(&record, FhirOptions::default(), messages(Lang::English))
}

fn on(id: &str, date: NaiveDate) -> Entry {
    Entry::on(EntryId::from(id), date)
}

#[test]
fn a_day_says_usual_and_worst_pain_medicine_and_headache_each_with_its_time() {
    let entry = Entry {
        time: NaiveTime::from_hms_opt(21, 40, 0),
        pain: Some(6),
        worst: Some(8),
        took_medicine: Some(true),
        medicines: vec![Taken {
            name: "Ibuprofen".to_owned(),
            amount: "2".to_owned(),
            minute: Some(605),
            ..Taken::default()
        }],
        headache: Headache {
            had: Some(true),
            severity: Some(Severity::Strong),
            signs: vec![HeadacheSign::Aura, HeadacheSign::Sick],
            lost: Some(LostDay::Part),
        },
        ..on("a", day(11, 20))
    };
    let bundle = of_entries(&[entry], day(11, 23));
    super::check(&bundle);
    let one = |code: &str| observed(&bundle, code)[0].clone();
    for (code, value) in [("72514-3", 6), ("worst-pain-of-day", 8)] {
        assert_eq!(
            one(code)["valueQuantity"],
            json!({ "value": value, "unit": "of 10", "system": "http://unitsofmeasure.org", "code": "{score}" })
        );
        assert_eq!(one(code)["effectiveDateTime"], "2026-11-20");
        // The clock on the wall is known, its zone is not.
        assert_eq!(
            one(code)["_effectiveDateTime"]["extension"][0]["valueTime"],
            "21:40:00"
        );
    }
    let medicine = one("pain-medicine-taken");
    assert_eq!(medicine["valueBoolean"], true);
    assert_eq!(
        medicine["component"][0]["valueString"],
        "Ibuprofen, 2, 10:05"
    );
    let headache = one("headache-of-day");
    assert_eq!(headache["valueBoolean"], true);
    let parts: Vec<&str> = headache["component"]
        .as_array()
        .unwrap()
        .iter()
        .map(|part| part["valueCodeableConcept"]["text"].as_str().unwrap())
        .collect();
    assert_eq!(
        parts,
        ["Strong", "aura before it", "sick or vomiting", "A part"]
    );
    let words = section(&bundle, "Diary")["text"]["div"].as_str().unwrap();
    assert!(
        words.contains("2026-11-20 21:40") && words.contains("8 of 10"),
        "{words}"
    );
}

#[test]
fn no_and_nothing_said_are_two_things() {
    let said = |took: Option<bool>, had: Option<bool>| Entry {
        pain: Some(3),
        took_medicine: took,
        headache: Headache {
            had,
            ..Headache::default()
        },
        ..on("a", day(11, 20))
    };
    let no = of_entries(&[said(Some(false), Some(false))], day(11, 23));
    assert_eq!(
        observed(&no, "pain-medicine-taken")[0]["valueBoolean"],
        false
    );
    assert_eq!(observed(&no, "headache-of-day")[0]["valueBoolean"], false);
    assert_eq!(
        observed(&no, "days-with-pain-medicine")[0]["valueQuantity"]["value"],
        0
    );
    let nothing = of_entries(&[said(None, None)], day(11, 23));
    for code in [
        "pain-medicine-taken",
        "headache-of-day",
        "days-with-pain-medicine",
        "days-with-headache",
    ] {
        assert_eq!(observed(&nothing, code).len(), 0, "{code}");
    }
}

/// "None" and "0" typed as a medicine are none, whatever is ticked beside them; of two lines only what was taken is named.
#[test]
fn a_medicine_that_was_not_taken_is_not_said_to_be_taken() {
    let said = |lines: &[(&str, &str)]| Entry {
        took_medicine: Some(true),
        medicines: lines
            .iter()
            .map(|(name, amount)| Taken {
                name: (*name).to_owned(),
                amount: (*amount).to_owned(),
                ..Taken::default()
            })
            .collect(),
        ..on("a", day(11, 20))
    };
    for line in [("none", ""), ("keine", ""), ("Ibuprofen 400 mg", "0")] {
        let bundle = of_entries(&[said(&[line])], day(11, 23));
        let medicine = observed(&bundle, "pain-medicine-taken")[0].clone();
        assert_eq!(medicine["valueBoolean"], false, "{line:?}");
        assert_eq!(medicine["component"], Value::Null, "{line:?}");
    }
    let both = [("Ibuprofen 400 mg", "0"), ("Paracetamol 500 mg", "2")];
    let bundle = of_entries(&[said(&both)], day(11, 23));
    let medicine = observed(&bundle, "pain-medicine-taken")[0].to_string();
    assert!(
        medicine.contains("Paracetamol") && !medicine.contains("Ibuprofen"),
        "{medicine}"
    );
}

#[test]
fn counts_say_on_how_many_days_they_rest() {
    let entries: Vec<Entry> = (0..10)
        .map(|back| {
            let date = day(11, 23).checked_sub_days(Days::new(back)).unwrap();
            Entry {
                took_medicine: (back < 6).then_some(back % 2 == 0),
                headache: Headache {
                    had: (back < 4).then_some(back == 1),
                    ..Headache::default()
                },
                ..on(&format!("e{back}"), date)
            }
        })
        .collect();
    let bundle = of_entries(&entries, day(11, 23));
    let count = |code: &str| {
        let one = observed(&bundle, code)[0];
        assert_eq!(
            one["effectivePeriod"],
            json!({ "start": "2026-10-27", "end": "2026-11-23" })
        );
        assert_eq!(one["valueQuantity"]["code"], "d");
        (
            one["valueQuantity"]["value"].as_i64().unwrap(),
            one["component"][0]["valueQuantity"]["value"].as_i64(),
        )
    };
    assert_eq!(count("days-with-entry"), (10, None));
    assert_eq!(count("days-with-pain-medicine"), (3, Some(6)));
    assert_eq!(count("days-with-headache"), (1, Some(4)));
}

#[test]
fn an_attack_begins_and_ends_on_clocks_that_are_known() {
    let bundle = of_backup(case!("attack-dst"), day(11, 1), FhirOptions::default());
    let attacks: Vec<(&str, Value, Value)> = all(&bundle, "Observation")
        .into_iter()
        .filter(|one| one["code"]["text"].as_str().unwrap().ends_with("attack"))
        .map(|one| {
            (
                one["code"]["text"].as_str().unwrap(),
                one["effectivePeriod"].clone(),
                one["valueQuantity"]["value"].clone(),
            )
        })
        .collect();
    assert_eq!(
        attacks,
        [
            // The clock goes back an hour in between.
            (
                "Headache attack",
                json!({ "start": "2026-10-25T02:45:00+02:00", "end": "2026-10-25T02:10:00+01:00" }),
                json!(25)
            ),
            // A flight to the west.
            (
                "Headache attack",
                json!({ "start": "2026-10-20T20:00:00+01:00", "end": "2026-10-20T18:00:00-05:00" }),
                json!(240)
            ),
            (
                "Pain attack",
                json!({ "start": "2026-10-10T10:00:00+02:00", "end": "2026-10-10T10:00:00+02:00" }),
                json!(0)
            ),
        ]
    );
}

#[test]
fn an_attack_that_goes_on_is_told_however_long_and_is_not_finished() {
    let moment = |date| Moment {
        date,
        minute: 600,
        ahead_min: 60,
    };
    let running = Entry {
        attack: Some(Attack::beginning(AttackKind::Headache, moment(day(5, 1)))),
        ..on("long", day(5, 1))
    };
    let wrong = Entry {
        attack: Some(Attack {
            end: Some(moment(day(11, 19))),
            ..Attack::beginning(AttackKind::OtherPain, moment(day(11, 20)))
        }),
        ..on("wrong", day(11, 20))
    };
    let bundle = of_entries(&[running, wrong], day(11, 23));
    let attack = observed(&bundle, "headache-attack")[0];
    assert_eq!(attack["status"], "preliminary");
    assert_eq!(
        attack["effectivePeriod"],
        json!({ "start": "2026-05-01T10:00:00+01:00" })
    );
    assert_eq!(
        attack["dataAbsentReason"]["coding"][0]["code"],
        "temp-unknown"
    );
    // An end before the beginning is no end.
    let wrong = observed(&bundle, "pain-attack")[0];
    assert_eq!(wrong["status"], "final");
    assert_eq!(wrong["effectivePeriod"]["end"], Value::Null);
    assert_eq!(
        wrong["dataAbsentReason"]["coding"][0]["code"],
        "asked-unknown"
    );
}

#[test]
fn an_entry_written_from_memory_says_so_and_old_and_future_ones_stay_out() {
    let late = Entry {
        pain: Some(5),
        written: Some(day(11, 22)),
        ..on("late", day(11, 10))
    };
    let old = Entry {
        pain: Some(5),
        ..on("old", day(8, 20))
    };
    let future = Entry {
        pain: Some(5),
        ..on("future", day(11, 24))
    };
    let bundle = of_entries(&[old, late, future], day(11, 23));
    let pains = observed(&bundle, "72514-3");
    assert_eq!(pains.len(), 1);
    assert_eq!(
        pains[0]["note"][0]["text"],
        "Written on 2026-11-22, from memory"
    );
}

#[test]
fn the_diary_of_a_person_names_the_place() {
    let bundle = made(&persona::response(), FhirOptions::default());
    let latest = observed(&bundle, "72514-3")[0];
    assert_eq!(latest["effectiveDateTime"], "2026-11-23");
    assert_eq!(latest["valueQuantity"]["value"], 6);
    assert_eq!(
        latest["bodySite"],
        json!({ "text": "left side of the lower back" })
    );
    let place = observed(&bundle, "75893-8")[1];
    assert_eq!(
        place["bodySite"],
        json!({ "text": "left side of the lower back" })
    );
    assert_eq!(observed(&bundle, "worst-pain-7-days").len(), 2);
}
