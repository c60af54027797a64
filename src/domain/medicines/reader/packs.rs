//! Owns packs in an amount: how much "half a packet" is nobody knows, and "8 from a pack of 24" are eight.
//! May use: the reader, tokens, the vocabulary. Must not: know medicines.

use super::Reader;
use crate::domain::medicines::tokens::Kind;
use crate::domain::medicines::vocabulary::Meaning;

/// A label says how many tablets a pack holds; nobody sells fewer than this, and nobody takes so many packs.
const LEAST_IN_A_PACK: f64 = 4.0;

/// Words behind a number and before that of the pack it came out of: "8 of 24", "8 out of a box".
pub(super) fn is_out_of(word: &str) -> bool {
    matches!(
        word,
        "of" | "out" | "from" | "von" | "aus" | "de" | "sur" | "di" | "da" | "su" | "van" | "uit"
    )
}

impl Reader<'_> {
    /// "half a packet", "2 whole strips", "a box of 16": nobody knows how many these are. "8 from a pack of 24" are eight.
    pub(super) fn pack(&mut self, place: usize) -> Option<usize> {
        let is_whole = |word: &str| {
            matches!(
                word,
                "whole"
                    | "full"
                    | "entire"
                    | "ganze"
                    | "ganzen"
                    | "ganzes"
                    | "ganzer"
                    | "volle"
                    | "entiere"
                    | "entier"
                    | "entera"
                    | "entero"
                    | "intera"
                    | "intero"
                    | "hele"
                    | "of"
                    | "einer"
                    | "eines"
                    | "einem"
            )
        };
        let mut after = place;
        let mut is_amount = !self.sense.is_name;
        while self.meaning(after) != Some(Meaning::Pack) {
            let leads = match self.kind(after)? {
                Kind::Number(number) => number.value < LEAST_IN_A_PACK,
                Kind::Word(word) => {
                    word == "a"
                        || is_whole(word)
                        || matches!(
                            self.meaning(after),
                            Some(Meaning::Article | Meaning::Share(_) | Meaning::Number(_))
                        )
                }
                Kind::Sign(_) => false,
            };
            if !leads || after - place > 4 {
                return None;
            }
            is_amount = true;
            after += 1;
        }
        if !is_amount {
            return None;
        }
        let before = place.checked_sub(1).and_then(|before| self.word(before));
        let is_its_size = self.part.number().is_some() && before.is_some_and(is_out_of);
        if self.word(after + 1).is_some_and(is_out_of) && self.number(after + 2).is_some() {
            after += 2;
        }
        if !is_its_size {
            let first = self.bound.take().map_or(place, |(_, first)| first);
            self.unread(first, after);
            self.amount.has_no_end = true;
        }
        Some(after + 1)
    }

    /// "of 24" behind a number: too little to be a strength. "7 of 8" is Dutch for seven or eight.
    pub(super) fn is_of_a_pack(&self, place: usize) -> bool {
        self.size_of_pack(place).is_some()
    }

    /// The place of the number in it: "of my 24".
    pub(super) fn size_of_pack(&self, place: usize) -> Option<usize> {
        if !self.word(place).is_some_and(is_out_of) || self.part.count.is_none() {
            return None;
        }
        let is_filler = matches!(
            self.meaning(place + 1),
            Some(Meaning::Filler | Meaning::Article)
        );
        let at = place + 1 + usize::from(is_filler);
        let is_weight = matches!(
            self.meaning(at + 1),
            Some(Meaning::Mass(_) | Meaning::Volume(_))
        );
        let is_few = self.number(at)?.value < self.sense.bare_strength;
        (is_few && !is_weight).then_some(at)
    }
}
