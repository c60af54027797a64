//! Owns days and times as other apps write them, and the one decision on the order of day and month for a whole file.
//! May use: dates, months, spelling. Must not: a clock, a guess where the file leaves the order open.

use super::months;
use super::spelling::{folded, plain};
use crate::domain::date::{Datelike, Days, NaiveDate, NaiveTime, Timelike, Weekday, days_between};

/// The order of day and month in dates that begin with one of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Order {
    DayFirst,
    MonthFirst,
}

/// What the dates of a file say about their order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Decision {
    Decided {
        order: Order,
        /// Other dates of the file say the opposite.
        is_mixed: bool,
    },
    /// Both orders fit every date; this is one of them.
    Open { example: String },
}

/// How far ahead of world time the device's clock is, in minutes, at a moment in seconds since the start of 1970.
pub type LocalClock<'a> = &'a dyn Fn(i64) -> i16;

/// A moment as a file says it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Found {
    pub date: NaiveDate,
    /// Since midnight, when a time is said.
    pub minute: Option<u16>,
    pub zone: Zone,
}

/// Which clock a moment was read from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Zone {
    /// Nothing is said: the clock on the person's wall.
    Local,
    /// World time, in which apps keep moments. The person's day follows from the device's clock.
    World,
    /// The clock on the wall, so many minutes ahead of world time.
    Ahead(i16),
}

const MINUTES_OF_DAY: i64 = 24 * 60;

/// Decides the order from all dates of a file: a first number above 12 is a day, and so is a second one.
pub(super) fn decide<'a>(dates: impl Iterator<Item = &'a str>) -> Decision {
    let (mut day_first, mut month_first, mut open) = (0, 0, None);
    for text in dates {
        let Some([first, second, _]) = numbers(&plain(text)) else {
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
    let is_mixed = day_first > 0 && month_first > 0;
    let order = match month_first > day_first {
        true => Order::MonthFirst,
        false => Order::DayFirst,
    };
    match (day_first, month_first, open) {
        (0, 0, Some(example)) => Decision::Open { example },
        _ => Decision::Decided { order, is_mixed },
    }
}

/// The moment that a cell says: a day, with a time and a zone where they follow.
pub(super) fn read(text: &str, order: Order) -> Option<Found> {
    let text = plain(text);
    if let Some(seconds) = seconds_since_1970(&text) {
        let days = i32::try_from(seconds.div_euclid(86_400)).ok()?;
        return Some(Found {
            date: NaiveDate::from_epoch_days(days)?,
            minute: u16::try_from(seconds.rem_euclid(86_400) / 60).ok(),
            zone: Zone::World,
        });
    }
    let date = date(&text, order)?;
    let minute = minute(&text);
    Some(Found {
        date,
        minute,
        zone: minute.map_or(Zone::Local, |_| zone(&text)),
    })
}

/// Whether a cell is a day or a moment, in whichever order.
pub(super) fn is_date(text: &str) -> bool {
    [Order::DayFirst, Order::MonthFirst]
        .into_iter()
        .any(|order| read(text, order).is_some())
}

impl Found {
    /// As the device's clock shows it: only a moment of world time changes, and with it perhaps the day.
    pub fn local(self, clock: LocalClock) -> Self {
        let (Zone::World, Some(minute)) = (self.zone, self.minute) else {
            return self;
        };
        let ahead = clock(seconds_of(self.date, minute));
        let all = i64::from(minute) + i64::from(ahead);
        let days = all.div_euclid(MINUTES_OF_DAY);
        let distance = Days::new(days.unsigned_abs());
        let date = match days < 0 {
            true => self.date.checked_sub_days(distance),
            false => self.date.checked_add_days(distance),
        };
        match (date, u16::try_from(all.rem_euclid(MINUTES_OF_DAY))) {
            (Some(date), Ok(minute)) => Self {
                date,
                minute: Some(minute),
                zone: Zone::Ahead(ahead),
            },
            _ => self,
        }
    }

    /// Minutes that its clock is ahead of world time; of a local moment, as the device's clock was then.
    pub fn ahead_min(self, clock: LocalClock) -> i16 {
        match self.zone {
            Zone::World => 0,
            Zone::Ahead(minutes) => minutes,
            Zone::Local => {
                let [first, second] = self.seasons(clock);
                let is_second = self.holds(second, clock) && !self.holds(first, clock);
                if is_second { second } else { first }
            }
        }
    }

    /// The same time of day once more, in the night in which the clock is put back and an hour comes twice.
    pub fn again(self, clock: LocalClock) -> Option<Self> {
        let [first, second] = self.seasons(clock);
        let is_twice = self.zone == Zone::Local
            && second < first
            && self.holds(first, clock)
            && self.holds(second, clock);
        is_twice.then_some(Self {
            zone: Zone::Ahead(second),
            ..self
        })
    }

    /// How far the clock is ahead a day before, and a day after.
    fn seasons(self, clock: LocalClock) -> [i16; 2] {
        let wall = seconds_of(self.date, self.minute.unwrap_or(0));
        let day = MINUTES_OF_DAY * 60;
        [clock(wall - day), clock(wall + day)]
    }

    /// Whether the clock shows this time at a moment at which it is so far ahead.
    fn holds(self, ahead_min: i16, clock: LocalClock) -> bool {
        let wall = seconds_of(self.date, self.minute.unwrap_or(0));
        clock(wall - i64::from(ahead_min) * 60) == ahead_min
    }

    /// The same with another time of day.
    pub fn at(self, minute: Option<u16>) -> Self {
        Self { minute, ..self }
    }
}

fn seconds_of(date: NaiveDate, minute: u16) -> i64 {
    days_between(NaiveDate::default(), date) * 86_400 + i64::from(minute) * 60
}

/// Seconds or milliseconds since the start of 1970, of moments between 2001 and 2096.
fn seconds_since_1970(text: &str) -> Option<i64> {
    let is_number = text.bytes().all(|byte| byte.is_ascii_digit());
    let number: i64 = text.parse().ok().filter(|_| is_number)?;
    let seconds = match text.len() {
        10 => number,
        13 => number / 1_000,
        _ => return None,
    };
    (1_000_000_000..4_000_000_000)
        .contains(&seconds)
        .then_some(seconds)
}

/// The day at the beginning of a text; what follows, such as a time, is not looked at.
fn date(text: &str, order: Order) -> Option<NaiveDate> {
    any_date(text, order).filter(|date| date.year() >= FIRST_YEAR)
}

/// Nobody's diary is older: "0202" is a slip, and which year was meant is not known.
const FIRST_YEAR: i32 = 1900;

fn any_date(text: &str, order: Order) -> Option<NaiveDate> {
    if let Some([first, second, third]) = numbers(text) {
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
        return NaiveDate::from_ymd_opt(year, month, day);
    }
    week_date(text)
        .or_else(|| compact_date(text))
        .or_else(|| named_date(text))
}

#[derive(Debug, Clone, Copy)]
struct Number {
    value: u32,
    digits: usize,
    /// What stands after it.
    mark: char,
}

/// Three numbers with the same mark between them, at the beginning of a text. Chinese, Japanese and Korean write words
/// for year and month in place of a mark.
fn numbers(text: &str) -> Option<[Number; 3]> {
    let mut rest = without_weekday(text.trim());
    let mut next = || {
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        if !(1..=4).contains(&digits) {
            return None;
        }
        let (number, after) = rest.split_at(digits);
        let mark = after.chars().next().unwrap_or(' ');
        rest = after
            .get(mark.len_utf8()..)
            .unwrap_or_default()
            .trim_start();
        Some(Number {
            value: number.parse().ok()?,
            digits,
            mark: match mark {
                '年' | '月' | '년' | '월' => '-',
                mark => mark,
            },
        })
    };
    let found = [next()?, next()?, next()?];
    let [first, second, _] = found;
    (first.mark == second.mark && matches!(first.mark, '/' | '-' | '.')).then_some(found)
}

/// "Mi 04.03.26" and "Wed, 04/03/2026": what follows the name of the weekday.
fn without_weekday(text: &str) -> &str {
    let letters = text.find(|letter: char| !letter.is_alphabetic());
    match letters.map(|end| text.split_at(end)) {
        Some((word, rest)) if months::is_weekday(word) => rest.trim_start_matches([' ', ',', '.']),
        _ => text,
    }
}

/// The day of a week, as the standard writes it: "2026-W45-1".
fn week_date(text: &str) -> Option<NaiveDate> {
    let (year, rest) = text.split_once("-W")?;
    let (week, day) = rest.split_once('-')?;
    let weekday = Weekday::try_from(day.parse::<u8>().ok()?.checked_sub(1)?).ok()?;
    NaiveDate::from_isoywd_opt(year.parse().ok()?, week.parse().ok()?, weekday)
}

/// "20260105", also before a time: "20260105T0830".
fn compact_date(text: &str) -> Option<NaiveDate> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    if digits != 8 {
        return None;
    }
    let part = |from, to| text.get(from..to)?.parse::<u32>().ok();
    let year = part(0, 4).filter(|year| (1900..2200).contains(year))?;
    NaiveDate::from_ymd_opt(year as i32, part(4, 6)?, part(6, 8)?)
}

/// "March 1, 2024", "1 Mar 24", "5. Dezember 2025", also with the name of the weekday in front. A name that could be both,
/// as "mar." in French, is a weekday when another word is a month.
fn named_date(text: &str) -> Option<NaiveDate> {
    let (mut day, mut year, mut sure, mut perhaps) = (None, None, None, None);
    let words = text
        .split([' ', ',', '.', '-', '/', '\''])
        .filter(|word| !word.is_empty());
    for word in words.take(7) {
        let digits = word.bytes().take_while(u8::is_ascii_digit).count();
        if word.contains(':') {
            // A time: the day is over.
            break;
        }
        match word[..digits].parse::<u32>() {
            Ok(number) => match (digits, day) {
                (4, _) => year = year.or(i32::try_from(number).ok()),
                (1 | 2, None) => day = Some(number),
                (2, Some(_)) => year = year.or(i32::try_from(2000 + number).ok()),
                _ => {}
            },
            Err(_) => match (months::month(word), months::is_weekday(word)) {
                (Some(month), false) => sure = sure.or(Some(month)),
                (Some(month), true) => perhaps = perhaps.or(Some(month)),
                (None, _) => {}
            },
        }
    }
    NaiveDate::from_ymd_opt(year?, sure.or(perhaps)?, day?)
}

/// Signs of the two halves of the day: in Latin letters they stand after the time, in other scripts also before it.
const MORNING: [&str; 13] = [
    "am", "vorm", "fm", "ap", "dop", "sa", "oo", "πμ", "上午", "午前", "오전", "ص", "ق",
];
const AFTERNOON: [&str; 16] = [
    "pm", "nachm", "abend", "em", "ip", "odp", "ch", "os", "μμ", "下午", "晚上", "午後", "오후",
    "م", "ب", "مساء",
];

/// Which half of the day is said around a time: true in the afternoon.
fn is_afternoon(before: &str, after: &str) -> Option<bool> {
    // What belongs to the time comes after figures and points: "30:00 p. m." is "pm".
    let letters = |text: &str| {
        folded(text)
            .chars()
            .filter(|letter| letter.is_alphabetic())
            .collect::<String>()
    };
    let (before, after) = (letters(before), letters(after));
    let says = |signs: &[&str]| {
        signs.iter().any(
            |sign| match sign.is_ascii() || sign.starts_with(['π', 'μ']) {
                true => after.starts_with(sign),
                false => after.starts_with(sign) || before.ends_with(sign),
            },
        )
    };
    match after.as_str() {
        "a" => Some(false),
        "p" => Some(true),
        _ if says(&AFTERNOON) => Some(true),
        _ if says(&MORNING) => Some(false),
        _ => None,
    }
}

fn minute_of(hour: u32, minute: u32, is_afternoon: Option<bool>) -> Option<u16> {
    let hour = match (hour, is_afternoon) {
        (12, Some(false)) => 0,
        (1..=11, Some(true)) => hour + 12,
        _ => hour,
    };
    let time = NaiveTime::from_hms_opt(hour, minute, 0)?;
    u16::try_from(time.num_seconds_from_midnight() / 60).ok()
}

/// The time with a colon in a text: "13:48", "8:30 am", "下午3:30", "09:00:00 -0800", "…T09:00:00.000Z".
fn minute(text: &str) -> Option<u16> {
    let at = text.find(':')?;
    let before = text.get(..at)?;
    let digits = before
        .bytes()
        .rev()
        .take_while(u8::is_ascii_digit)
        .count()
        .min(2);
    let hour: u32 = before.get(at - digits..)?.parse().ok()?;
    let after = text.get(at + 1..)?;
    let minute: u32 = after.get(..2)?.parse().ok()?;
    let rest = after.get(2..)?;
    minute_of(hour, minute, is_afternoon(before.get(..at - digits)?, rest))
}

/// The time in a cell that holds nothing else: with a colon, or "15.30", "15h30", "3 PM", "15 Uhr", "1530".
pub(super) fn time_of_day(text: &str) -> Option<u16> {
    let text = plain(text);
    if text.contains(':') {
        return minute(&text);
    }
    let start = text.find(|letter: char| letter.is_ascii_digit())?;
    let (before, rest) = text.split_at(start);
    let n_digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let (figures, rest) = rest.split_at(n_digits);
    if let 3 | 4 = n_digits {
        let (hour, minute) = figures.split_at(n_digits - 2);
        let half = is_afternoon(before, rest);
        return minute_of(hour.parse().ok()?, minute.parse().ok()?, half);
    }
    let hour: u32 = figures.parse().ok().filter(|_| n_digits < 3)?;
    let after = rest.trim_start();
    let mark = after.strip_prefix(['.', 'h', 'H', '時', '时', '시']);
    let figures: String = mark
        .unwrap_or_default()
        .trim_start()
        .chars()
        .take_while(char::is_ascii_digit)
        .collect();
    if figures.len() == 2 {
        let rest = after
            .split_once(figures.as_str())
            .map_or("", |(_, rest)| rest);
        return minute_of(hour, figures.parse().ok()?, is_afternoon(before, rest));
    }
    let half = is_afternoon(before, after);
    let says_hour = matches!(folded(after).as_str(), "h" | "uhr" | "時" | "时" | "시");
    (half.is_some() || says_hour).then(|| minute_of(hour, 0, half))?
}

/// The zone that stands after a time.
pub(super) fn zone(text: &str) -> Zone {
    let after = text.split_once(':').map_or("", |(_, after)| after);
    let after = after
        .split('(')
        .next()
        .unwrap_or_default()
        .trim()
        .to_ascii_lowercase();
    let says_world = ["z", "utc", "gmt"].iter().any(|sign| after.ends_with(sign));
    match ahead_min(&after) {
        Some(0) => Zone::World,
        Some(minutes) => Zone::Ahead(minutes),
        None if says_world => Zone::World,
        None => Zone::Local,
    }
}

/// Minutes ahead of world time at the end of a text: "-0800", "+05:30", "+01".
fn ahead_min(text: &str) -> Option<i16> {
    let at = text.rfind(['+', '-'])?;
    let digits: String = text
        .get(at + 1..)?
        .chars()
        .filter(|letter| *letter != ':')
        .collect();
    if !matches!(digits.len(), 2 | 4) || !digits.bytes().all(|digit| digit.is_ascii_digit()) {
        return None;
    }
    let hours: i16 = digits[..2].parse().ok()?;
    let minutes: i16 = digits
        .get(2..4)
        .map_or(Some(0), |minutes| minutes.parse().ok())?;
    let ahead = hours * 60 + minutes;
    Some(if text[at..].starts_with('-') {
        -ahead
    } else {
        ahead
    })
}

/// A duration in minutes: "01h 00m", "1d 02h 15m", "2:15", "90 min", or a bare number of the unit that its column names.
pub(super) fn duration_min(text: &str, minutes_of_one: Option<i64>) -> Option<i64> {
    let text = folded(text).replace(',', ".");
    if let Some((hours, minutes)) = text.split_once(':') {
        let minutes = minutes.split(':').next()?;
        let total = hours.trim().parse::<i64>().ok()?.checked_mul(60)?;
        return total
            .checked_add(minutes.trim().parse().ok()?)
            .filter(|total| *total >= 0);
    }
    let (mut total, mut found, mut rest) = (0.0, false, text.as_str());
    while !rest.trim_start().is_empty() {
        rest = rest.trim_start();
        let end = rest
            .find(|letter: char| !letter.is_ascii_digit() && letter != '.')
            .unwrap_or(rest.len());
        let number = crate::domain::decimal::decimal(&rest[..end])?;
        rest = rest[end..].trim_start();
        let end = rest
            .find(|letter: char| !letter.is_alphabetic())
            .unwrap_or(rest.len());
        let unit = match &rest[..end] {
            "" => minutes_of_one?,
            unit => unit_min(unit)?,
        };
        rest = &rest[end..];
        total += number * unit as f64;
        found = true;
    }
    (found && (0.0..1e6).contains(&total)).then_some(total as i64)
}

/// Minutes in a unit by its word.
pub(super) fn unit_min(word: &str) -> Option<i64> {
    match word {
        "m" | "mn" | "min" | "mins" | "minute" | "minutes" | "minuten" | "minutos" | "minuti" => {
            Some(1)
        }
        "h" | "hr" | "hrs" | "std" | "hour" | "hours" | "stunde" | "stunden" | "heures"
        | "horas" | "ore" | "uur" => Some(60),
        "d" | "day" | "days" | "tag" | "tage" | "jours" | "dias" | "giorni" => Some(24 * 60),
        _ => None,
    }
}
