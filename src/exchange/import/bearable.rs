//! Owns tables from Bearable: one row for each thing that was rated, several a day. Rows of one time of day become one entry.
//! May use: table, draft.

use std::collections::BTreeMap;

use super::SkipReason;
use super::draft::{Collector, Draft, is_headache, is_pain, to_10};
use super::moments::{self, Order};
use super::table::{Row, Table};
use crate::domain::date::NaiveDate;

pub(super) fn read(table: &Table, collector: &mut Collector) {
    let mut drafts: BTreeMap<(NaiveDate, String), Draft> = BTreeMap::new();
    for row in table.rows() {
        // This column is always year, month, day.
        let Some(date) = moments::date(table.cell(row, "date formatted"), Order::DayFirst) else {
            collector.skip(row.line, SkipReason::NoDate);
            continue;
        };
        let time = table.cell(row, "time of day").to_owned();
        let key = (date, time.clone());
        let draft = drafts.entry(key).or_insert_with(|| {
            let mut draft = Draft::new(row.line, date, moments::minute(&time));
            draft.name = time;
            draft
        });
        add(table, row, draft);
    }
    drafts.into_values().for_each(|draft| collector.add(draft));
}

fn add(table: &Table, row: &Row, draft: &mut Draft) {
    let category = table.cell(row, "category");
    let rating = table.cell(row, "rating/amount");
    let detail = table.cell(row, "detail");
    let number = rating.parse::<f64>().ok();
    match category.to_lowercase().as_str() {
        "symptom" => {
            draft.original(detail, rating, "0–4");
            if let Some(number) = number.filter(|_| is_pain(detail)) {
                // Several symptoms at one time: the strongest stands for it.
                draft.entry.pain = draft.entry.pain.max(to_10(number, 0.0, 4.0));
                if is_headache(detail) {
                    draft.entry.headache.had = Some(number > 0.0);
                }
            }
        }
        "mood" => {
            draft.original(category, rating, "1–10");
            draft.entry.scales.mood = number
                .and_then(|number| to_10(number, 0.0, 10.0))
                .or(draft.entry.scales.mood);
        }
        "sleep quality" => {
            draft.original(category, rating, "1–5");
            draft.entry.scales.sleep = number
                .and_then(|number| to_10(number, 1.0, 5.0))
                .or(draft.entry.scales.sleep);
        }
        "energy" => draft.original(category, rating, "1–5"),
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
