//! Owns the results of our own checks (`instruments.toml`, `[[own]]`): one file per check with score, missing-data rule and source.
//! May use: facts, answers, knowledge. Must not: name a diagnosis, judge beyond the working thresholds, wording.
//!
//! The wording of the checks is our own and untested. Published cut-offs serve as working thresholds for talking points
//! only (instruments.md, 1.3). A check of two to four questions has no score while one of them has no answer (1.4).

mod alcohol;
mod confidence;
mod fear;
mod grade;
mod headache_days;
mod impact;
mod migraine;
mod mood;
mod nerve;
mod pain_now;
mod sleep;
mod widespread;

use crate::domain::plan::facts::Facts;
use crate::domain::questionnaire::flow::Course;
use crate::domain::questionnaire::response::Response;
use crate::knowledge::{OWN_CHECKS, OwnCheck};

pub use alcohol::{drinks_heavily_daily, is_risky};

/// What came of one of our own checks.
#[derive(Debug, Clone, PartialEq)]
pub struct CheckResult {
    pub check: &'static OwnCheck,
    pub outcome: Outcome,
}

#[derive(Debug, Clone, PartialEq)]
pub enum Outcome {
    /// Some of its questions were answered, and not enough of them.
    Incomplete,
    Known(Reading),
}

/// The numbers of a check and what may be said about them.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    pub figures: Vec<Figure>,
    pub meanings: Vec<Meaning>,
    /// Working thresholds, with the ids of their sources in `sources.toml`.
    pub thresholds: &'static [Threshold],
}

/// One number of a result.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Figure {
    pub what: What,
    pub value: f64,
    /// The highest possible value.
    pub most: f64,
}

/// What a number counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    UsualPain,
    WorstPain,
    Impact,
    NerveSigns,
    Mood,
    Worry,
    PoorNights,
    SleepBother,
    Confidence,
    PainWorry,
    FearOfMoving,
    MigraineSigns,
    HeadacheDays,
    MigraineDays,
    DaysNoWork,
    DaysNoHousework,
    DaysNoPeople,
    PainAreas,
    GeneralSigns,
    Alcohol,
}

/// What may be said to the person. None of these is a diagnosis.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Meaning {
    /// The number speaks for itself.
    JustTheNumbers,
    /// Watch how it changes: a drop of one point is worth telling.
    WatchTheChange,
    LittlePain,
    LittleImpact,
    Bothersome,
    HighImpact,
    SeveralNerveSigns,
    FewNerveSigns,
    TalkAboutMood,
    TalkAboutWorry,
    MoodDoesNotStandOut,
    SleepCanBeTreated,
    AskAboutBreathing,
    SleepDoesNotStandOut,
    ConfidenceCanGrow,
    ConfidenceIsThere,
    TalkAboutFear,
    FearDoesNotStandOut,
    LooksLikeMigraine,
    FewMigraineSigns,
    AskAboutWidespread,
    NotWidespread,
    AlcoholMatters,
    AlcoholIsLow,
}

/// From where on something is said.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Threshold {
    pub what: What,
    pub at: f64,
    /// Reached from this number downwards instead of upwards.
    pub or_less: bool,
    /// Ids of sources; ":K" means from knowledge.
    pub sources: &'static [&'static str],
}

impl Threshold {
    const fn from(what: What, at: f64, sources: &'static [&'static str]) -> Self {
        Self {
            what,
            at,
            or_less: false,
            sources,
        }
    }
}

/// The facts with the derived ones, and the answers that only a result shows.
struct Told<'a> {
    facts: &'a Facts,
    response: &'a Response,
}

/// How a check is read; nothing while its answers do not suffice.
type Reader = fn(&Told<'_>) -> Option<Reading>;

/// The checks with a result, in the order of `instruments.toml`. The safety check has none: see `safety`.
/// The check of overall change belongs to the diary.
const READERS: [(&str, Reader); 12] = [
    ("own_pain_now", pain_now::read),
    ("own_impact", impact::read),
    ("own_grade", grade::read),
    ("own_nerve", nerve::read),
    ("own_mood", mood::read),
    ("own_sleep", sleep::read),
    ("own_confidence", confidence::read),
    ("own_fear", fear::read),
    ("own_migraine", migraine::read),
    ("own_headdays", headache_days::read),
    ("own_wide", widespread::read),
    ("own_alcohol", alcohol::read),
];

/// The results of every check of which at least one question was shown and answered.
pub fn results(course: &Course, response: &Response) -> Vec<CheckResult> {
    let facts = course.facts.with_derived();
    let told = Told {
        facts: &facts,
        response,
    };
    READERS
        .iter()
        .filter_map(|(id, read)| {
            let check = OWN_CHECKS.iter().find(|check| check.id == *id)?;
            let begun = course
                .visible
                .iter()
                .any(|item| item.own == Some(check) && course.is_answered(item, response));
            begun.then(|| CheckResult {
                check,
                outcome: read(&told).map_or(Outcome::Incomplete, Outcome::Known),
            })
        })
        .collect()
}

fn figure(what: What, value: f64, most: f64) -> Figure {
    Figure { what, value, most }
}
