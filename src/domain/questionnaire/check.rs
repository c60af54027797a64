//! Owns the plausibility of answers. It yields problems; it never refuses to keep what was typed.
//! May use: model, the item tables. Must not: wording, rules.

use crate::knowledge::Item;

/// What is odd about a typed number.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum NumberProblem {
    /// Not a number.
    NotANumber,
    /// Outside what is possible, with the lowest and highest possible number.
    OutOfRange { min: f64, max: f64 },
}

/// Reads a number as people type it: with a comma or a point, with spaces around it.
/// Nothing typed is no problem and no number.
pub fn read_number(typed: &str, min: f64, max: f64) -> Result<Option<f64>, NumberProblem> {
    let text = typed.trim().replace(',', ".");
    if text.is_empty() {
        return Ok(None);
    }
    let plain = text
        .chars()
        .all(|character| character.is_ascii_digit() || character == '.');
    let number: f64 = text
        .parse()
        .ok()
        .filter(|_| plain)
        .ok_or(NumberProblem::NotANumber)?;
    if (min..=max).contains(&number) {
        Ok(Some(number))
    } else {
        Err(NumberProblem::OutOfRange { min, max })
    }
}

/// Reads a typed number against the range of its item.
pub fn read_for(item: &Item, typed: &str) -> Result<Option<f64>, NumberProblem> {
    read_number(typed, item.min.unwrap_or(0.0), item.max.unwrap_or(f64::MAX))
}

/// Years and months as months. Nothing when both are empty.
pub fn read_duration(
    years: &str,
    months: &str,
    max_months: f64,
) -> Result<Option<f64>, NumberProblem> {
    let years = read_number(years, 0.0, max_months / 12.0)?;
    let months = read_number(months, 0.0, max_months)?;
    Ok(match (years, months) {
        (None, None) => None,
        (years, months) => Some((years.unwrap_or(0.0) * 12.0 + months.unwrap_or(0.0)).round()),
    })
}

/// Body mass index in kg/m² from centimetres and kilograms. Nothing when one of them is empty.
pub fn read_body(height_cm: &str, weight_kg: &str) -> Result<Option<f64>, NumberProblem> {
    let height = read_number(height_cm, 100.0, 250.0)?;
    let weight = read_number(weight_kg, 25.0, 350.0)?;
    Ok(match (height, weight) {
        (Some(height), Some(weight)) => {
            let metres = height / 100.0;
            Some(weight / (metres * metres))
        }
        _ => None,
    })
}
