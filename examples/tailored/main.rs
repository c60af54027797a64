//! Tailored on the command line: each command is a file of its own, runs the app's own code and prints JSON.
//! May use: the library without the app feature. Must not: rules or formats of its own.
//!
//! A mistake in the input ends with status 2 and one line that names it.

mod asked;
mod channels;
mod effort;
mod export;
mod facts;
mod first_design;
mod generate;
mod import;
mod insights;
mod merge;
mod plan;
mod power;
mod questionnaire;
mod review;
mod week;

use std::io::{self, Write};
use std::process::ExitCode;
use std::{env, fs};

/// How each command is called.
const USAGES: &[&str] = &[
    channels::USAGE,
    asked::USAGE,
    effort::USAGE,
    export::USAGE,
    generate::USAGE,
    insights::USAGE,
    facts::USAGE,
    import::USAGE,
    merge::USAGE,
    plan::USAGE,
    power::USAGE,
    questionnaire::USAGE,
    review::USAGE,
    week::USAGE,
];

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let done = match arguments.as_slice() {
        ["channels", rest @ ..] => channels::run(rest),
        ["asked", rest @ ..] => asked::run(rest),
        ["effort", rest @ ..] => effort::run(rest),
        ["export", rest @ ..] => export::run(rest),
        ["generate", rest @ ..] => generate::run(rest),
        ["insights", rest @ ..] => insights::run(rest),
        ["facts", rest @ ..] => facts::run(rest),
        ["import", rest @ ..] => import::run(rest),
        ["merge", rest @ ..] => merge::run(rest),
        ["plan", rest @ ..] => plan::run(rest),
        ["power", rest @ ..] => power::run(rest),
        ["questionnaire", rest @ ..] => questionnaire::run(rest),
        ["review", rest @ ..] => review::run(rest),
        ["week", rest @ ..] => week::run(rest),
        _ => Err(format!("usage: tailored {}", USAGES.join(" | "))),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            // Nothing is left to do when even the error cannot be written.
            let _ = writeln!(io::stderr(), "{}", message.replace('\n', " "));
            ExitCode::from(2)
        }
    }
}

/// The text of a file, or of standard input for `-`.
fn text_of(file: &str) -> Result<String, String> {
    if file == "-" {
        io::read_to_string(io::stdin()).map_err(|error| format!("standard input: {error}"))
    } else {
        fs::read_to_string(file).map_err(|error| format!("{file}: {error}"))
    }
}
