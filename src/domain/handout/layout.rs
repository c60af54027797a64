//! Owns how much of each page its content takes, in millimetres, by the sizes of `style/components/handout.css`.
//! May use: measure, sheets. Must not: shorten anything; that is `fit`.
//!
//! The journeys `the_fullest_story_stands_on_the_pages` and `the_longest_persona_…` look at the real layout.

use super::measure::Face;
use super::sheets::{Cells, ChartSize, Named, OptionCells, Print, Rows, Sheets, StripRow};
use super::shortened;

/// The printed area: fits A4 and Letter with the usual margins.
pub const PAGE_WIDTH: f64 = 180.0;
pub const PAGE_HEIGHT: f64 = 250.0;
/// Widths of the columns of the tables, as in the style sheet.
pub const MEDICINE_COLUMNS: [f64; 5] = [62.0, 38.0, 18.0, 18.0, 44.0];
pub const TRIED_COLUMNS: [f64; 5] = [44.0, 40.0, 30.0, 38.0, 28.0];
pub const OPTION_COLUMNS: [f64; 5] = [36.0, 43.0, 19.0, 21.0, 28.0];
/// Characters of the name in the foot of a page.
pub const FOOT_NAME: usize = 24;
/// Rows for questions that are kept free when there are fewer.
pub const LEAST_QUESTIONS: usize = 3;

/// Space between two blocks of a page.
const GAP: f64 = 2.0;
/// Space at the end of a cell.
const CELL_GAP: f64 = 2.0;
/// Space above and below a cell with its line.
const ROW_GAP: f64 = 0.75;

/// The columns of three lists beside one another, of two, and the dash before an entry.
const THIRD: f64 = (PAGE_WIDTH - 8.0) / 3.0;
const HALF: f64 = (PAGE_WIDTH - 5.0) / 2.0;
const DASH: f64 = 3.4;

/// A kind of text that can be cut to so many lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Text {
    Wish,
    Notes,
    Sites,
    Tests,
    Impact,
    Contributors,
    Sways,
    Goals,
    Limits,
    Because,
    Together,
    Questions,
}

/// Cuts every text of a kind to so many lines of its column.
pub fn cut(sheets: &mut Sheets, print: Print, text: Text, lines: usize) {
    let set = Type::of(print);
    let (face, column) = set.place(text, sheets);
    let cut = |text: &mut String| *text = face.in_lines(text, column, lines);
    // The name before a text stays whole, and takes its part of the lines.
    let cut_named = |named: &mut Named| {
        let whole = format!("{} {}", named.name, named.text);
        if face.lines(&whole, column) > lines {
            let short = face.in_lines(&whole, column, lines);
            let rest = short.strip_prefix(&named.name).unwrap_or("…");
            named.text = rest.trim_start().to_owned();
        }
    };
    match text {
        Text::Wish => cut(&mut sheets.wish),
        Text::Notes => sheets.notes.iter_mut().for_each(cut_named),
        Text::Sites => sheets.sites.shown.iter_mut().for_each(cut_named),
        Text::Tests => sheets.tests.shown.iter_mut().for_each(cut),
        Text::Impact => cut(&mut sheets.impact),
        Text::Contributors => {
            let lists = sheets.contributors.iter_mut();
            lists.flat_map(|list| &mut list.shown).for_each(cut);
        }
        Text::Sways => cut(&mut sheets.sways),
        Text::Goals => {
            let goals = sheets.goals.iter_mut().flat_map(|rows| &mut rows.shown);
            goals.for_each(cut);
        }
        Text::Limits => sheets.limits.shown.iter_mut().for_each(cut),
        Text::Because => {
            let rows = sheets.options.iter_mut().flat_map(|rows| &mut rows.shown);
            rows.for_each(|row| cut(&mut row.because));
        }
        Text::Together => sheets.together.shown.iter_mut().for_each(cut),
        Text::Questions => sheets.questions.shown.iter_mut().for_each(cut),
    }
}

/// A table with five columns of text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Grid {
    Medicines,
    Tried,
    Options,
}

/// Cuts every cell of a table to so many lines of its column.
pub fn cut_cells(sheets: &mut Sheets, print: Print, grid: Grid, lines: usize) {
    let set = Type::of(print);
    let cut = |cells: &mut Cells, columns: [f64; 5]| {
        for (place, (cell, column)) in cells.iter_mut().zip(columns).enumerate() {
            *cell = set.cell(place).in_lines(cell, column - CELL_GAP, lines);
        }
    };
    let rows = |rows: &mut Option<Rows<Cells>>, columns: [f64; 5]| {
        let rows = rows.iter_mut().flat_map(|rows| &mut rows.shown);
        rows.for_each(|cells| cut(cells, columns));
    };
    match grid {
        Grid::Medicines => rows(&mut sheets.medicines, MEDICINE_COLUMNS),
        Grid::Tried => rows(&mut sheets.tried, TRIED_COLUMNS),
        Grid::Options => {
            let rows = sheets.options.iter_mut().flat_map(|rows| &mut rows.shown);
            rows.for_each(|row| cut(&mut row.cells, OPTION_COLUMNS));
        }
    }
}

/// As long as the key of the patterns, with its boxes.
const MAP_KEY: &str = "worst: MMM 1–3 MMM 4–6 MMM 7–8 MM 9–10";

/// The figures, and what stands beside them.
fn map_columns(sheets: &Sheets) -> (f64, f64) {
    if sheets.small_map {
        (46.0, 131.0)
    } else {
        (64.0, 113.0)
    }
}

/// The sizes of a print.
struct Type {
    text: Face,
    bold: Face,
    small: Face,
    /// Heading of a block with its line.
    heading: f64,
    /// Head of a table with its line.
    table_head: f64,
}

impl Type {
    fn of(print: Print) -> Self {
        let scale = match print {
            Print::Normal => 1.0,
            Print::Large => 1.25,
        };
        let heading = Face {
            leading: 1.2,
            ..Face::plain(10.5 * scale)
        };
        let text = Face::plain(10.0 * scale);
        Self {
            text,
            bold: text.bold(),
            small: Face::plain(9.0 * scale),
            heading: heading.line() + 1.6,
            table_head: Face::plain(9.5 * scale).line() + 0.5,
        }
    }

    /// How a kind of text is set, and how wide its column is.
    fn place(&self, text: Text, sheets: &Sheets) -> (Face, f64) {
        let (left, right) = map_columns(sheets);
        match text {
            // Serif in bold; some systems have only wide ones.
            Text::Wish => {
                let serif = Face {
                    size: self.text.size * 1.2,
                    wider: 1.35,
                    leading: 1.2,
                };
                (serif, PAGE_WIDTH - 3.8)
            }
            Text::Notes => (self.bold, PAGE_WIDTH),
            Text::Sites => (self.bold, right - 6.8),
            Text::Tests => (self.text, left),
            Text::Impact => (self.text, right),
            Text::Contributors => (self.text, THIRD - DASH),
            Text::Sways => (self.text, PAGE_WIDTH),
            Text::Goals | Text::Limits => (self.text, HALF - DASH),
            Text::Because => (self.small, PAGE_WIDTH),
            Text::Together => (self.text, PAGE_WIDTH - DASH),
            Text::Questions => (self.bold, PAGE_WIDTH - 6.0),
        }
    }

    /// A line that counts what did not fit.
    fn more<T>(&self, rows: &Rows<T>) -> f64 {
        if rows.more > 0 {
            self.small.line()
        } else {
            0.0
        }
    }

    fn named(&self, named: &Named, column: f64) -> f64 {
        self.bold
            .height(&format!("{} {}", named.name, named.text), column)
    }

    fn table(&self, rows: &Rows<Cells>, columns: [f64; 5], instead: &str) -> f64 {
        if rows.shown.is_empty() {
            let text = self.text.height(instead, PAGE_WIDTH).max(self.text.line());
            return self.heading + text + self.more(rows);
        }
        let body: f64 = rows.shown.iter().map(|row| self.row(row, columns)).sum();
        self.heading + self.table_head + body + self.more(rows)
    }

    fn row(&self, cells: &Cells, columns: [f64; 5]) -> f64 {
        let lines = cells
            .iter()
            .zip(columns)
            .enumerate()
            .map(|(place, (cell, column))| self.cell(place).lines(cell, column - CELL_GAP));
        lines.max().unwrap_or_default().max(1) as f64 * self.text.line() + ROW_GAP
    }

    /// The first column is bold.
    fn cell(&self, place: usize) -> Face {
        if place == 0 { self.bold } else { self.text }
    }

    /// A list with a dash before each entry.
    fn list(&self, rows: &Rows<String>, column: f64) -> f64 {
        let entries = rows
            .shown
            .iter()
            .map(|row| self.text.height(row, column - DASH));
        entries.sum::<f64>().max(self.text.line()) + self.more(rows)
    }
}

/// What each page takes, in millimetres, from the first page to the last.
pub fn heights(sheets: &Sheets, print: Print) -> Vec<f64> {
    let set = Type::of(print);
    let parts = [
        opening(sheets, &set),
        tables(sheets, &set),
        choices(sheets, &set),
        talk(sheets, &set),
    ];
    let [one, two] = sheets
        .feet
        .each_ref()
        .map(|text| title() + foot(text, sheets, &set) + 2.0 * GAP);
    match print {
        Print::Normal => vec![
            one + parts[0] + GAP + parts[1],
            two + parts[2] + GAP + parts[3],
        ],
        Print::Large => vec![
            one + parts[0],
            one + parts[1],
            two + parts[2],
            two + parts[3],
        ],
    }
}

/// The title of a page, which keeps its size.
fn title() -> f64 {
    Face {
        leading: 1.1,
        ..Face::plain(14.5)
    }
    .line()
}

/// The foot of a page: its text, and beside it the name and which page it is, which stay on one line.
fn foot(text: &str, sheets: &Sheets, set: &Type) -> f64 {
    let page = set.small.width("page 0 of 0 · ");
    let name = set.small.width(&shortened(&sheets.name, FOOT_NAME));
    set.small.height(text, PAGE_WIDTH - 4.0 - name - page) * 1.03 + 0.8
}

/// Page one down to the map.
fn opening(sheets: &Sheets, set: &Type) -> f64 {
    let who = set
        .bold
        .height(
            &format!("{} {}", sheets.name, sheets.visit),
            PAGE_WIDTH - 8.0,
        )
        .max(set.text.line());
    let short = set.heading
        + set
            .text
            .height(&format!("{} {}", sheets.summary, sheets.story), PAGE_WIDTH)
        + sheets
            .notes
            .iter()
            .map(|note| set.named(note, PAGE_WIDTH))
            .sum::<f64>();
    let blocks = [
        who,
        strip(sheets, set),
        ask(sheets, set),
        short,
        map(sheets, set),
    ];
    blocks.iter().sum::<f64>() + GAP * (blocks.len() - 1) as f64
}

fn strip(sheets: &Sheets, set: &Type) -> f64 {
    let inner = PAGE_WIDTH - 5.2;
    let rows = sheets.strip.iter().map(|row| match row {
        StripRow::Wide(named) => set.named(named, inner),
        StripRow::Pair(one, other) => {
            let half = (inner - 4.0) / 2.0;
            set.named(one, half).max(set.named(other, half))
        }
    });
    rows.map(|height| height + 0.3).sum::<f64>() + 3.2
}

fn ask(sheets: &Sheets, set: &Type) -> f64 {
    let (wish, column) = set.place(Text::Wish, sheets);
    let mut lines = usize::from(!sheets.reasons.is_empty());
    let mut used = 0.0;
    for (label, _) in &sheets.reasons {
        let width = set.text.width(label) + 8.1;
        if used + width > column && used > 0.0 {
            lines += 1;
            used = 0.0;
        }
        used += width;
    }
    set.text.line() + wish.height(&sheets.wish, column) + lines as f64 * set.text.line()
}

/// The figures with the tests under them, and beside them places, limits and diary.
fn map(sheets: &Sheets, set: &Type) -> f64 {
    let (left, right) = map_columns(sheets);
    let mut figures = 0.0;
    if sheets.has_map {
        let width = (left - 3.0) / 2.0;
        let key_lines = set.small.lines(MAP_KEY, left) as f64;
        let key = key_lines * set.small.size * 1.1 * 25.4 / 72.0;
        figures += set.small.size * 25.4 / 72.0 + width * 752.0 / 340.0 + key + 2.0;
    }
    if !sheets.tests.is_empty() {
        let tests = sheets
            .tests
            .shown
            .iter()
            .map(|test| set.text.height(test, left));
        figures += set.heading + tests.sum::<f64>() + set.more(&sheets.tests) + 2.0;
    }
    let sites = sheets.sites.shown.iter().map(|site| {
        let height = set.named(site, right - 6.8);
        height.max(5.0) + 1.0
    });
    let sites = set.heading + sites.sum::<f64>().max(set.text.line()) + set.more(&sheets.sites);
    let impact = set.heading + set.text.height(&sheets.impact, right);
    // The drawing is 400 wide; see `chart.rs`.
    let picture = |height: f64| set.heading + right * height / 400.0 + 2.0 * set.small.line();
    let chart = match sheets.chart {
        ChartSize::LeftOut => 0.0,
        ChartSize::Empty | ChartSize::Away => set.heading + set.text.line(),
        ChartSize::Full => picture(124.0),
        ChartSize::Low => picture(82.0),
    };
    figures.max(sites + impact + chart + 3.2)
}

/// Page one from the medicines on.
fn tables(sheets: &Sheets, set: &Type) -> f64 {
    let medicines = sheets.medicines.as_ref();
    let medicines = medicines.map(|rows| set.table(rows, MEDICINE_COLUMNS, &sheets.no_medicines));
    let tried = sheets.tried.as_ref();
    let tried = tried.map(|rows| set.table(rows, TRIED_COLUMNS, &sheets.no_tried));
    let blocks: Vec<f64> = [medicines, tried].into_iter().flatten().collect();
    blocks.iter().sum::<f64>() + GAP * blocks.len().saturating_sub(1) as f64
}

/// Page two down to the options.
fn choices(sheets: &Sheets, set: &Type) -> f64 {
    let lists = sheets.contributors.iter().map(|list| set.list(list, THIRD));
    let contributors = if sheets.contributors.iter().all(Rows::is_empty) {
        0.0
    } else {
        set.heading + set.text.line() + lists.fold(0.0, f64::max)
    };
    let sways = set.text.height(&sheets.sways, PAGE_WIDTH);
    let goals = sheets
        .goals
        .as_ref()
        .map_or(0.0, |goals| set.list(goals, HALF));
    let wishes = set.heading + goals.max(set.list(&sheets.limits, HALF));
    let options = sheets.options.as_ref().map_or(0.0, |rows| {
        let rows_height: f64 = rows.shown.iter().map(|row| option(row, set)).sum();
        let instead = set.text.height(&sheets.no_options, PAGE_WIDTH);
        set.heading + set.table_head + rows_height.max(instead) + set.more(rows)
    });
    let together = sheets.together.shown.iter();
    let together = together.map(|text| set.text.height(text, PAGE_WIDTH - DASH));
    let together = match sheets.together.shown.is_empty() {
        true => 0.0,
        false => together.sum::<f64>() + set.more(&sheets.together) + GAP,
    };
    contributors + sways + wishes + options + together + 3.0 * GAP
}

fn option(row: &OptionCells, set: &Type) -> f64 {
    let because = set.small.height(&row.because, PAGE_WIDTH);
    set.row(&row.cells, OPTION_COLUMNS) + because
}

/// Page two from the questions on.
fn talk(sheets: &Sheets, set: &Type) -> f64 {
    let rows = &sheets.questions.shown;
    let asked = rows.iter().map(|question| {
        let (face, column) = set.place(Text::Questions, sheets);
        let text = face.height(question, column);
        text + WRITING_LINE
    });
    let empty = LEAST_QUESTIONS.saturating_sub(rows.len()) as f64;
    let empty = empty * (set.text.line() + WRITING_LINE);
    let questions = set.heading + asked.sum::<f64>() + empty + set.more(&sheets.questions);
    // Table with three empty rows, or the code beside it; then the line for a flare and the next visit.
    let agreed = set.heading + 34.5 + 8.5;
    questions + agreed + GAP
}

/// A line to write on, with the space before the next question.
const WRITING_LINE: f64 = 6.3;
