//! Owns what gives way when the pages are too full, in which order, and what therefore stands in the appendix.
//! May use: layout, sheets. Must not: cut a text. A text or a row stands whole on its page, or whole in the appendix, which
//! is then printed.
//!
//! Warning signs, reactions, illnesses and medicines give way last of all, when everything else on the page is gone.

use super::layout::{self, Grid, PAGE_HEIGHT, Text, heights};
use super::sheets::{ChartSize, MapSize, Named, OptionCells, Print, Rows, Sheets, StripRow};
use super::{MAX_OPTIONS, MAX_QUESTIONS};
use crate::domain::questionnaire::response::View;

/// Room that stays free on each page, for fonts that are larger than they say.
const SPARE: f64 = 3.0;

/// The pages as they fit.
#[derive(Debug, Clone, PartialEq)]
pub struct Fitted {
    pub sheets: Sheets,
    /// The texts and rows that are not on the pages, whole.
    pub cut: Vec<(Part, String)>,
}

/// Where something stood that is in the appendix only.
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
    /// Only the reasons that are ticked.
    TickedReasons,
    /// Texts of a kind that take more lines than that.
    Away(Text, usize),
    /// Cells that take more lines than that; never the first of a row, which says what the row is about.
    CellsAway(Grid, usize),
    LowChart,
    /// The days stand in the appendix alone.
    NoChart,
    SmallMap,
    NoMap,
    /// Rows behind that many.
    Sites(usize),
    Tests(usize),
    Medicines(usize),
    Tried(usize),
    Contributors(usize),
    Goals(usize),
    Limits(usize),
    /// But never those that the person is interested in.
    Options(usize),
    AnyOptions(usize),
    Together(usize),
    Questions(usize),
    /// The same signs in fewer words.
    ShortSigns,
    /// The most urgent ones.
    Signs(usize),
}

use Step::*;

/// What holds always: a page is read in a minute, so there are no more rows, and a text that is longer stands in the
/// appendix, however much room there is.
const ALWAYS: [Step; 28] = [
    Away(Text::Name, 2),
    Away(Text::Visit, 2),
    Away(Text::Strip, 4),
    Away(Text::Wish, 4),
    Away(Text::Summary, 8),
    Away(Text::Story, 8),
    Away(Text::Notes, 4),
    Away(Text::Sites, 4),
    Sites(5),
    Away(Text::Tests, 5),
    Tests(5),
    CellsAway(Grid::Medicines, 5),
    CellsAway(Grid::Tried, 4),
    Tried(8),
    Away(Text::Contributors, 3),
    Contributors(5),
    Away(Text::Sways, 3),
    Away(Text::Goals, 4),
    Goals(4),
    Away(Text::Limits, 3),
    Limits(6),
    Away(Text::Because, 3),
    Away(Text::Care, 12),
    Away(Text::Together, 3),
    Together(3),
    Away(Text::Questions, 4),
    Questions(MAX_QUESTIONS),
    Options(MAX_OPTIONS),
];

/// What gives way on page one, first to last.
const PAGE_ONE: [Step; 34] = [
    Away(Text::Story, 4),
    Tried(6),
    Away(Text::Tests, 3),
    LowChart,
    Away(Text::Story, 0),
    Away(Text::Notes, 2),
    Tests(4),
    TickedReasons,
    Tried(5),
    Sites(4),
    CellsAway(Grid::Tried, 2),
    Tests(3),
    SmallMap,
    Tried(4),
    Tests(2),
    Away(Text::Notes, 1),
    Sites(3),
    Tried(3),
    Tests(1),
    NoChart,
    Away(Text::Sites, 2),
    Tried(2),
    Tests(0),
    Away(Text::Notes, 0),
    Tried(1),
    Sites(2),
    Tried(0),
    Away(Text::Impact, 0),
    NoMap,
    Sites(1),
    Away(Text::Summary, 0),
    Away(Text::Wish, 1),
    Away(Text::Wish, 0),
    Sites(0),
];

/// What gives way on page one when nothing else is left there: how often a medicine is taken and the like, the words of the
/// signs, then medicines and signs, which go on in the appendix, and at the very last long lists of illnesses and reactions,
/// which then stand there whole.
const PAGE_ONE_LAST: [Step; 16] = [
    CellsAway(Grid::Medicines, 3),
    CellsAway(Grid::Medicines, 2),
    CellsAway(Grid::Medicines, 1),
    ShortSigns,
    Medicines(12),
    Medicines(8),
    Medicines(6),
    Medicines(4),
    Medicines(2),
    Medicines(0),
    Signs(12),
    Signs(8),
    Signs(4),
    Signs(1),
    Away(Text::WideStrip, 4),
    Away(Text::WideStrip, 2),
];

/// What gives way on page two, first to last.
const PAGE_TWO: [Step; 26] = [
    Contributors(4),
    Together(2),
    Limits(4),
    Away(Text::Sways, 1),
    Together(1),
    Options(4),
    Goals(3),
    Contributors(3),
    Together(0),
    Options(3),
    Limits(3),
    Contributors(2),
    Questions(4),
    Away(Text::Sways, 0),
    Limits(2),
    Contributors(1),
    Away(Text::Because, 0),
    Goals(2),
    Questions(3),
    AnyOptions(3),
    Contributors(0),
    AnyOptions(2),
    Away(Text::Care, 6),
    AnyOptions(1),
    Limits(0),
    Questions(1),
];

/// Makes the pages fit. `tighter` is further room to leave free, in millimetres: more than nothing when a browser
/// showed that its fonts need it.
pub fn fit(whole: &Sheets, print: Print, tighter: f64) -> Fitted {
    let room = PAGE_HEIGHT - SPARE - tighter;
    let mut sheets = whole.clone();
    for step in ALWAYS {
        step.apply(&mut sheets, print);
    }
    let widest = sheets.clone();
    for ladder in [&PAGE_ONE[..], &PAGE_ONE_LAST[..], &PAGE_TWO[..]] {
        give_way(&mut sheets, print, ladder, room);
    }
    let given = (&widest, print, room);
    // No treatment takes room that a medicine needs, and no medicine room that a sign needs.
    if sheets.signs.more == 0 || print == Print::Large {
        give_back(&mut sheets, given, |sheets| &mut sheets.medicines);
    }
    if sheets.medicines.iter().all(|rows| rows.more == 0) {
        give_back(&mut sheets, given, |sheets| &mut sheets.tried);
    }
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
/// rows that went, then what went from those that stayed.
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
            CellsAway(..) | Medicines(_) | Tried(_) => (0, 1),
            Away(Text::Questions, _) | Questions(_) => (1, 3),
            Contributors(_) | Goals(_) | Limits(_) | Options(_) | AnyOptions(_) | Together(_) => {
                (1, 2)
            }
            Away(
                Text::Contributors
                | Text::Sways
                | Text::Goals
                | Text::Limits
                | Text::Because
                | Text::Care
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
            TickedReasons => sheets.reasons.retain(|(_, ticked)| *ticked),
            Away(text, lines) => layout::away(sheets, print, text, lines),
            CellsAway(grid, lines) => layout::cells_away(sheets, print, grid, lines),
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
            SmallMap => {
                if sheets.map == MapSize::Full {
                    sheets.map = MapSize::Small;
                }
            }
            NoMap => {
                if matches!(sheets.map, MapSize::Full | MapSize::Small) {
                    sheets.map = MapSize::Away;
                }
            }
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
            Options(most) => {
                let wanted = sheets.options.iter().flat_map(|rows| &rows.shown);
                let wanted = wanted.filter(|row| row.view == Some(View::Willing)).count();
                if let Some(rows) = &mut sheets.options {
                    // Those of interest first, so that they are the ones that stay.
                    rows.shown
                        .sort_by_key(|row| row.view != Some(View::Willing));
                    rows.keep(most.max(wanted));
                }
            }
            AnyOptions(most) => keep(&mut sheets.options, most),
            Together(most) => sheets.together.keep(most),
            Questions(most) => sheets.questions.keep(most),
            ShortSigns => {
                let short = sheets.short_signs.iter().take(sheets.signs.shown.len());
                sheets.signs.shown = short.cloned().collect();
            }
            Signs(most) => sheets.signs.keep(most),
        }
    }
}

fn keep<T>(rows: &mut Option<Rows<T>>, most: usize) {
    if let Some(rows) = rows {
        rows.keep(most);
    }
}

/// What does not stand on the pages as a whole. Rows may stand there in another order.
fn cut_of(whole: &Sheets, fitted: &Sheets) -> Vec<(Part, String)> {
    let mut cut = Cut(Vec::new());
    cut.text(Part::Name, &whole.name, &fitted.name);
    cut.text(Part::Name, &whole.visit, &fitted.visit);
    cut.rows(
        Part::Strip,
        &whole.signs.shown,
        &fitted.signs.shown,
        Named::whole,
    );
    let strip = |row: &StripRow| joined(&row.parts().map(Named::whole).collect::<Vec<_>>(), " ");
    cut.rows(Part::Strip, &whole.strip, &fitted.strip, strip);
    cut.text(Part::Wish, &whole.wish, &fitted.wish);
    cut.text(Part::Summary, &whole.summary, &fitted.summary);
    cut.text(Part::Story, &whole.story, &fitted.story);
    cut.rows(Part::Notes, &whole.notes, &fitted.notes, Named::whole);
    cut.rows(
        Part::Sites,
        &whole.sites.shown,
        &fitted.sites.shown,
        Named::whole,
    );
    let own = String::clone;
    cut.rows(Part::Tests, &whole.tests.shown, &fitted.tests.shown, own);
    cut.text(Part::Impact, &whole.impact, &fitted.impact);
    let cells = |row: &[String; 5]| joined(row, " · ");
    cut.table(Part::Medicines, &whole.medicines, &fitted.medicines, cells);
    cut.table(Part::Tried, &whole.tried, &fitted.tried, cells);
    for (whole, fitted) in whole.contributors.iter().zip(&fitted.contributors) {
        cut.rows(Part::Contributors, &whole.shown, &fitted.shown, own);
    }
    cut.text(Part::Contributors, &whole.sways, &fitted.sways);
    cut.table(Part::Goals, &whole.goals, &fitted.goals, own);
    cut.rows(Part::Limits, &whole.limits.shown, &fitted.limits.shown, own);
    cut.table(Part::Options, &whole.options, &fitted.options, |row| {
        let OptionCells {
            name,
            why,
            care,
            guidelines,
            judge,
            view: _,
            because,
        } = row;
        joined(
            &[name, why, care, guidelines, judge, because].map(String::clone),
            " · ",
        )
    });
    cut.rows(
        Part::Together,
        &whole.together.shown,
        &fitted.together.shown,
        own,
    );
    cut.rows(
        Part::Questions,
        &whole.questions.shown,
        &fitted.questions.shown,
        own,
    );
    cut.0
}

struct Cut(Vec<(Part, String)>);

impl Cut {
    fn text(&mut self, part: Part, whole: &str, fitted: &str) {
        if whole != fitted {
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
        let gone = whole.iter().filter(|row| !fitted.contains(row));
        self.0.extend(gone.map(|row| (part, one_line(&say(row)))));
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
    joined(
        &text
            .split_whitespace()
            .map(str::to_owned)
            .collect::<Vec<_>>(),
        " ",
    )
}

fn joined(texts: &[String], mark: &str) -> String {
    let filled = texts
        .iter()
        .map(String::as_str)
        .filter(|text| !text.is_empty());
    filled.collect::<Vec<_>>().join(mark)
}
