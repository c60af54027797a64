//! Owns what a person meets when a part of what they saved has vanished from the browser: it is named, and a copy brings it back.

use serde_json::json;

use crate::engine::Engine;
use crate::journeys::exchange::opens_file;
use crate::person::Person;
use crate::server::Server;

const MONTH: &str = "tailored/diary/2020-01";
const OTHER_MONTH: &str = "tailored/diary/2020-02";
const NOTE: &str = "like a hot wire";
const SENTENCE: &str = "Your diary of January 2020 is missing";
const OTHER_SENTENCE: &str = "Your diary of February 2020 is missing";

/// The month is lost, whoever took it.
async fn loses(person: &Person, month: &str) {
    let lose = "localStorage.removeItem(arguments[0])";
    person.asks(lose, json!([month])).await;
    loses_the_second_copy(person, &format!("texts.delete('{month}')")).await;
    person.reloads().await;
}

/// In both databases of the second copy, as far as they are there.
pub(super) async fn loses_the_second_copy(person: &Person, what: &str) {
    let lose = format!(
        "return Promise.all(['tailored', 'tailored-kept'].map((name) => new Promise((done) => {{
            const opening = indexedDB.open(name);
            opening.onupgradeneeded = () => opening.transaction.abort();
            opening.onerror = (event) => {{ event.preventDefault(); done(); }};
            opening.onsuccess = () => {{
                const turn = opening.result.transaction('texts', 'readwrite');
                const texts = turn.objectStore('texts');
                {what};
                turn.oncomplete = () => {{ opening.result.close(); done(); }};
            }};
        }})))"
    );
    person.asks(&lose, json!([])).await;
}

/// Whether a text is in that part of the second copy that is read only when something is missing.
const IS_PUT_BY: &str = "return new Promise((done) => {
    const opening = indexedDB.open('tailored-kept');
    opening.onupgradeneeded = () => opening.transaction.abort();
    opening.onerror = (event) => { event.preventDefault(); done(false); };
    opening.onsuccess = () => {
        const turn = opening.result.transaction('texts');
        const asked = turn.objectStore('texts').getKey(arguments[0]);
        turn.oncomplete = () => { opening.result.close(); done(asked.result !== undefined); };
    };
})";

pub async fn cleared_storage_comes_back_or_is_named(engine: Engine) {
    const SAVED: &str =
        "return Object.keys(localStorage).some((key) => key.startsWith('tailored/diary/'))";
    let person = Person::opens_the_app(engine, Server::of_the_release()).await;
    person.goes_to("#/diary/log").await;
    person.answers("1. Can you bear it?", "Hardly").await;
    person.presses("A note").await;
    person.fills("Anything else?", NOTE).await;
    person.sees("You can stop here.").await;

    // Everything is taken from under the open page, and the browser says nothing.
    person.asks("localStorage.clear()", json!([])).await;
    person.asks("location.hash = '#/more'", json!([])).await;
    person.is_at("More").await;
    person.until("the entry is back", SAVED, json!([])).await;
    person.goes_to_today_in_the_diary().await;
    person.sees(NOTE).await;

    // And on the page that greets who is new: it does not go on greeting.
    person.goes_to("#/diary").await;
    person.asks("localStorage.clear()", json!([])).await;
    person.asks("location.hash = '#/'", json!([])).await;
    person.sees("1 of 28 days").await;
    person.goes_to_today_in_the_diary().await;
    person.sees(NOTE).await;

    // The same before a start.
    person.asks("localStorage.clear()", json!([])).await;
    person.reloads().await;
    person.sees(NOTE).await;

    // All but the list is lost everywhere: it is named, and stays named until the person knows.
    let month = person
        .text_of(
            "return Object.keys(localStorage).find((key) => key.startsWith('tailored/diary/'))",
        )
        .await;
    // The app puts what it brought back by once it has time for it; what is lost before that would come back.
    person
        .until("the month is put by", IS_PUT_BY, json!([month]))
        .await;
    loses_the_second_copy(&person, &format!("texts.delete('{month}')")).await;
    person.asks("localStorage.clear()", json!([])).await;
    person.asks("location.hash = '#/more'", json!([])).await;
    person.is_at("More").await;
    person.sees("is missing").await;
    person.sees("Your diary of").await;
    person.finds_no_barrier().await;
    person.reloads().await;
    person.sees("Your diary of").await;
    person.presses("I know it is gone").await;
    person.sees_no_more("Your diary of").await;
}

pub async fn a_month_that_vanished_is_named_and_a_copy_brings_it_back(engine: Engine) {
    let person = Person::opens_the_app(engine, Server::of_the_release()).await;
    person.has_the_app().await;
    let text =
        format!("{{\"v\":1,\"entries\":[{{\"i\":\"old\",\"d\":7,\"p\":6,\"n\":\"{NOTE}\"}}]}}");
    for month in [MONTH, OTHER_MONTH] {
        person.has_saved(month, &text).await;
    }
    person.goes_to("#/").await;
    person.reloads().await;
    // From the first save on the app knows what it has.
    person.presses("No pain today").await;
    person.sees("Saved: no pain today.").await;
    person.goes_to("#/more/share").await;
    person.is_at("Save, share, open").await;
    person.presses("Save").await;
    let copy = person.receives_json("tailored-").await.to_string();
    assert!(copy.contains(NOTE), "{copy}");

    // One is gone, and the person lets it be.
    loses(&person, OTHER_MONTH).await;
    person.sees(OTHER_SENTENCE).await;
    person.presses("I know it is gone").await;
    person.sees_no_more(OTHER_SENTENCE).await;

    // The other one comes back.
    loses(&person, MONTH).await;
    person.sees(SENTENCE).await;
    person.sees_no_more(OTHER_SENTENCE).await;
    person.sees("what is missing comes back").await;
    person.finds_no_barrier().await;
    person.presses("Open a copy").await;
    person.is_at("Save, share, open").await;
    opens_file(&person, "copy.json", &copy).await;
    person.presses("Put it in").await;
    person.sees("It is in.").await;
    person.sees_no_more(SENTENCE).await;
    person.goes_to("#/diary/day/2020-01-07").await;
    person.sees(NOTE).await;
    person.reloads().await;
    person.sees(NOTE).await;
    person.sees_no_more(SENTENCE).await;
}
