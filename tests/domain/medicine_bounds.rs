//! Amounts with an open end, in the languages of the people who type them: at least, at most, about, packs, alternatives.

use super::medicine_amounts::contents;
use tailored::domain::medicines::not_taken::{Told, told};
use tailored::domain::medicines::sums::{DayStanding, Sum, sums};
use tailored::domain::medicines::typed::{Gap, read};

/// Each of these of paracetamol 500 mg.
fn check(rows: &[(&str, &str)]) {
    let wrong: Vec<String> = rows
        .iter()
        .map(|(amount, right)| {
            (
                amount,
                contents("Paracetamol 500 mg", amount),
                format!("paracetamol {right}"),
            )
        })
        .filter(|(_, found, right)| found != right)
        .map(|(amount, found, right)| format!("{amount}: {found} instead of {right}"))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn sum(amount: &str) -> Sum {
    sums(&read("Paracetamol 500 mg", amount)).remove(0)
}

/// Eight tablets of 500 mg are at the limit of a day: one more is over it.
const AT_LEAST_EIGHT: [&str; 48] = [
    "8 or more",
    "8+",
    "8+ tablets",
    "8 oder mehr",
    "8 ou plus",
    "8 o más",
    "8 o più",
    "8 of meer",
    "minimum 8",
    "min. 8",
    "min 8",
    "ab 8",
    "no less than 8",
    "not less than 8",
    "not under 8",
    "at least 8",
    "at least eight",
    "eight or more",
    "8 tablets or more",
    "8 tablets at least",
    "8 and up",
    "8, maybe more",
    "≥8",
    "> 8",
    "more than 8",
    "over 8",
    "from 8",
    "mindestens 8",
    "mindestens acht Tabletten",
    "wenigstens 8",
    "nicht weniger als 8",
    "über 8",
    "mehr als 8",
    "8 und mehr",
    "au moins 8",
    "pas moins de 8",
    "plus de 8",
    "8 comprimés ou plus",
    "al menos 8",
    "por lo menos 8",
    "no menos de 8",
    "almeno 8",
    "non meno di 8",
    "almeno 8 compresse",
    "minstens 8",
    "minimaal 8",
    "ten minste 8",
    "vanaf 8",
];

#[test]
fn at_least_is_no_exact_number_and_may_be_over_the_limit() {
    for amount in AT_LEAST_EIGHT {
        let sum = sum(amount);
        assert_eq!(sum.mg.least, 4000.0, "{amount}");
        assert_eq!(sum.standing, DayStanding::MayBeOver, "{amount}");
        assert!(
            matches!(sum.gaps[0].1, Gap::AtLeast(_)),
            "{amount}: {:?}",
            sum.gaps
        );
    }
    // A part of a day that is far from the limit raises no alarm.
    assert_eq!(sum("2+").standing, DayStanding::Within);
    assert_eq!(sum("at least one").standing, DayStanding::Within);
}

#[test]
fn what_was_typed_is_quoted_whole() {
    for (amount, quoted) in [
        ("at least 8", "at least 8"),
        ("8 or more", "8 or more"),
        ("no less than 8 tablets", "no less than 8"),
        ("8+", "8+"),
        ("Mindestens acht", "Mindestens acht"),
        ("2 and then 6 or more", "6 or more"),
        ("8 comprimés ou plus", "8 comprimés ou plus"),
    ] {
        assert_eq!(
            sum(amount).gaps[0].1,
            Gap::AtLeast(quoted.to_owned()),
            "{amount}"
        );
    }
    for (amount, quoted) in [
        ("half a packet", "half a packet"),
        ("a whole strip", "a whole strip"),
        ("almost a whole box", "almost a whole box"),
        ("2 Streifen", "2 Streifen"),
        ("1e3", "1e3"),
    ] {
        let gap = sum(amount).gaps[0].1.clone();
        let (Gap::NoEnd(words) | Gap::Words(words)) = gap else {
            panic!("{amount}: {gap:?}");
        };
        assert_eq!(words, quoted, "{amount}");
    }
}

#[test]
fn at_most_reaches_from_none_to_the_number() {
    for amount in [
        "not more than 8",
        "no more than 8",
        "up to 8",
        "max 8",
        "max. 8",
        "maximum 8",
        "8 max",
        "8 tablets at most",
        "8 or less",
        "8 or fewer",
        "less than 8",
        "≤ 8",
        "höchstens 8",
        "maximal 8",
        "bis zu 8",
        "bis 8",
        "nicht mehr als 8",
        "8 oder weniger",
        "weniger als 8",
        "pas plus de 8",
        "au plus 8",
        "jusqu'à 8",
        "8 au maximum",
        "moins de 8",
        "hasta 8",
        "no más de 8",
        "como máximo 8",
        "8 como mucho",
        "fino a 8",
        "al massimo 8",
        "non più di 8",
        "8 o meno",
        "hooguit 8",
        "maximaal 8",
        "tot 8",
        "niet meer dan 8",
        "8 of minder",
    ] {
        let sum = sum(amount);
        assert_eq!((sum.mg.least, sum.mg.most), (0.0, 4000.0), "{amount}");
        assert_eq!(sum.gaps, [], "{amount}");
        assert_eq!(sum.standing, DayStanding::Within, "{amount}");
    }
    assert_eq!(sum("up to 10").standing, DayStanding::MayBeOver);
}

#[test]
fn alternatives_and_ranges_have_two_ends() {
    check(&[
        ("7 or 8 or 9", "3500–4500"),
        ("7, 8 or 9", "3500–4500"),
        ("7 oder 8 oder 9", "3500–4500"),
        ("7 of 8", "3500–4000"),
        ("sept ou huit", "3500–4000"),
        ("between 6 and 8", "3000–4000"),
        ("zwischen 6 und 8 Tabletten", "3000–4000"),
        ("entre 6 et 8", "3000–4000"),
        ("entre 6 y 8", "3000–4000"),
        ("tra 6 e 8", "3000–4000"),
        ("tussen 6 en 8", "3000–4000"),
        ("from 2 to 4", "1000–2000"),
        ("von 2 bis 4", "1000–2000"),
        ("de 2 à 4", "1000–2000"),
        ("da 2 a 4", "1000–2000"),
        ("2 up to 4", "1000–2000"),
        ("2 tablets or 3", "1000–1500"),
        ("500 mg to 1 g", "500–1000"),
        ("500mg-1g", "500–1000"),
        ("about 8", "3000–5000"),
        ("etwa 8", "3000–5000"),
        ("ca. 8", "3000–5000"),
        ("~8", "3000–5000"),
        ("environ 8 comprimés", "3000–5000"),
        ("about 2", "1000"),
        ("8, not 9", "4000!"),
        ("6, maybe 8", "3000–4000!"),
        ("6, vielleicht 8", "3000–4000!"),
        ("8 – or was it 9?", "4000–4500!"),
        ("2 and then 6, maybe 8", "4000–5000!"),
        ("1 voire 2", "500–1000"),
        ("1-2, max 8", "500–4000"),
        ("2 every 4 hours, max. 8", "1000–4000"),
        ("1 alle 4 Stunden, höchstens 6", "500–3000"),
        ("8 y pico", "4000–6000+"),
        ("3 x tgl. 2", "3000"),
        ("due compresse tre volte al giorno", "3000"),
        ("twee tabletten driemaal daags", "3000"),
    ]);
}

#[test]
fn parts_of_a_tablet_are_read_in_words() {
    check(&[
        ("1 und ein halbes", "750"),
        ("eine und eine halbe", "750"),
        ("anderthalb", "750"),
        ("zweieinhalb", "1250"),
        ("un et demi", "750"),
        ("1 et demi", "750"),
        ("uno y medio", "750"),
        ("una e mezza", "750"),
        ("anderhalve tablet", "750"),
        ("one and a quarter", "625"),
        ("one half", "250"),
        ("ein halbes", "250"),
        ("une demie", "250"),
        ("media", "250"),
        ("mezza compressa", "250"),
        ("a quarter", "125"),
        ("three quarters", "375"),
        ("2 halves", "500"),
        ("half a tablet twice a day", "500"),
        ("2 quarters", "250"),
        ("a dozen", "6000"),
    ]);
}

#[test]
fn a_pack_is_not_counted_and_no_day_with_one_is_called_within_the_limit() {
    for amount in [
        "half a packet",
        "a whole strip",
        "a box",
        "1 box",
        "2 strips",
        "one pack",
        "the whole packet",
        "half the box",
        "most of a packet",
        "a strip of 10",
        "eine Packung",
        "eine halbe Packung",
        "ein ganzer Streifen",
        "1 Schachtel",
        "une boîte",
        "une demi-boîte",
        "une plaquette entière",
        "una caja",
        "media caja",
        "una scatola",
        "mezza confezione",
        "een doosje",
        "een halve strip",
        "lots",
        "a handful",
        "many",
        "viele",
        "beaucoup",
    ] {
        let sum = sum(amount);
        assert!(sum.has_no_end(), "{amount}: {:?}", sum.gaps);
        assert_eq!(sum.standing, DayStanding::MayBeOver, "{amount}");
        assert!(sum.mg.least <= 500.0, "{amount}: {:?}", sum.mg);
    }
    // What the pack held says nothing about how many were taken.
    check(&[
        ("8 tablets of 24", "4000!"),
        ("8 out of 24", "4000!"),
        ("8 of my 24", "4000!"),
        ("8 von den 24", "4000!"),
        ("8 von 24", "4000!"),
        ("8 sur 24", "4000!"),
        ("2 from a pack of 24", "1000"),
        ("2 aus einer Packung", "1000"),
    ]);
    assert_eq!(
        contents("Paracetamol 500 mg, pack of 16", "2"),
        "paracetamol 1000"
    );
    assert_eq!(
        contents("Paracetamol 500 mg 16 pack", "2"),
        "paracetamol 1000"
    );
}

#[test]
fn a_bound_with_the_word_no_is_not_a_no() {
    for amount in [
        "no more than 4 g",
        "not more than 8",
        "nicht mehr als 2",
        "no más de 2",
        "non più di 2",
        "niet meer dan 2",
    ] {
        for name in ["Paracetamol", "Paracetamol 500 mg"] {
            assert_eq!(told(name, amount), Told::Taken, "{name} {amount}");
        }
    }
    for amount in [
        "no",
        "not taken",
        "niet genomen",
        "pas pris",
        "non preso",
        "nicht genommen",
        "no tomado",
    ] {
        assert_eq!(
            told("Paracetamol 500 mg", amount),
            Told::NotTaken,
            "{amount}"
        );
    }
}

#[test]
fn nonsense_is_not_counted() {
    check(&[
        ("1e3", "500!"),
        ("2^3", "500!"),
        ("8 tablets of 24", "4000!"),
        ("1..5", "500–2500"),
        ("VIII", "500!"),
        ("2nd", "1000!"),
        ("8 min.", "4000–6000+"),
        ("2, 30 min before food", "1000"),
    ]);
    assert_eq!(contents("Vimovo 500/20 ×3", ""), "naproxen 1500");
    assert_eq!(contents("Vimovo 500/20", "x3"), "naproxen 1500");
    assert_eq!(contents("Vimovo 20/500", "3"), "naproxen 1500");
}

#[test]
fn what_it_was_taken_without_is_not_the_medicine() {
    for (name, amount) in [
        ("Ibuprofen without food", "400 mg"),
        ("Ibuprofen, none; paracetamol", "500 mg"),
        ("Tramadol ohne retard", "50 mg"),
        ("Paracetamol sans codéine", "500 mg"),
    ] {
        assert_eq!(told(name, amount), Told::Taken, "{name} | {amount}");
    }
    for none in ["without", "ohne Medikamente", "sans médicament"] {
        assert_eq!(told(none, ""), Told::NotTaken, "{none}");
    }
}
