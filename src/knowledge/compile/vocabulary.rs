//! Owns the names that conditions and tables may use: facts, derived facts, safety questions, words, therapies, sources.
//! May use: raw entries, problems. Must not: read conditions.

use std::collections::BTreeMap;

use super::problem::{At, Problems};
use super::raw;

/// The kinds of value that a fact may have, as the files call them, with the name of the table type.
const KINDS: [(&str, Kind); 5] = [
    ("int", Kind::Whole),
    ("num", Kind::Number),
    ("bool", Kind::YesNo),
    ("enum", Kind::Word),
    ("set", Kind::Words),
];

/// Names that the grammar of conditions keeps for itself.
const RESERVED: [&str; 8] = [
    "and", "or", "not", "in", "true", "false", "default", "count",
];

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Whole,
    Number,
    YesNo,
    Word,
    Words,
}

impl Kind {
    pub fn is_number(self) -> bool {
        matches!(self, Kind::Whole | Kind::Number)
    }
}

/// A fact or a derived fact.
pub struct Fact {
    pub name: String,
    pub kind: Kind,
    /// Places of its words in the vocabulary.
    pub words: Vec<usize>,
    pub min: f64,
    /// None when the file states no largest value.
    pub max: Option<f64>,
    pub derived: bool,
}

/// What a name in a condition stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Name {
    Fact(usize),
    Question(usize),
}

/// Everything that has a name, each with its place in its table.
#[derive(Default)]
pub struct Vocabulary {
    pub facts: Vec<Fact>,
    pub words: Vec<String>,
    names: BTreeMap<String, Name>,
    word_places: BTreeMap<String, usize>,
    therapies: BTreeMap<String, usize>,
    sources: BTreeMap<String, usize>,
}

impl Vocabulary {
    /// The words of therapies come first, so that a therapy and its word have the same place.
    pub fn add_therapies<'a>(&mut self, ids: impl Iterator<Item = &'a str>) {
        for id in ids {
            let place = self.intern(id);
            self.therapies.insert(id.to_owned(), place);
        }
    }

    pub fn add_sources<'a>(&mut self, ids: impl Iterator<Item = &'a str>) {
        self.sources = ids.map(str::to_owned).zip(0..).collect();
    }

    pub fn add_fact(&mut self, fact: &raw::Fact, at: &At, problems: &mut Problems) {
        let Some(kind) = kind(&fact.kind, at, problems) else {
            return;
        };
        // Explanations stand in brackets or after a semicolon or comma: "0-30, last month".
        let values = fact
            .values
            .split([' ', ',', ';'])
            .next()
            .unwrap_or_default();
        let range = values
            .split_once('-')
            .and_then(|(low, high)| Some((low.parse().ok()?, high.parse().ok()?)));
        let words = match kind {
            Kind::Word | Kind::Words => self.words_of(&fact.values, at, problems),
            Kind::Whole | Kind::Number | Kind::YesNo => Vec::new(),
        };
        self.push(
            Fact {
                name: fact.name.clone(),
                kind,
                words,
                min: range.map_or(0.0, |(low, _)| low),
                max: range.map(|(_, high)| high),
                derived: false,
            },
            at,
            problems,
        );
    }

    pub fn add_derived(&mut self, derived: &raw::Derived, at: &At, problems: &mut Problems) {
        match kind(&derived.kind, at, problems) {
            Some(kind @ (Kind::Whole | Kind::Number | Kind::YesNo)) => self.push(
                Fact {
                    name: derived.name.clone(),
                    kind,
                    words: Vec::new(),
                    min: 0.0,
                    max: None,
                    derived: true,
                },
                at,
                problems,
            ),
            Some(Kind::Word | Kind::Words) => {
                problems.add(at, "a derived fact is a number or yes/no");
            }
            None => {}
        }
    }

    /// A safety question, at the next place.
    pub fn add_question(&mut self, name: &str, place: usize, at: &At, problems: &mut Problems) {
        self.name_it(name, Name::Question(place), at, problems);
    }

    pub fn name(&self, name: &str) -> Option<Name> {
        self.names.get(name).copied()
    }

    pub fn fact(&self, name: &str) -> Option<(usize, &Fact)> {
        match self.name(name)? {
            Name::Fact(place) => Some((place, &self.facts[place])),
            Name::Question(_) => None,
        }
    }

    pub fn question(&self, name: &str) -> Option<usize> {
        match self.name(name)? {
            Name::Question(place) => Some(place),
            Name::Fact(_) => None,
        }
    }

    pub fn word(&self, word: &str) -> Option<usize> {
        self.word_places.get(word).copied()
    }

    pub fn therapy(&self, id: &str) -> Option<usize> {
        self.therapies.get(id).copied()
    }

    pub fn source(&self, id: &str) -> Option<usize> {
        self.sources.get(id).copied()
    }

    /// Names that are much like a wrong one, for the message.
    pub fn like(&self, wrong: &str) -> String {
        self.names
            .keys()
            .find(|name| {
                let same = name
                    .chars()
                    .zip(wrong.chars())
                    .take_while(|(a, b)| a == b)
                    .count();
                same >= 4 && same + 3 >= name.chars().count().max(wrong.chars().count())
            })
            .map_or_else(String::new, |name| format!("; is `{name}` meant?"))
    }

    fn push(&mut self, fact: Fact, at: &At, problems: &mut Problems) {
        let place = self.facts.len();
        if place > usize::from(u8::MAX) {
            problems.add(at, "there are more than 256 facts");
            return;
        }
        self.name_it(&fact.name, Name::Fact(place), at, problems);
        self.facts.push(fact);
    }

    /// Sentence 3.8: names are unique over facts, derived facts and safety questions.
    fn name_it(&mut self, name: &str, meaning: Name, at: &At, problems: &mut Problems) {
        if !is_name(name) || RESERVED.contains(&name) {
            problems.add(at, format!("`{name}` cannot be a name"));
        }
        if self.names.insert(name.to_owned(), meaning).is_some() {
            problems.add(at, format!("the name `{name}` is used twice"));
        }
    }

    fn words_of(&mut self, values: &str, at: &At, problems: &mut Problems) -> Vec<usize> {
        if let Some(other) = values.strip_prefix("same words as ") {
            return match self.fact(other) {
                Some((_, fact)) => fact.words.clone(),
                None => {
                    problems.add(at, format!("`values` names an unknown fact `{other}`"));
                    Vec::new()
                }
            };
        }
        if values.starts_with("therapy ids") {
            return self.therapies.values().copied().collect();
        }
        let listed = values.split(" (").next().unwrap_or_default();
        let mut words = Vec::new();
        for word in listed.split('|') {
            if !is_name(word) {
                problems.add(at, format!("`values` holds `{word}`, which is no word"));
            }
            let place = self.intern(word);
            if words.contains(&place) {
                problems.add(at, format!("`values` holds `{word}` twice"));
            }
            words.push(place);
        }
        words
    }

    fn intern(&mut self, word: &str) -> usize {
        if let Some(place) = self.word_places.get(word) {
            return *place;
        }
        let place = self.words.len();
        self.words.push(word.to_owned());
        self.word_places.insert(word.to_owned(), place);
        place
    }
}

fn kind(word: &str, at: &At, problems: &mut Problems) -> Option<Kind> {
    let found = KINDS.into_iter().find(|(known, _)| *known == word);
    if found.is_none() {
        problems.add(at, format!("unknown type `{word}`"));
    }
    found.map(|(_, kind)| kind)
}

fn is_name(name: &str) -> bool {
    name.starts_with(|first: char| first.is_ascii_alphabetic())
        && name
            .chars()
            .all(|letter| letter.is_ascii_alphanumeric() || letter == '_')
}
