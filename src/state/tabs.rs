//! Owns what this tab shows of what another tab has saved: the change is on the screen at once, without loading again.
//! May use: storage through the shared store. Must not: wording.

use leptos::prelude::*;

use super::AppState;
use crate::platform::tabs::SavedElsewhere;
use crate::storage::Part;

impl AppState {
    /// Another tab has saved something.
    pub(super) fn hear(&self, saved: SavedElsewhere) {
        match saved {
            SavedElsewhere::Key(key, text) => {
                let heard = |store: &mut crate::storage::Store| store.hear(&key, text.as_deref());
                if let Some(part) = self.store.try_update_value(heard).flatten() {
                    self.read_again(part);
                }
            }
            SavedElsewhere::Everything => {
                for part in [
                    Part::Response,
                    Part::Settings,
                    Part::Arrangements,
                    Part::Tracking,
                ] {
                    self.read_again(part);
                }
            }
        }
    }

    fn read_again(&self, part: Part) {
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
