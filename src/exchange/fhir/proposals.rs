//! Owns medicines as taken, the goal, and the plan as a proposal to talk about.
//! May use: domain, i18n. Must not: order, request or advise anything; doses stay the person's own words.

use serde_json::{Value, json};

use super::{Report, plain_text, text_concept};
use crate::domain::handout::PaperText;
use crate::domain::plan::model::Status;
use crate::domain::questionnaire::model::Answer;
use crate::i18n::own_words;
use crate::i18n::words::dose_words;

/// Medicines in use, as the person wrote them down.
pub(super) fn medicines(report: &Report) -> Vec<Value> {
    let record = report.record;
    let Some(Answer::Medicines(list)) = record.response.answer("health.medlist") else {
        return Vec::new();
    };
    let named = list
        .iter()
        .filter_map(|medicine| Some((medicine, text_concept(&medicine.name)?)));
    named
        .map(|(medicine, name)| {
            let mut statement = json!({
                "resourceType": "MedicationStatement",
                "status": "active",
                "medicationCodeableConcept": name,
                "subject": report.reference("patient"),
                "informationSource": report.reference("patient"),
                "dateAsserted": record.response.changed.unwrap_or(record.date).to_string(),
            });
            if let Some(dose) = plain_text(&dose_words(report.t, medicine)) {
                statement["dosage"] = json!([{ "text": dose }]);
            }
            if let Some(problems) = plain_text(&medicine.problems) {
                statement["note"] = json!([{ "text": problems }]);
            }
            statement
        })
        .collect()
}

/// What the person wants to be able to do again.
pub(super) fn goal(report: &Report) -> Option<Value> {
    let words = own_words(report.t, &report.record.handout, PaperText::Goal);
    let goal = plain_text(&words)?;
    Some(json!({
        "resourceType": "Goal",
        "lifecycleStatus": "proposed",
        "description": { "text": goal },
        "subject": report.reference("patient"),
        "expressedBy": report.reference("patient"),
    }))
}

/// The ideas of the plan that are shown first. None while a warning sign comes before everything else.
pub(super) fn care_plan(report: &Report) -> Option<Value> {
    let plan = &report.record.plan;
    if plan.safety.withhold {
        return None;
    }
    let lines = plan
        .lines
        .iter()
        .filter(|line| line.shown && line.section.is_suggested() && line.status != Status::Held);
    let activities: Vec<Value> = lines
        .map(|line| {
            let reasons = line.reasons.iter().map(|reason| {
                let (_, strength) = (report.t.strength)(reason.strength);
                format!("{} ({strength})", reason.text)
            });
            let texts: Vec<String> = std::iter::once(line.therapy.name.to_owned())
                .chain(reasons)
                .collect();
            json!({ "detail": { "status": "not-started", "description": texts.join("\n") } })
        })
        .collect();
    (!activities.is_empty()).then(|| {
        json!({
            "resourceType": "CarePlan",
            "status": "draft",
            "intent": "proposal",
            "title": report.t.exchange.points_to_discuss,
            "subject": report.reference("patient"),
            "author": report.reference("patient"),
            "created": report.record.date.to_string(),
            "activity": activities,
        })
    })
}
