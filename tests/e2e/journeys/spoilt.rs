//! Owns a hundred spoilt stores in the browser: each opens, nothing is overwritten, each text that cannot be read is listed.

use serde_json::json;

use crate::engine::Engine;
use crate::person::Person;
use crate::server::Server;

const N_STORES: u64 = 100;
const LAST_MONTH: &str = "tailored/diary/2026-09";

/// A text that no version can read, made from a sound one.
fn spoilt(n: u64, sound: &str) -> String {
    let mut at = (n * 7919) as usize % (sound.len() - 2) + 1;
    while !sound.is_char_boundary(at) {
        at -= 1;
    }
    let (before, after) = sound.split_at(at);
    match n % 5 {
        0 => before.to_owned(),
        1 => format!("{before}\u{0}{after}"),
        2 => format!("{after}{before}"),
        3 => format!("[{sound}]"),
        _ => format!("\u{1F525}{before}"),
    }
}

pub async fn a_hundred_spoilt_stores_open_and_keep_what_cannot_be_read(engine: Engine) {
    let person = Person::opens_the_app(engine, Server::of_the_release()).await;
    person.has_the_app().await;
    let sound = json!({"v": 1, "entries": [
        {"i": "k3f9x2m7q1ab", "d": 1, "t": 1300, "p": 6, "n": "like a hot wire, \u{e9}\u{1F980}"},
        {"i": "k3f9x2m7q1ac", "d": 2, "p": 4},
    ]});
    let sound = sound.to_string();
    let script = "localStorage.clear(); localStorage.setItem(arguments[0], arguments[1]); location.hash = '#/more/data'";
    for n in 0..N_STORES {
        let text = spoilt(n, &sound);
        person.asks(script, json!([LAST_MONTH, text])).await;
        person.reloads().await;
        person.sees("Diary of September 2026").await;
        // Where it was; or beside, when the second copy still had the entry of the store before.
        let kept =
            "return Object.values(localStorage).filter((text) => text === arguments[0]).length";
        assert_eq!(
            person.asks(kept, json!([text])).await,
            1,
            "store {n}: {text:?}"
        );

        // An entry in its place: the spoilt text is kept beside it, and still listed.
        person.goes_to("#/diary/log/2026-09-03").await;
        person.answers("1. Can you bear it?", "Hardly").await;
        person.sees("You can stop here.").await;
        let aside = "return Object.entries(localStorage).filter(([key, text]) => \
                     key.startsWith('tailored/set-aside/') && text === arguments[0]).length";
        assert_eq!(
            person.asks(aside, json!([text])).await,
            1,
            "store {n}: {text:?}"
        );
        person.goes_to("#/more/data").await;
        person.sees("Diary of September 2026").await;
    }
}
