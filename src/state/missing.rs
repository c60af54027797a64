//! Owns what is told about parts that were saved here and have vanished, until the person knows or a copy brings them back.
//! May use: the store's manifest. Must not: wording.

use leptos::prelude::*;

use super::AppState;
use super::notices::{Notice, not_saved};
use crate::domain::trouble::Missing;
use crate::storage::{Part, Store};

impl AppState {
    /// Tells what is missing now, and nothing else of the kind.
    pub(super) fn tell_what_is_missing(&self) {
        let parts = self.store.with_value(Store::missing_parts);
        let missing: Vec<Missing> = parts.into_iter().filter_map(named).collect();
        self.notices
            .retain(|notice| !matches!(notice, Notice::Missing(_)));
        if !missing.is_empty() {
            self.notices.push(Notice::Missing(missing));
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

fn named(part: Part) -> Option<Missing> {
    Some(match part {
        Part::Response => Missing::Answers,
        Part::Settings => Missing::Settings,
        Part::Arrangements => Missing::Arrangements,
        Part::Tracking => Missing::Followed,
        Part::Month(month) => Missing::Month(month.day(1)?),
        Part::Earlier(began) => Missing::EarlierAnswers(began),
    })
}
