//! Start-up only. Holds no logic.

use wasm_bindgen::JsCast;

fn main() {
    tailored::platform::notice::tell_the_page_about_panics();
    let place = leptos::prelude::document()
        .get_element_by_id("app")
        .expect("index.html holds the place of the app")
        .unchecked_into::<web_sys::HtmlElement>();
    // The static shell has been read; the app takes its place.
    place.set_text_content(None);
    leptos::mount::mount_to(place, tailored::ui::App).forget();
}
