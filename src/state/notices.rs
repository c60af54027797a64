//! Owns what the person should be told: problems of storage, a new version, what was saved or deleted.
//! May use: storage's typed errors. Must not: wording.

use leptos::prelude::*;

use super::SharedStore;
use crate::domain::trouble::{NotSaved, SavedPart, Trouble, UnreadPart};
use crate::storage::{Issue, Part, SaveError, Store, Unreadable};

/// Something to tell.
#[derive(Debug, Clone, PartialEq)]
pub enum Notice {
    /// Found when the store was opened.
    Storage(Trouble),
    /// Parts that were saved here and have vanished.
    Missing(Vec<SavedPart>),
    /// Parts that cannot be read, wherever they are kept.
    Unread,
    /// Parts that were spoilt, and in whose place a sound text was put.
    Mended,
    /// What was lost while the app was open, and is there again.
    Back,
    /// The list of what was saved cannot be read, so it is not known whether something has vanished.
    ListSpoilt,
    /// The last change is on the screen, but it could not be saved.
    NotSaved(NotSaved),
    /// What could not be saved before is saved now.
    SavedLate,
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
    /// Changes with each of the three below.
    readable: RwSignal<u32>,
    /// What was found that cannot be read where it is saved, and whether something of it can.
    in_place: StoredValue<Vec<(Part, bool)>>,
    /// What cannot be read, and the person has not decided to go on without it.
    unread: StoredValue<Vec<UnreadPart>>,
    /// What was spoilt and mended, as it was told last.
    mended: StoredValue<Vec<SavedPart>>,
    /// How often something that was refused was saved later.
    late: RwSignal<u32>,
    /// What is saved in memory cannot be sealed and written: that failure is over only when it is.
    is_sealing_refused: StoredValue<bool>,
}

impl Notices {
    pub(super) fn new() -> Self {
        Self {
            list: RwSignal::new(Vec::new()),
            saved: RwSignal::new(0),
            readable: RwSignal::new(0),
            in_place: StoredValue::new(Vec::new()),
            unread: StoredValue::new(Vec::new()),
            mended: StoredValue::new(Vec::new()),
            late: RwSignal::new(0),
            is_sealing_refused: StoredValue::new(false),
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

    /// Tells what the store has found. What cannot be read is told with all that is of its kind.
    pub(super) fn tell(&self, issue: Issue) {
        match issue {
            Issue::Unreadable { part, why } => self.found(part, Some(why)),
            Issue::NothingIsKept => self.push(Notice::Storage(Trouble::NothingIsKept)),
            Issue::Full => self.push(Notice::Storage(Trouble::Full)),
            Issue::Broken => self.push(Notice::Storage(Trouble::Broken)),
            Issue::Newer { .. } => self.push(Notice::Storage(Trouble::Newer)),
        }
    }

    /// What is wrong with a part where it is saved; none: it can be read.
    pub(super) fn found(&self, part: Part, why: Option<Unreadable>) {
        let mut known = self.in_place.get_value();
        known.retain(|(known, _)| *known != part);
        known.extend(why.map(|why| (part, matches!(why, Unreadable::Parts(_)))));
        if self.in_place.with_value(|before| *before != known) {
            self.in_place.set_value(known);
            self.readable.update(|count| *count += 1);
        }
    }

    /// What was found that cannot be read where it is saved, and whether something of it can; reactive.
    pub(super) fn in_place(&self) -> Vec<(Part, bool)> {
        self.readable.track();
        self.in_place.get_value()
    }

    /// Tells these and nothing else of their kind. What was closed is told again at the next start, or when it changes.
    pub(super) fn tell_unread(&self, unread: Vec<UnreadPart>, mended: Vec<SavedPart>) {
        if self.unread.with_value(|known| *known != unread) {
            self.dismiss(&Notice::Unread);
            if !unread.is_empty() {
                self.push(Notice::Unread);
            }
            self.unread.set_value(unread);
            self.readable.update(|count| *count += 1);
        }
        if self.mended.with_value(|known| *known != mended) {
            self.dismiss(&Notice::Mended);
            if !mended.is_empty() {
                self.push(Notice::Mended);
            }
            self.mended.set_value(mended);
            self.readable.update(|count| *count += 1);
        }
    }

    /// What cannot be read, and without which the person has not decided to go on; reactive.
    pub fn unread(&self) -> Vec<UnreadPart> {
        self.readable.track();
        self.unread.get_value()
    }

    /// What was spoilt and mended, and the person does not know yet; reactive.
    pub fn mended(&self) -> Vec<SavedPart> {
        self.readable.track();
        self.mended.get_value()
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

    /// Whether such a notice is to be told.
    pub(super) fn any(&self, is_it: impl Fn(&Notice) -> bool) -> bool {
        self.list.with_untracked(|list| list.iter().any(is_it))
    }

    /// What is to be told.
    pub fn list(&self) -> Vec<Notice> {
        self.list.get()
    }

    /// Nothing is saved any more, so nothing of it can be told.
    pub(super) fn forget(&self) {
        self.retain(|notice| *notice == Notice::UpdateReady);
        self.in_place.set_value(Vec::new());
        self.tell_unread(Vec::new(), Vec::new());
        self.readable.update(|count| *count += 1);
    }

    /// Takes the outcome of a save: on failure it is told. On success whatever could not be saved before is tried again,
    /// since there may be room now, and an older failure is withdrawn once nothing is left of it.
    pub(super) fn after_save(&self, store: SharedStore, outcome: Result<(), SaveError>) -> bool {
        match outcome {
            Ok(()) => {
                self.try_again(store);
                self.saved.update(|count| *count += 1);
                true
            }
            Err(error) => {
                self.tell_not_saved(error);
                false
            }
        }
    }

    /// Tries again to save what could not be saved. When all of it is saved now, that is told.
    pub(super) fn try_again(&self, store: SharedStore) -> bool {
        let has_unsaved = store.try_with_value(Store::has_unsaved) == Some(true);
        let again = has_unsaved.then(|| store.try_update_value(Store::save_unsaved));
        match again.flatten() {
            Some(Err(error)) => {
                self.tell_not_saved(error);
                false
            }
            tried => {
                self.withdraw(tried.is_some());
                true
            }
        }
    }

    /// An older failure is over; `late`: what it was about is saved now.
    fn withdraw(&self, late: bool) {
        if self.has_failure() && !self.is_sealing_refused.get_value() {
            self.list
                .update(|list| list.retain(|notice| !is_failure(notice)));
            if late {
                self.push(Notice::SavedLate);
                self.late.update(|count| *count += 1);
            }
        }
    }

    /// What waits to be sealed could not be written.
    pub(super) fn sealing_refused(&self, error: SaveError) {
        self.is_sealing_refused.set_value(true);
        self.tell_not_saved(error);
    }

    /// Everything is sealed and written.
    pub(super) fn sealed(&self) {
        if self.is_sealing_refused.get_value() {
            self.is_sealing_refused.set_value(false);
            self.withdraw(true);
        }
    }

    /// How often something that was refused was saved later; changes with each time.
    pub fn late_saves(&self) -> u32 {
        self.late.get()
    }

    fn tell_not_saved(&self, error: SaveError) {
        let notice = Notice::NotSaved(not_saved(error));
        if self.list.with_untracked(|list| list.contains(&notice)) {
            // It stands there already: nothing is drawn, or read aloud, anew.
            return;
        }
        self.list.update(|list| {
            list.retain(|known| !matches!(known, Notice::NotSaved(_) | Notice::SavedLate));
        });
        self.push(notice);
    }

    /// The last change is not saved.
    pub(super) fn has_failure(&self) -> bool {
        self.any(is_failure)
    }

    /// The same, reactive.
    pub(super) fn failure_tracked(&self) -> bool {
        self.list.with(|list| list.iter().any(is_failure))
    }

    /// How many saves have been acknowledged; changes with each one.
    pub fn saves(&self) -> u32 {
        self.saved.get()
    }
}

fn is_failure(notice: &Notice) -> bool {
    matches!(notice, Notice::NotSaved(_))
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
