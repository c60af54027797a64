//! Owns why something is not there: not asked, asked and left out, asked and not known, said in a way that has no form here.
//! May use: serde_json. Must not: say anything about what is left out for privacy.

use serde_json::{Value, json};

const EXTENSION: &str = "http://hl7.org/fhir/StructureDefinition/data-absent-reason";
const SYSTEM: &str = "http://terminology.hl7.org/CodeSystem/data-absent-reason";
/// What the person typed where a number or a known word was asked for.
const AS_TYPED: &str = "urn:tailored:as-typed";

/// A reason of FHIR's own list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reason {
    /// The question has not come up yet.
    NotAsked,
    /// The person left it out on purpose.
    Declined,
    /// The person is not sure.
    NotSure,
    /// It goes on, and will be known later.
    NotYet,
    /// It was answered in words that are no number.
    AsText,
    /// It was answered with a word of a later version.
    Unsupported,
}

impl Reason {
    pub fn code(self) -> &'static str {
        match self {
            Reason::NotAsked => "not-asked",
            Reason::Declined => "asked-declined",
            Reason::NotSure => "asked-unknown",
            Reason::NotYet => "temp-unknown",
            Reason::AsText => "as-text",
            Reason::Unsupported => "unsupported",
        }
    }

    fn display(self) -> &'static str {
        match self {
            Reason::NotAsked => "Not Asked",
            Reason::Declined => "Asked But Declined",
            Reason::NotSure => "Asked But Unknown",
            Reason::NotYet => "Temporarily Unknown",
            Reason::AsText => "As Text",
            Reason::Unsupported => "Unsupported",
        }
    }

    /// As the extension of an element.
    pub fn extension(self) -> Value {
        json!({ "url": EXTENSION, "valueCode": self.code() })
    }

    /// As a concept, with our words for it.
    pub fn concept(self, words: &str) -> Value {
        let coding = json!([{ "system": SYSTEM, "code": self.code(), "display": self.display() }]);
        json!({ "coding": coding, "text": words })
    }
}

/// What was typed, beside the reason why it has no other form.
pub(super) fn as_typed(text: &str) -> Value {
    json!({ "url": AS_TYPED, "valueString": text })
}
