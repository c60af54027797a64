//! Owns reading an amount: figures, units and words become the parts of an amount.
//! May use: tokens, the vocabulary, amounts. Must not: know medicines, fill in a number that was not typed.

mod bounded;
pub(super) mod bounds;
mod clocks;
mod figures;
mod open;
mod packs;
mod strengths;

use super::amounts::{Amount, Part, Sense, Span};
use super::tokens::{Kind, Number, Token};
use super::vocabulary::{Meaning, is_food, meaning};
use bounds::Bound;
use figures::is_up_to;
use packs::is_out_of;

/// Reads the tokens of an amount. `skipped` are those of names.
pub fn read(text: &str, tokens: &[Token], skipped: &dyn Fn(usize) -> bool, sense: Sense) -> Amount {
    let mut reader = Reader {
        text,
        tokens,
        sense,
        amount: Amount::default(),
        part: Part::default(),
        is_linked: false,
        every: false,
        at: false,
        bound: None,
        is_instead: false,
        is_cap: false,
        number_at: 0,
        clocks_may_count: false,
        clocks: Vec::new(),
    };
    reader.clocks_may_count = reader.may_count_clocks();
    let mut place = 0;
    while place < tokens.len() {
        place = if skipped(place) {
            place + 1
        } else {
            reader.step(place)
        };
    }
    reader.end_part(false);
    reader.each_time_once();
    reader.amount
}

struct Reader<'a> {
    text: &'a str,
    tokens: &'a [Token],
    sense: Sense,
    amount: Amount,
    part: Part,
    /// The next count multiplies the one before.
    is_linked: bool,
    every: bool,
    at: bool,
    /// What bounds the next number, and where its phrase begins.
    bound: Option<(Bound, usize)>,
    /// The next number may have been meant instead of the last one, or is the most of all.
    is_instead: bool,
    is_cap: bool,
    /// Where the last number began, with what bounds it.
    number_at: usize,
    /// "2 am" may be two in the morning; and where times of the day stand.
    clocks_may_count: bool,
    clocks: Vec<usize>,
}

impl Reader<'_> {
    fn kind(&self, place: usize) -> Option<&Kind> {
        self.tokens.get(place).map(|token| &token.kind)
    }

    fn number(&self, place: usize) -> Option<Number> {
        match self.kind(place)? {
            Kind::Number(number) => Some(*number),
            Kind::Word(_) | Kind::Sign(_) => None,
        }
    }

    fn is_sign(&self, place: usize, sign: char) -> bool {
        self.kind(place) == Some(&Kind::Sign(sign))
    }

    fn word(&self, place: usize) -> Option<&str> {
        match self.kind(place)? {
            Kind::Word(word) => Some(word),
            Kind::Number(_) | Kind::Sign(_) => None,
        }
    }

    fn meaning(&self, place: usize) -> Option<Meaning> {
        self.word(place).and_then(meaning)
    }

    /// What stands from one token to another, as it was typed.
    fn typed(&self, first: usize, last: usize) -> Option<String> {
        let (first, last) = (self.tokens.get(first)?, self.tokens.get(last)?);
        self.text.get(first.start..last.end).map(str::to_owned)
    }

    fn unread(&mut self, first: usize, last: usize) {
        let typed = self.typed(first, last);
        self.amount.unread.extend(typed);
    }

    /// Ends a part and begins the next one.
    fn end_part(&mut self, plus: bool) {
        let again = self.part.again;
        if !self.part.is_empty() {
            self.amount.parts.push(self.part);
        }
        self.part = Part {
            plus,
            again,
            ..Part::default()
        };
        self.is_linked = false;
    }

    /// Reads what begins at a token; returns the place after it.
    fn step(&mut self, place: usize) -> usize {
        if let Some(after) = self.pack(place) {
            return after;
        }
        if let Some(after) = self.bound_behind(place) {
            return after;
        }
        if let Some((bound, after)) = bounds::before(self.tokens, place)
            && !self.is_of_a_pack(place)
            && self.begins_number(after)
        {
            // "At least about 8" is at least 8.
            let (_, first) = *self.bound.get_or_insert((bound, place));
            if bound != Bound::About {
                self.bound = Some((bound, first));
            }
            self.is_cap = bound == Bound::AtMost && !is_up_to(self.word(place));
            return after;
        }
        match self.kind(place) {
            Some(Kind::Number(_)) => self.figures(place),
            Some(Kind::Sign(sign)) => {
                self.sign(*sign, place);
                place + 1
            }
            Some(Kind::Word(_)) => self.words(place),
            None => place + 1,
        }
    }

    fn sign(&mut self, sign: char, place: usize) {
        match sign {
            '+' | '&' => self.end_part(true),
            ',' | ';' | '/' | '-' => self.end_part(false),
            '(' | '=' => {
                self.end_part(false);
                self.part.again = true;
            }
            ')' => {
                self.end_part(false);
                self.part.again = false;
            }
            '×' => self.is_linked = true,
            '?' => {
                self.unread(place, place);
                match place.checked_sub(1).is_some_and(|before| self.adds(before)) {
                    true => self.perhaps_more(),
                    false => self.doubted(),
                }
            }
            '<' | '>' => self.unread(place, place),
            '%' if !self.sense.is_name => self.unread(place, place),
            _ => {}
        }
    }

    fn words(&mut self, place: usize) -> usize {
        let next = place + 1;
        match self.meaning(place) {
            Some(Meaning::Number(value)) => return self.number_word(value, place),
            // "half an hour before food".
            Some(Meaning::Share(_)) if let Some(hour) = self.hour_behind(next) => return hour + 1,
            Some(Meaning::Share(value)) => {
                let count = self.bounded(Span::one(value), place, place);
                self.count(count, false);
            }
            Some(Meaning::Article) if self.is_piece_alone(next) => {
                let count = self.bounded(Span::one(1.0), place, next);
                self.count(count, false);
            }
            Some(Meaning::Range) if self.word(place) == Some("a") => match self.meaning(next) {
                Some(Meaning::Piece) if self.part.count.is_none() => {
                    let count = self.bounded(Span::one(1.0), place, next);
                    self.count(count, false);
                }
                Some(Meaning::Piece | Meaning::ADay(_) | Meaning::Share(_)) => {}
                // "2 à 500 mg": two of them.
                _ => self.is_linked = true,
            },
            // "8 tablets of 24": how many the pack held is not how many were taken.
            _ if self.is_of_a_pack(place) => {
                let size = self.size_of_pack(place).unwrap_or(next);
                self.unread(place, size);
                return size + 1;
            }
            // "8 from a pack".
            _ if self.word(place).is_some_and(is_out_of)
                && self.part.count.is_some()
                && (next..next + 3).any(|at| self.meaning(at) == Some(Meaning::Pack)) => {}
            // "6, not 8".
            Some(Meaning::Not | Meaning::Without) if self.number(next).is_some() => {
                self.unread(place, next);
                return next + 1;
            }
            Some(Meaning::Not | Meaning::Without | Meaning::Wish)
                if let Some(after) = self.not_counted(place) =>
            {
                return after;
            }
            // "8, or was it 9", "6, maybe 8".
            Some(Meaning::Range) => self.is_instead = true,
            Some(Meaning::Instead) => {
                self.is_instead = true;
                self.in_doubt(place);
            }
            Some(Meaning::Doubt) => self.in_doubt(place),
            Some(Meaning::More) => return self.more(place),
            Some(Meaning::ADay(times)) => self.a_day(Span::one(times)),
            Some(Meaning::Times) => self.is_linked = true,
            Some(Meaning::Every) => self.every = true,
            // "2 with each meal": how often is not said.
            Some(Meaning::Filler)
                if self.every && !self.sense.is_name && self.word(place).is_some_and(is_food) =>
            {
                self.every = false;
                self.unread(place, place);
            }
            // "1 every hour", "1 hourly".
            Some(Meaning::Hour) if !self.sense.is_name => self.hour(place),
            Some(Meaning::At) => {
                self.at = self.number(next).is_some();
            }
            Some(Meaning::And) => self.end_part(true),
            Some(Meaning::Vague) => self.unread(place, place),
            Some(Meaning::Many) => {
                self.unread(place, place);
                self.amount.has_no_end = true;
            }
            Some(
                Meaning::Not
                | Meaning::Without
                | Meaning::Longer
                | Meaning::OtherUnit
                | Meaning::Pack
                | Meaning::Wish
                | Meaning::Bound,
            )
            | None
                if !self.sense.is_name =>
            {
                self.unread(place, place);
            }
            _ => {}
        }
        next
    }

    /// A number in words, with what belongs to it: "two to three", "one and a half", "one half".
    fn number_word(&mut self, value: f64, place: usize) -> usize {
        let next = place + 1;
        if self.word(place) == Some("one") && self.part.count.is_some() {
            return self.and_a_half(next);
        }
        if let Some(share) = self.share(next) {
            let count = self.bounded(Span::one(value * share), place, next);
            self.count(count, false);
            return next + 1;
        }
        let (mut count, mut after) = (Span::one(value), next);
        while let Some((other, end)) = self.other_end(after) {
            count = count.or(Span::one(other.value));
            after = end;
        }
        let linked = self.meaning(after) == Some(Meaning::Times);
        let count = self.bounded(count, place, after - 1);
        self.count(count, linked);
        self.and_a_half(after)
    }

    fn share(&self, place: usize) -> Option<f64> {
        match self.meaning(place)? {
            Meaning::Share(share) => Some(share),
            _ => None,
        }
    }

    /// "a tablet", and not "half a tablet".
    fn is_piece_alone(&self, place: usize) -> bool {
        self.part.count.is_none() && self.meaning(place) == Some(Meaning::Piece)
    }

    /// "one and a half".
    fn and_a_half(&mut self, place: usize) -> usize {
        let is_and = self.meaning(place) == Some(Meaning::And);
        let is_one = |place: usize| {
            matches!(
                self.meaning(place),
                Some(Meaning::Article | Meaning::Range | Meaning::Number(1.0))
            )
        };
        let at = place + 1 + usize::from(is_one(place + 1));
        match self.share(at).filter(|_| is_and) {
            Some(share) => {
                self.part.count = self.part.count.map(|count| count.plus(Span::one(share)));
                at + 1
            }
            None => place,
        }
    }

    fn a_day(&mut self, times: Span) {
        // Standing alone it says how often the part before was taken: "2 tablets, twice a day".
        let alone = self.part.is_empty();
        let last = self.amount.parts.last_mut().filter(|_| alone);
        let part = last.unwrap_or(&mut self.part);
        if alone && times == Span::one(1.0) && part.is_empty() {
            return;
        }
        part.times = Some(part.times.map_or(times, |known| known.times(times)));
    }

    fn count(&mut self, count: Span, linked: bool) {
        let is_instead = std::mem::take(&mut self.is_instead);
        let is_cap = std::mem::take(&mut self.is_cap) && !linked;
        if (is_instead || is_cap) && self.instead(count, is_cap) {
            return;
        }
        if let Some(before) = self.part.count {
            if linked || self.is_linked {
                self.part.count = Some(before.times(count));
            } else {
                self.end_part(true);
                self.part.count = Some(count);
            }
        } else if linked && self.part.is_empty() && self.is_more_of_the_last() {
            // "2 tablets, 3 times".
            self.a_day(count);
        } else {
            self.part.count = Some(count);
        }
        self.is_linked = linked;
    }

    /// Puts another number in the place of what was counted so far: one of the two ("6, maybe 8"), or at most that much in
    /// all ("1-2, max 8"). Only where nothing but numbers was typed.
    fn instead(&mut self, count: Span, is_cap: bool) -> bool {
        let parts = self.amount.parts.iter().chain([&self.part]);
        let parts: Vec<&Part> = parts.filter(|part| !part.is_empty()).collect();
        let numbers: Option<Vec<Span>> = parts.iter().map(|part| part.number()).collect();
        let has_strength = parts
            .iter()
            .any(|part| part.mg.is_some() || part.ml.is_some());
        let numbers = numbers.filter(|_| !has_strength).unwrap_or_default();
        let (Some(last), Some(all)) = (
            numbers.last().copied(),
            numbers.into_iter().reduce(Span::plus),
        ) else {
            return false;
        };
        let count = match is_cap {
            true => Span {
                most: count.most.max(all.least),
                ..all
            },
            // The last number, or this one.
            false => Span {
                least: all.least - last.least + last.least.min(count.least),
                most: all.most - last.most + last.most.max(count.most),
            },
        };
        self.amount.parts.clear();
        self.part = Part {
            count: Some(count),
            ..Part::default()
        };
        true
    }

    fn is_more_of_the_last(&self) -> bool {
        !self.part.plus
            && self
                .amount
                .parts
                .last()
                .is_some_and(|part| part.count.is_some())
    }

    fn mg(&mut self, mg: Span) {
        if self.part.mg.is_some() {
            self.end_part(false);
        }
        self.part.mg = Some(mg);
        self.is_linked = false;
    }
}
