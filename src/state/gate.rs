//! Owns the way in: saved data is opened at once, or after the passphrase.
//! May use: storage's lock, the browser's storage. Must not: wording, what is saved.

use leptos::prelude::*;

use super::AppState;
use super::lock::{self, BrowserCipher, LockTrouble};
use super::second_copy::SecondCopy;
use crate::platform::{clock, device, files, page};
use crate::storage::journal::{self, Record};
use crate::storage::lock::{LockState, finish_opening, lock_state, put_back_lock};
use crate::storage::{BrowserBackend, Store, export_locked};

/// The way in.
#[derive(Clone, Copy)]
pub struct Gate {
    app: RwSignal<Option<AppState>>,
    state: LockState,
    /// What goes on as long as the app; given by the one who opens.
    entered: StoredValue<Option<fn(AppState)>>,
    second_copy: SecondCopy,
    /// What the second copy holds, from when it was read until it is taken up; none inside: this browser has none.
    records: StoredValue<Option<Option<Vec<Record>>>>,
    owner: StoredValue<Owner>,
}

impl Gate {
    /// Looks whether there is a lock, and goes in when there is none. `entered` is called once, when saved data is open.
    pub fn look(owner: &Owner, entered: fn(AppState)) -> Self {
        let state = lock_state(&BrowserBackend);
        let gate = Self {
            app: RwSignal::new(None),
            state,
            entered: StoredValue::new(Some(entered)),
            second_copy: SecondCopy::new(),
            records: StoredValue::new(None),
            owner: StoredValue::new(owner.clone()),
        };
        leptos::task::spawn_local(gate.read_the_second_copy());
        let open = move || AppState::open(gate.second_copy);
        match state {
            LockState::Off => gate.enter(open),
            LockState::Opening => leptos::task::spawn_local(async move {
                let place = gate.second_copy.place();
                let done =
                    lock::in_turn(async move { finish_opening(&place, &BrowserCipher).await });
                // What could not be made plain stays sealed with its key beside it: the next start tries again.
                let _ = done.await;
                gate.enter(open);
            }),
            LockState::Closed | LockState::Unreadable | LockState::Newer => {}
        }
        gate
    }

    /// The opened data, reactive; none while the lock is closed.
    pub fn app(&self) -> Option<AppState> {
        self.app.get()
    }

    /// The same, once.
    pub fn app_untracked(&self) -> Option<AppState> {
        self.app.get_untracked()
    }

    /// Whether a passphrase is needed to go in.
    pub fn is_closed(&self) -> bool {
        !matches!(self.state, LockState::Off | LockState::Opening)
    }

    /// What stands in the way of even trying a passphrase.
    pub fn trouble(&self) -> Option<LockTrouble> {
        match self.state {
            LockState::Unreadable => Some(LockTrouble::Unreadable),
            LockState::Newer => Some(LockTrouble::Newer),
            _ => None,
        }
    }

    /// Seconds until the next passphrase may be tried.
    pub fn seconds_to_wait(&self) -> u32 {
        lock::seconds_to_wait()
    }

    /// Whether the lock closed by itself before this page was loaded; asked once.
    pub fn was_closed_by_itself(&self) -> bool {
        lock::was_closed_by_itself()
    }

    /// Tries a passphrase.
    pub async fn open_with(&self, passphrase: String) -> Result<(), LockTrouble> {
        let second_copy = self.second_copy;
        let vault = lock::open_with(passphrase, second_copy.place()).await?;
        self.enter(move || AppState::open_vault(vault, second_copy));
        Ok(())
    }

    /// Offers everything as it lies there, sealed, as a file. Says whether the browser took it.
    pub fn save_sealed_copy(&self) -> bool {
        let copy = export_locked(&BrowserBackend);
        files::save_text(
            &format!("tailored-{}.json", clock::today()),
            "application/json",
            &copy,
        )
    }

    /// Deletes everything without opening it, for a person who has forgotten the passphrase. Says whether nothing is left.
    pub async fn delete_everything(&self) -> bool {
        let cleared = journal::clear().await;
        let deleted = Store::open(BrowserBackend)
            .store
            .delete_everything()
            .is_ok();
        let n_left = device::forget_the_app().await;
        cleared && deleted && n_left == 0
    }

    /// Starts anew.
    pub fn load_again(&self) {
        page::reload();
    }

    /// The data opens without waiting for it: what was lost, rarely, appears a moment later, as from another tab.
    async fn read_the_second_copy(self) {
        let records = SecondCopy::read().await;
        let lock = records.iter().flatten().find(|record| record.is_lock());
        if let Some(lock) = lock
            && put_back_lock(&BrowserBackend, &lock.text) == Ok(true)
        {
            page::reload();
            return;
        }
        self.records.set_value(Some(records));
        self.take_up();
    }

    /// Once both are there: the opened data, and what the second copy holds.
    fn take_up(&self) {
        if let Some(app) = self.app.get_untracked()
            && let Some(records) = self.records.try_update_value(Option::take).flatten()
        {
            leptos::task::spawn_local(self.second_copy.take_up(app, records));
        }
    }

    fn enter(&self, open: impl FnOnce() -> AppState) {
        let app = self.owner.get_value().with(|| {
            let app = open();
            provide_context(app);
            if let Some(entered) = self.entered.get_value() {
                entered(app);
            }
            app
        });
        self.app.set(Some(app));
        self.take_up();
    }
}

/// The way in, for every page.
pub fn use_gate() -> Gate {
    expect_context::<Gate>()
}
