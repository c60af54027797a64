//! Owns the order of steps in setting, opening, changing and taking off the lock, so that a kill between any two loses nothing.
//! May use: the vault, sealing, the form of the lock. Must not: shapes of documents, a browser.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::cipher::{self, Cipher, ITERATIONS, KEY_BYTES, SALT_BYTES};
use super::vault::{self, Vault, WriteProblem, is_sealed_place};
use super::{LockError, LockState, lock_state};
use crate::storage::backend::{Backend, BackendError};
use crate::storage::keys;
use crate::storage::raw;
use crate::storage::shape::{self, SavedLock, Stage};

/// What the key of all texts is bound to when it is sealed, and a copy in a file.
const BOUND_KEY: &str = "key";
const BOUND_FILE: &str = "file";

impl Vault {
    /// Sets a lock where there is none, and seals everything. When something is refused on the way, all is plain again.
    pub async fn set_lock(
        place: Arc<dyn Backend>,
        passphrase: &str,
        cipher: &impl Cipher,
    ) -> Result<Self, LockError> {
        if lock_state(place.as_ref()) != LockState::Off {
            return Err(LockError::NotPossibleNow);
        }
        let key = cipher.random(KEY_BYTES).ok_or(LockError::NoCipher)?;
        let lock = lock_around(&key, passphrase, Stage::Closing, cipher).await?;
        vault::put_lock(place.as_ref(), &lock)?;
        let vault = Self::new(place, key, lock);
        match vault.finish_closing(cipher).await {
            Ok(()) => Ok(vault),
            Err(error) => {
                // Plain texts are shorter, so there is room for them. Where even this fails, the passphrase opens everything.
                open_all(vault.place().as_ref(), &vault.key(), cipher).await?;
                vault.place().remove(keys::LOCK)?;
                Err(error)
            }
        }
    }

    async fn finish_closing(&self, cipher: &impl Cipher) -> Result<(), LockError> {
        self.read_all(cipher).await?;
        self.write_all(cipher).await?;
        let lock = self.lock();
        if lock.stage == Stage::Closing {
            self.put_lock(SavedLock {
                stage: Stage::Closed,
                ..lock
            })?;
        }
        Ok(())
    }

    /// Writes everything that waits.
    pub async fn write_all(&self, cipher: &impl Cipher) -> Result<(), LockError> {
        while let Some(written) = self.write_next(cipher).await {
            written.map_err(|problem| match problem {
                WriteProblem::Refused(error) => LockError::Storage(error),
                WriteProblem::SavedElsewhere(_) | WriteProblem::LockChanged => {
                    LockError::NotPossibleNow
                }
            })?;
        }
        Ok(())
    }

    /// Puts another passphrase in the place of the present one: one write, before which the old one counts, and after
    /// which the new one does.
    pub async fn change_passphrase(
        &self,
        present: &str,
        new: &str,
        cipher: &impl Cipher,
    ) -> Result<(), LockError> {
        let key = key_in(&self.lock(), present, cipher).await?;
        let lock = lock_around(&key, new, Stage::Closed, cipher).await?;
        let lock = SavedLock {
            n_changes: self.lock().n_changes.saturating_add(1),
            ..lock
        };
        if self.place().get(keys::LOCK)? != Some(self.lock().text()) {
            return Err(LockError::NotPossibleNow);
        }
        Ok(self.put_lock(lock)?)
    }

    /// Whether this is the passphrase.
    pub async fn is_passphrase(&self, passphrase: &str, cipher: &impl Cipher) -> bool {
        key_in(&self.lock(), passphrase, cipher).await.is_ok()
    }

    /// Takes the lock off: from the first write on nobody is asked for the passphrase any more.
    pub async fn take_off(&self, cipher: &impl Cipher) -> Result<(), LockError> {
        let lock = self.lock();
        if lock.stage == Stage::Closed {
            self.write_all(cipher).await?;
        }
        self.put_lock(SavedLock {
            stage: Stage::Opening(self.key()),
            ..lock
        })?;
        finish_opening(self.place().as_ref(), cipher).await
    }

    /// A copy of everything as a file that opens with the passphrase of today.
    pub async fn sealed_file(&self, text: &str, cipher: &impl Cipher) -> Option<String> {
        let (lock, key) = (self.lock(), self.key());
        let sealed = cipher::seal(cipher, &key, BOUND_FILE, text.as_bytes()).await?;
        Some(shape::sealed_file(&lock, &sealed))
    }
}

/// Opens the lock and reads everything. What was still to be sealed is sealed.
pub async fn unlock(
    place: Arc<dyn Backend>,
    passphrase: &str,
    cipher: &impl Cipher,
) -> Result<Vault, LockError> {
    let text = place.get(keys::LOCK)?.ok_or(LockError::NotPossibleNow)?;
    let lock = SavedLock::parse(&text)?;
    let key = key_in(&lock, passphrase, cipher).await?;
    let vault = Vault::new(place, key, lock);
    match vault.finish_closing(cipher).await {
        // Without room to seal the rest everything can still be read; it waits.
        Ok(()) | Err(LockError::Storage(BackendError::Full)) => Ok(vault),
        Err(error) => Err(error),
    }
}

/// Makes everything plain again after the lock was taken off, and removes the lock at last.
pub async fn finish_opening(place: &dyn Backend, cipher: &impl Cipher) -> Result<(), LockError> {
    let text = place.get(keys::LOCK)?.ok_or(LockError::NotPossibleNow)?;
    let Stage::Opening(key) = SavedLock::parse(&text)?.stage else {
        return Err(LockError::NotPossibleNow);
    };
    open_all(place, &key, cipher).await?;
    Ok(place.remove(keys::LOCK)?)
}

async fn open_all(place: &dyn Backend, key: &[u8], cipher: &impl Cipher) -> Result<(), LockError> {
    for storage_key in place.keys()? {
        let Some(there) = place
            .get(&storage_key)?
            .filter(|_| is_sealed_place(&storage_key))
        else {
            continue;
        };
        // One that does not open stays as it is: the store tells of it and does not overwrite it.
        let Some(plain) = cipher::open_text(cipher, key, &storage_key, &there).await else {
            continue;
        };
        if plain != there {
            place.set(&storage_key, &plain)?;
            if place.get(&storage_key)?.as_ref() != Some(&plain) {
                return Err(LockError::Storage(BackendError::Broken));
            }
        }
    }
    Ok(())
}

/// A copy that was saved while a lock was set: it needs the passphrase that was set then.
#[derive(Debug, Clone)]
pub struct SealedFile {
    lock: SavedLock,
    content: Content,
}

#[derive(Debug, Clone)]
enum Content {
    /// A backup.
    Whole(Vec<u8>),
    /// The exact texts under their keys.
    Texts(BTreeMap<String, String>),
}

impl SealedFile {
    /// None when the text is no such copy.
    pub fn parse(text: &str) -> Option<Result<Self, LockError>> {
        if let Some(file) = shape::of_sealed_file(text) {
            return Some(file.map_err(LockError::from).map(|(lock, sealed)| Self {
                lock,
                content: Content::Whole(sealed),
            }));
        }
        let mut texts = raw::keys_in(text)?;
        let lock = SavedLock::parse(&texts.remove(keys::LOCK)?);
        Some(lock.map_err(LockError::from).map(|lock| Self {
            lock,
            content: Content::Texts(texts),
        }))
    }

    /// The text of the copy, as it would be without a lock.
    pub async fn open(&self, passphrase: &str, cipher: &impl Cipher) -> Result<String, LockError> {
        let key = key_in(&self.lock, passphrase, cipher).await?;
        match &self.content {
            Content::Whole(sealed) => {
                let bytes = cipher::open(cipher, &key, BOUND_FILE, sealed).await;
                let bytes = bytes.ok_or(LockError::Unreadable)?;
                String::from_utf8(bytes).map_err(|_| LockError::Unreadable)
            }
            Content::Texts(texts) => {
                let mut plain = BTreeMap::new();
                for (storage_key, text) in texts {
                    let opened = cipher::open_text(cipher, &key, storage_key, text).await;
                    plain.insert(
                        storage_key.clone(),
                        opened.unwrap_or_else(|| text.to_owned()),
                    );
                }
                Ok(raw::copy_of(&plain))
            }
        }
    }
}

/// Puts the lock of the second copy (`told`) in its first place, where that lacks it or has one before the last change of
/// the passphrase. True when it did: then only a new start knows what the lock asks for.
///
/// The second copy is emptied before a lock is set or taken off, so its lock is never one that is no longer used.
pub fn put_back_lock(place: &dyn Backend, told: &str) -> Result<bool, BackendError> {
    let Ok(told) = SavedLock::parse(told) else {
        return Ok(false);
    };
    let is_newer = match place.get(keys::LOCK)? {
        None => true,
        Some(there) => SavedLock::parse(&there).is_ok_and(|there| told.n_changes > there.n_changes),
    };
    if is_newer {
        vault::put_lock(place, &told)?;
    }
    Ok(is_newer)
}

/// A lock around a key, in which the passphrase was tried.
async fn lock_around(
    key: &[u8],
    passphrase: &str,
    stage: Stage,
    cipher: &impl Cipher,
) -> Result<SavedLock, LockError> {
    let salt = cipher.random(SALT_BYTES).ok_or(LockError::NoCipher)?;
    let outer = cipher.derive(passphrase, &salt, ITERATIONS).await;
    let outer = outer.ok_or(LockError::NoCipher)?;
    let wrapped_key = cipher::seal(cipher, &outer, BOUND_KEY, key).await;
    Ok(SavedLock {
        iterations: ITERATIONS,
        salt,
        wrapped_key: wrapped_key.ok_or(LockError::NoCipher)?,
        n_changes: 0,
        stage,
    })
}

async fn key_in(
    lock: &SavedLock,
    passphrase: &str,
    cipher: &impl Cipher,
) -> Result<Vec<u8>, LockError> {
    let outer = cipher.derive(passphrase, &lock.salt, lock.iterations).await;
    let outer = outer.ok_or(LockError::NoCipher)?;
    let key = cipher::open(cipher, &outer, BOUND_KEY, &lock.wrapped_key).await;
    key.ok_or(LockError::WrongPassphrase)
}
