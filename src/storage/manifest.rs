//! Owns the manifest: the names of the parts that were ever saved here, so that one that has vanished is noticed.
//! May use: the store, keys, the form of the manifest. Must not: the content of a part, a browser.
//!
//! It is no part itself: it says nothing that the person told, so no backup holds it, and where it cannot be read it is
//! written anew from the keys that are there. It is written when a part is saved for the first time, so a save of what is
//! known already stays one write.
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

impl Store {
    /// From now on the names of what is saved are kept, so that [`Store::missing_parts`] knows what was there.
    /// For the store of a device: nothing vanishes from one in memory.
    pub fn keep_manifest(&mut self) {
        self.keeps_manifest = true;
    }

    /// The parts that were saved here, were not deleted on purpose, and are gone. Looks at names only, so it takes as long
    /// for ten years as for ten days. Empty for a store from before there was a manifest.
    pub fn missing_parts(&self) -> Vec<Part> {
        let (Ok(keys), Ok(named)) = (self.backend.keys(), self.named()) else {
            return Vec::new();
        };
        let there: BTreeSet<String> = keys.into_iter().collect();
        let parts = named.iter().filter_map(|name| Part::of_name(name));
        parts.filter(|part| !there.contains(&part.key())).collect()
    }

    /// The person knows that these parts are gone: they are no longer missed.
    pub fn accept_missing(&mut self) -> Result<(), SaveError> {
        let missing: BTreeSet<String> = self.missing_parts().into_iter().map(Part::name).collect();
        Ok(self.no_longer_named(&missing)?)
    }

    /// Saves the text of a part, or removes it, and sees to its name.
    pub(super) fn put_named(&self, part: Part, text: Option<&str>) -> Result<(), BackendError> {
        let key = part.key();
        if text.is_none() {
            self.no_longer_named(&BTreeSet::from([part.name()]))?;
        }
        self.put(&key, text)?;
        if text.is_some() {
            self.name_what_is_there(part);
        }
        Ok(())
    }

    /// Sees to it that a part that was saved is named, and every other one that is there. Nothing depends on it: where it
    /// is refused, the next save tries again.
    pub(super) fn name_what_is_there(&self, saved: Part) {
        if !self.keeps_manifest {
            return;
        }
        // A manifest of a newer version is left alone.
        let Ok(mut named) = self.named() else { return };
        if named.contains(&saved.name()) {
            return;
        }
        let keys = self.backend.keys().unwrap_or_default();
        named.extend(
            keys.iter()
                .filter_map(|key| Some(Part::of_key(key)?.name())),
        );
        let _ = self.put(keys::MANIFEST, Some(&SavedManifest { names: named }.text()));
    }

    /// Takes names off, in one write, if any of them is there.
    pub(super) fn no_longer_named(&self, names: &BTreeSet<String>) -> Result<(), BackendError> {
        let Ok(mut named) = self.named() else {
            return Ok(());
        };
        let n_before = named.len();
        named.retain(|name| !names.contains(name));
        match named.len() == n_before {
            true => Ok(()),
            false => self.put(keys::MANIFEST, Some(&SavedManifest { names: named }.text())),
        }
    }

    /// The names in the manifest as it is now, also after another tab wrote it; none where it is absent or cannot be read.
    fn named(&self) -> Result<BTreeSet<String>, Refusal> {
        let text = self.text_of(keys::MANIFEST).unwrap_or_default();
        match text.map(|text| SavedManifest::parse(&text)) {
            Some(Ok(manifest)) => Ok(manifest.names),
            Some(Err(newer @ Refusal::Newer(_))) => Err(newer),
            None | Some(Err(Refusal::Unreadable(_))) => Ok(BTreeSet::new()),
        }
    }
}
