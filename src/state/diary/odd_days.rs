//! Owns entries on days that cannot be right, and what a clock or a year that was wrong for a moment leaves behind.
//! May use: the diary's entries, the rule of days. Must not: wording; change an entry by itself.

use leptos::prelude::*;

use super::Diary;
use crate::domain::day_rule::{DayRule, FIRST_YEAR};
use crate::domain::diary::entry::Entry;
use crate::storage;

/// Entries that no calendar of the last months shows, oldest first.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct OddEntries {
    pub long_ago: Vec<Entry>,
    pub after_today: Vec<Entry>,
}

impl Diary {
    /// The entries on days before or after those that can be written about, reactive. Only months at the edges are read.
    pub fn on_odd_days(&self, rule: DayRule) -> OddEntries {
        self.version.track();
        let (first, last) = (rule.first(), rule.last());
        let (first_month, last_month) = (storage::Month::of(first), storage::Month::of(last));
        let mut long_ago = self.of_months(|month| month <= first_month);
        long_ago.retain(|entry| entry.date < first);
        let mut after_today = self.of_months(|month| month >= last_month);
        after_today.retain(|entry| entry.date > last);
        OddEntries {
            long_ago,
            after_today,
        }
    }

    /// Looks through the whole diary once, when the first page has been drawn: finds attacks that were forgotten long ago,
    /// and removes what days that were typed digit by digit left behind, as long as nothing is in it.
    pub(in crate::state) fn look_through(&self) {
        let found = self.store.try_update_value(|store| {
            let n_removed = store.drop_empty_months_before(FIRST_YEAR);
            (store.months_with_open_attacks(), n_removed)
        });
        let Some((months, n_removed)) = found else {
            return;
        };
        if n_removed > 0 {
            self.version.update(|version| *version += 1);
        }
        if !months.is_empty() {
            self.months_of_attacks.set(months);
        }
    }
}
