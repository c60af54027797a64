//! Owns the offline worker as the page sees it: register, "a new version is waiting", "use it now".
//! May use: the browser's service worker interface.
//! Must not: reload, or change the version, without the person's word.

use std::rc::Rc;

use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    RegistrationOptions, ServiceWorkerContainer, ServiceWorkerRegistration, ServiceWorkerState,
    ServiceWorkerUpdateViaCache, Window,
};

/// The worker's address beside index.html; `finish_dist` writes it into each release.
const WORKER: &str = "sw.js";
/// The one message that the worker understands.
const ACTIVATE: &str = "activate";

/// Whether the app will start without a server.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OfflineUse {
    /// The worker is registered; it keeps the app on the device as soon as all files have arrived.
    Available,
    /// The browser has no workers here (an address without https, a private window), or the release has none
    /// (the developer's loop). The app works as long as the server does.
    NotAvailable,
}

/// Registers the worker and calls `on_update_waiting` each time a newer version lies ready on the device.
///
/// Only a page that an older version had started is told: a page fresh from the server is the newest already.
pub async fn register(on_update_waiting: impl Fn() + 'static) -> OfflineUse {
    let Some(container) = container() else {
        return OfflineUse::NotAvailable;
    };
    let started_by_a_worker = container.controller().is_some();
    let options = RegistrationOptions::new();
    options.set_update_via_cache(ServiceWorkerUpdateViaCache::None);
    let registered = JsFuture::from(container.register_with_options(WORKER, &options)).await;
    let Ok(registration) = registered.map(JsCast::unchecked_into::<ServiceWorkerRegistration>)
    else {
        return OfflineUse::NotAvailable;
    };
    if started_by_a_worker {
        report_waiting_versions(&registration, Rc::new(on_update_waiting));
    }
    OfflineUse::Available
}

/// The person wants the new version: it takes over and the page is loaded again, once.
/// Other windows of the app go on with what they have until they are loaded again.
pub async fn accept_update() {
    let (Some(window), Some(container)) = (web_sys::window(), container()) else {
        return;
    };
    let waiting = JsFuture::from(container.get_registration())
        .await
        .ok()
        .and_then(|found| found.dyn_into::<ServiceWorkerRegistration>().ok())
        .and_then(|registration| registration.waiting());
    let Some(waiting) = waiting else {
        // Another window was faster: the new version is in charge and only this page is old.
        return reload(&window);
    };
    let reload_once = Closure::once_into_js(move || reload(&window));
    container.set_oncontrollerchange(Some(reload_once.unchecked_ref()));
    // Cannot fail for a plain text; if it did, the old version would simply stay.
    let _sent = waiting.post_message(&JsValue::from_str(ACTIVATE));
}

fn report_waiting_versions(registration: &ServiceWorkerRegistration, report: Rc<dyn Fn()>) {
    if registration.waiting().is_some() {
        report();
    }
    let watched = registration.clone();
    let on_found = Closure::<dyn Fn()>::new(move || {
        let Some(worker) = watched.installing() else {
            return;
        };
        let (report, arriving) = (Rc::clone(&report), worker.clone());
        let on_change = Closure::<dyn Fn()>::new(move || {
            if arriving.state() == ServiceWorkerState::Installed {
                report();
            }
        });
        worker.set_onstatechange(Some(on_change.into_js_value().unchecked_ref()));
    });
    registration.set_onupdatefound(Some(on_found.into_js_value().unchecked_ref()));
}

/// Where workers are not allowed the property is missing, which the typed binding does not know.
fn container() -> Option<ServiceWorkerContainer> {
    let navigator = web_sys::window()?.navigator();
    js_sys::Reflect::get(&navigator, &JsValue::from_str("serviceWorker"))
        .ok()?
        .dyn_into()
        .ok()
}

fn reload(window: &Window) {
    // Refused only while the page is being left anyway.
    let _reloading = window.location().reload();
}
