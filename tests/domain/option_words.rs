//! How honest numbers are worded: the rules of `docs/numbers.md`, held for every number that can be shown.

use tailored::i18n::{Lang, OfHundred, option_words};
use tailored::knowledge::{Benefit, HONEST_NUMBERS, HarmCount, HonestNumber, Sure, THERAPIES};

fn number(therapy: &str, studied: &str) -> &'static HonestNumber {
    let mut of_it = HONEST_NUMBERS
        .iter()
        .filter(|number| number.therapy.id == therapy);
    of_it
        .find(|number| number.people_studied.contains(studied))
        .expect("a number of the table")
}

#[test]
fn each_count_is_three_sentences_that_make_a_hundred() {
    let w = option_words(Lang::English);
    for number in &HONEST_NUMBERS {
        let Benefit::Count { with, without } = number.benefit else {
            assert!((w.counted)(number).is_none() && (w.size)(number).is_some());
            continue;
        };
        let OfHundred { anyway, more, rest } = (w.counted)(number).expect("a count");
        assert!((w.size)(number).is_none());
        assert_eq!((anyway.0, anyway.0 + more.0), (without, with), "{number:?}");
        assert!(rest.starts_with(&format!("{} ", 100 - with)), "{rest}");
        // What is better with it is never said to be better because of it.
        let claims_all = more.1.contains(&format!("{with} more"));
        assert!(!claims_all || without == 0, "{}", more.1);
        let is_clear = with - without > 4;
        assert_eq!(
            more.1.contains("no clear difference"),
            !is_clear,
            "{}",
            more.1
        );
    }
}

#[test]
fn an_average_is_never_made_of_people_and_says_what_can_be_noticed() {
    let w = option_words(Lang::English);
    let (size, text) = (w.size)(number("opioid_strong", "not from cancer")).unwrap();
    assert_eq!(size, "about 0.7 points of 10");
    assert!(text.contains("with a dummy treatment") && text.contains("1 to 2 points"));
    let (size, text) = (w.size)(number("gabapentinoid", "sciatica")).unwrap();
    assert_eq!(size, "no gain");
    assert!(text.contains("not better"));
    let (size, _) = (w.size)(number("capsaicin", "shingles")).unwrap();
    assert_eq!(size, "about 9 of 100");
    for number in &HONEST_NUMBERS {
        if let (Benefit::Average { .. }, Some((size, _))) = (number.benefit, (w.size)(number)) {
            assert!(
                !size.contains("people") && !size.contains("of 100 "),
                "{size}"
            );
        }
    }
}

#[test]
fn each_number_says_who_when_and_how_sure() {
    let w = option_words(Lang::English);
    for number in &HONEST_NUMBERS {
        let basis = (w.basis)(number);
        assert!(basis.contains(number.people_studied), "{basis}");
        assert!(
            basis.contains("Counted") && basis.contains("How sure: "),
            "{basis}"
        );
        if number.sure == Sure::NotRated {
            assert!(basis.contains("not graded"), "{basis}");
        }
    }
    let gel = (w.basis)(number("nsaid_oral", "knee or hip"));
    assert!(gel.contains("28,699 people"), "{gel}");
}

#[test]
fn attacks_are_called_attacks() {
    let w = option_words(Lang::English);
    let oxygen = number("cluster_acute", "oxygen");
    assert_eq!((w.of_hundred)(oxygen), "Of 100 attacks");
    assert!((w.basis)(oxygen).contains("76 attacks"));
    let tablets = number("acute_migraine_simple", "ibuprofen");
    assert_eq!((w.of_hundred)(tablets), "Of 100 people");
}

#[test]
fn a_harm_without_a_comparison_has_no_picture_and_says_so() {
    let w = option_words(Lang::English);
    let harms = HONEST_NUMBERS.iter().flat_map(|number| number.harms);
    for harm in harms {
        let (text, picture) = (w.harm)(harm);
        assert!(text.contains("of 100"), "{text}");
        match harm.count {
            HarmCount::Both { with, without } => {
                let (anyway, more) = picture.expect("both were counted");
                assert_eq!(anyway + more, with.max(anyway));
                assert_eq!(anyway, with.min(without));
            }
            HarmCount::With(_) | HarmCount::More(_) => assert_eq!(picture, None),
        }
    }
}

#[test]
fn a_first_step_is_a_sentence_for_every_option() {
    let w = option_words(Lang::English);
    for therapy in &THERAPIES {
        let step = (w.step_who)(therapy);
        assert!(step.ends_with('.'), "{step}");
        assert!(
            !step.contains("to: not ") && !step.contains("to: sold "),
            "{step}"
        );
    }
}
