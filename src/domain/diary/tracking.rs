//! Owns what a person chose to follow in the diary: factors, medicines, marks, tests, and what the evening asks.
//! May use: ids, dates, trials. Must not: entries, a clock.

use std::collections::BTreeMap;

use super::insight::MOST_FACTORS;
use super::insight::trial::Trial;
use crate::domain::collections::InOrder;
use crate::domain::date::{NaiveDate, days_between};
use crate::domain::ids::{FactorId, MarkId, MedicineId, TrialId};

/// Everything that a person chose to follow. The default follows nothing but pain.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Tracking {
    pub factors: BTreeMap<FactorId, WatchedFactor>,
    pub medicines: BTreeMap<MedicineId, MyMedicine>,
    pub marks: BTreeMap<MarkId, Mark>,
    pub trials: BTreeMap<TrialId, Trial>,
    /// The first of the 14 days that later ones are compared with; the first good fortnight while nothing is chosen.
    pub baseline: Option<NaiveDate>,
    /// The diary asks about headaches, and counts them.
    pub headaches: bool,
    /// Fields of `diary.toml` that the person turned on, by id.
    pub asked: Vec<String>,
    /// Minutes since midnight of the one reminder a day.
    pub reminder: Option<u16>,
}

/// A factor that is watched.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WatchedFactor {
    /// In the person's words; empty for the ones that follow from a scale.
    pub name: String,
    /// The first day on which it was asked.
    pub since: NaiveDate,
    /// The last one; none while it is watched.
    pub until: Option<NaiveDate>,
}

/// A medicine that the person takes, so that it can be logged with one tap.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct MyMedicine {
    /// With its strength, as typed.
    pub name: String,
    /// How many are taken at a time, as typed.
    pub amount: String,
    /// Every day as prescribed, not when needed.
    pub regular: bool,
    /// When a new pack is needed, and when it should be talked about with the doctor.
    pub refill: Option<NaiveDate>,
    pub review: Option<NaiveDate>,
}

/// Something about a medicine that is due.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Due {
    pub medicine: String,
    pub what: DueWhat,
    pub date: NaiveDate,
}

/// What is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DueWhat {
    Refill,
    Review,
}

/// Days before and after its day on which something is shown as due. Ours.
const DUE_DAYS: i64 = 14;

/// A day to remember in the charts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    pub date: NaiveDate,
    pub kind: MarkKind,
    /// In the person's words.
    pub words: String,
}

/// What happened on a marked day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MarkKind {
    TreatmentChange,
    Visit,
}

impl Tracking {
    /// The factors that are asked about on a day, in the order in which they were chosen; never more than six.
    pub fn factors_on(&self, day: NaiveDate) -> Vec<(&FactorId, &WatchedFactor)> {
        let is_on = |factor: &WatchedFactor| {
            factor.since <= day && factor.until.is_none_or(|until| day <= until)
        };
        let mut factors: Vec<_> = self
            .factors
            .iter()
            .filter(|(_, factor)| is_on(factor))
            .collect();
        factors.put_in_order_by_key(|(id, factor)| (factor.since, *id));
        factors.truncate(MOST_FACTORS);
        factors
    }

    /// One more may be watched from a day on.
    pub fn has_room(&self, day: NaiveDate) -> bool {
        self.factors_on(day).len() < MOST_FACTORS
    }

    /// The marks of a stretch of days, oldest first.
    pub fn marks_in(&self, first: NaiveDate, last: NaiveDate) -> Vec<&Mark> {
        let in_it = self
            .marks
            .values()
            .filter(|mark| (first..=last).contains(&mark.date));
        let mut marks: Vec<&Mark> = in_it.collect();
        marks.put_in_order_by_key(|mark| mark.date);
        marks
    }

    /// What is due, the earliest first.
    pub fn due(&self) -> Vec<Due> {
        let of_medicine = |medicine: &MyMedicine| {
            let due = |what, date: Option<NaiveDate>| {
                let medicine = medicine.name.clone();
                date.map(|date| Due {
                    medicine,
                    what,
                    date,
                })
            };
            [
                due(DueWhat::Refill, medicine.refill),
                due(DueWhat::Review, medicine.review),
            ]
        };
        let all = self.medicines.values().flat_map(of_medicine);
        let mut due: Vec<Due> = all.flatten().collect();
        due.put_in_order_by_key(|due| due.date);
        due
    }

    /// What is due around a day.
    pub fn due_soon(&self, today: NaiveDate) -> Vec<Due> {
        let mut due = self.due();
        due.retain(|due| days_between(today, due.date).abs() <= DUE_DAYS);
        due
    }

    /// A field of `diary.toml` is asked.
    pub fn asks(&self, field: &str) -> bool {
        self.asked.iter().any(|asked| asked == field)
    }
}
