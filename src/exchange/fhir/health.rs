//! Owns illnesses, reactions and medicines that the person names: one resource each, self-reported, with its dates.
//! May use: domain, i18n. Must not: state them as known; doses stay the person's own words.

use serde_json::{Map, Value, json};

use super::answers::is_out;
use super::{OWN, Report, notes, plain_text, text_concept};
use crate::domain::handout::sensitive::{block_of_therapy, private_block};
use crate::domain::questionnaire::model::{Answer, Diagnosis, Medicine, MonthYear, Told, Tried};
use crate::i18n::words::{dose_words, effect_words, tried_detail, tried_name};
use crate::knowledge::{ItemOption, TherapyGroup, item, therapy};

const ALLERGIES: &str = "health.allergies";
const CONDITIONS: &str = "health.conditions";
const MEDICINES: &str = "health.medlist";
const DIAGNOSES: &str = "story.diagnoses";

/// A resource with what it is called.
pub(super) type Named = (String, Value);

/// Reactions, of the list that was asked.
pub(super) fn allergies(report: &Report) -> Vec<Named> {
    let told = match report.record.told("health.reaction") {
        Some(Answer::Text(words)) => plain_text(words),
        _ => None,
    };
    let allergies = ticked(report, ALLERGIES).into_iter().map(|option| {
        let mut allergy = json!({
            "resourceType": "AllergyIntolerance",
            "clinicalStatus": status("http://terminology.hl7.org/CodeSystem/allergyintolerance-clinical", "active", "Active"),
            "verificationStatus": status("http://terminology.hl7.org/CodeSystem/allergyintolerance-verification", "unconfirmed", "Unconfirmed"),
            "code": own(option),
            "patient": report.reference("patient"),
            "asserter": report.source(),
        });
        if is_medicine(option.id) {
            allergy["category"] = json!(["medication"]);
        }
        recorded(report, &mut allergy, ALLERGIES);
        // One text for all of them: it says itself which one it is about.
        if let Some(words) = &told {
            allergy["note"] = json!([{ "text": words }]);
        }
        (option.id.to_owned(), allergy)
    });
    allergies.collect()
}

fn is_medicine(allergy: &str) -> bool {
    !matches!(allergy, "adhesive" | "latex" | "metal" | "other")
}

/// Illnesses of the list that was asked, and what the person was told that they have, or have not.
pub(super) fn conditions(report: &Report) -> Vec<Named> {
    let ever = ticked(report, CONDITIONS).into_iter().map(|option| {
        let mut condition = condition(report, own(option), "unconfirmed", "Unconfirmed");
        // "Ever had": whether it is there now is not known.
        condition["note"] = json!([{ "text": report.t.exchange.fhir.ever_had }]);
        recorded(report, &mut condition, CONDITIONS);
        (option.id.to_owned(), condition)
    });
    let told = match report.record.told(DIAGNOSES) {
        Some(Answer::Diagnoses(list)) => list.as_slice(),
        _ => &[],
    };
    let told = told.iter().filter_map(|diagnosis| {
        let name = plain_text(&diagnosis.name)?;
        Some((format!("told {name}"), of_diagnosis(report, diagnosis)?))
    });
    ever.chain(told).collect()
}

fn of_diagnosis(report: &Report, diagnosis: &Diagnosis) -> Option<Value> {
    let (code, display) = match diagnosis.told {
        Some(Told::RuledOut) => ("refuted", "Refuted"),
        Some(Told::Perhaps) => ("provisional", "Provisional"),
        Some(Told::Certain) | None => ("unconfirmed", "Unconfirmed"),
    };
    let mut condition = condition(report, text_concept(&diagnosis.name)?, code, display);
    recorded(report, &mut condition, DIAGNOSES);
    if let Some(notes) = notes([told_words(report, diagnosis)]) {
        condition["note"] = notes;
    }
    Some(condition)
}

/// By whom it was told, and how sure.
fn told_words(report: &Report, diagnosis: &Diagnosis) -> String {
    let told = diagnosis.told.map_or("", report.t.assessment.told);
    let said = [diagnosis.by.trim(), told]
        .into_iter()
        .filter(|text| !text.is_empty());
    said.collect::<Vec<_>>().join(", ")
}

fn condition(report: &Report, name: Value, code: &str, display: &str) -> Value {
    json!({
        "resourceType": "Condition",
        "verificationStatus": status("http://terminology.hl7.org/CodeSystem/condition-ver-status", code, display),
        "code": name,
        "subject": report.reference("patient"),
        "asserter": report.source(),
    })
}

/// Medicines in use, and those that were tried before.
pub(super) fn medicines(report: &Report) -> Vec<Named> {
    let list = match report.record.told(MEDICINES) {
        Some(Answer::Medicines(list)) => list.as_slice(),
        _ => &[],
    };
    let tried = match report.record.told("tried.list") {
        Some(Answer::Tried(list)) => list.as_slice(),
        _ => &[],
    };
    let now = list
        .iter()
        .filter_map(|medicine| Some((plain_text(&medicine.name)?, of_medicine(report, medicine)?)));
    let before = tried.iter().filter_map(|tried| {
        let known = therapy(tried.therapy.as_str())?;
        let is_medicine = known.group == TherapyGroup::Medicine;
        let is_told = is_medicine && !is_out(report, block_of_therapy(known.id));
        // What is still in use stands in the list of those in use.
        let is_past = !tried.still_using;
        let name = plain_text(&tried_name(tried)).filter(|_| is_told && is_past)?;
        Some((format!("tried {name}"), of_tried(report, tried)?))
    });
    now.chain(before).collect()
}

fn of_medicine(report: &Report, medicine: &Medicine) -> Option<Value> {
    let words = &report.t.exchange.fhir;
    let mut statement = statement(report, "active", &medicine.name)?;
    if let Some(since) = month(&medicine.since) {
        statement["effectivePeriod"] = json!({ "start": since });
    }
    asserted(report, &mut statement, MEDICINES);
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

/// A medicine that is not in use any more: stopped when the person said why or that it did harm, else it is not known how
/// it ended.
fn of_tried(report: &Report, tried: &Tried) -> Option<Value> {
    let stopped = plain_text(&tried.stopped);
    let status = if stopped.is_some() {
        "stopped"
    } else {
        "unknown"
    };
    let mut statement = statement(report, status, &tried_name(tried))?;
    if let Some(why) = stopped {
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

fn statement(report: &Report, status: &str, name: &str) -> Option<Value> {
    Some(json!({
        "resourceType": "MedicationStatement",
        "status": status,
        "medicationCodeableConcept": text_concept(name)?,
        "subject": report.reference("patient"),
        "informationSource": report.source(),
    }))
}

/// The ticked options of a list, without those that stay out.
fn ticked(report: &Report, id: &str) -> Vec<&'static ItemOption> {
    let (Some(item), Some(Answer::Choices(ticked))) = (item(id), report.record.told(id)) else {
        return Vec::new();
    };
    let is_in = |option: &&ItemOption| {
        let is_ticked = ticked.iter().any(|code| code == option.id);
        is_ticked && !is_out(report, private_block(id, Some(option.id)))
    };
    item.options.iter().filter(is_in).collect()
}

fn own(option: &ItemOption) -> Value {
    let coding = json!([{ "system": OWN, "code": option.id, "display": option.label }]);
    json!({ "coding": coding, "text": option.label })
}

fn status(system: &str, code: &str, display: &str) -> Value {
    json!({ "coding": [{ "system": system, "code": code, "display": display }] })
}

/// The day on which it was told, when it is known.
fn recorded(report: &Report, resource: &mut Value, item: &str) {
    if let Some(day) = report.record.given(item).day() {
        resource["recordedDate"] = day.to_string().into();
    }
}

fn asserted(report: &Report, resource: &mut Value, item: &str) {
    if let Some(day) = report.record.given(item).day() {
        resource["dateAsserted"] = day.to_string().into();
    }
}

/// A month, or a year when no month was said; none when it cannot be one.
pub(super) fn month(typed: &MonthYear) -> Option<String> {
    let year = typed.year.trim();
    let is_year = year.len() == 4 && year.bytes().all(|letter| letter.is_ascii_digit());
    let year: u16 = year
        .parse()
        .ok()
        .filter(|year| is_year && (1900..=2199).contains(year))?;
    let month: Option<u8> = typed.month.trim().parse().ok();
    Some(match month.filter(|month| (1..=12).contains(month)) {
        Some(month) => format!("{year}-{month:02}"),
        None => year.to_string(),
    })
}

/// Why a list is empty, for the section that it would stand in.
pub(super) enum Empty {
    /// The person was asked and named none.
    None,
    NotAsked,
    Declined,
}

/// What became of a list that has nothing to send; none when something stays out, or is not known here.
pub(super) fn emptiness(report: &Report, id: &str) -> Option<Empty> {
    match report.record.told(id) {
        None => Some(Empty::NotAsked),
        Some(Answer::Skipped) => Some(Empty::Declined),
        Some(Answer::Choices(ticked)) if ticked.is_empty() => Some(Empty::None),
        Some(Answer::Choices(ticked)) => {
            let known = |code: &String| private_block(id, Some(code)).is_some();
            // Only what stays out was ticked: for the receiver it was left out.
            ticked.iter().all(known).then_some(Empty::Declined)
        }
        Some(Answer::Medicines(list)) if list.is_empty() => Some(Empty::None),
        _ => None,
    }
}

/// An empty list as FHIR says it.
pub(super) fn empty_reason(empty: &Empty, words: &str) -> Value {
    let (code, display) = match empty {
        Empty::None => ("nilknown", "Nil Known"),
        Empty::NotAsked => ("notasked", "Not Asked"),
        Empty::Declined => ("unavailable", "Unavailable"),
    };
    let mut concept = Map::new();
    let system = "http://terminology.hl7.org/CodeSystem/list-empty-reason";
    concept.insert(
        "coding".to_owned(),
        json!([{ "system": system, "code": code, "display": display }]),
    );
    concept.insert("text".to_owned(), words.into());
    Value::Object(concept)
}
