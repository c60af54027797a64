//! Owns the check of types in a condition and its byte code.
//! May use: expression, vocabulary, opcode. Must not: evaluate.

use super::expression::{Fault, Node, Term};
use super::opcode;
use super::vocabulary::{Kind, Name, Vocabulary};

/// Which names a condition may read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MayRead {
    /// Facts and derived facts, without the two that are known only after the warning signs (sentences 3.8 and 5.3).
    Facts,
    /// These and safety questions.
    FactsAndQuestions,
    /// All of them.
    Everything,
}

/// The derived facts that are known only after the warning signs.
pub const AFTER_SIGNS: [&str; 2] = ["red_flag_head", "red_flag_spine"];

/// The type of a part of a condition.
#[derive(Debug, Clone, PartialEq)]
pub enum Type {
    Number,
    YesNo,
    /// The value of an enum fact, by the place of the fact.
    Value(usize),
    /// A 'word', which has to be compared with the value of an enum fact.
    Literal(String),
}

/// The type and the byte code of a condition. Numbers go to a table of their own.
pub fn encode(
    node: &Node,
    may_read: MayRead,
    vocabulary: &Vocabulary,
    numbers: &mut Vec<f64>,
) -> Result<(Type, Vec<u8>), Fault> {
    let mut encoder = Encoder {
        may_read,
        vocabulary,
        numbers,
        code: Vec::new(),
    };
    let kind = encoder.node(node)?;
    Ok((kind, encoder.code))
}

struct Encoder<'a> {
    may_read: MayRead,
    vocabulary: &'a Vocabulary,
    numbers: &'a mut Vec<f64>,
    code: Vec<u8>,
}

impl Encoder<'_> {
    fn node(&mut self, node: &Node) -> Result<Type, Fault> {
        match &node.term {
            Term::YesNo(value) => {
                self.code
                    .push(if *value { opcode::TRUE } else { opcode::FALSE });
                Ok(Type::YesNo)
            }
            Term::Number(number) => self.number(*number, node.at),
            Term::Word(word) => self.word(word, node.at),
            Term::Name(name) => self.name(name, node.at),
            Term::Not(inner) => {
                self.code.push(opcode::NOT);
                self.yes_no(inner)?;
                Ok(Type::YesNo)
            }
            Term::In(word, set) => self.member(word, set, node.at),
            Term::Count(members, wanted) => {
                let how_many = u8::try_from(members.len())
                    .map_err(|_| Fault::new(node.at, "count has too many members"))?;
                self.code.extend([opcode::COUNT, how_many, *wanted]);
                for member in members {
                    self.yes_no(member)?;
                }
                Ok(Type::YesNo)
            }
            Term::Pair(operator, left, right) => {
                self.code.push(*operator);
                self.pair(*operator, left, right)
            }
        }
    }

    fn pair(&mut self, operator: u8, left: &Node, right: &Node) -> Result<Type, Fault> {
        match operator {
            opcode::AND | opcode::OR => {
                self.yes_no(left)?;
                self.yes_no(right)?;
                Ok(Type::YesNo)
            }
            opcode::DEFAULT => self.alike(left, right),
            opcode::EQUAL | opcode::NOT_EQUAL => {
                self.alike(left, right)?;
                Ok(Type::YesNo)
            }
            opcode::ADD | opcode::SUBTRACT | opcode::MULTIPLY | opcode::DIVIDE => {
                self.only_number(left)?;
                self.only_number(right)?;
                Ok(Type::Number)
            }
            _ => {
                self.only_number(left)?;
                self.only_number(right)?;
                Ok(Type::YesNo)
            }
        }
    }

    fn yes_no(&mut self, node: &Node) -> Result<(), Fault> {
        match self.node(node)? {
            Type::YesNo => Ok(()),
            other => Err(Fault::new(
                node.at,
                format!("{} stands where yes/no is needed", self.describe(&other)),
            )),
        }
    }

    fn only_number(&mut self, node: &Node) -> Result<(), Fault> {
        match self.node(node)? {
            Type::Number => Ok(()),
            other => Err(Fault::new(
                node.at,
                format!("{} stands where a number is needed", self.describe(&other)),
            )),
        }
    }

    /// Both sides have the same type; a word is one of the values of the fact on the other side.
    fn alike(&mut self, left: &Node, right: &Node) -> Result<Type, Fault> {
        let left_type = self.node(left)?;
        let right_type = self.node(right)?;
        match (&left_type, &right_type) {
            (Type::Value(fact), Type::Literal(word)) => self.value(*fact, word, right.at),
            (Type::Literal(word), Type::Value(fact)) => self.value(*fact, word, left.at),
            (Type::Value(one), Type::Value(other))
                if self.vocabulary.facts[*one].words == self.vocabulary.facts[*other].words =>
            {
                Ok(left_type)
            }
            (Type::Number, Type::Number) | (Type::YesNo, Type::YesNo) => Ok(left_type),
            _ => Err(Fault::new(
                left.at,
                format!(
                    "{} is compared with {}",
                    self.describe(&left_type),
                    self.describe(&right_type)
                ),
            )),
        }
    }

    fn value(&self, fact: usize, word: &str, at: usize) -> Result<Type, Fault> {
        let row = &self.vocabulary.facts[fact];
        let known = self
            .vocabulary
            .word(word)
            .is_some_and(|place| row.words.contains(&place));
        if known {
            return Ok(Type::Value(fact));
        }
        Err(Fault::new(
            at,
            format!("'{word}' is not a value of `{}`", row.name),
        ))
    }

    fn number(&mut self, number: f64, at: usize) -> Result<Type, Fault> {
        let place = self
            .numbers
            .iter()
            .position(|known| *known == number)
            .unwrap_or_else(|| {
                self.numbers.push(number);
                self.numbers.len() - 1
            });
        let place = u8::try_from(place)
            .map_err(|_| Fault::new(at, "there are more than 256 different numbers"))?;
        self.code.extend([opcode::NUMBER, place]);
        Ok(Type::Number)
    }

    fn word(&mut self, word: &str, at: usize) -> Result<Type, Fault> {
        let place = self.word_place(word, at)?;
        self.code.push(opcode::WORD);
        self.code.extend(place.to_le_bytes());
        Ok(Type::Literal(word.to_owned()))
    }

    fn word_place(&self, word: &str, at: usize) -> Result<u16, Fault> {
        self.vocabulary
            .word(word)
            .and_then(|place| u16::try_from(place).ok())
            .ok_or_else(|| Fault::new(at, format!("no fact has the value '{word}'")))
    }

    fn name(&mut self, name: &str, at: usize) -> Result<Type, Fault> {
        match self.find(name, at)? {
            Name::Question(place) => {
                self.code.extend([opcode::QUESTION, byte(place)]);
                Ok(Type::YesNo)
            }
            Name::Fact(place) => {
                self.code.extend([opcode::FACT, byte(place)]);
                match self.vocabulary.facts[place].kind {
                    Kind::Whole | Kind::Number => Ok(Type::Number),
                    Kind::YesNo => Ok(Type::YesNo),
                    Kind::Word => Ok(Type::Value(place)),
                    Kind::Words => Err(Fault::new(
                        at,
                        format!("`{name}` is a set: write 'word' in {name}"),
                    )),
                }
            }
        }
    }

    fn member(&mut self, word: &str, set: &Node, at: usize) -> Result<Type, Fault> {
        let Term::Name(name) = &set.term else {
            return Err(Fault::new(set.at, "`in` needs the name of a set fact"));
        };
        let place = match self.find(name, set.at)? {
            Name::Fact(place) if self.vocabulary.facts[place].kind == Kind::Words => place,
            _ => return Err(Fault::new(set.at, format!("`{name}` is not a set"))),
        };
        self.value(place, word, at)?;
        let word = self.word_place(word, at)?;
        self.code.extend([opcode::IN, byte(place)]);
        self.code.extend(word.to_le_bytes());
        Ok(Type::YesNo)
    }

    fn find(&self, name: &str, at: usize) -> Result<Name, Fault> {
        let found = self.vocabulary.name(name).ok_or_else(|| {
            Fault::new(
                at,
                format!(
                    "no fact, derived fact or safety question is called `{name}`{}",
                    self.vocabulary.like(name)
                ),
            )
        })?;
        if self.may_read == MayRead::Facts && matches!(found, Name::Question(_)) {
            return Err(Fault::new(
                at,
                format!("the safety question `{name}` may not be used here"),
            ));
        }
        if self.may_read != MayRead::Everything && AFTER_SIGNS.contains(&name) {
            return Err(Fault::new(
                at,
                format!("`{name}` is known only after the warning signs and may not be used here"),
            ));
        }
        Ok(found)
    }

    fn describe(&self, kind: &Type) -> String {
        match kind {
            Type::Number => "a number".to_owned(),
            Type::YesNo => "yes/no".to_owned(),
            Type::Value(fact) => format!("the word of `{}`", self.vocabulary.facts[*fact].name),
            Type::Literal(word) => format!("the word '{word}'"),
        }
    }
}

/// The vocabulary refuses more than 256 facts or questions.
fn byte(place: usize) -> u8 {
    place as u8
}
