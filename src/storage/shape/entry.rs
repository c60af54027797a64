//! Owns the saved form of one diary entry. Field names are single letters: a decade of entries has to fit.
//! May use: domain, serde, document, the short forms of regions. Must not: keys, a back end.
//!
//! Every field but `i` and `d` may be missing, and then means "not said". A new field comes in the same way, with a letter
//! of its own that also stands in [`StoredEntry::FIELDS`]: older texts stay readable, and an older version keeps what it does not know.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use super::entry_parts::{StoredAttack, StoredHeadache, StoredTaken, day_after};
use super::{is_default, regions, saved_as_word};
use crate::domain::collections::Gather;
use crate::domain::date::{Datelike, NaiveTime, Timelike, days_between};
use crate::domain::diary::entry::{About, Alarm, Bleeding, CanDo, Entry, Scales, SideEffect};
use crate::domain::ids::{EntryId, FactorId, RegionId, TherapyId};
use crate::storage::document::Saved;
use crate::storage::keys::Month;

#[derive(Serialize, Deserialize)]
pub(super) struct StoredEntry {
    #[serde(rename = "i")]
    pub id: String,
    /// Day of the month; the month is in the key.
    #[serde(rename = "d")]
    day: u32,
    /// Minutes since midnight.
    #[serde(rename = "t", default, skip_serializing_if = "is_default")]
    time: Option<u32>,
    /// What the time has beyond whole minutes, in nanoseconds.
    #[serde(rename = "s", default, skip_serializing_if = "is_default")]
    beyond: u64,
    /// Days from the day that it is about to the day on which it was written.
    #[serde(rename = "l", default, skip_serializing_if = "is_default")]
    late: Option<i64>,
    #[serde(rename = "a", default, skip_serializing_if = "is_default")]
    about: Option<String>,
    #[serde(rename = "e", default, skip_serializing_if = "is_default")]
    bearable: Option<bool>,
    #[serde(rename = "p", default, skip_serializing_if = "is_default")]
    pain: Option<u8>,
    #[serde(rename = "w", default, skip_serializing_if = "is_default")]
    worst: Option<u8>,
    #[serde(rename = "c", default, skip_serializing_if = "is_default")]
    can_do: Option<String>,
    #[serde(rename = "f", default, skip_serializing_if = "is_default")]
    flare: bool,
    #[serde(rename = "x", default, skip_serializing_if = "is_default")]
    alarm: Option<String>,
    /// Regions by their whole ids: read, and no longer written.
    #[serde(rename = "r", default, skip_serializing_if = "is_default")]
    long_regions: Vec<String>,
    /// Regions by their short forms.
    #[serde(rename = "R", default, skip_serializing_if = "is_default")]
    regions: Vec<String>,
    #[serde(rename = "P", default, skip_serializing_if = "is_default")]
    region_pain: BTreeMap<String, u8>,
    #[serde(rename = "q", default, skip_serializing_if = "is_default")]
    qualities: Vec<String>,
    #[serde(rename = "j", default, skip_serializing_if = "is_default")]
    interference: Option<u8>,
    #[serde(rename = "y", default, skip_serializing_if = "is_default")]
    sleep: Option<u8>,
    #[serde(rename = "o", default, skip_serializing_if = "is_default")]
    mood: Option<u8>,
    #[serde(rename = "z", default, skip_serializing_if = "is_default")]
    fatigue: Option<u8>,
    #[serde(rename = "u", default, skip_serializing_if = "is_default")]
    stress: Option<u8>,
    #[serde(rename = "A", default, skip_serializing_if = "is_default")]
    activity_min: Option<u16>,
    #[serde(rename = "C", default, skip_serializing_if = "is_default")]
    activities: Vec<String>,
    #[serde(rename = "D", default, skip_serializing_if = "is_default")]
    did_matter: Option<bool>,
    #[serde(rename = "T", default, skip_serializing_if = "is_default")]
    treatment_done: Vec<String>,
    #[serde(rename = "S", default, skip_serializing_if = "is_default")]
    side_effect: Option<(String, Option<u8>)>,
    #[serde(rename = "B", default, skip_serializing_if = "is_default")]
    bleeding: Option<String>,
    /// Factors that were there.
    #[serde(rename = "F", default, skip_serializing_if = "is_default")]
    present: Vec<String>,
    /// Factors that were not.
    #[serde(rename = "G", default, skip_serializing_if = "is_default")]
    absent: Vec<String>,
    #[serde(rename = "b", default, skip_serializing_if = "is_default")]
    better: Vec<String>,
    #[serde(rename = "v", default, skip_serializing_if = "is_default")]
    worse: Vec<String>,
    #[serde(rename = "H", default, skip_serializing_if = "is_default")]
    headache: StoredHeadache,
    #[serde(rename = "K", default, skip_serializing_if = "is_default")]
    attack: Option<StoredAttack>,
    #[serde(rename = "k", default, skip_serializing_if = "is_default")]
    took_medicine: Option<bool>,
    #[serde(rename = "m", default, skip_serializing_if = "is_default")]
    medicines: Vec<StoredTaken>,
    #[serde(rename = "n", default, skip_serializing_if = "is_default")]
    note: String,
}

impl StoredEntry {
    /// Every letter above.
    pub const FIELDS: [&str; 36] = [
        "i", "d", "t", "s", "l", "a", "e", "p", "w", "c", "f", "x", "r", "R", "P", "q", "j", "y",
        "o", "z", "u", "A", "C", "D", "T", "S", "B", "F", "G", "b", "v", "H", "K", "k", "m", "n",
    ];

    pub fn read(raw: &RawValue) -> Option<Self> {
        serde_json::from_str(raw.get()).ok()
    }

    #[expect(clippy::expect_used, reason = "see its text")]
    pub fn write(&self) -> Box<RawValue> {
        serde_json::value::to_raw_value(self)
            .expect("a plain struct with text keys always serialises")
    }

    pub fn of(entry: &Entry) -> Self {
        let (minutes, beyond) = entry.time.map(split_time).unzip();
        let factors = |there: bool| {
            let of_kind = entry.factors.iter().filter(move |(_, on)| **on == there);
            of_kind.map(|(factor, _)| factor.0.clone()).collect()
        };
        Self {
            id: entry.id.0.clone(),
            day: entry.date.day(),
            time: minutes,
            beyond: beyond.unwrap_or_default(),
            late: entry
                .written
                .map(|written| days_between(entry.date, written)),
            about: entry.about.map(|about| about.to_stored()),
            bearable: entry.bearable,
            pain: entry.pain,
            worst: entry.worst,
            can_do: entry.can_do.map(|can_do| can_do.to_stored()),
            flare: entry.flare,
            alarm: entry.alarm.map(|alarm| alarm.to_stored()),
            long_regions: Vec::new(),
            regions: entry.regions.iter().map(regions::to_stored).collect(),
            region_pain: entry
                .region_pain
                .iter()
                .map(|(region, pain)| (regions::to_stored(region), *pain))
                .gather(),
            qualities: entry.qualities.clone(),
            interference: entry.scales.interference,
            sleep: entry.scales.sleep,
            mood: entry.scales.mood,
            fatigue: entry.scales.fatigue,
            stress: entry.scales.stress,
            activity_min: entry.activity_min,
            activities: entry.activities.clone(),
            did_matter: entry.did_matter,
            treatment_done: entry
                .treatment_done
                .iter()
                .map(|therapy| therapy.0.clone())
                .collect(),
            side_effect: entry
                .side_effect
                .as_ref()
                .map(|effect| (effect.words.clone(), effect.strength)),
            bleeding: entry.bleeding.map(|bleeding| bleeding.to_stored()),
            present: factors(true),
            absent: factors(false),
            better: entry.better.clone(),
            worse: entry.worse.clone(),
            headache: StoredHeadache::of(&entry.headache),
            attack: entry
                .attack
                .as_ref()
                .map(|attack| StoredAttack::of(attack, entry.date)),
            took_medicine: entry.took_medicine,
            medicines: entry.medicines.iter().map(StoredTaken::of).collect(),
            note: entry.note.clone(),
        }
    }

    /// None when its day, its time or a word of it has no meaning.
    pub fn into_domain(self, month: Month) -> Option<Entry> {
        let date = month.day(self.day)?;
        let factors = |ids: Vec<String>, there| {
            let factors = ids.into_iter().map(FactorId);
            factors.map(move |factor| (factor, there))
        };
        Some(Entry {
            id: EntryId(self.id),
            date,
            time: match self.time {
                None => None,
                Some(minutes) => Some(join_time(minutes, self.beyond)?),
            },
            written: match self.late {
                None => None,
                Some(days) => Some(day_after(date, days)?),
            },
            about: word(self.about)?,
            bearable: self.bearable,
            pain: self.pain,
            worst: self.worst,
            can_do: word(self.can_do)?,
            flare: self.flare,
            alarm: word(self.alarm)?,
            regions: (self.long_regions.into_iter().map(RegionId))
                .chain(self.regions.into_iter().map(regions::from_stored))
                .collect(),
            region_pain: (self.region_pain.into_iter())
                .map(|(region, pain)| (regions::from_stored(region), pain))
                .gather(),
            qualities: self.qualities,
            scales: Scales {
                interference: self.interference,
                sleep: self.sleep,
                mood: self.mood,
                fatigue: self.fatigue,
                stress: self.stress,
            },
            activity_min: self.activity_min,
            activities: self.activities,
            did_matter: self.did_matter,
            treatment_done: self.treatment_done.into_iter().map(TherapyId).collect(),
            side_effect: self
                .side_effect
                .map(|(words, strength)| SideEffect { words, strength }),
            bleeding: word(self.bleeding)?,
            factors: factors(self.present, true)
                .chain(factors(self.absent, false))
                .collect(),
            better: self.better,
            worse: self.worse,
            headache: self.headache.into_domain()?,
            attack: match self.attack {
                None => None,
                Some(attack) => Some(attack.into_domain(date)?),
            },
            took_medicine: self.took_medicine,
            medicines: (self.medicines.into_iter())
                .map(StoredTaken::into_domain)
                .collect::<Option<_>>()?,
            note: self.note,
        })
    }
}

/// The meaning of a word that may be missing; None when it is there and has none.
pub(super) fn word<T: Saved<Stored = String>>(stored: Option<String>) -> Option<Option<T>> {
    match stored {
        None => Some(None),
        Some(word) => T::from_stored(word).map(Some),
    }
}

saved_as_word!(About { Moment = "now", Day = "day" });
saved_as_word!(CanDo { Most = "most", Some = "some", Little = "little", LyingDown = "lying" });
saved_as_word!(Alarm { NewKind = "new", WorstEver = "worst" });
saved_as_word!(Bleeding { FirstDay = "first", OtherDay = "other", None = "none" });

const NANOSECONDS: u64 = 1_000_000_000;

/// Whole minutes since midnight, and nanoseconds beyond (61 seconds' worth in a minute with a leap second).
fn split_time(time: NaiveTime) -> (u32, u64) {
    let seconds = time.num_seconds_from_midnight();
    let beyond = u64::from(seconds % 60) * NANOSECONDS + u64::from(time.nanosecond());
    (seconds / 60, beyond)
}

fn join_time(minutes: u32, beyond: u64) -> Option<NaiveTime> {
    // Nanoseconds from 1,000,000,000 on stand for a leap second, which only the last second of a minute can have.
    let second = (beyond / NANOSECONDS).min(59);
    let nanosecond = beyond - second * NANOSECONDS;
    NaiveTime::from_num_seconds_from_midnight_opt(
        minutes
            .checked_mul(60)?
            .checked_add(u32::try_from(second).ok()?)?,
        u32::try_from(nanosecond).ok()?,
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_of_letters_holds_each_that_is_written() {
        // An entry without anything said still has its id and day; each other field is made to differ from its default.
        let said = r#"{"i":"a","d":1,"t":1,"s":1,"l":1,"a":"now","e":true,"p":1,"w":1,"c":"most","f":true,"x":"new",
            "r":["x"],"R":["00"],"P":{"00":1},"q":["a"],"j":1,"y":1,"o":1,"z":1,"u":1,"A":1,"C":["a"],"D":true,"T":["a"],
            "S":["a",1],"B":"first","F":["a"],"G":["b"],"b":["a"],"v":["a"],"H":{"y":true},"K":{"k":"head","s":[0,0,0]},
            "k":true,"m":[["a","b"]],"n":"a"}"#;
        let stored: StoredEntry = serde_json::from_str(said).unwrap();
        let written: BTreeMap<String, serde_json::Value> =
            serde_json::from_str(stored.write().get()).unwrap();
        let mut letters = StoredEntry::FIELDS;
        letters.sort_unstable();
        assert_eq!(written.keys().collect::<Vec<_>>(), letters.each_ref());
    }
}
