//! Owns telling what of a file can be taken over. What cannot be read, and a number that nobody can have meant, is put beside
//! the rest: it never takes the place of something that can be read.
//! May use: pieces, shape (to tell what is sound). Must not: write.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use super::pieces::Pieces;
use super::{Backup, Part, shape};
use crate::domain::collections::InOrder;
use crate::domain::date::NaiveDate;
use crate::domain::day_rule::FIRST_YEAR;

/// What of a file cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Unread {
    /// The name of the document, such as `diary/2026-11`. One that this version does not know is named as well.
    pub name: String,
    /// So many entries or answers in it; none: the whole of it.
    pub n_pieces: Option<usize>,
    /// Which these are, as far as they have a name: JSON Pointers such as `/answers/health.medlist`.
    pub pieces: Vec<String>,
}

/// A file, told apart.
pub(super) struct Sorted {
    /// What is sound in it; what is not is set aside, as a document of its own.
    pub sound: Backup,
    /// What all cannot be read in it.
    pub unread: Vec<Unread>,
    /// Of lists with a row that cannot be read: the other rows. They stand only where there is nothing else.
    pub rows: BTreeMap<Part, Pieces>,
    /// Months of which all can be read, with entries about a day or with a number that nobody can have meant.
    pub impossible: BTreeSet<Part>,
}

impl Backup {
    /// Tells apart what is sound in this file. `last`: no entry of the diary can be about a later day; none: not known.
    pub(super) fn sorted(&self, last: Option<NaiveDate>) -> Sorted {
        let mut sorted = self.clone();
        let mut unread: Vec<Unread> = Vec::new();
        let mut rows = BTreeMap::new();
        let mut impossible = BTreeSet::new();
        let whole = self.set_aside.iter().map(|(name, _)| name);
        for name in whole.chain(self.unknown.keys()) {
            unread.push(Unread {
                name: name.clone(),
                n_pieces: None,
                pieces: Vec::new(),
            });
        }
        for (part, pieces) in &mut sorted.documents {
            if let Some((unsound, n_pieces)) = take_unsound(*part, pieces, last) {
                unread.push(Unread {
                    name: part.name(),
                    n_pieces: Some(n_pieces),
                    pieces: unsound.iter().map(|(name, ..)| name.to_owned()).collect(),
                });
                let sound = sound_rows(*part, &unsound, last);
                if !sound.is_empty() {
                    rows.insert(*part, sound);
                }
                let text = text(unsound);
                if matches!(part, Part::Month(_)) && shape::reads(*part, &text) {
                    impossible.insert(*part);
                }
                sorted.set_aside.insert((part.name(), text));
            }
        }
        // Of a month in which nobody can have been, not even what was deleted in it.
        sorted.documents.retain(|part, pieces| match part {
            Part::Month(month) if month.year < FIRST_YEAR => false,
            _ => !pieces.is_empty(),
        });
        unread.put_in_order();
        unread.dedup();
        Sorted {
            sound: sorted,
            unread,
            rows,
            impossible,
        }
    }
}

/// Takes those pieces out of a document that are not sound; none: all are.
fn take_unsound(
    part: Part,
    pieces: &mut Pieces,
    last: Option<NaiveDate>,
) -> Option<(Pieces, usize)> {
    // Nearly always all is well, which one look tells.
    if shape::is_sound(part, &text(pieces.clone()), last) {
        return None;
    }
    let (unsound, n_pieces) =
        pieces.take_unsound(|alone| shape::is_sound(part, &text(alone.clone()), last));
    (n_pieces > 0).then_some((unsound, n_pieces))
}

/// Of each answer that is a list and not sound as a whole: the rows that are sound by themselves.
pub(super) fn sound_rows(part: Part, unsound: &Pieces, last: Option<NaiveDate>) -> Pieces {
    unsound.each_text(|name, text| {
        let list: BTreeMap<String, Vec<Value>> = serde_json::from_str(text).ok()?;
        let (kind, rows) = list.into_iter().next()?;
        let written = |rows: &[Value]| json!({ kind.as_str(): rows }).to_string();
        let is_sound = |rows: &[Value]| {
            let alone = Pieces::one(name, written(rows));
            shape::is_sound(part, &self::text(alone), last)
        };
        let sound = |row: &Value| is_sound(std::slice::from_ref(row));
        let rows: Vec<Value> = rows.into_iter().filter(sound).collect();
        (!rows.is_empty() && is_sound(&rows)).then(|| written(&rows))
    })
}

/// What is here of a document, to be put together with a sound one of a file; and of it what cannot be read, is in the file,
/// and therefore makes way: it is to be set aside.
pub(super) fn made_ready(part: Part, ours: &Pieces, theirs: &Pieces) -> (Pieces, Option<Pieces>) {
    if shape::reads(part, &text(ours.clone())) {
        return (ours.clone(), None);
    }
    let mut readable = ours.clone();
    let (unreadable, _) = readable.take_unsound(|alone| shape::reads(part, &text(alone.clone())));
    let makes_way = unreadable.also_in(theirs);
    match makes_way.is_empty() {
        true => (ours.clone(), None),
        false => (ours.clone().without(&makes_way), Some(makes_way)),
    }
}

/// The text of pieces as they are, readable or not.
pub(super) fn text(pieces: Pieces) -> String {
    pieces.into_fields().document_text(&[])
}
