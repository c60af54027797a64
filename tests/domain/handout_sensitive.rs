//! What the person leaves out is not told by an option's reason either; what keeps them safe stays.

use std::collections::BTreeSet;

use tailored::domain::handout::sensitive::rules_that_tell;
use tailored::domain::handout::{PaperBlock, PaperChoices, Showing};
use tailored::domain::plan::facts::{FactId, fact};
use tailored::knowledge::RULES;

use super::handout::made;
use super::personas::{PERSONAS, response};
use super::plan_reads::reads;

const SENSITIVE: [PaperBlock; 3] = [PaperBlock::Mood, PaperBlock::Substances, PaperBlock::Life];

/// The answers that a block is about.
fn answers_of(block: PaperBlock) -> &'static [FactId] {
    match block {
        PaperBlock::Mood => &[
            fact::MOOD2,
            fact::ANXIETY2,
            fact::CONFIDENCE2,
            fact::PAIN_WORRY,
            fact::FEAR_MOVE,
            fact::TRAUMA_IMPACT,
            fact::STRESS_LINKED,
        ],
        PaperBlock::Substances => &[fact::ALCOHOL_RISKY, fact::HEAVY_DAILY_ALCOHOL, fact::SMOKES],
        _ => &[
            fact::LONELY,
            fact::MONEY_STRESS,
            fact::HOME_STRAIN,
            fact::WORK_AFFECTED,
        ],
    }
}

/// Rules that read such an answer beside others and whose text does not tell it.
const DO_NOT_TELL: [&str; 7] = [
    "digital",
    "pmp",
    "opioid_rev",
    "naloxone",
    "med_clash",
    "para_over",
    "claud_check",
];

#[test]
fn every_rule_that_reads_a_sensitive_answer_tells_it_or_is_known_not_to() {
    let told: BTreeSet<&str> = SENSITIVE
        .into_iter()
        .flat_map(|block| rules_that_tell(block).iter().copied())
        .collect();
    let answers: Vec<FactId> = SENSITIVE
        .into_iter()
        .flat_map(|block| answers_of(block).iter().copied())
        .collect();
    let reading: BTreeSet<&str> = RULES
        .iter()
        .filter(|rule| {
            let read = reads(rule.when).facts;
            answers.iter().any(|answer| read.contains(answer))
        })
        .map(|rule| rule.id)
        .collect();
    let known = told.iter().copied().chain(DO_NOT_TELL).collect();
    assert_eq!(reading, known);
}

#[test]
fn an_option_loses_the_reasons_that_tell_and_goes_when_none_is_left() {
    let mut lost = 0;
    for (name, text, _) in PERSONAS {
        let response = response(text);
        let whole = made(&response);
        for block in SENSITIVE {
            let mut choices = PaperChoices::default();
            choices.show(PaperBlock::Substances, Showing::OnPaper);
            choices.show(block, Showing::InPerson);
            let handout = choices.apply(whole.clone());
            let texts: BTreeSet<&str> = RULES
                .iter()
                .filter(|rule| rules_that_tell(block).contains(&rule.id))
                .map(|rule| rule.why)
                .collect();
            for row in &handout.options {
                assert!(!row.line.reasons.is_empty(), "{name}");
                for reason in &row.line.reasons {
                    assert!(!texts.contains(&*reason.text), "{name}: {}", reason.text);
                }
            }
            // Nothing else is taken away.
            let kept = |row: &&tailored::domain::handout::OptionRow| {
                row.line
                    .reasons
                    .iter()
                    .any(|reason| !texts.contains(&*reason.text))
            };
            assert_eq!(
                handout.options.len(),
                whole.options.iter().filter(kept).count()
            );
            lost += whole.options.len() - handout.options.len();
            assert_eq!(handout.safety.signs, whole.safety.signs);
        }
    }
    assert!(
        lost > 0,
        "no persona has an option that rests on such an answer alone"
    );
}

#[test]
fn what_goes_together_does_not_tell_it_either() {
    let whole = made(&response(PERSONAS[3].1));
    let tells = |handout: &tailored::domain::handout::Handout| {
        let mut texts = handout.together.iter().map(|found| found.row.text);
        texts.any(|text| text.contains("mood"))
    };
    assert!(tells(&whole), "this person's plan joins pain and mood");
    let mut choices = PaperChoices::default();
    choices.show(PaperBlock::Mood, Showing::LeftOut);
    let without = choices.apply(whole.clone());
    assert!(!tells(&without));
    assert!(without.together.len() < whole.together.len());
}
