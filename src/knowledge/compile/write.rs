//! Owns the writing of static tables as Rust text, and the checks that every table needs.
//! May use: vocabulary, encode, expression. Must not: know a particular table.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use super::encode::{MayRead, Type, encode};
use super::expression::{Node, parse};
use super::problem::{At, Problems};
use super::vocabulary::Vocabulary;

/// What the tables are made with: the vocabulary, the numbers in conditions, the mistakes so far, the text so far.
#[derive(Default)]
pub struct Compiler {
    pub vocabulary: Vocabulary,
    pub problems: Problems,
    pub numbers: Vec<f64>,
    pub output: String,
}

/// A condition that was read: its parts, for further checks, and its Rust text.
pub struct Condition {
    pub node: Node,
    pub rust: String,
}

impl Compiler {
    /// Writes one table.
    pub fn table(&mut self, doc: &str, name: &str, row_type: &str, rows: &[String]) {
        // Writing to a String cannot fail.
        let _ = writeln!(
            self.output,
            "/// {doc}\npub static {name}: [{row_type}; {}] = [",
            rows.len()
        );
        for row in rows {
            let _ = writeln!(self.output, "    {row},");
        }
        self.output.push_str("];\n");
    }

    /// Writes one constant.
    pub fn constant(&mut self, doc: &str, name: &str, kind: &str, value: &str) {
        let _ = writeln!(
            self.output,
            "/// {doc}\npub const {name}: {kind} = {value};"
        );
    }

    /// Says which ids occur twice.
    pub fn unique<'a>(&mut self, at: impl Fn(&str) -> At, ids: impl Iterator<Item = &'a str>) {
        let mut seen = BTreeSet::new();
        for id in ids {
            if !seen.insert(id) {
                self.problems.add(&at(id), "the id is used twice");
            }
        }
    }

    /// Reads a yes/no condition and makes its Rust text.
    pub fn condition(
        &mut self,
        at: &At,
        field: &str,
        text: &str,
        may_read: MayRead,
    ) -> Option<Condition> {
        self.expression(at, field, text, may_read, &Type::YesNo)
    }

    /// Reads an expression of a given type and makes its Rust text.
    pub fn expression(
        &mut self,
        at: &At,
        field: &str,
        text: &str,
        may_read: MayRead,
        wanted: &Type,
    ) -> Option<Condition> {
        let read = parse(text).and_then(|node| {
            let (kind, code) = encode(&node, may_read, &self.vocabulary, &mut self.numbers)?;
            Ok((node, kind, code))
        });
        match read {
            Ok((node, kind, code)) if kind == *wanted => Some(Condition {
                node,
                rust: bytes(&code),
            }),
            Ok((_, kind, _)) => {
                let message = format!("`{field}` has the type {kind:?}, not {wanted:?}");
                self.problems.add(at, message);
                None
            }
            Err(fault) => {
                let message = format!("`{field}`, character {}: {}", fault.at, fault.message);
                self.problems.add(at, message);
                None
            }
        }
    }

    /// The place of a therapy.
    pub fn therapy(&mut self, at: &At, field: &str, id: &str) -> Option<usize> {
        let place = self.vocabulary.therapy(id);
        if place.is_none() {
            self.problems
                .add(at, format!("`{field}` names an unknown therapy `{id}`"));
        }
        place
    }

    /// References to therapies, each of which may stand in the list once.
    pub fn therapies(&mut self, at: &At, field: &str, ids: &[String]) -> String {
        let mut places = Vec::new();
        for id in ids {
            let place = self.therapy(at, field, id);
            if place.is_some() && places.contains(&place) {
                self.problems
                    .add(at, format!("`{field}` names `{id}` twice"));
            }
            places.push(place);
        }
        list(
            places
                .iter()
                .flatten()
                .map(|place| format!("&THERAPIES[{place}]")),
        )
    }

    /// References to sources; every clinical text has at least one.
    pub fn sources(&mut self, at: &At, ids: &[String]) -> String {
        if ids.is_empty() {
            self.problems.add(at, "`src` is empty");
        }
        let mut cited = Vec::new();
        for id in ids {
            let (name, from_knowledge) = match id.strip_suffix(":K") {
                Some(name) => (name, true),
                None => (id.as_str(), false),
            };
            match self.vocabulary.source(name) {
                Some(place) => cited.push(format!(
                    "Cited {{ source: &SOURCES[{place}], from_knowledge: {from_knowledge} }}"
                )),
                None => self
                    .problems
                    .add(at, format!("`src` names an unknown source `{name}`")),
            }
        }
        list(cited)
    }

    /// The variant of an enum of `tables.rs` for one of the allowed words.
    pub fn variant(&mut self, at: &At, field: &str, word: &str, of: &Choice) -> String {
        let found = of.words.iter().find(|(known, _)| *known == word);
        if found.is_none() {
            self.problems
                .add(at, format!("`{field}` is `{word}`, not one of {of}"));
        }
        let variant = found.map_or("", |(_, variant)| variant);
        format!("{}::{variant}", of.rust_type)
    }

    /// The number of a word of a fact.
    pub fn word_of(&mut self, at: &At, fact: &str, word: &str) -> String {
        let place = self.vocabulary.fact(fact).and_then(|(_, row)| {
            self.vocabulary
                .word(word)
                .filter(|place| row.words.contains(place))
        });
        if place.is_none() {
            self.problems
                .add(at, format!("`{word}` is not a value of `{fact}`"));
        }
        format!("Word({})", place.unwrap_or_default())
    }
}

/// The words that a field may have, with the variants of the enum in `tables.rs` that they stand for.
pub struct Choice {
    pub rust_type: &'static str,
    pub words: &'static [(&'static str, &'static str)],
}

impl std::fmt::Display for Choice {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let words: Vec<&str> = self.words.iter().map(|(word, _)| *word).collect();
        f.write_str(&words.join(", "))
    }
}

/// A text as a Rust literal.
pub fn text(text: &str) -> String {
    format!("{text:?}")
}

/// Several texts as a Rust list.
pub fn texts(texts: &[String]) -> String {
    list(texts.iter().map(|each| text(each)))
}

/// Something that may be missing.
pub fn optional(value: Option<impl AsRef<str>>) -> String {
    value.map_or("None".to_owned(), |value| {
        format!("Some({})", value.as_ref())
    })
}

/// A Rust list.
pub fn list(items: impl IntoIterator<Item = impl AsRef<str>>) -> String {
    let items: Vec<String> = items
        .into_iter()
        .map(|item| item.as_ref().to_owned())
        .collect();
    format!("&[{}]", items.join(", "))
}

/// Byte code as a Rust literal.
fn bytes(code: &[u8]) -> String {
    let escaped: String = code.iter().fold(String::new(), |mut escaped, byte| {
        let _ = write!(escaped, "\\x{byte:02x}");
        escaped
    });
    format!("Expression(b\"{escaped}\")")
}
