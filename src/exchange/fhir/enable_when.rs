//! Owns the conditions under which a question is asked, as far as FHIR's plain form can say them.
//! May use: knowledge, its byte code, which words mean the same. Must not: evaluate.
//!
//! FHIR knows a list of comparisons of which all, or any, must hold. What has another form is said in FHIRPath
//! (`expressions`), which fewer programs know; they then ask the question in any case, and drop no answer.

use std::slice::Iter;

use serde_json::{Value, json};

use super::OWN;
use super::questionnaire::{AREAS, Form, SITES, form};
use crate::domain::plan::derive::OPIOIDS;
use crate::knowledge::{Expression, FactId, ITEMS, Item, ItemKind, Word, fact, opcode, words};

/// Whether an item is asked under a condition at all.
pub(super) fn is_conditional(item: &Item) -> bool {
    item.when.is_some() || item.unless.is_some() || item.if_several.is_some()
}

/// `enableWhen` and `enableBehavior`; none when the condition cannot be said so.
pub(super) fn enable_when(item: &Item) -> Option<(Vec<Value>, &'static str)> {
    if item.unless.is_some() || item.if_several.is_some() {
        return None;
    }
    let condition: Expression = item.when?;
    let mut code = condition.code().iter();
    let first = *code.as_slice().first()?;
    let mut named = Vec::new();
    members(&mut code, first, &mut named)?;
    code.as_slice().is_empty().then_some(())?;
    let any = first == opcode::OR || named.len() == 1;
    let mut comparisons = Vec::new();
    for (fact, word) in named {
        let said = said_by(fact, word)?;
        // Two questions can say it: that is an "or" of its own.
        (any || said.len() == 1).then_some(())?;
        comparisons.extend(said);
    }
    Some((comparisons, if any { "any" } else { "all" }))
}

/// The members of a chain of one operator: a fact with its word, or a fact that is yes.
fn members(
    code: &mut Iter<'static, u8>,
    chain: u8,
    found: &mut Vec<(FactId, Option<Word>)>,
) -> Option<()> {
    let operator = *code.next()?;
    match operator {
        opcode::AND | opcode::OR if operator == chain => {
            members(code, chain, found)?;
            members(code, chain, found)
        }
        opcode::IN => {
            found.push((FactId(*code.next()?), Some(word(code)?)));
            Some(())
        }
        opcode::FACT => {
            found.push((FactId(*code.next()?), None));
            Some(())
        }
        opcode::EQUAL => {
            (*code.next()? == opcode::FACT).then_some(())?;
            let fact = FactId(*code.next()?);
            (*code.next()? == opcode::WORD).then_some(())?;
            found.push((fact, Some(word(code)?)));
            Some(())
        }
        _ => None,
    }
}

fn word(code: &mut Iter<'static, u8>) -> Option<Word> {
    let (low, high) = (*code.next()?, *code.next()?);
    Some(Word(u16::from_le_bytes([low, high])))
}

/// The answers that say it, to one question or to another.
fn said_by(id: FactId, word: Option<Word>) -> Option<Vec<Value>> {
    let said = |question: &str, code: &str| json!({ "question": question, "operator": "=", "answerCoding": { "system": OWN, "code": code } });
    // The map says it too, and not by this question.
    if id == fact::PRIMARY_SITE {
        return None;
    }
    if id == fact::PAIN_SITES {
        let code = word?.text();
        return Some(vec![said(AREAS, code), said(SITES, code)]);
    }
    if id == fact::CURRENT_MEDS && word == Some(words::OPIOID) {
        // Each kind of opioid is one.
        let item = ITEMS.iter().find(|item| item.fact == Some(id))?;
        let kinds = OPIOIDS.iter().map(|kind| said(item.id, kind.text()));
        return Some(kinds.collect());
    }
    ITEMS.iter().find_map(|item| {
        let of_item = item.fact == Some(id);
        let options = || item.options.iter();
        let code = match (word, form(item)) {
            (Some(word), Form::Option | Form::Options) if of_item => {
                options().find(|option| option.word == Some(word))?.id
            }
            (None, Form::Option) if of_item && item.kind == ItemKind::YesNo => "yes",
            (None, Form::Options) => options().find(|option| option.fact == Some(id))?.id,
            _ => return None,
        };
        Some(vec![said(item.id, code)])
    })
}
