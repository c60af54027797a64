//! Owns the tables for spreadsheets: one row per diary entry, and a second file with a row per medicine taken.
//! May use: domain, knowledge (names of treatments). Must not: wording; columns are read by machines and stay
//! the same in every language. `docs/tables.md` says what each column means.
//!
//! RFC 4180 with ISO dates, and quotes around all that is no number. Lists in one cell are joined by "; ". What was not said
//! is an empty cell.

use super::ExportFile;
pub use super::table_words::guarded;
use super::table_words::{
    ABOUT, ALARM, ATTACK, BLEEDING, CAN_DO, LOST, RELIEF, SEVERITY, SIGN, clock_time, day,
    entry_time, list_of, medicine_line, moment, word,
};
use crate::domain::decimal::decimal;
use crate::domain::diary::entry::Entry;
use crate::domain::diary::medicines::told;
use crate::domain::diary::tracking::Tracking;
use crate::domain::ids::FactorId;
use crate::knowledge;

/// How the files are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct CsvOptions {
    /// Begins with the byte order mark, by which some spreadsheet programs recognise UTF-8.
    pub byte_order_mark: bool,
}

/// The columns of the diary, in their order.
pub const ENTRY_COLUMNS: [&str; 44] = [
    "id",
    "date",
    "time",
    "about",
    "bearable",
    "pain_0_10",
    "worst_0_10",
    "can_do",
    "flare",
    "alarm",
    "regions",
    "region_pain",
    "qualities",
    "interference_0_10",
    "sleep_0_10",
    "mood_0_10",
    "fatigue_0_10",
    "stress_0_10",
    "active_minutes",
    "activities",
    "headache",
    "headache_severity",
    "headache_signs",
    "headache_day_lost",
    "attack_kind",
    "attack_start",
    "attack_still_going",
    "attack_end",
    "period",
    "factors_present",
    "factors_present_names",
    "factors_absent",
    "factors_absent_names",
    "took_medicine",
    "medicines",
    "side_effect",
    "side_effect_0_10",
    "plan_done",
    "plan_done_names",
    "did_what_matters",
    "better_worse",
    "written_on",
    "filled_in_late",
    "note",
];
/// The columns of the medicines, in their order.
pub const MEDICINE_COLUMNS: [&str; 7] = [
    "entry_id", "date", "time", "name", "amount", "regular", "relief",
];

/// Both files. What the person follows has the names of the factors.
pub fn files(entries: &[Entry], tracking: &Tracking, options: CsvOptions) -> [ExportFile; 2] {
    let file = |name: &str, text| ExportFile {
        name: name.to_owned(),
        mime: "text/csv;charset=utf-8",
        text,
    };
    [
        file("diary.csv", entries_csv(entries, tracking, options)),
        file("medicines.csv", medicines_csv(entries, options)),
    ]
}

/// One row per entry.
pub fn entries_csv(entries: &[Entry], tracking: &Tracking, options: CsvOptions) -> String {
    let rows = entries
        .iter()
        .map(|entry| entry_row(entry, tracking).to_vec());
    table(&ENTRY_COLUMNS, rows, options)
}

/// One row per medicine taken.
pub fn medicines_csv(entries: &[Entry], options: CsvOptions) -> String {
    let rows = entries.iter().flat_map(|entry| {
        told::taken(entry).map(|taken| {
            vec![
                guarded(entry.id.as_str()),
                day(entry.date),
                taken.minute.map(clock_time).unwrap_or_default(),
                guarded(&taken.name),
                guarded(&taken.amount),
                // Nobody is asked for each medicine, so the absence of the mark is not a "no".
                flag(taken.regular),
                taken
                    .relief
                    .map_or("", |relief| word(&RELIEF, &relief))
                    .to_owned(),
            ]
        })
    });
    table(&MEDICINE_COLUMNS, rows, options)
}

fn table(columns: &[&str], rows: impl Iterator<Item = Vec<String>>, options: CsvOptions) -> String {
    let mut text = String::new();
    if options.byte_order_mark {
        text.push('\u{feff}');
    }
    let columns = columns.iter().map(|column| (*column).to_owned()).collect();
    for row in std::iter::once(columns).chain(rows) {
        let cells: Vec<String> = row.iter().map(|cell| written(cell)).collect();
        text.push_str(&cells.join(","));
        text.push_str("\r\n");
    }
    text
}

/// A cell as RFC 4180 writes it: in quotes, so that no spreadsheet makes a date of "1/2", but for a number. By hand: the
/// writer of the csv crate knows a number by the standard library's parser, whose table of 10 KB nothing else needs.
fn written(cell: &str) -> String {
    match decimal(cell) {
        Some(_) => cell.to_owned(),
        None => format!("\"{}\"", cell.replace('"', "\"\"")),
    }
}

fn entry_row(entry: &Entry, tracking: &Tracking) -> [String; 44] {
    let factors = |there: bool| {
        let factors = entry.factors.iter().filter(move |(_, on)| **on == there);
        let ids: Vec<&FactorId> = factors.map(|(factor, _)| factor).collect();
        let names = ids.iter().map(|id| match tracking.factors.get(id) {
            Some(watched) if !watched.name.is_empty() => watched.name.as_str(),
            _ => id.as_str(),
        });
        [list(ids.iter().map(|id| id.as_str())), list(names)]
    };
    let [present, present_names] = factors(true);
    let [absent, absent_names] = factors(false);
    let region_pain = entry.region_pain.iter();
    let region_pain = region_pain.map(|(region, pain)| format!("{}={pain}", region.as_str()));
    let better = entry.better.iter().map(|words| format!("better: {words}"));
    let worse = entry.worse.iter().map(|words| format!("worse: {words}"));
    let attack = entry.attack.as_ref();
    let moment_of = |moment_: Option<_>| moment_.map(moment).unwrap_or_default();
    let medicines: Vec<String> = told::taken(entry).map(medicine_line).collect();
    let side_effect = entry.side_effect.as_ref();
    let done = entry.treatment_done.iter();
    let done_names = done
        .clone()
        .map(|id| knowledge::therapy(id.as_str()).map_or(id.as_str(), |therapy| therapy.name));
    [
        guarded(entry.id.as_str()),
        day(entry.date),
        entry.time.map(entry_time).unwrap_or_default(),
        one(&ABOUT, entry.about),
        said(entry.bearable),
        said(entry.pain),
        said(entry.worst),
        one(&CAN_DO, entry.can_do),
        // Only a flare is said; its absence is not a "no".
        flag(entry.flare),
        one(&ALARM, entry.alarm),
        list(entry.regions.iter().map(|region| region.as_str())),
        list(region_pain),
        list(entry.qualities.iter()),
        said(entry.scales.interference),
        said(entry.scales.sleep),
        said(entry.scales.mood),
        said(entry.scales.fatigue),
        said(entry.scales.stress),
        said(entry.activity_min),
        list(entry.activities.iter()),
        said(entry.headache.had),
        one(&SEVERITY, entry.headache.severity),
        list(entry.headache.signs.iter().map(|sign| word(&SIGN, sign))),
        one(&LOST, entry.headache.lost),
        one(&ATTACK, attack.map(|attack| attack.kind)),
        moment_of(attack.map(|attack| attack.start)),
        moment_of(attack.and_then(|attack| attack.still_going)),
        moment_of(attack.and_then(|attack| attack.end)),
        one(&BLEEDING, entry.bleeding),
        present,
        present_names,
        absent,
        absent_names,
        said(told::took(entry)),
        guarded(&medicines.join("\n")),
        guarded(side_effect.map_or("", |effect| effect.words.as_str())),
        said(side_effect.and_then(|effect| effect.strength)),
        list(done.map(|id| id.as_str())),
        list(done_names),
        said(entry.did_matter),
        list(better.chain(worse)),
        entry.written.map(day).unwrap_or_default(),
        flag(entry.is_late()),
        guarded(&entry.note),
    ]
}

fn said(value: Option<impl ToString>) -> String {
    value.map(|value| value.to_string()).unwrap_or_default()
}

fn flag(is_set: bool) -> String {
    if is_set { "true" } else { "" }.to_owned()
}

fn one<T: PartialEq>(words: &[(T, &'static str)], value: Option<T>) -> String {
    value.map_or("", |value| word(words, &value)).to_owned()
}

fn list(items: impl Iterator<Item = impl AsRef<str>>) -> String {
    guarded(&list_of(items))
}
