//! Where the focus goes when a sheet opens and closes.

use leptos::prelude::*;
use tailored::platform::page;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlDialogElement;

use super::stage::Stage;

fn sheet() -> Stage {
    let stage = Stage::new(|| {
        view! {
            <button id="opener">"Open"</button>
            <dialog id="sheet"><button id="done">"Done"</button></dialog>
        }
    });
    stage.one("#opener").focus().unwrap();
    stage
}

fn focused() -> Option<String> {
    document().active_element().map(|element| element.id())
}

#[wasm_bindgen_test]
fn a_sheet_takes_the_focus_and_gives_it_back() {
    let stage = sheet();
    page::open_dialog("sheet");
    assert_eq!(focused().as_deref(), Some("done"));
    page::close_dialog("sheet");
    assert_eq!(focused().as_deref(), Some("opener"));
    drop(stage);
}

#[wasm_bindgen_test]
fn what_lies_behind_an_open_sheet_cannot_be_reached() {
    let stage = sheet();
    page::open_dialog("sheet");
    stage.one("#opener").focus().unwrap();
    assert_eq!(focused().as_deref(), Some("done"));
    page::close_dialog("sheet");
}

#[wasm_bindgen_test]
fn opening_an_open_sheet_again_changes_nothing() {
    let stage = sheet();
    page::open_dialog("sheet");
    page::open_dialog("sheet");
    let dialog: HtmlDialogElement = stage.one("#sheet").unchecked_into();
    assert!(dialog.open());
    page::close_dialog("sheet");
    assert!(!dialog.open());
}
