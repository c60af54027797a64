//! Owns loading and saving of what a person follows in the diary.
//! May use: the store's own steps. Must not: another order of steps.

use super::Store;
use crate::domain::diary::tracking::Tracking;
use crate::storage::keys::Part;
use crate::storage::report::{Loaded, SaveError};
use crate::storage::shape::{Document, SavedTracking};

impl Store {
    /// What the person chose to follow in the diary; as with the answers, the caller goes on from it.
    pub fn tracking(&mut self) -> Loaded<Tracking> {
        let mut loaded = self.load(Part::Tracking, SavedTracking::tracking);
        match &self.unsaved.tracking {
            Some(unsaved) => loaded.value = unsaved.clone(),
            None => self.known_tracking = loaded.value.clone(),
        }
        loaded
    }

    /// Saves what is followed, in the same way.
    pub fn save_tracking(&mut self, tracking: &Tracking) -> Result<(), SaveError> {
        self.unsaved.tracking = Some(tracking.clone());
        self.save(Part::Tracking, |saved: &mut SavedTracking, store| {
            saved.change(&store.known_tracking, tracking)
        })?;
        self.unsaved.tracking = None;
        self.known_tracking = tracking.clone();
        Ok(())
    }

    /// Key and text of what is followed and could not be saved.
    pub(super) fn unsaved_tracking(&self) -> Option<(String, String)> {
        let tracking = self.unsaved.tracking.as_ref()?;
        let mut saved = SavedTracking::default();
        // Nothing can be lost in an empty document.
        let _ = saved.change(&Tracking::default(), tracking);
        Some((Part::Tracking.key(), saved.text()?))
    }
}
