//! Owns the assessment: its items (a definition) and a person's answers (a response), two separate documents.

pub mod again;
pub mod answered;
pub mod check;
pub mod effort;
pub mod findings;
pub mod flow;
pub mod model;
pub mod possible;
pub mod provenance;
pub mod provide;
pub mod records;
pub mod response;
pub mod self_harm;
pub mod sign_screens;
pub mod signs_way;
pub mod suggested;
pub mod walk;
