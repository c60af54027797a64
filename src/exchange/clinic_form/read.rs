//! Owns how the items of a Questionnaire become those of a form.
//! May use: domain, the parts of this folder. Must not: formulas, answers.

use std::collections::BTreeMap;

use serde_json::Value;

use super::{Unopened, conditions, extensions, list, options, text};
use crate::domain::clinic_form::{Form, Item, Kind, ProblemKind, settle};

pub(super) fn form(json: &Value) -> Result<Form, Unopened> {
    let kind = text(json, "resourceType");
    if kind != "Questionnaire" {
        return Err(Unopened::NotAForm(kind.to_owned()));
    }
    if let Some(version) = other_version(json) {
        return Err(Unopened::OtherVersion(version));
    }
    let mut form = Form {
        title: [text(json, "title"), text(json, "name")]
            .into_iter()
            .find(|title| !title.is_empty())
            .unwrap_or_default()
            .to_owned(),
        copyright: text(json, "copyright").to_owned(),
        ..Form::default()
    };
    let url = text(json, "url");
    let version = text(json, "version");
    form.url = match version.is_empty() || url.is_empty() {
        true => url.to_owned(),
        false => format!("{url}|{version}"),
    };
    // What concerns the whole form is read like an item's.
    let mut whole = Item::default();
    extensions::read(json, &mut whole);
    if !text(json, "implicitRules").is_empty() {
        whole.problem(ProblemKind::ModifierExtension, text(json, "implicitRules"));
    }
    form.problems = whole.problems;
    let mut read = Vec::new();
    items(json, json, None, &mut form, &mut read);
    if form.items.is_empty() {
        return Err(Unopened::NoItems);
    }
    let mut by_id = BTreeMap::new();
    for (place, item) in form.items.iter_mut().enumerate() {
        match item.link_id.as_str() {
            "" => item.problem(ProblemKind::NoLinkId, ""),
            id if by_id.contains_key(id) => item.problem(ProblemKind::SameLinkId, ""),
            id => {
                by_id.insert(id.to_owned(), place);
            }
        }
    }
    for (place, json) in read.into_iter().enumerate() {
        conditions::read(json, place, &by_id, &mut form);
    }
    settle(&mut form);
    Ok(form)
}

/// Which other version of FHIR a form was written for, by what only that version has.
fn other_version(json: &Value) -> Option<&'static str> {
    if json.get("group").is_some() {
        return Some("DSTU2");
    }
    list(json, "item").iter().find_map(|item| {
        let has = |name: &str| item.get(name).is_some();
        let asks = |condition: &Value| condition.get("hasAnswer").is_some();
        if has("option") || has("options") || list(item, "enableWhen").iter().any(asks) {
            Some("STU3")
        } else if has("answerConstraint") || text(item, "type") == "coding" {
            Some("R5")
        } else {
            other_version(item)
        }
    })
}

fn items<'a>(
    json: &'a Value,
    inside: &'a Value,
    parent: Option<usize>,
    form: &mut Form,
    read: &mut Vec<&'a Value>,
) {
    for one in list(inside, "item") {
        let mut item = item(one);
        item.parent = parent;
        options::read(json, one, &mut item);
        extensions::read(one, &mut item);
        let around = parent.map(|parent| &form.items[parent]);
        match around.map(|around| (around.kind, around.repeats)) {
            Some((Kind::Display, _)) => item.problem(ProblemKind::Misplaced, ""),
            // A question with several answers would have the ones inside once for each.
            Some((kind, true)) if kind != Kind::Group && item.kind != Kind::Display => {
                item.problem(ProblemKind::AskedOnce, "");
            }
            _ => {}
        }
        form.items.push(item);
        read.push(one);
        items(json, one, Some(form.items.len() - 1), form, read);
    }
}

fn item(json: &Value) -> Item {
    let spelled = text(json, "type");
    let mut item = Item {
        link_id: json["linkId"].as_str().unwrap_or_default().to_owned(),
        text: [text(json, "prefix"), text(json, "text")]
            .join(" ")
            .trim()
            .to_owned(),
        kind: kind(spelled),
        spelled: spelled.to_owned(),
        required: json["required"] == true,
        repeats: json["repeats"] == true,
        read_only: json["readOnly"] == true,
        max_length: json["maxLength"].as_u64().map(|most| most as usize),
        ..Item::default()
    };
    if item.kind == Kind::Other {
        let problem = match spelled {
            "attachment" => ProblemKind::File,
            "reference" => ProblemKind::Reference,
            _ => ProblemKind::UnknownType,
        };
        item.problem(problem, spelled);
    }
    item
}

fn kind(spelled: &str) -> Kind {
    match spelled {
        "group" => Kind::Group,
        "display" => Kind::Display,
        "boolean" => Kind::Boolean,
        "integer" => Kind::Integer,
        "decimal" => Kind::Decimal,
        "date" => Kind::Date,
        "dateTime" => Kind::DateTime,
        "time" => Kind::Time,
        "string" => Kind::Line,
        "text" => Kind::Text,
        "url" => Kind::Url,
        "choice" | "open-choice" => Kind::Choice,
        "quantity" => Kind::Quantity,
        _ => Kind::Other,
    }
}
