//! Owns what leaves and enters the app: backups, exported files, files of other apps.
//! May use: exchange, storage through the shared store, platform. Must not: views, wording, formats.

use std::collections::BTreeMap;
use std::sync::Arc;

use leptos::prelude::*;

use super::AppState;
use super::lock::{BrowserCipher, LockTrouble, trouble_of};
use super::notices::{Notice, not_saved};
use crate::domain::diary::entry::Entry;
use crate::domain::handout::Handout;
use crate::domain::settings::KnownTable;
pub use crate::exchange::ExportFile;
use crate::exchange::archive;
use crate::exchange::csv::CsvOptions;
pub use crate::exchange::fhir::FhirOptions;
use crate::exchange::import::{
    AppleHealth, ImportError, ImportOptions, Imported, Skipped, import, refused,
};
pub use crate::exchange::import::{Column, ColumnMap, Question, Remark, SkipReason, TableColumns};
pub use crate::exchange::qr::Code;
use crate::exchange::{Record, calendar, csv, fhir, plain, qr};
use crate::i18n::{Lang, messages};
pub use crate::platform::files::{PickedFile, ReadyToShare, copy_text};
use crate::platform::{clock, files};
use crate::storage::lock::{LockError, SealedFile};
use crate::storage::{Backup, BackupError, Store, Undo, UndoError};
pub use crate::storage::{Preview, Unread};

/// Other files than Apple's are read in one go, up to this size: ten years of a busy diary take some five megabytes.
const MOST_BYTES: u64 = 64 * 1024 * 1024;
/// Between two pieces of this size the page can answer.
const PIECE: u64 = 512 * 1024;

/// A format for others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    Letter,
    Spreadsheet,
    Calendar,
    Archive,
}

/// A file that was read, with what it would change. Nothing of it is saved yet.
#[derive(Clone)]
pub struct OpenedFile {
    /// The app that wrote it: none for a backup of this app, empty for a table of any other.
    pub source: Option<&'static str>,
    pub preview: Preview,
    pub skipped: Vec<Skipped>,
    pub left_out: Vec<String>,
    /// What the person should know about how it was read.
    pub remarks: Vec<Remark>,
    /// Rows of another app's file, or of this app's own table, that were read.
    pub n_read: usize,
    /// Something that the file leaves open.
    pub question: Option<Question>,
    /// What the columns of a table were taken for.
    pub columns: Option<TableColumns>,
    decided: Decided,
    backup: Arc<Backup>,
    /// Opens with a passphrase before anything is known of it.
    sealed: Option<Arc<SealedFile>>,
    /// To be read again once the question is decided.
    bytes: Arc<Vec<u8>>,
}

/// What the person said about a file that leaves something open.
#[derive(Clone, Default)]
struct Decided {
    day_first: Option<bool>,
    columns: Option<ColumnMap>,
    moods: BTreeMap<String, Option<u8>>,
}

/// Why a file was not opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OpenError {
    CutShort,
    Newer(u64),
    Packed,
    Spreadsheet,
    Document,
    WebPage,
    Broken,
    Empty,
    Unknown,
    TooLarge,
    CannotRead,
    Cancelled,
}

/// How far reading is, in bytes, and whether it should stop.
#[derive(Clone, Copy)]
pub struct Reading {
    pub done: RwSignal<Option<(u64, u64)>>,
    pub cancelled: StoredValue<bool>,
}

/// The way back from a file that was put in.
#[derive(Clone)]
pub struct PutIn {
    undo: Arc<Undo>,
    /// What in the file could not be read, and is kept beside the rest.
    pub unread: Vec<Unread>,
}

/// Why a file could not be taken out again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TakeOutError {
    ChangedSince,
    NotSaved,
}

impl OpenedFile {
    /// Each row of it was read, but for those that are in it twice.
    pub fn was_read_whole(&self) -> bool {
        let is_double = |skipped: &Skipped| matches!(skipped.reason, SkipReason::Duplicate { .. });
        self.skipped.iter().all(is_double)
    }

    /// Nothing can be put in before the question is answered.
    pub fn must_be_answered(&self) -> bool {
        self.question
            .as_ref()
            .is_some_and(Question::must_be_answered)
    }

    /// It needs its passphrase first.
    pub fn is_locked(&self) -> bool {
        self.sealed.is_some()
    }
}

impl AppState {
    /// The backup of everything; sealed while a lock is set.
    pub async fn backup_file(&self) -> ExportFile {
        let text = self.store.with_value(|store| store.backup().text());
        ExportFile {
            name: format!("tailored-{}.json", self.today.now()),
            mime: "application/json",
            text: self.lock.sealed(&text).await.unwrap_or(text),
        }
    }

    /// Offers the backup as a file, and remembers when. Says whether the browser took it.
    pub async fn save_backup(&self) -> bool {
        let taken = self.save_file(&self.backup_file().await);
        if taken {
            let today = self.today.now();
            self.preferences
                .change(|settings| settings.last_backup = Some(today));
        }
        taken
    }

    /// Offers a file. Says whether the browser took it.
    pub fn save_file(&self, file: &ExportFile) -> bool {
        files::save_text(&file.name, file.mime, &file.text)
    }

    fn with_record<T>(&self, make: impl FnOnce(Record) -> T) -> T {
        let entries = self.store.with_value(|store| store.all_entries().value);
        let response = self
            .store
            .try_update_value(|store| store.response().value)
            .unwrap_or_default();
        let arrangements = self
            .store
            .try_update_value(|store| store.arrangements().value)
            .unwrap_or_default();
        make(Record::new(&response, &entries, self.today.now()).agreed(&arrangements))
    }

    /// The report for a clinic's system. The first one gives the person the id under which later ones are found again.
    pub fn health_record(&self, options: FhirOptions) -> ExportFile {
        self.assessment.keep_patient();
        let moments = self.store.with_value(Store::answer_moments);
        let answered = moments.days(clock::day_of);
        self.with_record(|record| {
            fhir::file(&record.answered(answered), options, messages(Lang::English))
        })
    }

    /// The files of a format: one, or two tables; none when there is nothing to put into a calendar.
    pub fn export(&self, format: Format) -> Vec<ExportFile> {
        let t = messages(Lang::English);
        let tracking = self.store.try_update_value(|store| store.tracking().value);
        let tracking = tracking.unwrap_or_default();
        self.with_record(|record| match format {
            Format::Letter => vec![plain::file(&record, t)],
            // Spreadsheet programs need the mark to read letters beyond ASCII.
            Format::Spreadsheet => csv::files(
                record.entries,
                &tracking,
                CsvOptions {
                    byte_order_mark: true,
                },
            )
            .into(),
            Format::Calendar => calendar::file(&record, t.exchange).into_iter().collect(),
            Format::Archive => {
                let backup = self.store.with_value(|store| store.backup().text());
                vec![archive::file(&record, &backup, t)]
            }
        })
    }

    /// The summary as text, for a message or a form.
    pub fn summary(&self) -> String {
        // It is made from what is saved, which does not tell when it changes.
        self.assessment.response_with(|_| ());
        self.diary.is_empty();
        self.arranged.get();
        self.today();
        self.with_record(|record| plain::text(&record.handout, messages(Lang::English)))
    }

    /// The codes of the summary for a phone camera.
    pub fn summary_codes(&self) -> Vec<Code> {
        self.with_record(|record| codes_of(&record.handout))
    }

    /// Reads a file and says what it would change. Saves nothing.
    pub async fn open_file(
        &self,
        file: PickedFile,
        reading: Reading,
    ) -> Result<OpenedFile, OpenError> {
        let size = file.size();
        let mut bytes = Vec::new();
        let mut health: Option<AppleHealth> = None;
        let mut at = 0;
        while at < size {
            if reading.cancelled.get_value() {
                return Err(OpenError::Cancelled);
            }
            let to = (at + PIECE).min(size);
            let piece = file.piece(at, to).await.ok_or(OpenError::CannotRead)?;
            if at == 0 {
                // Before the size is looked at: the way out is another one.
                if let Some(error) = refused(&piece) {
                    return Err(OpenError::from(error));
                }
                health = is_apple_health(&piece).then(AppleHealth::new);
            }
            match &mut health {
                Some(health) => health.feed(&piece),
                None if size > MOST_BYTES => return Err(OpenError::TooLarge),
                None => bytes.extend(piece),
            }
            at = to;
            reading.done.set(Some((at, size)));
        }
        match health {
            Some(health) => {
                let diary = self.all_entries();
                let imported = health.finish(&self.import_options(&diary, &Decided::default()));
                Ok(self.opened(imported, Vec::new()))
            }
            None => self.open_bytes(bytes, Decided::default()),
        }
    }

    /// The same file once more, with the order of day and month decided.
    pub fn decide_order(
        &self,
        opened: &OpenedFile,
        day_first: bool,
    ) -> Result<OpenedFile, OpenError> {
        let mut decided = opened.decided.clone();
        decided.day_first = Some(day_first);
        self.open_bytes(opened.bytes.to_vec(), decided)
    }

    /// The same file once more, with what its words for moods mean; none: they stay words.
    pub fn decide_moods(
        &self,
        opened: &OpenedFile,
        moods: BTreeMap<String, Option<u8>>,
    ) -> Result<OpenedFile, OpenError> {
        let mut decided = opened.decided.clone();
        decided.moods = moods;
        self.open_bytes(opened.bytes.to_vec(), decided)
    }

    /// The same file once more, with these meanings of its columns, which are remembered for the next such file.
    pub fn decide_columns(
        &self,
        opened: &OpenedFile,
        map: ColumnMap,
    ) -> Result<OpenedFile, OpenError> {
        if let Some(columns) = &opened.columns {
            let table = KnownTable {
                names: columns.names.clone(),
                means: map.0.iter().map(|column| column.word()).collect(),
            };
            self.preferences.change(|settings| settings.remember(table));
        }
        let mut decided = opened.decided.clone();
        decided.columns = Some(map);
        self.open_bytes(opened.bytes.to_vec(), decided)
    }

    fn all_entries(&self) -> Vec<Entry> {
        self.store.with_value(|store| store.all_entries().value)
    }

    fn import_options<'a>(&self, diary: &'a [Entry], decided: &Decided) -> ImportOptions<'a> {
        ImportOptions {
            day_first: decided.day_first,
            columns: decided.columns.clone(),
            moods: decided.moods.clone(),
            clock: &clock::ahead_min_of,
            diary,
            ..ImportOptions::on(self.today.now())
        }
    }

    fn open_bytes(&self, bytes: Vec<u8>, decided: Decided) -> Result<OpenedFile, OpenError> {
        let text = String::from_utf8_lossy(&bytes);
        let own = archive::backup_in(&text);
        match SealedFile::parse(&text) {
            Some(Ok(sealed)) => {
                let nothing = self.previewed(None, Backup::default());
                return Ok(OpenedFile {
                    sealed: Some(Arc::new(sealed)),
                    ..nothing
                });
            }
            Some(Err(LockError::Newer)) => return Err(OpenError::Newer(2)),
            Some(Err(_)) => return Err(OpenError::Unknown),
            None => {}
        }
        match Backup::parse(own.as_deref().unwrap_or(&text)) {
            Ok(backup) => return Ok(self.previewed(None, backup)),
            Err(BackupError::Newer(version)) => return Err(OpenError::Newer(version)),
            Err(BackupError::CutShort) if text.contains("\"tailored\"") => {
                return Err(OpenError::CutShort);
            }
            Err(_) => {}
        }
        let diary = self.all_entries();
        let mut options = self.import_options(&diary, &decided);
        let mut imported = import(&bytes, &options)?;
        if let Some(columns) = imported
            .columns
            .as_ref()
            .filter(|_| decided.columns.is_none())
        {
            let settings = self.preferences.get();
            let remembered = settings.meanings(&columns.names);
            options.columns =
                remembered.and_then(|words| ColumnMap::of_words(words, &columns.names));
            if options.columns.is_some() {
                imported = import(&bytes, &options)?;
            }
        }
        let opened = self.opened(imported, bytes);
        Ok(OpenedFile { decided, ..opened })
    }

    fn opened(&self, imported: Imported, bytes: Vec<u8>) -> OpenedFile {
        let entries: Vec<_> = imported
            .entries
            .into_iter()
            .map(|(_, entry)| entry)
            .collect();
        OpenedFile {
            n_read: entries.len() + imported.n_here,
            skipped: imported.skipped,
            left_out: imported.left_out,
            remarks: imported.remarks,
            question: imported.question,
            columns: imported.columns,
            bytes: Arc::new(bytes),
            ..self.previewed(Some(imported.source.name()), Backup::of_entries(&entries))
        }
    }

    fn previewed(&self, source: Option<&'static str>, backup: Backup) -> OpenedFile {
        OpenedFile {
            source,
            preview: self.store.with_value(|store| store.preview(&backup)),
            skipped: Vec::new(),
            left_out: Vec::new(),
            remarks: Vec::new(),
            n_read: 0,
            question: None,
            columns: None,
            decided: Decided::default(),
            backup: Arc::new(backup),
            sealed: None,
            bytes: Arc::default(),
        }
    }

    /// Opens a copy that is locked.
    pub async fn open_sealed(
        &self,
        opened: &OpenedFile,
        passphrase: &str,
    ) -> Result<OpenedFile, LockTrouble> {
        let sealed = opened.sealed.clone().ok_or(LockTrouble::Unreadable)?;
        let text = sealed.open(passphrase, &BrowserCipher).await;
        let backup = Backup::parse(&text.map_err(trouble_of)?);
        let backup = backup.map_err(|error| match error {
            BackupError::Newer(_) => LockTrouble::Newer,
            BackupError::CutShort | BackupError::NotABackup => LockTrouble::Unreadable,
        })?;
        Ok(self.previewed(None, backup))
    }

    /// Puts an opened file in: all of it or nothing. None when it could not be saved, which is then told.
    pub fn put_in(&self, opened: &OpenedFile) -> Option<PutIn> {
        let outcome = self
            .store
            .try_update_value(|store| store.restore(&opened.backup))?;
        match outcome {
            Ok(restored) => {
                self.assessment.take_over(restored.response);
                self.preferences.take_over(restored.settings);
                self.arranged.forget();
                self.diary.forget();
                self.tell_what_is_missing();
                self.look_again_at_all();
                Some(PutIn {
                    undo: Arc::new(restored.undo),
                    unread: opened.preview.unread.clone(),
                })
            }
            Err(error) => {
                self.notices.push(Notice::NotSaved(not_saved(error)));
                None
            }
        }
    }

    /// Takes it out again, unless something was saved since.
    pub fn take_out(&self, put_in: &PutIn) -> Result<(), TakeOutError> {
        let undo = |store: &mut Store| store.undo_restore(&put_in.undo);
        let restored = self
            .store
            .try_update_value(undo)
            .ok_or(TakeOutError::NotSaved)?;
        let restored = restored.map_err(|error| match error {
            UndoError::ChangedSince => TakeOutError::ChangedSince,
            UndoError::NotSaved(_) => TakeOutError::NotSaved,
        })?;
        self.assessment.take_over(restored.response);
        self.preferences.take_over(restored.settings);
        self.arranged.forget();
        self.diary.forget();
        self.look_again_at_all();
        Ok(())
    }
}

/// The codes of the summary that a phone camera reads.
pub fn codes_of(handout: &Handout) -> Vec<Code> {
    qr::codes(handout, messages(Lang::English))
}

impl From<ImportError> for OpenError {
    fn from(error: ImportError) -> Self {
        match error {
            ImportError::Empty => Self::Empty,
            ImportError::Packed => Self::Packed,
            ImportError::Spreadsheet => Self::Spreadsheet,
            ImportError::Document => Self::Document,
            ImportError::WebPage => Self::WebPage,
            ImportError::Broken => Self::Broken,
            ImportError::Unknown => Self::Unknown,
        }
    }
}

fn is_apple_health(first: &[u8]) -> bool {
    let text = String::from_utf8_lossy(&first[..first.len().min(64 * 1024)]);
    text.contains("<HealthData") || text.contains("<!DOCTYPE HealthData")
}
