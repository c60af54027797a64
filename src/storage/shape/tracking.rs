//! Owns the saved form of what a person chose to follow in the diary.
//! May use: domain, serde, document. Must not: keys, a back end.

use serde::{Deserialize, Serialize};

use super::{Document, is_default, saved_as_word};
use crate::domain::date::NaiveDate;
use crate::domain::diary::insight::trial::{Arm, Trial};
use crate::domain::diary::tracking::{Mark, MarkKind, MyMedicine, Tracking, WatchedFactor};
use crate::domain::ids::{FactorId, MarkId, MedicineId, TrialId};
use crate::storage::document::{Fields, Reading, Refusal, Saved};
use crate::storage::keys::Part;

const FACTORS: &str = "factors";
const MEDICINES: &str = "medicines";
const MARKS: &str = "marks";
const TRIALS: &str = "trials";
const BASELINE: &str = "baseline";
const HEADACHES: &str = "headaches";
const ASKED: &str = "asked";
const REMINDER: &str = "reminder";

/// What is followed, opened.
#[derive(Debug, Default)]
pub(in crate::storage) struct SavedTracking {
    fields: Fields,
    factors: Fields,
    medicines: Fields,
    marks: Fields,
    trials: Fields,
}

impl Document for SavedTracking {
    fn parse(part: Part, text: &str) -> Result<Self, Refusal> {
        let mut fields = Fields::open(part, text)?;
        Ok(Self {
            factors: fields.take_object(FACTORS)?,
            medicines: fields.take_object(MEDICINES)?,
            marks: fields.take_object(MARKS)?,
            trials: fields.take_object(TRIALS)?,
            fields,
        })
    }

    fn text(&self) -> Option<String> {
        Some(self.fields.document_text(&[
            (FACTORS, self.factors.text()),
            (MEDICINES, self.medicines.text()),
            (MARKS, self.marks.text()),
            (TRIALS, self.trials.text()),
        ]))
    }

    fn n_unreadable(&self, _: Part) -> usize {
        self.tracking().n_unreadable
    }
}

impl SavedTracking {
    pub fn tracking(&self) -> Reading<Tracking> {
        let mut n_unreadable = 0;
        let fields = &self.fields;
        let value = Tracking {
            factors: self.factors.read_all(&mut n_unreadable),
            medicines: self.medicines.read_all(&mut n_unreadable),
            marks: self.marks.read_all(&mut n_unreadable),
            trials: self.trials.read_all(&mut n_unreadable),
            baseline: fields.read(BASELINE, &mut n_unreadable),
            headaches: fields
                .read(HEADACHES, &mut n_unreadable)
                .unwrap_or_default(),
            asked: fields.read(ASKED, &mut n_unreadable).unwrap_or_default(),
            reminder: fields.read(REMINDER, &mut n_unreadable),
        };
        Reading {
            value,
            n_unreadable,
        }
    }

    /// Makes those changes that lead from one to the other. True when that replaces something unreadable.
    #[must_use]
    pub fn change(&mut self, from: &Tracking, to: &Tracking) -> bool {
        let fields = &mut self.fields;
        fields.update(BASELINE, from.baseline.as_ref(), to.baseline.as_ref())
            | fields.update(HEADACHES, said(&from.headaches), said(&to.headaches))
            | fields.update(ASKED, said(&from.asked), said(&to.asked))
            | fields.update(REMINDER, from.reminder.as_ref(), to.reminder.as_ref())
            | (self.factors).update_all(FactorId::as_str, &from.factors, &to.factors)
            | (self.medicines).update_all(MedicineId::as_str, &from.medicines, &to.medicines)
            | (self.marks).update_all(MarkId::as_str, &from.marks, &to.marks)
            | (self.trials).update_all(TrialId::as_str, &from.trials, &to.trials)
    }
}

/// What is as in the beginning is not saved.
fn said<T: Default + PartialEq>(value: &T) -> Option<&T> {
    (!is_default(value)).then_some(value)
}

#[derive(Serialize, Deserialize)]
pub(in crate::storage) struct StoredFactor {
    #[serde(default, skip_serializing_if = "is_default")]
    name: String,
    since: String,
    #[serde(default, skip_serializing_if = "is_default")]
    until: Option<String>,
}

impl Saved for WatchedFactor {
    type Stored = StoredFactor;

    fn to_stored(&self) -> StoredFactor {
        StoredFactor {
            name: self.name.clone(),
            since: self.since.to_stored(),
            until: self.until.map(|until| until.to_stored()),
        }
    }

    fn from_stored(stored: StoredFactor) -> Option<Self> {
        Some(Self {
            name: stored.name,
            since: NaiveDate::from_stored(stored.since)?,
            until: date(stored.until)?,
        })
    }
}

#[derive(Serialize, Deserialize)]
pub(in crate::storage) struct StoredMyMedicine {
    name: String,
    #[serde(default, skip_serializing_if = "is_default")]
    amount: String,
    #[serde(default, skip_serializing_if = "is_default")]
    regular: bool,
    #[serde(default, skip_serializing_if = "is_default")]
    refill: Option<String>,
    #[serde(default, skip_serializing_if = "is_default")]
    review: Option<String>,
}

impl Saved for MyMedicine {
    type Stored = StoredMyMedicine;

    fn to_stored(&self) -> StoredMyMedicine {
        StoredMyMedicine {
            name: self.name.clone(),
            amount: self.amount.clone(),
            regular: self.regular,
            refill: self.refill.map(|day| day.to_stored()),
            review: self.review.map(|day| day.to_stored()),
        }
    }

    fn from_stored(stored: StoredMyMedicine) -> Option<Self> {
        Some(Self {
            name: stored.name,
            amount: stored.amount,
            regular: stored.regular,
            refill: date(stored.refill)?,
            review: date(stored.review)?,
        })
    }
}

#[derive(Serialize, Deserialize)]
pub(in crate::storage) struct StoredMark {
    date: String,
    kind: String,
    #[serde(default, skip_serializing_if = "is_default")]
    words: String,
}

impl Saved for Mark {
    type Stored = StoredMark;

    fn to_stored(&self) -> StoredMark {
        StoredMark {
            date: self.date.to_stored(),
            kind: self.kind.to_stored(),
            words: self.words.clone(),
        }
    }

    fn from_stored(stored: StoredMark) -> Option<Self> {
        Some(Self {
            date: NaiveDate::from_stored(stored.date)?,
            kind: MarkKind::from_stored(stored.kind)?,
            words: stored.words,
        })
    }
}

#[derive(Serialize, Deserialize)]
pub(in crate::storage) struct StoredTrial {
    name: String,
    first: String,
    block_days: u16,
    /// `with` and `without`, in the order that was drawn.
    blocks: Vec<String>,
    #[serde(default, skip_serializing_if = "is_default")]
    stopped: Option<String>,
}

impl Saved for Trial {
    type Stored = StoredTrial;

    fn to_stored(&self) -> StoredTrial {
        StoredTrial {
            name: self.name.clone(),
            first: self.first.to_stored(),
            block_days: self.block_days,
            blocks: self.blocks.iter().map(Saved::to_stored).collect(),
            stopped: self.stopped.map(|day| day.to_stored()),
        }
    }

    fn from_stored(stored: StoredTrial) -> Option<Self> {
        let blocks = stored.blocks.into_iter().map(Arm::from_stored);
        Some(Self {
            name: stored.name,
            first: NaiveDate::from_stored(stored.first)?,
            block_days: stored.block_days,
            blocks: blocks.collect::<Option<_>>()?,
            stopped: date(stored.stopped)?,
        })
    }
}

/// A day that may be missing; None when it is there and is none.
fn date(stored: Option<String>) -> Option<Option<NaiveDate>> {
    match stored {
        None => Some(None),
        Some(text) => NaiveDate::from_stored(text).map(Some),
    }
}

impl Saved for u16 {
    type Stored = u16;

    fn to_stored(&self) -> u16 {
        *self
    }

    fn from_stored(stored: u16) -> Option<Self> {
        Some(stored)
    }
}

saved_as_word!(MarkKind { TreatmentChange = "treatment", Visit = "visit" });
saved_as_word!(Arm { With = "with", Without = "without" });
