//! Owns the answers about warning signs, for programs and as rows that can be read.
//! May use: domain, knowledge, i18n. Must not: judge; questions about self-harm and safety at home stay out unless wanted.

use serde_json::{Map, Value, json};

use super::Report;
use super::absent::Reason;
use super::answers::{Said, older};
use super::questionnaire::sign_coding;
use crate::domain::handout::sensitive::is_private_sign;
use crate::domain::ids::QuestionId;
use crate::domain::questionnaire::model::SafetyAnswer;
use crate::knowledge::{SAFETY_QUESTIONS, SafetyQuestion};

/// The questions about warning signs that the person is asked.
pub(super) fn asked(report: &Report) -> Said {
    let public = public(report);
    let answers: Vec<Value> = public.map(|question| sign(report, question)).collect();
    match answers.is_empty() {
        true => Said::Absent(Reason::NotAsked, None),
        false => Said::Inner(answers),
    }
}

fn public<'a>(report: &'a Report) -> impl Iterator<Item = &'static SafetyQuestion> + 'a {
    let screens = report.record.course.signs.iter();
    let asked: Vec<&'static SafetyQuestion> = screens
        .flat_map(|screen| screen.questions())
        .copied()
        .collect();
    // Those about self-harm and safety at home stand beside mood, on every way.
    let beside_mood: Vec<&'static SafetyQuestion> = SAFETY_QUESTIONS
        .iter()
        .filter(|question| is_private_sign(question) && !asked.contains(question))
        .collect();
    asked
        .into_iter()
        .chain(beside_mood)
        .filter(|question| report.options.private || !is_private_sign(question))
}

fn sign(report: &Report, question: &'static SafetyQuestion) -> Value {
    let answers = &report.record.response.safety;
    let answer = answers.iter().find(|(id, _)| id.as_str() == question.id);
    let mut one = Map::new();
    one.insert("linkId".to_owned(), question.id.into());
    one.insert("text".to_owned(), question.ask.into());
    let mut extensions = Vec::new();
    match answer {
        Some((_, answer)) => {
            let mut coding = sign_coding(report.t, *answer);
            if *answer == SafetyAnswer::NotSure {
                coding["extension"] = json!([Reason::NotSure.extension()]);
            }
            one.insert("answer".to_owned(), json!([{ "valueCoding": coding }]));
            extensions.extend(older(report, report.record.sign_given(question.id)));
        }
        None => extensions.push(Reason::NotAsked.extension()),
    }
    if !extensions.is_empty() {
        one.insert("extension".to_owned(), extensions.into());
    }
    Value::Object(one)
}

/// The warning signs to which the person did not say no: when it was said, which one, and what.
pub(super) fn rows(report: &Report) -> Vec<[String; 3]> {
    let record = report.record;
    let public = SAFETY_QUESTIONS
        .iter()
        .filter(|question| report.options.private || !is_private_sign(question));
    let rows = public.filter_map(|question| {
        let answer = record.response.safety.get(&QuestionId::from(question.id))?;
        let given = record.sign_given(question.id);
        let when = given.day().map_or_else(
            || format!("{} – {}", given.first, given.last),
            |day| day.to_string(),
        );
        let said = (report.t.exchange.fhir.sign_answer)(*answer).to_owned();
        (*answer != SafetyAnswer::No).then(|| [when, question.ask.to_owned(), said])
    });
    rows.collect()
}

/// To how many of the questions about warning signs that the person is asked they said no, and how many have no answer.
pub(super) fn counts(report: &Report) -> (usize, usize) {
    let answers = &report.record.response.safety;
    public(report).fold((0, 0), |(n_no, n_open), question| {
        match answers.get(&QuestionId::from(question.id)) {
            Some(SafetyAnswer::No) => (n_no + 1, n_open),
            Some(_) => (n_no, n_open),
            None => (n_no, n_open + 1),
        }
    })
}
