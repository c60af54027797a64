//! Owns a table as other apps write it: encoding, separator, line ends, the row of names, and cells by name.
//! May use: the csv crate. Must not: know what a column means.

use csv::ReaderBuilder;

/// Rows after the one with the names.
#[derive(Debug, Clone, Default)]
pub(super) struct Table {
    names: Vec<String>,
    rows: Vec<Row>,
}

/// One row with the line on which it begins.
#[derive(Debug, Clone)]
pub(super) struct Row {
    pub line: usize,
    cells: Vec<String>,
}

/// Most lines before the row of names: Migraine Buddy has a block of three.
const MOST_LINES_BEFORE: usize = 12;

/// The text of a file: UTF-8 or UTF-16 by its mark; what is not UTF-8 is read as Latin-1, which fits every byte.
pub(super) fn decoded(bytes: &[u8]) -> String {
    let utf16 = |bytes: &[u8], unit: fn([u8; 2]) -> u16| {
        let units: Vec<u16> = bytes
            .chunks_exact(2)
            .map(|pair| unit([pair[0], pair[1]]))
            .collect();
        String::from_utf16_lossy(&units)
    };
    match bytes {
        [0xef, 0xbb, 0xbf, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
        [0xff, 0xfe, rest @ ..] => utf16(rest, u16::from_le_bytes),
        [0xfe, 0xff, rest @ ..] => utf16(rest, u16::from_be_bytes),
        _ => match std::str::from_utf8(bytes) {
            Ok(text) => text.to_owned(),
            Err(_) => bytes.iter().map(|byte| char::from(*byte)).collect(),
        },
    }
}

impl Table {
    /// Reads a table. The row of names is the first with at least two cells after which a row of the same length follows,
    /// or the first known beginning; a text without one has no names.
    pub fn read(text: &str) -> Self {
        // One app joins its rows by the two letters "\" and "n", so that the file is a single line.
        let single_line = !text.trim_end().contains(['\n', '\r']) && text.contains("\\n");
        let text = match single_line {
            true => text.replace("\\n", "\n"),
            false => text.to_owned(),
        };
        let mut rows = rows(&text, separator(&text));
        let names = rows
            .iter()
            .take(MOST_LINES_BEFORE)
            .position(|row| row.is_migraine_buddy());
        let names = names.unwrap_or(0);
        if names >= rows.len() {
            return Self::default();
        }
        let rest = rows.split_off(names + 1);
        let names = rows.pop().map(|row| row.cells).unwrap_or_default();
        Self {
            names: names.iter().map(|name| name.trim().to_owned()).collect(),
            rows: rest,
        }
    }

    pub fn names(&self) -> &[String] {
        &self.names
    }

    pub fn rows(&self) -> &[Row] {
        &self.rows
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
        let cell = self.cells.get(place).map_or("", |cell| cell.trim());
        match cell.strip_prefix('\'') {
            Some(text) if text.starts_with(['=', '+', '-', '@', '\t', '\r']) => text,
            _ => cell,
        }
    }

    /// The row has nothing in it.
    pub fn is_empty(&self) -> bool {
        self.cells.iter().all(|cell| cell.trim().is_empty())
    }

    fn is_migraine_buddy(&self) -> bool {
        let first = self
            .cells
            .iter()
            .map(|cell| cell.trim().to_ascii_lowercase());
        first.take(3).eq(["#", "started", "lasted"])
    }
}

fn rows(text: &str, separator: u8) -> Vec<Row> {
    let mut reader = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(separator)
        .from_reader(text.as_bytes());
    let records = reader.records().map_while(Result::ok);
    records
        .map(|record| Row {
            line: record
                .position()
                .map_or(0, |position| position.line() as usize),
            cells: record.iter().map(str::to_owned).collect(),
        })
        .filter(|row| !row.is_empty())
        .collect()
}

/// The separator that stands most often outside of quotes on the first lines.
fn separator(text: &str) -> u8 {
    let mut counts = [(b',', 0usize), (b';', 0), (b'\t', 0)];
    let mut quoted = false;
    for byte in text.bytes().take(4_000) {
        quoted ^= byte == b'"';
        for (separator, count) in &mut counts {
            *count += usize::from(!quoted && byte == *separator);
        }
    }
    // Of equals the comma wins, which is the usual one.
    let most = counts.iter().map(|(_, count)| *count).max();
    let found = counts.iter().find(|(_, count)| Some(*count) == most);
    found.map_or(b',', |(separator, _)| *separator)
}
