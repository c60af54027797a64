//! Owns one diary entry. Depends on ids, dates, and the attack, headache and medicine beside this file.
//! May use: the standard library. Must not: judge, add up, or ask a clock.

use std::collections::BTreeMap;

use super::attack::Attack;
use super::headache::Headache;
pub use super::taken::{Relief, Taken};
use crate::domain::date::{NaiveDate, NaiveTime, days_between};
use crate::domain::ids::{EntryId, FactorId, RegionId, TherapyId};

/// One entry of the diary. Everything but its day is optional; what was not said stays unknown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    pub id: EntryId,
    /// The local day that the entry is about.
    pub date: NaiveDate,
    /// The local time at which it was written, when it is about today.
    pub time: Option<NaiveTime>,
    /// The local day on which it was written, when that was a later one.
    pub written: Option<NaiveDate>,
    /// Whether it is about a moment or looks back on the whole day. Unknown counts as a moment.
    pub about: Option<About>,
    /// Whether the pain could be borne: the first tap of the quick log.
    pub bearable: Option<bool>,
    /// Pain, 0 to 10: usual on that day, or now.
    pub pain: Option<u8>,
    /// Worst pain of the day, 0 to 10.
    pub worst: Option<u8>,
    pub can_do: Option<CanDo>,
    /// The person's own call: worse than usual and hard to bear. Never inferred from numbers.
    pub flare: bool,
    /// The person says that this pain is new to them. The warning-sign questions come back.
    pub alarm: Option<Alarm>,
    /// Where it hurt.
    pub regions: Vec<RegionId>,
    /// How strong it was in one place, 0 to 10.
    pub region_pain: BTreeMap<RegionId, u8>,
    /// Words for its quality, by option id (`burning`, `dull` …).
    pub qualities: Vec<String>,
    pub scales: Scales,
    /// Minutes of moving so that the breath went a bit faster.
    pub activity_min: Option<u16>,
    /// What the person did, in their words.
    pub activities: Vec<String>,
    /// Something that matters to the person was done.
    pub did_matter: Option<bool>,
    /// Parts of the plan that were done.
    pub treatment_done: Vec<TherapyId>,
    pub side_effect: Option<SideEffect>,
    pub bleeding: Option<Bleeding>,
    /// The factors that the person chose beforehand, present or not. One that was not answered is missing here.
    pub factors: BTreeMap<FactorId, bool>,
    /// What made it better and worse, in the person's words. For reading, never for counting:
    /// what is written down on bad days only cannot be compared.
    pub better: Vec<String>,
    pub worse: Vec<String>,
    pub headache: Headache,
    /// An attack that began on this entry's day.
    pub attack: Option<Attack>,
    /// Whether any pain medicine was taken; the list may still be empty.
    pub took_medicine: Option<bool>,
    pub medicines: Vec<Taken>,
    pub note: String,
}

/// What an entry looks at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum About {
    /// How it was when it was written.
    Moment,
    /// The whole day, looked back on. Such a number stands for the day
    /// (ratings at the end of a day agree .90 with those of its moments, `broderick2009`).
    Day,
}

/// What was possible on that day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CanDo {
    Most,
    Some,
    Little,
    LyingDown,
}

/// What the person says about a pain that is unlike the others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Alarm {
    NewKind,
    WorstEver,
}

/// The scales of a day, each 0 to 10.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Scales {
    /// How much pain got in the way.
    pub interference: Option<u8>,
    /// 0 very badly, 10 very well: last night.
    pub sleep: Option<u8>,
    /// 0 very low, 10 very good.
    pub mood: Option<u8>,
    pub fatigue: Option<u8>,
    pub stress: Option<u8>,
}

/// A treatment that upset the person.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SideEffect {
    pub words: String,
    /// 0 to 10.
    pub strength: Option<u8>,
}

/// The period on that day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bleeding {
    FirstDay,
    OtherDay,
    None,
}

/// How many days back an entry may be filled in without being marked as late:
/// memory beyond a few days is poor (`broderick2008`).
pub const FRESH_DAYS: i64 = 2;

impl Entry {
    /// An entry about a day, with nothing said yet.
    pub fn on(id: EntryId, date: NaiveDate) -> Self {
        Self {
            id,
            date,
            time: None,
            written: None,
            about: None,
            bearable: None,
            pain: None,
            worst: None,
            can_do: None,
            flare: false,
            alarm: None,
            regions: Vec::new(),
            region_pain: BTreeMap::new(),
            qualities: Vec::new(),
            scales: Scales::default(),
            activity_min: None,
            activities: Vec::new(),
            did_matter: None,
            treatment_done: Vec::new(),
            side_effect: None,
            bleeding: None,
            factors: BTreeMap::new(),
            better: Vec::new(),
            worse: Vec::new(),
            headache: Headache::default(),
            attack: None,
            took_medicine: None,
            medicines: Vec::new(),
            note: String::new(),
        }
    }

    /// An explicit day without pain: usual pain 0, and no worst pain above it.
    pub fn is_pain_free(&self) -> bool {
        self.pain == Some(0) && self.worst.unwrap_or(0) == 0
    }

    /// Written so much later that memory may colour it: its numbers are shown, and marked.
    pub fn is_late(&self) -> bool {
        self.written
            .is_some_and(|written| days_between(self.date, written) > FRESH_DAYS)
    }
}
