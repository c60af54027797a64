//! LHC-Forms, another implementation, must come to the same items and totals with the same answers. `./dev test` installs it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::{Map, Value, json};
use tailored::domain::clinic_form::Value as Answer;
use tailored::domain::clinic_form::answers::{initial, places};
use tailored::domain::clinic_form::{Answers, Form, Item, Kind, ProblemKind as P, Test};
use tailored::domain::random::Random;
use tailored::exchange::clinic_form::{ClinicForm, Outcome};

use super::published;

/// Random responses to each form, beside the empty one and the one that the form brings along.
const RANDOM: usize = 12;

/// What is named because nobody can do it as the form says is not compared: the other program does something else with it.
fn is_compared(form: &Form, item: &Item) -> bool {
    let decides = |item: &Item| {
        item.problems.iter().any(|problem| {
            matches!(
                problem.kind,
                P::Circle
                    | P::ConditionNowhere
                    | P::ConditionUnread
                    | P::ConditionFormula
                    | P::SameLinkId
                    | P::NoLinkId
                    | P::Misplaced
            )
        })
    };
    // LHC-Forms puts numbers alone in order, and compares days and times only where they are chosen from a list.
    let is_beyond_it = item.conditions.iter().any(|condition| {
        let source = &form.items[condition.question];
        let is_number = matches!(source.kind, Kind::Integer | Kind::Decimal | Kind::Quantity);
        let is_moment = matches!(source.kind, Kind::Date | Kind::DateTime | Kind::Time);
        match &condition.test {
            Test::Exists(_) => false,
            // A code without its system is never any option's there: "Living?" of the family health portrait then asks nothing more.
            Test::Equal(Answer::Coding { system, .. }) | Test::NotEqual(Answer::Coding { system, .. }) if system.is_empty() => {
                let mut options = source.options.iter();
                options.any(|option| matches!(&option.value, Answer::Coding { system, .. } if !system.is_empty()))
            }
            Test::Equal(_) | Test::NotEqual(_) => is_moment && source.options.is_empty(),
            Test::Above(_) | Test::Below(_) | Test::AtLeast(_) | Test::AtMost(_) => !is_number,
        }
    });
    // Help texts become a part of the question there.
    let is_help = item.kind == Kind::Display && item.conditions.is_empty();
    let parent = item.parent.map(|parent| &form.items[parent]);
    let twice = form
        .items
        .iter()
        .filter(|other| other.link_id == item.link_id)
        .count()
        > 1;
    !decides(item)
        && !is_help
        && !is_beyond_it
        && !twice
        && parent.is_none_or(|parent| is_compared(form, parent))
}

fn any(item: &Item, random: &mut Random) -> Option<String> {
    let mut below = |n: usize| random.below(n);
    if !item.is_asked() || below(4) == 0 {
        return None;
    }
    if !item.options.is_empty() {
        return Some(below(item.options.len()).to_string());
    }
    Some(match item.kind {
        Kind::Boolean => ["true", "false"][below(2)].to_owned(),
        Kind::Integer => below(12).to_string(),
        Kind::Decimal => format!("{}.5", below(9)),
        Kind::Quantity => format!(
            "{} {}",
            below(100),
            item.units.first().map_or("", |unit| &unit.label)
        ),
        Kind::Date => format!("20{:02}-0{}-15", 10 + below(15), 1 + below(9)),
        Kind::DateTime => format!("2024-0{}-15T10:20", 1 + below(9)),
        Kind::Time => format!("{:02}:30", below(24)),
        Kind::Line | Kind::Text => ["5", "a", "chicken", "x y"][below(4)].to_owned(),
        Kind::Url => "https://example.org/".to_owned(),
        Kind::Choice if item.open => format!("=Own {}", below(3)),
        Kind::Choice | Kind::Group | Kind::Display | Kind::Other => return None,
    })
}

fn random_answers(form: &Form, random: &mut Random) -> Answers {
    let mut answers = Answers::new();
    for place in places(form, &answers) {
        answers.extend(any(&form.items[place.item], random).map(|typed| (place.key, vec![typed])));
    }
    answers
}

fn case(name: &str, opened: &ClinicForm, questionnaire: &Value, answers: &Answers) -> Value {
    let form = &opened.form;
    let found = opened.evaluate(answers);
    let (mut enabled, mut computed) = (Map::new(), Map::new());
    for (at, (place, applies)) in found.places.iter().zip(&found.enabled).enumerate() {
        let item = &form.items[place.item];
        if !is_compared(form, item) {
            continue;
        }
        let before = enabled
            .get(&item.link_id)
            .is_some_and(|applies| applies == true);
        enabled.insert(item.link_id.clone(), (*applies || before).into());
        if let Some(Outcome::Given(typed)) = found.outcomes.get(&at) {
            let shown = |typed: &String| match (item.option(typed), item.kind) {
                (Some(option), _) => option.label.as_str().into(),
                (None, Kind::Integer | Kind::Decimal) => {
                    let number: f64 = typed.parse().unwrap();
                    match number.fract() == 0.0 {
                        true => json!(number as i64),
                        false => json!(number),
                    }
                }
                (None, _) => typed.trim_start_matches('=').into(),
            };
            computed.insert(item.link_id.clone(), typed.iter().map(shown).collect());
        }
    }
    let response: Value =
        serde_json::from_str(&opened.response(answers, "2026-11-30T10:20:00+01:00")).unwrap();
    json!({ "name": name, "questionnaire": questionnaire, "response": response, "enabled": enabled, "computed": computed })
}

#[test]
fn lhc_forms_finds_the_same_items_and_totals() {
    let tools = PathBuf::from(
        std::env::var("TAILORED_TOOLS").expect("./dev test says where the tools are"),
    );
    let folder = tempfile::tempdir().unwrap();
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut random = Random::seeded(2026);
    let mut lines = String::new();
    for (name, opened) in published() {
        if opened.form.is_stopped() {
            continue;
        }
        let text =
            fs::read_to_string(root.join(format!("tests/fixtures/clinic-forms/{name}.json")))
                .unwrap();
        let mut questionnaire: Value = serde_json::from_str(&text).unwrap();
        let mut opened = opened;
        if name == "own-every-type" {
            // What nobody can do; LHC-Forms stops at it.
            questionnaire["item"].as_array_mut().unwrap().pop();
            opened = ClinicForm::open(&questionnaire.to_string()).unwrap();
        }
        let mut all = vec![Answers::new(), initial(&opened.form)];
        all.extend((0..RANDOM).map(|_| random_answers(&opened.form, &mut random)));
        for answers in all {
            lines += &format!("{}\n", case(&name, &opened, &questionnaire, &answers));
        }
    }
    let cases = folder.path().join("cases.jsonl");
    fs::write(&cases, lines).unwrap();
    let output = Command::new("node")
        .arg(root.join("tests/fhir/clinic_forms.mjs"))
        .args([
            &tools.join("archives/lforms"),
            &cases,
            &folder.path().to_path_buf(),
        ])
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    println!("{said}");
    assert!(
        output.status.success(),
        "{said}{}",
        String::from_utf8_lossy(&output.stderr)
    );
}
