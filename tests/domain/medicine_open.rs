//! What leaves an amount open: words that nobody understands, doubts, "one more", times of the day, and what was only
//! wanted. And the words for "not taken" and "I never take it".

use super::medicine_amounts::contents;
use tailored::domain::medicines::not_taken::{Told, told};
use tailored::domain::medicines::sums::{DayStanding, Sum, sums};
use tailored::domain::medicines::typed::{Gap, read};

fn sum(amount: &str) -> Sum {
    sums(&read("Paracetamol 500 mg", amount)).remove(0)
}

fn check(name: &str, rows: &[(&str, &str)]) {
    let wrong: Vec<String> = rows
        .iter()
        .map(|(amount, right)| (amount, contents(name, amount), right))
        .filter(|(_, found, right)| found != *right)
        .map(|(amount, found, right)| format!("{amount}: {found} instead of {right}"))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// "2 am" says two in the morning, or two o'clock: both are kept, unless a number stands beside it.
#[test]
fn a_number_before_am_is_how_many_or_when() {
    check(
        "Paracetamol 500 mg",
        &[
            ("2 am 2 pm 2 night 4 more", "paracetamol 3000–5000+"),
            ("2 am, 8 pm", "paracetamol 1000–5000+"),
            ("4 a.m. 6 p.m.", "paracetamol 1000–5000+"),
            // Times only: once at each of them at least.
            ("8 am, 8 pm", "paracetamol 1000+"),
            ("8:00, 14:00, 20:00", "paracetamol 1500+"),
            ("6am 10am 2pm", "paracetamol 1500+"),
            ("8 Uhr, 20 Uhr", "paracetamol 1000+"),
            // A number beside each: the time says when.
            ("2 tablets 8 am, 2 tablets 2 pm", "paracetamol 2000"),
            ("8 am: 2, 2 pm: 2", "paracetamol 2000"),
            ("2 8am, 2 2pm", "paracetamol 2000"),
            ("2, half an hour before bed", "paracetamol 1000"),
        ],
    );
    assert_eq!(sum("2 am, 8 pm").standing, DayStanding::MayBeOver);
}

#[test]
fn one_more_without_a_number_is_at_least_one() {
    check(
        "Paracetamol 500 mg",
        &[
            ("8 + another", "paracetamol 4500–8000+"),
            ("4 y otra", "paracetamol 2500–4000+"),
            ("2, again at night", "paracetamol 1500–2000+"),
            ("4, noch einmal abends", "paracetamol 2500–4000+"),
            ("8, more later", "paracetamol 4500–8000+"),
            ("another", "paracetamol 500–1000+"),
            ("4 + 4 + ?", "paracetamol 4000–5000!"),
            ("4, 4, etc", "paracetamol 4000–5000+"),
            // With a number it is that number.
            ("8 and another 2", "paracetamol 5000"),
            ("4 + noch eine", "paracetamol 2500"),
            ("4, 2 more", "paracetamol 3000"),
            ("10, no more", "paracetamol 5000!"),
        ],
    );
}

#[test]
fn a_lower_bound_is_known_in_every_language_that_is_served() {
    for amount in [
        "8 i więcej",
        "8 lub więcej",
        "co najmniej 8",
        "przynajmniej 8",
        "8 eller fler",
        "8 eller mer",
        "minst 8",
        "8 eller flere",
        "mindst 8",
        "al meno 8",
        "8 and then some",
        "8 if not more",
        "8 wenn nicht mehr",
        "8 und noch mehr",
        "8 ou mais",
        "pelo menos 8",
        "8 et encore",
        "8 och en till",
        "8 en nog meer",
    ] {
        let sum = sum(amount);
        assert_eq!(sum.mg.least, 4000.0, "{amount}");
        assert_eq!(sum.standing, DayStanding::MayBeOver, "{amount}");
        assert!(
            matches!(sum.gaps[0].1, Gap::AtLeast(_)),
            "{amount}: {:?}",
            sum.gaps
        );
    }
}

/// "8?" is about eight, and possibly more.
#[test]
fn a_number_in_doubt_is_about_so_many() {
    for amount in [
        "8?",
        "8 ?",
        "8 maybe",
        "maybe 8",
        "I think 8",
        "8 glaube ich",
        "8 je crois",
        "creo que 8",
        "8 credo",
        "acho que 8",
    ] {
        let sum = sum(amount);
        assert_eq!((sum.mg.least, sum.mg.most), (3000.0, 5000.0), "{amount}");
        assert_eq!(sum.standing, DayStanding::MayBeOver, "{amount}");
        assert!(!sum.is_exact(), "{amount}");
    }
}

#[test]
fn what_was_wanted_or_forgotten_was_not_taken() {
    assert_eq!(told("Ibuprofen 400", "0 (wanted 2)"), Told::NotTaken);
    assert_eq!(told("Ibuprofen 400", "0, wollte 2"), Told::NotTaken);
    assert_eq!(told("Ibuprofen 400", "0 (quería 2)"), Told::NotTaken);
    check(
        "Ibuprofen 400",
        &[
            (
                "forgot the morning one, took 2 at night",
                "ibuprofen 800–1200!",
            ),
            ("skipped 1, took 2", "ibuprofen 800!"),
            ("oublié 1 le matin, pris 2 le soir", "ibuprofen 800!"),
            ("wanted 8 took 2", "ibuprofen 800!"),
            ("4 statt 2", "ibuprofen 1600!"),
            // What follows another "no" counts as ever.
            ("none in the morning 4 at night", "ibuprofen 1600!"),
            ("no I took 4", "ibuprofen 1600!"),
        ],
    );
}

#[test]
fn how_often_nobody_said_is_never_once() {
    check(
        "Paracetamol 500 mg",
        &[
            ("1 every hour", "paracetamol 500–12000"),
            ("1 hourly", "paracetamol 500–12000"),
            ("2 with meals", "paracetamol 1000!"),
            ("2 with each meal", "paracetamol 1000!"),
            ("2 more than usual", "paracetamol 1000!"),
            ("2²", "paracetamol 1000!"),
            ("②", "paracetamol 500!"),
            ("osiem", "paracetamol 4000"),
            ("2 comprimidos 5 vezes ao dia", "paracetamol 5000"),
            ("double dose", "paracetamol 1000"),
            ("both", "paracetamol 500!"),
        ],
    );
}

#[test]
fn words_for_not_taken_are_known_in_every_language_that_is_served() {
    let words = "nicht nötig|nichts gebraucht|nix|habe heute keine gebraucht|ging ohne|ausgelassen|\
         no tomé nada|sin medicación|no hizo falta|no lo necesité|rien pris|pas besoin|je n'ai rien pris aujourd'hui|\
         non preso|non serviva|senza farmaci|não tomei|não foi preciso|sem remédio|niet nodig|niks genomen|not yet|sin tomar|ikke tatt|geen pijnstiller|\
         behövdes inte|tog inget|behøvede ikke|tog ikke|nie brałem|bez leków|\
         didn't need any|not needed|no need|omitted|did without|wanted to but didn't";
    for word in words.split('|').map(str::trim) {
        assert_eq!(told("Ibuprofen 400", word), Told::NotTaken, "{word}");
        assert_eq!(told(word, ""), Told::NotTaken, "{word}");
    }
    let words = "not sure|weiß nicht|no sé|je sais pas|keine Wirkung|no help|no problem|no breakfast|not with food|\
         nothing else|none needed until night, then 2|no more than 2|////";
    for word in words.split('|').map(str::trim) {
        assert_eq!(told("Ibuprofen 400", word), Told::Taken, "{word}");
    }
}

#[test]
fn a_medicine_that_is_denied_is_none() {
    for text in [
        "I never take ibuprofen",
        "no ibuprofen or naproxen",
        "Ich nehme nie Ibuprofen",
        "Je ne prends jamais d'ibuprofène",
        "nunca tomo ibuprofeno",
        "No more ibuprofen",
    ] {
        assert_eq!(contents(text, ""), "", "{text}");
        assert_eq!(told(text, ""), Told::NotTaken, "{text}");
    }
    for (name, amount, right) in [
        ("Paracetamol 500 mg, no ibuprofen", "10", "paracetamol 5000"),
        (
            "No ibuprofen, 10 paracetamol 500 mg",
            "",
            "paracetamol 5000",
        ),
        ("Paracetamol ohne Codein", "10 x 500 mg", "paracetamol 5000"),
        ("never without ibuprofen 400", "2", "ibuprofen 800"),
        ("no food with ibuprofen 400", "2", "ibuprofen 800"),
        ("No effect from ibuprofen 400", "2", "ibuprofen 800"),
    ] {
        assert_eq!(contents(name, amount), right, "{name} | {amount}");
        assert_eq!(told(name, amount), Told::Taken, "{name} | {amount}");
    }
}
