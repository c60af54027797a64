//! Owns the journeys of a person who does not want to be read: passphrase, locked copy, hiding in a hurry, deleting everything.

use serde_json::{Value, json};

use super::missing::loses_the_second_copy;
use crate::engine::Engine;
use crate::person::Person;
use crate::server::Server;

const PHRASE: &str = "like a hot wire in the leg";
const FIRST: &str = "correct horse battery";
const SECOND: &str = "staple lamp garden";
const OLD_MONTH: &str = "tailored/diary/2020-01";

/// The keys of ours under which the phrase can be read.
async fn readable_keys(person: &Person) -> Vec<String> {
    readable_in(&person.saved_data().await)
}

/// The same in the second copy.
async fn readable_copies(person: &Person) -> Vec<String> {
    readable_in(&person.second_copy().await)
}

fn readable_in(data: &Value) -> Vec<String> {
    let texts = data.as_object().expect("keys with texts").iter();
    let ours = texts.filter(|(key, _)| key.starts_with("tailored/"));
    let readable = ours.filter(|(_, text)| text.as_str().is_some_and(|text| text.contains(PHRASE)));
    readable.map(|(key, _)| key.clone()).collect()
}

/// The state of the lock as it is saved, such as "closed".
async fn stage(person: &Person) -> Value {
    let lock = person.saved_data().await["tailored/lock"].clone();
    let lock: Value = serde_json::from_str(lock.as_str().unwrap_or("{}")).expect("JSON");
    lock["stage"].clone()
}

/// Writes an entry with the phrase in its note.
async fn writes_the_phrase(person: &Person) {
    person.goes_to("#/diary/log").await;
    person.answers("1. Can you bear it?", "Hardly").await;
    person.presses("A note").await;
    person.fills("Anything else?", PHRASE).await;
    person.sees("You can stop here.").await;
}

async fn sets_the_lock(person: &Person) {
    person.goes_to("#/more/lock").await;
    person.is_at("Lock with a passphrase").await;
    person.sees("Nobody can get it back").await;
    person.fills("Passphrase", FIRST).await;
    person.fills("The same once more", FIRST).await;
    person.presses("Lock it").await;
    person.sees("Please tick this first.").await;
    person.chooses("I have written it down.").await;
    person.presses("Lock it").await;
    person.is_at("Locked").await;
}

async fn opens_with(person: &Person, passphrase: &str) {
    person.is_at("Locked").await;
    person.fills("Passphrase", passphrase).await;
    person.presses("Open").await;
}

pub async fn a_passphrase_hides_every_word_until_it_is_typed(engine: Engine) {
    let person = Person::opens_the_app(engine, Server::of_the_release()).await;
    writes_the_phrase(&person).await;
    assert_eq!(readable_keys(&person).await.len(), 1);
    assert_eq!(readable_copies(&person).await.len(), 1);
    person.goes_to("#/more/lock").await;
    person.is_at("Lock with a passphrase").await;
    person.presses("Lock it").await;
    person.sees("At least 12 characters, please.").await;
    person.finds_no_barrier().await;
    sets_the_lock(&person).await;
    assert_eq!(readable_keys(&person).await, [""; 0], "after it was set");
    assert_eq!(readable_copies(&person).await, [""; 0], "after it was set");
    person.finds_no_barrier().await;

    opens_with(&person, SECOND).await;
    person.sees("That is not the passphrase.").await;
    person.finds_no_barrier().await;
    person.presses("I have forgotten it").await;
    person
        .sees("Nobody can open it without the passphrase")
        .await;
    person.finds_no_barrier().await;
    opens_with(&person, FIRST).await;
    person.sees("Hello").await;
    writes_the_phrase(&person).await;
    assert_eq!(readable_keys(&person).await, [""; 0], "after a change");
    assert_eq!(readable_copies(&person).await, [""; 0], "after a change");
    person.goes_to_today_in_the_diary().await;
    person.sees(PHRASE).await;

    // A new start asks again, and everything that was said to be saved is there.
    person.reloads().await;
    opens_with(&person, FIRST).await;
    person.goes_to("#/more/lock").await;
    person.is_at("Lock with a passphrase").await;
    person.finds_no_barrier().await;
    person.presses("Change the passphrase").await;
    person.finds_no_barrier().await;
    person.fills("Passphrase of today", FIRST).await;
    person.fills("New passphrase", SECOND).await;
    person.fills("The same once more", SECOND).await;
    person.presses("Use the new passphrase").await;
    person
        .sees("Copies that you saved before still open with the old one.")
        .await;
    assert_eq!(
        readable_keys(&person).await,
        [""; 0],
        "after it was changed"
    );
    person.presses("Lock now").await;
    opens_with(&person, FIRST).await;
    person.sees("That is not the passphrase.").await;
    opens_with(&person, SECOND).await;

    person.is_at("Lock with a passphrase").await;
    person.presses("Take the lock off").await;
    person.finds_no_barrier().await;
    person.fills("Passphrase of today", SECOND).await;
    person.presses("Make everything readable").await;
    person.sees("Nobody can get it back").await;
    assert_eq!(stage(&person).await, Value::Null);
    assert_eq!(
        readable_keys(&person).await.len(),
        1,
        "one month with both entries"
    );
    person.goes_to_today_in_the_diary().await;
    person.sees(PHRASE).await;
    person.asked_no_other_place().await;
}

pub async fn a_damaged_sealed_text_is_told_and_everything_else_opens(engine: Engine) {
    let person = Person::opens_the_app(engine, Server::of_the_release()).await;
    writes_the_phrase(&person).await;
    let month = r#"{"v":1,"entries":[{"i":"old","d":7,"p":6,"n":"of old"}]}"#;
    person.has_saved(OLD_MONTH, month).await;
    person.reloads().await;
    sets_the_lock(&person).await;
    // One letter of the sealed month is another one now, as on a bad disk.
    let spoil = "const text = localStorage.getItem(arguments[0]); const at = text.length / 2 | 0; \
                 localStorage.setItem(arguments[0], text.slice(0, at) + (text[at] === 'A' ? 'B' : 'A') + text.slice(at + 1));";
    person.asks(spoil, json!([OLD_MONTH])).await;
    person.reloads().await;
    opens_with(&person, FIRST).await;
    person.sees("We mended your diary of January 2020").await;
    person.presses("I have looked").await;
    person
        .sees_no_more("We mended your diary of January 2020")
        .await;
    // Without a second copy there is nothing to mend it with.
    loses_the_second_copy(&person, &format!("texts.delete('{OLD_MONTH}')")).await;
    person.asks(spoil, json!([OLD_MONTH])).await;
    let spoilt = person.saved_data().await[OLD_MONTH].clone();
    person.reloads().await;
    opens_with(&person, FIRST).await;
    person.goes_to_today_in_the_diary().await;
    person.sees(PHRASE).await;
    person
        .asks("location.hash = '#/diary/day/2020-01-07'", json!([]))
        .await;
    person
        .sees("Your diary of January 2020 cannot be read")
        .await;
    person.sees("this device has no second copy of it").await;
    person
        .sees("we cannot say what is written about this day")
        .await;
    person.finds_no_barrier().await;
    person
        .asks("location.hash = '#/more/data'", json!([]))
        .await;
    person.is_at("Is my data safe?").await;
    person
        .sees("Diary of January 2020: is locked, and does not open: it was damaged")
        .await;
    person.finds_no_barrier().await;
    assert_eq!(
        person.saved_data().await[OLD_MONTH],
        spoilt,
        "it is left as it is"
    );
}

pub async fn a_lock_closes_by_itself_when_nobody_is_there(engine: Engine) {
    let person = Person::opens_the_app(engine, Server::of_the_release()).await;
    writes_the_phrase(&person).await;
    sets_the_lock(&person).await;
    opens_with(&person, FIRST).await;
    person.goes_to("#/questions").await;
    person.fills("Add your own question", HALF).await;
    person.sees_no_more(PHRASE).await;
    // Ten minutes on the clock of the page, as if nobody had touched it since.
    let later = "const page = window.wrappedJSObject ?? window; const now = page.Date.now; \
                 const later = () => now.call(page.Date) + 600000; \
                 page.Date.now = typeof exportFunction === 'function' ? exportFunction(later, page) : later;";
    person.asks(later, json!([])).await;
    person.is_at("Locked").await;
    person.sees("It locked by itself").await;
    person.sees_no_more(HALF).await;
    person.finds_no_barrier().await;
    assert_eq!(person.focus().await, "Passphrase", "not nowhere");

    // Wrong passphrases make the next one wait, also after a new start.
    for _ in 0..2 {
        opens_with(&person, SECOND).await;
        person.sees("That is not the passphrase.").await;
        person
            .until("it can be tried again", CAN_TRY, json!([]))
            .await;
    }
    opens_with(&person, SECOND).await;
    person
        .sees("The button counts the seconds until you can try again.")
        .await;
    person.finds_no_barrier().await;
    person.reloads().await;
    person.sees_no_more("It locked by itself").await;
    person.sees("Open in").await;
    person.sees("You can try again now.").await;
    opens_with(&person, FIRST).await;
    // What was typed and not used yet is still there.
    let typed = "return [...document.querySelectorAll('textarea')].some((field) => field.value === arguments[0])";
    person
        .until("the half question is there", typed, json!([HALF]))
        .await;
}

const HALF: &str = "Could it be that the";
const CAN_TRY: &str = "return document.querySelector('button[type=submit]').getAttribute('aria-disabled') === 'false'";

pub async fn a_locked_copy_opens_with_its_passphrase_on_another_device(engine: Engine) {
    let person = Person::opens_the_app(engine, Server::of_the_release()).await;
    writes_the_phrase(&person).await;
    sets_the_lock(&person).await;
    opens_with(&person, FIRST).await;
    person.goes_to("#/more/share").await;
    person.sees("the copy is scrambled").await;
    person.presses("Save").await;
    let copy = person.receives_json("tailored-").await.to_string();
    assert!(
        copy.contains("PBKDF2-SHA-256") && !copy.contains(PHRASE),
        "{copy}"
    );

    let other = Person::opens_the_app(engine, Server::of_the_release()).await;
    other.goes_to("#/more/share").await;
    let hand_over = "const data = new DataTransfer();
        data.items.add(new File([arguments[0]], 'copy.json', { type: 'application/json' }));
        const field = find('fill', 'Choose a file');
        field.files = data.files;
        field.dispatchEvent(new Event('change', { bubbles: true }));";
    other.is_at("Save, share, open").await;
    other.asks(hand_over, json!([copy])).await;
    other.sees("This copy is locked").await;
    other.fills("Passphrase", SECOND).await;
    other.presses("Open").await;
    other.sees("That is not the passphrase.").await;
    other.fills("Passphrase", FIRST).await;
    other.presses("Open").await;
    other.presses("Put it in").await;
    other.sees("It is in.").await;
    other.goes_to_today_in_the_diary().await;
    other.sees(PHRASE).await;
    assert_eq!(
        stage(&other).await,
        Value::Null,
        "the lock stays with its device"
    );
}

pub async fn one_key_hides_the_page(engine: Engine) {
    let person = Person::opens_the_app(engine, Server::of_the_release()).await;
    writes_the_phrase(&person).await;
    let escape = "const page = window.wrappedJSObject ?? window; \
                  window.dispatchEvent(new page.KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true }))";
    person.asks(escape, json!([])).await;
    person.is_at("Notes").await;
    assert_eq!(person.title().await, "Notes");
    let shown = person.reads().await.to_lowercase();
    assert!(
        !shown.contains("pain") && !shown.contains("tailored"),
        "{shown}"
    );

    // With a lock the data is locked too, and the way back asks for the passphrase.
    sets_the_lock(&person).await;
    opens_with(&person, FIRST).await;
    person.goes_to_today_in_the_diary().await;
    person.sees(PHRASE).await;
    person.asks(escape, json!([])).await;
    person.is_at("Notes").await;
    assert_eq!(person.title().await, "Notes");
    person.leaves_by("Open").await;
    person.is_at("Locked").await;
}

pub async fn everything_is_deleted_and_nothing_remains(engine: Engine) {
    let person = Person::opens_the_app(engine, Server::of_the_release()).await;
    person.has_the_app().await;
    person.has_the_offline_copy().await;
    writes_the_phrase(&person).await;
    person.has_saved("tailored/diary/2020-01", "{spoilt").await;
    person.has_saved("of another app", "stays").await;
    person.goes_to("#/more").await;
    person.presses("Delete everything …").await;
    person
        .sees("You have not saved a copy from this device yet.")
        .await;
    person.presses("Save a copy first").await;
    person.receives_json("tailored-").await;
    person.sees("You saved a copy today.").await;
    person.finds_no_barrier().await;
    person.presses("Delete everything").await;
    person.sees("Checked just now").await;

    let left = "return (async () => ({
        texts: Object.keys(localStorage),
        others: sessionStorage.length,
        caches: (await caches.keys()).length,
        workers: (await navigator.serviceWorker.getRegistrations()).length,
        databases: indexedDB.databases ? (await indexedDB.databases()).length : 0,
        cookies: document.cookie,
    }))()";
    assert_eq!(
        person.asks(left, json!([])).await,
        json!({ "texts": ["of another app"], "others": 0, "caches": 0, "workers": 0, "databases": 0, "cookies": "" })
    );
}

pub async fn room_copies_and_spoilt_texts_are_shown_on_one_page(engine: Engine) {
    let person = Person::opens_the_app(engine, Server::of_the_release()).await;
    person.has_the_app().await;
    let spoilt = "{\"v\":1,\"entries\":[{\"i\":";
    person.has_saved("tailored/diary/2020-01", spoilt).await;
    // 72 % of what browsers give, by something that is not ours.
    person
        .asks(
            "localStorage.setItem('of another app', 'x'.repeat(3774874))",
            json!([]),
        )
        .await;
    person.goes_to("#/more/data").await;
    person.reloads().await;
    person.is_at("Is my data safe?").await;
    person.sees("It is getting full. Save a copy soon.").await;
    person.sees("(72 %)").await;
    person.sees("Room is getting short").await;
    person.sees("Diary of January 2020: ends too early").await;
    person.finds_no_barrier().await;
    person.presses("Save as it is").await;
    let saved = person.receives_file("tailored-diary-2020-01.txt").await;
    assert_eq!(String::from_utf8_lossy(&saved), spoilt);
}
