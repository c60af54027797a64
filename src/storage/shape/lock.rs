//! Owns the saved form of the lock, of a sealed text, and of a sealed copy in a file (`docs/format.md`).
//! May use: serde, serde_json, base64, the frame in `document`. Must not: keys, a back end, cryptography.

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use serde::{Deserialize, Serialize};

use crate::storage::document::{Refusal, SEALED_VERSION, Unreadable};

/// The version of the lock that this program writes.
const VERSION: u64 = 1;
const DERIVATION: &str = "PBKDF2-SHA-256";
/// More would keep the device busy for minutes; only a spoilt or a hostile file asks for it.
const MOST_ITERATIONS: u32 = 10_000_000;
const FILE: &str = "sealed";

/// How far the lock is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::storage) enum Stage {
    /// It is being set: some texts may still be readable.
    Closing,
    /// Every text is sealed.
    Closed,
    /// It is being taken off: the key lies open, so that whatever is still sealed can be read without the passphrase.
    Opening(Vec<u8>),
}

/// The lock, opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::storage) struct SavedLock {
    pub iterations: u32,
    pub salt: Vec<u8>,
    /// The key of all texts, sealed under the key that follows from the passphrase.
    pub wrapped_key: Vec<u8>,
    /// How often the passphrase was changed since the lock was set: of two copies of one lock the later has more.
    pub n_changes: u32,
    pub stage: Stage,
}

#[derive(Serialize, Deserialize)]
struct StoredLock {
    v: u64,
    derivation: String,
    iterations: u32,
    salt: String,
    key: String,
    /// Absent before the first change, and in files.
    #[serde(default, skip_serializing_if = "is_zero")]
    changes: u32,
    stage: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    open_key: Option<String>,
}

#[derive(Serialize, Deserialize)]
struct StoredFile {
    tailored: String,
    format: u64,
    lock: StoredLock,
    sealed: String,
}

impl SavedLock {
    pub fn parse(text: &str) -> Result<Self, Refusal> {
        Self::of_stored(serde_json::from_str(text).map_err(|_| newer_or_unreadable(text))?)
    }

    pub fn text(&self) -> String {
        text_of(&self.to_stored())
    }

    fn of_stored(stored: StoredLock) -> Result<Self, Refusal> {
        if stored.v > VERSION {
            return Err(Refusal::Newer(stored.v));
        }
        let unreadable = Refusal::Unreadable(Unreadable::WrongShape);
        if stored.derivation != DERIVATION || stored.iterations > MOST_ITERATIONS {
            return Err(unreadable);
        }
        let bytes = |text: &str| BASE64_STANDARD.decode(text).map_err(|_| unreadable);
        Ok(Self {
            iterations: stored.iterations,
            salt: bytes(&stored.salt)?,
            wrapped_key: bytes(&stored.key)?,
            n_changes: stored.changes,
            stage: match (stored.stage.as_str(), stored.open_key) {
                ("closing", _) => Stage::Closing,
                ("closed", _) => Stage::Closed,
                ("opening", Some(key)) => Stage::Opening(bytes(&key)?),
                _ => return Err(unreadable),
            },
        })
    }

    fn to_stored(&self) -> StoredLock {
        let (stage, open_key) = match &self.stage {
            Stage::Closing => ("closing", None),
            Stage::Closed => ("closed", None),
            Stage::Opening(key) => ("opening", Some(BASE64_STANDARD.encode(key))),
        };
        StoredLock {
            v: VERSION,
            derivation: DERIVATION.to_owned(),
            iterations: self.iterations,
            salt: BASE64_STANDARD.encode(&self.salt),
            key: BASE64_STANDARD.encode(&self.wrapped_key),
            changes: self.n_changes,
            stage: stage.to_owned(),
            open_key,
        }
    }
}

/// The text under a key, for these sealed bytes.
pub(in crate::storage) fn sealed_text(bytes: &[u8]) -> String {
    let bytes = BASE64_STANDARD.encode(bytes);
    format!("{{\"v\":{SEALED_VERSION},\"sealed\":\"{bytes}\"}}")
}

/// The sealed bytes in the text under a key; none when it is not sealed.
pub(in crate::storage) fn sealed_bytes(text: &str) -> Option<Vec<u8>> {
    let bytes = text.strip_prefix(&format!("{{\"v\":{SEALED_VERSION},\"sealed\":\""))?;
    BASE64_STANDARD.decode(bytes.strip_suffix("\"}")?).ok()
}

/// A copy in a file: the lock, and everything sealed under its key.
pub(in crate::storage) fn sealed_file(lock: &SavedLock, sealed: &[u8]) -> String {
    let closed = SavedLock {
        stage: Stage::Closed,
        n_changes: 0,
        ..lock.clone()
    };
    text_of(&StoredFile {
        tailored: FILE.to_owned(),
        format: VERSION,
        lock: closed.to_stored(),
        sealed: BASE64_STANDARD.encode(sealed),
    })
}

/// Lock and sealed bytes of such a file; none when it is another kind of file.
pub(in crate::storage) fn of_sealed_file(
    text: &str,
) -> Option<Result<(SavedLock, Vec<u8>), Refusal>> {
    #[derive(Deserialize)]
    struct Frame {
        tailored: String,
        #[serde(default)]
        format: u64,
    }
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let frame: Frame = serde_json::from_str(text).ok()?;
    if frame.tailored != FILE {
        return None;
    }
    if frame.format > VERSION {
        return Some(Err(Refusal::Newer(frame.format)));
    }
    let unreadable = Refusal::Unreadable(Unreadable::WrongShape);
    let file: Result<StoredFile, _> = serde_json::from_str(text);
    Some(file.map_err(|_| unreadable).and_then(|file| {
        let sealed = BASE64_STANDARD.decode(&file.sealed);
        Ok((
            SavedLock::of_stored(file.lock)?,
            sealed.map_err(|_| unreadable)?,
        ))
    }))
}

fn is_zero(number: &u32) -> bool {
    *number == 0
}

fn newer_or_unreadable(text: &str) -> Refusal {
    #[derive(Deserialize)]
    struct Versioned {
        v: u64,
    }
    match serde_json::from_str::<Versioned>(text) {
        Ok(Versioned { v }) if v > VERSION => Refusal::Newer(v),
        _ => Refusal::Unreadable(Unreadable::WrongShape),
    }
}

#[expect(clippy::expect_used, reason = "see its text")]
fn text_of(stored: &impl Serialize) -> String {
    serde_json::to_string(stored).expect("plain structs of texts and numbers always serialise")
}
