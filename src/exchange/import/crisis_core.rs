//! Owns entries from the Pain Tracker of CrisisCore, in its JSON.
//! May use: draft, serde_json. Must not: take over its view of causes; what it holds beside the pain is kept as written.

use serde_json::Value;

use super::SkipReason;
use super::draft::{Collector, Draft};
use super::moments::{self, Order};
use crate::domain::diary::entry::Taken;

pub(super) fn fits(value: &Value) -> bool {
    let first = list(value).and_then(|list| list.first());
    first.is_some_and(|entry| {
        entry.get("timestamp").is_some() || entry.get("baselineData").is_some()
    })
}

fn list(value: &Value) -> Option<&Vec<Value>> {
    value
        .as_array()
        .or_else(|| value.get("entries")?.as_array())
}

pub(super) fn read(value: &Value, collector: &mut Collector) {
    for (place, entry) in (1..).zip(list(value).into_iter().flatten()) {
        if !entry.is_object() {
            collector.skip(place, SkipReason::NotReadable);
            continue;
        }
        let timestamp = entry["timestamp"].as_str().unwrap_or_default();
        // Moments are in universal time: near midnight the local day may be another one.
        let Some(date) = moments::date(timestamp, Order::DayFirst) else {
            collector.skip(place, SkipReason::NoDate);
            continue;
        };
        let mut draft = Draft::new(place, date, moments::minute(timestamp));
        if moments::ahead_min(timestamp) == Some(0) {
            draft.original("", timestamp, "");
        }
        draft.name = text(&entry["id"]);
        let baseline = &entry["baselineData"];
        draft.pain_of_10(&text(&baseline["pain"]));
        draft.original("locations", &joined(&baseline["locations"]), "");
        draft.original("symptoms", &joined(&baseline["symptoms"]), "");
        let life = &entry["qualityOfLife"];
        draft.original("sleep quality", &text(&life["sleepQuality"]), "");
        draft.original("mood impact", &text(&life["moodImpact"]), "");
        for medicine in entry["medications"]["current"]
            .as_array()
            .into_iter()
            .flatten()
        {
            let name = text(&medicine["name"]);
            if !name.trim().is_empty() {
                draft.entry.took_medicine = Some(true);
                draft.entry.medicines.push(Taken {
                    name,
                    amount: text(&medicine["dosage"]),
                    ..Taken::default()
                });
            }
        }
        for name in ["triggers", "quality", "reliefMethods", "activities"] {
            draft.original(name, &joined(&entry[name]), "");
        }
        draft.note(&text(&entry["notes"]));
        collector.add(draft);
    }
}

/// A text or a number as text; nothing else.
fn text(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Number(number) => number.to_string(),
        _ => String::new(),
    }
}

fn joined(value: &Value) -> String {
    let texts: Vec<String> = value.as_array().into_iter().flatten().map(text).collect();
    texts.join(", ")
}
