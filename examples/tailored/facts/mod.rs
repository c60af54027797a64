//! `facts RESPONSE.json`: what a saved response says, each fact with the items behind it, as JSON; `--case` prints the case for `plan`.
//! May use: `saved`, `printed`, domain. Must not: rules of its own.
//!
//! RESPONSE is what the app saves under `tailored/response` (`docs/format.md`), or a whole backup or raw copy that the app
//! exported. "Today" is the day of the latest change in it.

mod printed;
pub mod saved;

use std::io::{self, Write};

use printed::Printed;

/// How the command is called.
pub const USAGE: &str = "facts [--case] RESPONSE.json";

/// Runs the command; the error is one line that names what is wrong.
pub fn run(arguments: &[&str]) -> Result<(), String> {
    let (file, as_case) = match arguments {
        ["--case", file] => (file, true),
        [file] if !file.starts_with("--") => (file, false),
        _ => {
            return Err(format!(
                "usage: tailored {USAGE}; RESPONSE.json is the document that the app saves as tailored/response, or a backup"
            ));
        }
    };
    let response = saved::response(&super::text_of(file)?)?;
    let printed = Printed::new(&response)?;
    let json = match as_case {
        true => printed.case(),
        false => printed.facts(),
    };
    let text = match as_case {
        true => serde_json::to_string(&json),
        false => serde_json::to_string_pretty(&json),
    };
    writeln!(
        io::stdout().lock(),
        "{}",
        text.map_err(|error| error.to_string())?
    )
    .map_err(|error| error.to_string())
}
