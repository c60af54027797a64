//! Months as a whole: attacks without an end are found however old they are, and what a mistyped year left behind goes.

use tailored::domain::date::NaiveDate;
use tailored::domain::diary::attack::{Attack, AttackKind, Moment};
use tailored::domain::diary::entry::Entry;
use tailored::domain::ids::EntryId;
use tailored::storage::{MemoryBackend, Month, Store};

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

fn at(date: NaiveDate, minute: u16) -> Moment {
    Moment {
        date,
        minute,
        ahead_min: 60,
    }
}

fn entry(id: &str, date: NaiveDate, end: Option<Moment>, note: &str) -> Entry {
    let mut entry = Entry::on(EntryId::from(id), date);
    entry.note = note.to_owned();
    entry.attack = Some(Attack {
        end,
        ..Attack::beginning(AttackKind::OtherPain, at(date, 600))
    });
    entry
}

#[test]
fn an_attack_without_an_end_is_found_in_any_month() {
    let mut store = Store::open(MemoryBackend::default()).store;
    let long_ago = day(2019, 2, 3);
    let after_today = day(2031, 1, 1);
    let ended = day(2020, 5, 6);
    let plain = day(2021, 1, 1);
    for entry in [
        entry("aaaa", long_ago, None, ""),
        entry("bbbb", after_today, None, "{\"e\": 1}}"),
        entry("cccc", ended, Some(at(ended, 700)), "\"K\":{} and }"),
        Entry::on(EntryId::from("dddd"), plain),
    ] {
        store.save_entry(&entry).unwrap();
    }
    let found: Vec<Month> = store.months_with_open_attacks().into_iter().collect();
    assert_eq!(found, [Month::of(long_ago), Month::of(after_today)]);
    store
        .save_entry(&entry("aaaa", long_ago, Some(at(long_ago, 700)), ""))
        .unwrap();
    let found = store.months_with_open_attacks();
    assert_eq!(
        found.into_iter().collect::<Vec<_>>(),
        [Month::of(after_today)]
    );
}

#[test]
fn an_attack_that_another_program_wrote_with_spaces_is_found_too() {
    let backend = MemoryBackend::holding(
        [(
            "tailored/diary/2020-03".to_owned(),
            "{\"v\": 1, \"entries\": [{\"i\": \"a\", \"d\": 1, \"K\" : {\"k\": \"head\", \"s\": [0, 1, 0]}}]}"
                .to_owned(),
        )]
        .into(),
    );
    let store = Store::open(backend).store;
    assert_eq!(store.months_with_open_attacks().len(), 1);
}

#[test]
fn empty_months_of_mistyped_years_go_and_whatever_holds_something_stays() {
    let texts = [
        // As a date that was typed digit by digit left them.
        (
            "0002-11",
            "{\"v\":1,\"stamps\":{\"/entries/a\":1764460800},\"entries\":[]}",
        ),
        (
            "0020-11",
            "{\"v\":1,\"stamps\":{\"/entries/b\":1764460800},\"entries\":[]}",
        ),
        ("0202-11", "{\"v\":1,\"entries\":[]}"),
        // These stay: an entry, one that cannot be read, a field of another version, a text that is none, a later version.
        (
            "0026-11",
            "{\"v\":1,\"entries\":[{\"i\":\"kept\",\"d\":25,\"p\":6}]}",
        ),
        ("0003-01", "{\"v\":1,\"entries\":[{\"i\":5}]}"),
        ("0004-01", "{\"v\":1,\"later\":true,\"entries\":[]}"),
        ("0005-01", "no JSON"),
        ("0006-01", "{\"v\":999,\"entries\":[]}"),
        // A month of our time may be empty.
        (
            "2026-10",
            "{\"v\":1,\"stamps\":{\"/entries/c\":1764460800},\"entries\":[]}",
        ),
    ];
    let backend = MemoryBackend::holding(
        texts
            .map(|(month, text)| (format!("tailored/diary/{month}"), text.to_owned()))
            .into(),
    );
    let mut store = Store::open(backend.clone()).store;
    store.stamp_with(|| 1_764_547_200);
    store.keep_manifest();
    assert_eq!(store.drop_empty_months_before(1900), 3);
    let left: Vec<String> = store
        .months()
        .into_iter()
        .map(|month| format!("{:04}-{:02}", month.year, month.month))
        .collect();
    assert_eq!(
        left,
        [
            "0003-01", "0004-01", "0005-01", "0006-01", "0026-11", "2026-10"
        ]
    );
    assert!(store.missing_parts().is_empty());
    // The entry of the year 26 is there, and can be moved to where it belongs.
    let mut entry = store
        .month(Month {
            year: 26,
            month: 11,
        })
        .value
        .remove(0);
    assert_eq!(entry.pain, Some(6));
    let odd = entry.clone();
    entry.date = day(2026, 11, 25);
    entry.id = EntryId::from("moved");
    store.save_entry(&entry).unwrap();
    store.delete_entry(&odd).unwrap();
    assert_eq!(store.drop_empty_months_before(1900), 1);
    assert_eq!(
        store
            .month(Month {
                year: 2026,
                month: 11
            })
            .value
            .len(),
        1
    );
    assert_eq!(store.drop_empty_months_before(1900), 0);
}

#[test]
fn a_month_that_an_entry_only_passed_through_can_go_and_no_other() {
    let backend = MemoryBackend::default();
    let mut store = Store::open(backend.clone()).store;
    store.stamp_with(|| 1_795_430_000);
    store.keep_manifest();
    let moved = entry("moved", day(2025, 5, 3), None, "");
    let month = Month {
        year: 2025,
        month: 5,
    };
    store.save_entry(&moved).unwrap();
    assert!(!store.drop_empty_month(month), "it holds an entry");
    store.delete_entry(&moved).unwrap();
    assert_eq!(store.months(), [month], "what was deleted in it is known");
    assert!(store.drop_empty_month(month));
    assert_eq!((store.months(), store.missing_parts()), (vec![], vec![]));
}
