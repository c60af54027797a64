//! Owns what the diary gives back from the first days on: today beside yesterday, the small chart, the week, and counts.

use serde_json::json;

use crate::engine::Engine;
use crate::person::Person;
use crate::server::Server;

/// Somebody with some saved days of November 2026 opens the app on a morning of it.
async fn somebody_with(engine: Engine, entries: serde_json::Value, time: &str) -> Person {
    let person = Person::opens_the_app(engine, Server::of_the_release()).await;
    person.has_the_app().await;
    let month = json!({ "v": 1, "entries": entries });
    person
        .has_saved("tailored/diary/2026-11", &month.to_string())
        .await;
    person.has_a_clock("Europe/Berlin", time).await;
    person.reloads().await;
    person.has_the_app().await;
    person
}

pub async fn the_diary_gives_something_back_before_a_week_is_over(engine: Engine) {
    let first = json!([{"i": "one", "d": 27, "a": "day", "p": 6}]);
    let person = somebody_with(engine, first, "2026-11-28T20:00:00").await;
    // On the second day: words, and no chart of one day.
    person.goes_to("#/").await;
    person
        .sees("Yesterday it was 6. Nothing is noted for today yet.")
        .await;
    person
        .sees("You see your week here from Thursday 3 December on.")
        .await;
    let charts = "return document.querySelectorAll('.minis').length";
    assert_eq!(person.asks(charts, json!([])).await, 0);
    // The week itself says when it comes.
    person.goes_to("#/diary/week").await;
    person.is_at("Your week").await;
    person.sees("from Thursday 3 December on").await;

    // On the third day the chart is there, and what is noted stands in it at once.
    person
        .has_a_clock("Europe/Berlin", "2026-11-29T20:00:00")
        .await;
    person.reloads().await;
    person.goes_to("#/").await;
    person.sees("Day by day").await;
    person.presses("No pain today").await;
    person
        .sees("No pain today. Nothing is noted for yesterday.")
        .await;
    let last = "return document.querySelector('.minis li:last-child .pain').textContent";
    assert_eq!(person.text_of(last).await, "0");
    person.finds_no_barrier().await;
}

pub async fn a_week_is_told_in_counts_and_can_be_turned_back(engine: Engine) {
    let days = json!([
        {"i": "a", "d": 16, "a": "day", "p": 5},
        {"i": "b", "d": 23, "a": "day", "p": 7, "y": 3},
        {"i": "c", "d": 24, "a": "day", "p": 8, "y": 2, "k": true, "m": [["Sumatriptan 50 mg", "1", {}]]},
        {"i": "d", "d": 25, "a": "day", "p": 4, "y": 7, "k": false, "n": "baked with Mia"},
        {"i": "e", "d": 27, "a": "day", "p": 6, "y": 4},
        {"i": "f", "d": 28, "a": "day", "p": 6, "y": 8},
        {"i": "g", "d": 29, "a": "day", "p": 5, "y": 8},
    ]);
    // A Monday morning, on which nothing is noted yet.
    let person = somebody_with(engine, days, "2026-11-30T08:00:00").await;
    person.goes_to("#/").await;
    person.sees("You noted 6 of 7 days.").await;
    person.presses("Open my week").await;
    person.is_at("Your week").await;
    for said in [
        "23 Nov to 29 Nov",
        "Usual pain: 6, the middle of 6 days. Your lowest day was 4, your highest 8.",
        "The worst was 8, on Tuesday.",
        "Triptans (sumatriptan): noted on 1 day of these 7, and on 1 of the last 30. In people who get headaches, 10 days a month or more can bring more of them.",
        "A painkiller on 1 day, none on 1. 4 noted days do not say.",
        "Sleep: 5½ of 10, the middle of 6 nights. 3 nights were poor, with 4 or less.",
        "Wednesday: “baked with Mia”",
        "These are counts, not proof.",
    ] {
        person.sees(said).await;
    }
    person.finds_no_barrier().await;
    person.presses("The week before").await;
    person.sees("16 Nov to 22 Nov").await;
    person
        .sees("1 day has a number for the pain: 5 on Monday. From 4 days on you see the middle.")
        .await;
    person.presses("The week after").await;
    person.sees("23 Nov to 29 Nov").await;
    person.goes_to("#/diary").await;
    person.sees("Your week").await;
}

pub async fn what_is_watched_is_counted_and_says_kindly_what_is_missing(engine: Engine) {
    let day = |day: u32| {
        let with = day.is_multiple_of(2);
        json!({"i": format!("d{day}"), "d": day, "a": "day", "p": if with { 6 } else { 4 }, "F": if with { json!(["f1"]) } else { json!([]) }, "G": if with { json!([]) } else { json!(["f1"]) }})
    };
    let days: Vec<_> = (10..=23).map(day).collect();
    let person = somebody_with(engine, json!(days), "2026-11-24T08:00:00").await;
    let tracking = json!({ "v": 1, "factors": { "f1": { "name": "Long sitting", "since": "2026-11-10" } }, "medicines": {}, "marks": {}, "trials": {} });
    person
        .has_saved("tailored/tracking", &tracking.to_string())
        .await;
    person.reloads().await;
    person.goes_to("#/diary/findings").await;
    person.sees("What you wrote down so far").await;
    person
        .sees("7 days with it: usual pain 6. 7 days without it: usual pain 4. That may be chance.")
        .await;
    person.sees("14 days with a note so far.").await;
    person.presses("Why not yet?").await;
    person.sees("46 days more with a note").await;
    person.finds_no_barrier().await;
}
