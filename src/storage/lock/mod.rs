//! Owns the lock: every saved text sealed under one key, which only the passphrase opens, and the ways into and out of it.
//! May use: a back end, keys, the form of the lock in shape. Must not: a browser (its cryptography comes as [`Cipher`]), wording.
//!
//! **One key for all texts, and a lock around that key.** The texts are sealed (AES-256-GCM, each bound to its storage key)
//! under a key that was drawn at random. That key is sealed under another, which follows from the passphrase
//! (PBKDF2-SHA-256, 600,000 rounds). So a new passphrase is one write of one short text, and cannot be cut in two.
//!
//! | stage | texts | who can read them |
//! |---|---|---|
//! | no lock | plain | everybody |
//! | closing | some plain, some sealed | with the passphrase all |
//! | closed | all sealed | with the passphrase |
//! | opening | some sealed, some plain | everybody: the key lies beside them |
//!
//! Each step replaces one text by another that says the same, and is looked up before the next one. The stage is the first
//! thing written on the way in and the last one on the way out, so wherever a kill comes, everything can be read: from
//! "closing" on with the passphrase, from "opening" on without it. The next start finishes what was begun.

mod cipher;
mod steps;
mod tries;
mod vault;

pub use cipher::{Cipher, ITERATIONS};
pub use steps::{SealedFile, finish_opening, put_back_lock, unlock};
pub use tries::{forget_wrong_passphrases, note_wrong_passphrase, wait_seconds};
pub use vault::{PlainBackend, Vault, WriteProblem};

use super::backend::{Backend, BackendError};
use super::document::Refusal;
use super::keys;
use super::shape::{SavedLock, Stage};

/// Whether saved data is locked, as the start needs to know it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LockState {
    /// Texts are plain.
    Off,
    /// The passphrase is needed.
    Closed,
    /// It was being taken off when the program ended: [`finish_opening`] comes before anything else.
    Opening,
    /// The lock itself cannot be read; the sealed texts are left as they are.
    Unreadable,
    /// A newer version of the app made the lock.
    Newer,
}

/// Looks at the lock. A store that cannot be asked counts as open: opening it tells why.
pub fn lock_state(backend: &dyn Backend) -> LockState {
    match backend.get(keys::LOCK) {
        Ok(Some(text)) => match SavedLock::parse(&text) {
            Ok(SavedLock {
                stage: Stage::Opening(_),
                ..
            }) => LockState::Opening,
            Ok(_) => LockState::Closed,
            Err(Refusal::Newer(_)) => LockState::Newer,
            Err(Refusal::Unreadable(_)) => LockState::Unreadable,
        },
        _ => LockState::Off,
    }
}

/// Why the lock did not open, close or change. In each case everything is as readable as it was before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LockError {
    /// Another passphrase, or the lock was damaged: cryptography cannot tell these apart.
    WrongPassphrase,
    /// The lock cannot be read.
    Unreadable,
    Newer,
    /// This browser has no cryptography here (an address without https).
    NoCipher,
    /// There is nothing to do it to, or another tab was faster.
    NotPossibleNow,
    Storage(BackendError),
}

impl From<BackendError> for LockError {
    fn from(error: BackendError) -> Self {
        LockError::Storage(error)
    }
}

impl From<Refusal> for LockError {
    fn from(refusal: Refusal) -> Self {
        match refusal {
            Refusal::Newer(_) => LockError::Newer,
            Refusal::Unreadable(_) => LockError::Unreadable,
        }
    }
}
