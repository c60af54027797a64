//! Owns attacks from Migraine Buddy: a block of lines, then a table with one row per attack.
//! May use: table, draft. Must not: make days without an attack; the list only says when there was one.

use super::SkipReason;
use super::draft::{Collector, Draft, later};
use super::moments::{self, Decision, Order};
use super::table::Table;
use crate::domain::diary::attack::{AttackKind, Moment};
use crate::domain::diary::entry::{Relief, Taken};

/// Columns of medicines with what they did.
const MEDICINES: [(&str, Option<Relief>); 4] = [
    ("Helpful Medication", Some(Relief::Better)),
    ("Somewhat Helpful Medication", Some(Relief::Better)),
    ("Unhelpful Medication", Some(Relief::Same)),
    ("Unsure Medication", None),
];
/// Columns that are kept as they are.
const KEPT: [&str; 12] = [
    "Attack Types",
    "Affected Activities",
    "Potential Triggers",
    "Symptoms",
    "Most Bothersome Symptom",
    "Premonitory Symptoms",
    "Pain Positions",
    "Helpful Non Drug Relief Methods",
    "Somewhat Helpful Non Drug Relief Methods",
    "Unhelpful Non Drug Relief Methods",
    "Unsure Non Drug Relief Methods",
    "Somewhat Helpful Medication",
];
/// Places on earth.
const PLACES: [&str; 2] = ["Geohash", "Attack Location"];

pub(super) fn read(table: &Table, collector: &mut Collector) {
    for place in PLACES.iter().filter(|place| table.column(place).is_some()) {
        collector.leave_out(place);
    }
    // The app writes the month first; where its file shows otherwise, the file is believed.
    let order = match moments::decide(table.rows().iter().map(|row| table.cell(row, "Started"))) {
        Decision::Decided(order) => order,
        Decision::Open { .. } => match collector.options.day_first {
            Some(true) => Order::DayFirst,
            _ => Order::MonthFirst,
        },
    };
    for row in table.rows() {
        let started = table.cell(row, "Started");
        let Some(date) = moments::date(started, order) else {
            collector.skip(row.line, SkipReason::NoDate);
            continue;
        };
        let minute = moments::minute(started);
        let mut draft = Draft::new(row.line, date, minute);
        draft.entry.headache.had = Some(true);
        draft.pain_of_10(table.cell(row, "Pain Level"));
        if let Some(minute) = minute {
            let ahead = table.cell(row, "Start UTC Offset (min)").parse();
            let start = Moment {
                date,
                minute,
                ahead_min: ahead.unwrap_or(0),
            };
            let lasted = moments::duration_min(table.cell(row, "Lasted"));
            let end = lasted.and_then(|minutes| later(start, minutes));
            draft.attack(AttackKind::Headache, start, end);
        }
        for (column, relief) in MEDICINES {
            medicines(&mut draft, table.cell(row, column), relief);
        }
        for column in KEPT {
            draft.original(column, table.cell(row, column), "");
        }
        draft.note(table.cell(row, "Notes"));
        collector.add(draft);
    }
}

fn medicines(draft: &mut Draft, cell: &str, relief: Option<Relief>) {
    for name in cell
        .split(',')
        .map(str::trim)
        .filter(|name| !name.is_empty())
    {
        // The app's own word for "nothing was taken".
        if name.eq_ignore_ascii_case("no medication") {
            draft.entry.took_medicine.get_or_insert(false);
            continue;
        }
        draft.entry.took_medicine = Some(true);
        draft.entry.medicines.push(Taken {
            name: name.to_owned(),
            relief,
            ..Taken::default()
        });
    }
}
