//! Owns calendar files (iCalendar, RFC 5545): days of the diary and attacks as events that block no time.
//! What happened at a moment is written in world time, which every clock agrees on; what belongs to a day, or shall come at
//! an hour wherever the person is, has no zone.
//! May use: domain, i18n. Must not: a clock or a table of time zones.

use std::collections::BTreeMap;

use super::{ExportFile, Record};
use crate::domain::date::{Datelike, NaiveDate, NaiveTime, Timelike, Weekday, in_figures};
use crate::domain::diary::attack::{AttackKind, Moment};
use crate::domain::diary::entry::Entry;
use crate::i18n::ExchangeWords;

/// One event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// The same for the same event in every file, so that importing again replaces it.
    pub uid: String,
    pub when: When,
    pub title: String,
    pub description: String,
}

/// When an event takes place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    /// The whole day.
    Day(NaiveDate),
    /// From one moment to another. Without an end, or with one that is not later, only the beginning is written:
    /// an end must lie after the start (RFC 5545, 3.6.1), and readers refuse the whole file otherwise.
    Span(Moment, Option<Moment>),
    /// Again and again at the same time on the clock of the wall, with a signal.
    Repeated(NaiveDate, NaiveTime, Repeat),
}

/// How often a repeated event comes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Repeat {
    Daily,
    /// On Monday, Wednesday and Friday.
    ThreeDaysAWeek,
}

impl Repeat {
    /// The first day from a day on that it falls on: a start on another one would count as one more (RFC 5545, 3.8.5.3).
    fn first_day(self, from: NaiveDate) -> NaiveDate {
        let falls_on = |day: &NaiveDate| match self {
            Repeat::Daily => true,
            Repeat::ThreeDaysAWeek => {
                matches!(day.weekday(), Weekday::Mon | Weekday::Wed | Weekday::Fri)
            }
        };
        from.iter_days().take(7).find(falls_on).unwrap_or(from)
    }
}

/// The kind of file that a browser and a mail program know it by.
pub const MIME: &str = "text/calendar;charset=utf-8";

/// The diary as a calendar file; none while it is empty.
pub fn file(record: &Record, words: &ExchangeWords) -> Option<ExportFile> {
    Some(ExportFile {
        name: "diary.ics".to_owned(),
        mime: MIME,
        text: text(&events(record.entries, words), record.date)?,
    })
}

/// A time as 083000.
fn time_in_figures(time: NaiveTime) -> String {
    format!("{:02}{:02}{:02}", time.hour(), time.minute(), time.second())
}

/// One event for each day with entries, and one for each attack; of one without an end only its beginning.
pub fn events(entries: &[Entry], words: &ExchangeWords) -> Vec<Event> {
    let mut days: BTreeMap<NaiveDate, Vec<&Entry>> = BTreeMap::new();
    for entry in entries {
        days.entry(entry.date).or_default().push(entry);
    }
    // A year has four figures in a calendar file (RFC 5545, 3.3.4).
    let in_years_that_can_be_written = |day: NaiveDate| (1..=9999).contains(&day.year());
    days.retain(|day, _| in_years_that_can_be_written(*day));
    let of_days = days.into_iter().map(|(date, entries)| {
        let numbers = entries.iter().filter_map(|entry| entry.pain);
        let worst = entries
            .iter()
            .filter_map(|entry| entry.worst.max(entry.pain));
        // Several numbers have no single one that stands for the day; the highest is said as such.
        let usual = numbers
            .clone()
            .min()
            .filter(|least| Some(*least) == numbers.clone().max());
        let flare = entries.iter().any(|entry| entry.flare);
        let notes: Vec<&str> = entries.iter().map(|entry| entry.note.as_str()).collect();
        Event {
            uid: format!("day-{date}@tailored"),
            when: When::Day(date),
            title: (words.day_event)(usual, worst.max(), flare),
            description: notes.join("\n").trim().to_owned(),
        }
    });
    let attacks = entries.iter().filter_map(|entry| {
        let attack = entry.attack.as_ref()?;
        let last = attack.end.unwrap_or(attack.start);
        [attack.start.date, last.date]
            .into_iter()
            .all(in_years_that_can_be_written)
            .then_some(())?;
        let mut title = match attack.kind {
            AttackKind::Headache => words.headache_attack.to_owned(),
            AttackKind::OtherPain => words.pain_attack.to_owned(),
        };
        if attack.end.is_none() {
            title.push_str(words.attack_without_end);
        }
        Some(Event {
            uid: format!("attack-{}@tailored", entry.id.as_str()),
            when: When::Span(attack.start, attack.end),
            title,
            description: String::new(),
        })
    });
    of_days.chain(attacks).collect()
}

/// A calendar file with these events; none without any, because a calendar must hold something (RFC 5545, 3.6).
/// `made` is the day on which it was made.
pub fn text(events: &[Event], made: NaiveDate) -> Option<String> {
    if events.is_empty() {
        return None;
    }
    let mut lines = Lines::default();
    lines.add("BEGIN:VCALENDAR");
    lines.add("VERSION:2.0");
    lines.add("PRODID:-//Tailored//Pain diary//EN");
    lines.add("CALSCALE:GREGORIAN");
    for event in events {
        lines.add("BEGIN:VEVENT");
        lines.add(&format!("UID:{}", escaped(&event.uid)));
        lines.add(&format!("DTSTAMP:{}T000000Z", in_figures(made)));
        match event.when {
            When::Day(date) => lines.add(&format!("DTSTART;VALUE=DATE:{}", in_figures(date))),
            When::Span(start, end) => {
                lines.add(&format!("DTSTART:{}", world_time(start)));
                if let Some(end) = end.filter(|end| start.minutes_until(*end) > 0) {
                    lines.add(&format!("DTEND:{}", world_time(end)));
                }
            }
            When::Repeated(from, time, repeat) => {
                let first = in_figures(repeat.first_day(from));
                let time = time_in_figures(time);
                lines.add(&format!("DTSTART:{first}T{time}"));
                lines.add("DURATION:PT5M");
                lines.add(match repeat {
                    Repeat::Daily => "RRULE:FREQ=DAILY",
                    Repeat::ThreeDaysAWeek => "RRULE:FREQ=WEEKLY;BYDAY=MO,WE,FR",
                });
            }
        }
        lines.add(&format!("SUMMARY:{}", escaped(&event.title)));
        if !event.description.is_empty() {
            lines.add(&format!("DESCRIPTION:{}", escaped(&event.description)));
        }
        // The diary must not make a person look busy.
        lines.add("TRANSP:TRANSPARENT");
        lines.add("CLASS:PRIVATE");
        if matches!(event.when, When::Repeated(..)) {
            lines.add("BEGIN:VALARM");
            lines.add("ACTION:DISPLAY");
            lines.add("TRIGGER:PT0S");
            lines.add(&format!("DESCRIPTION:{}", escaped(&event.title)));
            lines.add("END:VALARM");
        }
        lines.add("END:VEVENT");
    }
    lines.add("END:VCALENDAR");
    Some(lines.0)
}

/// A moment in world time, as the mark at its end says; on the clock of the wall alone where the calendar ends.
fn world_time(moment: Moment) -> String {
    let (moment, mark) = moment
        .in_world_time()
        .map_or((moment, ""), |moment| (moment, "Z"));
    let time = NaiveTime::from_hms_opt(
        u32::from(moment.minute / 60),
        u32::from(moment.minute % 60),
        0,
    );
    format!(
        "{}T{}{mark}",
        in_figures(moment.date),
        time_in_figures(time.unwrap_or_default())
    )
}

fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\\' | ';' | ',' => escaped.extend(['\\', letter]),
            '\n' => escaped.push_str("\\n"),
            // Other control characters are not allowed in a text (RFC 5545, 3.1).
            control if control.is_control() && control != '\t' => {}
            letter => escaped.push(letter),
        }
    }
    escaped
}

#[derive(Default)]
struct Lines(String);

impl Lines {
    /// Adds a line; one of more than 75 bytes is folded between letters (RFC 5545, 3.1).
    fn add(&mut self, line: &str) {
        let mut length = 0;
        for letter in line.chars() {
            if length + letter.len_utf8() > 75 {
                self.0.push_str("\r\n ");
                length = 1;
            }
            self.0.push(letter);
            length += letter.len_utf8();
        }
        self.0.push_str("\r\n");
    }
}
