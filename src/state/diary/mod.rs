//! Owns the diary as the views see it: entries by month and day, saving, deleting with undo.
//! May use: domain, storage through the shared store. Must not: wording, arithmetic on pain.

mod attacks;
mod following;
mod last_days;
mod looking_back;
mod odd_days;

pub use following::RemindersFile;

use std::collections::BTreeSet;

use leptos::prelude::*;

use super::SharedStore;
use super::notices::Notices;
use super::today::Today;
use crate::domain::date::{Datelike, Days, Months, NaiveDate};
use crate::domain::diary::entry::Entry;
use crate::domain::diary::looking_back::Period;
use crate::domain::diary::series::{self, Day};
use crate::domain::diary::tracking::Tracking;
use crate::domain::ids::EntryId;
use crate::platform::{clock, random};
pub use crate::storage::put_together;
use crate::storage::{self, SaveError, Store};

/// A month of the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Month {
    first: NaiveDate,
}

impl Month {
    /// The month of a day.
    pub fn of(date: NaiveDate) -> Self {
        Self {
            first: date.with_day(1).unwrap_or(date),
        }
    }

    /// Its first day.
    pub fn first_day(self) -> NaiveDate {
        self.first
    }

    /// The month before; the same one where the calendar begins.
    pub fn before(self) -> Self {
        Self {
            first: self
                .first
                .checked_sub_months(Months::new(1))
                .unwrap_or(self.first),
        }
    }

    /// The month after; the same one where the calendar ends.
    pub fn after(self) -> Self {
        Self {
            first: self
                .first
                .checked_add_months(Months::new(1))
                .unwrap_or(self.first),
        }
    }

    /// Its last day.
    fn last_day(self) -> NaiveDate {
        self.after()
            .first
            .checked_sub_days(Days::new(1))
            .unwrap_or(self.first)
    }
}

/// The diary and the ways to change it.
#[derive(Clone, Copy)]
pub struct Diary {
    store: SharedStore,
    notices: Notices,
    today: Today,
    /// Changes whenever an entry does, so that what was read before is read again.
    version: RwSignal<u32>,
    /// Changes when another tab, or a file, has changed entries.
    changed_elsewhere: RwSignal<u32>,
    deleted: RwSignal<Option<Entry>>,
    /// Months that began with an entry that was moved into them while this page is open.
    passed_through: StoredValue<BTreeSet<storage::Month>>,
    /// What is followed; read when it is first asked for.
    tracking: RwSignal<Option<Tracking>>,
    /// Months before the last ones in which an attack may still run: found once after the start.
    months_of_attacks: RwSignal<BTreeSet<storage::Month>>,
    /// How far the pages look back: the same on each of them.
    period: RwSignal<Period>,
}

impl Diary {
    pub(super) fn new(store: SharedStore, notices: Notices, today: Today) -> Self {
        Self {
            store,
            notices,
            today,
            version: RwSignal::new(0),
            changed_elsewhere: RwSignal::new(0),
            deleted: RwSignal::new(None),
            passed_through: StoredValue::new(BTreeSet::new()),
            tracking: RwSignal::new(None),
            months_of_attacks: RwSignal::new(BTreeSet::new()),
            period: RwSignal::new(Period::default()),
        }
    }

    // ---- reading

    /// The entries of a month, latest day first, reactive.
    pub fn of_month(&self, month: Month) -> Vec<Entry> {
        self.version.track();
        let mut entries = self.read_month(month.first);
        entries.reverse();
        entries
    }

    /// The entries of the month of a day, oldest first. Damage is told, and the rest is shown.
    fn read_month(&self, day: NaiveDate) -> Vec<Entry> {
        let loaded = self
            .store
            .with_value(|store| store.month(storage::Month::of(day)));
        for issue in loaded.issues {
            self.notices.tell(issue);
        }
        loaded.value
    }

    /// An entry by its id.
    pub fn entry(&self, id: &EntryId) -> Option<Entry> {
        self.store.with_value(|store| {
            store.months().into_iter().rev().find_map(|month| {
                store
                    .month(month)
                    .value
                    .into_iter()
                    .find(|entry| entry.id == *id)
            })
        })
    }

    /// Nothing was ever logged.
    pub fn is_empty(&self) -> bool {
        self.version.track();
        self.store.with_value(|store| store.months().is_empty())
    }

    /// The last month that can be looked at: this one, or a later one that has entries. Reactive.
    pub fn last_month(&self) -> Month {
        self.version.track();
        let months = self.store.with_value(|store| store.months());
        let last = months.last().and_then(|month| month.day(1));
        let now = Month::of(self.today.get());
        last.map_or(now, |last| now.max(Month::of(last)))
    }

    /// The days of a month.
    pub fn days_of(&self, month: Month, entries: &[Entry]) -> Vec<Day> {
        let last = month.last_day();
        series::days(entries, last, u64::from(last.day()))
    }

    /// The entries of a day, oldest first, reactive.
    pub fn of_day(&self, date: NaiveDate) -> Vec<Entry> {
        self.version.track();
        let mut entries = self.read_month(date);
        entries.retain(|entry| entry.date == date);
        entries
    }

    /// Whether everything that is saved about the month of a day can be read, reactive.
    pub fn can_be_read(&self, day: NaiveDate) -> bool {
        self.version.track();
        let month = storage::Month::of(day);
        self.store
            .with_value(|store| store.month(month).issues.is_empty())
    }

    /// The entries from one day to another, oldest first, reactive. Only these months are read.
    pub fn between(&self, first: NaiveDate, last: NaiveDate) -> Vec<Entry> {
        self.version.track();
        let (from, to) = (storage::Month::of(first), storage::Month::of(last));
        let mut entries = self.of_months(|month| (from..=to).contains(&month));
        entries.retain(|entry| (first..=last).contains(&entry.date));
        entries
    }

    /// The entries of some months, oldest first.
    fn of_months(&self, is_wanted: impl Fn(storage::Month) -> bool) -> Vec<Entry> {
        let months = self.store.with_value(|store| store.months()).into_iter();
        months
            .filter(|month| is_wanted(*month))
            .filter_map(|month| month.day(1))
            .flat_map(|day| self.read_month(day))
            .collect()
    }

    // ---- writing

    /// An entry about a day, not yet saved.
    pub fn new_entry(&self, date: NaiveDate) -> Entry {
        let mut entry = Entry::on(EntryId(random::id()), date);
        self.set_writing(&mut entry);
        entry
    }

    /// Notes when an entry is written: the time belongs to today alone, any other day is marked as written later.
    fn set_writing(&self, entry: &mut Entry) {
        let today = self.today.now();
        if entry.date == today {
            entry.time = entry.time.or_else(|| Some(clock::time()));
            entry.written = None;
        } else {
            entry.time = None;
            entry.written = Some(today);
        }
    }

    /// A new entry about a day that says what the last one of the day before said, not yet saved; none without that.
    /// Notes, attacks and medicines as needed belong to their own day.
    pub fn like_day_before(&self, date: NaiveDate) -> Option<Entry> {
        let before = date.checked_sub_days(Days::new(1))?;
        let mut of_day = self.read_month(before);
        of_day.retain(|entry| entry.date == before && entry.pain.is_some());
        let last = of_day.pop()?;
        let new = self.new_entry(date);
        Some(Entry {
            id: new.id,
            date,
            time: new.time,
            written: new.written,
            note: String::new(),
            attack: None,
            alarm: None,
            took_medicine: None,
            medicines: Vec::new(),
            side_effect: None,
            ..last
        })
    }

    /// Saves a new entry.
    pub fn save(&self, entry: &Entry) -> bool {
        let save = |store: &mut Store| store.save_entry(entry);
        self.after(entry, self.store.try_update_value(save))
    }

    /// Changes a saved entry, from what the page showed to what it shows now. What another tab changed in it meanwhile stays.
    /// Returns the entry as it is then, and whether it is saved. One that another tab deleted does not come back by it.
    pub fn change(&self, from: &Entry, to: &Entry) -> (Entry, bool) {
        if self.was_deleted(to) {
            return (to.clone(), false);
        }
        let change = |store: &mut Store| store.change_entry(from, to);
        match self.store.try_update_value(change) {
            Some((now, outcome)) => {
                let saved = self.after(&now, Some(outcome));
                (now, saved)
            }
            None => (to.clone(), self.after(to, None)),
        }
    }

    /// Whether an entry was here and was deleted since.
    pub fn was_deleted(&self, entry: &Entry) -> bool {
        self.store.with_value(|store| store.was_deleted(entry))
    }

    /// Brings an entry back that was deleted in another tab. Says whether it is saved.
    pub fn bring_back(&self, entry: &Entry) -> bool {
        let bring_back = |store: &mut Store| store.bring_back(entry);
        self.after(entry, self.store.try_update_value(bring_back))
    }

    fn after(&self, entry: &Entry, outcome: Option<Result<(), SaveError>>) -> bool {
        let outcome = outcome.unwrap_or(Err(SaveError::Broken));
        let saved = self.notices.after_save(self.store, outcome);
        if saved {
            self.remember_attack(entry);
            self.deleted.set(None);
            self.version.update(|version| *version += 1);
        }
        saved
    }

    /// The entry as it is now, also after another tab changed it: again whenever one did; none when it is gone. And whether
    /// it is saved.
    pub fn followed(&self, entry: &Entry) -> Option<(Entry, bool)> {
        self.changed_elsewhere.track();
        // What was refused before may be saved now.
        let _ = self.notices.late_saves();
        self.store.with_value(|store| {
            let month = store.month(storage::Month::of(entry.date)).value;
            let now = month.into_iter().find(|there| there.id == entry.id)?;
            let is_saved = !store.is_unsaved(&now);
            Some((now, is_saved))
        })
    }

    /// Whether an entry is saved exactly as it is, reactive.
    pub fn is_saved(&self, entry: &Entry) -> bool {
        self.version.track();
        self.read_month(entry.date).contains(entry)
    }

    /// Moves a saved entry to another day and returns it as it is now; nothing when it could not be saved.
    pub fn move_to(&self, entry: &Entry, date: NaiveDate) -> Option<Entry> {
        let mut moved = entry.clone();
        moved.date = date;
        self.set_writing(&mut moved);
        if Month::of(date) == Month::of(entry.date) {
            let (moved, is_saved) = self.change(entry, &moved);
            return is_saved.then_some(moved);
        }
        // Each month is saved alone. The new entry is written before the old one goes, so that nothing can get lost
        // between the two; it has an id of its own, so that both can be told apart.
        moved.id = EntryId(random::id());
        let (from, to) = (storage::Month::of(entry.date), storage::Month::of(date));
        let is_first = !self.store.with_value(|store| store.months().contains(&to));
        if !self.save(&moved) {
            return None;
        }
        self.remove(entry);
        self.passed_through.update_value(|months| {
            if is_first {
                months.insert(to);
            }
            // Nothing was ever in it but what only passed through.
            if months.remove(&from) {
                self.store
                    .update_value(|store| _ = store.drop_empty_month(from));
            }
        });
        Some(moved)
    }

    fn remove(&self, entry: &Entry) -> bool {
        let outcome = self
            .store
            .try_update_value(|store| store.delete_entry(entry))
            .unwrap_or(Err(SaveError::Broken));
        let removed = self.notices.after_save(self.store, outcome);
        self.version.update(|version| *version += 1);
        removed
    }

    /// Deletes an entry; it can be taken back until the next change.
    pub fn delete(&self, id: &EntryId) {
        let Some(entry) = self.entry(id) else { return };
        if self.remove(&entry) {
            self.deleted.set(Some(entry));
        }
    }

    /// The entry that was deleted last, reactive.
    pub fn deleted(&self) -> Option<Entry> {
        self.deleted.get()
    }

    /// Brings the entry back that was deleted last; what another tab has written under it meanwhile stays.
    pub fn undo_delete(&self) {
        if let Some(entry) = self.deleted.get_untracked() {
            self.bring_back(&entry);
        }
    }

    /// Logs an explicit day without pain.
    pub fn log_pain_free(&self) {
        // By the clock as it is now: after midnight it is about the new day.
        let today = self.today.now();
        if self.pain_free_logged_today() {
            return;
        }
        let mut entry = self.new_entry(today);
        entry.bearable = Some(true);
        entry.pain = Some(0);
        self.save(&entry);
    }

    /// Today has an explicit "no pain", reactive.
    pub fn pain_free_logged_today(&self) -> bool {
        self.version.track();
        let today = self.today.get();
        self.read_month(today)
            .iter()
            .any(|entry| entry.date == today && entry.is_pain_free())
    }

    pub(super) fn forget(&self) {
        self.deleted.set(None);
        self.look_through();
        self.read_again();
    }

    /// What was read before may have changed.
    pub(super) fn read_again(&self) {
        self.tracking.set(None);
        self.version.update(|version| *version += 1);
        self.changed_elsewhere.update(|version| *version += 1);
    }
}
