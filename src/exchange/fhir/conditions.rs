//! Owns the conditions under which a question is shown, as far as FHIR's plain form can say them.
//! May use: knowledge, its byte code. Must not: evaluate.
//!
//! FHIR knows a list of comparisons of which all, or any, must hold. A condition of another form is left out, and the
//! question then stands without one; its answer is there only when the question was asked.

use std::slice::Iter;

use serde_json::{Value, json};

use super::OWN;
use super::questionnaire::{Form, form};
use crate::knowledge::{Expression, FactId, ITEMS, Item, ItemKind, NUMBERS, Word, opcode};

/// `enableWhen` and `enableBehavior`; none when the condition cannot be said.
pub(super) fn enable_when(condition: Expression) -> Option<(Vec<Value>, &'static str)> {
    let mut code = condition.code().iter();
    let first = *code.as_slice().first()?;
    let mut comparisons = Vec::new();
    members(&mut code, first, &mut comparisons)?;
    let comparisons: Option<Vec<Value>> = comparisons.iter().map(Comparison::question).collect();
    let behaviour = if first == opcode::OR { "any" } else { "all" };
    code.as_slice().is_empty().then_some(())?;
    Some((comparisons?, behaviour))
}

struct Comparison {
    fact: FactId,
    operator: &'static str,
    operand: Operand,
}

enum Operand {
    Number(f64),
    Word(Word),
    Yes,
}

/// The members of a chain of one operator.
fn members(code: &mut Iter<'static, u8>, chain: u8, found: &mut Vec<Comparison>) -> Option<()> {
    let operator = *code.next()?;
    match operator {
        opcode::AND | opcode::OR if operator == chain => {
            members(code, chain, found)?;
            members(code, chain, found)
        }
        opcode::IN => {
            found.push(Comparison {
                fact: FactId(*code.next()?),
                operator: "=",
                operand: Operand::Word(word(code)?),
            });
            Some(())
        }
        opcode::FACT => {
            found.push(Comparison {
                fact: FactId(*code.next()?),
                operator: "=",
                operand: Operand::Yes,
            });
            Some(())
        }
        opcode::EQUAL..=opcode::GREATER_OR_EQUAL => {
            let operator = match operator {
                opcode::EQUAL => "=",
                opcode::NOT_EQUAL => "!=",
                opcode::LESS => "<",
                opcode::LESS_OR_EQUAL => "<=",
                opcode::GREATER => ">",
                _ => ">=",
            };
            (*code.next()? == opcode::FACT).then_some(())?;
            let fact = FactId(*code.next()?);
            let operand = match *code.next()? {
                opcode::NUMBER => Operand::Number(*NUMBERS.get(usize::from(*code.next()?))?),
                opcode::WORD => Operand::Word(word(code)?),
                _ => return None,
            };
            found.push(Comparison {
                fact,
                operator,
                operand,
            });
            Some(())
        }
        _ => None,
    }
}

fn word(code: &mut Iter<'static, u8>) -> Option<Word> {
    let (low, high) = (*code.next()?, *code.next()?);
    Some(Word(u16::from_le_bytes([low, high])))
}

impl Comparison {
    fn question(&self) -> Option<Value> {
        let code = |item: &Item, code: &str| json!({ "question": item.id, "operator": self.operator, "answerCoding": { "system": OWN, "code": code } });
        if let Operand::Yes = self.operand {
            return ITEMS.iter().find_map(|item| {
                let of_option = item
                    .options
                    .iter()
                    .find(|option| option.fact == Some(self.fact));
                match of_option {
                    Some(option) if form(item) == Form::Options => Some(code(item, option.id)),
                    _ if item.fact == Some(self.fact) && item.kind == ItemKind::YesNo => {
                        Some(code(item, "yes"))
                    }
                    _ => None,
                }
            });
        }
        let item = ITEMS.iter().find(|item| item.fact == Some(self.fact))?;
        match (&self.operand, form(item)) {
            (Operand::Word(word), Form::Option | Form::Options) => {
                let option = item
                    .options
                    .iter()
                    .find(|option| option.word == Some(*word))?;
                Some(code(item, option.id))
            }
            (Operand::Number(number), Form::Whole) if number.fract() == 0.0 => Some(
                json!({ "question": item.id, "operator": self.operator, "answerInteger": *number as i64 }),
            ),
            (Operand::Number(number), Form::Number) => Some(
                json!({ "question": item.id, "operator": self.operator, "answerDecimal": number }),
            ),
            _ => None,
        }
    }
}
