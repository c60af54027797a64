//! Owns the shape of `numbers.toml` and `populations.toml` as people write them; an unknown key is an error.
//! May use: serde. Must not: know what the values mean.

use serde::Deserialize;
use serde::de::IgnoredAny;

/// Of 100 people with and without an option; what the fields mean stands in the header of `numbers.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HonestNumber {
    pub therapy: String,
    #[serde(rename = "for")]
    pub people_studied: String,
    pub when: String,
    pub outcome: String,
    pub kind: Option<String>,
    pub with: Option<u8>,
    pub without: Option<u8>,
    pub difference: Option<f64>,
    pub scale: Option<String>,
    pub change_with: Option<f64>,
    pub change_without: Option<f64>,
    pub versus: String,
    pub weeks: u16,
    pub counted: Option<String>,
    pub people: Option<u32>,
    /// "attacks", where these were counted and not people.
    pub unit: Option<String>,
    pub sure: String,
    pub harms: Vec<Harm>,
    pub harm_src: Option<String>,
    pub src: String,
    pub seen: bool,
    #[serde(rename = "note")]
    _note: Option<IgnoredAny>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Harm {
    pub what: String,
    pub with: Option<u8>,
    pub without: Option<u8>,
    pub more: Option<u8>,
}

/// Which people the numbers are about, as a condition.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Population {
    pub id: String,
    pub therapies: Option<Vec<String>>,
    pub when: String,
}
