//! Owns the second copy of what was saved last, as the app sees it: written after each save, taken up at a start.
//! May use: storage's journal, clock and timers. Must not: views, wording, keys.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use leptos::prelude::*;

use super::AppState;
use crate::domain::collections::Gather;
use crate::platform::{clock, page, quiet};
use crate::storage::journal::{self, Journal, Journaled, Record, TakenUp, is_part, kept_for_good};
use crate::storage::lock::put_back_lock;
use crate::storage::{Backend, BrowserBackend, Part, Store, is_untouched};

/// Where the browser has not answered by then, a save counts as it does without a second copy. Writing takes some ten
/// milliseconds; a database that hangs must not look like a diary that does not save.
const PATIENCE: Duration = Duration::from_secs(3);

/// The second copy.
#[derive(Clone, Copy)]
pub struct SecondCopy {
    journal: StoredValue<Journal>,
    stage: StoredValue<Stage>,
    /// Something is in its first place alone; the number of this time, so that a late timer ends no later one.
    writing: RwSignal<Option<u32>>,
    n_turns: StoredValue<u32>,
    /// The keys of what was put by because it has not been changed for a while; none: not known yet.
    kept: StoredValue<Option<BTreeSet<String>>>,
    /// It was emptied since this page was loaded: a lock is set or taken off, or everything is deleted.
    was_emptied: StoredValue<bool>,
    /// Once saved data is open.
    app: StoredValue<Option<AppState>>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stage {
    /// What it holds is not taken up yet, so nothing may be written over it.
    Reading,
    Idle,
    Busy,
    /// This browser has none.
    Absent,
}

impl SecondCopy {
    /// Nothing is written before [`SecondCopy::take_up`].
    pub(super) fn new() -> Self {
        let copy = Self {
            journal: StoredValue::new(Journal::default()),
            stage: StoredValue::new(Stage::Reading),
            writing: RwSignal::new(None),
            n_turns: StoredValue::new(0),
            kept: StoredValue::new(None),
            was_emptied: StoredValue::new(false),
            app: StoredValue::new(None),
        };
        copy.journal
            .with_value(|journal| journal.on_waiting(move || copy.begin()));
        copy
    }

    /// The browser's storage, with every change noted for the second copy.
    pub(super) fn place(&self) -> Journaled<BrowserBackend> {
        Journaled::new(BrowserBackend, self.journal.get_value())
    }

    /// Something that was saved is not yet in the second copy too, reactive.
    pub(super) fn is_writing(&self) -> bool {
        self.writing.read().is_some()
    }

    /// What it holds; none when this browser has no second copy.
    pub(super) async fn read() -> Option<Vec<Record>> {
        journal::read().await
    }

    /// Takes up what the first place lacks, and writes from then on.
    pub(super) async fn take_up(self, app: AppState, records: Option<Vec<Record>>) {
        let is_first = self.app.get_value().is_none();
        self.app.set_value(Some(app));
        let Some(records) = records else {
            self.stage.set_value(Stage::Absent);
            self.journal.with_value(Journal::forget);
            self.end();
            app.tell_what_is_missing();
            app.tell_what_cannot_be_read();
            app.tell_of_a_spoilt_manifest();
            return;
        };
        let mut records = records;
        Record::in_order(&mut records);
        let lost: Vec<Part> = app.store.with_value(Store::missing_parts);
        let was_empty = is_untouched(&BrowserBackend);
        let mut old = BTreeMap::new();
        for record in &records {
            if self.take_up_one(app, record).await {
                old.insert(record.key.clone(), Some(record.text.clone()));
            }
        }
        // What is kept for good, and was saved before it was.
        for (key, text) in kept_for_good(&BrowserBackend) {
            let is_sound = app.store.with_value(|store| store.reads(&key));
            if is_sound && records.iter().all(|record| record.key != key) {
                self.note(&key, Some(&text));
            }
        }
        self.take_up_what_is_missing(app).await;
        self.look_through(app, false).await;
        if is_first && was_empty && !is_untouched(&BrowserBackend) {
            // A page that greets a new person must not go on greeting.
            page::reload();
            return;
        }
        // What the start missed may be there again.
        app.tell_what_is_missing();
        if !is_first {
            app.tell_what_is_back(lost);
        }
        app.tell_what_cannot_be_read();
        app.tell_of_a_spoilt_manifest();
        self.stage.set_value(Stage::Idle);
        if self.is_waiting() {
            self.begin();
        }
        quiet::when_it_can_wait(move || {
            leptos::task::spawn_local(async move {
                self.look_through(app, true).await;
                app.tell_what_cannot_be_read();
                self.keep(old).await;
            });
        });
    }

    /// Looks at each part that was found unreadable and at the small ones; `all`: at each month too, one after the other with
    /// time for the page between them, so that one that cannot be read is told before anybody opens it.
    async fn look_through(self, app: AppState, all: bool) {
        let found = untrack(|| app.notices.in_place());
        for part in app.store.with_value(Store::parts_there) {
            let is_large = matches!(part, Part::Month(_) | Part::Earlier(_));
            if all {
                quiet::wait(Duration::ZERO).await;
            } else if is_large && found.iter().all(|(known, _)| *known != part) {
                continue;
            }
            let why = app.store.with_value(|store| store.why_unread(part));
            if why.is_some() {
                if let Some(record) = journal::one(&part.key(), true).await {
                    self.put_together(app, &record).await;
                }
                app.look_again(part);
            }
        }
    }

    fn note(self, key: &str, text: Option<&str>) {
        self.journal.with_value(|journal| journal.note(key, text));
    }

    /// True when it is on the disk in its first place, and has been for a while.
    async fn take_up_one(self, app: AppState, record: &Record) -> bool {
        let Ok(first) = BrowserBackend.get(&record.key) else {
            return false;
        };
        if first.as_deref() == Some(&record.text) {
            // What is spoilt in both places must not take the place of what is put by.
            return record.may_go(first.as_deref(), clock::seconds())
                && app.store.with_value(|store| store.reads(&record.key));
        }
        if record.is_lock() {
            match first {
                // The later lock is in its place since before the way in.
                Some(first) => self.note(&record.key, Some(&first)),
                // It was taken from under this page, as everything else was.
                None => drop(put_back_lock(&BrowserBackend, &record.text)),
            }
        } else if self.put_together(app, record).await == Some(TakenUp::Known) {
            self.note(&record.key, first.as_deref());
        }
        false
    }

    /// Puts what is in the first place together with a text of the second copy; none when that does not open.
    async fn put_together(self, app: AppState, record: &Record) -> Option<TakenUp> {
        let text = app.lock.opened_copy(&record.key, &record.text).await?;
        let taken = app
            .store
            .try_update_value(|store| store.take_up(&record.key, &text));
        if let Some(TakenUp::PutBack(Some(part))) = taken {
            app.read_again(part);
        }
        taken
    }

    /// Before the second copy gets a text that may say less than it does itself, both are put together. Returns the keys of
    /// what then waits to be written anew.
    async fn compare(self) -> BTreeSet<String> {
        let mut anew = BTreeSet::new();
        let Some(app) = self.app.get_value() else {
            return anew;
        };
        for key in self.journal.with_value(Journal::keys) {
            if !app.store.with_value(|store| store.may_be_worse(&key)) {
                continue;
            }
            for is_kept in [false, true] {
                if let Some(record) = journal::one(&key, is_kept).await
                    && let Some(TakenUp::PutBack(_)) = self.put_together(app, &record).await
                {
                    anew.insert(key.clone());
                }
            }
            let found = anew.contains(&key);
            app.store
                .update_value(|store| store.is_compared(&key, found));
            app.tell_what_cannot_be_read();
        }
        anew
    }

    /// What was saved long ago and has vanished from its first place.
    async fn take_up_what_is_missing(self, app: AppState) {
        for part in app.store.with_value(Store::missing_parts) {
            if let Some(record) = journal::one(&part.key(), true).await {
                self.take_up_one(app, &record).await;
            }
        }
    }

    /// Everything was removed from its first place while the page is open: what the second copy has comes back before
    /// anything new is written to it.
    pub(super) fn take_up_again(self) {
        let Some(app) = self.app.get_value() else {
            return;
        };
        match self.stage.get_value() {
            Stage::Reading => {}
            Stage::Absent => {
                app.tell_what_is_missing();
                app.tell_what_cannot_be_read();
            }
            Stage::Idle | Stage::Busy => {
                self.stage.set_value(Stage::Reading);
                leptos::task::spawn_local(async move {
                    let records = Self::read().await;
                    self.take_up(app, records).await;
                });
            }
        }
    }

    /// Puts what has not been changed for a while (`old`) where it is read only when it is missing, and with it what has
    /// never been put there. Not while anything else is done, and never again once it was emptied: no plain text may come into
    /// it while a lock is being set.
    async fn keep(self, old: BTreeMap<String, Option<String>>) {
        if self.stage.get_value() != Stage::Idle || self.was_emptied.get_value() {
            return;
        }
        self.stage.set_value(Stage::Busy);
        self.put_by(old).await;
        if self.stage.get_value() == Stage::Busy {
            self.stage.set_value(Stage::Idle);
        }
        if self.is_waiting() {
            self.begin();
        }
    }

    async fn put_by(self, old: BTreeMap<String, Option<String>>) {
        let Some(app) = self.app.get_value() else {
            return;
        };
        let Some(known) = journal::kept_keys().await else {
            return;
        };
        let mut known: BTreeSet<String> = known.into_iter().gather();
        let mut texts = old.clone();
        for key in BrowserBackend.keys().unwrap_or_default() {
            if is_part(&key)
                && !known.contains(&key)
                && app.store.with_value(|store| store.reads(&key))
                && let Ok(Some(text)) = BrowserBackend.get(&key)
            {
                texts.entry(key).or_insert(Some(text));
            }
        }
        let is_kept = texts.is_empty() || journal::keep(&texts, clock::seconds()).await;
        if is_kept {
            known.extend(texts.into_keys());
        }
        self.kept.set_value(Some(known));
        if !is_kept || old.is_empty() {
            return;
        }
        let gone = old.into_keys().map(|key| (key, None)).gather();
        // What stays in both places is only read once more.
        let _ = journal::write(&gone, clock::seconds()).await;
    }

    /// Empties it, before a lock is set or taken off and when everything is deleted. False when something is left.
    pub(super) async fn clear(self) -> bool {
        if !self.settles().await {
            return false;
        }
        self.was_emptied.set_value(true);
        let stage = self.stage.get_value();
        self.stage.set_value(Stage::Busy);
        self.journal.with_value(Journal::forget);
        let cleared = journal::clear().await;
        self.stage.set_value(stage);
        if self.is_waiting() {
            self.begin();
        }
        cleared
    }

    /// Waits until everything is written. False when it takes too long.
    pub(super) async fn settles(self) -> bool {
        const EVERY: Duration = Duration::from_millis(10);
        let mut waited = Duration::ZERO;
        while !matches!(self.stage.get_value(), Stage::Idle | Stage::Absent) {
            if waited > PATIENCE {
                return false;
            }
            quiet::wait(EVERY).await;
            waited += EVERY;
        }
        true
    }

    fn is_waiting(self) -> bool {
        self.journal.with_value(Journal::is_waiting)
    }

    /// Sees to it that everything that waits is written.
    fn begin(self) {
        let stage = self.stage.get_value();
        if stage == Stage::Absent {
            self.journal.with_value(Journal::forget);
            return;
        }
        if self.writing.read_untracked().is_none() {
            let turn = self.n_turns.get_value().wrapping_add(1);
            self.n_turns.set_value(turn);
            self.writing.set(Some(turn));
            set_timeout(
                move || {
                    if self.writing.get_untracked() == Some(turn) {
                        self.end();
                    }
                },
                PATIENCE,
            );
        }
        if stage == Stage::Idle {
            self.stage.set_value(Stage::Busy);
            leptos::task::spawn_local(self.write());
        }
    }

    async fn write(self) {
        let was_cleared = |app: AppState| app.store.try_update_value(Store::take_was_cleared);
        if self.app.get_value().and_then(was_cleared) == Some(true) {
            self.take_up_again();
            return;
        }
        while self.is_waiting() && self.stage.get_value() == Stage::Busy {
            let anew = self.compare().await;
            let mut texts = self.journal.with_value(Journal::take);
            if self.app.get_value().is_some_and(|app| app.lock.is_set()) {
                // It is being sealed, and waits again when it is.
                texts.retain(|key, _| !anew.contains(key));
            }
            if !journal::write(&texts, clock::seconds()).await {
                // It is in its first place. The next save tries again.
                self.journal.with_value(|journal| journal.give_back(texts));
                break;
            }
            self.forget_older(texts.into_keys()).await;
        }
        if self.stage.get_value() == Stage::Busy {
            self.stage.set_value(Stage::Idle);
        }
        self.end();
    }

    /// What was kept of these keys is older now, and may say what was deleted since.
    async fn forget_older(self, keys: impl Iterator<Item = String>) {
        let is_kept = |key: &String| {
            self.kept
                .with_value(|kept| kept.as_ref().is_none_or(|kept| kept.contains(key)))
        };
        let older: BTreeMap<_, _> = keys.filter(is_kept).map(|key| (key, None)).gather();
        // Where that fails, it is put back only in place of nothing at all, and replaced after a day.
        if !older.is_empty() && journal::keep(&older, clock::seconds()).await {
            self.kept.update_value(|kept| {
                if let Some(kept) = kept {
                    kept.retain(|key| !older.contains_key(key));
                }
            });
        }
    }

    fn end(self) {
        if self.writing.read_untracked().is_some() {
            self.writing.set(None);
        }
    }
}
