//! Owns the small key-value trait under the store, and the version in memory for tests.
//! May use: the standard library. Must not: the shape of the data, a browser.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::quota::units;

/// Why the place where data is kept refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BackendError {
    /// There is no storage, or this page may not use it (private mode, a setting of the browser).
    Blocked,
    /// There is no room for this text. What was saved under the key before is still there.
    Full,
    /// Anything else: an unknown error, or a text that reads back differently.
    Broken,
}

/// A place that keeps texts by key. Each call is complete when it returns, and `set` replaces the whole text or nothing.
pub trait Backend: Send + Sync {
    /// The text under a key, when there is one.
    fn get(&self, key: &str) -> Result<Option<String>, BackendError>;
    fn set(&self, key: &str, text: &str) -> Result<(), BackendError>;
    fn remove(&self, key: &str) -> Result<(), BackendError>;
    /// Every key of this place, in no certain order, also those of other programs.
    fn keys(&self) -> Result<Vec<String>, BackendError>;
}

/// A back end in memory. Its clones share one content, as two tabs do.
#[derive(Debug, Clone, Default)]
pub struct MemoryBackend(Arc<Mutex<Memory>>);

#[derive(Debug, Default)]
struct Memory {
    texts: BTreeMap<String, String>,
    refusal: Option<BackendError>,
    capacity_units: Option<usize>,
    failing_write: Option<(usize, BackendError)>,
    loses_writes: bool,
    written: Vec<String>,
}

impl MemoryBackend {
    /// A back end that already holds these texts.
    pub fn holding(texts: BTreeMap<String, String>) -> Self {
        let memory = Self::default();
        memory.lock().texts = texts;
        memory
    }

    /// Everything it holds now.
    pub fn texts(&self) -> BTreeMap<String, String> {
        self.lock().texts.clone()
    }

    /// Refuses every call from now on, or no longer.
    pub fn refuse(&self, refusal: Option<BackendError>) {
        self.lock().refusal = refusal;
    }

    /// Keys and texts together take at most this many UTF-16 units.
    pub fn limit_units(&self, capacity_units: Option<usize>) {
        self.lock().capacity_units = capacity_units;
    }

    /// The `nth` change (set or remove, from 1) counted from now fails, once.
    pub fn fail_at_write(&self, nth: usize, error: BackendError) {
        self.lock().failing_write = Some((nth, error));
    }

    /// Says that it has saved, and does not.
    pub fn lose_writes(&self, loses: bool) {
        self.lock().loses_writes = loses;
    }

    /// The keys that were changed since this was last asked, in order.
    pub fn take_written(&self) -> Vec<String> {
        std::mem::take(&mut self.lock().written)
    }

    fn lock(&self) -> MutexGuard<'_, Memory> {
        // A test that panicked elsewhere does not make the texts worse.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Memory {
    fn admit(&self) -> Result<(), BackendError> {
        self.refusal.map_or(Ok(()), Err)
    }

    fn admit_change(&mut self, key: &str) -> Result<(), BackendError> {
        self.admit()?;
        if let Some((nth, error)) = self.failing_write {
            self.failing_write = (nth > 1).then_some((nth - 1, error));
            if nth <= 1 {
                return Err(error);
            }
        }
        self.written.push(key.to_owned());
        Ok(())
    }
}

impl Backend for MemoryBackend {
    fn get(&self, key: &str) -> Result<Option<String>, BackendError> {
        let memory = self.lock();
        memory.admit()?;
        Ok(memory.texts.get(key).cloned())
    }

    fn set(&self, key: &str, text: &str) -> Result<(), BackendError> {
        let mut memory = self.lock();
        memory.admit_change(key)?;
        if let Some(capacity_units) = memory.capacity_units {
            let others: usize = memory
                .texts
                .iter()
                .filter(|(other, _)| other.as_str() != key)
                .map(|(other, text)| units(other) + units(text))
                .sum();
            if others + units(key) + units(text) > capacity_units {
                return Err(BackendError::Full);
            }
        }
        if !memory.loses_writes {
            memory.texts.insert(key.to_owned(), text.to_owned());
        }
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), BackendError> {
        let mut memory = self.lock();
        memory.admit_change(key)?;
        if !memory.loses_writes {
            memory.texts.remove(key);
        }
        Ok(())
    }

    fn keys(&self) -> Result<Vec<String>, BackendError> {
        let memory = self.lock();
        memory.admit()?;
        Ok(memory.texts.keys().cloned().collect())
    }
}
