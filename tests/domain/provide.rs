//! What each kind of answer provides, and what never reaches a rule.
//! Long because each kind of answer has a table of its own.

use std::collections::BTreeSet;

use proptest::prelude::*;
use tailored::domain::ids::{QuestionId, RegionId};
use tailored::domain::plan::facts::{FactId, Facts, Value, fact};
use tailored::domain::questionnaire::check::{
    NumberProblem, read_body, read_duration, read_for, read_number,
};
use tailored::domain::questionnaire::flow::course;
use tailored::domain::questionnaire::model::{Answer, Effect, Medicine, SafetyAnswer, Site, Tried};
use tailored::domain::questionnaire::provide::provide;
use tailored::domain::questionnaire::response::Response;
use tailored::knowledge::{FactKind, ITEMS, ItemKind, flag, word};

use super::flow::{choice, choices, is_possible, item, number, place, responses, told};

/// What one answer provides, whether or not its item would be shown.
fn provided(id: &str, answer: Answer) -> Facts {
    let mut facts = Facts::default();
    provide(item(id), &told([(id, answer)]), &mut facts);
    facts
}

fn signed<const N: usize>(answers: [(&str, SafetyAnswer); N]) -> Facts {
    let response = Response {
        safety: answers
            .into_iter()
            .map(|(id, answer)| (QuestionId::from(id), answer))
            .collect(),
        ..Response::default()
    };
    course(&response).facts
}

fn word_of(facts: &Facts, id: FactId) -> Option<&'static str> {
    facts.word(id).map(|word| word.text())
}

fn words_of(facts: &Facts, id: FactId) -> Option<BTreeSet<&'static str>> {
    let words = facts.words(id)?;
    Some(words.iter().map(|word| word.text()).collect())
}

fn set<const N: usize>(words: [&'static str; N]) -> Option<BTreeSet<&'static str>> {
    Some(BTreeSet::from(words))
}

// ---- numbers

/// Texts that are no number in any range.
const NO_NUMBER: [&str; 13] = [
    "", "   ", "abc", "-1", "+1", "1e1", "NaN", "inf", "1.2.3", "1 2", ".", ",", "٣",
];

#[test]
fn a_text_that_is_no_possible_number_never_reaches_a_fact() {
    for item in ITEMS.iter().filter(|item| item.kind == ItemKind::Number) {
        let beyond = format!("{}", item.max.expect("every number has a range") + 1.0);
        let typed = NO_NUMBER
            .iter()
            .copied()
            .chain([beyond.as_str(), "99999999999999999999"]);
        for typed in typed {
            assert_eq!(
                provided(item.id, number(typed)),
                Facts::default(),
                "{}: {typed:?}",
                item.id
            );
        }
        let (low, high) = (item.min.unwrap(), item.max.unwrap());
        for edge in [low, high] {
            let facts = provided(item.id, number(&edge.to_string()));
            assert_eq!(facts.number(item.fact.unwrap()), Some(edge), "{}", item.id);
        }
    }
}

#[test]
fn each_number_of_several_stands_for_itself() {
    let days = |pairs: &[(&str, &str)]| {
        provided(
            "head.meddays",
            Answer::Numbers(
                pairs
                    .iter()
                    .map(|(id, typed)| ((*id).to_owned(), (*typed).to_owned()))
                    .collect(),
            ),
        )
    };
    let facts = days(&[
        ("simple", "3"),
        ("triptan", "31"),
        ("combo", "x"),
        ("opioid", "0"),
    ]);
    assert_eq!(facts.number(fact::SIMPLE_DAYS), Some(3.0));
    assert_eq!(facts.number(fact::OPIOID_HEAD_DAYS), Some(0.0));
    for unknown in [
        fact::TRIPTAN_DAYS,
        fact::COMBO_DAYS,
        fact::ERGOT_DAYS,
        fact::MIXED_DAYS,
    ] {
        assert!(!facts.is_known(unknown), "{}", unknown.fact().id);
    }
}

#[test]
fn a_typed_number_is_read_with_spaces_around_it_and_with_a_comma_or_a_point() {
    for (typed, read) in [
        ("7", Ok(Some(7.0))),
        (" 7 ", Ok(Some(7.0))),
        ("2.5", Ok(Some(2.5))),
        ("2,5", Ok(Some(2.5))),
        ("", Ok(None)),
        (
            "12,5",
            Err(NumberProblem::OutOfRange {
                min: 0.0,
                max: 10.0,
            }),
        ),
        ("abc", Err(NumberProblem::NotANumber)),
        ("0.125", Ok(Some(0.125))),
        ("1,2,3", Err(NumberProblem::NotANumber)),
    ] {
        assert_eq!(read_number(typed, 0.0, 10.0), read, "{typed:?}");
    }
    assert_eq!(provided("sleep.nights", number("12,5")), Facts::default());
}

#[test]
fn a_mark_before_three_figures_is_one_of_thousands() {
    for typed in ["1,200", "1.200", " 1200 "] {
        assert_eq!(read_number(typed, 0.0, 3000.0), Ok(Some(1200.0)), "{typed}");
        let facts = provided("life.activity", number(typed));
        assert_eq!(facts.number(fact::ACTIVITY_MIN_WEEK), Some(1200.0));
    }
    assert_eq!(
        read_number("1,200,000", 0.0, 2e6),
        Ok(Some(1_200_000.0)),
        "several marks"
    );
}

#[test]
fn a_duration_is_counted_in_months_and_one_odd_part_makes_it_unknown() {
    for (years, months, known) in [
        ("2", "", Some(24.0)),
        ("", "5", Some(5.0)),
        ("1", "6", Some(18.0)),
        ("1,5", "", Some(18.0)),
        ("0", "0", Some(0.0)),
        ("75", "", Some(900.0)),
        ("", "", None),
        ("2", "abc", None),
        ("abc", "5", None),
        ("76", "", None),
        ("75", "1", None),
        ("", "901", None),
    ] {
        let answer = Answer::Duration {
            years: years.to_owned(),
            months: months.to_owned(),
        };
        assert_eq!(
            provided("pain.duration", answer).number(fact::PAIN_DURATION_MONTHS),
            known,
            "{years:?} {months:?}"
        );
    }
    assert!(read_duration("x", "1", 900.0).is_err());
}

#[test]
fn the_body_mass_index_needs_both_a_possible_height_and_a_possible_weight() {
    for (height, weight, is_known) in [
        ("170", "70", true),
        ("170", "", false),
        ("", "70", false),
        ("1.70", "70", false),
        ("170", "700", false),
        ("abc", "70", false),
        ("251", "70", false),
    ] {
        let answer = Answer::Body {
            height_cm: height.to_owned(),
            weight_kg: weight.to_owned(),
        };
        let facts = provided("about.body", answer);
        assert_eq!(facts.is_known(fact::BMI), is_known, "{height} {weight}");
    }
    let bmi = read_body("170", "70").unwrap().unwrap();
    assert!((bmi - 24.221).abs() < 0.001, "{bmi}");
}

#[test]
fn a_step_beyond_a_scale_never_reaches_a_fact() {
    for (id, most, beyond) in [
        ("pain.avg7", 10, 11),
        ("mind.fear", 10, 255),
        ("sleep.bother", 4, 5),
        ("wide.fog", 3, 4),
    ] {
        let of = |level| provided(id, Answer::Level(level));
        let fact = item(id).fact.unwrap();
        assert_eq!(of(most).number(fact), Some(f64::from(most)), "{id}");
        assert_eq!(of(beyond), Facts::default(), "{id}");
        assert_eq!(of(0).number(fact), Some(0.0), "{id}");
    }
}

// ---- sums

#[test]
fn a_sum_is_unknown_until_every_addend_is_answered() {
    for (sum, addends) in [
        (fact::MOOD2, ["mood.sad", "mood.joy"]),
        (fact::ANXIETY2, ["mood.tense", "mood.worry"]),
        (fact::CONFIDENCE2, ["mind.useful", "mind.ordinary"]),
    ] {
        let [first, second] = addends;
        let of_form: Vec<_> = ITEMS
            .iter()
            .filter(|item| item.sum == Some(sum))
            .map(|item| item.id)
            .collect();
        assert_eq!(of_form, addends);
        let sum_of = |answers: [(&str, Answer); 2]| course(&told(answers)).facts.number(sum);
        for part in addends {
            let alone = course(&told([(part, Answer::Level(2))])).facts;
            assert_eq!(alone.number(sum), None, "{part}");
        }
        let skipped = [(first, Answer::Level(2)), (second, Answer::Skipped)];
        assert_eq!(sum_of(skipped), None);
        let odd = [(first, Answer::Level(2)), (second, number("2"))];
        assert_eq!(sum_of(odd), None);
        let both = [(first, Answer::Level(2)), (second, Answer::Level(1))];
        assert_eq!(sum_of(both), Some(3.0));
        let zero = [(first, Answer::Level(0)), (second, Answer::Level(0))];
        assert_eq!(sum_of(zero), Some(0.0));
    }
}

// ---- ticks, sets, words

#[test]
fn an_unticked_line_is_false_on_an_answered_screen_and_unknown_on_a_skipped_one() {
    for item in ITEMS.iter().filter(|item| item.kind == ItemKind::Ticks) {
        let lines: Vec<_> = item
            .options
            .iter()
            .filter_map(|option| Some((option.id, option.fact?)))
            .collect();
        assert!(!lines.is_empty(), "{}", item.id);
        for (ticked, _) in &lines {
            let facts = provided(item.id, choices(&[ticked]));
            for (id, fact) in &lines {
                assert_eq!(facts.yes_no(*fact), Some(id == ticked), "{} {id}", item.id);
            }
        }
        let none = provided(item.id, choices(&[]));
        assert!(
            lines
                .iter()
                .all(|(_, fact)| none.yes_no(*fact) == Some(false))
        );
        assert_eq!(provided(item.id, Answer::Skipped), Facts::default());
    }
}

#[test]
fn none_of_these_is_a_known_empty_set_and_a_count_of_0() {
    let mut seen = 0;
    for item in ITEMS.iter().filter(|item| item.none.is_some()) {
        let Some(id) = item.fact else { continue };
        seen += 1;
        let facts = provided(item.id, choices(&[]));
        match item.kind {
            ItemKind::Count => assert_eq!(facts.number(id), Some(0.0), "{}", item.id),
            _ => assert_eq!(words_of(&facts, id), set([]), "{}", item.id),
        }
        assert!(
            !provided(item.id, Answer::Skipped).is_known(id),
            "{}",
            item.id
        );
    }
    assert!(seen >= 6);
}

#[test]
fn a_count_counts_known_options_once() {
    let of = |ids: &[&str]| provided("nerve.checklist", choices(ids)).number(fact::NERVE7);
    assert_eq!(of(&["burn", "numb"]), Some(2.0));
    assert_eq!(of(&["burn", "burn", "from_another_version"]), Some(1.0));
    let all: Vec<&str> = item("nerve.checklist")
        .options
        .iter()
        .map(|option| option.id)
        .collect();
    assert_eq!(of(&all), Some(7.0));
}

#[test]
fn every_option_of_a_choice_is_a_word_of_its_fact() {
    for item in &ITEMS {
        let Some(id) = item.fact else { continue };
        for option in item.options {
            match item.kind {
                ItemKind::Choice => {
                    let facts = provided(item.id, choice(option.id));
                    assert_eq!(word_of(&facts, id), Some(option.id), "{}", item.id);
                }
                ItemKind::Choices | ItemKind::Areas => {
                    let facts = provided(item.id, choices(&[option.id]));
                    assert_eq!(words_of(&facts, id), set([option.id]), "{}", item.id);
                }
                _ => {}
            }
        }
    }
}

#[test]
fn an_unknown_option_and_an_answer_of_another_kind_provide_nothing() {
    for (id, answer) in [
        ("pain.trend", choice("from_another_version")),
        ("pain.trend", choices(&["worse"])),
        ("pain.avg7", number("5")),
        ("about.age", Answer::Level(50)),
        ("back.leg", Answer::Level(1)),
        ("health.conditions", choice("gout")),
        ("tried.list", choices(&[])),
        ("map.all", choices(&["knee"])),
        ("story.words", number("5")),
    ] {
        assert_eq!(
            provided(id, answer.clone()),
            Facts::default(),
            "{id} {answer:?}"
        );
    }
}

#[test]
fn not_sure_about_a_yes_no_question_stays_unknown() {
    let mut seen = 0;
    for item in ITEMS.iter().filter(|item| item.kind == ItemKind::YesNo) {
        seen += 1;
        let id = item.fact.unwrap();
        let of = |word| provided(item.id, choice(word)).yes_no(id);
        assert_eq!(
            [of("yes"), of("no"), of("unsure")],
            [Some(true), Some(false), None],
            "{}",
            item.id
        );
    }
    assert!(seen >= 5);
}

#[test]
fn medicines_without_a_name_are_not_counted() {
    let named = |name: &str| Medicine {
        name: name.to_owned(),
        ..Medicine::default()
    };
    for (list, count) in [
        (vec![], 0.0),
        (vec![named("naproxen")], 1.0),
        (
            vec![named("naproxen"), named("  "), named("amitriptyline")],
            2.0,
        ),
    ] {
        let facts = provided("health.medlist", Answer::Medicines(list));
        assert_eq!(facts.number(fact::MED_COUNT), Some(count));
    }
}

// ---- map

#[test]
fn the_map_adds_its_places_to_the_chosen_areas() {
    let areas = ("map.areas", choices(&["knee"]));
    let map = (
        "map.all",
        Answer::Sites(vec![Site {
            main: true,
            ..place("neck")
        }]),
    );
    let sites = |response: &Response| words_of(&course(response).facts, fact::PAIN_SITES);
    assert_eq!(sites(&told([areas.clone()])), set(["knee"]));
    assert_eq!(
        sites(&told([areas.clone(), map.clone()])),
        set(["knee", "neck"])
    );
    assert_eq!(sites(&told([map.clone()])), set(["neck"]));
    assert_eq!(
        sites(&told([areas.clone(), ("map.all", Answer::Skipped)])),
        set(["knee"])
    );
    assert_eq!(
        sites(&told([
            ("map.areas", Answer::Skipped),
            ("map.all", Answer::Skipped)
        ])),
        None
    );

    let facts = course(&told([areas, map])).facts;
    assert_eq!(word_of(&facts, fact::PRIMARY_SITE), Some("neck"));
    assert_eq!(
        (facts.number(fact::WPI), facts.number(fact::REGIONS5)),
        (Some(1.0), Some(1.0))
    );
}

#[test]
fn the_areas_alone_leave_the_numbers_of_the_map_unknown() {
    let facts = course(&told([("map.areas", choices(&["knee", "widespread"]))])).facts;
    for unknown in [fact::WPI, fact::REGIONS5, fact::PRIMARY_SITE] {
        assert!(!facts.is_known(unknown), "{}", unknown.fact().id);
    }
}

#[test]
fn with_one_place_alone_nobody_is_asked_which_troubles_most() {
    let main = Site {
        main: true,
        ..place("knee")
    };
    let one = told([("map.all", Answer::Sites(vec![main.clone()]))]);
    assert!(!course(&one).visible.contains(&item("map.main")));
    let two = told([("map.all", Answer::Sites(vec![main, place("neck")]))]);
    assert!(course(&two).visible.contains(&item("map.main")));
    // Without the map even a single area is not yet the main one.
    let areas = told([("map.areas", choices(&["knee"]))]);
    assert!(course(&areas).visible.contains(&item("map.main")));
}

#[test]
fn the_pain_that_was_called_the_worst_trouble_wins_over_the_main_place_of_the_map() {
    let main = Site {
        main: true,
        ..place("neck")
    };
    let map = Answer::Sites(vec![main, place("knee")]);
    let response = told([("map.all", map), ("map.main", choice("knee"))]);
    assert_eq!(
        word_of(&course(&response).facts, fact::PRIMARY_SITE),
        Some("knee")
    );
}

#[test]
fn a_region_that_this_version_does_not_know_does_not_hide_the_others() {
    let mut known = place("neck");
    known.regions.push(RegionId::from("from-another-version"));
    let facts = provided("map.all", Answer::Sites(vec![known]));
    assert_eq!(words_of(&facts, fact::PAIN_SITES), set(["neck"]));
}

// ---- tried

#[test]
fn tried_treatments_go_to_the_set_of_their_effect_and_without_effect_to_none() {
    let tried = |id: &str, effect| Tried {
        effect,
        still_using: true,
        ..Tried::new(id.into())
    };
    let facts = provided(
        "tried.list",
        Answer::Tried(vec![
            tried("tens", Some(Effect::Helped)),
            tried("triptan", Some(Effect::NoHelp)),
            tried("tca", Some(Effect::BadFor)),
            tried("snri", None),
            tried("from_another_version", Some(Effect::Helped)),
        ]),
    );
    assert!(word("snri").is_some());
    assert_eq!(words_of(&facts, fact::TRIED_HELPED), set(["tens"]));
    assert_eq!(words_of(&facts, fact::TRIED_NO_HELP), set(["triptan"]));
    assert_eq!(words_of(&facts, fact::TRIED_BAD), set(["tca"]));

    let sets = [fact::TRIED_HELPED, fact::TRIED_NO_HELP, fact::TRIED_BAD];
    let none = provided("tried.list", Answer::Tried(Vec::new()));
    assert!(sets.iter().all(|id| words_of(&none, *id) == set([])));
    let skipped = provided("tried.list", Answer::Skipped);
    assert!(sets.iter().all(|id| !skipped.is_known(*id)));
}

// ---- warning signs as facts

#[test]
fn thoughts_of_ending_ones_life_are_known_only_when_the_answers_suffice() {
    use SafetyAnswer::{No, NotSure, Yes};
    for (plan, thoughts, known) in [
        (None, None, None),
        (Some(No), None, None),
        (None, Some(No), None),
        (Some(No), Some(No), Some("none")),
        (Some(Yes), None, Some("plan")),
        (Some(NotSure), Some(No), Some("plan")),
        (Some(Yes), Some(Yes), Some("plan")),
        (Some(No), Some(Yes), Some("thoughts")),
        (Some(No), Some(NotSure), Some("thoughts")),
        (None, Some(Yes), Some("thoughts")),
    ] {
        let mut response = Response::default();
        for (id, answer) in [("q_sui_plan", plan), ("q_sui_thoughts", thoughts)] {
            response
                .safety
                .extend(answer.map(|answer| (QuestionId::from(id), answer)));
        }
        let facts = course(&response).facts;
        assert_eq!(
            word_of(&facts, fact::SUICIDAL),
            known,
            "{plan:?} {thoughts:?}"
        );
    }
}

#[test]
fn signs_of_inflammatory_back_pain_are_counted_only_when_all_nine_are_answered() {
    let questions = flag("back_inflammatory").unwrap().questions;
    assert_eq!(questions.len(), 9);
    let mut response = Response::default();
    let count = |response: &Response| course(response).facts.number(fact::IBP_COUNT);
    for (place, question) in questions.iter().enumerate() {
        assert_eq!(count(&response), None, "{place} answers");
        // "Not sure" is no yes.
        let answer = [SafetyAnswer::Yes, SafetyAnswer::No, SafetyAnswer::NotSure][place % 3];
        response
            .safety
            .insert(QuestionId::from(question.id), answer);
    }
    assert_eq!(count(&response), Some(3.0));
}

#[test]
fn not_sure_about_the_legs_stays_unknown_as_a_fact() {
    for (answer, known) in [
        (SafetyAnswer::Yes, Some(true)),
        (SafetyAnswer::No, Some(false)),
        (SafetyAnswer::NotSure, None),
    ] {
        let facts = signed([("q_claud", answer)]);
        assert_eq!(facts.yes_no(fact::CLAUDICATION_LIKE), known, "{answer:?}");
    }
    assert_eq!(signed([]), Facts::default());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_answer_provides_a_value_that_the_vocabulary_does_not_state(response in responses(0.9)) {
        let facts = course(&response).facts;
        for id in FactId::all() {
            if let Some(value) = facts.get(id) {
                prop_assert!(is_possible(id, value), "{} {value:?}", id.fact().id);
                let is_whole = !matches!(value, Value::Number(number) if number.fract() != 0.0);
                prop_assert!(is_whole || id.fact().kind == FactKind::Number);
            }
        }
    }

    #[test]
    fn whatever_is_typed_reading_it_never_panics_and_stays_in_range(typed in any::<String>()) {
        for item in ITEMS.iter().filter(|item| item.kind == ItemKind::Number) {
            if let Ok(Some(read)) = read_for(item, &typed) {
                prop_assert!((item.min.unwrap()..=item.max.unwrap()).contains(&read));
            }
        }
    }
}
