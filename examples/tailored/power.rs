//! `power`: how often a true link is found after so many days, as the app tells people.
//! `power --compare`: the method against the first design of `diary_and_outcomes.md`, on the same made-up diaries.
//! May use: domain, serde_json. Must not: figures of its own.

use std::io::{self, Write};

use serde_json::json;
use tailored::domain::diary::insight::power::{self, TABLE, findings, is_found};
use tailored::domain::diary::insight::simulate::{Effect, Made};
use tailored::domain::diary::insight::{Findings, Verdict};

use super::first_design;

/// How the command is called.
pub const USAGE: &str = "power [--compare]";

const EFFECT: Effect = Effect {
    factor: 2,
    points: 2.0,
    next_day: true,
};

/// Runs the command; the error is one line that names what is wrong.
pub fn run(arguments: &[&str]) -> Result<(), String> {
    match arguments {
        [] => print(&table()),
        ["--compare"] => print(&comparison()),
        _ => Err(format!("usage: tailored {USAGE}")),
    }
}

fn print(value: &serde_json::Value) -> Result<(), String> {
    writeln!(io::stdout(), "{value:#}").map_err(|error| error.to_string())
}

fn table() -> serde_json::Value {
    let rows = TABLE.map(|told| {
        let measured = power::measured(told.days);
        json!({
            "days": told.days,
            "found_percent": { "2 points": measured.two_points, "1 point": measured.one_point },
            "told_percent": { "2 points": told.two_points, "1 point": told.one_point },
        })
    });
    json!({
        "diaries": power::N_DIARIES,
        "made": "one factor of six truly adds points to the next day; day SD 1.5, AR(1) 0.5, 20 % of days missing, factor on 30 %",
        "rows": rows,
    })
}

/// The two methods on 500 diaries without and 200 with an effect, and what a year of weekly looks adds up to.
fn comparison() -> serde_json::Value {
    let null: Vec<Made> = (0..500).map(made).collect();
    let with_effect: Vec<Made> = (1_000..1_200)
        .map(|seed| Made {
            effect: Some(EFFECT),
            ..made(seed)
        })
        .collect();
    let share = |n: usize, of: usize| (1000.0 * n as f64 / of as f64).round() / 10.0;
    let found = |made: &&Made| is_found(made, EFFECT, &findings(made));
    let first_shown = null
        .iter()
        .filter(|made| first_design::stands_out(made).contains(&true));
    let first_found = with_effect
        .iter()
        .filter(|made| first_design::stands_out(made).get(EFFECT.factor) == Some(&true));
    let first_enough = with_effect
        .iter()
        .filter(|made| first_design::has_enough(made));
    json!({
        "first design": {
            "null diaries that show something, percent": share(first_shown.count(), null.len()),
            "true effects with enough days, percent": share(first_enough.count(), with_effect.len()),
            "true effects found, percent": share(first_found.count(), with_effect.len()),
        },
        "this method": {
            "null diaries that show something, percent": share(null.iter().filter(|made| shows(&findings(made))).count(), null.len()),
            "null diaries with something held up, percent": share(null.iter().filter(|made| holds(&findings(made))).count(), null.len()),
            "true effects found, percent": share(with_effect.iter().filter(found).count(), with_effect.len()),
        },
        "looking every 30 days for a year": {
            "null diaries that ever show something, percent": share(null.iter().filter(|made| ever(made, shows)).count(), null.len()),
            "null diaries that ever show something held up, percent": share(null.iter().filter(|made| ever(made, holds)).count(), null.len()),
        },
    })
}

fn made(seed: u64) -> Made {
    Made {
        seed,
        ..Made::default()
    }
}

/// The same diary looked at again and again while it grows.
fn ever(made: &Made, what: fn(&Findings) -> bool) -> bool {
    (90..=365).step_by(30).any(|n_days| {
        what(&findings(&Made {
            n_days,
            ..made.clone()
        }))
    })
}

fn shows(findings: &Findings) -> bool {
    let mut verdicts = findings.findings.iter().map(|finding| finding.verdict);
    verdicts.any(|verdict| matches!(verdict, Verdict::StandsOut | Verdict::HeldUp))
}

fn holds(findings: &Findings) -> bool {
    let mut verdicts = findings.findings.iter().map(|finding| finding.verdict);
    verdicts.any(|verdict| verdict == Verdict::HeldUp)
}
