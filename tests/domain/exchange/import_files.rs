//! Reads the files that people really bring (`tests/fixtures/import`), and says what came out of one in short.

use chrono::{DateTime, Offset, TimeZone};
use chrono_tz::Tz;
use tailored::domain::date::{NaiveDate, Timelike};
use tailored::domain::diary::entry::Entry;
use tailored::exchange::import::{ImportOptions, Imported, Remark, SkipReason, import};

/// The day on which the files are opened.
pub fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 30).unwrap()
}

/// The clock of a zone, as a browser tells it.
pub fn clock_of(zone: Tz) -> impl Fn(i64) -> i16 {
    move |seconds| {
        let moment = DateTime::from_timestamp(seconds, 0).unwrap();
        let offset = zone.offset_from_utc_datetime(&moment.naive_utc());
        (offset.fix().local_minus_utc() / 60) as i16
    }
}

/// A file, opened in a zone.
pub fn file_in(zone: Tz, name: &str) -> Imported {
    let path = format!(
        "{}/tests/fixtures/import/{name}",
        env!("CARGO_MANIFEST_DIR")
    );
    bytes_in(zone, &std::fs::read(path).unwrap())
}

/// A file, opened in Los Angeles.
pub fn file(name: &str) -> Imported {
    file_in(Tz::America__Los_Angeles, name)
}

/// A text, opened in Los Angeles.
pub fn text(text: &str) -> Imported {
    bytes(text.as_bytes())
}

pub fn bytes(bytes: &[u8]) -> Imported {
    bytes_in(Tz::America__Los_Angeles, bytes)
}

pub fn bytes_in(zone: Tz, bytes: &[u8]) -> Imported {
    let clock = clock_of(zone);
    let options = ImportOptions {
        clock: &clock,
        ..ImportOptions::on(today())
    };
    import(bytes, &options).unwrap()
}

pub fn entries(imported: &Imported) -> Vec<&Entry> {
    imported.entries.iter().map(|(_, entry)| entry).collect()
}

/// Day and pain of each entry: "2026-01-05 6".
pub fn pains(imported: &Imported) -> Vec<String> {
    let line = |entry: &Entry| match entry.pain {
        Some(pain) => format!("{} {pain}", entry.date),
        None => format!("{} -", entry.date),
    };
    imported
        .entries
        .iter()
        .map(|(_, entry)| line(entry))
        .collect()
}

/// Day and time of each entry: "2026-01-05 15:30".
pub fn times(imported: &Imported) -> Vec<String> {
    let line = |entry: &Entry| match entry.time {
        Some(time) => format!("{} {:02}:{:02}", entry.date, time.hour(), time.minute()),
        None => format!("{} -", entry.date),
    };
    imported
        .entries
        .iter()
        .map(|(_, entry)| line(entry))
        .collect()
}

pub fn notes(imported: &Imported) -> Vec<&str> {
    imported
        .entries
        .iter()
        .map(|(_, entry)| entry.note.as_str())
        .collect()
}

/// Name and amount of each medicine of all entries.
pub fn medicines(imported: &Imported) -> Vec<(&str, &str)> {
    let taken = imported
        .entries
        .iter()
        .flat_map(|(_, entry)| &entry.medicines);
    taken
        .map(|taken| (taken.name.as_str(), taken.amount.as_str()))
        .collect()
}

pub fn reasons(imported: &Imported) -> Vec<(usize, SkipReason)> {
    imported
        .skipped
        .iter()
        .map(|skipped| (skipped.line, skipped.reason))
        .collect()
}

pub fn has(imported: &Imported, is_it: fn(&Remark) -> bool) -> bool {
    imported.remarks.iter().any(is_it)
}
