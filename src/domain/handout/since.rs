//! Owns what changed since the last visit: against the assessment before this one, and what was agreed then.
//! May use: questionnaire, arrangements, diary. Must not: wording, a judgement whether a treatment worked.

use crate::domain::arrangements::{Agreement, Arrangements, Reading};
use crate::domain::date::NaiveDate;
use crate::domain::diary::entry::Entry;
use crate::domain::diary::series::Day;
use crate::domain::diary::weeks::{Stretch, stretches};
use crate::domain::plan::facts::{FactId, Facts, fact};
use crate::domain::questionnaire::flow::{Course, course};
use crate::domain::questionnaire::model::{Answer, Medicine, Tried};
use crate::domain::questionnaire::response::Response;

/// What changed. Empty lists when nothing did.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Since {
    /// The day on which the earlier assessment began; none without one.
    pub earlier: Option<NaiveDate>,
    /// Numbers known both times, in the order of [`Number::ALL`].
    pub numbers: Vec<(Number, f64, f64)>,
    /// The diary up to that day and up to now; none unless both stretches have enough days with a number.
    pub diary: Option<(Stretch, Stretch)>,
    pub new_medicines: Vec<Medicine>,
    pub stopped_medicines: Vec<Medicine>,
    pub new_treatments: Vec<Tried>,
    /// What was agreed on the latest day on which something was.
    pub agreed: Vec<Agreed>,
}

/// Something that was agreed.
#[derive(Debug, Clone, PartialEq)]
pub struct Agreed {
    pub agreement: Agreement,
    /// The number by which the person judges it, before the visit and since; none without a chosen number or enough days.
    pub before_now: Option<(Reading, Reading)>,
}

/// A number that both assessments asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Number {
    /// Usual and worst pain of 7 days, 0 to 10.
    Usual,
    Worst,
    /// Mean of pain, joy and activity, 0 to 10; our own check.
    Impact,
    /// Nights a week with poor sleep.
    BadNights,
    /// Days with headache in a month.
    HeadacheDays,
}

impl Number {
    pub const ALL: [Number; 5] = [
        Number::Usual,
        Number::Worst,
        Number::Impact,
        Number::BadNights,
        Number::HeadacheDays,
    ];

    fn fact(self) -> FactId {
        match self {
            Number::Usual => fact::NRS_AVG7,
            Number::Worst => fact::NRS_WORST7,
            Number::Impact => fact::PEG_LIKE,
            Number::BadNights => fact::SLEEP_BAD_NIGHTS,
            Number::HeadacheDays => fact::HEADACHE_DAYS,
        }
    }
}

impl Since {
    /// Compares with the assessment that began on a day, and names what was agreed last.
    pub fn of(
        earlier: Option<(NaiveDate, &Response)>,
        now: (&Course, &Response),
        arrangements: &Arrangements,
    ) -> Self {
        let mut since = Since {
            agreed: agreed(arrangements),
            ..Since::default()
        };
        if let Some((began, response)) = earlier {
            let before = course(response);
            since.earlier = Some(began);
            since.numbers = numbers(&before.facts, &now.0.facts);
            let then = (&before, response);
            (since.new_medicines, since.stopped_medicines) = medicines(then, now);
            since.new_treatments = treatments(then, now);
        }
        since
    }

    /// Adds what the diary says of as many days up to the earlier assessment as up to now; nothing when they overlap.
    pub fn with_diary(mut self, then: &[Day], now: &[Day]) -> Self {
        let whole = |days: &[Day]| {
            let stretch = stretches(days, days.len()).pop();
            stretch.filter(|stretch| stretch.mean.is_some())
        };
        let (Some(then), Some(now)) = (whole(then), whole(now)) else {
            return self;
        };
        if then.last < now.first {
            self.diary = Some((then, now));
        }
        self
    }

    /// Adds what the diary says of the numbers by which things are judged; `entries` gives those of some days.
    pub fn with_readings(
        mut self,
        entries: &dyn Fn(NaiveDate, NaiveDate) -> Vec<Entry>,
        today: NaiveDate,
    ) -> Self {
        for agreed in &mut self.agreed {
            let agreement = &agreed.agreement;
            if agreement.number.is_none() {
                continue;
            }
            let (first, last) = agreement.days_to_read(today);
            let (before, now) = agreement.before_and_now(&entries(first, last), today);
            agreed.before_now = before.ok().zip(now.ok());
        }
        self
    }

    pub fn is_empty(&self) -> bool {
        self.earlier.is_none() && self.agreed.is_empty()
    }
}

fn agreed(arrangements: &Arrangements) -> Vec<Agreed> {
    let of_it = arrangements.of_last_visit().into_iter();
    of_it
        .map(|(_, agreement)| Agreed {
            agreement: agreement.clone(),
            before_now: None,
        })
        .collect()
}

fn numbers(before: &Facts, now: &Facts) -> Vec<(Number, f64, f64)> {
    Number::ALL
        .into_iter()
        .filter_map(|number| {
            let known = |facts: &Facts| facts.number(number.fact());
            Some((number, known(before)?, known(now)?))
        })
        .collect()
}

/// The answer to an item that is shown.
fn told<'a>((course, response): (&Course, &'a Response), id: &str) -> Option<&'a Answer> {
    let is_shown = course.visible.iter().any(|item| item.id == id);
    response.answer(id).filter(|_| is_shown)
}

/// Those that are new, and those that are no longer named. Nothing while the list was not answered both times.
fn medicines(
    before: (&Course, &Response),
    now: (&Course, &Response),
) -> (Vec<Medicine>, Vec<Medicine>) {
    let id = "health.medlist";
    let (Some(Answer::Medicines(before)), Some(Answer::Medicines(now))) =
        (told(before, id), told(now, id))
    else {
        return (Vec::new(), Vec::new());
    };
    let name = |medicine: &Medicine| medicine.name.trim().to_lowercase();
    let missing = |list: &[Medicine], from: &[Medicine]| -> Vec<Medicine> {
        let named = list.iter().filter(|medicine| !name(medicine).is_empty());
        named
            .filter(|medicine| !from.iter().any(|other| name(other) == name(medicine)))
            .cloned()
            .collect()
    };
    (missing(now, before), missing(before, now))
}

fn treatments(before: (&Course, &Response), now: (&Course, &Response)) -> Vec<Tried> {
    let id = "tried.list";
    let (Some(Answer::Tried(before)), Some(Answer::Tried(now))) = (told(before, id), told(now, id))
    else {
        return Vec::new();
    };
    let same = |one: &Tried, other: &Tried| {
        one.therapy == other.therapy
            && one.name.trim().to_lowercase() == other.name.trim().to_lowercase()
    };
    now.iter()
        .filter(|tried| !before.iter().any(|other| same(other, tried)))
        .cloned()
        .collect()
}
