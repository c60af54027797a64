//! Owns the day that it is: one signal for everything that shows or writes a day. It follows the clock while the page is open,
//! over midnight, over a journey and when a wrong clock is put right, forwards and backwards.
//! May use: the clock. Must not: storage, wording.

use leptos::prelude::*;

use crate::domain::date::NaiveDate;
use crate::platform::clock;

/// The local day.
#[derive(Clone, Copy)]
pub struct Today(RwSignal<NaiveDate>);

impl Today {
    pub(super) fn new() -> Self {
        Self(RwSignal::new(clock::today()))
    }

    /// For what is shown, reactive.
    pub fn get(self) -> NaiveDate {
        self.0.get()
    }

    /// For what is written down or decided now. It asks the clock, because a timer may come late: what a tap writes just
    /// after midnight belongs to the new day.
    pub fn now(self) -> NaiveDate {
        self.look();
        self.0.get_untracked()
    }

    /// From now on what is shown follows the clock.
    pub(super) fn follow(self) {
        clock::when_the_day_may_have_changed(move || self.look());
    }

    fn look(self) {
        let now = clock::today();
        if self.0.get_untracked() != now {
            self.0.set(now);
        }
    }
}
