//! Numbers for pain, scales and medicines in the tables that people really bring. Each kind has siblings of its own.

use tailored::exchange::import::{Column, Question, Remark};

use super::import_files::{entries, file, has, medicines, notes, pains, text};

#[test]
fn words_and_ranges_stay_what_they_are_11() {
    let imported = file("11-pain-words.csv");
    assert_eq!(
        pains(&imported),
        [
            "2026-01-05 7",
            "2026-01-06 8",
            "2026-01-07 -",
            "2026-01-08 -",
            "2026-01-09 5"
        ]
    );
    assert_eq!(
        notes(&imported),
        ["", "", "Pain severe", "Pain 6-7", "~5 (0–10)"]
    );
    assert!(has(&imported, |remark| matches!(
        remark,
        Remark::PainInWords {
            line: 4,
            count: 2,
            ..
        }
    )));
    assert_eq!(imported.question, None);
}

#[test]
fn numbers_with_their_scale_in_other_words() {
    for (cell, expected) in [
        ("7 / 10", "7"),
        ("7 von 10", "7"),
        ("7 sur 10", "7"),
        ("7 de 10", "7"),
        ("62 %", "6"),
        ("3/5", "6"),
        ("ca. 7", "7"),
        ("≈7", "7"),
        ("７", "7"),
        ("10/10", "10"),
        ("6–7", "-"),
        ("6 to 7", "-"),
        ("stark", "-"),
        ("12/10", "-"),
        ("-3", "-"),
    ] {
        let imported = text(&format!("date;pain\n2026-01-05;{cell}\n2026-01-06;8\n"));
        assert_eq!(
            pains(&imported)[0],
            format!("2026-01-05 {expected}"),
            "{cell}"
        );
        if expected == "-" {
            assert!(notes(&imported)[0].contains(cell), "{cell}");
            assert!(!imported.remarks.is_empty(), "{cell}");
        }
    }
}

#[test]
fn a_column_up_to_100_is_asked_for_11b() {
    let imported = file("11b-vas-100-decimal-comma.csv");
    assert_eq!(
        imported.question,
        Some(Question::Scale {
            place: 1,
            name: "Schmerz".to_owned(),
            highest: "62,5".to_owned(),
            is_above_ten: true,
        })
    );
    assert_eq!(imported.entries, []);
}

#[test]
fn a_scale_that_is_named_is_turned_into_ten_and_told_11d() {
    let imported = file("11d-scale-0-5.csv");
    assert_eq!(pains(&imported), ["2026-01-05 10", "2026-01-06 8"]);
    assert_eq!(notes(&imported)[0], "Pain (0-5) 5 (0–5)");
    assert!(has(&imported, |remark| matches!(
        remark,
        Remark::Converted { most: 5, .. }
    )));
}

#[test]
fn low_numbers_without_a_scale_are_not_taken_silently_11e() {
    let imported = file("11e-scale-1-3.csv");
    assert!(matches!(
        imported.question,
        Some(Question::Scale {
            is_above_ten: false,
            ..
        })
    ));
}

#[test]
fn each_scale_is_told_asked_or_named() {
    // Named in the name of the column, in many ways.
    for (name, most) in [
        ("Pain (0-10)", 10),
        ("Schmerz [0–10]", 10),
        ("NRS 0 to 10", 10),
        ("pain_0_100", 100),
        ("VAS (0-100)", 100),
        ("Douleur (0 à 10)", 10),
        ("Schmerzstärke 1 bis 5", 5),
        ("Pain /10", 10),
        ("Dolor (de 10)", 10),
        ("Pain level out of 4", 4),
    ] {
        let imported = text(&format!("date;{name}\n2026-01-05;4\n"));
        let columns = imported.columns.unwrap();
        assert_eq!(columns.map.0[1], Column::Pain(most), "{name}");
        assert_eq!(imported.question, None, "{name}");
        let pain = f64::from(40) / f64::from(most);
        assert_eq!(
            imported.entries[0].1.pain,
            Some((pain + 0.5) as u8),
            "{name}"
        );
    }
    // The lowest number of a scale from 1 makes no day without pain.
    assert_eq!(
        pains(&text("date,Pain (1-3)\n2026-01-05,1\n")),
        ["2026-01-05 3"]
    );
    // All above 10, but no higher than 20: of which scale is not known.
    let odd = text("date,pain\n2026-01-05,12\n2026-01-06,18\n2026-01-07,9\n");
    assert!(matches!(
        odd.question,
        Some(Question::Scale {
            is_above_ten: true,
            ..
        })
    ));
    // Of two columns whose scale is open the first is asked, and the more urgent one before it.
    let two = text("date,pain,worst pain\n2026-01-05,3,4\n");
    assert!(matches!(
        two.question,
        Some(Question::Scale { place: 1, .. })
    ));
    // Worst pain too.
    let worst = text("date,pain,worst pain\n2026-01-05,6,55\n2026-01-06,7,80\n");
    assert!(matches!(
        worst.question,
        Some(Question::Scale { place: 2, .. })
    ));
}

#[test]
fn one_impossible_number_does_not_spoil_a_column_52() {
    let imported = file("52-pain-out-of-range.csv");
    assert_eq!(
        pains(&imported),
        ["2026-11-02 -", "2026-11-03 7", "2026-11-04 5"]
    );
    assert_eq!(notes(&imported)[0], "Pain 11");
    let told = Remark::NotOnScale {
        line: 2,
        value: "11".to_owned(),
        most: 10,
        count: 1,
    };
    assert_eq!(imported.remarks, [told]);
    for odd in ["1e308", "1e3", "-1", "999999", "inf"] {
        let imported = text(&format!(
            "date,pain\n2026-01-05,{odd}\n2026-01-06,7\n2026-01-07,6\n"
        ));
        assert_eq!(
            pains(&imported),
            ["2026-01-05 -", "2026-01-06 7", "2026-01-07 6"],
            "{odd}"
        );
        assert_eq!(notes(&imported)[0], format!("pain {odd}"));
        assert!(!imported.remarks.is_empty(), "{odd}");
    }
}

#[test]
fn a_decimal_comma_does_not_split_a_medicine_12() {
    assert_eq!(
        medicines(&file("12-dose-decimal-comma.csv")),
        [("Tilidin 2,5 ml", "")]
    );
}

#[test]
fn a_remark_behind_a_comma_is_no_medicine_12b() {
    assert_eq!(
        medicines(&file("12b-dose-quoted.csv")),
        [("Amitriptyline 10 mg, at night", "")]
    );
}

#[test]
fn lists_of_medicines_are_split_where_another_begins() {
    for (cell, expected) in [
        ("Ibuprofen, Paracetamol", vec!["Ibuprofen", "Paracetamol"]),
        (
            "ibuprofen 400, paracetamol 1000",
            vec!["ibuprofen 400", "paracetamol 1000"],
        ),
        (
            "Ortoton 750 mg, Tilidin 50/4 mg",
            vec!["Ortoton 750 mg", "Tilidin 50/4 mg"],
        ),
        (
            "Novalgin 500 mg, abends, 2 Stück",
            vec!["Novalgin 500 mg, abends, 2 Stück"],
        ),
        (
            "Metamizol 1,5 ml; Ibuprofen 0,4 g",
            vec!["Metamizol 1,5 ml", "Ibuprofen 0,4 g"],
        ),
        ("Ibuprofen | Triptan", vec!["Ibuprofen", "Triptan"]),
    ] {
        let imported = text(&format!("Date\tPain\tMedication\n2026-01-05\t6\t{cell}\n"));
        let names: Vec<&str> = medicines(&imported).iter().map(|(name, _)| *name).collect();
        assert_eq!(names, expected, "{cell}");
    }
}

#[test]
fn words_for_nothing_taken_make_no_medicine() {
    for (cell, took) in [
        ("none", Some(false)),
        ("No", Some(false)),
        ("keine", Some(false)),
        ("aucun", Some(false)),
        ("0", Some(false)),
        ("0 mg", Some(false)),
        ("-", Some(false)),
        ("–", Some(false)),
        ("n/a", Some(false)),
        ("", None),
        ("yes", Some(true)),
        ("x", Some(true)),
        ("ja", Some(true)),
    ] {
        let imported = text(&format!("Date;Pain;Medication\n2026-01-05;6;{cell}\n"));
        assert_eq!(medicines(&imported), [], "{cell}");
        assert_eq!(entries(&imported)[0].took_medicine, took, "{cell}");
    }
}

#[test]
fn a_level_with_its_scale_in_brackets_31_39_39c() {
    let secuso = file("31-secuso-csv.csv");
    assert_eq!(pains(&secuso), ["2026-01-05 7", "2026-01-16 4"]);
    assert_eq!(
        pains(&file("39-pain-level-0-10.csv")),
        ["2026-01-05 7", "2026-01-06 8"]
    );
    assert_eq!(pains(&file("39c-nrs.csv")), ["2026-01-05 7"]);
}

#[test]
fn names_for_pain_in_other_languages_and_with_more_words() {
    for name in [
        "Schmerzen",
        "Schmerzstärke",
        "Douleur",
        "Niveau de douleur",
        "Dolor",
        "Nivel de dolor",
        "Dolore",
        "Dor",
        "Pijn",
        "Pijnscore",
        "Smärta",
        "Smerte",
        "Ból",
        "Боль",
        "痛み",
        "Average pain",
        "Pain today",
        "Pain rating",
        "My pain",
        "Intensität",
        "Intensité",
        "Schmerzsta\u{308}rke",
    ] {
        let imported = text(&format!("date;{name}\n2026-01-05;8\n"));
        assert_eq!(pains(&imported), ["2026-01-05 8"], "{name}");
    }
    // These say something else, and then it is said that there is no pain.
    for name in [
        "Pain location",
        "Back pain",
        "Schmerzort",
        "Painting",
        "Pain days",
    ] {
        let imported = text(&format!("date;{name}\n2026-01-05;8\n"));
        assert_eq!(pains(&imported), ["2026-01-05 -"], "{name}");
        assert_eq!(notes(&imported), [format!("{name} 8")]);
        assert!(imported.remarks.contains(&Remark::NoPain), "{name}");
    }
}

#[test]
fn spaces_that_are_not_seen_55() {
    assert_eq!(
        pains(&file("55-tab-in-quoted-and-nbsp.csv")),
        ["2026-11-02 6", "2026-11-03 7"]
    );
}

#[test]
fn figures_of_other_scripts_56_57() {
    assert_eq!(pains(&file("56-fullwidth-digits.csv")), ["2026-11-02 7"]);
    assert_eq!(pains(&file("57-arabic-digits.csv")), ["2026-11-02 7"]);
}

/// How much stands in a column of its own: it belongs to the medicine beside it, and "0" there means none.
#[test]
fn a_column_for_the_dose_belongs_to_the_medicine_beside_it() {
    let imported = text(
        "Date\tPain\tMedication\tDose\n\
         2026-01-05\t6\tIbuprofen\t1.000 mg\n\
         2026-01-06\t4\tIbuprofen\t0\n\
         2026-01-07\t5\tIbuprofen, Paracetamol\t2\n\
         2026-01-08\t5\t\t2\n",
    );
    assert_eq!(
        medicines(&imported),
        [
            ("Ibuprofen", "1.000 mg"),
            ("Ibuprofen", ""),
            ("Paracetamol", "")
        ]
    );
    let took: Vec<_> = entries(&imported)
        .iter()
        .map(|entry| entry.took_medicine)
        .collect();
    assert_eq!(took, [Some(true), Some(false), Some(true), None]);
    assert_eq!(notes(&imported), ["", "Ibuprofen 0", "Dose 2", "Dose 2"]);
}

#[test]
fn medicines_written_for_no_reader_are_read_31() {
    let imported = file("31-secuso-csv.csv");
    assert_eq!(medicines(&imported), [("Ibuprofen 400", "2")]);
    assert!(!notes(&imported).join("").contains("drug:"));
}

#[test]
fn a_year_that_nobody_lived_in_is_no_day() {
    for day in ["0202-01-05", "0026-01-05", "5 January 1066", "1899-12-31"] {
        let imported = text(&format!("Date\tPain\n{day}\t6\n2026-01-06\t4\n"));
        assert_eq!(pains(&imported), ["2026-01-06 4"], "{day}");
        assert_eq!(imported.skipped.len(), 1, "{day}");
    }
}
