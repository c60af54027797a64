//! Owns how figures become milligrams and pieces: marks that may group thousands, strengths per unit, and bars between numbers.
//! May use: the reader, tokens, the vocabulary. Must not: know medicines.

use super::Reader;
use crate::domain::medicines::amounts::{Sense, Span};
use crate::domain::medicines::tokens::Number;
use crate::domain::medicines::vocabulary::Meaning;

impl Reader<'_> {
    /// "2 500 mg": two of 500, or two thousand five hundred. "1 000 mg" is a thousand.
    pub(super) fn apart(&mut self, first: Number, second: Number, after: usize) -> usize {
        let factor = match self.meaning(after) {
            Some(Meaning::Mass(factor)) => factor,
            _ => 1.0,
        };
        let after = after + usize::from(matches!(self.meaning(after), Some(Meaning::Mass(_))));
        let joined = Number {
            value: first.value * 1000.0 + second.value,
            continues: false,
            ..second
        };
        let joined = milligrams(joined, factor, self.sense);
        if second.value < 100.0 {
            if let Some(mg) = joined {
                self.mg(mg);
            }
            return after;
        }
        self.count(pieces(first), false);
        if let Some(mg) = milligrams(second, factor, self.sense) {
            self.mg(mg);
        }
        let (_, highest) = self.sense.sensible_mg;
        self.part.instead_mg = joined.map(|mg| mg.most).filter(|mg| *mg <= highest);
        after
    }

    /// "500 mg to 1 g": both ends, and the place of the last unit.
    pub(super) fn to_another_weight(&self, mg: Span, unit: usize) -> (Span, usize) {
        let joins = self.meaning(unit + 1) == Some(Meaning::Range) || self.is_sign(unit + 1, '-');
        let other = self.number(unit + 2).filter(|_| joins);
        match (other, self.meaning(unit + 3)) {
            (Some(number), Some(Meaning::Mass(factor))) => {
                match milligrams(number, factor, self.sense) {
                    Some(other) => (mg.or(other), unit + 3),
                    None => (mg, unit),
                }
            }
            _ => (mg, unit),
        }
    }

    /// After a strength: "per 5 ml", "per tablet", "a day".
    pub(super) fn strength(&mut self, mg: Span, after: usize) -> usize {
        if !self.is_sign(after, '/') {
            self.mg(mg);
            return after;
        }
        let number = self.number(after + 1);
        let unit = after + 1 + usize::from(number.is_some());
        match self.meaning(unit) {
            Some(Meaning::Volume(factor)) => {
                let ml = number.map_or(1.0, |number| number.value) * factor;
                if ml > 0.0 {
                    self.part.mg_per_ml = Some(mg.times(Span::one(1.0 / ml)));
                }
                unit + 1
            }
            // A patch: so much an hour.
            Some(Meaning::Hour) => {
                if !self.sense.is_name {
                    self.unread(after - 1, unit);
                }
                unit + 1
            }
            Some(Meaning::Piece | Meaning::ADay(_)) => {
                self.mg(mg);
                unit + 1
            }
            _ if self.word(unit) == Some("d") => {
                self.mg(mg);
                unit + 1
            }
            _ => {
                self.mg(mg);
                after
            }
        }
    }

    /// "30/500": the strengths of a mix.
    pub(super) fn slashes(&mut self, place: usize) -> usize {
        let mut after = place;
        let mut values = Vec::new();
        let mut weighed = false;
        while let Some(number) = self.number(after) {
            values.push(number.value);
            after += 1;
            if matches!(self.meaning(after), Some(Meaning::Mass(_))) {
                weighed = true;
                after += 1;
            }
            if !self.is_sign(after, '/') {
                break;
            }
            after += 1;
        }
        let are_few = values.iter().all(|value| *value < self.sense.bare_strength);
        let sum = values.iter().sum();
        if are_few && !weighed && values.len() > 2 {
            // "2/2/2/4": the numbers of the times of a day.
            self.count(Span::one(sum), false);
        } else if are_few && !weighed && !self.sense.is_name {
            // "2/1": two and one, or no more than one of them.
            let least = values.iter().copied().fold(sum, f64::min);
            self.count(Span::one(sum).or(Span::one(least)), false);
        } else if self.amount.by_slash.is_empty() {
            self.amount.by_slash = values;
        } else {
            self.unread(place, after.saturating_sub(1));
        }
        after
    }
}

/// What a number of tablets can mean. "2,2" of tablets are two and two: nobody cuts a fifth.
pub(super) fn pieces(number: Number) -> Span {
    let part = (number.value.fract() * 1000.0).round();
    let is_cut = [
        0.0, 125.0, 250.0, 330.0, 333.0, 500.0, 660.0, 667.0, 670.0, 750.0,
    ]
    .contains(&part);
    match number.is_fraction || is_cut {
        true => Span::one(number.value),
        false => Span::one(number.value).or(Span::one(
            number.value.trunc() + (number.value.fract() * 10.0).round(),
        )),
    }
}

/// More milligrams than one entry can be about, by any reading.
const MOST_MG: f64 = 1_000_000.0;

/// The milligrams that a number can mean: of two readings those that make sense.
pub(super) fn milligrams(number: Number, factor: f64, sense: Sense) -> Option<Span> {
    let value = number.value * factor;
    let Some(grouped) = number.grouped.map(|grouped| grouped * factor) else {
        // However much it is: too much has to be seen.
        return (value <= MOST_MG).then_some(Span::one(value));
    };
    let (lowest, highest) = sense.sensible_mg;
    let sensible = |mg: &f64| (lowest..=highest).contains(mg);
    let readings = [value, grouped].into_iter().filter(sensible);
    readings
        .map(Span::one)
        .reduce(Span::or)
        .or((value <= MOST_MG).then_some(Span::one(value)))
}
