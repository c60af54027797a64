//! Owns entries from SECUSO's Pain Diary, in the JSON of its backups.
//! May use: draft, serde_json.
//!
//! The layout of the tables inside was not seen; both names that such backups use for rows are tried.

use serde_json::Value;

use super::SkipReason;
use super::collector::{Collector, Level};
use super::columns::TEN;
use super::draft::Draft;
use super::moments::{self, Order};
use crate::domain::decimal::decimal;
use crate::domain::diary::entry::{About, Taken};

/// Body regions by their code; 22 more for the back of the body.
const REGIONS: [&str; 22] = [
    "abdomen L",
    "abdomen R",
    "groin L",
    "groin R",
    "thigh L",
    "thigh R",
    "knee L",
    "knee R",
    "lower leg L",
    "lower leg R",
    "foot L",
    "foot R",
    "chest L",
    "chest R",
    "neck",
    "head",
    "upper arm L",
    "upper arm R",
    "lower arm L",
    "lower arm R",
    "hand L",
    "hand R",
];

pub(super) fn fits(value: &Value) -> bool {
    value["database"]["content"].is_array()
}

/// The rows of a table.
fn rows<'a>(value: &'a Value, name: &str) -> impl Iterator<Item = &'a Value> {
    let tables = value["database"]["content"]
        .as_array()
        .into_iter()
        .flatten();
    let name = name.to_owned();
    let named = tables.filter(move |table| {
        ["tableName", "name", "table"]
            .iter()
            .any(|key| table[key].as_str() == Some(name.as_str()))
    });
    named.flat_map(|table| {
        let rows = table["values"]
            .as_array()
            .or_else(|| table["rows"].as_array());
        rows.into_iter().flatten()
    })
}

pub(super) fn read(value: &Value, collector: &mut Collector) {
    for (place, row) in (1..).zip(rows(value, "diaryentries")) {
        let Some(found) = moments::read(&text(&row["date"]), Order::DayFirst) else {
            collector.skip(place, SkipReason::NoDate);
            continue;
        };
        let mut draft = Draft::new(place, found.at(None), collector.options.clock);
        draft.content = row.to_string();
        draft.entry.about = Some(About::Day);
        draft.name = text(&row["_id"]);
        draft.original("condition", &text(&row["condition"]), "0–4");
        draft.note(&text(&row["notes"]));
        let description = rows(value, "paindescriptions")
            .find(|known| is_same(&known["_id"], &row["painDescription_id"]));
        if let Some(description) = description {
            let pain = text(&description["painLevel"]);
            collector.pain(&mut draft, Level::Usual, "painLevel", &pain, TEN);
            let regions: Vec<String> = text(&description["bodyRegions"])
                .split(',')
                .filter_map(region)
                .collect();
            draft.original("", &regions.join(", "), "");
            draft.original("", &text(&description["painQualities"]), "");
            draft.original("", &text(&description["timesOfPain"]), "");
        }
        for intake in rows(value, "drugintakes")
            .filter(|intake| is_same(&intake["diaryEntry_id"], &row["_id"]))
        {
            let drug = rows(value, "drugs").find(|drug| is_same(&drug["_id"], &intake["drug_id"]));
            let Some(drug) = drug else { continue };
            let times = ["morning", "noon", "evening", "night"];
            let count: f64 = times
                .iter()
                .filter_map(|time| decimal(&text(&intake[*time])))
                .sum();
            let name = format!("{} {}", text(&drug["name"]), text(&drug["dose"]))
                .trim()
                .to_owned();
            let taken = Taken {
                name,
                amount: count.to_string(),
                ..Taken::default()
            };
            match count > 0.0 {
                true => draft.took_one(taken),
                false => draft.original(&taken.name, "0", ""),
            }
        }
        collector.add(draft);
    }
}

/// The column of the app's tables that says which medicines were taken.
pub(super) const INTAKES: &str = "Drug Intakes";

/// The medicines in a cell of that column, which the app writes for no reader:
/// `[[drug:[name:Ibuprofen,dose400],quantityMorning:1,quantityNoon:0,quantityEvening:1,quantityNight:0],]`.
pub(super) fn intakes(cell: &str) -> Vec<Taken> {
    let each = cell.split("drug:[name:").skip(1);
    let taken = each.filter_map(|text| {
        let (drug, quantities) = text.split_once(']')?;
        let (name, dose) = drug.rsplit_once(",dose").unwrap_or((drug, ""));
        let count: f64 = quantities
            .split("quantity")
            .skip(1)
            .filter_map(|quantity| {
                let number = quantity.split_once(':')?.1;
                let end = number.find(|letter: char| !letter.is_ascii_digit() && letter != '.');
                decimal(number.get(..end.unwrap_or(number.len()))?)
            })
            .sum();
        Some(Taken {
            name: format!("{} {}", name.trim(), dose.trim_start_matches(':').trim())
                .trim()
                .to_owned(),
            amount: count.to_string(),
            ..Taken::default()
        })
    });
    taken
        .filter(|taken| !taken.name.is_empty() && taken.amount != "0")
        .collect()
}

fn region(code: &str) -> Option<String> {
    let code: usize = code.trim().parse().ok()?;
    match (
        REGIONS.get(code),
        REGIONS.get(code.checked_sub(22).unwrap_or(usize::MAX)),
    ) {
        (Some(name), _) => Some((*name).to_owned()),
        (None, Some(name)) => Some(format!("{name} (back)")),
        (None, None) => None,
    }
}

/// Ids are numbers in one table and may be texts in another.
fn is_same(left: &Value, right: &Value) -> bool {
    !left.is_null() && text(left) == text(right)
}

fn text(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Number(number) => number.to_string(),
        _ => String::new(),
    }
}
