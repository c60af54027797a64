//! Owns what putting a backup into this device would change, counted before anything is written.
//! May use: pieces. Must not: write.

use super::pieces::{self, Pieces};
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
    /// Texts in the file that nobody can read; they would be kept beside the rest.
    pub n_unreadable: usize,
    /// The first and the last day with an entry in the file.
    pub days: Option<(NaiveDate, NaiveDate)>,
}

impl Preview {
    /// Nothing would change.
    pub fn changes_nothing(&self) -> bool {
        let changes = |counts: &Counts| counts.new + counts.changed + counts.deleted;
        changes(&self.entries) + changes(&self.answers) == 0 && !self.takes_settings
    }

    /// Compares what is here with what would come.
    pub(super) fn of(here: &Backup, file: &Backup) -> Self {
        let nothing = Pieces::default();
        let mut preview = Self {
            n_unreadable: file.set_aside.difference(&here.set_aside).count(),
            days: days(file),
            ..Self::default()
        };
        for (part, theirs) in &file.documents {
            let ours = here.documents.get(part);
            if *part == Part::Settings {
                preview.takes_settings = ours.is_none();
                continue;
            }
            let ours = ours.unwrap_or(&nothing);
            for (name, stamp, text) in theirs.iter() {
                let counts = match pieces::is_entry(name) {
                    true => &mut preview.entries,
                    false => &mut preview.answers,
                };
                counts.add(ours.get(name), (stamp, text));
            }
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
