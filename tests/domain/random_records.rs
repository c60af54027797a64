//! Random records that the screens can give, with typed numbers that are sometimes not possible.

use proptest::option;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use tailored::domain::ids::{RegionId, TherapyId};
use tailored::domain::questionnaire::model::{
    Diagnosis, Effect, Goal, Medicine, MonthYear, Often, Site, TestDone, Told, Tried, Unit,
};
use tailored::knowledge::body_map::RegionIndex;
use tailored::knowledge::{SUBSTANCES, THERAPIES};

use super::flow::{typed, words};

fn month() -> impl Strategy<Value = MonthYear> {
    (typed(1, 12), typed(1950, 2030)).prop_map(|(month, year)| MonthYear { month, year })
}

fn level() -> impl Strategy<Value = Option<u8>> {
    option::of(0u8..=10)
}

pub fn site() -> impl Strategy<Value = Site> {
    let regions = || {
        let ids: Vec<&'static str> = RegionIndex::all()
            .map(|region| region.region().id)
            .collect();
        subsequence(ids, 1..4)
            .prop_map(|ids| ids.into_iter().map(RegionId::from).collect::<Vec<_>>())
    };
    (
        regions(),
        regions(),
        (level(), level(), level(), level()),
        option::of(any::<bool>()),
        month(),
    )
        .prop_map(
            |(regions, spreads_to, (now, usual, worst, least), constant, since)| Site {
                regions,
                spreads_to,
                now,
                usual,
                worst,
                least,
                constant,
                since,
                ..Site::default()
            },
        )
}

pub fn medicine() -> impl Strategy<Value = Medicine> {
    let names: Vec<String> = SUBSTANCES
        .iter()
        .flat_map(|substance| substance.names)
        .map(|name| format!("{name} tablets"))
        .collect();
    let often = select(vec![Often::Daily, Often::MostDays, Often::Rarely]);
    (
        prop_oneof![select(names), words(20)],
        (words(20), words(20)),
        (typed(1, 600), typed(0, 12)),
        option::of(often),
        month(),
        level(),
    )
        .prop_map(
            |(name, (dose, problems), (strength, a_day), often, since, helps)| Medicine {
                name,
                dose,
                strength,
                a_day,
                often,
                since,
                helps,
                problems,
                ..Medicine::default()
            },
        )
}

pub fn tried() -> impl Strategy<Value = Tried> {
    let therapies: Vec<&'static str> = THERAPIES.iter().map(|therapy| therapy.id).collect();
    let effect = select(&[Effect::Helped, Effect::NoHelp, Effect::BadFor][..]);
    let unit = select(vec![Unit::Days, Unit::Weeks, Unit::Months, Unit::Years]);
    (
        select(therapies),
        option::of(effect),
        (words(20), words(20)),
        (typed(1, 60), unit),
        typed(1, 300),
        any::<bool>(),
    )
        .prop_map(
            |(therapy, effect, (name, detail), (lasted, lasted_unit), dose_mg, still_using)| {
                Tried {
                    name,
                    effect,
                    dose_mg,
                    lasted,
                    lasted_unit,
                    detail,
                    still_using,
                    ..Tried::new(TherapyId::from(therapy))
                }
            },
        )
}

pub fn diagnosis() -> impl Strategy<Value = Diagnosis> {
    let told = select(vec![Told::Certain, Told::Perhaps, Told::RuledOut]);
    (words(20), words(5), option::of(told)).prop_map(|(name, by, told)| Diagnosis {
        name,
        by,
        told,
        ..Diagnosis::default()
    })
}

pub fn test_done(kinds: Vec<String>) -> impl Strategy<Value = TestDone> {
    (select(kinds), words(5), month(), words(20)).prop_map(|(kind, part, when, result)| TestDone {
        kind,
        part,
        when,
        result,
        ..TestDone::default()
    })
}

pub fn goal() -> impl Strategy<Value = Goal> {
    (words(20), month()).prop_map(|(words, by)| Goal { words, by })
}
