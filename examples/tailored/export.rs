//! `export BACKUP.json fhir|csv|ics|text|html DIR`: the files of that format in a folder; prints their names.
//! May use: storage, exchange, i18n. Must not: formats of its own.
//!
//! The day of the export is the latest that the backup knows, so that the same backup gives the same files.

use std::fs;
use std::io::{self, Write};
use std::path::Path;

use tailored::domain::date::{Days, NaiveDate};
use tailored::exchange::csv::CsvOptions;
use tailored::exchange::{ExportFile, Record, archive, calendar, csv, fhir, plain};
use tailored::i18n::{Lang, messages};

/// How the command is called.
pub const USAGE: &str = "export BACKUP.json fhir|csv|ics|text|html DIR";

/// Runs the command; the error is one line that names what is wrong.
pub fn run(arguments: &[&str]) -> Result<(), String> {
    let [file, format, folder] = arguments else {
        return Err(format!("usage: tailored {USAGE}"));
    };
    let backup = super::merge::backup_of(file)?;
    let mut opened = backup.opened();
    let tracking = opened.store.tracking().value;
    let entries = opened.store.all_entries().value;
    let days = entries.iter().map(|entry| entry.date);
    let date = days
        .chain(opened.response.changed)
        .max()
        .unwrap_or_default();
    // Without a device there is no zone: days are those of universal time.
    let day_of = |seconds: i64| {
        let days = Days::new(u64::try_from(seconds).ok()? / (24 * 60 * 60));
        NaiveDate::from_ymd_opt(1970, 1, 1)?.checked_add_days(days)
    };
    let answered = opened.store.answer_moments().days(day_of);
    let record = Record::new(&opened.response, &entries, date).answered(answered);
    let t = messages(Lang::English);
    let files: Vec<ExportFile> = match *format {
        "fhir" => vec![fhir::file(&record, fhir::FhirOptions::default(), t)],
        "csv" => csv::files(&entries, &tracking, CsvOptions::default()).into(),
        "ics" => vec![
            calendar::file(&record, t.exchange)
                .ok_or("there is nothing in the diary, so there is no calendar file")?,
        ],
        "text" => vec![plain::file(&record, t)],
        "html" => vec![archive::file(&record, &backup.text(), t)],
        _ => {
            return Err(format!(
                "{format}: not a format (fhir, csv, ics, text, html)"
            ));
        }
    };
    fs::create_dir_all(folder).map_err(|error| format!("{folder}: {error}"))?;
    for file in files {
        let path = Path::new(folder).join(&file.name);
        fs::write(&path, &file.text).map_err(|error| format!("{}: {error}", path.display()))?;
        writeln!(io::stdout(), "{}", path.display()).map_err(|error| error.to_string())?;
    }
    Ok(())
}
