//! Owns the saved form of one month of the diary. Field names are short: a decade of entries has to fit.
//! May use: domain, serde, document. Must not: keys, a back end.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use super::{Document, saved_as_word};
use crate::domain::date::{Datelike, NaiveTime, Timelike};
use crate::domain::diary::entry::{CanDo, Entry, Taken};
use crate::domain::ids::{EntryId, RegionId};
use crate::storage::document::{Fields, Reading, Refusal, Saved, list_text};
use crate::storage::keys::{Month, Part};

const ENTRIES: &str = "entries";

/// One month, opened. Entries stay as raw text: saving one rewrites no other, not even one that cannot be read.
#[derive(Debug, Default)]
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
            Part::Response | Part::Settings => 0,
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

    /// Adds each entry, or replaces the one with its id; None removes every one with that id.
    /// Entries that cannot be read are left where they are.
    pub fn apply<'a>(
        &mut self,
        changes: impl IntoIterator<Item = (&'a EntryId, Option<&'a Entry>)>,
    ) {
        let mut places: BTreeMap<String, usize> = BTreeMap::new();
        for (idx, raw) in self.entries.iter().enumerate() {
            if let Some(stored) = StoredEntry::read(raw) {
                places.insert(stored.i, idx);
            }
        }
        let mut removed: BTreeSet<&str> = BTreeSet::new();
        for (id, entry) in changes {
            match (entry, places.get(id.as_str())) {
                (Some(entry), Some(idx)) => {
                    self.entries[*idx] = replacing(&self.entries[*idx], entry);
                }
                (Some(entry), None) => self.entries.push(StoredEntry::of(entry).write()),
                (None, _) => {
                    removed.insert(id.as_str());
                }
            }
        }
        if !removed.is_empty() {
            self.entries.retain(|raw| {
                !StoredEntry::read(raw).is_some_and(|stored| removed.contains(stored.i.as_str()))
            });
        }
    }
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

#[derive(Serialize, Deserialize)]
struct StoredEntry {
    /// Id.
    i: String,
    /// Day of the month; the month is in the key.
    d: u32,
    /// Time, in minutes since midnight.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    t: Option<u32>,
    /// What the time has beyond whole minutes, in nanoseconds.
    #[serde(default, skip_serializing_if = "is_default")]
    s: u64,
    /// Pain, usual or now.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    p: Option<u8>,
    /// Worst pain.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    w: Option<u8>,
    /// What was possible.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    c: Option<String>,
    /// Flare.
    #[serde(default, skip_serializing_if = "is_default")]
    f: bool,
    /// Regions.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    r: Vec<String>,
    /// Any medicine taken.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    k: Option<bool>,
    /// Medicines: name and amount.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    m: Vec<(String, String)>,
    /// Note.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    n: String,
}

fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

impl StoredEntry {
    /// Every field above.
    const FIELDS: [&str; 12] = ["i", "d", "t", "s", "p", "w", "c", "f", "r", "k", "m", "n"];

    fn read(raw: &RawValue) -> Option<Self> {
        serde_json::from_str(raw.get()).ok()
    }

    fn write(&self) -> Box<RawValue> {
        serde_json::value::to_raw_value(self)
            .expect("a plain struct with text keys always serialises")
    }

    fn of(entry: &Entry) -> Self {
        let (minutes, beyond) = entry.time.map(split_time).unzip();
        Self {
            i: entry.id.0.clone(),
            d: entry.date.day(),
            t: minutes,
            s: beyond.unwrap_or_default(),
            p: entry.pain,
            w: entry.worst,
            c: entry.can_do.map(|can_do| can_do.to_stored()),
            f: entry.flare,
            r: entry
                .regions
                .iter()
                .map(|region| region.0.clone())
                .collect(),
            k: entry.took_medicine,
            m: entry
                .medicines
                .iter()
                .map(|taken| (taken.name.clone(), taken.amount.clone()))
                .collect(),
            n: entry.note.clone(),
        }
    }

    /// None when its day, its time or a word of it has no meaning.
    fn into_domain(self, month: Month) -> Option<Entry> {
        Some(Entry {
            id: EntryId(self.i),
            date: month.day(self.d)?,
            time: match self.t {
                None => None,
                Some(minutes) => Some(join_time(minutes, self.s)?),
            },
            pain: self.p,
            worst: self.w,
            can_do: match self.c {
                None => None,
                Some(word) => Some(CanDo::from_stored(word)?),
            },
            flare: self.f,
            regions: self.r.into_iter().map(RegionId).collect(),
            took_medicine: self.k,
            medicines: self
                .m
                .into_iter()
                .map(|(name, amount)| Taken { name, amount })
                .collect(),
            note: self.n,
        })
    }
}

saved_as_word!(CanDo { Most = "most", Some = "some", Little = "little", LyingDown = "lying" });

const NANOSECONDS: u64 = 1_000_000_000;

/// Whole minutes since midnight, and nanoseconds beyond (61 seconds' worth in a minute with a leap second).
fn split_time(time: NaiveTime) -> (u32, u64) {
    let seconds = time.num_seconds_from_midnight();
    let beyond = u64::from(seconds % 60) * NANOSECONDS + u64::from(time.nanosecond());
    (seconds / 60, beyond)
}

fn join_time(minutes: u32, beyond: u64) -> Option<NaiveTime> {
    // Nanoseconds from 1,000,000,000 on stand for a leap second, which only the last second of a minute can have.
    let second = (beyond / NANOSECONDS).min(59);
    let nanosecond = beyond - second * NANOSECONDS;
    NaiveTime::from_num_seconds_from_midnight_opt(
        minutes
            .checked_mul(60)?
            .checked_add(u32::try_from(second).ok()?)?,
        u32::try_from(nanosecond).ok()?,
    )
}
