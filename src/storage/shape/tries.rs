//! Owns the saved form of the count of wrong passphrases.
//! May use: serde, serde_json. Must not: keys, a back end.

use serde::{Deserialize, Serialize};

const VERSION: u64 = 1;

/// Wrong passphrases in a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::storage) struct SavedTries {
    pub n_wrong: u32,
    /// When the last one came, in seconds since the start of 1970.
    pub last: i64,
}

#[derive(Serialize, Deserialize)]
struct Stored {
    v: u64,
    wrong: u32,
    last: i64,
}

impl SavedTries {
    /// None when the text is none of this version: then nothing is known.
    pub fn parse(text: &str) -> Option<Self> {
        let stored: Stored = serde_json::from_str(text).ok()?;
        (stored.v == VERSION).then_some(Self {
            n_wrong: stored.wrong,
            last: stored.last,
        })
    }

    pub fn text(self) -> String {
        serde_json::json!({ "v": VERSION, "wrong": self.n_wrong, "last": self.last }).to_string()
    }
}
