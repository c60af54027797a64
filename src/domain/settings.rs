//! Owns how the app looks and behaves for this person on this device. Answers about the person are not settings.
//! May use: dates. Must not: wording, storage shapes.

use std::collections::BTreeMap;

use crate::domain::date::NaiveDate;

/// The settings of one device. The default is what a first visit gets.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Settings {
    pub theme: Theme,
    pub text_size: TextSize,
    pub contrast: Contrast,
    /// Low-stimulus mode: one thing at a time, big answers, dim colours.
    pub calm_mode: bool,
    /// The day a backup was last saved to a file.
    pub last_backup: Option<NaiveDate>,
    /// The hint how to install the app was put away.
    pub install_hint_dismissed: bool,
    /// What the columns of tables from other apps mean, as the person said; the latest first.
    pub tables: Vec<KnownTable>,
    /// When a lock closes by itself.
    pub lock_after: LockAfter,
    /// What is typed into fields whose words count only with a button, by the name of the field.
    pub unfinished: BTreeMap<String, String>,
}

/// A table that was read once: names and meanings of its columns, in their order.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct KnownTable {
    pub names: Vec<String>,
    /// The words of `exchange::import::Column`.
    pub means: Vec<String>,
}

/// Tables that are remembered.
const MOST_TABLES: usize = 10;

impl Settings {
    /// Remembers what the columns of a table mean, in place of what was remembered for the same names.
    pub fn remember(&mut self, table: KnownTable) {
        self.tables.retain(|known| known.names != table.names);
        self.tables.insert(0, table);
        self.tables.truncate(MOST_TABLES);
    }

    /// What was remembered for these names.
    pub fn meanings(&self, names: &[String]) -> Option<&[String]> {
        let known = self.tables.iter().find(|known| known.names == names)?;
        Some(&known.means)
    }
}

/// How long nobody may touch the page until a lock closes by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum LockAfter {
    OneMinute,
    #[default]
    FiveMinutes,
    QuarterHour,
    Hour,
}

impl LockAfter {
    /// Shortest first.
    pub const ALL: [Self; 4] = [
        Self::OneMinute,
        Self::FiveMinutes,
        Self::QuarterHour,
        Self::Hour,
    ];

    /// In minutes.
    pub fn minutes(self) -> u32 {
        match self {
            Self::OneMinute => 1,
            Self::FiveMinutes => 5,
            Self::QuarterHour => 15,
            Self::Hour => 60,
        }
    }
}

/// Light or dark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Theme {
    /// As the device is set.
    #[default]
    System,
    Light,
    Dark,
}

/// The size of all text, on top of what the device is set to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum TextSize {
    #[default]
    Normal,
    Large,
    Largest,
}

/// How strongly text and borders stand out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Contrast {
    /// As the device is set.
    #[default]
    System,
    More,
}
