//! Owns what this tab shows of what another tab has saved: the change is on the screen at once, without loading again.
//! May use: storage through the shared store. Must not: wording.

use leptos::prelude::*;

use super::AppState;
use crate::platform::page;
use crate::platform::tabs::SavedElsewhere;
use crate::storage::{Part, Store, is_lock};

impl AppState {
    /// Another tab has saved something.
    pub(super) fn hear(&self, saved: SavedElsewhere) {
        match saved {
            // Only a new start knows what a lock asks for now.
            SavedElsewhere::Key(key, _) if is_lock(&key) => page::reload(),
            SavedElsewhere::Key(key, text) if self.lock.is_set() => {
                let app = *self;
                leptos::task::spawn_local(async move {
                    let text = app.lock.opened(&key, text).await;
                    app.take_in(&key, text.as_deref());
                });
            }
            SavedElsewhere::Key(key, text) => self.take_in(&key, text.as_deref()),
            SavedElsewhere::Everything => {
                self.look_whether_all_is_there();
                for part in [
                    Part::Response,
                    Part::Settings,
                    Part::Arrangements,
                    Part::Tracking,
                ] {
                    self.read_again(part);
                }
                self.diary.read_again();
            }
        }
    }

    fn take_in(&self, key: &str, text: Option<&str>) {
        let heard = |store: &mut Store| store.hear(key, text);
        if let Some(part) = self.store.try_update_value(heard).flatten() {
            self.read_again(part);
            if text.is_none() {
                self.look_whether_all_is_there();
            }
            // It may have made room.
            self.save_again();
        }
    }

    pub(super) fn read_again(&self, part: Part) {
        self.look_again(part);
        match part {
            Part::Response => {
                let response = self.store.try_update_value(|store| store.response().value);
                self.assessment.take_over(response.unwrap_or_default());
            }
            Part::Settings => {
                let settings = self.store.try_update_value(|store| store.settings().value);
                self.preferences.take_over(settings.unwrap_or_default());
            }
            Part::Arrangements => self.arranged.forget(),
            Part::Tracking | Part::Month(_) => self.diary.read_again(),
            // Only the pages that compare assessments read it, and they read it anew.
            Part::Earlier(_) => {}
        }
    }
}
