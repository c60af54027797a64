//! Measures a whole plan, warning signs included, for a person with low back and leg pain, for one who answered
//! everything and for one who answered nothing. The goal is 1 ms.

#[path = "../examples/tailored/plan/case.rs"]
mod case;

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use tailored::domain::plan::combinations::combinations;
use tailored::domain::plan::engine;
use tailored::domain::plan::facts::{FactId, Facts, Value};
use tailored::domain::safety::{SafetyAnswers, answers_of};
use tailored::knowledge::{FactKind, FactOrigin, SAFETY_QUESTIONS};

/// Every fact at the middle of its range or list, and every question answered with "no".
fn everything_answered() -> (Facts, SafetyAnswers) {
    let mut facts = Facts::default();
    for id in FactId::all().filter(|id| id.fact().origin == FactOrigin::Given) {
        let row = id.fact();
        let words = row.words;
        let value = match row.kind {
            FactKind::Whole | FactKind::Number => {
                Value::Number(((row.min + row.max.min(60.0)) / 2.0).floor())
            }
            FactKind::YesNo => Value::YesNo(true),
            FactKind::Word => Value::Word(words[words.len() / 2]),
            FactKind::Words => Value::Words(words.iter().copied().step_by(7).collect()),
        };
        facts
            .set(id, value)
            .expect("the value is taken from the vocabulary");
    }
    let mut answers = SafetyAnswers::default();
    for question in &SAFETY_QUESTIONS {
        let no = answers_of(question.kind)[0];
        answers
            .set(question, no)
            .expect("the answer is one of the question");
    }
    (facts, answers)
}

/// The first case of the fixture.
fn low_back_with_leg_pain() -> (Facts, SafetyAnswers) {
    let cases = include_str!("../tests/fixtures/plan-cases.jsonl");
    let first = cases.lines().next().expect("the fixture has 150 cases");
    case::read(first).expect("the fixture is read by a test too")
}

fn plan(criterion: &mut Criterion) {
    let (facts, answers) = low_back_with_leg_pain();
    criterion.bench_function("plan, low back with leg pain", |bencher| {
        bencher.iter(|| engine::plan(black_box(&facts), black_box(&answers)));
    });
    criterion.bench_function(
        "plan with combinations, low back with leg pain",
        |bencher| {
            bencher.iter(|| {
                let plan = engine::plan(black_box(&facts), black_box(&answers));
                combinations(&plan, &answers)
            });
        },
    );
    let (facts, answers) = everything_answered();
    criterion.bench_function("plan, everything answered", |bencher| {
        bencher.iter(|| engine::plan(black_box(&facts), black_box(&answers)));
    });
    let (facts, answers) = (Facts::default(), SafetyAnswers::default());
    criterion.bench_function("plan, nothing answered", |bencher| {
        bencher.iter(|| engine::plan(black_box(&facts), black_box(&answers)));
    });
    criterion.bench_function("facts for one change of an answer", |bencher| {
        bencher.iter(|| black_box(&facts).with_derived());
    });
}

criterion_group!(benches, plan);
criterion_main!(benches);
