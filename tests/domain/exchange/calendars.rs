//! Calendar files: a reader that refuses what the standard forbids finds in them what was put in.

use std::collections::BTreeSet;

use icalendar::{Calendar, CalendarComponent, Component, Event as Read};
use proptest::prelude::*;
use tailored::domain::date::{NaiveDate, NaiveTime};
use tailored::domain::diary::attack::{Attack, AttackKind, Moment};
use tailored::domain::diary::entry::Entry;
use tailored::domain::ids::EntryId;
use tailored::exchange::calendar::{Event, Repeat, When};
use tailored::exchange::{Record, calendar};
use tailored::i18n::{Lang, messages};
use tailored::storage::Backup;

use super::persona::{self, HOSTILE};
use crate::arbitrary_entry;

/// The events of a file; refused as strict calendars refuse it: for one wrong event nothing of it is taken in.
fn strictly_read(text: &str) -> Result<Vec<Read>, String> {
    let calendar: Calendar = text.parse()?;
    if calendar.components.is_empty() {
        return Err("a calendar with nothing in it (RFC 5545, 3.6)".to_owned());
    }
    let mut uids = BTreeSet::new();
    let mut events = Vec::new();
    for component in &calendar.components {
        let CalendarComponent::Event(event) = component else {
            return Err("something that is no event".to_owned());
        };
        let value = |name: &str| event.property_value(name).map(str::to_owned);
        let uid = value("UID").ok_or("an event without an id")?;
        if !uids.insert(uid.clone()) {
            return Err(format!("two events with one id: {uid}"));
        }
        value("DTSTAMP").ok_or("an event without the day on which it was made")?;
        let start = value("DTSTART").ok_or("an event without a start")?;
        if !is_written_as_a_time(&start) {
            return Err(format!("{uid} starts at {start}"));
        }
        if let Some(end) = value("DTEND") {
            let same_kind = start.len() == end.len() && start.ends_with('Z') == end.ends_with('Z');
            // Written with four figures for the year and in the same way, they sort as they follow each other.
            if !is_written_as_a_time(&end) || !same_kind || end <= start {
                return Err(format!("{uid} ends at {end} and starts at {start}"));
            }
            if value("DURATION").is_some() {
                return Err(format!("{uid} has an end and a duration"));
            }
        }
        events.push(event.clone());
    }
    Ok(events)
}

/// 20261123, 20261123T090000 or 20261123T090000Z.
fn is_written_as_a_time(text: &str) -> bool {
    let shape: String = text
        .chars()
        .map(|letter| if letter.is_ascii_digit() { '9' } else { letter })
        .collect();
    ["99999999", "99999999T999999", "99999999T999999Z"].contains(&shape.as_str())
}

/// What the diary becomes.
fn written(entries: &[Entry]) -> Option<String> {
    let events = calendar::events(entries, messages(Lang::English).exchange);
    calendar::text(&events, persona::day())
}

/// Start and end of the event of an attack.
fn times_of<'a>(events: &'a [Read], entry: &str) -> (&'a str, Option<&'a str>) {
    let uid = format!("attack-{entry}@tailored");
    let event = events.iter().find(|event| event.get_uid() == Some(&uid));
    let event = event.unwrap_or_else(|| panic!("no event {uid}"));
    let start = event.property_value("DTSTART").unwrap();
    (start, event.property_value("DTEND"))
}

fn at(month: u32, day: u32, hour: u16, minute: u16, ahead_min: i16) -> Moment {
    Moment {
        date: NaiveDate::from_ymd_opt(2026, month, day).unwrap(),
        minute: hour * 60 + minute,
        ahead_min,
    }
}

fn with_attack(id: &str, start: Moment, end: Moment) -> Entry {
    let mut entry = Entry::on(EntryId::from(id), start.date);
    entry.attack = Some(Attack {
        end: Some(end),
        ..Attack::beginning(AttackKind::Headache, start)
    });
    entry
}

#[test]
fn a_calendar_program_reads_each_day_and_each_attack() {
    let response = persona::response();
    let entries = persona::entries();
    let record = Record::new(&response, &entries, persona::day());
    let file = calendar::file(&record, messages(Lang::English).exchange).unwrap();
    assert!(
        file.text.lines().all(|line| line.len() <= 75),
        "folded at 75 bytes"
    );
    assert!(
        file.text
            .split("\r\n")
            .all(|line| !line.contains(['\r', '\n']))
    );
    let events = strictly_read(&file.text).unwrap();
    assert_eq!(events.len(), 20 + 1);
    let last = &events[19];
    assert_eq!(last.get_summary(), Some("Pain 6 of 10, worst 8; flare"));
    assert_eq!(
        last.get_description(),
        Some(HOSTILE.replace(['\r', '\u{0}'], "").as_str())
    );
    assert_eq!(last.property_value("DTSTART"), Some("20261123"));
    let attack = &events[20];
    assert_eq!(attack.property_value("DTSTART"), Some("20261123T090000Z"));
    assert_eq!(attack.property_value("DTEND"), Some("20261123T103000Z"));
    assert!(
        events
            .iter()
            .all(|event| event.property_value("TRANSP") == Some("TRANSPARENT"))
    );
}

#[test]
fn a_reminder_comes_again_on_its_days_with_a_signal_and_begins_on_one_of_them() {
    let tuesday = NaiveDate::from_ymd_opt(2026, 11, 24).unwrap();
    let reminder = |repeat| {
        let event = Event {
            uid: "reminder@tailored".to_owned(),
            when: When::Repeated(tuesday, NaiveTime::from_hms_opt(20, 5, 0).unwrap(), repeat),
            title: "Pain diary; today, or never".to_owned(),
            description: String::new(),
        };
        calendar::text(&[event], tuesday).unwrap()
    };
    for (repeat, start, rule) in [
        (Repeat::Daily, "20261124T200500", "FREQ=DAILY"),
        (
            Repeat::ThreeDaysAWeek,
            "20261125T200500",
            "FREQ=WEEKLY;BYDAY=MO,WE,FR",
        ),
    ] {
        let text = reminder(repeat);
        let events = strictly_read(&text).unwrap();
        let [event] = &events[..] else {
            panic!("one event: {text}");
        };
        assert_eq!(event.get_summary(), Some("Pain diary; today, or never"));
        assert_eq!(event.property_value("DTSTART"), Some(start));
        assert_eq!(event.property_value("RRULE"), Some(rule));
        assert_eq!(event.property_value("TRANSP"), Some("TRANSPARENT"));
        assert!(text.contains("BEGIN:VALARM\r\nACTION:DISPLAY\r\nTRIGGER:PT0S\r\n"));
        // The clock of the wall: a time without a zone stays 20:05 over a change of the clock.
        assert!(!start.ends_with('Z'));
    }
}

#[test]
fn the_reader_refuses_what_calendars_refuse() {
    let event = |lines: &str| {
        format!(
            "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:a\r\nDTSTAMP:20261130T000000Z\r\n{lines}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
        )
    };
    for wrong in [
        // As earlier versions wrote the night in which the clock goes back, and an attack of no minutes.
        "DTSTART:20261101T015000\r\nDTEND:20261101T011000",
        "DTSTART:20261112T150000\r\nDTEND:20261112T150000",
        "DTSTART:20261112T150000Z\r\nDTEND:20261112T160000",
        "DTSTART;VALUE=DATE:+120261112",
    ] {
        assert!(strictly_read(&event(wrong)).is_err(), "{wrong}");
    }
    assert!(strictly_read(&event("DTSTART:20261112T150000Z\r\nDTEND:20261112T150001Z")).is_ok());
    assert!(
        strictly_read("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nEND:VCALENDAR\r\n").is_err()
    );
}

#[test]
fn an_attack_over_the_autumn_change_on_a_flight_or_of_no_minutes_ends_after_it_began_or_has_no_end()
{
    let backup = Backup::parse(include_str!("../../fixtures/exchange/attack-dst.json")).unwrap();
    let entries = backup.opened().store.all_entries().value;
    let events = strictly_read(&written(&entries).unwrap()).unwrap();
    assert_eq!(events.len(), 3 + 3);
    // 2:45 in summer time to 2:10 in winter time is 25 minutes.
    let autumn = times_of(&events, "dstback");
    assert_eq!(autumn, ("20261025T004500Z", Some("20261025T011000Z")));
    // From Berlin at 20:00 to New York at 18:00 on the same evening.
    let flight = times_of(&events, "flight");
    assert_eq!(flight, ("20261020T190000Z", Some("20261020T230000Z")));
    assert_eq!(times_of(&events, "zero"), ("20261010T080000Z", None));
}

#[test]
fn the_attacks_that_made_whole_files_be_refused_are_read() {
    const NEW_YORK: (i16, i16) = (-240, -300);
    let (summer, winter) = NEW_YORK;
    let entries = [
        with_attack("aa1", at(11, 1, 1, 50, summer), at(11, 1, 1, 10, winter)),
        with_attack("aa2", at(11, 10, 15, 0, 540), at(11, 10, 9, 30, winter)),
        with_attack("aa3", at(11, 12, 15, 0, winter), at(11, 12, 15, 0, winter)),
        with_attack("aa4", at(11, 14, 22, 30, winter), at(11, 15, 1, 10, winter)),
        // Over the date line, from Auckland to Honolulu: it ends on the day before it began.
        with_attack("line", at(11, 20, 9, 0, 780), at(11, 19, 20, 0, -600)),
        // Over the spring change in Berlin: 1:50 to 3:10 is 20 minutes.
        with_attack("spring", at(3, 29, 1, 50, 60), at(3, 29, 3, 10, 120)),
        // A clock that is not ahead by whole hours.
        with_attack("india", at(11, 21, 0, 10, 330), at(11, 21, 0, 20, 330)),
        // Times that cannot be right keep their beginning.
        with_attack("odd", at(11, 22, 9, 0, 0), at(11, 22, 8, 0, 0)),
    ];
    let events = strictly_read(&written(&entries).unwrap()).unwrap();
    for (entry, start, end) in [
        ("aa1", "20261101T055000Z", Some("20261101T061000Z")),
        ("aa2", "20261110T060000Z", Some("20261110T143000Z")),
        ("aa3", "20261112T200000Z", None),
        ("aa4", "20261115T033000Z", Some("20261115T061000Z")),
        ("line", "20261119T200000Z", Some("20261120T060000Z")),
        ("spring", "20260329T005000Z", Some("20260329T011000Z")),
        ("india", "20261120T184000Z", Some("20261120T185000Z")),
        ("odd", "20261122T090000Z", None),
    ] {
        assert_eq!(times_of(&events, entry), (start, end), "{entry}");
    }
}

#[test]
fn an_attack_without_an_end_stands_there_with_its_beginning_and_says_so() {
    let mut open = with_attack("open", at(11, 10, 22, 0, 60), at(11, 10, 23, 0, 60));
    open.attack.as_mut().unwrap().end = None;
    let events = strictly_read(&written(&[open]).unwrap()).unwrap();
    assert_eq!(times_of(&events, "open"), ("20261110T210000Z", None));
    let title = events.last().unwrap().get_summary();
    assert_eq!(title, Some("Headache attack (no end written down)"));
}

#[test]
fn nothing_to_write_is_no_file() {
    assert_eq!(written(&[]), None);
    let response = persona::response();
    let record = Record::new(&response, &[], persona::day());
    assert!(calendar::file(&record, messages(Lang::English).exchange).is_none());
}

proptest! {
    #[test]
    fn any_diary_becomes_a_calendar_that_a_strict_reader_takes(entries in prop::collection::vec(arbitrary_entry::entry().boxed(), 0..8)) {
        // A store has one entry of an id.
        let mut entries = entries;
        for (number, entry) in entries.iter_mut().enumerate() {
            entry.id.0.insert_str(0, &format!("{number}-"));
        }
        let events = calendar::events(&entries, messages(Lang::English).exchange);
        let read = written(&entries).map(|text| strictly_read(&text));
        match read {
            None => prop_assert!(events.is_empty()),
            Some(read) => prop_assert_eq!(read.unwrap().len(), events.len()),
        }
    }
}
