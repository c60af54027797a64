//! Owns on which day each answer was given: an old answer must not count as one of today.
//! May use: response, ids, date. Must not: a clock or a time zone; local days are given.

use std::collections::BTreeMap;

use super::response::Response;
use crate::domain::date::NaiveDate;
use crate::domain::ids::{ItemId, QuestionId};

/// The local days on which answers were last given or changed, as far as that was noted.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Answered {
    pub items: BTreeMap<ItemId, NaiveDate>,
    pub signs: BTreeMap<QuestionId, NaiveDate>,
}

/// The days between which an answer was given, both included. The same day twice when it is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct GivenBetween {
    pub first: NaiveDate,
    pub last: NaiveDate,
}

impl GivenBetween {
    /// The day, when it is known.
    pub fn day(self) -> Option<NaiveDate> {
        (self.first == self.last).then_some(self.last)
    }
}

impl Answered {
    /// When the answer to an item was given. Where nobody noted it, between the first and the last day of the assessment.
    /// None when nothing is known at all.
    pub fn item(&self, response: &Response, item: &str) -> Option<GivenBetween> {
        let noted = self.items.get(&ItemId::from(item)).copied();
        let (first, last) = (noted.or(response.started), noted.or(response.changed));
        between(first, last)
    }

    /// The same for a question about warning signs: these are all gone through again together, on a day that is known.
    pub fn sign(&self, response: &Response, question: &str) -> Option<GivenBetween> {
        let asked = response.safety_asked.max(response.urgent_asked);
        let noted = self.signs.get(&QuestionId::from(question)).copied();
        let day = noted.or(asked);
        between(day.or(response.started), day.or(response.changed))
    }
}

fn between(first: Option<NaiveDate>, last: Option<NaiveDate>) -> Option<GivenBetween> {
    let (first, last) = (first.or(last)?, last.or(first)?);
    Some(GivenBetween {
        first: first.min(last),
        last: last.max(first),
    })
}
