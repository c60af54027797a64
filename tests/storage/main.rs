//! The store: what is saved comes back exactly, and nothing that cannot be read is ever lost.

mod any_bytes;
mod arbitrary;
mod arbitrary_entry;
mod arbitrary_records;
mod arrangements;
mod backup;
mod backup_merge;
mod cleared;
mod damage;
mod earlier;
mod followed;
mod health_record;
mod journal;
mod lock;
mod lock_damage;
mod manifest;
mod months;
mod mutations;
mod refusal;

mod released_shapes;
mod rich;
mod round_trip;
mod size;
mod spoilt_copy;
mod spoilt_part;
mod tabs;
mod toy_cipher;
mod tries;
mod two_changes;

use tailored::domain::date::NaiveDate;
use tailored::domain::diary::entry::Entry;
use tailored::domain::ids::{EntryId, ItemId};
use tailored::domain::questionnaire::model::Answer;
use tailored::domain::questionnaire::response::Response;
use tailored::storage::{MemoryBackend, Month, Opened, Store};

fn open(backend: &MemoryBackend) -> Opened {
    let opened = Store::open(backend.clone());
    // The probe of the start is of no interest to the tests.
    backend.take_written();
    opened
}

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

const fn month(year: i32, month: u32) -> Month {
    Month { year, month }
}

/// An entry with a note, to be told apart by.
fn entry(id: &str, date: NaiveDate, note: &str) -> Entry {
    Entry {
        note: note.to_owned(),
        pain: Some(5),
        ..Entry::on(EntryId::from(id), date)
    }
}

/// Answers with one text in them.
fn answered(text: &str) -> Response {
    let mut response = Response::default();
    let answer = Answer::Text(text.to_owned());
    response.answers.insert(ItemId::from("own.words"), answer);
    response
}
