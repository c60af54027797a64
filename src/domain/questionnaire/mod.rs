//! Owns the assessment: its items (a definition) and a person's answers (a response), two separate documents.

pub mod flow;
pub mod model;
pub mod response;
