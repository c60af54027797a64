//! Attacks: local days, one attack over midnight, durations over a change of the clock and a journey.

use tailored::domain::date::NaiveDate;
use tailored::domain::diary::attack::{
    Attack, AttackKind, AttackProblem, Moment, SIDE_BY_SIDE, last_attacks,
};
use tailored::domain::diary::entry::{Entry, Relief, Taken};
use tailored::domain::diary::headache::{Headache, HeadacheSign, Severity};

const WINTER: i16 = 60;
const SUMMER: i16 = 120;

fn day(month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, month, day).unwrap()
}

fn at(date: NaiveDate, hour: u16, ahead_min: i16) -> Moment {
    Moment {
        date,
        minute: hour * 60,
        ahead_min,
    }
}

fn attack(start: Moment, end: Moment) -> Attack {
    Attack {
        end: Some(end),
        ..Attack::beginning(AttackKind::Headache, start)
    }
}

#[test]
fn an_attack_past_midnight_is_one_attack_on_two_days() {
    let attack = attack(at(day(11, 23), 22, WINTER), at(day(11, 24), 3, WINTER));
    assert_eq!(attack.duration_min(), Some(5 * 60));
    let days: Vec<NaiveDate> = attack.days().collect();
    assert_eq!(days, [day(11, 23), day(11, 24)]);
}

#[test]
fn a_night_in_which_the_clock_goes_forward_is_an_hour_shorter_and_one_in_which_it_goes_back_an_hour_longer()
 {
    let spring = attack(at(day(3, 28), 23, WINTER), at(day(3, 29), 5, SUMMER));
    assert_eq!(spring.duration_min(), Some(5 * 60));
    let autumn = attack(at(day(10, 24), 23, SUMMER), at(day(10, 25), 5, WINTER));
    assert_eq!(autumn.duration_min(), Some(7 * 60));
}

#[test]
fn the_hour_that_comes_twice_in_autumn_is_told_apart() {
    let twice = attack(at(day(10, 25), 2, SUMMER), at(day(10, 25), 2, WINTER));
    assert_eq!(twice.duration_min(), Some(60));
}

#[test]
fn a_flight_to_the_west_does_not_end_an_attack_before_it_began() {
    let flight = attack(at(day(11, 23), 11, WINTER), at(day(11, 23), 9, -300));
    assert_eq!(flight.duration_min(), Some(4 * 60));
    assert_eq!(flight.problem(at(day(11, 23), 10, -300)), None);
    assert_eq!(flight.days().count(), 1);
}

#[test]
fn a_running_attack_counts_up_to_the_last_still_going_and_has_no_duration() {
    let mut running = Attack::beginning(AttackKind::Headache, at(day(11, 23), 22, WINTER));
    assert!(running.is_running());
    assert_eq!(running.days().count(), 1);
    running.still_going = Some(at(day(11, 25), 8, WINTER));
    assert_eq!(running.days().count(), 3);
    assert_eq!(running.duration_min(), None);
}

#[test]
fn an_end_before_the_start_and_times_in_the_future_are_told_and_make_no_days() {
    let now = at(day(11, 24), 12, WINTER);
    let backwards = attack(at(day(11, 24), 10, WINTER), at(day(11, 23), 9, WINTER));
    assert_eq!(
        backwards.problem(now),
        Some(AttackProblem::EndsBeforeItStarts)
    );
    assert_eq!(backwards.duration_min(), None);
    assert_eq!(backwards.days().count(), 1);
    let later = Attack::beginning(AttackKind::Headache, at(day(11, 24), 13, WINTER));
    assert_eq!(later.problem(now), Some(AttackProblem::StartsInTheFuture));
    let ends_later = attack(at(day(11, 24), 10, WINTER), at(day(11, 24), 13, WINTER));
    assert_eq!(
        ends_later.problem(now),
        Some(AttackProblem::EndsInTheFuture)
    );
}

#[test]
fn a_mistyped_year_makes_no_thousand_headache_days() {
    let late = NaiveDate::from_ymd_opt(2062, 11, 23).unwrap();
    let attack = attack(at(day(11, 23), 10, WINTER), at(late, 11, WINTER));
    assert!(attack.days().count() <= 32);
}

#[test]
fn migraine_features_need_two_of_the_pain_and_one_of_the_senses_or_an_aura() {
    let headache = |severity, signs: &[HeadacheSign]| Headache {
        had: Some(true),
        severity,
        signs: signs.to_vec(),
        lost: None,
    };
    let strong = Some(Severity::Strong);
    use HeadacheSign::{Aura, LightAndSound, OneSide, Sick, Throbbing};
    assert!(headache(strong, &[OneSide, Sick]).has_migraine_features());
    assert!(headache(None, &[OneSide, Throbbing, LightAndSound]).has_migraine_features());
    assert!(headache(None, &[Aura]).has_migraine_features());
    assert!(!headache(strong, &[OneSide, Throbbing]).has_migraine_features());
    assert!(!headache(Some(Severity::Mild), &[OneSide, Sick]).has_migraine_features());
    assert!(!Headache::default().has_migraine_features());
}

fn entry(id: &str, attack: Attack) -> Entry {
    let mut entry = Entry::on(id.into(), attack.start.date);
    entry.attack = Some(attack);
    entry
}

#[test]
fn the_last_attacks_that_are_over_stand_side_by_side_the_latest_first() {
    let over = |of: u32| attack(at(day(11, of), 9, WINTER), at(day(11, of), 11, WINTER));
    let mut entries: Vec<Entry> = [3, 9, 1, 7, 5, 11, 2]
        .into_iter()
        .map(|of| entry(&format!("on {of}"), over(of)))
        .collect();
    let running = Attack::beginning(AttackKind::Headache, at(day(11, 20), 9, WINTER));
    entries.push(entry("running", running));
    entries.push(Entry::on("no attack".into(), day(11, 21)));
    let ids: Vec<String> = last_attacks(entries)
        .iter()
        .map(|over| over.entry.as_str().to_owned())
        .collect();
    assert_eq!(ids, ["on 11", "on 9", "on 7", "on 5", "on 3", "on 2"]);
    assert_eq!(ids.len(), SIDE_BY_SIDE);
    assert_eq!(last_attacks(Vec::new()), []);
}

#[test]
fn what_eased_an_attack_is_what_the_person_said_eased_it() {
    let taken = |name: &str, relief| Taken {
        name: name.to_owned(),
        relief,
        ..Taken::default()
    };
    let mut bad = entry(
        "bad",
        attack(at(day(11, 1), 9, WINTER), at(day(11, 1), 8, WINTER)),
    );
    bad.pain = Some(6);
    bad.worst = Some(9);
    bad.better = vec!["Cold".to_owned()];
    bad.medicines = vec![
        taken("Sumatriptan", Some(Relief::Better)),
        taken("Paracetamol", Some(Relief::Same)),
        taken("Ibuprofen", None),
    ];
    let over = &last_attacks(vec![bad])[0];
    assert_eq!(
        over.eased_by,
        ["Sumatriptan"],
        "nobody was asked about the others"
    );
    assert_eq!(over.better, ["Cold"]);
    assert_eq!(over.worst, Some(9));
    assert_eq!(over.minutes, None, "an end before the start lasts nothing");
}
