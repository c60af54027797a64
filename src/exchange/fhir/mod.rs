//! Owns the report for health records: a FHIR R4 document with everything in it that the receiver needs.
//! May use: domain, knowledge, i18n, serde_json. Must not: codes that `terminology.toml` does not mark as seen (S).
//!
//! Which answer becomes what stands in `docs/fhir.md`; the choices are those of `terminology.md`, section 4. What the person
//! names (illnesses, reactions, medicines) goes in as their word, unconfirmed; warning signs stay answers and words, never a
//! Flag or a DetectedIssue; and the plan is a proposal. Places are text only: whether SNOMED CT codes may be passed on is
//! not settled. What is private on paper stays out, and nothing tells that it was left out ([`sensitive`]).
//!
//! [`sensitive`]: crate::domain::handout::sensitive

mod absent;
mod answers;
mod composition;
mod diary;
mod enable_when;
mod expressions;
mod findings;
mod health;
mod medicines;
mod narrative;
mod people;
mod proposals;
mod questionnaire;
mod ratings;
mod signs;
mod units;

use serde_json::{Value, json};

use super::{ExportFile, Record, digest};
use crate::domain::ids::PatientId;
use crate::i18n::Messages;
use crate::knowledge::VERSION;

pub use people::Identity;

const LOINC: &str = "http://loinc.org";
/// Our own questions and counts; LOINC codes for named instruments would claim their exact wording.
const OWN: &str = "urn:tailored:own-checks";
const QUESTIONNAIRE: &str = "urn:tailored:questionnaire";

/// What goes in beyond the usual.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FhirOptions {
    /// Who the person is, as far as they want it in.
    pub identity: Identity,
    /// Answers about alcohol, smoking and drugs.
    pub substances: bool,
    /// Answers about self-harm and safety at home.
    pub private: bool,
}

/// What every resource is made from.
struct Report<'a> {
    record: &'a Record<'a>,
    options: FhirOptions,
    t: &'static Messages,
    patient: PatientId,
}

/// One resource with where it is found in the document.
#[derive(Clone)]
struct Entry {
    id: String,
    resource: Value,
}

impl Entry {
    fn reference(&self) -> Value {
        json!({ "reference": address(&self.id) })
    }

    fn whole(self) -> Value {
        let mut resource = self.resource;
        resource["id"] = self.id.clone().into();
        json!({ "fullUrl": address(&self.id), "resource": resource })
    }
}

fn address(id: &str) -> String {
    format!("urn:uuid:{id}")
}

/// The report as a file.
pub fn file(record: &Record, options: FhirOptions, t: &'static Messages) -> ExportFile {
    let bundle = bundle(record, options, t);
    ExportFile {
        name: "report.fhir.json".to_owned(),
        mime: "application/fhir+json",
        text: format!("{bundle:#}\n"),
    }
}

/// The report as a Bundle of type document.
pub fn bundle(record: &Record, options: FhirOptions, t: &'static Messages) -> Value {
    let patient = record.response.patient.clone();
    let report = Report {
        record,
        options,
        t,
        patient: patient.unwrap_or_else(|| made_from(record)),
    };
    let sections = composition::sections(&report);
    let mut entries = vec![
        report.entry(
            "composition",
            "",
            composition::composition(&report, &sections),
        ),
        report.entry("patient", "", people::patient(&report)),
    ];
    entries.extend(people::helper(&report).map(|helper| report.entry("helper", "", helper)));
    entries.push(report.entry("device", "", people::device()));
    entries.push(report.entry("questionnaire", "", questionnaire::questionnaire(t)));
    entries.extend(sections.into_iter().flat_map(|section| section.entries));
    entries.push(report.entry("provenance", "", people::provenance(&report)));
    let entries: Vec<Value> = entries.into_iter().map(Entry::whole).collect();
    // The same content has the same identifier, another content another one.
    let content = Value::from(entries.clone()).to_string();
    json!({
        "resourceType": "Bundle",
        "type": "document",
        "identifier": { "system": "urn:ietf:rfc:3986", "value": address(&digest::uuid(&[&content])) },
        "timestamp": report.instant(),
        "entry": entries,
    })
}

/// A person for whom no id was made yet, as on the command line: the same record gives the same one.
fn made_from(record: &Record) -> PatientId {
    let answers = format!("{:?}", record.response.answers);
    let entries = record.entries.iter().map(|entry| entry.id.as_str());
    let entries: Vec<&str> = entries.collect();
    PatientId(digest::uuid(&[&answers, &entries.join(" ")]))
}

impl Report<'_> {
    /// The id of a thing of this person: the same in every report. Two things of a kind have different names.
    fn id(&self, kind: &str, name: &str) -> String {
        match kind {
            "patient" => self.patient.as_str().to_owned(),
            // The questions are the same for everybody.
            "questionnaire" => digest::uuid(&[QUESTIONNAIRE, VERSION]),
            _ => digest::uuid(&[self.patient.as_str(), kind, name]),
        }
    }

    fn reference(&self, kind: &str) -> Value {
        json!({ "reference": address(&self.id(kind, "")) })
    }

    fn entry(&self, kind: &str, name: &str, resource: Value) -> Entry {
        Entry {
            id: self.id(kind, name),
            resource,
        }
    }

    /// Things that have no name of their own go by what they are called; of two that are called the same each has a number.
    fn named_entries(&self, kind: &str, named: Vec<(String, Value)>) -> Vec<Entry> {
        let mut seen: Vec<String> = Vec::new();
        let mut entries = Vec::new();
        for (name, resource) in named {
            let before = seen.iter().filter(|other| **other == name).count();
            let numbered = match before {
                0 => name.clone(),
                _ => format!("{name}\n{before}"),
            };
            seen.push(name);
            entries.push(self.entry(kind, &numbered, resource));
        }
        entries
    }

    /// The day of the report; its time of day is not known.
    fn instant(&self) -> String {
        format!("{}T00:00:00Z", self.record.date)
    }
}

/// A text as FHIR allows it: never empty, no control characters but those that break lines, and no other space than that of
/// the keyboard. None when nothing is left.
fn plain_text(text: &str) -> Option<String> {
    let is_break = |letter: char| matches!(letter, '\n' | '\r' | '\t');
    let allowed = text.chars().filter_map(|letter| match letter {
        letter if is_break(letter) => Some(letter),
        letter if letter.is_control() => None,
        letter if letter.is_whitespace() => Some(' '),
        '\u{feff}' => None,
        letter => Some(letter),
    });
    let text: String = allowed.collect();
    let text = text.trim();
    (!text.is_empty()).then(|| text.to_owned())
}

/// A concept that only has words.
fn text_concept(text: &str) -> Option<Value> {
    Some(json!({ "text": plain_text(text)? }))
}

/// A concept of our own, with the words that the person read.
fn own_concept(code: &str, text: &str) -> Value {
    json!({ "coding": [{ "system": OWN, "code": code, "display": text }], "text": text })
}

/// Notes of which at least one says something.
fn notes(texts: impl IntoIterator<Item = String>) -> Option<Value> {
    let texts = texts.into_iter().filter_map(|text| plain_text(&text));
    let notes: Vec<Value> = texts.map(|text| json!({ "text": text })).collect();
    (!notes.is_empty()).then(|| notes.into())
}
