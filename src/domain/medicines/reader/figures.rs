//! Owns what figures in an amount are: tablets, a strength, a time of the day, the ends of a range.
//! May use: the reader, bounds, tokens, the vocabulary. Must not: know medicines.

use super::Reader;
use super::bounds::{self, Bound};
use super::strengths::{milligrams, pieces};
use crate::domain::medicines::amounts::Span;
use crate::domain::medicines::tokens::{Number, Token};
use crate::domain::medicines::vocabulary::Meaning;

/// The most of anything that one entry can be about.
const MOST_PIECES: f64 = 100.0;

/// Nobody takes so many tablets, and nobody waits for fewer minutes.
pub(super) const LEAST_MINUTES: f64 = 10.0;

/// How a number becomes milligrams.
type Weighing<'a> = &'a dyn Fn(Number) -> Option<Span>;

/// A bound at which a range can end: "2 up to 4".
pub(super) fn is_up_to(word: Option<&str>) -> bool {
    matches!(
        word,
        Some("up" | "bis" | "jusqua" | "hasta" | "fino" | "tot" | "ate")
    )
}

impl Reader<'_> {
    /// Figures with what belongs to them.
    pub(super) fn figures(&mut self, place: usize) -> usize {
        let Some(first) = self.number(place) else {
            return place + 1;
        };
        let at = std::mem::take(&mut self.at);
        let every = std::mem::take(&mut self.every);
        if self.is_sign(place + 1, '/') && self.number(place + 2).is_some() {
            return self.slashes(place);
        }
        let (numbers, is_range, after) = self.row(place);
        if let Some(after) = self.time_of_day(at, every, numbers.len(), place, after) {
            self.bound = None;
            self.clock(place, after);
            return after;
        }
        if let Some(second) = self
            .number(after)
            .filter(|second| second.continues && numbers.len() == 1)
        {
            return self.apart(first, second, after + 1);
        }
        let after =
            after + usize::from(self.is_sign(after, '-') && self.meaning(after + 1).is_some());
        let span = |read: Weighing<'_>| -> Option<Span> {
            let read: Option<Vec<Span>> = numbers.iter().map(|number| read(*number)).collect();
            let all = read?.into_iter();
            match is_range {
                true => all.reduce(Span::or),
                false => all.reduce(Span::plus),
            }
        };
        let hourly = matches!(self.word(after), Some("hourly" | "stundlich" | "stdl"));
        match self.meaning(after) {
            Some(Meaning::Hour) if every || hourly => {
                let hours = numbers
                    .iter()
                    .map(|number| number.value)
                    .fold(f64::MAX, f64::min);
                // How often it was really taken was not said.
                self.a_day(Span {
                    least: 1.0,
                    most: (24.0 / hours.max(1.0)).floor().max(1.0),
                });
                after + 1
            }
            Some(Meaning::Mass(factor)) => {
                let sense = self.sense;
                match span(&|number| milligrams(number, factor, sense)) {
                    Some(mg) => {
                        let (mg, last) = self.to_another_weight(mg, after);
                        let mg = self.bounded(mg, place, last);
                        self.strength(mg, last + 1)
                    }
                    None => {
                        self.unread(place, after);
                        after + 1
                    }
                }
            }
            Some(Meaning::Volume(factor)) => {
                let ml = span(&|number| Some(Span::one(number.value * factor)));
                let ml = ml.map(|ml| self.bounded(ml, place, after));
                if self.part.ml.is_some() {
                    self.end_part(false);
                }
                self.part.ml = ml;
                after + 1
            }
            Some(Meaning::OtherUnit | Meaning::Longer | Meaning::Pack) => {
                self.bound = None;
                if !self.sense.is_name {
                    self.unread(place, after);
                }
                after + 1
            }
            _ if self.is_sign(after, '%') => {
                if !self.sense.is_name {
                    self.unread(place, after);
                }
                after + 1
            }
            // "30 min" are minutes, "8 min" is at least.
            _ if self.word(after) == Some("min") && first.value >= LEAST_MINUTES => {
                self.bound = None;
                after + 1
            }
            unit => self.bare(&numbers, &span, unit, place, after),
        }
    }

    /// A number without a unit, or with a word for pieces.
    pub(super) fn bare(
        &mut self,
        numbers: &[Number],
        span: &dyn Fn(Weighing<'_>) -> Option<Span>,
        unit: Option<Meaning>,
        place: usize,
        after: usize,
    ) -> usize {
        let is_counted = matches!(
            unit,
            Some(Meaning::Piece | Meaning::Times | Meaning::ADay(_))
        ) || self.is_sign(after, '×')
            && numbers
                .iter()
                .all(|number| number.value < self.sense.bare_strength);
        let sense = self.sense;
        let is_strength = |number: &Number| {
            !number.is_fraction
                && number.grouped.unwrap_or(number.value).max(number.value) >= sense.bare_strength
        };
        if !is_counted
            && numbers.iter().all(is_strength)
            && (numbers.len() == 1 || !self.has_zero(numbers))
            && let Some(mg) = span(&|number| milligrams(number, 1.0, sense))
        {
            let mg = self.bounded(mg, place, after - 1);
            self.mg(mg);
            let tablets = numbers.first().map(|number| number.value);
            let is_open = !sense.is_name && numbers.len() == 1;
            self.part.instead_count = tablets.filter(|count| is_open && *count <= MOST_PIECES);
            return after;
        }
        let share = match numbers {
            [_] => self.share(after),
            _ => None,
        };
        let (unit, after) = match share {
            Some(_) => (Some(Meaning::Piece), after),
            None => (unit, after),
        };
        let count = span(&|number| {
            let pieces = pieces(number);
            Some(share.map_or(pieces, |share| pieces.times(Span::one(share))))
        });
        // "2 tablets or 3".
        let other = self.other_end(after + 1);
        let (count, after) = match (count, other, unit) {
            (Some(count), Some((other, end)), Some(Meaning::Piece)) => {
                (Some(count.or(pieces(other))), end - 1)
            }
            (count, _, _) => (count, after),
        };
        match count.filter(|count| count.most <= MOST_PIECES * numbers.len() as f64) {
            Some(count) => {
                let linked = unit == Some(Meaning::Times) || self.is_sign(after, '×');
                let count = self.bounded(count, place, after - 1);
                self.count(count, linked);
            }
            None => self.unread(place, after.saturating_sub(1)),
        }
        let after = match unit {
            Some(Meaning::Piece | Meaning::Times) => after + 1,
            _ => after,
        };
        self.and_a_half(after)
    }

    pub(super) fn has_zero(&self, numbers: &[Number]) -> bool {
        numbers.iter().any(|number| number.value == 0.0)
    }

    /// Numbers with hyphens between them, or two with a word: whether they are the ends of a range, and the place after.
    /// "1-2" is a range, "1-0-1" and "2-1" are the numbers of the times of a day.
    pub(super) fn row(&self, place: usize) -> (Vec<Number>, bool, usize) {
        let mut numbers: Vec<Number> = self.number(place).into_iter().collect();
        let mut after = place + 1;
        while self.is_sign(after, '-')
            && let Some(number) = self.number(after + 1)
        {
            numbers.push(number);
            after += 2;
        }
        // "7, 8 or 9": one of them.
        let mut listed = after;
        while self.is_sign(listed, ',')
            && let (Some(last), Some(next)) = (numbers.last(), self.number(listed + 1))
            && next.value == last.value + 1.0
        {
            numbers.push(next);
            listed += 2;
        }
        match self.other_end(listed) {
            Some(_) => after = listed,
            None => numbers.truncate(numbers.len() - (listed - after) / 2),
        }
        let mut has_other_end = false;
        while (numbers.len() == 1 || has_other_end || after == listed)
            && let Some((number, end)) = self.other_end(after)
        {
            numbers.push(number);
            after = end;
            has_other_end = true;
        }
        if has_other_end {
            return (numbers, true, after);
        }
        let rises = matches!(numbers.as_slice(), [one, other] if one.value > 0.0 && one.value < other.value);
        (numbers, rises, after)
    }

    /// "8 am", "20:30", "8h", "at 8" say when, not how much. The place after; nothing when it is no time.
    pub(super) fn time_of_day(
        &self,
        at: bool,
        every: bool,
        count: usize,
        place: usize,
        after: usize,
    ) -> Option<usize> {
        if every || count > 1 {
            return None;
        }
        let value = self.number(place)?.value;
        let is_minute = |token: &Token| token.end - token.start > 1;
        if self.is_sign(after, ':')
            && self.number(after + 1).is_some()
            && self.tokens.get(after + 1).is_some_and(is_minute)
            && value < 25.0
        {
            let end = after + 2;
            return Some(end + usize::from(self.meaning(end) == Some(Meaning::OClock)));
        }
        if self.meaning(after) == Some(Meaning::OClock) && value < 25.0 {
            // "2 am Abend" is German for two in the evening.
            let is_german = self.word(after) == Some("am") && self.word(after + 1).is_some();
            return (!is_german).then_some(after + 1);
        }
        let is_hour = self.meaning(after) == Some(Meaning::Hour)
            && !matches!(self.word(after), Some("hourly" | "stundlich" | "stdl"));
        if is_hour && value < 25.0 {
            return Some(
                after
                    + 1
                    + usize::from(
                        self.number(after + 1)
                            .is_some_and(|minute| minute.value < 60.0),
                    ),
            );
        }
        let has_unit = matches!(
            self.meaning(after),
            Some(Meaning::Mass(_) | Meaning::Volume(_) | Meaning::Piece | Meaning::Times)
        );
        (at && !has_unit && value < 25.0).then_some(after)
    }

    /// The other end of a range behind a word such as "to": in figures or as a word, and the place after it.
    pub(super) fn other_end(&self, place: usize) -> Option<(Number, usize)> {
        let number_at = |place: usize| match self.meaning(place) {
            Some(Meaning::Number(value)) => Some(Number::whole(value)),
            _ => self.number(place),
        };
        let is_between = matches!(self.bound, Some((Bound::Between, _)));
        let joins = match self.meaning(place) {
            Some(Meaning::Range) => Some(place + 1),
            Some(Meaning::And) if is_between => Some(place + 1),
            // "2 up to 4".
            _ => match bounds::before(self.tokens, place) {
                Some((Bound::AtMost, after)) if is_up_to(self.word(place)) => Some(after),
                _ => None,
            },
        };
        if let Some(place_of_number) = joins {
            let number = number_at(place_of_number)?;
            let is_each = self.word(place) == Some("a")
                && matches!(self.meaning(place + 2), Some(Meaning::Mass(_)));
            return (!is_each).then_some((number, place_of_number + 1));
        }
        // "7 of 8" is Dutch for "7 or 8".
        let before = number_at(place.checked_sub(1)?)?;
        let number = number_at(place + 1).filter(|_| self.word(place) == Some("of"))?;
        (number.value == before.value + 1.0).then_some((number, place + 2))
    }
}
