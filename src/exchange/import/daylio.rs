//! Owns tables from Daylio: a mood in the person's own or the app's words, and what was done.
//! May use: table, draft.

use super::SkipReason;
use super::draft::{Collector, Draft, is_headache};
use super::moments::{self, Order};
use super::table::Table;

/// The app's own words from best to worst; people can change them, and then they mean nothing here.
const MOODS: [(&str, u8); 5] = [
    ("rad", 10),
    ("good", 8),
    ("meh", 5),
    ("bad", 3),
    ("awful", 0),
];

pub(super) fn read(table: &Table, collector: &mut Collector) {
    for row in table.rows() {
        let Some(date) = moments::date(table.cell(row, "full_date"), Order::DayFirst) else {
            collector.skip(row.line, SkipReason::NoDate);
            continue;
        };
        let mut draft = Draft::new(row.line, date, moments::minute(table.cell(row, "time")));
        let mood = table.cell(row, "mood");
        draft.original("mood", mood, "");
        let known = MOODS
            .iter()
            .find(|(word, _)| mood.eq_ignore_ascii_case(word));
        draft.entry.scales.mood = known.map(|(_, level)| *level);
        let activities = table.cell(row, "activities").split('|').map(str::trim);
        draft.entry.activities = activities
            .filter(|name| !name.is_empty())
            .map(str::to_owned)
            .collect();
        if draft.entry.activities.iter().any(|name| is_headache(name)) {
            draft.entry.headache.had = Some(true);
        }
        draft.original("scales", table.cell(row, "scales"), "");
        draft.note(table.cell(row, "note_title"));
        draft.note(&table.cell(row, "note").replace("<br>", "\n"));
        collector.add(draft);
    }
}
