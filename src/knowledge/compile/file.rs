//! Owns the reading of a TOML file, of which the parts are taken one after the other.
//! May use: serde, toml, problems. Must not: know what a part holds.

use serde::de::DeserializeOwned;

use super::problem::{At, Problems};

/// One TOML file, of which the parts are taken one after the other.
pub struct File {
    name: &'static str,
    table: toml::Table,
}

impl File {
    /// Reads a file; text that is no TOML is a problem.
    pub fn read(name: &'static str, text: &str, problems: &mut Problems) -> Self {
        let table = text.parse().unwrap_or_else(|error: toml::de::Error| {
            problems.add(&At::file(name), error.to_string().trim());
            toml::Table::new()
        });
        Self { name, table }
    }

    /// Takes `[key]`.
    pub fn one<T: DeserializeOwned>(&mut self, key: &str, problems: &mut Problems) -> Option<T> {
        let at = At::new(self.name, format!("[{key}]"));
        let Some(value) = self.table.remove(key) else {
            problems.add(&at, "is missing");
            return None;
        };
        understood(value, &at, problems)
    }

    /// Takes every `[[key]]`; `id_key` names the field by which an entry is called in messages.
    pub fn every<T: DeserializeOwned>(
        &mut self,
        key: &str,
        id_key: &str,
        problems: &mut Problems,
    ) -> Vec<T> {
        let entries = match self.table.remove(key) {
            Some(toml::Value::Array(entries)) => entries,
            Some(_) => {
                problems.add(
                    &At::new(self.name, format!("[{key}]")),
                    format!("is written with double brackets: [[{key}]]"),
                );
                Vec::new()
            }
            None => Vec::new(),
        };
        (1..)
            .zip(entries)
            .filter_map(|(number, value)| {
                let called = value.get(id_key).and_then(toml::Value::as_str).map_or_else(
                    || format!("{key} number {number}"),
                    |id| format!("{key} {id}"),
                );
                understood(value, &At::new(self.name, called), problems)
            })
            .collect()
    }

    /// Takes every `[id]` that is left, sorted by id.
    pub fn rest<T: DeserializeOwned>(&mut self, problems: &mut Problems) -> Vec<(String, T)> {
        std::mem::take(&mut self.table)
            .into_iter()
            .filter_map(|(id, value)| {
                let entry = understood(value, &At::new(self.name, id.clone()), problems)?;
                Some((id, entry))
            })
            .collect()
    }

    /// Says which parts of the file nobody took.
    pub fn finish(self, problems: &mut Problems) {
        for key in self.table.keys() {
            problems.add(&At::file(self.name), format!("unknown key `{key}`"));
        }
    }
}

/// A file that is one entry as a whole.
pub fn whole<T: DeserializeOwned>(
    name: &'static str,
    text: &str,
    problems: &mut Problems,
) -> Option<T> {
    toml::from_str(text)
        .map_err(|error: toml::de::Error| problems.add(&At::file(name), error.to_string().trim()))
        .ok()
}

fn understood<T: DeserializeOwned>(
    value: toml::Value,
    at: &At,
    problems: &mut Problems,
) -> Option<T> {
    value
        .try_into()
        .map_err(|error: toml::de::Error| problems.add(at, error.message()))
        .ok()
}
