//! Owns doses as people write them, and pairs of medicines, from the diary's fields to Today and the plan.

use serde_json::{Value, json};

use crate::engine::Engine;
use crate::person::Person;
use crate::server::Server;

/// Notes one medicine more in the entry that is open.
async fn notes(person: &Person, place: usize, name: &str, amount: &str) {
    person.presses("Add a medicine").await;
    let is_there =
        "return document.querySelectorAll('input[id^=medicine-name-]').length > arguments[0]";
    person
        .until("the medicine has its fields", is_there, json!([place]))
        .await;
    let script = "setValue(document.getElementById(`medicine-name-${arguments[0]}`), arguments[1]); \
         setValue(document.getElementById(`medicine-amount-${arguments[0]}`), arguments[2])";
    person.asks(script, json!([place, name, amount])).await;
}

/// A new entry of today, with the part about medicine open.
async fn opens_the_log(person: &Person) {
    person.goes_to("#/today").await;
    person.goes_to("#/diary/log").await;
    person.answers("1. Can you bear it?", "Hardly").await;
    person.presses("Medicine").await;
}

pub async fn doses_are_added_up_as_they_are_meant(engine: Engine) {
    for (name, amount, sees) in [
        (
            "Paracetamol 1.000 mg",
            "5",
            [
                "Paracetamol: 5,000 mg.",
                "More than the daily limit",
                "Call a poisons line",
            ],
        ),
        (
            "Paracetamol 500 mg, 3-2-3-2",
            "",
            [
                "Paracetamol: 5,000 mg.",
                "More than the daily limit",
                "Call a poisons line",
            ],
        ),
        (
            "Paracetamol 500 mg",
            "2 + 2 + 2 + 4",
            [
                "Paracetamol: 5,000 mg.",
                "More than the daily limit",
                "Call a poisons line",
            ],
        ),
        (
            "ibuprofen 400/paracetamol 500",
            "",
            [
                "Paracetamol: at least 500 mg.",
                "Ibuprofen: at least 400 mg.",
                "Counted once",
            ],
        ),
        (
            "Paracetamol 500 mg",
            "2 and a few",
            [
                "Paracetamol: at least 1,000 mg.",
                "Not counted: “few”",
                "This day adds up to",
            ],
        ),
        (
            "Paracetamol 500 mg",
            "2 every 4 hours",
            [
                "1,000 to 6,000 mg",
                "This may be more than the daily limit",
                "count again",
            ],
        ),
    ] {
        let person = Person::opens_the_app(engine, Server::of_the_release()).await;
        opens_the_log(&person).await;
        notes(&person, 0, name, amount).await;
        for text in sees {
            person.sees(text).await;
        }
        person.finds_no_barrier().await;
    }
}

pub async fn what_was_not_taken_is_no_medicine_day(engine: Engine) {
    let person = Person::opens_the_app(engine, Server::of_the_release()).await;
    opens_the_log(&person).await;
    for (place, (name, amount)) in [("none", ""), ("Ibuprofen", "0"), ("keine", "")]
        .into_iter()
        .enumerate()
    {
        notes(&person, place, name, amount).await;
    }
    person.goes_to("#/diary/medicines").await;
    person.sees("0 days with a painkiller").await;
    opens_the_log(&person).await;
    notes(&person, 0, "yes", "").await;
    person.goes_to("#/diary/medicines").await;
    person.sees("1 day with a painkiller").await;
    person.sees("On 1 day we do not know the medicine").await;
}

pub async fn a_dangerous_pair_is_named_wherever_it_is_met(engine: Engine) {
    let person = Person::opens_the_app(engine, Server::of_the_release()).await;
    person.goes_to("#/ask/health.medlist").await;
    person.presses("Add a medicine").await;
    let is_there = "return !!document.getElementById('medicine-0-name')";
    person
        .until(
            "the medicine has its fields",
            is_there,
            Value::Array(Vec::new()),
        )
        .await;
    let script = "setValue(document.getElementById('medicine-0-name'), 'Eliquis')";
    person.asks(script, json!([])).await;
    opens_the_log(&person).await;
    notes(&person, 0, "Ibuprofen 400 mg", "1").await;
    let told = "Ibuprofen and Eliquis (apixaban) together can cause serious bleeding.";
    person.sees(told).await;
    person
        .sees("This counts what you noted in the diary: this day, the day before, and what you take every day.")
        .await;
    person.finds_no_barrier().await;
    for place in ["#/today", "#/plan", "#/diary/medicines", "#/diary/attack"] {
        person.goes_to(place).await;
        person.sees(told).await;
        assert!(
            !person.reads().await.contains("another of your answers"),
            "{place}"
        );
    }
}
