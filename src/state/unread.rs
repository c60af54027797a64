//! Owns what is told about saved parts that cannot be read, or in whose place a sound text was put, until the person knows;
//! and what is therefore not printed or given away.
//! May use: the store, the second copy. Must not: wording.

use leptos::prelude::*;

use super::missing::named;
use super::notices::{Notice, not_saved};
use super::{AppState, HANDOUT_DAYS};
use crate::domain::collections::InOrder;
use crate::domain::date::{Days, NaiveDate};
use crate::domain::trouble::{SavedPart, UnreadPart};
use crate::storage::{Month, Part, Store};

/// What is shown as a whole, printed or given away.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Telling {
    /// The story alone.
    Story,
    /// What was agreed, and the plan for a flare.
    Arrangements,
    /// The pages and the summary: the story, what was agreed, and the last days of the diary.
    Pages,
    /// The diary from one day to another.
    Days(NaiveDate, NaiveDate),
    Everything,
}

impl AppState {
    /// What is found unreadable from now on is looked for in the second copy, or told.
    pub(super) fn follow_what_cannot_be_read(&self) {
        let app = *self;
        Effect::new(move |before: Option<usize>| {
            let count = app.notices.in_place().len();
            if count > before.unwrap_or_default() {
                app.second_copy.take_up_again();
            }
            count
        });
    }

    /// Looks at a part once more.
    pub(super) fn look_again(&self, part: Part) {
        let why = self.store.with_value(|store| store.why_unread(part));
        self.notices.found(part, why);
    }

    /// Looks once more at what could not be read.
    pub(super) fn look_again_at_all(&self) {
        for (part, _) in untrack(|| self.notices.in_place()) {
            self.look_again(part);
        }
        self.tell_what_cannot_be_read();
    }

    /// Tells what cannot be read and what was mended, and nothing else of the kind.
    pub(super) fn tell_what_cannot_be_read(&self) {
        let untold = self.store.with_value(Store::untold);
        let mut parts = untrack(|| self.notices.in_place());
        for part in untold.unread {
            if parts.iter().all(|(known, _)| *known != part) {
                // Something was saved in its place.
                parts.push((part, true));
            }
        }
        let unread = parts.into_iter().filter_map(|(part, partly)| {
            let part = named(part)?;
            Some(UnreadPart { part, partly })
        });
        let mut unread: Vec<UnreadPart> = unread.collect();
        unread.put_in_order();
        let mended = untold.mended.into_iter().filter_map(named);
        self.notices.tell_unread(unread, mended.collect());
    }

    /// The person goes on without what cannot be read. It is kept, and not told again.
    pub fn go_on_without_unread(&self) {
        let parts = untrack(|| self.notices.in_place());
        let parts: Vec<Part> = parts.into_iter().map(|(part, _)| part).collect();
        let accepted = self
            .store
            .try_update_value(|store| store.accept_unread(&parts));
        if let Some(Err(error)) = accepted {
            self.notices.push(Notice::NotSaved(not_saved(error)));
        }
        for part in parts {
            self.look_again(part);
            self.read_again(part);
        }
        self.tell_what_cannot_be_read();
    }

    /// The person has looked at what was mended.
    pub fn accept_mended(&self) {
        let accepted = self.store.try_update_value(Store::accept_mended);
        if let Some(Err(error)) = accepted {
            self.notices.push(Notice::NotSaved(not_saved(error)));
        }
        self.tell_what_cannot_be_read();
    }

    /// Whether it would be told without something that cannot be read, as if that had never been said; reactive.
    pub fn is_held_back(&self, what: Telling) -> bool {
        use SavedPart::{Answers, Arrangements, EarlierAnswers, Settings};
        // The page is not to be drawn anew with the day.
        let today = untrack(|| self.today());
        let first = today.checked_sub_days(Days::new(HANDOUT_DAYS));
        let first = first.unwrap_or(today);
        let concerns = |part: SavedPart| match (what, part) {
            (_, Settings) => false,
            (Telling::Everything, _) => true,
            (Telling::Story, part) => part == Answers,
            (Telling::Arrangements, part) => part == Arrangements,
            (Telling::Pages, Answers | EarlierAnswers(_) | Arrangements) => true,
            (Telling::Pages, SavedPart::Month(month)) => is_in(month, first, today),
            (Telling::Days(first, last), SavedPart::Month(month)) => is_in(month, first, last),
            (Telling::Pages | Telling::Days(..), _) => false,
        };
        let in_place = self.notices.in_place().into_iter();
        let in_place = in_place.filter_map(|(part, _)| named(part));
        let told = self.notices.unread().into_iter().map(|unread| unread.part);
        in_place.chain(told).any(concerns)
    }
}

/// Whether a month, by its first day, has a day of these.
fn is_in(month: NaiveDate, first: NaiveDate, last: NaiveDate) -> bool {
    (Month::of(first)..=Month::of(last)).contains(&Month::of(month))
}
