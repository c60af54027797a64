//! What typed names may count as: asked, and a fact only after a "yes".

use std::collections::BTreeMap;

use tailored::domain::ids::ItemId;
use tailored::domain::plan::engine::plan;
use tailored::domain::plan::facts::{Facts, Value, fact};
use tailored::domain::questionnaire::flow::course;
use tailored::domain::questionnaire::model::{Answer, Diagnosis, Medicine, Told};
use tailored::domain::questionnaire::provenance::items_behind;
use tailored::domain::questionnaire::response::Response;
use tailored::domain::questionnaire::suggested::suggested;
use tailored::domain::safety::SafetyAnswers;
use tailored::knowledge::{item, word, words};

fn said(pairs: &[(&str, bool)]) -> BTreeMap<String, bool> {
    let pairs = pairs.iter();
    pairs
        .map(|(word, yes)| ((*word).to_owned(), *yes))
        .collect()
}

fn diagnosis(name: &str, counts: &[(&str, bool)]) -> Diagnosis {
    Diagnosis {
        name: name.to_owned(),
        counts: said(counts),
        ..Diagnosis::default()
    }
}

fn medicine(name: &str, counts: &[(&str, bool)]) -> Medicine {
    Medicine {
        name: name.to_owned(),
        counts: said(counts),
        ..Medicine::default()
    }
}

fn told(answers: impl IntoIterator<Item = (&'static str, Answer)>) -> Response {
    let answers = answers
        .into_iter()
        .map(|(id, answer)| (ItemId::from(id), answer));
    Response {
        answers: answers.collect(),
        ..Response::default()
    }
}

fn diagnoses(list: Vec<Diagnosis>) -> (&'static str, Answer) {
    ("story.diagnoses", Answer::Diagnoses(list))
}

fn medicines(list: Vec<Medicine>) -> (&'static str, Answer) {
    ("health.medlist", Answer::Medicines(list))
}

fn choices(ids: &[&str]) -> Answer {
    Answer::Choices(ids.iter().map(|id| (*id).to_owned()).collect())
}

/// The words that are asked about a record, with what was said.
fn asked(response: &Response, item: &str, record: usize) -> Vec<(&'static str, Option<bool>)> {
    let facts = course(response).facts;
    suggested(response.answer(item).unwrap(), record, &facts)
        .into_iter()
        .map(|each| (each.word.text(), each.said))
        .collect()
}

#[test]
fn a_typed_illness_is_asked_and_counts_only_after_a_yes() {
    let typed =
        |counts: &[(&str, bool)]| told([diagnoses(vec![diagnosis("Fibromyalgie", counts)])]);
    let open = typed(&[]);
    assert_eq!(asked(&open, "story.diagnoses", 0), [("fibromyalgia", None)]);
    assert_eq!(course(&open).facts.get(fact::CONDITIONS), None);
    let yes = typed(&[("fibromyalgia", true)]);
    let facts = course(&yes).facts;
    assert!(facts.holds(fact::CONDITIONS, words::FIBROMYALGIA));
    // The other illnesses stay unknown: nobody was asked for them.
    assert!(!facts.is_known(fact::CONDITIONS));
    assert_eq!(facts.is_in(fact::CONDITIONS, words::GOUT), None);
    let behind = items_behind(fact::CONDITIONS, &course(&yes), &yes);
    assert_eq!(behind[0].id, "story.diagnoses");
    let no = typed(&[("fibromyalgia", false)]);
    assert_eq!(course(&no).facts.get(fact::CONDITIONS), None);
    assert_eq!(
        asked(&no, "story.diagnoses", 0),
        [("fibromyalgia", Some(false))]
    );
}

#[test]
fn what_is_not_sure_or_was_ruled_out_is_not_asked_and_never_counts() {
    for how in [Told::Perhaps, Told::RuledOut] {
        let record = Diagnosis {
            told: Some(how),
            ..diagnosis("Fibromyalgia", &[("fibromyalgia", true)])
        };
        let response = told([diagnoses(vec![record])]);
        assert_eq!(asked(&response, "story.diagnoses", 0), []);
        assert_eq!(course(&response).facts.get(fact::CONDITIONS), None);
    }
}

#[test]
fn a_yes_is_about_what_was_typed_then() {
    let response = told([diagnoses(vec![diagnosis(
        "No fibromyalgia",
        &[("fibromyalgia", true)],
    )])]);
    assert_eq!(course(&response).facts.get(fact::CONDITIONS), None);
}

#[test]
fn a_confirmed_illness_joins_those_that_were_ticked() {
    let typed = diagnoses(vec![diagnosis("Gicht", &[("gout", true)])]);
    let with = |ticked: &[&str]| {
        let answers = [typed.clone(), ("health.conditions", choices(ticked))];
        course(&told(answers)).facts
    };
    for ticked in [&[][..], &["asthma"]] {
        let facts = with(ticked);
        assert!(facts.is_known(fact::CONDITIONS));
        assert!(facts.holds(fact::CONDITIONS, words::GOUT));
        assert_eq!(
            facts.words(fact::CONDITIONS).unwrap().len(),
            ticked.len() + 1
        );
    }
    // What was ticked needs no question.
    let both = told([
        diagnoses(vec![diagnosis("gout", &[])]),
        ("health.conditions", choices(&["gout"])),
    ]);
    assert_eq!(asked(&both, "story.diagnoses", 0), []);
}

#[test]
fn a_yes_changes_the_course_that_is_there_as_a_new_one() {
    let mut response = told([
        diagnoses(vec![diagnosis("gout", &[])]),
        medicines(vec![medicine("Eliquis", &[])]),
        ("health.conditions", choices(&["asthma"])),
        ("health.medicines", choices(&["statin"])),
    ]);
    let mut kept = course(&response);
    for (answer, id) in [
        (
            diagnoses(vec![diagnosis("gout", &[("gout", true)])]).1,
            "story.diagnoses",
        ),
        (
            medicines(vec![medicine("Eliquis", &[("anticoagulant", true)])]).1,
            "health.medlist",
        ),
        (
            diagnoses(vec![diagnosis("gout", &[("gout", false)])]).1,
            "story.diagnoses",
        ),
    ] {
        response.answers.insert(ItemId::from(id), answer);
        kept.update(item(id).unwrap(), &response);
        assert_eq!(kept, course(&response), "{id}");
    }
}

/// On the quick way nobody is asked for kinds of medicine: what was typed and confirmed counts all the same.
#[test]
fn a_typed_medicine_is_asked_and_brings_its_cautions() {
    let open = told([medicines(vec![
        medicine("Eliquis 5 mg", &[]),
        medicine("Voltarol gel", &[]),
        medicine("Vitamin D", &[]),
        Medicine {
            a_day: "none".to_owned(),
            ..medicine("Ibuprofen", &[])
        },
        medicine("co-codamol 30/500", &[]),
    ])]);
    let list = |record| asked(&open, "health.medlist", record);
    assert_eq!(list(0), [("anticoagulant", None)]);
    assert_eq!(list(1), []);
    assert_eq!(list(2), []);
    assert_eq!(list(3), []);
    assert_eq!(list(4), [("opioid", None), ("paracetamol", None)]);

    let yes = told([medicines(vec![medicine(
        "Eliquis 5 mg",
        &[("anticoagulant", true)],
    )])]);
    let facts = course(&yes).facts;
    assert!(!facts.is_known(fact::CURRENT_MEDS));
    let mut person = facts.clone();
    person
        .set(fact::PRIMARY_SITE, Value::Word(word("knee").unwrap()))
        .unwrap();
    person.set(fact::AGE, Value::Number(70.0)).unwrap();
    let with = plan(&person, &SafetyAnswers::default());
    let mut nobody = Facts::default();
    nobody
        .set(fact::PRIMARY_SITE, Value::Word(word("knee").unwrap()))
        .unwrap();
    nobody.set(fact::AGE, Value::Number(70.0)).unwrap();
    let without = plan(&nobody, &SafetyAnswers::default());
    assert!(with.cautions.len() > without.cautions.len());
    // Medicines still wait for the other ones.
    assert!(!with.held.is_empty());
}

#[test]
fn one_kind_is_asked_once() {
    let response = told([medicines(vec![
        medicine("Ibuprofen 400", &[("nsaid", true)]),
        medicine("Naproxen", &[]),
    ])]);
    assert_eq!(
        asked(&response, "health.medlist", 0),
        [("nsaid", Some(true))]
    );
    assert_eq!(asked(&response, "health.medlist", 1), []);
}
