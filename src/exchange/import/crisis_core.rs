//! Owns entries from the Pain Tracker of CrisisCore, in its JSON.
//! May use: draft, serde_json. Must not: take over its view of causes; what it holds beside the pain is kept as written.

use serde_json::Value;

use super::SkipReason;
use super::collector::{Collector, Level};
use super::columns::TEN;
use super::draft::Draft;
use super::moments::{self, Order};
use crate::domain::diary::entry::Taken;
use crate::domain::medicines::not_taken::{self, Told};

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
        // Moments are in world time: near midnight the person's day is another one.
        let Some(found) = moments::read(timestamp, Order::DayFirst) else {
            collector.skip(place, SkipReason::NoDate);
            continue;
        };
        let mut draft = Draft::new(place, found, collector.options.clock);
        draft.name = text(&entry["id"]);
        draft.content = entry.to_string();
        let baseline = &entry["baselineData"];
        let pain = [&baseline["pain"], &entry["painLevel"], &entry["pain"]].map(text);
        let pain = pain
            .into_iter()
            .find(|pain| !pain.is_empty())
            .unwrap_or_default();
        collector.pain(&mut draft, Level::Usual, "pain", &pain, TEN);
        draft.original("symptoms", &joined(&entry["symptoms"]), "");
        draft.original("locations", &joined(&baseline["locations"]), "");
        draft.original("symptoms", &joined(&baseline["symptoms"]), "");
        let life = &entry["qualityOfLife"];
        draft.original("sleep quality", &text(&life["sleepQuality"]), "");
        draft.original("mood impact", &text(&life["moodImpact"]), "");
        // A short form of the file has the list itself in this place.
        let medicines = &entry["medications"];
        let medicines = medicines["current"]
            .as_array()
            .or_else(|| medicines.as_array());
        for medicine in medicines.into_iter().flatten() {
            let name = match medicine {
                Value::String(name) => name.clone(),
                medicine => text(&medicine["name"]),
            };
            let amount = text(&medicine["dosage"]);
            match not_taken::told(&name, &amount) {
                _ if name.trim().is_empty() => {}
                Told::Nothing => draft.medicine_in_note(&name, &amount, ""),
                Told::NotTaken => _ = draft.entry.took_medicine.get_or_insert(false),
                Told::Unnamed => draft.entry.took_medicine = Some(true),
                Told::Taken => draft.took_one(Taken {
                    name,
                    amount,
                    ..Taken::default()
                }),
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
