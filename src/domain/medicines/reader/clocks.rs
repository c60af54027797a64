//! Owns times of the day in an amount: "2 tablets 8 am" says when, "2 am 2 pm" may say how many.
//! May use: the reader, bounds, tokens, the vocabulary. Must not: know medicines.

use super::Reader;
use crate::domain::medicines::amounts::{Part, Span};
use crate::domain::medicines::vocabulary::Meaning;

/// From so many on a number before "am" is an hour: nobody takes so many at a time, twice a day.
const LEAST_HOUR: f64 = 5.0;

impl Reader<'_> {
    fn is_half_of_day(&self, place: usize) -> bool {
        matches!(self.word(place), Some("am" | "pm"))
    }

    fn is_clock(&self, place: usize) -> bool {
        self.number(place).is_some() && self.is_half_of_day(place + 1)
    }

    /// Whether a number stands close to a clock, which then only says when: "2 tablets 8 am", "8 am: 2".
    fn has_a_number(&self, place: usize) -> bool {
        let counts = |at: usize| {
            !self.is_clock(at)
                && (self.number(at).is_some()
                    || matches!(
                        self.meaning(at),
                        Some(Meaning::Number(_) | Meaning::Share(_))
                    ))
        };
        let before = place.checked_sub(1).is_some_and(|before| {
            self.meaning(before) == Some(Meaning::Piece)
                || self.meaning(before) == Some(Meaning::At)
                || counts(before)
        });
        let sign = usize::from(
            [':', '-', '(', '=']
                .iter()
                .any(|sign| self.is_sign(place + 2, *sign)),
        );
        before || counts(place + 2 + sign)
    }

    /// Whether the clocks of the text can be numbers as well: one of them has no number beside it, and not all of them
    /// are hours by their size.
    pub(super) fn may_count_clocks(&self) -> bool {
        let clocks = || (0..self.tokens.len()).filter(|place| self.is_clock(*place));
        let small = |place: usize| {
            self.number(place)
                .is_some_and(|number| number.value < LEAST_HOUR)
        };
        let others =
            (0..self.tokens.len()).any(|at| self.number(at).is_some() && !self.is_clock(at));
        // Nobody counts the mornings of a day twice.
        let of_half = |half: &str| {
            clocks()
                .filter(|place| self.word(place + 1) == Some(half))
                .count()
        };
        !self.sense.is_name
            && of_half("am") < 2
            && of_half("pm") < 2
            && (clocks().nth(1).is_some() || others)
            && clocks().any(|place| !self.has_a_number(place))
            && clocks().any(small)
    }

    /// A clock: none of what was taken, or so many.
    pub(super) fn clock(&mut self, place: usize, after: usize) {
        let is_open = self.clocks_may_count && self.is_half_of_day(place + 1);
        let number = self.number(place).filter(|_| is_open);
        let Some(number) = number else {
            if !self.sense.is_name {
                self.clocks.push(place);
            }
            return;
        };
        let alone = (0..self.tokens.len()).all(|at| self.number(at).is_none() || self.is_clock(at));
        let typed = self.typed(place, after - 1);
        self.amount.at_least.extend(typed);
        self.end_part(true);
        self.part.count = Some(Span {
            least: if alone { 1.0 } else { 0.0 },
            most: number.value.max(1.0),
        });
        self.end_part(true);
    }

    /// "8:00, 20:00" without any number: taken at each of them.
    pub(super) fn each_time_once(&mut self) {
        let (Some(first), Some(last)) = (self.clocks.first(), self.clocks.last()) else {
            return;
        };
        if self.clocks.len() < 2 || self.amount.parts.iter().any(|part| part.number().is_some()) {
            return;
        }
        let typed = self.typed(*first, *last);
        self.amount.at_least.extend(typed);
        self.amount.parts.push(Part {
            count: Some(Span::one(self.clocks.len() as f64)),
            ..Part::default()
        });
    }
}
