//! `questionnaire FORM.json [RESPONSE.json]`: what of a clinic's own form (a FHIR R4 Questionnaire) is supported and what is
//! not, item by item; which items are enabled with these answers, or with what the form fills in by itself; its scores.
//! May use: exchange, domain, i18n for the reasons. Must not: rules of its own.

use std::io::{self, Write};

use serde_json::{Value, json};
use tailored::domain::clinic_form::answers::initial;
use tailored::domain::clinic_form::{Form, Item, Kind, Problem};
use tailored::exchange::clinic_form::{ClinicForm, Evaluated, Outcome, Unopened, read_response};
use tailored::i18n::{Lang, form_words};

/// How the command is called.
pub const USAGE: &str = "questionnaire FORM.json [RESPONSE.json]";

/// Runs the command; the error is one line that names what is wrong.
pub fn run(arguments: &[&str]) -> Result<(), String> {
    let (file, response) = match arguments {
        [file] => (file, None),
        [file, response] => (file, Some(*response)),
        _ => return Err(format!("usage: tailored {USAGE}")),
    };
    let opened = ClinicForm::open(&super::text_of(file)?).map_err(|why| told(file, why))?;
    let (answers, not_read) = match response {
        None => (initial(&opened.form), Vec::new()),
        Some(response) => read_response(&opened.form, &super::text_of(response)?)
            .map_err(|why| format!("{response}: {why}"))?,
    };
    let printed = printed(&opened.form, &opened.evaluate(&answers), &not_read);
    writeln!(io::stdout(), "{printed:#}").map_err(|error| error.to_string())
}

fn told(file: &str, why: Unopened) -> String {
    match why {
        Unopened::TooLarge => format!("{file}: too large for a form"),
        Unopened::NotJson => format!("{file}: not JSON, or cut short"),
        Unopened::TooDeep => format!("{file}: groups inside groups without end"),
        Unopened::NotAForm(kind) if kind.is_empty() => format!("{file}: not a Questionnaire"),
        Unopened::NotAForm(kind) => format!("{file}: not a Questionnaire but \"{kind}\""),
        Unopened::OtherVersion(version) => {
            format!("{file}: written for FHIR {version}; only R4 is read")
        }
        Unopened::NoItems => format!("{file}: a Questionnaire without items"),
    }
}

fn printed(form: &Form, found: &Evaluated, not_read: &[String]) -> Value {
    let mut items: Vec<Value> = form
        .items
        .iter()
        .map(|item| {
            json!({
                "linkId": item.link_id,
                "text": item.text,
                "type": item.spelled,
                "support": support(form, item),
                "reasons": reasons(&item.problems),
                "enabled": false,
                "answers": [],
            })
        })
        .collect();
    let mut scores = Vec::new();
    for (at, (place, applies)) in found.places.iter().zip(&found.enabled).enumerate() {
        let item = &form.items[place.item];
        let line = &mut items[place.item];
        // A group that repeats is enabled when it is at least once.
        if *applies {
            line["enabled"] = true.into();
            for typed in found.answers.get(&place.key).into_iter().flatten() {
                if item.kind != Kind::Group
                    && let Some(answers) = line["answers"].as_array_mut()
                {
                    answers.push(shown(item, typed));
                }
            }
        }
        let outcome = found.outcomes.get(&at);
        if item.formula.is_some() {
            let (value, reason) = match outcome {
                Some(Outcome::Given(given)) => (
                    given.iter().map(|typed| shown(item, typed)).collect(),
                    Value::Null,
                ),
                Some(Outcome::NotComputed(why)) => {
                    let reason = (form_words(Lang::English).not_computed)(why);
                    (Vec::new(), reason.into())
                }
                None => (Vec::new(), "not enabled".into()),
            };
            scores.push(json!({
                "linkId": item.link_id,
                "text": item.text,
                "value": value.first(),
                "values": value,
                "reason": reason,
                "formula": item.formula,
            }));
        }
    }
    json!({
        "title": form.title,
        "url": form.url,
        "can_be_filled_in": !form.is_stopped(),
        "reasons": reasons(&form.problems),
        "items": items,
        "scores": scores,
        "answers_not_read": not_read,
    })
}

/// `full`: as the form says; `partly`: it can be answered, and something of it is done otherwise; `not`.
fn support(form: &Form, item: &Item) -> &'static str {
    match item.problems.is_empty() && !form.is_stopped() {
        true => "full",
        false if item.is_stopped() || form.is_stopped() => "not",
        false => "partly",
    }
}

fn reasons(problems: &[Problem]) -> Vec<Value> {
    let words = form_words(Lang::English).problem;
    let one = |problem: &Problem| json!({ "kind": format!("{:?}", problem.kind), "about": problem.about, "reason": words(problem) });
    problems.iter().map(one).collect()
}

/// An answer in words or as a number.
fn shown(item: &Item, typed: &str) -> Value {
    use tailored::domain::clinic_form::Value as Answer;
    match (item.option(typed), item.value(typed)) {
        (Some(option), Some(_)) => option.label.clone().into(),
        (None, Some(Answer::Boolean(yes))) => yes.into(),
        (None, Some(Answer::Number(number))) => number.into(),
        (None, Some(_)) => typed.trim_start_matches('=').into(),
        (_, None) => Value::Null,
    }
}
