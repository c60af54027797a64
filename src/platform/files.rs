//! Owns files: saving and sharing one, reading one that the person chose, and texts on the clipboard.

use js_sys::Uint8Array;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, BlobPropertyBag, File, FilePropertyBag, HtmlAnchorElement, HtmlInputElement, ShareData,
    Url,
};

/// Offers `text` as a file. Says whether the browser took it.
pub fn save_text(name: &str, mime: &str, text: &str) -> bool {
    try_save(name, mime, text).is_ok()
}

fn try_save(name: &str, mime: &str, text: &str) -> Result<(), JsValue> {
    let parts = js_sys::Array::of1(&JsValue::from_str(text));
    let options = BlobPropertyBag::new();
    options.set_type(mime);
    let blob = Blob::new_with_str_sequence_and_options(&parts, &options)?;
    let url = Url::create_object_url_with_blob(&blob)?;
    let document = web_sys::window()
        .and_then(|window| window.document())
        .ok_or_else(|| JsValue::from_str("no document"))?;
    let link: HtmlAnchorElement = document.create_element("a")?.dyn_into()?;
    link.set_href(&url);
    link.set_download(name);
    link.click();
    // The browser has taken the file when the click returns; the address is no longer needed.
    Url::revoke_object_url(&url)
}

/// A file that the person chose.
#[derive(Clone)]
pub struct PickedFile(File);

impl PickedFile {
    /// The file chosen in a field for files.
    pub fn of(field: &HtmlInputElement) -> Option<Self> {
        field.files()?.get(0).map(Self)
    }

    /// In bytes.
    pub fn size(&self) -> u64 {
        self.0.size() as u64
    }

    /// The bytes from one place up to another; none when the browser cannot read them.
    pub async fn piece(&self, from: u64, to: u64) -> Option<Vec<u8>> {
        let slice = self.0.slice_with_f64_and_f64(from as f64, to as f64).ok()?;
        let buffer = JsFuture::from(slice.array_buffer()).await.ok()?;
        Some(Uint8Array::new(&buffer).to_vec())
    }
}

/// A file that is ready to be shared: browsers allow sharing only at once in the moment of the tap.
#[derive(Clone)]
pub struct ReadyToShare(ShareData);

impl ReadyToShare {
    /// None when this browser cannot share files, or not such a one.
    pub fn new(name: &str, mime: &str, text: &str) -> Option<Self> {
        let navigator = web_sys::window()?.navigator();
        let has = |name: &str| {
            js_sys::Reflect::has(&navigator, &JsValue::from_str(name)).unwrap_or(false)
        };
        if !has("share") || !has("canShare") {
            return None;
        }
        let options = FilePropertyBag::new();
        // Without the parameters of the type, which some browsers do not accept here.
        options.set_type(mime.split(';').next().unwrap_or(mime));
        let parts = js_sys::Array::of1(&JsValue::from_str(text));
        let file = File::new_with_str_sequence_and_options(&parts, name, &options).ok()?;
        let data = ShareData::new();
        data.set_files(&js_sys::Array::of1(&file));
        navigator.can_share_with_data(&data).then_some(Self(data))
    }

    /// Opens the device's own choice of where to. What becomes of it is not known here.
    pub fn share(&self) {
        if let Some(window) = web_sys::window() {
            let promise = window.navigator().share_with_data(&self.0);
            wasm_bindgen_futures::spawn_local(async move {
                // Closing the choice without choosing is a refusal too; there is nothing to tell.
                let _ = JsFuture::from(promise).await;
            });
        }
    }
}

/// Puts a text on the clipboard. Says whether the browser allowed it.
pub async fn copy_text(text: String) -> bool {
    let Some(window) = web_sys::window() else {
        return false;
    };
    let navigator = window.navigator();
    let has = js_sys::Reflect::get(&navigator, &JsValue::from_str("clipboard"));
    if has.is_ok_and(|clipboard| clipboard.is_undefined()) {
        return false;
    }
    JsFuture::from(navigator.clipboard().write_text(&text))
        .await
        .is_ok()
}
