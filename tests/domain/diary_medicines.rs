//! Medicines as people type them: which kind, how many days, how much a day.

use super::medicine_amounts::contents;
use tailored::domain::date::{Days, NaiveDate};
use tailored::domain::diary::entry::Entry;
use tailored::domain::diary::medicines::days::{Standing, medicine_days};
use tailored::domain::diary::medicines::told;
use tailored::domain::diary::medicines::totals::{DayTotals, at_work_on, day_totals, taken_on};
use tailored::domain::diary::taken::Taken;
use tailored::domain::ids::EntryId;
use tailored::domain::medicines::sums::DayStanding;
use tailored::domain::medicines::typed::{Gap, Typed};
use tailored::knowledge::{MEDICINE_KINDS, MEDICINE_NAMES, Named};

fn taken(name: &str, amount: &str) -> Taken {
    Taken {
        name: name.to_owned(),
        amount: amount.to_owned(),
        ..Taken::default()
    }
}

fn kind(name: &str) -> &'static str {
    let read = told::read(&taken(name, ""));
    let days = read.first().and_then(Typed::days);
    days.map_or("none", |kind| kind.id)
}

fn totals<'a>(entries: impl IntoIterator<Item = &'a Entry>, date: NaiveDate) -> DayTotals {
    day_totals(&taken_on(entries, date))
}

fn date(day: u64) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 1).unwrap() + Days::new(day)
}

fn entry(day: u64, medicines: Vec<Taken>) -> Entry {
    Entry {
        took_medicine: Some(!medicines.is_empty()),
        medicines,
        ..Entry::on(EntryId(format!("e{day}")), date(day))
    }
}

#[test]
fn what_is_put_on_the_skin_is_neither_a_medicine_day_nor_added_up() {
    assert_eq!(contents("Diclofenac gel 1 %", "2"), "");
    assert_eq!(kind("Voltaren Emulgel"), "none");
    assert_eq!(kind("Voltaren 50 mg"), "simple");
    assert_eq!(kind("Ibuprofen-Salbe"), "none");
    // Swallowed or through the skin into the whole body, whatever the words look like.
    assert_eq!(kind("Advil Liqui-Gels 200 mg"), "simple");
    assert_eq!(kind("Fentanyl patch 25 µg/h"), "opioid");
    assert_eq!(kind("Buprenorphin-Pflaster"), "opioid");
}

#[test]
fn a_name_inside_another_word_is_not_that_medicine() {
    assert_eq!(kind("Co-codamol 8/500"), "combination");
    assert_eq!(kind("paracetamol with codeine"), "combination");
    assert_eq!(kind("Paracetamol"), "simple");
    assert_eq!(kind("Apomorphine"), "none");
    assert_eq!(kind("Sumatriptan 50"), "triptan");
    assert_eq!(kind(""), "none");
}

#[test]
fn days_are_counted_by_kind_this_month_and_in_the_last_30() {
    // 12 November; the window of 30 days begins on 14 October.
    let mut entries: Vec<Entry> = (0..12)
        .map(|day| entry(day, vec![taken("Ibuprofen 400 mg", "1")]))
        .collect();
    entries.push(Entry::on(EntryId::from("empty"), date(0)));
    let mut october = entry(0, vec![taken("Sumatriptan", "1"), taken("Ibuprofen", "")]);
    october.date = NaiveDate::from_ymd_opt(2026, 10, 20).unwrap();
    entries.push(october);
    let days = medicine_days(&entries, date(11));
    assert_eq!(days.days_logged, 13);
    let rows: Vec<_> = days
        .kinds
        .iter()
        .map(|row| (row.kind.id, row.this_month, row.last_30, row.standing))
        .collect();
    assert_eq!(
        rows,
        [
            ("simple", 12, 13, Standing::Near),
            ("triptan", 0, 1, Standing::Below),
            ("any", 12, 13, Standing::AtLimit),
        ]
    );
    assert_eq!((days.any_as_needed, days.unknown), (13, 0));
}

#[test]
fn the_day_on_which_a_limit_is_full_follows_the_pace_of_the_month() {
    // One triptan on every `step`th day from the 1st on, seen on the 12th of November.
    let reached = |step: usize, name: &str| {
        let entries: Vec<Entry> = (0..12)
            .step_by(step)
            .map(|day| entry(day, vec![taken(name, "1")]))
            .collect();
        let days = medicine_days(&entries, date(11));
        days.kinds[0].reached
    };
    let november = |day| NaiveDate::from_ymd_opt(2026, 11, day);
    // 6 in 12 days: 10 on the 20th. 4 in 12 days: 10 on the 30th. 3 in 12 days: not in this month.
    assert_eq!(reached(2, "Sumatriptan"), november(20));
    assert_eq!(reached(3, "Sumatriptan"), november(30));
    assert_eq!(reached(4, "Sumatriptan"), None);
    // 2 are no pace, and who is there already needs no day.
    assert_eq!(reached(6, "Sumatriptan"), None);
    assert_eq!(reached(1, "Sumatriptan"), None);
    // 12 of 15 in 12 days: on the 15th.
    assert_eq!(reached(1, "Ibuprofen 400 mg"), november(15));
}

#[test]
fn regular_medicines_are_kept_apart_and_unnamed_ones_are_told() {
    let regular = Taken {
        regular: true,
        ..taken("Amitriptyline 10 mg", "1")
    };
    let mut unnamed = entry(1, Vec::new());
    unnamed.took_medicine = Some(true);
    let entries = [
        entry(0, vec![regular]),
        unnamed,
        entry(2, vec![taken("Grandma's drops", "3")]),
    ];
    let days = medicine_days(&entries, date(2));
    assert_eq!(days.kinds, []);
    assert_eq!((days.any_as_needed, days.unknown), (2, 2));
}

#[test]
fn a_days_sum_takes_all_packs_together_and_says_what_it_could_not_add() {
    let entries = [
        entry(0, vec![taken("Paracetamol 500 mg", "6")]),
        entry(0, vec![taken("Co-codamol 8/500", "2")]),
        entry(0, vec![taken("Lemsip", "1")]),
        entry(1, vec![taken("Paracetamol 500 mg", "8")]),
    ];
    let day = totals(&entries, date(0));
    assert_eq!(day.totals.len(), 1);
    // A sachet of Lemsip holds 500 or 1,000 mg: surely at the most for a day, and perhaps over it.
    let sum = &day.totals[0];
    assert_eq!((sum.mg.least, sum.mg.most), (4500.0, 5000.0));
    assert_eq!(sum.standing, DayStanding::OverMost);
    assert_eq!(day.twice[0].names, ["paracetamol", "Co-codamol", "Lemsip"]);
    let unclear = entry(2, vec![taken("Paracetamol 500 mg", "7 and a few")]);
    let day = totals([&unclear], date(2));
    assert_eq!(day.totals[0].mg.least, 3500.0);
    assert_eq!(
        day.totals[0].gaps,
        [(
            "Paracetamol 500 mg, 7 and a few".to_owned(),
            Gap::Words("few".to_owned())
        )]
    );
    assert!(!day.totals[0].is_exact());
}

/// The limit is held against the highest reading that makes sense.
#[test]
fn the_daily_limit_looks_at_the_highest_sensible_reading() {
    let standing = |name: &str, amount: &str| {
        totals([&entry(0, vec![taken(name, amount)])], date(0)).totals[0].standing
    };
    for (name, amount, right) in [
        ("Paracetamol 1.000 mg", "5", DayStanding::OverMost),
        ("Paracetamol 500 mg, 3-2-3-2", "", DayStanding::OverMost),
        ("Paracetamol 500 mg", "2 + 2 + 2 + 4", DayStanding::OverMost),
        ("Paracetamol 500 mg", "8", DayStanding::AtMost),
        (
            "Paracetamol 500 mg",
            "1-2 every 4 hours",
            DayStanding::MayBeOver,
        ),
        ("Paracetamol 500 mg", "6 to 10", DayStanding::MayBeOver),
        // Ten tablets of an unknown strength may have been ten grams.
        ("Paracetamol", "10", DayStanding::MayBeOver),
        ("Paracetamol", "4", DayStanding::Within),
        ("Ibuprofen 400 mg", "4", DayStanding::OverPack),
        ("Ibuprofen 800 mg", "3", DayStanding::AtMost),
    ] {
        assert_eq!(standing(name, amount), right, "{name} / {amount}");
    }
    // Line by line as well: five lines of a gram without a number are five grams at least.
    let day = totals([&entry(0, vec![taken("Paracetamol 1 g", ""); 5])], date(0));
    assert_eq!(day.totals[0].standing, DayStanding::OverMost);
}

#[test]
fn words_for_not_taken_are_no_medicine_days() {
    for words in [
        "none",
        "None.",
        "NONE",
        "no",
        "No medication",
        "no meds today",
        "0",
        "0 mg",
        "-",
        "–",
        "—",
        "--",
        "n/a",
        "N/A",
        "n.a.",
        "./.",
        "Ø",
        "nil",
        "nothing",
        "nothing taken",
        "not taken",
        "didn't take any",
        "without",
        "keine",
        "Keine Medikamente",
        "kein",
        "nichts",
        "nein",
        "nichts genommen",
        "ohne",
        "aucun",
        "Aucun médicament",
        "rien",
        "non",
        "néant",
        "ninguno",
        "ninguna",
        "nada",
        "no tomado",
        "nessuno",
        "niente",
        "geen",
        "niets",
        "nenhum",
        "não",
        "ingen",
        "inga",
        "brak",
        "нет",
        "ничего",
        "لا",
        "なし",
        "無",
        "없음",
        "zero",
        "false",
        "✗",
        "skipped",
    ] {
        let none = entry(0, vec![taken(words, "")]);
        assert_eq!(told::took(&none), Some(false), "{words}");
        let days = medicine_days([&none], date(0));
        assert_eq!(
            (days.any_as_needed, days.unknown, days.kinds.len()),
            (0, 0, 0),
            "{words}"
        );
        assert_eq!(told::cell(words).took, Some(false), "{words}");
    }
    for (name, amount) in [
        ("Ibuprofen", "0"),
        ("Ibuprofen 400 mg", "0"),
        ("Ibuprofen", "none"),
        ("Ibuprofen 400 mg", "keine"),
        ("Ibuprofen 400 mg", "–"),
        ("Ibuprofen 400 mg", "n/a"),
        ("Ibuprofen", "N.A."),
        ("Ibuprofen", "./."),
        ("no ibuprofen", ""),
        ("Ibuprofen: no", ""),
        ("Ibuprofen 400 mg - not taken", ""),
        ("kein Ibuprofen", ""),
        ("Ibuprofen", "0-0-0"),
        ("0 ibuprofen", ""),
        ("Ibuprofen 0 mg", ""),
        ("Ibuprofen", "nicht genommen"),
    ] {
        let none = entry(0, vec![taken(name, amount)]);
        assert_eq!(told::took(&none), Some(false), "{name} | {amount}");
        let days = medicine_days([&none], date(0));
        assert_eq!(days.kinds, [], "{name} | {amount}");
        assert_eq!(totals([&none], date(0)).totals, [], "{name} | {amount}");
    }
}

#[test]
fn what_was_taken_is_not_taken_for_none() {
    for (name, amount) in [
        ("Ibuprofen 400 mg", "2, no food"),
        ("Ibuprofen 400 mg", "no idea how many"),
        ("Paracetamol", "1 at night, no effect"),
        ("Novalgin", ""),
        ("Nonivamid", ""),
        ("Noramin", "1"),
        ("Ibuprofen", "10"),
        ("0.5 g paracetamol", ""),
        ("Ibuprofen", "½"),
        ("Ibuprofen", "1-0-1"),
        ("Paracetamol 500", "1 then none"),
    ] {
        assert_eq!(
            told::took(&entry(0, vec![taken(name, amount)])),
            Some(true),
            "{name} | {amount}"
        );
    }
}

#[test]
fn a_bare_yes_is_a_medicine_whose_name_is_not_known() {
    for words in [
        "yes",
        "Yes",
        "x",
        "X",
        "ja",
        "oui",
        "sí",
        "✓",
        "taken",
        "1",
        "y",
        "true",
        "да",
        "a tablet",
        "painkiller",
        "some meds",
    ] {
        let some = entry(0, vec![taken(words, "")]);
        assert_eq!(told::took(&some), Some(true), "{words}");
        let days = medicine_days([&some], date(0));
        assert_eq!((days.any_as_needed, days.unknown), (1, 1), "{words}");
        let cell = told::cell(words);
        assert_eq!(
            (cell.took, cell.medicines.len()),
            (Some(true), 0),
            "{words}"
        );
    }
}

#[test]
fn no_is_no_whatever_is_in_the_list_that_it_hides() {
    let mut hidden = entry(0, vec![taken("Ibuprofen 400 mg", "2")]);
    hidden.took_medicine = Some(false);
    assert_eq!(medicine_days([&hidden], date(0)).kinds, []);
    assert_eq!(totals([&hidden], date(0)).totals, []);
}

#[test]
fn a_cell_is_cut_where_another_medicine_begins() {
    let pieces = |cell: &str| -> Vec<String> {
        told::cell(cell)
            .medicines
            .into_iter()
            .map(|taken| taken.name)
            .collect()
    };
    assert_eq!(pieces("Tilidin 2,5 ml"), ["Tilidin 2,5 ml"]);
    assert_eq!(
        pieces("Amitriptyline 10 mg, at night"),
        ["Amitriptyline 10 mg, at night"]
    );
    assert_eq!(
        pieces("Novalgin 1,5 Tabletten; Tilidin 2,5 ml"),
        ["Novalgin 1,5 Tabletten", "Tilidin 2,5 ml"]
    );
    assert_eq!(
        pieces("ibuprofen 600 mg, rizatriptan 10 mg"),
        ["ibuprofen 600 mg", "rizatriptan 10 mg"]
    );
    assert_eq!(
        pieces("ibuprofen 400/paracetamol 500"),
        ["ibuprofen 400", "paracetamol 500"]
    );
    assert_eq!(
        pieces("paracetamol/codeine 500/30"),
        ["paracetamol/codeine 500/30"]
    );
    assert_eq!(pieces("Foomol, Barium"), ["Foomol", "Barium"]);
    assert_eq!(
        pieces("Ibuprofen 400 mg, 2 tablets"),
        ["Ibuprofen 400 mg, 2 tablets"]
    );
    assert_eq!(
        pieces("Paracetamol 500 mg, 3-2-3-2"),
        ["Paracetamol 500 mg, 3-2-3-2"]
    );
    assert_eq!(
        pieces("Ibuprofen 400 mg; not taken"),
        ["Ibuprofen 400 mg; not taken"; 0]
    );
    assert_eq!(told::cell("").took, None);
}

#[test]
fn a_name_is_known_by_its_makers_other_languages_and_slips() {
    let substance = |name: &str| {
        let read = told::read(&taken(name, ""));
        let content = read.first().and_then(|typed| typed.contents.first());
        content.map_or("none", |content| content.substance.id)
    };
    for (name, right) in [
        ("Nurofen", "ibuprofen"),
        ("Neurofen", "ibuprofen"),
        ("ibuprofene", "ibuprofen"),
        ("Ibuprofeno 600", "ibuprofen"),
        ("ibuprophen", "ibuprofen"),
        ("paracetomol", "paracetamol"),
        ("parcetamol", "paracetamol"),
        ("Doliprane 1000", "paracetamol"),
        ("ben-u-ron", "paracetamol"),
        ("acetominophen", "paracetamol"),
        ("Eliquis 5 mg", "apixaban"),
        ("Xarelto", "rivaroxaban"),
        ("Marcumar", "phenprocoumon"),
        ("warferin", "warfarin"),
        ("Lyrica", "pregabalin"),
        ("Gabapentine", "gabapentin"),
        ("amitryptiline", "amitriptyline"),
        ("amitriptylin", "amitriptyline"),
        ("Cymbalta", "duloxetine"),
        ("Sertralin", "sertraline"),
        ("Oxycodon", "oxycodone"),
        ("Tramal", "tramadol"),
        ("Novaminsulfon", "metamizole"),
        ("Nolotil", "metamizole"),
        ("Maxalt", "rizatriptan"),
        ("sumatryptan", "sumatriptan"),
        ("Olmesartan", "valsartan"),
        ("Ibuprofen-ratiopharm 400", "ibuprofen"),
        ("ASS 500", "aspirin"),
        ("Aspirine", "aspirin"),
        ("Diclofenaco", "diclofenac"),
        // Not ours, and not to be taken for one of ours.
        ("Apomorphine", "none"),
        ("Nystatin", "none"),
        ("Metformin", "none"),
        ("Hydroxyzine", "none"),
        ("Piracetam", "none"),
        ("Ketotifen", "none"),
        ("Tea", "none"),
    ] {
        assert_eq!(substance(name), right, "{name}");
    }
}

#[test]
fn the_tables_of_medicines_are_complete() {
    assert_eq!(MEDICINE_KINDS.len(), 6);
    for row in &MEDICINE_NAMES {
        let read = told::read(&taken(row.name, ""));
        let found: Vec<Named> = read
            .iter()
            .filter_map(|typed| typed.found)
            .map(|found| found.means)
            .collect();
        match row.means {
            Named::OnSkin => assert!(read.iter().all(|typed| typed.on_skin), "{}", row.name),
            Named::Other => assert!(
                found.iter().all(|means| *means == Named::Other),
                "{}",
                row.name
            ),
            means => assert_eq!(found, [means], "{}", row.name),
        }
    }
}

/// Midnight ends no medicine: what is taken every day and what was taken the day before still count for what goes together.
#[test]
fn what_is_taken_every_day_and_the_day_before_still_acts() {
    let regular = Taken {
        regular: true,
        ..taken("apixaban 5 mg", "")
    };
    let entries = [
        entry(0, vec![regular, taken("sumatriptan 50 mg", "1")]),
        entry(8, vec![taken("sumatriptan 50 mg", "1")]),
        entry(9, vec![taken("Ibuprofen 400 mg", "1")]),
    ];
    let names = |day: u64| -> Vec<String> {
        let at_work = at_work_on(&entries, date(day));
        at_work.into_iter().map(|typed| typed.words).collect()
    };
    assert_eq!(names(0), ["apixaban", "sumatriptan"]);
    assert_eq!(names(1), ["apixaban", "sumatriptan"]);
    assert_eq!(names(2), ["apixaban"]);
    assert_eq!(names(9), ["apixaban", "sumatriptan", "Ibuprofen"]);
    assert_eq!(names(10), ["apixaban", "Ibuprofen"]);
    assert_eq!(names(30), ["apixaban"]);
    assert_eq!(names(31), Vec::<String>::new());
}
