//! Owns the saved form of one month of the diary: a list of entries, each as the text it has.
//! May use: domain, document, the form of an entry. Must not: keys, a back end.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::value::RawValue;

use super::Document;
use super::entry::StoredEntry;
use super::entry_together::put_together_with_notes;
use crate::domain::diary::entry::Entry;
use crate::domain::ids::EntryId;
use crate::storage::document::{Fields, Reading, Refusal, list_text};
use crate::storage::keys::{Month, Part};

const ENTRIES: &str = "entries";
/// When what is gone was removed (`backup::pieces`).
const STAMPS: &str = "stamps";

/// One month, opened. Entries stay as raw text: saving one rewrites no other, not even one that cannot be read.
#[derive(Debug, Clone, Default)]
pub(in crate::storage) struct SavedMonth {
    fields: Fields,
    entries: Vec<Box<RawValue>>,
}

impl Document for SavedMonth {
    fn parse(part: Part, text: &str) -> Result<Self, Refusal> {
        let mut fields = Fields::open(part, text)?;
        Ok(Self {
            entries: fields.take_list(ENTRIES)?,
            fields,
        })
    }

    fn text(&self) -> Option<String> {
        let is_empty = self.entries.is_empty() && self.fields.is_empty();
        (!is_empty).then(|| {
            self.fields
                .document_text(&[(ENTRIES, list_text(&self.entries))])
        })
    }

    fn n_unreadable(&self, part: Part) -> usize {
        match part {
            Part::Month(month) => self.entries(month).n_unreadable,
            _ => 0,
        }
    }
}

impl SavedMonth {
    /// The entries of this month, in the order they were first saved.
    /// Of two with one id the later counts; the earlier is kept in the text and counted as unreadable.
    pub fn entries(&self, month: Month) -> Reading<Vec<Entry>> {
        let mut value: Vec<Entry> = Vec::with_capacity(self.entries.len());
        let mut ids = BTreeSet::new();
        for raw in self.entries.iter().rev() {
            let entry = StoredEntry::read(raw).and_then(|stored| stored.into_domain(month));
            if let Some(entry) = entry
                && ids.insert(entry.id.clone())
            {
                value.push(entry);
            }
        }
        value.reverse();
        let n_unreadable = self.entries.len() - value.len();
        Reading {
            value,
            n_unreadable,
        }
    }

    /// Makes each change: what another tab changed in the same entry meanwhile stays. Entries that cannot be read are left
    /// where they are. True when something unreadable with the id of a change is replaced.
    #[must_use]
    pub fn apply<'a>(
        &mut self,
        month: Month,
        changes: impl IntoIterator<Item = (&'a EntryId, &'a Change)>,
    ) -> bool {
        let changes: Vec<_> = changes.into_iter().collect();
        let mut places: BTreeMap<String, usize> = BTreeMap::new();
        for (idx, raw) in self.entries.iter().enumerate() {
            // Reading every entry of a full month at each key that is pressed would be felt.
            if may_hold(raw, &changes)
                && let Some(stored) = StoredEntry::read(raw)
            {
                places.insert(stored.id, idx);
            }
        }
        let mut replaces_unreadable = false;
        let mut removed: BTreeSet<&str> = BTreeSet::new();
        for (id, change) in changes {
            let Some(to) = &change.to else {
                removed.insert(id.as_str());
                continue;
            };
            let place = places.get(id.as_str());
            match place.and_then(|idx| self.entries.get_mut(*idx)) {
                Some(place) => {
                    let there = StoredEntry::read(place).and_then(|it| it.into_domain(month));
                    replaces_unreadable |= there.is_none();
                    let entry = match (&change.from, there) {
                        (Some(from), Some(there)) => put_together_with_notes(from, to, &there),
                        _ => to.clone(),
                    };
                    *place = replacing(place, &entry);
                }
                None => self.entries.push(StoredEntry::of(to).write()),
            }
        }
        if !removed.is_empty() {
            self.entries.retain(|raw| {
                !StoredEntry::read(raw).is_some_and(|stored| removed.contains(stored.id.as_str()))
            });
        }
        replaces_unreadable
    }

    /// The entry of this id, when it can be read.
    pub fn entry(&self, month: Month, id: &EntryId) -> Option<Entry> {
        let mut holding = self.entries.iter().rev();
        holding.find_map(|raw| {
            let may_be_it = raw.get().contains(id.as_str()) || raw.get().contains('\\');
            let stored = may_be_it.then(|| StoredEntry::read(raw)).flatten()?;
            (stored.id == id.as_str()).then(|| stored.into_domain(month))?
        })
    }
}

/// A change of one entry, by both of its ends.
#[derive(Debug, Clone, Default)]
pub(in crate::storage) struct Change {
    /// As it was when the change was made. None: it is new, or is to be as a whole as it is in `to`.
    pub from: Option<Entry>,
    /// As it is to be. None: it is to go.
    pub to: Option<Entry>,
}

impl SavedMonth {
    /// No entry, readable or not, and no field but the moments of what is gone.
    pub fn holds_nothing(&self) -> bool {
        self.entries.is_empty() && self.fields.names().all(|name| name == STAMPS)
    }

    /// Whether there may be an attack without an end in the text of a month; a few more count than there are.
    pub fn may_hold_open_attack(text: &str) -> bool {
        text.match_indices(ATTACK).any(|(at, _)| {
            let rest = text.get(at..).unwrap_or_default();
            // An attack holds lists of numbers and one word, so the first brace ends it.
            let attack = rest.split_once('}').map_or(rest, |(attack, _)| attack);
            !attack.contains(ATTACK_END)
        })
    }
}

/// The fields of an entry and of its attack, as they are written (see [`StoredEntry`]). Inside a text of the person's the
/// signs around the letters would be escaped.
const ATTACK: &str = "\"K\"";
const ATTACK_END: &str = "\"e\"";

/// Changes that are looked for in a text before it is read; with more of them reading is no dearer.
const FEW: usize = 4;

/// Whether an entry can have one of these ids. An id can also be written with escapes; then only reading tells.
fn may_hold(raw: &RawValue, changes: &[(&EntryId, &Change)]) -> bool {
    let text = raw.get();
    changes.len() > FEW
        || text.contains('\\')
        || changes.iter().any(|(id, _)| text.contains(id.as_str()))
}

/// The text of an entry that replaces an older one; fields that this version does not know are taken over.
fn replacing(old: &RawValue, entry: &Entry) -> Box<RawValue> {
    let new = StoredEntry::of(entry).write();
    let (Ok(mut fields), Ok(old)) = (Fields::parse(new.get()), Fields::parse(old.get())) else {
        return new;
    };
    fields.adopt_unknown(old, &StoredEntry::FIELDS);
    RawValue::from_string(fields.text()).unwrap_or(new)
}
