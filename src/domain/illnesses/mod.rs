//! Owns which illnesses a typed text names: names, abbreviations and slips (`names`), unless what stands around them says that
//! they are not there, not sure, or somebody else's (`around`).
//! May use: the table of illnesses, spelling. Must not: decide anything; what is recognised is asked, never set.

mod around;
mod names;

use crate::knowledge::Word;

/// The words of `conditions` that a text may mean, in its order, each once.
///
/// Nothing of what is denied ("no diabetes"), in doubt ("?fibro", "may be gout") or about others ("mother had RA").
pub fn recognised(text: &str) -> Vec<Word> {
    let pieces = names::pieces(text);
    let found = names::names(&pieces);
    let mut words: Vec<Word> = Vec::new();
    for found in around::meant(&pieces, &found) {
        for word in found.illness.words {
            if !words.contains(word) {
                words.push(*word);
            }
        }
    }
    words
}
