//! Owns tables from Visible: one row for each thing that was rated; those of one day become one entry.
//! May use: table, draft.

use std::collections::BTreeMap;

use super::SkipReason;
use super::collector::Collector;
use super::draft::Draft;
use super::moments;
use super::numbers::{number, of_10};
use super::table::Table;
use super::words::{is_headache, is_pain};
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
        let Some(found) = moments::read(table.cell(row, "observation_date"), order) else {
            collector.skip(row.line, SkipReason::NoDate);
            continue;
        };
        let draft = drafts
            .entry(found.date)
            .or_insert_with(|| Draft::new(row.line, found.at(None), collector.options.clock));
        let name = table.cell(row, "tracker_name");
        let value = table.cell(row, "observation_value");
        if name.eq_ignore_ascii_case("note") {
            draft.note(value);
            continue;
        }
        match number(value) {
            Some(level) if (0.0..=3.0).contains(&level) && is_pain(name) => {
                draft.original(name, value, "0–3");
                draft.entry.pain = draft.entry.pain.max(of_10(level, 3.0));
                if is_headache(name) {
                    draft.entry.headache.had = Some(level > 0.0);
                }
            }
            _ => draft.original(name, value, ""),
        }
    }
    drafts.into_values().for_each(|draft| collector.add(draft));
}
