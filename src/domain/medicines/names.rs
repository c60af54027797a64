//! Owns finding medicines by the names that people type: brands, other languages, slips of the pen.
//! May use: the tables of medicines. Must not: read amounts.

use super::tokens::{Kind, Token};
use super::vocabulary::{Meaning, meaning};
use crate::domain::spelling::slips;
use crate::knowledge::{MEDICINE_NAMES, MedicineName, Named, SUBSTANCES, Substance};

/// A name that was found in a text.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Found {
    pub means: Named,
    /// As the table spells it; none when only its ending is known.
    pub name: Option<&'static str>,
    /// The first token of it, and the one after its last.
    pub first: usize,
    pub after: usize,
    /// It was not typed exactly so.
    pub is_guess: bool,
    /// The token that says that it is not meant: "I never take ibuprofen".
    pub denied_by: Option<usize>,
}

impl Found {
    /// The substances in it.
    pub fn substances(&self) -> Vec<&'static Substance> {
        match self.means {
            Named::Substance(substance) | Named::Brand(substance) => vec![substance],
            Named::Mix(mix) => mix.parts.iter().map(|part| part.substance).collect(),
            Named::OnSkin | Named::Other => Vec::new(),
        }
    }

    pub(super) fn is_medicine(&self) -> bool {
        self.denied_by.is_none() && !matches!(self.means, Named::OnSkin | Named::Other)
    }
}

/// The most words that a name has, the hyphens between them counted.
const LONGEST: usize = 6;

/// Every name in a text, the longest first where they overlap, in the order of the text.
pub(super) fn names(tokens: &[Token]) -> Vec<Found> {
    let mut found = Vec::new();
    let mut place = 0;
    while place < tokens.len() {
        let named = (1..=LONGEST)
            .rev()
            .filter_map(|length| exact(tokens, place, length))
            .next();
        let named = named.or_else(|| alike(tokens, place));
        place = named.map_or(place + 1, |named| named.after);
        found.extend(named);
    }
    deny(tokens, &mut found);
    found
}

/// Marks the names behind a "no": "no ibuprofen or naproxen", "I never take ibuprofen". Only words that take part in
/// saying so may stand between: what is not sure stays a medicine.
fn deny(tokens: &[Token], found: &mut [Found]) {
    let takes_part = |place: usize| {
        let token = tokens.get(place);
        token.is_some_and(|token| {
            matches!(&token.kind, Kind::Word(word) if matches!(word.as_str(), "any" | "more" | "longer" | "mai" | "plus"))
                || [Meaning::Yes, Meaning::AnyMedicine, Meaning::Article].iter().any(|wanted| is(token, *wanted))
        })
    };
    let not = |place: usize| {
        let token = tokens.get(place);
        token.is_some_and(|token| is(token, Meaning::Not) || is(token, Meaning::Without))
    };
    for nth in 0..found.len() {
        let first = found[nth].first;
        let Some(leads) = (0..first).rev().find(|place| !takes_part(*place)) else {
            continue;
        };
        // "Never without ibuprofen".
        let is_denied = not(leads) && !leads.checked_sub(1).is_some_and(not);
        let by_list = nth.checked_sub(1).and_then(|before| {
            let joins = leads + 1 == first && found[before].after == leads;
            found[before].denied_by.filter(|_| {
                joins
                    && tokens
                        .get(leads)
                        .is_some_and(|token| is(token, Meaning::Range))
            })
        });
        found[nth].denied_by = is_denied.then_some(leads).or(by_list);
    }
}

/// A name of so many words, signs that join them counted.
fn exact(tokens: &[Token], place: usize, length: usize) -> Option<Found> {
    let window = tokens.get(place..place + length)?;
    let mut name = String::new();
    for token in window {
        match &token.kind {
            Kind::Word(word) => add(&mut name, joined(word)),
            // "co-codamol" is written with a space in the table.
            Kind::Sign('-') => {}
            Kind::Sign('/' | '+' | '&') => add(&mut name, "+"),
            Kind::Number(number) => add(&mut name, &number.value.to_string()),
            Kind::Sign(_) => return None,
        }
    }
    let ends = |token: &Token| matches!(token.kind, Kind::Word(_) | Kind::Number(_));
    if !window.first().is_some_and(ends) || !window.last().is_some_and(ends) {
        return None;
    }
    let row = row(&name)?;
    Some(Found {
        means: row.means,
        name: Some(row.name),
        first: place,
        after: place + length,
        is_guess: false,
        denied_by: None,
    })
}

fn add(name: &mut String, word: &str) {
    if !name.is_empty() {
        name.push(' ');
    }
    name.push_str(word);
}

/// Words for "and" are written as "+" in the table.
fn joined(word: &str) -> &str {
    match word {
        "and" | "with" | "und" | "mit" | "et" | "avec" | "con" | "y" | "e" => "+",
        other => other,
    }
}

fn row(name: &str) -> Option<&'static MedicineName> {
    let place = MEDICINE_NAMES.binary_search_by(|row| row.name.cmp(name));
    place.ok().and_then(|place| MEDICINE_NAMES.get(place))
}

/// A word that ends as a kind of medicine does, or that is one slip away from a long name and from no other.
fn alike(tokens: &[Token], place: usize) -> Option<Found> {
    let Kind::Word(word) = &tokens.get(place)?.kind else {
        return None;
    };
    if meaning(word).is_some() {
        return None;
    }
    let found = |means, name, is_guess| Found {
        means,
        name,
        first: place,
        after: place + 1,
        is_guess,
        denied_by: None,
    };
    let by_ending = SUBSTANCES.iter().find(|substance| {
        let ends = |ending: &&str| word.len() >= ending.len() + 3 && word.ends_with(ending);
        substance.endings.iter().any(ends)
    });
    let near = near(word);
    match (near, by_ending) {
        (Some(row), _) => Some(found(row.means, Some(row.name), true)),
        (None, Some(substance)) => Some(found(Named::Substance(substance), None, false)),
        (None, None) => None,
    }
}

/// Fewer letters say too little for a slip to be told from another name.
const LEAST_LETTERS: usize = 6;
/// From so many letters on, two slips are forgiven.
const LONG_LETTERS: usize = 9;

/// The one name that is near enough; nothing when two that mean different things are equally near.
fn near(word: &str) -> Option<&'static MedicineName> {
    let letters = word.chars().count();
    if letters < LEAST_LETTERS {
        return None;
    }
    let mut best: Option<(usize, &MedicineName)> = None;
    let mut is_open = false;
    for row in &MEDICINE_NAMES {
        let of_row = row.name.len();
        let most = if of_row >= LONG_LETTERS { 2 } else { 1 };
        // People rarely miss the first letter.
        if of_row < LEAST_LETTERS
            || of_row.abs_diff(letters) > most
            || row.name.as_bytes().first() != word.as_bytes().first()
        {
            continue;
        }
        let slips = slips(word, row.name);
        if slips > most {
            continue;
        }
        match best {
            Some((fewest, _)) if slips > fewest => {}
            Some((fewest, known)) if slips == fewest => is_open |= known.means != row.means,
            _ => {
                best = Some((slips, row));
                is_open = false;
            }
        }
    }
    best.filter(|_| !is_open).map(|(_, row)| row)
}

/// Whether a word can begin the name of a medicine: it is long enough and says nothing about an amount.
pub(super) fn may_be_a_name(token: &Token) -> bool {
    match &token.kind {
        Kind::Word(word) => {
            word.chars().count() >= 3
                && word.chars().all(char::is_alphabetic)
                && meaning(word).is_none()
        }
        _ => false,
    }
}

/// Whether a word says "no" or the like.
pub(super) fn is(token: &Token, wanted: Meaning) -> bool {
    matches!(&token.kind, Kind::Word(word) if meaning(word) == Some(wanted))
}
