//! Owns the records that an answer can list: places that hurt, medicines, treatments tried, tests, diagnoses, goals.
//! May use: ids. Must not: wording, pages, storage shapes.
//!
//! Texts are kept as they were typed, also when they cannot be true; `findings` says what is odd about them.

use std::collections::BTreeMap;

use crate::domain::ids::{RegionId, TherapyId};

/// A month as it was typed or chosen: the month may be left out, and both may be impossible.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct MonthYear {
    /// "1" to "12", or empty.
    pub month: String,
    /// Four figures, or empty.
    pub year: String,
}

/// One place that hurts: one or more regions of the body map that belong together.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Site {
    pub regions: Vec<RegionId>,
    /// Since when it hurts there.
    pub since: MonthYear,
    /// Intensity at the moment of answering, 0 to 10.
    pub now: Option<u8>,
    /// Intensities of the last 7 days, 0 to 10.
    pub usual: Option<u8>,
    pub worst: Option<u8>,
    pub least: Option<u8>,
    /// Words for its quality, by option id (`burning`, `dull` …).
    pub words: Vec<String>,
    /// There all the time (`true`) or coming and going (`false`).
    pub constant: Option<bool>,
    /// Times of the day at which it is worst, by option id (`morning`, `night` …).
    pub times: Vec<String>,
    /// Regions into which it spreads.
    pub spreads_to: Vec<RegionId>,
    /// What makes it better and worse, by option id (`rest`, `walking` …).
    pub better: Vec<String>,
    pub worse: Vec<String>,
    /// Exactly one site of a response is the main one.
    pub main: bool,
}

/// A medicine in use, in the person's own words.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Medicine {
    pub name: String,
    /// Dose and how often it is really taken, as typed.
    pub dose: String,
    /// Milligrams in one tablet, or micrograms an hour of a patch, as typed.
    pub strength: String,
    /// The most tablets, drops or patches used in one day, as typed.
    pub a_day: String,
    /// How often it is really taken.
    pub often: Option<Often>,
    pub since: MonthYear,
    /// How much it helps, 0 to 10.
    pub helps: Option<u8>,
    /// Side effects.
    pub problems: String,
    /// Bought without a prescription, or a supplement.
    pub bought: bool,
    /// Kinds that the person was asked whether it counts as, by word of `current_meds`, with what they said. It holds
    /// while the name still means that kind.
    pub counts: BTreeMap<String, bool>,
}

/// On how many days something is really taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Often {
    Daily,
    MostDays,
    SomeDays,
    Rarely,
}

/// What a treatment did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Effect {
    Helped,
    NoHelp,
    /// It did not suit the person: side effects were the reason to stop, whether it helped or not, or it made things worse.
    BadFor,
}

/// A treatment that was tried, with what came of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tried {
    /// A treatment of the catalogue; empty when it is not in it.
    pub therapy: TherapyId,
    /// What the person calls it; empty for one of the catalogue, unless they name what they had.
    pub name: String,
    /// Unknown when the person cannot say.
    pub effect: Option<Effect>,
    /// How much it helped, 0 to 10.
    pub help: Option<u8>,
    /// Highest dose in milligrams a day, as typed.
    pub dose_mg: String,
    /// Number of sessions, courses or injections, as typed.
    pub sessions: String,
    /// For how long, as typed, in `lasted_unit`.
    pub lasted: String,
    pub lasted_unit: Unit,
    /// Side effects.
    pub problems: String,
    /// Why it was stopped.
    pub stopped: String,
    /// Anything else, as typed.
    pub detail: String,
    pub still_using: bool,
}

impl Tried {
    /// A treatment of the catalogue about which nothing was said yet.
    pub fn new(therapy: TherapyId) -> Self {
        Self {
            therapy,
            name: String::new(),
            effect: None,
            help: None,
            dose_mg: String::new(),
            sessions: String::new(),
            lasted: String::new(),
            lasted_unit: Unit::default(),
            problems: String::new(),
            stopped: String::new(),
            detail: String::new(),
            still_using: false,
        }
    }
}

/// A unit in which people say how long something lasted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Unit {
    Days,
    #[default]
    Weeks,
    Months,
    Years,
}

/// What the person was told that they have.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Diagnosis {
    pub name: String,
    /// Who said so, as typed: "my family doctor".
    pub by: String,
    /// How sure it was; unknown when the person cannot say.
    pub told: Option<Told>,
    /// Illnesses that the person was asked whether it counts as, by word of `conditions`, with what they said. It holds
    /// while the name still means that illness.
    pub counts: BTreeMap<String, bool>,
}

/// How sure a diagnosis was told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Told {
    Certain,
    /// "It may be", "it could be".
    Perhaps,
    /// It was looked for and is not there.
    RuledOut,
}

/// A test or examination that was done.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TestDone {
    /// The kind, by the id of an option of its item.
    pub kind: String,
    /// Which part of the body, as typed.
    pub part: String,
    pub when: MonthYear,
    /// Where it was done, as typed.
    pub place: String,
    /// What it showed, in own words.
    pub result: String,
    /// Whether the person holds a copy of the result; unknown until they say.
    pub copy: Option<bool>,
}

/// Something the person wants to be able to do.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Goal {
    pub words: String,
    /// By when.
    pub by: MonthYear,
}
