//! Owns tables from Visible: one row for each thing that was rated; those of one day become one entry.
//! May use: table, draft.

use std::collections::BTreeMap;

use super::SkipReason;
use super::draft::{Collector, Draft, is_headache, is_pain, to_10};
use super::moments;
use super::table::Table;
use crate::domain::date::NaiveDate;

pub(super) fn read(table: &Table, collector: &mut Collector) {
    let dates = table
        .rows()
        .iter()
        .map(|row| table.cell(row, "observation_date"));
    let Some(order) = collector.order(dates) else {
        return;
    };
    let mut drafts: BTreeMap<NaiveDate, Draft> = BTreeMap::new();
    for row in table.rows() {
        let Some(date) = moments::date(table.cell(row, "observation_date"), order) else {
            collector.skip(row.line, SkipReason::NoDate);
            continue;
        };
        let draft = drafts
            .entry(date)
            .or_insert_with(|| Draft::new(row.line, date, None));
        let name = table.cell(row, "tracker_name");
        let value = table.cell(row, "observation_value");
        if name.eq_ignore_ascii_case("note") {
            draft.note(value);
            continue;
        }
        match value.parse::<f64>() {
            Ok(level) if (0.0..=3.0).contains(&level) && is_pain(name) => {
                draft.original(name, value, "0–3");
                draft.entry.pain = draft.entry.pain.max(to_10(level, 0.0, 3.0));
                if is_headache(name) {
                    draft.entry.headache.had = Some(level > 0.0);
                }
            }
            _ => draft.original(name, value, ""),
        }
    }
    drafts.into_values().for_each(|draft| collector.add(draft));
}
