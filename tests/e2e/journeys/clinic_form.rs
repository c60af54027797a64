//! Owns the way of a clinic's own form: from the file to the answers that the clinic gets.

use crate::engine::Engine;
use crate::person::Person;
use crate::server::Server;

use super::exchange::opens_file;

const PHQ9: &str = include_str!("../../fixtures/clinic-forms/phq9.json");
const OWN: &str = include_str!("../../fixtures/clinic-forms/own-every-type.json");
const PAGE: &str = "A form from your clinic";

pub async fn a_form_is_opened_filled_in_scored_and_given_back(engine: Engine) {
    let person = Person::opens_the_app(engine, Server::of_the_release()).await;
    person.goes_to("#/more/forms").await;
    person.is_at(PAGE).await;
    opens_file(&person, "letter.json", "{\"resourceType\":\"Patient\"}").await;
    person.sees("something else than a questionnaire").await;
    person.finds_no_barrier().await;

    opens_file(&person, "phq9.json", PHQ9).await;
    person
        .is_at("PHQ-9 quick depression assessment panel")
        .await;
    person.sees("Not yet: it needs more answers").await;
    person.finds_no_barrier().await;
    person
        .answers(
            "Little interest or pleasure in doing things",
            "Several days",
        )
        .await;
    person
        .answers("Feeling tired or having little energy", "Nearly every day")
        .await;
    person.sees("4. Computed as the form says").await;

    // Nothing is lost with the page.
    person.reloads().await;
    person.sees("4. Computed as the form says").await;
    person.presses("Save a file for the clinic").await;
    let file = person.receives_json("form-answers-").await;
    assert_eq!(file["resourceType"], "QuestionnaireResponse");
    assert_eq!(
        file["status"], "in-progress",
        "the clinic wants more answers"
    );
    let items = file["item"].as_array().expect("items");
    assert_eq!(items.len(), 3);
    let total = items.iter().find(|item| item["linkId"] == "/44261-6");
    assert_eq!(total.expect("the total")["answer"][0]["valueDecimal"], 4);

    // What cannot be done here stands in its place, and the form is in the copy of everything.
    person.goes_to("#/more/forms").await;
    opens_file(&person, "own.json", OWN).await;
    person.is_at("Every kind of question").await;
    person.sees("Answer this one on the clinic’s paper.").await;
    person.sees("It asks for a picture or a file.").await;
    person.finds_no_barrier().await;
    let saved = person.saved_data().await;
    let forms = saved["tailored/forms"].as_str().expect("the forms");
    assert!(forms.contains("Every kind of question") && forms.contains("PHQ-9"));
}
