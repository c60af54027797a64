//! Owns every key of saved data and what each stands for. No other file spells a key.
//! May use: dates. Must not: a back end, shapes.
//!
//! | key | holds |
//! |---|---|
//! | `tailored/response` | the answers |
//! | `tailored/settings` | the settings of this device |
//! | `tailored/arrangements` | reasons, agreements, the flare plan and what was asked |
//! | `tailored/tracking` | what the person chose to follow in the diary |
//! | `tailored/earlier/2026-03-07` | the answers of an earlier assessment, by the day on which it began |
//! | `tailored/diary/2026-11` | the diary entries of one month |
//! | `tailored/written` | the manifest: the names of the parts that were ever saved |
//! | `tailored/tries` | how many wrong passphrases came in a row |
//! | `tailored/lock` | the lock, when there is one: then every other text is sealed |
//! | `tailored/set-aside/3/diary/2026-11` | the exact text of a month that could not be read |
//!
//! Other keys under the prefix belong to a newer version: they are exported, and otherwise left alone.

use crate::domain::date::{Datelike, NaiveDate};

pub(super) const PREFIX: &str = "tailored/";
/// Written and removed at the start, to learn whether anything can be saved at all.
pub(super) const PROBE: &str = "tailored/probe";
/// The lock around everything else. It is not part of what the person told, so it is in no backup.
pub(super) const LOCK: &str = "tailored/lock";
/// Wrong passphrases in a row. Read before the lock is open, so it is never sealed; it is in no backup.
pub(super) const TRIES: &str = "tailored/tries";
/// The names of the parts that were ever saved. It says nothing of its own, so it is in no backup.
/// It stands behind every part in the order of keys, in which an unlocked store seals what waits: a part is there before it
/// is named.
pub(super) const MANIFEST: &str = "tailored/written";
const RESPONSE: &str = "response";
const SETTINGS: &str = "settings";
const ARRANGEMENTS: &str = "arrangements";
const TRACKING: &str = "tracking";
const DIARY: &str = "diary/";
const EARLIER: &str = "earlier/";
const SET_ASIDE: &str = "tailored/set-aside/";

/// A month of the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month {
    pub year: i32,
    /// 1 to 12.
    pub month: u32,
}

impl Month {
    /// The month that a day belongs to.
    pub fn of(date: NaiveDate) -> Self {
        Self {
            year: date.year(),
            month: date.month(),
        }
    }

    /// The given day of this month, when it exists.
    pub fn day(self, day: u32) -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(self.year, self.month, day)
    }
}

/// One separately saved part of the data. Each part has a key of its own and is read, saved and set aside alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    Response,
    Settings,
    Arrangements,
    Tracking,
    Month(Month),
    /// The answers of an assessment that a later one follows, by the day on which that began.
    Earlier(NaiveDate),
}

impl Part {
    /// The key under which the part is saved.
    pub fn key(self) -> String {
        format!("{PREFIX}{}", self.name())
    }

    /// The part that is saved under a key; unknown keys and set-aside texts are none.
    pub(super) fn of_key(key: &str) -> Option<Self> {
        Self::of_name(key.strip_prefix(PREFIX)?)
    }

    /// The name of the part: its key without the prefix.
    pub(super) fn name(self) -> String {
        match self {
            Part::Response => RESPONSE.to_owned(),
            Part::Settings => SETTINGS.to_owned(),
            Part::Arrangements => ARRANGEMENTS.to_owned(),
            Part::Tracking => TRACKING.to_owned(),
            Part::Month(Month { year, month }) => format!("{DIARY}{year:04}-{month:02}"),
            Part::Earlier(date) => format!("{EARLIER}{date}"),
        }
    }

    /// The part of a name; unknown names are none.
    pub(super) fn of_name(name: &str) -> Option<Self> {
        let part = match name {
            RESPONSE => Part::Response,
            SETTINGS => Part::Settings,
            ARRANGEMENTS => Part::Arrangements,
            TRACKING => Part::Tracking,
            _ if name.starts_with(EARLIER) => {
                let mut parts = name.strip_prefix(EARLIER)?.rsplitn(3, '-');
                let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
                Part::Earlier(NaiveDate::from_ymd_opt(
                    year.parse().ok()?,
                    month.parse().ok()?,
                    day.parse().ok()?,
                )?)
            }
            _ => {
                let (year, month) = name.strip_prefix(DIARY)?.rsplit_once('-')?;
                let month = Month {
                    year: year.parse().ok()?,
                    month: month.parse().ok()?,
                };
                month.day(1)?;
                Part::Month(month)
            }
        };
        // Only the one spelling counts: "2026-1" would be read and then saved under another key.
        (part.name() == name).then_some(part)
    }
}

/// Whether a key is that of the lock.
pub fn is_lock(key: &str) -> bool {
    key == LOCK
}

/// The key for the `number`-th text that was set aside, which came from the part of this name.
pub(super) fn set_aside(number: u32, name: &str) -> String {
    format!("{SET_ASIDE}{number}/{name}")
}

/// The key of a name that this version need not know.
pub(super) fn of_unknown(name: &str) -> String {
    format!("{PREFIX}{name}")
}

/// The name that a key of this app stands for; the lock, the count of tries and the probe hold nothing of the person's.
pub(super) fn name_of(key: &str) -> Option<&str> {
    key.strip_prefix(PREFIX)
        .filter(|_| ![PROBE, LOCK, TRIES].contains(&key))
}

/// The name of the part that a text came from which was set aside under this key.
pub(super) fn name_of_set_aside(key: &str) -> Option<&str> {
    of_set_aside(key)?;
    Some(key.strip_prefix(SET_ASIDE)?.split_once('/')?.1)
}

/// What tells a text that was set aside under this key from all others: its number and the name of its part.
pub(super) fn short_of_set_aside(key: &str) -> &str {
    key.strip_prefix(SET_ASIDE).unwrap_or(key)
}

/// Number and origin of a text that was set aside; the origin is unknown when a newer version set it aside.
pub(super) fn of_set_aside(key: &str) -> Option<(u32, Option<Part>)> {
    let (number, name) = key.strip_prefix(SET_ASIDE)?.split_once('/')?;
    Some((number.parse().ok()?, Part::of_name(name)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_part_is_found_again_by_its_key() {
        for part in [
            Part::Response,
            Part::Settings,
            Part::Arrangements,
            Part::Tracking,
            Part::Month(Month {
                year: 2026,
                month: 11,
            }),
            Part::Month(Month { year: -5, month: 1 }),
            Part::Earlier(NaiveDate::from_ymd_opt(2026, 3, 7).unwrap_or_default()),
        ] {
            assert_eq!(Part::of_key(&part.key()), Some(part));
            assert!(part.key().as_str() < MANIFEST, "sealed after its parts");
            assert_eq!(
                of_set_aside(&set_aside(7, &part.name())),
                Some((7, Some(part)))
            );
        }
    }

    #[test]
    fn other_spellings_of_a_key_are_not_ours() {
        for name in [
            "diary/2026-1",
            "diary/2026-13",
            "diary/26-01",
            "diary/+2026-01",
            "diary/",
            "earlier/",
            "earlier/2026-3-7",
            "earlier/2026-02-30",
            "visits",
            "",
        ] {
            assert_eq!(Part::of_key(&format!("{PREFIX}{name}")), None, "{name}");
        }
        assert_eq!(Part::of_key("response"), None);
    }
}
