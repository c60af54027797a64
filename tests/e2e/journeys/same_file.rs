//! Owns copies into one file that the person chose: where the browser can, again and again, and never said when it is not so.

use serde_json::{Value, json};

use crate::engine::Engine;
use crate::person::Person;
use crate::server::Server;

const CHOOSE: &str = "Save to the same file each time";
const AGAIN: &str = "Save again to pain.json";
const NEVER: &str = "You have not saved a copy from this device yet.";

/// Stands in for the picker, which no driver can see: it gives a real file of the browser's own, that a page can keep.
const PICKS: &str = "window.showSaveFilePicker = async () => {
    const folder = await navigator.storage.getDirectory();
    return folder.getFileHandle('pain.json', { create: true });
};";
const CLOSES_THE_PICKER: &str =
    "window.showSaveFilePicker = () => Promise.reject(new DOMException('', 'AbortError'));";
/// Every way to write into a file ends in this.
const REFUSES: &str = "FileSystemWritableFileStream.prototype[arguments[0]] = \
    () => Promise.reject(new DOMException('', arguments[1]));";

async fn is_at_the_share_page(person: &Person) {
    person.goes_to("#/more/share").await;
    person.is_at("Save, share, open").await;
}

/// What is in the file.
async fn file(person: &Person) -> Value {
    let read = "return navigator.storage.getDirectory().then((folder) => folder.getFileHandle('pain.json')) \
                .then((handle) => handle.getFile()).then((file) => file.text())";
    let text = person.text_of(read).await;
    serde_json::from_str(&text).expect("a whole copy")
}

pub async fn a_copy_goes_into_the_same_file_again_and_again(engine: Engine) {
    let person = Person::opens_the_app(engine, Server::of_the_release()).await;
    person.has_the_app().await;
    is_at_the_share_page(&person).await;
    person.asks(CLOSES_THE_PICKER, json!([])).await;
    person.presses(CHOOSE).await;
    person
        .sees("No file was chosen, so no copy was saved.")
        .await;
    person.asks(PICKS, json!([])).await;
    person.presses(CHOOSE).await;
    person.sees("Your newest copy is in pain.json.").await;
    person.finds_no_barrier().await;
    assert!(!file(&person).await.to_string().contains("diary/"));

    // After a new start the file is still known, and takes what is new.
    let month = r#"{"v":1,"entries":[{"i":"one","d":7,"p":6}]}"#;
    person.has_saved("tailored/diary/2020-01", month).await;
    person.reloads().await;
    is_at_the_share_page(&person).await;
    person.presses(AGAIN).await;
    person.sees("Your newest copy is in pain.json.").await;
    assert!(file(&person).await.to_string().contains("diary/"));

    // Deleting everything forgets the way to the file, and leaves the file to the person.
    person.goes_to("#/more").await;
    person.presses("Delete everything …").await;
    person.presses("Delete everything").await;
    person.sees("Checked just now").await;
    let databases = "return indexedDB.databases().then((all) => all.map((one) => one.name))";
    assert_eq!(person.asks(databases, json!([])).await, json!([]));
    assert!(file(&person).await.to_string().contains("diary/"));
    is_at_the_share_page(&person).await;
    assert!(person.can_press(CHOOSE).await);
}

pub async fn a_copy_that_could_not_be_written_is_not_said_to_be_saved(engine: Engine) {
    let person = Person::opens_the_app(engine, Server::of_the_release()).await;
    person.has_the_app().await;
    for (step, error, told) in [
        (
            "write",
            "QuotaExceededError",
            "The copy could not be written.",
        ),
        (
            "close",
            "QuotaExceededError",
            "The copy could not be written.",
        ),
        (
            "write",
            "NotAllowedError",
            "was not allowed to write into the file",
        ),
        (
            "close",
            "NotFoundError",
            "The file is no longer where it was.",
        ),
    ] {
        person.reloads().await;
        is_at_the_share_page(&person).await;
        person.asks(PICKS, json!([])).await;
        person.asks(REFUSES, json!([step, error])).await;
        person.presses(CHOOSE).await;
        person.sees(told).await;
        assert!(person.can_press(CHOOSE).await, "no file is known after it");
        person.goes_to("#/more/data").await;
        person.sees(NEVER).await;
    }
    person.finds_no_barrier().await;
}
