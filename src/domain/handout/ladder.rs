//! Owns the order in which things give way on full pages, and what each step takes.
//! May use: layout, sheets. Must not: decide when the pages are full; that is `fit`.

use super::MAX_OPTIONS;
use super::columns::Grid;
use super::layout::{self, Text};
use super::sheets::{ChartSize, MapSize, OptionCells, Print, Rows, Sheets};

/// One thing that gives way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Step {
    /// Only the reasons that are ticked.
    TickedReasons,
    /// Texts of a kind that take more lines than that.
    Away(Text, usize),
    /// Cells that take more lines than that; never the first of a row, which says what the row is about, and none of a row
    /// that insists.
    CellsAway(Grid, usize),
    AnyCellsAway(Grid, usize),
    LowChart,
    /// The days stand in the appendix alone.
    NoChart,
    SmallMap,
    NoMap,
    /// Rows behind that many.
    Sites(usize),
    Tests(usize),
    Medicines(usize),
    /// But none that insists.
    Tried(usize),
    AnyTried(usize),
    Contributors(usize),
    Goals(usize),
    Limits(usize),
    /// But none that insists.
    Options(usize),
    AnyOptions(usize),
    Clashes(usize),
    Together(usize),
    Questions(usize),
    /// The same signs in fewer words.
    ShortSigns,
    /// The most urgent ones.
    Signs(usize),
}

use Step::*;

/// In the order in which they are gone down.
pub(super) const LADDERS: [&[Step]; 5] = [
    &PAGE_ONE,
    &PAGE_ONE_OWN,
    &PAGE_ONE_LAST,
    &PAGE_TWO,
    &PAGE_TWO_LAST,
];

/// What gives way on page one, first to last: what can be drawn smaller, long texts, then rows.
const PAGE_ONE: [Step; 38] = [
    LowChart,
    TickedReasons,
    Away(Text::Story, 8),
    Away(Text::Notes, 4),
    Away(Text::Tests, 5),
    Tests(5),
    Sites(5),
    Away(Text::Story, 4),
    Away(Text::Tests, 3),
    SmallMap,
    CellsAway(Grid::Tried, 4),
    Away(Text::Story, 0),
    Tried(8),
    Tried(6),
    Away(Text::Notes, 2),
    Tests(4),
    Tried(5),
    Sites(4),
    CellsAway(Grid::Tried, 2),
    Tests(3),
    Tried(4),
    Tests(2),
    Away(Text::Notes, 1),
    Sites(3),
    Tried(3),
    Tests(1),
    NoChart,
    // The drawing may have been no taller than the picture of the diary beside it.
    SmallMap,
    NoMap,
    Tried(2),
    Tests(0),
    Away(Text::Notes, 0),
    Tried(1),
    Sites(2),
    Tried(0),
    Away(Text::Impact, 0),
    NoMap,
    Sites(1),
];

/// What gives way on page one when nothing else is left there: long own words, medicines that were tried, how often a
/// medicine is taken and the like, the words of the signs.
const PAGE_ONE_OWN: [Step; 30] = [
    Away(Text::FilledIn, 2),
    Away(Text::Name, 2),
    Away(Text::Visit, 2),
    Away(Text::Sites, 4),
    Away(Text::Wish, 4),
    Away(Text::Strip, 8),
    AnyCellsAway(Grid::Medicines, 5),
    AnyCellsAway(Grid::Tried, 4),
    Away(Text::Summary, 8),
    Away(Text::Told, 4),
    AnyTried(8),
    Away(Text::Strip, 4),
    AnyTried(6),
    AnyCellsAway(Grid::Tried, 2),
    AnyTried(4),
    Away(Text::Told, 2),
    AnyTried(2),
    Away(Text::Sites, 2),
    Away(Text::Told, 1),
    AnyTried(0),
    AnyCellsAway(Grid::Medicines, 3),
    AnyCellsAway(Grid::Medicines, 2),
    Away(Text::Told, 0),
    AnyCellsAway(Grid::Medicines, 1),
    Away(Text::Wish, 1),
    Away(Text::Summary, 0),
    Away(Text::Wish, 0),
    Away(Text::Sites, 0),
    Sites(0),
    ShortSigns,
];

/// What gives way on page one at the very last: medicines and signs, which go on in the appendix, then long lists of
/// illnesses, reactions and what was looked at, of which the name stays.
const PAGE_ONE_LAST: [Step; 12] = [
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
const PAGE_TWO: [Step; 34] = [
    Away(Text::Together, 3),
    Together(3),
    Away(Text::Contributors, 3),
    Contributors(5),
    Away(Text::Sways, 3),
    Away(Text::Goals, 4),
    Away(Text::Limits, 3),
    Limits(6),
    Goals(4),
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
    Away(Text::Sways, 0),
    Limits(2),
    Contributors(1),
    Goals(2),
    Options(2),
    Contributors(0),
    Goals(1),
    Options(1),
    Limits(0),
    Away(Text::Goals, 2),
    Options(0),
    Goals(0),
    Away(Text::Because, 3),
];

/// What gives way on page two when nothing else is left there.
const PAGE_TWO_LAST: [Step; 16] = [
    Away(Text::Questions, 4),
    Away(Text::Because, 1),
    Questions(8),
    Away(Text::Because, 0),
    Questions(5),
    AnyOptions(MAX_OPTIONS),
    AnyOptions(4),
    Questions(4),
    AnyOptions(3),
    Questions(3),
    AnyOptions(2),
    Clashes(2),
    Clashes(0),
    Away(Text::Care, 6),
    AnyOptions(1),
    Questions(1),
];

impl Step {
    /// The page on which the step makes room.
    pub(super) fn page(self, print: Print) -> usize {
        let (normal, large) = match self {
            CellsAway(..) | AnyCellsAway(..) | Medicines(_) | Tried(_) | AnyTried(_) => (0, 1),
            Away(Text::Tests, _) | Tests(_) => (0, 1),
            Away(Text::Questions, _) | Questions(_) => (1, 3),
            Contributors(_) | Goals(_) | Limits(_) | Options(_) | AnyOptions(_) | Clashes(_)
            | Together(_) => (1, 2),
            Away(
                Text::Contributors
                | Text::Sways
                | Text::Goals
                | Text::Limits
                | Text::Because
                | Text::Care
                | Text::Clashes
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

    /// Whether it takes something that gives way only when all else on its page is gone.
    pub(super) fn insists(self) -> bool {
        [&PAGE_ONE_OWN[..], &PAGE_ONE_LAST[..], &PAGE_TWO_LAST[..]]
            .iter()
            .any(|ladder| ladder.contains(&self))
    }

    /// Whether it takes one of the few treatments that say more to a specialist than the drawing.
    pub(super) fn takes_the_last_treatments(self) -> bool {
        matches!(self, Tried(0..4))
    }

    /// Whether it takes treatments that were tried.
    pub(super) fn is_about_treatments(self) -> bool {
        matches!(self, CellsAway(Grid::Tried, _) | Tried(_))
    }

    /// Long own words come back only when every treatment has.
    pub(super) fn waits_for_treatments(self) -> bool {
        matches!(self, Away(Text::Story | Text::Notes, _))
    }

    pub(super) fn apply(self, sheets: &mut Sheets, print: Print) {
        match self {
            TickedReasons => sheets.reasons.retain(|(_, ticked)| *ticked),
            Away(text, lines) => layout::away(sheets, print, text, lines),
            CellsAway(grid, lines) => layout::cells_away(sheets, print, grid, lines, false),
            AnyCellsAway(grid, lines) => layout::cells_away(sheets, print, grid, lines, true),
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
            Tried(most) => keep_and(&mut sheets.tried, most, |row| row.insists),
            AnyTried(most) => keep(&mut sheets.tried, most),
            Contributors(most) => sheets
                .contributors
                .iter_mut()
                .for_each(|list| list.keep(most)),
            Goals(most) => keep(&mut sheets.goals, most),
            Limits(most) => sheets.limits.keep(most),
            Options(most) => keep_and(&mut sheets.options, most, OptionCells::insists),
            AnyOptions(most) => keep(&mut sheets.options, most),
            Clashes(most) => sheets.clashes.keep(most),
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

/// Keeps also what insists; that stands first.
fn keep_and<T>(rows: &mut Option<Rows<T>>, most: usize, insists: fn(&T) -> bool) {
    if let Some(rows) = rows {
        let n_insisting = rows.shown.iter().filter(|row| insists(row)).count();
        rows.keep(most.max(n_insisting));
    }
}
