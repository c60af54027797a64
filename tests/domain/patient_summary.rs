//! The one summary: safety is in it whatever the room, and each of the four states is said in words of its own.

use proptest::prelude::*;
use tailored::domain::date::NaiveDate;
use tailored::domain::handout::patient_summary::{PatientSummary, SummaryLine, SummaryPart};
use tailored::domain::handout::{Handout, PaperBlock, PaperChoices, Showing};
use tailored::domain::ids::{FlagId, QuestionId};
use tailored::domain::questionnaire::flow::course;
use tailored::domain::questionnaire::model::{Answer, Medicine, Often, SafetyAnswer};
use tailored::domain::questionnaire::response::{DealtWith, HowDealtWith, Response};
use tailored::exchange::plain::{MOST_CHARACTERS, text};
use tailored::i18n::{Lang, Messages, messages, patient_summary};
use tailored::knowledge::SafetyQuestion;

use super::flow::{choice, choices, day, number, place, told};
use super::handout::{made, wordy};

fn english() -> &'static Messages {
    messages(Lang::English)
}

fn on(month: u32, date: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, month, date).expect("a day of the calendar")
}

/// Somebody about whom each line of the summary has something to say: fired signs, six medicines, two reactions, a helper.
pub fn person_with_everything() -> Response {
    let medicine = |name: &str, strength: &str, a_day: &str| Medicine {
        name: name.to_owned(),
        strength: strength.to_owned(),
        a_day: a_day.to_owned(),
        often: Some(Often::Daily),
        ..Medicine::default()
    };
    let medicines = vec![
        medicine("Paracetamol", "500", "8"),
        medicine("Ibuprofen", "200", "3"),
        medicine("Apixaban", "5", "2"),
        medicine("Ramipril", "5", "1"),
        medicine("Furosemide", "40", "1"),
        medicine("Bisoprolol", "2.5", "1"),
    ];
    let mut response = told([
        ("about.age", number("38")),
        ("about.sex", choice("female")),
        ("about.who", choice("helper")),
        ("about.helper", Answer::Text("Ruth, my daughter".to_owned())),
        ("about.pregnancy", choice("breastfeeding")),
        ("map.areas", choices(&["low_back", "leg"])),
        ("map.all", Answer::Sites(vec![place("low_back")])),
        ("health.allergies", choices(&["aspirin", "latex"])),
        (
            "health.reaction",
            Answer::Text("A rash after aspirin in 2019.".to_owned()),
        ),
        ("health.conditions", choices(&["arrhythmia", "ckd"])),
        ("health.medicines", choices(&["nsaid", "anticoagulant"])),
        ("health.medlist", Answer::Medicines(medicines)),
        ("tried.list", Answer::Tried(Vec::new())),
        ("goals.want", Answer::Text("To sleep again".to_owned())),
    ]);
    response.safety = [
        ("q_ces_bladder", SafetyAnswer::New),
        ("q_ces_saddle", SafetyAnswer::NotSure),
        ("q_fever_ill", SafetyAnswer::OldUnchecked),
        ("q_weight_loss", SafetyAnswer::OldChecked),
        ("q_sui_thoughts", SafetyAnswer::Yes),
    ]
    .map(|(id, answer)| (QuestionId::from(id), answer))
    .into();
    response.safety_asked = Some(on(11, 20));
    response.dealt_with = [(
        FlagId::from("back_cauda_equina"),
        DealtWith {
            on: on(11, 21),
            how: HowDealtWith::BeingHelped,
        },
    )]
    .into();
    response.questions = vec!["Which tablets are safe with my kidneys?".to_owned()];
    response
}

fn summary(handout: &Handout) -> PatientSummary {
    patient_summary(english(), handout)
}

fn of(handout: &Handout, part: SummaryPart) -> Vec<String> {
    summary(handout).of(part).map(SummaryLine::whole).collect()
}

#[test]
fn each_part_about_safety_is_said_with_its_date_and_state() {
    let handout = made(&person_with_everything());
    for part in SummaryPart::SAFETY {
        assert!(!of(&handout, part).is_empty(), "{part:?} is missing");
    }
    let signs = of(&handout, SummaryPart::Sign);
    let sign = signs
        .iter()
        .find(|sign| sign.contains("Cauda equina syndrome?"))
        .expect("the sign that fired");
    for part in [
        "emergency: ",
        "New or worse within 14 days: ",
        "Not sure: ",
        "Being helped since 21 November 2026.",
    ] {
        assert!(sign.contains(part), "{part} in {sign}");
    }
    let asked = of(&handout, SummaryPart::SignsAsked);
    assert!(asked[0].contains("asked on 20 Nov 2026, "), "{asked:?}");
    assert!(asked[0].contains(" without an answer; please check what follows"));
    assert_eq!(
        of(&handout, SummaryPart::FilledIn),
        ["Filled in by: Ruth, my daughter, for the patient"]
    );
    let medicines = &of(&handout, SummaryPart::Medicines)[0];
    for name in ["Apixaban 5 mg", "Bisoprolol 2.5 mg", "Paracetamol 500 mg"] {
        assert!(medicines.contains(name), "{name} in {medicines}");
    }
}

#[test]
fn what_was_told_about_self_harm_stands_in_no_line() {
    let whole = summary(&made(&person_with_everything()));
    let text: Vec<String> = whole.lines.iter().map(SummaryLine::whole).collect();
    let text = text.join("\n").to_lowercase();
    for word in ["suicid", "ending your life", "self-harm"] {
        assert!(!text.contains(word), "{word} in {text}");
    }
}

#[test]
fn not_asked_not_answered_none_and_not_given_are_four_things() {
    let allergies = |response: &Response| {
        let lines = of(&made(response), SummaryPart::Allergies);
        assert_eq!(lines.len(), 1);
        lines[0].clone()
    };
    let said = [
        allergies(&Response::default()),
        allergies(&told([("health.allergies", Answer::Skipped)])),
        allergies(&told([("health.allergies", choices(&[]))])),
        allergies(&told([("health.allergies", choices(&["latex"]))])),
        allergies(&told([("health.allergies", choices(&["of_later"]))])),
    ];
    for (place, one) in said.iter().enumerate() {
        assert!(!said[..place].contains(one), "{said:?}");
    }
    assert!(said[0].ends_with("not asked") && said[1].ends_with("not answered"));

    let medicines = |response: &Response| of(&made(response), SummaryPart::Medicines)[0].clone();
    let none = told([("health.medlist", Answer::Medicines(Vec::new()))]);
    let skipped = told([("health.medlist", Answer::Skipped)]);
    assert!(medicines(&Response::default()).ends_with("not asked"));
    assert!(medicines(&skipped).ends_with("not answered"));
    assert!(medicines(&none).ends_with("no medicine for pain"));

    let signs = |response: &Response| of(&made(response), SummaryPart::SignsAsked)[0].clone();
    let mut unanswered = Response {
        safety_asked: Some(day()),
        ..Response::default()
    };
    let lines = |only_urgent: bool| {
        let screens = course(&Response::default()).signs.into_iter();
        let asked = screens.filter(move |screen| !only_urgent || screen.is_urgent());
        asked.flat_map(|screen| screen.questions().to_vec())
    };
    let no = |line: &'static SafetyQuestion| (QuestionId::from(line.id), SafetyAnswer::No);
    let asked = Response {
        safety: lines(false).map(no).collect(),
        ..unanswered.clone()
    };
    let urgent = Response {
        urgent_asked: Some(day()),
        safety: lines(true).map(no).collect(),
        ..Response::default()
    };
    assert!(signs(&unanswered).contains("without an answer: none to report among the others"));
    unanswered.safety_asked = None;
    unanswered.urgent_asked = Some(day());
    assert!(signs(&unanswered).contains("without an answer: "));
    assert!(signs(&Response::default()).contains("not asked yet"));
    assert!(signs(&urgent).contains("only the urgent ones"));
    assert!(signs(&asked).contains("asked on 23 Nov 2026: none to report here"));
}

#[test]
fn a_medicine_list_that_the_person_leaves_out_is_not_said_to_be_empty() {
    let mut choices = PaperChoices::default();
    choices.show(PaperBlock::Medicines, Showing::LeftOut);
    let handout = choices.apply(made(&person_with_everything()));
    assert_eq!(
        of(&handout, SummaryPart::Medicines),
        ["Medicines: not given here"]
    );
}

#[test]
fn who_gave_the_answers_is_said_as_it_was_told() {
    let line = |who: &str, helper: &str| {
        let answers = told([
            ("about.who", choice(who)),
            ("about.helper", Answer::Text(helper.to_owned())),
        ]);
        of(&made(&answers), SummaryPart::FilledIn)
    };
    assert_eq!(line("self", "Ruth"), ["Filled in by: the patient"]);
    assert_eq!(
        line("helped", "Ruth"),
        ["Filled in by: the patient, with help from Ruth"]
    );
    assert_eq!(
        line("helped", " "),
        ["Filled in by: the patient, with help"]
    );
    assert_eq!(
        line("helper", ""),
        ["Filled in by: somebody else, for the patient"]
    );
    assert!(of(&made(&Response::default()), SummaryPart::FilledIn).is_empty());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn the_text_has_at_most_2000_characters_and_all_of_the_safety(response in wordy(), most in 0usize..3_000) {
        let handout = PaperChoices::default().apply(made(&response));
        let whole = summary(&handout);
        let lines = whole.within(most);
        let length = lines.join("\n").chars().count();
        let shortest: Vec<String> = whole.safety().map(SummaryLine::shortest).collect();
        let others = whole.lines.iter().filter(|line| SummaryPart::GIVES_WAY.contains(&line.part));
        // Longer only when the lines about safety alone are, with the one that names what had no room.
        let needed = shortest.join("\n").chars().count() + usize::from(others.count() > 0) * 140;
        prop_assert!(length <= most.max(needed), "{length} of {most}, {needed} needed");
        for line in whole.safety() {
            prop_assert!(lines.contains(&line.whole()) || lines.contains(&line.shortest()), "{line:?}");
        }
        for line in &lines {
            prop_assert!(!line.ends_with('…') && !line.is_empty());
        }
        // Every medicine that was named is named.
        for medicine in &handout.medicines {
            let name = medicine.name.split_whitespace().collect::<Vec<_>>().join(" ");
            prop_assert!(lines.iter().any(|line| line.contains(&name)), "{name}");
        }
        let text = text(&handout, english());
        prop_assert_eq!(text, whole.within(MOST_CHARACTERS).join("\n"));
    }
}

/// What adds up unnoticed stands beside what does not go together.
#[test]
fn a_substance_under_two_names_and_a_day_over_the_limit_are_said() {
    let medicine = |name: &str, a_day: &str| Medicine {
        name: name.to_owned(),
        a_day: a_day.to_owned(),
        ..Medicine::default()
    };
    let list = vec![
        medicine("Nurofen 200 mg", "2"),
        medicine("Advil 200 mg", "2"),
        medicine("Paracetamol 500 mg", "10"),
    ];
    let response = told([
        ("about.age", number("38")),
        ("health.medlist", Answer::Medicines(list)),
    ]);
    let summary = patient_summary(english(), &made(&response));
    let lines = summary.of(SummaryPart::Clash).map(SummaryLine::whole);
    let text = lines.collect::<Vec<_>>().join("\n");
    assert!(
        text.contains("Nurofen and Advil both contain ibuprofen"),
        "{text}"
    );
    assert!(
        text.contains("Paracetamol: 5,000 mg (label: at most 4,000 mg)"),
        "{text}"
    );
}
