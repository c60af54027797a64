//! Owns the evaluation of conditions with three values: section 4.
//! May use: facts, the byte code. Must not: know a particular rule; a missing answer is never a "no" here.
//!
//! TRUE, FALSE and UNKNOWN are `Some(true)`, `Some(false)` and `None`.

use super::facts::{Facts, Value};
use crate::knowledge::{Expression, FactId, NUMBERS, Word, opcode};

/// What conditions are evaluated against.
#[derive(Clone, Copy)]
pub struct Case<'a> {
    pub facts: &'a Facts,
    /// Whether the answer to a safety question, by its place, counts as true.
    pub question: &'a dyn Fn(u8) -> Option<bool>,
}

impl Case<'_> {
    /// The truth of a yes/no condition.
    pub fn truth(&self, expression: Expression) -> Option<bool> {
        let mut reader = Reader {
            code: expression.0.iter(),
            case: *self,
        };
        reader.yes_no()
    }

    /// Sentence 4.7: only what is TRUE fires.
    pub fn fires(&self, expression: Expression) -> bool {
        self.truth(expression) == Some(true)
    }

    /// The value of an expression of any type.
    pub fn value(&self, expression: Expression) -> Option<Value> {
        let mut reader = Reader {
            code: expression.0.iter(),
            case: *self,
        };
        Some(match reader.next()? {
            Datum::Number(number) => Value::Number(number),
            Datum::YesNo(answer) => Value::YesNo(answer),
            Datum::Word(word) => Value::Word(word),
        })
    }
}

/// The truth of a condition that reads no safety question, such as the condition of an item.
pub fn truth_of_facts(expression: Expression, facts: &Facts) -> Option<bool> {
    Case {
        facts,
        question: &|_| None,
    }
    .truth(expression)
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Datum {
    Number(f64),
    YesNo(bool),
    Word(Word),
}

/// Reads byte code from front to back; both sides of an operator are always read.
struct Reader<'a> {
    code: std::slice::Iter<'static, u8>,
    case: Case<'a>,
}

impl Reader<'_> {
    fn next(&mut self) -> Option<Datum> {
        let operator = self.byte()?;
        match operator {
            opcode::FALSE => Some(Datum::YesNo(false)),
            opcode::TRUE => Some(Datum::YesNo(true)),
            opcode::NUMBER => {
                let place = self.byte()?;
                NUMBERS
                    .get(usize::from(place))
                    .map(|number| Datum::Number(*number))
            }
            opcode::FACT => {
                let id = FactId(self.byte()?);
                match self.case.facts.get(id)? {
                    Value::Number(number) => Some(Datum::Number(*number)),
                    Value::YesNo(answer) => Some(Datum::YesNo(*answer)),
                    Value::Word(word) => Some(Datum::Word(*word)),
                    Value::Words(_) | Value::AtLeast(_) => None,
                }
            }
            opcode::QUESTION => {
                let place = self.byte()?;
                (self.case.question)(place).map(Datum::YesNo)
            }
            opcode::WORD => self.word().map(Datum::Word),
            opcode::IN => {
                let id = FactId(self.byte()?);
                let word = self.word()?;
                self.case.facts.is_in(id, word).map(Datum::YesNo)
            }
            opcode::COUNT => self.count().map(Datum::YesNo),
            opcode::NOT => self.yes_no().map(|answer| Datum::YesNo(!answer)),
            opcode::AND => {
                let (left, right) = (self.yes_no(), self.yes_no());
                and(left, right).map(Datum::YesNo)
            }
            opcode::OR => {
                let (left, right) = (self.yes_no(), self.yes_no());
                or(left, right).map(Datum::YesNo)
            }
            opcode::DEFAULT => {
                let (known, otherwise) = (self.next(), self.next());
                known.or(otherwise)
            }
            _ => {
                let (left, right) = (self.next(), self.next());
                pair(operator, left?, right?)
            }
        }
    }

    fn yes_no(&mut self) -> Option<bool> {
        match self.next()? {
            Datum::YesNo(answer) => Some(answer),
            Datum::Number(_) | Datum::Word(_) => None,
        }
    }

    /// Sentence 4.6.
    fn count(&mut self) -> Option<bool> {
        let members = self.byte()?;
        let wanted = self.byte()?;
        let (mut n_true, mut n_unknown) = (0, 0);
        for _ in 0..members {
            match self.yes_no() {
                Some(true) => n_true += 1,
                Some(false) => {}
                None => n_unknown += 1,
            }
        }
        if n_true >= wanted {
            Some(true)
        } else if n_true + n_unknown < wanted {
            Some(false)
        } else {
            None
        }
    }

    fn byte(&mut self) -> Option<u8> {
        self.code.next().copied()
    }

    fn word(&mut self) -> Option<Word> {
        let low = self.byte()?;
        let high = self.byte()?;
        Some(Word(u16::from_le_bytes([low, high])))
    }
}

/// Sentence 4.2.
fn and(left: Option<bool>, right: Option<bool>) -> Option<bool> {
    match (left, right) {
        (Some(false), _) | (_, Some(false)) => Some(false),
        (Some(true), Some(true)) => Some(true),
        _ => None,
    }
}

/// Sentence 4.3.
fn or(left: Option<bool>, right: Option<bool>) -> Option<bool> {
    match (left, right) {
        (Some(true), _) | (_, Some(true)) => Some(true),
        (Some(false), Some(false)) => Some(false),
        _ => None,
    }
}

/// Comparisons and arithmetic with two known sides (sentence 4.4).
fn pair(operator: u8, left: Datum, right: Datum) -> Option<Datum> {
    match operator {
        opcode::EQUAL => return Some(Datum::YesNo(left == right)),
        opcode::NOT_EQUAL => return Some(Datum::YesNo(left != right)),
        _ => {}
    }
    let (Datum::Number(left), Datum::Number(right)) = (left, right) else {
        return None;
    };
    Some(match operator {
        opcode::LESS => Datum::YesNo(left < right),
        opcode::LESS_OR_EQUAL => Datum::YesNo(left <= right),
        opcode::GREATER => Datum::YesNo(left > right),
        opcode::GREATER_OR_EQUAL => Datum::YesNo(left >= right),
        opcode::ADD => Datum::Number(left + right),
        opcode::SUBTRACT => Datum::Number(left - right),
        opcode::MULTIPLY => Datum::Number(left * right),
        opcode::DIVIDE if right == 0.0 => return None,
        opcode::DIVIDE => Datum::Number(left / right),
        _ => return None,
    })
}
