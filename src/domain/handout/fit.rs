//! Owns what gives way when the pages are too full, in which order, and what therefore stands in the appendix.
//! May use: layout, sheets. Must not: cut a text. A text or a row stands whole on its page, or whole in the appendix.
//!
//! The pages are two. What insists (warning signs, reactions, illnesses, medicines, what is to be said first, an option that
//! the person chose, their wish and their questions) gives way last of all, when everything else on the page is gone, and
//! then the appendix is printed with everything that gave way. When only other things gave way there is no appendix, unless
//! the person wishes it.

use super::appendix::cut_of;
use super::ladder::{PAGE_ONE, PAGE_ONE_LAST, PAGE_ONE_OWN, PAGE_TWO, PAGE_TWO_LAST, Step};
use super::layout::{PAGE_HEIGHT, heights};
use super::sheets::{OptionCells, Print, Rows, Sheets};

pub use super::appendix::{Gone, Part};

/// Room that stays free on each page, for fonts that are larger than they say.
const SPARE: f64 = 3.0;

/// The pages as they fit.
#[derive(Debug, Clone, PartialEq)]
pub struct Fitted {
    pub sheets: Sheets,
    /// The texts and rows that are not on the pages, whole.
    pub cut: Vec<Gone>,
}

/// Makes the pages fit. `tighter` is further room to leave free, in millimetres: more than nothing when a browser
/// showed that its fonts need it.
pub fn fit(whole: &Sheets, print: Print, tighter: f64) -> Fitted {
    let room = PAGE_HEIGHT - SPARE - tighter;
    let mut sheets = whole.clone();
    put_first_what_insists(&mut sheets);
    let widest = sheets.clone();
    for ladder in [
        &PAGE_ONE[..],
        &PAGE_ONE_OWN[..],
        &PAGE_ONE_LAST[..],
        &PAGE_TWO[..],
        &PAGE_TWO_LAST[..],
    ] {
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

/// The rows that stay longest stand first, each kind in its own order.
fn put_first_what_insists(sheets: &mut Sheets) {
    if let Some(rows) = &mut sheets.options {
        rows.shown.sort_by_key(OptionCells::rank);
    }
    if let Some(rows) = &mut sheets.tried {
        rows.shown.sort_by_key(|row| !row.insists);
    }
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
