//! Owns mistakes in the TOML files: where they are and what they are.
//! May use: the standard library. Must not: stop at the first one.

use std::fmt;

/// A place in the files: the file and the entry in it.
#[derive(Clone)]
pub struct At {
    file: &'static str,
    entry: String,
}

impl At {
    pub fn new(file: &'static str, entry: impl Into<String>) -> Self {
        Self {
            file,
            entry: entry.into(),
        }
    }

    pub fn file(file: &'static str) -> Self {
        Self::new(file, "")
    }
}

/// One mistake.
#[derive(Debug)]
pub struct Problem {
    pub file: &'static str,
    /// The kind and id of the entry, for instance `rule ex_lbp`; empty when the file as a whole is meant.
    pub entry: String,
    pub message: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.entry.is_empty() {
            write!(f, "{}: {}", self.file, self.message)
        } else {
            write!(f, "{}: {}: {}", self.file, self.entry, self.message)
        }
    }
}

/// The mistakes found so far.
#[derive(Default)]
pub struct Problems(pub Vec<Problem>);

impl Problems {
    pub fn add(&mut self, at: &At, message: impl Into<String>) {
        self.0.push(Problem {
            file: at.file,
            entry: at.entry.clone(),
            message: message.into(),
        });
    }
}
