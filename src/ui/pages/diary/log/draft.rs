//! Owns the entry that is being written: each thing that is said is saved at once, and can be put back as it was.

use leptos::prelude::*;

use crate::domain::date::NaiveDate;
use crate::domain::diary::entry::{Entry, Taken};
use crate::state::AppState;

/// The entry on the page.
#[derive(Clone, Copy)]
pub struct Draft {
    app: AppState,
    entry: RwSignal<Entry>,
    /// As it was when the page was opened; for a new entry as nothing was said yet.
    before: StoredValue<Entry>,
    saved: RwSignal<bool>,
    acknowledged: Memo<bool>,
}

impl Draft {
    pub fn new(app: AppState, entry: Entry, is_saved: bool) -> Self {
        let saved = RwSignal::new(is_saved);
        Self {
            app,
            before: StoredValue::new(entry.clone()),
            entry: RwSignal::new(entry),
            saved,
            acknowledged: Memo::new(move |before| {
                saved.get() && (before == Some(&true) || !app.is_writing())
            }),
        }
    }

    /// Changes the entry and saves it. A new one is written when the first thing is said.
    pub fn change(self, change: impl FnOnce(&mut Entry)) {
        self.entry.update(change);
        let saved = self.app.diary.save(&self.entry.get_untracked());
        // Told when it changes, not at each key of a note: "saved" would be drawn, and read aloud, anew with every letter.
        if self.saved.get_untracked() != saved {
            self.saved.set(saved);
        }
    }

    /// A part of the entry, reactive.
    pub fn get<T: PartialEq + Send + Sync + Clone + 'static>(
        self,
        part: impl Fn(&Entry) -> T + Send + Sync + 'static,
    ) -> Signal<T> {
        // Remembered, so that what did not change is not drawn anew while somebody types in it.
        Memo::new(move |_| part(&self.entry.read())).into()
    }

    /// The medicine in a place of the list, reactive; an empty one when it is gone.
    pub fn medicine(self, place: usize) -> Signal<Taken> {
        self.get(move |entry| entry.medicines.get(place).cloned().unwrap_or_default())
    }

    pub fn date(self) -> NaiveDate {
        self.entry.read().date
    }

    pub fn entry_untracked(self) -> Entry {
        self.entry.get_untracked()
    }

    /// Everything on the page is saved, reactive.
    pub fn is_saved(self) -> bool {
        self.saved.get()
    }

    /// The same, and what was said first is on the disk: only then "saved" is told. With a later change it stays in its
    /// place, so that nothing jumps and nothing is read aloud anew; see [`Draft::is_writing`].
    pub fn is_acknowledged(self) -> bool {
        self.acknowledged.get()
    }

    /// The last change is on its way to the disk, reactive.
    pub fn is_writing(self) -> bool {
        self.app.is_writing()
    }

    /// It differs from what was there when the page was opened, reactive.
    pub fn is_changed(self) -> bool {
        self.before
            .with_value(|before| *before != *self.entry.read())
    }

    /// Puts it back as it was when the page was opened.
    pub fn put_back(self) {
        let before = self.before.get_value();
        if before.date != self.entry.read_untracked().date {
            self.move_to(before.date);
        }
        let id = self.entry.read_untracked().id.clone();
        self.change(|entry| *entry = Entry { id, ..before });
    }

    /// Makes it an entry about another day.
    pub fn move_to(self, date: NaiveDate) {
        if !self.saved.get_untracked() {
            // Nothing was said yet, so nothing has to be moved.
            let new = self.app.diary.new_entry(date);
            self.entry.set(new);
        } else if let Some(moved) = self.app.diary.move_to(&self.entry.get_untracked(), date) {
            self.entry.set(moved);
        }
    }

    /// Takes over another new entry, for instance one like yesterday's, and saves it.
    pub fn replace(self, entry: Entry) {
        let id = self.entry.read_untracked().id.clone();
        self.change(|now| *now = Entry { id, ..entry });
    }
}
