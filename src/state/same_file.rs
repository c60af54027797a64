//! Owns the copy that goes into one chosen file again and again, where the browser can.
//! May use: the backup, the browser's chosen file. Must not: wording.

use leptos::prelude::*;

use super::AppState;
pub use crate::domain::trouble::FileTrouble;
use crate::platform::same_file::{self, ChosenFile, Refusal};

/// The file that was chosen, in this session or an earlier one.
#[derive(Clone, Copy)]
pub struct SameFile(RwSignal<Option<ChosenFile>, LocalStorage>);

impl SameFile {
    pub(super) fn new() -> Self {
        Self(RwSignal::new_local(None))
    }

    /// Whether this browser can do it at all.
    pub fn is_possible(&self) -> bool {
        same_file::is_possible()
    }

    /// What the file is called, reactive; none when none was chosen.
    pub fn name(&self) -> Option<String> {
        self.0.with(|file| file.as_ref().map(ChosenFile::name))
    }

    /// Looks for a file that was chosen at an earlier start. To be done before the tap that writes into it.
    pub fn look(&self) {
        let file = self.0;
        if file.with_untracked(Option::is_none) && self.is_possible() {
            leptos::task::spawn_local(async move {
                if let Some(found) = ChosenFile::remembered().await {
                    file.set(Some(found));
                }
            });
        }
    }

    /// The file stays where it is; the app no longer knows it.
    pub(super) fn forget(&self) {
        self.0.set(None);
    }
}

impl AppState {
    /// Lets the person choose the file, and saves a copy into it. For the moment of a tap.
    pub async fn save_to_a_file_of_choice(&self) -> Result<(), FileTrouble> {
        let suggested_name = "tailored-copy.json";
        let file = ChosenFile::choose(suggested_name).await.map_err(told)?;
        self.write_copy(&file).await?;
        file.remember().await;
        self.same_file.0.set(Some(file));
        Ok(())
    }

    /// Saves a copy into the file that was chosen before, in place of the one that is in it. For the moment of a tap.
    pub async fn save_to_the_same_file(&self) -> Result<(), FileTrouble> {
        let file = self.same_file.0.get_untracked().ok_or(FileTrouble::Gone)?;
        self.write_copy(&file).await
    }

    /// The copy counts as saved once the browser has put all of it into the file.
    async fn write_copy(&self, file: &ChosenFile) -> Result<(), FileTrouble> {
        file.allow().await.map_err(told)?;
        let copy = self.backup_file().await;
        file.write(&copy.text).await.map_err(told)?;
        let today = self.today.now();
        self.preferences
            .change(|settings| settings.last_backup = Some(today));
        Ok(())
    }
}

fn told(refusal: Refusal) -> FileTrouble {
    match refusal {
        Refusal::NotChosen => FileTrouble::NotChosen,
        Refusal::NotAllowed => FileTrouble::NotAllowed,
        Refusal::Gone => FileTrouble::Gone,
        Refusal::NotWritten => FileTrouble::NotWritten,
    }
}
