//! Owns what the person should be told: problems of storage, a new version, what was saved or deleted.
//! May use: storage's typed errors. Must not: wording.

use leptos::prelude::*;

use crate::domain::trouble::{Missing, NotSaved, Trouble};
use crate::storage::{Issue, SaveError, Unreadable};

/// Something to tell.
#[derive(Debug, Clone, PartialEq)]
pub enum Notice {
    /// Found when the store was opened.
    Storage(Trouble),
    /// Parts that were saved here and have vanished.
    Missing(Vec<Missing>),
    /// The last change is on the screen, but it could not be saved.
    NotSaved(NotSaved),
    /// A new version waits.
    UpdateReady,
    /// Everything was deleted.
    Deleted,
    /// The room for saved data gets short; so much of it is used, in per cent.
    RoomShort(usize),
    /// This browser deletes what is not installed.
    InstallFirst,
}

/// What is to be told now, most important first by the order of the views.
#[derive(Clone, Copy)]
pub struct Notices {
    list: RwSignal<Vec<Notice>>,
    saved: RwSignal<u32>,
}

impl Notices {
    pub(super) fn new() -> Self {
        Self {
            list: RwSignal::new(Vec::new()),
            saved: RwSignal::new(0),
        }
    }

    /// Adds a notice; the same notice is not told twice.
    pub fn push(&self, notice: Notice) {
        self.list.update(|list| {
            if !list.contains(&notice) {
                list.push(notice);
            }
        });
    }

    /// The person has read it.
    pub fn dismiss(&self, notice: &Notice) {
        self.list
            .update(|list| list.retain(|known| known != notice));
    }

    /// Keeps only some.
    pub(super) fn retain(&self, keep: impl Fn(&Notice) -> bool) {
        self.list.update(|list| list.retain(keep));
    }

    /// What is to be told.
    pub fn list(&self) -> Vec<Notice> {
        self.list.get()
    }

    /// Takes the outcome of a save: on success an older failure is withdrawn, on failure it is told.
    pub(super) fn after_save(&self, outcome: Result<(), SaveError>) -> bool {
        match outcome {
            Ok(()) => {
                if self
                    .list
                    .with_untracked(|list| list.iter().any(|n| matches!(n, Notice::NotSaved(_))))
                {
                    self.list
                        .update(|list| list.retain(|n| !matches!(n, Notice::NotSaved(_))));
                }
                self.saved.update(|count| *count += 1);
                true
            }
            Err(error) => {
                self.list
                    .update(|list| list.retain(|n| !matches!(n, Notice::NotSaved(_))));
                self.push(Notice::NotSaved(not_saved(error)));
                false
            }
        }
    }

    /// How many saves have been acknowledged; changes with each one.
    pub fn saves(&self) -> u32 {
        self.saved.get()
    }
}

/// How an issue of the store is told.
pub(super) fn trouble_of(issue: Issue) -> Trouble {
    match issue {
        Issue::NothingIsKept => Trouble::NothingIsKept,
        Issue::Full => Trouble::Full,
        Issue::Broken => Trouble::Broken,
        Issue::Unreadable {
            why: Unreadable::Sealed,
            ..
        } => Trouble::Sealed,
        Issue::Unreadable { .. } => Trouble::Unreadable,
        Issue::Newer { .. } => Trouble::Newer,
    }
}

/// How a refused save is told.
pub(super) fn not_saved(error: SaveError) -> NotSaved {
    match error {
        SaveError::Blocked => NotSaved::Blocked,
        SaveError::Full => NotSaved::Full,
        SaveError::Broken => NotSaved::Broken,
        SaveError::NewerVersion => NotSaved::NewerVersion,
        SaveError::NotSetAside(_) => NotSaved::NotSetAside,
    }
}
