//! Any value of each record that an answer can list, also what no screen would offer.

use std::collections::BTreeMap;

use proptest::collection::{btree_map, vec};
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;
use tailored::domain::ids::{RegionId, TherapyId};
use tailored::domain::questionnaire::model::{
    Diagnosis, Effect, Goal, Medicine, MonthYear, Often, Site, TestDone, Told, Tried, Unit,
};

use crate::arbitrary::text;

fn month() -> impl Strategy<Value = MonthYear> {
    (text(), text()).prop_map(|(month, year)| MonthYear { month, year })
}

pub fn site() -> impl Strategy<Value = Site> {
    type Levels = (Option<u8>, Option<u8>, Option<u8>, Option<u8>);
    let regions = || vec(text().prop_map(RegionId), 0..4);
    let words = || vec(text(), 0..3);
    (
        regions(),
        regions(),
        any::<(Levels, Option<bool>, bool)>(),
        (words(), words(), words(), words()),
        month(),
    )
        .prop_map(
            |(
                regions,
                spreads_to,
                (levels, constant, main),
                (words, times, better, worse),
                since,
            )| {
                let (now, usual, worst, least) = levels;
                Site {
                    regions,
                    since,
                    now,
                    usual,
                    worst,
                    least,
                    words,
                    constant,
                    times,
                    spreads_to,
                    better,
                    worse,
                    main,
                }
            },
        )
}

pub fn medicine() -> impl Strategy<Value = Medicine> {
    let often = select(vec![
        Often::Daily,
        Often::MostDays,
        Often::SomeDays,
        Often::Rarely,
    ]);
    (
        (text(), text(), text(), text(), text()),
        option::of(often),
        month(),
        any::<(Option<u8>, bool)>(),
        counts(),
    )
        .prop_map(
            |((name, dose, strength, a_day, problems), often, since, (helps, bought), counts)| {
                Medicine {
                    name,
                    dose,
                    strength,
                    a_day,
                    often,
                    since,
                    helps,
                    problems,
                    bought,
                    counts,
                }
            },
        )
}

pub fn tried() -> impl Strategy<Value = Tried> {
    let effect = select(vec![Effect::Helped, Effect::NoHelp, Effect::BadFor]);
    let unit = select(vec![Unit::Days, Unit::Weeks, Unit::Months, Unit::Years]);
    (
        (text(), text(), text(), text()),
        (text(), text(), text(), text()),
        option::of(effect),
        unit,
        any::<(Option<u8>, bool)>(),
    )
        .prop_map(
            |(
                (therapy, name, dose_mg, sessions),
                (lasted, problems, stopped, detail),
                effect,
                lasted_unit,
                (help, still_using),
            )| Tried {
                therapy: TherapyId(therapy),
                name,
                effect,
                help,
                dose_mg,
                sessions,
                lasted,
                lasted_unit,
                problems,
                stopped,
                detail,
                still_using,
            },
        )
}

pub fn diagnosis() -> impl Strategy<Value = Diagnosis> {
    let told = select(vec![Told::Certain, Told::Perhaps, Told::RuledOut]);
    (text(), text(), option::of(told), counts()).prop_map(|(name, by, told, counts)| Diagnosis {
        name,
        by,
        told,
        counts,
    })
}

/// What the person said about what a name counts as.
fn counts() -> impl Strategy<Value = BTreeMap<String, bool>> {
    btree_map(text(), any::<bool>(), 0..3)
}

pub fn test_done() -> impl Strategy<Value = TestDone> {
    (
        text(),
        text(),
        month(),
        text(),
        text(),
        any::<Option<bool>>(),
    )
        .prop_map(|(kind, part, when, place, result, copy)| TestDone {
            kind,
            part,
            when,
            place,
            result,
            copy,
        })
}

pub fn goal() -> impl Strategy<Value = Goal> {
    (text(), month()).prop_map(|(words, by)| Goal { words, by })
}
