//! A clinic's own form: what is read of it, what applies, what it computes, what comes back.

mod bad_input;
mod conditions;
/// Needs programs of others; `./dev test` brings them.
#[cfg(feature = "fhir-model")]
mod lhc_forms;
mod reading;
mod responses;
mod scores;

use std::fs;
use std::path::Path;

use serde_json::{Value, json};
use tailored::domain::clinic_form::{Answers, Form, Item, ProblemKind};
use tailored::exchange::clinic_form::{ClinicForm, Outcome};

/// All forms of the fixtures, with their names, in order.
fn published() -> Vec<(String, ClinicForm)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/clinic-forms");
    let mut all: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "json"))
        .map(|path| {
            let name = path.file_stem().unwrap().to_string_lossy().into_owned();
            let text = fs::read_to_string(&path).unwrap();
            let form = ClinicForm::open(&text);
            (
                name.clone(),
                form.unwrap_or_else(|why| panic!("{name}: {why:?}")),
            )
        })
        .collect();
    all.sort_by(|one, other| one.0.cmp(&other.0));
    assert!(all.len() >= 17);
    all
}

fn fixture(name: &str) -> ClinicForm {
    published()
        .into_iter()
        .find(|(found, _)| found == name)
        .unwrap()
        .1
}

/// A form with these items.
fn of_items(items: Value) -> ClinicForm {
    let form = json!({ "resourceType": "Questionnaire", "status": "active", "item": items });
    ClinicForm::open(&form.to_string()).unwrap()
}

fn item<'f>(form: &'f Form, link_id: &str) -> &'f Item {
    form.items
        .iter()
        .find(|item| item.link_id == link_id)
        .unwrap()
}

fn kinds(form: &Form, link_id: &str) -> Vec<ProblemKind> {
    let problems = item(form, link_id).problems.iter();
    problems.map(|problem| problem.kind).collect()
}

fn answers(given: &[(&str, &str)]) -> Answers {
    let one = |(key, typed): &(&str, &str)| {
        let typed = typed.split(" + ").map(str::to_owned).collect();
        ((*key).to_owned(), typed)
    };
    given.iter().map(one).collect()
}

/// The ids that apply, each as often as it does.
fn enabled(form: &ClinicForm, given: &[(&str, &str)]) -> Vec<String> {
    let found = form.evaluate(&answers(given));
    let places = found.places.iter().zip(&found.enabled);
    places
        .filter(|(_, applies)| **applies)
        .map(|(place, _)| form.form.items[place.item].link_id.clone())
        .collect()
}

/// What the formula of an item gives; None where it does not apply.
fn computed(form: &ClinicForm, link_id: &str, given: &[(&str, &str)]) -> Option<Outcome> {
    let found = form.evaluate(&answers(given));
    let is_it = |at: &&usize| form.form.items[found.places[**at].item].link_id == link_id;
    let at = found.outcomes.keys().find(is_it)?;
    found.outcomes.get(at).cloned()
}

fn gives(values: &[&str]) -> Option<Outcome> {
    Some(Outcome::Given(
        values.iter().map(|value| (*value).to_owned()).collect(),
    ))
}
