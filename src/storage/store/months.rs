//! Owns what is looked for in many months at once: attacks without an end, and months in which nothing is left.
//! May use: the form of a month. Must not: a clock; the days are given.

use std::collections::BTreeSet;

use super::Store;
use crate::domain::collections::Gather;
use crate::storage::keys::{Month, Part};
use crate::storage::shape::{Document, SavedMonth};

impl Store {
    /// The months that hold an attack without an end, and perhaps a few others. Looks at the texts without reading the
    /// entries: for once after the start, however long the diary is.
    pub fn months_with_open_attacks(&self) -> BTreeSet<Month> {
        let months = self.months().into_iter();
        months
            .filter(|month| {
                let text = self.text_of(&Part::Month(*month).key());
                text.ok()
                    .flatten()
                    .is_some_and(|text| SavedMonth::may_hold_open_attack(&text))
            })
            .gather()
    }

    /// Removes the months before a year of which nothing is left: days that were typed digit by digit once passed through
    /// them. What cannot be read, or holds anything, stays. Returns how many there were.
    pub fn drop_empty_months_before(&mut self, year: i32) -> usize {
        let months = self.months().into_iter();
        let empty: Vec<Month> = months
            .filter(|month| month.year < year && self.is_empty_month(*month))
            .collect();
        let removed = empty
            .into_iter()
            .filter(|month| self.drop_empty_month(*month));
        removed.count()
    }

    /// Removes a month of which nothing is left, with what it knows of deleted entries; true when it is gone.
    pub fn drop_empty_month(&mut self, month: Month) -> bool {
        let part = Part::Month(month);
        let is_removed = self.is_empty_month(month) && self.put_named(part, None).is_ok();
        if is_removed {
            self.remember_written(part.key(), None);
        }
        is_removed
    }

    fn is_empty_month(&self, month: Month) -> bool {
        let part = Part::Month(month);
        let has_unsaved = self.unsaved.entries.contains_key(&month);
        let text = self.text_of(&part.key()).ok().flatten();
        !has_unsaved
            && text.is_some_and(|text| {
                SavedMonth::parse(part, &text).is_ok_and(|saved| saved.holds_nothing())
            })
    }
}
