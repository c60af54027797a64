//! Owns the columns of the two tables with five columns of text: which stand, and how wide each is printed.
//! May use: sheets. Must not: measure texts; that is `layout`.

use super::sheets::{Cells, Rows};

/// Width of the printed area in millimetres: fits A4 and Letter with the usual margins.
pub const PAGE_WIDTH: f64 = 180.0;

/// A table with five columns of text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Grid {
    Medicines,
    Tried,
}

/// Widths of the columns of the tables, as in the style sheet.
const MEDICINE_COLUMNS: [f64; 5] = [62.0, 38.0, 18.0, 18.0, 44.0];
const TRIED_COLUMNS: [f64; 5] = [44.0, 40.0, 30.0, 38.0, 28.0];
/// The same when nobody said what it did besides and why it was stopped: each treatment on one line.
const SHORT_TRIED_COLUMNS: [f64; 5] = [62.0, 40.0, 78.0, 0.0, 0.0];

/// Whether something was said in a column. The first always stands; another one in which nothing was said does not.
pub fn stands(rows: &Rows<Cells>, place: usize) -> bool {
    let mut rows = rows.shown.iter();
    place == 0 || rows.any(|row| !row.cells[place].is_empty())
}

/// Whether the treatments have only what they are, for how long and whether they helped.
pub fn is_short(tried: &Rows<Cells>) -> bool {
    !stands(tried, 3) && !stands(tried, 4)
}

/// The columns of a table as wide as they are printed: one that does not stand leaves its room to the others, all of it to
/// the last one when that stands.
pub fn widths(rows: &Rows<Cells>, grid: Grid) -> [f64; 5] {
    let mut widths = match grid {
        Grid::Medicines => MEDICINE_COLUMNS,
        Grid::Tried if is_short(rows) => SHORT_TRIED_COLUMNS,
        Grid::Tried => TRIED_COLUMNS,
    };
    for (place, width) in widths.iter_mut().enumerate() {
        if !stands(rows, place) {
            *width = 0.0;
        }
    }
    let used = widths.iter().sum::<f64>();
    if widths[4] > 0.0 {
        widths[4] += PAGE_WIDTH - used;
        return widths;
    }
    widths.map(|width| width * PAGE_WIDTH / used)
}
