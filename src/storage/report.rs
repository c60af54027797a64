//! Owns what the store tells its caller: values with issues, and errors that a screen can react to.
//! May use: keys, the back end's errors. Must not: wording.

use std::collections::BTreeSet;

use super::backend::BackendError;
use super::document::Unreadable;
use super::keys::Part;

/// Something the person should know about their saved data. Whatever was saved is still there in each of these cases.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Issue {
    /// Storage is blocked: the app works, and forgets everything when it is closed.
    NothingIsKept,
    /// Storage is full: what is saved is safe, nothing new can be saved.
    Full,
    /// Storage fails in a way that nobody foresaw: saving may not work.
    Broken,
    /// A part cannot be read, as a whole or in places. What cannot be read counts as not there; the text is kept and can be
    /// downloaded.
    Unreadable { part: Part, why: Unreadable },
    /// A newer version of the app wrote this part. It counts as empty and cannot be saved until the app is updated.
    Newer { part: Part, version: u64 },
}

/// Why something was not saved. It stays in memory, and `Store::save_unsaved` tries again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SaveError {
    /// Storage is blocked: nothing can be saved in this browser as it is set.
    Blocked,
    /// No room. What was saved before is untouched.
    Full,
    /// An unknown failure, or what was written reads back differently.
    Broken,
    /// A newer version of the app wrote this part; this one would damage it.
    NewerVersion,
    /// The text in its place cannot be read, and copying it elsewhere failed for this reason; it was not overwritten.
    NotSetAside(BackendError),
}

impl From<BackendError> for SaveError {
    fn from(error: BackendError) -> Self {
        match error {
            BackendError::Blocked => SaveError::Blocked,
            BackendError::Full => SaveError::Full,
            BackendError::Broken => SaveError::Broken,
        }
    }
}

impl From<BackendError> for Issue {
    fn from(error: BackendError) -> Self {
        match error {
            BackendError::Blocked => Issue::NothingIsKept,
            BackendError::Full => Issue::Full,
            BackendError::Broken => Issue::Broken,
        }
    }
}

/// What could be loaded, and what the person should know about it. Each issue stands once.
#[derive(Debug, Clone, PartialEq)]
pub struct Loaded<T> {
    pub value: T,
    pub issues: Vec<Issue>,
}

/// The same issues, each at its first place only.
pub(super) fn each_once(issues: Vec<Issue>) -> Vec<Issue> {
    let mut seen = BTreeSet::new();
    issues
        .into_iter()
        .filter(|issue| seen.insert(*issue))
        .collect()
}
