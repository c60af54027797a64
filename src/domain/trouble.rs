//! Owns the kinds of trouble with saved data that a person is told about.
//! May use: dates. Must not: know how data is saved, wording.

use super::date::NaiveDate;

/// What is wrong. In each case nothing that was saved has been overwritten.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trouble {
    /// The browser does not let anything be kept; found at the start.
    NothingIsKept,
    /// The device is full; found at the start.
    Full,
    /// Saved data cannot be relied on, for an unknown reason; found at the start.
    Broken,
    /// A part was written by a newer version and was left as it is.
    Newer,
    /// The last change could not be saved, because of …
    NotSaved(NotSaved),
}

/// A part that was saved on this device.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum SavedPart {
    Answers,
    /// The answers of an earlier assessment, by the day on which it began.
    EarlierAnswers(NaiveDate),
    Settings,
    Arrangements,
    /// What the person follows in the diary.
    Followed,
    /// The diary of one month, by its first day.
    Month(NaiveDate),
}

/// A part that cannot be read, and of which no other place on this device has a sound text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct UnreadPart {
    pub part: SavedPart,
    /// Something of it can be read.
    pub partly: bool,
}

/// Why the lock did not open, close or change. In each case everything is as readable as it was before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LockTrouble {
    WrongPassphrase,
    /// Too many wrong passphrases: the next one may be tried in so many seconds.
    WaitSeconds(u32),
    /// This browser has no cryptography here.
    NotAvailable,
    /// The lock itself cannot be read.
    Unreadable,
    /// A newer version of the app made it.
    Newer,
    /// There is no room to seal everything.
    Full,
    /// Another tab was faster, or storage refused.
    NotNow,
}

/// Why the last change is not saved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotSaved {
    Blocked,
    Full,
    Broken,
    NewerVersion,
    /// What stands in its place cannot be read and could not be copied elsewhere.
    NotSetAside,
}

/// Why no copy was written into the file that was chosen. What was in the file before is still in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileTrouble {
    /// The person closed the picker.
    NotChosen,
    /// The person or the browser does not allow it.
    NotAllowed,
    /// The file was moved or deleted.
    Gone,
    /// The device is full, or the file cannot be written.
    NotWritten,
}
