//! Owns a clinic's own form as a file: reading a FHIR R4 Questionnaire (`read`, `extensions`, `options`), working out what
//! it computes (`formula`, `evaluate`), and writing and reading the answers as a QuestionnaireResponse (`response`).
//! May use: domain, serde_json. Must not: wording; what a form wants and we do not do is a problem of its item.

mod conditions;
mod evaluate;
mod extensions;
mod formula;
mod options;
mod read;
mod response;
mod syntax;

use serde_json::Value;

pub use evaluate::{Evaluated, Outcome};
pub use response::read as read_response;

use crate::domain::clinic_form::Form;

/// A form that was opened: what we understood, and the file that formulas look into.
#[derive(Debug, Clone, PartialEq)]
pub struct ClinicForm {
    pub form: Form,
    json: Value,
    formulas: evaluate::Formulas,
}

/// Why a file is no form that can be opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unopened {
    /// Larger than any form; in characters.
    TooLarge,
    /// Not JSON, or cut short.
    NotJson,
    /// Groups inside groups without end.
    TooDeep,
    /// Another thing than a questionnaire; its type, where it says one.
    NotAForm(String),
    /// A questionnaire of another version of FHIR.
    OtherVersion(&'static str),
    NoItems,
}

/// The longest file that is read. Forms with hundreds of questions have less.
pub const LONGEST: usize = 1_000_000;

impl ClinicForm {
    /// Reads a file.
    pub fn open(text: &str) -> Result<Self, Unopened> {
        if text.len() > LONGEST {
            return Err(Unopened::TooLarge);
        }
        let text = text.trim_start_matches('\u{feff}');
        let json: Value = serde_json::from_str(text).map_err(|error| {
            // The only way to tell it from other mistakes.
            match error.to_string().starts_with("recursion limit") {
                true => Unopened::TooDeep,
                false => Unopened::NotJson,
            }
        })?;
        let mut form = read::form(&json)?;
        let formulas = evaluate::Formulas::of(&mut form, &json);
        Ok(Self {
            form,
            json,
            formulas,
        })
    }
}

/// A text inside a JSON value; empty when it is not there.
fn text<'a>(json: &'a Value, name: &str) -> &'a str {
    json[name].as_str().unwrap_or_default().trim()
}

/// The elements of a list inside a JSON value; none when it is not there.
fn list<'a>(json: &'a Value, name: &str) -> &'a [Value] {
    json[name].as_array().map_or(&[], Vec::as_slice)
}

/// An element of several types, `value[x]`: its type as it is spelled, and what it holds.
fn of_any_type<'a>(json: &'a Value, stem: &str) -> Option<(&'a str, &'a Value)> {
    json.as_object()?
        .iter()
        .find_map(|(name, value)| Some((name.strip_prefix(stem)?, value)))
        .filter(|(kind, _)| !kind.is_empty())
}
