//! Owns units as UCUM writes them: a number without one means nothing to the program that reads it.
//! May use: the item tables. Must not: convert.

use serde_json::{Value, json};

use crate::knowledge::Item;

const UCUM: &str = "http://unitsofmeasure.org";

/// A unit, with our word for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Unit {
    pub code: &'static str,
    pub word: &'static str,
}

const fn unit(code: &'static str, word: &'static str) -> Unit {
    Unit { code, word }
}

/// A step of a scale from 0 to 10.
pub(super) const SCORE: Unit = unit("{score}", "of 10");
pub(super) const DAYS: Unit = unit("d", "days");
pub(super) const MINUTES: Unit = unit("min", "minutes");
pub(super) const YEARS: Unit = unit("a", "years");
pub(super) const MONTHS: Unit = unit("mo", "months");
pub(super) const CENTIMETRES: Unit = unit("cm", "cm");
pub(super) const KILOGRAMS: Unit = unit("kg", "kg");

/// The unit of the numbers of an item.
pub(super) fn of_item(item: &Item) -> Unit {
    match (item.id, item.unit) {
        // These questions ask for a week.
        ("life.activity", _) => unit("min/wk", "minutes a week"),
        ("sleep.nights", _) => unit("{night}/wk", "nights a week"),
        (_, Some("years")) => YEARS,
        (_, Some("weeks")) => unit("wk", "weeks"),
        (_, Some("days")) => DAYS,
        (_, Some("minutes")) => MINUTES,
        (_, Some("medicines")) => unit("{medicine}", "medicines"),
        // A count without a unit. That no number of the questionnaire is one, a test holds.
        _ => unit("1", ""),
    }
}

impl Unit {
    pub fn quantity(self, value: Value) -> Value {
        json!({ "value": value, "unit": self.word, "system": UCUM, "code": self.code })
    }

    pub fn coding(self) -> Value {
        json!({ "system": UCUM, "code": self.code, "display": self.word })
    }
}
