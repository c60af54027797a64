//! Owns the real back end: the browser's local storage. The only file that names gloo_storage.
//! May use: gloo-storage, web-sys. Must not: the shape of the data, keys.

use gloo_storage::{LocalStorage, Storage as _};
use wasm_bindgen::JsValue;

use super::backend::{Backend, BackendError};

/// The local storage of this origin.
#[derive(Debug, Clone, Copy, Default)]
pub struct BrowserBackend;

impl Backend for BrowserBackend {
    fn get(&self, key: &str) -> Result<Option<String>, BackendError> {
        storage()?.get_item(key).map_err(error_from)
    }

    fn set(&self, key: &str, text: &str) -> Result<(), BackendError> {
        storage()?.set_item(key, text).map_err(error_from)
    }

    fn remove(&self, key: &str) -> Result<(), BackendError> {
        storage()?.remove_item(key).map_err(error_from)
    }

    fn keys(&self) -> Result<Vec<String>, BackendError> {
        let storage = storage()?;
        let length = storage.length().map_err(error_from)?;
        let mut keys = Vec::new();
        for index in 0..length {
            keys.extend(storage.key(index).map_err(error_from)?);
        }
        Ok(keys)
    }
}

/// Asked anew at each call: a browser may withdraw the permission while the page is open.
fn storage() -> Result<web_sys::Storage, BackendError> {
    // `LocalStorage::raw` throws through the whole program where storage is denied (a SecurityError) or absent
    // (null in some embedded browsers), so that is found out first.
    match web_sys::window().map(|window| window.local_storage()) {
        Some(Ok(Some(_))) => Ok(LocalStorage::raw()),
        _ => Err(BackendError::Blocked),
    }
}

fn error_from(thrown: JsValue) -> BackendError {
    let name = js_sys::Reflect::get(&thrown, &JsValue::from_str("name"))
        .ok()
        .and_then(|name| name.as_string());
    match name.as_deref() {
        // Firefox had a name of its own for it.
        Some("QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED") => BackendError::Full,
        Some("SecurityError") => BackendError::Blocked,
        _ => BackendError::Broken,
    }
}
