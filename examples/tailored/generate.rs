//! `generate [--days N] [--seed N] …`: a made-up diary as a backup; the same options give the same text.
//! May use: domain, storage. Must not: make anything that could be taken for a real person's diary without being asked.

use std::io::{self, Write};

use tailored::domain::date::{Days, NaiveDate};
use tailored::domain::diary::insight::simulate::{Effect, Made};
use tailored::storage::Backup;

/// How the command is called.
pub const USAGE: &str = "generate [--days 180] [--last 2026-11-23] [--seed 1] [--a-day 1] [--factors 6] [--missing 0.2] \
[--level 5] [--sd 1.5] [--carry-over 0.5] [--drift 0] [--share 0.3] [--clinging 0] [--effect POINTS] [--of FACTOR] [--same-day]";

/// Runs the command; the error is one line that names what is wrong.
pub fn run(arguments: &[&str]) -> Result<(), String> {
    let made = made(arguments)?;
    let backup = Backup::of_entries(&made.entries());
    io::stdout()
        .write_all(backup.text().as_bytes())
        .map_err(|error| error.to_string())
}

fn made(arguments: &[&str]) -> Result<Made, String> {
    let mut made = Made::default();
    let mut last = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap_or_default();
    let mut effect = Effect {
        factor: 0,
        points: 0.0,
        next_day: true,
    };
    let mut arguments = arguments.iter();
    while let Some(name) = arguments.next() {
        if *name == "--same-day" {
            effect.next_day = false;
            continue;
        }
        let value = arguments
            .next()
            .ok_or_else(|| format!("usage: tailored {USAGE}"))?;
        match *name {
            "--days" => made.n_days = number(name, value, 1..=20_000)?,
            "--last" => {
                last = value
                    .parse()
                    .map_err(|_| format!("--last: not a date: {value}"))?
            }
            "--seed" => made.seed = number(name, value, 0..=u64::MAX)?,
            "--a-day" => made.n_entries_a_day = number(name, value, 1..=50)?,
            "--factors" => made.n_factors = number(name, value, 0..=400)?,
            "--missing" => made.missing = number(name, value, 0.0..=1.0)?,
            "--level" => made.level = number(name, value, 0.0..=10.0)?,
            "--sd" => made.sd = number(name, value, 0.0..=10.0)?,
            "--carry-over" => made.carry_over = number(name, value, 0.0..=1.0)?,
            "--drift" => made.drift = number(name, value, -10.0..=10.0)?,
            "--share" => made.share = number(name, value, 0.0..=1.0)?,
            "--clinging" => made.clinging = number(name, value, 0.0..=1.0)?,
            "--effect" => effect.points = number(name, value, -10.0..=10.0)?,
            "--of" => effect.factor = number(name, value, 1..=400_usize)? - 1,
            _ => return Err(format!("usage: tailored {USAGE}")),
        }
    }
    if effect.points != 0.0 {
        made.effect = Some(effect);
    }
    made.first = last
        .checked_sub_days(Days::new(made.n_days as u64 - 1))
        .ok_or_else(|| format!("--days: too many before {last}"))?;
    Ok(made)
}

fn number<T: std::str::FromStr + PartialOrd + std::fmt::Debug>(
    name: &str,
    value: &str,
    range: std::ops::RangeInclusive<T>,
) -> Result<T, String> {
    let wrong = || format!("{name}: {value} is not a number from {range:?}");
    let number: T = value.parse().map_err(|_| wrong())?;
    range.contains(&number).then_some(number).ok_or_else(wrong)
}
