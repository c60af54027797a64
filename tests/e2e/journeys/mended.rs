//! Owns what a person meets when a part of what they saved was spoilt: the second copy takes its place and they are told; and
//! where there is none, nothing is printed as if they had never said it.

use serde_json::json;

use super::missing::loses_the_second_copy;
use crate::engine::Engine;
use crate::person::Person;
use crate::server::Server;

const RESPONSE: &str = "tailored/response";
const SPOILT: &str = "{\"v\":1,\"answers\":7}";
const IS_WHOLE: &str =
    "return (localStorage.getItem('tailored/response') ?? '').includes('about.region')";

async fn is_spoilt(person: &Person) {
    let spoil = "localStorage.setItem(arguments[0], arguments[1])";
    person.asks(spoil, json!([RESPONSE, SPOILT])).await;
}

pub async fn a_spoilt_story_is_mended_or_held_back(engine: Engine) {
    let person = Person::opens_the_app(engine, Server::of_the_release()).await;
    person.goes_to("#/ask/about.region").await;
    person.sees("Where do you live?").await;
    person.chooses("United Kingdom").await;
    person
        .until("the answer is saved", IS_WHOLE, json!([]))
        .await;
    person.goes_to("#/").await;
    person.sees("How is it today?").await;

    is_spoilt(&person).await;
    person.reloads().await;
    person.sees("We mended your story").await;
    person
        .until("the story is whole", IS_WHOLE, json!([]))
        .await;
    person.finds_no_barrier().await;
    // A tap does not harm it, and it is told again until the person knows.
    person.presses("No pain today").await;
    person.reloads().await;
    person.sees("We mended your story").await;
    person.presses("I have looked").await;
    person.reloads().await;
    person.sees("How is it today?").await;
    person.sees_no_more("We mended your story").await;

    loses_the_second_copy(&person, &format!("texts.delete('{RESPONSE}')")).await;
    is_spoilt(&person).await;
    person.reloads().await;
    person.sees("Your story cannot be read").await;
    for place in ["#/pages", "#/plan"] {
        person.goes_to(place).await;
        person.sees("This is not ready to print or share").await;
        person.finds_no_barrier().await;
    }
    person.reloads().await;
    person.sees("Your story cannot be read").await;
    person.goes_to("#/").await;
    person.presses("Go on without it").await;
    person.sees_no_more("Your story cannot be read").await;
    person.reloads().await;
    person.sees("How is it today?").await;
    person.sees_no_more("Your story cannot be read").await;
}
