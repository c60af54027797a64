//! Owns noticing that nobody has touched the page for a while, waiting, and the key and the gesture that hide the page.
//! May use: events and timers of the window. Must not: decide what happens then.

use std::cell::Cell;
use std::rc::Rc;
use std::time::Duration;

use js_sys::{Promise, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Event, EventTarget, KeyboardEvent, Window};

/// How often it is looked at. Timers of a page in the background come late; it is also looked at when the page comes back.
const EVERY_MS: i32 = 5_000;

/// Calls `then` each time nobody has touched the page for longer than `limit_min` says; none: never.
pub fn when_nobody_is_here(
    limit_min: impl Fn() -> Option<f64> + 'static,
    then: impl Fn() + 'static,
) {
    let Some(window) = web_sys::window() else {
        return;
    };
    let last = Rc::new(Cell::new(js_sys::Date::now()));
    let touched = Rc::clone(&last);
    let look = Rc::new(move || {
        let quiet_min = (js_sys::Date::now() - last.get()) / 60_000.0;
        if limit_min().is_some_and(|limit| quiet_min >= limit) {
            then();
        }
    });
    let on_touch = {
        let look = Rc::clone(&look);
        Closure::<dyn Fn()>::new(move || {
            // Whoever comes back after hours must not be taken for somebody who was here all the time.
            look();
            touched.set(js_sys::Date::now());
        })
    };
    for event in ["pointerdown", "keydown", "wheel"] {
        listen(&window, event, on_touch.as_ref().unchecked_ref());
    }
    on_touch.forget();
    let look = Closure::<dyn Fn()>::new(move || look());
    if let Some(document) = window.document() {
        listen(&document, "visibilitychange", look.as_ref().unchecked_ref());
    }
    // Without a timer it is noticed at the next touch.
    let _ = window.set_interval_with_callback_and_timeout_and_arguments_0(
        look.as_ref().unchecked_ref(),
        EVERY_MS,
    );
    look.forget();
}

/// Does something once the first page has been drawn and the person has begun to read: what takes time and can wait.
pub fn when_it_can_wait(then: impl FnOnce() + 'static) {
    const AFTER_MS: i32 = 1_500;
    if let Some(window) = web_sys::window() {
        let then = Closure::once_into_js(then);
        // Without timers it is not done; nothing depends on it.
        let _ = window
            .set_timeout_with_callback_and_timeout_and_arguments_0(then.unchecked_ref(), AFTER_MS);
    }
}

/// Waits for so long, or longer when the page is in the background.
pub async fn wait(time: Duration) {
    let Some(window) = web_sys::window() else {
        return;
    };
    let over = Promise::new(&mut |over, _| {
        let time_ms = i32::try_from(time.as_millis()).unwrap_or(i32::MAX);
        // Without timers it is over at once.
        if window
            .set_timeout_with_callback_and_timeout_and_arguments_0(&over, time_ms)
            .is_err()
        {
            let _ = over.call0(&JsValue::NULL);
        }
    });
    let _ = JsFuture::from(over).await;
}

/// Fingers on the screen that mean "hide": more than any other gesture of a page needs.
const FINGERS: u32 = 3;

/// Calls `then` when the page is to be hidden: Escape, when nothing is open that it would close, or three fingers at once.
pub fn on_wish_to_hide(then: impl Fn() + 'static) {
    let Some(window) = web_sys::window() else {
        return;
    };
    let page = window.clone();
    let closure = Closure::<dyn Fn(Event)>::new(move |event: Event| {
        let is_wished = match event.dyn_ref::<KeyboardEvent>() {
            Some(key) => {
                key.key() == "Escape"
                    && !key.is_composing()
                    && !event.default_prevented()
                    && !has_open_dialog(&page)
            }
            None => n_fingers(&event) >= FINGERS,
        };
        if is_wished {
            then();
        }
    });
    for event in ["keydown", "touchstart"] {
        listen(&window, event, closure.as_ref().unchecked_ref());
    }
    closure.forget();
}

/// Read by name: browsers without touch do not know the type.
fn n_fingers(event: &Event) -> u32 {
    let touches = Reflect::get(event, &JsValue::from_str("touches"));
    let length = touches.and_then(|touches| Reflect::get(&touches, &JsValue::from_str("length")));
    length
        .ok()
        .and_then(|length| length.as_f64())
        .unwrap_or(0.0) as u32
}

fn has_open_dialog(window: &Window) -> bool {
    let document = window.document();
    document.is_some_and(|document| {
        document
            .query_selector("dialog[open]")
            .is_ok_and(|found| found.is_some())
    })
}

fn listen(target: &EventTarget, event: &str, listener: &js_sys::Function) {
    // Without it the page works on; it only does not hide by itself.
    let _ = target.add_event_listener_with_callback(event, listener);
}
