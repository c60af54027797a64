//! Owns which reasons of the plan speak of a sensitive part of the pages, so that leaving the part out takes them too.
//! May use: the plan. Must not: touch the safety strip or a caution: those stand whatever is left out.

use super::choices::Block;
use super::{Found, OptionRow};
use crate::knowledge::{RULES, Rule, Therapy};

/// The rules of the plan whose text tells what the block is about. A rule that merely reads such an answer and does not
/// tell it (naloxone beside an opioid, a medicine review) is not among them: it keeps the person safe.
pub fn rules_that_tell(block: Block) -> &'static [&'static str] {
    match block {
        Block::Mood => &[
            "mood",
            "mood_some",
            "trauma",
            "graded",
            "cft",
            "cbt_distress",
            "eaet",
            "mindful",
            "pp_ssri",
            "mig_venla",
        ],
        Block::Substances => &["smoke", "alcohol", "alcohol_heavy"],
        Block::Life => &["work", "oa_work", "social", "peer", "money", "family"],
        _ => &[],
    }
}

/// The options without the reasons that tell what the block is about; an option of which no reason is left goes.
pub fn without(rows: &mut Vec<OptionRow>, block: Block) {
    let told = rules_that_tell(block);
    rows.retain_mut(|row| {
        let line = &mut row.line;
        // The reasons are the texts of the rules, in their order, and then those against.
        let mut rules = line.rules.iter();
        line.reasons
            .retain(|_| rules.next().is_none_or(|rule| !told.contains(&rule.id)));
        line.rules.retain(|rule| !told.contains(&rule.id));
        !line.reasons.is_empty()
    });
}

/// What goes together or clashes, without the rows about an option that only such a rule names: its being there tells.
pub fn without_together(found: &mut Vec<Found>, block: Block) {
    let told = rules_that_tell(block);
    let tells = |therapy: &&Therapy| {
        let mut rules = RULES.iter().filter(|rule| rule.therapy.id == therapy.id);
        let is_told = |rule: &Rule| told.contains(&rule.id);
        rules.next().is_some_and(is_told) && rules.all(is_told)
    };
    found.retain(|found| !found.one.iter().chain(&found.other).any(&tells));
}
