//! What counts as a medicine day and as a headache day: not what was not taken, no vitamin, no attack of a minute.

use tailored::domain::date::NaiveDate;
use tailored::domain::diary::attack::{Attack, AttackKind, Moment};
use tailored::domain::diary::entry::Entry;
use tailored::domain::diary::medicines::days::medicine_days;
use tailored::domain::diary::medicines::told;
use tailored::domain::diary::medicines::totals::{day_totals, taken_on};
use tailored::domain::diary::series::days;
use tailored::domain::diary::taken::Taken;
use tailored::domain::ids::EntryId;
use tailored::domain::medicines::sums::DayStanding;

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 20).unwrap()
}

/// An entry of today with these medicines; adding one answers "yes" to the question whether any was taken.
fn with(medicines: &[(&str, &str)]) -> Entry {
    let taken = |(name, amount): &(&str, &str)| Taken {
        name: (*name).to_owned(),
        amount: (*amount).to_owned(),
        ..Taken::default()
    };
    Entry {
        took_medicine: Some(true),
        medicines: medicines.iter().map(taken).collect(),
        ..Entry::on(EntryId::from("a"), today())
    }
}

fn attack_of(minutes: Option<u16>) -> Entry {
    let moment = |minute| Moment {
        date: today(),
        minute,
        ahead_min: 0,
    };
    Entry {
        attack: Some(Attack {
            end: minutes.map(|minutes| moment(600 + minutes)),
            ..Attack::beginning(AttackKind::Headache, moment(600))
        }),
        ..Entry::on(EntryId::from("a"), today())
    }
}

#[test]
fn a_short_attack_answers_no_question_for_the_person() {
    let headache = |entry: Entry| days(&[entry], today(), 1)[0].headache;
    for short in [0, 1, 29] {
        assert_eq!(headache(attack_of(Some(short))), None, "{short}");
    }
    assert_eq!(headache(attack_of(Some(30))), Some(true));
    assert_eq!(headache(attack_of(None)), Some(true), "it is still going");
    let treated = Entry {
        medicines: with(&[("Ibuprofen 400 mg", "1")]).medicines,
        ..attack_of(Some(5))
    };
    assert_eq!(headache(treated), Some(true), "any length with a medicine");
    let untreated = Entry {
        medicines: with(&[("Ibuprofen 400 mg", "0")]).medicines,
        ..attack_of(Some(5))
    };
    assert_eq!(headache(untreated), None);
}

#[test]
fn vitamins_and_bare_letters_make_no_day_with_a_painkiller() {
    for (name, amount) in [
        ("vitamin d", "1"),
        ("Vitamin D3", "1000 IU"),
        ("Magnesium", "400 mg"),
        ("magnesium 300", ""),
        ("Vitamine C", ""),
        ("Zink", "1"),
    ] {
        let entry = with(&[(name, amount)]);
        let days_of = medicine_days(std::slice::from_ref(&entry), today());
        assert_eq!((days_of.any_as_needed, days_of.unknown), (0, 0), "{name}");
        assert_eq!(told::took_for_pain(&entry), None, "{name}");
        assert_eq!(
            told::taken(&entry).count(),
            1,
            "{name} was taken all the same"
        );
    }
    for letter in ["N", "n", "b", "K"] {
        assert_eq!(told::taken(&with(&[(letter, "")])).count(), 0, "{letter}");
    }
    assert_eq!(told::took(&with(&[("N", "")])), Some(false), "no");
    // Beside a painkiller they change nothing; what nobody knows may be one.
    let both = with(&[("vitamin d", "1"), ("Ibuprofen 400 mg", "1")]);
    assert_eq!(told::took_for_pain(&both), Some(true));
    let unknown = medicine_days(&[with(&[("Xyzol", "2")])], today());
    assert_eq!((unknown.any_as_needed, unknown.unknown), (1, 1));
}

#[test]
fn what_has_an_unknown_name_is_said_to_be_in_no_sum() {
    let unknown = |medicines: &[(&str, &str)]| {
        let taken = taken_on(&[with(medicines)], today());
        day_totals(&taken).unknown
    };
    assert_eq!(unknown(&[("Dolviran", "2")]), ["Dolviran, 2"]);
    assert_eq!(unknown(&[("Titralgan 2", "")]), ["Titralgan 2"]);
    assert_eq!(unknown(&[("Трамадолин", "2")]), ["Трамадолин, 2"]);
    assert_eq!(unknown(&[("نوفالدول", "2")]), ["نوفالدول, 2"]);
    assert_eq!(unknown(&[("Ibuprofen 400 + Xyzol 2", "")]), ["Xyzol 2"]);
    for known in [
        "Ibuprofen 400 mg",
        "vitamin d",
        "yes",
        "x",
        "Diclofenac gel",
        "Sumatriptan",
        "none",
    ] {
        assert_eq!(unknown(&[(known, "")]), Vec::<String>::new(), "{known}");
    }
}

#[test]
fn each_sum_stands_under_its_own_heading() {
    let day =
        |medicines: &[(&str, &str)]| day_totals(&taken_on(&[with(medicines)], today())).groups();
    let groups = day(&[
        ("Ibuprofen 400 mg", "1"),
        ("Paracetamol 500 mg", "12"),
        ("Naproxen 250 mg", "4+"),
    ]);
    let said: Vec<(DayStanding, bool, Vec<&str>)> = groups
        .iter()
        .map(|group| {
            let ids = group.sums.iter().map(|sum| sum.substance.id).collect();
            (group.worst, group.is_rest, ids)
        })
        .collect();
    assert_eq!(
        said,
        [
            (DayStanding::OverMost, false, vec!["paracetamol"]),
            (DayStanding::MayBeOver, true, vec!["naproxen"]),
            (DayStanding::Within, true, vec!["ibuprofen"]),
        ]
    );
    // A day below all limits has one heading.
    assert_eq!(
        day(&[("Ibuprofen 400 mg", "1"), ("Paracetamol 500 mg", "8")]).len(),
        1
    );
    assert_eq!(day(&[("Sumatriptan 50 mg", "1")]), []);
}
