//! Owns tables of any other app: the meaning of the columns comes from their names or from the person.
//! May use: table, draft, columns.

use super::columns::{self, Column};
use super::draft::{Collector, Draft};
use super::moments;
use super::table::{Row, Table};
use super::{Question, SkipReason};
use crate::domain::diary::attack::{AttackKind, Moment};

pub(super) fn read(table: &Table, collector: &mut Collector) {
    let names = table.names();
    let map = match collector.columns() {
        Some(map) => map.clone(),
        None => columns::guess(names),
    };
    collector.found_columns(names, &map);
    let place_of = |column: Column| map.0.iter().position(|known| *known == column);
    let Some(date_place) = place_of(Column::Date).filter(|place| *place < names.len()) else {
        collector.ask(Question::Columns {
            names: names.to_vec(),
        });
        return;
    };
    for (place, name) in names.iter().enumerate() {
        if map.0.get(place) == Some(&Column::LeaveOut) {
            collector.leave_out(name);
        }
    }
    let dates = table.rows().iter().map(|row| row.cell(date_place));
    let Some(order) = collector.order(dates) else {
        return;
    };
    let cell_of = |row: &Row, column: Column| {
        place_of(column).map_or_else(String::new, |place| row.cell(place).to_owned())
    };
    // A table with any number above 10 has another scale, and all its numbers are originals only.
    let is_of_10 = |column: Column| {
        let numbers = table
            .rows()
            .iter()
            .filter_map(|row| cell_of(row, column).parse::<f64>().ok());
        numbers.fold(0.0, f64::max) <= 10.0
    };
    let (pain_of_10, worst_of_10) = (is_of_10(Column::Pain), is_of_10(Column::Worst));
    for row in table.rows() {
        let Some(date) = moments::date(row.cell(date_place), order) else {
            collector.skip(row.line, SkipReason::NoDate);
            continue;
        };
        let time = cell_of(row, Column::Time);
        let minute = moments::minute(&time).or_else(|| moments::minute(row.cell(date_place)));
        let mut draft = Draft::new(row.line, date, minute);
        match cell_of(row, Column::Pain) {
            pain if pain_of_10 => draft.pain_of_10(&pain),
            pain => draft.original(name_of(names, place_of(Column::Pain)), &pain, ""),
        }
        let worst = cell_of(row, Column::Worst);
        match worst.parse::<f64>() {
            Ok(number) if worst_of_10 && number >= 0.0 => {
                draft.entry.worst = Some((number + 0.5).floor() as u8)
            }
            _ => draft.original(name_of(names, place_of(Column::Worst)), &worst, ""),
        }
        draft.took(&cell_of(row, Column::Medicines), &[';', ',', '|']);
        draft.note(&cell_of(row, Column::Note));
        let end = cell_of(row, Column::End);
        if let Some(end_minute) = moments::minute(&end)
            && let Some(minute) = minute
        {
            let start = Moment {
                date,
                minute,
                ahead_min: 0,
            };
            let end_date = moments::date(&end, order).unwrap_or(date);
            let end = Moment {
                date: end_date,
                minute: end_minute,
                ahead_min: 0,
            };
            draft.attack(
                AttackKind::OtherPain,
                start,
                Some(end).filter(|end| start.minutes_until(*end) >= 0),
            );
        }
        for (place, name) in names.iter().enumerate() {
            if map.0.get(place) == Some(&Column::Keep) {
                draft.original(name, row.cell(place), "");
            }
        }
        collector.add(draft);
    }
}

fn name_of(names: &[String], place: Option<usize>) -> &str {
    place
        .and_then(|place| names.get(place))
        .map_or("", String::as_str)
}
