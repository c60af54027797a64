//! Checks the clinical knowledge and compiles it to static tables.
fn main() {}
