//! Owns the backup: everything that is saved as one text that this or another device can open and put together.
//! May use: keys, the frame in `document`, shape (to tell what can be read). Must not: a browser, wording, a clock.
//!
//! The format is described in `docs/format.md` and `docs/backup.schema.json`.
//! One content has one spelling: what was opened and is written again is the same text, byte for byte.

mod pieces;
mod preview;
mod restore;
mod sorting;

use std::collections::{BTreeMap, BTreeSet};

pub(super) use pieces::{Pieces, Stamp};
pub use preview::{Counts, Preview};
pub use restore::{Restored, Undo, UndoError};
pub use sorting::Unread;

use super::backend::MemoryBackend;
use super::document::{Fields, Refusal};
use super::keys::{self, Part};
use super::shape::{self, BackupFile};
use super::store::{Opened, Store};
use crate::domain::collections::Gather;
use crate::domain::diary::entry::Entry;

/// The version of the format that this program writes.
pub const FORMAT: u64 = 1;
/// What stands under "tailored" in a backup, and in the exact copy of all keys.
const BACKUP: &str = "backup";
const RAW_COPY: &str = "raw copy";

/// Everything that is saved, opened.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Backup {
    documents: BTreeMap<Part, Pieces>,
    /// Texts that could not be read, each with the name of the part that it was.
    set_aside: BTreeSet<(String, String)>,
    /// Texts under names that this version does not know.
    unknown: BTreeMap<String, String>,
}

/// Why a file is not opened as a backup.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BackupError {
    /// It ends too early: the download or the copy was cut short.
    CutShort,
    /// It is not JSON, or it is other JSON.
    NotABackup,
    /// A newer version of the app wrote it. The number is the version of the format, or of a document in it.
    Newer(u64),
}

impl Backup {
    /// Opens a backup, or the exact copy that `export_raw` makes.
    /// A document in it that cannot be read is kept as it is; one of a newer version is refused, lest something be lost.
    pub fn parse(text: &str) -> Result<Self, BackupError> {
        // Some programs put this mark in front of a text; it means nothing.
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let file: BackupFile =
            serde_json::from_str(text).map_err(|error| match error.is_eof() {
                true if text.trim_start().starts_with('{') => BackupError::CutShort,
                _ => BackupError::NotABackup,
            })?;
        if file.format > FORMAT {
            return Err(BackupError::Newer(file.format));
        }
        let mut backup = Self::default();
        match (file.tailored.as_str(), file.format) {
            (BACKUP, FORMAT) => {
                for (name, raw) in file.documents {
                    backup.add(&name, raw.get().to_owned())?;
                }
                for (name, text) in file.unknown {
                    backup.add(&name, text)?;
                }
            }
            (RAW_COPY, _) => {
                backup = Self::of_keys(file.keys)?;
                for (part, unsaved) in Self::of_keys(file.unsaved)?.documents {
                    let saved = backup.documents.remove(&part).unwrap_or_default();
                    backup.documents.insert(part, saved.replaced_by(unsaved));
                }
            }
            _ => return Err(BackupError::NotABackup),
        }
        let aside = file.set_aside.into_iter();
        backup
            .set_aside
            .extend(aside.map(|aside| (aside.from, aside.text)));
        Ok(backup)
    }

    /// The backup of texts under their keys, as a back end holds them.
    pub(super) fn of_keys(texts: BTreeMap<String, String>) -> Result<Self, BackupError> {
        let mut backup = Self::default();
        for (key, text) in texts {
            if let Some(name) = keys::name_of_set_aside(&key) {
                // What is saved is different on each device, so a spoilt list of it belongs to this one alone.
                if keys::of_unknown(name) != keys::MANIFEST {
                    backup.set_aside.insert((name.to_owned(), text));
                }
            } else if let Some(name) = keys::name_of(&key) {
                backup.add(name, text)?;
            }
        }
        Ok(backup)
    }

    fn add(&mut self, name: &str, text: String) -> Result<(), BackupError> {
        let key = keys::of_unknown(name);
        if keys::name_of(&key).is_none() || key == keys::MANIFEST {
            // A file must not put a lock on somebody's data; and what is saved is different on each device.
            return Ok(());
        }
        let Some(part) = Part::of_name(name) else {
            self.unknown.insert(name.to_owned(), text);
            return Ok(());
        };
        match shape::normal_text(part, &text).and_then(|text| Fields::open(part, &text)) {
            Ok(fields) => {
                self.documents.insert(part, Pieces::of(fields));
            }
            Err(Refusal::Unreadable(_)) => {
                self.set_aside.insert((name.to_owned(), text));
            }
            Err(Refusal::Newer(version)) => return Err(BackupError::Newer(version)),
        }
        Ok(())
    }

    /// A backup that holds nothing but these entries, for instance those of another app.
    pub fn of_entries(entries: &[Entry]) -> Self {
        let backend = MemoryBackend::default();
        let mut store = Store::open(backend.clone()).store;
        store.save_entries(entries);
        Self::of_keys(backend.texts()).unwrap_or_default()
    }

    /// Both backups together: of each entry and each answer the later change, and everything that could not be read.
    /// The order does not matter, and putting the same in twice changes nothing. What is not sound is set aside: it takes the
    /// place of nothing, however late it is.
    pub fn merged(self, other: Self) -> Self {
        let [mut ours, theirs] = [self, other].map(|file| file.sorted(None).sound);
        ours.join(theirs);
        ours
    }

    fn join(&mut self, other: Self) {
        for (part, theirs) in other.documents {
            let ours = self.documents.remove(&part).unwrap_or_default();
            self.documents.insert(part, ours.merged(theirs));
        }
        self.set_aside.extend(other.set_aside);
        for (name, theirs) in other.unknown {
            let ours = self.unknown.entry(name).or_default();
            if *ours < theirs {
                *ours = theirs;
            }
        }
    }

    /// The backup as text, a line for each document.
    pub fn text(&self) -> String {
        // A document without a piece says nothing, and opening the copy makes none of it.
        let documents = self
            .documents
            .iter()
            .filter(|(_, pieces)| !pieces.is_empty());
        let documents: Vec<String> = documents
            .filter_map(|(part, pieces)| {
                let text = document_text(*part, pieces)?;
                Some(format!("{}:{text}", json(&part.name())))
            })
            .collect();
        let aside = self.set_aside.iter();
        let aside: Vec<String> = aside
            .map(|(from, text)| format!("{{\"from\":{},\"text\":{}}}", json(from), json(text)))
            .collect();
        let unknown = self.unknown.iter();
        let unknown: Vec<String> = unknown
            .map(|(name, text)| format!("{}:{}", json(name), json(text)))
            .collect();
        let mut text = format!(
            "{{\"tailored\":\"{BACKUP}\",\"format\":{FORMAT},\"documents\":{{{}}}",
            lines(&documents)
        );
        if !aside.is_empty() {
            text.push_str(&format!(",\"set_aside\":[{}]", lines(&aside)));
        }
        if !unknown.is_empty() {
            text.push_str(&format!(",\"unknown\":{{{}}}", lines(&unknown)));
        }
        text.push_str("}\n");
        text
    }

    /// The content as the app would open it, in a store of its own in memory.
    pub fn opened(&self) -> Opened {
        let documents = self.documents.iter();
        let texts = documents
            .filter_map(|(part, pieces)| Some((part.key(), document_text(*part, pieces)?)))
            .gather();
        Store::open(MemoryBackend::holding(texts))
    }

    /// Nothing is in it.
    pub fn is_empty(&self) -> bool {
        self.documents.is_empty() && self.set_aside.is_empty() && self.unknown.is_empty()
    }
}

/// The text of a document in the one spelling of its content; none when nothing is left of it.
pub(super) fn document_text(part: Part, pieces: &Pieces) -> Option<String> {
    text_of(part, pieces.clone())
}

fn text_of(part: Part, pieces: Pieces) -> Option<String> {
    let text = pieces.into_fields().document_text(&[]);
    // Pieces come from documents that could be read, and so can what they are put together to.
    shape::normal_text(part, &text).ok()
}

/// The text of a document together with others of it, of each piece the later change. None when they add nothing to it, or
/// it cannot be read.
pub(super) fn together<'a>(
    part: Part,
    text: &str,
    others: impl IntoIterator<Item = &'a str>,
) -> Option<String> {
    let pieces = |text: &str| {
        let text = shape::normal_text(part, text).ok()?;
        Fields::open(part, &text).map(Pieces::of).ok()
    };
    let here = pieces(text)?;
    let all = others
        .into_iter()
        .filter_map(pieces)
        .fold(here.clone(), Pieces::merged);
    (all != here).then(|| document_text(part, &all))?
}

/// What of a text can be read, as a text; none when nothing can.
pub(super) fn readable(part: Part, text: &str) -> Option<String> {
    let text = shape::normal_text(part, text).ok()?;
    let mut pieces = Pieces::of(Fields::open(part, &text).ok()?);
    let _ = pieces.take_unsound(|alone| shape::reads(part, &sorting::text(alone.clone())));
    document_text(part, &pieces).filter(|_| !pieces.is_empty())
}

/// The same with the rows that can be read of a list that cannot; none when nothing is left.
pub(super) fn left_of(part: Part, text: &str) -> Option<String> {
    let text = shape::normal_text(part, text).ok()?;
    let mut pieces = Pieces::of(Fields::open(part, &text).ok()?);
    let (unread, _) =
        pieces.take_unsound(|alone| shape::reads(part, &sorting::text(alone.clone())));
    let pieces = pieces.filled_up(sorting::sound_rows(part, &unread, None));
    document_text(part, &pieces).filter(|_| !pieces.is_empty())
}

/// A text that cannot be read, or not in each of its pieces, with what another place has of it (`told`). None when that has
/// nothing to put in the place of what cannot be read.
pub(super) fn mended(part: Part, text: &str, told: &str) -> Option<String> {
    let pieces = |text: &str| {
        let text = shape::normal_text(part, text).ok()?;
        Fields::open(part, &text).map(Pieces::of).ok()
    };
    let reads = |alone: &Pieces| shape::reads(part, &sorting::text(alone.clone()));
    let mut theirs = pieces(told)?;
    let Some(ours) = pieces(text) else {
        return Some(told.to_owned());
    };
    let (_, n_spoilt_there) = theirs.take_unsound(reads);
    let (spoilt, _) = ours.clone().take_unsound(reads);
    let makes_way = spoilt.clone().also_in(&theirs);
    let mut readable = ours.without(&makes_way);
    // An item of a list without a name: which one it was, only the whole list of the other place can tell.
    let had_nameless = n_spoilt_there == 0 && readable.drop_nameless();
    let is_mended = had_nameless || !makes_way.is_empty();
    is_mended.then(|| document_text(part, &readable.merged(theirs)))?
}

/// Whether a text can be taken apart into pieces.
pub(super) fn is_readable(part: Part, text: &str) -> bool {
    shape::normal_text(part, text)
        .ok()
        .is_some_and(|text| Fields::open(part, &text).is_ok())
}

/// The text to save in place of `old`, with the moments of what was changed between the two.
/// None when nothing is left, not even a deletion.
pub(super) fn stamped(
    part: Part,
    old: Option<&str>,
    new: Option<String>,
    now: Stamp,
) -> Option<String> {
    let pieces = |text: &str| Fields::open(part, text).map(Pieces::of).unwrap_or_default();
    let before = old.map(pieces).unwrap_or_default();
    let after = new.as_deref().map(pieces).unwrap_or_default();
    let stamped = after.stamped(&before, now);
    match stamped.is_empty() {
        true => new,
        false => text_of(part, stamped).or(new),
    }
}

fn json(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

fn lines(items: &[String]) -> String {
    if items.is_empty() {
        return String::new();
    }
    format!("\n{}\n", items.join(",\n"))
}
