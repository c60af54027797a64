//! What the analysis of factors finds, and how often it finds what is not there.

use tailored::domain::date::{Days, NaiveDate};
use tailored::domain::diary::entry::Entry;
use tailored::domain::diary::insight::discovery::adjusted;
use tailored::domain::diary::insight::power::{TABLE, findings, is_found, measured};
use tailored::domain::diary::insight::regress::t_quantile;
use tailored::domain::diary::insight::simulate::{Effect, Made};
use tailored::domain::diary::insight::table::{Outcome, Table};
use tailored::domain::diary::insight::{Findings, Lack, Lag, Verdict, analyse};
use tailored::domain::ids::{EntryId, FactorId};
use tailored::domain::random::Random;

const NEXT_DAY: Effect = Effect {
    factor: 2,
    points: 2.0,
    next_day: true,
};

fn stands_out(findings: &Findings) -> bool {
    let verdicts = findings.findings.iter().map(|finding| finding.verdict);
    verdicts
        .into_iter()
        .any(|verdict| matches!(verdict, Verdict::StandsOut | Verdict::HeldUp))
}

fn held_up(findings: &Findings) -> bool {
    let mut verdicts = findings.findings.iter().map(|finding| finding.verdict);
    verdicts.any(|verdict| verdict == Verdict::HeldUp)
}

/// How many of a hundred diaries show something, and how many show something that held up.
fn percent_shown(n_diaries: u64, made: impl Fn(u64) -> Made) -> (f64, f64) {
    let found: Vec<Findings> = (0..n_diaries).map(|seed| findings(&made(seed))).collect();
    let percent = |shows: fn(&Findings) -> bool| {
        100.0 * found.iter().filter(|found| shows(found)).count() as f64 / n_diaries as f64
    };
    (percent(stands_out), percent(held_up))
}

#[test]
fn of_500_diaries_without_any_effect_few_show_one() {
    let (shown, held) = percent_shown(500, |seed| Made {
        seed,
        ..Made::default()
    });
    println!("500 diaries without an effect: {shown} % stand out, {held} % held up");
    assert!(shown <= 10.0, "{shown} %");
    assert!(held <= 5.0, "{held} %");
}

#[test]
fn factors_that_cling_and_pain_that_lingers_and_drifts_show_no_more() {
    let (shown, held) = percent_shown(300, |seed| Made {
        seed,
        carry_over: 0.8,
        clinging: 0.7,
        drift: 3.0,
        ..Made::default()
    });
    println!("300 diaries that cling and drift: {shown} % stand out, {held} % held up");
    assert!(shown <= 10.0, "{shown} %");
    assert!(held <= 5.0, "{held} %");
}

#[test]
fn of_200_diaries_with_a_true_next_day_effect_most_show_it_and_its_interval_holds_the_truth() {
    let (mut n_found, mut n_held) = (0, 0);
    for seed in 0..200 {
        let made = Made {
            seed: 1_000 + seed,
            effect: Some(NEXT_DAY),
            ..Made::default()
        };
        let findings = findings(&made);
        n_found += usize::from(is_found(&made, NEXT_DAY, &findings));
        let of_factor = &findings.findings[NEXT_DAY.factor * 2];
        let estimate = of_factor.estimate.unwrap();
        n_held += usize::from((estimate.low..=estimate.high).contains(&NEXT_DAY.points));
    }
    println!("200 diaries with an effect: {n_found} found, {n_held} intervals hold it");
    assert!(n_found >= 160, "{n_found} of 200 found");
    // 95 of 100 are meant; pain rounded to a scale from 0 to 10 and linked days cost a little.
    assert!(n_held >= 180, "{n_held} of 200 intervals hold the truth");
}

#[test]
fn what_people_are_told_to_expect_is_what_is_measured() {
    for row in TABLE {
        assert_eq!(measured(row.days), row);
    }
}

#[test]
fn the_same_diary_gives_the_same_findings() {
    let made = Made {
        effect: Some(NEXT_DAY),
        ..Made::default()
    };
    assert_eq!(findings(&made), findings(&made));
}

#[test]
fn before_60_days_with_entries_only_counts_are_given() {
    let made = Made {
        n_days: 60,
        effect: Some(NEXT_DAY),
        ..Made::default()
    };
    let findings = findings(&made);
    assert_eq!(findings.findings.len(), 12);
    for finding in findings.findings {
        assert_eq!(finding.verdict, Verdict::NotEnough);
        assert_eq!((finding.estimate, finding.p, finding.q), (None, None, None));
        let have = findings.days_logged;
        assert_eq!(finding.lacks[0], Lack::DaysLogged { have, need: 60 });
        assert!(finding.compared.n > 0);
    }
}

#[test]
fn one_long_stretch_of_a_factor_is_one_event_and_not_enough() {
    let holiday = FactorId::from("holiday");
    let diary = diary(120, |day| (5, false, (40..60).contains(&day)));
    let table = Table::of(&diary, &[holiday], Outcome::Pain, date(119));
    let findings = analyse(&table, 1);
    assert_eq!(findings.findings[0].verdict, Verdict::NotEnough);
    let lack = Lack::Spells { have: 1, need: 5 };
    assert_eq!(findings.findings[0].lacks, [lack]);
}

#[test]
fn headaches_that_begin_after_a_factor_are_found_and_counted_in_days() {
    let mut random = Random::seeded(4);
    let mut factor_before = false;
    let diary = diary(240, |_| {
        let risk = if factor_before { 0.6 } else { 0.1 };
        factor_before = random.chance(0.3);
        (3, random.chance(risk), factor_before)
    });
    let factors = [FactorId::from("holiday")];
    let table = Table::of(&diary, &factors, Outcome::HeadacheOnset, date(239));
    let findings = analyse(&table, 1);
    let next_day = &findings.findings[0];
    assert_eq!(next_day.lag, Lag::NextDay);
    assert!(matches!(
        next_day.verdict,
        Verdict::StandsOut | Verdict::HeldUp
    ));
    let estimate = next_day.estimate.unwrap();
    assert!((estimate.low..estimate.high).contains(&0.5), "{estimate:?}");
    assert!(next_day.compared.mean_with > 0.4 && next_day.compared.mean_without < 0.2);
    assert_eq!(findings.findings[1].verdict, Verdict::None { faded: false });
}

#[test]
fn too_few_headaches_are_said_to_be_too_few() {
    let diary = diary(100, |day| (3, day % 10 == 0, day % 3 == 0));
    let factors = [FactorId::from("holiday")];
    let table = Table::of(&diary, &factors, Outcome::HeadacheOnset, date(99));
    let findings = analyse(&table, 1);
    let lack = Lack::Onsets { have: 9, need: 24 };
    assert!(findings.findings[0].lacks.contains(&lack));
}

#[test]
fn a_diary_without_entries_factors_or_swings_has_nothing_to_say_and_breaks_nothing() {
    let factors = [FactorId::from("holiday")];
    let empty = analyse(&Table::of(&[], &factors, Outcome::Pain, date(0)), 1);
    assert_eq!(empty.findings[0].verdict, Verdict::NotEnough);
    let always_five = diary(120, |day| (5, false, day % 3 == 0));
    let none = analyse(&Table::of(&always_five, &[], Outcome::Pain, date(119)), 1);
    assert_eq!(none.findings, []);
    let flat = analyse(
        &Table::of(&always_five, &factors, Outcome::Pain, date(119)),
        1,
    );
    let verdicts: Vec<Verdict> = flat.findings.iter().map(|found| found.verdict).collect();
    assert_eq!(verdicts, [Verdict::NotEnough; 2]);
    assert_eq!(flat.findings[0].lacks, [Lack::NothingVaries]);
}

#[test]
fn what_was_written_late_or_about_the_future_is_left_out() {
    let mut entries = diary(100, |day| (5, false, day % 3 == 0));
    for entry in &mut entries[90..] {
        entry.written = Some(date(130));
    }
    let factors = [FactorId::from("holiday")];
    let table = Table::of(&entries, &factors, Outcome::Pain, date(79));
    assert_eq!(table.n_logged(), 80);
    let table = Table::of(&entries, &factors, Outcome::Pain, date(99));
    assert_eq!(table.n_logged(), 90);
}

#[test]
fn many_comparisons_are_counted_in() {
    // The example of Benjamini and Hochberg (1995): the largest k with p(k) <= k/m * 0.05 is the fourth of fifteen.
    let ps = [
        0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262,
        0.5719, 0.6528, 0.7590, 1.0,
    ];
    let qs = adjusted(&ps.map(Some));
    let n_found = qs.iter().flatten().filter(|q| **q <= 0.05).count();
    assert_eq!(n_found, 4);
    assert_eq!(
        adjusted(&[None, Some(0.02), None]),
        [None, Some(0.02), None]
    );
}

#[test]
fn the_quantile_of_student_is_right_to_two_places() {
    for (freedom, known) in [(8.0, 2.306), (20.0, 2.086), (60.0, 2.000), (1e6, 1.960)] {
        let found: f64 = t_quantile(freedom);
        assert!((found - known).abs() < 0.01, "{freedom}: {found}");
    }
}

fn date(day: u64) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 1, 1).unwrap() + Days::new(day)
}

/// One entry a day with pain, headache and one factor.
fn diary(n_days: u64, mut said: impl FnMut(u64) -> (u8, bool, bool)) -> Vec<Entry> {
    let entry = |day| {
        let (pain, headache, factor) = said(day);
        let mut entry = Entry::on(EntryId(format!("e{day}")), date(day));
        entry.pain = Some(pain);
        entry.headache.had = Some(headache);
        entry.factors.insert(FactorId::from("holiday"), factor);
        entry
    };
    (0..n_days).map(entry).collect()
}
