//! Owns what several tabs of the app have to do with each other: news of what another one saved, and taking turns.
//! May use: storage events and the browser's locks. Must not: keys, saved texts.

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, future_to_promise};
use web_sys::StorageEvent;

/// What another tab has saved.
pub enum SavedElsewhere {
    /// One key, with its new text; none when it was removed.
    Key(String, Option<String>),
    /// Everything was removed at once.
    Everything,
}

/// Calls `listener` whenever another tab of this origin has saved something, also what belongs to another app.
/// The listener lives as long as the page.
pub fn on_saved_elsewhere(listener: impl Fn(SavedElsewhere) + 'static) {
    let closure = Closure::<dyn Fn(StorageEvent)>::new(move |event: StorageEvent| {
        listener(match event.key() {
            Some(key) => SavedElsewhere::Key(key, event.new_value()),
            None => SavedElsewhere::Everything,
        });
    });
    if let Some(window) = web_sys::window() {
        // Without the listener this tab sees the others' changes when it is loaded again.
        let _ =
            window.add_event_listener_with_callback("storage", closure.as_ref().unchecked_ref());
    }
    closure.forget();
}

/// Does something while no other tab does it under the same name; where the browser has no locks, at once.
pub async fn in_turn<T: 'static>(name: &str, work: impl Future<Output = T> + 'static) -> Option<T> {
    let done = std::rc::Rc::new(std::cell::RefCell::new(None));
    let Some((locks, request)) = locks() else {
        return Some(work.await);
    };
    let result = std::rc::Rc::clone(&done);
    let turn = Closure::once_into_js(move || -> Promise {
        future_to_promise(async move {
            *result.borrow_mut() = Some(work.await);
            Ok(JsValue::UNDEFINED)
        })
    });
    let granted = request
        .call2(&locks, &JsValue::from_str(name), &turn)
        .ok()?;
    // A refusal leaves nothing done, which the caller learns from the missing result.
    let _ = JsFuture::from(granted.dyn_into::<Promise>().ok()?).await;
    done.take()
}

/// The browser's locks: absent in older browsers and without https.
fn locks() -> Option<(JsValue, Function)> {
    let navigator = web_sys::window()?.navigator();
    let locks = Reflect::get(&navigator, &JsValue::from_str("locks")).ok()?;
    let request = Reflect::get(&locks, &JsValue::from_str("request")).ok()?;
    Some((locks, request.dyn_into().ok()?))
}
