//! Owns tables from Flaredown: one row a day, and columns whose kind only their cells tell.
//! May use: table, draft.

use super::SkipReason;
use super::draft::{Collector, Draft, is_headache, is_pain, to_10};
use super::moments;
use super::table::Table;
use crate::domain::diary::entry::Taken;

pub(super) fn read(table: &Table, collector: &mut Collector) {
    let dates = table.rows().iter().map(|row| table.cell(row, "Date"));
    let Some(order) = collector.order(dates) else {
        return;
    };
    let date_place = table.column("Date");
    for row in table.rows() {
        let Some(date) = moments::date(table.cell(row, "Date"), order) else {
            collector.skip(row.line, SkipReason::NoDate);
            continue;
        };
        let mut draft = Draft::new(row.line, date, None);
        for (place, name) in table.names().iter().enumerate() {
            let cell = row.cell(place);
            // The weather is of a place on earth, and not the person's.
            if Some(place) == date_place || cell.is_empty() || name.starts_with("Weather") {
                continue;
            }
            match cell.parse::<f64>() {
                _ if matches!(name.as_str(), "Tags" | "Foods") => draft.original(name, cell, ""),
                Ok(level) if (0.0..=4.0).contains(&level) => {
                    draft.original(name, cell, "0–4");
                    if is_pain(name) {
                        draft.entry.pain = draft.entry.pain.max(to_10(level, 0.0, 4.0));
                    }
                    if is_headache(name) {
                        draft.entry.headache.had = Some(level > 0.0);
                    }
                }
                // An explicit "no" about one treatment says nothing about the others.
                _ if cell.eq_ignore_ascii_case("not taken") => draft.original(name, cell, ""),
                _ => {
                    let amount = if cell.eq_ignore_ascii_case("taken") {
                        ""
                    } else {
                        cell
                    };
                    draft.entry.took_medicine = Some(true);
                    draft.entry.medicines.push(Taken {
                        name: name.clone(),
                        amount: amount.to_owned(),
                        ..Taken::default()
                    });
                }
            }
        }
        collector.add(draft);
    }
}
