//! Owns the reading of a saved response: the document of the app, a backup or a raw copy.
//! May use: storage. Must not: forms of its own.

use std::collections::BTreeMap;

use tailored::domain::questionnaire::response::Response;
use tailored::storage::{Backup, BackupError, MemoryBackend, Opened, Part, Store};

/// The response in a text.
pub fn response(text: &str) -> Result<Response, String> {
    let opened = match Backup::parse(text) {
        Ok(backup) => backup.opened(),
        Err(BackupError::NotABackup) => document(text),
        Err(error) => return Err(format!("cannot be opened: {error:?}")),
    };
    let issues: Vec<String> = opened
        .issues
        .iter()
        .map(|issue| format!("{issue:?}"))
        .collect();
    match issues.is_empty() {
        true => Ok(opened.response),
        false => Err(format!("cannot be read: {}", issues.join(", "))),
    }
}

/// A store that holds the text as the saved response and nothing else.
fn document(text: &str) -> Opened {
    let key = Part::Response.key();
    Store::open(MemoryBackend::holding(BTreeMap::from([(
        key,
        text.to_owned(),
    )])))
}
