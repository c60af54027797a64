//! Owns what comes out of the printer, on the two papers that nearly all of the world uses.

use std::time::Duration;

use fantoccini::key::Key;
use serde_json::{Value, json};

use crate::engine::Engine;
use crate::paper::{Paper, codes_on};
use crate::person::Person;
use crate::server::Server;

pub async fn the_first_page_prints_on_both_papers(engine: Engine) {
    let person = Person::opens_the_app(engine, Server::of_the_release()).await;
    person
        .is_at("Your pain, in your words. A plan that fits.")
        .await;
    for paper in Paper::BOTH {
        let n_pages = person.counts_printed_pages("first", paper).await;
        assert!((1..=2).contains(&n_pages), "{n_pages} pages of {paper:?}");
    }
}

pub async fn the_fullest_story_stands_on_the_pages(engine: Engine) {
    let person = Person::opens_the_app(engine, Server::of_the_release()).await;
    person
        .has_saved("tailored/response", &fullest_story().to_string())
        .await;
    has_pages_that_fit(&person, "fullest").await;
    for text in [
        "Maria Magdalena",
        "“I want to",
        "more: see page 3",
        // Each medicine stands on the first page.
        "1 Duloxetine",
        "7 Duloxetine",
    ] {
        person.sees(text).await;
    }
    // What must be seen has no room: everything that gave way stands whole in the appendix, which nobody had to ask for.
    let cut = "return [...document.querySelectorAll('.handout-page')].map((page) => page.textContent)
        .filter((text) => text.includes('…') || text.includes('in the app.') || text.includes(', in the app'))";
    assert_eq!(person.asks(cut, json!([])).await, json!([]));
    let appendix = person
        .text_of(
            "return document.querySelector('.handout-page[aria-label=\"Appendix\"]').textContent",
        )
        .await;
    for text in ["Question number 6", "It began and slowly"] {
        assert!(appendix.contains(text), "{text} in {appendix}");
    }
}

pub async fn what_must_be_seen_and_has_no_room_is_printed_on_a_third_page(engine: Engine) {
    let person = Person::opens_the_app(engine, Server::of_the_release()).await;
    let mut story = fullest_story();
    let medicines: Vec<Value> = (1..=40)
        .map(|n| json!({ "name": format!("{n} Duloxetine"), "dose": "60 mg in the morning" }))
        .collect();
    story["answers"]["health.medlist"] = json!({ "medicines": medicines });
    person
        .has_saved("tailored/response", &story.to_string())
        .await;
    has_pages_that_fit(&person, "medicines").await;
    person.sees("more: see page 3").await;
    for n in 1..=40 {
        person.sees(&format!("{n} Duloxetine")).await;
    }
    assert_eq!(
        person.asks(COUNT_APPENDICES, json!([])).await,
        json!(1),
        "nobody had to ask for it"
    );
}

pub async fn a_print_that_does_nothing_is_noticed_and_the_pages_are_offered_as_a_file(
    engine: Engine,
) {
    let person = Person::opens_the_app(engine, Server::of_the_release()).await;
    person.has_saved("tailored/response", LONGEST_PERSONA).await;
    person.reloads().await;
    person.goes_to("#/pages").await;
    person.is_at("Your two pages").await;
    // As in browsers inside other apps: the call is there and nothing comes of it.
    person.asks("window.print = () => {}", json!([])).await;
    person.presses("Print the pages").await;
    person.sees("Nothing was printed.").await;
    person.presses("Save as a file").await;
    let file = person.receives_file("my-pages.html").await;
    let file = String::from_utf8(file).expect("a page is text");
    for part in [
        "Pain summary for the specialist",
        "Pregabalin",
        ".ho-table",
        "bm-pat-4",
    ] {
        assert!(file.contains(part), "{part}");
    }
    assert!(!file.contains("<script"));

    // A browser that prints is not told that it does not.
    person.reloads().await;
    person.is_at("Your two pages").await;
    person
        .asks(
            "window.print = () => window.dispatchEvent(new Event('beforeprint'))",
            json!([]),
        )
        .await;
    person.presses("Print the pages").await;
    tokio::time::sleep(Duration::from_secs(2)).await;
    assert!(!person.reads().await.contains("Nothing was printed."));
}

pub async fn the_codes_can_be_read_from_paper(engine: Engine) {
    let person = Person::opens_the_app(engine, Server::of_the_release()).await;
    person.has_saved("tailored/response", LONGEST_PERSONA).await;
    person.reloads().await;
    person.goes_to("#/pages").await;
    person.is_at("Your two pages").await;
    person.presses("What goes on paper").await;
    person
        .chooses("Add a sheet with a code for a phone camera")
        .await;
    person.sees("Summary for a phone camera").await;
    for paper in Paper::BOTH {
        let pdf = person.prints(paper).await;
        let file = person.keeps(&format!("codes-{}.pdf", paper.name()), &pdf);
        for dots_an_inch in [150, 300] {
            let read = codes_on(&file, dots_an_inch);
            let text = read.join("\n");
            for part in ["Sertraline 50 mg", "Bad reactions: ", "Warning signs: "] {
                assert!(text.contains(part), "{part} at {dots_an_inch} in {text}");
            }
        }
    }
}

pub async fn what_a_short_way_leaves_out_is_written_beside_the_pages(engine: Engine) {
    let person = Person::opens_the_app(engine, Server::of_the_release()).await;
    person.goes_to("#/pages").await;
    person.is_at("Your two pages").await;
    person
        .sees("Not on the pages yet: your name, when the visit is, what you most want.")
        .await;
    person.presses("Your name, your visit, your wish").await;
    person
        .fills("Which name should stand on the pages?", "Maria Sol")
        .await;
    person
        .fills("What do you most want from this visit?", "To sleep again")
        .await;
    person.presses_key(Key::Tab).await;
    person.sees("“To sleep again”").await;
    person
        .sees("Not on the pages yet: when the visit is.")
        .await;

    // They are answers like all others.
    person.reloads().await;
    person.sees("“To sleep again”").await;
    person.goes_to("#/ask/goals.want").await;
    person
        .is_at("What do you most want back? Choose up to three.")
        .await;
    person.sees("Next").await;
}

pub async fn the_longest_persona_stands_on_the_pages(engine: Engine) {
    let person = Person::opens_the_app(engine, Server::of_the_release()).await;
    person.has_saved("tailored/response", LONGEST_PERSONA).await;
    has_pages_that_fit(&person, "persona").await;
    person
        .sees("Someone who believes me and a plan I can keep.")
        .await;
    person.sees("Pregabalin").await;
}

/// Prints as it is and in large print, and looks whether anything stands outside of its page.
async fn has_pages_that_fit(person: &Person, name: &str) {
    person.asks(FOUR_WEEKS_OF_DIARY, json!([])).await;
    person.reloads().await;
    person.goes_to("#/pages").await;
    person.is_at("Your two pages").await;
    person.sees("Pain summary for the specialist").await;
    for (print, n_sheets) in [("normal", 2), ("large", 4)] {
        if n_sheets == 4 {
            person.presses("What goes on paper").await;
            person.chooses("Large print").await;
            person.sees("page 4 of 4").await;
            person.presses("What goes on paper").await;
        }
        let n_appendices = person.asks(COUNT_APPENDICES, json!([])).await;
        let n_appendices = n_appendices.as_u64().unwrap_or_default() as usize;
        let outside = person.asks(WHAT_STANDS_OUTSIDE, json!([])).await;
        assert_eq!(outside, json!([]), "{name}, {print}");
        for paper in Paper::BOTH {
            let name = format!("{name}-{print}");
            let n_pages = person.counts_printed_pages(&name, paper).await;
            // The appendix takes as many sheets as it needs.
            let most = n_sheets + 3 * n_appendices;
            let is_expected = (n_sheets + n_appendices..=most).contains(&n_pages);
            assert!(is_expected, "{n_pages} pages, {name} on {paper:?}");
        }
    }
    person.presses("What goes on paper").await;
    person.chooses("Large print").await;
    person.sees("page 2 of 2").await;
    person.presses("What goes on paper").await;
}

const COUNT_APPENDICES: &str =
    "return document.querySelectorAll('.handout-page[aria-label=\"Appendix\"]').length";

/// Each text on a page that reaches over its edge or into the foot.
const WHAT_STANDS_OUTSIDE: &str = "
    const outside = [];
    for (const page of document.querySelectorAll('.handout-sheet')) {
        const box = page.getBoundingClientRect();
        const foot = page.querySelector('.ho-foot').getBoundingClientRect();
        for (const part of page.querySelectorAll('*')) {
            const own = part.getBoundingClientRect();
            // Parts of a drawing that are only used elsewhere have no place of their own.
            if (own.width === 0 && own.height === 0) continue;
            const isFoot = part.closest('.ho-foot') !== null;
            const lowest = isFoot ? box.bottom : foot.top;
            if (own.bottom > lowest + 1 || own.right > box.right + 1 || own.left < box.left - 1) {
                outside.push(`${part.className?.baseVal ?? part.className} ${part.textContent.slice(0, 60)}: ${own.bottom - lowest}`);
            }
        }
    }
    return outside;";

const LONGEST_PERSONA: &str = include_str!("../../fixtures/personas/fibromyalgia-low-mood.json");

/// More of everything than the two pages take.
fn fullest_story() -> Value {
    let long = |beginning: &str, length: usize| -> String {
        let filled = format!(
            "{beginning} {}",
            "and slowly carrying shopping upstairs ".repeat(20)
        );
        filled.chars().take(length).collect()
    };
    let sites: Vec<Value> = ["lower-back", "buttock", "shoulder", "neck", "calf"]
        .map(|place| {
            json!({
                "regions": [format!("back-{place}-left"), format!("back-{place}-right")], "usual": 6, "worst": 9,
                "words": ["burning", "dull", "stabbing"], "constant": true, "main": place == "lower-back",
            })
        })
        .to_vec();
    let medicines: Vec<Value> = (1..=7)
        .map(|n| json!({ "name": format!("{n} Duloxetine"), "dose": long("60 mg", 60), "problems": long("sick", 60) }))
        .collect();
    let tried: Vec<Value> = ["massage", "tens", "acupuncture", "physiotherapy", "cbt_pain", "heat_cold", "mindfulness"]
        .map(|therapy| json!({ "therapy": therapy, "effect": "no_help", "detail": long("weeks", 60), "still_using": false }))
        .to_vec();
    let questions: Vec<String> = (1..=6)
        .map(|n| long(&format!("Question number {n}: does"), 150))
        .collect();
    json!({
        "v": 1,
        "safety_asked": "2026-11-18",
        "started": "2026-11-17",
        "questions": questions,
        "answers": {
            "about.region": { "choice": "UK" },
            "about.age": { "number": "61" },
            "about.sex": { "choice": "female" },
            "about.name": { "text": long("Maria Magdalena", 60) },
            "about.visit": { "text": long("Pain clinic,", 60) },
            "map.areas": { "choices": ["low_back", "neck", "shoulder_arm", "leg"] },
            "map.all": { "sites": sites },
            "map.main": { "choice": "low_back" },
            "pain.duration": { "duration": { "years": "12", "months": "6" } },
            "pain.avg7": { "level": 7 },
            "pain.worst7": { "level": 9 },
            "pain.enjoy7": { "level": 8 },
            "pain.activity7": { "level": 8 },
            "pain.days3m": { "choice": "every_day" },
            "story.words": { "text": long("It began", 400) },
            "health.conditions": { "choices": ["hypertension", "ihd", "heart_failure", "arrhythmia", "stroke_tia", "ckd"] },
            "health.allergies": { "choices": ["nsaid", "opioid", "local_anaesthetic", "contrast"] },
            "health.medicines": { "choices": ["paracetamol", "nsaid", "opioid", "tramadol", "gabapentinoid", "snri", "benzodiazepine_z"] },
            "health.medlist": { "medicines": medicines },
            "tried.list": { "tried": tried },
            "goals.want": { "text": long("I want to", 200) },
            "goals.reason": { "choices": ["options", "cause"] },
            "you.prefs": { "choices": ["no_needles", "no_surgery", "online_ok", "group_ok"] },
        },
    })
}

/// Four weeks with each day written down, up to today.
const FOUR_WEEKS_OF_DIARY: &str = "
    const months = {};
    for (let back = 0; back < 28; back += 1) {
        const day = new Date();
        day.setDate(day.getDate() - back);
        const key = `tailored/diary/${day.getFullYear()}-${String(day.getMonth() + 1).padStart(2, '0')}`;
        (months[key] ??= []).push({ i: `day-${back}`, d: day.getDate(), p: back % 11, w: 10, c: 'some', k: true });
    }
    for (const [key, entries] of Object.entries(months)) localStorage.setItem(key, JSON.stringify({ v: 1, entries }));";
