//! `plan CASE.json`, `-` for standard input, `plan --jsonl [FILE]` for one case a line: the plan of the rule engine as JSON.
//! A case is `{"date": "2026-11-23", "facts": {name: value, …}, "safety": {question: answer, …}}`; absent or null is unknown.
//! May use: domain, `case`, `printed`. Must not: rules of its own; it reads, asks the engine and prints.

mod case;
mod printed;

use std::fs;
use std::io::{self, BufRead, Write};

use tailored::domain::plan::engine;

/// How the command is called.
pub const USAGE: &str = "plan CASE.json | plan - | plan --jsonl [CASES.jsonl]";

/// Runs the command; the error is one line that names what is wrong.
pub fn run(arguments: &[&str]) -> Result<(), String> {
    match arguments {
        ["--jsonl"] => every_line("-"),
        ["--jsonl", file] => every_line(file),
        [file] => single(file),
        _ => Err(format!("usage: tailored {USAGE}")),
    }
}

fn single(file: &str) -> Result<(), String> {
    print_plan(&super::text_of(file)?, &mut io::stdout().lock())
}

fn every_line(file: &str) -> Result<(), String> {
    let input: Box<dyn BufRead> = if file == "-" {
        Box::new(io::stdin().lock())
    } else {
        let file = fs::File::open(file).map_err(|error| format!("{file}: {error}"))?;
        Box::new(io::BufReader::new(file))
    };
    let mut output = io::BufWriter::new(io::stdout().lock());
    for (number, line) in (1..).zip(input.lines()) {
        let line = line.map_err(|error| format!("line {number}: {error}"))?;
        if !line.trim().is_empty() {
            print_plan(&line, &mut output)
                .map_err(|message| format!("line {number}: {message}"))?;
        }
    }
    output.flush().map_err(|error| error.to_string())
}

fn print_plan(case: &str, output: &mut impl Write) -> Result<(), String> {
    let (facts, answers) = case::read(case)?;
    let plan = engine::plan(&facts, &answers);
    serde_json::to_writer(&mut *output, &printed::Printed(&plan))
        .map_err(|error| error.to_string())?;
    writeln!(output).map_err(|error| error.to_string())
}
