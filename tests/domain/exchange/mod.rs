//! Exported files: read again by other programs' readers, inert, and only what was said.

mod calendars;
mod codes;
mod fhir;
mod hostile;
mod imports;
mod imports_spoilt;
mod persona;
mod spreadsheets;
mod texts;
