//! Owns what is found in one place of a file, on its way to become an entry.
//! May use: domain, moments. Must not: know a format, decide what is taken.

use super::moments::{Found, LocalClock};
use super::words::{Dose, dose, is_known_medicine};
use crate::domain::date::{Days, NaiveTime};
use crate::domain::diary::attack::{Attack, AttackKind, Moment};
use crate::domain::diary::entry::{Entry, Taken};
use crate::domain::diary::medicines::told;
use crate::domain::ids::EntryId;
use crate::exchange::table_words;

/// What is found in one place of a file.
pub(super) struct Draft {
    pub line: usize,
    /// The moment as the file says it: with `name` it is what the id follows from, so it must not depend on the device.
    pub start: String,
    /// Where it is set apart from others that begin at the same time.
    pub name: String,
    /// Everything that stands there, to tell it from others with the same start.
    pub content: String,
    pub entry: Entry,
    /// The day was worked out from world time, so another device may find another one.
    pub is_of_world_time: bool,
    /// Values as they stood in the file, with their scale when it is known: "Headache 3 (0–4)".
    pub originals: Vec<String>,
    /// Those of them that are about medicines.
    pub medicines_in_note: Vec<String>,
    /// Amounts of medicines that were taken, of nobody knows which.
    pub amounts_in_note: Vec<String>,
    /// Times that cannot be right.
    pub times_in_note: Vec<String>,
}

impl Draft {
    /// A draft of a moment, on the day that the device's clock showed then.
    pub fn new(line: usize, found: Found, clock: LocalClock) -> Self {
        let time_of = |minute: Option<u16>| {
            minute.and_then(|minute| {
                NaiveTime::from_hms_opt(u32::from(minute / 60), u32::from(minute % 60), 0)
            })
        };
        let local = found.local(clock);
        let mut entry = Entry::on(EntryId(String::new()), local.date);
        entry.time = time_of(local.minute);
        Self {
            line,
            start: format!("{} {:?}", found.date, time_of(found.minute)),
            name: String::new(),
            content: String::new(),
            entry,
            is_of_world_time: local != found,
            originals: Vec::new(),
            medicines_in_note: Vec::new(),
            amounts_in_note: Vec::new(),
            times_in_note: Vec::new(),
        }
    }

    /// Keeps a value as it stood in the file. Nothing is kept of an empty one.
    pub fn original(&mut self, name: &str, value: &str, scale: &str) {
        let value = value.trim();
        if value.is_empty() {
            return;
        }
        let scale = if scale.is_empty() {
            String::new()
        } else {
            format!(" ({scale})")
        };
        self.originals
            .push(format!("{name} {value}{scale}").trim().to_owned());
    }

    /// The same of a medicine, so that it can be told.
    pub fn medicine_in_note(&mut self, name: &str, amount: &str, unit: &str) {
        let kept = self.kept(name, amount, unit);
        self.medicines_in_note.extend(kept);
    }

    /// The same of an amount, beside medicines that count.
    pub fn amount_in_note(&mut self, name: &str, amount: &str) {
        let kept = self.kept(name, amount, "");
        self.amounts_in_note.extend(kept);
    }

    /// The same of a time that cannot be right.
    pub fn time_in_note(&mut self, name: &str, time: &str) {
        let kept = self.kept(name, time, "");
        self.times_in_note.extend(kept);
    }

    fn kept(&mut self, name: &str, value: &str, scale: &str) -> Option<String> {
        let before = self.originals.len();
        self.original(name, value, scale);
        self.originals.get(before).cloned()
    }

    /// Adds to the person's own words.
    pub fn note(&mut self, words: &str) {
        let words = words.trim();
        if words.is_empty() {
            return;
        }
        if !self.entry.note.is_empty() {
            self.entry.note.push('\n');
        }
        self.entry.note.push_str(words);
    }

    /// Medicines from a list in one cell.
    pub fn took(&mut self, list: &str) {
        // Other apps also part their lists by upright lines, or write one to a line.
        let cell = told::cell(&list.replace(['|', '\n'], ";"));
        if cell.took.is_none() {
            // "?" is neither a yes nor a no.
            self.medicine_in_note("", list, "");
        } else if cell.medicines.is_empty() && is_known_medicine(list) {
            // What was not taken has a name.
            self.original("", list, "");
        }
        self.entry.took_medicine = self.entry.took_medicine.max(cell.took);
        self.entry.medicines.extend(cell.medicines);
    }

    /// Medicines from a list in one cell, with how much of it in another. An amount beside several, or beside none, is
    /// of nobody knows which: it is kept as it stood.
    pub fn took_so_much(&mut self, list: &str, (name, amount): (&str, &str)) {
        let cell = told::cell(list);
        let [only] = cell.medicines.as_slice() else {
            self.took(list);
            return match cell.medicines.is_empty() {
                true => self.medicine_in_note(name, amount, ""),
                false => self.amount_in_note(name, amount),
            };
        };
        let taken = Taken {
            amount: amount.trim().to_owned(),
            ..only.clone()
        };
        match told::is_taken(&taken) {
            true => self.took_one(taken),
            false => {
                self.entry.took_medicine = self.entry.took_medicine.max(Some(false));
                self.medicine_in_note(&taken.name, amount, "");
            }
        }
    }

    /// A medicine that a column is named after, with what its cell says: "2", "400", "x", "no". A unit in the name is that
    /// of the number: "Ibuprofen (mg)".
    pub fn took_of(&mut self, column: &str, cell: &str) {
        let (name, unit) = match column.split_once(['(', '[']) {
            Some((name, unit)) if !unit.contains(|letter: char| letter.is_numeric()) => {
                (name.trim(), unit.trim_end_matches([')', ']']).trim())
            }
            _ => (column, ""),
        };
        match dose(name, cell.trim()) {
            Dose::Nothing => {}
            Dose::Unclear => self.medicine_in_note(column, cell, ""),
            Dose::NotTaken => {
                self.entry.took_medicine = self.entry.took_medicine.max(Some(false));
            }
            Dose::Taken(amount) => self.took_one(Taken {
                name: name.to_owned(),
                amount: match amount {
                    "" => String::new(),
                    amount => format!("{amount} {unit}").trim().to_owned(),
                },
                ..Taken::default()
            }),
        }
    }

    /// One medicine that was taken, by its name.
    pub fn took_one(&mut self, taken: Taken) {
        self.entry.took_medicine = Some(true);
        self.entry.medicines.push(taken);
    }

    /// An attack from this moment on, with or without an end. An end before the start is none, and is told.
    pub fn attack(&mut self, kind: AttackKind, start: Moment, end: Option<Moment>) {
        if let Some(end) = end.filter(|end| start.minutes_until(*end) < 0) {
            self.time_in_note("end", &words_of(end));
        }
        self.entry.attack = Some(Attack {
            kind,
            start,
            still_going: None,
            end: end.filter(|end| start.minutes_until(*end) >= 0),
        });
    }

    pub fn says_nothing(&self) -> bool {
        let empty = Entry::on(self.entry.id.clone(), self.entry.date);
        self.originals.is_empty()
            && Entry {
                time: None,
                ..self.entry.clone()
            } == empty
    }
}

/// A moment as it is kept in a note.
pub(super) fn words_of(moment: Moment) -> String {
    format!("{} {}", moment.date, table_words::clock_time(moment.minute))
}

/// The moment of an attack: on the wall of the person, with the distance of that clock from world time.
pub(super) fn moment(found: Found, clock: LocalClock) -> Option<Moment> {
    let local = found.local(clock);
    Some(Moment {
        date: local.date,
        minute: local.minute?,
        ahead_min: local.ahead_min(clock),
    })
}

/// The end of an attack by the time of day alone: on the day of the start, or else on the next.
pub(super) fn end_by_time(start: Found, minute: u16, clock: LocalClock) -> Option<Moment> {
    let same_day = start.at(Some(minute));
    let begin = moment(start, clock)?;
    let end = end(begin, same_day, clock)?;
    if begin.minutes_until(end) >= 0 {
        return Some(end);
    }
    let date = start.date.checked_add_days(Days::new(1))?;
    moment(Found { date, ..same_day }, clock)
}

/// The end of an attack. One that would come before its beginning, in an hour that comes twice, is of the second time.
pub(super) fn end(begin: Moment, found: Found, clock: LocalClock) -> Option<Moment> {
    let end = moment(found, clock)?;
    if begin.minutes_until(end) >= 0 {
        return Some(end);
    }
    let again = found.again(clock).and_then(|again| moment(again, clock));
    again
        .filter(|again| begin.minutes_until(*again) > 0)
        .or(Some(end))
}

/// The moment so many minutes after another, by the same clock.
pub(super) fn later(moment: Moment, minutes: i64) -> Option<Moment> {
    let all = i64::from(moment.minute).checked_add(minutes)?;
    let days = u64::try_from(all.div_euclid(24 * 60)).ok()?;
    Some(Moment {
        date: moment.date.checked_add_days(Days::new(days))?,
        minute: u16::try_from(all.rem_euclid(24 * 60)).ok()?,
        ahead_min: moment.ahead_min,
    })
}
