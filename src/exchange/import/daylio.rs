//! Owns tables from Daylio: a mood in the person's own or the app's words, and what was done.
//! May use: table, draft.

use std::collections::BTreeSet;

use super::SkipReason;
use super::collector::Collector;
use super::draft::Draft;
use super::moments;
use super::table::{Row, Table};
use super::words::is_headache;
use crate::domain::medicines::typed;

/// The app's own words from best to worst, in English. People can change them, and other languages have others: those are
/// asked for.
const MOODS: [(&str, u8); 5] = [
    ("rad", 10),
    ("good", 8),
    ("meh", 5),
    ("bad", 3),
    ("awful", 0),
];

pub(super) fn read(table: &Table, collector: &mut Collector) {
    // In 2018 the app wrote the year alone, and day and month in words beside it.
    let date_of = |row: &Row| match table.column("full_date") {
        Some(place) => row.cell(place).to_owned(),
        None => format!("{} {}", table.cell(row, "date"), table.cell(row, "year")),
    };
    let dates: Vec<String> = table.rows().iter().map(date_of).collect();
    let Some(order) = collector.order(dates.iter().map(String::as_str)) else {
        return;
    };
    let mut unknown = BTreeSet::new();
    for (row, date) in table.rows().iter().zip(&dates) {
        let Some(found) = moments::read(date, order) else {
            collector.skip(row.line, SkipReason::NoDate);
            continue;
        };
        let start = found.at(moments::time_of_day(table.cell(row, "time")));
        let mut draft = Draft::new(row.line, start, collector.options.clock);
        draft.content = row.all_but(None);
        let mood = table.cell(row, "mood");
        draft.original("mood", mood, "");
        let known = MOODS
            .iter()
            .find(|(word, _)| mood.eq_ignore_ascii_case(word));
        let told = collector.options.moods.get(mood);
        draft.entry.scales.mood = told.copied().unwrap_or(known.map(|(_, level)| *level));
        if known.is_none() && told.is_none() && !mood.is_empty() {
            unknown.insert(mood.to_owned());
        }
        let activities = table.cell(row, "activities").split('|').map(str::trim);
        draft.entry.activities = activities
            .filter(|name| !name.is_empty())
            .map(str::to_owned)
            .collect();
        // "Ibuprofen" among what was done is a medicine that was taken.
        let names = draft.entry.activities.clone();
        for name in names.iter().filter(|name| typed::only_name(name).is_some()) {
            draft.took_of(name, "x");
        }
        if draft.entry.activities.iter().any(|name| is_headache(name)) {
            draft.entry.headache.had = Some(true);
        }
        draft.original("scales", table.cell(row, "scales"), "");
        draft.note(table.cell(row, "note_title"));
        draft.note(&table.cell(row, "note").replace("<br>", "\n"));
        collector.add(draft);
    }
    collector.ask_moods(unknown);
}
