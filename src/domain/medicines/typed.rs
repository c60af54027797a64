//! Owns reading what a person typed as a medicine: a name and how much. One text may hold several medicines.
//! May use: names, amounts, the tables. Must not: guess a number that was not typed.

use super::adding::contents;
use super::amounts::{Amount, Part, Sense, Span};
use super::names::{self, Found};
use super::reader;
use super::tokens::{Kind, Token, tokens};
use super::vocabulary::Meaning;
use crate::knowledge::{MedicineKind, Named, Substance};

/// One medicine in a text.
#[derive(Debug, Clone, PartialEq)]
pub struct Typed {
    /// What it is; none when no name is known.
    pub found: Option<Found>,
    /// The name as it was typed, or all of the text when none is known.
    pub words: String,
    /// Everything that was typed about it.
    pub text: String,
    pub on_skin: bool,
    pub contents: Vec<Content>,
    /// It was said that none of it was taken.
    pub is_nothing: bool,
    /// It has a name, and nobody here knows it.
    pub is_unknown: bool,
}

/// How much of one substance.
#[derive(Debug, Clone, PartialEq)]
pub struct Content {
    pub substance: &'static Substance,
    /// Milligrams by the lowest and the highest sensible reading.
    pub mg: Span,
    /// The strength of one, when it was typed or the pack is always the same.
    pub one_mg: Option<Span>,
    /// Why the lowest reading may be too low; nothing when every part was understood.
    pub gap: Option<Gap>,
}

/// What is missing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Gap {
    /// How many: it is counted as one.
    Number,
    /// How strong: it is not counted, or nothing at all was said about how much.
    Strength,
    /// It was counted from the lowest number of what was typed: "8 or more".
    AtLeast(String),
    /// Words that were not understood.
    Words(String),
    /// Words of which nobody knows how much they are: "half a packet".
    NoEnd(String),
}

impl Gap {
    /// What two amounts leave open together; nothing when they were understood. `also` was not understood either.
    pub(super) fn of(amounts: [&Amount; 2], also: impl Iterator<Item = String>) -> Option<Self> {
        let unread = amounts.iter().flat_map(|amount| amount.unread.clone());
        let unread: Vec<String> = unread.chain(also).collect();
        let at_least: Vec<String> = amounts
            .iter()
            .flat_map(|amount| amount.at_least.clone())
            .collect();
        if amounts.iter().any(|amount| amount.has_no_end) {
            Some(Gap::NoEnd(unread.join(" ")))
        } else if !unread.is_empty() {
            Some(Gap::Words(unread.join(" ")))
        } else {
            (!at_least.is_empty()).then(|| Gap::AtLeast(at_least.join(", ")))
        }
    }
}

impl Typed {
    /// It is known and no painkiller: a vitamin, for instance.
    pub fn is_other(&self) -> bool {
        self.found.is_some_and(|found| found.means == Named::Other)
    }

    /// The counter of its medicine days; none for what is put on the skin, and for what is no painkiller.
    pub fn days(&self) -> Option<&'static MedicineKind> {
        match self.found?.means {
            _ if self.on_skin => None,
            Named::Substance(substance) | Named::Brand(substance) => substance.days,
            Named::Mix(mix) => mix.days,
            Named::OnSkin | Named::Other => None,
        }
    }
}

/// Reads a medicine as it was typed into two fields. Nothing when nothing was typed.
pub fn read(name: &str, amount: &str) -> Vec<Typed> {
    let in_name = Text::of(name);
    let in_amount = Text::of(amount);
    if in_amount.found.iter().any(Found::is_medicine) {
        // The name of a medicine in the other field: one text, read as a whole.
        let whole = format!("{name}\n{amount}");
        return Text::of(&whole).medicines(None);
    }
    in_name.medicines(Some(&in_amount))
}

/// The one medicine that a text names, with nothing else in it but a strength: "Ibuprofen", "Took ibuprofen 400 mg".
pub fn only_name(text: &str) -> Option<Found> {
    let text = Text::of(text);
    let mut medicines = text.found.iter().filter(|found| found.is_medicine());
    let (Some(only), None) = (medicines.next(), medicines.next()) else {
        return None;
    };
    let rest = text.tokens.iter().enumerate();
    let mut rest = rest.filter(|(place, _)| !(only.first..only.after).contains(place));
    rest.all(|(_, token)| !names::may_be_a_name(token))
        .then_some(*only)
}

/// A text with what was found in it.
struct Text<'a> {
    text: &'a str,
    tokens: Vec<Token>,
    found: Vec<Found>,
}

/// A stretch of a text about one medicine.
struct Stretch {
    first: usize,
    after: usize,
    found: Option<Found>,
}

impl<'a> Text<'a> {
    fn of(text: &'a str) -> Self {
        let tokens = tokens(text);
        let found = names::names(&tokens);
        Self {
            text,
            tokens,
            found,
        }
    }

    fn slice(&self, first: usize, after: usize) -> &'a str {
        let tokens = self.tokens.get(first..after).unwrap_or_default();
        match (tokens.first(), tokens.last()) {
            (Some(first), Some(last)) => self.text.get(first.start..last.end).unwrap_or_default(),
            _ => "",
        }
    }

    fn is_number(&self, place: usize) -> bool {
        matches!(
            self.tokens.get(place).map(|token| &token.kind),
            Some(Kind::Number(_))
        )
    }

    fn is_separator(&self, place: usize) -> bool {
        self.tokens
            .get(place)
            .is_some_and(|token| match token.kind {
                Kind::Sign('+' | '/' | ',' | ';' | '&') => true,
                _ => names::is(token, Meaning::And),
            })
    }

    /// The medicines of the text, with the amount from the other field when there is one.
    fn medicines(&self, amount: Option<&Text<'_>>) -> Vec<Typed> {
        let stretches = self.stretches();
        let n_named = stretches
            .iter()
            .filter(|stretch| stretch.found.is_some())
            .count();
        let shared = self.shared_numbers(&stretches, amount);
        let mut place = 0;
        let mut typed = Vec::new();
        for stretch in stretches {
            let own = shared
                .as_ref()
                .and_then(|shared| shared.get(place))
                .copied();
            if stretch.found.is_some() {
                place += 1;
            }
            typed.push(self.medicine(&stretch, amount, n_named, own));
        }
        typed
    }

    /// "ibuprofen/paracetamol 400/500": as many numbers behind as names before. Whether they are of the amount, and they.
    fn shared_numbers(
        &self,
        stretches: &[Stretch],
        amount: Option<&Text<'_>>,
    ) -> Option<Vec<Shared>> {
        let named: Vec<&Stretch> = stretches
            .iter()
            .filter(|stretch| stretch.found.is_some())
            .collect();
        let (last, before) = named.split_last()?;
        if before.is_empty() {
            return None;
        }
        let count = named.len();
        let without_numbers = before
            .iter()
            .all(|stretch| !(stretch.first..stretch.after).any(|place| self.is_number(place)));
        let behind = self.amount_of(last, SENSE_OF_NAMES).by_slash;
        if without_numbers && behind.len() == count {
            return Some(behind.into_iter().map(Shared::Strength).collect());
        }
        let numbers = amount?.whole_amount(SENSE_OF_NAMES).by_slash;
        (numbers.len() == count).then(|| numbers.into_iter().map(Shared::Count).collect())
    }

    /// What the figures of a stretch say.
    fn amount_of(&self, stretch: &Stretch, sense: Sense) -> Amount {
        let tokens = self
            .tokens
            .get(stretch.first..stretch.after)
            .unwrap_or_default();
        let is_name = |place: usize| {
            let place = place + stretch.first;
            self.found
                .iter()
                .any(|found| (found.first..found.after).contains(&place))
        };
        reader::read(self.text, tokens, &is_name, sense)
    }

    fn whole_amount(&self, sense: Sense) -> Amount {
        let all = Stretch {
            first: 0,
            after: self.tokens.len(),
            found: None,
        };
        self.amount_of(&all, sense)
    }

    /// Where each medicine begins and ends.
    fn stretches(&self) -> Vec<Stretch> {
        let end = self.tokens.len();
        let medicines: Vec<Found> = self
            .found
            .iter()
            .copied()
            .filter(Found::is_medicine)
            .collect();
        let Some(first) = medicines.first() else {
            return (end > 0)
                .then_some(Stretch {
                    first: 0,
                    after: end,
                    found: None,
                })
                .into_iter()
                .collect();
        };
        let before_first = (0..first.first).any(|place| self.is_number(place));
        let last = medicines.last().map_or(end, |last| last.after);
        let behind_last = (last..end).any(|place| self.is_number(place));
        let numbers_lead = before_first && !behind_last;
        let mut stretches = Vec::new();
        let mut from = 0;
        for (place, found) in medicines.iter().enumerate() {
            let next = medicines.get(place + 1);
            let to = next.map_or(end, |next| self.border(found, next, numbers_lead));
            self.cut_unknown(from, to, *found, &mut stretches);
            from = to;
        }
        stretches
    }

    /// Where the next medicine begins: behind the last sign that parts things, or where the numbers end.
    fn border(&self, found: &Found, next: &Found, numbers_lead: bool) -> usize {
        let sign = (found.after..next.first)
            .rev()
            .find(|place| self.is_separator(*place));
        match sign {
            Some(sign) => sign + 1,
            None if numbers_lead => found.after,
            None => next.first,
        }
    }

    /// A word behind a sign that can be a name, but is none we know, begins another medicine.
    fn cut_unknown(&self, from: usize, to: usize, found: Found, stretches: &mut Vec<Stretch>) {
        let begins = |place: &usize| {
            self.is_separator(*place)
                && self
                    .tokens
                    .get(*place + 1)
                    .is_some_and(names::may_be_a_name)
                && *place + 1 < to
        };
        let unknown = (found.after..to).find(begins);
        // Before the name as well: "Foomol 2 + ibuprofen".
        let led = (from..found.first)
            .any(|place| self.tokens.get(place).is_some_and(names::may_be_a_name));
        let sign = (from..found.first)
            .rev()
            .find(|place| self.is_separator(*place))
            .filter(|_| led);
        let start = sign.map_or(from, |sign| sign + 1);
        if start > from {
            stretches.push(Stretch {
                first: from,
                after: start,
                found: None,
            });
        }
        stretches.push(Stretch {
            first: start,
            after: unknown.unwrap_or(to),
            found: Some(found),
        });
        if let Some(unknown) = unknown {
            stretches.push(Stretch {
                first: unknown + 1,
                after: to,
                found: None,
            });
        }
    }

    /// What is known in a stretch and no painkiller, when nothing else in it can be a name.
    fn other_in(&self, stretch: &Stretch) -> Option<Found> {
        let inside = |found: &&Found| (stretch.first..stretch.after).contains(&found.first);
        let mut inside = self.found.iter().filter(inside);
        let other = inside.find(|found| found.means == Named::Other).copied();
        other.filter(|_| stretch.found.is_none() && !self.has_a_name(stretch))
    }

    /// Whether a word in a stretch can be a name that nobody here knows.
    fn has_a_name(&self, stretch: &Stretch) -> bool {
        let is_found = |place: usize| {
            let mut found = self.found.iter();
            found.any(|found| (found.first..found.after).contains(&place))
        };
        let mut places = stretch.first..stretch.after;
        places.any(|place| {
            !is_found(place) && self.tokens.get(place).is_some_and(names::may_be_a_name)
        })
    }

    fn medicine(
        &self,
        stretch: &Stretch,
        amount: Option<&Text<'_>>,
        n_named: usize,
        shared: Option<Shared>,
    ) -> Typed {
        let is_on_skin = |found: &Found| found.means == Named::OnSkin;
        let inside = |found: &&Found| (stretch.first..stretch.after).contains(&found.first);
        let through = stretch.found.is_some_and(|found| {
            found
                .substances()
                .iter()
                .any(|substance| substance.through_skin)
        });
        let in_amount = amount.is_some_and(|amount| amount.found.iter().any(is_on_skin));
        let on_skin = !through && (in_amount || self.found.iter().filter(inside).any(is_on_skin));
        let words = match stretch.found {
            Some(found) => self.slice(found.first, found.after),
            None => self.slice(stretch.first, stretch.after),
        };
        let typed_amount = amount.map_or("", |amount| amount.text.trim());
        let text = [self.slice(stretch.first, stretch.after), typed_amount]
            .into_iter()
            .filter(|text| !text.is_empty())
            .collect::<Vec<_>>()
            .join(", ");
        let other = self.other_in(stretch);
        let is_unnamed = stretch.found.or(other).is_none() && !on_skin;
        let mut typed = Typed {
            found: stretch.found.or(other),
            words: words.to_owned(),
            text,
            on_skin,
            contents: Vec::new(),
            is_nothing: false,
            is_unknown: is_unnamed && self.has_a_name(stretch),
        };
        let sense = stretch
            .found
            .map_or(SENSE_OF_NAMES, |found| sense_of(&found));
        let mut in_name = self.amount_of(stretch, sense);
        let has_strength = in_name.parts.iter().any(|part| part.mg.is_some());
        let given = amount.map(|amount| {
            amount.whole_amount(Sense {
                is_name: false,
                bare_strength: sense.bare_strength.max(match has_strength {
                    true => LEAST_BARE,
                    false => LEAST_BARE_ALONE,
                }),
                ..sense
            })
        });
        let has_amount = given.as_ref().is_some_and(Amount::says_something);
        typed.is_nothing = match &given {
            Some(given) if has_amount => given.is_nothing(),
            _ => in_name.is_nothing(),
        };
        let Some(found) = stretch.found.filter(|_| !on_skin) else {
            return typed;
        };
        let mut given = given.unwrap_or_default();
        match shared {
            Some(Shared::Strength(mg)) => {
                in_name.by_slash.clear();
                in_name.parts.insert(
                    0,
                    Part {
                        mg: Some(Span::one(mg)),
                        ..Part::default()
                    },
                );
            }
            Some(Shared::Count(count)) => {
                given.by_slash.clear();
                given.parts = vec![Part {
                    count: Some(Span::one(count)),
                    ..Part::default()
                }];
            }
            // One number for several medicines: of each, or of all together.
            None if n_named > 1 => {
                for part in &mut given.parts {
                    part.count = part
                        .count
                        .map(|count| count.or(Span::one(1.0_f64.min(count.least))));
                }
            }
            None => {}
        }
        typed.contents = contents(&found, &in_name, &given);
        typed
    }
}

/// A number that stands behind several names.
#[derive(Debug, Clone, Copy)]
enum Shared {
    Strength(f64),
    Count(f64),
}

/// Below it a number in the field for the amount is a number of tablets: beside a strength, and where none was typed.
const LEAST_BARE: f64 = 25.0;
const LEAST_BARE_ALONE: f64 = 7.5;
/// For a text in which no medicine is known: what a number can mean is open.
const SENSE_OF_NAMES: Sense = Sense {
    bare_strength: LEAST_BARE,
    sensible_mg: (0.0, 100_000.0),
    is_name: true,
};
/// How far from the strengths on the market a number can be and still be meant: down for a part of a tablet or a drop
/// for a child, up from what a label allows in a day for an overdose that must be seen.
const LOWEST_SHARE: f64 = 4.0;
const HIGHEST_TIMES: f64 = 25.0;

fn sense_of(found: &Found) -> Sense {
    let substances = found.substances();
    let [substance] = substances.as_slice() else {
        return SENSE_OF_NAMES;
    };
    let Some((least, most)) = substance.one_mg else {
        return SENSE_OF_NAMES;
    };
    Sense {
        bare_strength: least,
        sensible_mg: (
            least / LOWEST_SHARE,
            HIGHEST_TIMES * substance.day_max_mg.unwrap_or(most),
        ),
        is_name: true,
    }
}
