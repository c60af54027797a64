//! Owns what holds before and around the app: first page, offline copy, updates, break-down, privacy.

use serde_json::{Value, json};

use crate::engine::Engine;
use crate::person::Person;
use crate::server::Server;

const WELCOME: &str = "Your pain, in your words. A plan that fits.";

pub async fn the_page_says_what_it_is_before_the_app_has_arrived(engine: Engine) {
    let server = Server::of_the_release();
    assert_eq!(
        server.lose("boot-"),
        2,
        "the script and its compressed form"
    );
    let person = Person::opens_the_app(engine, server).await;

    person.is_at(WELCOME).await;
    for promise in [
        "Tell your story",
        "Keep a diary",
        "See your options",
        "Print two pages",
        "Nothing is sent anywhere",
        "call your emergency number",
    ] {
        person.sees(promise).await;
    }
    assert!(person.can_press("Start with my story").await);
    person.finds_no_barrier().await;
}

pub async fn the_app_takes_the_place_of_the_welcome(engine: Engine) {
    let person = Person::opens_the_app(engine, Server::of_the_release()).await;

    person.has_the_app().await;
    person.finds_no_barrier().await;
    person.asked_no_other_place().await;
}

pub async fn the_app_starts_again_without_a_server(engine: Engine) {
    let mut person = Person::opens_the_app(engine, Server::of_the_release()).await;
    person.has_the_app().await;
    person.has_the_offline_copy().await;

    person.server.stop();
    person.reloads().await;
    person.has_the_app().await;

    person.closes_and_opens_again().await;
    person.has_the_app().await;

    // There is one page; every other address in the folder leads to it.
    person.goes_to("somewhere/else.html?x=1").await;
    person.has_the_app().await;
    person.asked_no_other_place().await;
}

pub async fn the_app_works_in_a_folder_of_a_host(engine: Engine) {
    let mut person = Person::opens_the_app(engine, Server::in_folder("/care/pain/")).await;
    person.has_the_app().await;
    person.has_the_offline_copy().await;
    let outside: Vec<String> = person
        .server
        .log()
        .into_iter()
        .filter(|line| !line.contains(" /care/pain/") && !line.contains("/favicon.ico"))
        .collect();
    assert!(
        outside.is_empty(),
        "asked outside of its folder: {outside:?}"
    );

    person.server.stop();
    person.reloads().await;
    person.has_the_app().await;
}

pub async fn the_page_can_ask_no_other_place(engine: Engine) {
    let person = Person::opens_the_app(engine, Server::of_the_release()).await;
    person.has_the_app().await;

    let refused = "const done = arguments[arguments.length - 1];
        document.addEventListener('securitypolicyviolation', (event) => done(event.effectiveDirective), { once: true });
        fetch('https://elsewhere.invalid/').catch(() => {});";
    assert_eq!(
        person.asks_and_waits(refused, json!([])).await,
        "connect-src"
    );

    let inline = "const script = document.createElement('script');
        try { script.textContent = 'document.title = \"inline code has run\"'; } catch { /* Trusted Types */ }
        document.head.append(script);
        return document.title;";
    assert_ne!(person.asks(inline, json!([])).await, "inline code has run");

    // The other drivers run our scripts beside the page, where its rules do not hold.
    if engine == Engine::Chromium {
        let markup = "const place = document.createElement('p');
            try { place.innerHTML = '<img src=x onerror=alert(1)>'; return 'taken'; } catch { return 'refused'; }";
        assert_eq!(person.asks(markup, json!([])).await, "refused");
    }
}

pub async fn a_broken_app_hands_out_the_data(engine: Engine) {
    let person = Person::opens_the_app(engine, Server::of_the_release()).await;
    person.has_the_app().await;
    person
        .has_saved("tailored/journey", "{\"own words\": \"like a hot wire\"}")
        .await;
    person.has_saved("of another app", "private").await;

    // The trap that ends every panic. Firefox runs our scripts beside the page and shows them the page's own kinds of error so.
    let trap = "const page = window.wrappedJSObject ?? window;
        page.dispatchEvent(new page.ErrorEvent('error', { error: new page.WebAssembly.RuntimeError('unreachable') }))";
    person.asks(trap, json!([])).await;
    person.is_at("Tailored has stopped").await;
    assert_eq!(person.focus().await, "Tailored has stopped");
    person.finds_no_barrier().await;

    person.presses("Save a copy of my data").await;
    person.sees("is saving the file").await;
    let copy: Value = serde_json::from_slice(&person.receives_file("tailored-data.json").await)
        .expect("the copy is JSON");
    assert_eq!(
        copy["tailored/journey"],
        "{\"own words\": \"like a hot wire\"}"
    );
    assert_eq!(
        copy.get("of another app"),
        None,
        "only our own data belongs into the copy"
    );

    person.presses("Load the app again").await;
    person.has_the_app().await;
}

pub async fn an_app_that_cannot_start_says_so(engine: Engine) {
    let server = Server::of_the_release();
    let lost = server.take_away("-main.wasm");
    assert!(!lost.is_empty());
    let person = Person::opens_the_app(engine, server).await;

    // It did not arrive: nothing of the app went wrong.
    person.sees("Tailored did not arrive").await;
    person.sees_no_more("Tailored has stopped").await;
    person
        .sees("What you saved before is safe on this device.")
        .await;
    person.finds_no_barrier().await;
    person.presses("Save a copy of my data").await;
    person.sees("There is no saved data in this browser.").await;
    person.server.mend(lost);
    person.presses("Try again").await;
    person.has_the_app().await;
}

/// Whether a new version is here. It is looked for until it is: a version that cannot be fetched whole on a busy machine is
/// given up, and fetched again the next time.
pub const A_NEW_VERSION_WAITS: &str =
    "return navigator.serviceWorker.getRegistration().then((found) => {
    if (!found.waiting && !found.installing) found.update().catch(() => {});
    return found.waiting !== null;
})";

pub async fn a_new_version_waits_for_the_persons_word(engine: Engine) {
    let person = Person::opens_the_app(engine, Server::of_the_release()).await;
    person.has_the_app().await;
    person.has_the_offline_copy().await;
    person
        .asks("document.body.dataset.journey = 'the same page'", json!([]))
        .await;

    person.server.publish_another_version();
    person
        .until("the new version waits", A_NEW_VERSION_WAITS, json!([]))
        .await;
    assert_eq!(
        kept_versions(&person).await.len(),
        2,
        "the old version stays until the person agrees"
    );

    person.asks("return navigator.serviceWorker.getRegistration().then((found) => found.waiting.postMessage('activate'))", json!([])).await;
    let only_the_new =
        "return caches.keys().then((names) => names.length === 1 && names[0].includes(' next-'))";
    person
        .until("only the new version is kept", only_the_new, json!([]))
        .await;
    assert_eq!(
        person
            .asks("return document.body.dataset.journey", json!([]))
            .await,
        "the same page",
        "the page was loaded again unasked"
    );
}

async fn kept_versions(person: &Person) -> Vec<Value> {
    let names = person.asks("return caches.keys()", json!([])).await;
    names.as_array().expect("a list of names").clone()
}

/// A change that is written, but not yet out of its field.
const DRAFT: &str = "like a hot wire, all day";

pub async fn an_update_leaves_every_word_and_never_mixes_versions(engine: Engine) {
    let mut person = Person::opens_the_app(engine, Server::of_the_release()).await;
    person.has_the_app().await;
    person.has_the_offline_copy().await;
    // From the second start on the page comes out of the offline copy.
    person.goes_to("#/diary/log").await;
    person.reloads().await;
    person.presses("A note").await;
    person.fills("Anything else?", DRAFT).await;

    // A deploy that lacks a file: nothing is offered, and the version that is here goes on.
    let look_for_it = "return navigator.serviceWorker.getRegistration().then((found) => found.update()).then(() => true, () => true)";
    let broken = person.server.publish_without_a_file();
    person
        .until("a broken version is looked for", look_for_it, json!([]))
        .await;
    person.until(
        "the broken version is given up",
        "return navigator.serviceWorker.getRegistration().then((found) => found.installing === null && found.waiting === null)",
        json!([]),
    )
    .await;
    person.reloads().await;
    person.has_the_app().await;
    assert!(
        kept_versions(&person)
            .await
            .iter()
            .all(|name| !name.as_str().unwrap_or_default().contains(" broken-")),
        "half a version is kept"
    );
    person.server.mend(broken);

    // A sound one: it waits, the person says yes, and every word is still there.
    person.goes_to("#/diary/log").await;
    person.server.publish_another_version();
    person
        .until("the new version waits", A_NEW_VERSION_WAITS, json!([]))
        .await;
    person.sees("A new version is ready").await;
    person
        .asks("document.body.dataset.journey = 'the old page'", json!([]))
        .await;
    person.presses("A note").await;
    person.fills("Anything else?", DRAFT).await;
    person.presses("Use it now").await;
    person
        .until(
            "the page is loaded again, once",
            "return document.readyState === 'complete' && !('journey' in document.body.dataset)",
            json!([]),
        )
        .await;
    person.has_the_app().await;
    let names = kept_versions(&person).await;
    assert!(
        names.len() == 1
            && names[0]
                .as_str()
                .is_some_and(|name| name.contains(" next-")),
        "{names:?}"
    );
    person.goes_to_today_in_the_diary().await;
    person.sees(DRAFT).await;

    // The new version starts without a server too, and an update that nobody can fetch changes nothing.
    person.server.stop();
    person
        .until("an update is looked for offline", look_for_it, json!([]))
        .await;
    person.closes_and_opens_again().await;
    person.goes_to_today_in_the_diary().await;
    person.sees(DRAFT).await;
}
