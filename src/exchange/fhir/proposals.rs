//! Owns the goals, and the plan as a proposal to talk about.
//! May use: domain, i18n. Must not: order, request or advise anything.

use serde_json::{Value, json};

use super::health::{Named, month};
use super::{Report, plain_text};

/// What the person wants to be able to do again.
pub(super) fn goals(report: &Report) -> Vec<Named> {
    let goals = report.record.handout.goals.iter().filter_map(|goal| {
        let words = plain_text(&goal.words)?;
        let mut resource = json!({
            "resourceType": "Goal",
            "lifecycleStatus": "proposed",
            "description": { "text": words },
            "subject": report.reference("patient"),
            "expressedBy": report.source(),
        });
        if let Some(by) = month(&goal.by) {
            resource["target"] = json!([{ "dueDate": by }]);
        }
        Some((words, resource))
    });
    goals.collect()
}

/// The options of the pages, with what the person thinks of them not told. None while a warning sign comes before
/// everything else.
pub(super) fn care_plan(report: &Report) -> Option<Value> {
    if report.record.plan.safety.withhold {
        return None;
    }
    let lines = report.record.handout.options.iter().map(|row| &row.line);
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
            "author": report.reference("device"),
            "created": report.record.date.to_string(),
            "activity": activities,
        })
    })
}
