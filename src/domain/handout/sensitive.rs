//! Owns which answers are private, and which reasons of the plan speak of a sensitive part of the pages, so that leaving the
//! part out takes them too. Whatever is given away asks here: paper, texts, codes, health records.
//! May use: the plan, the item tables. Must not: touch the safety strip or a caution: those stand whatever is left out.

use super::choices::Block;
use super::{Found, OptionRow, PRIVATE_FLAGS};
use crate::knowledge::{FLAGS, RULES, Rule, SafetyQuestion, Therapy};

/// Whether the answers to an item stay out of paper and files until the person says yes: those about alcohol and drugs,
/// and about thoughts of ending one's life. Questions about warning signs are no items; see [`super::PRIVATE_FLAGS`].
pub fn is_private_item(id: &str) -> bool {
    id.starts_with("life.alcohol") || id.starts_with("mood.suicid")
}

/// Whether an option of an item tells of such a thing, so that it stays out while the others stand there.
pub fn is_private_option(item: &str, option: &str) -> bool {
    matches!(
        (item, option),
        ("health.conditions", "substance_use") | ("life.around", "smoke")
    )
}

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

/// Answers that are private on paper and in every other thing that is given away: whole items, and single options of
/// others, each with the part of the pages that it belongs to.
const PRIVATE_ANSWERS: [(Block, &str, Option<&str>); 8] = [
    (Block::Name, "about.name", None),
    (Block::Substances, "life.alcohol_often", None),
    (Block::Substances, "life.alcohol_drinks", None),
    (Block::Substances, "life.alcohol_six", None),
    (Block::Substances, "life.alcohol_heavy", None),
    (Block::Substances, "life.around", Some("smoke")),
    (
        Block::Substances,
        "health.conditions",
        Some("substance_use"),
    ),
    (Block::Substances, "health.medicines", Some("cannabis")),
];

/// The part of the pages that an answer belongs to, when it stays out unless the person says otherwise: the item as a
/// whole, or this option of it. None for every other answer.
pub fn private_block(item: &str, option: Option<&str>) -> Option<Block> {
    let belongs =
        |(_, known, part): &&(Block, &str, Option<&str>)| *known == item && *part == option;
    let row = PRIVATE_ANSWERS.iter().find(belongs);
    row.map(|(block, _, _)| *block)
}

/// The same for a treatment that was tried: that somebody tried to drink or to smoke less tells it.
pub fn block_of_therapy(id: &str) -> Option<Block> {
    let tells = |block: &Block| {
        let mut rules = RULES.iter().filter(|rule| rule.therapy.id == id).peekable();
        rules.peek().is_some() && rules.all(|rule| rules_that_tell(*block).contains(&rule.id))
    };
    Some(Block::Substances).filter(tells)
}

/// Whether a question about warning signs is about self-harm or safety at home.
pub fn is_private_sign(question: &SafetyQuestion) -> bool {
    let private = FLAGS.iter().filter(|flag| PRIVATE_FLAGS.contains(&flag.id));
    private
        .flat_map(|flag| flag.questions)
        .any(|known| *known == question)
}
