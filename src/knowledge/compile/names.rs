//! Owns the table of what facts are called in words: `names.toml`.
//! May use: raw entries, the compiler. Must not: know conditions.

use std::collections::BTreeMap;

use super::problem::At;
use super::raw;
use super::write::{Compiler, text};

const FILE: &str = "names.toml";

impl Compiler {
    /// Every fact and derived fact has exactly one name.
    pub fn write_fact_names(&mut self, names: &raw::Names) {
        let mut rows = Vec::new();
        for fact in &self.vocabulary.facts {
            let (part, known) = if fact.derived {
                ("[derived]", &names.derived)
            } else {
                ("[facts]", &names.facts)
            };
            match known.get(&fact.name) {
                Some(name) => rows.push(text(name)),
                None => self
                    .problems
                    .add(&At::new(FILE, part), format!("`{}` has no name", fact.name)),
            }
        }
        self.only_facts("[facts]", &names.facts, false);
        self.only_facts("[derived]", &names.derived, true);
        self.table(
            "What each fact is called, in the order of `FACTS`.",
            "FACT_NAMES",
            "&str",
            &rows,
        );
        self.write_word_names(&names.words);
    }

    fn only_facts(&mut self, part: &str, names: &BTreeMap<String, String>, derived: bool) {
        for name in names.keys() {
            let fact = self.vocabulary.fact(name);
            if fact.is_none_or(|(_, fact)| fact.derived != derived) {
                let message = format!("names an unknown fact `{name}`");
                self.problems.add(&At::new(FILE, part), message);
            }
        }
    }

    fn write_word_names(&mut self, names: &BTreeMap<String, String>) {
        let at = At::new(FILE, "[words]");
        let mut rows = Vec::new();
        for (key, name) in names {
            let Some((fact, word)) = key.split_once('.') else {
                self.problems
                    .add(&at, format!("`{key}` is not written as fact.word"));
                continue;
            };
            let word = self.word_of(&at, fact, word);
            if let Some((place, _)) = self.vocabulary.fact(fact) {
                rows.push(format!("(FactId({place}), {word}, {})", text(name)));
            }
        }
        self.table(
            "Names of values that no screen offers.",
            "WORD_NAMES",
            "(FactId, Word, &str)",
            &rows,
        );
    }
}
