//! Owns the words of this app's own tables for spreadsheets, and how texts are kept from being taken for something else.
//! May use: domain. Must not: wording; these are read by machines and stay the same in every language.

use super::import::months;
use crate::domain::date::{NaiveDate, NaiveTime, day_from, hours_minutes};
use crate::domain::diary::attack::{AttackKind, Moment};
use crate::domain::diary::entry::{About, Alarm, Bleeding, CanDo, Relief, Taken};
use crate::domain::diary::headache::{HeadacheSign, LostDay, Severity};

pub(super) const ABOUT: [(About, &str); 2] = [(About::Moment, "moment"), (About::Day, "day")];
pub(super) const CAN_DO: [(CanDo, &str); 4] = [
    (CanDo::Most, "most"),
    (CanDo::Some, "some"),
    (CanDo::Little, "little"),
    (CanDo::LyingDown, "lying_down"),
];
pub(super) const ALARM: [(Alarm, &str); 2] = [
    (Alarm::NewKind, "new_kind"),
    (Alarm::WorstEver, "worst_ever"),
];
pub(super) const SEVERITY: [(Severity, &str); 3] = [
    (Severity::Mild, "mild"),
    (Severity::Medium, "medium"),
    (Severity::Strong, "strong"),
];
pub(super) const SIGN: [(HeadacheSign, &str); 7] = [
    (HeadacheSign::OneSide, "one_side"),
    (HeadacheSign::Throbbing, "throbbing"),
    (HeadacheSign::WorseWhenWalking, "worse_when_walking"),
    (HeadacheSign::Sick, "sick"),
    (HeadacheSign::LightAndSound, "light_and_sound"),
    (HeadacheSign::Aura, "aura"),
    (HeadacheSign::TearsOrNose, "tears_or_nose"),
];
pub(super) const LOST: [(LostDay, &str); 3] = [
    (LostDay::None, "none"),
    (LostDay::Part, "part"),
    (LostDay::All, "all"),
];
pub(super) const ATTACK: [(AttackKind, &str); 2] = [
    (AttackKind::Headache, "headache"),
    (AttackKind::OtherPain, "pain"),
];
pub(super) const BLEEDING: [(Bleeding, &str); 3] = [
    (Bleeding::FirstDay, "first_day"),
    (Bleeding::OtherDay, "other_day"),
    (Bleeding::None, "none"),
];
pub(super) const RELIEF: [(Relief, &str); 3] = [
    (Relief::Gone, "gone"),
    (Relief::Better, "better"),
    (Relief::Same, "same"),
];

/// The word of a value.
pub(super) fn word<T: PartialEq>(words: &[(T, &'static str)], value: &T) -> &'static str {
    let found = words.iter().find(|(known, _)| known == value);
    found.map_or("", |(_, word)| word)
}

/// The value of a word.
pub(super) fn value<T: Copy>(words: &[(T, &'static str)], word: &str) -> Option<T> {
    let found = words.iter().find(|(_, known)| *known == word);
    found.map(|(value, _)| *value)
}

/// What separates the items of a list in one cell.
const BETWEEN: &str = "; ";
/// A semicolon inside an item is written twice: "cold;; wind" is one item.
const INSIDE: &str = ";;";

/// Items in one cell.
pub(super) fn list_of(items: impl Iterator<Item = impl AsRef<str>>) -> String {
    let items: Vec<String> = items
        .map(|item| item.as_ref().replace(';', INSIDE))
        .collect();
    items.join(BETWEEN)
}

/// The items of a cell. Tables of before wrote every semicolon once, and are cut at each.
pub(super) fn items_of(cell: &str) -> Vec<String> {
    let mut items = vec![String::new()];
    let mut rest = cell;
    while let Some(letter) = rest.chars().next() {
        let taken = match (rest.strip_prefix(INSIDE), letter) {
            (Some(after), _) => {
                items.last_mut().into_iter().for_each(|item| item.push(';'));
                after
            }
            (None, ';') => {
                items.push(String::new());
                &rest[1..]
            }
            (None, letter) => {
                items
                    .last_mut()
                    .into_iter()
                    .for_each(|item| item.push(letter));
                &rest[letter.len_utf8()..]
            }
        };
        rest = taken;
    }
    let items = items.iter().map(|item| item.trim().to_owned());
    items.filter(|item| !item.is_empty()).collect()
}

/// What separates the parts of a medicine in the table of the diary: name, amount, time, regular, relief.
const PARTS: &str = " | ";

/// A medicine in one line: "Ibuprofen 400 mg | 2 | 10:05 | regular | better", without what was not said at its end.
pub(super) fn medicine_line(taken: &Taken) -> String {
    let plain = |text: &str| text.replace(['|', '\n', '\r'], " ");
    let parts = [
        plain(&taken.name),
        plain(&taken.amount),
        taken.minute.map(clock_time).unwrap_or_default(),
        if taken.regular { "regular" } else { "" }.to_owned(),
        taken
            .relief
            .map_or("", |relief| word(&RELIEF, &relief))
            .to_owned(),
    ];
    let last = parts.iter().rposition(|part| !part.is_empty());
    parts[..=last.unwrap_or(0)].join(PARTS)
}

/// The medicine of such a line.
pub(super) fn medicine_of_line(line: &str) -> Taken {
    let mut parts = line.split('|').map(str::trim);
    let mut next = || parts.next().unwrap_or_default();
    Taken {
        name: next().to_owned(),
        amount: next().to_owned(),
        minute: minute_of(next()),
        regular: next() == "regular",
        relief: value(&RELIEF, next()),
    }
}

pub(in crate::exchange) fn clock_time(minute: u16) -> String {
    format!("{:02}:{:02}", minute / 60, minute % 60)
}

fn minute_of(text: &str) -> Option<u16> {
    let (hour, minute) = text.split_once(':')?;
    let (hour, minute): (u16, u16) = (hour.parse().ok()?, minute.parse().ok()?);
    (hour < 24 && minute < 60).then_some(hour * 60 + minute)
}

/// Local date and time with the distance from universal time, as ISO 8601 writes it.
pub(super) fn moment(moment: Moment) -> String {
    let sign = if moment.ahead_min < 0 { '-' } else { '+' };
    let ahead = moment.ahead_min.unsigned_abs();
    format!(
        "{}T{}{sign}{:02}:{:02}",
        moment.date,
        clock_time(moment.minute),
        ahead / 60,
        ahead % 60
    )
}

/// The moment of such a text.
pub(super) fn moment_of(text: &str) -> Option<Moment> {
    let (date, time) = text.split_once('T')?;
    let (time, zone) = time.split_at_checked(5)?;
    let ahead = i16::try_from(minute_of(zone.get(1..)?)?).ok()?;
    Some(Moment {
        date: day_from(date)?,
        minute: minute_of(time)?,
        ahead_min: if zone.starts_with('-') { -ahead } else { ahead },
    })
}

/// The time of an entry, to the minute.
pub(super) fn entry_time(time: NaiveTime) -> String {
    hours_minutes(time)
}

/// A day, as [`NaiveDate`] writes it.
pub(super) fn day(date: NaiveDate) -> String {
    date.to_string()
}

/// A person's text, so that no spreadsheet program calculates it, or takes it for a day or another number: it then begins
/// with an apostrophe. The import takes that away again.
pub fn guarded(text: &str) -> String {
    match needs_guard(text) {
        true => format!("'{text}"),
        false => text.to_owned(),
    }
}

/// A cell without that apostrophe.
pub(super) fn unguarded(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(text) if needs_guard(text) => text,
        _ => cell,
    }
}

fn needs_guard(text: &str) -> bool {
    let formula = text.starts_with(['=', '+', '-', '@', '\t', '\r']);
    let guard_itself = text.strip_prefix('\'').is_some_and(needs_guard);
    formula || guard_itself || is_taken_for_another(text)
}

/// Words that spreadsheet programs read as true or false.
const TRUTHS: [&str; 9] = [
    "true",
    "false",
    "wahr",
    "falsch",
    "vrai",
    "faux",
    "verdadero",
    "falso",
    "vero",
];
/// Longer whole numbers are rounded: "1.23E+11".
const MOST_FIGURES: usize = 11;
/// No number or day is longer than this.
const LONGEST_VALUE: usize = 30;

/// Whether a spreadsheet program would make another value of a text: "1/2" is a day there, "00123" is 123, "1.5" a day or a
/// number, by its language. A whole number stays what it is.
fn is_taken_for_another(text: &str) -> bool {
    let text = text.trim().to_lowercase();
    if text.len() > LONGEST_VALUE {
        return false;
    }
    if TRUTHS.contains(&text.as_str()) {
        return true;
    }
    let is_part = |letter: char| letter.is_alphanumeric() || " .,:/-+%'’€$£".contains(letter);
    let has_figure = text.contains(|letter: char| letter.is_ascii_digit());
    let is_whole = text.bytes().all(|byte| byte.is_ascii_digit()) && text.len() <= MOST_FIGURES;
    let is_plain = is_whole && (text == "0" || !text.starts_with('0'));
    let words = text
        .split(|letter: char| !letter.is_alphabetic())
        .filter(|word| !word.is_empty());
    let could_be_part =
        |word: &str| matches!(word, "am" | "pm" | "a" | "p" | "e") || months::month(word).is_some();
    has_figure && !is_plain && text.chars().all(is_part) && words.into_iter().all(could_be_part)
}
