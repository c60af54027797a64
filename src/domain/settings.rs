//! Owns how the app looks and behaves for this person on this device. Answers about the person are not settings.
//! May use: dates. Must not: wording, storage shapes.

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
