//! Owns reading an amount: figures, units and words become the parts of an amount.
//! May use: tokens, the vocabulary, amounts. Must not: know medicines, fill in a number that was not typed.
//! Long because it is one grammar, read from top to bottom.

use super::amounts::{Amount, Part, Sense, Span};
use super::tokens::{Kind, Number, Token};
use super::vocabulary::{Meaning, meaning};

/// The most of anything that one entry can be about.
const MOST_PIECES: f64 = 100.0;

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
        up_to: false,
        at: false,
        at_least: None,
    };
    let mut place = 0;
    while place < tokens.len() {
        place = if skipped(place) {
            place + 1
        } else {
            reader.step(place)
        };
    }
    reader.end_part(false);
    reader.amount
}

/// How a number becomes milligrams.
type Weighing<'a> = &'a dyn Fn(Number) -> Option<Span>;

struct Reader<'a> {
    text: &'a str,
    tokens: &'a [Token],
    sense: Sense,
    amount: Amount,
    part: Part,
    /// The next count multiplies the one before.
    is_linked: bool,
    every: bool,
    up_to: bool,
    at: bool,
    at_least: Option<usize>,
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

    fn unread(&mut self, first: usize, last: usize) {
        let (Some(first), Some(last)) = (self.tokens.get(first), self.tokens.get(last)) else {
            return;
        };
        if let Some(text) = self.text.get(first.start..last.end) {
            self.amount.unread.push(text.to_owned());
        }
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
            '<' => self.up_to = true,
            '>' => self.at_least = Some(place),
            '?' => self.unread(place, place),
            _ => {}
        }
    }

    fn words(&mut self, place: usize) -> usize {
        let next = place + 1;
        match self.meaning(place) {
            Some(Meaning::Number(value)) => {
                let is_article_like = self.word(place) == Some("one") && self.part.count.is_some();
                if is_article_like {
                    return self.and_a_half(next);
                }
                // "two to three".
                let (count, next) = match self.other_end(next) {
                    Some((other, after)) => (Span::one(value).or(Span::one(other.value)), after),
                    None => (Span::one(value), next),
                };
                let linked = self.meaning(next) == Some(Meaning::Times);
                let count = self.open_above(count, next - 1);
                self.count(count, linked);
                return self.and_a_half(next);
            }
            Some(Meaning::Half) => {
                let value = if self.word(place) == Some("anderthalb") {
                    1.5
                } else {
                    0.5
                };
                self.count(Span::one(value), false);
            }
            Some(Meaning::Article) if self.is_piece_alone(next) => {
                self.count(Span::one(1.0), false);
            }
            Some(Meaning::Range) if self.word(place) == Some("a") => match self.meaning(next) {
                Some(Meaning::Piece) if self.part.count.is_none() => {
                    self.count(Span::one(1.0), false);
                }
                Some(Meaning::Piece | Meaning::ADay(_)) => {}
                // "2 à 500 mg": two of them.
                _ => self.is_linked = true,
            },
            // "8 tablets of 24": how many the pack held is not how many were taken.
            _ if self.is_of_a_pack(place) => {
                self.unread(place, next);
                return next + 1;
            }
            Some(Meaning::ADay(times)) => self.a_day(Span::one(times)),
            Some(Meaning::Times) => self.is_linked = true,
            Some(Meaning::Every) => self.every = true,
            Some(Meaning::UpTo) => self.up_to = true,
            Some(Meaning::Range)
                if self.word(place) == Some("up") || self.word(place) == Some("bis") =>
            {
                self.up_to = true;
            }
            Some(Meaning::AtLeast) => self.at_least = Some(place),
            _ if self.is_more_than(place) => {
                self.at_least = Some(place);
                return next + 1;
            }
            Some(Meaning::At) => {
                self.at = self.number(next).is_some();
            }
            Some(Meaning::And) => self.end_part(true),
            Some(Meaning::Vague) => self.unread(place, place),
            Some(Meaning::Not | Meaning::Longer | Meaning::OtherUnit) if !self.sense.is_name => {
                self.unread(place, place);
            }
            None if !self.sense.is_name => self.unread(place, place),
            _ => {}
        }
        next
    }

    /// "of 24" behind a number: too little to be a strength.
    fn is_of_a_pack(&self, place: usize) -> bool {
        let is_weight = matches!(
            self.meaning(place + 2),
            Some(Meaning::Mass(_) | Meaning::Volume(_))
        );
        matches!(self.word(place), Some("of" | "von" | "de" | "di"))
            && self.part.count.is_some()
            && !is_weight
            && self
                .number(place + 1)
                .is_some_and(|number| number.value < self.sense.bare_strength)
    }

    /// "more than", before a number.
    fn is_more_than(&self, place: usize) -> bool {
        matches!(
            (self.word(place), self.word(place + 1)),
            (
                Some("more" | "mehr" | "meer" | "mais" | "mas" | "plus" | "piu"),
                Some("than" | "als" | "dan" | "do" | "que" | "de" | "di")
            )
        ) && (self.number(place + 2).is_some()
            || matches!(self.meaning(place + 2), Some(Meaning::Number(_))))
    }

    /// At least as much was said, so what was typed is not all: one more is still sensible, and over every limit that this
    /// stands at.
    fn open_above(&mut self, span: Span, last: usize) -> Span {
        let Some(word) = self.at_least.take() else {
            return span;
        };
        self.unread(word, last);
        Span {
            most: span.most + 1.0,
            ..span
        }
    }

    /// The other end of a range behind a word such as "to": in figures or as a word, and the place after it.
    fn other_end(&self, place: usize) -> Option<(Number, usize)> {
        if self.meaning(place) != Some(Meaning::Range) {
            return None;
        }
        let number = match self.meaning(place + 1) {
            Some(Meaning::Number(value)) => Number::whole(value),
            _ => self.number(place + 1)?,
        };
        let is_each = self.word(place) == Some("a")
            && matches!(self.meaning(place + 2), Some(Meaning::Mass(_)));
        (!is_each).then_some((number, place + 2))
    }

    /// "a tablet", and not "half a tablet".
    fn is_piece_alone(&self, place: usize) -> bool {
        self.part.count.is_none() && self.meaning(place) == Some(Meaning::Piece)
    }

    /// "one and a half".
    fn and_a_half(&mut self, place: usize) -> usize {
        let is_and = self.meaning(place) == Some(Meaning::And);
        let half =
            (place + 1..=place + 2).find(|place| self.meaning(*place) == Some(Meaning::Half));
        match half.filter(|_| is_and) {
            Some(half) => {
                self.part.count = self.part.count.map(|count| count.plus(Span::one(0.5)));
                half + 1
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

    /// Figures with what belongs to them.
    fn figures(&mut self, place: usize) -> usize {
        let Some(first) = self.number(place) else {
            return place + 1;
        };
        let at = std::mem::take(&mut self.at);
        let every = std::mem::take(&mut self.every);
        let up_to = std::mem::take(&mut self.up_to);
        let is_open = self.at_least.is_some();
        self.open_above(Span::one(0.0), place);
        if self.is_sign(place + 1, '/') && self.number(place + 2).is_some() {
            return self.slashes(place);
        }
        let (numbers, is_range, after) = self.row(place);
        if let Some(after) = self.time_of_day(at, every, numbers.len(), place, after) {
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
        let span = |read: &dyn Fn(Number) -> Option<Span>| -> Option<Span> {
            let read: Option<Vec<Span>> = numbers.iter().map(|number| read(*number)).collect();
            let all = read?.into_iter();
            let span = if is_range {
                all.reduce(Span::or)
            } else {
                all.reduce(Span::plus)
            };
            span.map(|span| match (up_to, is_open) {
                (true, _) => span.or(Span::one(0.0)),
                (_, true) => Span {
                    most: span.most + 1.0,
                    ..span
                },
                _ => span,
            })
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
                    Some(mg) => self.strength(mg, after + 1),
                    None => {
                        self.unread(place, after);
                        after + 1
                    }
                }
            }
            Some(Meaning::Volume(factor)) => {
                let ml = span(&|number| Some(Span::one(number.value * factor)));
                if self.part.ml.is_some() {
                    self.end_part(false);
                }
                self.part.ml = ml;
                after + 1
            }
            Some(Meaning::OtherUnit | Meaning::Longer) => {
                if !self.sense.is_name {
                    self.unread(place, after);
                }
                after + 1
            }
            _ if self.is_sign(after, '%') => after + 1,
            unit => self.bare(&numbers, &span, unit, place, after),
        }
    }

    /// A number without a unit, or with a word for pieces.
    fn bare(
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
            self.mg(mg);
            let tablets = numbers.first().map(|number| number.value);
            let is_open = !sense.is_name && numbers.len() == 1;
            self.part.instead_count = tablets.filter(|count| is_open && *count <= MOST_PIECES);
            return after;
        }
        let count = span(&|number| Some(pieces(number)));
        match count.filter(|count| count.most <= MOST_PIECES * numbers.len() as f64) {
            Some(count) => {
                let linked = unit == Some(Meaning::Times) || self.is_sign(after, '×');
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

    fn has_zero(&self, numbers: &[Number]) -> bool {
        numbers.iter().any(|number| number.value == 0.0)
    }

    /// Numbers with hyphens between them, or two with a word: whether they are the ends of a range, and the place after.
    /// "1-2" is a range, "1-0-1" and "2-1" are the numbers of the times of a day.
    fn row(&self, place: usize) -> (Vec<Number>, bool, usize) {
        let mut numbers: Vec<Number> = self.number(place).into_iter().collect();
        let mut after = place + 1;
        while self.is_sign(after, '-')
            && let Some(number) = self.number(after + 1)
        {
            numbers.push(number);
            after += 2;
        }
        if numbers.len() == 1
            && let Some((number, after)) = self.other_end(after)
        {
            numbers.push(number);
            return (numbers, true, after);
        }
        let rises = matches!(numbers.as_slice(), [one, other] if one.value > 0.0 && one.value < other.value);
        (numbers, rises, after)
    }

    /// "8 am", "20:30", "8h", "at 8" say when, not how much. The place after; nothing when it is no time.
    fn time_of_day(
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
        if self.is_sign(after, ':') && self.number(after + 1).is_some() && value < 25.0 {
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

    /// "2 500 mg": two of 500, or two thousand five hundred. "1 000 mg" is a thousand.
    fn apart(&mut self, first: Number, second: Number, after: usize) -> usize {
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

    /// After a strength: "per 5 ml", "per tablet", "a day".
    fn strength(&mut self, mg: Span, after: usize) -> usize {
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
    fn slashes(&mut self, place: usize) -> usize {
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
fn pieces(number: Number) -> Span {
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
fn milligrams(number: Number, factor: f64, sense: Sense) -> Option<Span> {
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
