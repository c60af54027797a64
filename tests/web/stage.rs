//! Owns the place where a component stands during its test, and what a person does to it.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, EventInit, HtmlElement, KeyboardEvent, KeyboardEventInit};

/// A place in the page of its own, so that tests cannot see each other.
pub struct Stage {
    root: HtmlElement,
}

impl Stage {
    pub fn new<V: IntoView + 'static>(view: impl FnOnce() -> V + 'static) -> Self {
        let root: HtmlElement = document().create_element("div").unwrap().unchecked_into();
        document().body().unwrap().append_child(&root).unwrap();
        leptos::mount::mount_to(root.clone(), view).forget();
        Self { root }
    }

    /// Everything on this stage that the selector names, in the order of the page.
    pub fn all(&self, selector: &str) -> Vec<Element> {
        let found = self.root.query_selector_all(selector).unwrap();
        (0..found.length())
            .map(|position| found.item(position).unwrap().unchecked_into())
            .collect()
    }

    /// The first that the selector names.
    pub fn one(&self, selector: &str) -> HtmlElement {
        self.all(selector).remove(0).unchecked_into()
    }

    /// A region of the body map.
    pub fn region(&self, id: &str) -> Element {
        self.all(&format!("[data-region={id}]")).remove(0)
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        self.root.remove();
    }
}

/// Presses a key on an element. The browser's own reaction to keys does not follow.
pub fn press(target: &Element, key: &str) -> KeyboardEvent {
    let init = KeyboardEventInit::new();
    init.set_key(key);
    init.set_bubbles(true);
    init.set_cancelable(true);
    let event = KeyboardEvent::new_with_keyboard_event_init_dict("keydown", &init).unwrap();
    target.dispatch_event(&event).unwrap();
    event
}

/// Taps an element, also one that is drawn.
pub fn tap(target: &Element) {
    let init = EventInit::new();
    init.set_bubbles(true);
    let event = Event::new_with_event_init_dict("click", &init).unwrap();
    target.dispatch_event(&event).unwrap();
}
