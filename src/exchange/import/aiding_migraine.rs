//! Owns tables from AidingMigraine: one row per attack, in local dates.
//! May use: table, draft, collector.

use super::SkipReason;
use super::collector::{Collector, Level};
use super::columns::TEN;
use super::draft::{self, Draft};
use super::moments;
use super::table::Table;
use crate::domain::diary::attack::AttackKind;

const KEPT: [&str; 10] = [
    "Category",
    "Resolution",
    "Status",
    "Pressure (hPa)",
    "Symptoms",
    "Triggers",
    "Prodrome",
    "Postdrome",
    "Pain Location",
    "Pain Quality",
];

pub(super) fn read(table: &Table, collector: &mut Collector) {
    let dates = table.rows().iter().map(|row| table.cell(row, "Date"));
    let Some(order) = collector.order(dates) else {
        return;
    };
    let clock = collector.options.clock;
    for row in table.rows() {
        let Some(date) = moments::read(table.cell(row, "Date"), order) else {
            collector.skip(row.line, SkipReason::NoDate);
            continue;
        };
        let start = date.at(moments::time_of_day(table.cell(row, "Start Time")));
        let mut draft = Draft::new(row.line, start, clock);
        draft.content = row.all_but(None);
        draft.entry.headache.had = Some(true);
        let pain = table.cell(row, "Pain Level");
        collector.pain(&mut draft, Level::Usual, "Pain Level", pain, TEN);
        if let Some(begin) = draft::moment(start, clock) {
            let lasted = moments::duration_min(table.cell(row, "Duration (hours)"), Some(60));
            let end = match (lasted, moments::time_of_day(table.cell(row, "End Time"))) {
                (Some(minutes), _) => draft::later(begin, minutes),
                // Without a duration an end before the start is one of the next day.
                (None, Some(minute)) => draft::end_by_time(start, minute, clock),
                (None, None) => None,
            };
            draft.attack(AttackKind::Headache, begin, end);
        }
        draft.took(table.cell(row, "Medication"));
        for column in KEPT {
            draft.original(column, table.cell(row, column), "");
        }
        draft.note(table.cell(row, "Notes"));
        collector.add(draft);
    }
}
