//! Owns the browser's cryptography: random bytes, a key from a passphrase, sealing and opening of bytes.
//! May use: WebCrypto. Must not: know what is sealed, or keep a key.
//!
//! None stands for "not available here" (an address without https), and for bytes that do not belong to the key.

use js_sys::{ArrayBuffer, Object, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Crypto, CryptoKey, SubtleCrypto};

const KEY_BITS: u32 = 256;

/// Bytes from the browser's own generator.
pub fn random(n_bytes: usize) -> Option<Vec<u8>> {
    let mut bytes = vec![0; n_bytes];
    crypto()?.get_random_values_with_u8_array(&mut bytes).ok()?;
    Some(bytes)
}

/// PBKDF2 with SHA-256: 32 bytes from a passphrase. The passphrase counts in its composed form (Unicode NFC), so that it is
/// the same from every keyboard.
pub async fn derive(passphrase: &str, salt: &[u8], iterations: u32) -> Option<Vec<u8>> {
    let passphrase = String::from(js_sys::JsString::from(passphrase).normalize("NFC"));
    let subtle = subtle()?;
    let key = imported(&subtle, passphrase.as_bytes(), "PBKDF2", "deriveBits").await?;
    let algorithm = object(&[
        ("name", "PBKDF2".into()),
        ("hash", "SHA-256".into()),
        ("salt", Uint8Array::from(salt).into()),
        ("iterations", iterations.into()),
    ])?;
    bytes_of(subtle.derive_bits_with_object(&algorithm, &key, KEY_BITS)).await
}

/// AES-GCM with a key of 32 bytes; it opens only together with `bound_to`.
pub async fn seal(key: &[u8], nonce: &[u8], bound_to: &str, text: &[u8]) -> Option<Vec<u8>> {
    let subtle = subtle()?;
    let key = imported(&subtle, key, "AES-GCM", "encrypt").await?;
    let algorithm = aes_gcm(nonce, bound_to)?;
    bytes_of(subtle.encrypt_with_object_and_u8_array(&algorithm, &key, text)).await
}

/// The way back.
pub async fn open(key: &[u8], nonce: &[u8], bound_to: &str, sealed: &[u8]) -> Option<Vec<u8>> {
    let subtle = subtle()?;
    let key = imported(&subtle, key, "AES-GCM", "decrypt").await?;
    let algorithm = aes_gcm(nonce, bound_to)?;
    bytes_of(subtle.decrypt_with_object_and_u8_array(&algorithm, &key, sealed)).await
}

/// Whether this page may use it at all.
pub fn is_available() -> bool {
    subtle().is_some()
}

fn crypto() -> Option<Crypto> {
    web_sys::window()?.crypto().ok()
}

/// Absent without https, which the typed binding does not know.
fn subtle() -> Option<SubtleCrypto> {
    let subtle = Reflect::get(&crypto()?.into(), &JsValue::from_str("subtle")).ok()?;
    subtle.dyn_into().ok()
}

async fn imported(
    subtle: &SubtleCrypto,
    bytes: &[u8],
    algorithm: &str,
    usage: &str,
) -> Option<CryptoKey> {
    let bytes = Uint8Array::from(bytes);
    let usages = js_sys::Array::of1(&JsValue::from_str(usage));
    let promise = subtle.import_key_with_str("raw", &bytes, algorithm, false, &usages);
    JsFuture::from(promise.ok()?).await.ok()?.dyn_into().ok()
}

fn aes_gcm(nonce: &[u8], bound_to: &str) -> Option<Object> {
    object(&[
        ("name", "AES-GCM".into()),
        ("iv", Uint8Array::from(nonce).into()),
        (
            "additionalData",
            Uint8Array::from(bound_to.as_bytes()).into(),
        ),
    ])
}

fn object(fields: &[(&str, JsValue)]) -> Option<Object> {
    let object = Object::new();
    for (name, value) in fields {
        Reflect::set(&object, &JsValue::from_str(name), value).ok()?;
    }
    Some(object)
}

async fn bytes_of(promise: Result<Promise, JsValue>) -> Option<Vec<u8>> {
    let buffer = JsFuture::from(promise.ok()?).await.ok()?;
    let buffer: ArrayBuffer = buffer.dyn_into().ok()?;
    Some(Uint8Array::new(&buffer).to_vec())
}
