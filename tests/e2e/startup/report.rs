//! Owns docs/performance.md: what was measured, in words and tables, ratios first.

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use super::code::{self, Code};
use super::{DOWN, ENTRIES, LATENCY, Run, SCENES, SLOWER, Seen};

const FILE: &str = "docs/performance.md";
/// A crate with less code is not listed.
const LEAST: usize = 5 * 1024;
const LARGEST: usize = 10;

/// What is held against the floor.
struct Row {
    name: &'static str,
    scene: usize,
    time: fn(&Seen) -> f64,
    /// How many times as long as the floor it may take, where we have set ourselves that.
    goal: Option<f64>,
}

const ROWS: [Row; 8] = [
    row(SCENES[0].name, 0, there, None),
    row(
        "start page: first paint",
        1,
        |seen| seen.first_paint,
        Some(1.1),
    ),
    row(
        "start page: largest paint",
        1,
        |seen| seen.largest_paint,
        Some(1.1),
    ),
    row("start page: usable", 1, there, None),
    row(SCENES[2].name, 2, there, Some(3.0)),
    row(SCENES[3].name, 3, there, Some(3.0)),
    row(SCENES[4].name, 4, there, Some(1.5)),
    row(SCENES[5].name, 5, there, Some(1.5)),
];

const fn row(name: &'static str, scene: usize, time: fn(&Seen) -> f64, goal: Option<f64>) -> Row {
    Row {
        name,
        scene,
        time,
        goal,
    }
}

const fn there(seen: &Seen) -> f64 {
    seen.there
}

/// What was decided about something that weighs more than 5 KiB, where leaving it out was measured (ARCHITECTURE.md).
const DECISIONS: [[&str; 3]; 3] = [
    [
        "`leptos_router`",
        "49 KiB",
        "Not taken: places stand after the `#` and are read by an enum of 120 lines.",
    ],
    [
        "components of one type each (Leptos)",
        "85,511 bytes",
        "Not taken: `--cfg erase_components` makes all views one type. Measured when the whole app had 522,641 bytes.",
    ],
    [
        "`idb`, with the second copy of what was saved last",
        "13,582 bytes",
        "Taken: local storage alone lost what the page had called saved when the browser was killed.",
    ],
];

/// A place in the checkout.
pub fn in_the_checkout(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// Writes the file, and prints the times.
pub fn write(runs: &[Run], browser: &str) {
    let times = times(runs);
    println!("\n{times}\n{}", until_then(runs));
    let text = format!(
        "# How fast Tailored starts, and what it weighs\n\n\
         Written by `./dev bench startup`; the next run writes it anew.\n\n\
         {}\n{times}\n{}\n{}\n{}\n{}",
        conditions(runs.len(), browser),
        what_the_times_are(),
        until_then(runs),
        sizes(),
        decisions()
    );
    fs::write(in_the_checkout(FILE), text).expect("docs can be written");
    println!("\nWritten to {FILE}.");
}

fn conditions(n_runs: usize, browser: &str) -> String {
    let told = |name: &str| std::env::var(name).unwrap_or_else(|_| "unknown".to_owned());
    format!(
        "Commit {}, release `{}`, {}, {n_runs} runs, {}.\n\n\
         **Only the ratios mean something elsewhere.** The machine does other things too while it measures. \
         So each run makes all visits one after the other, with one to the floor before each of them; each is held against the middle of the floors of its own run, \
         and the middle of these ratios is given. \
         The milliseconds are those of this machine; where lowest and highest lie far apart, other work was in the way.\n\n\
         The floor is `benches/floor`: a page with Leptos and one button that counts, built with the profile and the steps of the release.\n\n\
         Each visit has a browser of its own: headless, with a screen of 390 × 844, a processor slowed down {SLOWER} times, {} Mbit/s and {LATENCY} ms to an answer. \
         Those of a new person have an empty profile, those of a returning one the offline copy, the answers of a story and a diary of {ENTRIES} entries.\n\n\
         What it does not show: only the page's own thread is slowed down, so compiling WebAssembly, which Chromium does on other threads, \
         and the offline worker are faster than on such a phone; and no other engine is measured.\n",
        told("TAILORED_COMMIT"),
        release_id(),
        browser.replacen('/', " ", 1),
        told("TAILORED_DAY"),
        f64::from(DOWN) / 1e6,
    )
}

/// The part that the names of one release have in common.
fn release_id() -> String {
    let files = fs::read_dir(in_the_checkout("dist")).expect("the release can be read");
    files
        .flatten()
        .filter_map(|file| file.file_name().into_string().ok())
        .find_map(|name| {
            Some(
                name.strip_suffix("-main.wasm")?
                    .strip_prefix("tailored-")?
                    .to_owned(),
            )
        })
        .expect("a release has a first file of code")
}

/// How many times as long as the floor each thing takes.
fn times(runs: &[Run]) -> String {
    let mut table = "| until it is on the screen | times the floor | lowest to highest | goal | ms |\n|---|---:|---:|---:|---:|\n".to_owned();
    for row in &ROWS {
        let time = |run: &Run| run.middle(row.scene, row.time);
        let ratios = sorted(runs.iter().map(|run| time(run) / run.middle(0, there)));
        let goal = row
            .goal
            .map_or_else(|| "–".to_owned(), |goal| format!("{goal:.1}"));
        let _ = writeln!(
            table,
            "| {} | **{:.2}** | {:.2} to {:.2} | {goal} | {:.0} |",
            row.name,
            middle(&ratios),
            ratios[0],
            ratios[ratios.len() - 1],
            middle(&sorted(runs.iter().map(time))),
        );
    }
    table
}

impl Run {
    /// Of all visits to the scene.
    fn middle(&self, scene: usize, pick: fn(&Seen) -> f64) -> f64 {
        match scene {
            0 => middle(&sorted(self.floor.iter().map(pick))),
            _ => pick(&self.app[scene - 1]),
        }
    }
}

fn what_the_times_are() -> &'static str {
    "Times count from the call of the page to the picture in which the thing stands. \
     \"Tapped for at once\": the link is tapped as soon as it has been painted, before the app has arrived. \
     \"Usable\" is the moment in which the app has taken the place of the page that the host sent; its links lead on from the first paint.\n"
}

fn until_then(runs: &[Run]) -> String {
    let mut table = "Until then, the middle of all runs:\n\n\
         | | files asked for | KB that had arrived | ms blocked (of each task what is over 50) |\n|---|---:|---:|---:|\n"
        .to_owned();
    for (scene, place) in SCENES.iter().zip(0..) {
        let of = |pick: fn(&Seen) -> f64| {
            middle(&sorted(runs.iter().map(|run| run.middle(place, pick))))
        };
        let _ = writeln!(
            table,
            "| {} | {:.0} | {:.0} | {:.0} |",
            scene.name,
            of(|seen| seen.files),
            of(|seen| seen.bytes) / 1000.0,
            of(|seen| seen.blocked),
        );
    }
    table
}

fn sizes() -> String {
    let mut text = "## Size\n\n| part | bytes with Brotli | raw |\n|---|---:|---:|\n".to_owned();
    for (name, raw, sent) in code::parts(&in_the_checkout("dist")) {
        let _ = writeln!(text, "| {name} | {} | {} |", grouped(sent), grouped(raw));
    }
    // Trunk's own output: the whole app in one piece, with the names of its functions.
    let Some(code) = Code::read(&in_the_checkout(
        "target/wasm-bindgen/release/tailored_bg.wasm",
    )) else {
        text.push_str("\nOf which functions the code is made is not listed: this release was built elsewhere.\n");
        return text;
    };
    let _ = writeln!(
        text,
        "\nThe {LARGEST} largest groups of the {} functions, before the app is cut and made small: {} bytes of code beside {} of texts and tables.\n\n\
         | functions | bytes | share | number |\n|---|---:|---:|---:|",
        grouped(code.n_functions() as u64),
        grouped(code.bytes() as u64),
        grouped(code.data as u64),
    );
    for (name, bytes, number) in code.groups().into_iter().take(LARGEST) {
        let share = 100.0 * bytes as f64 / code.bytes() as f64;
        let _ = writeln!(
            text,
            "| {name} | {} | {share:.0} % | {} |",
            grouped(bytes as u64),
            grouped(number as u64)
        );
    }
    text.push_str(
        "\nDependencies whose own functions are over 5 KiB there. What they make of the standard library's generic code counts with that, \
         so a dependency costs more than its row.\n\n| crate | bytes |\n|---|---:|\n",
    );
    for (name, bytes, _) in code
        .crates()
        .into_iter()
        .take_while(|(_, bytes, _)| *bytes > LEAST)
    {
        let _ = writeln!(text, "| `{name}` | {} |", grouped(bytes as u64));
    }
    text
}

fn decisions() -> String {
    let mut text = "## Decided by a measurement\n\n\
         What weighs over 5 KiB and was measured with and without (ARCHITECTURE.md has the reasons). \
         For the other dependencies above there is no such figure yet.\n\n| what | with Brotli | decision |\n|---|---:|---|\n"
        .to_owned();
    for [what, weight, decision] in DECISIONS {
        let _ = writeln!(text, "| {what} | {weight} | {decision} |");
    }
    text
}

fn sorted(numbers: impl Iterator<Item = f64>) -> Vec<f64> {
    let mut numbers: Vec<f64> = numbers.collect();
    numbers.sort_by(f64::total_cmp);
    numbers
}

fn middle(sorted: &[f64]) -> f64 {
    let half = sorted.len() / 2;
    match sorted.len() % 2 {
        0 => (sorted[half - 1] + sorted[half]) / 2.0,
        _ => sorted[half],
    }
}

/// A number with commas between thousands.
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}
