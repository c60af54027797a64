//! Owns what a person meets when the browser's storage is spoilt, newer, full or forbidden: the app starts, says in plain
//! words what is wrong, overwrites nothing, and hands out a copy.

use serde_json::{Value, json};

use crate::engine::{Engine, Saving};
use crate::person::Person;
use crate::server::Server;

const WELCOME: &str = "Your pain, in your words. A plan that fits.";
const RESPONSE: &str = "tailored/response";

pub async fn data_that_cannot_be_read_is_told_and_kept(engine: Engine) {
    let person = Person::opens_the_app(engine, Server::of_the_release()).await;
    person.is_at(WELCOME).await;
    let spoilt = "{\"v\":1,\"answers\":{\"pain.avg7\":";
    person.has_saved(RESPONSE, spoilt).await;
    person.reloads().await;
    person.sees("Your story cannot be read").await;
    person.finds_no_barrier().await;
    assert_eq!(takes_a_copy(&person).await["keys"][RESPONSE], spoilt);

    // A new answer is saved; the old text is kept beside it.
    chooses_a_country(&person, "United Kingdom").await;
    let kept = "return Object.keys(localStorage).some((key) => key.startsWith('tailored/set-aside/') \
                && localStorage.getItem(key) === arguments[0])";
    person
        .until("the spoilt text is kept", kept, json!([spoilt]))
        .await;
}

pub async fn data_of_a_newer_version_is_not_touched(engine: Engine) {
    let person = Person::opens_the_app(engine, Server::of_the_release()).await;
    person.is_at(WELCOME).await;
    let newer = "{\"v\":999,\"answers\":{}}";
    person.has_saved(RESPONSE, newer).await;
    person.reloads().await;
    person.sees("from a newer version").await;

    chooses_a_country(&person, "United Kingdom").await;
    person.sees("but not saved").await;
    assert_eq!(takes_a_copy(&person).await["keys"][RESPONSE], newer);
    assert_eq!(person.saved_data().await[RESPONSE], newer);
}

pub async fn a_full_device_loses_nothing_and_saves_again_when_there_is_room(engine: Engine) {
    let person = Person::opens_the_app(engine, Server::of_the_release()).await;
    chooses_a_country(&person, "United Kingdom").await;
    let country =
        |name| format!("return (localStorage.getItem('{RESPONSE}') ?? '').includes('{name}')");
    person
        .until("the first answer is saved", &country("UK"), json!([]))
        .await;
    let before = person.saved_data().await[RESPONSE].clone();

    person.asks(FILL_THE_STORAGE, json!([])).await;
    person.fills("Years", "61").await;
    person.sees("The device is full").await;
    person.sees("What you saved before is safe").await;
    person.finds_no_barrier().await;
    assert_eq!(
        person.saved_data().await[RESPONSE],
        before,
        "what was saved stays as it was"
    );
    let copy = takes_a_copy(&person).await;
    assert_eq!(copy["keys"][RESPONSE], before);
    assert!(
        copy["unsaved"][RESPONSE]
            .as_str()
            .is_some_and(|text| text.contains("61")),
        "{copy}"
    );

    // There is room again: what was refused is saved without a tap, and the person is told.
    person.asks(EMPTY_THE_STORAGE, json!([])).await;
    person.sees("Saved now").await;
    person.finds_no_barrier().await;
    person.sees_no_more("The device is full").await;
    let age = format!("return (localStorage.getItem('{RESPONSE}') ?? '').includes('61')");
    person
        .until("the refused answer is saved", &age, json!([]))
        .await;
    let before = person.saved_data().await[RESPONSE].clone();
    person.asks(FILL_THE_STORAGE, json!([])).await;

    // The next start says it too, and keeps what there is.
    person.reloads().await;
    person.sees("The device is full").await;
    assert_eq!(person.saved_data().await[RESPONSE], before);

    person.asks(EMPTY_THE_STORAGE, json!([])).await;
    chooses_a_country(&person, "Ireland").await;
    person
        .until("the new answer is saved", &country("IE"), json!([]))
        .await;
}

pub async fn a_browser_that_forbids_saving_is_told_and_everything_else_works(engine: Engine) {
    let person =
        Person::opens_the_app_where(engine, Saving::Forbidden, Server::of_the_release()).await;
    person.sees("Nothing will be kept").await;
    person.finds_no_barrier().await;

    chooses_a_country(&person, "United Kingdom").await;
    person.sees("This browser does not let us save").await;
    person.finds_no_barrier().await;
    let copy = takes_a_copy(&person).await;
    assert!(
        copy["unsaved"][RESPONSE]
            .as_str()
            .is_some_and(|text| text.contains("about.region")),
        "{copy}"
    );

    // It is there until the window closes.
    person.goes_to("#/more").await;
    person.is_at("More").await;
    person.goes_to("#/ask").await;
    person.sees("Where do you live?").await;
    assert!(person.has_chosen("United Kingdom").await);
    person.presses("Next").await;
    person.sees("Which parts of your body hurt?").await;
}

async fn chooses_a_country(person: &Person, name: &str) {
    person.goes_to("#/ask/about.region").await;
    person.sees("Where do you live?").await;
    person.chooses(name).await;
}

async fn takes_a_copy(person: &Person) -> Value {
    person.presses("Save a copy").await;
    person.receives_json("tailored-").await
}

/// To the last character, by something that is not ours.
const FILL_THE_STORAGE: &str = "
    let text = 'x'.repeat(1 << 20);
    for (let n = 0; text.length > 0;) {
        try { localStorage.setItem(`of another app ${n}`, text); n += 1; }
        catch { text = text.slice(Math.ceil(text.length / 2)); }
    }";

const EMPTY_THE_STORAGE: &str = "
    for (const key of Object.keys(localStorage)) if (key.startsWith('of another app')) localStorage.removeItem(key);";
