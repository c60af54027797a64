//! Owns what is told about parts that were saved here and have vanished, until the person knows or a copy brings them back.
//! May use: the store's manifest. Must not: wording.

use leptos::prelude::*;

use super::AppState;
use super::notices::{Notice, not_saved};
use crate::domain::trouble::SavedPart;
use crate::storage::{Part, Store};

impl AppState {
    /// Tells what is missing now, and nothing else of the kind.
    pub(super) fn tell_what_is_missing(&self) {
        let parts = self.store.with_value(Store::missing_parts);
        let missing: Vec<SavedPart> = parts.into_iter().filter_map(named).collect();
        let is_about_it = |notice: &Notice| matches!(notice, Notice::Missing(_));
        if self.notices.any(is_about_it) {
            self.notices.retain(|notice| !is_about_it(notice));
        }
        if !missing.is_empty() {
            self.notices.push(Notice::Missing(missing));
        }
    }

    /// Looks whether everything that was saved is still there. What is not comes back from the second copy, or is told.
    pub(super) fn look_whether_all_is_there(&self) {
        let parts = self.store.with_value(Store::missing_parts);
        let missing: Vec<SavedPart> = parts.into_iter().filter_map(named).collect();
        let is_told = |notice: &Notice| matches!(notice, Notice::Missing(told) if *told == missing);
        if missing.is_empty() {
            self.tell_what_is_missing();
        } else if !self.notices.any(is_told) {
            self.second_copy.take_up_again();
        }
    }

    /// Tells which of these parts, lost while the page was open, are there again.
    pub(super) fn tell_what_is_back(&self, mut lost: Vec<Part>) {
        let missing = self.store.with_value(Store::missing_parts);
        lost.retain(|part| !missing.contains(part));
        if !lost.is_empty() {
            self.notices.push(Notice::Back);
        }
    }

    /// The list of what was saved cannot be read, and the second copy had none: what is missing is then not known.
    pub(super) fn tell_of_a_spoilt_manifest(&self) {
        if self.store.with_value(Store::is_manifest_spoilt) {
            self.notices.push(Notice::ListSpoilt);
        }
    }

    /// The person knows that the list was spoilt. It is set aside, and made anew from what is there.
    pub fn accept_spoilt_manifest(&self) {
        let replaced = self.store.try_update_value(Store::replace_spoilt_manifest);
        match replaced {
            Some(Err(error)) => self.notices.push(Notice::NotSaved(not_saved(error))),
            _ => self.notices.dismiss(&Notice::ListSpoilt),
        }
    }

    /// The person knows that it is gone. It is not told again.
    pub fn accept_missing(&self) {
        let accepted = self.store.try_update_value(Store::accept_missing);
        if let Some(Err(error)) = accepted {
            self.notices.push(Notice::NotSaved(not_saved(error)));
            return;
        }
        self.tell_what_is_missing();
    }
}

pub(super) fn named(part: Part) -> Option<SavedPart> {
    Some(match part {
        Part::Response => SavedPart::Answers,
        Part::Settings => SavedPart::Settings,
        Part::Arrangements => SavedPart::Arrangements,
        Part::Tracking => SavedPart::Followed,
        Part::Month(month) => SavedPart::Month(month.day(1)?),
        Part::Earlier(began) => SavedPart::EarlierAnswers(began),
    })
}
