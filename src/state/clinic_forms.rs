//! Owns a clinic's own forms, as the views see them: opened from a file, answered, worked out, saved at each change.
//! May use: exchange, domain, storage through the shared store, platform. Must not: wording.

use leptos::prelude::*;

use super::SharedStore;
use super::notices::{Notice, Notices, trouble_of};
use super::today::Today;
use crate::domain::clinic_form::answers::initial;
use crate::domain::clinic_form::kept::{KeptForm, KeptForms};
use crate::domain::date::Timelike;
use crate::exchange::ExportFile;
pub use crate::exchange::clinic_form::{ClinicForm, Evaluated, LONGEST, Outcome, Unopened};
use crate::platform::files::PickedFile;
use crate::platform::{clock, random};
use crate::storage::SaveError;

/// The forms and the ways to change them.
#[derive(Clone, Copy)]
pub struct ClinicForms {
    /// None until a page asks.
    kept: RwSignal<Option<KeptForms>>,
    store: SharedStore,
    notices: Notices,
    today: Today,
}

impl ClinicForms {
    pub(super) fn new(store: SharedStore, notices: Notices, today: Today) -> Self {
        Self {
            kept: RwSignal::new(None),
            store,
            notices,
            today,
        }
    }

    /// Every form with its answers, reactive.
    pub fn get(&self) -> KeptForms {
        if self.kept.with_untracked(Option::is_none)
            && let Some(loaded) = self.store.try_update_value(|store| store.forms())
        {
            for issue in loaded.issues {
                self.notices.push(Notice::Storage(trouble_of(issue)));
            }
            self.kept.set(Some(loaded.value));
        }
        self.kept.get().unwrap_or_default()
    }

    /// To be read again when a page next asks: a file or another tab changed it.
    pub(super) fn forget(&self) {
        if self.kept.with_untracked(Option::is_some) {
            let loaded = self.store.try_update_value(|store| store.forms().value);
            self.kept.set(loaded);
        }
    }

    /// Reads a form from a file and keeps it. Its id.
    pub async fn open(&self, file: PickedFile) -> Result<String, Unopened> {
        if file.size() > LONGEST as u64 {
            return Err(Unopened::TooLarge);
        }
        let bytes = file.piece(0, file.size()).await;
        let text = String::from_utf8(bytes.ok_or(Unopened::NotJson)?);
        let text = text.map_err(|_| Unopened::NotJson)?;
        let opened = ClinicForm::open(&text)?;
        let id = random::id();
        let today = self.today.now();
        self.change(|kept| {
            for (key, typed) in initial(&opened.form) {
                kept.answer(&id, &key, typed);
            }
            let form = KeptForm {
                text,
                title: opened.form.title,
                opened: today,
            };
            kept.forms.insert(id.clone(), form);
        });
        Ok(id)
    }

    /// A form that is kept.
    pub fn form(&self, id: &str) -> Option<ClinicForm> {
        let kept = untrack(|| self.get());
        ClinicForm::open(&kept.forms.get(id)?.text).ok()
    }

    /// Keeps an answer; nothing typed takes it away.
    pub fn answer(&self, id: &str, key: &str, typed: Vec<String>) {
        self.change(|kept| kept.answer(id, key, typed));
    }

    /// Takes a form away, with its answers.
    pub fn remove(&self, id: &str) {
        self.change(|kept| kept.remove(id));
    }

    /// The answers to a form as a file for the clinic (a QuestionnaireResponse).
    pub fn file(&self, id: &str, form: &ClinicForm) -> ExportFile {
        let answers = untrack(|| self.get()).answers(id);
        let today = self.today.now();
        let time = clock::time();
        let ahead = clock::ahead_min();
        let sign = if ahead < 0 { '-' } else { '+' };
        let (hours, minutes) = (ahead.abs() / 60, ahead.abs() % 60);
        let moment = format!(
            "{today}T{:02}:{:02}:00{sign}{hours:02}:{minutes:02}",
            time.hour(),
            time.minute()
        );
        ExportFile {
            name: format!("form-answers-{today}.json"),
            mime: "application/fhir+json",
            text: form.response(&answers, &moment),
        }
    }

    fn change(&self, change: impl FnOnce(&mut KeptForms)) {
        let mut kept = untrack(|| self.get());
        change(&mut kept);
        let outcome = self
            .store
            .try_update_value(|store| store.save_forms(&kept))
            .unwrap_or(Err(SaveError::Broken));
        self.kept.set(Some(kept));
        self.notices.after_save(self.store, outcome);
    }
}
