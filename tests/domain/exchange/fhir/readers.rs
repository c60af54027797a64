//! Other programs read the reports: a validator with the definitions of FHIR R4, and LHC-Forms, which decides by itself
//! which questions are asked. `./dev test` installs them and says where they are.

use std::env;
use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};
use std::process::Command;

use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;
use serde_json::{Value, json};
use tailored::domain::questionnaire::findings::findings;
use tailored::domain::questionnaire::flow::course;
use tailored::domain::questionnaire::response::Response;
use tailored::exchange::fhir::FhirOptions;

use super::{CASES, day, everything, made, of_backup};
use crate::flow::responses;
use crate::personas::PERSONAS;

/// Random records, beside the six people and the cases. LHC-Forms draws each form, which takes its time.
const RANDOM: usize = 200;
const RANDOM_FORMS: usize = 20;

fn tools() -> PathBuf {
    PathBuf::from(env::var("TAILORED_TOOLS").expect("./dev test says where the tools are"))
}

/// Answers that contradict each other are sent, and count for the person's plan only where they can be true.
fn is_consistent(response: &Response) -> bool {
    findings(&course(response), response, day(11, 23)).is_empty()
}

/// Every report on a line: all that the person can let out, and the usual one.
fn written(folder: &Path, n_random: usize) -> (PathBuf, usize) {
    let file = folder.join("reports.jsonl");
    let mut lines = BufWriter::new(File::create(&file).unwrap());
    let mut n = 0;
    let mut write = |bundle: Value, whole: bool, consistent: bool| {
        let line = json!({ "bundle": bundle, "whole": whole, "consistent": consistent });
        writeln!(lines, "{line}").unwrap();
        n += 1;
    };
    for (_, text) in CASES {
        write(
            of_backup(text, day(11, 23), FhirOptions::default()),
            false,
            false,
        );
        write(of_backup(text, day(11, 23), everything()), true, false);
    }
    let mut runner = TestRunner::deterministic();
    let random = [0.98, 0.5].map(responses);
    let random =
        (0..n_random).map(|place| random[place % 2].new_tree(&mut runner).unwrap().current());
    let people = PERSONAS
        .into_iter()
        .map(|(_, text, _)| crate::personas::response(text));
    for (place, response) in people.chain(random).enumerate() {
        let consistent = is_consistent(&response);
        let whole = place % 4 != 3;
        let options = if whole {
            everything()
        } else {
            FhirOptions::default()
        };
        write(made(&response, options), whole, consistent);
    }
    lines.flush().unwrap();
    (file, n)
}

fn read_by(script: &str, arguments: &[&Path]) {
    let script = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/fhir")
        .join(script);
    let output = Command::new("node")
        .arg(&script)
        .args(arguments)
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    println!("{said}");
    assert!(
        output.status.success(),
        "{said}{}",
        String::from_utf8_lossy(&output.stderr)
    );
}

#[test]
fn a_validator_of_r4_takes_every_report() {
    let folder = tempfile::tempdir().unwrap();
    let (reports, n) = written(folder.path(), RANDOM);
    assert!(n > RANDOM);
    read_by(
        "validate.mjs",
        &[&tools().join("npm/node_modules"), &reports],
    );
}

#[test]
fn lhc_forms_asks_what_the_person_was_asked_and_drops_no_answer() {
    let folder = tempfile::tempdir().unwrap();
    let (reports, _) = written(folder.path(), RANDOM_FORMS);
    read_by(
        "lhc_forms.mjs",
        &[&tools().join("archives/lforms"), &reports, folder.path()],
    );
}
