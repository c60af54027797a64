//! `effort RESPONSE.json...`: items, screens, taps, letters and estimated minutes of saved responses: as thorough as they are,
//! as a typical person would answer, and on the quick way.
//! May use: `saved`, domain. Must not: estimate anything itself; see `domain::questionnaire::effort`.

use std::io::{self, Write};

use tailored::domain::questionnaire::effort::{Depth, Effort, WHEN_TIRED, effort};
use tailored::domain::questionnaire::flow::course;
use tailored::domain::questionnaire::response::{Path, Response};

use super::facts::saved;

/// How the command is called.
pub const USAGE: &str = "effort RESPONSE.json…";

/// Runs the command; the error is one line that names what is wrong.
pub fn run(arguments: &[&str]) -> Result<(), String> {
    if arguments.is_empty() {
        return Err(format!("usage: tailored {USAGE}"));
    }
    let mut output = io::stdout().lock();
    for file in arguments {
        let response = saved::response(&super::text_of(file)?)?;
        writeln!(output, "{}", line(file, &response)).map_err(|error| error.to_string())?;
    }
    Ok(())
}

/// One line of JSON.
fn line(file: &str, response: &Response) -> serde_json::Value {
    let of = |path: Path, depth: Depth| {
        let response = Response {
            path,
            ..response.clone()
        };
        let course = course(&response);
        let items = course.asked(&response).count();
        let sign_screens = course.sign_screens_asked(&response);
        printed(items, sign_screens, effort(&course, &response, depth))
    };
    serde_json::json!({
        "file": file,
        "thorough": of(Path::Full, Depth::Thorough),
        "typical": of(Path::Usual, Depth::Typical),
        "quick": of(Path::Quick, Depth::Typical),
    })
}

fn printed(items: usize, sign_screens: usize, effort: Effort) -> serde_json::Value {
    serde_json::json!({
        "items": items,
        "sign_screens": sign_screens,
        "screens": effort.screens,
        "taps": effort.taps,
        "letters": effort.letters,
        "minutes": minutes(effort.seconds),
        "minutes_when_tired": minutes(effort.seconds * WHEN_TIRED),
    })
}

/// Minutes with one decimal.
fn minutes(seconds: f64) -> f64 {
    (seconds / 6.0).round() / 10.0
}
