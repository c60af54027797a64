//! Owns the table of what the page of each option says: `explained.toml`.
//! May use: raw entries, the compiler. Must not: look at rules.

use std::collections::BTreeMap;

use super::problem::At;
use super::raw;
use super::write::{Compiler, optional, text};

const FILE: &str = "explained.toml";

impl Compiler {
    /// Every therapy has exactly one entry; a procedure also says what is done.
    pub fn write_explained(
        &mut self,
        therapies: &[raw::Therapy],
        explained: &[(String, raw::Explained)],
    ) {
        let entries: BTreeMap<&str, &raw::Explained> = explained
            .iter()
            .map(|(id, entry)| (id.as_str(), entry))
            .collect();
        for id in entries.keys() {
            self.therapy(&At::new(FILE, format!("[{id}]")), "the heading", id);
        }
        let mut rows = Vec::new();
        for therapy in therapies {
            let at = At::new(FILE, format!("[{}]", therapy.id));
            let Some(entry) = entries.get(therapy.id.as_str()) else {
                self.problems.add(&at, "is missing");
                continue;
            };
            if therapy.group == "procedure" && entry.done.is_none() {
                self.problems.add(&at, "is a procedure, so it needs `done`");
            }
            rows.push(format!(
                "TherapyExplained {{ brief: {}, done: {}, studies: {}, risks: {}, who: {}, differ: {} }}",
                optional(entry.brief.as_deref().map(text)),
                optional(entry.done.as_deref().map(text)),
                text(&entry.studies),
                text(&entry.risks),
                text(&entry.who),
                optional(entry.differ.as_deref().map(text)),
            ));
        }
        self.table(
            "What the page of each therapy says.",
            "THERAPY_EXPLAINED",
            "TherapyExplained",
            &rows,
        );
    }
}
