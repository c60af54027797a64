//! `plan CASE.json`, `-` for standard input, `plan --jsonl [FILE]` for one case a line: the plan of the rule engine as JSON.
//! A case is `{"date": "2026-11-23", "facts": {name: value, …}, "safety": {question: answer, …}}`; absent or null is unknown.
//! May use: domain, `case`, `printed`. Must not: rules of its own; it reads, asks the engine and prints.

mod case;
mod printed;

use std::fs;
use std::io::{self, BufRead, Write};
use std::thread;

/// How the command is called.
pub const USAGE: &str = "plan CASE.json | plan - | plan --jsonl [CASES.jsonl]";

/// Lines that are read at once.
const BATCH: usize = 512;

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

/// Each core works on a part of a batch, so that thousands of cases take seconds; the order stays.
fn every_line(file: &str) -> Result<(), String> {
    let input: Box<dyn BufRead> = if file == "-" {
        Box::new(io::stdin().lock())
    } else {
        let file = fs::File::open(file).map_err(|error| format!("{file}: {error}"))?;
        Box::new(io::BufReader::new(file))
    };
    let n_threads = thread::available_parallelism().map_or(1, usize::from);
    let mut output = io::stdout().lock();
    let mut lines = (1..).zip(input.lines());
    loop {
        let batch: Vec<(usize, io::Result<String>)> = lines.by_ref().take(BATCH).collect();
        if batch.is_empty() {
            return output.flush().map_err(|error| error.to_string());
        }
        let part = batch.len().div_ceil(n_threads);
        let printed: Vec<(Vec<u8>, Result<(), String>)> = thread::scope(|scope| {
            let workers: Vec<_> = batch
                .chunks(part)
                .map(|part| scope.spawn(|| plans(part)))
                .collect();
            workers
                .into_iter()
                .map(|worker| worker.join().expect("the engine does not panic"))
                .collect()
        });
        for (plans, outcome) in printed {
            output
                .write_all(&plans)
                .map_err(|error| error.to_string())?;
            outcome?;
        }
    }
}

/// The plans of some lines, up to the first that is no case.
fn plans(lines: &[(usize, io::Result<String>)]) -> (Vec<u8>, Result<(), String>) {
    let mut output = Vec::new();
    for (number, line) in lines {
        let outcome = match line {
            Ok(line) if line.trim().is_empty() => Ok(()),
            Ok(line) => print_plan(line, &mut output),
            Err(error) => Err(error.to_string()),
        };
        if let Err(message) = outcome {
            return (output, Err(format!("line {number}: {message}")));
        }
    }
    (output, Ok(()))
}

fn print_plan(case: &str, output: &mut impl Write) -> Result<(), String> {
    let (facts, answers) = case::read(case)?;
    serde_json::to_writer(&mut *output, &printed::Printed::new(&facts, &answers))
        .map_err(|error| error.to_string())?;
    writeln!(output).map_err(|error| error.to_string())
}
