//! CSV: another reader finds in it what was put in.

use proptest::prelude::*;
use tailored::domain::diary::entry::Entry;
use tailored::domain::diary::medicines::told;
use tailored::domain::diary::tracking::Tracking;
use tailored::exchange::csv::{CsvOptions, entries_csv, guarded, medicines_csv};

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
    let rows = read(&entries_csv(
        &entries,
        &Tracking::default(),
        CsvOptions::default(),
    ));
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
    let text = entries_csv(&[], &Tracking::default(), CsvOptions::default());
    assert!(text.starts_with("\"id\",\"date\",") && text.ends_with("\"note\"\r\n"));
    let marked = entries_csv(
        &[],
        &Tracking::default(),
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

proptest! {
    #[test]
    fn any_diary_becomes_tables_that_can_be_read(entries in prop::collection::vec(arbitrary_entry::entry().boxed(), 0..8)) {
        let rows = read(&entries_csv(&entries, &Tracking::default(), CsvOptions::default()));
        prop_assert_eq!(rows.len(), entries.len());
        for (row, entry) in rows.iter().zip(&entries) {
            prop_assert_eq!(&row["note"], &guarded(&entry.note));
            prop_assert_eq!(&row["date"], &entry.date.to_string());
        }
        let n_taken: usize = entries.iter().map(|entry: &Entry| told::taken(entry).count()).sum();
        prop_assert_eq!(read(&medicines_csv(&entries, CsvOptions::default())).len(), n_taken);
    }
}
