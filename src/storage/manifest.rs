//! Owns the manifest: the names of the parts that were ever saved here, so that one that has vanished is noticed.
//! May use: the store, keys, the form of the manifest. Must not: the content of a part, a browser.
//!
//! It is no part itself: it says nothing that the person told, so no backup holds it. It is written when a part is saved for
//! the first time, so a save of what is known already stays one write.
//!
//! It lies where everything else lies, and can be lost with it. So a store remembers while it is open what it has seen, and
//! the second copy keeps the manifest for good. One that cannot be read is set aside, told, and made anew from both.
//!
//! **It may know too little, never too much.** A part is saved before it is named, and no longer named before it is removed;
//! a kill between the two leaves a name too few, which the next save of that part adds. With a lock the removal can be
//! faster than the sealed manifest: then a person who takes a file out again in that moment is asked once for nothing.

use std::collections::BTreeSet;

use super::backend::BackendError;
use super::document::Refusal;
use super::keys::{self, Part};
use super::report::SaveError;
use super::shape::SavedManifest;
use super::store::Store;
use crate::domain::collections::Gather;

/// What the manifest says now, also after another tab wrote it.
enum Named {
    Names(BTreeSet<String>),
    Absent,
    /// It cannot be read; this is its text.
    Spoilt(String),
    /// A newer version of the app wrote it: it is left alone.
    Newer,
}

impl Store {
    /// From now on the names of what is saved are kept, so that [`Store::missing_parts`] knows what was there.
    /// For the store of a device: nothing vanishes from one in memory.
    pub fn keep_manifest(&mut self) {
        self.keeps_manifest = true;
        self.seen_names = self.names_there();
        if let Named::Names(names) = self.named() {
            self.seen_names.extend(names);
        }
    }

    /// The parts that were saved here, were not deleted on purpose, and are gone. Looks at names only, so it takes as long
    /// for ten years as for ten days. Empty for a store from before there was a manifest.
    pub fn missing_parts(&self) -> Vec<Part> {
        let Ok(keys) = self.backend.keys() else {
            return Vec::new();
        };
        let mut named = match self.named() {
            Named::Names(names) => names,
            Named::Newer => return Vec::new(),
            Named::Absent | Named::Spoilt(_) => BTreeSet::new(),
        };
        named.extend(self.seen_names.iter().cloned());
        let there: BTreeSet<String> = keys.into_iter().gather();
        let parts = named.iter().filter_map(|name| Part::of_name(name));
        parts.filter(|part| !there.contains(&part.key())).collect()
    }

    /// Whether the manifest is there and cannot be read: what has vanished before is then not known.
    pub fn is_manifest_spoilt(&self) -> bool {
        self.keeps_manifest && matches!(self.named(), Named::Spoilt(_))
    }

    /// Whether everything was removed from under this store, since this was last asked: by the browser, or by a person in
    /// its settings.
    pub fn take_was_cleared(&mut self) -> bool {
        std::mem::take(&mut self.was_cleared)
    }

    /// The person knows that these parts are gone: they are no longer missed.
    pub fn accept_missing(&mut self) -> Result<(), SaveError> {
        let missing: BTreeSet<String> = self.missing_parts().into_iter().map(Part::name).gather();
        Ok(self.no_longer_named(&missing)?)
    }

    /// The manifest could not be read, and the person knows. It is set aside, and made anew from what is known.
    pub fn replace_spoilt_manifest(&mut self) -> Result<(), SaveError> {
        match self.named() {
            Named::Spoilt(text) => Ok(self.write_names(BTreeSet::new(), Some(&text))?),
            _ => Ok(()),
        }
    }

    /// Takes up what the second copy knows (`told`), where this manifest is lost or spoilt. False when it stays as it is.
    pub(super) fn take_up_names(&mut self, told: &str) -> bool {
        let Ok(told) = SavedManifest::parse(told) else {
            return false;
        };
        match self.named() {
            // One that is there may have lost a name on purpose since.
            Named::Names(_) | Named::Newer => false,
            Named::Absent => self.take_over(told, None).is_ok(),
            Named::Spoilt(text) => self.take_over(told, Some(&text)).is_ok(),
        }
    }

    fn take_over(&self, told: SavedManifest, spoilt: Option<&str>) -> Result<(), BackendError> {
        self.write_names(told.names.clone(), spoilt)?;
        self.change_manifest(|there| {
            there.known.extend(told.known);
            there.mended.extend(told.mended);
        })
    }

    /// What the manifest says; nothing while there is none that can be read.
    pub(super) fn manifest(&self) -> SavedManifest {
        let text = self.text_of(keys::MANIFEST).unwrap_or_default();
        let there = text.and_then(|text| SavedManifest::parse(&text).ok());
        there.unwrap_or_default()
    }

    /// Changes the manifest, unless there is one that cannot be read or is of a newer version.
    pub(super) fn change_manifest(
        &self,
        change: impl FnOnce(&mut SavedManifest),
    ) -> Result<(), BackendError> {
        if !self.keeps_manifest || matches!(self.named(), Named::Spoilt(_) | Named::Newer) {
            return Ok(());
        }
        let before = self.manifest();
        let mut after = before.clone();
        after.names.extend(self.names_there());
        change(&mut after);
        match after == before {
            true => Ok(()),
            false => self.put(keys::MANIFEST, Some(&after.text())),
        }
    }

    /// Saves the text of a part, or removes it, and sees to its name.
    pub(super) fn put_named(&mut self, part: Part, text: Option<&str>) -> Result<(), BackendError> {
        let key = part.key();
        if text.is_none() {
            self.no_longer_named(&std::iter::once(part.name()).gather())?;
        }
        self.put(&key, text)?;
        if text.is_some() {
            self.name_what_is_there(part);
        }
        Ok(())
    }

    /// Sees to it that a part that was saved is named, and every other one that is there. Nothing depends on it: where it
    /// is refused, the next save tries again.
    pub(super) fn name_what_is_there(&mut self, saved: Part) {
        if !self.keeps_manifest {
            return;
        }
        let name = saved.name();
        let written = match self.named() {
            Named::Newer => Ok(()),
            Named::Names(names) if names.contains(&name) => Ok(()),
            Named::Names(names) => self.write_names(names, None),
            Named::Absent => {
                self.was_cleared |= !self.missing_parts().is_empty();
                self.write_names(BTreeSet::new(), None)
            }
            // It is told of, and replaced when the person knows or the second copy has a sound one.
            Named::Spoilt(_) => Ok(()),
        };
        let _ = written;
        self.seen_names.insert(name);
    }

    /// Takes names off, in one write, if any of them is there.
    pub(super) fn no_longer_named(&mut self, names: &BTreeSet<String>) -> Result<(), BackendError> {
        self.seen_names.retain(|name| !names.contains(name));
        let Named::Names(mut named) = self.named() else {
            return Ok(());
        };
        let n_before = named.len();
        named.retain(|name| !names.contains(name));
        match named.len() == n_before {
            true => Ok(()),
            false => {
                let names = SavedManifest {
                    names: named,
                    ..self.manifest()
                };
                self.put(keys::MANIFEST, Some(&names.text()))
            }
        }
    }

    /// Another tab has saved or removed what is under a key.
    pub(super) fn hear_of_names(&mut self, key: &str, told: Option<&str>) {
        match (Part::of_key(key), told) {
            // Nothing but "delete everything" removes the manifest, as the first thing.
            (None, None) if key == keys::MANIFEST => self.seen_names.clear(),
            (Some(part), Some(_)) if self.keeps_manifest => {
                self.seen_names.insert(part.name());
            }
            (Some(part), None) => {
                // What is removed on purpose is unnamed before.
                let name = part.name();
                if !matches!(self.named(), Named::Names(names) if names.contains(&name)) {
                    self.seen_names.remove(&name);
                }
            }
            _ => {}
        }
    }

    /// Writes these names, with all that are there and were there; a text in their place that cannot be read is set aside
    /// first.
    fn write_names(
        &self,
        mut names: BTreeSet<String>,
        spoilt: Option<&str>,
    ) -> Result<(), BackendError> {
        if let Some(text) = spoilt
            && let Some(name) = keys::name_of(keys::MANIFEST)
        {
            self.set_text_aside(name, text)?;
        }
        names.extend(self.names_there());
        names.extend(self.seen_names.iter().cloned());
        let names = SavedManifest {
            names,
            ..self.manifest()
        };
        self.put(keys::MANIFEST, Some(&names.text()))
    }

    fn names_there(&self) -> BTreeSet<String> {
        let keys = self.backend.keys().unwrap_or_default();
        let parts = keys.iter().filter_map(|key| Part::of_key(key));
        parts.map(Part::name).gather()
    }

    fn named(&self) -> Named {
        let Some(text) = self.text_of(keys::MANIFEST).unwrap_or_default() else {
            return Named::Absent;
        };
        match SavedManifest::parse(&text) {
            Ok(manifest) => Named::Names(manifest.names),
            Err(Refusal::Newer(_)) => Named::Newer,
            Err(Refusal::Unreadable(_)) => Named::Spoilt(text),
        }
    }
}
