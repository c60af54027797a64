//! Owns how fast a diary of any length opens, saves and is looked back on, and a plan is drawn, in Chromium on a processor
//! slowed down four times.
//! Not a test: TAILORED_SPEED=1 before the test command prints the table; `./dev bench` does that.

use serde_json::{Value, json};
use tailored::domain::date::{Days, NaiveDate};
use tailored::domain::diary::insight::simulate::Made;
use tailored::storage::{MemoryBackend, Store};

use crate::engine::Engine;
use crate::journeys::plan::EVERYBODY;
use crate::person::Person;
use crate::server::Server;

/// Entries, and how many a day.
const SIZES: [(usize, usize); 4] = [(10, 1), (365, 1), (3_650, 1), (14_600, 4)];
/// Times that each thing is done; the middle one is printed.
const TIMES: usize = 7;
/// A phone of some years ago.
const SLOWER: u32 = 4;

/// What is done in the page, and until when it is timed. Each gives back milliseconds.
const STEPS: [(&str, &str); 6] = [
    (
        "save one entry",
        "return await timed(() => at('label.step input', calls % 9 + 1).click(), () => true)",
    ),
    (
        "month view",
        "await place('#/more'); return await timed(() => { location.hash = '#/diary' }, () => at('.cal a'))",
    ),
    (
        "3 months",
        "await place('#/more'); return await timed(() => { location.hash = '#/diary/trends' }, () => at('.chart-pain'))",
    ),
    (
        "year chart",
        "await place('#/diary/trends'); at('.tabs-period button', 1).click(); await still(); \
         return await timed(() => at('.tabs-period button', 2).click(), () => at('.tabs-period button', 2).ariaCurrent)",
    ),
    (
        "all in a chart",
        "await place('#/diary/trends'); at('.tabs-period button', 1).click(); await still(); \
         return await timed(() => at('.tabs-period button', 3).click(), () => at('.tabs-period button', 3).ariaCurrent)",
    ),
    (
        "findings",
        "await place('#/more'); return await timed(() => { location.hash = '#/diary/findings' }, () => at('h2'))",
    ),
];

/// What the steps are said with. A turn of the page ends when all that a touch set off has been done;
/// turns are waited for until the condition holds.
const LANGUAGE: &str = "
const at = (selector, place = 0) => document.querySelectorAll(selector)[place];
const still = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 50)));
const place = async (hash) => { location.hash = hash; await still(); await still(); };
const turn = () => new Promise((done) => { const { port1, port2 } = new MessageChannel(); port1.onmessage = done; port2.postMessage(0); });
const timed = async (act, holds) => {
  const began = performance.now();
  act();
  do { await turn(); } while (!holds());
  return performance.now() - began;
};
";

/// Measures all sizes and prints a table.
pub async fn measure() {
    println!(
        "\nThe diary in Chromium on a processor slowed down {SLOWER} times: milliseconds, the middle of {TIMES}.\n\
         Start: from the call of the page to the calendar. Opening: that, less the same without any entry.\n\
         JSON.parse: of all texts of the diary; ratios are to it, where it takes a millisecond or more.\n\
         Longest task: of all keys of {TIMES} typed sentences.\n"
    );
    println!(
        "| entries | JSON.parse | start | opening | ratio | all, ratio | {} | longest task while typing |",
        STEPS.map(|step| step.0).join(" | ")
    );
    println!("|{}", "---:|".repeat(7 + STEPS.len()));
    let plans = plans().await;
    let empty = of_size(0, 1).await.start;
    for (n_entries, a_day) in SIZES {
        let found = of_size(n_entries, a_day).await;
        let opening = found.start - empty;
        let steps = found.steps.map(|step| format!("{step:.1}"));
        println!(
            "| {n_entries} | {:.2} | {:.0} | {opening:.0} | {} | {} | {} | {:.0} |",
            found.parsing,
            found.start,
            ratio(opening, found.parsing),
            ratio(found.steps[ALL], found.parsing),
            steps.join(" | "),
            found.longest_task
        );
    }
    println!(
        "\nFrom the tap on Plan to the end of the first frame with it. Floor: the same for a page with a heading alone.\n\
         Own time: of the page's thread alone, whatever else the machine does, times {SLOWER}.\n\n\
         | the plan of | drawn | floor | ratio | own time |\n|---|---:|---:|---:|---:|"
    );
    for plan in plans {
        println!(
            "| {} | {:.0} | {:.0} | {} | {:.0} |",
            plan.name,
            plan.drawn,
            plan.floor,
            ratio(plan.drawn, plan.floor),
            plan.own
        );
    }
}

/// How long the plan of a person takes until it is seen, in milliseconds.
struct DrawnPlan {
    name: &'static str,
    drawn: f64,
    floor: f64,
    own: f64,
}

/// From the touch to the end of the frame that has the best fits in it.
async fn plans() -> Vec<DrawnPlan> {
    let person = Person::opens_the_app(Engine::Chromium, Server::of_the_release()).await;
    person.has_the_app().await;
    let mut found = Vec::new();
    for (name, answers) in EVERYBODY {
        person.has_saved("tailored/response", answers).await;
        person.goes_to("#/more").await;
        person.reloads().await;
        person.has_the_app().await;
        let to = |place: &str, holds: &str| {
            format!(
                "await place('#/more'); const began = performance.now(); \
                 await timed(() => {{ location.hash = '{place}' }}, () => {holds}); \
                 await new Promise((done) => requestAnimationFrame(done)); await turn(); \
                 return performance.now() - began"
            )
        };
        let plan = to("#/plan", "at('.fit') && at('.kinds')");
        let own = own_time_of(&person, &plan).await * f64::from(SLOWER);
        slow_down(&person);
        found.push(DrawnPlan {
            name,
            drawn: middle_of(&person, &plan).await,
            floor: middle_of(
                &person,
                &to("#/agreed/none", "at('h1 + p a[href=\"#/agreed\"]')"),
            )
            .await,
            own,
        });
        let rate = json!({ "rate": 1 });
        own_command(&person, "Emulation.setCPUThrottlingRate", rate);
    }
    found
}

/// What scripts, styles and layout of the page take of their thread's own time, for one plan.
async fn own_time_of(person: &Person, script: &str) -> f64 {
    own_command(
        person,
        "Performance.enable",
        json!({ "timeDomain": "threadTicks" }),
    );
    let so_far = || {
        let found = own_command(person, "Performance.getMetrics", json!({}));
        let metrics = found["metrics"].as_array().cloned().unwrap_or_default();
        let of = |name: &str| {
            let metric = metrics.iter().find(|metric| metric["name"] == name);
            metric.and_then(|metric| metric["value"].as_f64())
        };
        ["ScriptDuration", "LayoutDuration", "RecalcStyleDuration"]
            .into_iter()
            .filter_map(of)
            .sum::<f64>()
    };
    let mut times = Vec::new();
    for _ in 0..TIMES {
        person.goes_to("#/more").await;
        person.has_the_app().await;
        let before = so_far();
        let script = script.replace("await place('#/more');", "");
        let script = format!(
            "const done = arguments[arguments.length - 1]; \
             (async () => {{ {LANGUAGE} {script} }})().then(done, (problem) => done(String(problem)))"
        );
        person.asks_and_waits(&script, json!([])).await;
        times.push((so_far() - before) * 1000.0);
    }
    middle(times)
}

fn ratio(time: f64, parsing: f64) -> String {
    match parsing < 1.0 {
        true => "–".to_owned(),
        false => format!("{:.2}", time / parsing),
    }
}

/// The step that reads and draws every entry.
const ALL: usize = 4;

struct Found {
    /// Reading the texts of the diary with the browser's own parser.
    parsing: f64,
    /// From the call of the page to the calendar.
    start: f64,
    steps: [f64; STEPS.len()],
    longest_task: f64,
}

async fn of_size(n_entries: usize, a_day: usize) -> Found {
    let person = Person::opens_the_app(Engine::Chromium, Server::of_the_release()).await;
    person.has_the_app().await;
    for (key, text) in texts(&person, n_entries, a_day).await {
        person.has_saved(&key, &text).await;
    }
    slow_down(&person);
    let parsing = middle_of(&person, "const texts = Object.entries(localStorage).filter(([key]) => key.startsWith('tailored/diary/')).map(([, text]) => text); \
         const began = performance.now(); for (const text of texts) JSON.parse(text); return performance.now() - began").await;
    let mut starts = Vec::new();
    for _ in 0..TIMES {
        person.goes_to("#/diary").await;
        person.reloads().await;
        person
            .until(
                "the calendar is there",
                "return window.opened > 0",
                json!([]),
            )
            .await;
        let opened = person.asks("return window.opened", json!([])).await;
        starts.push(opened.as_f64().expect("a moment in milliseconds"));
    }
    let mut steps = [0.0; STEPS.len()];
    if n_entries > 0 {
        for (step, (name, script)) in steps.iter_mut().zip(STEPS) {
            person
                .goes_to(if name == "save one entry" {
                    "#/diary/log"
                } else {
                    "#/more"
                })
                .await;
            person.has_the_app().await;
            *step = middle_of(&person, script).await;
        }
    }
    let longest_task = if n_entries > 0 {
        longest_task_while_typing(&person).await
    } else {
        0.0
    };
    Found {
        parsing,
        start: middle(starts),
        steps,
        longest_task,
    }
}

/// The texts of a made-up diary up to today, as the app saves them.
pub async fn texts(person: &Person, n_entries: usize, a_day: usize) -> Vec<(String, String)> {
    let today = person
        .asks(
            "const now = new Date(); return [now.getFullYear(), now.getMonth() + 1, now.getDate()]",
            json!([]),
        )
        .await;
    let part = |place: usize| today[place].as_i64().unwrap_or_default();
    let last = NaiveDate::from_ymd_opt(part(0) as i32, part(1) as u32, part(2) as u32)
        .expect("the browser knows the day");
    let n_days = n_entries / a_day;
    let made = Made {
        first: last - Days::new(n_days.saturating_sub(1) as u64),
        n_days,
        missing: 0.0,
        n_entries_a_day: a_day,
        ..Made::default()
    };
    let backend = MemoryBackend::default();
    let mut store = Store::open(backend.clone()).store;
    for entry in made.entries() {
        store.save_entry(&entry).expect("memory has room");
    }
    let mut tracking = store.tracking().value;
    for factor in made.factors() {
        tracking.factors.insert(
            factor.clone(),
            tailored::domain::diary::tracking::WatchedFactor {
                name: factor.as_str().to_owned(),
                since: made.first,
                until: None,
            },
        );
    }
    store.save_tracking(&tracking).expect("memory has room");
    backend.texts().into_iter().collect()
}

/// Types a sentence into the note of an entry, key by key, and gives back the longest time that the page did not answer.
async fn longest_task_while_typing(person: &Person) -> f64 {
    person.goes_to("#/diary/log").await;
    person.has_the_app().await;
    person.answers("1. Can you bear it?", "Yes").await;
    person.presses("A note").await;
    let mut longest = 0.0_f64;
    for _ in 0..TIMES {
        longest = longest.max(longest_task_of_a_sentence(person).await);
    }
    longest
}

async fn longest_task_of_a_sentence(person: &Person) -> f64 {
    let observe = "find('fill', 'Anything else?').focus(); window.quiet = undefined; window.tasks = []; setTimeout(() => { \
         if (window.observed) { tasks.length = 0; return; } window.observed = true; \
         const keep = (durations) => tasks.push(...durations); \
         new PerformanceObserver((list) => keep(list.getEntries().map((entry) => entry.duration))).observe({ type: 'longtask' }); \
         new PerformanceObserver((list) => keep(list.getEntries().map((entry) => entry.processingEnd - entry.processingStart))) \
           .observe({ type: 'event', durationThreshold: 16 }); }, 500)";
    person.asks(observe, json!([])).await;
    person
        .until(
            "nothing is left of looking for the field",
            "return performance.now() > (window.quiet ??= performance.now() + 1500)",
            json!([]),
        )
        .await;
    // Looking for something on the page is a long task of its own, so nothing is asked until the end.
    for letter in "A long walk by the river, then stiff all evening. Slept well.".chars() {
        let key = json!({ "type": "char", "text": letter.to_string() });
        own_command(person, "Input.dispatchKeyEvent", key);
    }
    let typed =
        "return document.activeElement.value.endsWith('Slept well.') ? Math.max(0, ...tasks) : -1";
    let longest = person.asks(typed, json!([])).await.as_f64();
    longest
        .filter(|longest| *longest >= 0.0)
        .expect("the sentence stands in the note")
}

/// Slows the processor down, and lets each page note when its calendar is there.
fn slow_down(person: &Person) {
    let watch = "new MutationObserver((_, seen) => { if (document.querySelector('.cal')) { window.opened = performance.now(); seen.disconnect(); } }) \
         .observe(document, { subtree: true, childList: true })";
    let rate = json!({ "rate": SLOWER });
    own_command(person, "Emulation.setCPUThrottlingRate", rate);
    let source = json!({ "source": watch });
    own_command(person, "Page.addScriptToEvaluateOnNewDocument", source);
}

/// A command of Chromium's developer tools.
fn own_command(person: &Person, command: &str, parameters: Value) -> Value {
    let body = json!({ "cmd": command, "params": parameters });
    person.browser().own_command("goog/cdp/execute", &body)
}

/// Does a step some times and gives back the middle time.
async fn middle_of(person: &Person, script: &str) -> f64 {
    middle(times_of(person, script).await)
}

fn middle(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}

/// Does a step some times, each with its number in `calls`.
async fn times_of(person: &Person, script: &str) -> Vec<f64> {
    let mut found = Vec::new();
    for call in 0..TIMES {
        let script = format!(
            "const done = arguments[arguments.length - 1]; const calls = {call}; \
             (async () => {{ {LANGUAGE} {script} }})().then(done, (problem) => done(String(problem)))"
        );
        match person.asks_and_waits(&script, json!([])).await {
            Value::Number(time) => found.push(time.as_f64().unwrap_or_default()),
            other => panic!("not a time: {other}"),
        }
    }
    found
}
