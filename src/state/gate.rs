//! Owns the way in: saved data is opened at once, or after the passphrase.
//! May use: storage's lock, the browser's storage. Must not: wording, what is saved.

use leptos::prelude::*;

use super::AppState;
use super::lock::{self, BrowserCipher, LockTrouble};
use crate::platform::{clock, device, files, page};
use crate::storage::lock::{LockState, finish_opening, lock_state};
use crate::storage::{BrowserBackend, Store, export_locked};

/// The way in.
#[derive(Clone, Copy)]
pub struct Gate {
    app: RwSignal<Option<AppState>>,
    state: LockState,
    /// What goes on as long as the app; given by the one who opens.
    entered: StoredValue<Option<fn(AppState)>>,
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
            owner: StoredValue::new(owner.clone()),
        };
        match state {
            LockState::Off => gate.enter(AppState::open),
            LockState::Opening => leptos::task::spawn_local(async move {
                let done =
                    lock::in_turn(async { finish_opening(&BrowserBackend, &BrowserCipher).await });
                // What could not be made plain stays sealed with its key beside it: the next start tries again.
                let _ = done.await;
                gate.enter(AppState::open);
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

    /// Tries a passphrase.
    pub async fn open_with(&self, passphrase: String) -> Result<(), LockTrouble> {
        let vault = lock::open_with(passphrase).await?;
        self.enter(move || AppState::open_vault(vault));
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
        let deleted = Store::open(BrowserBackend)
            .store
            .delete_everything()
            .is_ok();
        let n_left = device::forget_the_app().await;
        deleted && n_left == 0
    }

    /// Starts anew.
    pub fn load_again(&self) {
        page::reload();
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
    }
}

/// The way in, for every page.
pub fn use_gate() -> Gate {
    expect_context::<Gate>()
}
