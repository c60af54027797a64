//! Medicines as people type them: which kind, how many days, how much a day.

use tailored::domain::date::{Days, NaiveDate};
use tailored::domain::diary::entry::Entry;
use tailored::domain::diary::medicines::days::{Standing, medicine_days};
use tailored::domain::diary::medicines::totals::{DayStanding, day_totals};
use tailored::domain::diary::medicines::typed::Understood;
use tailored::domain::diary::taken::Taken;
use tailored::domain::ids::EntryId;
use tailored::knowledge::{KNOWN_MEDICINES, MEDICINE_KINDS};

fn taken(name: &str, amount: &str) -> Taken {
    Taken {
        name: name.to_owned(),
        amount: amount.to_owned(),
        ..Taken::default()
    }
}

/// Milligrams of each substance, unknown as a question mark.
fn contents(name: &str, amount: &str) -> String {
    let contents = Understood::of(&taken(name, amount))
        .contents()
        .map(|(substance, mg)| {
            let mg = mg.map_or("?".to_owned(), |mg| mg.to_string());
            format!("{} {mg}", substance.id)
        });
    contents.collect::<Vec<_>>().join(", ")
}

fn kind(name: &str) -> &'static str {
    let known = Understood::of(&taken(name, "")).known;
    known
        .and_then(|known| known.kind)
        .map_or("none", |kind| kind.id)
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
fn the_strength_and_the_number_are_read_as_people_write_them() {
    for (name, amount, expected) in [
        ("Ibuprofen 400 mg", "2", "ibuprofen 800"),
        ("Ibuprofen 400mg", "1½", "ibuprofen 600"),
        ("IBUPROFEN 400", "1 1/2", "ibuprofen 600"),
        ("ibuprofen 400 mg 2 times", "", "ibuprofen 800"),
        ("Paracetamol", "2 x 500 mg", "paracetamol 1000"),
        ("Paracetamol 500 mg", "1 g", "paracetamol 1000"),
        ("Paracetamol 1,000 mg", "1", "paracetamol 1000"),
        ("paracetamol 0,5 g", "2 tablets", "paracetamol 1000"),
        ("Tylenol 500mg x2", "", "paracetamol 1000"),
        ("Nurofen 200 mg", "½", "ibuprofen 100"),
    ] {
        assert_eq!(contents(name, amount), expected, "{name} / {amount}");
    }
}

#[test]
fn a_dose_without_a_number_stays_unknown() {
    for (name, amount) in [
        ("Ibuprofen", ""),
        ("Ibuprofen", "some"),
        ("Ibuprofen 400 mg", ""),
        ("Ibuprofen", "2"),
        ("ibuprofen 400 mg", "مرتين 😖"),
    ] {
        assert_eq!(contents(name, amount), "ibuprofen ?", "{name} / {amount}");
    }
}

#[test]
fn mixes_are_counted_by_what_is_in_them() {
    assert_eq!(contents("Co-codamol 30/500", "2"), "paracetamol 1000");
    assert_eq!(contents("Excedrin", "2"), "aspirin 500, paracetamol 500");
    assert_eq!(contents("Percocet 5/325", "1"), "paracetamol 325");
    assert_eq!(kind("Co-codamol 8/500"), "combination");
    assert_eq!(kind("paracetamol with codeine"), "combination");
    assert_eq!(kind("Paracetamol"), "simple");
}

#[test]
fn what_is_put_on_the_skin_is_neither_a_medicine_day_nor_added_up() {
    assert_eq!(contents("Diclofenac gel 1 %", "2"), "");
    assert_eq!(kind("Voltaren Emulgel"), "none");
    assert_eq!(kind("Voltaren 50 mg"), "simple");
}

#[test]
fn a_name_inside_another_word_is_not_that_medicine() {
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
    let day = day_totals(&entries, date(0));
    assert_eq!(day.totals.len(), 1);
    assert_eq!(day.totals[0].mg, 4000.0);
    assert_eq!(day.totals[0].n_uncounted, 1);
    assert_eq!(day.totals[0].standing, DayStanding::AtMost);
    let over = entry(0, vec![taken("Paracetamol 500 mg", "1")]);
    let day = day_totals(entries.iter().chain([&over]), date(0));
    assert_eq!(day.totals[0].standing, DayStanding::OverMost);
}

#[test]
fn two_anti_inflammatory_medicines_on_one_day_are_told() {
    let both = entry(
        0,
        vec![
            taken("Ibuprofen 400 mg", "4"),
            taken("Naproxen 500 mg", "1"),
        ],
    );
    let day = day_totals([&both], date(0));
    assert!(day.several_nsaids);
    assert_eq!(day.totals[0].standing, DayStanding::OverPack);
    assert!(!day_totals([&entry(0, vec![taken("Ibuprofen", "1")])], date(0)).several_nsaids);
}

#[test]
fn the_tables_of_medicines_are_complete() {
    assert_eq!(MEDICINE_KINDS.len(), 6);
    for known in &KNOWN_MEDICINES {
        for name in known.names {
            let found = Understood::of(&taken(name, "")).known.unwrap();
            assert!(std::ptr::eq(found, known), "{name}");
        }
    }
}
