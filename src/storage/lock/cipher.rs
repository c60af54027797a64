//! Owns what the lock needs of cryptography, as a trait, and how keys and texts are sealed with it.
//! May use: the form of a sealed text. Must not: implement cryptography (the browser does).

use crate::storage::shape::{sealed_bytes, sealed_text};

/// Rounds of PBKDF2 with SHA-256 for a new passphrase (OWASP Password Storage Cheat Sheet, 2023: 600,000).
pub const ITERATIONS: u32 = 600_000;
pub(super) const SALT_BYTES: usize = 16;
pub(super) const KEY_BYTES: usize = 32;
/// The only length that AES-GCM takes without hashing it first (NIST SP 800-38D, 8.2). Drawn at random for each sealing.
const NONCE_BYTES: usize = 12;

/// The browser's cryptography. None stands for "not available", and for a text that does not belong to the key.
pub trait Cipher {
    /// Bytes that nobody can guess.
    fn random(&self, n_bytes: usize) -> Option<Vec<u8>>;

    /// PBKDF2-SHA-256: 32 bytes from a passphrase.
    fn derive(
        &self,
        passphrase: &str,
        salt: &[u8],
        iterations: u32,
    ) -> impl Future<Output = Option<Vec<u8>>>;

    /// AES-256-GCM with a tag of 16 bytes at the end. It opens only together with `bound_to`.
    fn seal(
        &self,
        key: &[u8],
        nonce: &[u8],
        bound_to: &str,
        text: &[u8],
    ) -> impl Future<Output = Option<Vec<u8>>>;

    /// The way back.
    fn open(
        &self,
        key: &[u8],
        nonce: &[u8],
        bound_to: &str,
        sealed: &[u8],
    ) -> impl Future<Output = Option<Vec<u8>>>;
}

/// Nonce and sealed bytes in one. It was opened again, so that nothing is replaced by what nobody can read.
pub(super) async fn seal(
    cipher: &impl Cipher,
    key: &[u8],
    bound_to: &str,
    bytes: &[u8],
) -> Option<Vec<u8>> {
    let mut sealed = cipher.random(NONCE_BYTES)?;
    let body = cipher.seal(key, &sealed, bound_to, bytes).await?;
    sealed.extend(body);
    let opened = open(cipher, key, bound_to, &sealed).await?;
    (opened == bytes).then_some(sealed)
}

pub(super) async fn open(
    cipher: &impl Cipher,
    key: &[u8],
    bound_to: &str,
    sealed: &[u8],
) -> Option<Vec<u8>> {
    let (nonce, body) = sealed.split_at_checked(NONCE_BYTES)?;
    cipher.open(key, nonce, bound_to, body).await
}

/// The sealed text to keep under a storage key.
pub(super) async fn seal_text(
    cipher: &impl Cipher,
    key: &[u8],
    storage_key: &str,
    text: &str,
) -> Option<String> {
    let sealed = seal(cipher, key, storage_key, text.as_bytes()).await?;
    Some(sealed_text(&sealed))
}

/// The plain text of what is under a storage key: sealed under this key, or not sealed at all.
pub(super) async fn open_text(
    cipher: &impl Cipher,
    key: &[u8],
    storage_key: &str,
    text: &str,
) -> Option<String> {
    let Some(sealed) = sealed_bytes(text) else {
        return Some(text.to_owned());
    };
    String::from_utf8(open(cipher, key, storage_key, &sealed).await?).ok()
}
