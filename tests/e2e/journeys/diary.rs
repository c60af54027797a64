//! Owns the diary as a person on a bad day uses it: three taps, an attack at night, a slip put right, a day without pain.

use serde_json::{Value, json};

use crate::engine::Engine;
use crate::person::Person;
use crate::server::Server;

/// A local day, so many days ago, as a field of date wants it.
async fn day_ago(person: &Person, days: i64) -> String {
    let script = "const day = new Date(); day.setDate(day.getDate() - arguments[0]); \
                  const two = (n) => String(n).padStart(2, '0'); \
                  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`";
    match person.asks(script, json!([days])).await {
        Value::String(day) => day,
        other => panic!("not a day: {other}"),
    }
}

/// The entries of the diary as they are saved.
async fn saved_entries(person: &Person) -> Vec<Value> {
    let data = person.saved_data().await;
    let months = data.as_object().expect("keys with texts").iter();
    let months = months.filter(|(key, _)| key.starts_with("tailored/diary/"));
    let entries = months.flat_map(|(_, text)| {
        let month: Value = serde_json::from_str(text.as_str().expect("a text")).expect("JSON");
        month["entries"].as_array().cloned().unwrap_or_default()
    });
    entries.collect()
}

pub async fn a_bad_day_is_logged_in_three_taps(engine: Engine) {
    let person = Person::opens_the_app(engine, Server::of_the_release()).await;
    person.goes_to("#/diary/log").await;
    person.is_at_todays_note().await;
    assert_eq!(saved_entries(&person).await, [json!(null); 0]);

    // The first tap already saves.
    person.answers("1. Can you bear it?", "Hardly").await;
    person.sees("You can stop here.").await;
    assert_eq!(saved_entries(&person).await.len(), 1);
    let told = "document.querySelector('form [role=status] .note')";
    person
        .asks(&format!("{told}.dataset.told = 'once'"), json!([]))
        .await;
    person.chooses("Mostly lying down").await;
    person
        .answers("3. How strong is the pain?", "8 of 10")
        .await;

    let entries = saved_entries(&person).await;
    assert_eq!(entries.len(), 1);
    let said = ["e", "c", "p"].map(|field| entries[0][field].clone());
    assert_eq!(said, [json!(false), json!("lying"), json!(8)]);
    // A note that is drawn anew at each tap would be read aloud at each tap.
    let still = format!("return {told}.dataset.told");
    assert_eq!(person.asks(&still, json!([])).await, "once");
    person.finds_no_barrier().await;
    person.goes_to("#/diary").await;
    person.sees("mostly lying down").await;
}

pub async fn an_attack_is_told_to_its_end_and_stands_beside_the_last_ones(engine: Engine) {
    let person = Person::opens_the_app(engine, Server::of_the_release()).await;
    person.goes_to("#/diary/attack").await;
    person.presses("Headache starts now").await;
    person.sees("Headache since").await;
    // While it runs: how bad, what was taken, a note. None of it draws the page anew under the finger.
    person.chooses("8 of 10").await;
    person.presses("A note").await;
    person.fills("Anything else?", "after the train").await;
    person.finds_no_barrier().await;
    person.presses("It is over").await;
    person.is_at("It is over").await;
    person.chooses("Rest in the dark").await;
    person.chooses("Cold").await;
    person.finds_no_barrier().await;
    person.reloads().await;
    person.is_at("It is over").await;
    let entries = saved_entries(&person).await;
    assert_eq!(entries.len(), 1, "{entries:?}");
    assert_eq!(entries[0]["w"], json!(8));
    assert_eq!(entries[0]["n"], json!("after the train"));
    person.presses("Done").await;

    // The next one starts on Today in one tap, and was none.
    person.goes_to("#/").await;
    person.presses("An attack starts now").await;
    person.is_at("Attack").await;
    person.sees("Headache since").await;
    person.presses("It was no attack").await;
    person.sees("Headache starts now").await;
    assert_eq!(saved_entries(&person).await.len(), 1);

    // Two that are over stand side by side.
    person.presses("Headache starts now").await;
    person.goes_to("#/").await;
    person.sees("0 min").await;
    person.presses("It is over").await;
    person.is_at("It is over").await;
    person.goes_to("#/diary/attack").await;
    person.sees("Your last attacks").await;
    person.sees("Rest in the dark, Cold").await;
    person.finds_no_barrier().await;
}

pub async fn an_attack_past_midnight_counts_on_both_days_and_as_one(engine: Engine) {
    let person = Person::opens_the_app(engine, Server::of_the_release()).await;
    let (today, yesterday) = (day_ago(&person, 0).await, day_ago(&person, 1).await);
    person.goes_to("#/diary/attack").await;
    person.presses("Headache starts now").await;
    person.sees("Headache since").await;

    // It began yesterday, before midnight.
    person.presses("It began at another time").await;
    person.fills("Day", &yesterday).await;
    person.fills("Time", "23:30").await;
    person.presses("Save this beginning").await;
    person.sees("23:30").await;
    person.finds_no_barrier().await;

    // On the next morning it is offered wherever the person looks first.
    person.goes_to("#/").await;
    person.sees("Headache since").await;
    person.presses("Medicine or note").await;
    person.presses("Still going").await;
    person.sees("Last said to be going on").await;
    person.presses("It is over").await;

    let entries = saved_entries(&person).await;
    assert_eq!(entries.len(), 1, "one attack: {entries:?}");
    assert_eq!(entries[0]["K"]["s"][0], json!(0));
    assert_eq!(entries[0]["K"]["e"][0], json!(1));
    for day in [today, yesterday] {
        let script = "return [...document.querySelectorAll('.cal a')] \
                      .some((a) => a.hash === arguments[0] && a.textContent.includes('Headache'))";
        person.goes_to("#/diary").await;
        if day.ends_with("-01") || day[..7] != day_ago(&person, 0).await[..7] {
            // Another month of the calendar; one of the two days is always in this one.
            continue;
        }
        person
            .until(
                "the day has the mark",
                script,
                json!([format!("#/diary/day/{day}")]),
            )
            .await;
    }
}

pub async fn a_changed_entry_can_be_put_back(engine: Engine) {
    let person = Person::opens_the_app(engine, Server::of_the_release()).await;
    person.goes_to("#/diary/log").await;
    person
        .answers("3. How strong is the pain?", "3 of 10")
        .await;
    person.sees("You can stop here.").await;
    let id = saved_entries(&person).await[0]["i"].clone();
    let id = id.as_str().expect("an id").to_owned();

    // The address names the entry since it was saved; the page is still the one that made it.
    person.goes_to(&format!("#/diary/{id}")).await;
    person.reloads().await;
    person.is_at("Change an entry").await;
    person
        .answers("3. How strong is the pain?", "9 of 10")
        .await;
    person.sees("Put it back as it was").await;
    assert_eq!(saved_entries(&person).await[0]["p"], json!(9));
    person.presses("Put it back as it was").await;
    person.sees_no_more("Put it back as it was").await;
    assert_eq!(saved_entries(&person).await[0]["p"], json!(3));
}

pub async fn the_night_in_which_the_clock_changes_is_as_long_as_it_was(engine: Engine) {
    let person = Person::opens_the_app(engine, Server::of_the_release()).await;
    person
        .is_at("Your pain, in your words. A plan that fits.")
        .await;
    // 23:00 to 5:00 in the two nights of 2026 in which clocks in Berlin change.
    let night = |id: &str, day: u32, before: i32, after: i32| json!({"v": 1, "entries": [{"i": id, "d": day, "K": {"k": "head", "s": [0, 1380, before], "e": [1, 300, after]}}]});
    person
        .has_saved(
            "tailored/diary/2026-03",
            &night("spring", 28, 60, 120).to_string(),
        )
        .await;
    person
        .has_saved(
            "tailored/diary/2026-10",
            &night("autumn", 24, 120, 60).to_string(),
        )
        .await;
    person.goes_to("#/diary/day/2026-03-28").await;
    person.sees("headache, 5 hours").await;
    person.goes_to("#/diary/day/2026-10-24").await;
    person.sees("headache, 7 hours").await;

    // The short day itself is a day like any other.
    person.goes_to("#/diary/log/2026-03-29").await;
    person.is_at("Sunday, 29 March").await;
    person.answers("1. Can you bear it?", "Yes").await;
    person.goes_to("#/diary/day/2026-03-29").await;
    person.sees("written later").await;
}

pub async fn a_day_without_pain_is_said_with_one_tap(engine: Engine) {
    let person = Person::opens_the_app(engine, Server::of_the_release()).await;
    let yesterday = day_ago(&person, 1).await;
    person.goes_to(&format!("#/diary/log/{yesterday}")).await;
    person.answers("1. Can you bear it?", "Yes").await;
    person.sees("You can stop here.").await;
    person.goes_to("#/").await;
    person.presses("No pain today").await;
    let entries = saved_entries(&person).await;
    let pain_free = entries.iter().filter(|entry| entry["p"] == json!(0));
    assert_eq!((entries.len(), pain_free.count()), (2, 1));
    person.goes_to("#/diary").await;
    person
        .until(
            "today stands as free of pain",
            "return document.querySelector('.cal a.free[aria-current=date]') !== null",
            json!([]),
        )
        .await;
}

pub async fn a_new_kind_of_pain_brings_the_warning_signs_back(engine: Engine) {
    let person = Person::opens_the_app(engine, Server::of_the_release()).await;
    let yesterday = day_ago(&person, 1).await;
    person.goes_to(&format!("#/diary/log/{yesterday}")).await;
    person
        .answers("3. How strong is the pain?", "6 of 10")
        .await;
    person.sees("You can stop here.").await;

    // Yesterday's numbers are taken over with one tap; that it was unlike the others belongs to its own day.
    person.goes_to("#/diary/log").await;
    person.presses("Same as yesterday").await;
    person.sees("You can stop here.").await;
    person
        .answers("Is this pain unlike your others?", "A new kind of pain")
        .await;
    person.sees("Please check the warning signs again").await;
    person.finds_no_barrier().await;
    let said: Vec<Value> = saved_entries(&person).await;
    let said = said
        .iter()
        .map(|entry| (entry["p"].clone(), entry["x"].clone()));
    assert_eq!(
        said.collect::<Vec<_>>(),
        [(json!(6), Value::Null), (json!(6), json!("new"))]
    );

    person.presses("Check the warning signs").await;
    person.is_at("Is any of this happening now?").await;
}
