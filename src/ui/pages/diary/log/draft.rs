//! Owns the entry that is being written: each thing that is said is saved at once, and can be put back as it was.
//! What another tab changes in the same entry appears in this one, and is neither overwritten nor put back here.

use leptos::prelude::*;

use crate::domain::date::NaiveDate;
use crate::domain::diary::attack::{Attack, AttackProblem};
use crate::domain::diary::entry::{About, Entry, Taken};
use crate::state::diary::put_together;
use crate::state::{AppState, page};
use crate::ui::route::Route;

/// The entry on the page.
#[derive(Clone, Copy)]
pub struct Draft {
    app: AppState,
    entry: RwSignal<Entry>,
    /// As it was when the page was opened, with what other tabs changed since; for a new entry as nothing was said yet.
    before: StoredValue<Entry>,
    saved: RwSignal<bool>,
    acknowledged: Memo<bool>,
    /// It was begun about the day that it then was, and the person has chosen no day.
    begun_today: RwSignal<bool>,
    /// Another tab deleted it.
    gone: RwSignal<bool>,
    /// Its note was written on in another tab too, and now holds both.
    joined: RwSignal<bool>,
    /// The page has an address of its own and keeps it.
    keeps_address: bool,
}

impl Draft {
    /// `begun_today`: the day was not chosen, it is the one on which the page was opened.
    pub fn new(app: AppState, entry: Entry, is_saved: bool, begun_today: bool) -> Self {
        let saved = RwSignal::new(is_saved);
        let draft = Self {
            app,
            before: StoredValue::new(entry.clone()),
            entry: RwSignal::new(entry),
            saved,
            acknowledged: Memo::new(move |before| {
                saved.get() && (before == Some(&true) || !app.is_writing())
            }),
            begun_today: RwSignal::new(begun_today),
            gone: RwSignal::new(false),
            joined: RwSignal::new(false),
            keeps_address: false,
        };
        // While nothing is said yet, a page about this moment is about the day that it is.
        Effect::new(move |_| {
            let today = app.today();
            if draft.follows_the_clock() && draft.date_untracked() != today {
                draft.entry.set(app.diary.new_entry(today));
            }
        });
        Effect::new(move |is_again: Option<bool>| {
            let now = app.diary.followed(&draft.entry.get_untracked());
            if is_again.is_some() {
                draft.follow(now);
            }
            true
        });
        draft
    }

    /// A saved entry on a page that is about something in it, such as its attack.
    pub fn beside(app: AppState, entry: Entry) -> Self {
        Self {
            keeps_address: true,
            ..Self::new(app, entry, true, false)
        }
    }

    fn follows_the_clock(self) -> bool {
        self.begun_today.get_untracked()
            && !self.saved.get_untracked()
            && self.entry.read_untracked().about != Some(About::Day)
    }

    /// The day that it is now, while only the person knows whether the entry is about it or about the one on which it was
    /// begun; reactive. Something was said before midnight, or the whole day is looked back on.
    pub fn asks_which_day(self) -> Option<NaiveDate> {
        let today = self.app.today();
        let matters = self.saved.get() || self.entry.read().about == Some(About::Day);
        (self.begun_today.get() && matters && self.date() != today).then_some(today)
    }

    /// The person has said which day is meant.
    pub fn is_about(self, date: NaiveDate) {
        self.begun_today.set(false);
        if date != self.date_untracked() {
            self.move_to(date);
        }
    }

    /// Another tab has saved something: this is what the entry is now.
    fn follow(self, now: Option<(Entry, bool)>) {
        if let Some((now, saved)) = now {
            self.take_over(now);
            self.saved.set(saved);
            self.gone.set(false);
        } else if self.saved.get_untracked() {
            self.saved.set(false);
            self.look_whether_it_is_gone();
        }
    }

    /// What another tab deleted does not come back with the next tap: the person decides.
    fn look_whether_it_is_gone(self) {
        if self.app.diary.was_deleted(&self.entry.read_untracked()) {
            self.gone.set(true);
        }
    }

    /// Another tab deleted it, reactive. What is on the screen is saved nowhere.
    pub fn is_gone(self) -> bool {
        self.gone.get()
    }

    /// Its note was written on in another tab too, reactive.
    pub fn is_joined(self) -> bool {
        self.joined.get()
    }

    /// Saves it again as it is on the screen, although another tab deleted it.
    pub fn bring_back(self) {
        if self.app.diary.bring_back(&self.entry_untracked()) {
            self.gone.set(false);
            self.saved.set(true);
        }
    }

    /// Whoever comes back to the address, after the lock has closed or the page was loaded again, finds this entry and no
    /// empty one.
    fn is_at_its_address(self) {
        if self.keeps_address {
            return;
        }
        page::is_at(&Route::Entry(self.entry_untracked().id).href());
    }

    /// Goes on from what the entry is now. What others changed is not to be put back here.
    fn take_over(self, now: Entry) {
        let shown = self.entry.get_untracked();
        if now == shown {
            return;
        }
        self.before.update_value(|before| {
            let theirs = put_together(Some(&shown), &now, before);
            *before = theirs;
        });
        self.entry.set(now);
    }

    /// Changes the entry and saves it. A new one is written when the first thing is said.
    pub fn change(self, change: impl FnOnce(&mut Entry)) {
        if self.follows_the_clock() {
            // What is said first is said now, however long the page was open.
            let now = self.app.diary.new_entry(self.app.today_now());
            self.entry.update(|entry| {
                (entry.date, entry.time, entry.written) = (now.date, now.time, now.written);
            });
        }
        let from = self.entry.get_untracked();
        self.entry.update(change);
        let to = self.entry.get_untracked();
        let (now, saved) = self.app.diary.change(&from, &to);
        if now.note != to.note && to.note != from.note {
            self.joined.set(true);
        }
        self.take_over(now);
        match saved {
            true => self.is_at_its_address(),
            false => self.look_whether_it_is_gone(),
        }
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

    pub fn date_untracked(self) -> NaiveDate {
        self.entry.read_untracked().date
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
            let mut new = self.app.diary.new_entry(date);
            new.about = self.entry.read_untracked().about;
            self.entry.set(new);
        } else if let Some(moved) = self.app.diary.move_to(&self.entry.get_untracked(), date) {
            self.entry.set(moved);
            self.is_at_its_address();
        }
    }

    /// Changes the times of its attack and saves them, when they can be right.
    pub fn change_attack(self, change: impl FnOnce(&mut Attack)) -> Result<(), AttackProblem> {
        let entry = self.entry.get_untracked();
        let changed = self.app.diary.change_attack(&entry, change)?;
        self.entry.set(changed);
        self.is_at_its_address();
        Ok(())
    }

    /// Takes over another new entry, for instance one like yesterday's, and saves it.
    pub fn replace(self, entry: Entry) {
        let id = self.entry.read_untracked().id.clone();
        self.change(|now| *now = Entry { id, ..entry });
    }
}
