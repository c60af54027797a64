//! Owns how the conditions of an item are read (`enableWhen`).
//! May use: domain. Must not: formulas.

use std::collections::BTreeMap;

use serde_json::Value;

use super::{list, of_any_type, options, text};
use crate::domain::clinic_form::{Condition, Form, Kind, ProblemKind, Test};

/// What a condition that cannot be read wants is unknown, so the item is asked; with `any` the others could hide it, so they
/// go too.
pub(super) fn read(json: &Value, place: usize, by_id: &BTreeMap<String, usize>, form: &mut Form) {
    let mut conditions = Vec::new();
    let mut problem = None;
    for condition in list(json, "enableWhen") {
        let question = text(condition, "question");
        match by_id.get(question) {
            None => problem = Some((ProblemKind::ConditionNowhere, question)),
            Some(question) => match test(condition, form.items[*question].kind) {
                Some(test) => conditions.push(Condition {
                    question: *question,
                    test,
                }),
                None => problem = Some((ProblemKind::ConditionUnread, text(condition, "operator"))),
            },
        }
    }
    let item = &mut form.items[place];
    item.any = match text(json, "enableBehavior") {
        "any" => true,
        "all" => false,
        // With several conditions the form must say it.
        other => {
            if conditions.len() > 1 {
                problem = Some((ProblemKind::ConditionUnread, other));
            }
            false
        }
    };
    if let Some((kind, about)) = problem {
        conditions.clear();
        item.problem(kind, about);
    }
    item.conditions = conditions;
}

fn test(condition: &Value, kind: Kind) -> Option<Test> {
    if condition.get("modifierExtension").is_some() {
        return None;
    }
    let (spelled, wanted) = of_any_type(condition, "answer")?;
    let operator = text(condition, "operator");
    if operator == "exists" {
        return wanted.as_bool().map(Test::Exists);
    }
    // Moments of several time zones have no order that their letters show.
    if kind == Kind::DateTime && wanted.as_str()?.contains('T') {
        return None;
    }
    let wanted = options::value(spelled, wanted)?;
    Some(match operator {
        "=" => Test::Equal(wanted),
        "!=" => Test::NotEqual(wanted),
        ">" => Test::Above(wanted),
        "<" => Test::Below(wanted),
        ">=" => Test::AtLeast(wanted),
        "<=" => Test::AtMost(wanted),
        _ => return None,
    })
}
