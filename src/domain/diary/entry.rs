//! Owns one diary entry. Depends on ids and dates.

use crate::domain::date::{NaiveDate, NaiveTime};
use crate::domain::ids::{EntryId, RegionId};

/// One entry of the diary. Everything but its day is optional; what was not said stays unknown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    pub id: EntryId,
    /// The local day that the entry is about.
    pub date: NaiveDate,
    /// The local time at which it was written, when it is about today.
    pub time: Option<NaiveTime>,
    /// Pain, 0 to 10: usual on that day, or now.
    pub pain: Option<u8>,
    /// Worst pain of the day, 0 to 10.
    pub worst: Option<u8>,
    pub can_do: Option<CanDo>,
    /// The person's own call: worse than usual and hard to bear. Never inferred from numbers.
    pub flare: bool,
    pub regions: Vec<RegionId>,
    /// Whether any pain medicine was taken; the list may still be empty.
    pub took_medicine: Option<bool>,
    pub medicines: Vec<Taken>,
    pub note: String,
}

/// What was possible on that day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CanDo {
    Most,
    Some,
    Little,
    LyingDown,
}

/// A medicine taken on a day, as typed, with how many.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Taken {
    pub name: String,
    pub amount: String,
}

impl Entry {
    /// An entry about a day, with nothing said yet.
    pub fn on(id: EntryId, date: NaiveDate) -> Self {
        Self {
            id,
            date,
            time: None,
            pain: None,
            worst: None,
            can_do: None,
            flare: false,
            regions: Vec::new(),
            took_medicine: None,
            medicines: Vec::new(),
            note: String::new(),
        }
    }

    /// An explicit day without pain: usual pain 0, and no worst pain above it.
    pub fn is_pain_free(&self) -> bool {
        self.pain == Some(0) && self.worst.unwrap_or(0) == 0
    }
}
