//! Lists in our own tables: an item may hold what separates them.

use tailored::domain::diary::entry::Entry;
use tailored::domain::diary::tracking::Tracking;
use tailored::domain::ids::EntryId;
use tailored::exchange::csv::{CsvOptions, entries_csv};
use tailored::exchange::import::{ImportOptions, import};

use super::import_files::today;

fn opened(table: &str) -> Entry {
    let mut imported = import(table.as_bytes(), &ImportOptions::on(today())).unwrap();
    imported.entries.remove(0).1
}

#[test]
fn a_semicolon_in_an_item_comes_back() {
    let mut entry = Entry::on(EntryId("a1".to_owned()), today());
    entry.activities = ["a; b", ";c", "d;", "e;;f"].map(str::to_owned).into();
    entry.better = vec!["cold; wind".to_owned()];
    entry.worse = vec!["heat;".to_owned(), "noise".to_owned()];
    let options = CsvOptions {
        byte_order_mark: true,
    };
    let table = entries_csv(std::slice::from_ref(&entry), &Tracking::default(), options);
    assert_eq!(opened(&table), entry);
    assert!(table.contains("better: cold;; wind"));
}

#[test]
fn a_table_of_before_has_each_semicolon_once() {
    let before = "date,pain_0_10,activities,better_worse\r\n2026-11-03,5,walk; garden,better: cold; wind; worse: heat\r\n";
    let entry = opened(before);
    assert_eq!(entry.activities, ["walk", "garden"]);
    assert_eq!(entry.better, ["cold; wind"]);
    assert_eq!(entry.worse, ["heat"]);
}
