//! Owns time going by: warning signs that are due again, a later assessment, and what changed since the earlier one.

use leptos::prelude::*;

use super::Assessment;
use crate::domain::date::NaiveDate;
use crate::domain::questionnaire::again::{self, Change};
use crate::domain::questionnaire::flow::course;
use crate::storage::SaveError;

impl Assessment {
    /// Opens the questions about warning signs again: they are old, or a pain is unlike the ones before.
    pub fn ask_signs_again(&self) {
        self.touch_everything();
        self.change(again::ask_signs_again);
    }

    /// The day on which this assessment began, reactive.
    pub fn began(&self) -> Option<NaiveDate> {
        self.response.with(|response| response.started)
    }

    /// Keeps the assessment as it is and starts a later one from it. False, and nothing changed, when it could not be kept.
    pub fn begin_again(&self) -> bool {
        let today = self.today.now();
        let Some(began) = self.response.with_untracked(|response| response.started) else {
            return false;
        };
        let kept = self.response.with_untracked(|response| {
            self.store
                .try_update_value(|store| store.save_earlier(began, response))
                .unwrap_or(Err(SaveError::Broken))
        });
        if !self.notices.after_save(self.store, kept) {
            return false;
        }
        self.touch_everything();
        self.change(|response| *response = again::begin_again(response, today))
    }

    /// The day of the assessment before this one, and what changed since; nothing when this is the first, reactive.
    pub fn changes(&self) -> Option<(NaiveDate, Vec<Change>)> {
        let began = self.began()?;
        let (day, earlier) = self
            .store
            .try_with_value(|store| store.earlier_responses().value)?
            .into_iter()
            .rfind(|(day, _)| *day < began)?;
        let before = course(&earlier);
        let changes = self.response.with(|response| {
            self.course()
                .with(|now| again::changes((&before, &earlier), (now, response)))
        });
        Some((day, changes))
    }
}
