//! Owns days and times as other apps write them, and the one decision on the order of day and month for a whole file.
//! May use: dates. Must not: a clock, a guess where the file leaves the order open.

use crate::domain::date::{NaiveDate, NaiveTime, Timelike};

/// The order of day and month in dates that begin with one of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Order {
    DayFirst,
    MonthFirst,
}

/// What the dates of a file say about their order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Decision {
    Decided(Order),
    /// Both orders fit every date; this is one of them.
    Open {
        example: String,
    },
}

/// Decides the order from all dates of a file: a first number above 12 is a day, and so is a second one.
pub(super) fn decide<'a>(dates: impl Iterator<Item = &'a str>) -> Decision {
    let (mut day_first, mut month_first, mut open) = (0, 0, None);
    for text in dates {
        let Some([first, second, _]) = numbers(text) else {
            continue;
        };
        match (first.value > 12, second.value > 12) {
            // The year stands first, or a point does, which is written after days only.
            _ if first.digits > 2 => {}
            _ if first.mark == '.' => day_first += 1,
            (true, false) => day_first += 1,
            (false, true) => month_first += 1,
            // The same day either way says nothing.
            _ if first.value == second.value => {}
            _ => open = open.or_else(|| Some(text.to_owned())),
        }
    }
    match (day_first, month_first, open) {
        (0, 0, Some(example)) => Decision::Open { example },
        _ if month_first > day_first => Decision::Decided(Order::MonthFirst),
        _ => Decision::Decided(Order::DayFirst),
    }
}

/// The day at the beginning of a text; what follows, such as a time, is not looked at.
pub(super) fn date(text: &str, order: Order) -> Option<NaiveDate> {
    let text = text.trim();
    let Some([first, second, third]) = numbers(text) else {
        return named_date(text);
    };
    let year = |number: Number| match number.digits {
        4 => Some(number.value as i32),
        2 => Some(2000 + number.value as i32),
        _ => None,
    };
    let (year, month, day) = match (first.digits, order) {
        (4, _) => (year(first)?, second.value, third.value),
        _ if first.mark == '.' => (year(third)?, second.value, first.value),
        (_, Order::DayFirst) => (year(third)?, second.value, first.value),
        (_, Order::MonthFirst) => (year(third)?, first.value, second.value),
    };
    NaiveDate::from_ymd_opt(year, month, day)
}

#[derive(Debug, Clone, Copy)]
struct Number {
    value: u32,
    digits: usize,
    /// What stands after it.
    mark: char,
}

/// Three numbers with the same mark between them, at the beginning of a text.
fn numbers(text: &str) -> Option<[Number; 3]> {
    let mut rest = text.trim();
    let mut next = || {
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        if !(1..=4).contains(&digits) {
            return None;
        }
        let (number, after) = rest.split_at(digits);
        let mark = after.chars().next().unwrap_or(' ');
        rest = after.get(mark.len_utf8()..).unwrap_or_default();
        Some(Number {
            value: number.parse().ok()?,
            digits,
            mark,
        })
    };
    let found = [next()?, next()?, next()?];
    let [first, second, _] = found;
    (first.mark == second.mark && matches!(first.mark, '/' | '-' | '.')).then_some(found)
}

/// "March 1, 2024", "1 Mar 2024", also with the name of the day in front.
fn named_date(text: &str) -> Option<NaiveDate> {
    const MONTHS: [&str; 12] = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ];
    let (mut day, mut month, mut year) = (None, None, None);
    let words = text
        .split([' ', ',', '.', '-'])
        .filter(|word| !word.is_empty());
    for word in words.take(5) {
        let lower = word.to_lowercase();
        let digits = lower.trim_end_matches(|letter: char| letter.is_ascii_lowercase());
        if let Ok(number) = digits.parse::<u32>() {
            match digits.len() {
                4 => year = year.or(i32::try_from(number).ok()),
                _ => day = day.or(Some(number)),
            }
        } else if let Some(place) = MONTHS.iter().position(|name| lower.starts_with(name)) {
            month = month.or(u32::try_from(place + 1).ok());
        }
    }
    NaiveDate::from_ymd_opt(year?, month?, day?)
}

/// The time of day at the end of a text, or the whole of it: "13:48", "8:30 am", "09:00:00 -0800", "…T09:00:00.000Z".
pub(super) fn minute(text: &str) -> Option<u16> {
    let lower = text.to_lowercase();
    let at = lower.find(':')?;
    let before = lower.get(..at)?;
    let digits = before
        .bytes()
        .rev()
        .take_while(u8::is_ascii_digit)
        .count()
        .min(2);
    let hour: u32 = before.get(at - digits..)?.parse().ok()?;
    let after = lower.get(at + 1..)?;
    let minute: u32 = after.get(..2)?.parse().ok()?;
    let rest = after.get(2..)?;
    let hour = match (hour, rest.contains("pm"), rest.contains("am")) {
        (12, _, true) => 0,
        (1..=11, true, _) => hour + 12,
        _ => hour,
    };
    let time = NaiveTime::from_hms_opt(hour, minute, 0)?;
    u16::try_from(time.num_seconds_from_midnight() / 60).ok()
}

/// Minutes ahead of universal time at the end of a text, "-0800" or "+05:30"; none without it.
pub(super) fn ahead_min(text: &str) -> Option<i16> {
    let text = text.trim();
    if text.ends_with(['Z', 'z']) {
        return Some(0);
    }
    let at = text.rfind(['+', '-'])?;
    let digits: String = text
        .get(at + 1..)?
        .chars()
        .filter(|letter| *letter != ':')
        .collect();
    if digits.len() != 4 || !digits.bytes().all(|digit| digit.is_ascii_digit()) {
        return None;
    }
    let (hours, minutes) = (
        digits[..2].parse::<i16>().ok()?,
        digits[2..].parse::<i16>().ok()?,
    );
    let ahead = hours * 60 + minutes;
    Some(if text[at..].starts_with('-') {
        -ahead
    } else {
        ahead
    })
}

/// A duration such as "01h 00m" or "1d 02h 15m", in minutes.
pub(super) fn duration_min(text: &str) -> Option<i64> {
    let mut total: i64 = 0;
    let mut found = false;
    for part in text.split_whitespace() {
        let unit = match part.chars().last()? {
            'd' => 24 * 60,
            'h' => 60,
            'm' => 1,
            _ => return None,
        };
        let number: i64 = part.get(..part.len() - 1)?.parse().ok()?;
        total = total.checked_add(number.checked_mul(unit)?)?;
        found = true;
    }
    (found && total >= 0).then_some(total)
}
