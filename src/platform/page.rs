//! Owns what concerns the page as a whole: its address, title, focus, look.

use js_sys::Promise;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{FocusOptions, HtmlDialogElement, HtmlElement};

/// A small file of the release, to learn whether the host answers.
const REACHED: &str = "manifest.webmanifest";
const REACH_MS: i32 = 8_000;

/// What stands after the `#` of the address.
pub fn hash() -> String {
    web_sys::window()
        .and_then(|window| window.location().hash().ok())
        .unwrap_or_default()
}

/// Whether there is room for an option beside the list; the style sheet of the plan asks the same.
pub fn is_wide() -> bool {
    web_sys::window()
        .and_then(|window| window.match_media("(min-width: 72rem)").ok().flatten())
        .is_some_and(|media| media.matches())
}

/// Goes to another place; the browser's own "back" leads here again.
pub fn go(hash: &str) {
    if let Some(window) = web_sys::window() {
        // A refusal leaves the person where they are, with everything on the screen.
        let _ = window.location().set_hash(hash);
    }
}

/// Goes to another place without a way back to this one.
pub fn replace(hash: &str) {
    if let Some(window) = web_sys::window() {
        let _ = window.location().replace(hash);
    }
}

/// Names this place anew; nothing else happens, and the way back stays as it is.
pub fn is_at(hash: &str) {
    if self::hash() == hash {
        return;
    }
    if let Some(history) = web_sys::window().and_then(|window| window.history().ok()) {
        // Without it the page works; loaded again, it begins anew.
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(hash));
    }
}

/// Calls `listener` whenever the address after the `#` changes. The listener lives as long as the page.
pub fn on_hash_change(listener: impl FnMut() + 'static) {
    if let Some(window) = web_sys::window() {
        listen(&window, "hashchange", listener);
    }
}

/// Calls `listener` when the page is looked at again or put away.
pub fn on_visibility_change(listener: impl FnMut() + 'static) {
    if let Some(document) = web_sys::window().and_then(|window| window.document()) {
        listen(&document, "visibilitychange", listener);
    }
}

/// Calls `listener` when the window gets the focus again, or the page comes back from where the browser kept it.
pub fn on_return(listener: impl Fn() + Clone + 'static) {
    if let Some(window) = web_sys::window() {
        listen(&window, "focus", listener.clone());
        listen(&window, "pageshow", listener);
    }
}

fn listen(target: &web_sys::EventTarget, event: &str, listener: impl FnMut() + 'static) {
    let closure = Closure::<dyn FnMut()>::new(listener);
    // Without the listener the page still works; it only does not follow by itself.
    let _ = target.add_event_listener_with_callback(event, closure.as_ref().unchecked_ref());
    closure.forget();
}

/// Sets the title and moves the focus to the content, at the top of the page.
pub fn announce(title: &str) {
    let Some(window) = web_sys::window() else {
        return;
    };
    let Some(document) = window.document() else {
        return;
    };
    document.set_title(title);
    window.scroll_to_with_x_and_y(0.0, 0.0);
    focus("main");
}

/// Sets the title alone.
pub fn set_title(title: &str) {
    if let Some(document) = web_sys::window().and_then(|window| window.document()) {
        document.set_title(title);
    }
}

/// Opens a dialog of the page: it takes the focus, keeps it inside, and closes with Escape.
pub fn open_dialog(id: &str) {
    if let Some(dialog) = dialog(id)
        && !dialog.open()
    {
        // Refused only while it is open already or gone.
        let _ = dialog.show_modal();
    }
}

/// Closes a dialog of the page; the focus goes back to where it was.
pub fn close_dialog(id: &str) {
    if let Some(dialog) = dialog(id) {
        dialog.close();
    }
}

fn dialog(id: &str) -> Option<HtmlDialogElement> {
    web_sys::window()?
        .document()?
        .get_element_by_id(id)?
        .dyn_into()
        .ok()
}

/// Moves the focus to an element, when it is there.
pub fn focus(id: &str) {
    let element = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.get_element_by_id(id))
        .and_then(|element| element.dyn_into::<HtmlElement>().ok());
    if let Some(element) = element {
        let _ = element.focus();
    }
}

/// Whether the beginning of an element is above the lower edge of the window and of the bar that covers it; false when
/// there is no such element.
pub fn is_in_sight(id: &str) -> bool {
    let Some(window) = web_sys::window() else {
        return false;
    };
    let Some(document) = window.document() else {
        return false;
    };
    let height = window
        .inner_height()
        .ok()
        .and_then(|height| height.as_f64());
    let bar = document.query_selector("footer.actions").ok().flatten();
    let covered = bar.map_or(0.0, |bar| bar.get_bounding_client_rect().height());
    let top = document
        .get_element_by_id(id)
        .map(|element| element.get_bounding_client_rect().top());
    top.zip(height)
        .is_some_and(|(top, height)| top < height - covered)
}

/// Moves the focus to an element when what had it is gone; what is in sight stays there.
pub fn focus_again(id: &str) {
    let Some(document) = web_sys::window().and_then(|window| window.document()) else {
        return;
    };
    let body = document.body();
    let has_focus = document.active_element();
    let is_gone = has_focus.is_none() || has_focus.as_ref() == body.as_deref();
    let element = document
        .get_element_by_id(id)
        .and_then(|element| element.dyn_into::<HtmlElement>().ok());
    if let Some(element) = element.filter(|_| is_gone) {
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        let _ = element.focus_with_options(&options);
    }
}

/// Sets or removes an attribute of the root element, on which the style sheets look.
pub fn set_root_attribute(name: &str, value: Option<&str>) {
    let root = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.document_element());
    if let Some(root) = root {
        let _ = match value {
            Some(value) => root.set_attribute(name, value),
            None => root.remove_attribute(name),
        };
    }
}

/// Leaves a word for the page that is loaded in the place of this one.
pub fn leave_word(word: &str) {
    if let Some(history) = web_sys::window().and_then(|window| window.history().ok()) {
        // Without it the next page does not know why it was loaded, and works.
        let _ = history.replace_state(&JsValue::from_str(word), "");
    }
}

/// The word that the page before left for this one; then it is gone.
pub fn take_word() -> Option<String> {
    let history = web_sys::window()?.history().ok()?;
    let word = history.state().ok()?.as_string()?;
    let _ = history.replace_state(&JsValue::NULL, "");
    Some(word)
}

/// Whether this page's own host answers within some seconds; the offline copy answers for it too.
pub async fn can_reach_the_host() -> bool {
    let Some(window) = web_sys::window() else {
        return false;
    };
    // Racing needs no way to stop the slower one: its answer is not looked at.
    let asked = window.fetch_with_str(REACHED);
    let late = Promise::new(&mut |_, too_late| {
        let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(&too_late, REACH_MS);
    });
    JsFuture::from(Promise::race(&js_sys::Array::of2(&asked, &late)))
        .await
        .is_ok()
}

/// Loads the page again, and with it all that is kept in memory.
pub fn reload() {
    if let Some(window) = web_sys::window() {
        // Refused only while the page is being left anyway.
        let _ = window.location().reload();
    }
}
