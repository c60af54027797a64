//! Our own tables: they hold an entry whole, and a spreadsheet program between export and import doubles nothing.

use std::collections::BTreeMap;

use csv::{QuoteStyle, ReaderBuilder, WriterBuilder};
use proptest::prelude::*;
use tailored::domain::date::{NaiveDate, NaiveTime};
use tailored::domain::diary::attack::{Attack, AttackKind, Moment};
use tailored::domain::diary::entry::{
    About, Alarm, Bleeding, CanDo, Entry, Relief, Scales, SideEffect, Taken,
};
use tailored::domain::diary::headache::{Headache, HeadacheSign, LostDay, Severity};
use tailored::domain::diary::tracking::{Tracking, WatchedFactor};
use tailored::domain::ids::{EntryId, FactorId, RegionId, TherapyId};
use tailored::exchange::csv::{
    CsvOptions, ENTRY_COLUMNS, MEDICINE_COLUMNS, entries_csv, guarded, medicines_csv,
};
use tailored::exchange::import::{ImportOptions, Imported, Remark, SkipReason, Source, import};

use super::import_files::{entries, file, pains, reasons, today};
use super::persona;
use crate::arbitrary_entry;

const MARKED: CsvOptions = CsvOptions {
    byte_order_mark: true,
};

fn opened(table: &[u8], diary: &[Entry]) -> Imported {
    let options = ImportOptions {
        diary,
        ..ImportOptions::on(today())
    };
    import(table, &options).unwrap()
}

fn day(day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, day).unwrap()
}

/// An entry of which everything is said.
fn full() -> Entry {
    let moment = |minute| Moment {
        date: day(3),
        minute,
        ahead_min: -480,
    };
    let taken = Taken {
        name: "Ibuprofen 400 mg".to_owned(),
        amount: "1/2".to_owned(),
        minute: Some(605),
        regular: true,
        relief: Some(Relief::Better),
    };
    let plain = Taken {
        name: "00123".to_owned(),
        ..Taken::default()
    };
    Entry {
        time: NaiveTime::from_hms_opt(21, 40, 0),
        written: Some(day(9)),
        about: Some(About::Day),
        bearable: Some(false),
        pain: Some(6),
        worst: Some(8),
        can_do: Some(CanDo::LyingDown),
        flare: true,
        alarm: Some(Alarm::NewKind),
        regions: vec![
            RegionId::from("back-lower-back-left"),
            RegionId::from("head"),
        ],
        region_pain: BTreeMap::from([(RegionId::from("head"), 4)]),
        qualities: vec!["burning".to_owned()],
        scales: Scales {
            interference: Some(1),
            sleep: Some(2),
            mood: Some(3),
            fatigue: Some(4),
            stress: Some(5),
        },
        activity_min: Some(25),
        activities: vec!["walk".to_owned(), "work".to_owned()],
        did_matter: Some(true),
        treatment_done: vec![TherapyId::from("exercise_general")],
        side_effect: Some(SideEffect {
            words: "=dizzy".to_owned(),
            strength: Some(3),
        }),
        bleeding: Some(Bleeding::OtherDay),
        factors: BTreeMap::from([
            (FactorId::from("coffee"), true),
            (FactorId::from("rain"), false),
        ]),
        better: vec!["heat".to_owned()],
        worse: vec!["sitting".to_owned()],
        headache: Headache {
            had: Some(true),
            severity: Some(Severity::Strong),
            signs: vec![HeadacheSign::OneSide, HeadacheSign::Aura],
            lost: Some(LostDay::Part),
        },
        attack: Some(Attack {
            kind: AttackKind::Headache,
            start: moment(600),
            still_going: Some(moment(640)),
            end: Some(moment(690)),
        }),
        took_medicine: Some(true),
        medicines: vec![taken, plain],
        note: "'=one\n\"two\", three; 5. Mai".to_owned(),
        ..Entry::on(EntryId::from("00123"), day(3))
    }
}

fn watched() -> Tracking {
    let factor = |name: &str| WatchedFactor {
        name: name.to_owned(),
        since: day(1),
        until: None,
    };
    Tracking {
        factors: BTreeMap::from([
            (FactorId::from("coffee"), factor("Coffee after noon?")),
            (FactorId::from("rain"), factor("Rain")),
        ]),
        ..Tracking::default()
    }
}

/// The table as a list of rows, each by the name of its column.
fn rows(text: &str) -> Vec<BTreeMap<String, String>> {
    let mut reader = ReaderBuilder::new().from_reader(text.as_bytes());
    reader.deserialize().map(Result::unwrap).collect()
}

#[test]
fn the_table_of_the_diary_holds_what_was_said_with_its_names() {
    let rows = rows(&entries_csv(&[full()], &watched(), CsvOptions::default()));
    for (column, cell) in [
        ("side_effect", "'=dizzy"),
        ("side_effect_0_10", "3"),
        ("plan_done", "exercise_general"),
        ("did_what_matters", "true"),
        ("written_on", "2026-11-09"),
        ("filled_in_late", "true"),
        ("factors_present", "coffee"),
        ("factors_present_names", "Coffee after noon?"),
        ("factors_absent_names", "Rain"),
        ("attack_still_going", "2026-11-03T10:40-08:00"),
        (
            "medicines",
            "Ibuprofen 400 mg | 1/2 | 10:05 | regular | better\n00123",
        ),
    ] {
        assert_eq!(rows[0][column], cell, "{column}");
    }
    assert_ne!(rows[0]["plan_done_names"], "exercise_general", "in words");
}

#[test]
fn a_medicine_that_was_not_taken_makes_no_day_with_one() {
    let line = |name: &str, amount: &str| Entry {
        took_medicine: Some(true),
        medicines: vec![Taken {
            name: name.to_owned(),
            amount: amount.to_owned(),
            ..Taken::default()
        }],
        ..Entry::on(EntryId::from("a"), day(1))
    };
    for (entry, took) in [
        (line("none", ""), "false"),
        (line("Ibuprofen 400 mg", "0"), "false"),
        (line("Ibuprofen 400 mg", "1"), "true"),
    ] {
        let table = entries_csv(&[entry], &watched(), CsvOptions::default());
        assert_eq!(rows(&table)[0]["took_medicine"], took, "{table}");
    }
}

#[test]
fn no_is_not_said_where_nobody_was_asked() {
    let taken = Taken {
        name: "Ibuprofen".to_owned(),
        ..Taken::default()
    };
    let entry = Entry {
        medicines: vec![taken],
        ..Entry::on(EntryId::from("a"), day(1))
    };
    assert_eq!(
        rows(&medicines_csv(&[entry], CsvOptions::default()))[0]["regular"],
        ""
    );
    assert_eq!(
        rows(&medicines_csv(&[full()], CsvOptions::default()))[0]["regular"],
        "true"
    );
}

#[test]
fn a_spreadsheet_program_takes_no_text_for_another_value() {
    for text in [
        "1/2",
        "00123",
        "1.5",
        "2,5",
        "3-4",
        "10:05",
        "50%",
        "5 May",
        "Mar 2024",
        "5. Mai",
        "1e5",
        "123456789012",
        "TRUE",
        "wahr",
        "3 pm",
        "€ 5",
        "'=1",
        "1 000",
    ] {
        assert_eq!(guarded(text), format!("'{text}"), "{text}");
    }
    for text in [
        "2",
        "0",
        "400 mg",
        "1 tablet",
        "2 x 400",
        "May",
        "May be",
        "half",
        "k3f9x2m7q1ab",
        "1 = 1",
        "'quoted'",
        "",
    ] {
        assert_eq!(guarded(text), text);
    }
    let text = medicines_csv(&[full()], CsvOptions::default());
    assert!(
        text.contains("\"'1/2\"") && text.contains("\"'00123\""),
        "{text}"
    );
}

#[test]
fn an_entry_comes_back_from_its_table_whole() {
    let all: Vec<Entry> = persona::entries().into_iter().chain([full()]).collect();
    let imported = opened(entries_csv(&all, &watched(), MARKED).as_bytes(), &[]);
    assert_eq!(imported.source, Source::Tailored);
    let back: Vec<Entry> = entries(&imported).into_iter().cloned().collect();
    assert_eq!(back, all);
    assert_eq!(imported.skipped, []);
}

#[test]
fn a_table_saved_again_by_a_german_program_34() {
    let imported = file("34-own-csv-resaved-german-excel.csv");
    assert_eq!(
        (imported.source, pains(&imported)),
        (Source::Tailored, vec!["2026-01-05 6".to_owned()])
    );
    let entry = entries(&imported)[0];
    assert_eq!(entry.id.as_str(), "k3f9x2m7q1ab");
    assert_eq!(
        (entry.bearable, entry.took_medicine),
        (Some(false), Some(true))
    );
    assert_eq!(
        (entry.worst, entry.note.as_str()),
        (Some(8), "Rücken, Nacken")
    );
    let table = include_bytes!("../../fixtures/import/34-own-csv-resaved-german-excel.csv");
    let again = opened(table, std::slice::from_ref(entry));
    assert_eq!((again.entries.len(), again.n_here), (0, 1));
    assert_eq!(again.remarks, [Remark::OwnTable]);
}

#[test]
fn an_id_that_became_a_number_finds_its_entry_by_what_it_says() {
    let entry = Entry {
        pain: Some(6),
        ..Entry::on(EntryId::from("123456789012"), day(3))
    };
    let table = "id;date;time;pain_0_10;worst_0_10;note\n1,23457E+11;03.11.2026;;6;;x\n";
    assert_eq!(opened(table.as_bytes(), &[entry]).n_here, 1);
    assert_eq!(opened(table.as_bytes(), &[]).entries.len(), 1);
}

#[test]
fn the_table_of_the_medicines_adds_nothing_and_says_where_they_are() {
    let table = medicines_csv(&[full()], MARKED);
    let here = opened(table.as_bytes(), &[full()]);
    assert_eq!(
        (here.entries.len(), here.n_here, here.skipped.len()),
        (0, 2, 0)
    );
    let elsewhere = opened(table.as_bytes(), &[]);
    assert_eq!(
        reasons(&elsewhere),
        [(2, SkipReason::EntryMissing), (3, SkipReason::EntryMissing)]
    );
}

#[test]
fn each_column_is_in_the_dictionary() {
    let dictionary = include_str!("../../../docs/tables.md");
    for column in ENTRY_COLUMNS.iter().chain(&MEDICINE_COLUMNS) {
        assert!(dictionary.contains(&format!("| `{column}` |")), "{column}");
    }
    let described = dictionary.lines().filter(|line| line.starts_with("| `"));
    assert_eq!(
        described.count(),
        ENTRY_COLUMNS.len() + MEDICINE_COLUMNS.len()
    );
}

/// How a spreadsheet program writes a table that it has opened.
#[derive(Debug, Clone, Copy)]
enum Program {
    German,
    American,
    British,
}

impl Program {
    fn separator(self) -> u8 {
        match self {
            Program::German => b';',
            Program::American | Program::British => b',',
        }
    }

    fn cell(self, column: &str, cell: &str) -> String {
        let is_day = ["date", "written_on"].contains(&column);
        let parts: Vec<&str> = cell.split('-').collect();
        match (self, parts.as_slice(), cell) {
            (Program::German, [year, month, day], _) if is_day => format!("{day}.{month}.{year}"),
            (Program::American, [year, month, day], _) if is_day => format!("{month}/{day}/{year}"),
            (Program::British, [year, month, day], _) if is_day => format!("{day}/{month}/{year}"),
            (Program::American, ..) if column == "time" && !cell.is_empty() => {
                format!("{cell}:00 AM")
            }
            (Program::German, _, "true") => "WAHR".to_owned(),
            (Program::German, _, "false") => "FALSCH".to_owned(),
            (_, _, "true" | "false") => cell.to_uppercase(),
            _ => cell.to_owned(),
        }
    }

    /// The whole table, opened and saved.
    fn saves(self, table: &str) -> Vec<u8> {
        let table = table.strip_prefix('\u{feff}').unwrap_or(table);
        let mut reader = ReaderBuilder::new().from_reader(table.as_bytes());
        let names = reader.headers().unwrap().clone();
        let mut writer = WriterBuilder::new()
            .delimiter(self.separator())
            .quote_style(QuoteStyle::Necessary)
            .from_writer(Vec::new());
        writer.write_record(&names).unwrap();
        for record in reader.records().map(Result::unwrap) {
            let cells = names
                .iter()
                .zip(&record)
                .map(|(column, cell)| self.cell(column, cell));
            writer.write_record(cells).unwrap();
        }
        writer.into_inner().unwrap()
    }
}

/// The table without one of its columns.
fn without(table: &str, column: &str) -> Vec<u8> {
    let mut reader = csv::Reader::from_reader(table.trim_start_matches('\u{feff}').as_bytes());
    let mut names = reader.headers().unwrap().clone();
    let place = names.iter().position(|name| name == column).unwrap();
    let cut = |row: &csv::StringRecord| -> csv::StringRecord {
        let cells = row.iter().enumerate().filter(|(at, _)| *at != place);
        cells.map(|(_, cell)| cell).collect()
    };
    let mut writer = csv::Writer::from_writer(Vec::new());
    names = cut(&names);
    writer.write_record(&names).unwrap();
    for row in reader.records() {
        writer.write_record(&cut(&row.unwrap())).unwrap();
    }
    writer.into_inner().unwrap()
}

#[test]
fn a_table_without_its_ids_never_doubles_the_diary() {
    let noted = |id: &str, date, note: &str| Entry {
        note: note.to_owned(),
        ..Entry::on(EntryId::from(id), date)
    };
    let diary = [
        full(),
        noted("b", day(4), "slept badly"),
        noted("c", day(4), "better"),
    ];
    let table = entries_csv(&diary, &watched(), MARKED);
    for column in ["id", "time", "pain_0_10", "worst_0_10", "note", "mood_0_10"] {
        let mut cut = without(&table, "id");
        if column != "id" {
            cut = without(std::str::from_utf8(&cut).unwrap(), column);
        }
        let imported = opened(&cut, &diary);
        assert_eq!(imported.source, Source::Tailored, "{column}");
        assert_eq!(imported.entries, [], "{column}");
        assert_eq!(imported.n_here, 3, "{column}");
        assert_eq!(imported.remarks, [Remark::OwnTable], "{column}");
    }
    // What is not in the diary is taken once, however often the file is opened.
    let cut = without(&table, "id");
    let first = opened(&cut, &diary[..1]);
    assert_eq!((first.entries.len(), first.n_here), (2, 1));
    let taken: Vec<Entry> = first.entries.into_iter().map(|(_, entry)| entry).collect();
    let diary: Vec<Entry> = diary[..1].iter().cloned().chain(taken).collect();
    assert_eq!(opened(&cut, &diary).entries, []);
    // The medicines are known by their header, too.
    let medicines = without(&medicines_csv(&diary, MARKED), "entry_id");
    let imported = opened(&medicines, &diary);
    assert_eq!((imported.source, imported.n_here), (Source::Tailored, 2));
    assert_eq!((imported.entries, imported.skipped), (vec![], vec![]));
}

#[test]
fn impossible_years_of_an_own_table_are_refused_and_counted() {
    let table = "date,pain_0_10\n0202-11-03,7\n2031-01-01,6\n2026-11-03,5\n";
    let imported = opened(table.as_bytes(), &[]);
    assert_eq!(pains(&imported), ["2026-11-03 5"]);
    assert_eq!(
        reasons(&imported),
        [(2, SkipReason::NoDate), (3, SkipReason::Future)]
    );
}

#[test]
fn what_was_not_taken_stands_in_neither_table() {
    let line = |name: &str, amount: &str| Taken {
        name: name.to_owned(),
        amount: amount.to_owned(),
        ..Taken::default()
    };
    let entry = Entry {
        took_medicine: Some(true),
        medicines: vec![
            line("Ibuprofen 400 mg", "0"),
            line("none", ""),
            line("Naproxen 500 mg", "not taken"),
            line("N", ""),
            line("Paracetamol 500 mg", "2"),
        ],
        ..Entry::on(EntryId::from("a"), day(1))
    };
    let table = medicines_csv(std::slice::from_ref(&entry), CsvOptions::default());
    let names: Vec<String> = rows(&table).iter().map(|row| row["name"].clone()).collect();
    assert_eq!(names, ["Paracetamol 500 mg"]);
    let table = entries_csv(&[entry], &watched(), CsvOptions::default());
    assert_eq!(rows(&table)[0]["medicines"], "Paracetamol 500 mg | 2");
}

proptest! {
    #[test]
    fn a_spreadsheet_program_between_export_and_import_changes_nothing(
        entries in prop::collection::vec(arbitrary_entry::entry().boxed(), 1..6),
        program in prop::sample::select(&[Program::German, Program::American, Program::British][..]),
        odd in prop::option::of(prop::sample::select(&["00123", "1e5", "123456789012", "=1", "TRUE", "2-3"][..])),
    ) {
        let mut diary = entries;
        if let Some(odd) = odd {
            diary[0].id = EntryId::from(odd);
        }
        for table in [entries_csv(&diary, &Tracking::default(), MARKED), medicines_csv(&diary, MARKED)] {
            let n_rows = rows(table.trim_start_matches('\u{feff}')).len();
            for bytes in [table.clone().into_bytes(), program.saves(&table)] {
                let Ok(imported) = import(&bytes, &ImportOptions { diary: &diary, ..ImportOptions::on(today()) }) else {
                    prop_assert!(false, "not opened");
                    unreachable!();
                };
                prop_assert_eq!(imported.source, Source::Tailored);
                prop_assert_eq!(&imported.entries, &[]);
                prop_assert_eq!(&imported.skipped, &[]);
                prop_assert_eq!(&imported.question, &None);
                prop_assert_eq!(imported.n_here, n_rows);
            }
        }
    }
}
