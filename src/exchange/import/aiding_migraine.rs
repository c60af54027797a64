//! Owns tables from AidingMigraine: one row per attack, in local dates.
//! May use: table, draft.

use super::SkipReason;
use super::draft::{Collector, Draft, later};
use super::moments;
use super::table::Table;
use crate::domain::diary::attack::{AttackKind, Moment};

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
    for row in table.rows() {
        let Some(date) = moments::date(table.cell(row, "Date"), order) else {
            collector.skip(row.line, SkipReason::NoDate);
            continue;
        };
        let minute = moments::minute(table.cell(row, "Start Time"));
        let mut draft = Draft::new(row.line, date, minute);
        draft.entry.headache.had = Some(true);
        draft.pain_of_10(table.cell(row, "Pain Level"));
        if let Some(minute) = minute {
            let start = Moment {
                date,
                minute,
                ahead_min: 0,
            };
            let hours: Option<f64> = table.cell(row, "Duration (hours)").parse().ok();
            let minutes = hours
                .filter(|hours| (0.0..10_000.0).contains(hours))
                .map(|hours| (hours * 60.0) as i64);
            // Without a duration an end before the start is one of the next day.
            let end = moments::minute(table.cell(row, "End Time"))
                .map(|end| (i64::from(end) - i64::from(minute)).rem_euclid(24 * 60));
            draft.attack(
                AttackKind::Headache,
                start,
                minutes.or(end).and_then(|minutes| later(start, minutes)),
            );
        }
        draft.took(table.cell(row, "Medication"), &[';']);
        for column in KEPT {
            draft.original(column, table.cell(row, column), "");
        }
        draft.note(table.cell(row, "Notes"));
        collector.add(draft);
    }
}
