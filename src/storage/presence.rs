//! Owns the question whether anything is saved at all: cheap, without reading a saved text.
//! May use: keys, a back end. Must not: the shape of the data.

use super::backend::Backend;
use super::keys;

/// True when no key of this app is in the store. A store that cannot be asked counts as empty: opening it tells why.
pub fn is_untouched(backend: &dyn Backend) -> bool {
    let keys = backend.keys().unwrap_or_default();
    keys.iter()
        .all(|key| keys::name_of(key).is_none() && key != keys::LOCK)
}

#[cfg(test)]
mod tests {
    use super::super::backend::MemoryBackend;
    use super::*;

    #[test]
    fn only_a_key_of_this_app_counts() {
        let backend = MemoryBackend::default();
        assert!(is_untouched(&backend));
        backend.set("another-app", "x").unwrap();
        assert!(is_untouched(&backend));
        backend.set("tailored/of-a-newer-version", "x").unwrap();
        assert!(!is_untouched(&backend));
    }
}
