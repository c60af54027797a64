//! Owns the plausibility of single answers: what a typed text says, and whether it contradicts an earlier answer.
//! May use: the item tables, facts. Must not: wording, rules; it never refuses to keep what was typed.

use crate::domain::date::{Datelike, NaiveDate};
use crate::domain::decimal::decimal;
use crate::domain::plan::facts::{FactId, Facts, fact};
use crate::knowledge::{Item, ItemKind};

use super::model::MonthYear;

/// What is odd about a typed number.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum NumberProblem {
    /// Not a number.
    NotANumber,
    /// Outside what is possible, with the lowest and highest possible number.
    OutOfRange { min: f64, max: f64 },
    /// Height and weight are possible, but not together.
    NotTogether,
}

/// Reads a number as people type it: with a comma or a point, with spaces around it.
/// Nothing typed is no problem and no number.
///
/// Three figures after a comma or a point are a thousand: nobody says days or kilograms to the thousandth.
pub fn read_number(typed: &str, min: f64, max: f64) -> Result<Option<f64>, NumberProblem> {
    let text = typed.trim();
    if text.is_empty() {
        return Ok(None);
    }
    let text = without_thousands(text).unwrap_or_else(|| text.replace(',', "."));
    let plain = text
        .chars()
        .all(|character| character.is_ascii_digit() || character == '.');
    let number = decimal(&text)
        .filter(|_| plain)
        .ok_or(NumberProblem::NotANumber)?;
    if (min..=max).contains(&number) {
        Ok(Some(number))
    } else {
        Err(NumberProblem::OutOfRange { min, max })
    }
}

/// The figures of "1,200" or "1.200.000"; none when the marks in it are not those of thousands.
fn without_thousands(text: &str) -> Option<String> {
    let mark = text.chars().find(|character| ",.".contains(*character))?;
    let mut groups = text.split(mark);
    let first = groups.next()?;
    let leads = (1..=3).contains(&first.len()) && !first.starts_with('0');
    let rest: Vec<&str> = groups.collect();
    let figures = |group: &&str| group.chars().all(|character| character.is_ascii_digit());
    let whole =
        leads && figures(&first) && rest.iter().all(|group| group.len() == 3 && figures(group));
    whole.then(|| text.replace(mark, ""))
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
    let max_years = (max_months / 12.0).floor();
    let years = read_number(years, 0.0, max_years)?;
    let months = read_number(months, 0.0, max_months)?;
    if years.is_none() && months.is_none() {
        return Ok(None);
    }
    let total = (years.unwrap_or(0.0) * 12.0 + months.unwrap_or(0.0)).round();
    if total > max_months {
        return Err(NumberProblem::OutOfRange {
            min: 0.0,
            max: max_months,
        });
    }
    Ok(Some(total))
}

/// Lowest and highest body mass index that a living adult has, in kg/m²; the range of the fact `bmi`.
const BMI_RANGE: (f64, f64) = (10.0, 80.0);

/// Body mass index in kg/m² from centimetres and kilograms. Nothing when one of them is empty.
pub fn read_body(height_cm: &str, weight_kg: &str) -> Result<Option<f64>, NumberProblem> {
    let height = read_number(height_cm, 100.0, 250.0)?;
    let weight = read_number(weight_kg, 25.0, 350.0)?;
    let (Some(height), Some(weight)) = (height, weight) else {
        return Ok(None);
    };
    let metres = height / 100.0;
    let bmi = weight / (metres * metres);
    if (BMI_RANGE.0..=BMI_RANGE.1).contains(&bmi) {
        Ok(Some(bmi))
    } else {
        Err(NumberProblem::NotTogether)
    }
}

/// Whether the number that an answer stands for contradicts an earlier fact (`at_least` and `at_most` of the item).
pub fn contradicts(item: &Item, number: f64, facts: &Facts) -> bool {
    let below = item
        .at_least
        .and_then(|id| number_of(item, id, facts))
        .is_some_and(|least| number < least);
    let above = item
        .at_most
        .and_then(|id| number_of(item, id, facts))
        .is_some_and(|most| number > most);
    below || above
}

/// An earlier fact in the unit of the item: a word is the place of that option, an age is counted in the item's unit.
fn number_of(item: &Item, id: FactId, facts: &Facts) -> Option<f64> {
    if let Some(word) = facts.word(id) {
        let place = item
            .options
            .iter()
            .position(|option| option.word == Some(word))?;
        return Some(place as f64);
    }
    let number = facts.number(id)?;
    if id != fact::AGE {
        return Some(number);
    }
    // The whole year after the last birthday belongs to the age.
    let years = number + 1.0;
    Some(match (item.kind, item.unit) {
        (ItemKind::Duration, _) => years * 12.0,
        (_, Some("weeks")) => years * 53.0,
        _ => number,
    })
}

/// What is odd about a month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MonthProblem {
    /// The year is no year, or one that nobody who lives can have seen.
    NotAYear,
    /// A month without a year.
    YearMissing,
    /// Later than today.
    AfterToday,
    /// Before today, where only a coming month makes sense.
    Past,
    /// Before the person was born, by the age that they gave.
    BeforeBirth,
}

/// Which months make sense.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Span {
    /// In the person's life so far; `age` in years when it is known.
    Past { age: Option<f64> },
    /// This month or a later one.
    Coming,
}

/// The first year that can be meant.
const FIRST_YEAR: i32 = 1900;
/// The last year that can be meant.
const LAST_YEAR: i32 = 2199;

/// Reads a month as it was typed or chosen: the year, and the month from 1 to 12 when it was given.
pub fn read_month(
    typed: &MonthYear,
    span: Span,
    today: NaiveDate,
) -> Result<Option<(i32, Option<u32>)>, MonthProblem> {
    let month = typed
        .month
        .trim()
        .parse()
        .ok()
        .filter(|month| (1..=12).contains(month));
    let year = typed.year.trim();
    if year.is_empty() {
        let nothing = typed.month.trim().is_empty();
        return if nothing {
            Ok(None)
        } else {
            Err(MonthProblem::YearMissing)
        };
    }
    let year: i32 = year
        .parse()
        .ok()
        .filter(|year| (FIRST_YEAR..=LAST_YEAR).contains(year))
        .ok_or(MonthProblem::NotAYear)?;
    let this_month = (today.year(), today.month());
    match span {
        Span::Past { .. } if (year, month.unwrap_or(1)) > this_month => {
            Err(MonthProblem::AfterToday)
        }
        Span::Past { age: Some(age) } if f64::from(today.year() - year) > age + 1.0 => {
            Err(MonthProblem::BeforeBirth)
        }
        Span::Coming if (year, month.unwrap_or(12)) < this_month => Err(MonthProblem::Past),
        _ => Ok(Some((year, month))),
    }
}
