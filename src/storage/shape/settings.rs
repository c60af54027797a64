//! Owns the saved form of the settings.
//! May use: domain, document. Must not: keys, a back end.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Document, saved_as_word};
use crate::domain::settings::{Contrast, KnownTable, LockAfter, Settings, TextSize, Theme};
use crate::storage::document::{Fields, Reading, Refusal, Saved};
use crate::storage::keys::Part;

const THEME: &str = "theme";
const TEXT_SIZE: &str = "text_size";
const CONTRAST: &str = "contrast";
const CALM_MODE: &str = "calm_mode";
const LAST_BACKUP: &str = "last_backup";
const INSTALL_HINT_DISMISSED: &str = "install_hint_dismissed";
const TABLES: &str = "tables";
const LOCK_AFTER: &str = "lock_after";
const UNFINISHED: &str = "unfinished";

/// The settings, opened.
#[derive(Debug, Default)]
pub(in crate::storage) struct SavedSettings(Fields);

impl Document for SavedSettings {
    fn parse(part: Part, text: &str) -> Result<Self, Refusal> {
        Fields::open(part, text).map(Self)
    }

    fn text(&self) -> Option<String> {
        Some(self.0.document_text(&[]))
    }

    fn n_unreadable(&self, _: Part) -> usize {
        self.settings().n_unreadable
    }
}

impl SavedSettings {
    pub fn settings(&self) -> Reading<Settings> {
        let fields = &self.0;
        let mut n_unreadable = 0;
        let value = Settings {
            theme: fields.read(THEME, &mut n_unreadable).unwrap_or_default(),
            text_size: fields
                .read(TEXT_SIZE, &mut n_unreadable)
                .unwrap_or_default(),
            contrast: fields.read(CONTRAST, &mut n_unreadable).unwrap_or_default(),
            calm_mode: fields
                .read(CALM_MODE, &mut n_unreadable)
                .unwrap_or_default(),
            last_backup: fields.read(LAST_BACKUP, &mut n_unreadable),
            install_hint_dismissed: fields
                .read(INSTALL_HINT_DISMISSED, &mut n_unreadable)
                .unwrap_or_default(),
            tables: fields.read(TABLES, &mut n_unreadable).unwrap_or_default(),
            lock_after: fields
                .read(LOCK_AFTER, &mut n_unreadable)
                .unwrap_or_default(),
            unfinished: fields
                .read(UNFINISHED, &mut n_unreadable)
                .unwrap_or_default(),
        };
        Reading {
            value,
            n_unreadable,
        }
    }

    /// Makes those changes that lead from one to the other. True when that replaces something unreadable.
    #[must_use]
    pub fn change(&mut self, from: &Settings, to: &Settings) -> bool {
        let fields = &mut self.0;
        fields.update(THEME, Some(&from.theme), Some(&to.theme))
            | fields.update(TEXT_SIZE, Some(&from.text_size), Some(&to.text_size))
            | fields.update(CONTRAST, Some(&from.contrast), Some(&to.contrast))
            | fields.update(CALM_MODE, Some(&from.calm_mode), Some(&to.calm_mode))
            | fields.update(
                LAST_BACKUP,
                from.last_backup.as_ref(),
                to.last_backup.as_ref(),
            )
            | fields.update(
                INSTALL_HINT_DISMISSED,
                Some(&from.install_hint_dismissed),
                Some(&to.install_hint_dismissed),
            )
            | fields.update(TABLES, filled(&from.tables), filled(&to.tables))
            | fields.update(LOCK_AFTER, Some(&from.lock_after), Some(&to.lock_after))
            | fields.update(UNFINISHED, typed(&from.unfinished), typed(&to.unfinished))
    }
}

/// As long as no table was read there is no such field.
fn filled(tables: &Vec<KnownTable>) -> Option<&Vec<KnownTable>> {
    Some(tables).filter(|tables| !tables.is_empty())
}

/// As long as nothing is typed there is no such field.
fn typed(unfinished: &BTreeMap<String, String>) -> Option<&BTreeMap<String, String>> {
    Some(unfinished).filter(|unfinished| !unfinished.is_empty())
}

impl Saved for BTreeMap<String, String> {
    type Stored = BTreeMap<String, String>;

    fn to_stored(&self) -> Self::Stored {
        self.clone()
    }

    fn from_stored(stored: Self::Stored) -> Option<Self> {
        Some(stored)
    }
}

/// A table that was read once.
#[derive(Serialize, Deserialize)]
pub(in crate::storage) struct StoredTable {
    names: Vec<String>,
    means: Vec<String>,
}

impl Saved for Vec<KnownTable> {
    type Stored = Vec<StoredTable>;

    fn to_stored(&self) -> Vec<StoredTable> {
        self.iter()
            .map(|table| StoredTable {
                names: table.names.clone(),
                means: table.means.clone(),
            })
            .collect()
    }

    fn from_stored(stored: Vec<StoredTable>) -> Option<Self> {
        let tables = stored.into_iter().map(|table| KnownTable {
            names: table.names,
            means: table.means,
        });
        Some(tables.collect())
    }
}

saved_as_word!(Theme { System = "system", Light = "light", Dark = "dark" });
saved_as_word!(TextSize { Normal = "normal", Large = "large", Largest = "largest" });
saved_as_word!(LockAfter { OneMinute = "1", FiveMinutes = "5", QuarterHour = "15", Hour = "60" });
saved_as_word!(Contrast { System = "system", More = "more" });
