//! Owns that a page which was left gives its room back: somebody who goes to and fro all day does not fill the memory.

use serde_json::json;

use crate::engine::Engine;
use crate::person::Person;
use crate::server::Server;

const RESPONSE: &str = "tailored/response";
const BACK_AND_LEG: &str = include_str!("../../fixtures/personas/low-back-leg-pain.json");

/// Pages with much on them. Each is left for a page with little.
const PAGES: [&str; 7] = [
    "#/pages",
    "#/diary/log",
    "#/ask/map.all",
    "#/plan",
    "#/plan/exercise_general",
    "#/pain",
    "#/diary",
];

/// Visits before the first count: what the browser and the app keep once is there then.
const BEFORE: usize = 3;
const VISITS: usize = 12;

/// Nodes that may stay for a visit. A page has some hundreds to some thousands; none should stay, and the browser's own
/// counting swings by some.
const MOST_LEFT: f64 = 20.0;

pub async fn a_page_that_was_left_gives_its_room_back(engine: Engine) {
    let person = Person::opens_the_app(engine, Server::of_the_release()).await;
    person.has_the_app().await;
    person.has_saved(RESPONSE, BACK_AND_LEG).await;
    person.reloads().await;
    person.has_the_app().await;
    let mut kept: Vec<String> = Vec::new();
    for page in PAGES {
        visits(&person, page, BEFORE).await;
        let before = nodes(&person);
        visits(&person, page, VISITS).await;
        let left = (nodes(&person) - before) / VISITS as f64;
        if left > MOST_LEFT {
            kept.push(format!("{page}: {left:.0} nodes stay for each visit"));
        }
    }
    assert!(kept.is_empty(), "{kept:#?}");
}

/// Goes to a page and away from it, so many times.
async fn visits(person: &Person, page: &str, times: usize) {
    let script = "
        const [page, times, done] = arguments;
        const drawn = () => new Promise((next) => requestAnimationFrame(() => setTimeout(next, 30)));
        (async () => {
            for (let visit = 0; visit < times; visit += 1) {
                location.hash = page;
                await drawn();
                await drawn();
                location.hash = '#/more/about';
                await drawn();
                await drawn();
            }
        })().then(() => done(true), (problem) => done(String(problem)))";
    let gone = person.asks_and_waits(script, json!([page, times])).await;
    assert_eq!(gone, json!(true));
}

/// Nodes that the browser keeps after it has thrown away what nobody refers to.
fn nodes(person: &Person) -> f64 {
    // What is only referred to from WebAssembly is let go when the collector says so, and then collected itself.
    for _ in 0..3 {
        person.tells_chromium("HeapProfiler.collectGarbage", json!({}));
    }
    let counted = person.tells_chromium("Memory.getDOMCounters", json!({}));
    counted["nodes"]
        .as_f64()
        .expect("Chromium counts its nodes")
}
