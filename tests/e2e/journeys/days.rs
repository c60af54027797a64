//! Owns the clock as people live by it: past midnight, over both clock changes, over the date line, in a wrong year and back.
//! Whatever is shown and written belongs to the day that it is, and nothing that was written is out of reach.

use serde_json::{Value, json};

use crate::engine::Engine;
use crate::person::Person;
use crate::server::Server;

const BERLIN: &str = "Europe/Berlin";

/// Somebody who never was here opens the app at a time.
async fn somebody_at(engine: Engine, zone: &str, time: &str) -> Person {
    let person = Person::opens_the_app(engine, Server::of_the_release()).await;
    person.has_a_clock(zone, time).await;
    person.reloads().await;
    person.has_the_app().await;
    person
}

/// The day, the time of day in minutes and the pain of each entry, as they are saved, in their order.
async fn entries(person: &Person) -> Vec<(String, Value)> {
    let data = person.saved_data().await;
    let months = data.as_object().expect("keys with texts").iter();
    let mut entries = Vec::new();
    for (key, text) in months {
        let Some(month) = key.strip_prefix("tailored/diary/") else {
            continue;
        };
        let saved: Value = serde_json::from_str(text.as_str().expect("a text")).expect("JSON");
        for entry in saved["entries"].as_array().expect("a list") {
            entries.push((
                format!("{month}-{:02}", entry["d"].as_u64().expect("a day")),
                entry.clone(),
            ));
        }
    }
    entries.sort_by_key(|(day, _)| day.clone());
    entries
}

/// The days of the entries that say a number.
async fn days_with_pain(person: &Person) -> Vec<(String, Value)> {
    let entries = entries(person).await.into_iter();
    entries
        .map(|(day, entry)| (day, entry["p"].clone()))
        .filter(|(_, pain)| !pain.is_null())
        .collect()
}

async fn takes_paracetamol(person: &Person, amount: &str) {
    person.presses("Medicine").await;
    person.presses("Add a medicine").await;
    person.fills("Which medicine?", "Paracetamol 1000 mg").await;
    person.fills("How many?", amount).await;
}

async fn says_how_strong(person: &Person, pain: u8) {
    let label = format!("{pain} of 10");
    person.answers("3. How strong is the pain?", &label).await;
    person.sees("You can stop here.").await;
}

pub async fn an_open_page_follows_the_clock_past_midnight(engine: Engine) {
    let person = somebody_at(engine, BERLIN, "2026-11-29T23:50:00").await;
    person.goes_to("#/diary/log").await;
    person.is_at("Sunday, 29 November").await;
    says_how_strong(&person, 6).await;
    takes_paracetamol(&person, "3").await;
    person.sees("3,000 mg").await;

    // Today stays in sight and is not touched: the new day comes by itself, within half a minute.
    person.goes_to("#/").await;
    person.sees("Sunday 29 November").await;
    person.has_a_clock(BERLIN, "2026-11-29T23:59:58").await;
    person.sees("Monday 30 November").await;
    person.sees("1 of 28 days").await;
    person.presses("No pain today").await;
    person.sees("2 of 28 days").await;
    let noted = days_with_pain(&person).await;
    assert_eq!(
        noted,
        [
            ("2026-11-29".to_owned(), json!(6)),
            ("2026-11-30".to_owned(), json!(0))
        ]
    );

    // What is taken now counts for the new day, and the sums stay apart.
    person.goes_to("#/diary/log").await;
    person.is_at("Monday, 30 November").await;
    takes_paracetamol(&person, "2").await;
    person.sees("2,000 mg").await;
    person.goes_to("#/diary/medicines").await;
    person.sees("2,000 mg").await;
    person.has_a_clock(BERLIN, "2026-12-01T00:00:10").await;
    person.looks_at_the_page_again().await;
    person.sees_no_more("2,000 mg").await;
    person.goes_to("#/diary/day/2026-11-29").await;
    person.is_at("Sunday, 29 November").await;
    person.sees("two days ago").await;
    person.sees("3,000 mg").await;

    // The calendar turns its page.
    person.has_a_clock(BERLIN, "2026-12-31T23:59:00").await;
    person.looks_at_the_page_again().await;
    person.goes_to("#/diary").await;
    person.sees("December 2026").await;
    person.has_a_clock(BERLIN, "2027-01-01T00:01:00").await;
    person.looks_at_the_page_again().await;
    person.sees("January 2027").await;

    // The paper that lies open is of the day on which it is printed.
    person.goes_to("#/pages").await;
    person.sees("1 January 2027").await;
    person.has_a_clock(BERLIN, "2027-01-02T00:00:01").await;
    person.looks_at_the_page_again().await;
    person.sees("2 January 2027").await;
    person.sees_no_more("1 January 2027").await;
}

pub async fn an_entry_begun_before_midnight_asks_only_where_it_matters(engine: Engine) {
    let person = somebody_at(engine, BERLIN, "2026-11-29T23:59:00").await;
    // Nothing is said yet: it is about this moment, whenever that is.
    person.goes_to("#/diary/log").await;
    person.is_at("Sunday, 29 November").await;
    person.has_a_clock(BERLIN, "2026-11-30T00:02:00").await;
    person.looks_at_the_page_again().await;
    person.is_at("Monday, 30 November").await;
    says_how_strong(&person, 5).await;
    let noted = entries(&person).await;
    assert_eq!(
        (noted[0].0.as_str(), &noted[0].1["t"]),
        ("2026-11-30", &json!(2))
    );

    // Something is said: only the person knows. No answer leaves it where it was begun.
    person.has_a_clock(BERLIN, "2026-11-30T23:59:00").await;
    person.looks_at_the_page_again().await;
    person.goes_to("#/diary").await;
    person.goes_to("#/diary/log").await;
    person.is_at("Monday, 30 November").await;
    says_how_strong(&person, 7).await;
    person.has_a_clock(BERLIN, "2026-12-01T00:01:00").await;
    person.looks_at_the_page_again().await;
    person.sees("Which day is this note about?").await;
    person.sees("It is Tuesday 1 December now.").await;
    person.finds_no_barrier().await;
    person.chooses("Some things").await;
    assert_eq!(entries(&person).await.len(), 2);
    person.presses("Tuesday 1 December").await;
    person.sees_no_more("Which day is this note about?").await;
    person.is_at("Tuesday, 1 December").await;
    let noted = days_with_pain(&person).await;
    assert_eq!(
        noted,
        [
            ("2026-11-30".to_owned(), json!(5)),
            ("2026-12-01".to_owned(), json!(7))
        ]
    );

    // Who looks back on a day after midnight means the one that has ended, and is asked.
    person.goes_to("#/diary/evening").await;
    person.sees("Monday, 30 November, yesterday").await;
    person.sees("Which day is this note about?").await;
    person.presses("Monday 30 November").await;
    person.sees_no_more("Which day is this note about?").await;
    person
        .answers("Today, what was your usual pain?", "4 of 10")
        .await;
    person.sees("You can stop here.").await;
    let noted = days_with_pain(&person).await;
    assert_eq!(
        noted.iter().filter(|(day, _)| day == "2026-11-30").count(),
        2
    );
}

pub async fn attacks_last_as_long_as_they_did_over_both_clock_changes(engine: Engine) {
    let person = somebody_at(engine, BERLIN, "2026-03-28T23:50:00").await;
    person.goes_to("#/diary/attack").await;
    person.presses("Headache starts now").await;
    person.sees("Headache since 28 Mar, 23:50").await;
    // The clock jumps from 2:00 to 3:00.
    person.has_a_clock(BERLIN, "2026-03-29T03:10:00").await;
    person.looks_at_the_page_again().await;
    person.presses("It is over").await;
    person.is_at("It is over").await;
    person.sees("headache, 2 hours").await;
    person.presses("Done").await;
    person.is_at("Saturday, 28 March").await;

    // In autumn 2:45 comes before 2:10.
    person.has_a_clock(BERLIN, "2026-10-25T00:45:00Z").await;
    person.looks_at_the_page_again().await;
    person.goes_to("#/diary/attack").await;
    person.presses("Headache starts now").await;
    person.sees("Headache since 25 Oct, 2:45").await;
    person.has_a_clock(BERLIN, "2026-10-25T01:10:00Z").await;
    person.looks_at_the_page_again().await;
    person.presses("It is over").await;
    person.sees("headache, 25 minutes").await;
    let autumn = entries(&person).await.pop().expect("an entry");
    assert_eq!(
        (&autumn.1["K"]["s"], &autumn.1["K"]["e"]),
        (&json!([0, 165, 120]), &json!([0, 130, 60]))
    );

    // In the calendar it ends after it began.
    person.goes_to("#/more/share").await;
    person.presses("Save: Calendar").await;
    let file = String::from_utf8(person.receives_file("diary.ics").await).expect("UTF-8");
    assert!(
        file.contains("DTSTART:20261025T004500Z\r\nDTEND:20261025T011000Z"),
        "{file}"
    );
    assert!(
        file.contains("DTSTART:20260328T225000Z\r\nDTEND:20260329T011000Z"),
        "{file}"
    );
}

pub async fn over_the_date_line_and_back_nothing_is_out_of_reach(engine: Engine) {
    let person = somebody_at(engine, "Pacific/Auckland", "2026-11-20T09:00:00").await;
    person.goes_to("#/diary/log").await;
    person.is_at("Friday, 20 November").await;
    says_how_strong(&person, 3).await;
    person.goes_to("#/diary/attack").await;
    person.presses("Headache starts now").await;
    person.sees("Headache since 20 Nov, 9:00").await;

    // Five hours later it is yesterday.
    person
        .has_a_clock("Pacific/Honolulu", "2026-11-19T15:00:00")
        .await;
    person.looks_at_the_page_again().await;
    person.goes_to("#/").await;
    person.sees("Thursday 19 November").await;
    person.sees("Headache since 20 Nov, 9:00").await;
    person.goes_to("#/diary").await;
    person.sees("Headache since 20 Nov, 9:00").await;
    person.sees("Notes dated after today").await;
    person.sees("Friday, 20 November").await;
    person.finds_no_barrier().await;
    let leads_there =
        "return document.querySelector('.cal a[href=\"#/diary/day/2026-11-20\"]') !== null";
    person
        .until("tomorrow's entries can be opened", leads_there, json!([]))
        .await;
    person.goes_to("#/diary/day/2026-11-19").await;
    person.presses("20 Nov").await;
    person.is_at("Friday, 20 November").await;
    person.sees("tomorrow").await;

    // What is written here is of this day, and the attack ends as long after its start as it did.
    person.goes_to("#/diary/log").await;
    person.is_at("Thursday, 19 November").await;
    says_how_strong(&person, 8).await;
    person.goes_to("#/diary/attack").await;
    person.presses("It is over").await;
    person.is_at("It is over").await;
    person.sees("headache, 5 hours").await;
    person.presses("Done").await;
    person.is_at("Friday, 20 November").await;

    // And back again: two days later on the calendar, five hours later in the world.
    person
        .has_a_clock("Pacific/Auckland", "2026-11-20T19:00:00")
        .await;
    person.looks_at_the_page_again().await;
    person.goes_to("#/").await;
    person.sees("Friday 20 November").await;
    person.sees("2 of 28 days").await;
    person.goes_to("#/diary").await;
    person.sees_no_more("Notes dated after today").await;
    let noted = days_with_pain(&person).await;
    assert_eq!(
        noted,
        [
            ("2026-11-19".to_owned(), json!(8)),
            ("2026-11-20".to_owned(), json!(3))
        ]
    );
}

pub async fn a_wrong_year_and_back_leaves_entries_that_can_be_mended(engine: Engine) {
    let person = somebody_at(engine, BERLIN, "2062-11-30T10:00:00").await;
    person.goes_to("#/diary/log").await;
    person.is_at("Thursday, 30 November").await;
    says_how_strong(&person, 6).await;
    person.goes_to("#/diary/attack").await;
    person.presses("Other pain starts now").await;
    person.sees("Pain attack since").await;

    // The clock is put right.
    person.has_a_clock(BERLIN, "2026-11-30T10:05:00").await;
    person.looks_at_the_page_again().await;
    person.goes_to("#/").await;
    person.sees("Monday 30 November").await;
    person.sees("Pain attack since 30 Nov").await;
    person.goes_to("#/diary").await;
    person.sees("Notes dated after today").await;
    person.sees("Thursday, 30 November 2062").await;

    // The attack says what is wrong, and is mended.
    person.goes_to("#/diary/attack").await;
    person.presses("It is over").await;
    person.sees("Please check when it began.").await;
    person.presses("It began at another time").await;
    person.fills("Day", "2026-11-30").await;
    person.fills("Time", "10:00").await;
    person.presses("Save this beginning").await;
    person.sees_no_more("These times do not fit").await;
    person.presses("It is over").await;
    person.sees("pain attack, 5 minutes").await;

    // So is the entry, by its day, typed as one types.
    person.goes_to("#/diary").await;
    person.presses("6 Thursday, 30 November 2062").await;
    person.is_at("Change an entry").await;
    person.presses("Another day").await;
    person.fills("Which day is this about?", "2026-11-29").await;
    person.sees("Sunday, 29 November, yesterday").await;
    person.goes_to("#/diary").await;
    person.sees_no_more("Notes dated after today").await;
    let days: Vec<String> = entries(&person)
        .await
        .into_iter()
        .map(|(day, _)| day)
        .collect();
    assert_eq!(days, ["2026-11-29", "2026-11-30"]);
}

pub async fn a_day_that_is_typed_digit_by_digit_is_saved_when_the_field_is_left(engine: Engine) {
    let person = somebody_at(engine, BERLIN, "2026-11-30T10:00:00").await;
    // As earlier versions left it: empty months of years that were passed through, and an entry that stopped on the way.
    for month in ["0002-11", "0020-11", "0202-11"] {
        let empty = json!({"v": 1, "stamps": {"/entries/gone": 1_764_460_800}, "entries": []});
        person
            .has_saved(&format!("tailored/diary/{month}"), &empty.to_string())
            .await;
    }
    let lost = json!({"v": 1, "entries": [{"i": "lost", "d": 25, "p": 9, "N": "On the way"}]});
    person
        .has_saved("tailored/diary/0026-11", &lost.to_string())
        .await;
    person.reloads().await;
    person.goes_to("#/diary").await;
    person.sees("Notes from very long ago").await;
    person
        .until(
            "the empty months are gone",
            "return !Object.keys(localStorage).some((key) => /diary.0(002|020|202)/.test(key))",
            json!([]),
        )
        .await;

    person.presses("9 Wednesday, 25 November 26").await;
    person.presses("Another day").await;
    // As the engines report it: with each digit of the year a whole date, on the way to the right one.
    let types = "const field = document.getElementById('date'); field.focus(); \
                 field.dispatchEvent(new KeyboardEvent('keydown', { key: arguments[0].slice(3, 4), bubbles: true })); \
                 setValue(field, arguments[0]); return field.value";
    for year in ["0002", "0020", "0202", "2026"] {
        let typed = format!("{year}-11-25");
        assert_eq!(person.asks(types, json!([typed])).await, json!(typed));
        let noted = entries(&person).await;
        assert_eq!(noted.len(), 1, "{year}");
        assert_eq!(noted[0].0, "0026-11-25", "{year}");
    }
    person
        .asks("document.getElementById('date').blur()", json!([]))
        .await;
    person.sees("Wednesday, 25 November, five days ago").await;
    assert_eq!(
        days_with_pain(&person).await,
        [("2026-11-25".to_owned(), json!(9))]
    );

    // A day that cannot be is refused with a reason, and the entry stays.
    for (typed, reason) in [
        ("0202-11-25", "That is too long ago. Please check the year."),
        (
            "2026-12-01",
            "That day is still to come. Please choose another.",
        ),
    ] {
        person.fills("Which day is this about?", typed).await;
        person.sees(reason).await;
        person.finds_no_barrier().await;
        assert_eq!(
            days_with_pain(&person).await,
            [("2026-11-25".to_owned(), json!(9))]
        );
    }
}

pub async fn an_attack_is_never_out_of_reach_and_can_be_opened_again(engine: Engine) {
    let person = somebody_at(engine, BERLIN, "2026-11-30T10:00:00").await;
    let forgotten = json!({"v": 1, "entries": [{"i": "forgotten", "d": 3, "K": {"k": "head", "s": [0, 600, 60]}}]});
    person
        .has_saved("tailored/diary/2026-02", &forgotten.to_string())
        .await;
    person.reloads().await;
    person.goes_to("#/").await;
    person.sees("Headache since 3 Feb, 10:00").await;
    person.presses("Medicine or note").await;
    person.presses("It ended earlier").await;
    person.fills("Day", "2026-02-03").await;
    person.fills("Time", "12:00").await;
    person.presses("Save this end").await;
    person.is_at("It is over").await;
    person.presses("Done").await;
    person.is_at("Tuesday, 3 February").await;
    person.sees("headache, 2 hours").await;

    // An attack that has ended can be changed, and opened again.
    person.presses("– Tuesday, 3 February").await;
    person.presses("Attack").await;
    person.finds_no_barrier().await;
    person.presses("It is still going on").await;
    person.sees("headache, still going").await;
    person.goes_to("#/").await;
    person.sees("Headache since 3 Feb, 10:00").await;
    person.goes_to("#/diary/attack").await;
    person.presses("It began at another time").await;
    person.fills("Time", "11:30").await;
    person.presses("Save this beginning").await;
    person.sees("Headache since 3 Feb, 11:30").await;
    let saved = entries(&person).await;
    assert_eq!(saved[0].1["K"], json!({"k": "head", "s": [0, 690, 60]}));
}
