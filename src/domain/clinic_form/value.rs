//! Owns the values that answers and conditions have, and how two of them compare.
//! May use: the standard library, dates. Must not: options, wording.

use std::cmp::Ordering;

/// One answer, or what a condition holds against it.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    Boolean(bool),
    Number(f64),
    /// Words; also days and times as FHIR writes them, whose order is that of their letters.
    Text(String),
    Coding {
        system: String,
        code: String,
        display: String,
    },
    Quantity {
        number: f64,
        /// Code, or the unit as it was typed.
        unit: String,
    },
}

impl Value {
    /// Whether both are the same answer. A code without a system is the same in each system; without a code the words decide.
    pub fn is(&self, other: &Value) -> bool {
        match (self, other) {
            (
                Value::Coding {
                    system,
                    code,
                    display,
                },
                Value::Coding {
                    system: other_system,
                    code: other_code,
                    display: other_display,
                },
            ) => {
                let same_system =
                    system == other_system || system.is_empty() || other_system.is_empty();
                let same_words = code.is_empty() && display == other_display;
                same_system && code == other_code && (same_words || !code.is_empty())
            }
            _ => self.compared(other) == Some(Ordering::Equal),
        }
    }

    /// Their order; None when they have none. Amounts of different units have none.
    pub fn compared(&self, other: &Value) -> Option<Ordering> {
        match (self, other) {
            (Value::Boolean(one), Value::Boolean(other)) => Some(one.cmp(other)),
            (Value::Number(one), Value::Number(other)) => one.partial_cmp(other),
            (Value::Text(one), Value::Text(other)) => Some(one.cmp(other)),
            (
                Value::Quantity { number, unit },
                Value::Quantity {
                    number: other,
                    unit: other_unit,
                },
            ) if unit == other_unit => number.partial_cmp(other),
            _ => None,
        }
    }
}
