//! Owns the second copy of what was saved last: what is still to be written to it, and what is taken up from it at a start.
//! May use: back end, keys, the store; the browser's database in `database` alone. Must not: the shape of the data, a clock.
//!
//! **Why.** A browser may write its storage to disk some seconds after the call has returned. When it is killed in between, a
//! change that was called saved would be gone. A database of the browser, asked for it, says when a text is on the disk. So
//! each text goes there too, and a change is called saved only when it is in both.
//!
//! **A tab from the past.** At the start the journal is heard like another tab that has saved: both copies are put together,
//! of each piece the later change counts. So it does not matter which of the two is older, and a journal that could not be
//! written for a while undoes nothing.
//!
//! **Short.** What has been in it for a day is on the disk in its first place too. It goes from here to a place that is read
//! only when something is missing, so a start does not take longer with a longer diary.
//!
//! **The list of all.** The manifest, the settings and the lock stay: a browser that loses its storage would lose with it the
//! list that says what was lost, and what opens the rest.

#[cfg(feature = "app")]
mod database;

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::backend::{Backend, BackendError};
use super::backup;
use super::keys::{self, Part};
use super::store::Store;
use crate::domain::collections::InOrder;

#[cfg(feature = "app")]
pub use database::{clear, is_there, keep, kept_keys, one, read, write};

/// Browsers write what was saved to disk within minutes; a day is far beyond all of them.
const KEPT_SECONDS: i64 = 24 * 60 * 60;

/// What was saved and is not yet in the second copy. Its clones are the same one.
#[derive(Clone, Default)]
pub struct Journal(Arc<Mutex<Inner>>);

type Listener = Arc<dyn Fn() + Send + Sync>;

#[derive(Default)]
struct Inner {
    /// By storage key; none: the key is to go.
    waiting: BTreeMap<String, Option<String>>,
    on_waiting: Option<Listener>,
}

impl Journal {
    /// From now on calls `listener` whenever something waits to be written.
    pub fn on_waiting(&self, listener: impl Fn() + Send + Sync + 'static) {
        self.inner().on_waiting = Some(Arc::new(listener));
    }

    /// Whether anything waits.
    pub fn is_waiting(&self) -> bool {
        !self.inner().waiting.is_empty()
    }

    /// The keys of what waits.
    pub fn keys(&self) -> Vec<String> {
        self.inner().waiting.keys().cloned().collect()
    }

    /// Takes what waits, to be written in one go.
    pub fn take(&self) -> BTreeMap<String, Option<String>> {
        std::mem::take(&mut self.inner().waiting)
    }

    /// This could not be written: it waits again, unless something newer waits for the same key.
    pub fn give_back(&self, taken: BTreeMap<String, Option<String>>) {
        let mut inner = self.inner();
        for (key, text) in taken {
            inner.waiting.entry(key).or_insert(text);
        }
    }

    /// Nothing waits any more.
    pub fn forget(&self) {
        self.inner().waiting.clear();
    }

    /// A text was written or removed in its first place. The probe is not noted.
    pub fn note(&self, key: &str, text: Option<&str>) {
        if keys::name_of(key).is_none() && key != keys::LOCK {
            return;
        }
        let listener = {
            let mut inner = self.inner();
            inner
                .waiting
                .insert(key.to_owned(), text.map(str::to_owned));
            inner.on_waiting.clone()
        };
        if let Some(listener) = listener {
            listener();
        }
    }

    fn inner(&self) -> MutexGuard<'_, Inner> {
        // Nothing in here is ever half done.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A back end whose changes are noted for the second copy.
#[derive(Clone)]
pub struct Journaled<B> {
    place: B,
    journal: Journal,
}

impl<B: Backend> Journaled<B> {
    pub fn new(place: B, journal: Journal) -> Self {
        Self { place, journal }
    }
}

impl<B: Backend> Backend for Journaled<B> {
    fn get(&self, key: &str) -> Result<Option<String>, BackendError> {
        self.place.get(key)
    }

    fn set(&self, key: &str, text: &str) -> Result<(), BackendError> {
        self.place.set(key, text)?;
        self.journal.note(key, Some(text));
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), BackendError> {
        self.place.remove(key)?;
        self.journal.note(key, None);
        Ok(())
    }

    fn keys(&self) -> Result<Vec<String>, BackendError> {
        self.place.keys()
    }
}

/// One text of the second copy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    pub key: String,
    /// Exactly as it was saved, sealed or not.
    pub text: String,
    /// Seconds since the start of 1970.
    pub written: i64,
}

impl Record {
    /// Reads what [`Record::value`] made; none when it is something else.
    pub fn of(key: String, value: &str) -> Option<Self> {
        let (written, text) = value.split_once(' ')?;
        Some(Self {
            key,
            written: written.parse().ok()?,
            text: text.to_owned(),
        })
    }

    /// The text to keep in the database: the moment, a space, the text.
    pub fn value(text: &str, now: i64) -> String {
        format!("{now} {text}")
    }

    /// Sorts what is taken up: the manifest comes first. What is put back would otherwise begin a new one, of itself alone.
    pub fn in_order(records: &mut [Self]) {
        records.put_in_order_by_key(|record| (record.key != keys::MANIFEST, record.key.clone()));
    }

    /// The lock around everything.
    pub fn is_lock(&self) -> bool {
        self.key == keys::LOCK
    }

    /// It is as it is in its first place, and has been for so long that it is on the disk there. A clock that was set back
    /// does not make it old. What tells that other things are missing, and what opens them, never goes.
    pub fn may_go(&self, first_place: Option<&str>, now: i64) -> bool {
        !is_kept_for_good(&self.key)
            && first_place == Some(&self.text)
            && now.saturating_sub(self.written) > KEPT_SECONDS
    }
}

/// What stays in the second copy however old it is: it tells that other things are missing, or opens them.
fn is_kept_for_good(key: &str) -> bool {
    [keys::MANIFEST, keys::LOCK].contains(&key) || Part::of_key(key) == Some(Part::Settings)
}

/// Those texts of the first place that stay in the second copy for good, by key.
pub fn kept_for_good(place: &dyn Backend) -> Vec<(String, String)> {
    let keys = place.keys().unwrap_or_default().into_iter();
    let keys = keys.filter(|key| is_kept_for_good(key));
    keys.filter_map(|key| {
        let text = place.get(&key).ok()??;
        Some((key, text))
    })
    .collect()
}

/// Whether what is under a key is a part of the person's data.
pub fn is_part(key: &str) -> bool {
    Part::of_key(key).is_some()
}

/// What became of a text of the second copy.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TakenUp {
    /// Everything in it is there already.
    Known,
    /// It had something that was lost. The part is to be read again; none for what is no part.
    PutBack(Option<Part>),
    /// It cannot be put together with what is there, or there is no room: it stays where it is.
    Left,
}

impl Store {
    /// Takes up what the second copy has under a key (opened, when it was sealed) and the first place lacks.
    pub fn take_up(&mut self, key: &str, told: &str) -> TakenUp {
        if key == keys::MANIFEST {
            return match self.take_up_names(told) {
                true => TakenUp::PutBack(None),
                false => TakenUp::Known,
            };
        }
        let part = Part::of_key(key);
        let there = match self.text_of(key) {
            Ok(there) => there,
            Err(_) => return TakenUp::Left,
        };
        match (there, part) {
            (Some(there), _) if there == told => TakenUp::Known,
            (Some(_), None) => TakenUp::Left,
            (Some(there), Some(part)) => {
                if let Some(taken) = self.take_up_spoilt(part, &there, told) {
                    return taken;
                }
                match backup::together(part, &there, [told]) {
                    Some(text) => self.put_taken_up(part, text),
                    None if backup::is_readable(part, &there) => TakenUp::Known,
                    None => TakenUp::Left,
                }
            }
            (None, Some(part)) => self.put_taken_up(part, told.to_owned()),
            (None, None) => match self.put(key, Some(told)) {
                Ok(()) => TakenUp::PutBack(None),
                Err(_) => TakenUp::Left,
            },
        }
    }
}
