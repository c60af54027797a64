//! Owns how much of each page its content takes, in millimetres, by the sizes of `style/components/handout.css`.
//! May use: measure, sheets. Must not: decide what gives way; that is `fit`.
//!
//! The journeys `the_fullest_story_stands_on_the_pages` and `the_longest_persona_…` look at the real layout.

use super::columns::{Grid, PAGE_WIDTH, widths};
use super::measure::{self, Face};
use super::sheets::{Cells, ChartSize, MapSize, Named, OptionCells, Print, Rows, Sheets, StripRow};

/// The printed area is as high as fits A4 and Letter with the usual margins.
pub const PAGE_HEIGHT: f64 = 250.0;
/// Name and why · ask first · guidelines · judge after · my view.
pub const OPTION_COLUMNS: [f64; 5] = [64.0, 53.0, 20.0, 19.0, 24.0];
/// Characters of the longest name that stands in the foot of a page.
const FOOT_NAME: usize = 36;
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

/// A kind of text of which a long one stands in the appendix.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Text {
    Name,
    Visit,
    FilledIn,
    /// The rows of the strip in the person's own words.
    Strip,
    /// Rows of the strip that take its whole width: what clashes, what was looked at, illnesses.
    WideStrip,
    Wish,
    Summary,
    Story,
    Told,
    Notes,
    Sites,
    Tests,
    Impact,
    Contributors,
    Sways,
    Goals,
    Limits,
    /// What speaks against an option, or its main risk.
    Care,
    Because,
    Clashes,
    Together,
    Questions,
}

/// Puts every text of a kind that takes more than so many lines of its column into the appendix. The name before it stays.
pub fn away(sheets: &mut Sheets, print: Print, text: Text, lines: usize) {
    let (face, column) = Type::of(print).place(text, sheets);
    let elsewhere = sheets.elsewhere(print).clone();
    let put = |name: &str, text: &mut String| {
        if !text.is_empty() && face.lines(&format!("{name} {text}"), column) > lines {
            text.clone_from(&elsewhere);
        }
    };
    let put_named = |named: &mut Named| put(&named.name, &mut named.text);
    let put_own = |text: &mut String| put("", text);
    match text {
        Text::Name => put_own(&mut sheets.name),
        Text::Visit => put_own(&mut sheets.visit),
        Text::FilledIn => put_named(&mut sheets.filled_in),
        Text::Strip => sheets.strip.iter_mut().for_each(|row| match row {
            StripRow::Own(named) => put_named(named),
            StripRow::Wide(_) | StripRow::Pair(..) => {}
        }),
        Text::WideStrip => sheets.strip.iter_mut().for_each(|row| match row {
            StripRow::Wide(named) => put_named(named),
            StripRow::Own(_) | StripRow::Pair(..) => {}
        }),
        Text::Wish => put_own(&mut sheets.wish),
        Text::Summary => put_own(&mut sheets.summary),
        Text::Story => put_own(&mut sheets.story),
        Text::Told => sheets.told.iter_mut().for_each(put_named),
        Text::Notes => sheets.notes.iter_mut().for_each(put_named),
        Text::Sites => sheets.sites.shown.iter_mut().for_each(put_named),
        Text::Tests => sheets.tests.shown.iter_mut().for_each(put_own),
        Text::Impact => put_own(&mut sheets.impact),
        Text::Contributors => {
            let lists = sheets.contributors.iter_mut();
            lists.flat_map(|list| &mut list.shown).for_each(put_own);
        }
        Text::Sways => put_own(&mut sheets.sways),
        Text::Goals => {
            let goals = sheets.goals.iter_mut().flat_map(|rows| &mut rows.shown);
            goals.for_each(put_own);
        }
        Text::Limits => sheets.limits.shown.iter_mut().for_each(put_own),
        Text::Care => options(sheets).for_each(|row| put("", &mut row.care)),
        Text::Because => options(sheets).for_each(|row| put("", &mut row.because)),
        Text::Clashes => sheets.clashes.shown.iter_mut().for_each(put_own),
        Text::Together => sheets.together.shown.iter_mut().for_each(put_own),
        Text::Questions => sheets.questions.shown.iter_mut().for_each(put_own),
    }
}

fn options(sheets: &mut Sheets) -> impl Iterator<Item = &mut OptionCells> {
    sheets.options.iter_mut().flat_map(|rows| &mut rows.shown)
}

/// Puts every cell that takes more than so many lines of its column into the appendix, but for the first of each row. Rows
/// about medicines stay as they are, unless `all` are meant.
pub fn cells_away(sheets: &mut Sheets, print: Print, grid: Grid, lines: usize, all: bool) {
    let set = Type::of(print);
    let elsewhere = sheets.elsewhere(print).clone();
    let rows = match grid {
        Grid::Medicines => &mut sheets.medicines,
        Grid::Tried => &mut sheets.tried,
    };
    let Some(rows) = rows else { return };
    let columns = widths(rows, grid);
    for row in rows.shown.iter_mut().filter(|row| all || !row.insists) {
        let cells = row.cells.iter_mut().zip(columns);
        for (place, (cell, column)) in cells.enumerate().skip(1) {
            if set.cell(place).lines(cell, column - CELL_GAP) > lines {
                cell.clone_from(&elsewhere);
            }
        }
    }
}

/// As long as the key of the patterns, with its boxes.
const MAP_KEY: &str = "worst: MMM 1–3 MMM 4–6 MMM 7–8 MM 9–10";

/// The figures, and what stands beside them; over the whole width where there are none.
fn map_columns(sheets: &Sheets) -> (f64, f64) {
    match sheets.map {
        MapSize::Full => (64.0, 113.0),
        MapSize::Small => (46.0, 131.0),
        MapSize::Empty | MapSize::Away => (0.0, PAGE_WIDTH),
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
        // In large print the head of a column may need a second line.
        let (scale, head_lines) = match print {
            Print::Normal => (1.0, 1.0),
            Print::Large => (1.25, 2.0),
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
            table_head: head_lines * Face::plain(9.5 * scale).line() + 0.5,
        }
    }

    /// How a kind of text is set, and how wide its column is.
    fn place(&self, text: Text, sheets: &Sheets) -> (Face, f64) {
        let (_, right) = map_columns(sheets);
        match text {
            // Serif in bold; some systems have only wide ones.
            Text::Wish => {
                let serif = Face {
                    wider: 1.35,
                    leading: 1.2,
                    ..Face::plain(self.text.size * 1.2)
                };
                (serif, PAGE_WIDTH - 3.8)
            }
            Text::Name | Text::Visit | Text::FilledIn => (self.bold, PAGE_WIDTH - 8.0),
            Text::Strip | Text::WideStrip => (self.bold, STRIP_WIDTH),
            Text::Summary | Text::Story => (self.text, PAGE_WIDTH),
            Text::Told | Text::Notes => (self.bold, PAGE_WIDTH),
            Text::Care => (self.text, OPTION_COLUMNS[1] - CELL_GAP),
            Text::Sites => (self.bold, right - 6.8),
            Text::Tests => (self.text, PAGE_WIDTH),
            Text::Impact => (self.text, right),
            Text::Contributors => (self.text, THIRD - DASH),
            Text::Sways => (self.text, PAGE_WIDTH),
            Text::Goals | Text::Limits => (self.text, HALF - DASH),
            Text::Because => (self.small, PAGE_WIDTH),
            Text::Clashes | Text::Together => (self.text, PAGE_WIDTH - DASH),
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

    /// A name in plain, and in bold what it names: the strip.
    fn told(&self, named: &Named, column: f64) -> f64 {
        let parts = [(self.text, named.name.as_str()), (self.bold, &named.text)];
        measure::lines(&parts, column) as f64 * self.text.line()
    }

    /// A name in bold, and in plain what it names: everywhere else.
    fn named(&self, named: &Named, column: f64) -> f64 {
        let parts = [(self.bold, named.name.as_str()), (self.text, &named.text)];
        measure::lines(&parts, column) as f64 * self.text.line()
    }

    fn table(&self, rows: &Rows<Cells>, grid: Grid) -> f64 {
        if rows.shown.is_empty() {
            let instead = self.text.height(&rows.instead, PAGE_WIDTH);
            let text = match rows.more {
                0 => instead.max(self.text.line()),
                _ => 0.0,
            };
            return self.heading + text + self.more(rows);
        }
        let columns = widths(rows, grid);
        let body: f64 = rows.shown.iter().map(|row| self.row(row, columns)).sum();
        self.heading + self.table_head + body + self.more(rows)
    }

    fn row(&self, cells: &Cells, columns: [f64; 5]) -> f64 {
        let lines = cells
            .cells
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
        let entry = |row: &String| self.text.height(row, column - DASH);
        let entries: f64 = rows.shown.iter().map(entry).sum();
        entries.max(entry(&rows.instead)).max(self.text.line()) + self.more(rows)
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
    let page = set.small.width("page 0 of 0, and an appendix · ");
    let name = set.small.width(foot_name(&sheets.name));
    set.small.height(text, PAGE_WIDTH - 4.0 - name - page) * 1.03 + 0.8
}

/// The name in the foot: whole, or not there when it is very long.
pub fn foot_name(name: &str) -> &str {
    match name.chars().count() <= FOOT_NAME {
        true => name,
        false => "",
    }
}

/// Page one down to the map.
fn opening(sheets: &Sheets, set: &Type) -> f64 {
    let parts = [
        (set.bold, sheets.name.as_str()),
        (set.text, &sheets.visit),
        (set.text, &sheets.filled_in.whole()),
    ];
    // Two gaps of 4 mm beside one another.
    let who = measure::lines(&parts, PAGE_WIDTH - 8.0).max(1) as f64 * set.text.line();
    let short = set.heading
        + set
            .text
            .height(&format!("{} {}", sheets.summary, sheets.story), PAGE_WIDTH)
        + sheets
            .told
            .iter()
            .chain(&sheets.notes)
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

/// Inside of the frame around the strip.
const STRIP_WIDTH: f64 = PAGE_WIDTH - 5.2;

fn strip(sheets: &Sheets, set: &Type) -> f64 {
    let asked = set.told(&sheets.signs_asked, STRIP_WIDTH);
    let fired = sheets.signs.shown.iter();
    let fired = fired.map(|sign| set.bold.height(&sign.whole(), STRIP_WIDTH));
    let signs = [asked].into_iter().chain(fired);
    let rows = sheets.strip.iter().map(|row| match row {
        StripRow::Wide(named) | StripRow::Own(named) => set.told(named, STRIP_WIDTH),
        StripRow::Pair(one, other) => {
            let half = (STRIP_WIDTH - 4.0) / 2.0;
            set.told(one, half).max(set.told(other, half))
        }
    });
    let rows = signs.chain(rows).map(|height| height + 0.3);
    rows.sum::<f64>() + set.more(&sheets.signs) + 3.2
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

/// The figures, and beside them places, limits and diary.
fn map(sheets: &Sheets, set: &Type) -> f64 {
    let (left, right) = map_columns(sheets);
    let mut figures = 0.0;
    if matches!(sheets.map, MapSize::Full | MapSize::Small) {
        let width = (left - 3.0) / 2.0;
        let key_lines = set.small.lines(MAP_KEY, left) as f64;
        let key = key_lines * set.small.size * 1.1 * 25.4 / 72.0;
        figures += set.small.size * 25.4 / 72.0 + width * 752.0 / 340.0 + key + 2.0;
    }
    let sites = sheets.sites.shown.iter().map(|site| {
        let height = set.named(site, right - 6.8);
        height.max(5.0) + 1.0
    });
    let sites = set.heading + sites.sum::<f64>().max(set.text.line()) + set.more(&sheets.sites);
    let impact = match sheets.impact.is_empty() {
        true => 0.0,
        false => set.heading + set.text.height(&sheets.impact, right),
    };
    // The drawing is 400 wide; see `chart.rs`.
    let picture = |height: f64| set.heading + right * height / 400.0 + 2.0 * set.small.line();
    let chart = match sheets.chart {
        ChartSize::LeftOut => 0.0,
        ChartSize::Empty | ChartSize::Few | ChartSize::Away => set.heading + set.text.line(),
        ChartSize::Full => picture(124.0),
        ChartSize::Low => picture(82.0),
    };
    figures.max(sites + impact + chart + 3.2)
}

/// Page one from the medicines on.
fn tables(sheets: &Sheets, set: &Type) -> f64 {
    let medicines = sheets.medicines.as_ref();
    let medicines = medicines.map(|rows| set.table(rows, Grid::Medicines));
    let tried = sheets.tried.as_ref();
    let tried = tried.map(|rows| set.table(rows, Grid::Tried));
    let tests = &sheets.tests;
    let tests = (!tests.is_empty()).then(|| {
        let rows = tests.shown.iter();
        let rows = rows.map(|test| set.text.height(test, PAGE_WIDTH));
        set.heading + rows.sum::<f64>() + set.more(tests)
    });
    let blocks = [medicines, tried, tests];
    let blocks: Vec<f64> = blocks.into_iter().flatten().collect();
    blocks.iter().sum::<f64>() + GAP * blocks.len().saturating_sub(1) as f64
}

/// Page two down to the options.
fn choices(sheets: &Sheets, set: &Type) -> f64 {
    let lists = sheets.contributors.iter().map(|list| set.list(list, THIRD));
    let contributors = if sheets.contributors.iter().all(Rows::says_nothing) {
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
        let instead = set.text.height(&rows.instead, PAGE_WIDTH);
        set.heading + set.table_head + rows_height.max(instead) + set.more(rows)
    });
    let together = [&sheets.clashes, &sheets.together].into_iter();
    let together = together.map(|rows| match rows.is_empty() {
        true => 0.0,
        false => set.list(rows, PAGE_WIDTH) + GAP,
    });
    let together = together.sum::<f64>();
    contributors + sways + wishes + options + together + 3.0 * GAP
}

fn option(row: &OptionCells, set: &Type) -> f64 {
    let [first, care, guidelines, judge, _] = OPTION_COLUMNS.map(|column| column - CELL_GAP);
    // The view takes a line, or three boxes to be ticked together.
    let view = if row.view.is_some() { 1 } else { 3 };
    let lines = [
        set.bold.lines(&row.name, first) + set.text.lines(&row.why, first),
        set.text.lines(&row.care, care),
        set.text.lines(&row.guidelines, guidelines),
        set.text.lines(&row.judge, judge),
        view,
    ];
    let lines = lines.into_iter().max().unwrap_or_default();
    let because = set.small.height(&row.because, PAGE_WIDTH);
    lines as f64 * set.text.line() + ROW_GAP + because
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
    // Table with three empty rows, then the line for a flare and the next visit.
    let agreed = set.heading + 34.5 + 8.5;
    questions + agreed + GAP
}

/// A line to write on, with the space before the next question.
const WRITING_LINE: f64 = 6.3;
