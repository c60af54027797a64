//! Owns the view of one saved document as separately changed pieces, each with the moment of its last change.
//! May use: the frame in `document`, serde_json. Must not: keys, a back end, domain types.
//!
//! A piece is an entry of the diary, a field of an object inside the document, or any other field of the document.
//! Its name is a JSON Pointer (RFC 6901): `/entries/k3f9x2m7q1aa`, `/answers/pain.avg7`, `/started`.
//! Two copies of a document are put together piece by piece: the later change wins, and a deletion is a change too.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::value::RawValue;

use crate::domain::collections::{Gather, InOrder};
use crate::storage::document::{Fields, list_text};
use crate::storage::shape::EntryFrame;

/// The list whose items are pieces.
const ENTRIES: &str = "entries";
/// The field for the moments of changes, also of pieces that are gone. Entries carry their own while they are there.
const STAMPS: &str = "stamps";
/// Seconds since the start of 1970 in universal time. 0: never changed since it was made, or made before moments were kept.
pub(in crate::storage) type Stamp = i64;

/// The moment of what is left of a piece that could not be read as a whole.
const REMNANT: Stamp = -1;

/// One document, taken apart.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(in crate::storage) struct Pieces {
    /// What became of each piece: its text, or that it was deleted.
    values: BTreeMap<String, (Stamp, Option<String>)>,
    /// Items of the list without a readable id, and earlier doubles of one: kept as they are.
    rest: BTreeSet<String>,
    has_entries: bool,
}

impl Pieces {
    /// Takes the fields of a document apart; the version is not among them.
    pub fn of(mut fields: Fields) -> Self {
        let mut pieces = Self::default();
        let stamps = stamps_of(fields.take_object(STAMPS).unwrap_or_default());
        if fields
            .text_of(ENTRIES)
            .is_some_and(|text| text.starts_with('['))
            && let Ok(entries) = fields.take_list(ENTRIES)
        {
            pieces.has_entries = true;
            for raw in entries {
                pieces.add_entry(raw.get());
            }
        }
        for (name, text) in fields.into_texts() {
            match Fields::parse(&text) {
                Ok(inner) => {
                    for (inner_name, text) in inner.into_texts() {
                        pieces.add(&[&name, &inner_name], text, &stamps);
                    }
                }
                Err(_) => pieces.add(&[&name], text, &stamps),
            }
        }
        for (name, stamp) in stamps {
            pieces.values.entry(name).or_insert((stamp, None));
        }
        pieces
    }

    fn add(&mut self, path: &[&str], text: String, stamps: &BTreeMap<String, Stamp>) {
        let name = pointer(path);
        let stamp = stamps.get(&name).copied().unwrap_or_default();
        self.values.insert(name, (stamp, Some(text)));
    }

    fn add_entry(&mut self, text: &str) {
        let Ok(frame) = serde_json::from_str::<EntryFrame>(text) else {
            self.rest.insert(text.to_owned());
            return;
        };
        // Of two with one id the later in the list counts, as everywhere in the store.
        let piece = (frame.stamp, Some(text.to_owned()));
        let older = self.values.insert(pointer(&[ENTRIES, &frame.id]), piece);
        self.rest.extend(older.and_then(|(_, text)| text));
    }

    /// Both together: of each piece the later change; of two in the same second the greater text, so that the order in
    /// which copies are put together does not matter.
    pub fn merged(mut self, other: Self) -> Self {
        self.has_entries |= other.has_entries;
        self.rest.extend(other.rest);
        for (name, theirs) in other.values {
            let ours = self.values.entry(name).or_default();
            if *ours < theirs {
                *ours = theirs;
            }
        }
        self
    }

    /// These pieces, with those of `newer` in the place of their namesakes, whatever their stamps.
    pub fn replaced_by(mut self, newer: Self) -> Self {
        self.has_entries |= newer.has_entries;
        self.rest.extend(newer.rest);
        self.values.extend(newer.values);
        self
    }

    /// Stamps every piece that is not as it was in `before`, and keeps what was deleted as deleted. A change is later than
    /// the one it replaces, also when the clock was set back.
    pub fn stamped(mut self, before: &Self, now: Stamp) -> Self {
        for name in before.values.keys() {
            self.values.entry(name.clone()).or_default();
        }
        for (name, (stamp, text)) in &mut self.values {
            *stamp = match before.values.get(name) {
                Some((old_stamp, old_text)) if is_same(old_text.as_deref(), text.as_deref()) => {
                    *old_stamp
                }
                Some((old_stamp, _)) => now.max(old_stamp.saturating_add(1)),
                // A new entry has an id of its own: whatever becomes of it will be later than 0.
                None if path(name).0 == ENTRIES => 0,
                None => now,
            };
        }
        self.has_entries |= before.has_entries;
        self
    }

    /// Nothing is in it, and nothing was.
    pub fn is_empty(&self) -> bool {
        self.values.is_empty() && self.rest.is_empty()
    }

    /// Every piece with its stamp and its text; none for a deleted one.
    pub fn iter(&self) -> impl Iterator<Item = (&str, Stamp, Option<&str>)> {
        let values = self.values.iter();
        values.map(|(name, (stamp, text))| (name.as_str(), *stamp, text.as_deref()))
    }

    /// One piece, as [`Pieces::iter`] gives it.
    pub fn get(&self, name: &str) -> Option<(Stamp, Option<&str>)> {
        let (stamp, text) = self.values.get(name)?;
        Some((*stamp, text.as_deref()))
    }

    /// Takes out every piece that is not sound by itself, and every item of the list without a readable id. Returns what was
    /// taken out, and how many pieces that are.
    pub fn take_unsound(&mut self, is_sound: impl Fn(&Self) -> bool) -> (Self, usize) {
        let mut taken = Self {
            rest: std::mem::take(&mut self.rest),
            has_entries: self.has_entries,
            ..Self::default()
        };
        let mut n_taken = taken.rest.len();
        let all = std::mem::take(&mut self.values);
        for (name, (stamp, text)) in all {
            let alone = Self {
                values: std::iter::once((name.clone(), (stamp, text.clone()))).gather(),
                rest: BTreeSet::new(),
                has_entries: self.has_entries && kind_of(&name) == Kind::Entry,
            };
            if text.is_none() || is_sound(&alone) {
                self.values.insert(name, (stamp, text));
            } else {
                n_taken += 1;
                taken.values.insert(name, (stamp, text));
            }
        }
        (taken, n_taken)
    }

    /// Only those pieces of which something is left, with that. It is older than every whole piece, so that each takes its place.
    pub fn each_text(&self, left: impl Fn(&str, &str) -> Option<String>) -> Self {
        let left = self.iter().filter_map(|(name, _, text)| {
            let text = left(name, text?)?;
            Some((name.to_owned(), (REMNANT, Some(text))))
        });
        Self {
            values: left.gather(),
            ..Self::default()
        }
    }

    /// One piece alone.
    pub fn one(name: &str, text: String) -> Self {
        Self {
            values: std::iter::once((name.to_owned(), (0, Some(text)))).gather(),
            ..Self::default()
        }
    }

    /// Those of the other that are nowhere here, not even as deleted.
    pub fn filled_up(mut self, other: Self) -> Self {
        for (name, piece) in other.values {
            self.values.entry(name).or_insert(piece);
        }
        self
    }

    /// These pieces without those of the given names.
    pub fn without(mut self, names: &Self) -> Self {
        self.values
            .retain(|name, _| !names.values.contains_key(name));
        self
    }

    /// Lets those items of the list go that have no readable id. True when there were any.
    pub fn drop_nameless(&mut self) -> bool {
        !std::mem::take(&mut self.rest).is_empty()
    }

    /// Only those pieces that the other has too, with a text.
    pub fn also_in(mut self, other: &Self) -> Self {
        let is_there = |name: &String| matches!(other.values.get(name), Some((_, Some(_))));
        self.values.retain(|name, _| is_there(name));
        self.rest.clear();
        self
    }

    /// Puts the document together again: entries by day and time, everything else by name.
    pub fn into_fields(self) -> Fields {
        let mut fields = Fields::default();
        let mut objects: BTreeMap<String, Fields> = BTreeMap::new();
        let mut stamps = Fields::default();
        let mut entries = Vec::new();
        for (name, (stamp, text)) in self.values {
            let (first, second) = path(&name);
            let is_entry = self.has_entries && first == ENTRIES;
            if stamp != 0 && !(is_entry && text.is_some()) {
                stamps.set_text(&name, stamp.to_string());
            }
            match (text, second) {
                (None, _) => {}
                (Some(text), Some(id)) if is_entry => {
                    entries.push((id, with_stamp(text, stamp)));
                }
                (Some(text), Some(second)) => {
                    objects.entry(first).or_default().set_text(&second, text);
                }
                (Some(text), None) => fields.set_text(&first, text),
            }
        }
        for (name, object) in objects {
            // What is an object in one copy and none in the other cannot be both.
            if fields.text_of(&name).is_none() {
                fields.set_text(&name, object.text());
            }
        }
        if !stamps.is_empty() {
            fields.set_text(STAMPS, stamps.text());
        }
        if self.has_entries {
            entries.put_in_order_by_key(|(id, text)| (EntryFrame::moment_of(text), id.clone()));
            let texts = entries.into_iter().map(|(_, text)| text);
            let texts = self.rest.into_iter().chain(texts);
            let raw = texts.filter_map(|text| RawValue::from_string(text).ok());
            fields.set_text(ENTRIES, list_text(&raw.collect::<Vec<_>>()));
        }
        fields
    }
}

/// What a piece is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::storage) enum Kind {
    /// An entry of the diary.
    Entry,
    /// Something that was told: an answer, a view of an option, an agreement, the questions for the visit.
    Answer,
    /// A field of the document itself, such as where the person left off.
    Detail,
}

/// The one field of a document itself that a person writes.
const QUESTIONS: &str = "questions";

/// What the piece of this name is about.
pub(in crate::storage) fn kind_of(name: &str) -> Kind {
    match path(name) {
        (first, _) if first == ENTRIES => Kind::Entry,
        (_, Some(_)) => Kind::Answer,
        (first, None) if first == QUESTIONS => Kind::Answer,
        (_, None) => Kind::Detail,
    }
}

fn stamps_of(fields: Fields) -> BTreeMap<String, Stamp> {
    let texts = fields.into_texts().into_iter();
    texts
        .filter_map(|(name, text)| Some((name, text.parse().ok()?)))
        .gather()
}

/// Two texts of a piece that say the same: the order of fields, spaces and an entry's own stamp do not count.
pub(in crate::storage) fn is_same(left: Option<&str>, right: Option<&str>) -> bool {
    left == right
        || left
            .zip(right)
            .is_some_and(|(left, right)| meaning(left) == meaning(right))
}

fn meaning(text: &str) -> Option<serde_json::Value> {
    let mut value: serde_json::Value = serde_json::from_str(text).ok()?;
    if let Some(object) = value.as_object_mut() {
        object.remove(EntryFrame::STAMP);
    }
    Some(value)
}

fn with_stamp(text: String, stamp: Stamp) -> String {
    // Nearly every entry keeps its stamp at a save: none of those is taken apart.
    match serde_json::from_str::<EntryFrame>(&text) {
        Ok(frame) if frame.stamp != stamp => {}
        _ => return text,
    }
    match Fields::parse(&text) {
        Ok(mut fields) => {
            fields.set_text(EntryFrame::STAMP, stamp.to_string());
            fields.text()
        }
        Err(_) => text,
    }
}

fn pointer(path: &[&str]) -> String {
    path.iter()
        .flat_map(|name| ["/".to_owned(), name.replace('~', "~0").replace('/', "~1")])
        .collect()
}

/// The first name of a pointer, and the second when there is one.
fn path(pointer: &str) -> (String, Option<String>) {
    let plain = |name: &str| name.replace("~1", "/").replace("~0", "~");
    let names = pointer.strip_prefix('/').unwrap_or(pointer);
    match names.split_once('/') {
        Some((first, second)) => (plain(first), Some(plain(second))),
        None => (plain(names), None),
    }
}
