//! Owns what a backup needs of a text's form: the frame of the file, and of an entry what every version knows of it.
//! May use: serde, serde_json. Must not: domain types, keys, a back end.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::value::RawValue;

/// A backup, or the exact copy of all keys, as they are written (`docs/format.md`).
#[derive(Deserialize)]
pub(in crate::storage) struct BackupFile {
    pub tailored: String,
    #[serde(default)]
    pub format: u64,
    #[serde(default)]
    pub documents: BTreeMap<String, Box<RawValue>>,
    #[serde(default)]
    pub set_aside: Vec<Aside>,
    #[serde(default)]
    pub unknown: BTreeMap<String, String>,
    /// Of the exact copy: every key with its text.
    #[serde(default)]
    pub keys: BTreeMap<String, String>,
    /// Of the exact copy: texts that could not be saved.
    #[serde(default)]
    pub unsaved: BTreeMap<String, String>,
}

/// A text that could not be read, with the name of the document that it was.
#[derive(Deserialize)]
pub(in crate::storage) struct Aside {
    pub from: String,
    pub text: String,
}

/// What every version knows of an entry.
#[derive(Deserialize)]
pub(in crate::storage) struct EntryFrame {
    #[serde(rename = "i")]
    pub id: String,
    /// When it was last changed after it was made, in seconds since the start of 1970.
    #[serde(rename = "U", default)]
    pub stamp: i64,
}

impl EntryFrame {
    /// The field of the stamp. No field of `StoredEntry` may have this name.
    pub const STAMP: &str = "U";

    /// Day of the month and minute of an entry, as far as they can be read: for the order alone.
    pub fn moment_of(entry: &str) -> (u64, u64) {
        #[derive(Deserialize)]
        struct Moment {
            #[serde(default)]
            d: serde_json::Value,
            #[serde(default)]
            t: serde_json::Value,
        }
        let number = |value: &serde_json::Value| value.as_u64().unwrap_or_default();
        serde_json::from_str(entry).map_or((0, 0), |Moment { d, t }| (number(&d), number(&t)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::storage::shape::entry::StoredEntry;

    #[test]
    fn no_field_of_an_entry_has_the_name_of_its_stamp() {
        assert!(!StoredEntry::FIELDS.contains(&EntryFrame::STAMP));
    }
}
