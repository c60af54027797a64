//! Owns whether a text says that a medicine was taken: "none", "0", "keine" and "n/a" say no; a bare "yes" or "x" says
//! that something was taken, and not what. Also where a list in one cell is cut.
//! May use: names, amounts through `typed`, the vocabulary. Must not: count.

use super::names::{self, Found};
use super::reader::bounds;
use super::tokens::{Kind, Token, tokens};
use super::typed;
use super::vocabulary::{Meaning, is_food, meaning};
use crate::domain::spelling::folded;

/// What a text says about a medicine.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Told {
    /// Nothing was typed.
    Nothing,
    NotTaken,
    /// Something was taken, and what it was is not said.
    Unnamed,
    Taken,
}

/// Reads a name and an amount as they were typed into two fields.
pub fn told(name: &str, amount: &str) -> Told {
    let whole = format!("{name}\n{amount}");
    let plain = folded(whole.trim());
    if plain.is_empty() {
        return Told::Nothing;
    }
    if says_no_by_signs(&whole) || says_no_by_signs(amount) {
        return Told::NotTaken;
    }
    let tokens = tokens(whole.trim());
    if let (
        [
            Token {
                kind: Kind::Word(word),
                ..
            },
        ],
        "",
    ) = (tokens.as_slice(), amount.trim())
        && let Some(said) = bare_letter(word)
    {
        return said;
    }
    if says_nothing(&tokens) {
        return Told::Nothing;
    }
    if !may_say_no(&tokens) && tokens.iter().any(names::may_be_a_name) {
        // Most lines: a name and an amount. A long diary has thousands of them.
        return Told::Taken;
    }
    // Of a medicine that nobody knows, the amount alone can say it: "Xyzol", "not taken".
    if !name.trim().is_empty() && told("", amount) == Told::NotTaken {
        return Told::NotTaken;
    }
    let found = names::names(&tokens);
    let is_named = found.iter().any(Found::is_medicine);
    let is_name = |found: &Found| found.is_medicine() || found.denied_by.is_some();
    let rest: Vec<&Token> = tokens
        .iter()
        .enumerate()
        .filter(|(place, _)| {
            !found
                .iter()
                .any(|found| is_name(found) && (found.first..found.after).contains(place))
        })
        .map(|(_, token)| token)
        .collect();
    let read = typed::read(name, amount);
    if !read.is_empty() && read.iter().all(|typed| typed.is_nothing) {
        return Told::NotTaken;
    }
    // "Ibuprofen, none; paracetamol": the "none" is about one of them.
    let is_one_of_several = found.iter().filter(|found| is_name(found)).count() > 1;
    // "No ibuprofen, paracetamol 500 mg" says "no" to one of them as well.
    let is_of_another =
        |place: usize| is_named && found.iter().any(|found| found.denied_by == Some(place));
    let words = || rest.iter().filter_map(|token| word(token));
    // "No more than 2" is no "no".
    let says_no = (0..tokens.len()).any(|place| {
        says_not(&tokens, place)
            && bounds::before(&tokens, place).is_none()
            && (place == 0 || !is_one_of_several)
            && !is_of_another(place)
    });
    let says_more = words().any(|word| meaning(word).is_none() || is_amount(word));
    let counted = counts_something(&rest, is_named);
    if says_no && !says_more && !counted {
        return Told::NotTaken;
    }
    let only_yes = !is_named && words().all(says_only_yes) && !rest.is_empty();
    match only_yes {
        true => Told::Unnamed,
        false => Told::Taken,
    }
}

/// "?", "maybe", "not sure": nobody knows.
fn says_nothing(tokens: &[Token]) -> bool {
    let is_doubt = |token: &Token| match &token.kind {
        Kind::Sign(sign) => *sign == '?',
        Kind::Word(word) => matches!(meaning(word), Some(Meaning::Doubt | Meaning::Instead)),
        Kind::Number(_) => false,
    };
    let says_no_more = |token: &Token| match &token.kind {
        Kind::Sign(sign) => *sign != '✓',
        Kind::Word(word) => matches!(meaning(word), Some(Meaning::Not | Meaning::Filler)),
        Kind::Number(_) => false,
    };
    tokens.iter().any(is_doubt)
        && tokens
            .iter()
            .all(|token| is_doubt(token) || says_no_more(token))
}

/// A letter alone is a "no" or a "yes" of a table, or the beginning of a name that is still being typed.
fn bare_letter(word: &str) -> Option<Told> {
    let is_letter = word.len() == 1;
    match word {
        _ if !is_letter || says_only_yes(word) => None,
        "n" => Some(Told::NotTaken),
        _ => Some(Told::Nothing),
    }
}

/// A word for "no". "Without food" and "ohne retard" are none: what was left out is not the medicine.
fn says_not(tokens: &[Token], place: usize) -> bool {
    let after = &tokens[place + 1..];
    // "No breakfast" and "not with food" are about the food.
    let joins = |token: &&Token| word(token).is_some_and(is_with);
    let content = after.iter().find(|token| !joins(token));
    if content.and_then(|token| word(&token)).is_some_and(is_food) {
        return false;
    }
    let is_about_the_medicine = || match after.first().map(|token| &token.kind) {
        Some(Kind::Word(word)) => {
            let found = names::names(after);
            matches!(meaning(word), Some(Meaning::AnyMedicine | Meaning::Yes))
                || found
                    .iter()
                    .any(|found| found.is_medicine() && found.first == 0)
        }
        _ => true,
    };
    // "Never without".
    let is = |place: usize, wanted| {
        tokens
            .get(place)
            .is_some_and(|token| names::is(token, wanted))
    };
    let is_twice = |not: usize| is(not, Meaning::Not) && is(not + 1, Meaning::Without);
    if is_twice(place) || place.checked_sub(1).is_some_and(is_twice) {
        return false;
    }
    names::is(&tokens[place], Meaning::Not)
        || names::is(&tokens[place], Meaning::Without) && is_about_the_medicine()
}

fn is_with(word: &str) -> bool {
    let known = "with on any mit zu avec au con a com met till med pa z";
    known.split(' ').any(|known| known == word)
}

/// A word for "no", or a number that is none.
fn may_say_no(tokens: &[Token]) -> bool {
    tokens.iter().any(|token| match &token.kind {
        Kind::Number(number) => number.value == 0.0,
        Kind::Word(word) => matches!(
            meaning(word),
            Some(Meaning::Not | Meaning::Without | Meaning::Number(0.0))
        ),
        Kind::Sign(_) => false,
    })
}

fn word<'a>(token: &&'a Token) -> Option<&'a str> {
    match &token.kind {
        Kind::Word(word) => Some(word),
        Kind::Number(_) | Kind::Sign(_) => None,
    }
}

/// "n/a", "–", "./.", "Ø": signs alone.
fn says_no_by_signs(text: &str) -> bool {
    let letters: String = text
        .chars()
        .filter(|letter| !letter.is_whitespace())
        .flat_map(char::to_lowercase)
        .collect();
    let is_sign = |letter: char| {
        matches!(
            letter,
            '-' | '–' | '—' | '−' | '_' | '/' | '\\' | '✗' | '✘' | '❌' | '✖' | '∅' | 'ø'
        )
    };
    // Strokes are counted: "////" are four.
    let are_strokes = letters.len() > 2 && letters.chars().all(|letter| letter == '/');
    matches!(letters.as_str(), "n/a" | "n.a." | "n.a")
        || !are_strokes
            && letters.chars().any(is_sign)
            && letters
                .chars()
                .all(|letter| is_sign(letter) || letter == '.')
}

/// A word that says that an amount follows or came before, so that "no" beside it is about something else.
fn is_amount(word: &str) -> bool {
    matches!(
        meaning(word),
        Some(
            Meaning::Vague
                | Meaning::Many
                | Meaning::Pack
                | Meaning::Every
                | Meaning::Share(_)
                | Meaning::Longer
                | Meaning::Bound
                | Meaning::Doubt
        )
    )
}

/// A number of tablets, apart from the strength that belongs to a name.
fn counts_something(rest: &[&Token], is_named: bool) -> bool {
    let mut tokens = rest.iter().peekable();
    while let Some(token) = tokens.next() {
        let value = match &token.kind {
            Kind::Number(number) => number.value,
            Kind::Word(word) => match meaning(word) {
                Some(Meaning::Number(value)) => value,
                _ => continue,
            },
            Kind::Sign(_) => continue,
        };
        let unit = tokens
            .peek()
            .and_then(|token| word(token))
            .and_then(meaning);
        let is_strength = is_named && (matches!(unit, Some(Meaning::Mass(_))) || value >= 25.0);
        if value > 0.0 && !is_strength {
            return true;
        }
    }
    false
}

/// "Yes", "x", "taken", "a painkiller", "some".
fn says_only_yes(word: &str) -> bool {
    matches!(word, "y" | "j" | "x" | "o" | "s" | "a")
        || matches!(
            meaning(word),
            Some(
                Meaning::Yes
                    | Meaning::Filler
                    | Meaning::More
                    | Meaning::AnyMedicine
                    | Meaning::Article
                    | Meaning::Piece
                    | Meaning::Number(_)
                    | Meaning::Vague
                    | Meaning::Times
                    | Meaning::ADay(_)
            )
        )
}

/// The medicines of a list in one text, each as it was typed. A decimal comma parts nothing, and what cannot be the name
/// of a medicine ("at night", "2 tablets") stays with the medicine before it.
pub fn list(text: &str) -> Vec<&str> {
    let tokens = tokens(text);
    let found = names::names(&tokens);
    let separators: Vec<usize> = (0..tokens.len())
        .filter(|place| parts(&tokens, *place).is_some())
        .collect();
    let has_medicine = |from: usize, to: usize| {
        found
            .iter()
            .any(|found| found.is_medicine() && (from..to).contains(&found.first))
    };
    let has_name = |from: usize, to: usize| {
        let is_found = |place: usize| {
            found
                .iter()
                .any(|found| (found.first..found.after).contains(&place))
        };
        has_medicine(from, to)
            || (from..to).any(|place| {
                !is_found(place) && tokens.get(place).is_some_and(names::may_be_a_name)
            })
    };
    let mut pieces = Vec::new();
    let mut from = 0;
    for (nth, place) in separators.iter().enumerate() {
        let next = separators.get(nth + 1).copied().unwrap_or(tokens.len());
        // The sign inside a name, such as "paracetamol/codeine", parts nothing.
        let inside = found
            .iter()
            .any(|found| (found.first..found.after).contains(place));
        let is_border = !inside
            && match parts(&tokens, *place) {
                Some(Border::Strong) => has_name(place + 1, next) && has_name(from, *place),
                Some(Border::Weak) => has_medicine(place + 1, next) && has_medicine(from, *place),
                None => false,
            };
        if is_border {
            pieces.push((from, *place));
            from = place + 1;
        }
    }
    pieces.push((from, tokens.len()));
    let slice = |(from, to): (usize, usize)| {
        let piece = tokens.get(from..to)?;
        text.get(piece.first()?.start..piece.last()?.end)
    };
    pieces
        .into_iter()
        .filter_map(slice)
        .map(str::trim)
        .filter(|piece| !piece.is_empty())
        .collect()
}

enum Border {
    /// Parts a list.
    Strong,
    /// Parts two medicines that are both known: it may stand inside a name or an amount as well.
    Weak,
}

fn parts(tokens: &[Token], place: usize) -> Option<Border> {
    let token = tokens.get(place)?;
    match &token.kind {
        Kind::Sign(',' | ';') => Some(Border::Strong),
        Kind::Sign('+' | '/' | '&') => Some(Border::Weak),
        _ if names::is(token, Meaning::And) => Some(Border::Weak),
        _ => None,
    }
}
