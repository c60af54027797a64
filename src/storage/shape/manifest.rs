//! Owns the saved form of the manifest: the names of the parts that were ever saved.
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
}

impl SavedManifest {
    pub fn parse(text: &str) -> Result<Self, Refusal> {
        #[derive(Deserialize)]
        struct Stored {
            v: u64,
            /// Opened once the version is known.
            #[serde(default)]
            parts: serde_json::Value,
        }
        let spoilt = |_| Refusal::from(Unreadable::WrongShape);
        let stored: Stored = serde_json::from_str(text).map_err(spoilt)?;
        match stored.v {
            SEALED_VERSION => Err(Unreadable::Sealed.into()),
            version if version > VERSION => Err(Refusal::Newer(version)),
            _ => Ok(Self {
                names: serde_json::from_value(stored.parts).map_err(spoilt)?,
            }),
        }
    }

    pub fn text(&self) -> String {
        serde_json::json!({ "v": VERSION, "parts": self.names }).to_string()
    }
}
