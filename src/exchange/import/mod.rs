//! Owns files of other apps: which app wrote one, and what of it becomes diary entries.
//! May use: domain, serde_json, the csv crate. Must not: save anything, guess what a file does not say.
//!
//! Rules for every importer: the order of day and month is decided once for the whole file, or asked; only what is there is
//! taken, so a list of attacks makes no days without pain; a number of another scale is kept beside the mapped one, in the
//! note; places on earth are left out; the same row is taken once; what cannot be read is listed with its line and reason.
//! Ids follow from the content: a file that is opened again adds nothing.

mod aiding_migraine;
mod apple_health;
mod bearable;
mod columns;
mod crisis_core;
mod daylio;
mod draft;
mod flaredown;
mod generic;
mod migraine_buddy;
mod moments;
mod secuso;
mod table;
mod visible;

pub use apple_health::AppleHealth;
pub use columns::{Column, ColumnMap, TableColumns};

use crate::domain::date::NaiveDate;
use crate::domain::diary::entry::Entry;
use draft::Collector;
use table::Table;

/// The app that wrote a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    MigraineBuddy,
    Bearable,
    AppleHealth,
    CrisisCore,
    Daylio,
    Flaredown,
    Secuso,
    Visible,
    AidingMigraine,
    /// A table of another app, by the names of its columns.
    Table,
}

impl Source {
    /// Every source.
    pub const ALL: [Source; 10] = [
        Source::MigraineBuddy,
        Source::Bearable,
        Source::AppleHealth,
        Source::CrisisCore,
        Source::Daylio,
        Source::Flaredown,
        Source::Secuso,
        Source::Visible,
        Source::AidingMigraine,
        Source::Table,
    ];

    /// The name of the app, which is the same in every language; empty for a table of any app.
    pub fn name(self) -> &'static str {
        match self {
            Source::MigraineBuddy => "Migraine Buddy",
            Source::Bearable => "Bearable",
            Source::AppleHealth => "Apple Health",
            Source::CrisisCore => "Pain Tracker",
            Source::Daylio => "Daylio",
            Source::Flaredown => "Flaredown",
            Source::Secuso => "Pain Diary",
            Source::Visible => "Visible",
            Source::AidingMigraine => "AidingMigraine",
            Source::Table => "",
        }
    }
}

/// What the file cannot know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportOptions {
    /// Entries after this day are skipped.
    pub today: NaiveDate,
    /// Whether "3/4" is the third of April; needed only when the file leaves it open.
    pub day_first: Option<bool>,
    /// What the columns of a table mean, when their names do not say it.
    pub columns: Option<ColumnMap>,
}

/// What a file would add.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Imported {
    pub source: Source,
    /// In the order of the file; each with the line on which it begins.
    pub entries: Vec<(usize, Entry)>,
    pub skipped: Vec<Skipped>,
    /// Columns that were not taken: places on earth.
    pub left_out: Vec<String>,
    /// Something must be decided first; until then there are no entries.
    pub question: Option<Question>,
    /// What the columns were taken for; only of a table of any other app.
    pub columns: Option<TableColumns>,
}

/// Something that was not taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Skipped {
    /// From 1. For JSON: the place in its list.
    pub line: usize,
    pub reason: SkipReason,
}

/// Why something was not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SkipReason {
    /// No day, or one that is not in the calendar.
    NoDate,
    /// After today.
    Future,
    /// The same as on this line.
    Duplicate { of: usize },
    /// It is not what belongs here: too few cells, or another kind of value.
    NotReadable,
    /// It says nothing that the diary could hold.
    Nothing,
}

/// What must be decided before anything is taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Question {
    /// Is this the day or the month first?
    DayOrMonth { example: String },
    /// Which column holds the day?
    Columns { names: Vec<String> },
}

/// Why a file is not opened at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ImportError {
    Empty,
    /// A packed file: it has to be unpacked first.
    Packed,
    /// Neither a table nor a file of an app that is known here.
    Unknown,
}

/// Opens a file of any known app. Large Apple Health files go through [`AppleHealth`] in pieces instead.
pub fn import(bytes: &[u8], options: &ImportOptions) -> Result<Imported, ImportError> {
    if bytes.starts_with(b"PK\x03\x04") {
        return Err(ImportError::Packed);
    }
    let text = table::decoded(bytes);
    let text = text.trim_start();
    match text.chars().next() {
        None => return Err(ImportError::Empty),
        Some('<') => {
            if !text.contains("<HealthData") && !text.contains("HKCategoryTypeIdentifier") {
                return Err(ImportError::Unknown);
            }
            let mut health = AppleHealth::new(options.today);
            health.feed(text.as_bytes());
            return Ok(health.finish());
        }
        Some('{' | '[') => return import_json(text, options),
        Some(_) => {}
    }
    let table = Table::read(text);
    let source = source_of(&table).ok_or(ImportError::Unknown)?;
    let mut collector = Collector::new(source, options);
    match source {
        Source::MigraineBuddy => migraine_buddy::read(&table, &mut collector),
        Source::Bearable => bearable::read(&table, &mut collector),
        Source::Daylio => daylio::read(&table, &mut collector),
        Source::Flaredown => flaredown::read(&table, &mut collector),
        Source::Visible => visible::read(&table, &mut collector),
        Source::AidingMigraine => aiding_migraine::read(&table, &mut collector),
        _ => generic::read(&table, &mut collector),
    }
    Ok(collector.finish())
}

fn import_json(text: &str, options: &ImportOptions) -> Result<Imported, ImportError> {
    let value: serde_json::Value = serde_json::from_str(text).map_err(|_| ImportError::Unknown)?;
    let source = match () {
        () if secuso::fits(&value) => Source::Secuso,
        () if crisis_core::fits(&value) => Source::CrisisCore,
        () => return Err(ImportError::Unknown),
    };
    let mut collector = Collector::new(source, options);
    match source {
        Source::Secuso => secuso::read(&value, &mut collector),
        _ => crisis_core::read(&value, &mut collector),
    }
    Ok(collector.finish())
}

/// The app by the names of the columns; a table of which nothing is known still needs two columns.
fn source_of(table: &Table) -> Option<Source> {
    let known = [
        (Source::MigraineBuddy, &["#", "started", "lasted"][..]),
        (Source::Bearable, &["category", "rating/amount", "detail"]),
        (Source::Daylio, &["full_date", "mood", "activities"]),
        (
            Source::AidingMigraine,
            &["prodrome", "postdrome", "pain level"],
        ),
        (
            Source::Visible,
            &["observation_date", "tracker_name", "observation_value"],
        ),
        (Source::Flaredown, &["date", "tags", "foods"]),
    ];
    let named = known.into_iter().find(|(_, names)| table.has_all(names));
    match named {
        Some((source, _)) => Some(source),
        None => (table.names().len() > 1).then_some(Source::Table),
    }
}
