//! Owns the named facts about a person; what was not said is absent, and absent means unknown.
//! May use: knowledge. Must not: evaluate conditions, guess or repair values.

use std::collections::BTreeSet;

use crate::domain::collections::Gather;
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
    /// A set that is known in part: these are in it, and about every other word nothing is known.
    AtLeast(BTreeSet<Word>),
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

/// What the person's diary says about a fact.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Noted {
    pub fact: FactId,
    pub number: f64,
    /// On so many days it was noted, of those that the fact is about.
    pub days: usize,
    pub of: usize,
    /// It is the value of the fact, because the person gave no answer that counts.
    pub used: bool,
}

/// The facts about one person. Two of them are equal when the same things are known.
#[derive(Debug, Clone, PartialEq)]
pub struct Facts {
    /// By the place of the fact.
    values: Vec<Option<Value>>,
    /// What the diary says besides, used or not.
    noted: Vec<Noted>,
}

impl Default for Facts {
    fn default() -> Self {
        Self {
            values: vec![None; knowledge::FACTS.len()],
            noted: Vec::new(),
        }
    }
}

impl Facts {
    /// The value of a fact; none when it is unknown.
    pub fn get(&self, id: FactId) -> Option<&Value> {
        self.values.get(id.place()).and_then(Option::as_ref)
    }

    /// Whether a fact is known as a whole. A set that is known in part is not.
    pub fn is_known(&self, id: FactId) -> bool {
        !matches!(self.get(id), None | Some(Value::AtLeast(_)))
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

    /// The words of a set that is known as a whole.
    pub fn words(&self, id: FactId) -> Option<&BTreeSet<Word>> {
        match self.get(id)? {
            Value::Words(words) => Some(words),
            _ => None,
        }
    }

    /// The words that are known to be in a set, as a whole or in part.
    pub fn known_words(&self, id: FactId) -> impl Iterator<Item = Word> + '_ {
        let words = match self.get(id) {
            Some(Value::Words(words) | Value::AtLeast(words)) => Some(words),
            _ => None,
        };
        words.into_iter().flatten().copied()
    }

    /// Whether a word is in a set; unknown while nobody said.
    pub fn is_in(&self, id: FactId, word: Word) -> Option<bool> {
        match self.get(id)? {
            Value::Words(words) => Some(words.contains(&word)),
            Value::AtLeast(words) => words.contains(&word).then_some(true),
            _ => None,
        }
    }

    /// Whether a word is known to be in a set; an unknown set holds nothing.
    pub fn holds(&self, id: FactId, word: Word) -> bool {
        self.is_in(id, word) == Some(true)
    }

    /// The same set with more words known to be in it: it stays known as a whole, or known in part.
    pub fn with_words(&self, id: FactId, more: impl IntoIterator<Item = Word>) -> Option<Value> {
        let mut words: BTreeSet<Word> = self.known_words(id).gather();
        words.extend(more);
        match self.is_known(id) {
            true => Some(Value::Words(words)),
            false => (!words.is_empty()).then_some(Value::AtLeast(words)),
        }
    }

    /// What the diary says about a fact; none while too few days have a note.
    pub fn noted(&self, id: FactId) -> Option<&Noted> {
        self.noted.iter().find(|noted| noted.fact == id)
    }

    /// Takes in what the diary says. Where nothing else is known and `fits` allows it, it is the value of the fact.
    pub fn hear_diary(&mut self, noted: &[Noted], fits: impl Fn(&Noted, &Facts) -> bool) {
        for each in noted {
            let used = !self.is_known(each.fact)
                && fits(each, self)
                && self.set(each.fact, Value::Number(each.number)).is_ok();
            self.noted.push(Noted { used, ..*each });
        }
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
        (FactKind::Words, Value::Words(words) | Value::AtLeast(words)) => words
            .iter()
            .copied()
            .find(unknown_word)
            .map_or(Ok(()), |word| Err(Impossible::NotAValue(word))),
        _ => Err(Impossible::WrongKind),
    }
}
