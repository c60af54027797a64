//! `asked RESPONSE.json...`: which warning signs and which questions are asked of a person with these answers, on each way.
//! May use: `saved`, domain. Must not: decide anything itself; the walk is that of `domain::questionnaire::walk`.

use std::io::{self, Write};

use serde_json::{Value, json};
use tailored::domain::questionnaire::response::{Path, Response};
use tailored::domain::questionnaire::sign_screens::sensitive_questions;
use tailored::domain::questionnaire::walk::{Stop, walk};

use super::facts::saved;

/// How the command is called.
pub const USAGE: &str = "asked RESPONSE.json…";

/// Runs the command; the error is one line that names what is wrong.
pub fn run(files: &[&str]) -> Result<(), String> {
    if files.is_empty() {
        return Err(format!("usage: tailored {USAGE}"));
    }
    let mut output = io::stdout().lock();
    for file in files {
        let response = saved::response(&super::text_of(file)?)?;
        let mut printed = json!({ "file": file });
        for (way, path) in [
            ("quick", Path::Quick),
            ("usual", Path::Usual),
            ("full", Path::Full),
        ] {
            printed[way] = on_the_way(Response {
                path,
                ..response.clone()
            });
        }
        writeln!(output, "{printed}").map_err(|error| error.to_string())?;
    }
    Ok(())
}

fn sensitive_ids() -> Vec<&'static str> {
    sensitive_questions().map(|question| question.id).collect()
}

fn on_the_way(told: Response) -> Value {
    let mut signs = Vec::new();
    let mut items = Vec::new();
    let mut sensitive = Vec::new();
    for stop in walk(&told) {
        match stop {
            Stop::Page(page) => {
                sensitive.extend((page.iter().any(|item| item.sensitive)).then(sensitive_ids));
                items.push(page.iter().map(|item| item.id).collect::<Vec<_>>());
            }
            Stop::Signs(_, screen) => {
                signs.push(
                    screen
                        .questions()
                        .iter()
                        .map(|question| question.id)
                        .collect::<Vec<_>>(),
                );
            }
        }
    }
    json!({ "signs": signs, "beside_mood": sensitive, "questions": items })
}
