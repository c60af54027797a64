//! Owns who gave the answers: the patient, the patient with help, or somebody for them.
//! May use: questionnaire. Must not: wording.

use super::visible_answer;
use crate::domain::questionnaire::flow::Course;
use crate::domain::questionnaire::model::Answer;
use crate::domain::questionnaire::response::Response;

/// Who gave the answers. The name of a helper is in the person's words, and may be empty.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum FilledIn {
    /// Not asked, or not answered.
    #[default]
    NotSaid,
    ByPatient,
    WithHelp(String),
    ByHelper(String),
}

pub(super) fn filled_in(response: &Response, course: &Course) -> FilledIn {
    let helper = match visible_answer(response, course, "about.helper") {
        Some(Answer::Text(name)) => name.trim().to_owned(),
        _ => String::new(),
    };
    match visible_answer(response, course, "about.who") {
        Some(Answer::Choice(who)) => match who.as_str() {
            "self" => FilledIn::ByPatient,
            "helped" => FilledIn::WithHelp(helper),
            "helper" => FilledIn::ByHelper(helper),
            _ => FilledIn::NotSaid,
        },
        _ => FilledIn::NotSaid,
    }
}
