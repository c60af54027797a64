//! Owns tables from Bearable: one row for each thing that was rated, several a day. Rows of one time of day become one entry.
//! May use: table, draft.

use std::collections::BTreeMap;

use super::SkipReason;
use super::collector::Collector;
use super::draft::Draft;
use super::moments;
use super::numbers::{number, of_10};
use super::table::{Row, Table};
use super::words::{Dose, dose, is_headache, is_pain};
use crate::domain::date::NaiveDate;
use crate::domain::diary::entry::Taken;
use crate::domain::diary::headache::Severity;

/// Categories of what was taken, in lower case.
const TAKEN: [&str; 5] = [
    "meds/supplements",
    "meds",
    "medication",
    "medications",
    "supplements",
];

pub(super) fn read(table: &Table, collector: &mut Collector) {
    // Earlier files have the day in one column only. In later ones the second has the year; it begins with it unless a
    // spreadsheet program has been there.
    let column = ["date formatted", "date"]
        .into_iter()
        .find_map(|name| table.column(name));
    let Some(column) = column else {
        return;
    };
    let Some(order) = collector.order(table.cells_of(column)) else {
        return;
    };
    let mut drafts: BTreeMap<(NaiveDate, String), Draft> = BTreeMap::new();
    for row in table.rows() {
        let Some(found) = moments::read(row.cell(column), order) else {
            collector.skip(row.line, SkipReason::NoDate);
            continue;
        };
        let time = table.cell(row, "time of day").to_owned();
        let start = found.at(moments::time_of_day(&time));
        let draft = drafts.entry((found.date, time.clone())).or_insert_with(|| {
            let mut draft = Draft::new(row.line, start, collector.options.clock);
            draft.name = time;
            draft
        });
        add(table, row, start.minute, draft);
    }
    drafts.into_values().for_each(|draft| collector.add(draft));
}

fn add(table: &Table, row: &Row, minute: Option<u16>, draft: &mut Draft) {
    let category = table.cell(row, "category");
    let rating = table.cell(row, "rating/amount");
    let detail = table.cell(row, "detail");
    let number = number(rating);
    match category.to_lowercase().as_str() {
        "symptom" => {
            draft.original(detail, rating, "0–4");
            if let Some(number) = number.filter(|_| is_pain(detail)) {
                // Several symptoms at one time: the strongest stands for it.
                draft.entry.pain = draft.entry.pain.max(of_10(number, 4.0));
                if is_headache(detail) {
                    draft.entry.headache.had = Some(number > 0.0);
                    draft.entry.headache.severity =
                        draft.entry.headache.severity.max(severity(detail));
                }
            }
        }
        "mood" => {
            draft.original(category, rating, "1–10");
            draft.entry.scales.mood = number
                .and_then(|number| of_10(number, 10.0))
                .or(draft.entry.scales.mood);
        }
        "sleep quality" => {
            draft.original(category, rating, "1–5");
            draft.entry.scales.sleep = number
                .and_then(|number| of_10(number - 1.0, 4.0))
                .or(draft.entry.scales.sleep);
        }
        "energy" => draft.original(category, rating, "1–5"),
        category if TAKEN.contains(&category) => take(detail, rating, minute, draft),
        _ => {
            let value = [detail, rating]
                .into_iter()
                .filter(|text| !text.is_empty())
                .collect::<Vec<_>>()
                .join(" ");
            draft.original(category, &value, "");
        }
    }
    draft.note(table.cell(row, "notes"));
}

/// The word behind the name of a symptom: "Headache (Severe)".
fn severity(detail: &str) -> Option<Severity> {
    let detail = detail.to_lowercase();
    let words = [
        ("(mild)", Severity::Mild),
        ("(moderate)", Severity::Medium),
        ("(severe)", Severity::Strong),
        ("(unbearable)", Severity::Strong),
    ];
    words
        .into_iter()
        .find(|(word, _)| detail.contains(word))
        .map(|(_, severity)| severity)
}

/// "Ibuprofen (mg)" with the amount 600, or "Ibuprofen (400mg) | Naproxen". Of several nobody knows whose the amount is.
fn take(detail: &str, amount: &str, minute: Option<u16>, draft: &mut Draft) {
    let parts = detail.split(['|', ';', '\n']).map(str::trim);
    let parts: Vec<&str> = parts.filter(|part| !part.is_empty()).collect();
    let [_, _, ..] = parts.as_slice() else {
        return take_one(detail, amount, minute, draft);
    };
    let is_none = dose(detail, amount) == Dose::NotTaken;
    for part in parts.into_iter().filter(|_| !is_none) {
        take_one(part, "", minute, draft);
    }
    if is_none {
        draft.medicine_in_note(detail, amount, "");
    } else if !matches!(dose("", amount), Dose::Taken("") | Dose::Nothing) {
        draft.amount_in_note(detail, amount);
    }
}

fn take_one(detail: &str, amount: &str, minute: Option<u16>, draft: &mut Draft) {
    let (name, unit) = match detail.rsplit_once('(') {
        // "(400mg)" is a strength: it belongs to the name.
        Some((name, unit)) if !unit.contains(|letter: char| letter.is_numeric()) => {
            (name.trim(), unit.trim_end().trim_end_matches(')'))
        }
        _ => (detail, ""),
    };
    // A unit without a number says nothing about how much.
    let unit = if amount.is_empty() { "" } else { unit };
    match (name.trim(), dose(name, amount)) {
        // An amount of 0 says that it was not taken, and nothing about others.
        (name, Dose::NotTaken) if amount.is_empty() => draft.medicine_in_note("", name, ""),
        (name, Dose::NotTaken) => draft.medicine_in_note(name, amount, unit),
        ("", _) => draft.medicine_in_note("", amount, unit),
        (name, _) => draft.took_one(Taken {
            name: name.to_owned(),
            amount: format!("{amount} {unit}").trim().to_owned(),
            minute,
            ..Taken::default()
        }),
    }
}
