//! Owns who the person is in health records: an id that is made with the first one and then kept.

use leptos::prelude::*;

use super::Assessment;
use crate::domain::ids::PatientId;
use crate::platform::random;

impl Assessment {
    /// Gives the person the id under which health records know them, unless they have it. It is no answer, so the day of the
    /// answers stays. A save that fails is told like any other, and the next record makes the id anew.
    pub(in crate::state) fn keep_patient(&self) {
        if self
            .response
            .with_untracked(|response| response.patient.is_some())
        {
            return;
        }
        let made = PatientId::of_random(random::bytes());
        self.response
            .update(|response| response.patient = Some(made));
        self.save();
    }
}
