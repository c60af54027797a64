//! Owns what a person does after a visit: keep what was agreed, choose how it is judged, look back, and let the plan know.

use serde_json::{Value, json};
use tailored::domain::date::{Days, NaiveDate};
use tailored::domain::diary::entry::Entry;
use tailored::domain::ids::EntryId;
use tailored::storage::{MemoryBackend, Store};

use crate::engine::Engine;
use crate::journeys::plan::EVERYBODY;
use crate::person::Person;
use crate::server::Server;

const BERLIN: &str = "Europe/Berlin";
const RESPONSE: &str = "tailored/response";

/// A note of every day from one on, with a usual pain.
fn diary(first: (i32, u32, u32), days: u64, pain: u8) -> Vec<(String, String)> {
    let first = NaiveDate::from_ymd_opt(first.0, first.1, first.2).expect("a day");
    let backend = MemoryBackend::default();
    let mut store = Store::open(backend.clone()).store;
    for number in 0..days {
        let date = first + Days::new(number);
        let entry = Entry {
            pain: Some(pain),
            ..Entry::on(EntryId(format!("note{date}").replace('-', "")), date)
        };
        store.save_entry(&entry).expect("memory has room");
    }
    let texts = backend.texts().into_iter();
    texts
        .filter(|(key, _)| key.starts_with("tailored/diary/"))
        .collect()
}

async fn has_noted(person: &Person, texts: Vec<(String, String)>) {
    for (key, text) in texts {
        person.has_saved(&key, &text).await;
    }
    person.reloads().await;
    person.has_the_app().await;
}

/// What the story says of duloxetine.
async fn told_of_duloxetine(person: &Person) -> Vec<Value> {
    let data = person.saved_data().await;
    let text = data[RESPONSE].as_str().expect("a story");
    let story: Value = serde_json::from_str(text).expect("the app saves JSON");
    let tried = story["answers"]["tried.list"]["tried"].as_array();
    let of_it = |tried: &&Value| tried["therapy"] == json!("snri");
    let tried = tried.into_iter().flatten();
    tried.filter(of_it).cloned().collect()
}

pub async fn what_was_agreed_is_judged_and_the_next_plan_starts_from_it(engine: Engine) {
    let person = Person::opens_the_app(engine, Server::of_the_release()).await;
    person.has_a_clock(BERLIN, "2026-10-01T12:00:00").await;
    person.has_the_app().await;
    person.has_saved(RESPONSE, EVERYBODY[0].1).await;
    has_noted(&person, diary((2026, 9, 1), 30, 7)).await;

    // Right after the visit: the option, the number of the diary, the day to judge.
    person.goes_to("#/plan/snri").await;
    person.leaves_by("We agreed on this").await;
    person.sees("How do we judge it?").await;
    person.sees("7 of 10, from 13 of 14 days").await;
    person.sees("not enough days yet: 0 of at least 8").await;
    person.chooses("Usual pain").await;
    person
        .sees("After 4 to 8 weeks: pain, sleep and mood.")
        .await;
    person.presses("Take 29 October 2026").await;
    person.fills("Next step", "Start duloxetine").await;
    person.sees_no_more("What came of it?").await;
    person.finds_no_barrier().await;
    person.leaves_by("Done").await;
    person.sees("7 of 10, from 14 of 14 days").await;
    person.presses("Put these days in my calendar").await;
    let calendar = person.receives_file("tailored-agreed.ics").await;
    let calendar = String::from_utf8(calendar).expect("text");
    assert!(
        calendar.contains("DTSTART;VALUE=DATE:20261029\r\n"),
        "{calendar}"
    );
    person.goes_to("#/plan").await;
    person.sees("What you agreed on 1 October 2026").await;
    person.sees("look back on 29 October 2026").await;
    person.finds_no_barrier().await;

    // Four weeks later it is brought to mind, with the numbers, and one tap says what came of it.
    person.has_a_clock(BERLIN, "2026-10-29T18:00:00").await;
    has_noted(&person, diary((2026, 10, 1), 29, 6)).await;
    person.goes_to("#/").await;
    person.leaves_by("Look back if it helps: today").await;
    person.sees("6 of 10, from 14 of 14 days").await;
    person.sees("7 of 10, from 14 of 14 days").await;
    person.chooses("It made no difference").await;
    person.sees("it did not help, tried for 4 weeks").await;
    person.finds_no_barrier().await;
    assert_eq!(told_of_duloxetine(&person).await, Vec::<Value>::new());
    person.presses("Yes, and I have stopped it").await;
    person.sees("Your story says so.").await;
    let told = told_of_duloxetine(&person).await;
    assert_eq!((told.len(), &told[0]["effect"]), (1, &json!("no_help")));
    person.leaves_by("Back to the plan").await;
    person.sees("it made no difference").await;
    person.sees("Not again: ").await;
    person.goes_to("#/plan/snri").await;
    person.sees("it made no difference").await;

    // The result is changed later, and its own record with it.
    person.leaves_by("Start duloxetine").await;
    person.chooses("It helped a little").await;
    person.presses("Yes, and I go on with it").await;
    person.sees("Your story says so.").await;
    let told = told_of_duloxetine(&person).await;
    assert_eq!((told.len(), &told[0]["effect"]), (1, &json!("helped")));

    // Without the agreement the story stays what the person told.
    person.presses("Delete this agreement").await;
    person.leaves_by("Yes, delete it").await;
    person.sees("Nothing written down yet.").await;
    assert_eq!(told_of_duloxetine(&person).await, told);
    person.goes_to("#/plan").await;
    person.sees("Best fits for you").await;
    person.sees_no_more("What you agreed on").await;
}
