//! `effort [--screens] RESPONSE.json...`: items, screens, taps, letters and estimated minutes of saved responses: as thorough
//! as they are, as a typical person would answer, and on the quick way; with `--screens` each screen with its seconds.
//! May use: `saved`, domain. Must not: estimate anything itself; see `domain::questionnaire::effort`.

use std::io::{self, Write};

use serde_json::{Value, json};
use tailored::domain::questionnaire::effort::{Depth, WHEN_TIRED, effort, screens};
use tailored::domain::questionnaire::response::{Path, Response};
use tailored::domain::questionnaire::walk::{Stop, walk};

use super::facts::saved;

/// How the command is called.
pub const USAGE: &str = "effort [--screens] RESPONSE.json…";

/// Runs the command; the error is one line that names what is wrong.
pub fn run(arguments: &[&str]) -> Result<(), String> {
    let (files, print): (_, fn(&str, &Response) -> Value) = match arguments {
        ["--screens", files @ ..] => (files, each_screen),
        files => (files, line),
    };
    if files.is_empty() {
        return Err(format!("usage: tailored {USAGE}"));
    }
    let mut output = io::stdout().lock();
    for file in files {
        let response = saved::response(&super::text_of(file)?)?;
        writeln!(output, "{}", print(file, &response)).map_err(|error| error.to_string())?;
    }
    Ok(())
}

/// The ways, with how much is said on each.
const WAYS: [(&str, Path, Depth); 3] = [
    ("thorough", Path::Full, Depth::Thorough),
    ("typical", Path::Usual, Depth::Typical),
    ("quick", Path::Quick, Depth::Typical),
];

fn on_the_way(path: Path, response: &Response) -> Response {
    Response {
        path,
        ..response.clone()
    }
}

/// Each screen of each way in its order, with its seconds.
fn each_screen(file: &str, response: &Response) -> Value {
    let mut printed = json!({ "file": file });
    for (way, path, depth) in WAYS {
        let of_way = screens(&on_the_way(path, response), depth);
        printed[way] = of_way
            .iter()
            .map(|(item, effort)| json!([item.id, (effort.seconds * 10.0).round() / 10.0]))
            .collect();
    }
    printed
}

/// One line of JSON.
fn line(file: &str, response: &Response) -> Value {
    let mut printed = json!({ "file": file });
    for (way, path, depth) in WAYS {
        printed[way] = of_way(&on_the_way(path, response), depth);
    }
    printed
}

fn of_way(response: &Response, depth: Depth) -> Value {
    let stops = walk(response);
    let sign_screens = stops
        .iter()
        .filter(|stop| matches!(stop, Stop::Signs(..)))
        .count();
    let effort = effort(response, depth);
    json!({
        // The warning signs are one item.
        "items": stops.len() - sign_screens + 1,
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
