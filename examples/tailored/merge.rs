//! `merge A.json B.json`: both backups put together, as a backup; the order does not matter.
//! May use: storage. Must not: rules of its own.

use std::io::{self, Write};

use tailored::exchange::archive;
use tailored::storage::{Backup, BackupError};

/// How the command is called.
pub const USAGE: &str = "merge A.json B.json";

/// Runs the command; the error is one line that names what is wrong.
pub fn run(arguments: &[&str]) -> Result<(), String> {
    let [left, right] = arguments else {
        return Err(format!("usage: tailored {USAGE}"));
    };
    let merged = backup_of(left)?.merged(backup_of(right)?);
    io::stdout()
        .write_all(merged.text().as_bytes())
        .map_err(|error| error.to_string())
}

/// The backup in a file (also in an archive), or on standard input for `-`.
pub fn backup_of(file: &str) -> Result<Backup, String> {
    let text = super::text_of(file)?;
    let text = archive::backup_in(&text).unwrap_or(text);
    Backup::parse(&text).map_err(|error| match error {
        BackupError::CutShort => format!("{file}: a backup that ends too early"),
        BackupError::NotABackup => format!("{file}: not a backup of this app"),
        BackupError::Newer(version) => {
            format!("{file}: written by a newer version of this app (version {version})")
        }
    })
}
