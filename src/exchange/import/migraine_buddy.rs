//! Owns attacks from Migraine Buddy: a block of lines, then a table with one row per attack.
//! May use: table, draft, collector. Must not: make days without an attack; the list only says when there was one.

use super::SkipReason;
use super::collector::{Collector, Level};
use super::columns::TEN;
use super::draft::{self, Draft, later};
use super::moments::{self, Order, Zone};
use super::table::Table;
use crate::domain::diary::attack::AttackKind;
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
    let starts = || table.rows().iter().map(|row| table.cell(row, "Started"));
    // The app writes the month first and two figures of the year. With four a spreadsheet program has saved it again, in
    // an order that nobody knows.
    let is_as_written = starts().all(|start| !has_long_year(start));
    let is_open = matches!(moments::decide(starts()), moments::Decision::Open { .. });
    let order = match (is_as_written && is_open, collector.options.day_first) {
        (true, Some(true)) => Some(Order::DayFirst),
        (true, _) => Some(Order::MonthFirst),
        (false, _) => collector.order(starts()),
    };
    let Some(order) = order else {
        return;
    };
    let number = table.column("#");
    for row in table.rows() {
        let Some(mut start) = moments::read(table.cell(row, "Started"), order) else {
            collector.skip(row.line, SkipReason::NoDate);
            continue;
        };
        if let Ok(ahead) = table.cell(row, "Start UTC Offset (min)").parse() {
            start.zone = Zone::Ahead(ahead);
        }
        let mut draft = Draft::new(row.line, start, collector.options.clock);
        // The first column only counts the rows.
        draft.content = row.all_but(number);
        draft.entry.headache.had = Some(true);
        let pain = table.cell(row, "Pain Level");
        collector.pain(&mut draft, Level::Usual, "Pain Level", pain, TEN);
        if let Some(begin) = draft::moment(start, collector.options.clock) {
            let lasted = moments::duration_min(table.cell(row, "Lasted"), None);
            let end = lasted.and_then(|minutes| later(begin, minutes));
            draft.attack(AttackKind::Headache, begin, end);
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
        draft.took_one(Taken {
            name: name.to_owned(),
            relief,
            ..Taken::default()
        });
    }
}

fn has_long_year(date: &str) -> bool {
    let is_year = |part: &str| part.len() == 4 && part.bytes().all(|byte| byte.is_ascii_digit());
    date.split(|letter: char| !letter.is_ascii_digit())
        .any(is_year)
}
