//! Owns formats of other systems, both ways, as pure functions over texts and bytes.
//! May use: domain, knowledge, i18n, serde with its own structs, format crates. Must not: files, a clock, storage, a browser.
//!
//! Backups are not here: they carry the stored shape and belong to `storage`.

pub mod archive;
pub mod calendar;
pub mod clinic_form;
pub mod csv;
mod digest;
pub mod fhir;
pub mod import;
pub mod plain;
pub mod qr;
mod record;
mod table_words;

pub use record::Record;

/// A file to be saved or shared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExportFile {
    pub name: String,
    /// Its media type.
    pub mime: &'static str,
    pub text: String,
}
