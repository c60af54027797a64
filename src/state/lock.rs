//! Owns the lock as the views see it: set, changed, taken off, closed; and the writing of what waits to be sealed.
//! May use: storage's lock, the browser's cryptography, turns among tabs. Must not: wording, keys.

use std::sync::Arc;

use leptos::prelude::*;

use super::SharedStore;
use super::notices::Notices;
use super::second_copy::SecondCopy;
pub use crate::domain::trouble::LockTrouble;
use crate::platform::{clock, crypto, page, tabs};
use crate::storage::lock::{
    Cipher, LockError, Vault, WriteProblem, forget_wrong_passphrases, note_wrong_passphrase,
    unlock, wait_seconds,
};
use crate::storage::{Backend, BackendError, BrowserBackend};

/// The name under which tabs take turns.
const TURN: &str = "tailored";
/// The word that a page leaves to the next one when the lock closes by itself.
const BY_ITSELF: &str = "locked-by-itself";

/// The browser's cryptography, as the lock wants it.
#[derive(Debug, Clone, Copy)]
pub(super) struct BrowserCipher;

impl Cipher for BrowserCipher {
    fn random(&self, n_bytes: usize) -> Option<Vec<u8>> {
        crypto::random(n_bytes)
    }

    fn derive(
        &self,
        passphrase: &str,
        salt: &[u8],
        iterations: u32,
    ) -> impl Future<Output = Option<Vec<u8>>> {
        crypto::derive(passphrase, salt, iterations)
    }

    fn seal(
        &self,
        key: &[u8],
        nonce: &[u8],
        bound_to: &str,
        text: &[u8],
    ) -> impl Future<Output = Option<Vec<u8>>> {
        crypto::seal(key, nonce, bound_to, text)
    }

    fn open(
        &self,
        key: &[u8],
        nonce: &[u8],
        bound_to: &str,
        sealed: &[u8],
    ) -> impl Future<Output = Option<Vec<u8>>> {
        crypto::open(key, nonce, bound_to, sealed)
    }
}

/// The lock around the saved data of this device.
#[derive(Clone, Copy)]
pub struct Lock {
    vault: StoredValue<Option<Vault>>,
    /// Something is in memory only.
    writing: RwSignal<bool>,
    is_at_work: StoredValue<bool>,
    store: SharedStore,
    second_copy: SecondCopy,
    notices: Notices,
}

impl Lock {
    pub(super) fn new(
        vault: Option<Vault>,
        store: SharedStore,
        second_copy: SecondCopy,
        notices: Notices,
    ) -> Self {
        let lock = Self {
            writing: RwSignal::new(vault.as_ref().is_some_and(Vault::is_waiting)),
            vault: StoredValue::new(vault.clone()),
            is_at_work: StoredValue::new(false),
            store,
            second_copy,
            notices,
        };
        if let Some(vault) = vault {
            vault.on_waiting(move || lock.write());
        }
        lock
    }

    /// Whether a passphrase is set.
    pub fn is_set(&self) -> bool {
        self.vault.with_value(Option::is_some)
    }

    /// Whether this browser can do it at all.
    pub fn is_possible(&self) -> bool {
        crypto::is_available()
    }

    /// Something that was changed is not yet saved, because it is still being sealed; reactive.
    pub fn is_writing(&self) -> bool {
        self.writing.get()
    }

    /// Sets the lock. The page is to be loaded again afterwards: it opens with the passphrase.
    pub async fn set(&self, passphrase: String) -> Result<(), LockTrouble> {
        if self.store.with_value(|store| store.health().n_unsaved) > 0 {
            return Err(LockTrouble::NotNow);
        }
        let copy = self.second_copy;
        in_turn(async move {
            // Not a word may stay readable in the second copy.
            if !copy.clear().await {
                return Err(LockError::NotPossibleNow);
            }
            let place: Arc<dyn Backend> = Arc::new(copy.place());
            Vault::set_lock(place, &passphrase, &BrowserCipher).await?;
            copy.settles().await;
            Ok(())
        })
        .await
    }

    /// Puts another passphrase in the place of the present one.
    pub async fn change(&self, present: String, new: String) -> Result<(), LockTrouble> {
        let vault = self.vault.get_value().ok_or(LockTrouble::NotNow)?;
        let copy = self.second_copy;
        tried(in_turn(async move {
            vault
                .change_passphrase(&present, &new, &BrowserCipher)
                .await?;
            copy.settles().await;
            Ok(())
        }))
        .await
    }

    /// Takes the lock off. The page is to be loaded again afterwards.
    pub async fn take_off(&self, present: String) -> Result<(), LockTrouble> {
        let vault = self.vault.get_value().ok_or(LockTrouble::NotNow)?;
        let copy = self.second_copy;
        tried(in_turn(async move {
            if !vault.is_passphrase(&present, &BrowserCipher).await {
                return Err(LockError::WrongPassphrase);
            }
            // The second copy must not bring a lock back of which nobody knows the passphrase any more.
            if !copy.clear().await {
                return Err(LockError::NotPossibleNow);
            }
            vault.take_off(&BrowserCipher).await?;
            copy.settles().await;
            Ok(())
        }))
        .await
    }

    /// Closes the lock: key and texts leave the memory with the page. Not while something is not saved.
    pub fn close(&self) {
        if self.can_close() {
            page::reload();
        }
    }

    /// The same, because nobody was here: the page that asks for the passphrase says so.
    pub fn close_by_itself(&self) {
        if self.can_close() {
            page::leave_word(BY_ITSELF);
            page::reload();
        }
    }

    fn can_close(&self) -> bool {
        self.is_set() && !self.writing.get_untracked() && !self.has_unsaved()
    }

    /// Seals a copy for a file; none without a lock. It opens with the passphrase of today.
    pub async fn sealed(&self, copy: &str) -> Option<String> {
        let vault = self.vault.get_value()?;
        vault.sealed_file(copy, &BrowserCipher).await
    }

    /// What another tab has saved under a key, after it was opened here; the same text without a lock.
    pub(super) async fn opened(&self, key: &str, told: Option<String>) -> Option<String> {
        match self.vault.get_value() {
            // A place that cannot be read is told of at the next save.
            Some(vault) => vault.read_again(key, &BrowserCipher).await.unwrap_or(None),
            None => told,
        }
    }

    /// What the second copy has under a key, opened; the same text without a lock, none when it does not open.
    pub(super) async fn opened_copy(&self, key: &str, text: &str) -> Option<String> {
        match self.vault.get_value() {
            Some(vault) => vault.opened(key, text, &BrowserCipher).await,
            None => Some(text.to_owned()),
        }
    }

    fn has_unsaved(&self) -> bool {
        self.store.with_value(|store| store.health().n_unsaved) > 0
    }

    /// Sees to it that everything that waits is written.
    fn write(self) {
        if !self.writing.get_untracked() {
            self.writing.set(true);
        }
        if self.is_at_work.get_value() {
            return;
        }
        self.is_at_work.set_value(true);
        leptos::task::spawn_local(async move {
            let outcome = tabs::in_turn(TURN, self.write_all()).await;
            self.is_at_work.set_value(false);
            match outcome {
                Some(Ok(())) if self.is_waiting() => self.write(),
                Some(Ok(())) => {
                    self.writing.set(false);
                    self.notices.sealed();
                }
                Some(Err(WriteProblem::Refused(error))) => self.tell(error),
                // The lock is no longer the one that was opened: only a new start knows what it is now.
                Some(Err(WriteProblem::LockChanged)) => page::reload(),
                Some(Err(WriteProblem::SavedElsewhere(_))) | None => {
                    self.tell(BackendError::Broken)
                }
            }
        });
    }

    async fn write_all(self) -> Result<(), WriteProblem> {
        let Some(vault) = self.vault.get_value() else {
            return Ok(());
        };
        while let Some(written) = vault.write_next(&BrowserCipher).await {
            match written {
                Err(WriteProblem::SavedElsewhere(key)) => {
                    let told = vault.read_again(&key, &BrowserCipher).await;
                    let told = told.map_err(WriteProblem::Refused)?;
                    self.store.update_value(|store| {
                        store.hear(&key, told.as_deref());
                    });
                }
                written => written?,
            }
        }
        Ok(())
    }

    fn is_waiting(&self) -> bool {
        self.vault
            .with_value(|vault| vault.as_ref().is_some_and(Vault::is_waiting))
    }

    fn tell(&self, error: BackendError) {
        self.notices.sealing_refused(error.into());
    }

    /// Tries again to seal and write what was refused.
    pub(super) fn write_what_waits(&self) {
        if self.is_waiting() {
            self.write();
        }
    }
}

/// Opens the lock with a passphrase.
pub(super) async fn open_with(
    passphrase: String,
    place: impl Backend + 'static,
) -> Result<Vault, LockTrouble> {
    tried(in_turn(async move {
        unlock(Arc::new(place), &passphrase, &BrowserCipher).await
    }))
    .await
}

/// Seconds until the next passphrase may be tried.
pub(super) fn seconds_to_wait() -> u32 {
    wait_seconds(&BrowserBackend, clock::seconds())
}

/// Whether the lock closed by itself before this page was loaded; asked once.
pub(super) fn was_closed_by_itself() -> bool {
    page::take_word().as_deref() == Some(BY_ITSELF)
}

/// Tries a passphrase, when it is time for one, and keeps count of those that are wrong.
async fn tried<T>(trying: impl Future<Output = Result<T, LockTrouble>>) -> Result<T, LockTrouble> {
    match seconds_to_wait() {
        0 => {}
        seconds => return Err(LockTrouble::WaitSeconds(seconds)),
    }
    let outcome = trying.await;
    match outcome {
        Ok(_) => forget_wrong_passphrases(&BrowserBackend),
        Err(LockTrouble::WrongPassphrase) => {
            let seconds = note_wrong_passphrase(&BrowserBackend, clock::seconds());
            if seconds > 0 {
                return Err(LockTrouble::WaitSeconds(seconds));
            }
        }
        Err(_) => {}
    }
    outcome
}

pub(super) async fn in_turn<T: 'static>(
    work: impl Future<Output = Result<T, LockError>> + 'static,
) -> Result<T, LockTrouble> {
    let done = tabs::in_turn(TURN, work).await;
    done.unwrap_or(Err(LockError::NotPossibleNow))
        .map_err(trouble_of)
}

/// How an error of the lock is told.
pub(super) fn trouble_of(error: LockError) -> LockTrouble {
    match error {
        LockError::WrongPassphrase => LockTrouble::WrongPassphrase,
        LockError::Unreadable => LockTrouble::Unreadable,
        LockError::Newer => LockTrouble::Newer,
        LockError::NoCipher => LockTrouble::NotAvailable,
        LockError::Storage(BackendError::Full) => LockTrouble::Full,
        LockError::Storage(_) | LockError::NotPossibleNow => LockTrouble::NotNow,
    }
}
