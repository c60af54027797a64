//! Owns the journey with two tabs of the app: each logs on its own, both see it at once, and nothing is lost.
//! TAILORED_TABS=500 makes it as long as it was once looked at; `tests/storage/tabs.rs` has that length always.

use fantoccini::wd::WindowHandle;
use serde_json::{Value, json};

use crate::engine::Engine;
use crate::person::Person;
use crate::server::Server;

/// Entries in each tab. Each goes through the page of the diary, as a person's does.
const N_EACH: usize = 100;

/// Logs so many entries, by turns in the given month and the next.
const LOGS: &str = "
    const two = (n) => String(n).padStart(2, '0');
    const [count, month] = arguments;
    logsDays((n) => `2026-${two(month + n % 2)}-${two(1 + n % 28)}`, 0, count);";

async fn n_saved(person: &Person) -> usize {
    let data = person.saved_data().await;
    let months = data.as_object().expect("keys with texts").iter();
    let months = months.filter(|(key, _)| key.starts_with("tailored/diary/"));
    let entries = months.map(|(_, text)| {
        let month: Value = serde_json::from_str(text.as_str().expect("a text")).expect("JSON");
        month["entries"].as_array().map_or(0, Vec::len)
    });
    entries.sum()
}

async fn turns_to(person: &Person, tab: &WindowHandle) {
    let switched = person.client().switch_to_window(tab.clone()).await;
    switched.expect("both tabs are open");
}

pub async fn two_tabs_keep_each_others_entries_and_show_them_at_once(engine: Engine) {
    let n_each = std::env::var("TAILORED_TABS").ok();
    let n_each = n_each.and_then(|n| n.parse().ok()).unwrap_or(N_EACH);
    let person = Person::opens_the_app(engine, Server::of_the_release()).await;
    person.has_the_app().await;
    let first = person.client().window().await.expect("a tab");
    let second = person
        .client()
        .new_window(false)
        .await
        .expect("another tab");
    let second = second.handle;

    turns_to(&person, &second).await;
    person.goes_to("#/diary/log").await;
    person.is_at_todays_note().await;
    turns_to(&person, &first).await;
    person.goes_to("#/diary/log").await;
    person.is_at_todays_note().await;
    person.asks(LOGS, json!([n_each, 9])).await;
    turns_to(&person, &second).await;
    person.asks(LOGS, json!([n_each, 9])).await;
    for tab in [&second, &first] {
        turns_to(&person, tab).await;
        // A piece at a time, since everything in these journeys waits a minute at most.
        for n in (10..=n_each).step_by(10) {
            person
                .until(
                    "the entries are logged",
                    "return window.nLogged >= arguments[0]",
                    json!([n]),
                )
                .await;
        }
    }
    let all = n_each * 2;
    let script = "return Object.entries(localStorage).filter(([key]) => key.startsWith('tailored/diary/')) \
                  .reduce((n, [, text]) => n + JSON.parse(text).entries.length, 0) === arguments[0]";
    person
        .until("all entries are there", script, json!([all]))
        .await;
    assert_eq!(n_saved(&person).await, all);

    // What one tab says is on the other's screen without loading it again.
    person.goes_to("#/").await;
    turns_to(&person, &second).await;
    person.goes_to("#/").await;
    person.presses("No pain today").await;
    person.sees("Saved: no pain today.").await;
    turns_to(&person, &first).await;
    person.sees("Saved: no pain today.").await;
    assert_eq!(n_saved(&person).await, all + 1);
}

pub async fn a_note_of_one_tab_outlives_a_tap_in_the_other(engine: Engine) {
    const NOTE: &str = "slept badly, then the stairs";
    let person = Person::opens_the_app(engine, Server::of_the_release()).await;
    person.goes_to("#/diary/log").await;
    person
        .answers("3. How strong is the pain?", "3 of 10")
        .await;
    person.sees("You can stop here.").await;
    let id = person.text_of(ID_OF_THE_ENTRY).await;
    let place = format!("#/diary/{id}");
    let first = person.client().window().await.expect("a tab");
    let second = person.client().new_window(false).await;
    let second = second.expect("another tab").handle;
    for tab in [&second, &first] {
        turns_to(&person, tab).await;
        // Since it was saved, the first tab has this address and still shows the page that made the entry.
        person.goes_to(&place).await;
        person.reloads().await;
        person.is_at("Change an entry").await;
    }
    // Both have it open; one of them writes, and the other one taps on what it has.
    person.presses("A note").await;
    person.fills("Anything else?", NOTE).await;
    holds(&person, "n", json!(NOTE)).await;
    turns_to(&person, &second).await;
    person
        .answers("3. How strong is the pain?", "7 of 10")
        .await;
    holds(&person, "p", json!(7)).await;
    holds(&person, "n", json!(NOTE)).await;
    // And what the other one changed is on the screen of the first, which can go back without taking that away.
    turns_to(&person, &first).await;
    let chosen = "return find('choose', '7 of 10', '3. How strong is the pain?').checked";
    person
        .until("the tap is shown here too", chosen, json!([]))
        .await;
    person.presses("Put it back as it was").await;
    holds(&person, "n", Value::Null).await;
    holds(&person, "p", json!(7)).await;
}

const ID_OF_THE_ENTRY: &str = "
    const key = Object.keys(localStorage).find((key) => key.startsWith('tailored/diary/'));
    return JSON.parse(localStorage.getItem(key)).entries[0].i";

/// A field of the one entry is saved so.
async fn holds(person: &Person, field: &str, value: Value) {
    let script =
        "const key = Object.keys(localStorage).find((key) => key.startsWith('tailored/diary/'));
        const { entries } = JSON.parse(localStorage.getItem(key));
        return entries.length === 1 && (entries[0][arguments[0]] ?? null) === arguments[1]";
    person
        .until("the entry holds it", script, json!([field, value]))
        .await;
}
