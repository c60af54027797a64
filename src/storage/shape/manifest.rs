//! Owns the saved form of the manifest: the names of the parts that were ever saved, and what was told of
//! those that could not be read.
//! May use: serde, serde_json, `document` (why a text is refused). Must not: keys, a back end.

use std::collections::BTreeSet;

use serde::Deserialize;

use crate::storage::document::{Refusal, SEALED_VERSION, Unreadable};

/// The version of the manifest that this program writes; it counts for itself.
const VERSION: u64 = 1;

/// The manifest, opened. Names that this version does not know are kept.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(in crate::storage) struct SavedManifest {
    pub names: BTreeSet<String>,
    /// Texts that were set aside, by number and part, of which the person was told and knows.
    pub known: BTreeSet<String>,
    /// Those in whose place a sound copy was put.
    pub mended: BTreeSet<String>,
}

impl SavedManifest {
    pub fn parse(text: &str) -> Result<Self, Refusal> {
        #[derive(Deserialize)]
        struct Stored {
            v: u64,
            /// Opened once the version is known.
            #[serde(default)]
            parts: serde_json::Value,
            #[serde(default)]
            known: serde_json::Value,
            #[serde(default)]
            mended: serde_json::Value,
        }
        let spoilt = |_| Refusal::from(Unreadable::WrongShape);
        let stored: Stored = serde_json::from_str(text).map_err(spoilt)?;
        match stored.v {
            SEALED_VERSION => Err(Unreadable::Sealed.into()),
            version if version > VERSION => Err(Refusal::Newer(version)),
            _ => Ok(Self {
                names: serde_json::from_value(stored.parts).map_err(spoilt)?,
                // Without them something is told once more.
                known: serde_json::from_value(stored.known).unwrap_or_default(),
                mended: serde_json::from_value(stored.mended).unwrap_or_default(),
            }),
        }
    }

    pub fn text(&self) -> String {
        let mut fields = serde_json::Map::new();
        fields.insert("v".to_owned(), VERSION.into());
        fields.insert("parts".to_owned(), serde_json::json!(self.names));
        for (name, list) in [("known", &self.known), ("mended", &self.mended)] {
            if !list.is_empty() {
                fields.insert(name.to_owned(), serde_json::json!(list));
            }
        }
        serde_json::Value::Object(fields).to_string()
    }
}
