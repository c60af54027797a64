//! Tables that people really bring: separators, letters, rows, quotes. Each kind has siblings of its own.

use tailored::exchange::import::{
    Column, ColumnMap, ImportOptions, Question, Remark, SkipReason, import,
};

use super::import_files::{bytes, entries, file, medicines, notes, pains, reasons, text, today};

#[test]
fn semicolons_separate_where_the_names_say_so_01() {
    let imported = file("01-semicolon-commas-in-notes.csv");
    assert_eq!(pains(&imported), ["2026-01-05 7", "2026-01-06 8"]);
    assert_eq!(
        notes(&imported)[0],
        "Rücken, Nacken, Schulter, Kopf\n6,5 (0–10)"
    );
    assert_eq!(medicines(&imported), [("Ibuprofen 400", "")]);
}

#[test]
fn few_semicolons_are_enough_01b() {
    let imported = file("01b-semicolon-commas-few.csv");
    assert_eq!(pains(&imported), ["2026-01-05 6", "2026-01-06 7"]);
    assert_eq!(notes(&imported)[0], "links, unten, hinten");
}

#[test]
fn tabs_separate_though_there_are_more_commas_01c() {
    let imported = file("01c-tab-commas-in-notes.txt");
    assert_eq!(pains(&imported), ["2026-01-05 6", "2026-01-06 7"]);
    assert_eq!(notes(&imported)[1], "tired, cold, slept badly, sat long");
}

#[test]
fn commas_separate_though_there_are_more_semicolons_01d() {
    let imported = file("01d-comma-file-semicolons-in-lists.csv");
    assert_eq!(pains(&imported), ["2026-01-05 6", "2026-01-06 7"]);
    assert_eq!(
        notes(&imported)[0],
        "symptoms nausea; light; sound; smell; aura"
    );
}

#[test]
fn a_tie_is_decided_by_the_row_of_names_01e() {
    let imported = file("01e-three-columns-tie.csv");
    assert_eq!(pains(&imported), ["2026-01-05 7", "2026-01-06 8"]);
    assert_eq!(notes(&imported)[1], "links, unten, hinten\n7,5 (0–10)");
}

#[test]
fn the_names_decide_the_separator_in_other_languages_and_with_unknown_columns() {
    for (table, expected) in [
        (
            "Fecha;Dolor;Comentarios\n2026-01-05;6;a, b, c, d\n",
            "a, b, c, d",
        ),
        (
            "Date\tDouleur\tCommentaires\n2026-01-05\t6\ta; b; c; d\n",
            "a; b; c; d",
        ),
        ("Datum|Pijn|Opmerkingen\n2026-01-05|6|a, b; c\n", "a, b; c"),
        ("Дата;Боль;Заметки\n2026-01-05;6;а, б, в\n", "а, б, в"),
    ] {
        let imported = text(table);
        assert_eq!(pains(&imported), ["2026-01-05 6"], "{table}");
        assert_eq!(notes(&imported), [expected]);
    }
    // Nothing is known of these names: the first row that the next one resembles.
    let unknown = text("quand;combien;quoi\n2026-01-05;4;a, b, c, d\n");
    let Some(Question::Columns { names }) = unknown.question else {
        panic!("asked")
    };
    assert_eq!(names, ["quand", "combien", "quoi"]);
}

#[test]
fn a_line_with_the_separator_is_passed_over_02() {
    let imported = file("02-sep-line.csv");
    assert_eq!(pains(&imported), ["2026-01-05 6", "2026-01-06 7"]);
    let lines: Vec<usize> = imported.entries.iter().map(|(line, _)| *line).collect();
    assert_eq!(lines, [3, 4], "lines are counted as a person counts them");
}

#[test]
fn lines_before_the_names_are_passed_over_02b() {
    assert_eq!(
        pains(&file("02b-title-line.csv")),
        ["2026-01-05 6", "2026-01-06 7"]
    );
    let with_tabs = "sep=\t\nDate\tPain\n2026-01-05\t6\n";
    assert_eq!(pains(&text(with_tabs)), ["2026-01-05 6"]);
    let long = "Pain diary of Ann\nPrinted on;5 January\n\nDate;Pain;Notes\n2026-01-05;6;a, b\n";
    assert_eq!(pains(&text(long)), ["2026-01-05 6"]);
}

#[test]
fn letters_of_windows_03() {
    assert_eq!(
        notes(&file("03-windows-1252.csv")),
        ["it’s worse – can’t sit, cost 5 €"]
    );
    // German and French words, and a quote in place of an apostrophe.
    let german = b"Datum;Schmerz;Notizen\n05.01.2026;6;M\xfcde, \x84R\xfccken\x93, \x80 5\n";
    assert_eq!(notes(&bytes(german)), ["Müde, „Rücken“, € 5"]);
    let french =
        b"Date;Douleur;Commentaires\n05/01/2026;6;t\xeate, c\x9cur\n13/01/2026;6;\xe9t\xe9\n";
    assert_eq!(notes(&bytes(french)), ["tête, cœur", "été"]);
}

#[test]
fn letters_of_an_old_mac_03b() {
    assert_eq!(notes(&file("03b-mac-roman.csv")), ["Rücken müde"]);
    // With the line ends of today: the words tell.
    let french = b"Date,Pain,Notes\n2026-01-05,6,\"t\x90te, apr\x8fs\"\n";
    assert_eq!(notes(&bytes(french)), ["tête, après"]);
}

#[test]
fn utf8_with_a_spoilt_place_stays_utf8_and_utf16_needs_no_mark() {
    let mut spoilt = "date,pain,note\n2026-01-05,6,Rücken müde größer "
        .as_bytes()
        .to_vec();
    spoilt.push(0xe2);
    assert_eq!(notes(&bytes(&spoilt)), ["Rücken müde größer \u{fffd}"]);
    let units = "date,pain,note\n2026-01-05,6,Rücken\n".encode_utf16();
    let unmarked: Vec<u8> = units.flat_map(u16::to_le_bytes).collect();
    assert_eq!(notes(&bytes(&unmarked)), ["Rücken"]);
}

#[test]
fn rows_that_differ_in_anything_are_different_05() {
    let imported = file("05-two-rows-one-day.csv");
    assert_eq!(
        pains(&imported),
        ["2026-01-05 8", "2026-01-05 3", "2026-01-06 6"]
    );
    assert_eq!(notes(&imported)[0], "all evening\nLocation lower back");
    assert_eq!(notes(&imported)[1], "only stairs\nLocation left knee");
    assert_eq!(imported.left_out, [""; 0]);
}

#[test]
fn two_medicines_of_one_minute_are_two_05c() {
    let imported = file("05c-same-minute-two-medicines.csv");
    assert_eq!(
        medicines(&imported),
        [("Ibuprofen 400", ""), ("Paracetamol 1000", "")]
    );
}

#[test]
fn only_rows_that_are_equal_in_everything_are_the_same() {
    let twice = text(
        "date,time,pain,note\n2026-01-05,08:00,6,a\n2026-01-05,08:00,6,a\n2026-01-05,08:00,6,b\n",
    );
    assert_eq!(notes(&twice), ["a", "b"]);
    assert_eq!(reasons(&twice), [(3, SkipReason::Duplicate { of: 2 })]);
    let ids: std::collections::BTreeSet<_> = entries(&twice)
        .iter()
        .map(|entry| entry.id.clone())
        .collect();
    assert_eq!(ids.len(), 2);
}

#[test]
fn a_place_of_the_body_is_kept_and_a_place_on_earth_is_not() {
    let body = text("Datum;Schmerz;Ort\n05.01.2026;6;linkes Knie\n06.01.2026;5;zu Hause\n");
    assert_eq!(notes(&body)[0], "Ort linkes Knie");
    let earth = text("date,pain,location\n2026-01-05,6,Berlin\n2026-01-06,5,\"52.5, 13.4\"\n");
    assert_eq!(notes(&earth), ["", ""]);
    assert_eq!(earth.left_out, ["location"]);
}

#[test]
fn utf16_13() {
    let imported = file("13-utf16-tab.txt");
    assert_eq!(pains(&imported), ["2026-01-05 6"]);
    assert_eq!(notes(&imported), ["Rücken müde 😖"]);
}

#[test]
fn text_from_right_to_left_14() {
    assert_eq!(
        notes(&file("14-bom-crlf-emoji-rtl.csv")),
        ["الظهر يؤلمني 😖, \"שלום\""]
    );
}

#[test]
fn notes_of_several_lines_16() {
    let imported = file("16-multi-line.csv");
    assert_eq!(notes(&imported)[0], "line one\nline \"two\", with comma");
    assert_eq!(imported.remarks, []);
}

#[test]
fn a_quote_that_is_not_closed_swallows_no_day_17() {
    let imported = file("17-unclosed-quote.csv");
    assert_eq!(
        pains(&imported),
        ["2026-01-05 6", "2026-01-06 7", "2026-01-07 5"]
    );
    assert_eq!(notes(&imported)[0], "felt bad");
    assert_eq!(imported.remarks, [Remark::OpenQuote { line: 2 }]);
}

#[test]
fn several_quotes_that_are_not_closed_swallow_no_day_either() {
    let two = text(
        "date,pain,note\n2026-01-05,6,\"bad\n2026-01-06,7,ok\n2026-01-07,5,\"worse\n2026-01-08,4,\"fine, so far\"\n",
    );
    assert_eq!(pains(&two).len(), 4);
    assert_eq!(notes(&two), ["bad", "ok", "worse", "fine, so far"]);
    let first = text("date,note,pain\n2026-01-05,\"bad,6\n2026-01-06,ok,7\n");
    assert_eq!(pains(&first), ["2026-01-05 6", "2026-01-06 7"]);
}

#[test]
fn a_quote_inside_a_cell_is_a_letter_17b() {
    assert_eq!(
        notes(&file("17b-inch-quote.csv")),
        ["slept on a 5\" pillow", "3\" heel"]
    );
}

#[test]
fn columns_without_a_name_and_without_a_cell_are_none_23() {
    let imported = file("23-empty-columns-trailing.csv");
    assert_eq!(notes(&imported), ["ok"]);
    assert_eq!(imported.columns.unwrap().names, ["Date", "Pain", "Notes"]);
}

#[test]
fn upright_lines_separate_24() {
    assert_eq!(
        pains(&file("24-pipe.csv")),
        ["2026-01-05 6", "2026-01-06 7"]
    );
}

#[test]
fn names_that_come_again_are_no_row_43() {
    let imported = file("43-header-repeated-monthly.csv");
    assert_eq!(pains(&imported), ["2026-01-05 6", "2026-02-05 7"]);
    assert_eq!(imported.skipped, []);
}

#[test]
fn a_table_without_names_loses_no_row_44() {
    let imported = file("44-no-header.csv");
    assert!(matches!(imported.question, Some(Question::Columns { .. })));
    let columns = ColumnMap(vec![Column::Date, Column::Pain(10), Column::Note]);
    let options = ImportOptions {
        columns: Some(columns),
        ..ImportOptions::on(today())
    };
    let bytes = include_bytes!("../../fixtures/import/44-no-header.csv");
    let told = import(bytes, &options).unwrap();
    assert_eq!(pains(&told), ["2026-01-05 6", "2026-01-06 7"]);
}

#[test]
fn a_table_of_twenty_thousand_columns_is_read_up_to_where_diaries_end() {
    let names: Vec<String> = (0..20_000).map(|n| format!("column {n}")).collect();
    let cells = vec!["1"; 20_000].join(",");
    let table = format!("date,pain,{}\n2026-01-05,8,{cells}\n", names.join(","));
    let imported = text(&table);
    assert_eq!(pains(&imported), ["2026-01-05 8"]);
    assert_eq!(imported.columns.unwrap().names.len(), 250);
    assert_eq!(
        imported.remarks[0],
        Remark::TooManyColumns {
            count: 20_002,
            read: 250
        }
    );
    let in_note = |remark: &Remark| matches!(remark, Remark::ColumnsInNote { columns } if columns.len() == 248);
    assert!(in_note(&imported.remarks[1]));
}

#[test]
fn columns_that_are_named_after_medicines_are_medicines() {
    let imported = text(
        "Date,Pain,Ibuprofen,Paracetamol (mg),Magnesium\n2026-01-05,6,1,,1\n2026-01-06,7,0,1000,\n2026-01-07,5,x,no,1\n2026-01-08,5,400,0,\n2026-01-09,4,,,\n2026-01-10,4,0,-,\n",
    );
    assert_eq!(
        medicines(&imported),
        [
            ("Ibuprofen", "1"),
            ("Paracetamol", "1000 mg"),
            ("Ibuprofen", ""),
            ("Ibuprofen", "400"),
        ]
    );
    let took: Vec<Option<bool>> = entries(&imported)
        .iter()
        .map(|entry| entry.took_medicine)
        .collect();
    assert_eq!(
        took,
        [
            Some(true),
            Some(true),
            Some(true),
            Some(true),
            None,
            Some(false)
        ]
    );
    assert!(
        notes(&imported)
            .iter()
            .all(|note| !note.contains("Ibuprofen"))
    );
    let names = vec!["Ibuprofen".to_owned(), "Paracetamol (mg)".to_owned()];
    assert!(
        imported
            .remarks
            .contains(&Remark::MedicineColumns { names })
    );
    for header in [
        "Datum;Schmerz;Ibuprofen 400 mg",
        "Fecha;Dolor;Ibuprofeno",
        "Date;Douleur;Doliprane",
    ] {
        let imported = text(&format!("{header}\n2026-01-05;6;2\n2026-01-06;6;\n"));
        assert_eq!(medicines(&imported).len(), 1, "{header}");
        assert_eq!(medicines(&imported)[0].1, "2", "{header}");
    }
}

#[test]
fn two_columns_about_one_medicine_are_one_medicine() {
    let imported = text("Date,Pain,Ibuprofen,Ibuprofen dose\n2026-01-05,6,2,400 mg\n");
    assert_eq!(medicines(&imported), [("Ibuprofen", "2")]);
    assert_eq!(notes(&imported), ["Ibuprofen dose 400 mg"]);
    let is_told = |remark: &Remark| matches!(remark, Remark::AmountInNote { count: 1, .. });
    assert!(imported.remarks.iter().any(is_told));
}

#[test]
fn medicines_that_land_in_a_note_are_told() {
    let imported = text(
        "Date,Pain,Treatment\n2026-01-05,6,Ibuprofen 400 mg\n2026-01-06,7,rest\n2026-01-07,7,Naproxen\n",
    );
    assert_eq!(
        imported.remarks.last(),
        Some(&Remark::MedicineInNote {
            line: 2,
            value: "Ibuprofen 400 mg".to_owned(),
            count: 2
        })
    );
    assert_eq!(
        text("Date,Pain,Note\n2026-01-05,6,Ibuprofen\n2026-01-06,5,\n").remarks,
        []
    );
}

#[test]
fn a_list_in_one_cell_of_bearable_is_several_medicines() {
    let rows = |detail: &str, amount: &str| {
        text(&format!(
            "date formatted,date,weekday,time of day,category,rating/amount,detail,notes\n5 Jan 2026,5th Jan 2026,Mon,am,Meds/Supplements,{amount},{detail},\n"
        ))
    };
    assert_eq!(
        medicines(&rows("Ibuprofen (400mg) | Naproxen", "")),
        [("Ibuprofen (400mg)", ""), ("Naproxen", "")]
    );
    assert_eq!(
        medicines(&rows("Ibuprofen (mg)", "600")),
        [("Ibuprofen", "600 mg")]
    );
    assert_eq!(
        medicines(&rows("Ibuprofen (400mg)", "2")),
        [("Ibuprofen (400mg)", "2")]
    );
    assert_eq!(
        medicines(&rows("Ibuprofen | Paracetamol (mg) | Aspirin", "yes")),
        [("Ibuprofen", ""), ("Paracetamol", ""), ("Aspirin", "")]
    );
    let open = rows("Ibuprofen (mg) | Naproxen", "500");
    assert_eq!(medicines(&open), [("Ibuprofen", ""), ("Naproxen", "")]);
    let is_told = |remark: &Remark| matches!(remark, Remark::AmountInNote { count: 1, .. });
    assert!(open.remarks.iter().any(is_told), "{:?}", open.remarks);
    let none = rows("Ibuprofen (400mg) | Naproxen", "0");
    assert_eq!(medicines(&none), []);
    assert!(notes(&none)[0].contains("Naproxen 0"));
}
