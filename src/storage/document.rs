//! Owns the frame of every saved text: a JSON object with its version, whose fields stay raw text until they are asked for.
//! May use: serde, serde_json, migrate. Must not: domain types, keys, a back end.
//!
//! Two rules hold for everything built on it:
//! what was not changed is not touched, so that what this version does not know, or another tab saved, survives;
//! what cannot be read is kept as it is, and whoever replaces it learns so and sets the whole text aside first.

use std::collections::{BTreeMap, BTreeSet};

use serde::de::{Deserialize, DeserializeOwned, Deserializer, Error, MapAccess, Visitor};
use serde::ser::Serialize;
use serde_json::value::RawValue;

use super::keys::Part;
use super::migrate;
use super::three_way::{Words, three_way};
use crate::domain::collections::Gather;

const VERSION: &str = "v";
/// The version that every sealed text bears. No document will reach it: a program that does not know the lock takes a
/// sealed text for a newer one's, and leaves it alone.
pub(super) const SEALED_VERSION: u64 = 1_000_000;

/// What is wrong with a saved text that cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unreadable {
    /// It ends too early.
    CutShort,
    /// It is not JSON.
    NotJson,
    /// It is JSON, but not what belongs here.
    WrongShape,
    /// It was sealed by a lock and does not open with the key of that lock, or the lock is gone.
    Sealed,
    /// As a whole it can be read; this many of its parts (answers, entries) cannot.
    Parts(usize),
}

/// Why a saved text was not opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Refusal {
    Unreadable(Unreadable),
    /// A newer version of the app wrote it. It must not be touched.
    Newer(u64),
}

impl From<Unreadable> for Refusal {
    fn from(why: Unreadable) -> Self {
        Refusal::Unreadable(why)
    }
}

/// A value together with the number of parts beside it that could not be read.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Reading<T> {
    pub value: T,
    pub n_unreadable: usize,
}

/// How a value is saved. `Stored` is the serialised form; only `shape` defines such forms.
pub(super) trait Saved: Sized + PartialEq {
    type Stored: Serialize + DeserializeOwned;
    /// How two changes of a list of words in it are put together.
    const WORDS: Words = Words::Each;
    fn to_stored(&self) -> Self::Stored;
    /// None when the stored form has no meaning for this version.
    fn from_stored(stored: Self::Stored) -> Option<Self>;

    fn read(raw: &RawValue) -> Option<Self> {
        Self::from_stored(serde_json::from_str(raw.get()).ok()?)
    }

    #[expect(clippy::expect_used, reason = "see its text")]
    fn write(&self) -> Box<RawValue> {
        serde_json::value::to_raw_value(&self.to_stored())
            .expect("stored forms are plain structs with text keys, which always serialise")
    }
}

/// The fields of a JSON object, each as the exact text it has. A name that stands twice makes the object unreadable.
#[derive(Debug, Clone, Default)]
pub(super) struct Fields(BTreeMap<String, Box<RawValue>>);

impl Fields {
    /// Opens the text of one part of the data, migrated to the current version.
    pub fn open(part: Part, text: &str) -> Result<Self, Refusal> {
        let mut fields = Self::parse(text)?;
        let version = fields
            .0
            .remove(VERSION)
            .and_then(|raw| serde_json::from_str::<u64>(raw.get()).ok())
            .ok_or(Unreadable::WrongShape)?;
        if version == SEALED_VERSION {
            return Err(Unreadable::Sealed.into());
        }
        if version > u64::from(migrate::CURRENT) {
            return Err(Refusal::Newer(version));
        }
        let version = u32::try_from(version).map_err(|_| Unreadable::WrongShape)?;
        if version < migrate::CURRENT {
            let old = serde_json::from_str(text).map_err(|_| Unreadable::WrongShape)?;
            let new = migrate::to_current(part, version, old).ok_or(Unreadable::WrongShape)?;
            fields = Self::parse(&new.to_string())?;
            fields.0.remove(VERSION);
        }
        Ok(fields)
    }

    /// The fields of a text, of whatever version.
    pub fn parse(text: &str) -> Result<Self, Unreadable> {
        serde_json::from_str(text).map_err(|error| match error.classify() {
            serde_json::error::Category::Eof => Unreadable::CutShort,
            serde_json::error::Category::Data => Unreadable::WrongShape,
            _ => Unreadable::NotJson,
        })
    }

    /// Takes out an object inside this one; absent is empty.
    pub fn take_object(&mut self, name: &str) -> Result<Self, Unreadable> {
        match self.0.remove(name) {
            None => Ok(Self::default()),
            // The text around it was complete, so whatever is wrong is wrong in kind.
            Some(raw) => Self::parse(raw.get()).map_err(|_| Unreadable::WrongShape),
        }
    }

    /// Takes out a list inside this object; absent is empty.
    pub fn take_list(&mut self, name: &str) -> Result<Vec<Box<RawValue>>, Unreadable> {
        match self.0.remove(name) {
            None => Ok(Vec::new()),
            Some(raw) => serde_json::from_str(raw.get()).map_err(|_| Unreadable::WrongShape),
        }
    }

    /// One field. An unreadable one is counted and otherwise as good as absent.
    pub fn read<T: Saved>(&self, name: &str, n_unreadable: &mut usize) -> Option<T> {
        let value = T::read(self.0.get(name)?);
        *n_unreadable += usize::from(value.is_none());
        value
    }

    /// Every field, as values of one kind.
    pub fn read_all<K: for<'a> From<&'a str> + Ord, T: Saved>(
        &self,
        n_unreadable: &mut usize,
    ) -> BTreeMap<K, T> {
        self.0
            .keys()
            .filter_map(|name| Some((K::from(name.as_str()), self.read(name, n_unreadable)?)))
            .gather()
    }

    /// Sets or removes one field, if it was changed; what another tab changed in it meanwhile stays. True when that replaces
    /// something unreadable.
    #[must_use]
    pub fn update<T: Saved>(&mut self, name: &str, from: Option<&T>, to: Option<&T>) -> bool {
        if from == to {
            return false;
        }
        let new = to.map(|to| {
            let there = self.0.get(name);
            from.zip(there)
                .and_then(|(from, there)| together(from, to, there))
                .unwrap_or_else(|| to.write())
        });
        let old = match new {
            Some(new) => self.0.insert(name.to_owned(), new),
            None => self.0.remove(name),
        };
        old.is_some_and(|raw| T::read(&raw).is_none())
    }

    /// Sets or removes those fields that were changed. True when that replaces something unreadable.
    #[must_use]
    pub fn update_all<K: Ord, T: Saved>(
        &mut self,
        name: impl Fn(&K) -> &str,
        from: &BTreeMap<K, T>,
        to: &BTreeMap<K, T>,
    ) -> bool {
        let ids: BTreeSet<&K> = from.keys().chain(to.keys()).gather();
        let mut replaces = false;
        for id in ids {
            replaces |= self.update(name(id), from.get(id), to.get(id));
        }
        replaces
    }

    /// Adds those fields of `other` whose names are not in `known`.
    pub fn adopt_unknown(&mut self, other: Self, known: &[&str]) {
        for (name, raw) in other.0 {
            if !known.contains(&name.as_str()) {
                self.0.entry(name).or_insert(raw);
            }
        }
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The names of the fields.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }

    /// The text of one field.
    pub fn text_of(&self, name: &str) -> Option<&str> {
        self.0.get(name).map(|raw| raw.get())
    }

    /// Sets one field to a text. What is not JSON is left out: it could only spoil the document.
    pub fn set_text(&mut self, name: &str, text: String) {
        if let Ok(raw) = RawValue::from_string(text) {
            self.0.insert(name.to_owned(), raw);
        }
    }

    /// Every field with its text, by name.
    pub fn into_texts(self) -> Vec<(String, String)> {
        let fields = self.0.into_iter();
        fields
            .map(|(name, raw)| (name, raw.get().to_owned()))
            .collect()
    }

    /// The text of a whole document: the version, these fields, and then `inner` ones whose text is given.
    pub fn document_text(&self, inner: &[(&str, String)]) -> String {
        let version = migrate::CURRENT.to_string();
        let inner = inner.iter().map(|(name, text)| (*name, text.as_str()));
        object_text(
            std::iter::once((VERSION, version.as_str()))
                .chain(self.texts())
                .chain(inner),
        )
    }

    /// The text of an object inside a document.
    pub fn text(&self) -> String {
        object_text(self.texts())
    }

    fn texts(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, raw)| (name.as_str(), raw.get()))
    }
}

/// A field with what was changed between `from` and `to`, where it is not as it was in `from`. None when it is, when it
/// cannot be read, and when both changes together have no meaning.
fn together<T: Saved>(from: &T, to: &T, there: &RawValue) -> Option<Box<RawValue>> {
    let there = T::read(there).filter(|there| there != from)?;
    let value = |value: &T| serde_json::from_str(value.write().get()).ok();
    let both = three_way(&value(from)?, &value(to)?, &value(&there)?, T::WORDS);
    let both = RawValue::from_string(both.to_string()).ok()?;
    T::read(&both).map(|both| both.write())
}

/// The text of a list of raw texts.
pub(super) fn list_text(items: &[Box<RawValue>]) -> String {
    let items: Vec<&str> = items.iter().map(|raw| raw.get()).collect();
    format!("[{}]", items.join(","))
}

fn object_text<'a>(fields: impl Iterator<Item = (&'a str, &'a str)>) -> String {
    let mut text = String::from("{");
    for (name, value) in fields {
        if text.len() > 1 {
            text.push(',');
        }
        // A JSON value's own display is its text, with everything escaped that must be.
        text.push_str(&serde_json::Value::from(name).to_string());
        text.push(':');
        text.push_str(value);
    }
    text.push('}');
    text
}

impl<'de> Deserialize<'de> for Fields {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct ObjectVisitor;

        impl<'de> Visitor<'de> for ObjectVisitor {
            type Value = Fields;

            fn expecting(&self, formatter: &mut std::fmt::Formatter) -> std::fmt::Result {
                formatter.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Fields, A::Error> {
                let mut fields = Fields::default();
                while let Some((name, raw)) = map.next_entry::<String, Box<RawValue>>()? {
                    if fields.0.insert(name, raw).is_some() {
                        return Err(A::Error::custom("a name stands twice"));
                    }
                }
                Ok(fields)
            }
        }

        deserializer.deserialize_map(ObjectVisitor)
    }
}
