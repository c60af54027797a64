//! Owns putting a backup into this device: all of it or nothing, never over something newer, and undone in one step.
//! May use: the store's back end. Must not: shapes, wording.

use std::collections::{BTreeMap, BTreeSet};

use super::sorting::{self, Sorted, made_ready};
use super::{Backup, Part, Pieces, Preview, document_text, pieces};
use crate::domain::collections::Gather;
use crate::domain::date::NaiveDate;
use crate::domain::diary::tracking::Tracking;
use crate::domain::questionnaire::response::Response;
use crate::domain::settings::Settings;
use crate::storage::keys;
use crate::storage::report::SaveError;
use crate::storage::store::Store;

/// What is saved after a backup was put in. The caller goes on from these.
pub struct Restored {
    pub response: Response,
    pub settings: Settings,
    pub tracking: Tracking,
    pub undo: Undo,
}

/// The way back to what was saved before, while nothing was saved since.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Undo {
    /// The text of each key that was changed: before, and after.
    texts: BTreeMap<String, (Option<String>, Option<String>)>,
}

/// Why the way back is closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UndoError {
    /// Something was saved since: going back would lose it.
    ChangedSince,
    NotSaved(SaveError),
}

impl Store {
    /// Everything that is saved, and what could not be saved so far, as a backup.
    pub fn backup(&self) -> Backup {
        // A document of a newer version goes along as it is: whoever opens the backup refuses it or knows it.
        let (newer, texts): (BTreeMap<_, _>, BTreeMap<_, _>) =
            self.texts().into_iter().partition(|(key, text)| {
                let alone = std::iter::once((key.clone(), text.clone())).gather();
                Part::of_key(key).is_some() && Backup::of_keys(alone).is_err()
            });
        let mut backup = Backup::of_keys(texts).unwrap_or_default();
        let names = newer.into_iter();
        backup
            .unknown
            .extend(names.filter_map(|(key, text)| Some((keys::name_of(&key)?.to_owned(), text))));
        backup
    }

    /// What [`Store::restore`] would change.
    pub fn preview(&self, backup: &Backup) -> Preview {
        Preview::of(&self.backup(), backup, self.last_day())
    }

    /// Puts a backup into this device: each entry and each answer as it was changed last, here or there.
    ///
    /// Settings are those of a device: they are taken over only where there are none. What is saved here and cannot be read
    /// is set aside first, as with every save; what cannot be read in the file is put aside too, and takes the place of nothing.
    /// When a write is refused, what was written is taken back. When the program
    /// ends in between, part of the backup is in; putting it in again completes it.
    pub fn restore(&mut self, backup: &Backup) -> Result<Restored, SaveError> {
        self.save_unsaved()?;
        let sorted = backup.sorted(self.last_day());
        let backup = &sorted.sound;
        let mut undo = Undo::default();
        if let Err(error) = self.write_backup(&sorted, &mut undo) {
            for (key, (before, _)) in undo.texts {
                // Where even this fails both versions of the text hold everything that was here.
                let _ = self.put(&key, before.as_deref());
                self.remember_written(key, before);
            }
            return Err(error);
        }
        for part in backup.documents.keys().chain(sorted.rows.keys()) {
            self.name_what_is_there(*part);
        }
        // What was said in the file and is said nowhere here is told until the person knows: else the pages would call it not
        // asked. Everything else that could not be read has made room for what can be.
        let lost = self.said_nowhere_else(&sorted);
        self.now_known(|part| {
            let name = part.name();
            !lost.contains(&part)
                && (backup.documents.contains_key(&part)
                    || backup.set_aside.iter().any(|(told, _)| *told == name))
        })?;
        Ok(self.restored(undo))
    }

    /// Goes back to what was saved before. Refuses when anything that would be replaced was changed since.
    pub fn undo_restore(&mut self, undo: &Undo) -> Result<Restored, UndoError> {
        let not_saved = |error| UndoError::NotSaved(SaveError::from(error));
        for (key, (_, after)) in &undo.texts {
            if self.text_of(key).map_err(not_saved)? != *after {
                return Err(UndoError::ChangedSince);
            }
        }
        let gone = undo
            .texts
            .iter()
            .filter(|(_, (before, _))| before.is_none());
        let gone = gone.filter_map(|(key, _)| Some(Part::of_key(key)?.name()));
        self.no_longer_named(&gone.gather()).map_err(not_saved)?;
        for (key, (before, _)) in &undo.texts {
            self.put(key, before.as_deref()).map_err(not_saved)?;
            self.remember_written(key.clone(), before.clone());
        }
        Ok(self.restored(Undo::default()))
    }

    /// The last day that it can be anywhere on earth; none without a clock, and with one that stands before this program
    /// was written: a copy must come back on a device that has lost its time.
    fn last_day(&self) -> Option<NaiveDate> {
        const DAY: i64 = 24 * 60 * 60;
        const DAYS_BEFORE_2026: u64 = 20_454;
        let days = u64::try_from(self.clock?().div_euclid(DAY)).ok()?;
        if days < DAYS_BEFORE_2026 {
            return None;
        }
        NaiveDate::from_epoch_days(i32::try_from(days.checked_add(1)?).ok()?)
    }

    fn restored(&mut self, undo: Undo) -> Restored {
        Restored {
            response: self.response().value,
            settings: self.settings().value,
            tracking: self.tracking().value,
            undo,
        }
    }

    /// The parts of which a file says something that cannot be read, where nothing that can be is here, or only some rows.
    fn said_nowhere_else(&self, sorted: &Sorted) -> BTreeSet<Part> {
        let here = self.backup().documents;
        let nothing = Pieces::default();
        let lost = sorted.unread.iter().filter_map(|unread| {
            let part = Part::of_name(&unread.name)?;
            let here = here.get(&part).unwrap_or(&nothing);
            let is_here = match unread.n_pieces {
                None => !here.is_empty(),
                Some(n_pieces) => {
                    unread.pieces.len() == n_pieces
                        && unread.pieces.iter().all(|name| {
                            let rows = sorted.rows.get(&part).and_then(|rows| rows.get(name));
                            matches!(here.get(name), Some((_, Some(text)))
                                if rows.is_none_or(|(_, rows)| !pieces::is_same(rows, Some(text))))
                        })
                }
            };
            (!is_here && !sorted.impossible.contains(&part)).then_some(part)
        });
        lost.gather()
    }

    fn write_backup(&mut self, sorted: &Sorted, undo: &mut Undo) -> Result<(), SaveError> {
        let backup = &sorted.sound;
        let here = self.backup();
        let has_newer = |part: &Part| here.unknown.contains_key(&part.name());
        if backup.documents.keys().any(has_newer) {
            return Err(SaveError::NewerVersion);
        }
        let is_replaced = |name: &str| {
            Part::of_name(name).is_some_and(|part| backup.documents.contains_key(&part))
        };
        let in_place = here.set_aside.iter().filter(|(name, _)| is_replaced(name));
        let from_file = backup.set_aside.difference(&here.set_aside);
        for (name, text) in in_place.chain(from_file) {
            if let Some(key) = self.free_key_aside(name, text)? {
                self.change_key(key, text.clone(), undo)?;
            }
        }
        let nothing = Pieces::default();
        let parts: BTreeSet<&Part> = backup.documents.keys().chain(sorted.rows.keys()).gather();
        for part in parts {
            let theirs = backup.documents.get(part).unwrap_or(&nothing);
            let ours = here.documents.get(part);
            if *part == Part::Settings && ours.is_some() {
                continue;
            }
            let (ready, makes_way) = made_ready(*part, ours.unwrap_or(&nothing), theirs);
            if let Some(makes_way) = makes_way {
                let text = sorting::text(makes_way);
                if let Some(key) = self.free_key_aside(&part.name(), &text)? {
                    self.change_key(key, text, undo)?;
                }
            }
            let mut merged = ready.merged(theirs.clone());
            if let Some(rows) = sorted.rows.get(part) {
                merged = merged.filled_up(rows.clone());
            }
            if ours != Some(&merged)
                && let Some(text) = document_text(*part, &merged)
            {
                self.change_key(part.key(), text, undo)?;
            }
        }
        for (name, text) in &backup.unknown {
            let key = keys::of_unknown(name);
            if self.text_of(&key)?.is_none() {
                self.change_key(key, text.clone(), undo)?;
            }
        }
        Ok(())
    }

    fn change_key(&mut self, key: String, text: String, undo: &mut Undo) -> Result<(), SaveError> {
        let before = self.text_of(&key)?;
        undo.texts.insert(key.clone(), (before, Some(text.clone())));
        self.put(&key, Some(&text))?;
        self.remember_written(key, Some(text));
        Ok(())
    }
}
