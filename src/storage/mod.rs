//! Owns the one door to saved data: open, load, save, delete, set aside, export, import, health.
//! May use: domain, serde, serde_json; gloo-storage in `browser` and idb in `journal::database` alone. Must not: leptos, the document of the page, wording.
//! Nothing but what this file names is public.
//!
//! **Synchronous on purpose.** The browser's local storage is: when a save has returned, the text is there, and no kill of the
//! tab can come between the acknowledgement and the write. Against a kill of the whole browser `journal` keeps a second copy
//! of what was saved last, and "saved" waits for it. With a lock, texts are opened once when the person unlocks,
//! `document` and `shape` go on working on plain text, and only the last step of a save, from text to back end, waits for
//! the browser's cryptography (`lock::Vault`); "saved" waits with it.
//!
//! **One part, one key, one write.** The answers, the settings and each month of the diary are saved alone, each with its own
//! version, so there is no shared record of versions that could disagree with them after an interruption.
//!
//! **Nothing in here can panic**, whatever the texts are: the lints below hold it.
//!
//! **Opening writes nothing** but a probe that it removes again. What cannot be read stays where it is, for this version's
//! successor may be able to read it; it is set aside under a new key when something is first to be saved in its place.

#![deny(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::unreachable,
    clippy::indexing_slicing,
    clippy::string_slice
)]
#![cfg_attr(
    test,
    allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)
)]

mod answered;
mod backend;
mod backup;
#[cfg(feature = "app")]
mod browser;
mod document;
mod earlier;
pub mod journal;
mod keys;
pub mod lock;
mod manifest;
mod migrate;
mod presence;
mod quota;
mod raw;
mod report;
mod shape;
mod spoilt;
mod store;
mod tabs;
mod three_way;

pub use answered::AnswerMoments;
pub use backend::{Backend, BackendError, MemoryBackend};
pub use backup::{Backup, BackupError, Counts, FORMAT, Preview, Restored, Undo, UndoError, Unread};
#[cfg(feature = "app")]
pub use browser::BrowserBackend;
pub use document::Unreadable;
pub use keys::{Month, Part, is_lock};
pub use presence::is_untouched;
pub use quota::{ASSUMED_QUOTA_UNITS, Health, Level, level, units};
pub use raw::{SetAside, export_locked, export_raw, used_units};
pub use report::{Issue, Loaded, SaveError};
pub use shape::put_together;
pub use spoilt::Untold;
pub use store::{Opened, Store};
