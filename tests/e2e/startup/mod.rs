//! Owns how long Tailored takes to start, in Chromium on an emulated phone: until its first page, its first question and the
//! first note of a diary are on the screen, beside the same for a page with nothing but a counter (`benches/floor`).
//! Not a test: `./dev bench startup` asks for it and keeps what it prints in docs/performance.md.

mod code;
mod report;

use std::collections::BTreeSet;

use serde_json::{Value, json};
use tempfile::TempDir;

use crate::engine::{Browser, Engine, Saving};
use crate::journeys::plan::EVERYBODY;
use crate::person::Person;
use crate::server::Server;
use crate::speed::texts;

/// A phone of some years ago.
const SLOWER: u32 = 4;
/// Bits in a second that arrive, and milliseconds until an answer begins.
const DOWN: u32 = 1_600_000;
const LATENCY: u32 = 150;
/// Bits in a second that are sent; little is.
const UP: u32 = 750_000;
/// The diary of somebody who comes back, in entries, one a day.
const ENTRIES: usize = 365;
/// For what comes after the page is there: its largest picture, long tasks that are told late.
const AFTERWARDS_MS: u32 = 1000;

const WATCH: &str = include_str!("watch.js");

/// What is timed.
struct Scene {
    /// As the table says it.
    name: &'static str,
    visit: Visit,
    /// The place in the app that is opened.
    place: &'static str,
    /// What is tapped as soon as it is painted; nothing when empty.
    taps: &'static str,
    /// What must be on the screen.
    until: &'static str,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Visit {
    /// The counter, in a browser that was never here.
    Floor,
    /// The app, in a browser that was never here.
    First,
    /// The app, in a browser that holds its offline copy and a year of a diary.
    Again,
}

/// The floor comes first: everything is held against it.
const SCENES: [Scene; 6] = [
    Scene {
        name: "a counter, the floor",
        visit: Visit::Floor,
        place: "",
        taps: "",
        until: "button",
    },
    Scene {
        name: "start page",
        visit: Visit::First,
        place: "",
        taps: "",
        // The page that the host sent has the same link until the app takes its place.
        until: "#app:not(:has(.shell-welcome)) a[href='#/ask']",
    },
    Scene {
        name: "first question, tapped for at once",
        visit: Visit::First,
        place: "",
        taps: "main a[href='#/ask']",
        until: "main form fieldset h1",
    },
    Scene {
        name: "first diary entry, tapped for at once",
        visit: Visit::First,
        place: "",
        taps: "main a[href='#/diary/log']",
        until: "main form input[name=bearable]",
    },
    Scene {
        name: "Today of a returning person",
        visit: Visit::Again,
        place: "",
        taps: "",
        until: "main a[href='#/diary/attack']",
    },
    Scene {
        name: "diary entry of a returning person",
        visit: Visit::Again,
        place: "#/diary/log",
        taps: "",
        until: "main form input[name=bearable]",
    },
];

/// What one visit showed. Times are milliseconds from the call of the page.
#[derive(Clone, Copy, Debug)]
struct Seen {
    first_paint: f64,
    largest_paint: f64,
    /// When the person could do what they came for.
    there: f64,
    /// Of all tasks of the page until then, what is over 50 ms of each.
    blocked: f64,
    /// Asked for until then, and how many bytes had arrived.
    files: f64,
    bytes: f64,
}

/// One visit to each scene of the app, and one to the floor before each: what else the machine does hits both.
#[derive(Default)]
struct Run {
    floor: Vec<Seen>,
    /// In the order of the scenes, which begin after the floor.
    app: Vec<Seen>,
}

/// Measures everything so many times in turn, and writes docs/performance.md.
pub async fn measure(n_runs: usize) {
    let floor = Server::of_folder(&report::in_the_checkout("target/floor"));
    let release = Server::of_the_release();
    let returning = returning_person().await;
    let version = visit(&SCENES[0], &floor, &returning).await.1; // Not counted: the machine reads everything from its disk.
    let mut runs = Vec::new();
    for run in 1..=n_runs {
        let mut seen = Run::default();
        for scene in &SCENES[1..] {
            let server = match scene.visit {
                Visit::Again => &returning.server,
                Visit::Floor | Visit::First => &release,
            };
            seen.floor
                .push(visit(&SCENES[0], &floor, &returning).await.0);
            seen.app.push(visit(scene, server, &returning).await.0);
        }
        eprintln!("run {run} of {n_runs} done");
        runs.push(seen);
    }
    report::write(&runs, &version);
}

/// Somebody with answers, a diary and the offline copy. Their browser is closed.
async fn returning_person() -> Person {
    let mut person = Person::opens_the_app(Engine::Chromium, Server::of_the_release()).await;
    person.has_the_app().await;
    person.has_the_offline_copy().await;
    let (_, answers) = EVERYBODY[0];
    person.has_saved("tailored/response", answers).await;
    for (key, text) in texts(&person, ENTRIES, 1).await {
        person.has_saved(&key, &text).await;
    }
    person.reloads().await;
    let is_today = format!(
        "return document.querySelector(\"{}\") !== null",
        SCENES[4].until
    );
    person.until("Today is there", &is_today, json!([])).await;
    // What is kept twice is written a moment later.
    tokio::time::sleep(std::time::Duration::from_secs(2)).await;
    person.closes();
    person
}

/// Makes one visit; gives back also which browser made it.
async fn visit(scene: &Scene, server: &Server, returning: &Person) -> (Seen, String) {
    let (fresh, out) = (TempDir::new(), TempDir::new());
    let (fresh, out) = (
        fresh.expect("a temporary folder"),
        out.expect("a temporary folder"),
    );
    let profile = match scene.visit {
        Visit::Again => returning.profile(),
        Visit::Floor | Visit::First => fresh.path(),
    };
    let browser = Browser::open(Engine::Chromium, Saving::Allowed, profile, out.path()).await;
    let version = command(&browser, "Browser.getVersion", json!({}));
    become_a_phone(&browser);
    let watch = format!(
        "{{ const LINK = {}; const THERE = {}; {WATCH} }}",
        json!(scene.taps),
        json!(scene.until)
    );
    command(
        &browser,
        "Page.addScriptToEvaluateOnNewDocument",
        json!({ "source": watch }),
    );
    let address = format!("{}{}", server.address(), scene.place);
    let opened = browser.client.goto(&address).await;
    opened.unwrap_or_else(|e| panic!("{address} does not open: {e}"));
    let noted = browser.client.execute_async(
        "const [afterwards, done] = arguments; \
         const look = () => noted.there > 0 ? setTimeout(() => done(noted), afterwards) : setTimeout(look, 100); look()",
        vec![json!(AFTERWARDS_MS)],
    );
    let noted = noted
        .await
        .unwrap_or_else(|e| panic!("'{}' is never there: {e}", scene.name));
    if scene.visit == Visit::Floor {
        let counted = "document.querySelector('button').click(); const done = arguments[0]; \
                       setTimeout(() => done(document.querySelector('button').textContent), 50)";
        let count = browser.client.execute_async(counted, vec![]).await;
        assert_eq!(count.ok(), Some(json!("1")), "a tap on the counter counts");
    }
    let product = version["product"].as_str().unwrap_or_default();
    (seen(&noted, &asked(&browser, &address)), product.to_owned())
}

/// Slow, behind a slow line. The viewport is that of a phone too.
fn become_a_phone(browser: &Browser) {
    let screen = json!({ "width": 390, "height": 844, "deviceScaleFactor": 2, "mobile": true });
    command(browser, "Emulation.setDeviceMetricsOverride", screen);
    command(
        browser,
        "Emulation.setCPUThrottlingRate",
        json!({ "rate": SLOWER }),
    );
    command(browser, "Network.enable", json!({}));
    let line = json!({
        "offline": false, "latency": LATENCY, "downloadThroughput": DOWN / 8, "uploadThroughput": UP / 8,
    });
    command(browser, "Network.emulateNetworkConditions", line);
}

/// A command of Chromium's developer tools.
fn command(browser: &Browser, name: &str, parameters: Value) -> Value {
    let body = json!({ "cmd": name, "params": parameters });
    let answer = browser.own_command("goog/cdp/execute", &body);
    assert!(answer["error"].is_null(), "{name}: {answer}");
    answer
}

/// Something that the browser's own record of the network tells.
enum Asked {
    /// For this address, the first time. The browser asks for an icon more than once.
    File,
    /// So many bytes of an answer arrived.
    Bytes(f64),
}

/// What the page asked for and got, with the milliseconds from its call on. Other pages of the browser are left out.
fn asked(browser: &Browser, address: &str) -> Vec<(f64, Asked)> {
    let log = browser.own_command("se/log", &json!({ "type": "performance" }));
    let log = log.as_array().expect("the record is a list");
    let events = log
        .iter()
        .filter_map(|entry| serde_json::from_str::<Value>(entry["message"].as_str()?).ok());
    let page = address.split('#').next().unwrap_or_default();
    let (mut began, mut addresses, mut requests) = (None, BTreeSet::new(), BTreeSet::new());
    let mut asked = Vec::new();
    for event in events {
        let params = &event["message"]["params"];
        let Some(request) = params["requestId"].as_str().map(str::to_owned) else {
            continue;
        };
        let url = params["request"]["url"].as_str().unwrap_or_default();
        let told = match event["message"]["method"].as_str().unwrap_or_default() {
            "Network.requestWillBeSent" if url.starts_with(page) => {
                requests.insert(request);
                addresses.insert(url.to_owned()).then_some(Asked::File)
            }
            "Network.responseReceived" if requests.contains(&request) => {
                let head = params["response"]["encodedDataLength"].as_f64();
                head.map(Asked::Bytes)
            }
            "Network.dataReceived" if requests.contains(&request) => {
                params["encodedDataLength"].as_f64().map(Asked::Bytes)
            }
            _ => None,
        };
        if let (Some(told), Some(at)) = (told, params["timestamp"].as_f64()) {
            let began = *began.get_or_insert(at);
            asked.push(((at - began) * 1000.0, told));
        }
    }
    asked
}

fn seen(noted: &Value, asked: &[(f64, Asked)]) -> Seen {
    let number = |name: &str| noted[name].as_f64().expect("the page notes numbers");
    let there = number("there");
    let tasks = noted["longTasks"].as_array().expect("a list of tasks");
    let until_then = asked.iter().filter(|(at, _)| *at <= there);
    let bytes = until_then.clone().map(|(_, told)| match told {
        Asked::File => 0.0,
        Asked::Bytes(bytes) => *bytes,
    });
    Seen {
        first_paint: number("first"),
        largest_paint: number("largest"),
        there,
        blocked: tasks
            .iter()
            .filter_map(|task| Some((task[0].as_f64()?, task[1].as_f64()?)))
            .filter(|(start, _)| *start < there)
            .map(|(_, duration)| (duration - 50.0).max(0.0))
            .fold(0.0, |sum, blocked| sum + blocked),
        files: until_then
            .filter(|(_, told)| matches!(told, Asked::File))
            .count() as f64,
        bytes: bytes.sum(),
    }
}
