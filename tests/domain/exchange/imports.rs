//! Files of other apps: what is in them comes in, what is not does not, and no file breaks anything.

use tailored::domain::date::NaiveDate;
use tailored::domain::diary::entry::{About, Entry, Relief};
use tailored::domain::diary::headache::Severity;
use tailored::exchange::import::{
    AppleHealth, Column, ColumnMap, ImportError, ImportOptions, Imported, Question, SkipReason,
    Source, import,
};
use tailored::storage::{Backup, MemoryBackend, Store};

use super::import_files::{entries, reasons};
use super::persona;

pub const FILES: [(Source, &[u8]); 11] = [
    (
        Source::MigraineBuddy,
        include_bytes!("../../fixtures/imports/migraine_buddy.csv"),
    ),
    (
        Source::Bearable,
        include_bytes!("../../fixtures/imports/bearable.csv"),
    ),
    (
        Source::AppleHealth,
        include_bytes!("../../fixtures/imports/apple_health.xml"),
    ),
    (
        Source::CrisisCore,
        include_bytes!("../../fixtures/imports/crisis_core.json"),
    ),
    (
        Source::Daylio,
        include_bytes!("../../fixtures/imports/daylio.csv"),
    ),
    (
        Source::Flaredown,
        include_bytes!("../../fixtures/imports/flaredown.csv"),
    ),
    (
        Source::Secuso,
        include_bytes!("../../fixtures/imports/secuso.json"),
    ),
    (
        Source::Visible,
        include_bytes!("../../fixtures/imports/visible.csv"),
    ),
    (
        Source::AidingMigraine,
        include_bytes!("../../fixtures/imports/aiding_migraine.csv"),
    ),
    (
        Source::Table,
        include_bytes!("../../fixtures/imports/generic.csv"),
    ),
    (
        Source::Table,
        include_bytes!("../../fixtures/imports/crisis_core.csv"),
    ),
];

pub fn options() -> ImportOptions<'static> {
    ImportOptions::on(persona::day())
}

fn opened(source: Source) -> Imported {
    let (_, bytes) = FILES.iter().find(|(known, _)| *known == source).unwrap();
    let imported = import(bytes, &options()).unwrap();
    assert_eq!(imported.source, source);
    imported
}

fn of_text(text: &str) -> Imported {
    import(text.as_bytes(), &options()).unwrap()
}

fn date(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

#[test]
fn migraine_buddy_gives_attacks_with_what_helped_and_no_place_on_earth() {
    let imported = opened(Source::MigraineBuddy);
    let entries = entries(&imported);
    // Two rows with the same start differ in what was noted: both are taken.
    assert_eq!(entries.len(), 3);
    let first = entries[0];
    assert_eq!((first.date, first.pain), (date(2024, 3, 13), Some(7)));
    let attack = first.attack.unwrap();
    assert_eq!(
        (attack.duration_min(), attack.start.ahead_min),
        (Some(60), 60)
    );
    let medicines: Vec<_> = first
        .medicines
        .iter()
        .map(|taken| (taken.name.as_str(), taken.relief))
        .collect();
    assert_eq!(
        medicines,
        [
            ("Sumatriptan", Some(Relief::Better)),
            ("Ibuprofen", Some(Relief::Same))
        ]
    );
    assert!(
        first
            .note
            .starts_with("Bad one, \"really\" bad\nMigraine Buddy: Attack Types Migraine"),
        "{}",
        first.note
    );
    let second = entries[1];
    assert_eq!(second.pain, None, "a blank level is unknown");
    assert_eq!(second.took_medicine, Some(false));
    assert_eq!(second.attack.unwrap().duration_min(), Some(26 * 60 + 15));
    assert_eq!(second.note.lines().count(), 3);
    assert_eq!(imported.left_out, ["Geohash", "Attack Location"]);
    assert!(
        entries
            .iter()
            .all(|entry| !entry.note.contains("u33db") && !entry.note.contains("Home"))
    );
    assert_eq!(
        reasons(&imported),
        [(8, SkipReason::NoDate), (10, SkipReason::Future)]
    );
}

#[test]
fn a_list_of_attacks_makes_no_days_without_pain() {
    for (_, bytes) in FILES {
        let imported = import(bytes, &options()).unwrap();
        for (_, entry) in imported.entries {
            assert!(
                !entry.is_pain_free() || entry.note.contains('0'),
                "only where the file says 0: {entry:?}"
            );
        }
    }
}

#[test]
fn bearable_puts_the_ratings_of_one_time_together_and_keeps_each_as_it_was() {
    let imported = opened(Source::Bearable);
    let entries = entries(&imported);
    assert_eq!(entries.len(), 2);
    assert_eq!(entries[0].pain, Some(8), "3 of 0–4, the strongest");
    assert_eq!(entries[0].headache.had, Some(true));
    for part in [
        "woke with it",
        "Headache (left side) 3 (0–4)",
        "Nausea 2 (0–4)",
    ] {
        assert!(
            entries[0].note.contains(part),
            "{part} in {}",
            entries[0].note
        );
    }
    assert_eq!(
        (entries[1].scales.mood, entries[1].scales.sleep),
        (Some(6), Some(8))
    );
    assert!(entries[1].note.contains("Sleep 7:30") && entries[1].note.contains("Coffee - a lot"));
    assert_eq!(entries[1].pain, None);
    assert_eq!(reasons(&imported), [(9, SkipReason::NoDate)]);
}

#[test]
fn apple_health_gives_symptoms_as_an_order_without_distances_and_an_explicit_no() {
    let imported = opened(Source::AppleHealth);
    let entries = entries(&imported);
    assert_eq!(entries.len(), 3);
    assert!(
        entries.iter().all(|entry| entry.pain.is_none()),
        "never a number"
    );
    assert_eq!(entries[0].headache.severity, Some(Severity::Medium));
    assert_eq!(entries[1].headache.had, Some(false));
    assert_eq!(entries[2].note, "Apple Health: Lower back pain severe");
    assert_eq!(
        reasons(&imported),
        [(13, SkipReason::NoDate), (14, SkipReason::NotReadable)]
    );
}

#[test]
fn apple_health_reads_the_same_in_pieces_of_any_size() {
    let whole = opened(Source::AppleHealth);
    let bytes = FILES[2].1;
    for size in [1, 2, 3, 7, 64, 1_000] {
        let mut health = AppleHealth::new();
        bytes.chunks(size).for_each(|piece| health.feed(piece));
        assert_eq!(health.count(), 3);
        assert_eq!(health.finish(&options()), whole, "{size}");
    }
    // A tag without an end does not fill the memory, and what follows the next "<" is read.
    let mut health = AppleHealth::new();
    health.feed(b"<Record type=\"");
    for _ in 0..200 {
        health.feed(&[b'x'; 1_000]);
    }
    health.feed(bytes);
    assert_eq!(health.count(), 3);
}

#[test]
fn daylio_keeps_the_persons_own_mood_words_as_words() {
    let imported = opened(Source::Daylio);
    let entries = entries(&imported);
    assert_eq!(entries[0].scales.mood, Some(8));
    assert_eq!(entries[0].time.unwrap().to_string(), "20:30:00");
    assert_eq!(entries[0].activities, ["work", "headache", "friends"]);
    assert_eq!(entries[0].headache.had, Some(true));
    assert!(
        entries[0]
            .note
            .starts_with("A title\na note\nin two lines\n")
    );
    assert_eq!(entries[1].scales.mood, None);
    assert_eq!(entries[1].note, "Daylio: mood splendid");
    assert_eq!(reasons(&imported), [(4, SkipReason::NoDate)]);
}

#[test]
fn flaredown_tells_symptoms_from_treatments_by_their_cells() {
    let imported = opened(Source::Flaredown);
    let entries = entries(&imported);
    assert_eq!(entries[0].pain, Some(8));
    let medicines: Vec<_> = entries[0]
        .medicines
        .iter()
        .map(|taken| (taken.name.as_str(), taken.amount.as_str()))
        .collect();
    assert_eq!(medicines, [("Gabapentin", "300 mg"), ("Heat pad", "")]);
    assert_eq!(entries[1].pain, Some(0), "an explicit 0 is one");
    assert_eq!(
        entries[1].took_medicine, None,
        "\"not taken\" is about one treatment"
    );
    assert!(entries.iter().all(|entry| !entry.note.contains("cloudy")));
    assert_eq!(reasons(&imported), [(4, SkipReason::Nothing)]);
}

#[test]
fn the_other_apps_give_what_they_hold() {
    let visible = opened(Source::Visible);
    assert_eq!(entries(&visible)[0].pain, Some(7));
    assert!(
        entries(&visible)[0]
            .note
            .starts_with("slow day\nVisible: Headache 2 (0–3); Fatigue 3")
    );
    let aiding = opened(Source::AidingMigraine);
    assert_eq!(
        entries(&aiding)[0].attack.unwrap().duration_min(),
        Some(150)
    );
    assert_eq!(
        entries(&aiding)[1].attack.unwrap().duration_min(),
        Some(150),
        "an end before the start is of the next day"
    );
    assert!(
        entries(&aiding)[0].note.starts_with("=not a formula"),
        "the mark against formulas goes"
    );
    let crisis = opened(Source::CrisisCore);
    assert_eq!(entries(&crisis)[0].pain, Some(6));
    assert_eq!(entries(&crisis)[0].medicines[0].amount, "400 mg");
    assert_eq!(
        reasons(&crisis),
        [(2, SkipReason::NoDate), (3, SkipReason::NotReadable)]
    );
    let secuso = opened(Source::Secuso);
    let first = entries(&secuso)[0];
    assert_eq!((first.pain, first.about), (Some(6), Some(About::Day)));
    assert_eq!(
        (
            first.medicines[0].name.as_str(),
            first.medicines[0].amount.as_str()
        ),
        ("Paracetamol 500 mg", "2")
    );
    assert!(
        first.note.contains("condition 1 (0–4); head, neck (back)"),
        "{}",
        first.note
    );
}

#[test]
fn an_unknown_table_is_read_by_the_names_of_its_columns() {
    let imported = opened(Source::Table);
    let entries = entries(&imported);
    assert_eq!(entries[0].date, date(2024, 3, 25));
    assert_eq!(entries[0].pain, Some(8));
    assert_eq!(entries[0].attack.unwrap().duration_min(), Some(150));
    assert_eq!(entries[0].medicines[0].name, "oxygen");
    assert_eq!(entries[0].note, "bad\ntriggers wine");
    assert_eq!(imported.left_out, ["latitude"]);
    assert_eq!(reasons(&imported), [(3, SkipReason::Nothing)]);
    // One app writes its whole table as a single line with the two letters "\n" in it.
    let single = import(FILES[10].1, &options()).unwrap();
    assert_eq!(single.entries.len(), 2);
    assert_eq!(single.entries[0].1.pain, Some(6));
}

#[test]
fn the_order_of_day_and_month_is_decided_once_for_the_file_or_asked() {
    let days = |rows: &str| of_text(&format!("date,pain\n{rows}"));
    let day_first = days("03/04/2024,1\n25/04/2024,2");
    assert_eq!(entries(&day_first)[0].date, date(2024, 4, 3));
    let month_first = days("03/04/2024,1\n04/25/2024,2");
    assert_eq!(entries(&month_first)[0].date, date(2024, 3, 4));
    let open = days("03/04/2024,1\n05/06/2024,2");
    assert_eq!(
        open.question,
        Some(Question::DayOrMonth {
            example: "03/04/2024".to_owned()
        })
    );
    assert_eq!(open.entries, []);
    for (day_first, expected) in [(true, date(2024, 4, 3)), (false, date(2024, 3, 4))] {
        let options = ImportOptions {
            day_first: Some(day_first),
            ..options()
        };
        let decided = import(b"date,pain\n03/04/2024,1", &options).unwrap();
        assert_eq!(entries(&decided)[0].date, expected);
    }
    for unambiguous in [
        "2024-04-03",
        "2024/04/03",
        "03.04.2024",
        "Apr 3, 2024",
        "3 April 2024",
        "Wednesday, April 3rd, 2024",
    ] {
        assert_eq!(
            entries(&days(&format!("\"{unambiguous}\",1")))[0].date,
            date(2024, 4, 3),
            "{unambiguous}"
        );
    }
}

#[test]
fn columns_that_nobody_can_guess_are_asked_for_and_then_taken_as_told() {
    let table = "quand,combien,quoi\n2024-04-03,4,bois";
    let asked = of_text(table);
    assert!(matches!(asked.question, Some(Question::Columns { .. })));
    let columns = Some(ColumnMap(vec![
        Column::Date,
        Column::Pain(10),
        Column::Note,
    ]));
    let told = import(
        table.as_bytes(),
        &ImportOptions {
            columns,
            ..options()
        },
    )
    .unwrap();
    assert_eq!(
        (entries(&told)[0].pain, entries(&told)[0].note.as_str()),
        (Some(4), "bois")
    );
}

#[test]
fn what_the_columns_were_taken_for_is_told_and_can_be_remembered_by_words() {
    let table = "Date,Ouch,Pain\n2024-04-03,4,2";
    let columns = of_text(table).columns.unwrap();
    assert_eq!(columns.names, ["Date", "Ouch", "Pain"]);
    assert_eq!(
        columns.map.0,
        [Column::Date, Column::Keep, Column::Pain(10)]
    );
    // Only one column can be the pain.
    let mut map = columns.map.clone();
    map.set(1, Column::Pain(10));
    assert_eq!(map.0, [Column::Date, Column::Pain(10), Column::Keep]);
    let words: Vec<String> = map.0.iter().map(|column| column.word()).collect();
    assert_eq!(
        ColumnMap::of_words(&words, &columns.names),
        Some(map.clone())
    );
    assert_eq!(ColumnMap::of_words(&words[..2], &columns.names), None);
    let again = ImportOptions {
        columns: Some(map),
        ..options()
    };
    let told = import(table.as_bytes(), &again).unwrap();
    assert_eq!(entries(&told)[0].pain, Some(4));
    assert_eq!(entries(&told)[0].note, "Pain 2");
}

#[test]
fn a_number_of_another_scale_is_asked_and_then_read_as_told() {
    let table = "date,pain\n2024-04-03,4\n2024-04-04,55";
    let asked = of_text(table);
    assert!(matches!(
        asked.question,
        Some(Question::Scale { place: 1, .. })
    ));
    assert_eq!(asked.entries, []);
    let told = |column| {
        let columns = Some(ColumnMap(vec![Column::Date, column]));
        let options = ImportOptions {
            columns,
            ..options()
        };
        let imported = import(table.as_bytes(), &options).unwrap();
        let pains: Vec<_> = entries(&imported).iter().map(|entry| entry.pain).collect();
        let notes: Vec<_> = entries(&imported)
            .iter()
            .map(|entry| entry.note.clone())
            .collect();
        (pains, notes)
    };
    let (pains, notes) = told(Column::Pain(100));
    assert_eq!(pains, [Some(0), Some(6)]);
    assert_eq!(notes, ["pain 4 (0–100)", "pain 55 (0–100)"]);
    let (pains, notes) = told(Column::Pain(10));
    assert_eq!(pains, [Some(4), None]);
    assert_eq!(notes, ["", "pain 55"]);
    assert_eq!(told(Column::Keep).0, [None, None]);
}

#[test]
fn separators_marks_and_encodings_are_recognised() {
    let expected = entries(&of_text("date,pain,note\n2024-04-03,4,Rücken"))
        .into_iter()
        .cloned()
        .collect::<Vec<_>>();
    let utf16 = |mark: [u8; 2], unit: fn(u16) -> [u8; 2]| {
        let units = "date,pain,note\n2024-04-03,4,Rücken".encode_utf16();
        mark.into_iter()
            .chain(units.flat_map(unit))
            .collect::<Vec<u8>>()
    };
    for bytes in [
        "date;pain;note\r\n2024-04-03;4;Rücken\r\n"
            .as_bytes()
            .to_vec(),
        "\u{feff}date\tpain\tnote\n2024-04-03\t4\tRücken"
            .as_bytes()
            .to_vec(),
        b"date,pain,note\n2024-04-03,4,R\xfccken".to_vec(),
        utf16([0xff, 0xfe], u16::to_le_bytes),
        utf16([0xfe, 0xff], u16::to_be_bytes),
    ] {
        let imported = import(&bytes, &options()).unwrap();
        assert_eq!(entries(&imported), expected.iter().collect::<Vec<_>>());
    }
}

#[test]
fn what_is_no_table_is_refused() {
    for (bytes, error) in [
        (&b""[..], ImportError::Empty),
        (b"  \n", ImportError::Empty),
        (b"PK\x03\x04rest of a packed file", ImportError::Packed),
        (b"just some words", ImportError::Unknown),
        (b"{\"a\":1}", ImportError::Unknown),
        (b"[1,2", ImportError::Broken),
        (b"{\"entries\": [{\"pain\": 3", ImportError::Broken),
        (
            b"\xef\xbb\xbf<!DOCTYPE html><body><table><tr><td>Date</td></tr></table>",
            ImportError::WebPage,
        ),
        (b"<table><tr><td>2026-01-05</td><td>6</td></tr></table>", ImportError::WebPage),
        (
            b"<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\">",
            ImportError::Spreadsheet,
        ),
    ] {
        assert_eq!(import(bytes, &options()).unwrap_err(), error);
    }
}

#[test]
fn a_file_that_is_opened_again_adds_nothing() {
    for (_, bytes) in FILES {
        let imported = import(bytes, &options()).unwrap();
        let entries: Vec<Entry> = imported
            .entries
            .into_iter()
            .map(|(_, entry)| entry)
            .collect();
        let backup = Backup::of_entries(&entries);
        let mut store = Store::open(MemoryBackend::default()).store;
        assert_eq!(store.preview(&backup).entries.new, entries.len());
        assert!(store.restore(&backup).is_ok());
        assert!(store.preview(&backup).changes_nothing());
    }
}
