//! Arbitrary diary entries for property tests: any text, any number in its range, each part there or not.
//! A number beyond its range comes only from a damaged file (`spoilt_copy`).

use proptest::collection::{btree_map, vec};
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;
use tailored::domain::diary::attack::{Attack, AttackKind, Moment};
use tailored::domain::diary::entry::{About, Alarm, Bleeding, CanDo, Entry, Scales, SideEffect};
use tailored::domain::diary::headache::{Headache, HeadacheSign, LostDay, Severity};
use tailored::domain::diary::taken::{Relief, Taken};
use tailored::domain::ids::{EntryId, FactorId, RegionId, TherapyId};

use crate::arbitrary::{date, text, time};

/// A step of a scale.
fn level() -> impl Strategy<Value = u8> {
    0..=10_u8
}

fn minute() -> impl Strategy<Value = u16> {
    0..1440_u16
}

/// Any of the words of an enum, or none.
fn maybe<T: Clone + std::fmt::Debug + 'static>(
    words: &'static [T],
) -> impl Strategy<Value = Option<T>> {
    option::of(select(words))
}

fn region() -> impl Strategy<Value = RegionId> {
    prop_oneof![
        text(),
        Just("back-lower-back-left".to_owned()),
        "[0-9a-z=]{1,3}"
    ]
    .prop_map(RegionId)
}

fn taken() -> impl Strategy<Value = Taken> {
    let relief = maybe(&[Relief::Gone, Relief::Better, Relief::Same]);
    let minute = option::of(minute());
    (text(), text(), (minute, any::<bool>()), relief).prop_map(
        |(name, amount, (minute, regular), relief)| Taken {
            name,
            amount,
            minute,
            regular,
            relief,
        },
    )
}

fn headache() -> impl Strategy<Value = Headache> {
    let severity = maybe(&[Severity::Mild, Severity::Medium, Severity::Strong]);
    let signs: &[HeadacheSign] = &[
        HeadacheSign::OneSide,
        HeadacheSign::Throbbing,
        HeadacheSign::WorseWhenWalking,
        HeadacheSign::Sick,
        HeadacheSign::LightAndSound,
        HeadacheSign::Aura,
        HeadacheSign::TearsOrNose,
    ];
    let lost = maybe(&[LostDay::None, LostDay::Part, LostDay::All]);
    (
        any::<Option<bool>>(),
        severity,
        vec(select(signs), 0..4),
        lost,
    )
        .prop_map(|(had, severity, signs, lost)| Headache {
            had,
            severity,
            signs,
            lost,
        })
}

fn attack() -> impl Strategy<Value = Attack> {
    let moment = || {
        (date(), (minute(), -720..=840_i16)).prop_map(|(date, (minute, ahead_min))| Moment {
            date,
            minute,
            ahead_min,
        })
    };
    let kind = select(&[AttackKind::Headache, AttackKind::OtherPain][..]);
    (kind, moment(), option::of(moment()), option::of(moment())).prop_map(
        |(kind, start, still_going, end)| Attack {
            kind,
            start,
            still_going,
            end,
        },
    )
}

fn scales() -> impl Strategy<Value = Scales> {
    let one = || option::of(level());
    (one(), one(), one(), one(), one()).prop_map(|(interference, sleep, mood, fatigue, stress)| {
        Scales {
            interference,
            sleep,
            mood,
            fatigue,
            stress,
        }
    })
}

/// What the quick log asks.
fn quick() -> impl Strategy<Value = Entry> {
    let can_do = maybe(&[CanDo::Most, CanDo::Some, CanDo::Little, CanDo::LyingDown]);
    (
        // Few ids, so that entries replace each other.
        "[a-d]{1,2}",
        date(),
        option::of(time()),
        option::of(date()),
        (
            any::<Option<bool>>(),
            option::of(level()),
            option::of(level()),
            any::<bool>(),
            any::<Option<bool>>(),
        ),
        can_do,
        vec(taken(), 0..4),
        text(),
    )
        .prop_map(|(id, date, time, written, said, can_do, medicines, note)| {
            let (bearable, pain, worst, flare, took_medicine) = said;
            Entry {
                time,
                written,
                bearable,
                pain,
                worst,
                can_do,
                flare,
                took_medicine,
                medicines,
                note,
                ..Entry::on(EntryId(id), date)
            }
        })
}

/// Everything else that a full entry holds.
fn full() -> impl Strategy<Value = Entry> {
    let words = || vec(text(), 0..3);
    let kinds = (
        maybe(&[About::Moment, About::Day]),
        maybe(&[Alarm::NewKind, Alarm::WorstEver]),
        maybe(&[Bleeding::FirstDay, Bleeding::OtherDay, Bleeding::None]),
    );
    let places = (
        vec(region(), 0..4),
        btree_map(region(), level(), 0..3),
        words(),
    );
    let minutes = option::of(0..=1440_u16);
    let doing = ((minutes, any::<Option<bool>>()), words(), words());
    let side_effect = option::of((text(), option::of(level())));
    let factors = btree_map(text().prop_map(FactorId), any::<bool>(), 0..4);
    let head = (headache(), option::of(attack()));
    (
        (quick(), kinds, places, scales()),
        (doing, side_effect, factors, (words(), words()), head),
    )
        .prop_map(|((quick, kinds, places, scales), rest)| {
            let (about, alarm, bleeding) = kinds;
            let (regions, region_pain, qualities) = places;
            let (doing, side_effect, factors, (better, worse), (headache, attack)) = rest;
            let ((activity_min, did_matter), activities, treatment_done) = doing;
            Entry {
                about,
                alarm,
                bleeding,
                regions,
                region_pain,
                qualities,
                scales,
                activity_min,
                did_matter,
                activities,
                treatment_done: treatment_done.into_iter().map(TherapyId).collect(),
                side_effect: side_effect.map(|(words, strength)| SideEffect { words, strength }),
                factors,
                better,
                worse,
                headache,
                attack,
                ..quick
            }
        })
}

/// As quick or as full as they come.
pub fn entry() -> impl Strategy<Value = Entry> {
    prop_oneof![quick(), full()]
}
