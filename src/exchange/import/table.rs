//! Owns a table as other apps write it: separator, line ends, the row of names, and cells by name.
//! May use: the csv crate, encoding, quotes. Must not: know what a column means; it is told which names are known.

use std::cmp::Reverse;

use csv::{Position, ReaderBuilder};

use super::moments::is_date;
use super::numbers::number;
use super::quotes;
use crate::exchange::table_words::unguarded;

/// Rows after the one with the names.
#[derive(Debug, Clone, Default)]
pub(super) struct Table {
    names: Vec<String>,
    rows: Vec<Row>,
    /// Lines on which a quote was opened and never closed.
    pub open_quotes: Vec<usize>,
    /// All columns that the file has, when they are more than are read.
    pub n_columns: usize,
}

/// One row with the line on which it begins.
#[derive(Debug, Clone)]
pub(super) struct Row {
    pub line: usize,
    /// The first cells; a row that is wider than any diary is cut.
    cells: Vec<String>,
    n_cells: usize,
}

/// Most lines before the row of names: Migraine Buddy has a block of three, other programs a title.
const MOST_LINES_BEFORE: usize = 12;
/// Most columns that are read. The widest diaries that are known have about a hundred.
pub(super) const MOST_COLUMNS: usize = 250;
/// The usual ones first: of equals the first wins.
const SEPARATORS: [u8; 4] = *b",;\t|";
/// So much of a text is looked at for the separator.
const START: usize = 64 * 1024;

impl Table {
    /// Reads a table. The row of names decides the separator: of all first rows in all readings it is the one with most
    /// names that `is_name` knows. Where none is known, it is the first row of two cells that the next row has too. A row that
    /// `is_layout` knows as a whole is the one.
    pub fn read(
        text: &str,
        is_name: &dyn Fn(&str) -> bool,
        is_layout: &dyn Fn(&[String]) -> bool,
    ) -> Self {
        // One app joins its rows by the two letters "\" and "n", so that the file is a single line.
        let single_line = !text.trim_end().contains(['\n', '\r']) && text.contains("\\n");
        let text = match single_line {
            true => text.replace("\\n", "\n"),
            false => text.to_owned(),
        };
        let (separator, place, has_names) = start_of(&text, is_name, is_layout);
        let (text, open_quotes) = quotes::mended(&text, separator);
        let mut rows = rows(&text, separator, usize::MAX);
        if place >= rows.len() {
            return Self::default();
        }
        let n_columns = rows[place].n_cells;
        let names = rows[place].cells.iter().take(MOST_COLUMNS);
        let mut names: Vec<String> = names.map(|name| name.trim().to_owned()).collect();
        let mut rest = rows.split_off(place + usize::from(has_names));
        // A file that was put together month by month has the names again.
        rest.retain(|row| {
            !has_names
                || !row
                    .cells
                    .iter()
                    .map(|cell| cell.trim())
                    .eq(names.iter().map(String::as_str))
        });
        let is_used = |place: usize| rest.iter().any(|row| !row.cell(place).is_empty());
        while names.last().is_some_and(String::is_empty) && !is_used(names.len() - 1) {
            names.pop();
        }
        Self {
            names,
            rows: rest,
            open_quotes,
            n_columns,
        }
    }

    pub fn names(&self) -> &[String] {
        &self.names
    }

    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// The cells of a column, from the first row to the last.
    pub fn cells_of(&self, place: usize) -> impl Iterator<Item = &str> {
        self.rows.iter().map(move |row| row.cell(place))
    }

    /// Whether there is a column of each name, in any case.
    pub fn has_all(&self, names: &[&str]) -> bool {
        names.iter().all(|name| self.column(name).is_some())
    }

    /// The place of a column, by its name in any case.
    pub fn column(&self, name: &str) -> Option<usize> {
        self.names
            .iter()
            .position(|known| known.eq_ignore_ascii_case(name))
    }

    /// The cell of a row in a column of this name, without spaces around it; empty when there is none.
    pub fn cell<'a>(&self, row: &'a Row, name: &str) -> &'a str {
        self.column(name).map_or("", |place| row.cell(place))
    }
}

impl Row {
    /// The cell at a place, without spaces around it and without the mark against formulas; empty when there is none.
    pub fn cell(&self, place: usize) -> &str {
        self.cells
            .get(place)
            .map_or("", |cell| unguarded(cell.trim()))
    }

    /// Everything in the row as one text, but for one column: two rows with the same are the same.
    pub fn all_but(&self, place: Option<usize>) -> String {
        let cells = self
            .cells
            .iter()
            .enumerate()
            .filter(|(at, _)| Some(*at) != place);
        let cells: Vec<&str> = cells.map(|(_, cell)| unguarded(cell.trim())).collect();
        cells.join("\u{1f}").trim_end_matches('\u{1f}').to_owned()
    }

    /// A day or a number stands in it: then it is no row of names.
    fn has_values(&self) -> bool {
        let is_value = |cell: &String| number(cell).is_some() || is_date(cell);
        self.cells.iter().any(is_value)
    }

    /// The row has nothing in it.
    fn is_empty(&self) -> bool {
        self.cells.iter().all(|cell| cell.trim().is_empty())
    }
}

/// The separator, the place of the row of names among the rows that are not empty, and whether it holds names at all.
fn start_of(
    text: &str,
    is_name: &dyn Fn(&str) -> bool,
    is_layout: &dyn Fn(&[String]) -> bool,
) -> (u8, usize, bool) {
    let end = (0..=START.min(text.len()))
        .rev()
        .find(|end| text.is_char_boundary(*end));
    let start = &text[..end.unwrap_or(0)];
    // Some spreadsheet programs write the separator in a line of its own.
    let said = start.trim_start().as_bytes();
    let said = match said {
        [b's' | b'S', b'e' | b'E', b'p' | b'P', b'=', separator, ..] => Some(*separator),
        _ => None,
    };
    let separators = SEPARATORS
        .iter()
        .filter(|separator| said.is_none_or(|said| said == **separator));
    let readings: Vec<(u8, Vec<Row>)> = separators
        .map(|separator| (*separator, rows(start, *separator, MOST_LINES_BEFORE + 1)))
        .collect();
    let skipped = usize::from(said.is_some());
    for (separator, rows) in &readings {
        if let Some(place) = rows.iter().position(|row| is_layout(&row.cells)) {
            return (*separator, place, true);
        }
    }
    let mut best = (0, (said.unwrap_or(b','), skipped, true));
    for (separator, rows) in &readings {
        for (place, row) in rows.iter().enumerate().skip(skipped) {
            let n_known = row.cells.iter().filter(|cell| is_name(cell)).count();
            if n_known > best.0 && !row.has_values() {
                best = (n_known, (*separator, place, true));
            }
        }
    }
    if best.0 > 0 {
        return best.1;
    }
    // Nothing is known: the first row that the next one resembles, and of those the widest.
    let resembles_the_next = |rows: &[Row], place: usize| {
        let width = rows[place].n_cells;
        width > 1 && rows.get(place + 1).is_none_or(|next| next.n_cells == width)
    };
    let found = readings.iter().filter_map(|(separator, rows)| {
        let place = (skipped..rows.len()).find(|place| resembles_the_next(rows, *place))?;
        Some((*separator, place, &rows[place]))
    });
    let widest = found.min_by_key(|(_, place, row)| (*place, Reverse(row.n_cells)));
    widest.map_or(best.1, |(separator, place, row)| {
        // A row with a day in it is one of the diary: then nobody wrote names.
        (
            separator,
            place,
            !row.cells.iter().any(|cell| is_date(cell)),
        )
    })
}

fn rows(text: &str, separator: u8, most: usize) -> Vec<Row> {
    let mut reader = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(separator)
        .from_reader(text.as_bytes());
    let mut lines = Lines::default();
    let records = reader.records().map_while(Result::ok);
    records
        .map(|record| Row {
            line: lines.of(text.as_bytes(), record.position()),
            n_cells: record.len(),
            cells: record
                .iter()
                .take(MOST_COLUMNS)
                .map(str::to_owned)
                .collect(),
        })
        .filter(|row| !row.is_empty())
        .take(most)
        .collect()
}

/// Counts lines, whichever way they end, from one row to the next.
#[derive(Default)]
struct Lines {
    at: usize,
    n_before: usize,
}

impl Lines {
    /// The line of the first letter of a row, from 1.
    fn of(&mut self, text: &[u8], position: Option<&Position>) -> usize {
        let from = position
            .map_or(0, |position| position.byte() as usize)
            .min(text.len());
        // The reader stops between the two signs at the end of a line, and before empty lines.
        let is_end = |byte: &&u8| matches!(byte, b'\r' | b'\n');
        let to = from + text[from..].iter().take_while(is_end).count();
        for at in self.at..to {
            let is_second = text[at] == b'\n' && at > 0 && text[at - 1] == b'\r';
            self.n_before += usize::from(is_end(&&text[at]) && !is_second);
        }
        self.at = self.at.max(to);
        self.n_before + 1
    }
}
