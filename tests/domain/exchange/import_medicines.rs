//! Medicines in files of other apps: under whatever name the column has, what is not sure, and what is not taken over.

use tailored::exchange::import::{ImportError, ImportOptions, Imported, Remark, import};
use tailored::i18n::{Lang, import_words};

use super::import_files::{entries, medicines, notes, text, today};

fn took(imported: &Imported) -> Vec<Option<bool>> {
    let entries = entries(imported);
    entries.iter().map(|entry| entry.took_medicine).collect()
}

fn told(imported: &Imported) -> String {
    let words = import_words(Lang::English);
    let remarks = imported.remarks.iter();
    let texts = remarks.map(|remark| remark.text(words, true));
    texts.collect::<Vec<_>>().join("\n")
}

#[test]
fn a_column_of_medicines_is_known_by_many_names() {
    for name in [
        "Schmerzmittel",
        "Pain meds",
        "Painkiller",
        "Painkillers",
        "Painkillers used",
        "Meds taken",
        "Rescue medication",
        "Rescue med",
        "Pills",
        "Pain relief meds",
        "Traitement",
        "Médicaments pris",
        "Antidouleur",
        "Medicação",
        "Medicación de rescate",
        "Analgésicos",
        "Antidolorifici",
        "Trattamento",
        "Läkemedel",
        "Pijnstiller",
        "Smertestillende",
        "Eingenommene Medikamente",
        "Bedarfsmedikation",
        "Leki przeciwbólowe",
        "Med 1",
        "Treatment",
    ] {
        let imported = text(&format!(
            "Date,Pain,{name}\n2026-01-05,6,Ibuprofen 400 mg\n2026-01-06,7,none\n"
        ));
        let expected = match name {
            // "Eingenommene" is no word that is known: it stays a note, and is told.
            "Eingenommene Medikamente" => 0,
            _ => 1,
        };
        assert_eq!(medicines(&imported).len(), expected, "{name}");
        if expected == 0 {
            assert!(
                told(&imported).contains(&format!("“{name}” (2 rows)")),
                "{name}"
            );
        } else {
            assert_eq!(took(&imported), [Some(true), Some(false)], "{name}");
        }
    }
    // What may be about anything else stays in the note, and each column with its rows is told.
    let imported = text(
        "Date,Pain,Treatment,Weather,Empty\n2026-01-05,6,Ibuprofen,rain,\n2026-01-06,7,physiotherapy,,\n",
    );
    assert_eq!(medicines(&imported), []);
    assert!(told(&imported).contains("“Treatment” (2 rows), “Weather” (1 row)."));
    assert!(!told(&imported).contains("Empty"));
}

#[test]
fn several_columns_of_medicines_each_have_their_amount() {
    let imported = text(
        "Date,Pain,Med 1,Dose 1,Med 2,Dose 2\n2026-01-05,6,Ibuprofen,400 mg,Paracetamol,1 g\n2026-01-06,7,Naproxen,,,\n",
    );
    assert_eq!(
        medicines(&imported),
        [
            ("Ibuprofen", "400 mg"),
            ("Paracetamol", "1 g"),
            ("Naproxen", "")
        ]
    );
    assert_eq!(imported.remarks, []);
}

#[test]
fn what_is_neither_a_yes_nor_a_no_stays_open_and_is_told() {
    for cell in ["?", "maybe", "not sure", "unknown", "weiß nicht"] {
        for name in ["Medication", "Ibuprofen"] {
            let imported = text(&format!("Date,Pain,{name}\n2026-01-05,6,{cell}\n"));
            assert_eq!(took(&imported), [None], "{name} {cell}");
            assert!(notes(&imported)[0].contains(cell), "{name} {cell}");
            assert!(told(&imported).contains(cell), "{name} {cell}");
        }
    }
    let imported = text("Date,Pain,Rescue med\n2026-01-05,6,true\n2026-01-06,5,false\n");
    assert_eq!(took(&imported), [Some(true), Some(false)]);
}

#[test]
fn not_taken_behind_a_name_is_not_taken() {
    let not_taken = "Sumatriptan (50 mg) - not taken";
    let imported = text(&format!("Date,Pain,Medication\n2026-01-05,6,{not_taken}\n"));
    assert_eq!(
        (took(&imported), medicines(&imported)),
        (vec![Some(false)], vec![])
    );
    assert_eq!(notes(&imported), [not_taken]);
    let bearable = |detail: &str, amount: &str| {
        text(&format!(
            "date formatted,date,weekday,time of day,category,rating/amount,detail,notes\n5 Jan 2026,5th Jan 2026,Mon,am,Meds/Supplements,{amount},{detail},\n"
        ))
    };
    for (detail, amount) in [
        (not_taken, ""),
        ("Ibuprofen (mg)", "skipped"),
        ("Naproxen nicht nötig", ""),
    ] {
        let imported = bearable(detail, amount);
        assert_eq!(medicines(&imported), [], "{detail}");
        assert_ne!(took(&imported), [Some(true)], "{detail}");
    }
    // What is counted is not said to be left out.
    let imported = bearable("Ibuprofen (mg) | Naproxen", "500");
    assert_eq!(medicines(&imported).len(), 2);
    assert!(told(&imported).contains("The medicine counts as taken"));
    assert!(!told(&imported).contains("not counted as a medicine"));
}

#[test]
fn a_medicine_among_the_activities_of_daylio_was_taken() {
    let imported = text(
        "full_date,date,weekday,time,mood,activities,note_title,note\n2026-01-05,Jan 5,Monday,10:00,good,ibuprofen | walk,,\n2026-01-06,Jan 6,Tuesday,10:00,good,walk | no ibuprofen,,\n2026-01-07,Jan 7,Wednesday,10:00,good,Paracetamol 500 mg,,\n",
    );
    assert_eq!(
        medicines(&imported),
        [("ibuprofen", ""), ("Paracetamol 500 mg", "")]
    );
    assert_eq!(took(&imported), [Some(true), None, Some(true)]);
    assert_eq!(entries(&imported)[0].activities, ["ibuprofen", "walk"]);
}

/// An end before its start, one after today, and a time that no clock has.
#[test]
fn a_time_that_cannot_be_right_is_told_and_not_used() {
    let imported = text(
        "Date,Time,End,Pain\n2026-01-05,10:00,2026-01-05 09:00,6\n2026-01-06,25:10,,5\n2026-01-07,10:00,2027-02-01 10:00,5\n2026-01-08,10:00,2026-01-08 11:00,5\n",
    );
    let attacks: Vec<bool> = entries(&imported)
        .iter()
        .map(|entry| entry.attack.is_some())
        .collect();
    assert_eq!(attacks, [false, false, false, true]);
    assert_eq!(
        notes(&imported)[..3],
        ["End 2026-01-05 09:00", "Time 25:10", "End 2027-02-01 10:00"]
    );
    let is_told = |remark: &Remark| {
        matches!(
            remark,
            Remark::TimeInNote {
                line: 2,
                count: 3,
                ..
            }
        )
    };
    assert!(
        imported.remarks.iter().any(is_told),
        "{:?}",
        imported.remarks
    );
    for odd in ["24:61", "99:00"] {
        let imported = text(&format!(
            "Date,Time,Pain\n2026-01-06,{odd},5\n2026-01-07,09:00,4\n"
        ));
        assert!(told(&imported).contains(odd), "{odd}");
    }
}

#[test]
fn bytes_that_are_no_text_are_no_table() {
    let mut seed = 1_u32;
    let noise: Vec<u8> = std::iter::repeat_with(|| {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (seed >> 24) as u8
    })
    .take(3000)
    .collect();
    let options = ImportOptions::on(today());
    for from in 0..20 {
        assert_eq!(
            import(&noise[from..], &options).err(),
            Some(ImportError::Unknown)
        );
    }
    // One odd letter spoils no table.
    assert_eq!(
        entries(&text("Date,Pain\n2026-01-05,6\u{1}\n2026-01-06,5\n")).len(),
        2
    );
}
