//! Sections 7 and 8: rules and outputs.

use serde_json::{Map, Value as Json, json};

use super::Person;
use super::expression::Value;
use super::lines::{Line, Lines};
use super::rules::{Entry, Facts, Specification};
use super::signs::{is_true, signs};

/// The outputs of sentence 8.1, and besides them `order_of_warnings` (6.8), since an object has no order, and `texts` (10.1).
pub fn evaluate(specification: &Specification, person: &Person) -> Json {
    let mut facts = Facts::prepare(specification, person);
    let signs = signs(specification, &facts, person);
    // 5.3
    let urgent = |wanted: &dyn Fn(&Entry) -> bool| {
        specification.flags.iter().any(|flag| {
            wanted(flag)
                && signs
                    .warnings
                    .iter()
                    .any(|(id, class)| *id == flag.id && class != "M")
        })
    };
    let head = urgent(&|flag| ["head", "face_jaw"].contains(&flag.text("g")));
    let spine = urgent(&|flag| {
        ["back", "neck"].contains(&flag.text("g"))
            || ["any_cancer_history", "any_weight_loss"].contains(&flag.id.as_str())
    });
    facts
        .after_signs
        .insert("red_flag_head".to_owned(), Value::YesNo(head));
    facts
        .after_signs
        .insert("red_flag_spine".to_owned(), Value::YesNo(spine));

    // 7.1
    let look_up = |name: &str| -> Option<Value> {
        if specification.questions.contains_key(name) {
            return person
                .safety
                .get(name)
                .map(|answer| Value::YesNo(is_true(answer)));
        }
        facts.get(name)
    };
    let fired = |entries: &'_ [Entry]| -> Vec<usize> {
        (0..entries.len())
            .filter(|place| entries[*place].when.truth(&look_up) == Some(true))
            .collect()
    };
    let scopes = fired(&specification.scopes);
    // 7.3
    let early_enough =
        |scope: &Entry, entry: &Entry| match (scope.number("stage"), entry.number("from_week")) {
            (Some(stage), Some(from_week)) => from_week <= stage,
            _ => false,
        };
    let mut rules = fired(&specification.rules);
    rules.retain(|place| {
        let rule = &specification.rules[*place];
        scopes.iter().all(|scope| {
            let scope = &specification.scopes[*scope];
            scope
                .list("keep")
                .iter()
                .any(|kept| kept == rule.text("therapy"))
                || early_enough(scope, rule)
        })
    });
    let mut avoids = fired(&specification.avoids);
    avoids.retain(|place| {
        let avoid = &specification.avoids[*place];
        scopes
            .iter()
            .all(|scope| early_enough(&specification.scopes[*scope], avoid))
    });
    // 7.4
    let mut held = Vec::new();
    let is_known = |name: &str| !matches!(facts.get(name), None | Some(Value::AtLeast(_)));
    if !is_known("conditions") || !is_known("current_meds") {
        held = rules
            .iter()
            .copied()
            .filter(|place| {
                let rule = &specification.rules[*place];
                let group = specification.therapies[rule.text("therapy")]["group"]
                    .as_str()
                    .unwrap();
                rule.number("step").unwrap() >= 1 && (group == "medicine" || group == "procedure")
            })
            .collect();
        rules.retain(|place| !held.contains(place));
    }
    // 7.2
    let cautions = fired(&specification.cautions);
    let ask: Vec<usize> = (0..specification.cautions.len())
        .filter(|place| {
            specification.cautions[*place]
                .when
                .truth(&look_up)
                .is_none()
        })
        .collect();

    let lines = Lines {
        specification,
        facts: &facts,
        rules: &rules,
        held: &held,
        avoids: &avoids,
        cautions: &cautions,
    };
    let plan = lines.all();

    // 8.3
    let mut questions: Vec<String> = Vec::new();
    for place in &ask {
        let caution = &specification.cautions[*place];
        let applies = caution.list("applies");
        let has_line = plan.iter().any(|line| {
            applies.contains(&line.therapy)
                && ["new", "using", "helped", "tried_before"].contains(&line.status.as_str())
        });
        let id = caution.text("ask_id").to_owned();
        if has_line && !questions.contains(&id) {
            questions.push(id);
        }
    }

    let ids = |entries: &[Entry], places: &[usize]| -> Vec<String> {
        places
            .iter()
            .map(|place| entries[*place].id.clone())
            .collect()
    };
    let derived: Map<String, Json> = specification
        .derived
        .iter()
        .map(|(name, _)| {
            (
                name.clone(),
                facts.get(name).map_or(Json::Null, |value| value.to_json()),
            )
        })
        .collect();
    let warnings: Map<String, Json> = signs
        .warnings
        .iter()
        .map(|(flag, class)| (flag.clone(), class.clone().into()))
        .collect();
    let order: Vec<&String> = signs.warnings.iter().map(|(flag, _)| flag).collect();
    json!({
        "warnings": warnings,
        "order_of_warnings": order,
        "withhold": signs.withhold,
        "groups": signs.groups,
        "opened": signs.opened,
        "scope": ids(&specification.scopes, &scopes),
        "rules": ids(&specification.rules, &rules),
        "held": ids(&specification.rules, &held),
        "avoid": ids(&specification.avoids, &avoids),
        "cautions": ids(&specification.cautions, &cautions),
        "ask": ids(&specification.cautions, &ask),
        "derived": derived,
        "plan": plan.iter().map(Line::json).collect::<Vec<Json>>(),
        "questions": questions,
        "texts": plan.iter().map(|line| (line.therapy.clone(), lines.texts(line).into())).collect::<Map<String, Json>>(),
    })
}
