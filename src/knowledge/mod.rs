//! Clinical data, not code: the TOML files beside this one, checked and compiled by `build.rs` to static tables.
