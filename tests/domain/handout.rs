//! The two pages as data: what fits, what never stands there, and what is unknown.

use proptest::prelude::*;
use proptest::sample::select;
use tailored::domain::handout::*;
use tailored::domain::ids::{QuestionId, TherapyId};
use tailored::domain::plan::engine;
use tailored::domain::plan::model::Plan;
use tailored::domain::questionnaire::flow::course;
use tailored::domain::questionnaire::model::{Answer, Medicine, SafetyAnswer, Site};
use tailored::domain::questionnaire::response::{Response, View};
use tailored::domain::questionnaire::sign_screens::{SignScreen, flags_of};
use tailored::domain::safety::SafetyAnswers;
use tailored::i18n::{Lang, messages, plan_words, sheets};
use tailored::knowledge::{ItemOption, Level, SAFETY_QUESTIONS, THERAPIES};

use super::flow::{choice, choices, day, item, number, place, responses, told, words};
use super::plan_cases::drawn;

const PRIVATE: [&str; 3] = ["any_suicide_now", "any_suicide_thoughts", "any_safe_home"];

fn plan_of(response: &Response) -> Plan {
    let answers = SafetyAnswers::from_response(&response.safety);
    engine::plan(&course(response).facts, &answers)
}

pub fn made(response: &Response) -> Handout {
    handout(
        response,
        &course(response),
        &plan_of(response),
        Vec::new(),
        day(),
    )
}

fn ids(ticked: &Ticked) -> Vec<&'static str> {
    match ticked {
        Ticked::Some(options) => options.iter().map(|option| option.id).collect(),
        _ => Vec::new(),
    }
}

/// Random answers, wordy, with views and questions of the person.
pub fn wordy() -> impl Strategy<Value = Response> {
    let therapies: Vec<&'static str> = THERAPIES.iter().map(|therapy| therapy.id).collect();
    let view = select(&[View::Willing, View::Unsure, View::No][..]);
    (
        responses(0.9),
        prop::collection::btree_map(select(therapies).prop_map(TherapyId::from), view, 0..20),
        prop::collection::vec(words(40), 0..12),
    )
        .prop_map(|(response, views, questions)| Response {
            views,
            questions,
            ..response
        })
}

#[test]
fn the_lines_that_a_short_way_leaves_out_are_texts_and_stand_on_the_pages() {
    let mut response = Response::default();
    for id in OWN_LINES {
        let answer = Answer::Text(format!("words of {id}"));
        response.answers.insert(item(id).id.into(), answer);
    }
    let handout = made(&response);
    let lines = [handout.name, handout.visit, handout.wish];
    assert_eq!(lines, OWN_LINES.map(|id| Some(format!("words of {id}"))),);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn nothing_about_self_harm_or_safety_at_home_stands_in_the_safety_strip(
        response in wordy(),
        odd in select(&[SafetyAnswer::Yes, SafetyAnswer::NotSure, SafetyAnswer::OldChecked][..])
    ) {
        let mut response = response;
        for id in ["q_sui_plan", "q_sui_thoughts", "q_unsafe"] {
            response.safety.insert(QuestionId::from(id), odd);
        }
        let strip = made(&response).safety;
        prop_assert!(strip.signs.iter().all(|sign| !PRIVATE.contains(&sign.warning.flag.id)));
        let private = strip
            .checked
            .iter()
            .any(|question| flags_of(question).any(|flag| PRIVATE.contains(&flag.id)));
        prop_assert!(!private);
    }

    #[test]
    fn every_other_sign_that_fired_stands_in_the_safety_strip_most_urgent_first(response in wordy()) {
        let strip = made(&response).safety;
        let fired = plan_of(&response).safety.warnings;
        let public: Vec<_> = fired
            .into_iter()
            .filter(|warning| !PRIVATE.contains(&warning.flag.id))
            .collect();
        let shown: Vec<_> = strip.signs.iter().map(|sign| sign.warning.clone()).collect();
        prop_assert_eq!(&shown, &public);
        prop_assert!(shown.is_sorted_by_key(|warning| warning.class));
        for sign in &strip.signs {
            for (question, answer) in &sign.said {
                prop_assert!(answer.is_true());
                prop_assert_eq!(response.safety.get(&QuestionId::from(question.id)), Some(answer));
            }
        }
        let checked = SAFETY_QUESTIONS.iter().filter(|question| {
            response.safety.get(&QuestionId::from(question.id)) == Some(&SafetyAnswer::OldChecked)
        });
        prop_assert_eq!(strip.checked, checked.collect::<Vec<_>>());
    }

    #[test]
    fn no_option_carries_a_caution_of_level_avoid_and_a_no_stands_behind_all_others(response in wordy()) {
        let rows = made(&response).options;
        for row in &rows {
            prop_assert!(!row.line.has_caution(Level::Avoid), "{}", row.line.therapy.id);
            prop_assert!(row.line.status.is_open() && row.line.shown);
            prop_assert!(row.line.section.is_suggested());
            let view = response.views.get(&TherapyId::from(row.line.therapy.id)).copied();
            prop_assert_eq!(row.view, view);
        }
        prop_assert!(rows.is_sorted_by_key(|row| row.view == Some(View::No)));
    }

    #[test]
    fn the_summary_has_at_most_90_words_and_no_gap(drawn in drawn()) {
        let plan = drawn.plan();
        let response = Response::default();
        let handout = handout(&response, &course(&response), &plan, Vec::new(), day());
        let summary = (messages(Lang::English).summary)(&handout);
        let count = summary.split_whitespace().count();
        prop_assert!((3..=90).contains(&count), "{count}: {summary}");
        for odd in ["{", "}", "None", "NaN", "_", "..", "  "] {
            prop_assert!(!summary.contains(odd), "{summary}");
        }
    }
}

#[test]
fn nothing_answered_is_unknown_and_never_none() {
    let handout = made(&Response::default());
    assert_eq!(handout.safety.allergies, Ticked::NotAsked);
    assert_eq!(handout.safety.conditions, Ticked::NotAsked);
    assert_eq!(handout.safety.medicines, Ticked::NotAsked);
    assert_eq!(handout.safety.asked, SignsAsked::No);
    assert_eq!(handout.medicines_asked, Asked::No);
    assert_eq!(handout.tried_asked, Asked::No);
    assert_eq!(handout.filled_in, FilledIn::NotSaid);
    assert_eq!(handout.impact(), [None; 4]);
    assert_eq!((handout.wish, handout.story), (None, None));
    assert!(handout.reasons.is_empty());
}

#[test]
fn a_skipped_list_is_not_answered_and_none_of_these_is_none() {
    for (answer, shown) in [
        (Answer::Skipped, Ticked::NotAnswered),
        (choices(&[]), Ticked::None),
    ] {
        let strip = made(&told([
            ("health.allergies", answer.clone()),
            ("health.conditions", answer.clone()),
            ("health.medicines", answer),
        ]))
        .safety;
        assert_eq!(strip.allergies, shown);
        assert_eq!(strip.conditions, shown);
        assert_eq!(strip.medicines, shown);
    }
    for (answer, asked) in [
        (Answer::Skipped, Asked::NotAnswered),
        (Answer::Medicines(Vec::new()), Asked::Yes),
    ] {
        assert_eq!(
            made(&told([("health.medlist", answer)])).medicines_asked,
            asked
        );
    }
    for (answer, asked) in [
        (Answer::Skipped, Asked::NotAnswered),
        (Answer::Tried(Vec::new()), Asked::Yes),
    ] {
        assert_eq!(made(&told([("tried.list", answer)])).tried_asked, asked);
    }
}

#[test]
fn medicines_that_change_what_is_safe_stand_in_the_strip_and_others_do_not() {
    let strip = |ids: &[&str]| {
        made(&told([("health.medicines", choices(ids))]))
            .safety
            .medicines
    };
    let matter = [
        "anticoagulant",
        "antiplatelet",
        "opioid",
        "benzodiazepine_z",
        "gabapentinoid",
        "nsaid",
        "maoi",
        "lithium",
        "methotrexate",
    ];
    for id in matter {
        assert_eq!(ids(&strip(&[id, "triptan"])), [id]);
    }
    assert_eq!(
        strip(&["triptan"]),
        Ticked::Others,
        "something, but none of these"
    );
    assert_eq!(strip(&[]), Ticked::None);
}

#[test]
fn the_strip_names_every_illness_and_allergy_that_was_ticked() {
    let all = |id: &str| -> Vec<&'static str> {
        item(id)
            .options
            .iter()
            .map(|option: &ItemOption| option.id)
            .collect()
    };
    let (conditions, allergies) = (all("health.conditions"), all("health.allergies"));
    let strip = made(&told([
        ("health.conditions", choices(&conditions)),
        ("health.allergies", choices(&allergies)),
    ]))
    .safety;
    assert_eq!(ids(&strip.conditions), conditions);
    assert_eq!(ids(&strip.allergies), allergies);
}

#[test]
fn pregnancy_stands_in_the_strip_when_it_is_possible_and_the_item_is_shown() {
    for (sex, status, shown) in [
        ("female", "pregnant", Some("pregnant")),
        ("female", "possible", Some("possible")),
        ("female", "breastfeeding", Some("breastfeeding")),
        ("female", "not_possible", None),
        ("female", "not_said", None),
        ("male", "pregnant", None),
    ] {
        let response = told([
            ("about.sex", choice(sex)),
            ("about.pregnancy", choice(status)),
        ]);
        let pregnancy = made(&response).safety.pregnancy.map(|option| option.id);
        assert_eq!(pregnancy, shown, "{sex} {status}");
    }
}

#[test]
fn signs_that_a_later_answer_asks_for_are_not_told_as_asked() {
    let mut response = told([
        ("map.areas", choices(&["low_back"])),
        ("about.age", number("40")),
    ]);
    let asked = course(&response);
    for line in asked.signs.iter().flat_map(SignScreen::questions) {
        response.safety.insert(line.id.into(), SafetyAnswer::No);
    }
    response.safety_asked = Some(day());
    assert_eq!(made(&response).safety.asked, SignsAsked::AllOn(day()));

    response
        .answers
        .insert("map.areas".into(), choices(&["low_back", "head", "chest"]));
    let SignsAsked::PartlyOn(_, n_open) = made(&response).safety.asked else {
        panic!("the signs of head and chest have no answer");
    };
    assert!(n_open > 2);
}

#[test]
fn a_sign_that_fired_stands_in_the_strip_also_before_the_questions_are_gone_through() {
    let mut response = told([
        ("map.areas", choices(&["low_back"])),
        ("about.age", number("40")),
    ]);
    response
        .safety
        .insert("q_ces_bladder".into(), SafetyAnswer::New);
    let strip = made(&response).safety;
    assert_eq!(strip.asked, SignsAsked::No);
    assert!(
        strip
            .signs
            .iter()
            .any(|sign| sign.warning.flag.id == "back_cauda_equina")
    );
}

#[test]
fn a_place_keeps_its_number_on_the_map() {
    let sites: Vec<_> = ["neck", "knee", "chest"].into_iter().map(place).collect();
    let handout = made(&told([("map.all", Answer::Sites(sites.clone()))]));
    for (place, row) in handout.sites.iter().enumerate() {
        assert_eq!((row.number, &row.site), (place + 1, &sites[place]));
        assert!(!row.name.is_empty());
    }
}

#[test]
fn what_makes_the_places_better_or_worse_stands_in_the_words_of_the_screen() {
    let words = |ids: &[&str]| ids.iter().map(|id| (*id).to_owned()).collect();
    let knee = Site {
        better: words(&["dark"]),
        worse: words(&["light", "word_of_later"]),
        ..place("knee")
    };
    let handout = made(&told([("map.all", Answer::Sites(vec![knee]))]));
    let said = sheets(messages(Lang::English), plan_words(Lang::English), &handout);
    assert_eq!(
        said.sways,
        "Worse with: light or noise, word_of_later. Better with: dark and quiet."
    );
}

#[test]
fn a_medicine_without_a_name_takes_no_row() {
    let medicine = |name: &str| Medicine {
        name: name.to_owned(),
        ..Medicine::default()
    };
    let list = vec![medicine(" "), medicine("naproxen")];
    let rows = made(&told([("health.medlist", Answer::Medicines(list))])).medicines;
    assert_eq!(rows.len(), 1);
    assert_eq!(rows[0].name, "naproxen");
}

#[test]
fn the_paper_names_the_medicines_and_illnesses_that_clash() {
    let clashing = |medicines: &[&str], illnesses: &[&str]| {
        let response = told([
            ("health.conditions", choices(illnesses)),
            ("health.medicines", choices(medicines)),
        ]);
        made(&response).safety.clashing
    };
    let label = |item: &str, option: &str| {
        let options = self::item(item).options.iter();
        let found = options
            .into_iter()
            .find(|known| known.id == option)
            .unwrap();
        found.label.split(" (").next().unwrap()
    };
    assert_eq!(
        clashing(&["nsaid", "anticoagulant", "ssri"], &["gout"]),
        [
            label("health.medicines", "nsaid"),
            label("health.medicines", "anticoagulant")
        ]
    );
    assert!(clashing(&["nsaid"], &["gout"]).is_empty());
    // By its own name where it has one.
    let medicine = |name: &str| Medicine {
        name: name.to_owned(),
        ..Medicine::default()
    };
    let list = vec![medicine("Nurofen"), medicine("Apixaban 5 mg")];
    let response = told([
        ("health.conditions", choices(&[])),
        ("health.medicines", choices(&["nsaid", "anticoagulant"])),
        ("health.medlist", Answer::Medicines(list)),
    ]);
    assert_eq!(
        made(&response).safety.clashing,
        ["Nurofen (ibuprofen)", "apixaban"]
    );
}

#[test]
fn a_question_that_is_still_blank_takes_no_row() {
    let response = Response {
        questions: vec![
            String::new(),
            "Which test next?".to_owned(),
            "  ".to_owned(),
        ],
        ..Response::default()
    };
    assert_eq!(made(&response).questions, ["Which test next?"]);
}

#[test]
fn one_month_is_said_as_one() {
    let words = messages(Lang::English);
    let since = |months: &str| {
        let duration = Answer::Duration {
            years: String::new(),
            months: months.to_owned(),
        };
        (words.summary)(&made(&told([("pain.duration", duration)])))
    };
    assert!(since("1").contains(" for 1 month."), "{}", since("1"));
    assert!(since("2").contains(" for 2 months."), "{}", since("2"));
    assert_eq!((words.duration)("1", "1"), "1 year and 1 month");
}
