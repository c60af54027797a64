//! How much of what, read from what people type: every way to write it has one right value.

use proptest::prelude::*;
use tailored::domain::medicines::sums::sums;
use tailored::domain::medicines::typed::{Gap, read};

/// Milligrams of each substance that adds up: "400"; "0–800" for a range; a mark behind it for what is missing:
/// "#" how many, "?" how strong, "!" words that were not understood, "+" the number was the lowest, "∞" a pack.
pub fn contents(name: &str, amount: &str) -> String {
    let read = read(name, amount);
    let contents = read.iter().flat_map(|typed| &typed.contents);
    let adds_up = contents.filter(|content| content.substance.day_max_mg.is_some());
    let said = adds_up.map(|content| {
        let round = |mg: f64| (mg * 100.0).round() / 100.0;
        let (least, most) = (round(content.mg.least), round(content.mg.most));
        let mg = match least == most {
            true => least.to_string(),
            false => format!("{least}–{most}"),
        };
        let gap = match &content.gap {
            None => "",
            Some(Gap::Number) => "#",
            Some(Gap::Strength) => "?",
            Some(Gap::Words(_)) => "!",
            Some(Gap::AtLeast(_)) => "+",
            Some(Gap::NoEnd(_)) => "∞",
        };
        format!("{} {mg}{gap}", content.substance.id)
    });
    said.collect::<Vec<_>>().join(", ")
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

/// What came in as a wrong sum, and everything of the same kinds: a mark before three figures, several numbers, several
/// medicines, ranges, rhythms, units, scripts.
#[test]
fn every_way_to_write_an_amount_has_one_right_sum() {
    let rows = [
        // A mark before three figures groups them, unless only the other reading makes sense.
        ("Paracetamol 1.000 mg", "5", "paracetamol 5000"),
        ("Paracetamol 1,000 mg", "5", "paracetamol 5000"),
        ("Paracetamol 1'000 mg", "5", "paracetamol 5000"),
        ("Paracetamol 1’000 mg", "5", "paracetamol 5000"),
        ("Paracetamol 1 000 mg", "5", "paracetamol 5000"),
        ("Paracetamol 1\u{202f}000 mg", "5", "paracetamol 5000"),
        ("Paracetamol 1\u{a0}000 mg", "5", "paracetamol 5000"),
        (
            "Paracetamol 1\u{2009}000\u{202f}mg",
            "5",
            "paracetamol 5000",
        ),
        ("Paracetamol", "1.000 mg", "paracetamol 1000"),
        ("Paracetamol", "5 × 1.000 mg", "paracetamol 5000"),
        ("Paracetamol", "5x1.000mg", "paracetamol 5000"),
        ("Paracetamol 1.000", "5", "paracetamol 5000"),
        ("Paracetamol", "4.000 mg", "paracetamol 4000"),
        ("Paracetamol", "1.000,0 mg", "paracetamol 1000"),
        ("Paracetamol", "1,000.0 mg", "paracetamol 1000"),
        ("Paracetamol", "1.000 g", "paracetamol 1000"),
        ("Paracetamol", "0.500 g", "paracetamol 500"),
        ("Paracetamol", "0,500 g", "paracetamol 500"),
        ("Meloxicam 7.500 mg", "1", "meloxicam 7.5"),
        ("Meloxicam 15.000 mg", "2", "meloxicam 30"),
        ("Ibuprofen 1.200 mg", "1", "ibuprofen 1200"),
        // Less often than once a day is still once on the day on which it is taken.
        ("Paracetamol 500 mg", "1 every 48 hours", "paracetamol 500"),
        // Ranges in words and with dots.
        (
            "Paracetamol 500 mg",
            "zwei bis drei",
            "paracetamol 1000–1500",
        ),
        (
            "Paracetamol 500 mg",
            "two to three tablets",
            "paracetamol 1000–1500",
        ),
        ("Paracetamol 500 mg", "1 or two", "paracetamol 500–1000"),
        (
            "Paracetamol 500 mg",
            "deux à trois",
            "paracetamol 1000–1500",
        ),
        ("Paracetamol 500 mg", "1..5", "paracetamol 500–2500"),
        ("Paracetamol 500 mg", "1…2", "paracetamol 500–1000"),
        // The times of a day with bars between them; a fraction stays one.
        ("Paracetamol 500 mg", "2/2/2/4", "paracetamol 5000"),
        ("Paracetamol 500 mg", "1/0/1", "paracetamol 1000"),
        ("Paracetamol 500 mg 1/1/1", "", "paracetamol 1500"),
        ("Paracetamol 500 mg", "2/1", "paracetamol 500–1500"),
        ("Paracetamol 500 mg", "1/2", "paracetamol 250"),
        // More than a number: it can be half as many again.
        (
            "Paracetamol 500 mg",
            "more than 8",
            "paracetamol 4000–6000+",
        ),
        ("Paracetamol 500 mg", ">8", "paracetamol 4000–6000+"),
        ("Paracetamol 500 mg", "über 8", "paracetamol 4000–6000+"),
        ("Paracetamol 500 mg", "plus de 8", "paracetamol 4000–6000+"),
        (
            "Paracetamol 500 mg",
            "at least eight",
            "paracetamol 4000–6000+",
        ),
        ("Paracetamol", "mehr als 4000 mg", "paracetamol 4000–6000+"),
        // What the pack held was not taken.
        ("Paracetamol 500 mg", "8 tablets of 24", "paracetamol 4000!"),
        ("Paracetamol 500 mg", "2 of 500 mg", "paracetamol 1000"),
        // A second strength that is no painkiller.
        ("Vimovo 500/20", "3", "naproxen 1500"),
        ("Vimovo 375/20 mg", "2", "naproxen 750"),
        // Either reading can be meant: both ends are kept.
        ("Paracetamol 20.000 mg", "1", "paracetamol 20–20000"),
        ("Aspirin", "75,000 mg", "aspirin 75–75000"),
        ("Diclofenac 1.250 mg", "1", "diclofenac 1250"),
        // However much was typed, it is seen.
        ("Paracetamol", "60 g", "paracetamol 60000"),
        ("Paracetamol 500 mg", "90", "paracetamol 90–45000"),
        // Decimal marks.
        ("Paracetamol", "0,5 g", "paracetamol 500"),
        ("Paracetamol", ".5 g", "paracetamol 500"),
        ("Meloxicam 7,5 mg", "2", "meloxicam 15"),
        ("Paracetamol 500 mg", "1,5", "paracetamol 750"),
        ("Paracetamol 500 mg", "2.5 tablets", "paracetamol 1250"),
        // Several numbers.
        ("Paracetamol 500 mg, 3-2-3-2", "", "paracetamol 5000"),
        ("Paracetamol", "500 mg, 3-2-3-2", "paracetamol 5000"),
        ("Paracetamol 500 mg", "3-2-3-2", "paracetamol 5000"),
        ("Paracetamol 500 mg", "3 - 2 - 3 - 2", "paracetamol 5000"),
        ("Paracetamol 500 mg", "1–0–1", "paracetamol 1000"),
        ("Paracetamol 500 mg", "1-0-1-0", "paracetamol 1000"),
        ("Paracetamol 500 mg", "2-1", "paracetamol 1500"),
        ("Paracetamol 500 mg", "2 + 2 + 2 + 4", "paracetamol 5000"),
        ("Paracetamol 500 mg 2 + 2 + 2 + 4", "", "paracetamol 5000"),
        ("Paracetamol", "500 mg 2 + 2 + 2 + 4", "paracetamol 5000"),
        ("Paracetamol 500 mg", "2, 2, 2, 4", "paracetamol 5000"),
        ("Paracetamol 500 mg", "2,2,2,4", "paracetamol 5000"),
        (
            "Paracetamol 500 mg",
            "2 and 2 and then 4",
            "paracetamol 4000",
        ),
        (
            "Paracetamol 500 mg",
            "2 at 8am, 2 at 2 pm, 2 at 20:30",
            "paracetamol 3000",
        ),
        (
            "Paracetamol 500 mg",
            "2 in the morning, 1 at noon, 2 at night",
            "paracetamol 2500",
        ),
        (
            "Paracetamol 500 mg",
            "morgens 2, abends 1",
            "paracetamol 1500",
        ),
        (
            "Paracetamol 500 mg",
            "2 matin, 1 midi, 2 soir",
            "paracetamol 2500",
        ),
        ("Paracetamol", "1 g + 500 mg", "paracetamol 1500"),
        ("Paracetamol", "500 mg, 500 mg, 1 g", "paracetamol 2000"),
        ("Paracetamol", "2 x 500 mg + 1 x 1 g", "paracetamol 2000"),
        ("Paracetamol", "2×500", "paracetamol 1000"),
        ("Paracetamol", "2 500 mg", "paracetamol 1000–2500"),
        ("Paracetamol 500 mg", "(2)", "paracetamol 1000"),
        ("Paracetamol", "2 tablets of 500 mg", "paracetamol 1000"),
        ("Paracetamol", "2 à 500 mg", "paracetamol 1000"),
        ("Paracetamol", "500 mg x 2", "paracetamol 1000"),
        ("2 paracetamol 500 mg", "", "paracetamol 1000"),
        ("2 x Paracetamol", "500 mg", "paracetamol 500–1000"),
        ("Paracetamol", "2 x 500 mg = 1 g", "paracetamol 1000"),
        ("Paracetamol", "2 x 500 mg (1 g)", "paracetamol 1000"),
        ("Paracetamol 500 mg", "2 tablets (1 g)", "paracetamol 1000"),
        ("Paracetamol", "2 tablets (1 g)", "paracetamol 1000–2000"),
        // Several medicines.
        (
            "ibuprofen 400/paracetamol 500",
            "",
            "ibuprofen 400#, paracetamol 500#",
        ),
        (
            "ibuprofen 400/paracetamol 500",
            "2",
            "ibuprofen 400–800, paracetamol 500–1000",
        ),
        (
            "ibuprofen 400/paracetamol 500",
            "2/1",
            "ibuprofen 800, paracetamol 500",
        ),
        (
            "ibuprofen/paracetamol 400/500",
            "",
            "ibuprofen 400#, paracetamol 500#",
        ),
        (
            "ibuprofen 400 mg x 2 and paracetamol 1 g",
            "",
            "ibuprofen 800, paracetamol 1000#",
        ),
        (
            "400 mg ibuprofen + 1 g paracetamol",
            "",
            "ibuprofen 400#, paracetamol 1000#",
        ),
        (
            "400 mg ibuprofen 500 mg paracetamol",
            "",
            "ibuprofen 400#, paracetamol 500#",
        ),
        (
            "2 ibuprofen 400, 1 paracetamol 500",
            "",
            "ibuprofen 800, paracetamol 500",
        ),
        ("Ibuprofen 400 mg + Foomol 2", "", "ibuprofen 400#"),
        ("Foomol 2 + ibuprofen 400 mg", "1", "ibuprofen 400"),
        ("Headache", "2 ibuprofen 400 mg", "ibuprofen 800"),
        // Ranges and limits.
        ("Paracetamol 500 mg", "1-2 tablets", "paracetamol 500–1000"),
        ("Paracetamol 500 mg", "1 to 2", "paracetamol 500–1000"),
        ("Paracetamol 500 mg", "1 bis 2", "paracetamol 500–1000"),
        ("Paracetamol 500 mg", "1 or 2", "paracetamol 500–1000"),
        ("Paracetamol", "500-1000 mg", "paracetamol 500–1000"),
        ("Paracetamol 500 mg", "up to 8", "paracetamol 0–4000"),
        ("Paracetamol 500 mg", "max. 8", "paracetamol 0–4000"),
        ("Paracetamol 500 mg", ">6", "paracetamol 3000–4500+"),
        // Parts of tablets and numbers in words.
        ("Paracetamol 500 mg", "1/2", "paracetamol 250"),
        ("Paracetamol 500 mg", "½", "paracetamol 250"),
        ("Paracetamol 500 mg", "1 1/2 tablets", "paracetamol 750"),
        ("Paracetamol 500 mg", "half a tablet", "paracetamol 250"),
        ("Paracetamol 500 mg", "one and a half", "paracetamol 750"),
        ("Paracetamol 500 mg", "two tablets", "paracetamol 1000"),
        ("Paracetamol 500 mg", "zwei Tabletten", "paracetamol 1000"),
        ("Paracetamol 500 mg", "un comprimé", "paracetamol 500"),
        ("Paracetamol 500 mg", "a tablet", "paracetamol 500"),
        ("Paracetamol 500 mg", "2½", "paracetamol 1250"),
        // Rhythms.
        ("Paracetamol 500 mg", "3x daily", "paracetamol 1500"),
        ("Paracetamol 500 mg", "3 x daily 2", "paracetamol 3000"),
        (
            "Paracetamol 500 mg",
            "2 tablets 3 times a day",
            "paracetamol 3000",
        ),
        (
            "Paracetamol 500 mg",
            "2 tablets, 3 times a day",
            "paracetamol 3000",
        ),
        ("Paracetamol 500 mg", "2 twice a day", "paracetamol 2000"),
        ("Paracetamol 500 mg", "2 tds", "paracetamol 3000"),
        ("Paracetamol 500 mg", "2 q.d.s.", "paracetamol 4000"),
        ("Paracetamol", "1 g qds", "paracetamol 4000"),
        ("Paracetamol", "3 x täglich 1000 mg", "paracetamol 3000"),
        ("Paracetamol", "2-2-2 x 500", "paracetamol 3000"),
        (
            "Paracetamol 500 mg",
            "2 every 4 hours",
            "paracetamol 1000–6000",
        ),
        (
            "Paracetamol 500 mg",
            "every 6 hours",
            "paracetamol 500–2000",
        ),
        (
            "Paracetamol",
            "500 mg alle 4-6 Stunden",
            "paracetamol 500–3000",
        ),
        ("Paracetamol", "500 mg q4h", "paracetamol 500–3000"),
        ("Paracetamol", "1 g cada 8 horas", "paracetamol 1000–3000"),
        ("Paracetamol", "3 g/day", "paracetamol 3000"),
        // Units and scripts.
        ("Paracetamol", "1 g", "paracetamol 1000"),
        ("Paracetamol", "500000 µg", "paracetamol 500"),
        ("Paracetamol", "500,000 mcg", "paracetamol 500"),
        ("Ibuprofen 100 mg/5 ml", "10 ml", "ibuprofen 200"),
        ("Ibuprofen", "10 ml of 20 mg/ml", "ibuprofen 200"),
        ("Paracetamol ٥٠٠ mg", "٢", "paracetamol 1000"),
        ("Paracetamol", "٢ × ٥٠٠ ملغ", "paracetamol 1000"),
        ("Paracetamol ۵۰۰ mg", "۲", "paracetamol 1000"),
        ("Paracetamol ５００ mg", "２", "paracetamol 1000"),
        ("Paracetamol 500 мг", "2 таблетки", "paracetamol 1000"),
        ("Paracétamol 500 mg", "2 gélules", "paracetamol 1000"),
        // What is not understood is never silently left out.
        ("Ibuprofen", "10 ml", "ibuprofen 0–800?"),
        ("Paracetamol", "20 drops", "paracetamol 0–1000!"),
        ("Paracetamol 500 mg", "2 and a few", "paracetamol 1000!"),
        ("Paracetamol 500 mg", "2 pink ones", "paracetamol 1000!"),
        ("Paracetamol 500 mg", "2?", "paracetamol 1000!"),
        ("Paracetamol 500 mg", "1 pack", "paracetamol 500∞"),
        ("Paracetamol 500 mg", "2 for 3 days", "paracetamol 1000!"),
    ];
    let wrong: Vec<String> = rows
        .iter()
        .filter(|(name, amount, right)| contents(name, amount) != *right)
        .map(|(name, amount, right)| {
            format!(
                "{name} | {amount}: {} instead of {right}",
                contents(name, amount)
            )
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_dose_without_a_number_is_counted_once_and_one_without_a_strength_not_at_all() {
    for (name, amount, right) in [
        ("Ibuprofen 400 mg", "", "ibuprofen 400#"),
        ("Ibuprofen", "", "ibuprofen 0–800?"),
        ("Ibuprofen", "some", "ibuprofen 0–800!"),
        ("Ibuprofen", "2", "ibuprofen 0–1600?"),
        ("ibuprofen 400 mg", "مرتين 😖", "ibuprofen 800"),
        ("ibuprofen 400 mg", "😖", "ibuprofen 400#"),
    ] {
        assert_eq!(contents(name, amount), right, "{name} / {amount}");
    }
}

#[test]
fn mixes_are_counted_by_what_is_in_them() {
    for (name, amount, right) in [
        ("Co-codamol 30/500", "2", "paracetamol 1000"),
        ("co-codamol 8/500", "2 four times a day", "paracetamol 4000"),
        ("Cocodamol 500/8", "2", "paracetamol 1000"),
        ("Co codamol", "2", "paracetamol 1000"),
        ("Excedrin", "2", "paracetamol 500, aspirin 500"),
        ("Percocet 5/325", "1", "paracetamol 325"),
        ("Vicodin", "2", "paracetamol 600–650"),
        ("paracetamol/codeine 500/30", "2", "paracetamol 1000"),
        ("Lemsip", "1", "paracetamol 500–1000"),
        ("Lemsip", "", "paracetamol 500–1000#"),
        ("Nurofen Plus", "2", "ibuprofen 400"),
        ("Nurofen 400", "2", "ibuprofen 800"),
        ("Treximet 85/500", "1", "naproxen 500"),
        ("Tramacet", "2", "paracetamol 650–1300"),
        ("Syndol", "2", "paracetamol 900–1000"),
        ("Veganin", "2", "paracetamol 900–1000"),
        ("Feminax", "2", "paracetamol 900–1000"),
        ("Feminax Ultra 250 mg", "2", "naproxen 500"),
        ("Feminax Express", "2", "ibuprofen 400"),
        ("Midol Complete", "2", "paracetamol 1000"),
        ("Solpadeine Max", "2", "paracetamol 1000"),
        ("Solpadeine Headache", "2", "paracetamol 1000"),
        ("Парацетамол 500 мг", "2", "paracetamol 1000"),
        ("باراسيتامول ٥٠٠ ملغ", "٢", "paracetamol 1000"),
        ("Ибупрофен 400 мг", "2 таблетки", "ibuprofen 800"),
    ] {
        assert_eq!(contents(name, amount), right, "{name} / {amount}");
    }
}

proptest! {
    /// Nothing that anybody types stops the app, and the ends of a sum stand in order.
    #[test]
    fn no_text_stops_the_reading(name in ".{0,40}", amount in ".{0,40}") {
        let typed = read(&name, &amount);
        for content in typed.iter().flat_map(|typed| &typed.contents) {
            prop_assert!(content.mg.least >= 0.0 && content.mg.least <= content.mg.most);
            prop_assert!(content.mg.most.is_finite());
        }
    }

    /// What is put together from the words of amounts is read without stopping as well.
    #[test]
    fn no_row_of_known_words_stops_the_reading(
        words in prop::collection::vec(prop::sample::select(vec![
            "paracetamol", "ibuprofen", "co-codamol", "500", "1.000", "1/2", "½", "mg", "g", "ml", "x", "/", "-", "+", ",",
            "(", ")", "=", "every", "hours", "daily", "twice", "half", "a", "to", "up", "no", "none", "at", "8", "am", "30/500", "2 500",
        ]), 0..14),
    ) {
        let text = words.join(" ");
        for typed in [read(&text, ""), read("Paracetamol 500 mg", &text)] {
            for content in typed.iter().flat_map(|typed| &typed.contents) {
                prop_assert!(content.mg.least <= content.mg.most && content.mg.most.is_finite(), "{text}");
            }
        }
    }

    /// However a strength and the numbers of the times of a day are written, they come to the same.
    #[test]
    fn the_same_amount_comes_to_the_same_however_it_is_written(
        strength in prop::sample::select(vec![250_u32, 500, 1000]),
        times in prop::collection::vec(0_u32..4, 3..5),
    ) {
        let total: u32 = times.iter().sum();
        prop_assume!(total > 0);
        let joined = |sign: &str| times.iter().map(u32::to_string).collect::<Vec<_>>().join(sign);
        let grouped = match strength {
            1000 => "1.000".to_owned(),
            strength => strength.to_string(),
        };
        for (name, amount) in [
            (format!("Paracetamol {strength} mg"), total.to_string()),
            (format!("Paracetamol {grouped} mg"), joined("-")),
            (format!("Paracetamol {grouped} mg"), joined(" + ")),
            (format!("Paracetamol {strength}mg, {}", joined("-")), String::new()),
            ("Paracetamol".to_owned(), format!("{} x {grouped} mg", total)),
            ("Paracetamol".to_owned(), format!("{strength} mg, {}", joined(", "))),
            ("Paracetamol".to_owned(), format!("{} mg", strength * total)),
            (format!("Paracetamol {} g", f64::from(strength) / 1000.0), format!("{total} tablets")),
        ] {
            let sum = sums(&read(&name, &amount)).remove(0);
            prop_assert_eq!((sum.mg.least, sum.mg.most), (f64::from(strength * total), f64::from(strength * total)), "{} | {}", name, amount);
            prop_assert!(sum.is_exact());
        }
    }

    /// A sum is never called whole while a word in the amount was not understood.
    #[test]
    fn a_word_that_is_not_understood_is_told(count in 1_u32..9, word in "qw[b-df-hj-np-tv-xz]{4,8}") {
        let sum = sums(&read("Paracetamol 500 mg", &format!("{count} {word}"))).remove(0);
        prop_assert_eq!(sum.mg.least, f64::from(count) * 500.0);
        prop_assert!(!sum.is_exact());
        prop_assert_eq!(&sum.gaps[0].1, &Gap::Words(word));
    }
}
