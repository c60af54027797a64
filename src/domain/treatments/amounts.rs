//! Owns the daily totals of a list of medicines: paracetamol, anti-inflammatory medicines, and the opioid dose band.
//! May use: records, `substances.toml`. Must not: advice, wording.
//!
//! Totals are worked out for the most that is used in one day, from the strength of one tablet (or patch) and the number
//! a day. What cannot be read is not guessed: the total then says that it is incomplete.

use crate::domain::questionnaire::check::read_number;
use crate::domain::questionnaire::model::Medicine;
use crate::knowledge::{MIXES, SUBSTANCES, Substance, SubstanceKind};

/// Most milligrams that one tablet, or micrograms an hour that one patch, can have.
pub const MAX_STRENGTH: f64 = 5000.0;
/// Most tablets, drops or patches that anybody uses in one day.
pub const MAX_A_DAY: f64 = 60.0;

/// The daily total of one substance.
#[derive(Debug, Clone, PartialEq)]
pub struct Total {
    pub substance: &'static Substance,
    /// Milligrams a day of those entries that state a strength and a number.
    pub mg: f64,
    /// How many entries hold the substance, and how many of them state both.
    pub entries: usize,
    pub counted: usize,
}

impl Total {
    /// Every entry with the substance is in the total.
    pub fn is_complete(&self) -> bool {
        self.counted == self.entries
    }

    /// The total is above what a label allows an ordinary adult. An incomplete total may be, too.
    pub fn is_above_label(&self) -> bool {
        self.substance.day_max_mg.is_some_and(|most| self.mg > most)
    }
}

/// The dose of all opioids together, in milligrams of oral morphine a day (factors: CDC guideline 2022).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OpioidBand {
    None,
    Under50,
    Over50,
    Over90,
    /// An opioid is in use, and its dose cannot be worked out.
    Unknown,
}

impl OpioidBand {
    /// The word of the fact `opioid_mme_band`.
    pub fn word(self) -> &'static str {
        match self {
            OpioidBand::None => "none",
            OpioidBand::Under50 => "under_50",
            OpioidBand::Over50 => "over_50",
            OpioidBand::Over90 => "over_90",
            OpioidBand::Unknown => "unknown",
        }
    }
}

/// From 50 and from 90 milligrams of oral morphine a day a prescriber looks again (CDC guideline 2022, from knowledge).
const BANDS: (f64, f64) = (50.0, 90.0);

/// The totals of paracetamol and of each anti-inflammatory medicine in the list, in the order of `substances.toml`.
pub fn totals(list: &[Medicine]) -> Vec<Total> {
    let mut totals: Vec<Total> = Vec::new();
    for substance in SUBSTANCES
        .iter()
        .filter(|substance| substance.kind != SubstanceKind::Opioid)
    {
        let mut total = Total {
            substance,
            mg: 0.0,
            entries: 0,
            counted: 0,
        };
        for mg in list
            .iter()
            .filter_map(|medicine| milligrams(medicine, substance))
        {
            total.entries += 1;
            if let Some(mg) = mg {
                total.counted += 1;
                total.mg += mg;
            }
        }
        if total.entries > 0 {
            totals.push(total);
        }
    }
    totals
}

/// The dose band. `uses_opioid` is what the person ticked among the kinds of medicine; unknown when they did not say.
/// Nothing when nobody said anything about opioids.
pub fn opioid_band(list: &[Medicine], uses_opioid: Option<bool>) -> Option<OpioidBand> {
    let doses: Vec<Option<f64>> = SUBSTANCES
        .iter()
        .filter(|substance| substance.kind == SubstanceKind::Opioid)
        .flat_map(|substance| {
            list.iter().filter_map(|medicine| {
                Some(morphine(
                    substance,
                    medicine,
                    milligrams(medicine, substance)?,
                ))
            })
        })
        .collect();
    if doses.is_empty() {
        return uses_opioid.map(|uses| match uses {
            true => OpioidBand::Unknown,
            false => OpioidBand::None,
        });
    }
    let known: f64 = doses.iter().flatten().sum();
    Some(if known >= BANDS.1 {
        OpioidBand::Over90
    } else if doses.iter().any(Option::is_none) {
        // What is known is a lower limit only.
        match known >= BANDS.0 {
            true => OpioidBand::Over50,
            false => OpioidBand::Unknown,
        }
    } else if known >= BANDS.0 {
        OpioidBand::Over50
    } else {
        OpioidBand::Under50
    })
}

/// The substances that a medicine holds by its name.
pub fn substances_of(medicine: &Medicine) -> Vec<&'static Substance> {
    let name = medicine.name.to_lowercase();
    let is_named = |names: &[&str]| names.iter().any(|known| has_word(&name, known));
    let of_mixes = MIXES
        .iter()
        .filter(|mix| is_named(mix.names))
        .flat_map(|mix| mix.parts.iter().copied());
    let mut found: Vec<&'static Substance> = of_mixes.collect();
    for substance in SUBSTANCES.iter().filter(|known| is_named(known.names)) {
        if !found.contains(&substance) {
            found.push(substance);
        }
    }
    found
}

/// Milligrams (of a patch: micrograms an hour) of one substance a day. The outer none: the medicine does not hold it.
/// The inner none: it cannot be worked out.
fn milligrams(medicine: &Medicine, substance: &Substance) -> Option<Option<f64>> {
    let parts = substances_of(medicine);
    let place = parts.iter().position(|part| *part == substance)?;
    // A mix prints one strength for each of its parts; the "/" of "25 µg/h" separates nothing.
    let strengths: Vec<&str> = match parts.len() {
        1 => vec![medicine.strength.as_str()],
        _ => medicine.strength.split(['/', '+']).collect(),
    };
    let strength = (strengths.len() == parts.len())
        .then(|| number(strengths[place], MAX_STRENGTH))
        .flatten();
    let a_day = number(&medicine.a_day, MAX_A_DAY);
    Some(
        strength
            .zip(a_day)
            .map(|(strength, a_day)| strength * a_day),
    )
}

/// A number with or without its unit: "400 mg".
fn number(typed: &str, most: f64) -> Option<f64> {
    let figures = typed
        .trim()
        .trim_end_matches(|character: char| character.is_alphabetic() || "µ/ ".contains(character));
    read_number(figures, 0.0, most).ok().flatten()
}

/// The amount as milligrams of oral morphine a day.
fn morphine(substance: &Substance, medicine: &Medicine, amount: Option<f64>) -> Option<f64> {
    let amount = amount?;
    match (substance.mme, substance.mme_patch) {
        (Some(factor), _) => Some(amount * factor),
        // Micrograms an hour, whatever number of days one patch stays on: the dose is that of the patches worn at a time.
        (None, Some(factor)) if is_patch(medicine) => Some(amount * factor),
        _ => None,
    }
}

fn is_patch(medicine: &Medicine) -> bool {
    let text = format!("{} {} {}", medicine.name, medicine.dose, medicine.strength).to_lowercase();
    ["patch", "plaster", "/h", "mcg", "µg"]
        .iter()
        .any(|sign| text.contains(sign))
}

/// Whether a name stands in a text as a word of its own: "codeine" is not in "dihydrocodeine".
fn has_word(text: &str, name: &str) -> bool {
    let is_edge = |character: Option<char>| character.is_none_or(|c| !c.is_alphanumeric());
    text.match_indices(name).any(|(start, found)| {
        is_edge(text[..start].chars().next_back())
            && is_edge(text[start + found.len()..].chars().next())
    })
}
