//! `review`: the clinical review as Markdown, kept as docs/clinical-review.md.
//! May use: `document`. Must not: anything else; it prints.

mod document;

use std::io::{self, Write};

/// How the command is called.
pub const USAGE: &str = "review";

/// Prints the document.
pub fn run(arguments: &[&str]) -> Result<(), String> {
    if !arguments.is_empty() {
        return Err(format!("usage: tailored {USAGE}"));
    }
    io::stdout()
        .lock()
        .write_all(document::document().as_bytes())
        .map_err(|error| error.to_string())
}
