//! Owns the texts of a line: section 10.
//! May use: facts, model, knowledge. Must not: wording of its own.

use std::borrow::Cow;

use super::facts::{Facts, Value};
use super::model::Reason;
use crate::knowledge::units::{unit_at_start, with_unit};
use crate::knowledge::{self, Avoid, Rule};

/// Sentence 10.1: the texts of all rules, then of all avoid entries.
pub(super) fn reasons(
    rules: &[&'static Rule],
    avoid: &[&'static Avoid],
    facts: &Facts,
) -> Vec<Reason> {
    let suggest = rules.iter().map(|rule| Reason {
        text: why(rule, facts),
        strength: rule.strength,
        sources: rule.sources,
        against: false,
    });
    let advise_against = avoid.iter().map(|entry| Reason {
        text: Cow::Borrowed(entry.why),
        strength: entry.strength,
        sources: entry.sources,
        against: true,
    });
    suggest.chain(advise_against).collect()
}

/// Sentences 10.2 and 10.3.
fn why(rule: &Rule, facts: &Facts) -> Cow<'static, str> {
    if !rule.why.contains('{') {
        return Cow::Borrowed(rule.why);
    }
    filled_in(rule.why, facts)
        .map(Cow::Owned)
        .or(rule.why_short.map(Cow::Borrowed))
        .unwrap_or_default()
}

/// The text with its placeholders replaced; none when one of them is unknown.
fn filled_in(text: &str, facts: &Facts) -> Option<String> {
    let mut filled = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        let (name, behind) = after.split_once('}')?;
        filled.push_str(before);
        match facts.get(knowledge::fact_id(name)?)? {
            // Halves go up; no decimals are printed. A unit that follows goes with the number: "1 week", "8 years".
            Value::Number(number) => {
                let whole = (number + 0.5).floor();
                if let Some((_, unit)) = unit_at_start(behind.trim_start()).filter(|_| whole >= 0.0)
                {
                    filled.push_str(&with_unit(whole as u64, unit));
                    rest = behind.trim_start().trim_start_matches(unit);
                    continue;
                }
                filled.push_str(&format!("{whole:.0}"));
            }
            Value::Word(word) => filled.push_str(word.text()),
            Value::YesNo(_) | Value::Words(_) | Value::AtLeast(_) => return None,
        }
        rest = behind;
    }
    filled.push_str(rest);
    Some(filled)
}
