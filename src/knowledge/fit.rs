//! Owns the types of the tables by which a line fits a person: words of fit, domains, what lowers a line.
//! May use: the standard library. Must not: hold data, evaluate anything.

use super::{DOMAIN_NAMES, GOAL_NAMES, MINUS_NAMES, WISH_NAMES, Word};

/// A word that says what a rule is about; it is true whenever a rule that lists it fires.
pub struct Fit {
    pub id: &'static str,
    /// Its place in `FITS`.
    pub place: u8,
    /// Counts once for a line (sentence 9.6).
    pub points: i8,
    /// How a reason says it.
    pub say: &'static str,
}

/// Where an option belongs in a life, in the order of `meta.domains`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Domain {
    /// What I can do myself.
    OwnCare,
    Movement,
    Mind,
    Medicine,
    HandsOn,
    Procedure,
    Referral,
    Life,
}

/// Why a line stands lower than its fit alone would put it (sentence 9.5), in the order in which it is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Minus {
    /// Simpler steps come first.
    Step,
    /// A caution of level specialist belongs to it.
    Caution,
    /// All its rules are extras.
    Extra,
}

impl Domain {
    /// Every domain, in its order.
    pub const ALL: [Domain; 8] = [
        Domain::OwnCare,
        Domain::Movement,
        Domain::Mind,
        Domain::Medicine,
        Domain::HandsOn,
        Domain::Procedure,
        Domain::Referral,
        Domain::Life,
    ];

    /// The word of `plan_rules.toml`.
    pub fn word(self) -> &'static str {
        match self {
            Domain::OwnCare => "self",
            Domain::Movement => "move",
            Domain::Mind => "mind",
            Domain::Medicine => "medicine",
            Domain::HandsOn => "hands",
            Domain::Procedure => "procedure",
            Domain::Referral => "refer",
            Domain::Life => "life",
        }
    }

    /// The heading that its options stand under.
    pub fn name(self) -> &'static str {
        DOMAIN_NAMES.get(self as usize).copied().unwrap_or_default()
    }
}

impl Minus {
    /// The word of sentence 9.5.
    pub fn word(self) -> &'static str {
        match self {
            Minus::Step => "step",
            Minus::Caution => "caution",
            Minus::Extra => "extra",
        }
    }

    /// How a reason says it.
    pub fn say(self) -> &'static str {
        MINUS_NAMES.get(self as usize).copied().unwrap_or_default()
    }
}

/// How a reason names a goal; empty for a word that is none.
pub fn goal_name(goal: Word) -> &'static str {
    named(&GOAL_NAMES, goal)
}

/// How a reason names a wish; empty for a word that is none.
pub fn wish_name(wish: Word) -> &'static str {
    named(&WISH_NAMES, wish)
}

fn named(names: &[(Word, &'static str)], word: Word) -> &'static str {
    names
        .iter()
        .find(|(known, _)| *known == word)
        .map_or("", |(_, name)| name)
}
