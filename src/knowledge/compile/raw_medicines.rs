//! Owns the shape of the files about what people type: `substances.toml`, `medicines.toml`, `pairs.toml`, `illnesses.toml`.
//! May use: serde. Must not: know what the values mean.

use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Substance {
    pub id: String,
    pub kind: Option<String>,
    #[serde(default)]
    pub words: Vec<String>,
    pub days: Option<String>,
    pub names: Vec<String>,
    #[serde(default)]
    pub brands: Vec<String>,
    #[serde(default)]
    pub endings: Vec<String>,
    pub one_mg: Option<[f64; 2]>,
    pub day_max_mg: Option<f64>,
    pub pack_max_mg: Option<f64>,
    pub mme: Option<f64>,
    pub mme_patch: Option<f64>,
    pub low_mg: Option<f64>,
    pub low_word: Option<String>,
    #[serde(default)]
    pub through_skin: bool,
    pub src: Vec<String>,
}

/// A pack that holds several substances.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mix {
    pub names: Vec<String>,
    pub parts: Vec<String>,
    pub days: Option<String>,
    pub src: Vec<String>,
}

/// Names without anything else: of forms, and of medicines that are none of ours.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OnlyNames {
    pub names: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MedicineKind {
    pub id: String,
    pub name: String,
    pub hint: Option<String>,
    pub notice: u8,
    pub limit: u8,
    pub src: Vec<String>,
}

/// What people call an illness, and the words of `conditions` that it may count as.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Illness {
    pub is: Vec<String>,
    pub names: Vec<String>,
}

/// What a word of `current_meds` is called in a sentence.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MedicineClass {
    pub word: String,
    pub name: String,
    #[serde(default)]
    pub also: Vec<String>,
}

/// Medicines that can harm together.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pair {
    pub id: String,
    pub one: Vec<String>,
    #[serde(default)]
    pub other: Vec<String>,
    #[serde(default)]
    pub third: Vec<String>,
    pub when: Option<String>,
    pub say: String,
    pub urgency: String,
    pub src: Vec<String>,
}
