//! Owns how data leave one device and enter another, and how files that do not fit are refused.

use serde_json::{Value, json};

use crate::engine::Engine;
use crate::person::Person;
use crate::server::Server;

const STORY: &str = include_str!("../../fixtures/personas/low-back-leg-pain.json");
const SHARE_PAGE: &str = "Save, share, open";

pub async fn a_copy_opens_on_a_new_phone_and_can_be_taken_out_again(engine: Engine) {
    let old_phone = opens_the_app_with_a_story(engine).await;
    is_at_the_share_page(&old_phone).await;
    old_phone.finds_no_barrier().await;
    old_phone.presses("Save").await;
    old_phone.sees("Saved to your downloads.").await;
    let copy = old_phone.receives_json("tailored-").await;
    assert_eq!(copy["tailored"], "backup");

    let new_phone = Person::opens_the_app(engine, Server::of_the_release()).await;
    is_at_the_share_page(&new_phone).await;
    let before = new_phone.saved_data().await;
    opens_file(&new_phone, "copy.json", &copy.to_string()).await;
    new_phone.sees("A copy from this app").await;
    new_phone.sees("1 diary entry would be added.").await;
    assert_eq!(
        new_phone.saved_data().await,
        before,
        "looking saves nothing"
    );
    new_phone.finds_no_barrier().await;
    new_phone.presses("Put it in").await;
    new_phone.sees("It is in.").await;
    let there = new_phone.saved_data().await;
    let told: Value = parsed(&there["tailored/response"]);
    assert_eq!(told["answers"], parsed(&json!(STORY))["answers"]);
    new_phone.presses("Take it out again").await;
    new_phone.sees("All is as it was before.").await;
    let after = new_phone.saved_data().await;
    assert_eq!(after["tailored/response"], before["tailored/response"]);

    // Once more, and it is still there after the app was closed.
    opens_file(&new_phone, "copy.json", &copy.to_string()).await;
    new_phone.presses("Put it in").await;
    new_phone.sees("It is in.").await;
    new_phone.reloads().await;
    new_phone.goes_to("#/pages").await;
    new_phone
        .sees("To know if I can keep my job as a driver.")
        .await;
    // The same file again changes nothing.
    is_at_the_share_page(&new_phone).await;
    opens_file(&new_phone, "copy.json", &copy.to_string()).await;
    new_phone
        .sees("Everything in this file is already here.")
        .await;
}

pub async fn what_cannot_be_read_in_a_copy_is_named_before_and_after(engine: Engine) {
    let person = Person::opens_the_app(engine, Server::of_the_release()).await;
    is_at_the_share_page(&person).await;
    let half = include_str!("../../fixtures/spoilt-copies/unknown-word.json");
    opens_file(&person, "copy.json", half).await;
    person.sees("1 diary entry would be added.").await;
    person.sees("1 part of this file cannot be used").await;
    person
        .sees("Diary of October 2026: 1 entry or answer")
        .await;
    person.finds_no_barrier().await;
    person.presses("Put it in").await;
    person.sees("It is in.").await;
    person.sees("It replaced nothing here.").await;
    person.finds_no_barrier().await;

    is_at_the_share_page(&person).await;
    let none = r#"{"tailored":"backup","format":1,"documents":{"diary/2026-10":{"v":1,"entries":{}},"response":null}}"#;
    opens_file(&person, "none.json", none).await;
    person.sees("Nothing in this file can be used").await;
    person.sees("Your answers: all of it").await;
    person
        .sees_no_more("Everything in this file is already here.")
        .await;
    assert!(!person.can_press("Put it in").await);
}

pub async fn the_page_to_keep_opens_in_the_app_again(engine: Engine) {
    let old_phone = opens_the_app_with_a_story(engine).await;
    is_at_the_share_page(&old_phone).await;
    old_phone.presses("Save: Page to keep").await;
    let page = old_phone.receives_file("my-pain-record.html").await;
    let page = String::from_utf8(page).expect("a page is text");
    assert!(page.contains("To know if I can keep my job as a driver."));

    let new_phone = Person::opens_the_app(engine, Server::of_the_release()).await;
    is_at_the_share_page(&new_phone).await;
    opens_file(&new_phone, "my-pain-record.html", &page).await;
    new_phone.sees("A copy from this app").await;
    new_phone.presses("Put it in").await;
    new_phone.sees("It is in.").await;
    new_phone.goes_to("#/pages").await;
    new_phone
        .sees("To know if I can keep my job as a driver.")
        .await;
}

pub async fn a_file_that_cannot_be_opened_is_refused_in_plain_words(engine: Engine) {
    let person = opens_the_app_with_a_story(engine).await;
    is_at_the_share_page(&person).await;
    let before = person.saved_data().await;
    let newer = json!({ "tailored": "backup", "format": 7, "documents": {} });
    let cut_short = r#"{"tailored":"backup","format":1,"documents":{"response":{"v":1,"#;
    for (name, text, sentence) in [
        (
            "holiday.json",
            "not a diary at all",
            "This is not a file that can be opened here. Nothing was changed.",
        ),
        ("empty.csv", "", "This file is empty."),
        ("newer.json", newer.to_string().as_str(), "(version 7)"),
        ("half.json", cut_short, "This copy ends too early."),
        ("export.zip", "PK\u{3}\u{4}zipped", "This is a packed file."),
    ] {
        opens_file(&person, name, text).await;
        person.sees(sentence).await;
    }
    assert_eq!(person.saved_data().await, before);
}

pub async fn what_a_file_of_another_app_leaves_open_is_asked_and_what_is_not_taken_is_told(
    engine: Engine,
) {
    let person = Person::opens_the_app(engine, Server::of_the_release()).await;
    is_at_the_share_page(&person).await;
    // Which comes first, and a row without a day.
    let open = "date,pain\n03/04/2025,6\n05/06/2025,7\nsoon,5\n";
    opens_file(&person, "open.csv", open).await;
    person.sees("In “03/04/2025”: what comes first?").await;
    person.finds_no_barrier().await;
    assert!(!person.can_press("Put it in").await);
    person.presses("The day").await;
    person.sees("2 diary entries would be added.").await;
    person.sees("1 row had no day that can be read.").await;
    person.finds_no_barrier().await;
    person.presses("Put it in").await;
    person.sees("It is in.").await;
    // The same once more: not everything was read, so not everything is said to be here.
    opens_file(&person, "open.csv", open).await;
    person.presses("The day").await;
    person
        .sees("What could be read in this file is already here.")
        .await;
    // A scale that may be another one, which is remembered for the next file with these columns.
    let up_to_100 = "Datum;Schmerz\n05.01.2026;62,5\n06.01.2026;7,5\n";
    opens_file(&person, "vas.csv", up_to_100).await;
    person
        .sees("The numbers in “Schmerz” go up to 62,5. Which scale is it?")
        .await;
    person.finds_no_barrier().await;
    person.presses("Up to 100").await;
    person.sees("“Schmerz” goes up to 100.").await;
    person.sees("2 diary entries would be added.").await;
    opens_file(&person, "vas.csv", up_to_100).await;
    person.sees("“Schmerz” goes up to 100.").await;
    // Words for a mood.
    let moods = "full_date,date,weekday,time,mood,activities,note_title,note\n2025-11-02,x,x,20:00,schlecht,Arbeit,,\n";
    opens_file(&person, "daylio.csv", moods).await;
    person.sees("What do these words for your mood mean?").await;
    person.finds_no_barrier().await;
    person.fills("schlecht", "Bad").await;
    person.presses("Use these moods").await;
    person
        .sees_no_more("What do these words for your mood mean?")
        .await;
    person.presses("Put it in").await;
    person.sees("It is in.").await;
    let there = person.saved_data().await;
    assert_eq!(
        parsed(&there["tailored/diary/2025-11"])["entries"][0]["o"],
        3
    );
    // Moments in world time are of the day that this device showed then.
    opens_file(
        &person,
        "moment.csv",
        "timestamp,pain\n2025-07-14T23:30:00Z,8\n",
    )
    .await;
    person.presses("Put it in").await;
    person.sees("It is in.").await;
    let day = person
        .asks(
            "return new Date('2025-07-14T23:30:00Z').getDate()",
            json!([]),
        )
        .await;
    let there = person.saved_data().await;
    assert_eq!(
        parsed(&there["tailored/diary/2025-07"])["entries"][0]["d"],
        day
    );
    // The own file of a spreadsheet program.
    opens_file(
        &person,
        "diary.xlsx",
        "PK\u{3}\u{4} [Content_Types].xml xl/workbook.xml",
    )
    .await;
    person.sees("This is a spreadsheet file.").await;
}

pub async fn a_copy_is_shared_where_the_browser_can_and_saved_where_it_cannot(engine: Engine) {
    let person = opens_the_app_with_a_story(engine).await;
    // A browser that cannot share files offers no such button.
    person
        .asks(SHARES.replace("CAN", "false").as_str(), json!([]))
        .await;
    is_at_the_share_page(&person).await;
    assert!(!person.can_press("Share").await);
    assert!(person.can_press("Save").await);
    // One that can gets the file that was made before the tap.
    person.goes_to("#/more").await;
    person.is_at("More").await;
    person
        .asks(SHARES.replace("CAN", "true").as_str(), json!([]))
        .await;
    is_at_the_share_page(&person).await;
    person.presses("Share").await;
    person
        .until(
            "the file is handed to the device",
            "return /^tailored-.*\\.json$/.test(window.shared?.name ?? '') && window.shared.wasInTap",
            json!([]),
        )
        .await;
}

/// Stands in for the device's own sheet, which no driver can see.
const SHARES: &str = "
    Object.defineProperty(navigator, 'canShare', { configurable: true, value: (data) => CAN && data.files?.length === 1 });
    Object.defineProperty(navigator, 'share', { configurable: true, value: (data) => {
        window.shared = { name: data.files[0].name, wasInTap: navigator.userActivation?.isActive ?? true };
        return Promise.resolve();
    } });";

async fn opens_the_app_with_a_story(engine: Engine) -> Person {
    let person = Person::opens_the_app(engine, Server::of_the_release()).await;
    person.has_saved("tailored/response", STORY).await;
    let month = r#"{"v":1,"entries":[{"i":"one","d":1,"p":6}]}"#;
    person.has_saved("tailored/diary/2026-10", month).await;
    person.reloads().await;
    person
}

async fn is_at_the_share_page(person: &Person) {
    person.goes_to("#/more/share").await;
    person.is_at(SHARE_PAGE).await;
}

/// Chooses a file in the page's field, as the device's own dialogue would.
pub async fn opens_file(person: &Person, name: &str, text: &str) {
    let script = "
        const field = document.querySelector('input[type=file]');
        const chosen = new DataTransfer();
        chosen.items.add(new File([arguments[1]], arguments[0]));
        field.files = chosen.files;
        field.dispatchEvent(new Event('change', { bubbles: true }));";
    person.asks(script, json!([name, text])).await;
}

fn parsed(text: &Value) -> Value {
    let text = text.as_str().unwrap_or_default();
    serde_json::from_str(text).expect("the app saves valid JSON")
}
