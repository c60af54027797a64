//! Owns the word to the page that the app has broken down.
//! May use: events of the window.
//! Must not: need anything of the app; src/shell/boot.js shows the notice without it.

use std::panic::{self, PanicHookInfo};

use wasm_bindgen::JsValue;
use web_sys::{CustomEvent, CustomEventInit};

/// The event that boot.js waits for; its detail is the place in the code, which holds nothing personal.
const PANIC_EVENT: &str = "tailored-panic";

/// From now on a panic makes the page show its failure text, with "load again" and "save a copy of my data".
/// To be called first of all.
pub fn tell_the_page_about_panics() {
    panic::set_hook(Box::new(|panic| tell_the_page(&place_in_the_code(panic))));
}

/// The message of a panic may quote an answer of the person; the place cannot.
fn place_in_the_code(panic: &PanicHookInfo<'_>) -> String {
    panic.location().map_or_else(
        || "unknown place".to_owned(),
        |place| format!("{}:{}", place.file(), place.line()),
    )
}

fn tell_the_page(cause: &str) {
    let details = CustomEventInit::new();
    details.set_detail(&JsValue::from_str(cause));
    // Nothing is left to do when even this fails: boot.js also listens for the trap that follows a panic.
    let _told = CustomEvent::new_with_event_init_dict(PANIC_EVENT, &details).and_then(|event| {
        web_sys::window().map_or(Ok(false), |window| window.dispatch_event(&event))
    });
}
