//! Owns the conditions of questions as FHIRPath: those that FHIR's plain form cannot say.
//! May use: knowledge, its byte code. Must not: evaluate.
//!
//! FHIRPath has the three values of section 4 of `plan_rules.toml`: what is not known is empty, and `and`, `or` and `not`
//! treat it in the same way. So the byte code is written out operator by operator. What an answer says as a fact stands in
//! variables of the Questionnaire (SDC), which are called like the facts.

use std::collections::BTreeSet;
use std::slice::Iter;

use serde_json::{Value, json};

use super::enable_when::{enable_when, is_conditional};
use super::questionnaire::{AREAS, Form, MAIN_SITE, REGIONS, SITES, form, inner_id};
use crate::knowledge::{
    Expression, FactId, FactOrigin, ITEMS, Item, ItemKind, NUMBERS, Word, fact, opcode, words,
};

const VARIABLE: &str = "http://hl7.org/fhir/StructureDefinition/variable";

/// When an item is asked; none when that cannot be said, which a test excludes for every item.
pub(super) fn enable_expression(item: &Item) -> Option<String> {
    let mut used = BTreeSet::new();
    conditions(item, &mut used)
}

/// The variables that the expressions of all items use.
pub(super) fn variables() -> Vec<Value> {
    let mut used = BTreeSet::new();
    let mut said_so = ITEMS
        .iter()
        .filter(|item| is_conditional(item) && enable_when(item).is_none());
    said_so.all(|item| conditions(item, &mut used).is_some());
    let variables = used.into_iter().filter_map(|id| {
        let expression = json!({
            "name": variable(id), "language": "text/fhirpath", "expression": of_fact(id)?,
        });
        Some(json!({ "url": VARIABLE, "valueExpression": expression }))
    });
    variables.collect()
}

fn conditions(item: &Item, used: &mut BTreeSet<FactId>) -> Option<String> {
    let mut all = Vec::new();
    if let Some(when) = item.when {
        all.push(written(when, used)?);
    }
    if let Some(unless) = &item.unless {
        let other = &ITEMS[usize::from(unless.item)];
        let codes: Vec<String> = unless.answers.iter().map(|code| quoted(code)).collect();
        all.push(format!(
            "{}.where($this in ({})).empty()",
            codes_of(other.id),
            codes.join(" | ")
        ));
    }
    if let Some(set) = item.if_several {
        used.insert(set);
        let several = format!("%{}.distinct().count() = 1", variable(set));
        // The map alone may have settled it.
        all.push(format!(
            "({several} and {}.exists()).not()",
            codes_of(MAIN_SITE)
        ));
    }
    Some(all.join(" and "))
}

fn written(condition: Expression, used: &mut BTreeSet<FactId>) -> Option<String> {
    let mut writer = Writer {
        code: condition.code().iter(),
        used,
    };
    let text = writer.next()?;
    writer.code.as_slice().is_empty().then_some(text)
}

struct Writer<'a> {
    code: Iter<'static, u8>,
    used: &'a mut BTreeSet<FactId>,
}

impl Writer<'_> {
    fn next(&mut self) -> Option<String> {
        let operator = *self.code.next()?;
        Some(match operator {
            opcode::FALSE => "false".to_owned(),
            opcode::TRUE => "true".to_owned(),
            opcode::NUMBER => NUMBERS.get(usize::from(*self.code.next()?))?.to_string(),
            opcode::WORD => quoted(self.word()?.text()),
            opcode::FACT => self.fact()?,
            opcode::IN => {
                let set = self.fact()?;
                let word = self.word()?;
                // Several words mean it: the plain form says so, and nothing here needs it.
                (word != words::OPIOID).then_some(())?;
                let word = quoted(word.text());
                format!("iif({set}.exists(), {word} in {set})")
            }
            opcode::NOT => format!("({}).not()", self.next()?),
            opcode::DEFAULT => {
                let (known, otherwise) = (self.next()?, self.next()?);
                format!("iif({known}.exists(), {known}, {otherwise})")
            }
            _ => {
                let operator = infix(operator)?;
                let (left, right) = (self.next()?, self.next()?);
                format!("({left} {operator} {right})")
            }
        })
    }

    /// The variable of a fact; a derived one in brackets, as what it is derived from.
    fn fact(&mut self) -> Option<String> {
        let id = FactId(*self.code.next()?);
        match id.fact().origin {
            FactOrigin::Given => {
                self.used.insert(id);
                Some(format!("%{}", variable(id)))
            }
            FactOrigin::Derived(is) => Some(format!("({})", written(is, self.used)?)),
            FactOrigin::Special => None,
        }
    }

    fn word(&mut self) -> Option<Word> {
        let (low, high) = (*self.code.next()?, *self.code.next()?);
        Some(Word(u16::from_le_bytes([low, high])))
    }
}

fn infix(operator: u8) -> Option<&'static str> {
    Some(match operator {
        opcode::AND => "and",
        opcode::OR => "or",
        opcode::EQUAL => "=",
        opcode::NOT_EQUAL => "!=",
        opcode::LESS => "<",
        opcode::LESS_OR_EQUAL => "<=",
        opcode::GREATER => ">",
        opcode::GREATER_OR_EQUAL => ">=",
        opcode::ADD => "+",
        opcode::SUBTRACT => "-",
        opcode::MULTIPLY => "*",
        opcode::DIVIDE => "/",
        _ => return None,
    })
}

/// The name of a fact as FHIR allows it: without the mark between its words.
fn variable(id: FactId) -> String {
    let mut words = id.fact().id.split('_');
    let first = words.next().unwrap_or_default().to_owned();
    words.fold(first, |name, word| {
        let (head, tail) = word.split_at(word.len().min(1));
        format!("{name}{}{tail}", head.to_uppercase())
    })
}

/// What the answers say a fact is.
fn of_fact(id: FactId) -> Option<String> {
    if id == fact::PAIN_SITES {
        let (list, all) = (codes_of(AREAS), codes_of(SITES));
        return Some(format!("({list} | {all})"));
    }
    if id == fact::PRIMARY_SITE {
        let (said, of_map) = (codes_of("map.main"), codes_of(MAIN_SITE));
        return Some(format!("iif({said}.exists(), {said}, {of_map})"));
    }
    if id == fact::REGIONS5 {
        return Some(values_of(REGIONS));
    }
    ITEMS.iter().find_map(|item| {
        let codes = codes_of(item.id);
        if item.fact != Some(id) {
            let option = item.options.iter().find(|option| option.fact == Some(id))?;
            return match item.kind {
                ItemKind::Numbers => Some(number_of(&inner_id(item, option.id))),
                ItemKind::Ticks => {
                    let code = quoted(option.id);
                    Some(format!("iif({codes}.exists(), {code} in {codes})"))
                }
                _ => None,
            };
        }
        match (item.kind, form(item)) {
            (ItemKind::YesNo, _) => Some(format!(
                "iif({codes} = 'yes', true, iif({codes} = 'no', false))"
            )),
            (ItemKind::Count, _) => Some(format!(
                "iif({codes}.exists(), {codes}.where($this != 'none').count())"
            )),
            (_, Form::Option | Form::Options) => Some(codes),
            (_, Form::Step) => Some(format!("{codes}.toInteger()")),
            (_, Form::Whole) => Some(values_of(item.id)),
            (_, Form::Number) => Some(number_of(item.id)),
            (_, Form::Text | Form::Texts | Form::Group) => None,
        }
    })
}

fn values_of(link_id: &str) -> String {
    format!(
        "%resource.repeat(item).where(linkId = {}).answer.value",
        quoted(link_id)
    )
}

fn codes_of(link_id: &str) -> String {
    format!("{}.code", values_of(link_id))
}

/// Figures behind the point say nothing: nobody counts days in tenths.
fn number_of(link_id: &str) -> String {
    format!("{}.value.floor()", values_of(link_id))
}

/// Ids hold no letter that would have to be escaped.
fn quoted(text: &str) -> String {
    format!("'{text}'")
}
