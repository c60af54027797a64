//! Owns the saved texts as they are: the copy for the person, and the list of those that cannot be read.
//! May use: keys, back end, shape (to tell what is wrong). Must not: change anything.

use std::collections::BTreeMap;

use super::backend::{Backend, BackendError};
use super::document::{Refusal, Unreadable};
use super::keys::{self, Part};
use super::quota::units;
use super::shape::{
    BackupFile, Document, SavedArrangements, SavedMonth, SavedResponse, SavedSettings,
    SavedTracking,
};
use crate::domain::collections::{Gather, InOrder};

/// A text that could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SetAside {
    /// The key that holds the text now: its own, or a new one after something else was saved in its place.
    pub key: String,
    /// What it was. Unknown when a newer version set it aside.
    pub part: Option<Part>,
    /// The exact text.
    pub text: String,
    /// None when this version can read it after all.
    pub why: Option<Unreadable>,
}

impl SetAside {
    /// The name of what it was, such as `diary/2026-11`.
    pub fn name(&self) -> String {
        match self.part {
            Some(part) => part.name(),
            None => keys::name_of_set_aside(&self.key)
                .unwrap_or_default()
                .to_owned(),
        }
    }
}

/// What this origin keeps as it lies there, keys and texts, sealed or not.
pub fn used_units(backend: &dyn Backend) -> usize {
    let keys = backend.keys().unwrap_or_default();
    let texts = keys
        .iter()
        .filter_map(|key| Some(units(key) + units(&backend.get(key).ok()??)));
    texts.sum()
}

/// A copy of every text of this app, exactly as it is saved, as one JSON text: `{"tailored": "raw copy", "keys": {key: text}}`.
/// It needs no store, for the moment when the app itself has failed. What cannot be reached is not in it.
pub fn export_raw(backend: &dyn Backend) -> String {
    copy(backend, BTreeMap::new())
}

/// [`export_raw`] with texts beside it that could not be saved.
pub(super) fn copy(backend: &dyn Backend, unsaved: BTreeMap<String, String>) -> String {
    let saved: BTreeMap<String, String> = own_texts(backend).gather();
    let mut copy = frame(&saved);
    if let Some(fields) = copy.as_object_mut().filter(|_| !unsaved.is_empty()) {
        fields.insert("unsaved".to_owned(), serde_json::json!(unsaved));
    }
    copy.to_string()
}

/// A copy of these texts under their keys.
pub(super) fn copy_of(texts: &BTreeMap<String, String>) -> String {
    frame(texts).to_string()
}

/// The copy of a store as it lies there, with the lock: sealed texts stay sealed. For a person who cannot open the lock.
pub fn export_locked(backend: &dyn Backend) -> String {
    let keys = own_keys(backend).unwrap_or_default();
    let texts = keys
        .into_iter()
        .filter_map(|key| Some((key.clone(), backend.get(&key).ok()??)));
    copy_of(&texts.gather())
}

fn frame(texts: &BTreeMap<String, String>) -> serde_json::Value {
    serde_json::json!({ "tailored": "raw copy", "keys": texts })
}

/// The texts by key in such a copy, also in the one that the page hands out when the app cannot start.
pub(super) fn keys_in(copy: &str) -> Option<BTreeMap<String, String>> {
    match serde_json::from_str::<BackupFile>(copy) {
        Ok(file) => Some(file.keys),
        Err(_) => serde_json::from_str(copy).ok(),
    }
}

pub(super) fn own_keys(backend: &dyn Backend) -> Result<Vec<String>, BackendError> {
    let mut keys = backend.keys()?;
    keys.retain(|key| key.starts_with(keys::PREFIX));
    keys.put_in_order();
    Ok(keys)
}

pub(super) fn own_texts(backend: &dyn Backend) -> impl Iterator<Item = (String, String)> {
    let keys = own_keys(backend).unwrap_or_default();
    let keys = keys.into_iter().filter(|key| keys::name_of(key).is_some());
    keys.filter_map(|key| {
        let text = backend.get(&key).ok()??;
        Some((key, text))
    })
}

/// Every text that cannot be read as a whole, and every one that was set aside.
pub(super) fn set_aside(backend: &dyn Backend) -> Vec<SetAside> {
    let mut found = Vec::new();
    for (key, text) in own_texts(backend) {
        if let Some((_, part)) = keys::of_set_aside(&key) {
            let is_manifest = keys::name_of_set_aside(&key) == keys::name_of(keys::MANIFEST);
            let why = match part {
                Some(part) => what_is_wrong(part, &text),
                None => is_manifest.then_some(Unreadable::WrongShape),
            };
            found.push(SetAside {
                key,
                part,
                text,
                why,
            });
        } else if let Some(part) = Part::of_key(&key)
            && let Some(why) = what_is_wrong(part, &text)
        {
            found.push(SetAside {
                key,
                part: Some(part),
                text,
                why: Some(why),
            });
        }
    }
    found
}

/// None when the text can be read, or is a newer version's.
pub(super) fn what_is_wrong(part: Part, text: &str) -> Option<Unreadable> {
    fn check<D: Document>(part: Part, text: &str) -> Result<usize, Refusal> {
        Ok(D::parse(part, text)?.n_unreadable(part))
    }
    let n_unreadable = match part {
        Part::Response | Part::Earlier(_) => check::<SavedResponse>(part, text),
        Part::Settings => check::<SavedSettings>(part, text),
        Part::Arrangements => check::<SavedArrangements>(part, text),
        Part::Tracking => check::<SavedTracking>(part, text),
        Part::Month(_) => check::<SavedMonth>(part, text),
    };
    match n_unreadable {
        Ok(0) | Err(Refusal::Newer(_)) => None,
        Ok(n_unreadable) => Some(Unreadable::Parts(n_unreadable)),
        Err(Refusal::Unreadable(why)) => Some(why),
    }
}
