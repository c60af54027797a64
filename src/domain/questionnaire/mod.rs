//! Owns the assessment: its items (a definition) and a person's answers (a response), two separate documents.

pub mod check;
pub mod flow;
pub mod model;
pub mod provide;
pub mod response;
pub mod sign_screens;
