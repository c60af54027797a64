//! Journeys through real browsers: the finished release, driven over WebDriver, in each engine of TAILORED_ENGINES.
//! Run by `./dev test`.
#![allow(
    dead_code,
    reason = "the language of the journeys is larger than what the journeys so far say"
)]

mod accessibility;
mod clock;
mod engine;
mod journeys;
mod kept;
mod killed;
mod paper;
mod person;
mod privacy;
mod screen;
mod server;
mod shots;
mod speed;
mod startup;

use std::panic::{self, AssertUnwindSafe};
use std::process::ExitCode;

use libtest_mimic::{Arguments, Trial};

fn main() -> ExitCode {
    if let Some(folder) = std::env::var_os("TAILORED_SHOTS") {
        until_done(shots::take_all(folder.into()));
        return ExitCode::SUCCESS;
    }
    if std::env::var_os("TAILORED_SPEED").is_some() {
        until_done(speed::measure());
        return ExitCode::SUCCESS;
    }
    if let Ok(n_runs) = std::env::var("TAILORED_STARTUP") {
        let n_runs = n_runs
            .parse()
            .expect("TAILORED_STARTUP is a number of runs");
        until_done(startup::measure(n_runs));
        return ExitCode::SUCCESS;
    }
    let engines = engine::Engine::chosen();
    let trials = engines
        .into_iter()
        .flat_map(|engine| {
            let journeys = journeys::all().chain(journeys::own_of(engine));
            journeys.map(move |(name, journey)| {
                let name = format!("{}::{name}", engine.name());
                Trial::test(name.clone(), move || {
                    made_at_the_second_try_at_last(&name, || until_done(journey(engine)));
                    Ok(())
                })
            })
        })
        .collect();
    libtest_mimic::run(&Arguments::from_args(), trials).exit_code()
}

/// A browser of its own can stumble on a busy machine: a journey that fails is made once more from a fresh start, and
/// that is said. What is wrong with the app fails both times.
fn made_at_the_second_try_at_last(name: &str, journey: impl Fn()) {
    if panic::catch_unwind(AssertUnwindSafe(&journey)).is_err() {
        eprintln!("{name} failed at the first try and is made once more");
        journey();
    }
}

fn until_done<T>(journey: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .expect("a runtime for one thread needs nothing that could be missing")
        .block_on(journey)
}
