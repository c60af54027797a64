//! Owns the reading of a condition part by part: for those who want to show it or say which answers decided it.
//! May use: facts, logic, knowledge. Must not: wording; a second way to evaluate.

use super::facts::{FactId, Facts, fact};
use super::logic::Case;
use crate::domain::safety::SafetyAnswers;
use crate::knowledge::{
    Expression, FactOrigin, NUMBERS, SAFETY_QUESTIONS, SafetyQuestion, Word, opcode,
};

/// One condition taken apart by one level; the parts are conditions or values themselves.
#[derive(Debug, Clone, PartialEq)]
pub enum Part {
    YesNo(bool),
    Number(f64),
    Word(Word),
    Fact(FactId),
    Question(&'static SafetyQuestion),
    /// The set fact holds the word.
    In(FactId, Word),
    /// At least so many of them are true.
    AtLeast(u8, Vec<Expression>),
    Not(Expression),
    /// All of them; a chain of "and" is one list.
    All(Vec<Expression>),
    /// Any of them.
    Any(Vec<Expression>),
    /// The first, or the second while the first is unknown.
    Default(Expression, Expression),
    /// An operator of `opcode` with two sides: a comparison or arithmetic.
    Pair(u8, Expression, Expression),
}

/// Takes a condition apart. None for byte code that is none.
pub fn part(expression: Expression) -> Option<Part> {
    let (operator, rest) = expression.code().split_first()?;
    Some(match *operator {
        opcode::FALSE => Part::YesNo(false),
        opcode::TRUE => Part::YesNo(true),
        opcode::NUMBER => Part::Number(*NUMBERS.get(usize::from(*rest.first()?))?),
        opcode::WORD => Part::Word(word(rest)?),
        opcode::FACT => Part::Fact(FactId(*rest.first()?)),
        opcode::QUESTION => Part::Question(SAFETY_QUESTIONS.get(usize::from(*rest.first()?))?),
        opcode::IN => Part::In(FactId(*rest.first()?), word(rest.get(1..)?)?),
        opcode::COUNT => {
            let (n_members, wanted) = (*rest.first()?, *rest.get(1)?);
            let mut code = rest.get(2..)?;
            let mut members = Vec::new();
            for _ in 0..n_members {
                let (member, behind) = split(code)?;
                members.push(member);
                code = behind;
            }
            Part::AtLeast(wanted, members)
        }
        opcode::NOT => Part::Not(split(rest)?.0),
        opcode::AND | opcode::OR => {
            let members = chain(*operator, expression)?;
            if *operator == opcode::AND {
                Part::All(members)
            } else {
                Part::Any(members)
            }
        }
        operator => {
            let (left, behind) = split(rest)?;
            let (right, _) = split(behind)?;
            if operator == opcode::DEFAULT {
                Part::Default(left, right)
            } else {
                Part::Pair(operator, left, right)
            }
        }
    })
}

/// The members of a chain of the same operator, from left to right.
fn chain(operator: u8, expression: Expression) -> Option<Vec<Expression>> {
    let Some((first, rest)) = expression.code().split_first() else {
        return Some(Vec::new());
    };
    if *first != operator {
        return Some(vec![expression]);
    }
    let (left, behind) = split(rest)?;
    let (right, _) = split(behind)?;
    let mut members = chain(operator, left)?;
    members.extend(chain(operator, right)?);
    Some(members)
}

/// The first complete expression and the code behind it.
fn split(code: &'static [u8]) -> Option<(Expression, &'static [u8])> {
    let length = length(code)?;
    Some((Expression::new(code.get(..length)?), code.get(length..)?))
}

/// How many bytes the first complete expression takes.
fn length(code: &[u8]) -> Option<usize> {
    let (operands, arguments) = match *code.first()? {
        opcode::FALSE | opcode::TRUE => (0, 0),
        opcode::NUMBER | opcode::FACT | opcode::QUESTION => (1, 0),
        opcode::WORD => (2, 0),
        opcode::IN => (3, 0),
        opcode::COUNT => (2, *code.get(1)?),
        opcode::NOT => (0, 1),
        _ => (0, 2),
    };
    let mut length = 1 + operands;
    for _ in 0..arguments {
        length += self::length(code.get(length..)?)?;
    }
    Some(length)
}

fn word(code: &[u8]) -> Option<Word> {
    Some(Word(u16::from_le_bytes([*code.first()?, *code.get(1)?])))
}

/// An answer that decided a condition.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Input {
    Fact(FactId),
    Question(&'static SafetyQuestion),
}

/// The answers that make a condition as true or false as it is, each once, in the order in which it reads them.
/// What is unknown decided nothing. Derived facts are followed to the answers behind them.
pub fn inputs_behind(expression: Expression, facts: &Facts, answers: &SafetyAnswers) -> Vec<Input> {
    let mut behind = Behind {
        case: Case {
            facts,
            question: &|place| answers.truth(place),
        },
        inputs: Vec::new(),
        words: Vec::new(),
    };
    behind.follow(expression);
    behind.inputs
}

/// The words in set facts and enum facts that make a condition as it is, each once, in the order in which it reads them.
pub fn words_behind(
    expression: Expression,
    facts: &Facts,
    answers: &SafetyAnswers,
) -> Vec<(FactId, Word)> {
    let mut behind = Behind {
        case: Case {
            facts,
            question: &|place| answers.truth(place),
        },
        inputs: Vec::new(),
        words: Vec::new(),
    };
    behind.follow(expression);
    behind.words
}

/// The facts from answers that are unknown and keep a condition unknown, each once, in the order in which it reads them.
/// Nothing while the condition is true or false. Derived facts are followed to the answers that they wait for.
pub fn missing_behind(
    expression: Expression,
    facts: &Facts,
    answers: &SafetyAnswers,
) -> Vec<FactId> {
    let mut missing = Missing {
        case: Case {
            facts,
            question: &|place| answers.truth(place),
        },
        facts: Vec::new(),
    };
    missing.follow(expression);
    missing.facts
}

struct Missing<'a> {
    case: Case<'a>,
    facts: Vec<FactId>,
}

impl Missing<'_> {
    fn follow(&mut self, expression: Expression) {
        match part(expression) {
            Some(Part::In(id, word)) if self.case.facts.holds(id, word) => {}
            Some(Part::Fact(id) | Part::In(id, _)) => self.fact(id),
            Some(Part::Not(inner)) => self.follow(inner),
            Some(Part::All(members) | Part::Any(members) | Part::AtLeast(_, members)) => {
                // A member that is true or false waits for nothing.
                let waiting = members
                    .into_iter()
                    .filter(|member| self.case.truth(*member).is_none());
                waiting
                    .collect::<Vec<_>>()
                    .into_iter()
                    .for_each(|member| self.follow(member));
            }
            Some(Part::Default(known, otherwise)) => {
                self.follow(known);
                self.follow(otherwise);
            }
            Some(Part::Pair(_, left, right)) => {
                self.follow(left);
                self.follow(right);
            }
            Some(Part::YesNo(_) | Part::Number(_) | Part::Word(_) | Part::Question(_)) | None => {}
        }
    }

    fn fact(&mut self, id: FactId) {
        if self.case.facts.is_known(id) {
            return;
        }
        match id.fact().origin {
            FactOrigin::Derived(is) => self.follow(is),
            FactOrigin::Special if id == fact::IMPACT_GRADE => {
                for read in IMPACT_ANSWERS {
                    self.fact(read);
                }
            }
            FactOrigin::Given | FactOrigin::Special => {
                if !self.facts.contains(&id) {
                    self.facts.push(id);
                }
            }
        }
    }
}

struct Behind<'a> {
    case: Case<'a>,
    inputs: Vec<Input>,
    words: Vec<(FactId, Word)>,
}

impl Behind<'_> {
    fn follow(&mut self, expression: Expression) {
        let Some(part) = part(expression) else {
            return;
        };
        match part {
            Part::YesNo(_) | Part::Number(_) | Part::Word(_) => {}
            Part::Fact(id) => self.fact(id),
            Part::In(id, word) => {
                if self.case.facts.holds(id, word) {
                    if !self.words.contains(&(id, word)) {
                        self.words.push((id, word));
                    }
                    // Also of a set that is known in part.
                    self.add(Input::Fact(id));
                }
                self.fact(id);
            }
            Part::Question(question) => {
                if (self.case.question)(question.index).is_some() {
                    self.add(Input::Question(question));
                }
            }
            Part::Not(inner) => self.follow(inner),
            Part::All(members) | Part::Any(members) | Part::AtLeast(_, members) => {
                self.deciding(expression, &members);
            }
            Part::Default(known, otherwise) => {
                if self.case.value(known).is_some() {
                    self.follow(known);
                } else {
                    self.follow(otherwise);
                }
            }
            Part::Pair(_, left, right) => {
                self.follow(left);
                self.follow(right);
            }
        }
    }

    /// Only the members that are what the whole is: one true member makes an "any" true.
    fn deciding(&mut self, whole: Expression, members: &[Expression]) {
        let truth = self.case.truth(whole);
        for member in members {
            if self.case.truth(*member) == truth {
                self.follow(*member);
            }
        }
    }

    fn fact(&mut self, id: FactId) {
        if !self.case.facts.is_known(id) {
            return;
        }
        match id.fact().origin {
            FactOrigin::Given => self.add(Input::Fact(id)),
            FactOrigin::Derived(is) => self.follow(is),
            FactOrigin::Special if id == fact::IMPACT_GRADE => {
                for read in IMPACT_ANSWERS {
                    self.fact(read);
                }
            }
            FactOrigin::Special => self.add(Input::Fact(id)),
        }
    }

    fn add(&mut self, input: Input) {
        if !self.inputs.contains(&input) {
            self.inputs.push(input);
        }
    }
}

/// The answers that sentence 5.2 reads.
const IMPACT_ANSWERS: [FactId; 5] = [
    fact::PAIN_DAYS3M,
    fact::LIMITS_LIFE3M,
    fact::NRS_AVG7,
    fact::IMPACT_ENJOY,
    fact::IMPACT_ACTIVITY,
];
