//! `import FILE --as auto [--day-first | --month-first]`: what a file of another app would add, as JSON. Saves nothing.
//! A backup or an archive of this app is told by its counts.
//! May use: exchange, storage. Must not: formats of its own.

use std::fs;
use std::io::{self, Read, Write};
use std::time::{SystemTime, UNIX_EPOCH};

use serde_json::{Value, json};
use tailored::domain::date::NaiveDate;
use tailored::exchange::archive;
use tailored::exchange::import::{
    AppleHealth, ImportError, ImportOptions, Imported, Question, SkipReason, import,
};
use tailored::storage::{Backup, BackupError, MemoryBackend, Store};

/// How the command is called.
pub const USAGE: &str = "import FILE --as auto [--day-first | --month-first]";

/// Files from this size on are read in pieces when they are Apple's.
const PIECE: usize = 1 << 20;

/// Runs the command; the error is one line that names what is wrong.
pub fn run(arguments: &[&str]) -> Result<(), String> {
    let (file, day_first) = match arguments {
        [file, "--as", "auto"] => (file, None),
        [file, "--as", "auto", "--day-first"] => (file, Some(true)),
        [file, "--as", "auto", "--month-first"] => (file, Some(false)),
        _ => return Err(format!("usage: tailored {USAGE}")),
    };
    let options = ImportOptions {
        today: today(),
        day_first,
        columns: None,
    };
    let output = match apple_health(file, &options)? {
        Some(imported) => imported_json(&imported),
        None => whole_file(file, &options)?,
    };
    writeln!(io::stdout(), "{output:#}").map_err(|error| error.to_string())
}

fn today() -> NaiveDate {
    let since = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .unwrap_or_default();
    let days = i32::try_from(since.as_secs() / 86_400).unwrap_or_default();
    NaiveDate::from_epoch_days(days).unwrap_or_default()
}

/// Apple's file, read in pieces; none when it is another file.
fn apple_health(file: &str, options: &ImportOptions) -> Result<Option<Imported>, String> {
    let wrong = |error: io::Error| format!("{file}: {error}");
    let mut reader = fs::File::open(file).map_err(wrong)?;
    let mut piece = vec![0; PIECE];
    let mut health = AppleHealth::new(options.today);
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
            return Ok(Some(health.finish()));
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
            };
            json!({ "line": skipped.line, "reason": reason })
        })
        .collect();
    let question = imported.question.as_ref().map(|question| match question {
        Question::DayOrMonth { example } => json!({ "day_or_month_first": example }),
        Question::Columns { names } => json!({ "which_column_is_the_day": names }),
    });
    json!({
        "source": format!("{:?}", imported.source),
        "adds": adds,
        "skipped": skipped,
        "left_out": imported.left_out,
        "question": question,
    })
}
