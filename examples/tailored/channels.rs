//! `channels BACKUP.json`: a table of what stands where, as Markdown.
//! May use: the table. Must not: texts of its own.

mod table;

use std::io::{self, Write};

/// How the command is called.
pub const USAGE: &str = "channels BACKUP.json";

/// Runs the command; the error is one line that names what is wrong.
pub fn run(arguments: &[&str]) -> Result<(), String> {
    let [file] = arguments else {
        return Err(format!("usage: tailored {USAGE}"));
    };
    let document = table::document(&super::merge::backup_of(file)?);
    io::stdout()
        .write_all(document.as_bytes())
        .map_err(|error| error.to_string())
}
