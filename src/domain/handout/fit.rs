//! Owns what gives way when the pages are too full, in which order, and what therefore stands in the appendix.
//! May use: layout, sheets. Must not: drop anything without counting or marking it.
//!
//! The safety strip gives way last of all, when more signs fired than a page can hold: then the least urgent are named in
//! the appendix alone.

use super::layout::{self, Grid, PAGE_HEIGHT, Text, heights};
use super::sheets::{ChartSize, Named, Print, Rows, Sheets, StripRow};
use super::{MAX_QUESTIONS, shortened};

/// Room that stays free on each page, for fonts that are larger than they say.
const SPARE: f64 = 3.0;

/// The pages as they fit.
#[derive(Debug, Clone, PartialEq)]
pub struct Fitted {
    pub sheets: Sheets,
    /// Whole texts of what was shortened, and the rows that did not fit.
    pub cut: Vec<(Part, String)>,
}

/// Where something stood that is now whole in the appendix only.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    Name,
    Strip,
    Wish,
    Reasons,
    Summary,
    Story,
    Notes,
    Sites,
    Tests,
    Impact,
    Medicines,
    Tried,
    Contributors,
    Goals,
    Limits,
    Options,
    Together,
    Questions,
}

/// One thing that gives way.
#[derive(Debug, Clone, Copy)]
enum Step {
    /// Characters of name and visit.
    Head(usize),
    /// Only the reasons that are ticked.
    TickedReasons,
    /// Characters of the two that flow into one another.
    Summary(usize),
    Story(usize),
    /// Lines of a text.
    Lines(Text, usize),
    /// Lines of a cell.
    Cells(Grid, usize),
    LowChart,
    /// The days stand in the appendix alone.
    NoChart,
    SmallMap,
    /// Rows.
    Sites(usize),
    Tests(usize),
    Medicines(usize),
    Tried(usize),
    Contributors(usize),
    Goals(usize),
    Limits(usize),
    Options(usize),
    Together(usize),
    Questions(usize),
    /// Characters of each text of the safety strip, most urgent first.
    Strip(usize),
}

use Step::*;

/// What holds always: a page is read in a minute, so nothing is longer, however much room there is.
const ALWAYS: [Step; 27] = [
    Head(60),
    Lines(Text::Wish, 2),
    Summary(560),
    Story(400),
    Lines(Text::Notes, 3),
    Lines(Text::Sites, 3),
    Sites(5),
    Lines(Text::Tests, 4),
    Tests(5),
    Lines(Text::Impact, 4),
    Cells(Grid::Medicines, 2),
    Medicines(8),
    Cells(Grid::Tried, 2),
    Tried(8),
    Lines(Text::Contributors, 2),
    Contributors(5),
    Lines(Text::Sways, 2),
    Lines(Text::Goals, 2),
    Goals(4),
    Lines(Text::Limits, 2),
    Limits(6),
    Cells(Grid::Options, 3),
    Lines(Text::Because, 1),
    Lines(Text::Together, 2),
    Together(3),
    Lines(Text::Questions, 2),
    Questions(MAX_QUESTIONS),
];

/// Options that are talked about in one visit.
const MAX_OPTIONS: usize = 6;

/// What gives way on page one, first to last.
const PAGE_ONE: [Step; 48] = [
    Story(260),
    Lines(Text::Notes, 2),
    Lines(Text::Tests, 3),
    Lines(Text::Sites, 2),
    Tried(6),
    Medicines(6),
    LowChart,
    Tests(4),
    Story(140),
    Sites(4),
    Tests(3),
    Lines(Text::Tests, 2),
    Lines(Text::Impact, 3),
    Story(0),
    TickedReasons,
    Cells(Grid::Medicines, 1),
    Lines(Text::Sites, 1),
    Cells(Grid::Tried, 1),
    Sites(3),
    Tried(5),
    Tests(2),
    SmallMap,
    Lines(Text::Impact, 2),
    Summary(400),
    Tried(4),
    Lines(Text::Notes, 1),
    Medicines(5),
    Tests(1),
    Head(36),
    Lines(Text::Wish, 1),
    Tried(3),
    Medicines(4),
    Sites(2),
    Summary(280),
    // A test without its result says little: rather fewer tests than shorter ones.
    Tests(0),
    Tried(2),
    Medicines(3),
    Lines(Text::Impact, 1),
    NoChart,
    Sites(1),
    Tried(1),
    Medicines(2),
    Summary(90),
    Medicines(1),
    Strip(STRIP_ALWAYS),
    Strip(700),
    Strip(500),
    Strip(250),
];

/// Characters of a text of the strip that nothing takes away: about fifteen warning signs.
const STRIP_ALWAYS: usize = 900;

/// What gives way on page two, first to last.
const PAGE_TWO: [Step; 27] = [
    Lines(Text::Sways, 1),
    Contributors(4),
    Together(2),
    Cells(Grid::Options, 2),
    Lines(Text::Together, 1),
    Limits(4),
    Goals(3),
    Lines(Text::Goals, 1),
    Together(1),
    Contributors(3),
    Lines(Text::Contributors, 1),
    Options(5),
    Together(0),
    Limits(3),
    Questions(4),
    Options(4),
    Lines(Text::Because, 0),
    Contributors(2),
    Lines(Text::Questions, 1),
    Goals(2),
    Lines(Text::Sways, 0),
    Options(3),
    Cells(Grid::Options, 1),
    Questions(3),
    Contributors(1),
    Limits(2),
    Options(2),
];

/// Makes the pages fit. `tighter` is further room to leave free, in millimetres: more than nothing when a browser
/// showed that its fonts need it.
pub fn fit(whole: &Sheets, print: Print, tighter: f64) -> Fitted {
    let room = PAGE_HEIGHT - SPARE - tighter;
    let mut sheets = whole.clone();
    for step in ALWAYS {
        step.apply(&mut sheets, print);
    }
    Options(MAX_OPTIONS).apply(&mut sheets, print);
    let widest = sheets.clone();
    for ladder in [&PAGE_ONE[..], &PAGE_TWO[..]] {
        give_way(&mut sheets, print, ladder, room);
    }
    let given = (&widest, print, room);
    give_back(&mut sheets, given, |sheets| &mut sheets.medicines);
    give_back(&mut sheets, given, |sheets| &mut sheets.tried);
    give_back(&mut sheets, given, |sheets| &mut sheets.options);
    let cut = cut_of(whole, &sheets);
    Fitted { sheets, cut }
}

/// Goes down the ladder until the pages fit. A step that makes no room on a full page takes nothing away; it is tried
/// again after the others, since two columns beside one another must both become shorter.
fn give_way(sheets: &mut Sheets, print: Print, ladder: &[Step], room: f64) {
    let mut before = heights(sheets, print);
    for insists in [false, false, true] {
        for step in ladder {
            let page = step.page(print);
            let height = |heights: &[f64]| heights.get(page).copied().unwrap_or_default();
            if height(&before) <= room {
                continue;
            }
            let mut shorter = sheets.clone();
            step.apply(&mut shorter, print);
            let after = heights(&shorter, print);
            if insists || height(&after) < height(&before) {
                (*sheets, before) = (shorter, after);
            }
        }
    }
}

/// A step takes from all rows of a table at once, and so leaves room. It is given back row by row, the first rows first:
/// rows that went, then what was cut from those that stayed.
fn give_back<T: Clone>(
    sheets: &mut Sheets,
    (widest, print, room): (&Sheets, Print, f64),
    table: fn(&mut Sheets) -> &mut Option<Rows<T>>,
) {
    let Some(whole) = table(&mut widest.clone()).take() else {
        return;
    };
    let mut before = heights(sheets, print);
    for only_rows_that_went in [true, false] {
        for (place, row) in whole.shown.iter().enumerate() {
            let mut fuller = sheets.clone();
            let Some(rows) = table(&mut fuller) else {
                return;
            };
            match rows.shown.get_mut(place) {
                Some(_) if only_rows_that_went => continue,
                Some(shown) => *shown = row.clone(),
                None if only_rows_that_went => {
                    rows.shown.push(row.clone());
                    rows.more = rows.more.saturating_sub(1);
                }
                None => break,
            }
            let after = heights(&fuller, print);
            let holds = |(after, before): (&f64, &f64)| *after <= room || after <= before;
            if after.iter().zip(&before).all(holds) {
                (*sheets, before) = (fuller, after);
            } else if only_rows_that_went {
                break;
            }
        }
    }
}

/// Whether the pages fit, by the estimate.
pub fn fits(sheets: &Sheets, print: Print) -> bool {
    heights(sheets, print)
        .into_iter()
        .all(|height| height <= PAGE_HEIGHT)
}

impl Step {
    /// The page on which the step makes room.
    fn page(self, print: Print) -> usize {
        let (normal, large) = match self {
            Cells(Grid::Medicines | Grid::Tried, _) | Medicines(_) | Tried(_) => (0, 1),
            Cells(Grid::Options, _)
            | Contributors(_)
            | Goals(_)
            | Limits(_)
            | Options(_)
            | Together(_) => (1, 2),
            Lines(Text::Questions, _) | Questions(_) => (1, 3),
            Lines(
                Text::Contributors
                | Text::Sways
                | Text::Goals
                | Text::Limits
                | Text::Because
                | Text::Together,
                _,
            ) => (1, 2),
            _ => (0, 0),
        };
        match print {
            Print::Normal => normal,
            Print::Large => large,
        }
    }

    fn apply(self, sheets: &mut Sheets, print: Print) {
        match self {
            Head(most) => {
                shorten(&mut sheets.name, most);
                shorten(&mut sheets.visit, most);
            }
            TickedReasons => sheets.reasons.retain(|(_, ticked)| *ticked),
            Summary(most) => shorten(&mut sheets.summary, most),
            Story(most) => shorten(&mut sheets.story, most),
            Lines(text, lines) => layout::cut(sheets, print, text, lines),
            Cells(grid, lines) => layout::cut_cells(sheets, print, grid, lines),
            LowChart => {
                if sheets.chart == ChartSize::Full {
                    sheets.chart = ChartSize::Low;
                }
            }
            NoChart => {
                if matches!(sheets.chart, ChartSize::Full | ChartSize::Low) {
                    sheets.chart = ChartSize::Away;
                }
            }
            SmallMap => sheets.small_map = true,
            Sites(most) => sheets.sites.keep(most),
            Tests(most) => sheets.tests.keep(most),
            Medicines(most) => keep(&mut sheets.medicines, most),
            Tried(most) => keep(&mut sheets.tried, most),
            Contributors(most) => sheets
                .contributors
                .iter_mut()
                .for_each(|list| list.keep(most)),
            Goals(most) => keep(&mut sheets.goals, most),
            Limits(most) => sheets.limits.keep(most),
            Options(most) => keep(&mut sheets.options, most),
            Together(most) => sheets.together.keep(most),
            Questions(most) => sheets.questions.keep(most),
            Strip(most) => {
                for row in &mut sheets.strip {
                    row.texts_mut().for_each(|text| shorten(text, most));
                }
            }
        }
    }
}

fn keep<T>(rows: &mut Option<Rows<T>>, most: usize) {
    if let Some(rows) = rows {
        rows.keep(most);
    }
}

/// Without room for a beginning the text stands in the appendix alone.
fn shorten(text: &mut String, most: usize) {
    *text = if most == 0 {
        String::new()
    } else {
        shortened(text, most)
    };
}

/// What does not stand on the pages as a whole.
fn cut_of(whole: &Sheets, fitted: &Sheets) -> Vec<(Part, String)> {
    let mut cut = Cut(Vec::new());
    cut.text(Part::Name, &whole.name, &fitted.name);
    cut.text(Part::Name, &whole.visit, &fitted.visit);
    let strip = |row: &StripRow| joined(&row.texts().collect::<Vec<_>>(), " ");
    cut.rows(Part::Strip, &whole.strip, &fitted.strip, strip);
    cut.text(Part::Wish, &whole.wish, &fitted.wish);
    cut.text(Part::Summary, &whole.summary, &fitted.summary);
    cut.text(Part::Story, &whole.story, &fitted.story);
    let named = |row: &Named| joined(&[&row.name, &row.text], " ");
    cut.rows(Part::Notes, &whole.notes, &fitted.notes, named);
    cut.rows(Part::Sites, &whole.sites.shown, &fitted.sites.shown, named);
    cut.rows(
        Part::Tests,
        &whole.tests.shown,
        &fitted.tests.shown,
        String::clone,
    );
    cut.text(Part::Impact, &whole.impact, &fitted.impact);
    let cells = |row: &[String; 5]| joined(&row.each_ref().map(String::as_str), " · ");
    cut.table(Part::Medicines, &whole.medicines, &fitted.medicines, cells);
    cut.table(Part::Tried, &whole.tried, &fitted.tried, cells);
    for (whole, fitted) in whole.contributors.iter().zip(&fitted.contributors) {
        cut.rows(
            Part::Contributors,
            &whole.shown,
            &fitted.shown,
            String::clone,
        );
    }
    cut.text(Part::Contributors, &whole.sways, &fitted.sways);
    cut.table(Part::Goals, &whole.goals, &fitted.goals, String::clone);
    cut.rows(
        Part::Limits,
        &whole.limits.shown,
        &fitted.limits.shown,
        String::clone,
    );
    cut.table(Part::Options, &whole.options, &fitted.options, |row| {
        joined(&[&cells(&row.cells), &row.because], " · ")
    });
    cut.rows(
        Part::Together,
        &whole.together.shown,
        &fitted.together.shown,
        String::clone,
    );
    cut.rows(
        Part::Questions,
        &whole.questions.shown,
        &fitted.questions.shown,
        String::clone,
    );
    cut.0
}

struct Cut(Vec<(Part, String)>);

impl Cut {
    fn text(&mut self, part: Part, whole: &str, fitted: &str) {
        if one_line(whole) != fitted {
            self.0.push((part, one_line(whole)));
        }
    }

    fn rows<T: PartialEq>(
        &mut self,
        part: Part,
        whole: &[T],
        fitted: &[T],
        say: impl Fn(&T) -> String,
    ) {
        for (place, row) in whole.iter().enumerate() {
            let fitted = fitted.get(place).map(|row| one_line(&say(row)));
            let row = one_line(&say(row));
            if fitted.as_ref() != Some(&row) {
                self.0.push((part, row));
            }
        }
    }

    fn table<T: PartialEq>(
        &mut self,
        part: Part,
        whole: &Option<Rows<T>>,
        fitted: &Option<Rows<T>>,
        say: impl Fn(&T) -> String,
    ) {
        if let (Some(whole), Some(fitted)) = (whole, fitted) {
            self.rows(part, &whole.shown, &fitted.shown, say);
        }
    }
}

fn one_line(text: &str) -> String {
    joined(&text.split_whitespace().collect::<Vec<_>>(), " ")
}

fn joined(texts: &[&str], mark: &str) -> String {
    let filled = texts.iter().copied().filter(|text| !text.is_empty());
    filled.collect::<Vec<_>>().join(mark)
}
