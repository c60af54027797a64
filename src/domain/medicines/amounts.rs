//! Owns what an amount is: parts with a lowest and a highest reading, and what of it was not understood.
//! May use: the standard library. Must not: know medicines, read a text.
//!
//! A part is what stands between two signs such as "+" and ",": `number × strength × times a day`. What is not
//! understood is kept as it was typed, so that a sum that leaves it out can say so.

/// A number of which only the ends are known.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Span {
    pub least: f64,
    pub most: f64,
}

impl Span {
    pub fn one(value: f64) -> Self {
        Self {
            least: value,
            most: value,
        }
    }

    pub fn times(self, other: Self) -> Self {
        Self {
            least: self.least * other.least,
            most: self.most * other.most,
        }
    }

    pub fn plus(self, other: Self) -> Self {
        Self {
            least: self.least + other.least,
            most: self.most + other.most,
        }
    }

    /// Both are possible.
    pub fn or(self, other: Self) -> Self {
        Self {
            least: self.least.min(other.least),
            most: self.most.max(other.most),
        }
    }

    /// Equal but for rounding.
    pub fn is_about(self, other: Self) -> bool {
        let near = |one: f64, other: f64| (one - other).abs() <= 0.01 * one.abs().max(other.abs());
        near(self.least, other.least) && near(self.most, other.most)
    }
}

/// What a number of a substance can mean.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Sense {
    /// A number without a unit is a strength from here on ("ibuprofen 400"), and a count below ("ibuprofen 2").
    pub bare_strength: f64,
    /// Milligrams that one entry can sensibly be about.
    pub sensible_mg: (f64, f64),
    /// Other words may stand here: the name of a maker, for instance.
    pub is_name: bool,
}

/// One part of an amount.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Part {
    pub count: Option<Span>,
    pub mg: Option<Span>,
    pub mg_per_ml: Option<Span>,
    pub ml: Option<Span>,
    /// So often a day.
    pub times: Option<Span>,
    /// Milligrams in all by another reading: "2 500 mg" may be one number.
    pub instead_mg: Option<f64>,
    /// So many tablets by another reading: "90" beside a strength may be either.
    pub instead_count: Option<f64>,
    /// A plus sign stood before it.
    pub plus: bool,
    /// It says again what was said: "(1 g)", "= 1 g".
    pub again: bool,
}

impl Part {
    pub fn is_empty(&self) -> bool {
        *self
            == Self {
                plus: self.plus,
                again: self.again,
                ..Self::default()
            }
    }

    /// How many, as often as it was taken; nothing when neither was said.
    pub fn number(&self) -> Option<Span> {
        match (self.count, self.times) {
            (Some(count), Some(times)) => Some(count.times(times)),
            (count, times) => count.or(times),
        }
    }
}

/// An amount that was read.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Amount {
    pub parts: Vec<Part>,
    /// Numbers with "/" between them: the strengths of a mix.
    pub by_slash: Vec<f64>,
    /// What was not understood, as it was typed.
    pub unread: Vec<String>,
    /// Numbers that are the lowest of what was said, as they were typed: "8 or more".
    pub at_least: Vec<String>,
    /// Nobody knows how much it was: a pack, "many".
    pub has_no_end: bool,
}

impl Amount {
    /// Something was said about how much or how many.
    pub fn says_something(&self) -> bool {
        !self.parts.is_empty() || !self.by_slash.is_empty()
    }

    /// Everything that was said comes to nothing: "0", "0-0-0".
    pub fn is_nothing(&self) -> bool {
        let is_zero = |part: &Part| {
            let zero = |span: Option<Span>| span.is_some_and(|span| span.most == 0.0);
            zero(part.count) || zero(part.mg) || zero(part.ml)
        };
        let counted: Vec<&Part> = self
            .parts
            .iter()
            .filter(|part| part.count.is_some() || part.mg.is_some() || part.ml.is_some())
            .collect();
        let counts = || counted.iter().filter(|part| part.count.is_some());
        let all_zero = !counted.is_empty() && counted.iter().all(|part| is_zero(part));
        // "400 mg, 0": the strength stays, the number is none.
        let no_pieces = counts().next().is_some() && counts().all(|part| is_zero(part));
        self.by_slash.is_empty() && (all_zero || no_pieces)
    }
}
