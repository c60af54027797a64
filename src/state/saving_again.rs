//! Owns trying again what could not be saved: when the person asks, when the page is looked at again, when another tab has
//! saved or deleted something, and every quarter of a minute.
//! May use: the store, timers. Must not: wording.

use leptos::prelude::*;
use std::time::Duration;

use super::AppState;

/// Often enough that a person who has just made room sees it, seldom enough that a full device is not asked all the time.
const EVERY: Duration = Duration::from_secs(15);

impl AppState {
    /// Tries to save what is on the screen and was refused.
    pub fn save_again(&self) {
        if self.notices.has_failure() {
            self.lock.write_what_waits();
            self.notices.try_again(self.store);
        }
    }

    /// From now on what is refused is tried again.
    pub(super) fn save_again_from_time_to_time(&self) {
        let app = *self;
        let is_waiting = StoredValue::new(false);
        Effect::new(move |_| {
            let has_failure = app.notices.failure_tracked();
            if has_failure && !is_waiting.get_value() {
                is_waiting.set_value(true);
                app.wait_and_save_again(is_waiting);
            }
        });
    }

    fn wait_and_save_again(self, is_waiting: StoredValue<bool>) {
        set_timeout(
            move || {
                self.save_again();
                match self.notices.has_failure() {
                    true => self.wait_and_save_again(is_waiting),
                    false => is_waiting.set_value(false),
                }
            },
            EVERY,
        );
    }
}
