//! Owns loading and saving of a clinic's own forms.
//! May use: the store's own steps. Must not: another order of steps.

use super::Store;
use crate::domain::clinic_form::kept::KeptForms;
use crate::storage::keys::Part;
use crate::storage::report::{Loaded, SaveError};
use crate::storage::shape::{Document, SavedForms};

impl Store {
    /// The forms and their answers; as with the answers of the story, the caller goes on from them.
    pub fn forms(&mut self) -> Loaded<KeptForms> {
        let mut loaded = self.load(Part::Forms, SavedForms::forms);
        match &self.unsaved.forms {
            Some(unsaved) => loaded.value = unsaved.clone(),
            None => self.known_forms = loaded.value.clone(),
        }
        loaded
    }

    /// Saves them, in the same way.
    pub fn save_forms(&mut self, forms: &KeptForms) -> Result<(), SaveError> {
        self.unsaved.forms = Some(forms.clone());
        self.save(Part::Forms, |saved: &mut SavedForms, store| {
            saved.change(&store.known_forms, forms)
        })?;
        self.unsaved.forms = None;
        self.known_forms = forms.clone();
        Ok(())
    }

    /// Key and text of forms that could not be saved.
    pub(super) fn unsaved_forms(&self) -> Option<(String, String)> {
        let forms = self.unsaved.forms.as_ref()?;
        let mut saved = SavedForms::default();
        // Nothing can be lost in an empty document.
        let _ = saved.change(&KeptForms::default(), forms);
        Some((Part::Forms.key(), saved.text()?))
    }
}
