//! Owns what the app asks of device and browser around saved data: to keep it, how to install the app, to forget the app.
//! May use: storage manager, caches, offline worker, the browser's name. Must not: saved texts, wording.

use js_sys::{Array, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    CacheStorage, ServiceWorkerContainer, ServiceWorkerRegistration, StorageManager, Window,
};

/// How this browser puts an app on the home screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Installing {
    /// The app runs on its own already.
    Done,
    /// Safari on a phone or tablet. It deletes the data of pages that were not opened for seven days, but not of installed ones.
    SafariTouch,
    /// Safari on a Mac (from version 17); deletes in the same way.
    SafariMac,
    /// Another browser on an iPhone or iPad: only Safari's kind of installing is safe there.
    OtherOnApple,
    Android,
    FirefoxAndroid,
    /// Chrome or Edge on a desk.
    ChromeDesk,
    /// No way that we know of, such as Firefox on a desk.
    None,
}

/// What this browser says of itself. A wrong answer shows the wrong steps and nothing worse.
pub fn installing() -> Installing {
    let Some(window) = web_sys::window() else {
        return Installing::None;
    };
    let navigator = window.navigator();
    let is_standalone = window
        .match_media("(display-mode: standalone)")
        .ok()
        .flatten()
        .is_some_and(|media| media.matches());
    let says_standalone = property(&navigator, "standalone").is_some_and(|value| value.is_truthy());
    if is_standalone || says_standalone {
        return Installing::Done;
    }
    let touches = property(&navigator, "maxTouchPoints").and_then(|value| value.as_f64());
    by_name(
        &navigator.user_agent().unwrap_or_default(),
        touches.unwrap_or(0.0) > 1.0,
    )
}

fn by_name(agent: &str, has_touch: bool) -> Installing {
    let names = |name: &str| agent.contains(name);
    // An iPad calls itself a Mac; no Mac has a screen to touch.
    let is_apple_touch = names("iPhone") || names("iPad") || (names("Macintosh") && has_touch);
    let is_safari = names("Safari/") && !names("Chrome/") && !names("Chromium/");
    match () {
        () if is_apple_touch && (names("CriOS") || names("FxiOS") || names("EdgiOS")) => {
            Installing::OtherOnApple
        }
        () if is_apple_touch => Installing::SafariTouch,
        () if names("Macintosh") && is_safari => Installing::SafariMac,
        () if names("Android") && names("Firefox/") => Installing::FirefoxAndroid,
        () if names("Android") => Installing::Android,
        () if names("Chrome/") => Installing::ChromeDesk,
        () => Installing::None,
    }
}

/// Whether the browser has promised not to clean up by itself; none when it does not say.
pub async fn is_persistent() -> Option<bool> {
    let promise = storage_manager()?.persisted().ok()?;
    JsFuture::from(promise).await.ok()?.as_bool()
}

/// Asks for that promise. Chromium and Safari decide by themselves, Firefox asks the person.
pub async fn ask_to_persist() -> Option<bool> {
    let promise = storage_manager()?.persist().ok()?;
    JsFuture::from(promise).await.ok()?.as_bool()
}

/// Whether asking brings up a question of the browser, so that it should come from a button.
pub fn asking_shows_a_question() -> bool {
    let agent = web_sys::window().and_then(|window| window.navigator().user_agent().ok());
    agent.is_some_and(|agent| agent.contains("Firefox/"))
}

/// Removes the offline copy of the app (its worker and its files) and the way to a file for copies. Says how many of these
/// are left, looked up afterwards.
pub async fn forget_the_app() -> usize {
    let Some(window) = web_sys::window() else {
        return 0;
    };
    if let Some(registration) = registration(&window).await
        && let Ok(promise) = registration.unregister()
    {
        // Looked up below.
        let _ = JsFuture::from(promise).await;
    }
    for name in own_caches(&window).await {
        if let Some(caches) = caches(&window) {
            let _ = JsFuture::from(caches.delete(&name)).await;
        }
    }
    own_caches(&window).await.len()
        + usize::from(registration(&window).await.is_some())
        + usize::from(!super::same_file::forget().await)
}

async fn registration(window: &Window) -> Option<ServiceWorkerRegistration> {
    let container = property(&window.navigator(), "serviceWorker")?;
    let container: ServiceWorkerContainer = container.dyn_into().ok()?;
    JsFuture::from(container.get_registration())
        .await
        .ok()?
        .dyn_into()
        .ok()
}

/// The caches that sw.js names after its folder.
async fn own_caches(window: &Window) -> Vec<String> {
    let folder = window.location().href().unwrap_or_default();
    let folder = folder.split(['#', '?']).next().unwrap_or_default();
    let folder = folder.rsplit_once('/').map_or(folder, |(folder, _)| folder);
    let ours = format!("tailored {folder}/ ");
    let Some(caches) = caches(window) else {
        return Vec::new();
    };
    let names = JsFuture::from(caches.keys()).await.unwrap_or_default();
    let names = Array::from(&names)
        .into_iter()
        .filter_map(|name| name.as_string());
    names.filter(|name| name.starts_with(&ours)).collect()
}

fn caches(window: &Window) -> Option<CacheStorage> {
    property(window, "caches")?.dyn_into().ok()
}

fn storage_manager() -> Option<StorageManager> {
    property(&web_sys::window()?.navigator(), "storage")?
        .dyn_into()
        .ok()
}

/// A property that some browsers do not have.
fn property(of: &JsValue, name: &str) -> Option<JsValue> {
    let value = Reflect::get(of, &JsValue::from_str(name)).ok()?;
    (!value.is_undefined() && !value.is_null()).then_some(value)
}
