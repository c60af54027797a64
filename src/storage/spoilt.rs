//! Owns what becomes of a text that cannot be read: another place's sound text takes its place, the person is told, and
//! what they know of is not told again.
//! May use: the store, keys, the manifest, putting documents together. Must not: a browser, wording, a clock.
//!
//! **A spoilt text takes the place of no sound one**, in either direction: before the second copy gets a text that replaced a
//! spoilt one, or is not whole, what it holds itself is put together with it ([`Store::may_be_worse`]).

use std::collections::BTreeSet;

use super::backend::BackendError;
use super::backup;
use super::document::Unreadable;
use super::journal::TakenUp;
use super::keys::{self, Part};
use super::raw;
use super::report::SaveError;
use super::shape;
use super::store::Store;
use crate::domain::collections::Gather;

/// Texts that were set aside here and of which the person does not know yet, by the part that they were.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Untold {
    /// No place had a sound text.
    pub unread: Vec<Part>,
    /// The sound text of another place was put where they were.
    pub mended: Vec<Part>,
}

impl Store {
    /// What is wrong with the text of a part where it is saved; none when it can be read, is not there or is a newer
    /// version's.
    pub fn why_unread(&self, part: Part) -> Option<Unreadable> {
        let text = self.text_of(&part.key()).ok()??;
        raw::what_is_wrong(part, &text)
    }

    /// Whether what is under a key is no part, or can be read in each of its pieces.
    pub fn reads(&self, key: &str) -> bool {
        let text = self.text_of(key).ok().flatten();
        match (Part::of_key(key), text) {
            (Some(part), Some(text)) => shape::reads(part, &text),
            _ => true,
        }
    }

    /// The parts that are saved, in no certain order. Only looks at names.
    pub fn parts_there(&self) -> Vec<Part> {
        let keys = self.backend.keys().unwrap_or_default();
        keys.iter().filter_map(|key| Part::of_key(key)).collect()
    }

    /// Whether the text under a key may say less than the second copy does: it stands where a spoilt one stood, or is not
    /// whole itself.
    pub fn may_be_worse(&self, key: &str) -> bool {
        self.replaced.contains(key) || !self.reads(key)
    }

    /// The second copy has been put together with what is under a key, so nothing of it can get lost; `found`: it had
    /// something.
    pub fn is_compared(&mut self, key: &str, found: bool) {
        if self.replaced.remove(key)
            && found
            && let Some(part) = Part::of_key(key)
        {
            // Where it is refused, the person is told that it could not be read, and has to look.
            let _ = self.mark_mended(part, None);
        }
    }

    /// What was set aside and is to be told.
    pub fn untold(&self) -> Untold {
        let manifest = self.manifest();
        let mut untold = Untold::default();
        for key in self.backend.keys().unwrap_or_default() {
            let Some((_, Some(part))) = keys::of_set_aside(&key) else {
                continue;
            };
            let name = keys::short_of_set_aside(&key);
            if manifest.known.contains(name) {
                continue;
            }
            let list = match manifest.mended.contains(name) {
                true => &mut untold.mended,
                false => &mut untold.unread,
            };
            if !list.contains(&part) {
                list.push(part);
            }
        }
        untold
    }

    /// The person goes on without what cannot be read of these parts: it is set aside, and not told again.
    pub fn accept_unread(&mut self, in_place: &[Part]) -> Result<(), SaveError> {
        for part in in_place {
            let there = self.text_of(&part.key())?;
            let Some(there) = there.filter(|text| raw::what_is_wrong(*part, text).is_some()) else {
                continue;
            };
            self.set_text_aside(&part.name(), &there)
                .map_err(SaveError::NotSetAside)?;
            let text = backup::left_of(*part, &there);
            self.put_named(*part, text.as_deref())?;
            self.remember_written(part.key(), text);
        }
        let unread = self.untold().unread;
        Ok(self.now_known(|part| unread.contains(&part))?)
    }

    /// The person has read that sound texts were put in the place of spoilt ones.
    pub fn accept_mended(&mut self) -> Result<(), SaveError> {
        let mended = self.manifest().mended;
        Ok(self.change_manifest(|manifest| {
            manifest.known.extend(mended);
            manifest.mended.clear();
        })?)
    }

    /// What was set aside of some parts has been told.
    pub(super) fn now_known(&self, of: impl Fn(Part) -> bool) -> Result<(), BackendError> {
        let names = self.names_aside(|part, _| of(part))?;
        self.change_manifest(|manifest| {
            manifest.mended.retain(|name| !names.contains(name));
            manifest.known.extend(names);
        })
    }

    /// A sound text takes the place of what was set aside of a part: of that one text, or of all that is not known.
    fn mark_mended(&self, part: Part, spoilt: Option<&str>) -> Result<(), BackendError> {
        let names = self.names_aside(|aside, key| {
            let is_it = |spoilt| self.text_of(key).ok().flatten().as_deref() == Some(spoilt);
            aside == part && spoilt.is_none_or(is_it)
        })?;
        self.change_manifest(|manifest| {
            for name in names {
                if !manifest.known.contains(&name) {
                    manifest.mended.insert(name);
                }
            }
        })
    }

    fn names_aside(
        &self,
        is_wanted: impl Fn(Part, &str) -> bool,
    ) -> Result<BTreeSet<String>, BackendError> {
        let keys = self.backend.keys()?;
        let names = keys.iter().filter(|key| match keys::of_set_aside(key) {
            Some((_, Some(part))) => is_wanted(part, key),
            _ => false,
        });
        Ok(names
            .map(|key| keys::short_of_set_aside(key).to_owned())
            .gather())
    }

    /// Puts what is there of a part together with what another place has of it (`told`), where one of the two cannot be read.
    /// None when both can: then nothing special is to be done.
    pub(super) fn take_up_spoilt(
        &mut self,
        part: Part,
        there: &str,
        told: &str,
    ) -> Option<TakenUp> {
        let (here_reads, told_reads) = (shape::reads(part, there), shape::reads(part, told));
        if here_reads && told_reads {
            return None;
        }
        let is_newer = |text, reads: bool| !reads && raw::what_is_wrong(part, text).is_none();
        if is_newer(there, here_reads) || is_newer(told, told_reads) {
            return Some(TakenUp::Left);
        }
        let mended = match here_reads {
            true => None,
            false => backup::mended(part, there, told),
        };
        let Some(text) = mended else {
            // What can be read of it counts. What cannot is no loss where it is whole, and else in neither place.
            let readable = backup::readable(part, told);
            let together = readable.and_then(|told| backup::together(part, there, [told.as_str()]));
            return Some(match together {
                Some(text) => self.put_taken_up(part, text),
                None if here_reads => TakenUp::Known,
                None => TakenUp::Left,
            });
        };
        let is_kept = self
            .set_text_aside(&part.name(), there)
            .and_then(|()| self.mark_mended(part, Some(there)));
        Some(match is_kept {
            Ok(()) => self.put_taken_up(part, text),
            Err(_) => TakenUp::Left,
        })
    }

    /// Saves what was put together.
    pub(super) fn put_taken_up(&mut self, part: Part, text: String) -> TakenUp {
        if self.put_named(part, Some(&text)).is_err() {
            return TakenUp::Left;
        }
        self.remember_written(part.key(), Some(text));
        TakenUp::PutBack(Some(part))
    }

    /// What this store wrote itself takes the place of a text that cannot be read. Returns it.
    pub(super) fn mend_with_own(&mut self, part: Part, there: &str) -> Option<String> {
        let mine = self.written.get(&part.key())?;
        if *mine == there || shape::reads(part, there) {
            return None;
        }
        let mine = mine.clone();
        match self.take_up_spoilt(part, there, &mine)? {
            TakenUp::PutBack(_) => self.written.get(&part.key()).cloned(),
            TakenUp::Known | TakenUp::Left => None,
        }
    }
}
