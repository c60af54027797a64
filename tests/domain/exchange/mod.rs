//! Exported files: read again by other programs' readers, inert, and only what was said.

mod calendars;
mod clinic_form;
mod codes;
mod fhir;
mod hostile;
mod import_apps;
mod import_files;
mod import_medicines;
mod import_moments;
mod import_numbers;
mod import_tables;
mod imports;
mod imports_spoilt;
mod own_lists;
mod own_tables;
mod persona;
mod spreadsheets;
mod texts;
