//! Owns loading and saving of diary entries: by month, each change by both of its ends.
//! May use: the store's own steps. Must not: another order of steps.

use std::collections::BTreeSet;

use super::Store;
use crate::domain::collections::{Gather, InOrder};
use crate::domain::diary::entry::Entry;
use crate::domain::ids::EntryId;
use crate::storage::keys::{Month, Part};
use crate::storage::report::{self, Loaded, SaveError};
use crate::storage::shape::{Change, SavedMonth, put_together};

impl Store {
    /// The entries of a month, oldest first; those without a time come first on their day.
    pub fn month(&self, month: Month) -> Loaded<Vec<Entry>> {
        let changes = self.unsaved.entries.get(&month);
        let mut loaded = self.load(Part::Month(month), |saved: &SavedMonth| match changes {
            None => saved.entries(month),
            Some(changes) => {
                let mut saved = saved.clone();
                // It is only looked at.
                let _ = saved.apply(month, changes);
                saved.entries(month)
            }
        });
        if let Some(changes) = changes {
            // Where nothing could be loaded there is still what was not saved.
            for (id, change) in changes {
                if loaded.value.iter().all(|entry| entry.id != *id) {
                    loaded.value.extend(change.to.clone());
                }
            }
        }
        loaded
            .value
            .put_in_order_by_key(|entry| (entry.date, entry.time));
        loaded
    }

    /// The months that have diary entries, oldest first. Also a month that cannot be read is one.
    pub fn months(&self) -> Vec<Month> {
        let keys = self.backend.keys().unwrap_or_default();
        let saved = keys.iter().filter_map(|key| match Part::of_key(key)? {
            Part::Month(month) => Some(month),
            _ => None,
        });
        let unsaved = self.unsaved.entries.iter();
        let unsaved =
            unsaved.filter(|(_, changes)| changes.values().any(|change| change.to.is_some()));
        let months: BTreeSet<Month> = saved.chain(unsaved.map(|(month, _)| *month)).gather();
        months.into_iter().collect()
    }

    /// Every entry, oldest first.
    pub fn all_entries(&self) -> Loaded<Vec<Entry>> {
        let mut all = Loaded {
            value: Vec::new(),
            issues: Vec::new(),
        };
        for month in self.months() {
            let loaded = self.month(month);
            all.value.extend(loaded.value);
            all.issues.extend(loaded.issues);
        }
        all.issues = report::each_once(all.issues);
        all
    }

    /// Saves one entry as a whole: it is added, or replaces the one with its id in its month. Only that month is written.
    /// To change one that is there, [`Store::change_entry`] says what is to be changed and what is not.
    ///
    /// An entry that moves to another month gets a new id: save it first, then delete the old one. An interruption
    /// between the two then leaves the person one entry too many, never one too few.
    pub fn save_entry(&mut self, entry: &Entry) -> Result<(), SaveError> {
        self.note_change(None, Some(entry));
        self.save_month(Month::of(entry.date), None).0
    }

    /// Makes the change that leads from one state of an entry to the other. What another tab changed in the same entry since
    /// `from` was loaded stays; of a field that both changed, that of `to` counts. Returns the entry as it is then, with
    /// `to` for one that could not be saved. One that is gone comes back.
    pub fn change_entry(&mut self, from: &Entry, to: &Entry) -> (Entry, Result<(), SaveError>) {
        self.note_change(Some(from), Some(to));
        let (outcome, now) = self.save_month(Month::of(to.date), Some(&to.id));
        (now.unwrap_or_else(|| to.clone()), outcome)
    }

    /// Deletes one entry; [`Store::bring_back`] undoes it.
    pub fn delete_entry(&mut self, entry: &Entry) -> Result<(), SaveError> {
        let changes = self.unsaved.entries.entry(Month::of(entry.date));
        let change = changes.or_default().entry(entry.id.clone()).or_default();
        change.to = None;
        self.save_month(Month::of(entry.date), None).0
    }

    /// Whether an entry was here and was deleted, for instance in another tab. Only looks whether its name stands in the text
    /// and among the moments of what is gone, for this is asked at each change.
    pub fn was_deleted(&self, entry: &Entry) -> bool {
        let key = Part::Month(Month::of(entry.date)).key();
        let id = entry.id.as_str();
        let text = self.text_of(&key).ok().flatten();
        text.is_some_and(|text| {
            text.contains(&format!("\"/entries/{id}\"")) && !text.contains(&format!("\"{id}\""))
        })
    }

    /// Brings back an entry that was deleted. Where another tab has written it anew meanwhile, that one stays as it is, and
    /// gets what only the deleted one says.
    pub fn bring_back(&mut self, entry: &Entry) -> Result<(), SaveError> {
        let month = self.month(Month::of(entry.date)).value;
        match month.into_iter().find(|there| there.id == entry.id) {
            None => self.save_entry(entry),
            Some(there) => {
                let both = put_together(None, &there, entry);
                self.change_entry(&there, &both).1
            }
        }
    }

    /// Whether the last change of an entry is in memory only.
    pub fn is_unsaved(&self, entry: &Entry) -> bool {
        let changes = self.unsaved.entries.get(&Month::of(entry.date));
        changes.is_some_and(|changes| changes.contains_key(&entry.id))
    }

    /// Saves many entries, each month in one write; what cannot be saved stays unsaved.
    pub(in crate::storage) fn save_entries(&mut self, entries: &[Entry]) {
        for entry in entries {
            self.note_change(None, Some(entry));
        }
        // What was refused is counted in `health` and tried again later.
        let _ = self.save_unsaved();
    }

    /// Adds a change to those that wait: it begins where the first of them began.
    fn note_change(&mut self, from: Option<&Entry>, to: Option<&Entry>) {
        let Some(entry) = to.or(from) else { return };
        let changes = self.unsaved.entries.entry(Month::of(entry.date));
        let changes = changes.or_default();
        match changes.get_mut(&entry.id) {
            // A whole entry stays one, whatever is changed in it afterwards.
            Some(change) => {
                if from.is_none() {
                    change.from = None;
                }
                change.to = to.cloned();
            }
            None => {
                let change = Change {
                    from: from.cloned(),
                    to: to.cloned(),
                };
                changes.insert(entry.id.clone(), change);
            }
        }
    }

    /// Saves every unsaved change of a month in one write, and gives back one of its entries as it is then.
    pub(super) fn save_month(
        &mut self,
        month: Month,
        id: Option<&EntryId>,
    ) -> (Result<(), SaveError>, Option<Entry>) {
        let mut now = None;
        let outcome = self.save(Part::Month(month), |saved: &mut SavedMonth, store| {
            let changes = store.unsaved.entries.get(&month);
            let replaces = changes.is_some_and(|changes| saved.apply(month, changes));
            now = id.and_then(|id| saved.entry(month, id));
            replaces
        });
        if outcome.is_ok() {
            self.unsaved.entries.remove(&month);
        }
        (outcome, now)
    }
}
