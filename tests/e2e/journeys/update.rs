//! Owns the journey of an update with two tabs open: one person's word brings one tab to the new version; the other goes on
//! whole with the old one, keeps what is typed in it, and follows when the person says so there.

use fantoccini::wd::WindowHandle;
use serde_json::json;

use super::delivery::A_NEW_VERSION_WAITS;
use crate::engine::Engine;
use crate::person::Person;
use crate::server::Server;

/// Typed, and still in its field.
const DRAFT: &str = "like a hot wire, all day";
const IS_LOADED_AGAIN: &str =
    "return document.readyState === 'complete' && !('journey' in document.body.dataset)";
const MARKS_THE_PAGE: &str = "document.body.dataset.journey = 'the old page'";
/// Of the app's own files, how many this page has asked for since it was opened.
const N_ASKED: &str = "return performance.getEntriesByType('resource').filter((one) => one.name.startsWith(location.origin)).length";
const IN_THE_FIELD: &str = "return [...document.querySelectorAll('textarea')].some((field) => field.value === arguments[0])";

async fn turns_to(person: &Person, tab: &WindowHandle) {
    let switched = person.client().switch_to_window(tab.clone()).await;
    switched.expect("both tabs are open");
}

pub async fn an_update_in_one_tab_leaves_the_other_whole_until_its_own_word(engine: Engine) {
    let person = Person::opens_the_app(engine, Server::of_the_release()).await;
    person.has_the_app().await;
    person.has_the_offline_copy().await;
    // From the second start on the pages come out of the offline copy.
    person.reloads().await;
    person.has_the_app().await;
    let first = person.client().window().await.expect("a tab");
    let second = person.client().new_window(false).await;
    let second = second.expect("another tab").handle;
    turns_to(&person, &second).await;
    person.goes_to("#/diary/log").await;
    person.is_at_todays_note().await;
    person.presses("A note").await;
    person.fills("Anything else?", DRAFT).await;
    person.asks(MARKS_THE_PAGE, json!([])).await;
    let n_asked = person.asks(N_ASKED, json!([])).await;

    person.server.publish_another_version();
    turns_to(&person, &first).await;
    person.asks(MARKS_THE_PAGE, json!([])).await;
    person
        .until("the new version waits", A_NEW_VERSION_WAITS, json!([]))
        .await;
    person.sees("A new version is ready").await;
    person.presses("Use it now").await;
    person
        .until("the first tab is loaded again", IS_LOADED_AGAIN, json!([]))
        .await;
    person.has_the_app().await;
    let only_the_new =
        "return caches.keys().then((names) => names.length === 1 && names[0].includes(' next-'))";
    person
        .until("only the new version is kept", only_the_new, json!([]))
        .await;

    // The other tab was not touched, and needs no file that is gone now.
    turns_to(&person, &second).await;
    let is_there = person.asks(IN_THE_FIELD, json!([DRAFT])).await;
    assert_eq!(is_there, json!(true), "the draft is in its field");
    let mark = "return document.body.dataset.journey ?? ''";
    assert_eq!(person.text_of(mark).await, "the old page");
    for (place, heading) in [("#/more/data", "Is my data safe?"), ("#/more", "More")] {
        person
            .asks("location.hash = arguments[0]", json!([place]))
            .await;
        person.is_at(heading).await;
    }
    assert_eq!(
        person.asks(N_ASKED, json!([])).await,
        n_asked,
        "the old version is in memory as a whole"
    );
    assert_eq!(person.text_of(mark).await, "the old page");

    person.sees("A new version is ready").await;
    person.presses("Use it now").await;
    person
        .until("the second tab is loaded again", IS_LOADED_AGAIN, json!([]))
        .await;
    person.goes_to_today_in_the_diary().await;
    person.sees(DRAFT).await;
    turns_to(&person, &first).await;
    person.goes_to_today_in_the_diary().await;
    person.sees(DRAFT).await;
}

pub async fn a_page_whose_later_file_is_gone_takes_the_version_that_is_there(engine: Engine) {
    // As when a deploy comes between the two: the page is still of the old version, and its later file is no longer there.
    let server = Server::of_the_release();
    let taken = server.take_away("-split_inside.wasm");
    assert!(!taken.is_empty());
    let person = Person::opens_the_app(engine, server).await;
    person.presses("Just the diary for now").await;
    person.sees("This page did not arrive").await;
    person.server.mend(taken);
    person.presses("Try again").await;
    person.is_at_todays_note().await;
}

pub async fn a_later_file_with_other_bytes_is_never_run(engine: Engine) {
    let server = Server::of_the_release();
    let taken = server.take_away("-split_inside.wasm");
    let altered = taken
        .iter()
        .filter(|(path, _)| path.extension() != Some("br".as_ref()));
    // Still a whole module: an empty section more, as another build of it might have.
    let altered =
        altered.map(|(path, bytes)| (path.clone(), [bytes, &[0, 2, 1, b'x'][..]].concat()));
    server.mend(altered.collect());
    let person = Person::opens_the_app(engine, server).await;
    person.presses("Just the diary for now").await;
    person.sees("This page did not arrive").await;
    person.server.mend(taken);
    person.presses("Try again").await;
    person.is_at_todays_note().await;
}

pub async fn a_later_file_that_hangs_is_told_and_asked_for_again(engine: Engine) {
    let person = Person::opens_the_app(engine, Server::of_the_release()).await;
    // From the next start on the later file never comes, once.
    let hang = "if (!sessionStorage.getItem('hung')) {
        sessionStorage.setItem('hung', 'yes');
        const fetched = window.fetch;
        window.fetch = (what, how) => String(what.url ?? what).includes('split_inside') ? new Promise(() => {}) : fetched(what, how);
    }";
    let body =
        json!({ "cmd": "Page.addScriptToEvaluateOnNewDocument", "params": { "source": hang } });
    person.browser().own_command("goog/cdp/execute", &body);
    person.reloads().await;
    person.presses("Just the diary for now").await;
    person.sees("One moment").await;
    person.sees("This is taking long").await;
    person.sees("What you saved is safe on this device.").await;
    person.finds_no_barrier().await;
    person.presses("Try again").await;
    person.sees("1. Can you bear it?").await;
}
