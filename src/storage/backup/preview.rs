//! Owns what putting a backup into this device would change, counted before anything is written.
//! May use: pieces. Must not: write.

use super::pieces::{self, Kind, Pieces};
use super::sorting::{Sorted, Unread, made_ready};
use super::{Backup, Part};
use crate::domain::date::NaiveDate;

/// What would become of one kind of thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// Only in the file: would be added.
    pub new: usize,
    /// Here and in the file, changed later in the file: would be replaced.
    pub changed: usize,
    /// Here, and deleted in the file after its last change: would be deleted.
    pub deleted: usize,
    /// Different in the file, but changed or deleted later here: would stay as it is here.
    pub kept: usize,
    /// Here and in the file alike.
    pub same: usize,
}

/// What putting a backup into this device would change.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Preview {
    /// Entries of the diary.
    pub entries: Counts,
    /// Answers and everything else that was told about the pain.
    pub answers: Counts,
    /// The settings would be taken over: there are some in the file and none on this device.
    pub takes_settings: bool,
    /// There are settings in the file.
    pub reads_settings: bool,
    /// Small things of the documents themselves, such as where the person left off.
    pub details: Counts,
    /// What in the file cannot be read. It changes nothing here, and is kept beside the rest when the file is put in.
    pub unread: Vec<Unread>,
    /// There is nothing in the file, readable or not.
    pub is_empty: bool,
    /// The first and the last day with an entry in the file.
    pub days: Option<(NaiveDate, NaiveDate)>,
}

impl Preview {
    /// Nothing would change.
    pub fn changes_nothing(&self) -> bool {
        let changes = |counts: &Counts| counts.new + counts.changed + counts.deleted;
        let all = [&self.entries, &self.answers, &self.details];
        all.into_iter().map(changes).sum::<usize>() == 0 && !self.takes_settings
    }

    /// What would change is neither an entry, nor an answer, nor the settings.
    pub fn changes_details_only(&self) -> bool {
        let told = Self {
            details: Counts::default(),
            ..self.clone()
        };
        told.changes_nothing()
    }

    /// Nothing in the file can be read.
    pub fn is_unreadable(&self) -> bool {
        let has = |counts: &Counts| counts != &Counts::default();
        let reads_some = [&self.entries, &self.answers, &self.details]
            .into_iter()
            .any(has);
        !self.unread.is_empty() && !reads_some && !self.reads_settings
    }

    /// Compares what is here with what would come.
    pub(super) fn of(here: &Backup, file: &Backup, last: Option<NaiveDate>) -> Self {
        let nothing = Pieces::default();
        let Sorted {
            sound: file,
            unread,
            rows,
            ..
        } = &file.sorted(last);
        let mut preview = Self {
            unread: unread.clone(),
            is_empty: file.is_empty(),
            days: days(file),
            ..Self::default()
        };
        for (part, theirs) in &file.documents {
            let ours = here.documents.get(part);
            if *part == Part::Settings {
                preview.reads_settings = true;
                preview.takes_settings = ours.is_none();
                continue;
            }
            let (ours, _) = made_ready(*part, ours.unwrap_or(&nothing), theirs);
            for (name, stamp, text) in theirs.iter() {
                let counts = match pieces::kind_of(name) {
                    Kind::Entry => &mut preview.entries,
                    Kind::Answer => &mut preview.answers,
                    Kind::Detail => &mut preview.details,
                };
                counts.add(ours.get(name), (stamp, text));
            }
        }
        for (part, rows) in rows {
            let ours = here.documents.get(part).unwrap_or(&nothing);
            let theirs = file.documents.get(part).unwrap_or(&nothing);
            let is_new = |name: &str| ours.get(name).or(theirs.get(name)).is_none();
            preview.answers.new += rows.iter().filter(|(name, ..)| is_new(name)).count();
        }
        preview
    }
}

impl Counts {
    fn add(
        &mut self,
        ours: Option<(pieces::Stamp, Option<&str>)>,
        theirs: (pieces::Stamp, Option<&str>),
    ) {
        let place = match (ours, theirs) {
            (None | Some((_, None)), (_, None)) => return,
            (Some((_, ours)), (_, theirs)) if pieces::is_same(ours, theirs) => &mut self.same,
            (Some(ours), theirs) if ours >= theirs => &mut self.kept,
            (None | Some((_, None)), (_, Some(_))) => &mut self.new,
            (Some(_), (_, Some(_))) => &mut self.changed,
            (Some(_), (_, None)) => &mut self.deleted,
        };
        *place += 1;
    }
}

fn days(file: &Backup) -> Option<(NaiveDate, NaiveDate)> {
    let store = file.opened().store;
    let months = store.months().into_iter();
    let dates = months.flat_map(|month| store.month(month).value);
    let dates: Vec<NaiveDate> = dates.map(|entry| entry.date).collect();
    Some((*dates.iter().min()?, *dates.iter().max()?))
}
