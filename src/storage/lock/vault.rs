//! Owns the back end of an unlocked store: texts are plain in memory and sealed in the place where they are kept.
//! May use: a back end, keys, sealing. Must not: shapes of documents, a browser.
//!
//! A change is in memory at once and waits there until it was sealed, written and read back; only then it is saved.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::cipher::{self, Cipher};
use crate::domain::collections::Gather;
use crate::storage::backend::{Backend, BackendError};
use crate::storage::keys;
use crate::storage::shape::SavedLock;

/// The back end of a store without a lock. It refuses to write once another tab has set one: a plain text must not come
/// between sealed ones.
pub struct PlainBackend<B>(pub B);

impl<B: Backend> Backend for PlainBackend<B> {
    fn get(&self, key: &str) -> Result<Option<String>, BackendError> {
        self.0.get(key)
    }

    fn set(&self, key: &str, text: &str) -> Result<(), BackendError> {
        match self.0.get(keys::LOCK)? {
            Some(_) => Err(BackendError::Broken),
            None => self.0.set(key, text),
        }
    }

    fn remove(&self, key: &str) -> Result<(), BackendError> {
        self.0.remove(key)
    }

    fn keys(&self) -> Result<Vec<String>, BackendError> {
        self.0.keys()
    }
}

/// Why a text that waits was not written. It goes on waiting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WriteProblem {
    /// Another tab has saved under this key: [`Vault::read_again`], put both together, and go on.
    SavedElsewhere(String),
    /// Another tab has set, changed or taken off the lock. Nothing can be written any more.
    LockChanged,
    Refused(BackendError),
}

/// An unlocked store's back end. Its clones are the same one.
#[derive(Clone)]
pub struct Vault(Arc<Mutex<Inner>>);

type Listener = Arc<dyn Fn() + Send + Sync>;

struct Inner {
    place: Arc<dyn Backend>,
    key: Vec<u8>,
    lock: SavedLock,
    /// Plain texts by storage key.
    texts: BTreeMap<String, String>,
    /// What was last read or written under each key.
    seen: BTreeMap<String, String>,
    waiting: BTreeSet<String>,
    on_waiting: Option<Listener>,
}

impl Vault {
    pub(super) fn new(place: Arc<dyn Backend>, key: Vec<u8>, lock: SavedLock) -> Self {
        Self(Arc::new(Mutex::new(Inner {
            place,
            key,
            lock,
            texts: BTreeMap::new(),
            seen: BTreeMap::new(),
            waiting: BTreeSet::new(),
            on_waiting: None,
        })))
    }

    /// Reads everything. A plain text among sealed ones is taken as it is and waits to be sealed; a sealed one that does
    /// not open is left alone.
    pub(super) async fn read_all(&self, cipher: &impl Cipher) -> Result<(), BackendError> {
        for storage_key in self.place().keys()? {
            if is_sealed_place(&storage_key) {
                self.read_again(&storage_key, cipher).await?;
            }
        }
        Ok(())
    }

    /// Takes the text under a key as it is now. A change that waits for this key is given up: the caller has it.
    pub async fn read_again(
        &self,
        storage_key: &str,
        cipher: &impl Cipher,
    ) -> Result<Option<String>, BackendError> {
        let (place, key) = {
            let inner = self.inner();
            (Arc::clone(&inner.place), inner.key.clone())
        };
        let Some(there) = place.get(storage_key)? else {
            let mut inner = self.inner();
            inner.texts.remove(storage_key);
            inner.seen.remove(storage_key);
            inner.waiting.remove(storage_key);
            return Ok(None);
        };
        let opened = cipher::open_text(cipher, &key, storage_key, &there).await;
        let mut inner = self.inner();
        let is_plain = opened.as_ref() == Some(&there);
        // What does not open stays as it is: the store tells of it, and sets it aside before it saves in its place.
        let text = opened.unwrap_or_else(|| there.clone());
        inner.texts.insert(storage_key.to_owned(), text.clone());
        inner.seen.insert(storage_key.to_owned(), there);
        match is_plain {
            true => inner.waiting.insert(storage_key.to_owned()),
            false => inner.waiting.remove(storage_key),
        };
        Ok(Some(text))
    }

    /// Opens a text that was kept elsewhere under this storage key. A plain one is as it is; none when it does not open.
    pub async fn opened(
        &self,
        storage_key: &str,
        text: &str,
        cipher: &impl Cipher,
    ) -> Option<String> {
        let key = self.key();
        cipher::open_text(cipher, &key, storage_key, text).await
    }

    /// From now on calls `listener` whenever something waits to be written.
    pub fn on_waiting(&self, listener: impl Fn() + Send + Sync + 'static) {
        self.inner().on_waiting = Some(Arc::new(listener));
    }

    /// Whether anything is in memory only.
    pub fn is_waiting(&self) -> bool {
        !self.inner().waiting.is_empty()
    }

    /// Seals and writes the next text that waits. None when nothing waits.
    pub async fn write_next(&self, cipher: &impl Cipher) -> Option<Result<(), WriteProblem>> {
        let (key, storage_key, text) = {
            let inner = self.inner();
            let storage_key = inner.waiting.first()?.clone();
            let text = inner.texts.get(&storage_key).cloned().unwrap_or_default();
            (inner.key.clone(), storage_key, text)
        };
        let sealed = cipher::seal_text(cipher, &key, &storage_key, &text).await;
        let Some(sealed) = sealed else {
            return Some(Err(WriteProblem::Refused(BackendError::Broken)));
        };
        Some(self.write(&storage_key, &text, sealed))
    }

    /// Looking and writing happen in one go, without a pause in which another tab could come between.
    fn write(&self, storage_key: &str, text: &str, sealed: String) -> Result<(), WriteProblem> {
        let mut inner = self.inner();
        let refused = WriteProblem::Refused;
        let lock = inner.place.get(keys::LOCK).map_err(refused)?;
        if lock != Some(inner.lock.text()) {
            return Err(WriteProblem::LockChanged);
        }
        let there = inner.place.get(storage_key).map_err(refused)?;
        if there.as_ref() != inner.seen.get(storage_key) {
            return Err(WriteProblem::SavedElsewhere(storage_key.to_owned()));
        }
        if inner.texts.get(storage_key).map(String::as_str) != Some(text) {
            // It was changed or removed while it was being sealed; the next turn takes what there is now.
            return Ok(());
        }
        inner.place.set(storage_key, &sealed).map_err(refused)?;
        if inner.place.get(storage_key).map_err(refused)?.as_ref() != Some(&sealed) {
            return Err(refused(BackendError::Broken));
        }
        inner.seen.insert(storage_key.to_owned(), sealed);
        inner.waiting.remove(storage_key);
        Ok(())
    }

    pub(super) fn place(&self) -> Arc<dyn Backend> {
        Arc::clone(&self.inner().place)
    }

    pub(super) fn key(&self) -> Vec<u8> {
        self.inner().key.clone()
    }

    pub(super) fn lock(&self) -> SavedLock {
        self.inner().lock.clone()
    }

    /// Writes the lock anew and looks that it is so.
    pub(super) fn put_lock(&self, lock: SavedLock) -> Result<(), BackendError> {
        let mut inner = self.inner();
        put_lock(inner.place.as_ref(), &lock)?;
        inner.lock = lock;
        Ok(())
    }

    fn inner(&self) -> MutexGuard<'_, Inner> {
        // Nothing in here is ever half done.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Backend for Vault {
    fn get(&self, key: &str) -> Result<Option<String>, BackendError> {
        let inner = self.inner();
        match is_sealed_place(key) {
            true => Ok(inner.texts.get(key).cloned()),
            false => inner.place.get(key),
        }
    }

    fn set(&self, key: &str, text: &str) -> Result<(), BackendError> {
        let listener = {
            let mut inner = self.inner();
            if !is_sealed_place(key) {
                return inner.place.set(key, text);
            }
            inner.texts.insert(key.to_owned(), text.to_owned());
            inner.waiting.insert(key.to_owned());
            inner.on_waiting.clone()
        };
        if let Some(listener) = listener {
            listener();
        }
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), BackendError> {
        let mut inner = self.inner();
        inner.place.remove(key)?;
        inner.texts.remove(key);
        inner.seen.remove(key);
        inner.waiting.remove(key);
        Ok(())
    }

    fn keys(&self) -> Result<Vec<String>, BackendError> {
        let inner = self.inner();
        let mut keys: BTreeSet<String> = inner.place.keys()?.into_iter().gather();
        keys.extend(inner.texts.keys().cloned());
        Ok(keys.into_iter().collect())
    }
}

/// Writes the lock and looks that it is so.
pub(super) fn put_lock(place: &dyn Backend, lock: &SavedLock) -> Result<(), BackendError> {
    let text = lock.text();
    place.set(keys::LOCK, &text)?;
    match place.get(keys::LOCK)?.as_ref() == Some(&text) {
        true => Ok(()),
        false => Err(BackendError::Broken),
    }
}

/// Whether what is under a key belongs to the person: all of ours but the lock itself and the probe.
pub(super) fn is_sealed_place(key: &str) -> bool {
    keys::name_of(key).is_some()
}
