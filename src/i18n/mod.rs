//! Owns the words of the app itself.
