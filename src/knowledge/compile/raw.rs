//! Owns the shape of the TOML files as people write them; an unknown key is an error.
//! May use: serde. Must not: know what the values mean.

use serde::Deserialize;
use serde::de::IgnoredAny;
use std::collections::BTreeMap;

#[path = "raw_medicines.rs"]
mod medicines;

pub use medicines::*;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlanMeta {
    pub version: String,
    pub max_first: u8,
    pub max_best: u8,
    pub max_best_domain: u8,
    pub max_domain: u8,
    pub best_procedure: u8,
    pub shown_caution: u8,
    pub max_usually_not: u8,
    pub max_person: u8,
    pub goal_points: u8,
    pub goals_points: u8,
    pub wish_points: u8,
    pub helped_points: u8,
    pub caution_points: u8,
    pub extra_points: u8,
    pub regions_that_change_rules: Vec<String>,
    pub domains: Vec<String>,
    pub domain_names: BTreeMap<String, String>,
    pub goal_names: BTreeMap<String, String>,
    pub wish_names: BTreeMap<String, String>,
    pub minus_names: BTreeMap<String, String>,
    pub using: BTreeMap<String, Vec<String>>,
}

/// A word that says what a rule is about.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fit {
    pub id: String,
    pub points: u8,
    pub say: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fact {
    pub name: String,
    #[serde(rename = "type")]
    pub kind: String,
    pub values: String,
    #[serde(rename = "q")]
    _asked_by: String,
    #[serde(rename = "note")]
    _note: Option<IgnoredAny>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Derived {
    pub name: String,
    #[serde(rename = "type")]
    pub kind: String,
    pub is: String,
    #[serde(default)]
    pub special: bool,
    pub src: Vec<String>,
    #[serde(rename = "note")]
    _note: Option<IgnoredAny>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scope {
    pub id: String,
    pub when: String,
    pub say: String,
    pub keep: Vec<String>,
    pub stage: Option<u8>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    pub id: String,
    pub when: String,
    pub therapy: String,
    pub strength: String,
    pub step: u8,
    pub why: String,
    pub why_short: Option<String>,
    #[serde(default)]
    pub own: bool,
    #[serde(default)]
    pub first: bool,
    #[serde(default)]
    pub footer: bool,
    #[serde(default)]
    pub last: bool,
    pub fits: Vec<String>,
    pub from_week: Option<u8>,
    pub src: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Avoid {
    pub id: String,
    pub when: String,
    pub therapies: Vec<String>,
    pub strength: String,
    pub why: String,
    #[serde(default)]
    pub common: bool,
    pub from_week: Option<u8>,
    pub src: Vec<String>,
    #[serde(rename = "note")]
    _note: Option<IgnoredAny>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Caution {
    pub id: String,
    pub applies: Vec<String>,
    pub when: String,
    pub level: String,
    pub say: String,
    pub ask_id: String,
    pub ask: String,
    pub src: Vec<String>,
}

/// A row of `[[clash]]`, `[[together]]` or `[[order]]`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Combination {
    pub id: String,
    #[serde(default)]
    pub one: Vec<String>,
    #[serde(default)]
    pub other: Vec<String>,
    #[serde(default)]
    pub cautions: Vec<String>,
    pub now: Option<String>,
    pub when: Option<String>,
    pub text: String,
    pub src: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Judge {
    pub therapies: Vec<String>,
    pub weeks: Option<[u8; 2]>,
    pub measures: Vec<String>,
    pub text: String,
    pub src: Vec<String>,
}

/// What the page of one option says.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Explained {
    pub brief: Option<String>,
    pub done: Option<String>,
    pub studies: String,
    pub risks: String,
    pub who: String,
    pub differ: Option<String>,
}

/// What the facts are called in words.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Names {
    pub facts: BTreeMap<String, String>,
    pub derived: BTreeMap<String, String>,
    /// By `fact.word`.
    pub words: BTreeMap<String, String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SignsMeta {
    #[serde(rename = "new_window_days")]
    pub new_window_days: u8,
    pub groups: Vec<String>,
    pub ask_when: BTreeMap<String, String>,
    pub opens: BTreeMap<String, Vec<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Flag {
    pub id: String,
    pub g: String,
    pub ans: Option<String>,
    pub q: Vec<Vec<String>>,
    pub cls_q: Option<Vec<String>>,
    pub when: String,
    pub cls: String,
    pub cls_old: String,
    pub cls_unsure: Option<String>,
    pub say: String,
    pub suspect: String,
    pub src: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Numbers {
    pub region: String,
    pub label: Option<String>,
    pub emergency: String,
    pub non_emergency: String,
    pub crisis: String,
    pub poison: String,
    pub src: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Therapy {
    pub id: String,
    pub name: String,
    pub group: String,
    pub slot: Option<String>,
    #[serde(default)]
    pub ask_only: bool,
    pub step: u8,
    pub types: Vec<String>,
    #[serde(rename = "for")]
    pub uses: Vec<String>,
    pub evidence: String,
    pub position: String,
    pub plain: String,
    pub cautions: String,
    pub ask: Vec<String>,
    pub monitor: String,
    pub domain: String,
    pub helps: Vec<String>,
    pub way: Vec<String>,
    pub src: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SignLines {
    pub in_full: Vec<String>,
    pub feel: Vec<Feel>,
    pub lines: BTreeMap<String, String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Feel {
    pub name: String,
    pub signs: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Trial {
    pub id: String,
    pub names: Vec<String>,
    pub weeks: Option<u16>,
    pub sessions: Option<u16>,
    #[serde(default)]
    pub doses: Vec<TrialDose>,
    #[serde(default)]
    pub src: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TrialDose {
    pub name: String,
    pub mg: f64,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    pub cite: String,
    pub status: String,
    pub address: Option<String>,
    #[serde(rename = "note")]
    _note: Option<IgnoredAny>,
}

/// A published instrument: only its id and its sources are checked here.
#[derive(Deserialize)]
pub struct Instrument {
    pub id: String,
    pub src: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OwnCheck {
    pub id: String,
    pub name: String,
    pub honest: String,
    pub based_on: String,
    pub facts: Vec<String>,
    pub seconds: u16,
    pub questions: Vec<String>,
    pub answers: String,
    pub result: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Part {
    pub id: String,
    pub name: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Item {
    pub id: String,
    pub part: String,
    pub kind: String,
    pub ask: String,
    pub hint: Option<String>,
    pub when: Option<String>,
    pub fact: Option<String>,
    pub sum: Option<String>,
    pub min: Option<f64>,
    pub max: Option<f64>,
    pub unit: Option<String>,
    pub ends: Option<[String; 2]>,
    #[serde(default)]
    pub step_names: Vec<String>,
    pub none: Option<String>,
    #[serde(default)]
    pub options: Vec<ItemOption>,
    pub own: Option<String>,
    #[serde(default)]
    pub scored: Vec<String>,
    pub unless: Option<Unless>,
    pub if_several: Option<String>,
    pub at_least: Option<String>,
    pub at_most: Option<String>,
    #[serde(default)]
    pub neither: bool,
    pub most: Option<u8>,
    #[serde(default)]
    pub again: bool,
    #[serde(default)]
    pub extra: bool,
    #[serde(default)]
    pub quick: bool,
    pub page: Option<String>,
    #[serde(default)]
    pub sensitive: bool,
    pub seconds: Option<u16>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Unless {
    pub item: String,
    pub answers: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ItemOption {
    pub id: String,
    pub label: String,
    pub hint: Option<String>,
    pub fact: Option<String>,
    pub group: Option<String>,
    #[serde(default)]
    pub covers: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DiaryField {
    pub id: String,
    pub level: String,
    pub ask: String,
    #[serde(rename = "type")]
    pub kind: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DiarySummary {
    pub id: String,
    pub is: String,
    pub need: String,
    pub src: Vec<String>,
}

/// A source that only the numbers cite.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NumberSource {
    pub id: String,
    pub cite: String,
    pub status: String,
    pub address: Option<String>,
}

impl From<NumberSource> for Source {
    fn from(source: NumberSource) -> Self {
        Self {
            cite: source.cite,
            status: source.status,
            address: source.address,
            _note: None,
        }
    }
}
