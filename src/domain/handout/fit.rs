//! Owns what gives way when the pages are too full, in which order, and what therefore stands in the appendix.
//! May use: layout, sheets. Must not: cut a text. A text or a row stands whole on its page, or whole in the appendix.
//!
//! The pages are two. What insists (warning signs, reactions, illnesses, medicines, what is to be said first, an option that
//! the person chose, their wish and their questions) gives way last of all, when everything else on the page is gone, and
//! then the appendix is printed with everything that gave way. When only other things gave way there is no appendix, unless
//! the person wishes it.

use super::appendix::cut_of;
use super::ladder::{LADDERS, Step};
use super::layout::{PAGE_HEIGHT, heights};
use super::sheets::{OptionCells, Print, Rows, Sheets};
use crate::domain::collections::InOrder;

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
    fit_with(whole, print, tighter, false)
}

/// The pages without an appendix, as they are printed when nothing that insists gave way: nothing on them points to it. A
/// text that has no room is then not there. What the pointers took is room for more.
pub fn fit_without_appendix(whole: &Sheets, print: Print, tighter: f64) -> Fitted {
    fit_with(whole, print, tighter, true)
}

fn fit_with(whole: &Sheets, print: Print, tighter: f64, without_appendix: bool) -> Fitted {
    let room = PAGE_HEIGHT - SPARE - tighter;
    let mut widest = whole.clone();
    put_first_what_insists(&mut widest);
    let mut taken = Vec::new();
    let mut sheets = widest.clone();
    for ladder in LADDERS {
        give_way(&mut sheets, print, ladder, room, &mut taken);
    }
    sheets = take_back(sheets, taken, without_appendix, (print, room));
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

/// A step that was taken, and the pages before it.
type Taken = (Step, Sheets);

/// A step that came late may have made more room than was needed, so that one before it was taken in vain. Each is taken
/// back whose pages fit without it: first those that took the last treatments, then all others, the last first. A page on
/// which something that insists is still missing stays as it is.
fn take_back(
    mut sheets: Sheets,
    mut taken: Vec<Taken>,
    without_appendix: bool,
    (print, room): (Print, f64),
) -> Sheets {
    if without_appendix {
        sheets.forget_the_appendix(print);
    }
    let mut before = heights(&sheets, print);
    let mut closed = [false; 4];
    let mut is_a_treatment_missing = [false; 4];
    for round in [Step::takes_the_last_treatments, |_: Step| true] {
        for place in (0..taken.len()).rev() {
            let step = taken[place].0;
            let page = step.page(print);
            let waits = is_a_treatment_missing[page] && step.waits_for_treatments();
            if closed[page] || waits || !round(step) {
                continue;
            }
            let mut fuller = vec![taken[place].1.clone()];
            for (step, _) in &taken[place + 1..] {
                let mut next = fuller[fuller.len() - 1].clone();
                step.apply(&mut next, print);
                fuller.push(next);
            }
            let mut last = fuller[fuller.len() - 1].clone();
            if without_appendix {
                last.forget_the_appendix(print);
            }
            let after = heights(&last, print);
            let holds = |(after, before): (&f64, &f64)| *after <= room || after <= before;
            if after.iter().zip(&before).all(holds) {
                (sheets, before) = (last, after);
                taken.remove(place);
                let later = taken[place..].iter_mut().zip(fuller);
                later.for_each(|((_, state), fuller)| *state = fuller);
            } else {
                closed[page] |= step.insists();
                is_a_treatment_missing[page] |= step.is_about_treatments();
            }
        }
    }
    sheets
}

/// The rows that stay longest stand first, each kind in its own order.
fn put_first_what_insists(sheets: &mut Sheets) {
    if let Some(rows) = &mut sheets.options {
        rows.shown.put_in_order_by_key(OptionCells::rank);
    }
    if let Some(rows) = &mut sheets.tried {
        rows.shown.put_in_order_by_key(|row| !row.insists);
    }
}

/// Goes down the ladder until the pages fit. A step that makes no room on a full page takes nothing away; it is tried
/// again after the others, since two columns beside one another must both become shorter.
fn give_way(sheets: &mut Sheets, print: Print, ladder: &[Step], room: f64, taken: &mut Vec<Taken>) {
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
                taken.push((*step, std::mem::replace(sheets, shorter)));
                before = after;
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
