//! Owns putting two changes of one diary entry together, field by field.
//! May use: domain, the form of an entry, `three_way`. Must not: keys, a back end.

use serde_json::Value;

use super::entry::StoredEntry;
use crate::domain::diary::entry::Entry;
use crate::storage::keys::Month;
use crate::storage::three_way::{Words, three_way};

/// Fields whose words exclude each other: factors that were there, and that were not.
const PRESENT: &str = "F";
const ABSENT: &str = "G";
const ATTACK: &str = "K";

/// The entry that is stored now (`there`), with what was changed between `from` and `to`. Where both changed the same field,
/// that of `to` counts. Without `from` both were begun alone, and everything that either says counts.
///
/// All three are about the same month.
pub fn put_together(from: Option<&Entry>, to: &Entry, there: &Entry) -> Entry {
    together(from, to, there).unwrap_or_else(|| to.clone())
}

fn together(from: Option<&Entry>, to: &Entry, there: &Entry) -> Option<Entry> {
    let value = |entry: &Entry| serde_json::from_str::<Value>(StoredEntry::of(entry).write().get());
    let from = match from {
        Some(from) => value(from).ok()?,
        None => Value::Object(serde_json::Map::new()),
    };
    let (to_value, there_value) = (value(to).ok()?, value(there).ok()?);
    let mut both = three_way(&from, &to_value, &there_value, Words::Each);
    let fields = both.as_object_mut()?;
    // A start of one attack and an end of another are no attack.
    if from.get(ATTACK).is_none()
        && let Some(mine) = to_value.get(ATTACK)
    {
        fields.insert(ATTACK.to_owned(), mine.clone());
    }
    for (here, not_here) in [(PRESENT, ABSENT), (ABSENT, PRESENT)] {
        let list = |value: &Value| value.get(here).and_then(Value::as_array).cloned();
        let (mut said, before) = (list(&to_value).unwrap_or_default(), list(&from));
        said.retain(|factor| before.iter().flatten().all(|before| before != factor));
        if let Some(Value::Array(others)) = fields.get_mut(not_here) {
            others.retain(|factor| !said.contains(factor));
        }
    }
    let stored: StoredEntry = serde_json::from_str(&both.to_string()).ok()?;
    stored.into_domain(Month::of(to.date))
}

/// The same for a change that is saved: of two notes that were written on alone both stay, one below the other.
pub(super) fn put_together_with_notes(from: &Entry, to: &Entry, there: &Entry) -> Entry {
    Entry {
        note: notes(&from.note, &to.note, &there.note),
        ..put_together(Some(from), to, there)
    }
}

/// One note of two that were written on from the same one: what only the one who saves now has written stands below.
fn notes(from: &str, to: &str, there: &str) -> String {
    if from == there || to.starts_with(there) {
        return to.to_owned();
    }
    if from == to || to.is_empty() {
        return there.to_owned();
    }
    let only_here = match there.starts_with(from) {
        true => to.strip_prefix(from).unwrap_or(to),
        false => to,
    };
    format!("{there}\n{}", only_here.trim_start())
}
