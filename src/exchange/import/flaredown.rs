//! Owns tables from Flaredown: one row a day, and columns whose kind only their cells tell.
//! May use: table, draft.

use super::SkipReason;
use super::collector::Collector;
use super::draft::Draft;
use super::moments;
use super::numbers::{number, of_10};
use super::table::Table;
use super::words::{Dose, dose, is_headache, is_known_medicine, is_pain};
use crate::domain::diary::entry::Taken;

/// What a column is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// The day, or the weather of a place on earth, which is not the person's.
    Other,
    /// Tags and foods: kept as they are.
    List,
    /// A condition or a symptom, 0 to 4.
    Symptom,
    Treatment,
}

pub(super) fn read(table: &Table, collector: &mut Collector) {
    let dates = table.rows().iter().map(|row| table.cell(row, "Date"));
    let Some(order) = collector.order(dates) else {
        return;
    };
    let kinds: Vec<Kind> = (0..table.names().len())
        .map(|place| kind(table, place))
        .collect();
    for row in table.rows() {
        let Some(found) = moments::read(table.cell(row, "Date"), order) else {
            collector.skip(row.line, SkipReason::NoDate);
            continue;
        };
        let mut draft = Draft::new(row.line, found, collector.options.clock);
        draft.content = row.all_but(None);
        for ((place, name), kind) in table.names().iter().enumerate().zip(&kinds) {
            let cell = row.cell(place);
            match kind {
                Kind::Other => {}
                Kind::List => draft.original(name, cell, ""),
                Kind::Symptom => symptom(name, cell, &mut draft),
                Kind::Treatment => treatment(name, cell, &mut draft),
            }
        }
        collector.add(draft);
    }
}

/// One cell can leave open what it is about; all cells of a column, and its name, tell.
fn kind(table: &Table, place: usize) -> Kind {
    let name = table.names()[place].as_str();
    let is_level = |cell: &str| number(cell).is_some_and(|level| (0.0..=4.0).contains(&level));
    let are_levels = table
        .cells_of(place)
        .all(|cell| cell.is_empty() || is_level(cell));
    match name {
        _ if Some(place) == table.column("Date") || name.starts_with("Weather") => Kind::Other,
        "Tags" | "Foods" => Kind::List,
        _ if are_levels && !is_known_medicine(name) => Kind::Symptom,
        _ => Kind::Treatment,
    }
}

fn symptom(name: &str, cell: &str, draft: &mut Draft) {
    let Some(level) = number(cell) else {
        return;
    };
    draft.original(name, cell, "0–4");
    if is_pain(name) {
        draft.entry.pain = draft.entry.pain.max(of_10(level, 4.0));
    }
    if is_headache(name) {
        draft.entry.headache.had = Some(level > 0.0);
    }
}

fn treatment(name: &str, cell: &str, draft: &mut Draft) {
    let amount = match dose(name, cell) {
        Dose::Nothing => return,
        // An explicit "no" about one treatment says nothing about the others.
        Dose::NotTaken | Dose::Unclear => return draft.medicine_in_note(name, cell, ""),
        Dose::Taken(amount) => amount,
    };
    draft.took_one(Taken {
        name: name.to_owned(),
        amount: amount.to_owned(),
        ..Taken::default()
    });
}
