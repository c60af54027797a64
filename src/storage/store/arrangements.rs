//! Owns loading and saving of the arrangements: reasons, agreements, the flare plan, what was asked.
//! May use: the store's own steps. Must not: another order of steps.

use super::Store;
use crate::domain::arrangements::Arrangements;
use crate::storage::keys::Part;
use crate::storage::report::{Loaded, SaveError};
use crate::storage::shape::{Document, SavedArrangements};

impl Store {
    /// The arrangements as they are now; as with the answers, the caller goes on from them.
    pub fn arrangements(&mut self) -> Loaded<Arrangements> {
        let mut loaded = self.load(Part::Arrangements, SavedArrangements::arrangements);
        match &self.unsaved.arrangements {
            Some(unsaved) => loaded.value = unsaved.clone(),
            None => self.known_arrangements = loaded.value.clone(),
        }
        loaded
    }

    /// Saves the arrangements, in the same way.
    pub fn save_arrangements(&mut self, arrangements: &Arrangements) -> Result<(), SaveError> {
        self.unsaved.arrangements = Some(arrangements.clone());
        self.save(
            Part::Arrangements,
            |saved: &mut SavedArrangements, store| {
                saved.change(&store.known_arrangements, arrangements)
            },
        )?;
        self.unsaved.arrangements = None;
        self.known_arrangements = arrangements.clone();
        Ok(())
    }

    /// Key and text of arrangements that could not be saved.
    pub(super) fn unsaved_arrangements(&self) -> Option<(String, String)> {
        let arrangements = self.unsaved.arrangements.as_ref()?;
        let mut saved = SavedArrangements::default();
        // Nothing can be lost in an empty document.
        let _ = saved.change(&Arrangements::default(), arrangements);
        Some((Part::Arrangements.key(), saved.text()?))
    }
}
