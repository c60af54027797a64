//! Owns printing: the print dialog, noticing that it does not come, and the same page as a file for another browser.
//! May use: the window, the document, its style sheets. Must not: know what is printed.

use std::cell::Cell;
use std::rc::Rc;
use std::time::Duration;

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{CssStyleSheet, Document};

use super::quiet::wait;

/// How long a browser may take to begin with a print. Browsers that can print begin within the call or soon after it.
const SOON: Duration = Duration::from_millis(1_500);

/// Opens the print dialog. Says whether the browser began to print: browsers inside other apps have the call and do nothing.
pub async fn print() -> bool {
    let Some(window) = web_sys::window() else {
        return false;
    };
    let has_begun = Rc::new(Cell::new(false));
    let began = Rc::clone(&has_begun);
    let listener = Closure::<dyn FnMut()>::new(move || began.set(true));
    let listener_function = listener.as_ref().unchecked_ref();
    let listens = window
        .add_event_listener_with_callback("beforeprint", listener_function)
        .is_ok();
    let was_called = window.print().is_ok();
    if !listens {
        // Nothing can be noticed then.
        return was_called;
    }
    if was_called && !has_begun.get() {
        wait(SOON).await;
    }
    // Left on, it would only set a flag that nobody reads; but it is gone with this function.
    let _ = window.remove_event_listener_with_callback("beforeprint", listener_function);
    has_begun.get()
}

/// Parts of the present page as a page of its own, which looks and prints the same in any browser and needs nothing else.
/// None when a part is not there or the browser does not give its style sheets.
pub fn page_of(selectors: &[&str], title: &str) -> Option<String> {
    let document = web_sys::window()?.document()?;
    let style = style_of(&document)?;
    let mut body = String::new();
    for selector in selectors {
        // The browser writes all text escaped.
        body.push_str(&document.query_selector(selector).ok()??.outer_html());
    }
    let language = document
        .document_element()
        .and_then(|root| root.get_attribute("lang"))
        .unwrap_or_default();
    let title = title.replace('&', "&amp;").replace('<', "&lt;");
    Some(format!(
        "<!DOCTYPE html>\n<html lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{title}</title>\n\
         <style>{style}</style>\n</head>\n<body>\n{body}\n</body>\n</html>\n"
    ))
}

/// All rules of the style sheets.
fn style_of(document: &Document) -> Option<String> {
    let sheets = document.style_sheets();
    let mut style = String::new();
    for place in 0..sheets.length() {
        let sheet: CssStyleSheet = sheets.item(place)?.dyn_into().ok()?;
        let rules = sheet.css_rules().ok()?;
        for place in 0..rules.length() {
            style.push_str(&rules.item(place)?.css_text());
            style.push('\n');
        }
    }
    Some(style)
}
