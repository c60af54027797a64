//! Owns the named facts about a person; what was not said is absent, and absent means unknown.
//! May use: knowledge. Must not: evaluate conditions, guess or repair values.

use std::collections::BTreeSet;

use crate::knowledge::{self, FactKind, FactOrigin, Word};

pub use crate::knowledge::{FactId, fact};

/// The value of a fact.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    Number(f64),
    YesNo(bool),
    Word(Word),
    /// The empty set is known: it means "none of these" (sentence 1.3).
    Words(BTreeSet<Word>),
}

/// Why a value cannot be the value of a fact.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Impossible {
    /// A number for a word, a yes/no for a set and so on.
    WrongKind,
    /// The number is outside the range of the fact, or not whole.
    OutOfRange,
    /// The fact does not have this word.
    NotAValue(Word),
    /// The fact is worked out from others.
    Derived,
}

/// The facts about one person. Two of them are equal when the same things are known.
#[derive(Debug, Clone, PartialEq)]
pub struct Facts {
    /// By the place of the fact.
    values: Vec<Option<Value>>,
}

impl Default for Facts {
    fn default() -> Self {
        Self {
            values: vec![None; knowledge::FACTS.len()],
        }
    }
}

impl Facts {
    /// The value of a fact; none when it is unknown.
    pub fn get(&self, id: FactId) -> Option<&Value> {
        self.values.get(id.place()).and_then(Option::as_ref)
    }

    pub fn is_known(&self, id: FactId) -> bool {
        self.get(id).is_some()
    }

    pub fn number(&self, id: FactId) -> Option<f64> {
        match self.get(id)? {
            Value::Number(number) => Some(*number),
            _ => None,
        }
    }

    pub fn yes_no(&self, id: FactId) -> Option<bool> {
        match self.get(id)? {
            Value::YesNo(answer) => Some(*answer),
            _ => None,
        }
    }

    pub fn word(&self, id: FactId) -> Option<Word> {
        match self.get(id)? {
            Value::Word(word) => Some(*word),
            _ => None,
        }
    }

    pub fn words(&self, id: FactId) -> Option<&BTreeSet<Word>> {
        match self.get(id)? {
            Value::Words(words) => Some(words),
            _ => None,
        }
    }

    /// Whether a known set holds the word; an unknown set holds nothing.
    pub fn holds(&self, id: FactId, word: Word) -> bool {
        self.words(id).is_some_and(|words| words.contains(&word))
    }

    /// Sets a fact that answers give.
    ///
    /// # Errors
    /// The value is not one that the vocabulary states for the fact; the fact keeps its value.
    pub fn set(&mut self, id: FactId, value: Value) -> Result<(), Impossible> {
        if id.fact().origin != FactOrigin::Given {
            return Err(Impossible::Derived);
        }
        check(id, &value)?;
        self.put(id, value);
        Ok(())
    }

    /// Makes a fact unknown.
    pub fn clear(&mut self, id: FactId) {
        if let Some(place) = self.values.get_mut(id.place()) {
            *place = None;
        }
    }

    /// What has to be changed in `before` to make it this: each fact with its new value, or none where it became unknown.
    pub fn changes_since(&self, before: &Facts) -> Vec<(FactId, Option<Value>)> {
        FactId::all()
            .filter(|id| self.get(*id) != before.get(*id))
            .map(|id| (id, self.get(id).cloned()))
            .collect()
    }

    /// Makes such changes.
    pub fn apply(&mut self, changes: &[(FactId, Option<Value>)]) {
        for (id, value) in changes {
            if let Some(place) = self.values.get_mut(id.place()) {
                place.clone_from(value);
            }
        }
    }

    /// Sets any fact, also a derived one, to a value that is known to be possible.
    pub(super) fn put(&mut self, id: FactId, value: Value) {
        if let Some(place) = self.values.get_mut(id.place()) {
            *place = Some(value);
        }
    }
}

fn check(id: FactId, value: &Value) -> Result<(), Impossible> {
    let fact = id.fact();
    let unknown_word = |word: &Word| !fact.words.contains(word);
    match (fact.kind, value) {
        (FactKind::Whole, Value::Number(number)) if number.fract() != 0.0 => {
            Err(Impossible::OutOfRange)
        }
        (FactKind::Whole | FactKind::Number, Value::Number(number)) => {
            let possible = number.is_finite() && (fact.min..=fact.max).contains(number);
            possible.then_some(()).ok_or(Impossible::OutOfRange)
        }
        (FactKind::YesNo, Value::YesNo(_)) => Ok(()),
        (FactKind::Word, Value::Word(word)) if unknown_word(word) => {
            Err(Impossible::NotAValue(*word))
        }
        (FactKind::Word, Value::Word(_)) => Ok(()),
        (FactKind::Words, Value::Words(words)) => words
            .iter()
            .copied()
            .find(unknown_word)
            .map_or(Ok(()), |word| Err(Impossible::NotAValue(word))),
        _ => Err(Impossible::WrongKind),
    }
}
