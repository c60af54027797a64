//! Measures a whole plan, warning signs included, in a browser: WebAssembly as it is delivered. The goal is 1 ms.
//! Run by `./dev bench` on its own target; the same person as in `plan.rs`.
#![cfg(target_arch = "wasm32")]

#[path = "../examples/tailored/plan/case.rs"]
mod case;

use std::hint::black_box;

use tailored::domain::plan::combinations::combinations;
use tailored::domain::plan::engine;
use wasm_bindgen_test::{Criterion, wasm_bindgen_bench, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_bench]
fn plan(criterion: &mut Criterion) {
    let cases = include_str!("../tests/fixtures/plan-cases.jsonl");
    let first = cases.lines().next().expect("the fixture has 150 cases");
    let (facts, answers) = case::read(first).expect("the fixture is read by a test too");
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
}
