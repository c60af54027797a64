//! Owns one file per check: score, missing-data rule, source.
