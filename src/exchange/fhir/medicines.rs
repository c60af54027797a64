//! Owns the medicines that the person names or ticks: one resource each, self-reported, with its dates.
//! May use: domain, i18n. Must not: state them as known; doses stay the person's own words.

use serde_json::{Value, json};

use super::answers::is_out;
use super::health::{Named, month, own, ticked, told_date};
use super::{Report, notes, plain_text, text_concept};
use crate::domain::handout::sensitive::block_of_therapy;
use crate::domain::medicines::pairs::names_of_kind;
use crate::domain::medicines::typed::Typed;
use crate::domain::questionnaire::model::{Answer, Medicine, Tried};
use crate::domain::treatments::amounts;
use crate::i18n::words::{dose_words, effect_words, tried_detail, tried_name};
use crate::knowledge::{TherapyGroup, therapy};

/// What is taken for pain, by name.
pub(super) const LIST: &str = "health.medlist";
/// Kinds of medicine, for whatever they are taken.
pub(super) const KINDS: &str = "health.medicines";

/// What stands among the medicines of the catalogue and is taken by nobody.
const NO_MEDICINES: [&str; 3] = ["medication_review", "opioid_review", "moh_withdrawal"];

/// Medicines in use, kinds of medicine that were ticked, and what was tried before.
pub(super) fn medicines(report: &Report) -> Vec<Named> {
    let list = match report.record.told(LIST) {
        Some(Answer::Medicines(list)) => list.as_slice(),
        _ => &[],
    };
    let listed: Vec<Typed> = amounts::in_use(list);
    let tried = match report.record.told("tried.list") {
        Some(Answer::Tried(list)) => list.as_slice(),
        _ => &[],
    };
    let now = list
        .iter()
        .filter_map(|medicine| Some((plain_text(&medicine.name)?, of_medicine(report, medicine)?)));
    let kinds = kinds(report, &listed);
    let tried = tried.iter().filter_map(|tried| {
        let known = therapy(tried.therapy.as_str())?;
        let is_medicine =
            known.group == TherapyGroup::Medicine && !NO_MEDICINES.contains(&known.id);
        let is_told = is_medicine && !is_out(report, block_of_therapy(known.id));
        let name = plain_text(&tried_name(tried)).filter(|_| is_told)?;
        // What is still in use mostly stands in the list as well.
        let is_listed = || {
            let same =
                |medicine: &Medicine| medicine.name.trim().to_lowercase() == name.to_lowercase();
            list.iter().any(same) || !names_of_kind(known.id, &listed).is_empty()
        };
        (!tried.still_using || !is_listed()).then_some(())?;
        Some((format!("tried {name}"), of_tried(report, tried)?))
    });
    now.chain(kinds).chain(tried).collect()
}

/// Kinds that were ticked and of which the list names no medicine: a blood thinner that nobody would write among what is
/// taken for pain must not be missing.
fn kinds(report: &Report, listed: &[Typed]) -> Vec<Named> {
    let unnamed = ticked(report, KINDS).into_iter().filter(|option| {
        let word = option.word.map_or(option.id, |word| word.text());
        names_of_kind(word, listed).is_empty()
    });
    let statements = unnamed.map(|option| {
        let mut statement = statement(report, "active", own(option));
        asserted(report, &mut statement, KINDS);
        (format!("kind {}", option.id), statement)
    });
    statements.collect()
}

fn of_medicine(report: &Report, medicine: &Medicine) -> Option<Value> {
    let words = &report.t.exchange.fhir;
    let mut statement = statement(report, "active", text_concept(&medicine.name)?);
    if let Some(since) = month(&medicine.since) {
        statement["effectivePeriod"] = json!({ "start": since });
    }
    asserted(report, &mut statement, LIST);
    if let Some(dose) = plain_text(&dose_words(report.t, medicine)) {
        statement["dosage"] = json!([{ "text": dose }]);
    }
    let said = [
        medicine.helps.map_or_else(String::new, words.helps),
        if medicine.bought {
            words.bought.to_owned()
        } else {
            String::new()
        },
        side_effects(report, &medicine.problems),
    ];
    if let Some(notes) = notes(said) {
        statement["note"] = notes;
    }
    Some(statement)
}

/// A medicine that was tried: still in use, stopped when the person said why, else it is not known how it ended.
fn of_tried(report: &Report, tried: &Tried) -> Option<Value> {
    let stopped = plain_text(&tried.stopped);
    let status = match (tried.still_using, &stopped) {
        (true, _) => "active",
        (false, Some(_)) => "stopped",
        (false, None) => "unknown",
    };
    let mut statement = statement(report, status, text_concept(&tried_name(tried))?);
    if let Some(why) = stopped.filter(|_| !tried.still_using) {
        statement["statusReason"] = json!([{ "text": why }]);
    }
    asserted(report, &mut statement, "tried.list");
    if let Some(detail) = plain_text(&tried_detail(report.t, tried)) {
        statement["dosage"] = json!([{ "text": detail }]);
    }
    let effect = tried
        .effect
        .map_or("", |effect| effect_words(report.t, Some(effect)));
    let said = [
        effect.to_owned(),
        tried
            .help
            .map_or_else(String::new, report.t.exchange.fhir.helps),
        side_effects(report, &tried.problems),
    ];
    if let Some(notes) = notes(said) {
        statement["note"] = notes;
    }
    Some(statement)
}

fn side_effects(report: &Report, problems: &str) -> String {
    match problems.trim() {
        "" => String::new(),
        problems => (report.t.exchange.fhir.side_effects)(problems),
    }
}

fn statement(report: &Report, status: &str, name: Value) -> Value {
    json!({
        "resourceType": "MedicationStatement",
        "status": status,
        "medicationCodeableConcept": name,
        "subject": report.reference("patient"),
        "informationSource": report.source(),
    })
}

fn asserted(report: &Report, resource: &mut Value, item: &str) {
    if let Some(date) = told_date(report.record.given(item)) {
        resource["dateAsserted"] = date.into();
    }
}
