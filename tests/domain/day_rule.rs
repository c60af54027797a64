//! Days that are written down: digit by digit none is taken, and neither is one before birth or too far ahead.

use tailored::domain::date::NaiveDate;
use tailored::domain::day_rule::{DayRule, OddDay, born_at_the_earliest};

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

fn today() -> NaiveDate {
    day(2026, 11, 30)
}

#[test]
fn a_year_that_is_typed_digit_by_digit_is_taken_only_when_it_is_whole() {
    let rule = DayRule::past(today());
    for typed in ["0002-11-25", "0020-11-25", "0202-11-25", "1899-12-31"] {
        assert_eq!(rule.read(typed), Err(OddDay::TooLongAgo), "{typed}");
    }
    for (typed, taken) in [
        ("2026-11-25", day(2026, 11, 25)),
        ("2026-11-30", today()),
        ("1900-01-01", day(1900, 1, 1)),
    ] {
        assert_eq!(rule.read(typed), Ok(taken));
    }
    for typed in ["", "2026-11", "2026-02-30", "x"] {
        assert_eq!(rule.read(typed), Err(OddDay::NotADay), "{typed}");
    }
}

#[test]
fn the_future_is_for_what_is_planned_and_ends_after_ten_years() {
    let past = DayRule::past(today());
    assert_eq!(past.read("2026-12-01"), Err(OddDay::StillToCome));
    let ahead = DayRule::past_or_ahead(today());
    assert_eq!(ahead.read("2026-12-01"), Ok(day(2026, 12, 1)));
    assert_eq!(ahead.read("2036-11-30"), Ok(day(2036, 11, 30)));
    assert_eq!(ahead.read("2036-12-01"), Err(OddDay::TooFarAhead));
    assert_eq!(ahead.read("20266-11-25"), Err(OddDay::TooFarAhead));
    assert_eq!(ahead.read("0202-12-01"), Err(OddDay::TooLongAgo));
}

#[test]
fn nothing_is_taken_from_before_the_person_was_born() {
    // Who is 61 on 30 November 2026 was born on 1 December 1964 at the earliest.
    let born = born_at_the_earliest(61, today());
    assert_eq!(born, Some(day(1964, 12, 1)));
    let rule = DayRule::past(today()).of_person(born);
    assert_eq!(rule.read("1964-11-30"), Err(OddDay::BeforeBirth));
    assert_eq!(rule.read("1964-12-01"), Ok(day(1964, 12, 1)));
    assert_eq!(rule.read("0026-11-30"), Err(OddDay::TooLongAgo));
    // On 29 February too.
    assert_eq!(
        born_at_the_earliest(20, day(2028, 2, 29)),
        Some(day(2007, 3, 1))
    );
    assert_eq!(born_at_the_earliest(u32::MAX, today()), None);
}

#[test]
fn where_it_is_a_later_day_already_that_day_is_taken() {
    let rule = DayRule::past(today()).up_to(day(2026, 12, 1));
    assert_eq!(rule.read("2026-12-01"), Ok(day(2026, 12, 1)));
    assert_eq!(rule.read("2026-12-02"), Err(OddDay::StillToCome));
    let earlier = DayRule::past(today()).up_to(day(2026, 11, 1));
    assert_eq!(earlier.read("2026-11-30"), Ok(today()));
}
