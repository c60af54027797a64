//! Stores with every kind of saved thing in them. The fixtures of version 1 hold exactly these: they are only ever added to
//! together with a fixture of a new version.

use std::collections::BTreeMap;

use tailored::domain::arrangements::{
    Agreement, Arrangements, DiaryNumber, FlarePlan, Outcome, Reason, Reasons,
};
use tailored::domain::date::NaiveTime;
use tailored::domain::diary::attack::{Attack, AttackKind, Moment};
use tailored::domain::diary::entry::{About, Alarm, Bleeding, CanDo, Entry, Scales, SideEffect};
use tailored::domain::diary::headache::{Headache, HeadacheSign, LostDay, Severity};
use tailored::domain::diary::taken::{Relief, Taken};
use tailored::domain::ids::{
    AgreementId, EntryId, FactorId, FlagId, ItemId, QuestionId, RegionId, TherapyId,
};
use tailored::domain::questionnaire::model::{Answer, Effect, Medicine, SafetyAnswer, Site, Tried};
use tailored::domain::questionnaire::response::{DealtWith, HowDealtWith, Path, Response, View};
use tailored::domain::settings::{Contrast, LockAfter, Settings, TextSize, Theme};

use crate::day;

pub fn response() -> Response {
    let owned = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect();
    let tried = |therapy: &str, effect, detail: &str, still_using| Tried {
        effect,
        detail: detail.to_owned(),
        still_using,
        ..Tried::new(TherapyId::from(therapy))
    };
    let answers = [
        ("history.skipped", Answer::Skipped),
        ("history.onset", Answer::Choice("after_lifting".to_owned())),
        ("nerve.signs", Answer::Choices(owned(&["pins", "numb"]))),
        ("nerve.none", Answer::Choices(Vec::new())),
        ("pain.avg7", Answer::Level(6)),
        ("person.age", Answer::Number("fifty".to_owned())),
        (
            "pain.since",
            Answer::Duration {
                years: "3".to_owned(),
                months: String::new(),
            },
        ),
        (
            "person.body",
            Answer::Body {
                height_cm: "171".to_owned(),
                weight_kg: "82,5".to_owned(),
            },
        ),
        (
            "goal.words",
            Answer::Text("Carry my \"grandson\" 👶\nup the stairs".to_owned()),
        ),
        (
            "pain.sites",
            Answer::Sites(vec![
                Site {
                    regions: vec![
                        RegionId::from("back-lower-back-left"),
                        RegionId::from("back-buttock-left"),
                    ],
                    usual: Some(6),
                    worst: Some(9),
                    words: owned(&["burning"]),
                    constant: Some(true),
                    main: true,
                    ..Site::default()
                },
                Site::default(),
            ]),
        ),
        (
            "medicines.now",
            Answer::Medicines(vec![
                Medicine {
                    name: "Ibuprofen".to_owned(),
                    dose: "400 mg, up to 3 a day".to_owned(),
                    helps: Some(4),
                    problems: "stomach".to_owned(),
                    ..Medicine::default()
                },
                Medicine::default(),
            ]),
        ),
        (
            "treatments.tried",
            Answer::Tried(vec![
                tried("exercise_general", Some(Effect::Helped), "6 weeks", true),
                tried("tens", Some(Effect::NoHelp), "", false),
                tried("duloxetine", Some(Effect::BadFor), "30 mg", false),
                tried("acupuncture", None, "", false),
            ]),
        ),
    ];
    let safety =
        SafetyAnswer::WORDS.map(|(answer, word)| (QuestionId(format!("q_{word}")), answer));
    let dealt_with = [
        ("back_cauda_equina", HowDealtWith::BeingHelped),
        ("back_fever", HowDealtWith::HelpArranged),
    ];
    let views = [
        ("exercise_general", View::Willing),
        ("tens", View::Unsure),
        ("injection", View::No),
    ];
    Response {
        started: Some(day(2026, 11, 17)),
        changed: Some(day(2026, 11, 23)),
        answers: answers
            .map(|(id, answer)| (ItemId::from(id), answer))
            .into(),
        safety: safety.into(),
        safety_asked: Some(day(2026, 11, 18)),
        dealt_with: dealt_with
            .map(|(id, how)| {
                let on = day(2026, 11, 19);
                (FlagId::from(id), DealtWith { on, how })
            })
            .into(),
        at: Some(ItemId::from("goal.words")),
        views: views.map(|(id, view)| (TherapyId::from(id), view)).into(),
        questions: owned(&["Could it be a nerve?", "What if I do nothing?"]),
        path: Path::Usual,
        urgent_asked: None,
        patient: None,
    }
}

pub fn settings() -> Settings {
    Settings {
        theme: Theme::Dark,
        text_size: TextSize::Largest,
        contrast: Contrast::More,
        calm_mode: true,
        last_backup: Some(day(2026, 11, 1)),
        install_hint_dismissed: true,
        tables: Vec::new(),
        lock_after: LockAfter::default(),
        unfinished: BTreeMap::new(),
    }
}

pub fn arrangements() -> Arrangements {
    let whole = Agreement {
        agreed: day(2026, 11, 20),
        step: "Start walking: \"10 minutes\" 👟".to_owned(),
        therapy: Some(TherapyId::from("exercise_general")),
        who: "Me and the physio".to_owned(),
        by: Some(day(2026, 11, 27)),
        stop: "If the leg goes numb\ncall".to_owned(),
        review: Some(day(2026, 12, 18)),
        done: Some(day(2026, 11, 26)),
        reviewed: Some(day(2026, 12, 19)),
        ..Agreement::on(day(2026, 11, 20))
    };
    Arrangements {
        reasons: [
            (
                TherapyId::from("injection"),
                Reasons {
                    ticked: Reason::ALL.into(),
                    words: "My sister had one".to_owned(),
                },
            ),
            (
                TherapyId::from("tens"),
                Reasons {
                    ticked: [Reason::Cost].into(),
                    words: String::new(),
                },
            ),
        ]
        .into(),
        agreements: [
            (AgreementId::from("k3f9x2m7q1ca"), whole),
            (
                AgreementId::from("k3f9x2m7q1cb"),
                Agreement::on(day(2026, 11, 20)),
            ),
        ]
        .into(),
        flare_plan: FlarePlan {
            signs: "Tight neck".to_owned(),
            helps: "Heat, slow walks".to_owned(),
            medicines: "Ibuprofen, at most 3 days".to_owned(),
            call: "After 3 days".to_owned(),
        },
        // A later field: the fixture of version 1 has none.
        asked: Default::default(),
    }
}

/// The same after the look back, with the fields that version 1 of the app did not have yet.
pub fn judged_arrangements() -> Arrangements {
    let mut kept = arrangements();
    let judged = kept.agreements.values_mut();
    for (agreement, outcome) in judged.zip([Outcome::HelpedALittle, Outcome::NotDone]) {
        agreement.number = Some(DiaryNumber::Activity);
        agreement.outcome = Some(outcome);
        agreement.result_words = "Down to the shop \"and back\"".to_owned();
        agreement.told = Some(Outcome::HelpedClearly);
    }
    kept
}

/// Entries of three months, oldest first.
pub fn entries() -> Vec<Entry> {
    let full = |id: &str, date, can_do| Entry {
        time: NaiveTime::from_hms_opt(21, 40, 0),
        pain: Some(6),
        worst: Some(8),
        can_do: Some(can_do),
        flare: true,
        regions: vec![RegionId::from("back-lower-back-left")],
        took_medicine: Some(true),
        medicines: vec![Taken {
            name: "Ibuprofen 400 mg".to_owned(),
            amount: "1½".to_owned(),
            ..Taken::default()
        }],
        note: "Long drive; \"stiff\" 😖\nBetter lying down.".to_owned(),
        ..Entry::on(EntryId::from(id), date)
    };
    vec![
        Entry::on(EntryId::from("nothing-said"), day(2025, 12, 31)),
        Entry {
            pain: Some(0),
            took_medicine: Some(false),
            ..Entry::on(EntryId::from("pain-free"), day(2026, 10, 1))
        },
        full("k3f9x2m7q1aa", day(2026, 10, 31), CanDo::Most),
        full("k3f9x2m7q1ab", day(2026, 11, 1), CanDo::Some),
        full("k3f9x2m7q1ac", day(2026, 11, 2), CanDo::Little),
        full("k3f9x2m7q1ad", day(2026, 11, 3), CanDo::LyingDown),
    ]
}

/// Entries in which everything is said that an entry can hold, oldest first.
pub fn full_entries() -> Vec<Entry> {
    let owned = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect();
    let moment = |date, minute| Moment {
        date,
        minute,
        ahead_min: 60,
    };
    let evening = Entry {
        time: NaiveTime::from_hms_opt(20, 15, 0),
        written: Some(day(2026, 11, 12)),
        about: Some(About::Day),
        bearable: Some(false),
        pain: Some(6),
        worst: Some(9),
        can_do: Some(CanDo::Little),
        flare: true,
        alarm: Some(Alarm::NewKind),
        regions: ["front-head-left", "back-lower-back-left", "back-tail"]
            .map(RegionId::from)
            .into(),
        region_pain: [
            (RegionId::from("front-head-left"), 7),
            (RegionId::from("back-tail"), 0),
        ]
        .into(),
        qualities: owned(&["burning", "dull"]),
        scales: Scales {
            interference: Some(7),
            sleep: Some(2),
            mood: Some(4),
            fatigue: Some(8),
            stress: Some(10),
        },
        activity_min: Some(15),
        activities: owned(&["walk", "garden, sitting"]),
        did_matter: Some(true),
        treatment_done: vec![TherapyId::from("exercise_general")],
        side_effect: Some(SideEffect {
            words: "dizzy".to_owned(),
            strength: Some(3),
        }),
        bleeding: Some(Bleeding::FirstDay),
        factors: [
            (FactorId::from("a"), true),
            (FactorId::from("b"), false),
            (FactorId::from("c"), false),
        ]
        .into(),
        better: owned(&["heat"]),
        worse: owned(&["stairs", "rain"]),
        headache: Headache {
            had: Some(true),
            severity: Some(Severity::Strong),
            signs: vec![HeadacheSign::OneSide, HeadacheSign::LightAndSound],
            lost: Some(LostDay::Part),
        },
        attack: Some(Attack {
            kind: AttackKind::Headache,
            start: moment(day(2026, 11, 8), 23 * 60),
            still_going: Some(moment(day(2026, 11, 9), 7 * 60)),
            end: Some(moment(day(2026, 11, 9), 11 * 60 + 30)),
        }),
        took_medicine: Some(true),
        medicines: vec![
            Taken {
                name: "Sumatriptan 50 mg".to_owned(),
                amount: "1".to_owned(),
                minute: Some(23 * 60 + 20),
                regular: false,
                relief: Some(Relief::Better),
            },
            Taken {
                name: "Amitriptyline 10 mg".to_owned(),
                amount: "2".to_owned(),
                regular: true,
                ..Taken::default()
            },
        ],
        note: "مرحبا, everything at once".to_owned(),
        ..Entry::on(EntryId::from("k3f9x2m7q1ba"), day(2026, 11, 8))
    };
    let running = Entry {
        about: Some(About::Moment),
        alarm: Some(Alarm::WorstEver),
        bleeding: Some(Bleeding::None),
        attack: Some(Attack::beginning(
            AttackKind::OtherPain,
            moment(day(2026, 11, 9), 0),
        )),
        ..Entry::on(EntryId::from("k3f9x2m7q1bb"), day(2026, 11, 9))
    };
    vec![evening, running]
}
