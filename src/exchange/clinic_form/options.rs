//! Owns the options of a question: written in it, or in a list (ValueSet) that the form holds; and its initial answers.
//! May use: domain. Must not: fetch a list from elsewhere.

use serde_json::{Value as Json, json};

use super::{list, of_any_type, text};
use crate::domain::clinic_form::answers::OWN_WORDS;
use crate::domain::clinic_form::{Choice, Item, Kind, ProblemKind, Value};

/// Reads options and initial answers of an item of a form.
pub(super) fn read(form: &Json, json: &Json, item: &mut Item) {
    item.open = item.spelled == "open-choice";
    for option in list(json, "answerOption") {
        if option.get("modifierExtension").is_some() {
            item.problem(ProblemKind::ModifierExtension, "");
        }
        let Some((spelled, value)) = of_any_type(option, "value") else {
            continue;
        };
        add(spelled, value, option["initialSelected"] == true, item);
    }
    let address = text(json, "answerValueSet");
    if !address.is_empty() {
        of_list(form, address, item);
    } else if item.kind == Kind::Choice && item.options.is_empty() {
        let elsewhere = list(json, "extension")
            .iter()
            .find(|extension| text(extension, "url").ends_with("externallydefined"))
            .and_then(|extension| extension["valueUri"].as_str());
        match elsewhere {
            Some(elsewhere) => item.problem(ProblemKind::ListElsewhere, elsewhere),
            // A formula of the form may give what is in no list.
            None if is_computed(json) => {}
            None => item.problem(ProblemKind::NoOptions, ""),
        }
    }
    initial(json, item);
}

fn add(spelled: &str, value: &Json, initially: bool, item: &mut Item) {
    let label = match value {
        Json::Object(_) => [
            text(value, "display"),
            text(value, "code"),
            text(value, "reference"),
        ]
        .into_iter()
        .find(|label| !label.is_empty())
        .unwrap_or_default()
        .to_owned(),
        Json::String(words) => words.clone(),
        other => other.to_string(),
    };
    let Some(read) = self::value(spelled, value) else {
        // An option that nobody can choose would be a gap in the list.
        return item.problem(ProblemKind::ListDescribed, &label);
    };
    item.options.push(Choice {
        label,
        value: read,
        spelled: json!({ format!("value{spelled}"): value }).to_string(),
        initially,
    });
}

/// The options of a list that the form holds.
fn of_list(form: &Json, address: &str, item: &mut Item) {
    let id = address.strip_prefix('#');
    let is_it = |set: &&Json| {
        let same = match id {
            Some(id) => text(set, "id") == id,
            // It may be named by its address and stand in the form all the same.
            None => text(set, "url") == address.split('|').next().unwrap_or_default(),
        };
        same && text(set, "resourceType") == "ValueSet"
    };
    let Some(set) = list(form, "contained").iter().find(is_it) else {
        let problem = match id {
            Some(_) => ProblemKind::ListMissing,
            None => ProblemKind::ListElsewhere,
        };
        return item.problem(problem, address);
    };
    // An expansion is the list itself; what it was made from need not be read then.
    if set.get("expansion").is_some() {
        expanded(&set["expansion"], item);
    } else {
        if !list(&set["compose"], "exclude").is_empty() {
            item.problem(ProblemKind::ListDescribed, address);
        }
        for part in list(&set["compose"], "include") {
            let is_written_out = part.get("filter").is_none() && part.get("valueSet").is_none();
            if !is_written_out || list(part, "concept").is_empty() {
                item.problem(ProblemKind::ListDescribed, address);
            }
            for concept in list(part, "concept") {
                concept_of(text(part, "system"), concept, item);
            }
        }
    }
    if item.options.is_empty() && !item.problems.iter().any(|problem| problem.kind.stops()) {
        item.problem(ProblemKind::ListMissing, address);
    }
}

fn expanded(expansion: &Json, item: &mut Item) {
    for concept in list(expansion, "contains") {
        // A heading of others.
        if concept["abstract"] != true && concept.get("code").is_some() {
            concept_of(text(concept, "system"), concept, item);
        }
        expanded(concept, item);
    }
}

fn concept_of(system: &str, concept: &Json, item: &mut Item) {
    let mut coding = json!({ "code": text(concept, "code") });
    for (name, words) in [("system", system), ("display", text(concept, "display"))] {
        if !words.is_empty() {
            coding[name] = words.into();
        }
    }
    add("Coding", &coding, false, item);
}

/// A value of a form; None for types that no answer here has.
pub(super) fn value(spelled: &str, json: &Json) -> Option<Value> {
    Some(match (spelled, json) {
        ("Boolean", Json::Bool(yes)) => Value::Boolean(*yes),
        ("Integer" | "Decimal", Json::Number(number)) => Value::Number(number.as_f64()?),
        ("String" | "Date" | "DateTime" | "Time" | "Uri", Json::String(words)) => {
            Value::Text(words.clone())
        }
        ("Coding", Json::Object(_)) => Value::Coding {
            system: text(json, "system").to_owned(),
            code: text(json, "code").to_owned(),
            display: text(json, "display").to_owned(),
        },
        ("Quantity", Json::Object(_)) => Value::Quantity {
            number: json["value"].as_f64()?,
            unit: [text(json, "code"), text(json, "unit")]
                .into_iter()
                .find(|unit| !unit.is_empty())
                .unwrap_or_default()
                .to_owned(),
        },
        // Only chosen from a list, never looked up.
        ("Reference", Json::Object(_)) => Value::Text(text(json, "reference").to_owned()),
        _ => return None,
    })
}

fn initial(json: &Json, item: &mut Item) {
    for initial in list(json, "initial") {
        let typed =
            of_any_type(initial, "value").and_then(|(spelled, value)| typed(item, spelled, value));
        match typed {
            Some(typed) => item.initial.push(typed),
            None => item.problem(ProblemKind::Initial, &initial.to_string()),
        }
    }
    for (place, option) in item.options.iter().enumerate() {
        if option.initially {
            item.initial.push(place.to_string());
        }
    }
}

/// A value of a file as it would be typed in; None when the item cannot have it.
pub(super) fn typed(item: &Item, spelled: &str, json: &Json) -> Option<String> {
    let value = value(spelled, json)?;
    let mut options = item.options.iter();
    let typed = match (options.position(|option| option.value.is(&value)), &value) {
        (Some(place), _) => place.to_string(),
        (None, Value::Text(words)) if item.kind == Kind::Choice => format!("{OWN_WORDS}{words}"),
        // A coding that is not in the list is kept in words.
        (None, Value::Coding { display, code, .. }) => match display.is_empty() {
            true => format!("{OWN_WORDS}{code}"),
            false => format!("{OWN_WORDS}{display}"),
        },
        (None, Value::Boolean(yes)) => yes.to_string(),
        (None, Value::Number(number)) => number.to_string(),
        (None, Value::Text(words)) => words.clone(),
        (None, Value::Quantity { number, unit }) => format!("{number} {unit}").trim().to_owned(),
    };
    item.value(&typed).is_some().then_some(typed)
}

fn is_computed(json: &Json) -> bool {
    let mut extensions = list(json, "extension").iter();
    extensions.any(|extension| text(extension, "url").ends_with("calculatedExpression"))
}
