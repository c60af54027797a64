//! Owns the report for health records: a FHIR R4 document with everything in it that the receiver needs.
//! May use: domain, knowledge, i18n, serde_json. Must not: codes that `terminology.toml` does not mark as seen (S).
//!
//! Choices of `terminology.md`, section 4. No diagnosis is stated: no Condition, Flag or DetectedIssue, and the plan is a
//! proposal. Places are text only: whether SNOMED CT codes may be passed on is not settled.
//! Answers about self-harm, safety at home and substances stay out unless they are asked for.

mod conditions;
mod observations;
mod proposals;
mod questionnaire;

use serde_json::{Value, json};

use super::{ExportFile, Record, digest, plain};
use crate::i18n::Messages;
use crate::knowledge::VERSION;

const LOINC: &str = "http://loinc.org";
/// Our own questions and counts; LOINC codes for named instruments would claim their exact wording.
const OWN: &str = "urn:tailored:own-checks";
const QUESTIONNAIRE: &str = "urn:tailored:questionnaire";

/// What goes in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct FhirOptions {
    /// The name that the person wrote for the hand-out.
    pub name: bool,
    /// Answers about self-harm, safety at home and substances.
    pub private: bool,
}

/// What every resource is made from.
struct Report<'a> {
    record: &'a Record<'a>,
    options: FhirOptions,
    t: &'static Messages,
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
    let report = Report { record, options, t };
    let contents = [
        report.entry("questionnaire", questionnaire::questionnaire()),
        report.entry("answers", questionnaire::response(&report)),
    ];
    let ratings = report.entries("rating", observations::ratings(&report));
    let medicines = report.entries("medicine", proposals::medicines(&report));
    let goals = report.entries("goal", proposals::goal(&report).into_iter().collect());
    let plan = report.entries("plan", proposals::care_plan(&report).into_iter().collect());
    let composition = report.composition(&[
        (t.exchange.archive_answers, &contents[1..]),
        (t.exchange.archive_diary, &ratings),
        (t.exchange.medicines, &medicines),
        (t.my_goal, &goals),
        (t.exchange.points_to_discuss, &plan),
    ]);
    let mut entries = vec![
        report.entry("composition", composition),
        report.entry("patient", report.patient()),
        report.entry("device", device()),
    ];
    entries.extend(contents);
    entries.extend([ratings, medicines, goals, plan].concat());
    entries.push(report.entry("provenance", report.provenance()));
    // The same content has the same identifier, another content another one.
    let content = Value::from(entries.clone()).to_string();
    json!({
        "resourceType": "Bundle",
        "type": "document",
        "identifier": { "system": "urn:ietf:rfc:3986", "value": format!("urn:uuid:{}", digest::uuid(&[&content])) },
        "timestamp": report.instant(),
        "entry": entries,
    })
}

impl Report<'_> {
    /// Where a resource of this report is found.
    fn address(&self, name: &str) -> String {
        format!(
            "urn:uuid:{}",
            digest::uuid(&[&self.record.date.to_string(), name])
        )
    }

    fn reference(&self, name: &str) -> Value {
        json!({ "reference": self.address(name) })
    }

    fn entry(&self, name: &str, resource: Value) -> Value {
        json!({ "fullUrl": self.address(name), "resource": resource })
    }

    fn entries(&self, name: &str, resources: Vec<Value>) -> Vec<Value> {
        let numbered = resources.into_iter().enumerate();
        numbered
            .map(|(place, resource)| self.entry(&format!("{name} {place}"), resource))
            .collect()
    }

    /// The day of the report; its time of day is not known.
    fn instant(&self) -> String {
        format!("{}T00:00:00Z", self.record.date)
    }

    fn patient(&self) -> Value {
        let name = self.record.handout.name.as_deref().and_then(plain_text);
        match name.filter(|_| self.options.name) {
            Some(name) => json!({ "resourceType": "Patient", "name": [{ "text": name }] }),
            None => json!({ "resourceType": "Patient" }),
        }
    }

    fn composition(&self, sections: &[(&str, &[Value])]) -> Value {
        let words = self.t.exchange;
        let about = [
            words.self_reported,
            &plain::summary(&self.record.handout, self.t),
            &(self.t.rules_version)(VERSION),
            words.loinc_notice,
        ];
        let mut all = vec![json!({ "title": self.t.in_short, "text": narrative(&about) })];
        for (title, entries) in sections.iter().filter(|(_, entries)| !entries.is_empty()) {
            let references: Vec<Value> = entries
                .iter()
                .map(|entry| json!({ "reference": entry["fullUrl"] }))
                .collect();
            all.push(json!({ "title": title, "text": narrative(&[title]), "entry": references }));
        }
        json!({
            "resourceType": "Composition",
            "status": "final",
            "type": { "coding": [{ "system": LOINC, "code": "51855-5", "display": "Patient Note" }] },
            "subject": self.reference("patient"),
            "date": self.record.date.to_string(),
            "author": [self.reference("patient")],
            "title": words.report_title,
            "section": all,
        })
    }

    fn provenance(&self) -> Value {
        json!({
            "resourceType": "Provenance",
            "target": [self.reference("composition")],
            "recorded": self.instant(),
            "agent": [
                { "who": self.reference("patient") },
                { "who": self.reference("device"), "onBehalfOf": self.reference("patient") },
            ],
        })
    }
}

fn device() -> Value {
    json!({
        "resourceType": "Device",
        "deviceName": [{ "name": "Tailored", "type": "user-friendly-name" }],
        "version": [{ "value": env!("CARGO_PKG_VERSION") }, { "value": VERSION }],
    })
}

/// A narrative that can be read without the app.
fn narrative(paragraphs: &[&str]) -> Value {
    let paragraphs: String = paragraphs
        .iter()
        .filter_map(|text| plain_text(text))
        .map(|text| format!("<p>{}</p>", escaped(&text)))
        .collect();
    json!({
        "status": "generated",
        "div": format!("<div xmlns=\"http://www.w3.org/1999/xhtml\">{paragraphs}</div>"),
    })
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}

/// A text as FHIR allows it: never empty, no control characters but those that break lines. None when nothing is left.
fn plain_text(text: &str) -> Option<String> {
    let is_allowed = |letter: &char| !letter.is_control() || matches!(letter, '\n' | '\r' | '\t');
    let text: String = text.chars().filter(is_allowed).collect();
    let text = text.trim();
    (!text.is_empty()).then(|| text.to_owned())
}

/// A concept that only has words.
fn text_concept(text: &str) -> Option<Value> {
    Some(json!({ "text": plain_text(text)? }))
}
