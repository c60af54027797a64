//! Owns when each answer was last given or changed: the moments that a save notes beside the answers.
//! May use: the store, pieces of documents. Must not: a clock, a time zone.

use std::collections::BTreeMap;

use super::backup::{Pieces, Stamp};
use super::document::Fields;
use super::keys::Part;
use super::store::Store;
use crate::domain::collections::Gather;
use crate::domain::date::NaiveDate;
use crate::domain::ids::{ItemId, QuestionId};
use crate::domain::questionnaire::answered::Answered;

/// Moments in seconds since the start of 1970 in universal time; only those that were noted.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct AnswerMoments {
    pub items: BTreeMap<ItemId, Stamp>,
    pub signs: BTreeMap<QuestionId, Stamp>,
}

impl AnswerMoments {
    /// The local days; `day_of` knows the zone.
    pub fn days(&self, day_of: impl Fn(i64) -> Option<NaiveDate>) -> Answered {
        let items = self.items.iter();
        let signs = self.signs.iter();
        Answered {
            items: items
                .filter_map(|(id, moment)| Some((id.clone(), day_of(*moment)?)))
                .gather(),
            signs: signs
                .filter_map(|(id, moment)| Some((id.clone(), day_of(*moment)?)))
                .gather(),
        }
    }
}

impl Store {
    /// When the saved answers were given.
    pub fn answer_moments(&self) -> AnswerMoments {
        let mut moments = AnswerMoments::default();
        let text = self.text_of(&Part::Response.key()).ok().flatten();
        let fields = text.and_then(|text| Fields::open(Part::Response, &text).ok());
        let pieces = Pieces::of(fields.unwrap_or_default());
        for (name, stamp, text) in pieces.iter() {
            if stamp == 0 || text.is_none() {
                continue;
            }
            // Ids hold neither of the two letters that a JSON Pointer spells otherwise.
            if let Some(id) = name.strip_prefix("/answers/") {
                moments.items.insert(ItemId::from(id), stamp);
            } else if let Some(id) = name.strip_prefix("/safety/") {
                moments.signs.insert(QuestionId::from(id), stamp);
            }
        }
        moments
    }
}
