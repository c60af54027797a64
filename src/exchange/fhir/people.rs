//! Owns who it is about, who told it, and what made the report.
//! May use: domain. Must not: name or date a person who did not ask for it.

use serde_json::{Value, json};

use super::{Report, address, plain_text};
use crate::domain::date::NaiveDate;
use crate::domain::handout::FilledIn;
use crate::knowledge::VERSION;

/// What the person wants known of who they are. Nothing, unless they say so.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Identity {
    /// The name that they wrote for the pages.
    pub name: bool,
    /// Told for this report alone.
    pub birth_date: Option<NaiveDate>,
}

pub(super) fn patient(report: &Report) -> Value {
    let mut patient = json!({
        "resourceType": "Patient",
        "identifier": [{
            "system": "urn:ietf:rfc:3986",
            "value": address(report.patient.as_str()),
        }],
    });
    let name = report.record.handout.name.as_deref().and_then(plain_text);
    if let Some(name) = name.filter(|_| report.options.identity.name) {
        patient["name"] = json!([{ "text": name }]);
    }
    if let Some(born) = report.options.identity.birth_date {
        patient["birthDate"] = born.to_string().into();
    }
    patient
}

/// Whoever helped, or gave the answers for the person.
pub(super) fn helper(report: &Report) -> Option<Value> {
    let called = match &report.record.handout.filled_in {
        FilledIn::WithHelp(name) | FilledIn::ByHelper(name) => name,
        FilledIn::NotSaid | FilledIn::ByPatient => return None,
    };
    let mut helper =
        json!({ "resourceType": "RelatedPerson", "patient": report.reference("patient") });
    if let Some(name) = plain_text(called) {
        helper["name"] = json!([{ "text": name }]);
    }
    Some(helper)
}

impl Report<'_> {
    /// Who gave the answers. Where nobody said, the person whose device it is.
    pub(super) fn source(&self) -> Value {
        match self.record.handout.filled_in {
            FilledIn::ByHelper(_) => self.reference("helper"),
            _ => self.reference("patient"),
        }
    }

    /// Who wrote them down.
    pub(super) fn writer(&self) -> Value {
        match self.record.handout.filled_in {
            FilledIn::WithHelp(_) | FilledIn::ByHelper(_) => self.reference("helper"),
            _ => self.reference("patient"),
        }
    }

    /// Whose report it is.
    pub(super) fn authors(&self) -> Vec<Value> {
        match self.record.handout.filled_in {
            FilledIn::WithHelp(_) => vec![self.reference("patient"), self.reference("helper")],
            _ => vec![self.source()],
        }
    }

    /// Who kept the diary: not known when somebody else gave the answers.
    pub(super) fn diarist(&self) -> Option<Value> {
        match self.record.handout.filled_in {
            FilledIn::ByHelper(_) => None,
            _ => Some(self.reference("patient")),
        }
    }
}

pub(super) fn device() -> Value {
    json!({
        "resourceType": "Device",
        "deviceName": [{ "name": "Tailored", "type": "user-friendly-name" }],
        "version": [{ "value": env!("CARGO_PKG_VERSION") }, { "value": VERSION }],
    })
}

pub(super) fn provenance(report: &Report) -> Value {
    let mut agents: Vec<Value> = report
        .authors()
        .into_iter()
        .map(|who| json!({ "who": who }))
        .collect();
    agents.push(
        json!({ "who": report.reference("device"), "onBehalfOf": report.reference("patient") }),
    );
    json!({
        "resourceType": "Provenance",
        "target": [report.reference("composition")],
        "recorded": report.instant(),
        "agent": agents,
    })
}
