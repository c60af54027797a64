//! A clinic's own forms: kept with their answers, put together from two devices, and kept where they cannot be read.

use tailored::domain::clinic_form::kept::{Given, KeptForm, KeptForms};
use tailored::storage::{Backend, MemoryBackend, Part};

use crate::backup::{again, device};
use crate::{day, open};

const FORM: &str = "k3f9x2m7q1aa";

/// A form with answers. The fixture `forms-v1.json` holds exactly this.
pub fn forms() -> KeptForms {
    let mut kept = KeptForms::default();
    let form = KeptForm {
        text: r#"{"resourceType":"Questionnaire","item":[{"linkId":"a","type":"string"}]}"#
            .to_owned(),
        title: "Before your visit".to_owned(),
        opened: day(2026, 11, 30),
    };
    kept.forms.insert(FORM.to_owned(), form);
    kept.answer(FORM, "a", vec!["Since the fall".to_owned()]);
    kept.answer(
        FORM,
        "fall.where\t1",
        vec!["0".to_owned(), "=The stairs".to_owned()],
    );
    kept
}

#[test]
fn forms_come_back_exactly_and_an_answer_writes_one_key() {
    let backend = MemoryBackend::default();
    let mut store = open(&backend).store;
    assert_eq!(store.save_forms(&forms()), Ok(()));
    let again = open(&backend).store.forms();
    assert_eq!((again.value, again.issues), (forms(), Vec::new()));
    backend.take_written();
    let mut changed = forms();
    changed.answer(FORM, "a", Vec::new());
    store.save_forms(&changed).unwrap();
    assert_eq!(backend.take_written(), [Part::Forms.key()]);
    assert_eq!(open(&backend).store.forms().value, changed);
}

#[test]
fn a_form_that_is_taken_away_takes_its_answers_and_no_others() {
    let mut kept = forms();
    kept.answer("other", "a", vec!["stays".to_owned()]);
    kept.remove(FORM);
    assert!(kept.forms.is_empty());
    assert_eq!(kept.given.len(), 1);
    assert_eq!(kept.answers("other")["a"], ["stays"]);
}

#[test]
fn another_tab_loses_no_answer_and_the_answers_of_one_question_are_not_mixed() {
    let backend = MemoryBackend::default();
    open(&backend).store.save_forms(&forms()).unwrap();
    let (mut one, mut other) = (open(&backend).store, open(&backend).store);
    let (mut mine, mut theirs) = (one.forms().value, other.forms().value);
    let said = |words: &str| vec![words.to_owned()];
    mine.answer(FORM, "a", said("Mine"));
    mine.answer(FORM, "b", said("0"));
    theirs.answer(FORM, "a", said("Theirs"));
    theirs.answer(FORM, "c", said("1"));
    one.save_forms(&mine).unwrap();
    other.save_forms(&theirs).unwrap();
    let both = open(&backend).store.forms().value.answers(FORM);
    assert_eq!(both["a"], ["Theirs"], "the one who saves last");
    assert_eq!((&both["b"], &both["c"]), (&said("0"), &said("1")));
}

#[test]
fn two_devices_put_together_have_the_answers_of_both() {
    let (here, there) = (MemoryBackend::default(), MemoryBackend::default());
    let mut one = device(&here);
    one.save_forms(&forms()).unwrap();
    let mut other = device(&there);
    other.restore(&again(&one.backup())).unwrap();
    let mut theirs = other.forms().value;
    assert_eq!(theirs, forms());
    theirs.answer(FORM, "there", vec!["1".to_owned()]);
    other.save_forms(&theirs).unwrap();
    let mut mine = one.forms().value;
    mine.answer(FORM, "here", vec!["2".to_owned()]);
    one.save_forms(&mine).unwrap();
    one.restore(&other.backup()).unwrap();
    let both = one.forms().value.answers(FORM);
    assert_eq!(
        (&both["here"][..], &both["there"][..]),
        (&["2".to_owned()][..], &["1".to_owned()][..])
    );
}

#[test]
fn a_form_that_cannot_be_read_is_told_and_kept() {
    let backend = MemoryBackend::default();
    let text =
        r#"{"v":1,"forms":{"a":{"text":"{}","title":"","opened":"soon"}},"answers":{"a q":["1"]}}"#;
    backend.set(&Part::Forms.key(), text).unwrap();
    let mut store = open(&backend).store;
    let loaded = store.forms();
    assert_eq!(loaded.issues.len(), 1);
    let mut changed = loaded.value;
    assert_eq!(changed.given["a q"], Given(vec!["1".to_owned()]));
    changed.answer("a", "r", vec!["2".to_owned()]);
    store.save_forms(&changed).unwrap();
    assert!(backend.texts()[&Part::Forms.key()].contains("soon"));
}
