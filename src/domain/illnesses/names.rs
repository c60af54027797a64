//! Owns cutting a typed text into words, and finding the names of illnesses among them.
//! May use: the table of illnesses, spelling. Must not: read what stands around a name.

use crate::domain::spelling::{folded, slips};
use crate::knowledge::{ILLNESSES, Illness};

/// A piece of a text.
#[derive(Debug, PartialEq)]
pub(super) enum Piece {
    Word {
        /// Small letters and figures, without accents.
        text: String,
        /// Typed with two capitals or more, as abbreviations are.
        in_capitals: bool,
    },
    /// "?"
    Doubt,
    /// A comma.
    Comma,
    /// The end of a sentence or of an entry of a list.
    End,
}

/// A name that was found.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Found {
    pub illness: &'static Illness,
    /// The first piece of it, and the one after its last.
    pub first: usize,
    pub after: usize,
}

/// Cuts a text. Hyphens, slashes and brackets only part words, an apostrophe does not.
pub(super) fn pieces(text: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut word = String::new();
    let letters: Vec<char> = text.chars().collect();
    // How many letters of the word stand since its start, or since a mark inside it.
    let mut run = 0;
    for (place, letter) in letters.iter().copied().enumerate() {
        let next = letters.get(place + 1).copied().unwrap_or(' ');
        match letter {
            '\'' | '’' | '`' => continue,
            // "V.a.", "D.V.T." and "r/o" are one word.
            '.' | '/' if run == 1 && next.is_alphabetic() => {
                run = 0;
                continue;
            }
            _ if letter.is_alphanumeric() || matches!(u32::from(letter), 0x300..=0x36f) => {
                word.push(letter);
                run += 1;
                continue;
            }
            _ => {}
        }
        let short = word.chars().count() <= 2;
        end_word(&mut word, &mut pieces);
        run = 0;
        match letter {
            '?' | '¿' | '？' => pieces.push(Piece::Doubt),
            ',' | '，' | '、' => pieces.push(Piece::Comma),
            ';' | '\n' | '•' | '!' | '|' => pieces.push(Piece::End),
            // Not after "Dr." or "St.".
            '.' if !short && next.is_whitespace() => pieces.push(Piece::End),
            _ => {}
        }
    }
    end_word(&mut word, &mut pieces);
    pieces
}

fn end_word(word: &mut String, pieces: &mut Vec<Piece>) {
    if !word.is_empty() {
        pieces.push(Piece::Word {
            text: folded(word),
            in_capitals: word.chars().filter(|letter| letter.is_uppercase()).count() > 1,
        });
        word.clear();
    }
}

/// Letters up to which a name is an abbreviation: it counts in capitals, or when nothing else was typed.
const SHORT: usize = 3;

/// Every name in a text, the longest where they overlap.
pub(super) fn names(pieces: &[Piece]) -> Vec<Found> {
    let mut found = Vec::new();
    let mut place = 0;
    while place < pieces.len() {
        let named = longest(pieces, place);
        place = named.map_or(place + 1, |named| named.after);
        found.extend(named);
    }
    found
}

/// The name with most words that begins here, and among these the one with the fewest slips; nothing when two that mean
/// different things are equally near.
fn longest(pieces: &[Piece], place: usize) -> Option<Found> {
    let Piece::Word { text: first, .. } = &pieces[place] else {
        return None;
    };
    let mut best: Option<(usize, usize, &'static Illness)> = None;
    let mut is_open = false;
    for illness in &ILLNESSES {
        for name in illness.names() {
            if name.as_bytes().first() != first.as_bytes().first() {
                continue;
            }
            let Some((length, slips)) = fits(name, pieces, place) else {
                continue;
            };
            let nearer = best.is_none_or(|(longest, fewest, _)| {
                length > longest || length == longest && slips < fewest
            });
            match best {
                _ if nearer => {
                    best = Some((length, slips, illness));
                    is_open = false;
                }
                Some((longest, fewest, known)) if length == longest && slips == fewest => {
                    is_open |= known.words != illness.words;
                }
                _ => {}
            }
        }
    }
    best.filter(|_| !is_open).map(|(length, _, illness)| Found {
        illness,
        first: place,
        after: place + length,
    })
}

/// How many words a name takes from here on, and how many slips of the pen; nothing when it does not stand here.
fn fits(name: &str, pieces: &[Piece], place: usize) -> Option<(usize, usize)> {
    let (mut length, mut all) = (0, 0);
    for known in name.split(' ') {
        let Piece::Word { text, in_capitals } = pieces.get(place + length)? else {
            return None;
        };
        all += slips_of(text, known)?;
        if name.len() <= SHORT && !in_capitals && pieces.len() > 1 {
            return None;
        }
        length += 1;
    }
    let most = if length > 1 {
        MOST_IN_SEVERAL
    } else {
        MOST_SLIPS
    };
    (all <= most).then_some((length, all))
}

const MOST_SLIPS: usize = 2;
/// In a name of several words.
const MOST_IN_SEVERAL: usize = 3;
/// Fewer letters say too little for a slip to be told from another word.
const LEAST_LETTERS: usize = 6;
/// From so many letters on, two slips are forgiven.
const LONG_LETTERS: usize = 9;

/// The slips in one word; nothing when there are too many.
fn slips_of(typed: &str, known: &str) -> Option<usize> {
    if typed == known {
        return Some(0);
    }
    let most = match known.len() {
        LONG_LETTERS.. => MOST_SLIPS,
        LEAST_LETTERS.. => 1,
        _ => return None,
    };
    // People rarely miss the first letter.
    let is_near = typed.as_bytes().first() == known.as_bytes().first()
        && typed.len().abs_diff(known.len()) <= most;
    is_near
        .then(|| slips(typed, known))
        .filter(|slips| *slips <= most)
}
