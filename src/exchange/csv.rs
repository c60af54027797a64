//! Owns the tables for spreadsheets: one row per diary entry, and a second file with a row per medicine taken.
//! May use: domain, the csv crate. Must not: wording; columns are read by machines and stay the same in every language.
//!
//! RFC 4180 with ISO dates. Lists in one cell are joined by "; ". What was not said is an empty cell.

use ::csv::{QuoteStyle, Terminator, WriterBuilder};

use super::ExportFile;
use crate::domain::diary::attack::{AttackKind, Moment};
use crate::domain::diary::entry::{About, Alarm, Bleeding, CanDo, Entry, Relief};
use crate::domain::diary::headache::{HeadacheSign, LostDay, Severity};

/// How the files are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct CsvOptions {
    /// Begins with the byte order mark, by which some spreadsheet programs recognise UTF-8.
    pub byte_order_mark: bool,
}

const ENTRY_COLUMNS: [&str; 33] = [
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
    "attack_end",
    "period",
    "factors_present",
    "factors_absent",
    "took_medicine",
    "better_worse",
    "note",
];
const MEDICINE_COLUMNS: [&str; 7] = [
    "entry_id", "date", "time", "name", "amount", "regular", "relief",
];

/// Both files.
pub fn files(entries: &[Entry], options: CsvOptions) -> [ExportFile; 2] {
    let file = |name: &str, text| ExportFile {
        name: name.to_owned(),
        mime: "text/csv;charset=utf-8",
        text,
    };
    [
        file("diary.csv", entries_csv(entries, options)),
        file("medicines.csv", medicines_csv(entries, options)),
    ]
}

/// One row per entry.
pub fn entries_csv(entries: &[Entry], options: CsvOptions) -> String {
    table(
        &ENTRY_COLUMNS,
        entries.iter().map(|entry| entry_row(entry).to_vec()),
        options,
    )
}

/// One row per medicine taken.
pub fn medicines_csv(entries: &[Entry], options: CsvOptions) -> String {
    let rows = entries.iter().flat_map(|entry| {
        entry.medicines.iter().map(|taken| {
            let minute = taken.minute.map(clock_time);
            let relief = taken.relief.map(|relief| match relief {
                Relief::Gone => "gone",
                Relief::Better => "better",
                Relief::Same => "same",
            });
            vec![
                guarded(entry.id.as_str()),
                entry.date.to_string(),
                minute.unwrap_or_default(),
                guarded(&taken.name),
                guarded(&taken.amount),
                taken.regular.to_string(),
                relief.unwrap_or_default().to_owned(),
            ]
        })
    });
    table(&MEDICINE_COLUMNS, rows, options)
}

fn table(columns: &[&str], rows: impl Iterator<Item = Vec<String>>, options: CsvOptions) -> String {
    let mut writer = WriterBuilder::new()
        .terminator(Terminator::CRLF)
        .quote_style(QuoteStyle::Necessary)
        .from_writer(Vec::new());
    let columns = columns.iter().map(|column| (*column).to_owned()).collect();
    for row in std::iter::once(columns).chain(rows) {
        writer
            .write_record(&row)
            .expect("a list in memory takes every row, and all rows are equally long");
    }
    let bytes = writer.into_inner().unwrap_or_default();
    let text = String::from_utf8(bytes).unwrap_or_default();
    match options.byte_order_mark {
        true => format!("\u{feff}{text}"),
        false => text,
    }
}

fn entry_row(entry: &Entry) -> [String; 33] {
    let factors = |there: bool| {
        let factors = entry.factors.iter().filter(move |(_, on)| **on == there);
        list(factors.map(|(factor, _)| factor.as_str()))
    };
    let region_pain = entry.region_pain.iter();
    let region_pain = region_pain.map(|(region, pain)| format!("{}={pain}", region.as_str()));
    let better = entry.better.iter().map(|words| format!("better: {words}"));
    let worse = entry.worse.iter().map(|words| format!("worse: {words}"));
    let attack = entry.attack.as_ref();
    [
        guarded(entry.id.as_str()),
        entry.date.to_string(),
        entry
            .time
            .map(|time| time.format("%H:%M").to_string())
            .unwrap_or_default(),
        word(entry.about.map(|about| match about {
            About::Moment => "moment",
            About::Day => "day",
        })),
        said(entry.bearable),
        said(entry.pain),
        said(entry.worst),
        word(entry.can_do.map(|can_do| match can_do {
            CanDo::Most => "most",
            CanDo::Some => "some",
            CanDo::Little => "little",
            CanDo::LyingDown => "lying_down",
        })),
        // Only a flare is said; its absence is not a "no".
        word(entry.flare.then_some("true")),
        word(entry.alarm.map(|alarm| match alarm {
            Alarm::NewKind => "new_kind",
            Alarm::WorstEver => "worst_ever",
        })),
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
        word(entry.headache.severity.map(|severity| match severity {
            Severity::Mild => "mild",
            Severity::Medium => "medium",
            Severity::Strong => "strong",
        })),
        list(entry.headache.signs.iter().map(|sign| sign_word(*sign))),
        word(entry.headache.lost.map(|lost| match lost {
            LostDay::None => "none",
            LostDay::Part => "part",
            LostDay::All => "all",
        })),
        word(attack.map(|attack| match attack.kind {
            AttackKind::Headache => "headache",
            AttackKind::OtherPain => "pain",
        })),
        attack
            .map(|attack| moment(attack.start))
            .unwrap_or_default(),
        attack
            .and_then(|attack| attack.end)
            .map(moment)
            .unwrap_or_default(),
        word(entry.bleeding.map(|bleeding| match bleeding {
            Bleeding::FirstDay => "first_day",
            Bleeding::OtherDay => "other_day",
            Bleeding::None => "none",
        })),
        factors(true),
        factors(false),
        said(entry.took_medicine),
        list(better.chain(worse)),
        guarded(&entry.note),
    ]
}

fn sign_word(sign: HeadacheSign) -> &'static str {
    match sign {
        HeadacheSign::OneSide => "one_side",
        HeadacheSign::Throbbing => "throbbing",
        HeadacheSign::WorseWhenWalking => "worse_when_walking",
        HeadacheSign::Sick => "sick",
        HeadacheSign::LightAndSound => "light_and_sound",
        HeadacheSign::Aura => "aura",
        HeadacheSign::TearsOrNose => "tears_or_nose",
    }
}

fn said(value: Option<impl ToString>) -> String {
    value.map(|value| value.to_string()).unwrap_or_default()
}

fn word(word: Option<&str>) -> String {
    word.unwrap_or_default().to_owned()
}

fn list(items: impl Iterator<Item = impl AsRef<str>>) -> String {
    let items: Vec<String> = items.map(|item| item.as_ref().to_owned()).collect();
    guarded(&items.join("; "))
}

fn clock_time(minute: u16) -> String {
    format!("{:02}:{:02}", minute / 60, minute % 60)
}

/// Local date and time with the distance from universal time, as ISO 8601 writes it.
fn moment(moment: Moment) -> String {
    let sign = if moment.ahead_min < 0 { '-' } else { '+' };
    let ahead = moment.ahead_min.unsigned_abs();
    format!(
        "{}T{}{sign}{:02}:{:02}",
        moment.date,
        clock_time(moment.minute),
        ahead / 60,
        ahead % 60
    )
}

/// A person's text, so that no spreadsheet program takes it for a formula. The import takes the mark away again.
pub fn guarded(text: &str) -> String {
    match text.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        true => format!("'{text}"),
        false => text.to_owned(),
    }
}
