//! Owns illnesses and reactions that the person names: one resource each, self-reported, with its dates.
//! May use: domain, i18n. Must not: state them as known.

use serde_json::{Map, Value, json};

use super::answers::is_out;
use super::{OWN, Report, notes, plain_text, text_concept};
use crate::domain::handout::sensitive::private_block;
use crate::domain::questionnaire::answered::GivenBetween;
use crate::domain::questionnaire::model::{Answer, Diagnosis, MonthYear, Told};
use crate::knowledge::{ItemOption, item};

pub(super) const ALLERGIES: &str = "health.allergies";
pub(super) const CONDITIONS: &str = "health.conditions";
const DIAGNOSES: &str = "story.diagnoses";

/// A resource with what it is called.
pub(super) type Named = (String, Value);

/// Reactions, of the list that was asked.
pub(super) fn allergies(report: &Report) -> Vec<Named> {
    let told = match report.record.told("health.reaction") {
        Some(Answer::Text(words)) => plain_text(words),
        _ => None,
    };
    let ticked = ticked(report, ALLERGIES);
    // One text for all of them: behind each it must not read as if it were about that one.
    let told = told.map(|words| match ticked.len() {
        1 => words,
        _ => (report.t.exchange.fhir.of_all_reactions)(&words),
    });
    let allergies = ticked.into_iter().map(|option| {
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

/// The ticked options of a list, without those that stay out.
pub(super) fn ticked(report: &Report, id: &str) -> Vec<&'static ItemOption> {
    let (Some(item), Some(Answer::Choices(ticked))) = (item(id), report.record.told(id)) else {
        return Vec::new();
    };
    let is_in = |option: &&ItemOption| {
        let is_ticked = ticked.iter().any(|code| code == option.id);
        is_ticked && !is_out(report, private_block(id, Some(option.id)))
    };
    item.options.iter().filter(is_in).collect()
}

pub(super) fn own(option: &ItemOption) -> Value {
    let coding = json!([{ "system": OWN, "code": option.id, "display": option.label }]);
    json!({ "coding": coding, "text": option.label })
}

fn status(system: &str, code: &str, display: &str) -> Value {
    json!({ "coding": [{ "system": system, "code": code, "display": display }] })
}

fn recorded(report: &Report, resource: &mut Value, item: &str) {
    if let Some(date) = told_date(report.record.given(item)) {
        resource["recordedDate"] = date.into();
    }
}

/// The day on which it was told. Where only the first and the last day are known on which it can have been, the month or
/// the year that both share: FHIR has dates of either kind, and a day would be made up.
pub(super) fn told_date(given: GivenBetween) -> Option<String> {
    const DAY_MONTH_YEAR: [usize; 3] = [10, 7, 4];
    let (first, last) = (given.first.to_string(), given.last.to_string());
    let shared = |length: usize| {
        first
            .get(..length)
            .filter(|part| last.get(..length) == Some(part))
    };
    DAY_MONTH_YEAR
        .into_iter()
        .find_map(shared)
        .map(str::to_owned)
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

/// Why nothing stands in a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
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
            let stays_out = ticked.iter().all(known) && self::ticked(report, id).is_empty();
            stays_out.then_some(Empty::Declined)
        }
        Some(Answer::Medicines(list)) if list.is_empty() => Some(Empty::None),
        _ => None,
    }
}

/// An empty list as FHIR says it.
pub(super) fn empty_reason(empty: Empty, words: &str) -> Value {
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
