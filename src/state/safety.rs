//! Owns the safety of saved data as the views see it: room, copies, what cannot be read, clean-up by the browser, deleting.
//! May use: storage, platform. Must not: wording.

use leptos::prelude::*;

use super::AppState;
use super::notices::{Notice, not_saved};
use crate::domain::date::{Days, NaiveDate};
use crate::domain::day_rule::FIRST_YEAR;
use crate::domain::settings::Settings;
pub use crate::platform::device::{
    Installing, ask_to_persist, asking_shows_a_question, installing, is_persistent,
};
use crate::platform::{device, files, page, quiet};
use crate::storage::{ASSUMED_QUOTA_UNITS, BrowserBackend, Store, used_units};
pub use crate::storage::{Level, SetAside, Unreadable};

/// Days after which a new copy is brought to mind, and days of use after which the first one is. Ours: a month of a diary
/// is what most people would not like to lose.
const COPY_AFTER_DAYS: i64 = 30;
const FIRST_COPY_AFTER_DAYS: u64 = 14;

/// How full the browser's storage is, everything of this origin counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Room {
    pub used_units: usize,
    pub all_units: usize,
    pub level: Level,
}

impl Room {
    /// 0 to 100.
    pub fn percent(self) -> usize {
        (self.used_units.saturating_mul(100) / self.all_units.max(1)).min(100)
    }
}

impl AppState {
    /// How full the storage is. Reads everything: for the start and the page about it.
    pub fn room(&self) -> Room {
        let used_units = used_units(&BrowserBackend);
        let by_measure = crate::storage::level(used_units, ASSUMED_QUOTA_UNITS);
        // A refused save is believed over the figure.
        let by_store = self.store.with_value(|store| store.health().level);
        Room {
            used_units,
            all_units: ASSUMED_QUOTA_UNITS,
            level: if by_store == Level::Full {
                by_store
            } else {
                by_measure
            },
        }
    }

    /// Days since a copy was last saved, reactive; none when there never was one.
    pub fn days_since_copy(&self) -> Option<i64> {
        let last = self.preferences.get().last_backup?;
        Some((self.today() - last).num_days().max(0))
    }

    /// Whether it is time for a copy, reactive. Never before there is something that would be missed.
    pub fn is_copy_due(&self) -> bool {
        match self.days_since_copy() {
            Some(days) => days >= COPY_AFTER_DAYS,
            None => self.first_day().is_some_and(|first| {
                let first_copy = first.checked_add_days(Days::new(FIRST_COPY_AFTER_DAYS));
                first_copy.is_some_and(|day| day <= self.today())
            }),
        }
    }

    /// The day on which the story was begun, or of the first entry in the diary.
    fn first_day(&self) -> Option<NaiveDate> {
        let diary = self.store.with_value(|store| {
            let months = store.months().into_iter();
            let mut months = months.filter(|month| month.year >= FIRST_YEAR);
            // A month of which nothing is left still knows what was deleted in it.
            months.find_map(|month| Some(store.month(month).value.first()?.date))
        });
        let story = self.assessment.response().started;
        diary.into_iter().chain(story).min()
    }

    /// Texts that cannot be read, where they are and put aside.
    pub fn set_aside(&self) -> Vec<SetAside> {
        self.store.with_value(Store::set_aside)
    }

    /// Offers such a text as it is, as a file. Says whether the browser took it.
    pub fn save_set_aside(&self, aside: &SetAside) -> bool {
        let name = aside.name().replace('/', "-");
        files::save_text(&format!("tailored-{name}.txt"), "text/plain", &aside.text)
    }

    /// The reminder to install was read; it does not come back.
    pub fn dismiss_install_hint(&self) {
        self.preferences
            .change(|settings| settings.install_hint_dismissed = true);
    }

    /// What is looked through at the start, and what is to be told then: room that gets short, and a browser that deletes what is not installed.
    pub(super) fn tell_at_the_start(&self) {
        let app = *self;
        // It reads everything that is saved, which takes a moment when that is much.
        quiet::when_it_can_wait(move || {
            app.diary.look_through();
            let room = app.room();
            if matches!(room.level, Level::Filling | Level::NearlyFull) {
                app.notices.push(Notice::RoomShort(room.percent()));
            }
        });
        let deletes_by_itself = matches!(
            installing(),
            Installing::SafariTouch | Installing::SafariMac
        );
        if deletes_by_itself
            && untrack(|| self.is_new())
            && !self.preferences.get_untracked().install_hint_dismissed
        {
            self.notices.push(Notice::InstallFirst);
        }
    }

    /// Asks the browser to keep the data, once something was saved: before, there is nothing that it should keep.
    /// Where that brings up a question, a button asks instead.
    pub(super) fn ask_to_persist_after_the_first_save(&self) {
        let notices = self.notices;
        Effect::new(move |asked: Option<bool>| {
            let is_time = asked != Some(true) && notices.saves() > 0 && !asking_shows_a_question();
            if is_time {
                leptos::task::spawn_local(async {
                    // Whatever the answer, the page about it shows it.
                    let _ = ask_to_persist().await;
                });
            }
            asked == Some(true) || is_time
        });
    }

    /// Removes everything that the app has saved, with its offline copy, and starts anew. Says whether nothing is left:
    /// that was looked up.
    pub async fn delete_everything(&self) -> bool {
        let had_lock = self.lock.is_set();
        // First, so that a kill in between cannot bring back what was deleted.
        self.second_copy.clear().await;
        let outcome = self.store.try_update_value(Store::delete_everything);
        if let Some(Err(error)) = outcome {
            self.notices.push(Notice::NotSaved(not_saved(error)));
            return false;
        }
        // Once more: it noted what was removed.
        let cleared = self.second_copy.clear().await;
        let n_left = device::forget_the_app().await;
        self.assessment.forget();
        self.arranged.forget();
        self.diary.forget();
        self.preferences.take_over(Settings::default());
        self.same_file.forget();
        self.notices.forget();
        if n_left > 0 || !cleared {
            return false;
        }
        if had_lock {
            // The key leaves the memory with the page.
            page::reload();
        }
        self.notices.push(Notice::Deleted);
        true
    }
}
