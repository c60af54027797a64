//! Outputs that were read and are kept. `./dev goldens` writes them anew; read what changed before you commit it.

use std::fs;
use std::path::Path;

/// Set by `./dev goldens`.
const UPDATE: &str = "TAILORED_UPDATE";

/// Compares a kept file with what is made now, or keeps what is made now.
pub fn assert_kept(file: &str, made: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(file);
    if updates() {
        fs::write(&path, made).unwrap();
        return;
    }
    let kept = fs::read_to_string(&path).unwrap_or_default();
    let different = (1..)
        .zip(kept.lines().zip(made.lines()))
        .find(|(_, (kept, made))| kept != made);
    if let Some((number, (kept, made))) = different {
        panic!("{file}, line {number}, differs; ./dev goldens writes it anew:\n{kept}\n{made}");
    }
    assert_eq!(
        kept.lines().count(),
        made.lines().count(),
        "{file}: ./dev goldens writes it anew"
    );
}

/// A kept file as it is now.
pub fn kept(file: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(file)).unwrap()
}

/// Whether kept outputs are written anew.
pub fn updates() -> bool {
    std::env::var_os(UPDATE).is_some()
}
