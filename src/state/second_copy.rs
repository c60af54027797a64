//! Owns the second copy of what was saved last, as the app sees it: written after each save, taken up at a start.
//! May use: storage's journal, clock and timers. Must not: views, wording, keys.

use leptos::prelude::*;
use std::time::Duration;

use super::AppState;
use crate::platform::{clock, page, quiet};
use crate::storage::journal::{self, Journal, Journaled, Record, TakenUp};
use crate::storage::{Backend, BrowserBackend, is_untouched};

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
        let Some(records) = records else {
            self.stage.set_value(Stage::Absent);
            self.journal.with_value(Journal::forget);
            self.end();
            return;
        };
        let was_empty = is_untouched(&BrowserBackend);
        for record in records {
            self.take_up_one(app, &record).await;
        }
        if was_empty && !is_untouched(&BrowserBackend) {
            // A page that greets a new person must not go on greeting.
            page::reload();
            return;
        }
        // What the start missed may be there again.
        app.tell_what_is_missing();
        self.stage.set_value(Stage::Idle);
        if self.is_waiting() {
            self.begin();
        }
    }

    async fn take_up_one(self, app: AppState, record: &Record) {
        let Ok(first) = BrowserBackend.get(&record.key) else {
            return;
        };
        let note = |text| {
            self.journal
                .with_value(|journal| journal.note(&record.key, text));
        };
        if first.as_deref() == Some(&record.text) {
            if record.may_go(first.as_deref(), clock::seconds()) {
                note(None);
            }
        } else if record.is_lock() {
            // The later lock is in its place since before the way in.
            note(first.as_deref());
        } else if let Some(text) = app.lock.opened_copy(&record.key, &record.text).await {
            let taken = app
                .store
                .try_update_value(|store| store.take_up(&record.key, &text));
            match taken {
                Some(TakenUp::Known) => note(first.as_deref()),
                Some(TakenUp::PutBack(Some(part))) => app.read_again(part),
                Some(TakenUp::PutBack(None) | TakenUp::Left) | None => {}
            }
        }
    }

    /// Empties it, before a lock is set or taken off and when everything is deleted. False when something is left.
    pub(super) async fn clear(self) -> bool {
        if !self.settles().await {
            return false;
        }
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
        while self.is_waiting() {
            let texts = self.journal.with_value(Journal::take);
            if !journal::write(&texts, clock::seconds()).await {
                // It is in its first place. The next save tries again.
                self.journal.with_value(|journal| journal.give_back(texts));
                break;
            }
        }
        self.stage.set_value(Stage::Idle);
        self.end();
    }

    fn end(self) {
        if self.writing.read_untracked().is_some() {
            self.writing.set(None);
        }
    }
}
