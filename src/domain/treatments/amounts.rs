//! Owns the daily totals of a list of medicines: paracetamol, anti-inflammatory medicines, and the opioid dose band.
//! May use: records, the reading of medicines. Must not: advice, wording.
//!
//! Totals are worked out for the most that is used in one day, from the strength of one tablet (or patch) and the number
//! a day. What cannot be read is not guessed: the total then says that it is incomplete.

use crate::domain::medicines::not_taken::{self, Told};
use crate::domain::medicines::sums::{Sum, sums};
use crate::domain::medicines::typed::{self, Content, Gap, Typed};
use crate::domain::questionnaire::check::read_number;
use crate::domain::questionnaire::model::Medicine;
use crate::knowledge::SubstanceKind;

/// Most milligrams that one tablet, or micrograms an hour that one patch, can have.
pub const MAX_STRENGTH: f64 = 5000.0;
/// Most tablets, drops or patches that anybody uses in one day.
pub const MAX_A_DAY: f64 = 60.0;

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

/// What is understood of each medicine of the list: its strength and the most that is used of it in one day.
///
/// Where the field for the number is empty, the note about dose and rhythm counts when all of it is understood.
pub fn read(medicine: &Medicine) -> Vec<Typed> {
    let strength = medicine.strength.trim();
    // The field asks for milligrams.
    let unit = match strength.is_empty() || strength.chars().any(char::is_alphabetic) {
        true => "",
        false => " mg",
    };
    let name = format!("{} {strength}{unit}", medicine.name);
    if medicine.a_day.trim().is_empty() && medicine.dose.chars().any(char::is_numeric) {
        let by_note = typed::read(&name, &medicine.dose);
        let mut contents = by_note.iter().flat_map(|typed| &typed.contents).peekable();
        let is_understood = |content: &Content| matches!(content.gap, None | Some(Gap::AtLeast(_)));
        if contents.peek().is_some() && contents.all(is_understood) {
            return by_note;
        }
    }
    typed::read(&name, &medicine.a_day)
}

/// What is understood of a list. "I never take ibuprofen" and "not taken" name no medicine in use.
pub fn in_use(list: &[Medicine]) -> Vec<Typed> {
    list.iter().filter(is_used).flat_map(read).collect()
}

fn is_used(medicine: &&Medicine) -> bool {
    not_taken::told(&medicine.name, &medicine.a_day) != Told::NotTaken
}

/// The totals of paracetamol and of each anti-inflammatory medicine in the list, in the order of `substances.toml`.
pub fn totals(list: &[Medicine]) -> Vec<Sum> {
    sums(&in_use(list))
}

/// The dose band. `uses_opioid` is what the person ticked among the kinds of medicine; unknown when they did not say.
/// Nothing when nobody said anything about opioids.
pub fn opioid_band(list: &[Medicine], uses_opioid: Option<bool>) -> Option<OpioidBand> {
    let doses: Vec<Option<f64>> = list
        .iter()
        .filter(is_used)
        .flat_map(|medicine| {
            read(medicine)
                .into_iter()
                .map(move |typed| (medicine, typed))
        })
        .flat_map(|(medicine, typed)| {
            let opioids = typed
                .contents
                .into_iter()
                .filter(|content| content.substance.kind == SubstanceKind::Opioid);
            opioids.map(move |content| morphine(medicine, &content))
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

/// A number with or without its unit: "400 mg".
fn number(typed: &str, most: f64) -> Option<f64> {
    let figures = typed
        .trim()
        .trim_end_matches(|character: char| character.is_alphabetic() || "µ/ ".contains(character));
    read_number(figures, 0.0, most).ok().flatten()
}

/// The amount as milligrams of oral morphine a day, by the highest sensible reading.
fn morphine(medicine: &Medicine, content: &Content) -> Option<f64> {
    let substance = content.substance;
    match (substance.mme, substance.mme_patch) {
        (Some(factor), _) if content.gap.is_none() => Some(content.mg.most * factor),
        // Micrograms an hour, whatever number of days one patch stays on: the dose is that of the patches worn at a time.
        (None, Some(factor)) if is_patch(medicine) => {
            let an_hour = number(&medicine.strength, MAX_STRENGTH)?;
            Some(an_hour * number(&medicine.a_day, MAX_A_DAY)? * factor)
        }
        _ => None,
    }
}

fn is_patch(medicine: &Medicine) -> bool {
    let text = format!("{} {} {}", medicine.name, medicine.dose, medicine.strength).to_lowercase();
    ["patch", "plaster", "/h", "mcg", "µg"]
        .iter()
        .any(|sign| text.contains(sign))
}
