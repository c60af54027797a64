//! Owns short fingerprints of texts, from which ids are made that are the same each time.
//! May use: the standard library. Must not: be used where somebody could gain by finding two texts with one fingerprint.

/// The FNV-1a fingerprint of some texts (Fowler, Noll, Vo; 64 bits), told apart from each other by a zero byte.
pub fn fingerprint(texts: &[&str]) -> u64 {
    let bytes = texts.iter().flat_map(|text| text.bytes().chain([0]));
    bytes.fold(0xcbf2_9ce4_8422_2325, |sum, byte| {
        (sum ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}

/// A UUID of version 8 (RFC 9562: made in our own way) that belongs to these texts.
pub fn uuid(texts: &[&str]) -> String {
    let high = fingerprint(&[&["high"], texts].concat());
    let low = fingerprint(&[&["low"], texts].concat());
    format!(
        "{:08x}-{:04x}-8{:03x}-{:04x}-{:012x}",
        high >> 32,
        (high >> 16) & 0xffff,
        high & 0xfff,
        0x8000 | (low >> 50) & 0x3fff,
        low & 0xffff_ffff_ffff,
    )
}
