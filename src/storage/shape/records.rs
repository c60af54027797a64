//! Owns the saved form of the records that an answer can list. What was not said takes no room.
//! May use: domain, serde. Must not: keys, a back end.
//!
//! Fields that version 1 did not have from the start are optional, so that its first texts stay readable.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::saved_as_word;
use crate::domain::ids::{RegionId, TherapyId};
use crate::domain::questionnaire::model::{
    Diagnosis, Effect, Goal, Medicine, MonthYear, Often, Site, TestDone, Told, Tried, Unit,
};
use crate::storage::document::Saved;

saved_as_word!(Effect { Helped = "helped", NoHelp = "no_help", BadFor = "bad_for" });
saved_as_word!(Often {
    Daily = "daily",
    MostDays = "most_days",
    SomeDays = "some_days",
    Rarely = "rarely",
});
saved_as_word!(Unit { Days = "days", Weeks = "weeks", Months = "months", Years = "years" });
saved_as_word!(Told { Certain = "certain", Perhaps = "perhaps", RuledOut = "ruled_out" });

/// A stored word that this version does not know.
pub(in crate::storage) struct UnknownWord;

fn word_of<T: Saved<Stored = String>>(value: Option<T>) -> Option<String> {
    value.map(|value| value.to_stored())
}

fn of_word<T: Saved<Stored = String>>(word: Option<String>) -> Result<Option<T>, UnknownWord> {
    word.map(|word| T::from_stored(word).ok_or(UnknownWord))
        .transpose()
}

fn is_false(value: &bool) -> bool {
    !*value
}

#[derive(Serialize, Deserialize, Default, PartialEq)]
pub(in crate::storage) struct StoredMonthYear {
    #[serde(default, skip_serializing_if = "String::is_empty")]
    month: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    year: String,
}

impl StoredMonthYear {
    fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

impl From<MonthYear> for StoredMonthYear {
    fn from(MonthYear { month, year }: MonthYear) -> Self {
        Self { month, year }
    }
}

impl From<StoredMonthYear> for MonthYear {
    fn from(StoredMonthYear { month, year }: StoredMonthYear) -> Self {
        Self { month, year }
    }
}

#[derive(Serialize, Deserialize)]
pub(in crate::storage) struct StoredSite {
    regions: Vec<String>,
    #[serde(default, skip_serializing_if = "StoredMonthYear::is_empty")]
    since: StoredMonthYear,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    now: Option<u8>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    usual: Option<u8>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    worst: Option<u8>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    least: Option<u8>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    words: Vec<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    constant: Option<bool>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    times: Vec<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    spreads_to: Vec<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    better: Vec<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    worse: Vec<String>,
    #[serde(default)]
    main: bool,
}

impl From<Site> for StoredSite {
    fn from(site: Site) -> Self {
        let texts = |regions: Vec<RegionId>| regions.into_iter().map(|region| region.0).collect();
        Self {
            regions: texts(site.regions),
            since: site.since.into(),
            now: site.now,
            usual: site.usual,
            worst: site.worst,
            least: site.least,
            words: site.words,
            constant: site.constant,
            times: site.times,
            spreads_to: texts(site.spreads_to),
            better: site.better,
            worse: site.worse,
            main: site.main,
        }
    }
}

impl From<StoredSite> for Site {
    fn from(stored: StoredSite) -> Self {
        let regions = |texts: Vec<String>| texts.into_iter().map(RegionId).collect();
        Self {
            regions: regions(stored.regions),
            since: stored.since.into(),
            now: stored.now,
            usual: stored.usual,
            worst: stored.worst,
            least: stored.least,
            words: stored.words,
            constant: stored.constant,
            times: stored.times,
            spreads_to: regions(stored.spreads_to),
            better: stored.better,
            worse: stored.worse,
            main: stored.main,
        }
    }
}

#[derive(Serialize, Deserialize)]
pub(in crate::storage) struct StoredMedicine {
    name: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    dose: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    strength: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    a_day: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    often: Option<String>,
    #[serde(default, skip_serializing_if = "StoredMonthYear::is_empty")]
    since: StoredMonthYear,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    helps: Option<u8>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    problems: String,
    #[serde(default, skip_serializing_if = "is_false")]
    bought: bool,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    counts: BTreeMap<String, bool>,
}

impl From<Medicine> for StoredMedicine {
    fn from(medicine: Medicine) -> Self {
        Self {
            name: medicine.name,
            dose: medicine.dose,
            strength: medicine.strength,
            a_day: medicine.a_day,
            often: word_of(medicine.often),
            since: medicine.since.into(),
            helps: medicine.helps,
            problems: medicine.problems,
            bought: medicine.bought,
            counts: medicine.counts,
        }
    }
}

impl TryFrom<StoredMedicine> for Medicine {
    type Error = UnknownWord;

    fn try_from(stored: StoredMedicine) -> Result<Self, UnknownWord> {
        Ok(Self {
            name: stored.name,
            dose: stored.dose,
            strength: stored.strength,
            a_day: stored.a_day,
            often: of_word(stored.often)?,
            since: stored.since.into(),
            helps: stored.helps,
            problems: stored.problems,
            bought: stored.bought,
            counts: stored.counts,
        })
    }
}

#[derive(Serialize, Deserialize)]
pub(in crate::storage) struct StoredTried {
    therapy: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    name: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    effect: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    help: Option<u8>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    dose_mg: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    sessions: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    lasted: String,
    /// Absent: weeks.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    lasted_unit: Option<String>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    problems: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    stopped: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    detail: String,
    #[serde(default)]
    still_using: bool,
}

impl From<Tried> for StoredTried {
    fn from(tried: Tried) -> Self {
        let unit = (tried.lasted_unit != Unit::default()).then_some(tried.lasted_unit);
        Self {
            therapy: tried.therapy.0,
            name: tried.name,
            effect: word_of(tried.effect),
            help: tried.help,
            dose_mg: tried.dose_mg,
            sessions: tried.sessions,
            lasted: tried.lasted,
            lasted_unit: word_of(unit),
            problems: tried.problems,
            stopped: tried.stopped,
            detail: tried.detail,
            still_using: tried.still_using,
        }
    }
}

impl TryFrom<StoredTried> for Tried {
    type Error = UnknownWord;

    fn try_from(stored: StoredTried) -> Result<Self, UnknownWord> {
        Ok(Self {
            therapy: TherapyId(stored.therapy),
            name: stored.name,
            effect: of_word(stored.effect)?,
            help: stored.help,
            dose_mg: stored.dose_mg,
            sessions: stored.sessions,
            lasted: stored.lasted,
            lasted_unit: of_word(stored.lasted_unit)?.unwrap_or_default(),
            problems: stored.problems,
            stopped: stored.stopped,
            detail: stored.detail,
            still_using: stored.still_using,
        })
    }
}

#[derive(Serialize, Deserialize)]
pub(in crate::storage) struct StoredDiagnosis {
    name: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    by: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    told: Option<String>,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    counts: BTreeMap<String, bool>,
}

impl From<Diagnosis> for StoredDiagnosis {
    fn from(diagnosis: Diagnosis) -> Self {
        Self {
            name: diagnosis.name,
            by: diagnosis.by,
            told: word_of(diagnosis.told),
            counts: diagnosis.counts,
        }
    }
}

impl TryFrom<StoredDiagnosis> for Diagnosis {
    type Error = UnknownWord;

    fn try_from(stored: StoredDiagnosis) -> Result<Self, UnknownWord> {
        Ok(Self {
            name: stored.name,
            by: stored.by,
            told: of_word(stored.told)?,
            counts: stored.counts,
        })
    }
}

#[derive(Serialize, Deserialize)]
pub(in crate::storage) struct StoredTest {
    kind: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    part: String,
    #[serde(default, skip_serializing_if = "StoredMonthYear::is_empty")]
    when: StoredMonthYear,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    place: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    result: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    copy: Option<bool>,
}

impl From<TestDone> for StoredTest {
    fn from(test: TestDone) -> Self {
        Self {
            kind: test.kind,
            part: test.part,
            when: test.when.into(),
            place: test.place,
            result: test.result,
            copy: test.copy,
        }
    }
}

impl From<StoredTest> for TestDone {
    fn from(stored: StoredTest) -> Self {
        Self {
            kind: stored.kind,
            part: stored.part,
            when: stored.when.into(),
            place: stored.place,
            result: stored.result,
            copy: stored.copy,
        }
    }
}

#[derive(Serialize, Deserialize)]
pub(in crate::storage) struct StoredGoal {
    words: String,
    #[serde(default, skip_serializing_if = "StoredMonthYear::is_empty")]
    by: StoredMonthYear,
}

impl From<Goal> for StoredGoal {
    fn from(goal: Goal) -> Self {
        Self {
            words: goal.words,
            by: goal.by.into(),
        }
    }
}

impl From<StoredGoal> for Goal {
    fn from(stored: StoredGoal) -> Self {
        Self {
            words: stored.words,
            by: stored.by.into(),
        }
    }
}
