//! Owns the evaluation of warning signs: header of `red_flags.toml`, sentences 6.1 to 6.9.
