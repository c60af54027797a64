//! Arbitrary answers and settings for property tests: any text, any number that its type allows.

use proptest::collection::{btree_map, vec};
use proptest::option;
use proptest::prelude::*;
use tailored::domain::date::{NaiveDate, NaiveTime};
use tailored::domain::ids::{FlagId, ItemId, PatientId, QuestionId, TherapyId};
use tailored::domain::questionnaire::model::{Answer, SafetyAnswer};
use tailored::domain::questionnaire::response::{DealtWith, HowDealtWith, Path, Response, View};
use tailored::domain::settings::{Contrast, KnownTable, LockAfter, Settings, TextSize, Theme};

use crate::arbitrary_records::{diagnosis, goal, medicine, site, test_done, tried};

pub fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        Just("\"}]\\\u{0}\u{2028}😀 مرحبا".to_owned()),
        Just(String::new()),
    ]
}

pub fn date() -> impl Strategy<Value = NaiveDate> {
    let any_day = NaiveDate::MIN.to_epoch_days()..=NaiveDate::MAX.to_epoch_days();
    let near_day = 0..30_000;
    prop_oneof![1 => any_day, 9 => near_day]
        .prop_map(|days| NaiveDate::from_epoch_days(days).unwrap())
}

pub fn time() -> impl Strategy<Value = NaiveTime> {
    let minutes = (0..24 * 60_u32).prop_map(|minutes| minutes * 60);
    let with_nanoseconds = (0..86_400_u32, 0..1_000_000_000_u32);
    let leap_second = (0..24 * 60_u32, 1_000_000_000..2_000_000_000_u32)
        .prop_map(|(minutes, nanosecond)| (minutes * 60 + 59, nanosecond));
    prop_oneof![
        minutes.prop_map(|seconds| (seconds, 0)),
        with_nanoseconds,
        leap_second
    ]
    .prop_map(|(seconds, nanosecond)| {
        NaiveTime::from_num_seconds_from_midnight_opt(seconds, nanosecond).unwrap()
    })
}

/// Every kind of answer.
pub fn answer() -> impl Strategy<Value = Answer> {
    prop_oneof![
        Just(Answer::Skipped),
        text().prop_map(Answer::Choice),
        vec(text(), 0..4).prop_map(Answer::Choices),
        any::<u8>().prop_map(Answer::Level),
        text().prop_map(Answer::Number),
        prop::collection::btree_map(text(), text(), 0..4).prop_map(Answer::Numbers),
        (text(), text()).prop_map(|(years, months)| Answer::Duration { years, months }),
        (text(), text()).prop_map(|(height_cm, weight_kg)| Answer::Body {
            height_cm,
            weight_kg
        }),
        text().prop_map(Answer::Text),
        vec(site(), 0..4).prop_map(Answer::Sites),
        vec(medicine(), 0..4).prop_map(Answer::Medicines),
        vec(tried(), 0..4).prop_map(Answer::Tried),
        btree_map(text(), text(), 0..4).prop_map(Answer::Texts),
        vec(diagnosis(), 0..4).prop_map(Answer::Diagnoses),
        vec(test_done(), 0..4).prop_map(Answer::Tests),
        vec(goal(), 0..4).prop_map(Answer::Goals),
    ]
}

pub fn response() -> impl Strategy<Value = Response> {
    let safety_answer = (0..SafetyAnswer::WORDS.len()).prop_map(|idx| SafetyAnswer::WORDS[idx].0);
    let how = prop_oneof![
        Just(HowDealtWith::BeingHelped),
        Just(HowDealtWith::HelpArranged)
    ];
    let dealt_with = (date(), how).prop_map(|(on, how)| DealtWith { on, how });
    let view = prop_oneof![Just(View::Willing), Just(View::Unsure), Just(View::No)];
    (
        option::of(date()),
        option::of(date()),
        btree_map(text().prop_map(ItemId), answer(), 0..8),
        btree_map(text().prop_map(QuestionId), safety_answer, 0..4),
        option::of(date()),
        btree_map(text().prop_map(FlagId), dealt_with, 0..3),
        option::of(text().prop_map(ItemId)),
        btree_map(text().prop_map(TherapyId), view, 0..3),
        vec(text(), 0..3),
        (
            prop_oneof![Just(Path::Usual), Just(Path::Full), Just(Path::Quick)],
            option::of(date()),
            option::of(any::<[u8; 16]>().prop_map(PatientId::of_random)),
        ),
    )
        .prop_map(
            |(
                started,
                changed,
                answers,
                safety,
                safety_asked,
                dealt_with,
                at,
                views,
                questions,
                (path, urgent_asked, patient),
            )| Response {
                started,
                changed,
                answers,
                safety,
                safety_asked,
                dealt_with,
                at,
                views,
                questions,
                path,
                urgent_asked,
                patient,
            },
        )
}

pub fn settings() -> impl Strategy<Value = Settings> {
    (
        prop_oneof![Just(Theme::System), Just(Theme::Light), Just(Theme::Dark)],
        prop_oneof![
            Just(TextSize::Normal),
            Just(TextSize::Large),
            Just(TextSize::Largest)
        ],
        prop_oneof![Just(Contrast::System), Just(Contrast::More)],
        any::<bool>(),
        option::of(date()),
        any::<bool>(),
        vec(
            (vec(text(), 0..4), vec(text(), 0..4))
                .prop_map(|(names, means)| KnownTable { names, means }),
            0..3,
        ),
        prop::sample::select(LockAfter::ALL.to_vec()),
        prop::collection::btree_map(text(), text(), 0..3),
    )
        .prop_map(
            |(
                theme,
                text_size,
                contrast,
                calm_mode,
                last_backup,
                install_hint_dismissed,
                tables,
                lock_after,
                unfinished,
            )| {
                Settings {
                    theme,
                    text_size,
                    contrast,
                    calm_mode,
                    last_backup,
                    install_hint_dismissed,
                    tables,
                    lock_after,
                    unfinished,
                }
            },
        )
}
