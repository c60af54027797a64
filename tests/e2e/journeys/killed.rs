//! Owns the worst end of a program: the whole browser is killed in the middle of saving. Whatever the page had called saved
//! is there afterwards, and nothing is half written.
//!
//! In Chromium alone: the other drivers do not survive it, so there would be nobody to look. TAILORED_KILLS=200 makes more
//! runs. Chromium writes local storage to disk some seconds after the call; what holds here is the second copy.

use std::collections::BTreeSet;
use std::path::Path;

use rustix::process::{Pid, Signal, kill_process};
use serde_json::{Value, json};

use crate::engine::Engine;
use crate::person::Person;
use crate::server::Server;

const N_KILLS: u64 = 20;

/// Days that are logged, numbered: 28 in a month, 12 months in a year, from 2000 on.
const N_DAYS: usize = 26 * 12 * 28;

/// Logs day after day, from one number on.
const LOGS: &str = "
    const two = (n) => String(n).padStart(2, '0');
    const day = (n) => `20${two(Math.floor(n / 336))}-${two(1 + Math.floor(n / 28) % 12)}-${two(1 + n % 28)}`;
    logsDays(day, arguments[0], Infinity);";

/// Every day is there from one number on, so many of them.
const ARE_THERE: &str = "
    const there = new Set();
    for (const key of Object.keys(localStorage)) {
        const [, year, month] = key.match(/^tailored.diary.20(..)-(..)$/) ?? [];
        if (!year) continue;
        for (const { d } of JSON.parse(localStorage.getItem(key)).entries) there.add(336 * year + 28 * (month - 1) + d - 1);
    }
    return Array.from({ length: arguments[1] }, (_, n) => arguments[0] + n).every((day) => there.has(day))";

/// The days that have an entry, by their number; each entry must be whole.
async fn days_there(person: &Person) -> BTreeSet<usize> {
    let data = person.saved_data().await;
    let mut days = BTreeSet::new();
    for (key, text) in data.as_object().expect("keys with texts") {
        let Some(month) = key.strip_prefix("tailored/diary/20") else {
            continue;
        };
        let (year, month) = month.split_once('-').expect("a year and a month");
        let (year, month) = (number_in(year), number_in(month) - 1);
        let text = text.as_str().expect("a text");
        let saved: Value = serde_json::from_str(text)
            .unwrap_or_else(|problem| panic!("{key} is half written: {problem}"));
        for entry in saved["entries"].as_array().expect("a list of entries") {
            assert_eq!(
                entry["e"],
                json!(false),
                "{key}: an entry is half written: {entry}"
            );
            let day = entry["d"].as_u64().expect("a day") as usize;
            days.insert(year * 336 + month * 28 + day - 1);
        }
    }
    days
}

fn number_in(digits: &str) -> usize {
    digits.parse().expect("digits")
}

pub async fn a_browser_that_is_killed_loses_nothing_that_it_called_saved(engine: Engine) {
    let n_kills = std::env::var("TAILORED_KILLS").ok();
    let n_kills = n_kills.map_or(N_KILLS, |n| n.parse().expect("a number of kills"));
    let mut person = Person::opens_the_app(engine, Server::of_the_release()).await;
    let mut saved = BTreeSet::new();
    let mut first = 0;
    for run in 0..n_kills {
        person.goes_to("#/diary/log").await;
        person.is_at_todays_note().await;
        person.asks(LOGS, json!([first])).await;
        // A number drawn from the run: the kill comes at another moment each time, and the same in each repetition.
        let wanted = 1 + run * 7919 % 23;
        person
            .until(
                "some entries are saved",
                "return window.nLogged >= arguments[0]",
                json!([wanted]),
            )
            .await;
        let n_saved = person.asks("return window.nLogged", json!([])).await;
        let n_saved = n_saved.as_u64().expect("a number") as usize;
        for process in processes(person.profile()) {
            end(process.id);
        }
        person.closes_and_opens_again().await;
        person.has_the_app().await;
        saved.extend(first..first + n_saved);
        // The page opens at once; what was lost is put back a moment later.
        person
            .until(
                &format!("run {run}: the {n_saved} days from {first} on are there"),
                ARE_THERE,
                json!([first, n_saved]),
            )
            .await;
        let there = days_there(&person).await;
        let lost: Vec<_> = saved.difference(&there).collect();
        assert_eq!(lost, [&0; 0], "run {run}: {n_saved} more were called saved");
        first = there.last().map_or(0, |last| last + 1);
        assert!(first < N_DAYS, "there is room for these runs");
    }
    println!(
        "{n_kills} kills: {} entries were called saved, all are there",
        saved.len()
    );
}

/// One process of the system.
struct Process {
    id: i32,
    parent: i32,
    /// How it was called.
    line: String,
}

impl Process {
    /// None when it has just ended.
    fn of(id: i32) -> Option<Self> {
        let stat = std::fs::read_to_string(format!("/proc/{id}/stat")).ok()?;
        // The name in brackets may hold anything; after it come the state and the parent.
        let (_, after_name) = stat.rsplit_once(')')?;
        let parent = after_name.split_whitespace().nth(1)?.parse().ok()?;
        let line = std::fs::read(format!("/proc/{id}/cmdline")).ok()?;
        Some(Self {
            id,
            parent,
            line: String::from_utf8_lossy(&line).replace('\0', " "),
        })
    }

    /// The one from which all others come. After its end it has no line any more.
    fn is_browser(&self) -> bool {
        self.line.contains("--user-data-dir=") && !self.line.contains("--type=")
    }
}

/// One that has just ended by itself is as good as ended by us.
fn end(process: i32) {
    if let Some(process) = Pid::from_raw(process) {
        let _ = kill_process(process, Signal::KILL);
    }
}

/// The processes of the browser with this profile.
fn processes(profile: &Path) -> Vec<Process> {
    let mark = format!("--user-data-dir={}", profile.display());
    let mut running: Vec<Process> = std::fs::read_dir("/proc")
        .expect("a list of processes")
        .filter_map(|entry| Process::of(entry.ok()?.file_name().to_str()?.parse().ok()?))
        .collect();
    let is_ours = |process: &&Process| process.is_browser() && process.line.contains(&mark);
    let browsers = running.iter().filter(is_ours);
    let mut family: BTreeSet<i32> = browsers.map(|process| process.id).collect();
    assert_eq!(family.len(), 1, "the browser is not found");
    // Pages are grandchildren; each round finds one more generation.
    for _ in 0..4 {
        let children = running
            .iter()
            .filter(|child| family.contains(&child.parent));
        let children: Vec<i32> = children.map(|child| child.id).collect();
        family.extend(children);
    }
    running.retain(|process| family.contains(&process.id));
    running
}
