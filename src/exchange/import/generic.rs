//! Owns tables of any other app: the meaning of the columns comes from their names or from the person.
//! May use: table, draft, collector, columns.

use super::collector::{Collector, Level};
use super::columns::{self, Column, ColumnMap, TEN};
use super::draft::{self, Draft};
use super::moments::{self, Found, Order, Zone};
use super::numbers::{self, Pain};
use super::table::{Row, Table};
use super::words::is_headache;
use super::{Question, Remark, SkipReason, secuso, spelling};
use crate::domain::diary::attack::{AttackKind, Moment};
use crate::domain::medicines::typed;

/// Tables that cut day and time out of moments in world time, by columns that no other has.
const OF_WORLD_TIME: [&[&str]; 2] = [
    &["Pain Level", "Limited Activities", "Missed Work Days"],
    &["Pain Level", "Medication Log"],
];
/// Scales of pain do not end between 10 and this: a few numbers up to here are slips.
const HIGHEST_SLIP: f64 = 20.0;
/// Longer texts in a column of their own are notes; and so many of its cells show what it is about.
const LONGEST_MEDICINE: usize = 60;
const MOST_LOOKED_AT: usize = 200;
/// Where no number is above this, the scale may end below 10.
const LOW: f64 = 5.0;

pub(super) fn read(table: &Table, collector: &mut Collector) {
    let names = table.names();
    let (map, is_open) = match collector.columns() {
        Some(map) => (map.clone(), false),
        None => {
            let (map, says_scale) = columns::guess(table);
            (map, !says_scale)
        }
    };
    collector.found_columns(names, &map);
    let Some(date_place) = map
        .place_of(Column::Date)
        .filter(|place| *place < names.len())
    else {
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
    tell_of_medicines(table, &map, collector);
    let is_asked = tell_of_scales(table, &map, is_open, collector);
    let order = collector.order(table.cells_of(date_place));
    let (Some(order), false) = (order, is_asked) else {
        return;
    };
    let names_medicine = |place: &usize| {
        map.0.get(*place) == Some(&Column::Keep) && typed::only_name(&names[*place]).is_some()
    };
    let reader = Reader {
        table,
        about_medicines: (0..names.len()).filter(names_medicine).collect(),
        has_times: has_times(table, date_place, order),
        medicines: medicines(table, &map),
        of_world_time: OF_WORLD_TIME.iter().any(|names| table.has_all(names)),
        map,
        date_place,
        order,
    };
    for row in table.rows() {
        match reader.start(row) {
            Some(start) => reader.take(row, start, collector),
            None => collector.skip(row.line, SkipReason::NoDate),
        }
    }
}

/// Says which columns were read as medicines, and which name medicines and are kept in the note.
fn tell_of_medicines(table: &Table, map: &ColumnMap, collector: &mut Collector) {
    let of = |column: Column| {
        let places = map.0.iter().enumerate();
        places
            .filter(move |(_, known)| **known == column)
            .map(|(place, _)| place)
    };
    let names: Vec<String> = of(Column::Medicine)
        .filter_map(|place| table.names().get(place).cloned())
        .collect();
    if !names.is_empty() {
        collector.remark(Remark::MedicineColumns { names });
    }
    let is_kept = |place: &usize| {
        let name = &table.names()[*place];
        !columns::is_dose(name) && name != secuso::INTAKES
    };
    let columns: Vec<(String, usize)> = of(Column::Keep)
        .filter(is_kept)
        .map(|place| {
            let rows = table.cells_of(place).filter(|cell| !cell.is_empty());
            (table.names()[place].clone(), rows.count())
        })
        .filter(|(_, rows)| *rows > 0)
        .collect();
    if !columns.is_empty() {
        collector.remark(Remark::ColumnsInNote { columns });
    }
    for place in of(Column::Keep) {
        let cells = table.rows().iter().map(|row| (row.line, row.cell(place)));
        let mut named = cells
            .filter(|(_, cell)| (3..LONGEST_MEDICINE).contains(&cell.len()))
            .take(MOST_LOOKED_AT)
            .filter(|(_, cell)| typed::only_name(cell).is_some());
        for (line, cell) in named.by_ref() {
            collector.remark(Remark::MedicineInNote {
                line,
                value: cell.to_owned(),
                count: 1,
            });
        }
    }
}

/// Says what becomes of the numbers for pain, and asks where their scale is open. True: nothing can be read before.
fn tell_of_scales(
    table: &Table,
    map: &ColumnMap,
    is_open: bool,
    collector: &mut Collector,
) -> bool {
    let places = [
        map.place_of(Column::Pain(TEN)),
        map.place_of(Column::Worst(TEN)),
    ];
    if places == [None, None] {
        collector.remark(Remark::NoPain);
    }
    let mut is_asked = false;
    for place in places.into_iter().flatten() {
        let name = table.names()[place].clone();
        match map.0[place] {
            Column::Pain(TEN) | Column::Worst(TEN) if is_open => {
                if let Some(question) = open_scale(table, place, &name) {
                    is_asked |= question.must_be_answered();
                    collector.ask(question);
                }
            }
            Column::Pain(most) | Column::Worst(most) if most != TEN => {
                collector.remark(Remark::Converted { column: name, most });
            }
            _ => {}
        }
    }
    is_asked
}

/// The question which scale a column has, when its numbers do not show that it is 0 to 10.
fn open_scale(table: &Table, place: usize, name: &str) -> Option<Question> {
    let numbers = table
        .cells_of(place)
        .filter_map(|cell| match numbers::pain(cell) {
            Some(Pain::Number {
                value, of: None, ..
            }) if value <= 100.0 => Some((value, cell)),
            _ => None,
        });
    let numbers: Vec<(f64, &str)> = numbers.collect();
    // "7/10" in one row says it for all.
    let says_scale = table
        .cells_of(place)
        .any(|cell| matches!(numbers::pain(cell), Some(Pain::Number { of: Some(_), .. })));
    let (highest, cell) = numbers
        .iter()
        .copied()
        .max_by(|left, right| left.0.total_cmp(&right.0))?;
    let n_above = numbers
        .iter()
        .filter(|(value, _)| *value > f64::from(TEN))
        .count();
    let are_slips = highest <= HIGHEST_SLIP && n_above * 2 <= numbers.len();
    let is_above_ten = n_above > 0 && !are_slips;
    let asks = is_above_ten || (highest <= LOW && !says_scale);
    asks.then(|| Question::Scale {
        place,
        name: name.to_owned(),
        highest: cell.to_owned(),
        is_above_ten,
    })
}

/// Whether the moments of a column have times. Midnight in every row is how programs write a day without one.
fn has_times(table: &Table, place: usize, order: Order) -> bool {
    let moments = table
        .cells_of(place)
        .filter_map(|cell| moments::read(cell, order));
    moments
        .into_iter()
        .any(|found| found.minute.is_some_and(|minute| minute > 0))
}

struct Reader<'t> {
    table: &'t Table,
    /// Columns that are kept in the note and have the name of a medicine.
    about_medicines: Vec<usize>,
    map: ColumnMap,
    date_place: usize,
    order: Order,
    has_times: bool,
    of_world_time: bool,
    /// Columns of medicines, each with the column that says how much.
    medicines: Vec<(usize, Option<usize>)>,
}

/// The columns of medicines with those of their amounts: the only one, or the one with the same number, "Med 2" and "Dose 2".
fn medicines(table: &Table, map: &ColumnMap) -> Vec<(usize, Option<usize>)> {
    let number = |place: &usize| -> String {
        let name = &table.names()[*place];
        name.chars().filter(char::is_ascii_digit).collect()
    };
    let of = |column: Column| {
        (0..table.names().len()).filter(move |place| map.0.get(*place) == Some(&column))
    };
    let doses: Vec<usize> = of(Column::Keep)
        .filter(|place| columns::is_dose(&table.names()[*place]))
        .collect();
    let medicines: Vec<usize> = of(Column::Medicines).collect();
    let only = medicines.len() == 1;
    let dose_of = |place: &usize| match only {
        true => doses.first().copied(),
        false => doses
            .iter()
            .copied()
            .find(|dose| number(dose) == number(place)),
    };
    medicines
        .iter()
        .map(|place| (*place, dose_of(place)))
        .collect()
}

impl Reader<'_> {
    fn cell<'r>(&self, row: &'r Row, column: Column) -> &'r str {
        self.map
            .place_of(column)
            .map_or("", |place| row.cell(place))
    }

    fn start(&self, row: &Row) -> Option<Found> {
        let found = moments::read(row.cell(self.date_place), self.order)?;
        let time = self.cell(row, Column::Time);
        let found = match (moments::time_of_day(time), self.has_times) {
            (Some(minute), _) => Found {
                zone: moments::zone(time),
                ..found.at(Some(minute))
            },
            (None, true) => found,
            (None, false) => Found {
                zone: Zone::Local,
                ..found.at(None)
            },
        };
        Some(match found.minute.is_some() && self.of_world_time {
            true => Found {
                zone: Zone::World,
                ..found
            },
            false => found,
        })
    }

    fn take(&self, row: &Row, start: Found, collector: &mut Collector) {
        let clock = collector.options.clock;
        let names = self.table.names();
        let mut draft = Draft::new(row.line, start, clock);
        draft.content = row.all_but(None);
        for (place, name) in names.iter().enumerate() {
            match self.map.0.get(place) {
                Some(Column::Pain(most)) => {
                    collector.pain(&mut draft, Level::Usual, name, row.cell(place), *most)
                }
                Some(Column::Worst(most)) => {
                    collector.pain(&mut draft, Level::Worst, name, row.cell(place), *most)
                }
                _ => {}
            }
        }
        for (place, dose) in &self.medicines {
            match dose {
                Some(dose) => {
                    draft.took_so_much(row.cell(*place), (&names[*dose], row.cell(*dose)))
                }
                None => draft.took(row.cell(*place)),
            }
        }
        for (place, name) in names.iter().enumerate() {
            if self.map.0.get(place) == Some(&Column::Medicine) {
                draft.took_of(name, row.cell(place));
            }
        }
        let intakes = self.intakes_place();
        for taken in intakes.map_or_else(Vec::new, |place| secuso::intakes(row.cell(place))) {
            draft.took_one(taken);
        }
        draft.note(self.cell(row, Column::Note));
        if let Some(begin) = draft::moment(start, clock)
            && let Some(end) = self
                .end(row, start, begin, collector)
                .filter(|end| begin.minutes_until(*end) >= 0)
                .filter(|end| end.date <= collector.options.today)
        {
            draft.attack(self.kind(row), begin, Some(end));
        } else if let Some(place) = self.map.place_of(Column::End) {
            draft.time_in_note(&names[place], row.cell(place));
        }
        self.tell_of_times(row, start, &mut draft);
        for (place, name) in names.iter().enumerate() {
            let is_kept = matches!(self.map.0.get(place), Some(Column::Keep | Column::Duration));
            if !is_kept
                || intakes == Some(place)
                || self.medicines.iter().any(|(_, dose)| *dose == Some(place))
            {
                continue;
            }
            match self.about_medicines.contains(&place) {
                true if draft.entry.took_medicine == Some(true) => {
                    draft.amount_in_note(name, row.cell(place));
                }
                true => draft.medicine_in_note(name, row.cell(place), ""),
                false => draft.original(name, row.cell(place), ""),
            }
        }
        collector.add(draft);
    }

    /// The end of an attack: a moment, a time of day, or what follows from how long it lasted.
    fn end(&self, row: &Row, start: Found, begin: Moment, collector: &Collector) -> Option<Moment> {
        let clock = collector.options.clock;
        let cell = self.cell(row, Column::End);
        if let Some(end) = moments::read(cell, self.order).filter(|end| end.minute.is_some()) {
            return draft::end(begin, end, clock);
        }
        if let Some(minute) = moments::time_of_day(cell) {
            return draft::end_by_time(start, minute, clock);
        }
        let place = self.map.place_of(Column::Duration)?;
        let name = spelling::words(&self.table.names()[place]);
        let unit = name.iter().find_map(|word| moments::unit_min(word));
        draft::later(
            begin,
            moments::duration_min(row.cell(place), unit).filter(|minutes| *minutes > 0)?,
        )
    }

    /// A time of day that is none, such as "25:10", is kept and told.
    fn tell_of_times(&self, row: &Row, start: Found, draft: &mut Draft) {
        let names = self.table.names();
        let time = self.map.place_of(Column::Time);
        if let Some(place) = time.filter(|place| moments::time_of_day(row.cell(*place)).is_none()) {
            // "Morning" is no mistake.
            let has_figure = row
                .cell(place)
                .contains(|letter: char| letter.is_ascii_digit());
            match has_figure {
                true => draft.time_in_note(&names[place], row.cell(place)),
                false => draft.original(&names[place], row.cell(place), ""),
            }
        }
        let day = row.cell(self.date_place);
        if start.minute.is_none() && self.has_times && day.contains(':') {
            draft.time_in_note(&names[self.date_place], day);
        }
    }

    /// The column of an app that writes all about a medicine in one cell.
    fn intakes_place(&self) -> Option<usize> {
        self.kept(|name| name == secuso::INTAKES)
    }

    fn kept(&self, fits: impl Fn(&str) -> bool) -> Option<usize> {
        let names = self.table.names().iter();
        names
            .zip(&self.map.0)
            .position(|(name, column)| *column == Column::Keep && fits(name))
    }

    fn kind(&self, row: &Row) -> AttackKind {
        let names = self.table.names().iter().enumerate();
        let is_kept = |place: usize| self.map.0.get(place) == Some(&Column::Keep);
        let is_about_head = names.into_iter().any(|(place, name)| {
            is_headache(name) || (is_kept(place) && is_headache(row.cell(place)))
        });
        match is_about_head {
            true => AttackKind::Headache,
            false => AttackKind::OtherPain,
        }
    }
}
