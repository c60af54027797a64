//! Components in a real page: keyboard, focus, what is announced. Few: the journeys in `tests/e2e` show the rest.
#![cfg(target_arch = "wasm32")]

mod body_map;
mod dialog;
mod ladder;
mod stage;

use wasm_bindgen_test::wasm_bindgen_test_configure;

wasm_bindgen_test_configure!(run_in_browser);
