//! English: the texts about days.

use super::DaysWords;
use super::en_phrases::long_date;
use crate::domain::date::{Datelike, NaiveDate, days_between};
use crate::domain::day_rule::OddDay;

pub(super) const DAYS: DaysWords = DaysWords {
    title,
    away,
    odd_day,
    odd_time: "That is not a whole time yet. The time from before is kept.",
    which: "Which day is this note about?",
    it_is: |today| format!("It is {} now.", long_date(today)),
    after_today: "Notes dated after today",
    after_today_text: "After a long flight this can be right. If a clock was wrong, open the note and change its day.",
    long_ago: "Notes from very long ago",
    long_ago_text: "The year looks wrong. Open the note and change its day.",
};

/// "Wednesday, 25 November"; with the year when it is another one than today's.
fn title(date: NaiveDate, today: NaiveDate) -> String {
    let day = long_date(date).replacen(' ', ", ", 1);
    match date.year() == today.year() {
        true => day,
        false => format!("{day} {}", date.year()),
    }
}

const IN_WORDS: [&str; 9] = [
    "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
];

/// "five days ago"
fn away(date: NaiveDate, today: NaiveDate) -> String {
    let away = days_between(date, today);
    let count = away.unsigned_abs();
    let in_words = usize::try_from(count)
        .ok()
        .and_then(|count| IN_WORDS.get(count.checked_sub(2)?));
    let days = in_words.map_or_else(|| count.to_string(), |word| (*word).to_owned());
    match away {
        0 => "today".to_owned(),
        1 => "yesterday".to_owned(),
        -1 => "tomorrow".to_owned(),
        2.. => format!("{days} days ago"),
        _ => format!("in {days} days"),
    }
}

/// Why a day is not taken, and what to do.
fn odd_day(odd: OddDay) -> &'static str {
    match odd {
        OddDay::NotADay => "That is not a whole date yet. The day from before is kept.",
        OddDay::BeforeBirth => "That is before you were born. Please check the year.",
        OddDay::TooLongAgo => "That is too long ago. Please check the year.",
        OddDay::StillToCome => "That day is still to come. Please choose another.",
        OddDay::TooFarAhead => "That is more than ten years away. Please check the year.",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap_or_default()
    }

    #[test]
    fn a_day_is_named_and_counted_as_one_says_it() {
        let today = day(2026, 11, 30);
        for (date, named, away) in [
            (day(2026, 11, 25), "Wednesday, 25 November", "five days ago"),
            (day(2026, 11, 30), "Monday, 30 November", "today"),
            (day(2026, 11, 29), "Sunday, 29 November", "yesterday"),
            (day(2026, 12, 1), "Tuesday, 1 December", "tomorrow"),
            (day(2026, 12, 3), "Thursday, 3 December", "in three days"),
            (
                day(2025, 12, 31),
                "Wednesday, 31 December 2025",
                "334 days ago",
            ),
        ] {
            assert_eq!(title(date, today), named);
            assert_eq!(super::away(date, today), away);
        }
    }
}
