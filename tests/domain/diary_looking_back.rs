//! Looking back: stretches, points, lines, months, places, and how far each reaches.

use proptest::prelude::*;
use tailored::domain::body_map::Mark;
use tailored::domain::date::{Days, NaiveDate, NaiveTime};
use tailored::domain::diary::attack::Moment;
use tailored::domain::diary::entry::{Entry, Relief, Taken};
use tailored::domain::diary::insight::change::{
    TooEarly, against_block, baseline_level, block, days_around,
};
use tailored::domain::diary::looking_back::{
    Apart, PainPicture, Period, PointMark, apart, from_first_entry, lines,
};
use tailored::domain::diary::medicines::relief::to_ask;
use tailored::domain::diary::months::{last_month, months};
use tailored::domain::diary::places::places;
use tailored::domain::diary::series::{self, Day};
use tailored::domain::diary::tracking::{DueWhat, MyMedicine, Tracking};
use tailored::domain::diary::weeks::{Bin, by_weekday, is_stable, stretches, weeks};
use tailored::domain::ids::{EntryId, MedicineId, RegionId};
use tailored::knowledge::body_map::RegionIndex;

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

fn entries(count: u64, pain: impl Fn(u64) -> Option<u8>) -> Vec<Entry> {
    (0..count)
        .filter_map(|day| Some(entry(day, pain(day)?)))
        .collect()
}

fn days(count: u64, pain: impl Fn(u64) -> Option<u8>) -> Vec<Day> {
    series::days(&entries(count, pain), date(count - 1), count)
}

#[test]
fn a_week_of_the_chart_has_seven_days_and_ends_with_the_last_one() {
    let found = stretches(&days(24, |day| Some((day / 7) as u8)), 7);
    let lengths: Vec<usize> = found.iter().map(|stretch| stretch.days).collect();
    assert_eq!(lengths, [3, 7, 7, 7]);
    assert_eq!(found[3].last, date(23));
    assert_eq!(found[3].first, date(17));
}

#[test]
fn a_month_needs_as_large_a_share_of_days_as_a_week() {
    let middle = |n: u64| stretches(&days(28, |day| (day < n).then_some(5)), 28)[0].median;
    assert_eq!(middle(15), None);
    assert_eq!(middle(16), Some(5.0));
    let week = |n: u64| stretches(&days(7, |day| (day < n).then_some(5)), 7)[0].median;
    assert_eq!((week(3), week(4)), (None, Some(5.0)));
}

#[test]
fn four_weeks_are_drawn_day_by_day_a_year_by_week_and_more_by_month() {
    let points = |count| {
        let picture = PainPicture::of(&days(count, |_| Some(5))).unwrap();
        (picture.point_days, picture.points.len())
    };
    assert_eq!(points(28), (1, 28));
    assert_eq!(points(91), (7, 13));
    assert_eq!(points(364), (7, 52));
    assert_eq!(points(3_640), (28, 130));
}

#[test]
fn a_gap_is_a_mark_of_its_own_and_no_line_crosses_it() {
    let days = days(91, |day| (!(20..60).contains(&day)).then_some(5));
    let picture = PainPicture::of(&days).unwrap();
    let gaps = picture
        .points
        .iter()
        .filter(|point| point.mark == PointMark::Gap);
    // Weeks 3 to 8 of 13: the third has six days with a number, and the ninth three.
    assert_eq!(gaps.count(), picture.n_gaps());
    assert_eq!(picture.n_gaps(), 6);
    assert_eq!(picture.lines.len(), 2);
    let over_gap = |line: &Vec<(f64, f64)>| line.iter().any(|(at, _)| (24.0..60.0).contains(at));
    assert!(!picture.lines.iter().any(over_gap), "{:?}", picture.lines);
    assert_eq!((picture.logged.days, picture.logged.of), (51, 91));
}

#[test]
fn a_day_without_pain_is_drawn_apart_from_a_day_without_an_entry() {
    let days = days(28, |day| match day {
        3 => Some(0),
        4 => None,
        _ => Some(4),
    });
    let picture = PainPicture::of(&days).unwrap();
    assert_eq!(picture.points[3].mark, PointMark::Free);
    assert_eq!(picture.points[4].mark, PointMark::Gap);
}

#[test]
fn a_young_diary_has_no_empty_years_before_it() {
    assert_eq!(Period::Year.count(3), 28);
    assert_eq!(Period::Year.count(40), 42);
    assert_eq!(Period::Year.count(4_000), 364);
    assert_eq!(Period::FourWeeks.count(4_000), 28);
    assert_eq!(Period::All.count(100_000), 3_654);
    let begun_late = days(91, |day| (day >= 50).then_some(5));
    let shown = from_first_entry(begun_late);
    assert_eq!(shown.len(), 42);
    assert_eq!(from_first_entry(days(28, |_| None)).len(), 28);
}

#[test]
fn a_chosen_start_may_lie_before_the_days_that_are_shown() {
    let all = days(300, |day| {
        Some(if day < 100 { 8 } else { 4 - (day % 2) as u8 })
    });
    let start = block(&all, date(10));
    let change = against_block(&all[200..], start).unwrap();
    assert_eq!(change.from.first, date(10));
    assert_eq!(change.from.mean, 8.0);
    assert_eq!(change.to.mean, 3.5);
    let (clear, large) = baseline_level(start).unwrap().clear_and_large().unwrap();
    assert!((clear - 5.6).abs() < 1e-9 && (large - 4.0).abs() < 1e-9);
}

#[test]
fn a_start_below_three_has_no_band_and_one_with_gaps_is_no_start() {
    let low = days(28, |_| Some(2));
    assert_eq!(baseline_level(&low[..14]).unwrap().clear_and_large(), None);
    let sparse = days(28, |day| (day % 2 == 0).then_some(6));
    assert_eq!(baseline_level(&sparse[..14]), Err(7));
    assert_eq!(
        against_block(&sparse, &sparse[..14]),
        Err(TooEarly::Baseline { have: 7 })
    );
}

#[test]
fn around_a_change_four_months_are_read_and_no_more() {
    let (first, last) = days_around(date(200)).unwrap();
    assert_eq!((first, last), (date(200 - 98), date(227)));
}

#[test]
fn weekdays_differ_only_from_a_point_on_and_never_from_too_few_numbers() {
    let bin = |place, n, mean: Option<f64>| Bin { place, n, mean };
    assert_eq!(
        apart(&[bin(0, 9, Some(5.0)), bin(1, 2, None)]),
        Apart::TooFew
    );
    let alike = [bin(0, 9, Some(5.0)), bin(1, 9, Some(5.9))];
    assert_eq!(apart(&alike), Apart::Alike);
    let mondays = days(70, |day| Some(if day % 7 == 4 { 7 } else { 4 }));
    let Apart::Different { highest, .. } = apart(&by_weekday(&mondays)) else {
        panic!("Mondays are three points higher");
    };
    assert_eq!((highest.place, highest.n), (0, 10));
}

#[test]
fn months_are_counted_back_from_the_last_day_and_unanswered_days_are_not_days_without() {
    let mut kept = entries(60, |day| (day < 50).then_some(5));
    for entry in &mut kept {
        entry.headache.had = Some(entry.date >= date(40));
        entry.took_medicine = (entry.date >= date(45)).then_some(true);
    }
    let found = months(&series::days(&kept, date(59), 60));
    let said: Vec<_> = found
        .iter()
        .map(|month| {
            (
                month.first,
                month.answered,
                month.headache_days,
                month.medicine_days,
            )
        })
        .collect();
    assert_eq!(said, [(date(4), 28, 0, 0), (date(32), 18, 10, 5)]);
    assert_eq!(
        (found[1].medicine_answered, found[1].headache_of_28),
        (5, None)
    );
    assert_eq!(last_month(&[]), None);
}

#[test]
fn a_headache_that_a_triptan_was_taken_for_makes_a_migraine_day() {
    let with = |name: &str, had: Option<bool>| {
        let mut entry = entry(0, 5);
        entry.headache.had = had;
        entry.medicines = vec![Taken {
            name: name.to_owned(),
            ..Taken::default()
        }];
        series::days(&[entry], date(0), 1)[0].migraine
    };
    assert!(with("Sumatriptan 50 mg", Some(true)));
    assert!(
        !with("Sumatriptan 50 mg", None),
        "nobody said that it was a headache"
    );
    assert!(!with("Ibuprofen 400 mg", Some(true)));
}

#[test]
fn places_are_counted_by_day_out_of_the_days_on_which_they_were_told() {
    let back = RegionId::from("back-lower-back-left");
    let head = RegionId::from("head-front-forehead-left");
    let mut kept = entries(10, |_| Some(5));
    for (day, entry) in kept.iter_mut().enumerate() {
        match day {
            0..4 => entry.regions = vec![back.clone()],
            4 => entry.regions = vec![head.clone(), RegionId::from("from-a-later-version")],
            5 => entry.pain = Some(0),
            _ => {}
        }
    }
    kept[1].region_pain.insert(back.clone(), 7);
    // Twice on one day counts once; a place told with 0 did not hurt.
    kept.push(kept[0].clone());
    kept[4].region_pain.insert(head.clone(), 0);
    let found = places(&kept);
    assert_eq!((found.logged, found.told), (10, 6));
    let back = RegionIndex::from_id(back.as_str()).unwrap();
    let known: Vec<_> = found
        .regions
        .iter()
        .map(|place| (place.region, place.days))
        .collect();
    assert_eq!(known, [(back, 4)]);
    assert_eq!(found.regions[0].median, Some(7.0));
    assert_eq!(found.marks().get(back), Mark::Level(7));
}

#[test]
fn four_alike_weeks_are_stable_and_three_or_unlike_ones_are_not() {
    let stable = |pain: &dyn Fn(u64) -> Option<u8>| is_stable(&weeks(&days(35, pain)));
    assert!(stable(&|_| Some(5)));
    // A swing within the weeks is no difference between them.
    assert!(stable(&|day| Some(4 + (day % 3) as u8)));
    assert!(!stable(&|day| Some(if day < 20 { 5 } else { 7 })));
    // The third week has three days with a number, so it has no mean.
    assert!(!stable(&|day| (!(21..25).contains(&day)).then_some(5)));
    assert!(!is_stable(&weeks(&days(21, |_| Some(5)))));
    assert!(!is_stable(&[]));
}

#[test]
fn whether_a_medicine_helped_is_asked_from_two_hours_to_a_day_after_it() {
    let at = |day: u64, minute: u16| Moment {
        date: date(day),
        minute,
        ahead_min: 60,
    };
    let taken = |minute| Taken {
        name: "Ibuprofen 400 mg".to_owned(),
        minute,
        ..Taken::default()
    };
    let mut entry = entry(0, 6);
    entry.time = NaiveTime::from_hms_opt(22, 0, 0);
    entry.medicines = vec![taken(Some(22 * 60)), taken(Some(23 * 60)), taken(None)];
    let asked =
        |entry: &Entry, now| to_ask(std::slice::from_ref(entry), now).map(|(_, place)| place);
    assert_eq!(asked(&entry, at(0, 23 * 60 + 59)), None);
    // Past midnight; the latest that two hours have gone by for.
    assert_eq!(asked(&entry, at(1, 0)), Some(0));
    assert_eq!(asked(&entry, at(1, 60)), Some(1));
    assert_eq!(asked(&entry, at(1, 22 * 60 + 1)), Some(1));
    assert_eq!(asked(&entry, at(1, 23 * 60 + 1)), None);
    let mut answered = entry.clone();
    answered.medicines[1].relief = Some(Relief::Same);
    answered.medicines[0].regular = true;
    assert_eq!(asked(&answered, at(1, 120)), None);
}

#[test]
fn what_is_due_is_told_two_weeks_before_and_after_its_day() {
    let medicine = |name: &str, refill: Option<u64>, review: Option<u64>| MyMedicine {
        name: name.to_owned(),
        refill: refill.map(date),
        review: review.map(date),
        ..MyMedicine::default()
    };
    let tracking = Tracking {
        medicines: [
            medicine("Amitriptyline", Some(34), Some(6)),
            medicine("Ibuprofen", Some(5), Some(35)),
            medicine("Without dates", None, None),
        ]
        .into_iter()
        .enumerate()
        .map(|(number, medicine)| (MedicineId(format!("m{number}")), medicine))
        .collect(),
        ..Tracking::default()
    };
    let said: Vec<_> = tracking
        .due_soon(date(20))
        .into_iter()
        .map(|due| (due.medicine, due.what, due.date))
        .collect();
    assert_eq!(
        said,
        [
            ("Amitriptyline".to_owned(), DueWhat::Review, date(6)),
            ("Amitriptyline".to_owned(), DueWhat::Refill, date(34)),
        ]
    );
}

proptest! {
    #[test]
    fn every_value_of_a_line_is_kept_in_its_place_and_no_gap_is_inside_a_line(
        values in prop::collection::vec(prop::option::of(0.0..10.0f64), 0..60)
    ) {
        let found = lines(&values);
        let back: Vec<(f64, f64)> = found.iter().flatten().copied().collect();
        let known: Vec<(f64, f64)> = (values.iter().enumerate())
            .filter_map(|(place, value)| Some((place as f64, (*value)?)))
            .collect();
        prop_assert_eq!(back, known);
        for line in &found {
            for pair in line.windows(2) {
                prop_assert_eq!(pair[1].0 - pair[0].0, 1.0);
            }
        }
    }

    #[test]
    fn stretches_hold_every_day_once(count in 1u64..400, length in 1usize..60) {
        let days = days(count, |day| (day % 3 != 1).then_some(5));
        let found = stretches(&days, length);
        prop_assert_eq!(found.iter().map(|stretch| stretch.days).sum::<usize>(), days.len());
        prop_assert_eq!(found.iter().map(|stretch| stretch.logged).sum::<usize>(), days.iter().filter(|day| day.logged).count());
        for pair in found.windows(2) {
            prop_assert_eq!(pair[0].last + Days::new(1), pair[1].first);
        }
    }
}
