//! Owns files of other apps: which app wrote one, and what of it becomes diary entries.
//! May use: domain, i18n, serde_json, the csv crate. Must not: save anything, guess what a file does not say.
//!
//! Rules for every importer: the order of day and month is decided once for the whole file, or asked; only what is there is
//! taken, so a list of attacks makes no days without pain; a number of another scale is kept beside the mapped one, in the
//! note; places on earth are left out; the same row is taken once; what cannot be read is listed with its line and reason.
//! Ids follow from the content: a file that is opened again adds nothing.

mod aiding_migraine;
mod apple_health;
mod bearable;
mod collector;
mod column_names;
mod columns;
mod crisis_core;
mod daylio;
mod draft;
mod encoding;
mod flaredown;
mod generic;
mod migraine_buddy;
mod moments;
pub(in crate::exchange) mod months;
mod numbers;
mod own;
mod packed;
mod quotes;
mod secuso;
mod spelling;
mod table;
mod told;
mod visible;
mod words;

pub use apple_health::AppleHealth;
pub use columns::{Column, ColumnMap, TableColumns};
pub use moments::LocalClock;

use std::collections::BTreeMap;

use crate::domain::date::NaiveDate;
use crate::domain::diary::entry::Entry;
use collector::Collector;
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
    /// The tables that this app writes itself, as they are or saved again by a spreadsheet program.
    Tailored,
    /// A table of another app, by the names of its columns.
    Table,
}

impl Source {
    /// Every source.
    pub const ALL: [Source; 11] = [
        Source::MigraineBuddy,
        Source::Bearable,
        Source::AppleHealth,
        Source::CrisisCore,
        Source::Daylio,
        Source::Flaredown,
        Source::Secuso,
        Source::Visible,
        Source::AidingMigraine,
        Source::Tailored,
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
            Source::Tailored => "Tailored",
            Source::Table => "",
        }
    }
}

/// What the file cannot know.
#[derive(Clone)]
pub struct ImportOptions<'a> {
    /// Entries after this day are skipped.
    pub today: NaiveDate,
    /// Whether "3/4" is the third of April; needed only when the file leaves it open.
    pub day_first: Option<bool>,
    /// What the columns of a table mean, when their names do not say it.
    pub columns: Option<ColumnMap>,
    /// What words for a mood mean, 0 very low to 10 very good, as the person said; none: they stay words.
    pub moods: BTreeMap<String, Option<u8>>,
    /// The device's clock, for moments that a file keeps in world time.
    pub clock: LocalClock<'a>,
    /// The diary of the device: what is in it already has its ids.
    pub diary: &'a [Entry],
}

impl ImportOptions<'_> {
    /// Nothing is decided yet, the diary is empty, and the device's clock shows world time.
    pub fn on(today: NaiveDate) -> Self {
        Self {
            today,
            day_first: None,
            columns: None,
            moods: BTreeMap::new(),
            clock: &|_| 0,
            diary: &[],
        }
    }
}

/// What a file would add.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Imported {
    pub source: Source,
    /// In the order of the file; each with the line on which it begins.
    pub entries: Vec<(usize, Entry)>,
    /// Rows of this app's own tables whose entries are in the diary; they stay as they are there.
    pub n_here: usize,
    pub skipped: Vec<Skipped>,
    /// Columns that were not taken: places on earth.
    pub left_out: Vec<String>,
    /// What the person should know about how the file was read.
    pub remarks: Vec<Remark>,
    /// Something that the file leaves open. Where it must be decided first there are no entries until then.
    pub question: Option<Question>,
    /// What the columns were taken for; only of a table of any other app.
    pub columns: Option<TableColumns>,
}

impl Imported {
    fn of(source: Source) -> Self {
        Self {
            source,
            entries: Vec::new(),
            n_here: 0,
            skipped: Vec::new(),
            left_out: Vec::new(),
            remarks: Vec::new(),
            question: None,
            columns: None,
        }
    }
}

/// What the person should know about how a file was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Remark {
    /// No column of the table was read as pain, or no row said how strong it was.
    NoPain,
    /// A number that its scale, 0 to `most`, does not have. The first, and how many there are.
    NotOnScale {
        line: usize,
        value: String,
        most: u32,
        count: usize,
    },
    /// Words in place of a number of pain, or a range. The first, and how many there are.
    PainInWords {
        line: usize,
        value: String,
        count: usize,
    },
    /// The numbers of a column were turned from a scale up to `most` into 0 to 10.
    Converted { column: String, most: u16 },
    /// A quote was opened here and never closed; it was taken as a letter.
    OpenQuote { line: usize },
    /// Some dates have the day first and some the month; the others were read this way.
    MixedDates { day_first: bool },
    /// Only the first columns were read.
    TooManyColumns { count: usize, read: usize },
    /// Entries of this app's own table that are in the diary stay as they are there.
    OwnTable,
    /// Columns that have the name of a medicine say how much of it was taken.
    MedicineColumns { names: Vec<String> },
    /// Columns of which everything is only in the note, each with how many rows say something there.
    ColumnsInNote { columns: Vec<(String, usize)> },
    /// A medicine that is only in the note: the first, and how many there are.
    MedicineInNote {
        line: usize,
        value: String,
        count: usize,
    },
    /// An amount of medicines that count, of nobody knows which: the first, and how many there are.
    AmountInNote {
        line: usize,
        value: String,
        count: usize,
    },
    /// A time that cannot be right, such as an end before its start: the first, and how many there are.
    TimeInNote {
        line: usize,
        value: String,
        count: usize,
    },
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
    /// A medicine of this app's own table, of an entry that is not in the diary.
    EntryMissing,
}

/// What a file leaves open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Question {
    /// Is this the day or the month first?
    DayOrMonth { example: String },
    /// Which column holds the day?
    Columns { names: Vec<String> },
    /// Which scale has this column of pain?
    Scale {
        /// Its place and its name.
        place: usize,
        name: String,
        /// The highest number in it, as it stands there.
        highest: String,
        /// There are numbers that 0 to 10 does not have. Else all are so low that the scale may end below 10.
        is_above_ten: bool,
    },
    /// Which moods are these?
    Moods { words: Vec<String> },
}

impl Question {
    /// Nothing can be taken before the answer.
    pub fn must_be_answered(&self) -> bool {
        match self {
            Question::DayOrMonth { .. } | Question::Columns { .. } => true,
            Question::Scale { is_above_ten, .. } => *is_above_ten,
            Question::Moods { .. } => false,
        }
    }
}

/// Why a file is not opened at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ImportError {
    Empty,
    /// A packed file: it has to be unpacked first.
    Packed,
    /// The own file of a spreadsheet program: it has to be saved as a table of text first.
    Spreadsheet,
    /// A document, picture or the like, out of which no diary can be read.
    Document,
    /// A web page; some apps call a table in one a spreadsheet.
    WebPage,
    /// It begins as a file of an app does and is cut off or spoilt.
    Broken,
    /// Neither a table nor a file of an app that is known here.
    Unknown,
}

/// What the first bytes of a file say against opening it, whatever its size.
pub fn refused(start: &[u8]) -> Option<ImportError> {
    packed::refused(start)
}

/// Opens a file of any known app. Large Apple Health files go through [`AppleHealth`] in pieces instead.
pub fn import(bytes: &[u8], options: &ImportOptions) -> Result<Imported, ImportError> {
    if let Some(error) = refused(bytes) {
        return Err(error);
    }
    let text = encoding::decoded(bytes);
    let text = text.trim_start();
    match text.chars().next() {
        None => return Err(ImportError::Empty),
        Some('<') => {
            if !text.contains("<HealthData") && !text.contains("HKCategoryTypeIdentifier") {
                return Err(packed::markup(text));
            }
            let mut health = AppleHealth::new();
            health.feed(text.as_bytes());
            return Ok(health.finish(options));
        }
        Some('{' | '[') => return import_json(text, options),
        Some(_) => {}
    }
    let table = Table::read(text, &is_name, &|cells| layout_of(cells).is_some());
    let source = source_of(&table).ok_or(ImportError::Unknown)?;
    let knows_a_name = || table.names().iter().any(|name| is_name(name));
    if source == Source::Table && !knows_a_name() && !encoding::is_text(text) {
        return Err(ImportError::Unknown);
    }
    let mut collector = Collector::new(source, options);
    for line in &table.open_quotes {
        collector.remark(Remark::OpenQuote { line: *line });
    }
    if table.n_columns > table::MOST_COLUMNS {
        collector.remark(Remark::TooManyColumns {
            count: table.n_columns,
            read: table::MOST_COLUMNS,
        });
    }
    match source {
        Source::MigraineBuddy => migraine_buddy::read(&table, &mut collector),
        Source::Bearable => bearable::read(&table, &mut collector),
        Source::Daylio => daylio::read(&table, &mut collector),
        Source::Flaredown => flaredown::read(&table, &mut collector),
        Source::Visible => visible::read(&table, &mut collector),
        Source::AidingMigraine => aiding_migraine::read(&table, &mut collector),
        Source::Tailored => own::read(&table, &mut collector),
        _ => generic::read(&table, &mut collector),
    }
    Ok(collector.finish())
}

fn import_json(text: &str, options: &ImportOptions) -> Result<Imported, ImportError> {
    let value: serde_json::Value = serde_json::from_str(text).map_err(|_| ImportError::Broken)?;
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

/// Columns by which the table of an app is known. An app can have had several layouts.
const LAYOUTS: [(Source, &[&str]); 12] = [
    (Source::Tailored, &own::DIARY),
    (Source::Tailored, &own::DIARY_BY_MEDICINES),
    (Source::Tailored, &own::DIARY_BY_WORST),
    (Source::Tailored, &own::MEDICINES),
    (Source::Tailored, &own::MEDICINES_WITHOUT_ID),
    (Source::MigraineBuddy, &["#", "started", "lasted"]),
    (Source::Bearable, &["category", "rating/amount", "detail"]),
    (Source::Daylio, &["full_date", "mood", "activities"]),
    (Source::Daylio, &["year", "date", "mood", "activities"]),
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

/// Nobody calls a column by a longer text.
const LONGEST_NAME: usize = 60;

/// Whether a cell is the name of a column that is known.
fn is_name(cell: &str) -> bool {
    let cell = cell.trim();
    if cell.is_empty() || cell.len() > LONGEST_NAME {
        return false;
    }
    let of_app = |name: &&str| cell.eq_ignore_ascii_case(name);
    LAYOUTS.iter().any(|(_, names)| names.iter().any(of_app)) || columns::is_known(cell)
}

/// The app by the names of the columns; a table of which nothing is known still needs two columns.
fn source_of(table: &Table) -> Option<Source> {
    match layout_of(table.names()) {
        Some(source) => Some(source),
        None => (table.names().len() > 1).then_some(Source::Table),
    }
}

/// The app whose columns these are; others may stand among them.
fn layout_of(names: &[String]) -> Option<Source> {
    let has = |name: &&str| {
        names
            .iter()
            .any(|known| known.trim().eq_ignore_ascii_case(name))
    };
    let layout = LAYOUTS
        .into_iter()
        .find(|(_, layout)| layout.iter().all(has));
    layout.map(|(source, _)| source)
}
