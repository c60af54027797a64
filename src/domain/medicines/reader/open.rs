//! Owns what leaves an amount open: doubts, "one more", "wanted 2", and how often a day when nobody said.
//! May use: the reader, bounds, tokens, the vocabulary. Must not: know medicines.

use super::Reader;
use super::bounds::Bound;
use crate::domain::medicines::amounts::{Part, Span};
use crate::domain::medicines::tokens::Kind;
use crate::domain::medicines::vocabulary::Meaning;

/// The most hours of a day in which something that was taken "every hour" can have been taken.
const HOURS: f64 = 24.0;
/// "One more" without a number can sensibly have been two.
const MORE: f64 = 2.0;

fn is_forgot(word: &str) -> bool {
    let known = "forgot forgotten missed skip skipped omitted vergessen ausgelassen weggelassen oublie saute olvide olvidado \
         omitido dimenticato saltato vergeten overgeslagen esqueci pulei glomt glomde glemt zapomnialem zapomnialam";
    known.split_ascii_whitespace().any(|known| known == word)
}

impl Reader<'_> {
    /// A word such as "maybe" or "I think": the number beside it is about so many.
    pub(super) fn in_doubt(&mut self, place: usize) {
        if self.sense.is_name {
            return;
        }
        self.unread(place, place);
        let is_first = self.part.is_empty() && self.amount.parts.is_empty();
        // "I think it was 8", "creo que 8".
        let leads = |to: usize| (place + 1..to).all(|at| self.word(at).is_some());
        let has_number = (place + 1..place + 4).any(|at| self.begins_number(at) && leads(at));
        match is_first && has_number {
            true => {
                self.bound.get_or_insert((Bound::About, place));
            }
            // "6, maybe 8" names the other number.
            false
                if self.is_instead
                    && (place..self.tokens.len()).any(|at| self.number(at).is_some()) => {}
            false => self.doubted(),
        }
    }

    /// The number before was in doubt: "8?".
    pub(super) fn doubted(&mut self) {
        let has_number = |part: &Part| part.count.or(part.mg).is_some();
        let part = match has_number(&self.part) {
            true => &mut self.part,
            false => match self.amount.parts.last_mut() {
                Some(part) => part,
                None => return,
            },
        };
        let is_single = |span: &Span| span.least == span.most;
        let mut part = *part;
        let number = part.count.or(part.mg).filter(is_single);
        let Some(about) = number.map(|number| self.within(Bound::About, number, 0)) else {
            return;
        };
        match part.count {
            Some(_) => part.count = Some(about),
            None => part.mg = Some(about),
        }
        match has_number(&self.part) {
            true => self.part = part,
            false => {
                self.amount.parts.pop();
                self.amount.parts.push(part);
            }
        }
    }

    /// A sign or a word behind which more is counted: "4 + ?".
    pub(super) fn adds(&self, place: usize) -> bool {
        ['+', '&'].iter().any(|sign| self.is_sign(place, *sign))
            || self.meaning(place) == Some(Meaning::And)
    }

    /// Some more, or none.
    pub(super) fn perhaps_more(&mut self) {
        self.part.count = Some(Span {
            least: 0.0,
            most: MORE,
        });
        self.end_part(false);
    }

    /// "4 more" and "another 2" are numbers; "and another", "again at night" are at least one more.
    pub(super) fn more(&mut self, place: usize) -> usize {
        let next = place + 1;
        let is_number = |at: usize| {
            self.number(at).is_some()
                || matches!(
                    self.meaning(at),
                    Some(
                        Meaning::Number(_) | Meaning::Piece | Meaning::Mass(_) | Meaning::Share(_)
                    )
                )
        };
        let is_behind_one = place.checked_sub(1).is_some_and(is_number);
        // "once more" in the languages in which it has a number in it.
        let once = match self.meaning(next) {
            Some(Meaning::Number(1.0)) if self.word(next) == Some("einmal") => next + 1,
            Some(Meaning::Number(1.0)) if self.meaning(next + 1) == Some(Meaning::Times) => {
                next + 2
            }
            Some(Meaning::Times) if !is_number(next + 1) => next + 1,
            _ => next,
        };
        let skipped = usize::from(matches!(
            self.meaning(next),
            Some(Meaning::Filler | Meaning::Article | Meaning::More)
        ));
        let leads = once == next && (is_number(next) || is_number(next + skipped));
        let has_count = self.part.number().is_some() || self.amount.says_something();
        // "10, no more".
        let is_end = place
            .checked_sub(1)
            .is_some_and(|at| self.meaning(at) == Some(Meaning::Not));
        if is_behind_one || leads || is_end || self.sense.is_name && !has_count {
            return next;
        }
        let before = self.part.number();
        let before = before.or_else(|| self.amount.parts.last().and_then(Part::number));
        self.end_part(true);
        let typed = self.typed(place, once - 1);
        self.amount.at_least.extend(typed);
        self.part.count = Some(Span {
            least: 1.0,
            most: before.map_or(MORE, |before| before.most.max(MORE)),
        });
        self.end_part(false);
        once
    }

    /// "Wanted 2" is none. "Forgot the morning one" is none as well, but what was forgot may be a day before it.
    pub(super) fn not_counted(&mut self, place: usize) -> Option<usize> {
        let is_wish = self.meaning(place) == Some(Meaning::Wish);
        let skips = |at: usize| match self.meaning(at)? {
            Meaning::Filler | Meaning::Article | Meaning::Yes => Some(()),
            Meaning::Range => (self.word(at) == Some("to")).then_some(()),
            _ => None,
        };
        let at = (place + 1..).find(|at| skips(*at).is_none())?;
        // "No, I took 8": what is behind a word for "taken" counts, unless the "no" stands close to it.
        let is_close = at == place + 2
            && self.meaning(place + 1) == Some(Meaning::Yes)
            && self.word(place) != Some("no");
        let is_forgot = self.word(place).is_some_and(is_forgot)
            && (place + 1..at).all(|at| self.meaning(at) != Some(Meaning::Yes));
        let is_number =
            self.number(at).is_some() || matches!(self.meaning(at), Some(Meaning::Number(_)));
        if !is_number || !is_wish && !is_close && !is_forgot {
            return None;
        }
        if !is_wish {
            self.unread(place, place);
            self.bound = Some((Bound::AtMost, place));
            return Some(at);
        }
        let mut after = match self.kind(at)? {
            Kind::Number(_) => self.row(at).2,
            _ => at + 1,
        };
        if self.meaning(after) == Some(Meaning::Piece) {
            after += 1;
        }
        self.unread(place, after - 1);
        Some(after)
    }

    /// The hour in "half an hour", from behind "half" on.
    pub(super) fn hour_behind(&self, place: usize) -> Option<usize> {
        let is_one = matches!(
            self.meaning(place),
            Some(Meaning::Article | Meaning::Number(1.0))
        ) || self.word(place) == Some("a");
        let hour = place + usize::from(is_one);
        (self.meaning(hour) == Some(Meaning::Hour)).then_some(hour)
    }

    /// An hour without a number: "every hour", "hourly", "per hour".
    pub(super) fn hour(&mut self, place: usize) {
        let before = place.checked_sub(1).and_then(|before| self.word(before));
        let is_each = matches!(before, Some("per" | "pro" | "par" | "por" | "al"))
            || matches!(self.word(place), Some("hourly" | "stundlich" | "stdl"));
        if std::mem::take(&mut self.every) || is_each {
            self.a_day(Span {
                least: 1.0,
                most: HOURS,
            });
        } else {
            self.unread(place, place);
        }
    }
}
