//! Files of known apps that people really bring, in layouts of several years and as spreadsheet programs save them again.

use std::collections::BTreeMap;

use tailored::domain::diary::headache::Severity;
use tailored::domain::diary::medicines::days::medicine_days;
use tailored::exchange::import::{ImportError, ImportOptions, Question, Remark, import};

use super::import_files::{
    entries, file, has, medicines, notes, pains, reasons, text, times, today,
};

#[test]
fn daylio_with_p_m_in_points_04e() {
    assert_eq!(
        times(&file("04e-daylio-pm-dotted.csv")),
        ["2026-01-05 23:40"]
    );
}

#[test]
fn two_moods_of_one_minute_are_two_05b() {
    let imported = file("05b-daylio-same-minute.csv");
    let moods: Vec<_> = entries(&imported)
        .iter()
        .map(|entry| entry.scales.mood)
        .collect();
    assert_eq!(moods, [Some(3), Some(0)]);
    assert_eq!(imported.skipped, []);
}

#[test]
fn bearable_of_2021_has_the_day_in_one_column_06() {
    let imported = file("06-bearable-2021-layout.csv");
    assert_eq!(
        times(&imported),
        ["2026-01-05 -", "2026-01-05 -", "2026-01-06 12:30"]
    );
    let first = entries(&imported)[0];
    assert_eq!(
        (first.headache.had, first.headache.severity),
        (Some(true), Some(Severity::Strong))
    );
    assert_eq!(
        pains(&imported),
        ["2026-01-05 8", "2026-01-05 3", "2026-01-06 -"]
    );
}

#[test]
fn medicines_of_bearable_are_medicines_07() {
    let imported = file("07-bearable-medicines.csv");
    assert_eq!(
        medicines(&imported),
        [("Ibuprofen", "600 mg"), ("Rizatriptan", "10 mg")]
    );
    assert_eq!(
        entries(&imported)[0].medicines[0].minute,
        Some(15 * 60 + 32)
    );
    let days = medicine_days(entries(&imported), entries(&imported)[0].date);
    assert_eq!((days.any_as_needed, days.unknown), (1, 0));
}

#[test]
fn sixteen_days_of_ibuprofen_are_sixteen_and_units_may_be_missing() {
    let rows: String = (1..=16)
        .map(|day| {
            format!(
                "{day} Nov 2026,2026-11-{day:02},x,am,Medication,1,Ibuprofen (400 mg tablet),\n"
            )
        })
        .collect();
    let head = "date,date formatted,weekday,time of day,category,rating/amount,detail,notes\n";
    let imported = text(&format!("{head}{rows}"));
    let days = medicine_days(entries(&imported), today());
    assert_eq!((days.any_as_needed, days.unknown), (16, 0));
    let none = text(&format!(
        "{head}1 Nov,2026-11-01,x,am,Meds/Supplements,0,Ibuprofen (mg),\n1 Nov,2026-11-02,x,am,Meds/Supplements,,Naproxen,\n"
    ));
    assert_eq!(medicines(&none), [("Naproxen", "")]);
    assert_eq!(entries(&none)[0].took_medicine, None);
}

#[test]
fn a_file_without_any_number_for_pain_says_so() {
    let head = "date,date formatted,weekday,time of day,category,rating/amount,detail,notes\n";
    let none = text(&format!("{head}1 Nov,2026-11-01,x,am,Symptom,3,Wobbly,\n"));
    assert_eq!(none.remarks, [Remark::NoPain]);
    let some = text(&format!(
        "{head}1 Nov,2026-11-01,x,am,Symptom,3,Knee pain,\n"
    ));
    assert_eq!(some.remarks, []);
}

#[test]
fn daylio_of_2018_has_the_year_in_one_column_08() {
    let imported = file("08-daylio-2018-layout.csv");
    assert_eq!(times(&imported), ["2025-01-05 23:54", "2025-01-06 22:21"]);
}

#[test]
fn what_excel_made_of_the_days_is_not_guessed_09() {
    let imported = file("09-bearable-resaved-by-excel-us.csv");
    assert_eq!(pains(&imported), ["2025-03-04 8", "2025-03-25 5"]);
    let head = "date,date formatted,weekday,time of day,category,rating/amount,detail,notes\n";
    let open = text(&format!(
        "{head}4th Mar,3/4/2025,Tuesday,am,Symptom,3,Headache,\n"
    ));
    assert!(matches!(open.question, Some(Question::DayOrMonth { .. })));
    // The same for the days of the other apps.
    for table in [
        "full_date,date,weekday,time,mood,activities,note_title,note\n3/4/2025,March 4,x,20:00,bad,,,\n",
        "#,Started,Lasted,Pain Level\n1,3/4/2025 14:12,01h 00m,4\n",
        "observation_date,tracker_name,tracker_category,observation_value\n3/4/2025,Headache,x,2\n",
    ] {
        let imported = text(table);
        assert!(
            matches!(imported.question, Some(Question::DayOrMonth { .. })),
            "{table}"
        );
        assert_eq!(imported.entries, []);
    }
    // As Migraine Buddy writes it, the month is first.
    let written = text("#,Started,Lasted,Pain Level\n1,03/04/25 14:12,01h 00m,4\n");
    assert_eq!(times(&written), ["2025-03-04 14:12"]);
}

#[test]
fn crisis_core_in_world_time_20b() {
    let imported = file("20b-crisiscore-utc.json");
    assert_eq!(times(&imported), ["2026-01-14 18:30"]);
    // Its table has the same moments, cut in two.
    let table = text(
        "Date,Time,Pain Level,Locations,Symptoms,Limited Activities,Sleep Quality,Mood Impact,Missed Work Days,Notes\n2026-01-15,02:30,8,,,,,,,\n",
    );
    assert_eq!(times(&table), ["2026-01-14 18:30"]);
}

#[test]
fn crisis_core_in_its_short_form_30() {
    let imported = file("30-crisiscore-minimal.json");
    assert_eq!(pains(&imported), ["2026-01-15 8"]);
    assert_eq!(medicines(&imported), [("Ibuprofen", "400 mg")]);
    let words = text(
        r#"[{"id":2,"timestamp":"2026-01-15T14:30:00Z","painLevel":"6","medications":["Naproxen","none"]}]"#,
    );
    assert_eq!(
        (pains(&words), medicines(&words)),
        (vec!["2026-01-15 6".to_owned()], vec![("Naproxen", "")])
    );
}

#[test]
fn apple_health_with_odd_tags_32() {
    let imported = file("32-apple-health-odd.xml");
    let severities: Vec<_> = entries(&imported)
        .iter()
        .map(|entry| entry.headache.severity)
        .collect();
    assert_eq!(
        severities,
        [Some(Severity::Strong), Some(Severity::Mild), None, None]
    );
    assert_eq!(
        times(&imported)[0],
        "2026-01-05 23:30",
        "the clock where it was noted"
    );
}

#[test]
fn visible_33() {
    let imported = file("33-visible-real-layout.csv");
    assert_eq!(pains(&imported), ["2026-01-05 10"]);
    assert!(
        notes(&imported)[0]
            .starts_with("tired\nVisible: Headache 2 (0–3); Resting HR 62; Joint pain 3 (0–3)")
    );
}

#[test]
fn secuso_40() {
    let imported = file("40-secuso-backup.json");
    assert_eq!(pains(&imported), ["2026-01-05 6"]);
    assert_eq!(medicines(&imported), [("Paracetamol 500 mg", "2")]);
}

#[test]
fn flaredown_41() {
    let imported = file("41-flaredown-comma-decimal.csv");
    assert_eq!(pains(&imported), ["2026-01-05 8", "2026-01-06 0"]);
    assert_eq!(medicines(&imported), [("Ibuprofen", "400 mg")]);
}

#[test]
fn migraine_buddy_42() {
    let imported = file("42-migraine-buddy-24.csv");
    assert_eq!(
        pains(&imported),
        ["2025-11-16 4", "2025-11-17 8", "2025-11-18 -"]
    );
    assert_eq!(
        entries(&imported)[1].attack.unwrap().duration_min(),
        Some(135)
    );
}

#[test]
fn migraine_buddy_saved_again_with_semicolons_42b() {
    let imported = file("42b-migraine-buddy-semicolons.csv");
    assert_eq!(times(&imported), ["2025-11-16 14:12"]);
    assert_eq!(notes(&imported), ["a, b"]);
}

#[test]
fn bearable_parts_of_a_day_48() {
    let imported = file("48-bearable-pre-mid.csv");
    assert_eq!(imported.entries.len(), 3);
    assert!(!has(&imported, |remark| *remark == Remark::NoPain));
}

#[test]
fn a_corrected_row_takes_the_place_of_the_one_before_49() {
    let before = file("49-same-file-with-one-correction.csv");
    let after = file("49b-same-file-with-one-correction-later.csv");
    assert_eq!(entries(&before)[0].id, entries(&after)[0].id);
    assert_eq!(pains(&after), ["2026-01-05 9"]);
}

#[test]
fn a_dose_of_nothing_was_not_taken_51() {
    let imported = file("51-flaredown-zero-dose.csv");
    assert_eq!(medicines(&imported), [("Ibuprofen", "6")]);
    let took: Vec<_> = entries(&imported)
        .iter()
        .map(|entry| entry.took_medicine)
        .collect();
    assert_eq!(took, [None, None, None, Some(true)]);
    assert!(
        notes(&imported)[1].contains("Ibuprofen 0 mg")
            && notes(&imported)[2].contains("Ibuprofen No")
    );
    // A medicine that no table knows is told by its cells; one that is known also when all of them look like levels.
    let others = text(
        "Date,Back pain,Xyzol,Naproxen,Tags,Foods\n2026-11-02,3,Not Taken,2,,\n2026-11-03,3,2,0,,\n",
    );
    assert_eq!(medicines(&others), [("Naproxen", "2"), ("Xyzol", "2")]);
}

#[test]
fn moods_in_another_language_are_asked_53() {
    let imported = file("53-daylio-german-moods.csv");
    let words = vec!["schlecht".to_owned(), "super".to_owned()];
    assert_eq!(imported.question, Some(Question::Moods { words }));
    let moods: Vec<_> = entries(&imported)
        .iter()
        .map(|entry| entry.scales.mood)
        .collect();
    assert_eq!(moods, [None, None], "not guessed");
    assert!(
        entries(&imported)
            .iter()
            .all(|entry| entry.headache.had == Some(true))
    );
    let told = ImportOptions {
        moods: BTreeMap::from([("schlecht".to_owned(), Some(3)), ("super".to_owned(), None)]),
        ..ImportOptions::on(today())
    };
    let bytes = include_bytes!("../../fixtures/import/53-daylio-german-moods.csv");
    let told = import(bytes, &told).unwrap();
    assert_eq!(told.question, None);
    let moods: Vec<_> = entries(&told)
        .iter()
        .map(|entry| entry.scales.mood)
        .collect();
    assert_eq!(moods, [Some(3), None]);
}

#[test]
fn a_headache_in_french_is_one_54() {
    let imported = file("54-french-headache.csv");
    assert_eq!(entries(&imported)[0].headache.had, Some(true));
    for name in [
        "Kopfweh",
        "dolor de cabeza",
        "emicrania",
        "hoofdpijn",
        "huvudvärk",
        "mal di testa",
        "migraine",
        "головная боль",
        "頭痛",
    ] {
        let table = format!(
            "full_date,date,weekday,time,mood,activities,note_title,note\n2026-11-02,x,x,20:00,bad,{name} | x,,\n"
        );
        assert_eq!(entries(&text(&table))[0].headache.had, Some(true), "{name}");
    }
}

#[test]
fn two_attacks_of_one_day_without_a_time_61() {
    let imported = file("61-aiding-two-attacks-no-time.csv");
    assert_eq!(pains(&imported), ["2026-11-02 8", "2026-11-02 4"]);
    assert_eq!(reasons(&imported), []);
}

#[test]
fn visible_with_a_list_in_its_note_64() {
    let imported = file("64-visible-two-notes.csv");
    assert_eq!(pains(&imported), ["2026-11-02 10"]);
    assert!(notes(&imported)[0].starts_with("a; b\n"));
}

#[test]
fn files_of_other_kinds_are_refused_by_what_they_are() {
    let zip = |name: &str| [b"PK\x03\x04\x14\x00".as_slice(), name.as_bytes()].concat();
    for (bytes, error) in [
        (
            zip("[Content_Types].xml and xl/workbook.xml"),
            ImportError::Spreadsheet,
        ),
        (
            zip("mimetypeapplication/vnd.oasis.opendocument.spreadsheet"),
            ImportError::Spreadsheet,
        ),
        (zip("Index/Document.iwa"), ImportError::Spreadsheet),
        (zip("apple_health_export/export.xml"), ImportError::Packed),
        (
            zip("[Content_Types].xml word/document.xml"),
            ImportError::Packed,
        ),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec(),
            ImportError::Spreadsheet,
        ),
        (b"%PDF-1.7".to_vec(), ImportError::Document),
        (b"\x89PNG\r\n".to_vec(), ImportError::Document),
        (b"\x1f\x8b\x08".to_vec(), ImportError::Packed),
    ] {
        assert_eq!(
            import(&bytes, &ImportOptions::on(today())).unwrap_err(),
            error
        );
    }
}

#[test]
fn every_file_that_people_bring_has_a_place_here() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/import");
    let tests = [
        include_str!("import_tables.rs"),
        include_str!("import_moments.rs"),
        include_str!("import_numbers.rs"),
        include_str!("import_apps.rs"),
        include_str!("own_tables.rs"),
    ];
    for entry in std::fs::read_dir(folder).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        assert!(tests.iter().any(|test| test.contains(&name)), "{name}");
    }
}
