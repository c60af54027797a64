//! Owns the assessments that a later one follows: kept once, read together.
//! May use: the store, keys, shape. Must not: serialisation, a browser.

use super::document::Unreadable;
use super::keys::Part;
use super::report::{Issue, Loaded, SaveError};
use super::shape::SavedResponse;
use super::store::Store;
use crate::domain::collections::InOrder;
use crate::domain::date::NaiveDate;
use crate::domain::questionnaire::response::Response;

impl Store {
    /// The earlier assessments, oldest first, by the day on which each began. One that cannot be read as a whole is not among
    /// them: beside an empty one everything would look new.
    pub fn earlier_responses(&self) -> Loaded<Vec<(NaiveDate, Response)>> {
        let keys = self.backend.keys().unwrap_or_default();
        let mut dates: Vec<NaiveDate> = keys
            .iter()
            .filter_map(|key| match Part::of_key(key)? {
                Part::Earlier(date) => Some(date),
                _ => None,
            })
            .collect();
        dates.put_in_order();
        let mut all = Loaded {
            value: Vec::new(),
            issues: Vec::new(),
        };
        for date in dates {
            let loaded = self.load(Part::Earlier(date), SavedResponse::response);
            if loaded.issues.iter().all(is_about_places) {
                all.value.push((date, loaded.value));
            }
            all.issues.extend(loaded.issues);
        }
        all
    }

    /// Keeps the answers of an assessment that a later one follows. On success they are saved: they were read back.
    pub fn save_earlier(&mut self, began: NaiveDate, response: &Response) -> Result<(), SaveError> {
        self.save(Part::Earlier(began), |saved: &mut SavedResponse, _| {
            let there = saved.response().value;
            saved.change(&there, response)
        })
    }
}

/// The text as a whole can be read, only places in it cannot.
fn is_about_places(issue: &Issue) -> bool {
    let why = match issue {
        Issue::Unreadable { why, .. } => why,
        _ => return false,
    };
    matches!(why, Unreadable::Parts(_))
}
