//! Owns reading a medicine as people type it: which one it is, how strong, how many.
//! May use: the table of pain medicines. Must not: guess a number that was not typed.

use crate::domain::diary::taken::Taken;
use crate::knowledge::{KNOWN_MEDICINES, KnownMedicine, Substance};

/// What is understood of a medicine as it was typed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Understood {
    pub known: Option<&'static KnownMedicine>,
    /// How many, when a number was typed.
    pub count: Option<f64>,
    /// Milligrams in one, when they were typed.
    pub strength_mg: Option<f64>,
    /// Milligrams in all, when they were typed as the amount.
    total_mg: Option<f64>,
}

/// A number in a text, with what stands beside it.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Number {
    value: f64,
    unit: Unit,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Unit {
    Milligrams,
    /// Tablets and the like, or "times".
    Pieces,
    /// Something that is neither, for instance drops or per cent.
    Other,
    Missing,
}

/// Words after a number that make it a count.
const PIECES: [&str; 19] = [
    "x", "×", "times", "time", "tablet", "tablets", "tab", "tabs", "tbl", "pill", "pills",
    "capsule", "capsules", "caps", "sachet", "sachets", "dose", "doses", "pcs",
];
/// A bare number after a name is a strength from here on ("ibuprofen 400"), and a count below ("ibuprofen 2").
const LEAST_BARE_STRENGTH: f64 = 25.0;

impl Understood {
    /// Reads the name and the amount.
    pub fn of(taken: &Taken) -> Self {
        let name = words(&taken.name);
        let in_name = numbers(&name);
        let in_amount = numbers(&words(&taken.amount));
        let first = |numbers: &[Number], unit| {
            let found = numbers.iter().find(|number| number.unit == unit);
            found.map(|number| number.value)
        };
        let bare = first(&in_name, Unit::Missing);
        let strength_mg = first(&in_name, Unit::Milligrams)
            .or(bare.filter(|value| *value >= LEAST_BARE_STRENGTH));
        let count_in_amount =
            first(&in_amount, Unit::Pieces).or_else(|| first(&in_amount, Unit::Missing));
        let amount_mg = first(&in_amount, Unit::Milligrams);
        Self {
            known: known(&name),
            count: count_in_amount
                .or_else(|| first(&in_name, Unit::Pieces))
                .or(bare.filter(|value| *value < LEAST_BARE_STRENGTH)),
            strength_mg: strength_mg.or(amount_mg),
            total_mg: amount_mg.map(|mg| mg * count_in_amount.unwrap_or(1.0)),
        }
    }

    /// Milligrams of each substance that adds up; unknown when a number for it is missing.
    pub fn contents(self) -> impl Iterator<Item = (&'static Substance, Option<f64>)> {
        let Self {
            count,
            strength_mg,
            total_mg,
            ..
        } = self;
        let swallowed = self.known.filter(|known| !known.on_skin);
        let contains = swallowed.map_or(&[][..], |known| known.contains);
        contains.iter().map(move |(substance, mg)| {
            let mg = match *mg {
                0.0 => total_mg.or_else(|| Some(strength_mg? * count?)),
                fixed => count.map(|count| count * fixed),
            };
            (*substance, mg)
        })
    }
}

/// The medicine whose longest name stands in these words, one after the other.
/// What is put on the skin comes before all names: "diclofenac gel" is a gel.
fn known(typed: &[String]) -> Option<&'static KnownMedicine> {
    let matches = KNOWN_MEDICINES.iter().filter_map(|known| {
        let names = known.names.iter().map(|name| words(name));
        let found = names.filter(|name| {
            typed
                .windows(name.len())
                .any(|part| part == name.as_slice())
        });
        let longest = found.map(|name| name.len()).max()?;
        Some((known.on_skin, longest, known))
    });
    let best = matches.max_by_key(|(on_skin, longest, _)| (*on_skin, *longest));
    best.map(|(_, _, known)| known)
}

/// Words and numbers in lower case. A number is split from letters that touch it: "400mg", "x2".
fn words(text: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut before = Kind::Gap;
    for letter in text.to_lowercase().chars() {
        let kind = kind(letter, before);
        if kind != Kind::Gap {
            match words.last_mut() {
                Some(word) if kind == before => word.push(letter),
                _ => words.push(letter.to_string()),
            }
        }
        before = kind;
    }
    words
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Gap,
    Letter,
    Figure,
}

fn kind(letter: char, before: Kind) -> Kind {
    match letter {
        '0'..='9' | '½' | '¼' | '¾' => Kind::Figure,
        '.' | ',' | '/' if before == Kind::Figure => Kind::Figure,
        _ if letter.is_alphabetic() || matches!(letter, '-' | '×' | '%') => Kind::Letter,
        _ => Kind::Gap,
    }
}

fn numbers(words: &[String]) -> Vec<Number> {
    let mut numbers: Vec<Number> = Vec::new();
    for (place, word) in words.iter().enumerate() {
        let Some(value) = value_of(word) else {
            continue;
        };
        let is_times = |word: &String| matches!(word.as_str(), "x" | "×");
        let before = place.checked_sub(1).and_then(|place| words.get(place));
        let next = words.get(place + 1).map(String::as_str);
        let (value, unit) = match next {
            Some("mg") => (value, Unit::Milligrams),
            Some("g" | "gram" | "grams") => (value * 1000.0, Unit::Milligrams),
            Some(word) if PIECES.contains(&word) => (value, Unit::Pieces),
            _ if before.is_some_and(is_times) => (value, Unit::Pieces),
            Some(word) if value_of(word).is_none() && is_unit(word) => (value, Unit::Other),
            _ => (value, Unit::Missing),
        };
        match numbers.last_mut() {
            // "1 1/2" and "1 ½" are one number.
            Some(whole) if whole.unit == Unit::Missing && value < 1.0 && follows(words, place) => {
                *whole = Number {
                    value: whole.value + value,
                    unit,
                };
            }
            _ => numbers.push(Number { value, unit }),
        }
    }
    numbers
}

/// The word before is a number too.
fn follows(words: &[String], place: usize) -> bool {
    place > 0 && value_of(&words[place - 1]).is_some()
}

fn is_unit(word: &str) -> bool {
    matches!(
        word,
        "ml" | "%" | "drops" | "mcg" | "µg" | "puffs" | "cm" | "h" | "hours" | "pm" | "am"
    )
}

/// "2", "1.5", "1,5", "1/2", "½", "1½". None for "30/500", which says the strengths of two substances.
fn value_of(word: &str) -> Option<f64> {
    let word = word.trim_end_matches(['.', ',', '/']);
    if let Some((over, under)) = word.split_once('/') {
        let (over, under): (f64, f64) = (over.parse().ok()?, under.parse().ok()?);
        return (over > 0.0 && over < under && under <= 4.0).then(|| over / under);
    }
    for (letter, part) in [('½', 0.5), ('¼', 0.25), ('¾', 0.75)] {
        if let Some(whole) = word.strip_suffix(letter) {
            let whole: f64 = if whole.is_empty() {
                0.0
            } else {
                whole.parse().ok()?
            };
            return Some(whole + part);
        }
    }
    // "1,000" is a thousand, "1,5" one and a half.
    let is_thousands = word
        .split_once(',')
        .is_some_and(|(_, rest)| rest.len() == 3 && !rest.contains(','));
    let plain = if is_thousands {
        word.replace(',', "")
    } else {
        word.replace(',', ".")
    };
    let value: f64 = plain.parse().ok()?;
    (value > 0.0 && value < 100_000.0).then_some(value)
}
