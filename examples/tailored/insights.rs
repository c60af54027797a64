//! `insights BACKUP.json [--today 2026-11-23] [--baseline 2026-06-01] [--seed 1]`: what the app says about a diary, as JSON.
//! May use: domain, storage, serde_json. Must not: statistics of its own; it reads, asks the analysis and prints.

use std::io::{self, Write};

use serde_json::{Value, json};
use tailored::domain::date::{NaiveDate, days_between};
use tailored::domain::diary::entry::Entry;
use tailored::domain::diary::insight::change::{self, Change, Gain, TooEarly};
use tailored::domain::diary::insight::table::{Outcome, Table, chosen_outcome, most_answered};
use tailored::domain::diary::insight::{self, Finding, Lack, Lag, MOST_FACTORS, Verdict};
use tailored::domain::diary::medicines::days::{Standing, medicine_days};
use tailored::domain::diary::months::last_month;
use tailored::domain::diary::series::{self, Day};
use tailored::domain::diary::weeks::{monday, weeks};

/// How the command is called.
pub const USAGE: &str = "insights BACKUP.json [--today DATE] [--baseline DATE] [--seed N]";

/// Days that are printed and compared, back from today: ten years.
const MOST_DAYS: u64 = 3_660;

/// Runs the command; the error is one line that names what is wrong.
pub fn run(arguments: &[&str]) -> Result<(), String> {
    let (mut file, mut today, mut baseline, mut seed) = (None, None, None, 1);
    let mut arguments = arguments.iter();
    while let Some(argument) = arguments.next() {
        let mut value = || {
            arguments
                .next()
                .ok_or_else(|| format!("{argument}: value missing"))
        };
        match *argument {
            "--today" => today = Some(date(value()?)?),
            "--baseline" => baseline = Some(date(value()?)?),
            "--seed" => {
                let text = value()?;
                seed = text
                    .parse()
                    .map_err(|_| format!("--seed: not a whole number: {text}"))?;
            }
            name if file.is_none() => file = Some(name),
            _ => return Err(format!("usage: tailored {USAGE}")),
        }
    }
    let file = file.ok_or_else(|| format!("usage: tailored {USAGE}"))?;
    let loaded = super::merge::backup_of(file)?.opened().store.all_entries();
    for issue in &loaded.issues {
        // The rest is worth having all the same.
        let _ = writeln!(io::stderr(), "{file}: {issue:?}");
    }
    let insights = insights(&loaded.value, today, baseline, seed);
    writeln!(io::stdout(), "{insights:#}").map_err(|error| error.to_string())
}

fn date(text: &str) -> Result<NaiveDate, String> {
    text.parse().map_err(|_| format!("not a date: {text}"))
}

fn insights(
    entries: &[Entry],
    today: Option<NaiveDate>,
    baseline: Option<NaiveDate>,
    seed: u64,
) -> Value {
    let Some(today) = today.or(entries.iter().map(|entry| entry.date).max()) else {
        return json!({ "days_logged": 0, "days": 0, "weeks": [], "findings": [] });
    };
    let first = entries
        .iter()
        .map(|entry| entry.date)
        .min()
        .unwrap_or(today);
    let n_days = days_between(first, today).unsigned_abs() + 1;
    let days = series::days(entries, today, n_days.min(MOST_DAYS));
    let outcome = chosen_outcome(entries);
    let table = Table::of(
        entries,
        &most_answered(entries, MOST_FACTORS),
        outcome,
        today,
    );
    let found = insight::analyse(&table, seed);
    json!({
        "first_day": days.first().map(|day| day.date.to_string()),
        "last_day": today.to_string(),
        "days_logged": days.iter().filter(|day| day.logged).count(),
        "days": days.len(),
        "weeks": weeks(&days).iter().map(|week| json!({
            "monday": monday(week.first).to_string(),
            "logged": week.logged,
            "days": week.days,
            "mean": week.mean.map(round),
            "median": week.median,
            "worst": week.worst,
            "bad_days": week.n_bad,
            "flare_days": week.n_flare,
            "headache_days": week.n_headache,
            "medicine_days": week.n_medicine,
        })).collect::<Vec<_>>(),
        "headache_28_days": headaches(&days),
        "medicine_days": medicines(entries, today),
        "change_against_baseline": against_baseline(&days, baseline),
        "outcome": match found.outcome {
            Outcome::Pain => "pain",
            Outcome::HeadacheOnset => "headache_onset",
        },
        "findings_from": { "days_logged": found.days_logged, "days": found.days },
        "findings": found.findings.iter().map(finding).collect::<Vec<_>>(),
    })
}

fn headaches(days: &[Day]) -> Option<Value> {
    let month = last_month(days)?;
    Some(json!({
        "days_answered": month.answered,
        "headache_days": month.headache_days,
        "migraine_days": month.migraine_days,
        "headache_days_of_28": month.headache_of_28.map(round),
        "migraine_days_of_28": month.migraine_of_28.map(round),
    }))
}

fn medicines(entries: &[Entry], today: NaiveDate) -> Value {
    let days = medicine_days(entries, today);
    let kinds = days.kinds.iter().map(|row| {
        json!({
            "kind": row.kind.id,
            "this_month": row.this_month,
            "last_30_days": row.last_30,
            "as_needed_last_30_days": row.as_needed,
            "limit": row.kind.limit,
            "standing": match row.standing {
                Standing::Below => "below",
                Standing::Near => "near",
                Standing::AtLimit => "at_limit",
            },
        })
    });
    json!({
        "days_logged_of_30": days.days_logged,
        "any_as_needed_last_30_days": days.any_as_needed,
        "unknown_medicine_last_30_days": days.unknown,
        "kinds": kinds.collect::<Vec<_>>(),
    })
}

fn against_baseline(days: &[Day], baseline: Option<NaiveDate>) -> Value {
    let Some(baseline) = baseline.or_else(|| change::first_baseline(days)) else {
        return json!({ "verdict": "not_enough" });
    };
    match change::against_baseline(days, baseline) {
        Ok(change) => change_json(&change),
        Err(why) => json!({
            "verdict": "not_enough",
            "why": match why {
                TooEarly::Baseline { have } => format!("{have} days of the baseline have a number"),
                TooEarly::Recent { have } => format!("{have} of the last 14 days have a number"),
                TooEarly::Overlap => "the last 14 days are days of the baseline".to_owned(),
            },
        }),
    }
}

fn change_json(change: &Change) -> Value {
    let level = |level: &change::Level| {
        json!({
            "first_day": level.first.to_string(),
            "last_day": level.last.to_string(),
            "n": level.n,
            "mean": round(level.mean),
        })
    };
    json!({
        "baseline": level(&change.from),
        "recent": level(&change.to),
        "points": round(change.points),
        "low": change.range.map(|(low, _)| round(low)),
        "high": change.range.map(|(_, high)| round(high)),
        "percent": change.percent.map(round),
        "verdict": match change.gain {
            Gain::Large => "large",
            Gain::Clear => "clear",
            Gain::Small => "small",
            Gain::NoneClear => "none_clear",
            Gain::ClearlyWorse => "clearly_worse",
        },
    })
}

fn finding(finding: &Finding) -> Value {
    let compared = finding.compared;
    let (verdict, faded) = match finding.verdict {
        Verdict::HeldUp => ("held_up", false),
        Verdict::StandsOut => ("stands_out", false),
        Verdict::None { faded } => ("none", faded),
        Verdict::NotEnough => ("not_enough", false),
    };
    json!({
        "factor": finding.factor.as_str(),
        "lag": match finding.lag {
            Lag::SameDay => 0,
            Lag::NextDay => 1,
        },
        "effect": finding.estimate.map(|estimate| round(estimate.effect)),
        "low": finding.estimate.map(|estimate| round(estimate.low)),
        "high": finding.estimate.map(|estimate| round(estimate.high)),
        "p": finding.p.map(fine),
        "q": finding.q.map(fine),
        "n": compared.n,
        "n_with": compared.n_with,
        "n_without": compared.n_without,
        "mean_with": round(compared.mean_with),
        "mean_without": round(compared.mean_without),
        "verdict": verdict,
        "faded": faded,
        "lacks": finding.lacks.iter().map(lack).collect::<Vec<_>>(),
    })
}

fn lack(lack: &Lack) -> Value {
    let of =
        |what: &str, have: usize, need: usize| json!({ "what": what, "have": have, "need": need });
    match *lack {
        Lack::DaysLogged { have, need } => of("days_logged", have, need),
        Lack::DaysWith { have, need } => of("days_with", have, need),
        Lack::DaysWithout { have, need } => of("days_without", have, need),
        Lack::Spells { have, need } => of("times_come_anew", have, need),
        Lack::Onsets { have, need } => of("onsets", have, need),
        Lack::NothingVaries => json!({ "what": "nothing_varies" }),
    }
}

fn round(value: f64) -> f64 {
    (value * 100.0).round() / 100.0
}

fn fine(value: f64) -> f64 {
    (value * 10_000.0).round() / 10_000.0
}
