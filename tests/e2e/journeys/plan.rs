//! Owns what a person does with the plan: look an option up, say what they think of it, keep what was agreed, write for a flare.

use serde_json::{Value, json};

use crate::engine::Engine;
use crate::person::Person;
use crate::server::Server;

const RESPONSE: &str = "tailored/response";
const ARRANGEMENTS: &str = "tailored/arrangements";

/// The answers of a man of 47 with back and leg pain, as the app keeps them.
const BACK_AND_LEG: &str = include_str!("../../fixtures/personas/low-back-leg-pain.json");

/// Somebody who has told all of it opens the plan.
async fn opens_the_plan(engine: Engine, answers: &str) -> Person {
    let person = Person::opens_the_app(engine, Server::of_the_release()).await;
    person.has_the_app().await;
    person.has_saved(RESPONSE, answers).await;
    person.reloads().await;
    person.has_the_app().await;
    person.goes_to("#/plan").await;
    person
}

/// The answers with one of them changed.
fn with(part: &str, name: &str, answer: Value) -> String {
    let mut response: Value = serde_json::from_str(BACK_AND_LEG).expect("the fixture is JSON");
    response[part][name] = answer;
    response.to_string()
}

async fn saved(person: &Person, key: &str) -> Value {
    let data = person.saved_data().await;
    let text = data[key].as_str().unwrap_or("null");
    serde_json::from_str(text).expect("the app saves JSON")
}

pub async fn an_option_is_looked_up_and_answered_with_a_view_and_its_reason(engine: Engine) {
    let person = opens_the_plan(engine, BACK_AND_LEG).await;
    person.sees("Best fits for you").await;
    person.finds_no_barrier().await;

    // What is usually not advised waits behind its heading, with the reason.
    person.sees_no_more("Gabapentin or pregabalin").await;
    person.presses("Usually not, or not for you").await;
    person.sees("Gabapentin or pregabalin").await;
    person.finds_no_barrier().await;

    // Everything else is folded by kind; what was tried before says so.
    person.presses("Medicines").await;
    person.sees("tried, ").await;
    person.finds_no_barrier().await;
    person.leaves_by("Low-dose tricyclic").await;
    for heading in [
        "Why it may fit you",
        "What it is",
        "What studies say",
        "Main risks",
        "Who gives it",
    ] {
        person.sees(heading).await;
    }
    person.finds_no_barrier().await;
    person.chooses("not now").await;
    person.chooses("side effects").await;
    person
        .fills("In your own words", "I must drive early")
        .await;
    person.presses("How slowly should I raise the dose?").await;
    let kept = "return (localStorage.getItem(arguments[0]) ?? '').includes(arguments[1])";
    person
        .until(
            "the words are kept",
            kept,
            json!([ARRANGEMENTS, "I must drive early"]),
        )
        .await;

    person.reloads().await;
    person
        .is_at("Low-dose tricyclic (amitriptyline, nortriptyline)")
        .await;
    assert!(person.has_chosen("not now").await);
    assert!(person.has_chosen("side effects").await);
    assert!(!person.has_chosen("needles").await);

    person.goes_to("#/questions").await;
    person.sees("How slowly should I raise the dose?").await;
    person.goes_back().await;

    // Taking the view back leaves no reason without one on the page.
    person.presses("Take back").await;
    person.sees_no_more("In your own words").await;
    assert!(!person.has_chosen("not now").await);
}

pub async fn every_option_can_be_looked_up_with_the_rules_behind_it(engine: Engine) {
    let person = opens_the_plan(engine, BACK_AND_LEG).await;
    person.presses("More for the visit").await;
    person.leaves_by("All options").await;
    person.sees("152 options").await;
    person
        .fills("Search by name or by what it is for", "acupunc")
        .await;
    person.sees_no_more("152 options").await;
    person.finds_no_barrier().await;
    person.leaves_by("Acupuncture").await;
    person.sees("What it is").await;
    person.goes_back().await;

    person.goes_to("#/how").await;
    person.is_at("How this plan is made").await;
    person.presses("Reasons for an option").await;
    person.sees("counts for you").await;
    person.finds_no_barrier().await;

    person.goes_to("#/together").await;
    person.is_at("What goes together, what clashes").await;
    person.sees("One step at a time").await;
    person.sees("When to judge each").await;
    person.finds_no_barrier().await;
}

pub async fn what_was_agreed_comes_back_when_its_day_is_near(engine: Engine) {
    let person = opens_the_plan(engine, BACK_AND_LEG).await;
    person.presses("More for the visit").await;
    person.leaves_by("What we agreed").await;
    person.sees("Nothing written down yet.").await;
    person.leaves_by("Write down what was agreed").await;
    person.fills("Next step", "Ring the physiotherapist").await;
    person.fills("Who does it?", "me").await;
    let today = person
        .asks("const d = new Date(); d.setDate(d.getDate() + 1); const two = (n) => String(n).padStart(2, '0'); return `${d.getFullYear()}-${two(d.getMonth() + 1)}-${two(d.getDate())}`", json!([]))
        .await;
    let tomorrow = today.as_str().expect("a day").to_owned();
    person.fills("By when?", &tomorrow).await;
    person.finds_no_barrier().await;
    person.leaves_by("Done").await;
    person.sees("Ring the physiotherapist").await;
    let agreements = saved(&person, ARRANGEMENTS).await["agreements"].clone();
    let agreement = agreements
        .as_object()
        .expect("agreements by id")
        .values()
        .next();
    assert_eq!(agreement.expect("one")["by"], json!(tomorrow));

    // It is brought to mind where the person looks first, also after the app was closed.
    person.reloads().await;
    person.goes_to("#/").await;
    person.sees("Ring the physiotherapist").await;
    person.leaves_by("To do: tomorrow").await;
    person.chooses("The step is done").await;
    person.sees("done on").await;
    person.goes_to("#/").await;
    person.sees("Hello, Daniel").await;
    person.sees_no_more("Ring the physiotherapist").await;
}

pub async fn the_flare_plan_fills_one_card(engine: Engine) {
    let person = opens_the_plan(engine, BACK_AND_LEG).await;
    person.presses("More for the visit").await;
    person.leaves_by("My flare plan").await;
    person.sees("Not filled in yet").await;
    person.fills("Early signs", "Stiff in the morning").await;
    person.fills("What helps me", "Heat, short walks").await;
    person
        .fills(
            "Medicines, each with its limit",
            "Ibuprofen, at most 3 days",
        )
        .await;
    person
        .fills("When to call, and whom", "After 3 days, my practice")
        .await;
    person.sees_no_more("Not filled in yet").await;
    person.sees("999").await;
    person.finds_no_barrier().await;
    person.reloads().await;
    person.sees("In a flare").await;
    person.sees("Stiff in the morning").await;
}

pub async fn who_is_under_18_reads_why_the_plan_is_not_for_them_and_keeps_the_diary(
    engine: Engine,
) {
    let answers = with("answers", "about.age", json!({ "number": "16" }));
    let person = opens_the_plan(engine, &answers).await;
    person
        .sees("This tool is for adults. Please use a children's service.")
        .await;
    // Of the plan only what stays right at that age: the diary, low mood, a look at the medicines.
    person.sees_no_more("Medicines").await;
    person.sees_no_more("Procedures").await;
    person.finds_no_barrier().await;
    person.goes_to("#/diary").await;
    person.is_at("Diary").await;
}

pub async fn an_urgent_sign_stands_where_the_plan_would_be(engine: Engine) {
    let answers = with("safety", "q_ces_bladder", json!("new"));
    let person = opens_the_plan(engine, &answers).await;
    person.is_at("Get emergency help now").await;
    person.sees("nerves at the bottom of the spine").await;
    person.sees_no_more("Best fits for you").await;
}
