//! One person with something in every kind of export, also texts that try to be markup or formulas.

use tailored::domain::date::{Days, NaiveDate, NaiveTime};
use tailored::domain::diary::attack::{Attack, AttackKind, Moment};
use tailored::domain::diary::entry::{Entry, Scales, Taken};
use tailored::domain::ids::{EntryId, ItemId, QuestionId, RegionId, TherapyId};
use tailored::domain::questionnaire::model::{
    Answer, Effect, Goal, Medicine, SafetyAnswer, Site, Tried,
};
use tailored::domain::questionnaire::response::Response;

/// A text that is markup, a formula and a break of line at once.
pub const HOSTILE: &str = "=1+1</pre><script>alert(\"1\")</script>&lt;b&gt;\r\n, ; \\n \u{0} 😖";

pub fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 23).expect("a day of the calendar")
}

pub fn response() -> Response {
    let owned = |words: &[&str]| {
        words
            .iter()
            .map(|word| (*word).to_owned())
            .collect::<Vec<_>>()
    };
    let answers = [
        ("about.age", Answer::Number("52".to_owned())),
        ("map.areas", Answer::Choices(owned(&["low_back", "leg"]))),
        ("map.main", Answer::Choice("low_back".to_owned())),
        (
            "map.all",
            Answer::Sites(vec![Site {
                regions: vec![RegionId::from("back-lower-back-left")],
                usual: Some(6),
                worst: Some(9),
                main: true,
                ..Site::default()
            }]),
        ),
        (
            "pain.duration",
            Answer::Duration {
                years: "3".to_owned(),
                months: String::new(),
            },
        ),
        ("pain.avg7", Answer::Level(6)),
        ("pain.worst7", Answer::Level(9)),
        ("story.words", Answer::Text(HOSTILE.to_owned())),
        (
            "health.conditions",
            Answer::Choices(owned(&["substance_use"])),
        ),
        (
            "about.body",
            Answer::Body {
                height_cm: "171".to_owned(),
                weight_kg: "82,5".to_owned(),
            },
        ),
        (
            "health.medlist",
            Answer::Medicines(vec![
                Medicine {
                    name: "Ibuprofen 400 mg".to_owned(),
                    dose: "up to 3 a day".to_owned(),
                    helps: Some(4),
                    problems: HOSTILE.to_owned(),
                    ..Medicine::default()
                },
                Medicine {
                    name: HOSTILE.to_owned(),
                    ..Medicine::default()
                },
            ]),
        ),
        (
            "tried.list",
            Answer::Tried(vec![Tried {
                effect: Some(Effect::Helped),
                detail: HOSTILE.to_owned(),
                still_using: true,
                ..Tried::new(TherapyId::from("exercise_general"))
            }]),
        ),
        ("goals.want", Answer::Text("To know what it is".to_owned())),
        (
            "goals.list",
            Answer::Goals(vec![Goal {
                words: "Carry my grandson".to_owned(),
                ..Goal::default()
            }]),
        ),
        ("about.name", Answer::Text("Ann Example".to_owned())),
    ];
    let safety = [
        ("q_sui_thoughts", SafetyAnswer::Yes),
        ("q_back_fever", SafetyAnswer::No),
    ];
    Response {
        started: Some(day()),
        changed: Some(day()),
        answers: answers
            .map(|(id, answer)| (ItemId::from(id), answer))
            .into(),
        safety: safety
            .map(|(id, answer)| (QuestionId::from(id), answer))
            .into(),
        safety_asked: Some(day()),
        questions: vec!["Could it be a nerve?".to_owned(), HOSTILE.to_owned()],
        ..Response::default()
    }
}

/// Twenty days with an entry, the last one full.
pub fn entries() -> Vec<Entry> {
    let date = |back: u64| {
        day()
            .checked_sub_days(Days::new(back))
            .expect("a day of the calendar")
    };
    let moment = |minute| Moment {
        date: day(),
        minute,
        ahead_min: 60,
    };
    let plain = (1..20).rev().map(|back| Entry {
        pain: Some((back % 8) as u8),
        worst: (back % 3 == 0).then_some(9),
        ..Entry::on(EntryId(format!("plain {back}")), date(back))
    });
    let full = Entry {
        time: NaiveTime::from_hms_opt(21, 40, 0),
        pain: Some(6),
        worst: Some(8),
        flare: true,
        regions: vec![RegionId::from("back-lower-back-left")],
        scales: Scales {
            sleep: Some(2),
            ..Scales::default()
        },
        attack: Some(Attack {
            kind: AttackKind::Headache,
            start: moment(600),
            still_going: None,
            end: Some(moment(690)),
        }),
        took_medicine: Some(true),
        medicines: vec![Taken {
            name: "-Ibuprofen".to_owned(),
            amount: "2".to_owned(),
            minute: Some(605),
            ..Taken::default()
        }],
        note: HOSTILE.to_owned(),
        ..Entry::on(EntryId::from("full"), day())
    };
    plain.chain([full]).collect()
}
