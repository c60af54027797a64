//! Levels, changes, weeks and tests: what may be said, and from how much.

use tailored::domain::date::{Days, NaiveDate, NaiveTime};
use tailored::domain::diary::entry::{About, Entry};
use tailored::domain::diary::insight::change::{
    Gain, TooEarly, against_baseline, around, first_baseline,
};
use tailored::domain::diary::insight::simulate::Made;
use tailored::domain::diary::insight::trial::{Arm, Stage, Trial};
use tailored::domain::diary::months::last_month;
use tailored::domain::diary::series::{self, Day};
use tailored::domain::diary::weeks::{by_time_of_day, by_weekday, means_of_7_days, weeks};
use tailored::domain::ids::EntryId;
use tailored::domain::random::Random;

/// A Thursday.
fn date(day: u64) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 1, 1).unwrap() + Days::new(day)
}

fn entry(day: u64, pain: u8) -> Entry {
    Entry {
        pain: Some(pain),
        ..Entry::on(EntryId(format!("e{day}")), date(day))
    }
}

fn days(count: u64, mut pain: impl FnMut(u64) -> Option<u8>) -> Vec<Day> {
    let entries: Vec<Entry> = (0..count)
        .filter_map(|day| Some(entry(day, pain(day)?)))
        .collect();
    series::days(&entries, date(count - 1), count)
}

#[test]
fn half_the_pain_is_a_large_change_when_the_days_swing_little() {
    let days = days(60, |day| {
        Some(if day < 30 { 7 + (day % 2) as u8 } else { 3 })
    });
    let change = against_baseline(&days, date(0)).unwrap();
    assert_eq!(change.gain, Gain::Large);
    assert!((change.percent.unwrap() + 60.0).abs() < 0.1);
    assert_eq!((change.from.n, change.to.n), (14, 14));
}

#[test]
fn thirty_percent_less_is_clear_and_six_to_five_is_small() {
    let gain = |from: u8, to: u8| {
        let days = days(40, |day| Some(if day < 20 { from } else { to }));
        against_baseline(&days, date(0)).unwrap().gain
    };
    // Both ranges lie on one side of zero, since no day swings within its two weeks.
    assert_eq!(gain(10, 7), Gain::Clear);
    assert_eq!(gain(6, 5), Gain::Small);
    assert_eq!(gain(5, 7), Gain::ClearlyWorse);
    assert_eq!(gain(5, 6), Gain::NoneClear);
}

#[test]
fn a_change_that_could_be_chance_is_not_called_clear() {
    // From 7 to 6 on average, with swings of 3 points from day to day.
    let days = days(40, |day| {
        let level = if day < 20 { 7 } else { 6 };
        Some(if day % 2 == 0 { level + 3 } else { level - 3 })
    });
    let change = against_baseline(&days, date(0)).unwrap();
    let (low, high) = change.range.unwrap();
    assert!(low < 0.0 && high > 0.0, "{low} to {high}");
    assert_eq!(change.gain, Gain::NoneClear);
}

#[test]
fn too_few_days_an_overlap_and_a_low_start_are_told() {
    let sparse = days(40, |day| (!(7..26).contains(&day)).then_some(5));
    assert_eq!(
        against_baseline(&sparse, date(0)),
        Err(TooEarly::Baseline { have: 7 })
    );
    let gone = days(40, |day| (day < 30).then_some(5));
    assert_eq!(
        against_baseline(&gone, date(0)),
        Err(TooEarly::Recent { have: 4 })
    );
    let short = days(20, |_| Some(5));
    assert_eq!(against_baseline(&short, date(0)), Err(TooEarly::Overlap));
    let low = days(40, |day| Some(if day < 20 { 2 } else { 1 }));
    assert_eq!(against_baseline(&low, date(0)).unwrap().percent, None);
    assert!(against_baseline(&low, date(4000)).is_err());
    assert!(against_baseline(&[], date(0)).is_err());
}

#[test]
fn the_first_baseline_begins_with_the_first_fortnight_that_has_enough_days() {
    let days = days(60, |day| (day == 2 || day >= 20).then_some(5));
    assert_eq!(first_baseline(&days), Some(date(20)));
    assert_eq!(first_baseline(&days[..18]), None);
}

#[test]
fn a_treatment_begun_in_a_bad_spell_is_told_what_would_have_come_by_itself() {
    // Four months at 4, a bad fortnight at 7, then 4 again: the change did nothing.
    let mut random = Random::seeded(9);
    let days = days(180, |day| {
        let level = if (106..120).contains(&day) { 7.0 } else { 4.0 };
        Some((level + 0.8 * random.normal()).round() as u8)
    });
    let found = around(&days, date(120)).unwrap();
    assert!(found.change.points < -2.0);
    let by_itself = found.by_itself.unwrap();
    assert!((by_itself.usual - 4.0).abs() < 0.3, "{by_itself:?}");
    assert!((by_itself.expected - found.change.to.mean).abs() < 1.0);
    assert!(around(&days, date(170)).is_err());
    assert_eq!(around(&days, date(20)).unwrap().by_itself, None);
}

#[test]
fn a_week_with_three_days_has_no_mean_and_a_gap_stays_a_gap() {
    let days = days(21, |day| {
        (day < 7 || (day >= 14 && day % 2 == 0)).then_some(5)
    });
    let weeks = weeks(&days);
    // Thursday 1 January to Wednesday 21 January touches four weeks.
    let logged: Vec<_> = weeks.iter().map(|week| (week.logged, week.days)).collect();
    assert_eq!(logged, [(4, 4), (3, 7), (2, 7), (2, 3)]);
    assert_eq!(weeks[0].mean, Some(5.0));
    assert_eq!(weeks[1].mean, None);
    assert_eq!(weeks[1].worst, None);
    let means = means_of_7_days(&days);
    assert_eq!(means[2], None);
    assert_eq!(means[3], Some(5.0));
    assert_eq!(means[12], None);
}

#[test]
fn the_weekday_and_the_time_of_day_need_four_numbers() {
    let days = days(28, |day| Some(if day % 7 == 0 { 8 } else { 2 }));
    let weekdays = by_weekday(&days);
    assert_eq!(weekdays[3].mean, Some(8.0));
    assert_eq!(weekdays[4].mean, Some(2.0));
    let at = |day, hour, about| Entry {
        time: NaiveTime::from_hms_opt(hour, 0, 0),
        about,
        ..entry(day, 6)
    };
    let mut entries: Vec<Entry> = (0..4).map(|day| at(day, 8, None)).collect();
    entries.extend((0..3).map(|day| at(day, 20, None)));
    entries.extend((0..9).map(|day| at(day, 20, Some(About::Day))));
    let times = by_time_of_day(&entries);
    assert_eq!((times[1].n, times[1].mean), (4, Some(6.0)));
    assert_eq!((times[3].n, times[3].mean), (3, None));
}

#[test]
fn a_look_back_on_the_day_stands_for_the_day() {
    let mut entries = vec![entry(0, 2), entry(0, 3)];
    entries.push(Entry {
        about: Some(About::Day),
        ..entry(0, 6)
    });
    let days = series::days(&entries, date(0), 1);
    assert_eq!(days[0].usual, Some(6.0));
}

#[test]
fn headache_days_are_given_for_28_days_and_only_from_20_answered_ones() {
    let entries: Vec<Entry> = (0..28)
        .map(|day| {
            let mut entry = entry(day, 3);
            entry.headache.had = (day < 21).then_some(day % 3 == 0);
            entry
        })
        .collect();
    let month = last_month(&series::days(&entries, date(27), 28)).unwrap();
    assert_eq!((month.answered, month.headache_days), (21, 7));
    assert!((month.headache_of_28.unwrap() - 28.0 / 3.0).abs() < 1e-9);
    let few = last_month(&series::days(&entries[..19], date(18), 19)).unwrap();
    assert_eq!(few.headache_of_28, None);
}

#[test]
fn a_test_draws_its_order_hides_its_result_and_reports_at_the_end() {
    let trial = Trial::planned("walk before breakfast", date(0), 3, 2, 5);
    assert_eq!(trial.blocks.len(), 6);
    for pair in trial.blocks.chunks(2) {
        assert_ne!(pair[0], pair[1]);
    }
    let others = (0..20).map(|seed| Trial::planned("x", date(0), 3, 2, seed).blocks);
    assert!(others.into_iter().any(|blocks| blocks != trial.blocks));
    let pain = |day: u64| match trial.stage(date(day)) {
        Stage::Running { arm: Arm::With, .. } => Some(4),
        _ => Some(6 + (day % 2) as u8),
    };
    let days = days(84, pain);
    assert_eq!(
        trial.stage(date(0)),
        Stage::Running {
            block: 0,
            arm: trial.blocks[0],
            last: date(13),
        }
    );
    assert_eq!(trial.report(&days, date(83)), None);
    assert_eq!(trial.stage(date(84)), Stage::Over);
    let report = trial.report(&days, date(84)).unwrap();
    assert_eq!(report.differences.len(), 3);
    assert_eq!(report.effect, Some(-2.5));
    // Three pairs have only eight orders.
    assert_eq!(report.chance, Some(0.25));
}

#[test]
fn a_test_with_too_few_days_reports_that_and_no_effect() {
    let trial = Trial::planned("walk", date(0), 4, 1, 5);
    let days = days(60, |day| (day % 3 == 0).then_some(5));
    let report = trial.report(&days, date(60)).unwrap();
    assert_eq!((report.differences.len(), report.n_pairs_planned), (0, 4));
    assert_eq!(
        (report.effect, report.range, report.chance),
        (None, None, None)
    );
    let before = trial.stage(date(0) - Days::new(1));
    assert_eq!(before, Stage::NotBegun);
}

#[test]
fn of_tests_without_an_effect_few_show_one() {
    let mut n_shown = 0;
    for seed in 0..200 {
        let made = Made {
            seed,
            n_days: 84,
            ..Made::default()
        };
        let days = series::days(&made.entries(), made.first + Days::new(83), 84);
        let trial = Trial::planned("nothing", made.first, 6, 1, seed);
        let report = trial.report(&days, made.first + Days::new(84)).unwrap();
        let (low, high) = report.range.unwrap_or((-1.0, 1.0));
        n_shown += usize::from(low > 0.0 || high < 0.0);
    }
    assert!(n_shown <= 20, "{n_shown} of 200");
}
