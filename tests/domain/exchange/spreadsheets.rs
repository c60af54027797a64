//! CSV and calendar: other readers find in them what was put in.

use icalendar::{Calendar, CalendarComponent, Component};
use proptest::prelude::*;
use tailored::domain::date::{NaiveDate, NaiveTime};
use tailored::domain::diary::entry::Entry;
use tailored::exchange::calendar::{Event, Repeat, When};
use tailored::exchange::csv::{CsvOptions, entries_csv, guarded, medicines_csv};
use tailored::exchange::{Record, calendar};
use tailored::i18n::{Lang, messages};

use super::persona::{self, HOSTILE};
use crate::arbitrary_entry;

/// The table as a list of rows, each by the name of its column.
fn read(text: &str) -> Vec<std::collections::HashMap<String, String>> {
    let mut reader = csv::ReaderBuilder::new()
        .flexible(false)
        .from_reader(text.as_bytes());
    reader.deserialize().map(Result::unwrap).collect()
}

#[test]
fn a_spreadsheet_reads_each_entry_and_each_medicine_as_a_row() {
    let entries = persona::entries();
    let rows = read(&entries_csv(&entries, CsvOptions::default()));
    assert_eq!(rows.len(), entries.len());
    let full = rows.last().unwrap();
    for (column, cell) in [
        ("date", "2026-11-23"),
        ("time", "21:40"),
        ("pain_0_10", "6"),
        ("sleep_0_10", "2"),
        ("mood_0_10", ""),
        ("flare", "true"),
        ("regions", "back-lower-back-left"),
        ("attack_start", "2026-11-23T10:00+01:00"),
        ("attack_end", "2026-11-23T11:30+01:00"),
        ("note", &format!("'{HOSTILE}")),
    ] {
        assert_eq!(full[column], cell, "{column}");
    }
    let medicines = read(&medicines_csv(&entries, CsvOptions::default()));
    assert_eq!(medicines.len(), 1);
    assert_eq!(medicines[0]["entry_id"], "full");
    assert_eq!(medicines[0]["time"], "10:05");
    assert_eq!(medicines[0]["name"], "'-Ibuprofen");
}

#[test]
fn the_byte_order_mark_is_there_only_when_asked_for_and_lines_end_as_the_standard_says() {
    let text = entries_csv(&[], CsvOptions::default());
    assert!(text.starts_with("id,date,") && text.ends_with("note\r\n"));
    let marked = entries_csv(
        &[],
        CsvOptions {
            byte_order_mark: true,
        },
    );
    assert_eq!(marked.strip_prefix('\u{feff}'), Some(text.as_str()));
}

#[test]
fn no_text_is_a_formula() {
    for text in ["=1", "+1", "-1", "@SUM", "\t=1", "\r=1"] {
        assert_eq!(guarded(text), format!("'{text}"));
    }
    assert_eq!(guarded("1 = 1"), "1 = 1");
}

#[test]
fn a_calendar_program_reads_each_day_and_each_attack() {
    let response = persona::response();
    let entries = persona::entries();
    let record = Record::new(&response, &entries, persona::day());
    let file = calendar::file(&record, messages(Lang::English).exchange);
    assert!(
        file.text.lines().all(|line| line.len() <= 75),
        "folded at 75 bytes"
    );
    assert!(
        file.text
            .split("\r\n")
            .all(|line| !line.contains(['\r', '\n']))
    );
    let calendar: Calendar = file.text.parse().unwrap();
    let events: Vec<_> = calendar
        .components
        .iter()
        .filter_map(|component| match component {
            CalendarComponent::Event(event) => Some(event),
            _ => None,
        })
        .collect();
    assert_eq!(events.len(), 20 + 1);
    let last = events[19];
    assert_eq!(last.get_summary(), Some("Pain 6 of 10, worst 8; flare"));
    assert_eq!(
        last.get_description(),
        Some(HOSTILE.replace(['\r', '\u{0}'], "").as_str())
    );
    assert_eq!(last.property_value("DTSTART"), Some("20261123"));
    let attack = events[20];
    assert_eq!(attack.property_value("DTSTART"), Some("20261123T100000"));
    assert_eq!(attack.property_value("DTEND"), Some("20261123T113000"));
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
        calendar::text(&[event], tuesday)
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
        let calendar: Calendar = text.parse().unwrap();
        let [CalendarComponent::Event(event)] = &calendar.components[..] else {
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

proptest! {
    #[test]
    fn any_diary_becomes_tables_and_a_calendar_that_can_be_read(entries in prop::collection::vec(arbitrary_entry::entry().boxed(), 0..8)) {
        let rows = read(&entries_csv(&entries, CsvOptions::default()));
        prop_assert_eq!(rows.len(), entries.len());
        for (row, entry) in rows.iter().zip(&entries) {
            prop_assert_eq!(&row["note"], &guarded(&entry.note));
            prop_assert_eq!(&row["date"], &entry.date.to_string());
        }
        let n_taken: usize = entries.iter().map(|entry: &Entry| entry.medicines.len()).sum();
        prop_assert_eq!(read(&medicines_csv(&entries, CsvOptions::default())).len(), n_taken);
        let events = calendar::events(&entries, messages(Lang::English).exchange);
        // The reader knows years of four figures only, as the standard does.
        let events: Vec<_> = events.into_iter().filter(|event| event.uid.len() < 60 && !event.uid.contains("day--") && !event.uid.contains('+')).collect();
        let calendar: Result<Calendar, _> = calendar::text(&events, persona::day()).parse();
        prop_assert_eq!(calendar.unwrap().components.len(), events.len());
    }
}
