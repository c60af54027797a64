//! Owns how the app looks for this person.

use leptos::prelude::*;

use super::SharedStore;
use super::notices::Notices;
use crate::domain::settings::Settings;
use crate::storage::SaveError;

/// The settings and the way to change them.
#[derive(Clone, Copy)]
pub struct Preferences {
    settings: RwSignal<Settings>,
    store: SharedStore,
    notices: Notices,
}

impl Preferences {
    pub(super) fn new(settings: Settings, store: SharedStore, notices: Notices) -> Self {
        Self {
            settings: RwSignal::new(settings),
            store,
            notices,
        }
    }

    /// The settings as they are.
    pub fn get(&self) -> Settings {
        self.settings.get()
    }

    /// Goes on from settings that were put in from a file, or saved in another tab.
    pub(super) fn take_over(&self, settings: Settings) {
        self.settings.set(settings);
    }

    /// The settings as they are, once.
    pub fn get_untracked(&self) -> Settings {
        self.settings.get_untracked()
    }

    /// What was typed into a field and not used yet.
    pub fn unfinished(&self, name: &str) -> String {
        self.settings
            .with_untracked(|settings| settings.unfinished.get(name).cloned().unwrap_or_default())
    }

    /// Keeps what is typed into a field. No page shows settings anew for it.
    pub fn keep_unfinished(&self, name: &str, words: &str) {
        if self.unfinished(name) == words {
            return;
        }
        self.settings.update_untracked(|settings| match words {
            "" => drop(settings.unfinished.remove(name)),
            words => drop(
                settings
                    .unfinished
                    .insert(name.to_owned(), words.to_owned()),
            ),
        });
        self.save();
    }

    /// Changes the settings and saves them.
    pub fn change(&self, change: impl FnOnce(&mut Settings)) {
        self.settings.update(change);
        self.save();
    }

    fn save(&self) {
        let settings = self.settings.get_untracked();
        let outcome = self
            .store
            .try_update_value(|store| store.save_settings(&settings))
            .unwrap_or(Err(SaveError::Broken));
        self.notices.after_save(self.store, outcome);
    }
}
