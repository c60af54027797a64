//! Section 6: the warning signs.

use std::collections::BTreeMap;

use super::Person;
use super::expression::Value;
use super::rules::{Entry, Facts, Specification, strings};

/// 6.7, most urgent first.
const CLASSES: [&str; 4] = ["E", "S", "D", "M"];

pub struct Signs {
    /// Flag and class, the most urgent first.
    pub warnings: Vec<(String, String)>,
    pub withhold: bool,
    pub groups: Vec<String>,
    pub opened: Vec<String>,
}

/// 6.3
pub fn is_true(answer: &str) -> bool {
    match answer {
        "new" | "old_unchecked" | "yes" | "not_sure" => true,
        "no" | "old_checked" => false,
        other => panic!("no answer: {other}"),
    }
}

fn urgency(class: &str) -> usize {
    CLASSES.iter().position(|known| *known == class).unwrap()
}

/// 6.6
fn class_of(flag: &Entry, answers: &BTreeMap<String, String>) -> String {
    let looked_at: Vec<String> = if flag.fields.contains_key("cls_q") {
        flag.list("cls_q")
    } else {
        flag.fields["q"]
            .as_array()
            .unwrap()
            .iter()
            .map(|entry| strings(entry)[0].clone())
            .collect()
    };
    let given: Vec<&str> = looked_at
        .iter()
        .filter_map(|id| answers.get(id))
        .map(String::as_str)
        .collect();
    if given.contains(&"new") || given.contains(&"yes") {
        return flag.text("cls").to_owned();
    }
    let mut possible = Vec::new();
    if given.contains(&"old_unchecked") {
        possible.push(flag.text("cls_old"));
    }
    if given.contains(&"not_sure") {
        let unsure = if flag.fields.contains_key("cls_unsure") {
            "cls_unsure"
        } else {
            "cls_old"
        };
        possible.push(flag.text(unsure));
    }
    possible.sort_by_key(|class| urgency(class));
    possible
        .first()
        .map_or_else(|| flag.text("cls"), |class| *class)
        .to_owned()
}

pub fn signs(specification: &Specification, facts: &Facts<'_>, person: &Person) -> Signs {
    let look_up = |name: &str| -> Option<Value> {
        if specification.questions.contains_key(name) {
            // 6.4
            return Some(Value::YesNo(
                person
                    .safety
                    .get(name)
                    .is_some_and(|answer| is_true(answer)),
            ));
        }
        facts.get(name)
    };
    // 6.1, 6.5
    let mut warnings: Vec<(String, String)> = Vec::new();
    for flag in &specification.flags {
        if flag.when.truth(&look_up) == Some(true) {
            warnings.push((flag.id.clone(), class_of(flag, &person.safety)));
        }
    }
    // 6.8; sorting keeps the file order inside a class
    warnings.sort_by_key(|(_, class)| urgency(class));
    let withhold = warnings
        .iter()
        .any(|(_, class)| class == "E" || class == "S");
    // 6.9
    let sites_unknown = !facts.prepared.contains_key("pain_sites");
    let groups = strings(&specification.signs_meta["groups"])
        .into_iter()
        .filter(|group| {
            sites_unknown
                || specification.ask_when[group].truth(&|name| facts.get(name)) == Some(true)
        })
        .collect();
    let mut opened: Vec<String> = Vec::new();
    for (opening, questions) in specification.signs_meta["opens"].as_table().unwrap() {
        if person
            .safety
            .get(opening)
            .is_some_and(|answer| is_true(answer))
        {
            opened.extend(strings(questions));
        }
    }
    opened.sort();
    opened.dedup();
    Signs {
        warnings,
        withhold,
        groups,
        opened,
    }
}
