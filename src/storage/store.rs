//! Owns the order of steps in loading and saving, so that nothing is lost, overwritten or said to be saved when it is not.
//! May use: domain types, the other files of storage. Must not: serialisation, keys of its own.

mod arrangements;
mod entries;
mod months;
mod tracking;

use std::collections::{BTreeMap, BTreeSet};

use super::backend::{Backend, BackendError, MemoryBackend};
use super::backup::{self, Stamp};
use super::document::{Reading, Refusal, Unreadable};
use super::keys::{self, Month, Part};
use super::quota::{self, ASSUMED_QUOTA_UNITS, Health, Level};
use super::raw::{self, SetAside};
use super::report::{self, Issue, Loaded, SaveError};
use super::shape::{Change, Document, SavedMonth, SavedResponse, SavedSettings};
use crate::domain::arrangements::Arrangements;
use crate::domain::collections::InOrder;
use crate::domain::diary::tracking::Tracking;
use crate::domain::ids::EntryId;
use crate::domain::questionnaire::response::Response;
use crate::domain::settings::Settings;

/// Everything that is needed to start.
pub struct Opened {
    pub store: Store,
    pub response: Response,
    pub settings: Settings,
    /// The months that have diary entries, oldest first.
    pub months: Vec<Month>,
    pub issues: Vec<Issue>,
}

/// The saved data of one person on one device. Reads always see what was changed last, saved or not.
pub struct Store {
    pub(super) backend: Box<dyn Backend>,
    /// The answers, the settings, the arrangements and what is followed, as the caller last got or saved them: a save writes what differs from them.
    known_response: Response,
    known_settings: Settings,
    known_arrangements: Arrangements,
    known_tracking: Tracking,
    unsaved: Unsaved,
    /// What this store wrote last under each key: another tab that wrote without having seen it may have undone it.
    pub(super) written: BTreeMap<String, String>,
    /// The last save was refused for want of room.
    refused_as_full: bool,
    pub(super) clock: Option<fn() -> Stamp>,
    pub(super) keeps_manifest: bool,
    /// The names of the parts that this store has seen, and nobody has deleted.
    pub(super) seen_names: BTreeSet<String>,
    /// The manifest was gone when something was saved.
    pub(super) was_cleared: bool,
    /// The keys under which this store saved in the place of a text that could not be read.
    pub(super) replaced: BTreeSet<String>,
}

/// Changes that could not be saved.
#[derive(Debug, Clone, Default)]
struct Unsaved {
    response: Option<Response>,
    settings: Option<Settings>,
    arrangements: Option<Arrangements>,
    tracking: Option<Tracking>,
    entries: BTreeMap<Month, BTreeMap<EntryId, Change>>,
}

impl Store {
    /// Opens the store. Never fails, and never changes what is saved.
    ///
    /// The months of the diary are listed, not read: opening takes as long for ten years as for ten days. Damage in a month
    /// is told when the month is read, at the latest by [`Store::all_entries`].
    pub fn open(backend: impl Backend + 'static) -> Opened {
        let mut store = Store {
            backend: Box::new(backend),
            known_response: Response::default(),
            known_settings: Settings::default(),
            known_arrangements: Arrangements::default(),
            known_tracking: Tracking::default(),
            unsaved: Unsaved::default(),
            written: BTreeMap::new(),
            refused_as_full: false,
            clock: None,
            keeps_manifest: false,
            seen_names: BTreeSet::new(),
            was_cleared: false,
            replaced: BTreeSet::new(),
        };
        let mut issues = Vec::new();
        if let Err(error) = store.probe() {
            issues.push(error.into());
        }
        let response = store.response();
        let settings = store.settings();
        issues.extend(response.issues);
        issues.extend(settings.issues);
        Opened {
            response: response.value,
            settings: settings.value,
            months: store.months(),
            issues: report::each_once(issues),
            store,
        }
    }

    /// From now on changes are saved together with the moment at which they were made, in seconds since the start of 1970,
    /// so that copies of two devices can be put together. Without a clock no moment is saved.
    pub fn stamp_with(&mut self, clock: fn() -> i64) {
        self.clock = Some(clock);
    }

    /// The answers as they are now, also by another tab. The caller goes on from what this returns:
    /// [`Store::save_response`] saves what was changed since.
    pub fn response(&mut self) -> Loaded<Response> {
        let mut loaded = self.load(Part::Response, SavedResponse::response);
        match &self.unsaved.response {
            Some(unsaved) => loaded.value = unsaved.clone(),
            None => self.known_response = loaded.value.clone(),
        }
        loaded
    }

    /// The settings as they are now; as with the answers, the caller goes on from them.
    pub fn settings(&mut self) -> Loaded<Settings> {
        let mut loaded = self.load(Part::Settings, SavedSettings::settings);
        match &self.unsaved.settings {
            Some(unsaved) => loaded.value = unsaved.clone(),
            None => self.known_settings = loaded.value.clone(),
        }
        loaded
    }

    /// Saves the answers: those that were changed since they were last loaded or saved here, so that the changes of
    /// another tab stay. On success they are saved: they were read back.
    pub fn save_response(&mut self, response: &Response) -> Result<(), SaveError> {
        self.unsaved.response = Some(response.clone());
        self.save(Part::Response, |saved: &mut SavedResponse, store| {
            saved.change(&store.known_response, response)
        })?;
        self.unsaved.response = None;
        self.known_response = response.clone();
        Ok(())
    }

    /// Saves the settings, in the same way.
    pub fn save_settings(&mut self, settings: &Settings) -> Result<(), SaveError> {
        self.unsaved.settings = Some(settings.clone());
        self.save(Part::Settings, |saved: &mut SavedSettings, store| {
            saved.change(&store.known_settings, settings)
        })?;
        self.unsaved.settings = None;
        self.known_settings = settings.clone();
        Ok(())
    }

    /// Tries again to save whatever could not be saved. The first error is returned, after everything was tried.
    pub fn save_unsaved(&mut self) -> Result<(), SaveError> {
        let mut result = Ok(());
        if let Some(response) = self.unsaved.response.clone() {
            result = result.and(self.save_response(&response));
        }
        if let Some(settings) = self.unsaved.settings.clone() {
            result = result.and(self.save_settings(&settings));
        }
        if let Some(arrangements) = self.unsaved.arrangements.clone() {
            result = result.and(self.save_arrangements(&arrangements));
        }
        if let Some(tracking) = self.unsaved.tracking.clone() {
            result = result.and(self.save_tracking(&tracking));
        }
        let months: Vec<Month> = self.unsaved.entries.keys().copied().collect();
        for month in months {
            result = result.and(self.save_month(month, None).0);
        }
        result
    }

    /// A copy of everything as text, for "download my data": see [`super::export_raw`]. Changes that could not be saved are in it.
    pub fn export_raw(&self) -> String {
        let mut unsaved = BTreeMap::new();
        if let Some(response) = &self.unsaved.response {
            let mut saved = SavedResponse::default();
            // Nothing can be lost in an empty document.
            let _ = saved.change(&Response::default(), response);
            unsaved.extend(saved.text().map(|text| (Part::Response.key(), text)));
        }
        if let Some(settings) = &self.unsaved.settings {
            let mut saved = SavedSettings::default();
            let _ = saved.change(&Settings::default(), settings);
            unsaved.extend(saved.text().map(|text| (Part::Settings.key(), text)));
        }
        unsaved.extend(self.unsaved_arrangements());
        unsaved.extend(self.unsaved_tracking());
        for (month, changes) in &self.unsaved.entries {
            let mut saved = SavedMonth::default();
            // Nothing can be lost in an empty document.
            let _ = saved.apply(*month, changes);
            unsaved.extend(saved.text().map(|text| (Part::Month(*month).key(), text)));
        }
        raw::copy(self.backend.as_ref(), unsaved)
    }

    /// Every text that cannot be read as a whole, and every one that was set aside. Reads the whole diary.
    pub fn set_aside(&self) -> Vec<SetAside> {
        raw::set_aside(self.backend.as_ref())
    }

    /// How full the storage is. Reads everything: for the start and the settings page, not for every save.
    pub fn health(&self) -> Health {
        let used_units = raw::used_units(self.backend.as_ref());
        let level = if self.refused_as_full {
            Level::Full
        } else {
            quota::level(used_units, ASSUMED_QUOTA_UNITS)
        };
        let unsaved = &self.unsaved;
        Health {
            used_units,
            quota_units: ASSUMED_QUOTA_UNITS,
            level,
            n_unsaved: usize::from(unsaved.response.is_some())
                + usize::from(unsaved.settings.is_some())
                + usize::from(unsaved.arrangements.is_some())
                + usize::from(unsaved.tracking.is_some())
                + unsaved.entries.values().map(BTreeMap::len).sum::<usize>(),
        }
    }

    /// Whether a change is in memory only.
    pub fn has_unsaved(&self) -> bool {
        let unsaved = &self.unsaved;
        unsaved.response.is_some()
            || unsaved.settings.is_some()
            || unsaved.arrangements.is_some()
            || unsaved.tracking.is_some()
            || !unsaved.entries.is_empty()
    }

    /// Deletes everything of this app, also what was set aside, what a newer version wrote and what was not saved.
    /// On success nothing is left: that was looked up.
    pub fn delete_everything(&mut self) -> Result<(), SaveError> {
        self.unsaved = Unsaved::default();
        self.written.clear();
        self.seen_names.clear();
        self.refused_as_full = false;
        let mut keys = raw::own_keys(self.backend.as_ref())?;
        // The manifest first: if this is cut short, nothing that was deleted is missed.
        keys.put_in_order_by_key(|key| key != keys::MANIFEST);
        for key in keys {
            self.backend.remove(&key)?;
        }
        match raw::own_keys(self.backend.as_ref())?.is_empty() {
            true => Ok(()),
            false => Err(SaveError::Broken),
        }
    }

    pub(super) fn load<D: Document, T: Default>(
        &self,
        part: Part,
        read: impl FnOnce(&D) -> Reading<T>,
    ) -> Loaded<T> {
        let text = match self.backend.get(&part.key()) {
            Ok(text) => text,
            Err(error) => {
                return Loaded {
                    value: T::default(),
                    issues: vec![error.into()],
                };
            }
        };
        let Some(text) = text else {
            return Loaded {
                value: T::default(),
                issues: Vec::new(),
            };
        };
        match D::parse(part, &text) {
            Ok(saved) => {
                let Reading {
                    value,
                    n_unreadable,
                } = read(&saved);
                let why = Unreadable::Parts(n_unreadable);
                let issue = (n_unreadable > 0).then_some(Issue::Unreadable { part, why });
                Loaded {
                    value,
                    issues: issue.into_iter().collect(),
                }
            }
            Err(refusal) => Loaded {
                value: T::default(),
                issues: vec![match refusal {
                    Refusal::Unreadable(why) => Issue::Unreadable { part, why },
                    Refusal::Newer(version) => Issue::Newer { part, version },
                }],
            },
        }
    }

    /// Reads what is there now (another tab may have saved), changes it and writes it back, in one go.
    /// `change` tells whether it replaces something that cannot be read.
    pub(super) fn save<D: Document>(
        &mut self,
        part: Part,
        change: impl FnOnce(&mut D, &Self) -> bool,
    ) -> Result<(), SaveError> {
        let key = part.key();
        let mut old = self.with_what_was_undone(part, self.backend.get(&key)?);
        let (mut saved, is_readable) = match old.as_deref().map(|text| D::parse(part, text)) {
            None => (D::default(), true),
            Some(Ok(saved)) => (saved, true),
            Some(Err(Refusal::Unreadable(_))) => {
                let there = old.clone().unwrap_or_default();
                let mine = self.mend_with_own(part, &there);
                match mine.as_deref().and_then(|mine| D::parse(part, mine).ok()) {
                    Some(saved) => {
                        old = mine;
                        (saved, true)
                    }
                    None => (D::default(), false),
                }
            }
            Some(Err(Refusal::Newer(_))) => return Err(SaveError::NewerVersion),
        };
        let replaces_unreadable = change(&mut saved, self) || !is_readable;
        if let Some(old) = &old
            && replaces_unreadable
        {
            let copied = self.set_text_aside(&part.name(), old);
            self.refused_as_full = copied == Err(BackendError::Full);
            copied.map_err(SaveError::NotSetAside)?;
            self.replaced.insert(key.clone());
        }
        let mut text = saved.text();
        if let Some(clock) = self.clock {
            text = backup::stamped(part, old.as_deref(), text, clock());
        }
        let result = self.put_named(part, text.as_deref());
        self.refused_as_full = result == Err(BackendError::Full);
        result?;
        self.remember_written(key, text);
        Ok(())
    }

    /// Keeps a text under a new key, unless it is kept already because an earlier save got no further.
    pub(super) fn set_text_aside(&self, name: &str, text: &str) -> Result<(), BackendError> {
        match self.free_key_aside(name, text)? {
            Some(key) => self.write(&key, text),
            None => Ok(()),
        }
    }

    /// A new key for a text that came from the part of this name; none when it is kept already.
    pub(super) fn free_key_aside(
        &self,
        name: &str,
        text: &str,
    ) -> Result<Option<String>, BackendError> {
        let mut last_number = 0;
        for key in self.backend.keys()? {
            let Some((number, _)) = keys::of_set_aside(&key) else {
                continue;
            };
            if keys::name_of_set_aside(&key) == Some(name)
                && self.backend.get(&key)?.as_deref() == Some(text)
            {
                return Ok(None);
            }
            last_number = last_number.max(number);
        }
        let number = last_number.checked_add(1).ok_or(BackendError::Broken)?;
        Ok(Some(keys::set_aside(number, name)))
    }

    /// Every text of this app by its key, with the changes in it that could not be saved.
    pub(super) fn texts(&self) -> BTreeMap<String, String> {
        let saved = raw::own_texts(self.backend.as_ref()).collect();
        let copy = MemoryBackend::holding(saved);
        let mut store = Self {
            backend: Box::new(copy.clone()),
            known_response: self.known_response.clone(),
            known_settings: self.known_settings.clone(),
            known_arrangements: self.known_arrangements.clone(),
            known_tracking: self.known_tracking.clone(),
            unsaved: self.unsaved.clone(),
            written: self.written.clone(),
            refused_as_full: false,
            clock: self.clock,
            keeps_manifest: false,
            seen_names: BTreeSet::new(),
            was_cleared: false,
            replaced: BTreeSet::new(),
        };
        // What cannot be saved even in memory would replace a newer version's text.
        let _ = store.save_unsaved();
        copy.texts()
    }

    /// The text under a key.
    pub(super) fn text_of(&self, key: &str) -> Result<Option<String>, BackendError> {
        self.backend.get(key)
    }

    /// Writes or removes the text of a key, and looks that it is so.
    pub(super) fn put(&self, key: &str, text: Option<&str>) -> Result<(), BackendError> {
        match text {
            Some(text) => self.write(key, text),
            None => self.erase(key),
        }
    }

    fn write(&self, key: &str, text: &str) -> Result<(), BackendError> {
        self.backend.set(key, text)?;
        match self.backend.get(key)?.as_deref() == Some(text) {
            true => Ok(()),
            false => Err(BackendError::Broken),
        }
    }

    fn erase(&self, key: &str) -> Result<(), BackendError> {
        self.backend.remove(key)?;
        match self.backend.get(key)? {
            None => Ok(()),
            Some(_) => Err(BackendError::Broken),
        }
    }

    fn probe(&self) -> Result<(), BackendError> {
        self.write(keys::PROBE, "")?;
        self.erase(keys::PROBE)
    }
}
