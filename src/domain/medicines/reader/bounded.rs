//! Owns what a bound does to the number beside it: at least, at most, about.
//! May use: the reader, the phrases, tokens, the vocabulary. Must not: know medicines.

use super::Reader;
use super::bounds::{self, Bound};
use super::figures::LEAST_MINUTES;
use crate::domain::medicines::amounts::{Part, Span};
use crate::domain::medicines::tokens::Kind;
use crate::domain::medicines::vocabulary::Meaning;

/// From so many on, "about" leaves the number open, by this share of it and at least by one.
const LEAST_ABOUT: f64 = 4.0;
const ABOUT_SHARE: f64 = 0.2;

/// How much more "at least" can sensibly be: people who took far more name another number. Ours: half as much again, and
/// with tablets at least one.
fn more_of(least: f64) -> f64 {
    (least / 2.0).ceil().max(1.0)
}

impl Reader<'_> {
    /// Whether a number follows, in figures or words, bounded or not.
    pub(super) fn begins_number(&self, place: usize) -> bool {
        let is_word = matches!(
            self.meaning(place),
            Some(Meaning::Number(_) | Meaning::Share(_))
        );
        let is_one = self.word(place) == Some("a") || self.meaning(place) == Some(Meaning::Article);
        let bounded = || bounds::before(self.tokens, place);
        self.number(place).is_some()
            || is_word
            || is_one
                && (self.meaning(place + 1) == Some(Meaning::Piece)
                    || self.share(place + 1).is_some())
            || bounded().is_some_and(|(_, after)| self.begins_number(after))
    }

    /// A number within what was said to bound it.
    pub(super) fn bounded(&mut self, span: Span, place: usize, last: usize) -> Span {
        let (bound, first) = match self.bound.take() {
            Some((bound, first)) => (Some(bound), first),
            None => (None, place),
        };
        self.number_at = first;
        match bound {
            Some(Bound::From | Bound::Between) if span.least < span.most => span,
            Some(bound) => self.within(bound, span, last),
            None => span,
        }
    }

    pub(super) fn within(&mut self, bound: Bound, span: Span, last: usize) -> Span {
        match bound {
            Bound::AtMost => span.or(Span::one(0.0)),
            Bound::AtLeast | Bound::From => {
                let typed = self.typed(self.number_at, last);
                self.amount.at_least.extend(typed);
                Span {
                    most: span.most + more_of(span.most),
                    ..span
                }
            }
            Bound::About if span.least >= LEAST_ABOUT => {
                let off = (span.most * ABOUT_SHARE).ceil();
                Span {
                    least: span.least - off,
                    most: span.most + off,
                }
            }
            Bound::About | Bound::Between => span,
        }
    }

    /// "8 or more", "8 tablets at least", "8+".
    pub(super) fn bound_behind(&mut self, place: usize) -> Option<usize> {
        let (bound, after) = match self.kind(place)? {
            Kind::Sign('+') => (Bound::AtLeast, self.plus_behind(place)?),
            // "30 min" are minutes.
            _ if self.word(place) == Some("min") => {
                let number = self.number(place.checked_sub(1)?)?;
                (
                    Bound::AtLeast,
                    (number.value < LEAST_MINUTES).then_some(place + 1)?,
                )
            }
            _ => bounds::behind(self.tokens, place)?,
        };
        if self.begins_number(after) {
            return None;
        }
        let has_number = |part: &Part| part.count.or(part.mg).or(part.times).is_some();
        if self.part.is_empty() {
            self.part = self.amount.parts.pop_if(|part| has_number(part))?;
        }
        if let Some(count) = self.part.count {
            self.part.count = Some(self.within(bound, count, after - 1));
        } else if let Some(times) = self.part.times {
            self.part.times = Some(self.within(bound, times, after - 1));
        } else {
            let mg = self.part.mg?;
            self.part.mg = Some(self.within(bound, mg, after - 1));
        }
        Some(after)
    }

    /// The place after a plus sign that stands close to a number and before nothing that could be added.
    pub(super) fn plus_behind(&self, place: usize) -> Option<usize> {
        let before = self.tokens.get(place.checked_sub(1)?)?;
        let sign = self.tokens.get(place)?;
        let next = self.text.get(sign.end..)?.chars().next();
        let is_close = before.end == sign.start && !next.is_some_and(char::is_alphanumeric);
        (is_close && self.number(place - 1).is_some()).then_some(place + 1)
    }
}
