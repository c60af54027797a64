//! `import FILE --as auto`: what a file of another app would add, as JSON. Saves nothing.
//! `--tz` names the zone of the device, `--diary` a backup of what is in its diary; without them world time and nothing.
//! A backup or an archive of this app is told by its counts.
//! May use: exchange, storage. Must not: formats of its own.

use std::fs;
use std::io::{self, Read, Write};
use std::time::{SystemTime, UNIX_EPOCH};

use chrono::{DateTime, Offset, TimeZone};
use chrono_tz::Tz;
use serde_json::{Value, json};
use tailored::domain::date::NaiveDate;
use tailored::exchange::archive;
use tailored::exchange::import::{
    AppleHealth, ImportError, ImportOptions, Imported, Question, SkipReason, import,
};
use tailored::i18n::{Lang, import_words};
use tailored::storage::{Backup, BackupError, MemoryBackend, Store};

/// How the command is called.
pub const USAGE: &str =
    "import FILE --as auto [--day-first | --month-first] [--tz ZONE] [--diary BACKUP.json]";

/// Files from this size on are read in pieces when they are Apple's.
const PIECE: usize = 1 << 20;

/// Runs the command; the error is one line that names what is wrong.
pub fn run(arguments: &[&str]) -> Result<(), String> {
    let usage = || format!("usage: tailored {USAGE}");
    let [file, "--as", "auto", rest @ ..] = arguments else {
        return Err(usage());
    };
    let (mut day_first, mut zone, mut entries) = (None, Tz::UTC, Vec::new());
    let mut rest = rest.iter();
    while let Some(option) = rest.next() {
        match (*option, rest.as_slice().first()) {
            ("--day-first", _) => day_first = Some(true),
            ("--month-first", _) => day_first = Some(false),
            ("--tz", Some(name)) => {
                zone = name
                    .parse()
                    .map_err(|_| format!("{name}: not a time zone, such as Europe/Berlin"))?;
                rest.next();
            }
            ("--diary", Some(backup)) => {
                entries = super::merge::backup_of(backup)?
                    .opened()
                    .store
                    .all_entries()
                    .value;
                rest.next();
            }
            _ => return Err(usage()),
        }
    }
    let clock = |seconds: i64| ahead_min(zone, seconds);
    let options = ImportOptions {
        day_first,
        clock: &clock,
        diary: &entries,
        ..ImportOptions::on(today(zone))
    };
    let output = match apple_health(file, &options)? {
        Some(imported) => imported_json(&imported),
        None => whole_file(file, &options)?,
    };
    writeln!(io::stdout(), "{output:#}").map_err(|error| error.to_string())
}

/// Minutes that the clock of a zone is ahead of world time at a moment in seconds since the start of 1970.
fn ahead_min(zone: Tz, seconds: i64) -> i16 {
    let moment = DateTime::from_timestamp(seconds, 0).unwrap_or_default();
    let offset = zone.offset_from_utc_datetime(&moment.naive_utc());
    i16::try_from(offset.fix().local_minus_utc() / 60).unwrap_or_default()
}

fn today(zone: Tz) -> NaiveDate {
    let since = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .unwrap_or_default();
    let seconds = i64::try_from(since.as_secs()).unwrap_or_default();
    let days = (seconds + i64::from(ahead_min(zone, seconds)) * 60).div_euclid(86_400);
    i32::try_from(days)
        .ok()
        .and_then(NaiveDate::from_epoch_days)
        .unwrap_or_default()
}

/// Apple's file, read in pieces; none when it is another file.
fn apple_health(file: &str, options: &ImportOptions) -> Result<Option<Imported>, String> {
    let wrong = |error: io::Error| format!("{file}: {error}");
    let mut reader = fs::File::open(file).map_err(wrong)?;
    let mut piece = vec![0; PIECE];
    let mut health = AppleHealth::new();
    let mut is_first = true;
    loop {
        let length = reader.read(&mut piece).map_err(wrong)?;
        let bytes = &piece[..length];
        if is_first {
            let text = String::from_utf8_lossy(bytes);
            if !text.contains("<HealthData") && !text.contains("<!DOCTYPE HealthData") {
                return Ok(None);
            }
            is_first = false;
        }
        if length == 0 {
            return Ok(Some(health.finish(options)));
        }
        health.feed(bytes);
    }
}

fn whole_file(file: &str, options: &ImportOptions) -> Result<Value, String> {
    let bytes = fs::read(file).map_err(|error| format!("{file}: {error}"))?;
    let text = String::from_utf8_lossy(&bytes);
    let own = archive::backup_in(&text).unwrap_or_else(|| text.into_owned());
    match Backup::parse(&own) {
        Ok(backup) => return Ok(backup_json(&backup)),
        Err(BackupError::Newer(version)) => {
            return Err(format!(
                "{file}: written by a newer version of this app (version {version})"
            ));
        }
        Err(BackupError::CutShort) if own.contains("\"tailored\"") => {
            return Err(format!("{file}: a backup that ends too early"));
        }
        Err(_) => {}
    }
    let imported = import(&bytes, options).map_err(|error| match error {
        ImportError::Empty => format!("{file}: empty"),
        ImportError::Packed => format!("{file}: a packed file; unpack it first"),
        ImportError::Spreadsheet => format!("{file}: a spreadsheet file; save it as CSV first"),
        ImportError::Document => format!("{file}: a document or a picture"),
        ImportError::WebPage => format!("{file}: a web page; save its table as CSV first"),
        ImportError::Broken => format!("{file}: damaged or not complete"),
        ImportError::Unknown => format!("{file}: not a file of a known app, and no table"),
    })?;
    Ok(imported_json(&imported))
}

fn backup_json(backup: &Backup) -> Value {
    let preview = Store::open(MemoryBackend::default()).store.preview(backup);
    json!({
        "source": "backup",
        "entries": preview.entries.new,
        "answers": preview.answers.new,
        "settings": preview.takes_settings,
        "unreadable": preview.unread.iter().map(|part| part.n_pieces.unwrap_or(1)).sum::<usize>(),
        "days": preview.days.map(|(first, last)| [first.to_string(), last.to_string()]),
    })
}

fn imported_json(imported: &Imported) -> Value {
    // Entries as they would be saved.
    let lines = imported.entries.iter().map(|(line, _)| *line);
    let entries = imported.entries.iter().map(|(_, entry)| {
        let text = Backup::of_entries(std::slice::from_ref(entry)).text();
        let backup: Value = serde_json::from_str(&text).unwrap_or_default();
        let documents = backup["documents"].as_object();
        let month = documents.and_then(|documents| documents.values().next());
        month.map_or(Value::Null, |month| month["entries"][0].clone())
    });
    let adds: Vec<Value> = lines
        .zip(imported.entries.iter().zip(entries))
        .map(|(line, ((_, entry), saved))| json!({ "line": line, "date": entry.date.to_string(), "entry": saved }))
        .collect();
    let skipped: Vec<Value> = imported
        .skipped
        .iter()
        .map(|skipped| {
            let reason = match skipped.reason {
                SkipReason::NoDate => "no date".to_owned(),
                SkipReason::Future => "in the future".to_owned(),
                SkipReason::Duplicate { of } => format!("the same as line {of}"),
                SkipReason::NotReadable => "not readable".to_owned(),
                SkipReason::Nothing => "says nothing".to_owned(),
                SkipReason::EntryMissing => "its entry is not in the diary".to_owned(),
            };
            json!({ "line": skipped.line, "reason": reason })
        })
        .collect();
    let question = imported.question.as_ref().map(|question| match question {
        Question::DayOrMonth { example } => json!({ "day_or_month_first": example }),
        Question::Columns { names } => json!({ "which_column_is_the_day": names }),
        Question::Scale { name, highest, .. } => {
            json!({ "which_scale": name, "highest": highest })
        }
        Question::Moods { words } => json!({ "which_moods_are_these": words }),
    });
    // As the app says it.
    let words = import_words(Lang::English);
    let remarks = imported.remarks.iter();
    let remarks: Vec<String> = remarks
        .map(|remark| remark.text(words, imported.columns.is_some()))
        .collect();
    json!({
        "source": format!("{:?}", imported.source),
        "adds": adds,
        "skipped": skipped,
        "already_here": imported.n_here,
        "left_out": imported.left_out,
        "remarks": remarks,
        "question": question,
    })
}
