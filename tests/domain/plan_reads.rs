//! What a condition reads, from its byte code: for tests that look for cases in which it fires.

use std::collections::{BTreeMap, BTreeSet};

use tailored::domain::plan::facts::{FactId, fact};
use tailored::knowledge::{self, Expression, FLAGS, FactOrigin, NUMBERS, WORDS, Word, opcode};

/// The leaves of a condition, also through derived facts.
#[derive(Default)]
pub struct Reads {
    pub facts: BTreeSet<FactId>,
    pub questions: BTreeSet<usize>,
    /// Words that it looks for in each set, and all words that it compares with.
    pub members: BTreeMap<FactId, BTreeSet<Word>>,
    pub words: BTreeSet<Word>,
    /// Numbers that it compares with.
    pub numbers: BTreeSet<i64>,
    /// Unknown parts can count as something.
    pub has_default: bool,
    /// It reads what the warning signs say, which is never unknown.
    pub warning_signs: bool,
}

pub fn reads(expression: Expression) -> Reads {
    let mut reads = Reads::default();
    reads.add(expression);
    reads
}

impl Reads {
    fn add(&mut self, expression: Expression) {
        let ids: Vec<FactId> = FactId::all().collect();
        let word = |low: u8, high: u8| {
            knowledge::word(WORDS[usize::from(u16::from_le_bytes([low, high]))]).unwrap()
        };
        let mut code = expression.code().iter().copied();
        while let Some(operator) = code.next() {
            let mut byte = || code.next().unwrap();
            match operator {
                opcode::NUMBER => {
                    self.numbers.insert(NUMBERS[usize::from(byte())] as i64);
                }
                opcode::FACT => self.add_fact(ids[usize::from(byte())]),
                opcode::QUESTION => {
                    self.questions.insert(usize::from(byte()));
                }
                opcode::WORD => {
                    self.words.insert(word(byte(), byte()));
                }
                opcode::IN => {
                    let id = ids[usize::from(byte())];
                    self.add_fact(id);
                    self.members
                        .entry(id)
                        .or_default()
                        .insert(word(byte(), byte()));
                }
                opcode::COUNT => {
                    byte();
                    byte();
                }
                opcode::DEFAULT => self.has_default = true,
                _ => {}
            }
        }
    }

    fn add_fact(&mut self, id: FactId) {
        match id.fact().origin {
            FactOrigin::Given => {
                self.facts.insert(id);
            }
            FactOrigin::Derived(is) => self.add(is),
            FactOrigin::Special if id == fact::IMPACT_GRADE => {
                // Sentence 5.2 gives grade 2 while the answer that could make it 3 is still missing.
                self.has_default = true;
                self.facts.extend([
                    fact::PAIN_DAYS3M,
                    fact::LIMITS_LIFE3M,
                    fact::NRS_AVG7,
                    fact::IMPACT_ENJOY,
                    fact::IMPACT_ACTIVITY,
                ]);
            }
            // A flag of head or spine that fires on its questions alone is enough.
            FactOrigin::Special => {
                self.warning_signs = true;
                let flags = FLAGS
                    .iter()
                    .filter(|flag| matches!(flag.group.id, "head" | "face_jaw" | "neck" | "back"));
                let questions = flags.flat_map(|flag| flag.questions);
                self.questions
                    .extend(questions.map(|question| usize::from(question.index)));
            }
        }
    }
}
