//! Owns the diary under odd and extreme input: it is kept or refused with a kind reason, and nothing breaks the page or the paper.

use lopdf::Document;
use serde_json::{Value, json};

use crate::engine::Engine;
use crate::paper::Paper;
use crate::person::Person;
use crate::server::Server;

/// The narrowest phone that is still in use.
const NARROW: (u32, u32) = (320, 640);
/// One word without an end, a smile of several signs, Arabic and Hebrew, a mark that turns the direction, markup.
const FOREIGN: &str = "👩🏽‍⚕️🤕 الألم شديد جدا \u{202e}כאב<b>&amp;";

/// The local day so many days from now, as a field of date wants it.
async fn day_from_now(person: &Person, days: i64) -> String {
    let script = "const day = new Date(); day.setDate(day.getDate() + arguments[0]); \
                  const two = (n) => String(n).padStart(2, '0'); \
                  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`";
    let day = person.asks(script, json!([days])).await;
    day.as_str().expect("a day").to_owned()
}

/// Nothing but tables scrolls sideways.
async fn nothing_is_wider_than_the_page(person: &Person, place: &str) {
    let script = "const wide = document.documentElement.scrollWidth - innerWidth; \
         const who = [...document.querySelectorAll('main *')].filter((e) => !e.closest('.scroll-x, .sr, svg') && e.getBoundingClientRect().right > innerWidth + 1); \
         return wide > 0 ? who.slice(0, 3).map((e) => e.outerHTML.slice(0, 120)).join(' … ') || String(wide) : ''";
    let found = person.asks(script, json!([])).await;
    assert_eq!(found, json!(""), "{place} is wider than the page");
}

pub async fn days_and_times_that_cannot_be_are_refused_with_a_reason(engine: Engine) {
    let person = Person::opens_the_app(engine, Server::of_the_release()).await;
    let (tomorrow, yesterday) = (
        day_from_now(&person, 1).await,
        day_from_now(&person, -1).await,
    );

    // An address of the future is about today.
    person.goes_to(&format!("#/diary/log/{tomorrow}")).await;
    person.is_at_todays_note().await;
    person.answers("1. Can you bear it?", "Hardly").await;
    person.sees("You can stop here.").await;
    person.presses("Another day").await;
    person.fills("Which day is this about?", &tomorrow).await;
    person
        .sees("That day is still to come. Please choose another.")
        .await;
    let saved = person.saved_data().await.to_string();
    assert_eq!(saved.matches("tailored/diary/").count(), 1, "{saved}");

    person.goes_to("#/diary/attack").await;
    person.presses("Headache starts now").await;
    person.sees("Headache since").await;
    person.presses("It ended earlier").await;
    person.fills("Day", &yesterday).await;
    person.presses("Save this end").await;
    person.sees("It would end before it began.").await;
    person.fills("Day", &tomorrow).await;
    person.sees("That day is still to come.").await;
    person.presses("Save this end").await;
    person.sees("Headache since").await;
    person.finds_no_barrier().await;

    person.goes_to("#/diary/follow").await;
    person.presses("Add a mark").await;
    person.fills("Day", "").await;
    person.presses("A visit").await;
    person.sees("That is not a whole date yet.").await;
    person.presses("Add a medicine").await;
    person.presses("Put it on my list").await;
    person.sees("Please write its name first.").await;
}

pub async fn a_dose_without_a_number_is_kept_and_not_guessed(engine: Engine) {
    let person = Person::opens_the_app(engine, Server::of_the_release()).await;
    person.goes_to("#/diary/log").await;
    person.answers("1. Can you bear it?", "Hardly").await;
    person.presses("Medicine").await;
    for (place, amount) in [(0, "2"), (1, "some")] {
        person.presses("Add a medicine").await;
        let script = "const fields = [...document.querySelectorAll('input[id^=medicine-name-], input[id^=medicine-amount-]')]; \
             setValue(fields[arguments[0] * 2], 'Paracetamol 500 mg'); setValue(fields[arguments[0] * 2 + 1], arguments[1])";
        let is_there =
            "return document.querySelectorAll('input[id^=medicine-name-]').length > arguments[0]";
        person
            .until("the medicine has its fields", is_there, json!([place]))
            .await;
        person.asks(script, json!([place, amount])).await;
    }
    person.sees("at least 1,500 mg").await;
    person.sees("Not counted: “some”").await;
    person.finds_no_barrier().await;
}

pub async fn the_seventh_thing_to_watch_is_refused_and_400_do_no_harm(engine: Engine) {
    let person = Person::opens_the_app(engine, Server::of_the_release()).await;
    person.goes_to("#/diary/follow").await;
    for number in 1..=7 {
        person
            .fills("Something of your own", &format!("Thing {number}?"))
            .await;
        person.presses("Watch it").await;
        if number < 7 {
            person.sees(&format!("Thing {number}?")).await;
        }
    }
    person.sees("You watch 6 things already.").await;

    // A file from elsewhere may hold any number.
    let factors: serde_json::Map<String, Value> = (0..400)
        .map(|number| {
            let factor = json!({ "name": format!("{FOREIGN}{number}"), "since": "2026-01-01" });
            (format!("f{number:03}"), factor)
        })
        .collect();
    let tracking =
        json!({ "v": 1, "factors": factors, "medicines": {}, "marks": {}, "trials": {} });
    person
        .has_saved("tailored/tracking", &tracking.to_string())
        .await;
    person.has_a_window_of(NARROW.0, NARROW.1).await;
    for place in [
        "#/diary/follow",
        "#/diary/log",
        "#/diary/evening",
        "#/diary/findings",
    ] {
        person.goes_to(place).await;
        person.reloads().await;
        person.has_the_app().await;
        nothing_is_wider_than_the_page(&person, place).await;
    }
    let kept = person.saved_data().await["tailored/tracking"].to_string();
    // Also the six that were called saved before the file came over them: the second copy has brought them back.
    assert_eq!(kept.matches("since").count(), 406);
}

pub async fn ten_thousand_signs_of_any_writing_break_neither_page_nor_paper(engine: Engine) {
    let person = Person::opens_the_app(engine, Server::of_the_release()).await;
    let today = day_from_now(&person, 0).await;
    let note = format!("{FOREIGN}{}", "w".repeat(10_000));
    person.goes_to("#/diary/log").await;
    person.answers("1. Can you bear it?", "Hardly").await;
    person
        .answers("3. How strong is the pain?", "8 of 10")
        .await;
    person.presses("A note").await;
    person
        .asks(
            "setValue(find('fill', 'Anything else?'), arguments[0])",
            json!([note]),
        )
        .await;
    let is_kept =
        "return Object.values(localStorage).some((text) => text.includes('w'.repeat(10000)))";
    person.until("the note is saved", is_kept, json!([])).await;

    let month = &today[..7];
    let entry = format!("tailored/diary/{month}");
    let script = "const month = JSON.parse(localStorage.getItem(arguments[0])); const entry = month.entries[0]; \
         entry.m = [[arguments[1], arguments[1]]]; entry.A = [arguments[1]]; entry.b = [arguments[1]]; \
         localStorage.setItem(arguments[0], JSON.stringify(month)); return entry.n === arguments[2]";
    let long_name = format!("{FOREIGN}{}", "m".repeat(2_000));
    let is_same = person.asks(script, json!([entry, long_name, note])).await;
    assert_eq!(is_same, json!(true), "the note is saved as it was written");
    let tracking = json!({
        "v": 1, "factors": { "f1": { "name": long_name, "since": "2026-01-01" } },
        "medicines": { "m1": { "name": long_name, "amount": long_name } },
        "marks": { "k1": { "date": today, "kind": "treatment", "words": long_name } }, "trials": {},
    });
    person
        .has_saved("tailored/tracking", &tracking.to_string())
        .await;

    person.has_a_window_of(NARROW.0, NARROW.1).await;
    let day = format!("#/diary/day/{today}");
    let places = [
        "#/",
        "#/diary",
        day.as_str(),
        "#/diary/log",
        "#/diary/medicines",
        "#/diary/follow",
        "#/diary/trends",
        "#/diary/trends/changes",
        "#/diary/findings",
    ];
    for place in places {
        person.goes_to(place).await;
        person.reloads().await;
        person.has_the_app().await;
        nothing_is_wider_than_the_page(&person, place).await;
    }
    person.goes_to("#/diary/trends").await;
    person.finds_no_barrier().await;
    if engine == Engine::Chromium {
        let pages = |pdf: &[u8]| {
            Document::load_mem(pdf)
                .expect("a readable PDF")
                .get_pages()
                .len()
        };
        let trends = person.prints(Paper::A4).await;
        assert!(pages(&trends) <= 6, "{} pages", pages(&trends));
        person.goes_to("#/pages").await;
        person.has_the_app().await;
        let hand_out = person.prints(Paper::A4).await;
        assert_eq!(pages(&hand_out), 2);
    }
}
