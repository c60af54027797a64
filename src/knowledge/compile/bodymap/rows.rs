//! Owns how the rows of `bodyregions.toml`, `bodymap.toml` and `plan_rules.toml` are read.
//! May use: serde. Must not: checks.

use serde::Deserialize;

#[derive(Deserialize)]
pub struct Register {
    pub region: Vec<RegisteredRegion>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RegisteredRegion {
    pub id: String,
    pub view: String,
    pub side: String,
    pub name: String,
    pub group: String,
    pub x: f64,
    pub y: f64,
    pub neighbours: Vec<String>,
    pub across: Option<String>,
    // Which regions have a close-up can be told from `part_of` of the close-up.
    #[serde(rename = "closeup")]
    pub _closeup: Option<String>,
    pub badge_view: Option<String>,
    #[serde(default)]
    pub drawn_in: Vec<String>,
    #[serde(default)]
    pub part_of: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Meaning {
    pub widespread: WidespreadRow,
    pub area: Vec<AreaRow>,
    pub part: Vec<PartRow>,
    pub limb: Vec<LimbRow>,
    pub words: WordsRow,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WidespreadRow {
    pub regions: u8,
    pub areas: u8,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AreaRow {
    pub id: String,
    pub sides: bool,
    pub region: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PartRow {
    pub name: String,
    pub sided: Option<String>,
    pub both: Option<String>,
    pub regions: Vec<String>,
    pub site: String,
    #[serde(default)]
    pub also: Vec<String>,
    pub wpi: Option<String>,
    pub limb: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LimbRow {
    pub id: String,
    pub upper: String,
    pub lower: String,
    pub end: Vec<String>,
    pub name: String,
    pub both: String,
    pub name_to_end: String,
    pub both_to_end: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WordsRow {
    pub left: String,
    pub right: String,
    pub both_sides: String,
    pub and: String,
    pub head_close_up: String,
}

#[derive(Deserialize)]
pub struct Rules {
    pub fact: Vec<FactRow>,
}

#[derive(Deserialize)]
pub struct FactRow {
    pub name: String,
    pub values: Option<String>,
}
