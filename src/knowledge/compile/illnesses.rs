//! Owns the table of what people call an illness: `illnesses.toml`.
//! May use: raw entries, the compiler. Must not: look at rules.

use std::collections::BTreeSet;

use super::problem::At;
use super::raw;
use super::write::{Compiler, list, text};

const FILE: &str = "illnesses.toml";
/// The fact whose words the file names.
const FACT: &str = "conditions";

impl Compiler {
    /// The names of an illness stand in one text: hundreds of short ones would take more room than their letters.
    pub fn write_illnesses(&mut self, illnesses: &[raw::Illness], other: &[raw::OnlyNames]) {
        let mut seen = BTreeSet::new();
        let mut rows = Vec::new();
        let known = illnesses.iter().map(|row| (row.is.as_slice(), &row.names));
        for (is, names) in known.chain(other.iter().map(|row| (&[][..], &row.names))) {
            let at = At::new(FILE, names.join(", "));
            let words: Vec<String> = is
                .iter()
                .map(|word| self.word_of(&at, FACT, word))
                .collect();
            for name in names {
                let is_plain = name
                    .chars()
                    .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == ' ');
                if !is_plain || name.trim() != name || name.is_empty() {
                    let message = format!("`{name}` is not in small plain letters");
                    self.problems.add(&at, message);
                }
                if !seen.insert(name.clone()) {
                    let message = format!("the name `{name}` is used twice");
                    self.problems.add(&at, message);
                }
            }
            rows.push(format!(
                "Illness {{ words: {}, names: {} }}",
                list(words),
                text(&names.join("|")),
            ));
        }
        self.table(
            "What people call illnesses, in file order; at the end what only looks like one of them.",
            "ILLNESSES",
            "Illness",
            &rows,
        );
    }
}
