//! Owns numbers as people and programs write them, and what they say about pain.
//! May use: spelling. Must not: decide which scale a column has.

use super::spelling::{folded, plain};
use crate::domain::decimal::decimal;

/// What stands in a cell for pain.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Pain {
    Number {
        value: f64,
        /// The highest number of the scale, when the cell says it: "7/10", "62 %".
        of: Option<f64>,
        /// "about 5".
        is_about: bool,
    },
    /// A word, or two numbers: "severe", "6-7".
    Words,
}

/// A number of figures with at most one point or comma among them. No "1e308", no "inf": nobody writes pain so.
pub(super) fn number(text: &str) -> Option<f64> {
    let text = plain(text).replace(',', ".");
    let unsigned = text.strip_prefix(['-', '+']).unwrap_or(&text);
    let are_figures = unsigned
        .bytes()
        .all(|byte| byte.is_ascii_digit() || byte == b'.');
    let begins = unsigned
        .bytes()
        .next()
        .is_some_and(|byte| byte.is_ascii_digit());
    (are_figures && begins && unsigned.len() <= 12).then(|| decimal(&text))?
}

/// Signs and words for "about", folded.
const ABOUT: [&str; 14] = [
    "~", "≈", "±", "ca.", "ca", "circa", "c.", "about", "approx.", "around", "etwa", "environ",
    "env.", "aprox.",
];
/// Words between a number and the highest one of its scale, folded.
const OUT_OF: [&str; 11] = [
    "/", "out of", "of", "von", "sur", "de", "su", "van", "av", "af", "из",
];

/// What a cell says about pain; none when it says nothing.
pub(super) fn pain(text: &str) -> Option<Pain> {
    let text = folded(text);
    if text.is_empty() {
        return None;
    }
    let about = ABOUT.iter().find_map(|word| text.strip_prefix(word));
    let is_about = about.is_some();
    let text = about.unwrap_or(&text).trim_start();
    let end = text
        .find(|letter: char| !letter.is_ascii_digit() && !matches!(letter, '.' | ',' | '+' | '-'));
    // A dash inside is a range; only one at the beginning is a sign.
    let (first, rest) = text.split_at(end.unwrap_or(text.len()));
    // Written as no person does, or far more than any scale: a number all the same, for which there is no place.
    if number(text).is_none() && decimal(&text.replace(',', ".")).is_some() {
        return Some(Pain::Number {
            value: f64::MAX,
            of: None,
            is_about,
        });
    }
    let Some(value) = number(first) else {
        return Some(Pain::Words);
    };
    let rest = rest.trim();
    let of = match rest {
        "" => None,
        "%" | "mm" => Some(100.0),
        rest => {
            let most = OUT_OF
                .iter()
                .find_map(|word| number(rest.strip_prefix(word)?));
            let Some(most) = most.filter(|most| *most > 0.0) else {
                return Some(Pain::Words);
            };
            Some(most)
        }
    };
    Some(Pain::Number {
        value,
        of,
        is_about,
    })
}

/// A number of a scale from 0, or from 1, on that of 0 to 10, to the nearest whole one; halves are rounded up.
/// The lowest number of a scale from 1 is no pain of 0: it is not known whether such a scale begins without pain.
pub(super) fn of_10(value: f64, most: f64) -> Option<u8> {
    let share = value / most;
    (0.0..=1.0)
        .contains(&share)
        .then(|| (share * 10.0 + 0.5).floor() as u8)
}

/// A name without the scale that stands in or behind it, and the highest number of that scale:
/// "Pain (0-10)", "NRS 0–100", "Schmerz [1 bis 5]", "pain_0_10", "Pain /10".
pub(super) fn name_and_scale(name: &str) -> (String, Option<u16>) {
    let name = folded(name).replace('_', " ");
    let figures: Vec<(usize, usize)> = runs_of_figures(&name);
    let value = |(from, to): (usize, usize)| name[from..to].parse::<u16>().ok();
    let between = |from: usize, to: usize| {
        let text = name[from..to].trim();
        matches!(
            text,
            "-" | ".."
                | "..."
                | "to"
                | "bis"
                | "a"
                | "al"
                | "tot"
                | "til"
                | "till"
                | "до"
                | ":"
                | ""
        )
    };
    // Where the word begins that stands before the highest number: "out of 10".
    let out_of = |from: usize| {
        let before = name[..from].trim_end();
        OUT_OF
            .iter()
            .find_map(|word| Some(before.strip_suffix(word)?.len()))
    };
    let found = match figures.as_slice() {
        [.., least, most] if between(least.1, most.0) && matches!(value(*least), Some(0 | 1)) => {
            Some((least.0, *most))
        }
        [.., most] => out_of(most.0).map(|from| (from, *most)),
        _ => None,
    };
    let scale = found.and_then(|(from, most)| Some((from, most.1, value(most)?)));
    let without = match scale {
        Some((from, to, _)) => format!("{} {}", &name[..from], &name[to..]),
        None => name.clone(),
    };
    // What stands in brackets explains a name and does not belong to it.
    let mut depth = 0;
    let outside = without.chars().filter(|letter| {
        depth += i32::from(matches!(letter, '(' | '['));
        let is_outside = depth <= 0;
        depth -= i32::from(matches!(letter, ')' | ']'));
        is_outside
    });
    let words: Vec<String> = outside
        .collect::<String>()
        .split_whitespace()
        .map(|word| word.trim_matches(['/', ':', '-', '.', '*']).to_owned())
        .filter(|word| !word.is_empty())
        .collect();
    let scale = scale
        .map(|(_, _, most)| most)
        .filter(|most| (2..=100).contains(most));
    (words.join(" "), scale)
}

fn runs_of_figures(text: &str) -> Vec<(usize, usize)> {
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for (at, _) in text
        .bytes()
        .enumerate()
        .filter(|(_, byte)| byte.is_ascii_digit())
    {
        match runs.last_mut() {
            Some((_, end)) if *end == at => *end = at + 1,
            _ => runs.push((at, at + 1)),
        }
    }
    runs
}
