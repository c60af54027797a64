//! Cases for the tests of facts, warning signs and plan: written as text, or made at random from the vocabulary.

use std::collections::BTreeSet;

use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use tailored::domain::plan::engine;
use tailored::domain::plan::facts::{FactId, Facts, Value};
use tailored::domain::plan::model::Plan;
use tailored::domain::questionnaire::model::SafetyAnswer;
use tailored::domain::safety::{SafetyAnswers, answers_of};
use tailored::knowledge::{self, FactKind, FactOrigin, SAFETY_QUESTIONS};

/// Facts from text such as `age=52 primary_site=low_back conditions=gout,ptsd current_meds=`.
pub fn facts(text: &str) -> Facts {
    let mut facts = Facts::default();
    for pair in text.split_whitespace() {
        let (name, value) = pair.split_once('=').unwrap();
        let id = knowledge::fact_id(name).unwrap_or_else(|| panic!("no fact {name}"));
        let word = |text| knowledge::word(text).unwrap_or_else(|| panic!("no word {text}"));
        let value = match id.fact().kind {
            FactKind::Whole | FactKind::Number => Value::Number(value.parse().unwrap()),
            FactKind::YesNo => Value::YesNo(value.parse().unwrap()),
            FactKind::Word => Value::Word(word(value)),
            FactKind::Words => Value::Words(
                value
                    .split(',')
                    .filter(|w| !w.is_empty())
                    .map(word)
                    .collect(),
            ),
        };
        facts
            .set(id, value)
            .unwrap_or_else(|why| panic!("{pair}: {why:?}"));
    }
    facts
}

/// Answers from text such as `q_pmr=new q_sui_plan=no`.
pub fn answers(text: &str) -> SafetyAnswers {
    let mut answers = SafetyAnswers::default();
    for pair in text.split_whitespace() {
        let (name, answer) = pair.split_once('=').unwrap();
        let question =
            knowledge::safety_question(name).unwrap_or_else(|| panic!("no question {name}"));
        let answer = SafetyAnswer::from_word(answer).unwrap();
        answers
            .set(question, answer)
            .unwrap_or_else(|_| panic!("{pair}"));
    }
    answers
}

/// The plan for facts alone.
pub fn plan(text: &str) -> Plan {
    engine::plan(&facts(text), &SafetyAnswers::default())
}

/// The plan for facts and answers.
pub fn plan_with(text: &str, safety: &str) -> Plan {
    engine::plan(&facts(text), &answers(safety))
}

/// Facts and answers as they were drawn, before anything is worked out from them.
#[derive(Debug, Clone)]
pub struct Drawn {
    pub facts: Vec<(FactId, Value)>,
    pub answers: Vec<(usize, SafetyAnswer)>,
}

impl Drawn {
    pub fn facts(&self) -> Facts {
        let mut facts = Facts::default();
        for (id, value) in &self.facts {
            facts.set(*id, value.clone()).unwrap();
        }
        facts
    }

    pub fn answers(&self) -> SafetyAnswers {
        let mut answers = SafetyAnswers::default();
        for (place, answer) in &self.answers {
            answers.set(&SAFETY_QUESTIONS[*place], *answer).unwrap();
        }
        answers
    }

    pub fn plan(&self) -> Plan {
        engine::plan(&self.facts(), &self.answers())
    }
}

/// Every fact that answers give.
pub fn given_facts() -> impl Iterator<Item = FactId> {
    FactId::all().filter(|id| id.fact().origin == FactOrigin::Given)
}

/// A random case: some facts, few safety answers.
pub fn drawn() -> impl Strategy<Value = Drawn> {
    let all: Vec<FactId> = given_facts().collect();
    let n_facts = all.len();
    let facts = subsequence(all, 0..=n_facts).prop_flat_map(|ids| {
        ids.into_iter()
            .map(|id| value_of(id).prop_map(move |value| (id, value)))
            .collect::<Vec<_>>()
    });
    let places: Vec<usize> = (0..SAFETY_QUESTIONS.len()).collect();
    let answers = subsequence(places, 0..12).prop_flat_map(|places| {
        places
            .into_iter()
            .map(|place| {
                select(answers_of(SAFETY_QUESTIONS[place].kind))
                    .prop_map(move |answer| (place, answer))
            })
            .collect::<Vec<_>>()
    });
    (facts, answers).prop_map(|(facts, answers)| Drawn { facts, answers })
}

/// Any value that the vocabulary states for a fact; sets are small.
fn value_of(id: FactId) -> BoxedStrategy<Value> {
    let fact = id.fact();
    // Where the file states no largest value, 100 is far beyond every limit of the rules.
    let (low, high) = (fact.min as i64, fact.max.min(100.0) as i64);
    match fact.kind {
        FactKind::Whole | FactKind::Number => (low..=high)
            .prop_map(|number| Value::Number(number as f64))
            .boxed(),
        FactKind::YesNo => any::<bool>().prop_map(Value::YesNo).boxed(),
        FactKind::Word => select(fact.words).prop_map(Value::Word).boxed(),
        FactKind::Words => subsequence(fact.words.to_vec(), 0..=fact.words.len().min(6))
            .prop_map(|words| Value::Words(words.into_iter().collect::<BTreeSet<_>>()))
            .boxed(),
    }
}
